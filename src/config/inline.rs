//! What the documents themselves allow, in comments: `<!-- crosscheck: allow RULE reason -->` for a block, `allow-file` for the
//! whole document.
//!
//! A comment passes over the values that its document gives in its block, wherever else the document repeats them; a finding is
//! allowed where fewer than two answers are left then.

use super::parse::no_rule;
use crate::Report;
use crate::finding::Finding;
use crate::judge::RULES;
use crate::read::comments::comments;
use crate::source::Span;

/// A comment that allows something.
pub(super) struct Inline {
    /// Which document it stands in.
    pub(super) article: usize,
    /// Where.
    pub(super) span: Span,
    pub(super) rule: &'static str,
    /// What it holds for; `None` is the whole document.
    block: Option<Span>,
    pub(super) reason: String,
    /// `a.md:12`.
    pub(super) place: String,
    pub(super) used: bool,
}

/// The comments of all documents of a report, and what is wrong with those that could not be understood.
pub(super) fn inline(report: &Report) -> (Vec<Inline>, Vec<String>) {
    let (mut all, mut wrong) = (Vec::new(), Vec::new());
    for (index, article) in report.articles.iter().enumerate() {
        let source = &article.document.source;
        for comment in comments(&article.document) {
            let (line, _) = source.line_column(comment.span.start());
            let place = format!("{}:{line}", source.name());
            match read(&comment.text) {
                Ok((whole, rule, reason)) => match (whole, comment.block) {
                    (false, None) => wrong.push(format!(
                        "{place}: no block follows that this comment could hold for; write `allow-file` for the whole file"
                    )),
                    (whole, block) => all.push(Inline {
                        article: index,
                        span: comment.span,
                        rule,
                        block: block.filter(|_| !whole),
                        reason,
                        place,
                        used: false,
                    }),
                },
                Err(message) => wrong.push(format!("{place}: {message}")),
            }
        }
    }
    (all, wrong)
}

/// Whether the whole file is meant, the rule, and the reason.
fn read(text: &str) -> Result<(bool, &'static str, String), String> {
    let mut words = text.split_whitespace();
    let whole = match words.next() {
        Some("allow") => false,
        Some("allow-file") => true,
        other => {
            return Err(format!(
                "a comment to crosscheck says `allow RULE reason` or `allow-file RULE reason`, but found `{}`",
                other.unwrap_or_default()
            ));
        }
    };
    let name = words.next().unwrap_or_default();
    let rule = RULES
        .iter()
        .find(|rule| rule.name == name)
        .ok_or_else(|| no_rule(name))?;
    let reason = words.collect::<Vec<_>>().join(" ");
    if reason.is_empty() {
        return Err(format!(
            "this comment allows `{name}` without a reason; write it behind the rule"
        ));
    }
    Ok((whole, rule.name, reason))
}

impl Inline {
    /// Whether nothing is left of the finding that differs, once what this holds for is passed over.
    pub(super) fn fits(&self, finding: &Finding) -> bool {
        if finding.rule != self.rule {
            return false;
        }
        let own = |span: Span| span.source().index() == self.article;
        let mut touched = false;
        let left = finding.groups.iter().filter(|group| {
            let spans = || group.occurrences.iter().map(|o| o.span);
            let held = spans()
                .any(|span| own(span) && self.block.is_none_or(|block| block.overlaps(span)));
            touched |= held;
            spans().any(|span| !(held && own(span)))
        });
        left.count() < 2 && touched
    }
}
