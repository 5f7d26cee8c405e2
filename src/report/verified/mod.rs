//! A draft held to its sources, in the formats that have a place for claims; in the others its conflicts, and what is found in no
//! source, are findings as those of any report, and the line that sums up is that of the claims.
//!
//! A claim that a finding tells of is not told twice: each format has the claims in the order of the draft, and then the findings
//! that no claim tells, which are what the draft gets wrong by itself.

pub(super) mod csv;
pub(super) mod jsonl;
pub(super) mod junit;
pub(super) mod markdown;
pub mod text;

use super::model::{Claim, Finding, Report};

/// The findings that tell of a claim.
pub(super) fn findings<'a>(
    report: &'a Report,
    claim: &'a Claim,
) -> impl Iterator<Item = &'a Finding> {
    let found = report.findings.iter();
    found.filter(|f| claim.findings.contains(&f.fingerprint))
}

/// Whether a claim of the draft tells of a finding.
pub(super) fn is_told(report: &Report, finding: &Finding) -> bool {
    let mut claims = report.claims.iter().flatten();
    claims.any(|claim| claim.findings.contains(&finding.fingerprint))
}

/// The findings that no claim tells.
fn untold(report: &Report) -> impl Iterator<Item = &Finding> {
    report.findings.iter().filter(|f| !is_told(report, f))
}
