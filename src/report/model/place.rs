//! Where a value stands, and the line around it.

use serde::Serialize;

use crate::finding;
use crate::report::excerpt::excerpt;
use crate::source::{Source, Span};

/// One place where a value is given.
#[derive(Clone, Debug, Serialize)]
pub struct Occurrence {
    /// The document, by its id.
    pub document: usize,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The line of its first character, from 1.
    pub line: usize,
    /// The column of its first character, from 1, in Unicode scalars.
    pub column: usize,
    /// What stands there.
    pub text: String,
    /// The sentence around it.
    pub sentence: Range,
    /// The sentence in one line, cut to what is shown of it.
    #[serde(skip)]
    pub excerpt: Excerpt,
    /// Where it begins and ends as editors count.
    #[serde(skip)]
    pub region: Region,
}

impl Occurrence {
    pub(in crate::report) fn of(source: &Source, occurrence: &finding::Occurrence) -> Occurrence {
        Occurrence::worded(source, occurrence, None)
    }

    /// The same of a quotation that is worded otherwise elsewhere.
    pub(super) fn worded(
        source: &Source,
        occurrence: &finding::Occurrence,
        other: Option<&str>,
    ) -> Occurrence {
        let span = occurrence.span;
        let (line, column) = source.line_column(span.start());
        let excerpt = excerpt(source, occurrence, other);
        Occurrence {
            document: source.id().index(),
            start: span.start(),
            end: span.end(),
            line,
            column,
            text: source.slice(span).to_owned(),
            sentence: Range::of(occurrence.sentence),
            excerpt: Excerpt {
                before: excerpt.text[..excerpt.value.start].to_owned(),
                value: excerpt.text[excerpt.value.clone()].to_owned(),
                after: excerpt.text[excerpt.value.end..].to_owned(),
            },
            region: Region {
                start: source.line_utf16(span.start()),
                end: source.line_utf16(span.end()),
            },
        }
    }
}

/// A range of bytes.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Range {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Range {
    pub(super) fn of(span: Span) -> Range {
        Range {
            start: span.start(),
            end: span.end(),
        }
    }
}

/// One line around a value, in three parts, safe to print.
#[derive(Clone, Debug, Default)]
pub struct Excerpt {
    /// What stands before the value.
    pub before: String,
    /// The value.
    pub value: String,
    /// What stands after it.
    pub after: String,
}

impl Excerpt {
    /// The three parts together.
    pub(in crate::report) fn line(&self) -> String {
        [&*self.before, &*self.value, &*self.after].concat()
    }
}

/// First and last place as (line, column), both from 1, columns in UTF-16 code units; the last is one past the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Region {
    /// Where the first character stands.
    pub start: (usize, usize),
    /// One past the last character.
    pub end: (usize, usize),
}
