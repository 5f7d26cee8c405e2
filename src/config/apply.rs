//! What the settings do to a report: levels, what is off, what is allowed, what is too unsure.

use std::path::Path;

use jiff::civil::Date;

use super::inline::inline;
use super::{Allow, Setting, Settings};
use crate::Report;
use crate::finding::{Allowed, Finding, Level};
use crate::source::one_line;

/// What is known about a run beside the settings.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// The current folder, which the paths of documents start from.
    pub here: &'a Path,
    /// What day it is, where an entry has a last one.
    pub today: Option<Date>,
    /// Whether all is compared that these documents may disagree with: only then a comment in them that allows nothing is of no
    /// use.
    pub complete: bool,
}

/// Which `[[allow]]` entries found something to allow, and which comments say nothing that could be understood, over all reports
/// that the settings were applied to.
#[derive(Clone, Debug, Default)]
pub struct Used {
    entries: Vec<bool>,
    /// What is wrong with comments in documents, in the order of the reports.
    comments: Vec<String>,
}

impl Used {
    /// Whether the entry of that number fitted a finding, be it over or not.
    pub fn is_used(&self, entry: usize) -> bool {
        self.entries.get(entry).copied().unwrap_or(false)
    }

    /// What is wrong with the comments of the documents, each with its place.
    pub fn wrong_comments(&self) -> &[String] {
        &self.comments
    }

    fn mark(&mut self, entry: usize) {
        if self.entries.len() <= entry {
            self.entries.resize(entry + 1, false);
        }
        self.entries[entry] = true;
    }
}

impl Settings {
    /// Applies the settings to a report whose documents have been held to the house lists ([`Settings::hold_to_house`]): gives
    /// each finding the level of its rule, drops those of rules that are off, puts what is allowed beside the findings, says
    /// which comments allow nothing, and leaves out what is too unsure.
    pub fn apply(&self, report: &mut Report, run: Run<'_>, used: &mut Used) {
        let (mut comments, wrong) = inline(report);
        used.comments.extend(wrong);
        let mut kept = Vec::new();
        for mut finding in std::mem::take(&mut report.findings) {
            // What allows a finding of a rule that is off is of use when the rule is on again.
            let mut is_on = true;
            match self.level_of(finding.rule).map(|set| set.value) {
                Some(Some(level)) => finding.level = level,
                Some(None) => is_on = false,
                None => {}
            }
            let mut holding: Option<&Allow> = None;
            for (number, allow) in self.allow.iter().enumerate() {
                if allow.fits(&finding, report, run.here) {
                    used.mark(number);
                    if !allow.is_over(run.today) {
                        holding = holding.or(Some(allow));
                    }
                }
            }
            let mut accepted =
                holding.map(|allow| (allow.reason.clone(), self.place(allow.span), false));
            for comment in comments.iter_mut().filter(|c| c.fits(&finding)) {
                comment.used = true;
                accepted
                    .get_or_insert_with(|| (comment.reason.clone(), comment.place.clone(), true));
            }
            match accepted {
                _ if !is_on => {}
                Some((reason, place, is_comment)) => report.allowed.push(Allowed {
                    finding,
                    reason,
                    place,
                    is_comment,
                }),
                None => kept.push(finding),
            }
        }
        report.findings = kept;
        self.unused_comments(report, &comments, run);
        report.leave_out_below(self.min_confidence.value);
    }

    /// The level that is set for a rule.
    pub(super) fn level_of(&self, rule: &str) -> Option<&Setting<Option<Level>>> {
        let mut set = self.levels.iter().filter(|(name, _)| *name == rule);
        set.next().map(|(_, setting)| setting)
    }
}

impl Allow {
    /// Whether its last day is over.
    pub fn is_over(&self, today: Option<Date>) -> bool {
        matches!((self.until, today), (Some(until), Some(today)) if until < today)
    }

    /// Whether all that it says fits the finding.
    fn fits(&self, finding: &Finding, report: &Report, here: &Path) -> bool {
        self.rule.as_deref().is_none_or(|rule| rule == finding.rule)
            && self
                .fingerprint
                .as_deref()
                .is_none_or(|print| print == finding.fingerprint)
            && self.text.iter().all(|text| says(report, finding, text))
            && self.paths.as_ref().is_none_or(|paths| {
                // What would be left of the finding without those files.
                let left = finding.groups.iter().filter(|group| {
                    group.occurrences.iter().any(|occurrence| {
                        let article = report.articles.get(occurrence.span.source().index());
                        article.is_some_and(|a| {
                            !paths.matches(Path::new(a.document.source.name()), here)
                        })
                    })
                });
                left.count() < 2
            })
    }
}

/// Whether the words stand in one of the values of the finding or in its message.
fn says(report: &Report, finding: &Finding, words: &str) -> bool {
    let words = one_line(words);
    let occurrences = finding.groups.iter().flat_map(|group| &group.occurrences);
    let written = occurrences.filter_map(|occurrence| {
        let article = report.articles.get(occurrence.span.source().index())?;
        Some(one_line(article.document.source.slice(occurrence.span)))
    });
    holds(&finding.message, &words)
        || finding
            .groups
            .iter()
            .any(|group| holds(&group.display, &words))
        || written.into_iter().any(|text| holds(&text, &words))
}

/// Whether the text holds the words, and no more of the first and the last of them than that.
pub(super) fn holds(text: &str, words: &str) -> bool {
    let joins = |a: Option<char>, b: Option<char>| {
        a.is_some_and(char::is_alphanumeric) && b.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(words).any(|(at, found)| {
        let (before, behind) = (&text[..at], &text[at + found.len()..]);
        !joins(before.chars().next_back(), found.chars().next())
            && !joins(found.chars().next_back(), behind.chars().next())
    })
}
