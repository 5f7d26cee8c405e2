//! The claims that no source makes, as findings.

use super::{Status, Verification};
use crate::finding::{Finding, Group, Verdict};
use crate::judge::fingerprint::{fingerprint, tell_apart};

/// The rule that reports a claim of a draft which no source makes.
pub const NOT_FOUND: &str = "not-found";

/// About the share of such findings that are right: of the figures, dates and scores that both articles of a pair tell, a
/// sixth is not found, and most of what is not found is told by one of them alone.
const SURE: f64 = 0.8;

/// Adds a finding for every claim that is found in no source, and puts all findings in the order of the draft.
pub(super) fn tell(verification: &mut Verification) {
    let claims = verification.claims();
    let report = &mut verification.report;
    let Some(draft) = report.articles.first() else {
        return;
    };
    let mut missing = Vec::new();
    for (claim, asserted) in claims.iter().zip(&verification.asserted) {
        let (Status::NotFound, Some(&first)) = (claim.status, asserted.mentions.first()) else {
            continue;
        };
        let mut group = Group::of(draft, &draft.mentions[first]);
        group.noun.clone_from(&claim.noun);
        group.occurrences = asserted.places(draft);
        let about = asserted.about.to_lowercase();
        missing.push(Finding {
            rule: NOT_FOUND,
            kind: claim.kind,
            verdict: Verdict::NotFound,
            level: Verdict::NotFound.level(),
            confidence: SURE,
            about: asserted.about.clone(),
            message: format!("found in no source: {}", group.display),
            evidence: Vec::new(),
            fingerprint: fingerprint([NOT_FOUND, &group.display.to_lowercase(), &about]),
            groups: vec![group],
        });
    }
    tell_apart(&mut missing);
    report.findings.extend(missing);
    let first = |f: &Finding| f.groups.first()?.occurrences.first().map(|o| o.span);
    report.findings.sort_by_key(first);
}
