//! The formats of a draft that is held to its sources: each has every claim with its status, and no finding twice.

use std::collections::BTreeMap;

use crosscheck::finding::Level;
use crosscheck::report::model::{Report, Story};
use crosscheck::report::paths::Paths;
use crosscheck::report::{Detail, claims, csv, github, json, jsonl, junit, markdown, sarif};
use crosscheck::verify::Status;
use crosscheck::{Document, InputFormat, verify};

use crate::{HOSTILE, commands, counted, list, parsed, rows, schema_errors};

const DRAFT: &str = "The new bridge at Ellery cost $48 million and is 1,460 metres long. It was opened on Tuesday, July 3, 2013, \
    by Anna Lundt.\n\nTrucks pay a toll of $9. The fire brigade counted 17 fainting guests, and 330 lamps were lit.\n";

const SOURCES: [(&str, &str); 2] = [
    (
        "notes/one.txt",
        "The new bridge at Ellery cost $44 million and is 1,460 metres long, said Anna Lund.\n\nTrucks pay a toll of $9.\n",
    ),
    (
        "notes/two.txt",
        "The fire brigade counted 17 fainting guests at Ellery. Trucks pay a toll of $12, the operator said.\n",
    ),
];

fn held(draft: &str, sources: &[(&str, &str)]) -> Report {
    let sources = sources.iter().zip(1..);
    let sources =
        sources.map(|((path, text), id)| Document::new(id, path, text, InputFormat::Text));
    let draft = Document::new(0, "draft.txt", draft, InputFormat::Text);
    let verification = verify(draft, sources.collect());
    let detail = Detail {
        claims: true,
        ..Detail::default()
    };
    Report::new([Story::of(&verification.report, detail, None).verified(&verification)])
}

/// How many claims have each status.
fn statuses(report: &Report) -> BTreeMap<String, usize> {
    let claims = report.claims.iter().flatten();
    counted(claims.map(|claim| claim.status.name()))
}

#[test]
fn every_format_tells_what_the_sources_say_of_each_claim() {
    let (report, paths) = (held(DRAFT, &SOURCES), Paths::default());
    let wanted = statuses(&report);
    for status in [
        Status::Supported,
        Status::Conflict,
        Status::SourcesDisagree,
        Status::NotFound,
    ] {
        assert!(wanted.contains_key(status.name()), "{wanted:?}");
    }
    let all: usize = wanted.values().sum();
    let coverage = format!("{all} claims: ");
    let status = |claim: &serde_json::Value| claim["status"].as_str().unwrap_or("").to_owned();

    let object = parsed(&json::report(&report));
    assert_eq!(counted(list(&object["claims"]).iter().map(status)), wanted);

    let lines: Vec<serde_json::Value> = jsonl::report(&report).lines().map(parsed).collect();
    let claims: Vec<&serde_json::Value> = lines
        .iter()
        .filter(|line| line["schema"] == "crosscheck.claim/1")
        .collect();
    assert_eq!(counted(claims.iter().map(|c| status(c))), wanted);
    assert_eq!(lines.len(), all + report.findings.len());
    for claim in claims {
        let documents = list(&claim["documents"]);
        let known = |id: &serde_json::Value| documents.iter().any(|d| d["id"] == *id);
        assert!(known(&claim["document"]));
        assert!(
            list(&claim["sources"])
                .iter()
                .all(|s| known(&s["document"]))
        );
    }

    let rows = rows(&csv::report(&report));
    let told = rows.iter().filter(|row| !row["status"].is_empty());
    assert_eq!(counted(told.map(|row| &*row["status"])), wanted);
    let own: Vec<&str> = rows
        .iter()
        .filter(|r| r["status"].is_empty())
        .map(|r| &*r["rule"])
        .collect();
    assert_eq!(own, ["weekday-date"]);

    let rows = crate::rows(&claims::csv(&report));
    assert!(rows.iter().any(|row| row["status"] == "conflict"));
    assert!(
        rows.iter()
            .all(|row| row["status"].is_empty() || row["source"] == "draft.txt")
    );

    let table = markdown::report(&report);
    let cells = table
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
    let words: Vec<&str> = Status::ALL.into_iter().map(Status::words).collect();
    let told = counted(
        cells
            .map(|(cell, _)| cell)
            .filter(|cell| words.contains(cell)),
    );
    let expected: BTreeMap<String, usize> = wanted
        .iter()
        .map(|(name, n)| (name.replace('-', " "), *n))
        .collect();
    assert_eq!(told, expected);
    assert!(table.contains(&coverage));

    let log = parsed(&sarif::report(&report, &paths));
    let run = &log["runs"][0];
    assert_eq!(
        counted(list(&run["properties"]["claims"]).iter().map(status)),
        wanted
    );
    let results = list(&run["results"]).iter();
    let told = results.filter(|r| r["properties"]["status"] == "conflict");
    assert_eq!(told.count(), wanted["conflict"]);
    assert_eq!(schema_errors(&log), [""; 0]);

    let log = github::report(&report, &paths);
    assert_eq!(commands(&log).len(), report.findings.len());
    assert!(
        log.lines()
            .last()
            .is_some_and(|line| line.starts_with(&coverage))
    );

    let xml = junit::report(&report, Level::Warning, &paths);
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let suite = |name: &str| {
        let mut suites = tree.descendants().filter(|n| n.has_tag_name("testsuite"));
        suites.find(|n| n.attribute("name") == Some(name)).unwrap()
    };
    let (claims, itself) = (suite("claims of draft.txt"), suite("crosscheck"));
    assert_eq!(claims.attribute("tests"), Some(&*all.to_string()));
    let failed = wanted["conflict"] + wanted["sources-disagree"];
    assert_eq!(claims.attribute("failures"), Some(&*failed.to_string()));
    assert_eq!(itself.attribute("failures"), Some("1"));
    let first = claims
        .descendants()
        .filter(|n| n.has_tag_name("system-out"))
        .filter_map(|n| n.text());
    let told = first
        .filter_map(|text| text.lines().next())
        .filter(|line| words.contains(line));
    assert_eq!(counted(told), expected);
}

#[test]
fn a_draft_of_hostile_text_breaks_no_format() {
    let draft = format!("{HOSTILE}\n\n{DRAFT}\n\n\"{HOSTILE}\"\n");
    let source = format!("{HOSTILE}\n\n{}", SOURCES[0].1);
    let mut report = held(&draft, &[("a|b`<c>.txt", &source)]);
    for claim in report.claims.iter_mut().flatten() {
        claim.place.text = HOSTILE.to_owned();
    }
    let paths = Paths::default();
    assert_eq!(
        schema_errors(&parsed(&sarif::report(&report, &paths))),
        [""; 0]
    );
    assert!(roxmltree::Document::parse(&junit::report(&report, Level::Note, &paths)).is_ok());
    jsonl::report(&report)
        .lines()
        .for_each(|line| assert!(parsed(line).is_object()));
    assert!(!rows(&csv::report(&report)).is_empty());
    let table = markdown::report(&report);
    assert!(
        !table.contains("<script>") || table.contains('`'),
        "{table}"
    );
    for row in table.lines().filter(|line| line.starts_with("| ")) {
        let bars = row
            .match_indices('|')
            .filter(|&(at, _)| !row[..at].ends_with('\\'));
        assert_eq!(bars.count(), 4, "{row}");
    }
}

#[test]
fn a_comment_on_a_long_draft_says_less_and_says_so() {
    let draft: String = (0..3000)
        .map(|n| {
            format!(
                "The bridge at Ellery has {} lamps of {n} kinds.\n\n",
                n * 7 + 13
            )
        })
        .collect();
    let report = held(&draft, &SOURCES);
    let comment = markdown::report(&report);
    assert!(comment.chars().count() <= 65_536);
    assert!(
        comment.contains("left out, since a comment holds no more"),
        "{comment}"
    );
}
