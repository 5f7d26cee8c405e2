//! Bytes to [`Document`]: what is article, and what is markup or page furniture.
//!
//! Markup is masked by spaces of equal length, so that an offset into the prose is an offset into the file. Which
//! lines are furniture (stamps, bylines, captions) is settled here too: later stages find no claims in them.

mod furniture;
mod jsonl;
mod markdown;

pub use jsonl::{record, records};

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use crate::error::Error;
use crate::source::{Source, SourceId, Span};

/// What part a document plays in a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// One of several sources of equal standing.
    Peer,
    /// The text that is being checked.
    Draft,
    /// What the draft is held to.
    Reference,
}

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputFormat {
    /// Plain text: a paragraph or sentence a line, or paragraphs between blank lines.
    Text,
    /// CommonMark, with front matter.
    Markdown,
}

impl InputFormat {
    /// The word of the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            InputFormat::Text => "text",
            InputFormat::Markdown => "markdown",
        }
    }

    /// The format of files whose name has this ending, given without its dot and in any case.
    ///
    /// ```
    /// use crosscheck::InputFormat;
    ///
    /// assert_eq!(InputFormat::of_ending("TXT"), Some(InputFormat::Text));
    /// assert_eq!(InputFormat::of_ending("toml"), None);
    /// ```
    pub fn of_ending(ending: &str) -> Option<InputFormat> {
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(InputFormat::Text),
            "md" | "markdown" => Some(InputFormat::Markdown),
            _ => None,
        }
    }
}

/// What a stretch of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// A heading inside the article.
    Heading,
    /// Running text.
    Body,
    /// A stamp, byline, caption, related link: metadata and no claim.
    Furniture,
}

/// A paragraph, heading or line that sentences do not cross.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// A text with what is known about it.
#[derive(Clone, Debug)]
pub struct Document {
    /// The text as given, with its name.
    pub source: Source,
    /// The text with markup masked by spaces: the same length, the same offsets.
    pub prose: Arc<str>,
    /// The parts of the prose, in order; what lies between them is white space or markup.
    pub blocks: Vec<Block>,
    /// How it was written.
    pub format: InputFormat,
    /// Its part in the comparison.
    pub role: Role,
    /// The headline.
    pub title: Option<String>,
    /// The day it was published.
    pub published: Option<Date>,
    /// The story that it says it belongs to.
    pub story: Option<String>,
}

impl Document {
    /// The most bytes that one document may have: a book's worth, so that a mistaken file does not fill the memory.
    pub const MAX_BYTES: u64 = 64 << 20;

    /// A document of `text` called `name`, written in `format`.
    ///
    /// ```
    /// use crosscheck::{Document, InputFormat};
    ///
    /// let document = Document::new(0, "a.txt", "Five people were hurt.", InputFormat::Text);
    /// assert_eq!(document.source.text(), "Five people were hurt.");
    /// ```
    pub fn new(id: u32, name: &str, text: &str, format: InputFormat) -> Document {
        Document::of(id, name, text.to_owned(), format)
    }

    /// The same of a text that nobody needs after it.
    fn of(id: u32, name: &str, mut text: String, format: InputFormat) -> Document {
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let source = Source::new(SourceId(id), name, text);
        let mut document = match format {
            InputFormat::Text => Document {
                prose: source.text().into(),
                blocks: paragraphs(&source, source.text()),
                source,
                format,
                role: Role::Peer,
                title: None,
                published: None,
                story: None,
            },
            InputFormat::Markdown => markdown::read(source),
        };
        furniture::mark(&mut document);
        document
    }

    /// Reads the file at `path`, which must be UTF-8 text with the ending `.txt`, `.md`, `.markdown` or none.
    ///
    /// # Errors
    /// When it cannot be read, is a directory, is not text or is too large; the message names the file and the remedy.
    pub fn open(id: u32, path: &Path) -> Result<Document, Error> {
        // Said first: what the name of a directory ends in is no format.
        if path.is_dir() {
            return Err(Error::directory(path));
        }
        let format = match path.extension() {
            None => InputFormat::Text,
            Some(ending) => {
                let ending = ending.to_string_lossy();
                InputFormat::of_ending(&ending)
                    .ok_or_else(|| Error::format(path, &ending.to_lowercase()))?
            }
        };
        let text = text_of(path)?;
        Ok(Document::of(id, &path.to_string_lossy(), text, format))
    }
}

/// The text of the file at `path`, which must be UTF-8.
///
/// # Errors
/// When it cannot be read, is a directory, is not text or is too large.
pub fn text_of(path: &Path) -> Result<String, Error> {
    let file = std::fs::File::open(path).map_err(|e| Error::io(path, e))?;
    // Opening a directory is no error on every system, reading it is.
    if file.metadata().is_ok_and(|m| m.is_dir()) {
        return Err(Error::directory(path));
    }
    text_from(path, file)
}

/// All that `reader` gives, as text; `path` is what messages call it.
///
/// # Errors
/// When it cannot be read, is not UTF-8 text or is too large.
pub fn text_from(path: &Path, reader: impl Read) -> Result<String, Error> {
    let mut bytes = Vec::new();
    // A pipe or device has no size to be asked for, so the limit holds while reading.
    reader
        .take(Document::MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| Error::io(path, e))?;
    if bytes.len() as u64 > Document::MAX_BYTES {
        return Err(Error::too_large(path, Document::MAX_BYTES));
    }
    decode(path, bytes)
}

/// The bytes as text, or why they are not.
fn decode(path: &Path, bytes: Vec<u8>) -> Result<String, Error> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Error::utf16(path));
    }
    if bytes.contains(&0) {
        return Err(Error::binary(path));
    }
    String::from_utf8(bytes).map_err(|e| Error::encoding(path, e.utf8_error().valid_up_to()))
}

/// The paragraphs of plain text.
///
/// Saved articles come in two habits: wrapped lines with blank lines between paragraphs, and a paragraph or sentence a
/// line. A line break is taken as a mere wrap where the line before it is about as long as the longest lines of its
/// paragraph, and does not end like a sentence.
fn paragraphs(source: &Source, prose: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut offset = 0;
    let mut open: Option<(usize, usize)> = None;
    let longest = prose.lines().map(str::len).max().unwrap_or(0);
    let wrapped =
        longest <= WRAP_WIDTH && prose.lines().filter(|l| l.len() * 4 > longest * 3).count() >= 4;
    let close = |blocks: &mut Vec<Block>, open: &mut Option<(usize, usize)>| {
        if let Some((start, end)) = open.take() {
            blocks.push(Block {
                span: source.span(start..end),
                kind: BlockKind::Body,
            });
        }
    };
    for line in prose.split_inclusive('\n') {
        let content = line.trim();
        if content.is_empty() {
            close(&mut blocks, &mut open);
        } else {
            let start = offset + (line.len() - line.trim_start().len());
            let end = start + content.len();
            open = Some(open.map_or((start, end), |(first, _)| (first, end)));
            let goes_on = wrapped && line.len() * 4 > longest * 3;
            if !goes_on {
                close(&mut blocks, &mut open);
            }
        }
        offset += line.len();
    }
    close(&mut blocks, &mut open);
    blocks
}

/// Lines longer than this are paragraphs, not wrapped text: editors wrap at 72 to 120.
const WRAP_WIDTH: usize = 130;

/// Plain texts as documents, for tests: 0.txt, 1.txt and so on.
#[cfg(test)]
pub(crate) fn documents(texts: &[&str]) -> Vec<Document> {
    let numbered = texts.iter().zip(0..);
    numbered
        .map(|(text, id)| Document::new(id, &format!("{id}.txt"), text, InputFormat::Text))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<String> {
        let document = Document::new(0, "t.txt", text, InputFormat::Text);
        document
            .blocks
            .iter()
            .map(|b| document.source.slice(b.span).to_owned())
            .collect()
    }

    #[test]
    fn a_line_is_a_paragraph_unless_the_text_is_wrapped() {
        assert_eq!(
            blocks("Fire kills two\nTwo people died.\n\nThey lived here.\n"),
            ["Fire kills two", "Two people died.", "They lived here."]
        );
        let wrapped = "The fire that broke out on Monday night in the old\ntown spread to the harbour, where it took hold of the\nwarehouses that stand along the quay and burned them\ndown to the ground before the engines could get near\nthem.\n\nNobody was hurt.\n";
        assert_eq!(blocks(wrapped).len(), 2);
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_with_a_remedy() {
        let p = |bytes: &[u8]| match text_from(Path::new("a.txt"), bytes) {
            Ok(text) => text,
            Err(error) => error.to_string(),
        };
        assert_eq!(p("Zürich".as_bytes()), "Zürich");
        assert_eq!(p(b""), "");
        assert!(
            p(b"PK\x03\x04\0\0\xff").contains("`a.txt` is not text (it holds a NUL byte); convert")
        );
        assert!(p(b"caf\xe9").contains("`a.txt` is not valid UTF-8 at byte 3; convert it first"));
        assert!(p(b"\xff\xfea\0").contains("`a.txt` is UTF-16; convert it first"));
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        assert_eq!(blocks("\u{feff}Hello there."), ["Hello there."]);
    }
}
