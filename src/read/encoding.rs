//! Bytes to text: by byte order mark, by being UTF-8, by declaration, by detection, in this order.
//!
//! What is valid UTF-8 and not plain ASCII is UTF-8 whatever the page declares: no other encoding makes such bytes by
//! chance, and many servers declare the wrong one. Where the encoding had to be guessed, or bytes were lost, a notice says so:
//! a figure is never changed by it, but a name may be.

use std::path::Path;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::error::Error;

/// The text of a file, and what is to be known about it.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// A sentence without its full stop.
    pub(super) notice: Option<String>,
}

/// The bytes of the file at `path` as text, without a byte order mark.
///
/// # Errors
/// When they are no text in any encoding.
pub(super) fn decode(path: &Path, bytes: Vec<u8>) -> Result<Decoded, Error> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return with(path, encoding, bytes.get(mark..).unwrap_or(&[]), false);
    }
    if let Some(encoding) = utf16(&bytes) {
        return with(path, encoding, &bytes, false);
    }
    if bytes.contains(&0) {
        return Err(Error::binary(path, "it holds a NUL byte"));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text, notice: None }),
        Err(error) => error.into_bytes(),
    };
    if is_binary(&bytes) {
        return Err(Error::binary(path, "it is full of control characters"));
    }
    if is_damaged_utf8(&bytes) {
        return with(path, UTF_8, &bytes, false);
    }
    match declared(&bytes) {
        Some(encoding) => with(path, encoding, &bytes, false),
        None => with(path, detected(&bytes), &bytes, true),
    }
}

fn with(
    path: &Path,
    encoding: &'static Encoding,
    bytes: &[u8],
    guessed: bool,
) -> Result<Decoded, Error> {
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    if text.contains('\0') {
        return Err(Error::binary(path, "it holds a NUL character"));
    }
    let (path, name) = (path.display(), encoding.name());
    let notice = if lossy {
        let is = if guessed { "is read as" } else { "is" };
        let count = text.matches('\u{fffd}').count();
        Some(format!(
            "`{path}` {is} {name} with bytes that are no characters of it, which are read as `\u{fffd}` ({count} of them)"
        ))
    } else {
        guessed.then(|| {
            format!("`{path}` is not UTF-8 and does not say what it is; it is read as {name}")
        })
    };
    Ok(Decoded {
        text: text.into_owned(),
        notice,
    })
}

/// So many bytes at the start show what a file is.
const HEAD: usize = 4096;

/// UTF-16 without a byte order mark: every other byte of English is zero.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let zeros = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let most = head.len() * 2 / 5;
    let is = |many: usize, few: usize| many > 0 && many >= most && few * 20 <= many;
    match bytes.len() % 2 {
        0 if is(odd, even) => Some(UTF_16LE),
        0 if is(even, odd) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether more than a tenth of the start are control characters that no text has.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let is_control =
        |&&b: &&u8| b < b' ' && !matches!(b, b'\t' | b'\n' | b'\r' | b'\x0c' | b'\x1b');
    head.iter().filter(is_control).count() * 10 > head.len()
}

/// UTF-8 with a few bytes broken, as a cut or a bad copy leaves it: read in another encoding, every accent in it would be two
/// wrong letters.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 3
}

/// The encoding that a page or an XML document names at its start.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let start =
        memchr::memmem::find(&head, b"<meta").or_else(|| memchr::memmem::find(&head, b"<?xml"))?;
    let mut rest = &head[start..];
    loop {
        let name = ["charset", "encoding"].iter().filter_map(|name| {
            let at = memchr::memmem::find(rest, name.as_bytes())?;
            Some((at, at + name.len()))
        });
        let (_, end) = name.min()?;
        rest = &rest[end..];
        let value = rest.trim_ascii_start().strip_prefix(b"=");
        if let Some(value) = value {
            let value = value.trim_ascii_start();
            let value = value
                .strip_prefix(b"\"")
                .or(value.strip_prefix(b"'"))
                .unwrap_or(value);
            let end = value
                .iter()
                .position(|b| !(b.is_ascii_alphanumeric() || b"-_:".contains(b)));
            let label = &value[..end.unwrap_or(value.len())];
            return match Encoding::for_label(label) {
                // Not UTF-8, or it would have been read; and a page in UTF-16 could not have said so.
                Some(encoding)
                    if encoding == UTF_8 || encoding == UTF_16LE || encoding == UTF_16BE =>
                {
                    None
                }
                found => found,
            };
        }
    }
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    // A name or two with an accent says little, and English text is what is read here.
    let few = bytes.iter().filter(|b| !b.is_ascii()).count() * 50 < bytes.len();
    if few && encoding.is_single_byte() && !WINDOWS_1252.decode_without_bom_handling(bytes).1 {
        return WINDOWS_1252;
    }
    encoding
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(bytes: &[u8]) -> (String, Option<String>) {
        match decode(Path::new("a.txt"), bytes.to_vec()) {
            Ok(decoded) => (decoded.text, decoded.notice),
            Err(error) => (error.to_string(), None),
        }
    }

    fn utf16_of(text: &str, mark: bool) -> Vec<u8> {
        let units = mark
            .then_some(0xfeff)
            .into_iter()
            .chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn text_is_read_in_the_encoding_that_it_is_in() {
        for bytes in [
            "Zürich, €44".as_bytes().to_vec(),
            "\u{feff}Zürich, €44".as_bytes().to_vec(),
            utf16_of("Zürich, €44", true),
            utf16_of("Zürich, €44", false),
            utf16_of("Zürich, €44", true)
                .chunks(2)
                .flat_map(|b| [b[1], b[0]])
                .collect(),
        ] {
            assert_eq!(p(&bytes), ("Zürich, €44".to_owned(), None), "{bytes:?}");
        }
        assert_eq!(p(b""), (String::new(), None));
    }

    #[test]
    fn a_declaration_is_believed_where_the_bytes_allow_it() {
        let page =
            b"<html><meta http-equiv=x content='text/html; charset=iso-8859-2'><p>Walesa \xb3";
        assert!(p(page).0.ends_with("Walesa ł"));
        assert_eq!(p(page).1, None);
        assert!(
            p(b"<?xml version='1.0' encoding='koi8-r'?>\xcd")
                .0
                .ends_with('м')
        );
        let wrong = "<meta charset=\"windows-1252\"><p>Zürich".as_bytes();
        assert!(p(wrong).0.ends_with("Zürich"));
        assert!(p(b"<meta charset=utf-8>caf\xe9").0.ends_with("café"));
        assert!(p(b"<meta charset>caf\xe9").0.ends_with("café"));
        assert!(p(b"<meta charset=>caf\xe9").0.ends_with("café"));
    }

    #[test]
    fn a_guess_is_said_to_be_one() {
        let (text, notice) = p(b"The caf\xe9 \x93Rose\x94 cost \x8044 million.");
        assert_eq!(text, "The café “Rose” cost €44 million.");
        let said = "`a.txt` is not UTF-8 and does not say what it is; it is read as windows-1252";
        assert_eq!(notice.as_deref(), Some(said));
    }

    #[test]
    fn what_is_lost_is_said_to_be() {
        let mut bytes = utf16_of("Two dead", true);
        bytes.extend([0x00, 0xd8]);
        let (text, notice) = p(&bytes);
        assert_eq!(text, "Two dead\u{fffd}");
        assert!(notice.is_some_and(|n| n.starts_with("`a.txt` is UTF-16LE with bytes")));
        let (text, notice) = p("Köln, Zürich, Genève, Łódź\u{e9}"
            .as_bytes()
            .strip_suffix(b"\xa9")
            .unwrap());
        assert_eq!(text, "Köln, Zürich, Genève, Łódź\u{fffd}");
        assert!(notice.is_some_and(|n| n.contains("UTF-8") && n.contains("(1 of them)")));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_with_a_remedy() {
        assert!(
            p(b"PK\x03\x04\0\0\xff")
                .0
                .contains("`a.txt` is not text (it holds a NUL byte)")
        );
        assert!(
            p(&[0xff, 0xfe, 0, 0, 65, 0, 0, 0])
                .0
                .contains("is not text")
        );
        let noise: Vec<u8> = (0..2000u32).map(|i| (i * 37 % 251 + 1) as u8).collect();
        assert!(
            p(&noise)
                .0
                .contains("is not text (it is full of control characters)"),
            "{:?}",
            p(&noise)
        );
    }
}
