//! A claim a line, with the documents that it takes to read it.

use serde::Serialize;

use crate::report::json::to_line;
use crate::report::model::{Claim, Document, Report, Tool};

/// `crosscheck.claim/1`: a claim of `crosscheck.report/1`, and the documents that it and its sources stand in.
#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    tool: Tool,
    #[serde(flatten)]
    claim: &'a Claim,
    documents: Vec<&'a Document>,
}

/// The claims of the draft, a line each.
pub(in crate::report) fn claims(report: &Report, claims: &[Claim]) -> String {
    let line = |claim| {
        let mut documents: Vec<usize> = claim_documents(claim);
        documents.sort_unstable();
        documents.dedup();
        to_line(&Line {
            schema: "crosscheck.claim/1",
            tool: report.tool,
            claim,
            documents: documents
                .into_iter()
                .filter_map(|id| report.documents.get(id))
                .collect(),
        })
    };
    claims.iter().map(line).collect()
}

fn claim_documents(claim: &Claim) -> Vec<usize> {
    let sources = claim.sources.iter().map(|source| source.place.document);
    std::iter::once(claim.place.document)
        .chain(sources)
        .collect()
}
