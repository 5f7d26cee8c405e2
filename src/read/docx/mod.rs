//! Word documents: the paragraphs, tables and footnotes of the text as it stands after its tracked changes.
//!
//! Such a file has no lines, so a line is a paragraph, counted as the file has them (empty ones, cells and footnotes too), and
//! a column is a character in it. Headers, footers and comments are files of their own in the package and are not read. The
//! days that a package gives are those of the file, and a template's file is older than the article: they are no day of
//! publication.

mod paragraphs;

use std::io::{Cursor as Bytes, Read};
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use super::{BlockKind, Document, InputFormat, LeftOut, encoding, extracted};
use crate::error::Error;
use crate::source::{Extracted, Place, Source, SourceId, one_line};
use paragraphs::{Paragraph, Sort, paragraphs};

/// A part may not unpack to more than this many times its size, beyond what any part may: text packs twenty times as
/// small, and a bomb a thousand times.
const MOST_PACKED: u64 = 200;

/// A part of this size is unpacked however small it was packed.
const ANY_PART: u64 = 1 << 20;

/// What such a file is called in messages.
const WHAT: &str = "a Word document";

/// The document in the bytes of a .docx file.
///
/// # Errors
/// When they are no such file, or one that unpacks to more than a document may have.
pub(super) fn read(id: SourceId, path: &Path, bytes: Vec<u8>) -> Result<Document, Error> {
    // What older versions of Word write, and new ones where a password is set.
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        let why = "it is in the old format, or has a password; save it as .docx without one";
        return Err(Error::broken(path, WHAT, why));
    }
    let mut package = ZipArchive::new(Bytes::new(bytes.as_slice()))
        .map_err(|e| Error::broken(path, WHAT, e.to_string()))?;
    let Some(body) = part(path, &mut package, "word/document.xml")? else {
        return Err(Error::broken(path, WHAT, "it holds no `word/document.xml`"));
    };
    let mut all = paragraphs(&body).map_err(|e| Error::broken(path, WHAT, e))?;
    drop(body);
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = part(path, &mut package, notes)? {
            all.extend(paragraphs(&notes).map_err(|e| Error::broken(path, WHAT, e))?);
        }
    }
    Ok(document(id, path, &all))
}

/// The text of a part of the package; nothing where there is no such part.
fn part(
    path: &Path,
    package: &mut ZipArchive<Bytes<&[u8]>>,
    name: &str,
) -> Result<Option<String>, Error> {
    let file = match package.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(Error::broken(path, WHAT, error.to_string())),
    };
    // What the package says of the size need not be true, so the limit holds while unpacking.
    let packed = file.compressed_size();
    let most = packed.saturating_mul(MOST_PACKED);
    let limit = most.clamp(ANY_PART, Document::MAX_BYTES);
    let mut bytes = Vec::new();
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| Error::broken(path, WHAT, e.to_string()))?;
    if bytes.len() as u64 > limit {
        let why = format!("`{name}` in it unpacks to more than {limit} bytes, as no text does");
        return Err(Error::broken(path, WHAT, why));
    }
    Ok(Some(encoding::decode(path, bytes)?.text))
}

fn document(id: SourceId, path: &Path, paragraphs: &[Paragraph]) -> Document {
    let mut text = Extracted::default();
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    for (paragraph, line) in paragraphs.iter().zip(1..) {
        text.has_lines(line);
        if !paragraph.removed.trim().is_empty() {
            left_out.push(LeftOut {
                place: Place::line(line),
                text: one_line(&paragraph.removed),
                reason: "removed",
            });
        }
        let kind = match paragraph.sort {
            Sort::Text => BlockKind::Body,
            Sort::Title => BlockKind::Title,
            Sort::Heading => BlockKind::Heading,
            Sort::Caption => BlockKind::Furniture,
        };
        if !paragraph.text.trim().is_empty() {
            text.part();
            let start = text.text().len();
            text.push_str(&paragraph.text, Place::line(line));
            kept.push((start..text.text().len(), kind));
        }
    }
    let source = Source::extracted(id, path.to_string_lossy(), text);
    Document {
        left_out,
        ..extracted(source, kept, InputFormat::Docx)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::io::Write;

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    /// A package of these parts.
    pub(crate) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut package = ZipWriter::new(Bytes::new(Vec::new()));
        for (name, text) in parts {
            let options = SimpleFileOptions::default();
            package.start_file(*name, options).unwrap();
            package.write_all(text.as_bytes()).unwrap();
        }
        package.finish().unwrap().into_inner()
    }

    fn open(bytes: Vec<u8>) -> Result<Document, Error> {
        Document::from_bytes(0, Path::new("a.docx"), bytes, InputFormat::Docx)
    }

    #[test]
    fn a_place_is_a_paragraph_and_a_character_in_it() {
        let body = "<w:document xmlns:w='x'><w:body><w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Fire kills two</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Two people died in Zürich, and </w:t></w:r><w:r><w:t>19 were hurt.</w:t></w:r></w:p></w:body></w:document>";
        let notes = "<w:footnotes><w:footnote><w:p><w:r><w:t>In 2011, 12 died.</w:t></w:r></w:p></w:footnote></w:footnotes>";
        let parts = [("word/document.xml", body), ("word/footnotes.xml", notes)];
        let document = open(package(&parts)).unwrap();
        assert_eq!(document.title.as_deref(), Some("Fire kills two"));
        assert_eq!(document.format.name(), "docx");
        let source = &document.source;
        let p = |shown: &str| source.line_column(source.text().find(shown).unwrap());
        assert_eq!(p("Two people"), (3, 1));
        assert_eq!(p("19 were"), (3, 32));
        assert_eq!(p("12 died"), (4, 10));
        assert_eq!(source.line_count(), 4);
    }

    #[test]
    fn what_is_no_word_document_is_refused_with_the_reason() {
        let p = |bytes: Vec<u8>| match open(bytes) {
            Ok(document) => document.source.text().to_owned(),
            Err(error) => error.to_string(),
        };
        assert!(
            p(b"Two dead".to_vec()).starts_with("`a.docx` cannot be read as a Word document: ")
        );
        assert!(p(b"\xd0\xcf\x11\xe0\xa1".to_vec()).contains("has a password"));
        assert!(p(package(&[("a.xml", "<a/>")])).contains("holds no `word/document.xml`"));
        let mut cut = package(&[("word/document.xml", "<a/>")]);
        cut.truncate(cut.len() / 2);
        assert!(p(cut).contains("cannot be read as"));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let bomb = " ".repeat(3 << 20);
        let error = open(package(&[("word/document.xml", &bomb)])).unwrap_err();
        assert!(
            error.to_string().contains("unpacks to more than"),
            "{error}"
        );
    }
}
