//! How many of what, in words: the line that sums a report up.

use crate::finding::Verdict;

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

/// "1 finding", "2 findings".
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

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
