use super::*;
use crate::finding::{self, Evidence, Group, Verdict};
use crate::value::{Bound, Dimension, Figure, Interval, Kind, Unit, Value};
use crate::{Document, InputFormat, analyze};
use rust_decimal::Decimal;

const A: &str = "The film did well.\n\nIt was made in a year. It cost the studio $44 million to make and market, a modest sum by the standards of the town, which has seen films that cost ten times as much and took less.\n";
const B: &str = "# Supper\n\nMaking and marketing the movie cost an\nestimated $75 million. It may earn $75 million back.\n";

fn group(articles: &[(&str, usize, &str)], texts: &[&str]) -> Group {
    let occurrences: Vec<Occurrence> = articles
        .iter()
        .map(|&(text, id, value)| {
            let name = format!("{id}.txt");
            let document = Document::new(id as u32, &name, texts[id], InputFormat::Text);
            let at = texts[id].find(text).unwrap();
            let inside = text.find(value).unwrap();
            Occurrence {
                span: document.source.span(at + inside..at + inside + value.len()),
                sentence: document.source.span(at..at + text.len()),
            }
        })
        .collect();
    Group {
        kind: Kind::Money,
        value: Value::Figure(Box::new(dollars(articles[0].2))),
        noun: None,
        display: articles[0].2.to_owned(),
        occurrences,
    }
}

/// "$44 million".
fn dollars(text: &str) -> Figure {
    let millions: String = text.chars().filter(char::is_ascii_digit).collect();
    let amount = Decimal::from(millions.parse::<i64>().unwrap_or(1) * 1_000_000);
    Figure {
        amount: Some(amount),
        stated: Interval::exact(amount),
        plausible: Interval::exact(amount),
        bound: if text.contains("75") {
            Bound::About
        } else {
            Bound::Exact
        },
        unit: Some(Unit {
            symbol: "USD",
            dimension: Dimension::Money,
            factor: (Decimal::ONE, Decimal::ONE),
            offset: Decimal::ZERO,
        }),
        dimension: Dimension::Money,
        ratio: None,
        per: None,
    }
}

fn finding(groups: Vec<Group>) -> Finding {
    Finding {
        rule: "money-mismatch",
        kind: Kind::Money,
        verdict: Verdict::Conflict,
        level: finding::Level::Error,
        confidence: 0.9,
        about: "cost to make and market the film".to_owned(),
        message: "sources give different figures: $44 million / $75 million".to_owned(),
        groups,
        evidence: vec![Evidence {
            feature: "predicate",
            detail: "make ~ make".to_owned(),
            weight: 0.4,
        }],
        fingerprint: "0123456789abcdef".to_owned(),
    }
}

fn report_of(texts: &[&str], findings: Vec<Finding>, agreements: Vec<Finding>) -> Report {
    let articles = texts
        .iter()
        .enumerate()
        .map(|(id, text)| {
            let name = format!("{id}.txt");
            analyze(Document::new(id as u32, &name, text, InputFormat::Text))
        })
        .collect();
    Report::new(articles, findings, agreements)
}

fn shown(agreements: bool) -> Detail {
    Detail {
        agreements,
        ..Detail::default()
    }
}

fn plain(styled: &str) -> String {
    anstream::adapter::strip_str(styled).to_string()
}

#[test]
fn a_finding_shows_both_sentences_the_difference_and_why() {
    let texts = [A, B];
    let long = "It cost the studio $44 million to make and market, a modest sum by the standards of the town, which has seen films that cost ten times as much and took less.";
    let groups = vec![
        group(&[(long, 0, "$44 million")], &texts),
        group(
            &[
                (
                    "Making and marketing the movie cost an\nestimated $75 million.",
                    1,
                    "$75 million",
                ),
                ("It may earn $75 million back.", 1, "$75 million"),
            ],
            &texts,
        ),
    ];
    let report = report_of(&texts, vec![finding(groups)], vec![]);
    insta::assert_snapshot!(plain(&super::report(&report, shown(false))), @r#"
    error[money-mismatch]: sources give different figures: $44 million / $75 million
     --> 0.txt:3:43
      |
    3 | It cost the studio $44 million to make and market, a modest sum by the standards of the town, which …
      |                    ^^^^^^^^^^^ $44 million
      |
     --> 1.txt:4:11
      |
    4 | Making and marketing the movie cost an estimated $75 million.
      |                                                  ^^^^^^^^^^^ about $75 million
      |
      = about: cost to make and market the film
      = difference: $31 million; 70% of the smaller
      = same in both: verb make ~ make
      = why: about $75 million leaves room for 75 million to 75 million
      = also at: 1.txt:4:36 $75 million

    1 disagreement: 1 conflict
    "#);
}

#[test]
fn nothing_found_is_one_line() {
    let report = report_of(&[A, B], vec![], vec![]);
    assert_eq!(super::report(&report, shown(false)), "no disagreements\n");
}

#[test]
fn agreements_are_counted_and_shown_on_demand() {
    let texts = [A, B];
    let mut same = finding(vec![group(
        &[
            ("It cost the studio $44 million", 0, "$44 million"),
            ("estimated $75 million.", 1, "$75 million"),
        ],
        &texts,
    )]);
    same.verdict = Verdict::Agree;
    let report = report_of(&texts, vec![], vec![same]);
    assert_eq!(
        super::report(&report, shown(false)),
        "no disagreements; 1 agreement (--agreements shows them)\n"
    );
    assert_eq!(
        super::report(&report, shown(true)),
        "The documents agree on:\n  $44 million / $75 million (cost to make and market the film): 0.txt:3:43, 1.txt:4:11\n\nno disagreements; 1 agreement\n"
    );
}

#[test]
fn nothing_from_an_article_reaches_the_terminal_raw() {
    let text = "It cost \u{1b}[31m$44\u{202e} million\u{9b}2J.";
    let texts = [text];
    let mut found = finding(vec![group(&[(text, 0, "$44\u{202e} million")], &texts)]);
    found.about = "\u{1b}]0;title\u{7}".to_owned();
    found.message = "figures: \u{1b}[2J".to_owned();
    found.evidence[0].detail = "\u{1b}[1m".to_owned();
    let report = report_of(&texts, vec![found.clone()], vec![found]);
    let output = plain(&super::report(&report, shown(true)));
    assert!(
        !output.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'),
        "{output:?}"
    );
    assert!(output.contains("␛[31m$44�"), "{output}");
}

#[test]
fn no_span_makes_it_panic() {
    let texts = [A, "", "é\u{301}東京\t\r\n\u{200d}", "x"];
    let mut groups = Vec::new();
    for (id, text) in texts.iter().enumerate() {
        let name = format!("{id}.txt");
        let document = Document::new(id as u32, &name, text, InputFormat::Text);
        for (start, end) in [(0, 0), (0, 3), (2, 5), (1, 4000), (4000, 4001)] {
            for (from, to) in [(0, 0), (0, 4000), (3, 4), (1, 2)] {
                let mut one = group(&[(A, 0, "film")], &[A]);
                one.occurrences = vec![Occurrence {
                    span: document.source.span(start..end),
                    sentence: document.source.span(from..to),
                }];
                groups.push(one);
            }
        }
    }
    // The last document is missing from the report: its places are passed over.
    let findings = vec![finding(groups.clone()), finding(vec![])];
    let report = report_of(
        &texts[..3],
        findings,
        vec![finding(groups), finding(vec![])],
    );
    let output = super::report(&report, shown(true));
    assert!(
        output.ends_with("2 disagreements: 2 conflicts; 2 agreements\n"),
        "{output}"
    );
}
