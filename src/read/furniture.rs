//! Page furniture: headlines, stamps, bylines, captions and links around a saved article.
//!
//! A stamp such as "Updated: July 02, 2013 15:50 IST" pairs with the stamp of the other page and with nothing that is
//! said; it gives the published date and makes no claim. Left as text, stamps were a third of all false findings.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::{Block, BlockKind, Document};

/// Marks title and furniture among the document's blocks, and takes title and published date from them where front
/// matter gave none.
pub(super) fn mark(document: &mut Document) {
    let mut body_seen = false;
    for i in 0..document.blocks.len() {
        let block = document.blocks[i];
        let line = document.prose.get(block.span.range()).unwrap_or("").trim();
        if block.kind == BlockKind::Body {
            document.blocks[i].kind = if is_stamp(line) {
                BlockKind::Furniture
            } else if !body_seen && i < HEADLINE_LINES && is_headline(line) {
                BlockKind::Title
            } else {
                body_seen |= line.len() > 60;
                BlockKind::Body
            };
        }
        match document.blocks[i].kind {
            BlockKind::Title | BlockKind::Heading if document.title.is_none() => {
                document.title = Some(line.to_owned())
            }
            BlockKind::Furniture if document.published.is_none() => {
                document.published = stamp_date(line)
            }
            _ => {}
        }
    }
    if document.published.is_none() {
        let first: Vec<Block> = document
            .blocks
            .iter()
            .filter(|b| b.kind != BlockKind::Furniture)
            .take(3)
            .copied()
            .collect();
        document.published = first
            .iter()
            .find_map(|b| dateline(document.prose.get(b.span.range()).unwrap_or("")));
    }
}

/// A headline stands among the first lines: above it come at most a section name and a stamp or two.
const HEADLINE_LINES: usize = 4;

/// A line that is short, or has no full stop, before any running text.
fn is_headline(line: &str) -> bool {
    !line.ends_with(['.', '!', '"', '”', ':']) && line.split_whitespace().count() <= 20
}

/// A line that only says when and by whom the page was made.
fn is_stamp(line: &str) -> bool {
    static STAMP: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?ix)
            ^ (?: (?: first | last | originally )? \s* (?: published | updated | posted | created | modified | filed ) \b .* )? $
            | ^ (?: by | photo | picture | image | video | source | credit | copyright | ©) \s* :? \s (?: \S+ \s* ){1,8} $
            ",
        )
        .unwrap_or_else(|_| unreachable!("a fixed pattern"))
    });
    static DATE_ONLY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?ix) ^ [\W_]* (?: (?: mon | tues? | wed (?:nes)? | thu (?:rs)? | fri | sat (?:ur)? | sun ) (?:day)? [.,]* \s* )?
            (?: (?: jan | feb | mar | apr | may | june? | july? | aug | sept? | oct | nov | dec ) [a-z]* \.? \s+ \d{1,2} (?:st|nd|rd|th)? ,? \s+ \d{4}
              | \d{1,2} (?:st|nd|rd|th)? \s+ (?: jan | feb | mar | apr | may | june? | july? | aug | sept? | oct | nov | dec ) [a-z]* \.? ,? \s+ \d{4}
              | \d{1,4} [/.-] \d{1,2} [/.-] \d{1,4} )
            \b .{0,40} $",
        )
        .unwrap_or_else(|_| unreachable!("a fixed pattern"))
    });
    let short = line.split_whitespace().count() <= 12;
    short && !line.ends_with('.') && (STAMP.is_match(line) || DATE_ONLY.is_match(line))
}

/// The first full date of a stamp.
fn stamp_date(line: &str) -> Option<Date> {
    static FULL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b|\b(\d{4})-(\d\d)-(\d\d)\b")
            .unwrap_or_else(|_| unreachable!("a fixed pattern"))
    });
    let found = FULL.captures(line)?;
    let number = |i: usize| found.get(i).and_then(|m| m.as_str().parse::<i16>().ok());
    if let (Some(year), Some(month), Some(day)) = (number(5), number(6), number(7)) {
        return Date::new(year, month as i8, day as i8).ok();
    }
    let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let month = months
        .iter()
        .position(|m| found[2].eq_ignore_ascii_case(m))? as i8
        + 1;
    let day = number(1).or(number(3))? as i8;
    Date::new(number(4)?, month, day).ok()
}

/// The date of a dateline: "BANGKOK, Jan. 5, 2009 —", "(Reuters, 5 January 2009)".
fn dateline(line: &str) -> Option<Date> {
    let head = line.get(..line.floor_char_boundary(80)).unwrap_or(line);
    let place = head.split([',', '(']).next().unwrap_or("");
    let is_dateline = !place.is_empty()
        && place
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase);
    if is_dateline { stamp_date(head) } else { None }
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use jiff::civil::date;

    #[test]
    fn stamps_and_bylines_are_furniture() {
        for line in [
            "Updated: July 02, 2013 15:50 IST",
            "Published: 6:42AM GMT 05 Jan 2009",
            "Jan 5, 2011 – 4:35 PM",
            "Posted on January 5, 2011 at 3:39 PM",
            "By Jane Miller and Tom Brown",
            "Photo: Ann Smith",
            "Tuesday, March 4, 2014",
        ] {
            assert!(super::is_stamp(line), "{line}");
        }
        for line in [
            "By Tuesday the fire had spread to the harbour, and the town was cut off from the road.",
            "Jan. 5, 2011 was the day the bridge fell.",
            "Posted soldiers held the line.",
        ] {
            assert!(!super::is_stamp(line), "{line}");
        }
    }

    #[test]
    fn the_published_date_comes_from_a_stamp_or_a_dateline() {
        let published = |text| Document::new(0, "a.txt", text, InputFormat::Text).published;
        assert_eq!(
            published("Fire kills two\nUpdated: July 02, 2013 15:50 IST\nTwo people died."),
            Some(date(2013, 7, 2))
        );
        assert_eq!(
            published("Fire kills two\nBANGKOK, Jan. 5, 2009 - Two people died."),
            Some(date(2009, 1, 5))
        );
        assert_eq!(published("Fire kills two\nTwo people died in 2009."), None);
    }

    #[test]
    fn the_first_line_is_the_title() {
        let document = Document::new(
            0,
            "a.txt",
            "Fire kills two\nTwo people died in a fire that broke out on Monday night in the old town.",
            InputFormat::Text,
        );
        assert_eq!(document.title.as_deref(), Some("Fire kills two"));
        assert_eq!(document.blocks[0].kind, BlockKind::Title);
    }
}
