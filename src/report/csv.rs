//! CSV: a row a finding, for a spreadsheet.
//!
//! The first two answers have columns of their own, since nearly every finding has two; whatever goes beyond them stands in one
//! column more. Each place is a file, a line and a column, so that rows can be sorted and joined by them.

use super::model::{Finding, Occurrence, Report};
use super::sheet::Sheet;

const COLUMNS: [&str; 22] = [
    "story",
    "rule",
    "kind",
    "verdict",
    "level",
    "confidence",
    "about",
    "message",
    "difference",
    "value_a",
    "source_a",
    "line_a",
    "column_a",
    "excerpt_a",
    "value_b",
    "source_b",
    "line_b",
    "column_b",
    "excerpt_b",
    "also_at",
    "fingerprint",
    "allowed",
];

/// The findings, a row each, and then what the documents agree on and what is allowed, where that was asked for.
pub fn report(report: &Report) -> String {
    let mut sheet = Sheet::new(&COLUMNS);
    for finding in report
        .findings
        .iter()
        .chain(report.agreements.iter().flatten())
        .chain(report.allowed.iter().flatten())
    {
        sheet.row(&row(report, finding));
    }
    sheet.text()
}

fn row(report: &Report, finding: &Finding) -> Vec<String> {
    let mut row = vec![
        finding.story.clone().unwrap_or_default(),
        finding.rule.to_owned(),
        finding.kind.to_owned(),
        finding.verdict.to_owned(),
        finding.level.to_owned(),
        finding.confidence.to_string(),
        finding.about.clone(),
        finding.message.clone(),
        finding.difference.clone().unwrap_or_default(),
    ];
    // What the documents agree on is one answer, and its first two places are the two sides.
    let first_of_each = finding.groups.iter().filter_map(|g| g.mentions.first());
    let sides: Vec<&Occurrence> = match finding.groups.as_slice() {
        [one] => one.mentions.iter().take(2).collect(),
        _ => first_of_each.take(2).collect(),
    };
    for side in 0..2 {
        match sides.get(side) {
            Some(mention) => row.extend([
                mention.text.clone(),
                report.path(mention).to_owned(),
                mention.line.to_string(),
                mention.column.to_string(),
                mention.excerpt.line(),
            ]),
            None => row.extend(std::array::from_fn::<String, 5, _>(|_| String::new())),
        }
    }
    let others: Vec<String> = finding
        .mentions()
        .filter(|m| !sides.iter().any(|side| std::ptr::eq(*side, *m)))
        .map(|m| format!("{}:{}:{} {}", report.path(m), m.line, m.column, m.text))
        .collect();
    row.push(others.join("; "));
    row.push(finding.fingerprint.clone());
    let reason = finding.accepted.as_ref().map(|a| a.reason.clone());
    row.push(reason.unwrap_or_default());
    row
}
