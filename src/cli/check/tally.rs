//! What a whole check found, in figures.

use std::collections::BTreeMap;

use crate::corpus::{Corpus, Story};
use crate::finding::Level;
use crate::report::tally::counted;
use crate::report::{Report, json};

/// Counts of findings and of what was checked.
pub(super) struct Tally {
    stories: usize,
    documents: usize,
    /// Stories, by name, that have findings.
    with_findings: std::collections::BTreeSet<String>,
    by_rule: BTreeMap<&'static str, BTreeMap<Level, usize>>,
    allowed: usize,
}

/// The levels, gravest first, with their heads in the table.
const LEVELS: [(Level, &str); 3] = [
    (Level::Error, "errors"),
    (Level::Warning, "warnings"),
    (Level::Note, "notes"),
];

impl Tally {
    pub(super) fn new(corpus: &Corpus) -> Tally {
        Tally {
            stories: corpus.stories.len(),
            documents: corpus.stories.iter().map(|s| s.documents.len()).sum(),
            with_findings: Default::default(),
            by_rule: BTreeMap::new(),
            allowed: 0,
        }
    }

    /// Counts the findings of a story or of a part of it, or those that are no story's.
    pub(super) fn add(&mut self, story: Option<&Story>, report: &Report) {
        if !report.findings.is_empty() {
            self.with_findings.extend(story.map(|s| s.name.clone()));
        }
        self.allowed += report.allowed.len();
        for finding in &report.findings {
            let of_rule = self.by_rule.entry(finding.rule).or_default();
            *of_rule.entry(finding.level).or_default() += 1;
        }
    }

    /// A table of findings by rule and level, and a line on what was checked.
    pub(super) fn summary(&self, accepted: usize) -> String {
        let mut output = String::new();
        if !self.by_rule.is_empty() {
            output.push_str(&self.table());
            output.push('\n');
        }
        let without = self.stories - self.with_findings.len();
        output.push_str(&format!(
            "{} in {}",
            counted(self.documents, "document", "documents"),
            counted(self.stories, "story", "stories"),
        ));
        output.push_str(&match (without, self.by_rule.is_empty()) {
            (_, true) => "; no findings".to_owned(),
            (0, false) => String::new(),
            (n, false) => format!("; {n} without findings"),
        });
        if self.allowed > 0 {
            output.push_str(&format!("; {} allowed", self.allowed));
        }
        output.push('\n');
        if accepted > 0 {
            let findings = counted(accepted, "finding", "findings");
            output.push_str(&format!("{findings} accepted by the baseline\n"));
        }
        output
    }

    fn table(&self) -> String {
        let mut total: BTreeMap<Level, usize> = BTreeMap::new();
        for (level, count) in self.by_rule.values().flatten() {
            *total.entry(*level).or_default() += count;
        }
        let cells = |counts: &BTreeMap<Level, usize>| {
            LEVELS.map(|(level, _)| match counts.get(&level) {
                Some(count) => count.to_string(),
                None => String::new(),
            })
        };
        let mut rows = vec![("rule", LEVELS.map(|(_, head)| head.to_owned()))];
        rows.extend(
            self.by_rule
                .iter()
                .map(|(&rule, counts)| (rule, cells(counts))),
        );
        rows.push(("total", cells(&total)));
        let first = rows.iter().map(|(rule, _)| rule.len()).max().unwrap_or(0);
        let width = |column: usize| rows.iter().map(|(_, cells)| cells[column].len()).max();
        let widths = [0, 1, 2].map(|column| width(column).unwrap_or(0));
        let mut table = String::new();
        for (rule, cells) in &rows {
            let mut line = format!("{rule:first$}");
            for (cell, width) in cells.iter().zip(widths) {
                line.push_str(&format!("  {cell:>width$}"));
            }
            table.push_str(line.trim_end());
            table.push('\n');
        }
        table
    }

    /// How many findings each rule has, most first.
    pub(super) fn statistics(&self) -> String {
        let counts = self.by_rule.iter();
        let mut counts: Vec<(usize, &str)> = counts
            .map(|(&rule, levels)| (levels.values().sum(), rule))
            .collect();
        counts.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        let width = counts.first().map_or(0, |(n, _)| n.to_string().len());
        let lines = counts.iter();
        lines
            .map(|(count, rule)| format!("{count:>width$}  {rule}\n"))
            .collect()
    }

    /// The same as one `crosscheck.statistics/1` object, by rule.
    pub(super) fn statistics_json(&self) -> String {
        let rules = self.by_rule.iter().map(|(rule, levels)| {
            let count = |level| levels.get(&level).copied().unwrap_or(0);
            serde_json::json!({
                "rule": rule,
                "error": count(Level::Error),
                "warning": count(Level::Warning),
                "note": count(Level::Note),
            })
        });
        let rules: Vec<serde_json::Value> = rules.collect();
        json::to_line(&serde_json::json!({
            "schema": "crosscheck.statistics/1",
            "documents": self.documents,
            "stories": self.stories,
            "rules": rules,
        }))
    }
}
