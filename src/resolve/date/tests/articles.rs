//! The dates and times that a reader of news asks for first, each in a sentence of an article of 30 December 2014.

use super::{TUESDAY, listed, p};
use crate::read::{Document, InputFormat};
use crate::value::{Kind, Value};

/// The kinds and words of the dates, times and figures of a text.
fn kinds(prose: &str) -> Vec<(Kind, String)> {
    let mut document = Document::new(
        0,
        "t.txt",
        &format!("Council meets again\n{prose}"),
        InputFormat::Text,
    );
    document.published = TUESDAY;
    let article = crate::analyze(document);
    article
        .mentions
        .iter()
        .filter(|m| matches!(m.value, Value::Date(_) | Value::Time(_) | Value::Figure(_)))
        .map(|m| (m.kind, article.text.slice(m.span).to_owned()))
        .collect()
}

#[test]
fn reads_the_dates_that_news_articles_write() {
    // Absolute, and in part.
    p("The film opened in July 2013.", "July 2013 = 2013-07");
    p(
        "The film opened on Dec. 27 in the U.S.",
        "Dec. 27 = 2014-12-27",
    );
    p("It was built in 2014.", "2014 = 2014");
    p("It was built in the 1990s.", "1990s = 199X");
    p("Prices fell in early 2014.", "early 2014 = 2014-01/2014-04");
    p(
        "They met in mid-December.",
        "mid-December = 2014-12-11/2014-12-20",
    );
    p("Sales rose in Q3 2023.", "Q3 2023 = 2023-35");
    p("The lake froze in winter 2012.", "winter 2012 = 2012-24");
    // Counted from the day of publication, a Tuesday.
    p("The talks ended Tuesday.", "Tuesday = 2014-12-30");
    p("The talks ended last Friday.", "last Friday = 2014-12-26");
    p("The talks ended yesterday.", "yesterday = 2014-12-29");
    p("The talks ended two days ago.", "two days ago = 2014-12-28");
    p("The talks ended this month.", "this month = 2014-12");
    p(
        "The talks ended earlier this week.",
        "earlier this week = 2014-12-29/2014-12-30",
    );
    // The nearest past one, unless tense or "next" says otherwise.
    p("The talks ended Wednesday.", "Wednesday = 2014-12-24");
    p("The talks will end on Wednesday.", "Wednesday = 2014-12-31");
    p("The talks ended in May.", "May = 2014-05");
    p("The talks will end in May.", "May = 2015-05");
    p("They meet next Friday.", "next Friday = 2015-01-09");
    // Ranges.
    p(
        "The fair ran Dec. 24-28.",
        "Dec. 24-28 = 2014-12-24/2014-12-28",
    );
    p(
        "He ruled between 1991 and 1998.",
        "1991 and 1998 = 1991/1998",
    );
    // Holidays.
    p(
        "The roof fell on Christmas Day.",
        "Christmas Day = 2014-12-25",
    );
    p(
        "The roof fell on Thanksgiving.",
        "Thanksgiving = 2014-11-27",
    );
    // Numeric.
    p(
        "The letter is dated 05/01/2015.",
        "05/01/2015 = [2015-01-05,2015-05-01]",
    );
    p(
        "The letter is dated 05/01/2015, the reply 14/01/2015.",
        "05/01/2015 = 2015-01-05; 14/01/2015 = 2015-01-14",
    );
    p(
        "The letter of 05/01/2015 is that of May 1, 2015.",
        "05/01/2015 = 2015-05-01; May 1, 2015 = 2015-05-01",
    );
    p(
        "The letter of 12/31/2014 and that of 05/01/2015 differ.",
        "12/31/2014 = 2014-12-31; 05/01/2015 = 2015-05-01",
    );
    p(
        "They left on Dec. 1. The note says 01/12/14.",
        "Dec. 1 = 2014-12-01; 01/12/14 = 2014-12-01",
    );
    // The attacks by name.
    p("He lost a brother on 9/11.", "");
    p("He wrote a book on the Sept. 11 attacks.", "");
    p("They met on Sept. 11.", "Sept. 11 = 2014-09-11");
}

#[test]
fn reads_the_times_that_news_articles_write() {
    let time = |prose: &str, words: &str| {
        assert_eq!(kinds(prose), [(Kind::Time, words.to_owned())], "{prose}");
    };
    time("The quake struck at 3:30 p.m. in the hills.", "3:30 p.m.");
    time("The quake struck at 0737 GMT in the hills.", "0737 GMT");
    time("The quake struck at noon in the hills.", "noon");
}

#[test]
fn no_date_is_made_of_what_only_sounds_like_one() {
    // "We" is no Wednesday, "$13" no 13th, "3,000 screens" no 3rd, "two decades" no 21.
    for prose in [
        "We paid for it.",
        "It cost $13 a seat.",
        "It opened on 3,000 screens.",
        "He taught there for two decades.",
        "They won 3-2, and 12:10 in the tie-break.",
    ] {
        assert_eq!(listed(TUESDAY, prose), "", "{prose}");
    }
}

#[test]
fn the_published_date_is_read_where_the_document_gives_it() {
    let first_date = |path: &str, text: &str, format: InputFormat| {
        let article = crate::analyze(Document::new(0, path, text, format));
        article
            .mentions
            .iter()
            .filter(|m| article.text.slice(m.span) == "Tuesday")
            .find_map(|m| match &m.value {
                Value::Date(value) => Some(value.edtf.clone()),
                _ => None,
            })
    };
    assert_eq!(
        first_date(
            "t.md",
            "---\npublished: 2014-12-30\n---\n# Council meets\n\nThe talks ended Tuesday in Leeds.\n",
            InputFormat::Markdown,
        ),
        Some("2014-12-30".to_owned())
    );
    assert_eq!(
        first_date(
            "t.txt",
            "Council meets again\n\nLEEDS, Dec. 30, 2014 - The talks ended Tuesday in the town hall.\n",
            InputFormat::Text,
        ),
        Some("2014-12-30".to_owned())
    );
}
