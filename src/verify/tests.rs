//! Drafts and their sources, a case a line: the status of the claim that begins with a word.

use super::*;
use crate::InputFormat;

fn held(draft: &str, sources: &[&str]) -> Verification {
    let document = |id, text| Document::new(id, &format!("{id}.txt"), text, InputFormat::Text);
    let sources = sources.iter().zip(1..).map(|(text, id)| document(id, text));
    verify(document(0, draft), sources.collect())
}

/// The status of the claim of that text.
fn status(draft: &str, sources: &[&str], text: &str) -> Status {
    let held = held(draft, sources);
    let source = &held.report.articles[0].document.source;
    let claims = held.claims();
    let mut own = claims.iter().filter(|c| source.slice(c.place.span) == text);
    own.next().map_or_else(
        || panic!("no claim `{text}` in `{draft}`"),
        |claim| claim.status,
    )
}

const BRIDGE: &str = "The new bridge at Ellery was opened by Anna Lund.";

#[test]
fn what_a_source_says_in_like_words_supports_and_contradicts() {
    let p = |draft: &str, source: &str, text: &str| {
        let with_names = |text: &str| format!("{BRIDGE} {text}");
        status(&with_names(draft), &[&with_names(source)], text)
    };
    let toll = "Trucks pay a toll of $9 on it.";
    assert_eq!(p("Trucks pay a toll of $9.", toll, "$9"), Status::Supported);
    assert_eq!(
        p("Trucks pay a toll of $12.", toll, "$12"),
        Status::Conflict
    );
    assert_eq!(p("It has 330 lamps.", toll, "330"), Status::NotFound);
    assert_eq!(
        p(
            "It was built in January 2002.",
            "It was built in January.",
            "January 2002"
        ),
        Status::LessPrecise
    );
    assert_eq!(
        p(
            "More than 600 people came.",
            "Exactly 600 people came.",
            "600"
        ),
        Status::LessPrecise
    );
}

#[test]
fn the_same_number_of_something_else_supports_nothing() {
    let p = |draft: &str, source: &str| {
        let with_names = |text: &str| format!("{BRIDGE} {text}");
        let found = status(&with_names(draft), &[&with_names(source)], "five");
        assert_ne!(found, Status::Supported, "{draft}");
    };
    p(
        "A ship hit the bridge at Ellery, killing five people.",
        "A ship hit the bridge at Ellery, injuring five people.",
    );
}

#[test]
fn the_value_of_somebody_else_supports_nothing() {
    let source = "Anna Lund, 47, leads the council of Ellery. Marcus Oyelaran, 52, owns a bakery on the bridge.";
    let p = |draft: &str, text: &str| status(draft, &[source], text);
    assert_eq!(
        p("Anna Lund, 47, leads the council of Ellery.", "47"),
        Status::Supported
    );
    assert_ne!(
        p(
            "Petra Sommer, 47, is an engineer of Ellery. Anna Lund leads the council.",
            "47"
        ),
        Status::Supported
    );
    let said = "\"Nobody here was ever asked about it,\" said Anna Lund of Ellery. Marcus Oyelaran came later.";
    let p = |draft: &str| status(draft, &[said], "Nobody here was ever asked");
    assert_eq!(
        p("\"Nobody here was ever asked\", said Anna Lund of Ellery."),
        Status::Supported
    );
    assert_ne!(
        p("\"Nobody here was ever asked\", said Marcus Oyelaran of Ellery."),
        Status::Supported
    );
}

#[test]
fn a_name_that_two_sources_spell_in_two_ways_is_disputed() {
    let sources = [
        "Moira Tennant, a teacher from Ellery, was on the ferry.",
        "Moira Tennent, a teacher from Ellery, was on the ferry.",
    ];
    let draft = "Moira Tennant, a teacher from Ellery, was on the ferry.";
    let p = |sources: &[&str]| status(draft, sources, "Moira Tennant");
    assert_eq!(p(&sources[..1]), Status::Supported);
    assert_eq!(p(&sources[1..]), Status::Conflict);
    assert_eq!(p(&sources), Status::SourcesDisagree);
}

#[test]
fn another_first_name_comes_with_the_one_that_a_source_has() {
    let held = held(
        "The captain, Ewan MacLeish, left the ferry Brendan at Ellery.",
        &["The captain, Duncan MacLeish, left the ferry Brendan at Ellery."],
    );
    let claims = held.claims();
    let name = claims.iter().find(|c| c.kind == Kind::Person).unwrap();
    assert_eq!(name.status, Status::NotFound);
    let document = &held.report.articles[1].document;
    let nearest = name.nearest.map(|place| document.source.slice(place.span));
    assert_eq!(nearest, Some("Duncan MacLeish"));
}

#[test]
fn words_that_number_things_are_claims_only_where_a_source_has_them() {
    let p = |draft: &str, source: &str| {
        let held = held(
            &format!("{BRIDGE} {draft}"),
            &[&format!("{BRIDGE} {source}")],
        );
        let claims = held.claims();
        claims.iter().filter(|c| c.kind == Kind::Ordinal).count()
    };
    assert_eq!(p("A second witness was heard.", "A witness was heard."), 0);
    assert_eq!(p("It was the seventh to be built.", "It was built."), 1);
    let second = "It is the second longest bridge of the county.";
    assert_eq!(p(second, second), 1);
}

#[test]
fn a_quotation_is_held_to_its_words() {
    let source =
        "\"Nobody has fallen into the river at Ellery yet,\" said Anna Lund, the harbour master.";
    let p = |quote: &str| {
        let draft = format!("Anna Lund is harbour master at Ellery. \"{quote}\" she said.");
        status(&draft, &[source], quote)
    };
    assert_eq!(
        p("Nobody has fallen into the river at Ellery yet,"),
        Status::Supported
    );
    assert_eq!(p("fallen into the river at Ellery"), Status::Supported);
    assert_eq!(
        p("Nobody has fallen into the water at Ellery yet,"),
        Status::Conflict
    );
    // What is put on to it is in no source, and no coarser form of anything.
    assert_eq!(
        p("Nobody has fallen into the river at Ellery yet, thanks to our new rails and lamps,"),
        Status::NotFound
    );
}

#[test]
fn what_one_source_has_word_for_word_is_not_disputed_by_another() {
    let said = "\"We had eleven boats on the water within forty minutes,\" said Anna Lund of the Ellery coastguard.";
    let other =
        "Anna Lund of the Ellery coastguard said that the fog had come in within ten minutes.";
    let draft = format!("{BRIDGE} {said}");
    assert_eq!(
        status(&draft, &[said, other], "forty minutes"),
        Status::Supported
    );
    let tolls = [
        "Trucks pay a toll of $9 at Ellery.",
        "Trucks pay a toll of $12 at Ellery.",
    ];
    assert_eq!(
        status("Trucks pay a toll of $9 at Ellery.", &tolls, "$9"),
        Status::SourcesDisagree
    );
}

#[test]
fn the_whole_of_the_parts_that_a_source_tells_contradicts_none_of_them() {
    let p = |parts: &str| {
        status(
            "The ferry Brendan ran aground off Ellery with 212 people on board.",
            &[&format!(
                "The ferry Brendan ran aground off Ellery with {parts} on board."
            )],
            "212",
        )
    };
    assert_ne!(p("198 passengers and 14 crew"), Status::Conflict);
    assert_eq!(p("198 people"), Status::Conflict);
}

#[test]
fn what_no_source_says_is_a_finding_that_the_settings_know() {
    let held = held(
        "The new bridge at Ellery has 330 lamps. It has 330 lamps in all.",
        &["The new bridge at Ellery is open."],
    );
    let missing: Vec<&Finding> = held
        .report
        .findings
        .iter()
        .filter(|f| f.rule == NOT_FOUND)
        .collect();
    assert!(!missing.is_empty());
    assert!(crate::judge::rule(NOT_FOUND).is_some());
    assert_eq!(missing[0].message, "found in no source: 330");
    assert_eq!(missing[0].level, crate::finding::Level::Note);
    let mut prints: Vec<&str> = missing.iter().map(|f| f.fingerprint.as_str()).collect();
    prints.dedup();
    assert_eq!(prints.len(), missing.len());
}

#[test]
fn a_claim_that_is_not_found_comes_with_the_place_that_may_be_meant() {
    let source =
        "The ferry Brendan is 62 metres long and was refitted in 2014 at a cost of £9.5 million.";
    let held = held(
        "The ferry Brendan was refitted for £8.5 million.",
        &[source],
    );
    let claims = held.claims();
    let sum = claims.iter().find(|c| c.kind == Kind::Money).unwrap();
    if sum.status == Status::NotFound {
        let nearest = sum.nearest.unwrap();
        let document = &held.report.articles[1].document;
        assert_eq!(document.source.slice(nearest.span), "£9.5 million");
    } else {
        assert_eq!(sum.status, Status::Conflict);
    }
}
