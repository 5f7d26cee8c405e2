//! What one document gets wrong by itself: every fault of the table is found, and nothing is found in what is right.
//!
//! Half of the cases are right and look wrong: days counted with one end, rounded conversions, points and per cent.

use crosscheck::{Document, InputFormat, Options, compare, compare_with};

const CASES: &str = include_str!("inside.tsv");

/// The wanted finding and the document of each line.
fn cases() -> Vec<(&'static str, Document)> {
    let lines = CASES.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines
        .map(|line| {
            let (wanted, text) = line.split_once('\t').expect("a finding and a text");
            (wanted, document(text))
        })
        .collect()
}

fn document(text: &str) -> Document {
    let paragraphs: Vec<&str> = text.split(" | ").collect();
    match paragraphs.as_slice() {
        [first, rest @ ..] if first.starts_with("published: ") => {
            let text = format!("---\n{first}\n---\n\n{}\n", rest.join("\n\n"));
            Document::new(0, "a.md", &text, InputFormat::Markdown)
        }
        all => Document::new(0, "a.txt", &all.join("\n\n"), InputFormat::Text),
    }
}

/// The findings as "rule: value / value".
fn findings(document: Document) -> Vec<String> {
    let report = compare(vec![document]);
    let found = report.findings.iter().map(|finding| {
        let values: Vec<&str> = finding.groups.iter().map(|g| g.display.as_str()).collect();
        format!("{}: {}", finding.rule, values.join(" / "))
    });
    found.collect()
}

#[test]
fn every_fault_of_the_table_is_found_and_nothing_else() {
    let mut problems = Vec::new();
    for (wanted, document) in cases() {
        let text = document.source.text().replace('\n', " ");
        let found = findings(document);
        let right = match wanted {
            "none" => found.is_empty(),
            wanted => found == [wanted],
        };
        if !right {
            problems.push(format!("{text}\n  wanted {wanted}\n  found  {found:?}"));
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn half_of_at_least_sixty_cases_are_right() {
    let all = cases();
    let right = all.iter().filter(|(wanted, _)| *wanted == "none").count();
    assert!(all.len() >= 60, "{}", all.len());
    assert!(right * 2 >= all.len() - 10, "{right} of {}", all.len());
}

#[test]
fn what_one_document_gets_wrong_is_left_out_where_nobody_wants_it() {
    let options = Options {
        no_self: true,
        ..Options::default()
    };
    for (_, document) in cases() {
        assert_eq!(compare_with(vec![document], &options).findings, []);
    }
}

#[test]
fn a_fault_that_two_documents_make_in_the_same_words_is_one_finding() {
    let text = "The new wall is 60 metres (400 feet) long, and Ostby waits for it.";
    let documents = (0..2)
        .map(|id| Document::new(id, &format!("{id}.txt"), text, InputFormat::Text))
        .collect();
    let report = compare(documents);
    assert_eq!(report.findings.len(), 1);
    let groups = &report.findings[0].groups;
    assert!(
        groups.iter().all(|g| g.occurrences.len() == 2),
        "{groups:?}"
    );
}
