//! Whether the days and hours around two values set them apart, or join them.

use super::is;
use crate::Article;
use crate::claim::Claim;
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
