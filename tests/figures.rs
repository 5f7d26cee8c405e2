//! Figures as the whole program sees them: what a count counts, which dollar is meant, one value in two systems, and
//! that two figures of different things are never set against each other.

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
