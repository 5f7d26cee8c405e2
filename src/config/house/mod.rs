//! The house lists: every document is held to the spellings and facts that `crosscheck.toml` gives.
//!
//! The file of settings stands in the report as a document of role `List`, so that a finding points at the line of the list as
//! it does at that of an article. It is not aligned with the articles as these are with each other: a list tells no story, has no
//! sentences around its values and no context that could settle a doubt. What its entries say is looked for in each document by
//! itself, under rules of its own that are stricter than those between articles.

mod facts;
mod names;
#[cfg(test)]
mod tests;

use std::path::Path;

use crate::config::{Run, Settings};
use crate::finding::{Group, Occurrence};
use crate::read::{Document, InputFormat, Role};
use crate::source::{Source, Span};
use crate::value::{Kind, Value};
use crate::{Article, Report, analyze};

pub(super) use facts::Answer;

impl Settings {
    /// Adds to the report what its documents say against the house lists, and the files of settings that they are held to.
    pub fn hold_to_house(&self, report: &mut Report, run: Run<'_>) {
        if self.names.is_empty() && self.facts.is_empty() {
            return;
        }
        let lists = Lists::new(self, report.articles.len());
        let mut found = names::check(self, &report.articles, &lists);
        found.extend(facts::check(self, &report.articles, &lists, run));
        if found.is_empty() {
            return;
        }
        names::take_in(&mut report.findings, &mut found);
        self.refer(report);
        report.findings.append(&mut found);
        super::in_order(&mut report.findings);
    }

    /// Adds the files of settings to the documents of the report, unless they are there; which one is the first of them.
    pub(super) fn refer(&self, report: &mut Report) -> usize {
        let is_list = |article: &Article| article.document.role == Role::List;
        if let Some(first) = report.articles.iter().position(is_list) {
            return first;
        }
        let first = report.articles.len();
        let lists = Lists::new(self, first);
        for file in &self.files {
            report.originals.push(report.articles.len());
            report
                .articles
                .push(lists.article(file.source.id().index(), &file.source));
        }
        first
    }
}

/// The files of settings as documents that stand behind those of a report.
struct Lists {
    sources: Vec<Source>,
}

impl Lists {
    fn new(settings: &Settings, documents: usize) -> Lists {
        let sources = settings.files.iter().zip(documents..).map(|(file, id)| {
            let id = crate::source::SourceId(id as u32);
            Source::new(id, file.source.name(), file.source.text())
        });
        Lists {
            sources: sources.collect(),
        }
    }

    /// A file as a document in which nothing is said but to the program.
    fn article(&self, file: usize, source: &Source) -> Article {
        let id = self.sources.get(file).map_or(0, |s| s.id().0);
        let mut document = Document::new(id, source.name(), source.text(), InputFormat::Text);
        document.prose = " ".repeat(source.text().len()).into();
        document.blocks.clear();
        document.role = Role::List;
        document.title = None;
        document.published = None;
        analyze(document)
    }

    /// An answer of the list, which stands at a span of a file of settings, and the part of the file that is shown around it.
    fn group(&self, kind: Kind, value: Value, (span, around): (Span, Span)) -> Option<Group> {
        let source = self.sources.get(span.source().index())?;
        let text = source.text();
        let start = text[..around.start().min(span.start())]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let from = around.end().max(span.end());
        let end = text[from..].find('\n').map_or(text.len(), |at| from + at);
        Some(Group {
            kind,
            value,
            noun: None,
            display: source.text().get(span.range())?.to_owned(),
            occurrences: vec![Occurrence {
                span: source.span(span.range()),
                sentence: source.span(start..end),
            }],
        })
    }
}

/// The sentence of an article around a span; the span itself where it lies in none.
fn sentence(article: &Article, span: Span) -> Span {
    let sentences = &article.text.sentences;
    let after = sentences.partition_point(|s| s.span.start() <= span.start());
    let own = after.checked_sub(1).and_then(|at| sentences.get(at));
    own.map(|s| s.span)
        .filter(|s| s.contains(span))
        .unwrap_or(span)
}

/// Whether an entry holds for a document.
fn holds_for(paths: Option<&super::Patterns>, article: &Article, run: Run<'_>) -> bool {
    paths.is_none_or(|paths| paths.matches(Path::new(article.document.source.name()), run.here))
}
