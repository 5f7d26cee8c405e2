//! The report for reading: each disagreement with the sentences of both sides, the values underlined.
//!
//! Here are the lists: the findings one after the other, what the documents agree on, what one alone says, what is allowed,
//! and the line that sums up. Styled text is given back; whoever prints it takes the styles away where nobody sees them.

mod finding;

pub(super) use finding::finding;

use rustc_hash::FxHashMap;

use super::excerpt::squeezed;
use super::tally::{counted, disagreements};
use super::{Detail, Report, escape, only, why};
use crate::finding::{Allowed, Finding, Occurrence};
use crate::source::Source;

/// The whole report: the findings, the agreements where they are wanted, and one line that sums up.
pub fn report(report: &Report, detail: Detail) -> String {
    let mut output = body(report, detail);
    output.push_str(&summary(report, detail));
    output.push('\n');
    output
}

/// The findings, and the agreements where they are wanted: of a story that is one of many, which are summed up together.
pub fn body(report: &Report, detail: Detail) -> String {
    let all: Vec<&Finding> = report.findings.iter().collect();
    let explained = Explained::of(report, detail);
    findings(report, &all, detail, &explained) + &lists(report, detail)
}

/// Findings one after the other, each with what spoke for and against it where that is wanted.
pub(super) fn findings(
    report: &Report,
    shown: &[&Finding],
    detail: Detail,
    explained: &Explained,
) -> String {
    let mut output = String::new();
    for one in shown {
        output.push_str(&finding(report, one, detail));
        output.push('\n');
        output.push_str(&explained.rows(report, one));
        output.push('\n');
    }
    output
}

/// What speaks for and against each finding, where somebody wants to know.
pub(super) struct Explained(FxHashMap<String, why::Why>);

impl Explained {
    pub(super) fn of(report: &Report, detail: Detail) -> Explained {
        if !detail.explain {
            return Explained(FxHashMap::default());
        }
        let fingerprints = report.findings.iter().map(|f| f.fingerprint.clone());
        let whys = why::findings(report);
        let known = fingerprints
            .zip(whys)
            .filter_map(|(of, why)| Some((of, why?)));
        Explained(known.collect())
    }

    /// The rows of one finding; none where nothing is known of it, or nobody wants to know.
    pub(super) fn rows(&self, report: &Report, finding: &Finding) -> String {
        let why = self.0.get(&finding.fingerprint);
        why.map_or(String::new(), |why| why::rows(report, why))
    }
}

/// What stands behind the findings where it is wanted: what the documents agree on, what one alone says, and what is allowed.
pub(super) fn lists(report: &Report, detail: Detail) -> String {
    let mut output = String::new();
    if detail.agreements && !report.agreements.is_empty() {
        output.push_str("The documents agree on:\n");
        for finding in &report.agreements {
            output.push_str(&agreement(report, finding));
        }
        output.push('\n');
    }
    if detail.only_in {
        only_in(report, &mut output);
    }
    if detail.allowed && !report.allowed.is_empty() {
        output.push_str("Allowed:\n");
        for allowed in &report.allowed {
            output.push_str(&accepted(allowed));
        }
        output.push('\n');
    }
    output
}

/// One line: how many of what.
fn summary(report: &Report, detail: Detail) -> String {
    let mut line = disagreements(report.findings.iter().map(|f| f.verdict.name()));
    let agreed = report.agreements.len();
    if agreed > 0 {
        let hint = if detail.agreements {
            ""
        } else {
            " (--agreements shows them)"
        };
        line.push_str(&format!(
            "; {}{hint}",
            counted(agreed, "agreement", "agreements")
        ));
    }
    let allowed = report.allowed.len();
    if allowed > 0 {
        let hint = if detail.allowed {
            ""
        } else {
            " (--allowed shows them)"
        };
        line.push_str(&format!("; {allowed} allowed{hint}"));
    }
    line
}

/// One line for what the documents agree on.
fn agreement(report: &Report, finding: &Finding) -> String {
    let mut values: Vec<String> = Vec::new();
    let mut at: Vec<String> = Vec::new();
    for group in &finding.groups {
        for occurrence in &group.occurrences {
            let Some(source) = source_of(report, occurrence) else {
                continue;
            };
            let value = squeezed(&escape::line(source.slice(occurrence.span)));
            if !values.contains(&value) {
                values.push(value);
            }
            at.push(place(source, occurrence));
        }
    }
    let about = match escape::line(&finding.about) {
        about if about.is_empty() => about,
        about => format!(" ({about})"),
    };
    format!("  {}{about}: {}\n", values.join(" / "), at.join(", "))
}

/// What each document alone says, a line each.
fn only_in(report: &Report, output: &mut String) {
    let mut last = None;
    for only in only::only(report) {
        let Some(source) = source_of(report, &only.place) else {
            continue;
        };
        if last.is_some_and(|last| last != only.article) {
            output.push('\n');
        }
        if last != Some(only.article) {
            output.push_str(&format!("Only in {}:\n", escape::line(source.name())));
        }
        last = Some(only.article);
        let (line, column) = source.line_column(only.place.span.start());
        let value = squeezed(&escape::line(source.slice(only.place.span)));
        let about = match escape::line(&only.about) {
            about if about.is_empty() => about,
            about => format!(" ({about})"),
        };
        output.push_str(&format!("  {value}{about}: {line}:{column}\n"));
    }
    if last.is_some() {
        output.push('\n');
    }
}

/// One line for what somebody has accepted.
fn accepted(allowed: &Allowed) -> String {
    format!(
        "  {} [{}]: {} ({})\n",
        escape::line(&allowed.finding.message),
        allowed.finding.rule,
        escape::line(&allowed.reason),
        escape::line(&allowed.place)
    )
}
/// The source of a place; `None` for one outside the report, which no stage makes.
fn source_of<'a>(report: &'a Report, occurrence: &Occurrence) -> Option<&'a Source> {
    report
        .articles
        .get(occurrence.span.source().index())
        .map(|article| &article.document.source)
}

/// `a.txt:13:5`.
fn place(source: &Source, occurrence: &Occurrence) -> String {
    let (line, column) = source.line_column(occurrence.span.start());
    format!("{}:{line}:{column}", escape::line(source.name()))
}

#[cfg(test)]
mod tests;
