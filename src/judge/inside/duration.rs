//! "The three-day festival, from 4 to 9 July": a length of time that is not that between its two dates.
//!
//! Days are counted with both ends and without, nights and working days are, and a year or month more or less is no fault
//! where the dates name no days: only what no way of counting gives is told. "Between 4 and 9 July" is a time within which
//! something happens, and no length.

use std::ops::Range;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Fault;
use super::scene::{Scene, is_dash};
use crate::lexicon::list;
use crate::value::{Bound, Expression, Interval, Kind};

/// Between a length and its dates stand no more words than this: "three-day festival in Ostby runs from".
const BETWEEN: usize = 8;

pub(super) fn faults(scene: &Scene<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for values in scene.sentences() {
        let of = |kind: Kind| {
            let own = values.iter().copied();
            own.filter(move |&m| scene.mentions[m].kind == kind)
        };
        for pair in values.windows(2) {
            let (Some(length), Some(dates)) = (
                pair.iter()
                    .copied()
                    .find(|&m| scene.mentions[m].kind == Kind::Duration),
                pair.iter().copied().find(|&m| scene.date(m).is_some()),
            ) else {
                continue;
            };
            // With two lengths or two dates in a sentence it is not plain which belong together.
            if of(Kind::Duration).count() == 1
                && of(Kind::Date).count() == 1
                && joined(scene, length, dates)
                && let Some(reckoned) = reckoned(scene, length, dates)
            {
                faults.push(Fault {
                    mentions: vec![length, dates],
                    about: "a length of time".into(),
                    reckoned,
                });
            }
        }
    }
    faults
}

/// Whether the words say that the length is that between the dates.
fn joined(scene: &Scene<'_>, length: usize, dates: usize) -> bool {
    let (of_length, of_dates) = (scene.tokens(length), scene.tokens(dates));
    let lead = scene.leading(dates);
    if lead == "between" || lead == "since" || scene.leading(length) == "every" {
        return false;
    }
    if of_length.end <= of_dates.start {
        let gap = of_length.end..of_dates.start;
        let words: Vec<&str> = scene.words(gap.clone()).collect();
        let adjective = scene.text.word(of_length.start + 1) == "-" || is_attribute(scene, length);
        return match words.as_slice() {
            ["from"] | [",", "from"] | ["(", "from"] => true,
            ["("] => scene.following(dates) == ")",
            _ if adjective => is_event(scene, gap),
            _ => false,
        };
    }
    let words: Vec<&str> = scene.words(of_dates.end..of_length.start).collect();
    let from = lead == "from" || lead == "(";
    from && matches!(
        words.as_slice(),
        [",", "for"] | [",", "a", "period" | "span" | "total", "of"] | [",", "lasting"]
    ) && scene.closes(of_length.end, &scene.sentence(length))
        && scene.opening(length) == of_length.start
}

/// Whether the length is written before what lasts so long: "three-day festival".
fn is_attribute(scene: &Scene<'_>, length: usize) -> bool {
    scene.written(length).contains('-')
}

/// Whether the words between are what lasts so long, and that it goes on: "festival in Ostby runs from".
fn is_event(scene: &Scene<'_>, gap: Range<usize>) -> bool {
    let words: Vec<&str> = scene.words(gap).collect();
    let [event, rest @ .., last] = words.as_slice() else {
        return false;
    };
    let lasts = |word: &str| list!("events").contains(word) || list!("spells").contains(word);
    let links = |word: &&str| {
        matches!(
            *word,
            "," | "in"
                | "at"
                | "the"
                | "was"
                | "is"
                | "will"
                | "be"
                | "which"
                | "that"
                | "took"
                | "place"
        ) || matches!(
            *word,
            "held"
                | "run"
                | "runs"
                | "ran"
                | "running"
                | "lasted"
                | "lasts"
                | "takes"
                | "scheduled"
        ) || word.starts_with(char::is_alphabetic) && !list!("ordinary").contains(word)
    };
    let opens = matches!(*last, "from" | "(" | ",") || is_dash(last);
    words.len() <= BETWEEN && lasts(event) && opens && rest.iter().all(links)
}

/// What the dates make, where the length is another in every way of counting.
fn reckoned(scene: &Scene<'_>, length: usize, dates: usize) -> Option<String> {
    let figure = scene.figure(length)?;
    let unit = figure.unit?.symbol;
    let date = scene.date(dates)?;
    let (Expression::Range(first, last), Some(range)) = (&date.expression, date.range) else {
        return None;
    };
    let (from, to) = (exactness(first)?, exactness(last)?);
    let days = range.days();
    let (fine, least, most, told) = match unit {
        "day" => {
            // With both ends and with one of them; where a weekend may lie between, the working days.
            let weekends = if days < 5 { 1 } else { 2 * ((days + 6) / 7) };
            let least = (days - weekends).max(1);
            (from == 3 && to == 3, least, days, format!("{days} days"))
        }
        "week" => (
            from == 3 && to == 3,
            days / 7,
            days / 7 + 1,
            format!("{days} days"),
        ),
        "month" => {
            let months = months(range.earliest, range.latest);
            let exact = from == 3 && to == 3;
            let (least, most) = if exact {
                (months - 1, months + 1)
            } else {
                (months - 1, months)
            };
            (
                from >= 2 && to >= 2,
                least,
                most,
                format!("{months} months with both ends"),
            )
        }
        "year" => {
            let years = i64::from(range.latest.year()) - i64::from(range.earliest.year());
            (from == to, years - 1, years + 1, format!("{years} years"))
        }
        _ => return None,
    };
    if !fine || matches!(figure.bound, Bound::Between) {
        return None;
    }
    let counted = Interval::between(least.into(), most.into());
    let (low, high) = (figure.plausible.low, figure.plausible.high);
    // "Ten years" is ten, and not anything that rounds to it.
    let claimed = match figure.amount {
        Some(amount) if figure.bound == Bound::Exact => Interval::exact(amount),
        _ => Interval { low, high },
    };
    let whole = figure.amount.is_some_and(|a: Decimal| a.is_integer());
    (whole && !claimed.meets(&counted)).then(|| format!("{} is {told}", scene.written(dates)))
}

/// How much of a date is written with figures: 1 the year, 2 the month, 3 the day.
fn exactness(date: &Expression) -> Option<u8> {
    match date {
        Expression::Calendar { day: Some(_), .. } => Some(3),
        Expression::Calendar { month: Some(_), .. } => Some(2),
        Expression::Calendar { year: Some(_), .. } => Some(1),
        _ => None,
    }
}

/// The months from one day to another, both counted.
fn months(first: Date, last: Date) -> i64 {
    let years = i64::from(last.year()) - i64::from(first.year());
    years * 12 + i64::from(last.month()) - i64::from(first.month()) + 1
}
