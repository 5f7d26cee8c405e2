//! The claims that no source makes, as findings.

use super::{Asserted, Status, Verification};
use crate::Article;
use crate::finding::{Finding, Group, Verdict};
use crate::judge::fingerprint::{fingerprint, tell_apart};
use crate::value::{Dimension, Value};

/// The rule that reports a claim of a draft which no source makes.
pub const NOT_FOUND: &str = "not-found";

/// About the share of such findings that are right: of the figures, dates and scores that both articles of a pair tell, a
/// sixth is not found, and most of what is not found is told by one of them alone.
const SURE: f64 = 0.8;

impl Asserted {
    /// Whether it only numbers the things of the text, as "the first time" and "a second witness" do: where no source says so,
    /// nobody asks them. A rank in digits, or one that is counted out ("the seventh loss"), is a claim like any other.
    pub(super) fn only_numbers(&self, draft: &Article, findings: &[Finding]) -> bool {
        let Some(mention) = self.mentions.first().map(|&m| &draft.mentions[m]) else {
            return false;
        };
        let Value::Figure(figure) = &mention.value else {
            return false;
        };
        let written = draft.text.slice(mention.span);
        let low = figure.dimension == Dimension::Rank
            && figure.amount.is_some_and(|rank| rank <= 2.into())
            && !written.contains(|c: char| c.is_ascii_digit());
        let told = || {
            let mut places = findings.iter().flat_map(|f| &f.groups);
            places.any(|g| g.occurrences.iter().any(|o| o.span == mention.span))
        };
        low && self.support.is_empty() && !told()
    }
}

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
