//! Whether the days and hours around two values set them apart, or join them.

use super::is;
use crate::Article;
use crate::claim::Claim;
use crate::mention::Mention;
use crate::value::{DateRange, Kind, Value, ValueRelation};

/// Whether two dates are of two years of a row, each with its own figure: "ran for 402 yards in 2009", "for 611 in 2008".
pub(in crate::align) fn of_a_row(x: (&Article, &Claim), y: (&Article, &Claim)) -> bool {
    let is_year = |(article, claim): (&Article, &Claim)| {
        let range = claim.mention(&article.mentions).value.range();
        range.is_some_and(|r| r.days() > LONG)
    };
    if !is_year(x) || !is_year(y) {
        return false;
    }
    let (left, right) = (figures(x, ROW), figures(y, ROW));
    let pairs = |left: &[&Value], right: &[&Value], wanted: fn(ValueRelation) -> bool| {
        let mut all = left
            .iter()
            .flat_map(|a| right.iter().map(move |b| a.relation(b)));
        all.any(wanted)
    };
    let agree = || {
        let (left, right) = (figures(x, usize::MAX), figures(y, usize::MAX));
        pairs(&left, &right, |relation| relation <= ValueRelation::Open)
    };
    pairs(&left, &right, |relation| {
        relation == ValueRelation::Disjoint
    }) && !agree()
}

/// A period of more days is a year or half of one: a season has its own figures.
const LONG: i64 = 180;

/// How many tokens may stand between a year and its figure.
const ROW: usize = 8;

/// The figures within so many tokens of a date, in its sentence.
fn figures<'a>((article, claim): (&'a Article, &Claim), reach: usize) -> Vec<&'a Value> {
    let date = claim.mention(&article.mentions);
    let near = article.mentions.iter().filter(|m| {
        let apart = if m.tokens.end <= date.tokens.start {
            date.tokens.start - m.tokens.end
        } else {
            m.tokens.start.saturating_sub(date.tokens.end)
        };
        m.sentence == date.sentence
            && matches!(
                m.kind,
                Kind::Count | Kind::Money | Kind::Percent | Kind::Measure | Kind::Duration
            )
            && apart <= reach
    });
    near.map(|m| &m.value).collect()
}

/// Whether the words that open the sentence of one value give a day that no day in the sentence of the other meets: "On Monday night
/// gunmen attacked a checkpoint, killing four". A day within the sentence may be that of another verb.
pub(in crate::align) fn of_two_frames(x: (&Article, &Claim), y: (&Article, &Claim)) -> bool {
    let apart = |one: (&Article, &Claim), other: (&Article, &Claim)| {
        frame(one).is_some_and(|frame| {
            let mut days = days(other).peekable();
            days.peek().is_some_and(|day| day.days() <= WEEK) && !days.any(|day| day.meets(&frame))
        })
    };
    apart(x, y) || apart(y, x) || of_two_years(x, y)
}

/// Whether the words that open both sentences give two times that do not meet, however long: "In 2006 she ran for 402 yards", "In 2000".
fn of_two_years(x: (&Article, &Claim), y: (&Article, &Claim)) -> bool {
    opening(x)
        .zip(opening(y))
        .is_some_and(|(x, y)| !x.meets(&y))
}

/// How far from the start of its sentence a day may stand that is said of all of it: "In early June", "Late on Monday".
const OPENING: usize = 3;

/// The day that opens the sentence of a claim.
fn frame(side: (&Article, &Claim)) -> Option<DateRange> {
    opening(side).filter(|frame| frame.days() <= WEEK)
}

/// The day or longer time that opens the sentence of a claim.
fn opening((article, claim): (&Article, &Claim)) -> Option<DateRange> {
    let mention = claim.mention(&article.mentions);
    let start = article.text.sentences[mention.sentence].tokens.start;
    let opens = |at: usize| {
        matches!(
            article.text.lower(at),
            "on" | "in" | "at" | "late" | "early" | "the" | "back" | "and" | "but" | "then"
        )
    };
    let opening = article.mentions.iter().find(|m| {
        m.kind == Kind::Date
            && m.tokens.start >= start
            && m.tokens.start - start < OPENING
            && m.tokens.end <= mention.tokens.start
            && (start..m.tokens.start).all(opens)
    })?;
    opening.value.range()
}

/// A longer time is no day of the news: what was decided "back in 2014" may be told as of today.
const WEEK: i64 = 7;

/// The days in the sentence of a claim.
fn days<'a>((article, claim): (&'a Article, &Claim)) -> impl Iterator<Item = DateRange> + 'a {
    let sentence = claim.mention(&article.mentions).sentence;
    let mentions = article.mentions.iter();
    let dates = mentions.filter(move |m| m.sentence == sentence && m.kind == Kind::Date);
    dates.filter_map(|m| m.value.range())
}

/// Whether one of two counts is of a day or year of long ago, by a date with its year, of which the other document does not speak: the
/// nine who were killed "on 4 May 1998" are told of as history, and those of the other document are news.
pub(in crate::align) fn of_old_days(x: (&Article, &Claim), y: (&Article, &Claim)) -> bool {
    let count = x.1.kind == Kind::Count;
    count && (is_history(x, y) || is_history(y, x))
}

fn is_history((article, claim): (&Article, &Claim), (other, theirs): (&Article, &Claim)) -> bool {
    let own = claim.mention(&article.mentions);
    let is_year = |at: usize| {
        let word = article.text.lower(at);
        word.len() == 4
            && matches!(word.get(..2), Some("19" | "20"))
            && word.bytes().all(|b| b.is_ascii_digit())
    };
    let dates = claim.dates.iter().map(|&d| &article.mentions[d]);
    // What has been "the longest since 1991" is of today.
    let since = |m: &Mention| {
        let before = m.tokens.start.checked_sub(1);
        before.is_some_and(|at| article.text.lower(at) == "since")
    };
    let mut years = dates
        .filter(|m| m.tokens.clone().any(is_year) && !since(m))
        .filter_map(|m| m.value.range());
    let news = |m: &Mention| m.kind == Kind::Date && m.sentence < own.sentence;
    own.sentence >= HISTORY
        && theirs.dates.is_empty()
        && article.mentions.iter().any(news)
        && years.any(|year| {
            let mut told = article
                .mentions
                .iter()
                .filter(|m| news(m))
                .filter_map(|m| m.value.range());
            let mut all = other
                .mentions
                .iter()
                .filter(|m| m.kind == Kind::Date)
                .filter_map(|m| m.value.range());
            !told.any(|day| day.meets(&year)) && !all.any(|day| day.meets(&year))
        })
}

/// What happened stands in the first sentences of an article, and what was before further on.
const HISTORY: usize = 4;

/// Whether two times of day are so near that the words before one of them join them: "at 1.47pm" and "shortly before 2pm".
pub(in crate::align) fn near_times(x: (&Article, &Claim), y: (&Article, &Claim)) -> bool {
    clock(x)
        .zip(clock(y))
        .is_some_and(|(a, b)| a.2 == b.2 && a.0.max(b.0) <= a.1.min(b.1))
}

/// When it was at the earliest and the latest, by the words before a time, and in which zone.
fn clock((article, claim): (&Article, &Claim)) -> Option<(u16, u16, Option<i16>)> {
    let mention = claim.mention(&article.mentions);
    let Value::Time(time) = &mention.value else {
        return None;
    };
    let start = mention.tokens.start;
    let word = |n: usize| start.checked_sub(n).map_or("", |at| article.text.lower(at));
    let soon = is(word(2), "soon");
    let (early, late) = match word(1) {
        "before" if soon => (SOON, 0),
        "after" | "past" if soon => (0, SOON),
        "about" | "around" | "approximately" | "roughly" => (ABOUT, ABOUT),
        "nearly" | "almost" => (ABOUT, 0),
        _ => (0, 0),
    };
    Some((
        time.earliest.saturating_sub(early),
        time.latest.saturating_add(late),
        time.zone,
    ))
}

/// What is "shortly before two" may have been so many minutes earlier.
const SOON: u16 = 20;

/// And what is "at about two" so many earlier or later.
const ABOUT: u16 = 10;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze;
    use crate::read::documents;

    #[test]
    fn what_happened_years_ago_is_no_news() {
        let p = |old: &str, news: &str| {
            let lead =
                "Guards shot at boats on Monday. The boats left. Nobody knows why. The mayor wept.";
            let texts = [format!("{lead} {old}"), news.to_owned()];
            let articles: Vec<Article> = documents(&[&texts[0], &texts[1]])
                .into_iter()
                .map(analyze)
                .collect();
            let claim = |at: usize, value: &str| {
                let article = &articles[at];
                let list = article.claims.list.iter();
                let mut written =
                    list.filter(|c| article.text.slice(c.mention(&article.mentions).span) == value);
                (article, written.next().unwrap())
            };
            of_old_days(claim(0, "12"), claim(1, "14"))
        };
        let news = "Guards shot 14 sailors.";
        assert!(p("On 4 May 2008, guards shot 12 sailors.", news));
        assert!(p(
            "They came back on 4 May 2008, when guards shot 12 sailors.",
            news
        ));
        assert!(!p("Guards shot 12 sailors.", news));
        // The other speaks of that year too.
        assert!(!p(
            "On 4 May 2008, guards shot 12 sailors.",
            "Guards shot 14 sailors. They shot more in May 2008."
        ));
        assert!(!p(
            "On 4 May 2008, guards shot 12 sailors.",
            "Guards shot 14 sailors on Monday."
        ));
    }
}
