//! What a page says of itself: its title, and the day it was published.
//!
//! Pages say it in several places, and the places differ in how far they are believed: what is written for machines
//! before what stands on the page, and what names an article before what names a page.
//!
//! The day is the one that the newsroom's own clock showed, since "on Tuesday" in the article means that clock. Programs often
//! give the moment in UTC, in which an American evening is the next day: then the day comes from the same moment in another
//! zone, or from what the page shows its readers, where it gives either.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use serde_json::Value;

use super::super::furniture::stamp_date;
use super::entity::decoded;
use super::scan::{Token, attribute};
use crate::lexicon::table;
use crate::source::one_line;

/// What was found; the title is that of the page, as machines are given it.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) published: Option<Moment>,
}

/// When something was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// The day, as it is written.
    pub(super) day: Date,
    /// The hour, where it is given in UTC and for no other zone: the newsroom may have had the day before or after.
    pub(super) utc_hour: Option<i8>,
    instant: Option<Timestamp>,
}

impl Moment {
    /// "2014-03-04T21:50:00+05:30" is the 4th, where the page was written.
    fn read(content: &str) -> Option<Moment> {
        let content = content.trim();
        let (day, time) = content.split_once(['T', 't']).unwrap_or((content, ""));
        let day = stamp_date(day.trim())?;
        let instant: Option<Timestamp> = content.parse().ok();
        let is_utc = time.ends_with(['Z', 'z']) || zone(time).is_some_and(is_zero);
        let hour = time.get(..2).and_then(|hour| hour.parse().ok());
        Some(Moment {
            day,
            utc_hour: hour.filter(|_| is_utc && instant.is_some()),
            instant,
        })
    }

    /// The day of these that the page shows its readers, where that can be the same moment; else the day as it is written.
    pub(super) fn day_among(self, shown: impl Iterator<Item = Date> + Clone) -> Date {
        let mut near = shown.clone().filter(|&day| self.may_be(day));
        let is_shown = shown.clone().any(|day| day == self.day);
        near.next().filter(|_| !is_shown).unwrap_or(self.day)
    }

    /// Whether somewhere on earth it was this other day: clocks go from 12 hours behind to 14 ahead of UTC.
    fn may_be(self, day: Date) -> bool {
        let Some(hour) = self.utc_hour else {
            return false;
        };
        let before = hour < 12 && self.day.yesterday().ok() == Some(day);
        let after = hour >= 10 && self.day.tomorrow().ok() == Some(day);
        before || after
    }
}

/// The "+05:30" of a time.
fn zone(time: &str) -> Option<&str> {
    time.rfind(['+', '-', '\u{2212}']).map(|at| &time[at..])
}

fn is_zero(zone: &str) -> bool {
    !zone.contains(|c: char| matches!(c, '1'..='9'))
}

/// Something that was said, and how far it is believed: the lowest number first, and of two the first one.
struct Best<T>(Option<(u8, T)>);

impl<T> Best<T> {
    fn offer(&mut self, rank: u8, value: Option<T>) {
        if let Some(value) = value
            && self.0.as_ref().is_none_or(|(best, _)| rank < *best)
        {
            self.0 = Some((rank, value));
        }
    }

    fn value(self) -> Option<T> {
        self.0.map(|(_, value)| value)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gives {
    Title,
    Published,
}

/// The names of `<meta>` elements.
fn meaning(name: &str) -> Option<(Gives, u8)> {
    static LIST: LazyLock<FxHashMap<&'static str, (Gives, u8)>> = LazyLock::new(|| {
        let rows = table(include_str!("../../lexicon/page_metadata.tsv")).rows;
        let meaning = |row: [&'static str; _]| {
            let gives = if row[1] == "title" {
                Gives::Title
            } else {
                Gives::Published
            };
            (row[0], (gives, row[2].parse().unwrap_or(u8::MAX)))
        };
        rows.into_iter().map(meaning).collect()
    });
    LIST.get(name.to_ascii_lowercase().as_str()).copied()
}

/// JSON-LD that names an article is believed as the best of the elements is; of a page or site, last.
const ARTICLE_DATA: u8 = 1;
const PAGE_DATA: u8 = 6;
/// JSON-LD that cannot be read, and so does not say what it names.
const BROKEN_DATA: u8 = 5;
/// `<time itemprop="datePublished">` or `<time pubdate>`, and a time that says nothing of itself.
const PUBLISHED_TIME: u8 = 3;
const SOME_TIME: u8 = 8;
/// The `<title>`, which names the site too.
const PAGE_TITLE: u8 = 9;

/// Reads the metadata out of a page.
pub(super) fn metadata(page: &str, tokens: &[Token]) -> Metadata {
    let (mut title, mut published) = (Best(None), Best(None));
    // The moments that are given for a zone of their own.
    let mut local: Vec<Moment> = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let Token::Open { name, attributes } = token else {
            continue;
        };
        let given = |name: &str| attribute(&page[attributes.clone()], name);
        let content = || match tokens.get(i + 1) {
            Some(Token::Raw(range)) => &page[range.clone()],
            _ => "",
        };
        match page[name.clone()].to_ascii_lowercase().as_str() {
            "meta" => {
                let Some(content) = given("content").map(decoded) else {
                    continue;
                };
                let names = ["property", "name", "itemprop"].map(given);
                for (gives, rank) in names.into_iter().flatten().filter_map(meaning) {
                    match gives {
                        Gives::Title => title.offer(rank, text(&content)),
                        Gives::Published => published.offer(rank, Moment::read(&content)),
                    }
                }
            }
            "title" => title.offer(PAGE_TITLE, text(&decoded(content()))),
            "time" => {
                let is_published = given("pubdate").is_some()
                    || given("itemprop").is_some_and(|p| p.eq_ignore_ascii_case("datePublished"));
                let rank = if is_published {
                    PUBLISHED_TIME
                } else {
                    SOME_TIME
                };
                let moment = given("datetime").and_then(Moment::read);
                local.extend(moment.filter(|m| m.utc_hour.is_none() && m.instant.is_some()));
                published.offer(rank, moment);
            }
            "script" if given("type").is_some_and(is_linked_data) => {
                match serde_json::from_str(content().trim()) {
                    Ok(data) => linked_data(&data, &mut title, &mut published),
                    Err(_) => published.offer(BROKEN_DATA, broken_data(content())),
                }
            }
            _ => {}
        }
    }
    let mut published = published.value();
    if let Some(moment) = published.as_mut().filter(|m| m.utc_hour.is_some())
        && let Some(same) = local.iter().find(|m| m.instant == moment.instant)
    {
        *moment = *same;
    }
    Metadata {
        title: title.value(),
        published,
    }
}

/// The day in JSON-LD that is no JSON: line breaks inside of strings and commas before brackets are common, and browsers do not
/// mind. The first one is meant, as the article's own data stand before that of what belongs to it.
fn broken_data(data: &str) -> Option<Moment> {
    let (_, after) = data.split_once("\"datePublished\"")?;
    let value = after.trim_start().strip_prefix(':')?.trim_start();
    let (value, _) = value.strip_prefix('"')?.split_once('"')?;
    Moment::read(value)
}

fn is_linked_data(kind: &str) -> bool {
    kind.trim()
        .to_ascii_lowercase()
        .starts_with("application/ld+json")
}

/// What schema.org data says, however deep: the parser bounds the depth.
fn linked_data(data: &Value, title: &mut Best<String>, published: &mut Best<Moment>) {
    match data {
        Value::Array(all) => {
            for data in all {
                linked_data(data, title, published);
            }
        }
        Value::Object(fields) => {
            let is_article = match fields.get("@type") {
                Some(Value::String(kind)) => is_article(kind),
                Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is_article),
                _ => false,
            };
            let rank = if is_article { ARTICLE_DATA } else { PAGE_DATA };
            let field = |name: &str| fields.get(name).and_then(Value::as_str);
            published.offer(rank, field("datePublished").and_then(Moment::read));
            if is_article {
                title.offer(rank + 1, field("headline").and_then(|t| text(&decoded(t))));
            }
            for data in fields.values().filter(|v| v.is_array() || v.is_object()) {
                linked_data(data, title, published);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn is_article(kind: &str) -> bool {
    ["Article", "Posting", "Report"]
        .iter()
        .any(|end| kind.ends_with(end))
}

fn text(content: &str) -> Option<String> {
    let text = one_line(content);
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::super::scan::tokens;
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_day_comes_from_the_place_that_is_believed_most() {
        let p = |page: &str| metadata(page, &tokens(page)).published.map(|m| m.day);
        let meta =
            "<meta property=\"article:published_time\" content=\"2014-03-04T23:30:00-05:00\">";
        let time = "<time datetime=2014-03-07>";
        let data = "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2013-01-01\"},{\"@type\":[\"NewsArticle\"],\"datePublished\":\"2014-03-05\"}]}</script>";
        assert_eq!(p(&format!("{time}{meta}{data}")), Some(date(2014, 3, 4)));
        assert_eq!(p(&format!("{time}{data}")), Some(date(2014, 3, 5)));
        assert_eq!(p(time), Some(date(2014, 3, 7)));
        assert_eq!(
            p("<meta name=pubdate content='March 4, 2014 10:15'>"),
            Some(date(2014, 3, 4))
        );
        assert_eq!(
            p("<meta name=date content='05/01/2015'><time>3 May</time>"),
            None
        );
        assert_eq!(
            p("<script type='application/ld+json'>{\"datePublished\": 5, [</script>"),
            None
        );
        let broken = "<script type='application/ld+json'>{\"a\": \"x\ny\", \"datePublished\" : \"2014-03-06\",}</script>";
        assert_eq!(p(&format!("{time}{broken}")), Some(date(2014, 3, 6)));
    }

    #[test]
    fn the_day_is_that_of_the_newsroom() {
        let p = |page: &str| metadata(page, &tokens(page)).published.unwrap();
        let utc = "<meta name=pubdate content=2014-03-05T02:10:00Z>";
        assert_eq!(p(utc).day, date(2014, 3, 5));
        let same = "<time datetime=2014-03-04T21:10:00-05:00>";
        assert_eq!(p(&format!("{utc}{same}")).day, date(2014, 3, 4));
        let other = "<time datetime=2014-03-04T21:11:00-05:00>";
        assert_eq!(p(&format!("{utc}{other}")).day, date(2014, 3, 5));
        let among = |content: &str, days: &[Date]| {
            let moment = Moment::read(content).unwrap();
            moment.day_among(days.iter().copied())
        };
        let [before, day, after] = [4, 5, 6].map(|day| date(2014, 3, day));
        assert_eq!(among("2014-03-05T02:10:00Z", &[after, before]), before);
        assert_eq!(among("2014-03-05T02:10:00Z", &[before, day]), day);
        assert_eq!(among("2014-03-05T22:10:00.000+00:00", &[after]), after);
        assert_eq!(among("2014-03-05T22:10:00Z", &[before]), day);
        for known in [
            "2014-03-05",
            "2014-03-05T02:10:00",
            "2014-03-05T02:10:00-0500",
        ] {
            assert_eq!(among(known, &[before]), day, "{known}");
        }
    }

    #[test]
    fn the_title_comes_from_the_place_that_is_believed_most() {
        let p = |page: &str| metadata(page, &tokens(page)).title;
        let title = "<title>Fire &amp; flood\n | The Courier</title>";
        let meta = "<meta content='Fire &amp; flood' property='og:title'>";
        assert_eq!(
            p(&format!("{title}{meta}")).as_deref(),
            Some("Fire & flood")
        );
        assert_eq!(p(title).as_deref(), Some("Fire & flood | The Courier"));
        assert_eq!(p("<title> </title>"), None);
    }
}
