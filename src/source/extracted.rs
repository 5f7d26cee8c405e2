//! Text that is put together from pieces of a file, each with its place there.

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1. Where the format has no lines it is the paragraph (.docx) or the page (.pdf).
    pub line: u32,
    /// The column, from 1, in Unicode scalars.
    pub column: u32,
    /// The column, from 1, in UTF-16 code units, as editors count.
    pub utf16: u32,
}

impl Place {
    /// Where every file begins.
    pub const START: Place = Place {
        line: 1,
        column: 1,
        utf16: 1,
    };

    /// The start of a line.
    pub fn line(line: u32) -> Place {
        Place {
            line,
            ..Place::START
        }
    }

    /// The place behind this character, on its line.
    pub(crate) fn after(self, c: char) -> Place {
        Place {
            line: self.line,
            column: self.column.saturating_add(1),
            utf16: self.utf16.saturating_add(c.len_utf16() as u32),
        }
    }
}

/// What stands in a file from some place on, up to the next anchor, stands in the text from `text` on.
#[derive(Clone, Copy, Debug)]
struct Anchor {
    text: u32,
    place: Place,
}

/// From one anchor to the next it is no further than this, so that a column is counted in a short stretch: counted from the
/// start of its line each time, the figures of a file without line breaks took a time that grew with its square.
const STEP: u32 = 2048;

/// Text as it is put together, in the order of the file.
///
/// ```
/// use crosscheck::source::{Cursor, Extracted, Source, SourceId};
///
/// // "&amp;" is one character of the text and five columns of the file.
/// let file = "<p>Smith\n&amp; Sons";
/// let (mut cursor, mut text) = (Cursor::new(file), Extracted::default());
/// for (at, shown) in [(3, "Smith"), (8, " "), (9, "&"), (14, " Sons")] {
///     text.push_str(shown, cursor.place(at));
/// }
/// let source = Source::extracted(SourceId(0), "a.html", text);
/// assert_eq!(source.text(), "Smith & Sons");
/// assert_eq!(source.line_column("Smith & ".len()), (2, 7));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Extracted {
    text: String,
    anchors: Vec<Anchor>,
    next: Option<Place>,
    lines: u32,
}

impl Extracted {
    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds a character that stands in the file at `place`, or is written there in other letters.
    pub fn push(&mut self, c: char, place: Place) {
        // What cannot be indexed is not taken: a file of that size is refused before.
        let Ok(text) = u32::try_from(self.text.len()) else {
            return;
        };
        let far = self.anchors.last().is_none_or(|a| text - a.text > STEP);
        if far || self.next != Some(place) {
            self.anchors.push(Anchor { text, place });
        }
        self.text.push(c);
        self.next = Some(place.after(c));
        self.lines = self.lines.max(place.line);
    }

    /// Adds characters that stand in the file side by side, without a line break.
    pub fn push_str(&mut self, text: &str, mut place: Place) {
        for c in text.chars() {
            self.push(c, place);
            place = place.after(c);
        }
    }

    /// Adds a space between two words, the second of which stands in the file at `next`: before it, where that is a place.
    pub fn space(&mut self, next: Place) {
        let before = Place {
            column: next.column.saturating_sub(1).max(1),
            utf16: next.utf16.saturating_sub(1).max(1),
            ..next
        };
        // A line may have ended between them, and then the space stands where the first word ends.
        let place = match self.next {
            Some(end) if end.line != next.line || end == before => end,
            _ => before,
        };
        self.push(' ', place);
    }

    /// Parts two paragraphs, unless nothing stands before.
    pub fn part(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
            self.next = None;
        }
    }

    /// Says that the file has at least so many lines.
    pub fn has_lines(&mut self, lines: u32) {
        self.lines = self.lines.max(lines);
    }

    pub(super) fn into_parts(self) -> (String, Map) {
        let map = Map {
            anchors: self.anchors,
            lines: self.lines,
        };
        (self.text, map)
    }
}

/// From offsets into the text to places in the file.
#[derive(Clone, Debug)]
pub(super) struct Map {
    anchors: Vec<Anchor>,
    lines: u32,
}

impl Map {
    /// Places within the lines of a text that are longer than a step; it has none before the first of them.
    pub(super) fn of_long_lines(text: &str, starts: &[u32]) -> Map {
        let ends = starts.iter().skip(1).copied().chain([text.len() as u32]);
        let mut anchors = Vec::new();
        for ((&start, end), line) in starts.iter().zip(ends).zip(1..) {
            let (mut at, mut place) = (start, Place::line(line));
            while end - at > STEP {
                let to = text.floor_char_boundary((at + STEP) as usize);
                for c in text.get(at as usize..to).unwrap_or("").chars() {
                    place = place.after(c);
                }
                at = to as u32;
                anchors.push(Anchor { text: at, place });
            }
        }
        Map { anchors, lines: 0 }
    }

    pub(super) fn line_count(&self) -> usize {
        self.lines as usize
    }

    /// The last anchor at or before an offset that is a character boundary of `text`, and what stands between the two.
    /// Nothing before the first anchor.
    pub(super) fn place_before<'a>(
        &self,
        text: &'a str,
        offset: usize,
    ) -> Option<(Place, &'a str)> {
        let after = self.anchors.partition_point(|a| a.text as usize <= offset);
        let anchor = self.anchors.get(after.checked_sub(1)?)?;
        Some((anchor.place, text.get(anchor.text as usize..offset)?))
    }
}

/// The places of a file's characters, asked for from its start to its end: a page may be one line of megabytes, in which
/// counting from the start each time would take hours.
#[derive(Clone, Debug)]
pub struct Cursor<'a> {
    file: &'a str,
    at: usize,
    place: Place,
}

impl<'a> Cursor<'a> {
    /// A cursor at the start of a file's text.
    pub fn new(file: &'a str) -> Cursor<'a> {
        Cursor {
            file,
            at: 0,
            place: Place::START,
        }
    }

    /// The place of the byte `to`. One that lies before the last one that was asked for has that one's place.
    pub fn place(&mut self, to: usize) -> Place {
        let passed = self.file.get(self.at..to).unwrap_or("");
        for c in passed.chars() {
            self.place = if c == '\n' {
                Place::line(self.place.line.saturating_add(1))
            } else {
                self.place.after(c)
            };
        }
        self.at += passed.len();
        self.place
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Source, SourceId};
    use super::*;

    #[test]
    fn every_character_has_the_place_that_it_has_in_the_file() {
        let file = "<p>Zürich\n  &amp; 👩<b>Bern</b>\n";
        let mut cursor = Cursor::new(file);
        let mut text = Extracted::default();
        for shown in ["Zürich", "&", "Bern"] {
            let at = file.find(shown).unwrap();
            if !text.text().is_empty() {
                text.push(' ', cursor.place(at - 1));
            }
            text.push_str(shown, cursor.place(at));
        }
        text.part();
        text.has_lines(3);
        let source = Source::extracted(SourceId(0), "a.html", text);
        assert_eq!(source.text(), "Zürich & Bern\n\n");
        let p = |shown: &str| source.line_column(source.text().find(shown).unwrap());
        assert_eq!(p("Zürich"), (1, 4));
        assert_eq!(p("rich"), (1, 6));
        assert_eq!(p("&"), (2, 3));
        assert_eq!(p("Bern"), (2, 13));
        assert_eq!(
            source.line_utf16(source.text().find("ern").unwrap()),
            (2, 15)
        );
        assert_eq!(source.line_column(99), (2, 19));
        assert_eq!(source.line_count(), 3);
        assert!(source.is_extracted());
    }

    #[test]
    fn nothing_extracted_has_places_too() {
        let source = Source::extracted(SourceId(0), "a.html", Extracted::default());
        assert_eq!(source.line_column(0), (1, 1));
        assert_eq!(source.line_column(7), (1, 1));
        assert_eq!(Cursor::new("a\nb").place(99), Place::START);
    }
}
