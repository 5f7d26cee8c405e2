//! Figures as the whole program sees them: what a count counts, which dollar is meant, one value in two systems, and
//! that two figures of different things are never set against each other.

use crosscheck::finding::Verdict;
use crosscheck::report::json;
use crosscheck::{Document, InputFormat, analyze, compare, extract};

fn document(id: u32, prose: &str) -> Document {
    Document::new(id, "t.txt", prose, InputFormat::Text)
}

/// The counted noun of the first figure.
fn noun(prose: &str) -> String {
    let nouns = analyze(document(0, prose)).claims.nouns;
    assert_eq!(nouns, extract(document(0, prose)).claims.nouns, "{prose}");
    nouns.into_iter().next().flatten().unwrap_or_default()
}

#[test]
fn a_count_has_the_noun_that_it_counts() {
    assert_eq!(
        noun("About 330 independent cinemas will show it."),
        "cinemas"
    );
    assert_eq!(noun("They lost 12 of the old ships."), "ships");
}

#[test]
fn the_killed_are_not_compared_with_the_injured() {
    let one = "A train left the rails near Ostby. It left 12 killed, 140 injured.";
    let other = "A train left the rails near Ostby. It left 12 killed and 140 injured.";
    let report = compare(vec![document(0, one), document(1, other)]);
    assert!(report.findings.is_empty(), "{:?}", report.findings);
}

#[test]
fn what_a_price_is_for_one_of_is_printed_where_there_is_one() {
    let printed = |prose: &str| {
        let mut lines = Vec::new();
        json::mentions(&analyze(document(0, prose)), &mut lines).unwrap();
        String::from_utf8(lines).unwrap()
    };
    assert!(printed("It costs $15 a barrel.").contains(r#""per":"bbl""#));
    assert!(printed("It costs $6 each.").contains(r#""per":"each""#));
    assert!(!printed("It costs $15.").contains("per"));
}

#[test]
fn prices_of_two_things_are_no_disagreement() {
    let one = "Crude oil from the Ostby field cost $60 a barrel in March, Marsh Oil said.";
    let other = "Crude oil from the Ostby field cost $440 a tonne in March, Marsh Oil said.";
    let report = compare(vec![document(0, one), document(1, other)]);
    assert!(report.findings.is_empty(), "{:?}", report.findings);
}

#[test]
fn a_conversion_in_brackets_does_not_make_two_measures_agree() {
    let one = "The climber Ivo Brandt fell about 600 metres (2,000 feet) from the Selden ridge.";
    let other = "The climber Ivo Brandt fell 700 metres from the Selden ridge.";
    let report = compare(vec![document(0, one), document(1, other)]);
    let [finding] = &report.findings[..] else {
        panic!("{:?}", report.findings);
    };
    assert_eq!(finding.verdict, Verdict::Conflict, "{finding:?}");
}

#[test]
fn a_place_that_says_at_least_is_shown_with_those_that_say_as_many() {
    let one = "Eight guards killed in attack on Halvar base\n\nGunmen attacked the Halvar base on Monday and killed at least eight guards.";
    let other = "Ten guards killed in attack on Halvar base\n\nGunmen attacked the Halvar base on Monday and killed at least ten guards.";
    let report = compare(vec![document(0, one), document(1, other)]);
    let [finding] = &report.findings[..] else {
        panic!("{:?}", report.findings);
    };
    let places = finding.groups.iter().map(|group| group.occurrences.len());
    assert_eq!(places.collect::<Vec<_>>(), [2, 2], "{finding:?}");
}
