//! "Tuesday, July 3, 2013", which was a Wednesday.
//!
//! With the year written there is nothing to doubt. Without it the year is that of the sentence, or the one that brings the
//! day near the day of publication or the day told before: only there the writer had one year before his eyes.

use jiff::civil::{Date, Weekday};

use super::Fault;
use super::scene::Scene;
use crate::lexicon::{CalendarWord, calendar_word};
use crate::value::{DateValue, Expression};

/// Before this year some countries counted their days by another calendar.
const FIRST_YEAR: i16 = 1924;

/// A day without its year is taken for the one that lies no further than this from a day that is known.
const NEAR: i32 = 60;

pub(super) fn faults(scene: &Scene<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for values in scene.sentences() {
        for (i, &one) in values.iter().enumerate() {
            let next = values.get(i + 1).copied();
            let Some((weekday, dated, mentions)) = named(scene, one, next) else {
                continue;
            };
            if let Some(day) = day_of(scene, dated).filter(|day| day.weekday() != weekday) {
                faults.push(Fault {
                    mentions,
                    about: "the day of the week".into(),
                    reckoned: format!("{} is a {}", day.strftime("%-d %B %Y"), called(day)),
                });
            }
        }
    }
    faults
}

/// A weekday with the mention of its date: in one, or one behind the other: "Tuesday (July 3, 2013)", "July 3, 2013, a Tuesday".
fn named(
    scene: &Scene<'_>,
    one: usize,
    next: Option<usize>,
) -> Option<(Weekday, usize, Vec<usize>)> {
    let date = scene.date(one)?;
    if month_and_day(date).is_some()
        && let Some(weekday) = date.weekday
    {
        // "Edmonton Sun, August 16, 2008" is a newspaper and its day.
        let start = scene.tokens(one).start;
        let name = start > scene.sentence(one).start
            && scene.text.word(start).len() <= 3
            && scene.text.word(start - 1).starts_with(char::is_uppercase);
        if name {
            return None;
        }
        return Some((weekday, one, vec![one]));
    }
    if month_and_day(date).is_some()
        && scene.following(one) == ","
        && matches!(scene.word(scene.tokens(one).end + 1), "a" | "which")
    {
        let behind = scene.tokens(one).end + 2..scene.tokens(one).end + 5;
        let mut words = scene
            .words(behind)
            .skip_while(|w| matches!(*w, "was" | "is" | "a"));
        let meaning = words.next().and_then(|word| calendar_word(word).meaning);
        if let Some(CalendarWord::Weekday(weekday, _)) = meaning {
            return Some((weekday, one, vec![one]));
        }
    }
    let next = next?;
    let other = scene.date(next)?;
    let mut between = scene.words(scene.tokens(one).end..scene.tokens(next).start);
    let bracket =
        between.next() == Some("(") && between.next().is_none() && scene.following(next) == ")";
    let alone = |date: &DateValue| match date.expression {
        Expression::Weekday { weekday, week, .. } => week.is_none().then_some(weekday),
        _ => None,
    };
    let bare = |date: &DateValue| month_and_day(date).is_some() && date.weekday.is_none();
    if !bracket {
        return None;
    }
    if let Some(weekday) = alone(date).filter(|_| bare(other)) {
        return Some((weekday, next, vec![one, next]));
    }
    if let Some(weekday) = alone(other).filter(|_| bare(date)) {
        return Some((weekday, one, vec![one, next]));
    }
    None
}

/// Year, month and day as written.
fn month_and_day(date: &DateValue) -> Option<(Option<i16>, i8, i8)> {
    match date.expression {
        Expression::Calendar {
            year,
            month: Some(month),
            day: Some(day),
            ..
        } => Some((year, month, day)),
        _ => None,
    }
}

/// The day that is meant, where that is sure.
fn day_of(scene: &Scene<'_>, mention: usize) -> Option<Date> {
    let (year, month, day) = month_and_day(scene.date(mention)?)?;
    let on = |year: i16| Date::new(year, month, day).ok();
    let sure = |date: &Date| date.year() >= FIRST_YEAR;
    if let Some(year) = year {
        return on(year).filter(sure);
    }
    let published = scene.article.document.published;
    let told = told_before(scene, mention);
    let anchor = match (published, told) {
        // A text that tells of another time may go on telling of it.
        (Some(published), Some(told)) if days(published, told) > 366 => return None,
        (Some(published), _) => published,
        (None, Some(told)) => told,
        (None, None) => return None,
    };
    let near = |date: &Date| days(anchor, *date) <= NEAR;
    let around = anchor.year().checked_sub(1)?..=anchor.year().checked_add(1)?;
    around.filter_map(on).find(near).filter(sure)
}

/// The nearest day before a mention, or behind it in its sentence, that is written with its year.
fn told_before(scene: &Scene<'_>, mention: usize) -> Option<Date> {
    let full = |&index: &usize| {
        let (year, month, day) = month_and_day(scene.date(index)?)?;
        Date::new(year?, month, day).ok()
    };
    let sentence = scene.mentions[mention].sentence;
    let here = scene.values_of(sentence).iter().find_map(&full);
    here.or_else(|| (0..mention).rev().find_map(|index| full(&index)))
}

fn days(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX, |span| span.get_days().abs())
}

fn called(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
