//! Page furniture: headlines, stamps, bylines, captions and links around a saved article.
//!
//! A stamp such as "Updated: July 02, 2013 15:50 IST" pairs with the stamp of the other page and with nothing that is
//! said; it gives the published date and makes no claim. Left as text, stamps were a third of all false findings.

use jiff::civil::Date;

use super::boilerplate::{Boilerplate, boilerplate};
use super::{Block, BlockKind, Document};
use crate::lexicon::{CalendarWord, calendar_word};

/// Marks title and furniture among the document's blocks, and takes title and published date from them where front
/// matter gave none.
pub(super) fn mark(document: &mut Document) {
    // A format that says which line is the headline is believed.
    let untitled = document.blocks.iter().all(|b| b.kind != BlockKind::Title);
    let mut body_seen = false;
    let mut below = Below::Article;
    for i in 0..document.blocks.len() {
        let block = document.blocks[i];
        let line = document.prose.get(block.span.range()).unwrap_or("").trim();
        let is_furniture = match block.kind {
            BlockKind::Body | BlockKind::Heading => below.takes(line, block.kind, body_seen),
            BlockKind::Title | BlockKind::Furniture => false,
        };
        if is_furniture {
            document.blocks[i].kind = BlockKind::Furniture;
        } else if block.kind == BlockKind::Body {
            document.blocks[i].kind = if is_stamp(line) {
                BlockKind::Furniture
            } else if untitled && !body_seen && i < HEADLINE_LINES && is_headline(line) {
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
            // The day in a line that leads to another article is that article's.
            BlockKind::Furniture if document.published.is_none() && !is_furniture => {
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

/// What the lines are that are being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Below {
    Article,
    /// Links to other articles, below a line that says so.
    Links,
    /// What readers wrote below it.
    End,
}

impl Below {
    /// Whether a line is boilerplate, by what it says or by what it stands below.
    fn takes(&mut self, line: &str, kind: BlockKind, body_seen: bool) -> bool {
        match boilerplate(line) {
            _ if *self == Below::End => true,
            Some(Boilerplate::End) if body_seen => {
                *self = Below::End;
                true
            }
            Some(Boilerplate::Section) => {
                *self = Below::Links;
                true
            }
            Some(Boilerplate::Line | Boilerplate::End) => true,
            None => {
                let is_link = kind == BlockKind::Body
                    && !line.ends_with(['.', '!', '?', '"', '”', ':'])
                    && is_short(line, LINK_WORDS);
                if !is_link {
                    *self = Below::Article;
                }
                *self == Below::Links
            }
        }
    }
}

/// The most words of a link to another article.
const LINK_WORDS: usize = 16;

/// A headline stands among the first lines: above it come at most a section name and a stamp or two.
const HEADLINE_LINES: usize = 4;

/// A line that is short, or has no full stop, before any running text.
fn is_headline(line: &str) -> bool {
    !line.ends_with(['.', '!', '"', '”', ':']) && is_short(line, 20)
}

/// A stamp with two full dates and their times has this many words, and running text has more.
const STAMP_WORDS: usize = 14;

/// A line that only says when and by whom the page was made.
pub(super) fn is_stamp(line: &str) -> bool {
    !line.ends_with('.')
        && is_short(line, STAMP_WORDS)
        && (line.is_empty() || is_made_line(line) || is_credit(line) || is_date_line(line))
}

/// "Published 5 January", "First posted: Tuesday".
fn is_made_line(line: &str) -> bool {
    let after = ["first", "last", "originally"]
        .iter()
        .find_map(|word| without(line, word));
    let rest = after.map_or(line, str::trim_start);
    let made = [
        "published",
        "updated",
        "posted",
        "created",
        "modified",
        "edited",
        "filed",
    ];
    made.iter()
        .filter_map(|word| without(rest, word))
        .any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// The most words of who made a page or its picture.
const CREDIT_WORDS: usize = 8;

/// "By Jane Miller", "Photo: Tom Brown / The Courier".
fn is_credit(line: &str) -> bool {
    let sorts = [
        "by",
        "photo",
        "picture",
        "image",
        "video",
        "source",
        "credit",
        "copyright",
        "©",
    ];
    let mut rests = sorts.iter().filter_map(|word| without(line, word));
    rests.any(|rest| {
        let spaced = rest.starts_with(char::is_whitespace);
        // The colon may stand apart from the word, and one space follows it.
        let after_colon = rest.trim_start().strip_prefix(':');
        let named = after_colon.and_then(|rest| rest.strip_prefix(char::is_whitespace));
        spaced && (1..=CREDIT_WORDS).contains(&rest.split_whitespace().count())
            || named.is_some_and(|name| {
                name.starts_with(|c: char| !c.is_whitespace()) && is_short(name, CREDIT_WORDS)
            })
    })
}

/// What follows a word at the start of the line, in whatever case.
fn without<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = line.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then_some(rest)
}

/// Whether a line has no more words than that.
fn is_short(line: &str, words: usize) -> bool {
    line.split_whitespace().nth(words).is_none()
}

/// A line that starts with a full date, weekday before it or not, and says little more.
fn is_date_line(line: &str) -> bool {
    let words = words(line);
    let weekday = words
        .first()
        .is_some_and(|word| matches!(word.meaning(), Some(CalendarWord::Weekday(..))));
    full_date(&words[usize::from(weekday)..]).is_some_and(|(_, rest)| {
        rest.first()
            .is_none_or(|word| line.len() - word.start <= 40)
    })
}

/// The first full date of a stamp.
pub(super) fn stamp_date(line: &str) -> Option<Date> {
    let words = words(line);
    (0..words.len()).find_map(|at| full_date(&words[at..])?.0)
}

/// The date of a dateline: "BANGKOK, Jan. 5, 2009 —", "(Reuters, 5 January 2009)".
fn dateline(line: &str) -> Option<Date> {
    let head = line.get(..line.floor_char_boundary(80)).unwrap_or(line);
    if let Some((agency, _)) = head.strip_prefix('(').and_then(|head| head.split_once(')')) {
        return stamp_date(agency);
    }
    let place = head.split([',', '(']).next().unwrap_or("");
    let is_dateline = place.chars().any(char::is_alphabetic)
        && place
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase);
    if is_dateline { stamp_date(head) } else { None }
}

/// A run of letters or of digits in a line, with where it stands. Tokens do not exist yet when furniture is marked.
#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    start: usize,
    /// What parts it from the word before.
    before: &'a str,
}

impl Word<'_> {
    fn meaning(self) -> Option<CalendarWord> {
        calendar_word(&self.text.to_ascii_lowercase()).meaning
    }

    fn month(self) -> Option<i8> {
        match self.meaning() {
            Some(CalendarWord::Month(month, _)) => Some(month),
            _ => None,
        }
    }

    /// A number of so many digits.
    fn number(self, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
        digits
            .contains(&self.text.len())
            .then(|| self.text.parse().ok())?
    }
}

fn words(line: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word> = Vec::new();
    let mut last: Option<bool> = None;
    for (start, c) in line.char_indices() {
        let sort = c.is_alphanumeric().then_some(c.is_ascii_digit());
        match (sort, words.last_mut()) {
            (Some(_), Some(word)) if sort == last => {
                word.text = &line[word.start..start + c.len_utf8()];
            }
            (Some(_), _) => {
                let end = words.last().map_or(0, |w: &Word| w.start + w.text.len());
                words.push(Word {
                    text: &line[start..start + c.len_utf8()],
                    start,
                    before: &line[end..start],
                });
            }
            (None, _) => {}
        }
        last = sort;
    }
    words
}

/// The date that the words start with, and the words after it; no date where its numbers can be read two ways or give
/// no day.
fn full_date<'w, 'a>(words: &'w [Word<'a>]) -> Option<(Option<Date>, &'w [Word<'a>])> {
    let suffix = |at: usize| {
        at + usize::from(
            words
                .get(at)
                .is_some_and(|word| matches!(word.text, "st" | "nd" | "rd" | "th")),
        )
    };
    let day = |at: usize| words.get(at)?.number(1..=2);
    let year = |at: usize| words.get(at)?.number(4..=4);
    let date = |year: i16, month: i8, day: i16, end: usize| {
        let day = i8::try_from(day).ok()?;
        Some((Date::new(year, month, day).ok(), &words[end..]))
    };
    // "5 January 2009", "5th January, 2009"
    if let Some(number) = day(0)
        && let Some(month) = words.get(suffix(1)).and_then(|word| word.month())
        && let Some(year) = year(suffix(1) + 1)
    {
        return date(year, month, number, suffix(1) + 2);
    }
    // "Jan. 5, 2009"
    if let Some(month) = words.first()?.month()
        && let Some(number) = day(1)
        && let Some(year) = year(suffix(2))
    {
        return date(year, month, number, suffix(2) + 1);
    }
    // "= 1.2009" is no date, and neither is "12, 15, 2009".
    let parted = words.get(1..3).is_some_and(|rest| {
        let mut marks = rest.iter().map(|word| word.before);
        marks.all(|mark| matches!(mark, "/" | "-" | ".") && mark == rest[0].before)
    });
    if !parted {
        return None;
    }
    // "2009-01-05"
    if let (Some(year), Some(month), Some(number)) = (year(0), day(1), day(2)) {
        return date(year, i8::try_from(month).ok()?, number, 3);
    }
    // "13/01/2009"; of "05/01/2009" nobody knows.
    if let (Some(a), Some(b), Some(year)) = (day(0), day(1), year(2)) {
        let (month, number) = match (a <= 12, b <= 12) {
            (true, false) => (a, b),
            (false, true) => (b, a),
            (true, true) if a == b => (a, b),
            (true, true) => return Some((None, &words[3..])),
            (false, false) => return None,
        };
        return date(year, i8::try_from(month).ok()?, number, 3);
    }
    None
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
            "Originally posted 3 May",
            "© The Harbour Courier",
            "Source : Town Hall",
            "",
            "Tuesday, March 4, 2014",
        ] {
            assert!(super::is_stamp(line), "{line}");
        }
        for line in [
            "By Tuesday the fire had spread to the harbour, and the town was cut off from the road.",
            "Jan. 5, 2011 was the day the bridge fell.",
            "Posted soldiers held the line.",
            "Postedly so",
            "Byline of the year",
            "By",
            "Photo:Ann Smith",
            "Mario 5, 2010 others: the games of the year",
            "($1 = 4.7500 reals)",
            "10, 12, 2009 and other numbers",
        ] {
            assert!(!super::is_stamp(line), "{line}");
        }
    }

    #[test]
    fn the_published_date_comes_from_a_stamp_or_a_dateline() {
        let published = |text: &str| Document::new(0, "a.txt", text, InputFormat::Text).published;
        assert_eq!(
            published("Fire kills two\nUpdated: July 02, 2013 15:50 IST\nTwo people died."),
            Some(date(2013, 7, 2))
        );
        assert_eq!(
            published("Fire kills two\nBANGKOK, Jan. 5, 2009 - Two people died."),
            Some(date(2009, 1, 5))
        );
        assert_eq!(published("Fire kills two\nTwo people died in 2009."), None);
        for (line, day) in [
            (
                "(Reuters, 5 January 2009) Two people died.",
                Some(date(2009, 1, 5)),
            ),
            ("Published: 6:42AM GMT 05 Jan 2009", Some(date(2009, 1, 5))),
            ("Posted on 2009-01-05 at 3:39 PM", Some(date(2009, 1, 5))),
            ("Updated 23/01/2009", Some(date(2009, 1, 23))),
            ("Updated 05/01/2009", None),
            ("Updated Jan. 45, 2009", None),
            ("Tuesday, March 4th, 2014", Some(date(2014, 3, 4))),
        ] {
            assert_eq!(published(&format!("Fire kills two\n{line}")), day, "{line}");
        }
    }

    #[test]
    fn what_stands_around_the_article_is_furniture() {
        let p = |text: &str| -> Vec<String> {
            let document = Document::new(0, "a.txt", text, InputFormat::Text);
            let body = document.blocks.iter().filter(|b| b.kind == BlockKind::Body);
            body.map(|b| document.source.slice(b.span).to_owned())
                .collect()
        };
        let first = "Two people died in a fire that broke out on Monday night in the old town.";
        let last = "The mayor said that 19 were hurt.";
        let text = format!(
            "Fire kills two\n{first}\nAdvertisement\nRead more: Five held after raid\nRelated stories\nWoman, 81, wins 3 million\nTen fires that shook the valley\n{last}\nComments\nI heard it was five.\n"
        );
        assert_eq!(p(&text), [first, last]);
        // A menu above the article ends nothing.
        assert_eq!(
            p(&format!("Home\nComments\nFire kills two\n{first}\n{last}")),
            [first, last]
        );
    }

    #[test]
    fn the_day_of_a_link_is_not_the_day_of_the_article() {
        let text = "Fire kills two\nTwo people died in a fire that broke out on Monday night in the old town.\nRelated stories\nMarch 4, 2014\n";
        let document = Document::new(0, "a.txt", text, InputFormat::Text);
        assert_eq!(document.published, None);
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
