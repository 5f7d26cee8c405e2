//! Bytes to [`Document`]: what is article, and what is markup or page furniture.
//!
//! Markup is masked by spaces of equal length, so that an offset into the prose is an offset into the file. Which
//! lines are furniture (stamps, bylines, captions) is settled here too: later stages find no claims in them.

mod boilerplate;
pub(crate) mod comments;
#[cfg(feature = "docx")]
mod docx;
mod encoding;
mod furniture;
#[cfg(feature = "html")]
mod html;
mod jsonl;
mod markdown;
#[cfg(feature = "pdf")]
pub(crate) mod pdf;

pub use jsonl::{record, records};

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use crate::error::Error;
use crate::source::{Place, Source, SourceId, Span, one_line};

/// What part a document plays in a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// One of several sources of equal standing.
    Peer,
    /// The text that is being checked.
    Draft,
    /// What the draft is held to.
    Reference,
    /// A file of settings, whose lists every document is held to.
    List,
}

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputFormat {
    /// Plain text: a paragraph or sentence a line, or paragraphs between blank lines.
    Text,
    /// CommonMark, with front matter.
    Markdown,
    /// A web page, of which the article is read.
    Html,
    /// A Word document.
    Docx,
    /// A PDF file.
    Pdf,
}

impl InputFormat {
    /// The word of the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            InputFormat::Text => "text",
            InputFormat::Markdown => "markdown",
            InputFormat::Html => "html",
            InputFormat::Docx => "docx",
            InputFormat::Pdf => "pdf",
        }
    }

    /// Whether this program was built with what the format needs.
    pub fn is_built(self) -> bool {
        match self {
            InputFormat::Text | InputFormat::Markdown => true,
            InputFormat::Html => cfg!(feature = "html"),
            InputFormat::Docx => cfg!(feature = "docx"),
            InputFormat::Pdf => cfg!(feature = "pdf"),
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
            "htm" | "html" | "xhtml" => Some(InputFormat::Html),
            "docx" => Some(InputFormat::Docx),
            "pdf" => Some(InputFormat::Pdf),
            _ => None,
        }
    }

    /// The format of a file by the ending of its name; of a name without one it is text.
    ///
    /// # Errors
    /// When the ending is unknown.
    pub fn of_path(path: &Path) -> Result<InputFormat, Error> {
        let Some(ending) = path.extension() else {
            return Ok(InputFormat::Text);
        };
        let ending = ending.to_string_lossy();
        InputFormat::of_ending(&ending).ok_or_else(|| Error::format(path, &ending.to_lowercase()))
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

/// What a file holds beside the article, and is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it starts in the file.
    pub place: Place,
    /// Its text, on one line.
    pub text: String,
    /// What it is taken for.
    pub reason: &'static str,
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
    /// The address that it says it was published at.
    pub url: Option<String>,
    /// What is no part of the prose, in the order of the file; where markup is masked, nothing.
    pub left_out: Vec<LeftOut>,
    /// What its reader should be told: that its encoding was guessed, that characters were lost. Sentences without full stop.
    pub notices: Vec<String>,
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
        let id = SourceId(id);
        let mut document = match format {
            InputFormat::Text => plain(Source::new(id, name, text)),
            InputFormat::Markdown => markdown::read(Source::new(id, name, text)),
            #[cfg(feature = "html")]
            InputFormat::Html => html::read(id, name, &text),
            // Opening a page is refused before; who gives its text anyway has it read as it stands.
            #[cfg(not(feature = "html"))]
            InputFormat::Html => plain(Source::new(id, name, text)),
            // The same: their bytes are no text.
            InputFormat::Docx | InputFormat::Pdf => plain(Source::new(id, name, text)),
        };
        furniture::mark(&mut document);
        document
    }

    /// What stands at the span, on one line and without the markup in it: of "[Smith](https://x.org) said" the words.
    ///
    /// ```
    /// use crosscheck::{Document, InputFormat};
    ///
    /// let document = Document::new(0, "a.md", "The **new** [bridge](x).", InputFormat::Markdown);
    /// assert_eq!(document.shown(document.blocks[0].span), "The new bridge.");
    /// ```
    pub fn shown(&self, span: Span) -> String {
        let text = self.source.slice(span);
        let prose = self.prose.get(span.range()).unwrap_or(text);
        // An entity is masked, too, and is part of what is said: then all is shown as it is written.
        if text == prose || text.contains('&') {
            return one_line(text);
        }
        let is_read = |&(at, c): &(usize, char)| {
            c.is_whitespace() || prose.get(at..).is_some_and(|rest| rest.starts_with(c))
        };
        let read = text.char_indices().filter(is_read).map(|(_, c)| c);
        one_line(&read.collect::<String>())
    }

    /// Reads the file at `path`, which must have an ending that [`InputFormat::of_ending`] knows, or none.
    ///
    /// # Errors
    /// When it cannot be read, is a directory, is not what its ending says or is too large; the message names the file and the
    /// remedy.
    pub fn open(id: u32, path: &Path) -> Result<Document, Error> {
        let (bytes, format) = Document::bytes_of(path)?;
        Document::from_bytes(id, path, bytes, format)
    }

    /// What [`Document::open`] makes a document of: the bytes of the file, and its format by its ending.
    pub(crate) fn bytes_of(path: &Path) -> Result<(Vec<u8>, InputFormat), Error> {
        let format = match InputFormat::of_path(path) {
            // What the name of a directory ends in is no format.
            Err(_) if path.is_dir() => return Err(Error::directory(path)),
            format => format?,
        };
        Ok((bytes_of(path)?, format))
    }

    /// Reads a document from `reader`; `name` is what messages and reports call it.
    ///
    /// # Errors
    /// When it cannot be read, is not what its format says or is too large.
    pub fn from_reader(
        id: u32,
        name: &Path,
        reader: impl Read,
        format: InputFormat,
    ) -> Result<Document, Error> {
        Document::from_bytes(id, name, bytes_from(name, reader)?, format)
    }

    /// The same document as one of that number among others.
    pub(crate) fn numbered(mut self, id: u32) -> Document {
        let id = crate::source::SourceId(id);
        self.source.set_number(id);
        for block in &mut self.blocks {
            block.span = block.span.of_number(id);
        }
        self
    }

    /// Reads a document from the bytes of a file.
    ///
    /// # Errors
    /// When they are not what the format says.
    ///
    /// ```
    /// use std::path::Path;
    ///
    /// use crosscheck::{Document, InputFormat};
    ///
    /// let bytes = b"The caf\xe9 burned down.".to_vec();
    /// let document = Document::from_bytes(0, Path::new("a.txt"), bytes, InputFormat::Text)?;
    /// assert_eq!(document.source.text(), "The café burned down.");
    /// assert!(document.notices[0].contains("it is read as windows-1252"));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn from_bytes(
        id: u32,
        path: &Path,
        bytes: Vec<u8>,
        format: InputFormat,
    ) -> Result<Document, Error> {
        match format {
            InputFormat::Html if !cfg!(feature = "html") => {
                return Err(Error::feature(path, "web pages", "html"));
            }
            #[cfg(feature = "docx")]
            InputFormat::Docx => {
                let mut document = docx::read(SourceId(id), path, bytes)?;
                furniture::mark(&mut document);
                return Ok(document);
            }
            #[cfg(not(feature = "docx"))]
            InputFormat::Docx => return Err(Error::feature(path, "Word documents", "docx")),
            #[cfg(feature = "pdf")]
            InputFormat::Pdf => {
                let mut document = pdf::read(SourceId(id), path, bytes)?;
                furniture::mark(&mut document);
                return Ok(document);
            }
            #[cfg(not(feature = "pdf"))]
            InputFormat::Pdf => return Err(Error::feature(path, "PDF files", "pdf")),
            InputFormat::Text | InputFormat::Markdown | InputFormat::Html => {}
        }
        let decoded = encoding::decode(path, bytes)?;
        let mut document = Document::of(id, &path.to_string_lossy(), decoded.text, format);
        document.notices.extend(decoded.notice);
        Ok(document)
    }
}

/// The text of the file at `path`, in whatever encoding.
///
/// # Errors
/// When it cannot be read, is a directory, is not text or is too large.
pub fn text_of(path: &Path) -> Result<String, Error> {
    Ok(encoding::decode(path, bytes_of(path)?)?.text)
}

/// All that `reader` gives, as text; `path` is what messages call it.
///
/// # Errors
/// When it cannot be read, is not text or is too large.
pub fn text_from(path: &Path, reader: impl Read) -> Result<String, Error> {
    Ok(encoding::decode(path, bytes_from(path, reader)?)?.text)
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Error> {
    let file = std::fs::File::open(path).map_err(|e| Error::io(path, e))?;
    let known = file.metadata();
    // Opening a directory is no error on every system, reading it is.
    if known.as_ref().is_ok_and(|m| m.is_dir()) {
        return Err(Error::directory(path));
    }
    // With room for one more byte, the end is found without asking for memory again.
    let size = known.map_or(0, |m| m.len()).min(Document::MAX_BYTES) as usize;
    read_all(path, file, Vec::with_capacity(size + 1))
}

fn bytes_from(path: &Path, reader: impl Read) -> Result<Vec<u8>, Error> {
    read_all(path, reader, Vec::new())
}

fn read_all(path: &Path, reader: impl Read, mut bytes: Vec<u8>) -> Result<Vec<u8>, Error> {
    // A pipe or device has no size to be asked for, so the limit holds while reading.
    reader
        .take(Document::MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| Error::io(path, e))?;
    if bytes.len() as u64 > Document::MAX_BYTES {
        return Err(Error::too_large(path, Document::MAX_BYTES));
    }
    Ok(bytes)
}

/// What is written and not seen: where a long word may be broken or may not, which way the text runs, how a sign is drawn. It
/// is left out wherever text is put together anew; a text that is read as it stands keeps it, since offsets count it.
#[cfg(any(feature = "html", feature = "docx", feature = "pdf"))]
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// What a raised text is when it is read on with what stands before it: "km²", "21st". Nothing where it is the number of a
/// note, which every link is.
#[cfg(any(feature = "html", feature = "docx", feature = "pdf"))]
fn raised(text: &str, before: Option<char>, link: bool) -> Option<&str> {
    let text = text.trim();
    let is_unit = !link && before.is_some_and(char::is_alphabetic);
    match text {
        "2" if is_unit => Some("²"),
        "3" if is_unit => Some("³"),
        _ if text.len() > 1 && text.chars().all(char::is_alphabetic) => Some(text),
        _ => None,
    }
}

/// A document of plain text.
fn plain(source: Source) -> Document {
    let blocks = paragraphs(&source, source.text());
    bare(source, blocks, InputFormat::Text)
}

/// A document of which no more is known than its text, all of it prose, and its blocks.
fn bare(source: Source, blocks: Vec<Block>, format: InputFormat) -> Document {
    Document {
        prose: source.text().into(),
        blocks,
        source,
        format,
        role: Role::Peer,
        title: None,
        published: None,
        story: None,
        url: None,
        left_out: Vec::new(),
        notices: Vec::new(),
    }
}

/// The same of a text that was extracted, of which these ranges are the blocks.
#[cfg(any(feature = "html", feature = "docx", feature = "pdf"))]
fn extracted(
    source: Source,
    blocks: Vec<(std::ops::Range<usize>, BlockKind)>,
    format: InputFormat,
) -> Document {
    let blocks = blocks.into_iter().map(|(range, kind)| Block {
        span: source.span(range),
        kind,
    });
    let blocks = blocks.collect();
    bare(source, blocks, format)
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
    fn a_byte_order_mark_is_no_text() {
        assert_eq!(blocks("\u{feff}Hello there."), ["Hello there."]);
    }
}
