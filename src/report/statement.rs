//! What each document says, a claim at a time: the report's other half, for those who make tables of a story and not only of
//! where it is told in two ways.
//!
//! A claim that is part of a finding or an agreement has the question and the key of that, so that rows of several documents
//! can be grouped by what they answer. The others have their own words for a question, and no key: nothing is known to answer
//! the same.

use rustc_hash::FxHashMap;

use super::model::Answer;
use crate::judge;
use crate::source::{Span, one_line};

/// One claim of one document.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The document, by its id.
    pub document: usize,
    /// What it is about, in the texts' own words.
    pub question: String,
    /// The fingerprint of the finding or agreement that it is part of.
    pub key: Option<String>,
    /// The value as written.
    pub text: String,
    /// The value.
    pub value: Answer,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The line of its first character, from 1.
    pub line: usize,
    /// The column of its first character, from 1, in Unicode scalars.
    pub column: usize,
    /// The whole sentence, in one line.
    pub sentence: String,
}

/// The claims of all documents, in the order of the documents and of their text.
pub(super) fn statements(report: &super::Report) -> Vec<Statement> {
    // Findings come last and so have the last word on a value that stands in several.
    let mut known: FxHashMap<Span, (&str, &str)> = FxHashMap::default();
    for finding in report.agreements.iter().chain(&report.findings) {
        let spans = finding.groups.iter().flat_map(|g| &g.occurrences);
        known.extend(spans.map(|o| (o.span, (&*finding.about, &*finding.fingerprint))));
    }
    let mut statements = Vec::new();
    for (document, article) in report.articles.iter().enumerate() {
        let source = &article.document.source;
        for claim in &article.claims.list {
            let Some(mention) = claim
                .mentions
                .first()
                .and_then(|&i| article.mentions.get(i))
            else {
                continue;
            };
            let (line, column) = source.line_column(mention.span.start());
            let sentence = article.text.sentences.get(mention.sentence);
            let shared = known.get(&mention.span);
            statements.push(Statement {
                document,
                question: match shared {
                    Some((about, _)) if !about.is_empty() => (*about).to_owned(),
                    _ => judge::question(article, claim),
                },
                key: shared.map(|(_, key)| (*key).to_owned()),
                text: source.slice(mention.span).to_owned(),
                value: Answer {
                    kind: mention.kind,
                    value: mention.value.clone(),
                    noun: claim.noun.clone(),
                },
                start: mention.span.start(),
                end: mention.span.end(),
                line,
                column,
                sentence: one_line(sentence.map_or("", |s| source.slice(s.span))),
            });
        }
    }
    statements
}
