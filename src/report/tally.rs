//! How many of what, in words: the line that sums a report up.

use super::model::Report;
use crate::finding::Verdict;
use crate::verify::Status;

/// Each verdict of a finding, with the words for one and for many, in the order in which they are told.
const WORDS: [(Verdict, &str, &str); 7] = [
    (Verdict::Conflict, "conflict", "conflicts"),
    (Verdict::Variant, "variant", "variants"),
    (Verdict::Update, "update", "updates"),
    (
        Verdict::Format,
        "difference of format",
        "differences of format",
    ),
    (Verdict::LessPrecise, "less precise", "less precise"),
    (Verdict::Agree, "agreement", "agreements"),
    (Verdict::NotFound, "not found", "not found"),
];

/// "4 disagreements: 3 conflicts, 1 variant", of the verdicts by name.
pub(super) fn disagreements<'a>(verdicts: impl Iterator<Item = &'a str>) -> String {
    let mut counts = [0; WORDS.len()];
    let mut all = 0;
    for name in verdicts {
        all += 1;
        for (count, (verdict, ..)) in counts.iter_mut().zip(WORDS) {
            *count += usize::from(verdict.name() == name);
        }
    }
    let line = match all {
        0 => "no disagreements".to_owned(),
        n => counted(n, "disagreement", "disagreements"),
    };
    let parts: Vec<String> = counts
        .into_iter()
        .zip(WORDS)
        .filter(|&(n, _)| n > 0)
        .map(|(n, (_, one, many))| counted(n, one, many))
        .collect();
    match parts.as_slice() {
        [] => line,
        parts => format!("{line}: {}", parts.join(", ")),
    }
}

/// What sums a report up in one line: of a draft its coverage, of documents that are compared their disagreements.
pub(super) fn line(report: &Report) -> String {
    match &report.claims {
        Some(claims) => coverage(claims.iter().map(|claim| claim.status)),
        None => disagreements(report.findings.iter().map(|f| f.verdict)),
    }
}

/// "34 claims: 27 supported, 2 conflict, 5 not found".
pub(super) fn coverage(statuses: impl Iterator<Item = Status> + Clone) -> String {
    let parts = by_status(statuses.clone());
    let parts = parts.map(|(status, n)| format!("{n} {}", status.words()));
    match statuses.count() {
        0 => "no claims".to_owned(),
        n => format!(
            "{}: {}",
            counted(n, "claim", "claims"),
            parts.collect::<Vec<_>>().join(", ")
        ),
    }
}

/// How many claims have each status that there is.
pub(super) fn by_status(
    statuses: impl Iterator<Item = Status> + Clone,
) -> impl Iterator<Item = (Status, usize)> {
    let count = move |status| statuses.clone().filter(|&s| s == status).count();
    let all = Status::ALL.into_iter();
    all.map(move |status| (status, count(status)))
        .filter(|&(_, n)| n > 0)
}

/// "1 finding", "2 findings".
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_claims_of_a_draft_are_counted_by_what_the_sources_say() {
        use Status::{Conflict, NotFound, Supported};
        let p = |statuses: &[Status]| coverage(statuses.iter().copied());
        assert_eq!(p(&[]), "no claims");
        assert_eq!(p(&[Conflict]), "1 claim: 1 conflict");
        assert_eq!(
            p(&[NotFound, Supported, Conflict, Supported]),
            "4 claims: 2 supported, 1 conflict, 1 not found"
        );
    }

    #[test]
    fn verdicts_are_counted_in_words() {
        let p = |verdicts: &[&str]| disagreements(verdicts.iter().copied());
        assert_eq!(p(&[]), "no disagreements");
        assert_eq!(p(&["variant"]), "1 disagreement: 1 variant");
        assert_eq!(
            p(&["variant", "conflict", "variant", "format"]),
            "4 disagreements: 1 conflict, 2 variants, 1 difference of format"
        );
    }
}
