//! PDF files: the running text of their pages, without the lines that every page repeats.
//!
//! Such a file says where each character is painted and not what is a word, a line or a paragraph: the characters come from a
//! crate that is made to draw pages, and lines and paragraphs are put together here, in the order in which they are painted. A
//! place is a page and a character in it. The days that a file gives are those of the file, and no day of publication.
//!
//! What a newcomer would question: the reading runs on a thread of its own, which is given up when it takes too long. A page may
//! paint the same thing a million times by calls of a few bytes, and nothing that is known beforehand bounds that.

mod bomb;
mod glyphs;
mod layout;
mod lines;

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use super::{BlockKind, Document, InputFormat, LeftOut, extracted};
use crate::error::Error;
use crate::source::{Extracted, Source, SourceId, one_line};
use layout::{Paragraph, Sort};

/// What such a file is called in messages.
const WHAT: &str = "a PDF file";

/// A book of a thousand pages takes seconds.
const LONGEST: Duration = Duration::from_secs(60);

/// Pages inside of pages are followed with calls inside of calls.
const STACK: usize = 64 << 20;

/// The name of the thread that reads: what goes wrong on it is told in the message about the file.
pub(crate) const THREAD: &str = "crosscheck-pdf";

/// The document in the bytes of a .pdf file.
///
/// # Errors
/// When they are no such file, hold no text, or take too long or too much to unpack.
pub(super) fn read(id: SourceId, path: &Path, bytes: Vec<u8>) -> Result<Document, Error> {
    let broken = |why: &str| Error::broken(path, WHAT, why);
    if !bytes.get(..bytes.len().min(HEAD)).is_some_and(is_pdf) {
        return Err(broken("it does not begin like one"));
    }
    if bomb::is_bomb(&bytes) {
        return Err(broken("it unpacks to more than any text does"));
    }
    let (sender, receiver) = channel();
    let reading = std::thread::Builder::new()
        .name(THREAD.to_owned())
        .stack_size(STACK)
        .spawn(move || {
            // Whoever waited may have given up.
            let _ = sender.send(glyphs::pages(bytes));
        });
    if let Err(error) = reading {
        return Err(broken(&format!(
            "no thread can be started to read it: {error}"
        )));
    }
    let pages = match receiver.recv_timeout(LONGEST) {
        Ok(pages) => pages.map_err(|why| broken(&why))?,
        Err(RecvTimeoutError::Timeout) => {
            return Err(broken("reading it takes more than a minute"));
        }
        // The thread ended without an answer.
        Err(RecvTimeoutError::Disconnected) => return Err(broken("it is damaged")),
    };
    let paragraphs = layout::paragraphs(&pages);
    if paragraphs.iter().all(|p| p.text().trim().is_empty()) {
        let why = "it holds no text, only pictures; run a text recognition (OCR) over it first";
        return Err(broken(why));
    }
    let pages = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    Ok(document(id, path, &paragraphs, pages))
}

/// A file may have other bytes before its beginning, but not more than this.
const HEAD: usize = 1024;

fn is_pdf(head: &[u8]) -> bool {
    memchr::memmem::find(head, b"%PDF-").is_some()
}

fn document(id: SourceId, path: &Path, paragraphs: &[Paragraph], pages: u32) -> Document {
    let mut text = Extracted::default();
    text.has_lines(pages);
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    for paragraph in paragraphs {
        let kind = match paragraph.sort {
            Sort::Text => BlockKind::Body,
            Sort::Title => BlockKind::Title,
            Sort::Heading => BlockKind::Heading,
            Sort::Repeated => {
                left_out.push(LeftOut {
                    place: paragraph.place(),
                    text: one_line(&paragraph.text()),
                    reason: "page margin",
                });
                continue;
            }
        };
        text.part();
        let start = text.text().len();
        for (c, place) in &paragraph.characters {
            text.push(*c, *place);
        }
        if text.text().len() > start {
            kept.push((start..text.text().len(), kind));
        }
    }
    let source = Source::extracted(id, path.to_string_lossy(), text);
    Document {
        left_out,
        ..extracted(source, kept, InputFormat::Pdf)
    }
}
