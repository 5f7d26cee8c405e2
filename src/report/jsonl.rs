//! JSON Lines: a finding a line, each with all that it takes to read it.
//!
//! A report of a corpus is one object and has to be read whole; lines can be cut, sorted, counted and joined with others.
//! So each line holds its own documents, and a reader never has to look anything up.

use serde::Serialize;

use super::json::to_line;
use super::model::{Document, Finding, Report, Tool};

/// `crosscheck.finding/1`: a finding of `crosscheck.report/1`, and the documents that its mentions stand in.
#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    tool: Tool,
    #[serde(flatten)]
    finding: &'a Finding,
    documents: Vec<&'a Document>,
}

/// The findings, a line each, and then what the documents agree on and what is allowed, where that was asked for.
pub fn report(report: &Report) -> String {
    let agreements = report.agreements.iter().flatten();
    report
        .findings
        .iter()
        .chain(agreements)
        .chain(report.allowed.iter().flatten())
        .map(|finding| {
            to_line(&Line {
                schema: "crosscheck.finding/1",
                tool: report.tool,
                finding,
                documents: finding
                    .documents()
                    .into_iter()
                    .filter_map(|id| report.documents.get(id))
                    .collect(),
            })
        })
        .collect()
}
