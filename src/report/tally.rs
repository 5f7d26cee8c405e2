//! How many of what, in words: the line that sums a report up, and what verdicts are called in it.

use super::model;
use crate::finding::Verdict;

/// A verdict as a reader is told of it.
pub(crate) struct Words {
    pub(crate) verdict: Verdict,
    /// A sign for it, where there is little room.
    pub(crate) sign: &'static str,
    /// The words for one and for many.
    pub(crate) one: &'static str,
    pub(crate) many: &'static str,
}

const fn words(
    verdict: Verdict,
    sign: &'static str,
    one: &'static str,
    many: &'static str,
) -> Words {
    Words {
        verdict,
        sign,
        one,
        many,
    }
}

/// Each verdict, in the order in which they are told: the one place that says what they are called.
pub(crate) const WORDS: [Words; 7] = [
    words(Verdict::Conflict, "≠", "conflict", "conflicts"),
    words(Verdict::Variant, "≈", "variant", "variants"),
    words(Verdict::Update, "→", "update", "updates"),
    words(
        Verdict::Format,
        "Aa",
        "difference of format",
        "differences of format",
    ),
    words(Verdict::LessPrecise, "≃", "less precise", "less precise"),
    words(Verdict::Agree, "=", "agreement", "agreements"),
    words(Verdict::Unused, "∅", "unused allow", "unused allows"),
];

impl Words {
    /// Those of the verdict of that name.
    pub(crate) fn of(name: &str) -> Option<&'static Words> {
        WORDS.iter().find(|words| words.verdict.name() == name)
    }

    /// "3 conflicts".
    pub(crate) fn counted(&self, n: usize) -> String {
        counted(n, self.one, self.many)
    }
}

/// How many verdicts of each sort there are among these, by name; of none nothing.
pub(crate) fn tally<'a>(verdicts: impl Iterator<Item = &'a str>) -> Vec<(&'static Words, usize)> {
    let mut counts = [0; WORDS.len()];
    for name in verdicts {
        for (count, words) in counts.iter_mut().zip(&WORDS) {
            *count += usize::from(words.verdict.name() == name);
        }
    }
    let counted = WORDS.iter().zip(counts);
    counted.filter(|&(_, n)| n > 0).collect()
}

/// "4 disagreements: 3 conflicts, 1 variant; 1 unused allow", of the verdicts by name.
pub(super) fn disagreements<'a>(verdicts: impl Iterator<Item = &'a str>) -> String {
    let (beside, parts): (Vec<_>, Vec<_>) = tally(verdicts)
        .into_iter()
        .partition(|(words, _)| words.verdict == Verdict::Unused);
    let mut line = match parts.iter().map(|(_, n)| n).sum() {
        0 => "no disagreements".to_owned(),
        n => counted(n, "disagreement", "disagreements"),
    };
    let told = |(words, n): &(&Words, usize)| words.counted(*n);
    let parts: Vec<String> = parts.iter().map(told).collect();
    if !parts.is_empty() {
        line = format!("{line}: {}", parts.join(", "));
    }
    for part in &beside {
        line = format!("{line}; {}", told(part));
    }
    line
}

/// The same of a report, with how much is allowed: "no disagreements; 2 allowed".
pub(super) fn headline(report: &model::Report) -> String {
    let mut line = disagreements(report.findings.iter().map(|f| f.verdict));
    if report.summary.allowed > 0 {
        line.push_str(&format!("; {} allowed", report.summary.allowed));
    }
    line
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
        assert_eq!(p(&["unused"]), "no disagreements; 1 unused allow");
        assert_eq!(
            p(&["unused", "update", "unused"]),
            "1 disagreement: 1 update; 2 unused allows"
        );
    }

    #[test]
    fn each_verdict_has_its_words_once() {
        for (i, words) in WORDS.iter().enumerate() {
            let name = words.verdict.name();
            assert!(
                WORDS[..i].iter().all(|w| w.verdict.name() != name),
                "{name}"
            );
            assert!(Words::of(name).is_some());
        }
    }
}
