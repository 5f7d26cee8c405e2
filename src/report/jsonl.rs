//! JSON Lines: a finding a line, each with all that it takes to read it.
//!
//! A report of a corpus is one object and has to be read whole; lines can be cut, sorted, counted and joined with others.
//! So each line holds its own documents, and a reader never has to look anything up.

use serde::Serialize;

use super::json::to_line;
use super::model::{Document, Finding, Report, Tool};
use super::verified;

/// `crosscheck.finding/1`: a finding of `crosscheck.report/1`, and the documents that its mentions stand in.
#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    tool: Tool,
    #[serde(flatten)]
    finding: &'a Finding,
    documents: Vec<&'a Document>,
}

/// The findings, a line each, then what the documents agree on and what is allowed, where that was asked for, and the claims of a
/// draft.
pub fn report(report: &Report) -> String {
    let agreements = report.agreements.iter().flatten();
    let allowed = report.allowed.iter().flatten();
    let findings = report.findings.iter().chain(agreements).chain(allowed);
    let lines = findings.map(|finding| {
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
    });
    let claims = report.claims.iter();
    let claims = claims.map(|claims| verified::jsonl::claims(report, claims));
    lines.chain(claims).collect()
}
