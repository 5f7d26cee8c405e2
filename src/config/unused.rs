//! `unused-allow`: what is allowed and no longer needs to be, as findings like any other.
//!
//! That something allows nothing is known only where everything was looked at that it may be about, which who runs the
//! comparison says ([`Run::complete`], and whether entries that fitted nothing are asked for at all). What held until a day
//! that is over, and would hold, is known from one finding.

use super::apply::{Run, Used};
use super::inline::Inline;
use super::{Allow, Settings};
use crate::finding::{Evidence, Finding, Group, Occurrence, Verdict};
use crate::judge::fingerprint::fingerprint;
use crate::source::{Source, Span, one_line};
use crate::value::{Kind, Quote, Value};
use crate::{Article, Report};

/// The name of the rule.
pub(super) const RULE: &str = "unused-allow";

impl Settings {
    /// Adds to the report what its documents allow in comments for no finding; `None` of it where it is not sure.
    pub(super) fn unused_comments(&self, report: &mut Report, comments: &[Inline], run: Run<'_>) {
        if !run.complete || self.leaves_out_by_flag() {
            return;
        }
        for comment in comments.iter().filter(|comment| !comment.used) {
            let Some(article) = report.articles.get(comment.article) else {
                continue;
            };
            let found = finding(
                &article.document.source,
                (comment.span, comment.span),
                "this comment allows nothing that is found; take it out".to_owned(),
                (&comment.reason, ["comment", comment.rule, &comment.reason]),
            );
            self.take_in(report, found);
        }
    }

    /// Adds to the report which `[[allow]]` would have allowed something and held until a day that is over, and, where `all`
    /// that they hold for was looked at, which fit no finding any more. The files that they stand in become documents of it.
    pub fn report_unused(&self, report: &mut Report, used: &Used, run: Run<'_>, all: bool) {
        let all = all && !self.leaves_out_by_flag();
        let told: Vec<(&Allow, String)> = self
            .allow
            .iter()
            .enumerate()
            .filter_map(|(number, allow)| {
                let fitted = used.is_used(number);
                let over = allow.until.filter(|_| allow.is_over(run.today));
                let message = match over {
                    Some(until) if fitted || all => format!(
                        "this `[[allow]]` held until {until}; settle what it allows, or take it out"
                    ),
                    None if !fitted && all => {
                        "this `[[allow]]` fits no finding any more; take it out".to_owned()
                    }
                    _ => return None,
                };
                Some((allow, message))
            })
            .collect();
        if told.is_empty() || !self.takes_unused() {
            return;
        }
        let first = self.refer(report);
        for (allow, message) in told {
            let at = first + allow.span.source().index();
            let Some(Article { document, .. }) = report.articles.get(at) else {
                continue;
            };
            let source = &document.source;
            let header = source.span(allow.span.range());
            let what = [&allow.rule, &allow.fingerprint];
            let mut parts = vec!["entry"];
            parts.extend(what.into_iter().flatten().map(String::as_str));
            parts.extend(allow.text.iter().map(String::as_str));
            parts.push(&allow.reason);
            let spans = (header, entry(source, header));
            let found = finding(source, spans, message, (&allow.reason, parts));
            self.take_in(report, found);
        }
    }

    /// Whether a flag of this run leaves out findings that the settings ask for, and that something may allow.
    fn leaves_out_by_flag(&self) -> bool {
        self.no_self.value && self.no_self.from.is_none()
    }

    /// Whether the rule is on.
    fn takes_unused(&self) -> bool {
        self.level_of(RULE).is_none_or(|set| set.value.is_some())
    }

    fn take_in(&self, report: &mut Report, mut finding: Finding) {
        match self.level_of(RULE).map(|set| set.value) {
            Some(None) => return,
            Some(Some(level)) => finding.level = level,
            None => {}
        }
        report.findings.push(finding);
        super::in_order(&mut report.findings);
    }
}

/// What is allowed at a span, and the part of the file that is shown around it.
fn finding<'a>(
    source: &Source,
    (span, around): (Span, Span),
    message: String,
    (reason, known_by): (&str, impl IntoIterator<Item = &'a str>),
) -> Finding {
    let words = source.slice(span).split_whitespace().count();
    Finding {
        rule: RULE,
        kind: Kind::Quote,
        verdict: Verdict::Unused,
        level: Verdict::Unused.level(),
        confidence: 1.0,
        about: reason.to_owned(),
        message,
        groups: vec![Group {
            kind: Kind::Quote,
            value: Value::Quote(Quote {
                speaker: None,
                words,
            }),
            noun: None,
            display: one_line(source.slice(span)),
            occurrences: vec![Occurrence {
                span,
                sentence: around,
            }],
        }],
        evidence: Vec::<Evidence>::new(),
        fingerprint: fingerprint([RULE].into_iter().chain(known_by)),
    }
}

/// An entry of a file of settings: from its header to the next table, without the blank lines and comments before that.
fn entry(source: &Source, header: Span) -> Span {
    let text = source.text();
    let mut end = header.end();
    for line in text[end..].split_inclusive('\n') {
        if line.starts_with('[') {
            break;
        }
        end += line.len();
    }
    let mut entry = &text[header.start()..end];
    loop {
        entry = entry.trim_end();
        match entry.rfind('\n') {
            Some(at) if entry[at + 1..].trim_start().starts_with('#') => entry = &entry[..at],
            _ => break,
        }
    }
    source.span(header.start()..header.start() + entry.len().max(header.len()))
}
