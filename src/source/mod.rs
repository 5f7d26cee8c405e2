//! Where text stands: the only code that makes spans and knows lines and columns.
//!
//! Every later stage carries a [`Span`] from here to the report, so nothing is ever searched for again. A span is a
//! range of bytes: the index into the text is the same for a token, a mention and an excerpt, and only what people
//! read (lines and columns) is counted in characters.
//!
//! Of a format whose prose is no part of its bytes (an entity in a web page stands for one character, a .docx file is
//! packed) the text is what was extracted, and [`Extracted`] keeps for every character where it stands in the file. So
//! spans index what is read, and lines and columns are those of the file: what an editor opens at.

use serde::{Deserialize, Serialize};
mod extracted;

pub use extracted::{Cursor, Extracted, Place};

use std::ops::Range;

/// Which document of a run a span lies in; documents are numbered from 0 in the order they were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceId(pub u32);

impl SourceId {
    /// The number as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A half-open range of bytes in one source, always on character boundaries.
///
/// Made by [`Source::span`] and by joining spans; offsets are 32 bits, which is why a source holds at most
/// [`Source::MAX_BYTES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    source: SourceId,
    start: u32,
    end: u32,
}

impl Span {
    /// The source that this span lies in.
    pub fn source(self) -> SourceId {
        self.source
    }

    /// First byte.
    #[inline]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    #[inline]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The bytes as a range, for slicing the source's text.
    #[inline]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Length in bytes.
    #[inline]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte at all.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The shortest span that covers both. Both lie in one source; of two sources the first one's span is given back.
    #[must_use]
    #[inline]
    pub fn to(self, other: Span) -> Span {
        if self.source != other.source {
            return self;
        }
        Span {
            source: self.source,
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The same bytes of the source, when that gets another number.
    pub(crate) fn of_number(self, source: SourceId) -> Span {
        Span { source, ..self }
    }

    /// Whether `other` lies wholly inside this span.
    #[inline]
    pub fn contains(self, other: Span) -> bool {
        self.source == other.source && self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[inline]
    pub fn overlaps(self, other: Span) -> bool {
        self.source == other.source && self.start < other.end && other.start < self.end
    }
}

/// One text with its name and its line starts.
#[derive(Clone, Debug)]
pub struct Source {
    id: SourceId,
    name: String,
    text: String,
    lines: Lines,
}

/// How an offset into the text becomes a line and a column.
#[derive(Clone, Debug)]
enum Lines {
    /// The text is the file: the offset at which each line starts, and places within long lines.
    Starts(Vec<u32>, extracted::Map),
    /// The text was extracted from it.
    Map(extracted::Map),
}

impl Source {
    /// The longest text that spans can index.
    pub const MAX_BYTES: usize = u32::MAX as usize - 1;

    /// Gives it another number; its spans must follow.
    pub(crate) fn set_number(&mut self, id: SourceId) {
        self.id = id;
    }

    /// A source of `text` (decoded, without a byte order mark), called `name` in messages.
    ///
    /// Text over [`Source::MAX_BYTES`] is cut at the last character that fits; reading refuses such files before.
    pub fn new(id: SourceId, name: impl Into<String>, text: impl Into<String>) -> Source {
        let mut text = text.into();
        if text.len() > Source::MAX_BYTES {
            text.truncate(text.floor_char_boundary(Source::MAX_BYTES));
        }
        let line_starts: Vec<u32> = std::iter::once(0)
            .chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|i| i as u32 + 1))
            .collect();
        let marks = extracted::Map::of_long_lines(&text, &line_starts);
        Source {
            id,
            name: name.into(),
            lines: Lines::Starts(line_starts, marks),
            text,
        }
    }

    /// A source of what was extracted from a file that is called `name` in messages.
    pub fn extracted(id: SourceId, name: impl Into<String>, extracted: Extracted) -> Source {
        let (text, map) = extracted.into_parts();
        Source {
            id,
            name: name.into(),
            text,
            lines: Lines::Map(map),
        }
    }

    /// Whether the text was extracted, so that its offsets are not those of the file.
    pub fn is_extracted(&self) -> bool {
        matches!(self.lines, Lines::Map(_))
    }

    /// How many lines the file has.
    pub fn line_count(&self) -> usize {
        match &self.lines {
            Lines::Starts(..) => self.text.lines().count(),
            Lines::Map(map) => map.line_count(),
        }
    }

    /// This source's number.
    pub fn id(&self) -> SourceId {
        self.id
    }

    /// The path or id it was given by.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The span of `range`, cut to the text and widened to character boundaries.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self
            .text
            .floor_char_boundary(range.start.min(self.text.len()));
        let end = self.text.ceil_char_boundary(range.end.min(self.text.len()));
        Span {
            source: self.id,
            start: start as u32,
            end: end.max(start) as u32,
        }
    }

    /// What stands at `span`; empty where the span belongs to another source.
    #[inline]
    pub fn slice(&self, span: Span) -> &str {
        if span.source != self.id {
            return "";
        }
        self.text.get(span.range()).unwrap_or("")
    }

    /// Line and column in the file of a byte offset into the text, both from 1; the column counts Unicode scalars.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let (place, since) = self.place_before(offset);
        (
            place.line as usize,
            place.column as usize + since.chars().count(),
        )
    }

    /// Line and column in the file of a byte offset, both from 1; the column counts UTF-16 code units, as editors and SARIF do.
    pub fn line_utf16(&self, offset: usize) -> (usize, usize) {
        let (place, since) = self.place_before(offset);
        (
            place.line as usize,
            place.utf16 as usize + since.encode_utf16().count(),
        )
    }

    /// A place in the file at or before a byte offset, and what stands between the two, on one line.
    fn place_before(&self, offset: usize) -> (Place, &str) {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let (starts, marks) = match &self.lines {
            Lines::Starts(starts, marks) => (starts, marks),
            Lines::Map(map) => {
                let place = map.place_before(&self.text, offset);
                return place.unwrap_or((Place::START, ""));
            }
        };
        let line = starts.partition_point(|&start| start as usize <= offset);
        let start = starts[line - 1] as usize;
        if let Some((mark, since)) = marks.place_before(&self.text, offset)
            && mark.line as usize == line
        {
            return (mark, since);
        }
        (Place::line(line as u32), &self.text[start..offset])
    }
}

/// The text with all white space made single, as it is shown.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_spans_count_bytes() {
        let source = Source::new(SourceId(0), "a.txt", "Zürich\nis in Zürich");
        let span = source.span(14..21);
        assert_eq!(source.slice(span), "Zürich");
        assert_eq!(source.line_column(span.start()), (2, 7));
        assert_eq!(source.line_column(span.end()), (2, 13));
        assert_eq!(source.line_column(99), (2, 13));
    }

    #[test]
    fn editors_count_a_character_beyond_the_first_plane_twice() {
        let source = Source::new(SourceId(0), "a.txt", "é\n😀 60 metres");
        assert_eq!(source.line_column(8), (2, 3));
        assert_eq!(source.line_utf16(8), (2, 4));
    }

    #[test]
    fn a_place_far_into_a_long_line_is_the_same_as_counted() {
        let text = format!("a b\n{}\n{}é", "é👩44 ".repeat(2000), "word ".repeat(900));
        let source = Source::new(SourceId(0), "a.txt", text.as_str());
        for (at, _) in text
            .char_indices()
            .filter(|(at, _)| *at < 9 || at % 97 == 0)
        {
            let before = &text[..at];
            let line = before.rsplit('\n').next().unwrap();
            let number = before.matches('\n').count() + 1;
            assert_eq!(source.line_column(at), (number, line.chars().count() + 1));
            assert_eq!(
                source.line_utf16(at),
                (number, line.encode_utf16().count() + 1)
            );
        }
    }

    #[test]
    fn a_span_never_splits_a_character() {
        let source = Source::new(SourceId(0), "a.txt", "é");
        assert_eq!(source.line_column(2), (1, 2));
        assert_eq!(source.slice(source.span(1..1)), "é");
        assert_eq!(source.span(5..9).len(), 0);
    }
}
