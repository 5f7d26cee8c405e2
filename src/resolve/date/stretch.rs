//! Stretches of days: the units, sections and parts of years, and what is counted inside them.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};

use super::days::{add, monday, ordered};
use crate::value::{CalendarUnit, DateRange, Item, Part, Section};

/// A half, quarter or season of a year; the winter of a year begins in it.
pub(super) fn of_year(section: Section, year: i16) -> Option<DateRange> {
    let (first, months) = match section {
        Section::Half(n) => (i16::from(n) * 6 - 5, 6),
        Section::Quarter(n) => (i16::from(n) * 3 - 2, 3),
        Section::Season(n) => (i16::from(n) * 3, 3),
    };
    let earliest = Date::new(year, i8::try_from(first).ok()?, 1).ok()?;
    let latest = add(add(earliest, Span::new().months(months))?, (-1).days())?;
    Some(DateRange { earliest, latest })
}

/// The unit that a day lies in, moved by so many.
pub(super) fn shifted(unit: CalendarUnit, shift: i32, from: DateRange) -> Option<DateRange> {
    let day = if shift > 0 {
        from.latest
    } else {
        from.earliest
    };
    let n = i64::from(shift);
    let whole = |first: Date, span: Span| -> Option<DateRange> {
        Some(DateRange {
            earliest: first,
            latest: add(add(first, span)?, (-1).days())?,
        })
    };
    let years = |length: i16| -> Option<DateRange> {
        let first = day
            .year()
            .div_euclid(length)
            .checked_add(i16::try_from(shift).ok()?)?
            .checked_mul(length)?;
        whole(
            Date::new(first.max(1), 1, 1).ok()?,
            Span::new().years(length),
        )
    };
    match unit {
        CalendarUnit::Hour => Some(DateRange::day(day)),
        CalendarUnit::Day => add(day, Span::new().try_days(n).ok()?).map(DateRange::day),
        CalendarUnit::Week => whole(add(monday(day), Span::new().try_weeks(n).ok()?)?, 1.week()),
        CalendarUnit::Fortnight => whole(
            add(monday(day), Span::new().try_weeks(n.checked_mul(2)?).ok()?)?,
            2.weeks(),
        ),
        CalendarUnit::Weekend => {
            let saturday = add(monday(day), (n * 7 + 5).days())?;
            whole(saturday, 2.days())
        }
        CalendarUnit::Month => whole(
            add(day.first_of_month(), Span::new().try_months(n).ok()?)?,
            1.month(),
        ),
        CalendarUnit::Quarter => {
            let first = Date::new(day.year(), (day.month() - 1) / 3 * 3 + 1, 1).ok()?;
            whole(
                add(first, Span::new().try_months(n.checked_mul(3)?).ok()?)?,
                3.months(),
            )
        }
        CalendarUnit::Year => years(1),
        CalendarUnit::Decade => years(10),
        CalendarUnit::Century => years(100),
    }
}

/// A part of a stretch of days.
pub(super) fn part_of(part: Part, whole: DateRange, published: Option<Date>) -> Option<DateRange> {
    let (first, last) = (whole.earliest, whole.latest);
    // Months are cut into tens of days, years into months, decades into years.
    let months =
        i64::from(last.year() - first.year()) * 12 + i64::from(last.month() - first.month()) + 1;
    let cut = |numerator: i64, denominator: i64| -> Option<Date> {
        if first.day() == 1 && last == last.last_of_month() && months >= denominator {
            add(
                first,
                Span::new()
                    .try_months(months * numerator / denominator)
                    .ok()?,
            )
        } else if months == 1 && whole.days() >= 28 {
            add(first, Span::new().days(30 * numerator / denominator))
        } else {
            add(
                first,
                Span::new().days(whole.days() * numerator / denominator),
            )
        }
    };
    let before = |date: Date| add(date, (-1).days());
    // A week begins with three days and ends with three.
    if whole.days() == 7 {
        let (from, to) = match part {
            Part::Early | Part::FirstHalf => (0, 2),
            Part::Mid => (2, 4),
            Part::Late | Part::SecondHalf => (4, 6),
            Part::Before | Part::After => (0, 6),
        };
        if !matches!(part, Part::Before | Part::After) {
            return ordered(add(first, from.days())?, add(first, to.days())?);
        }
    }
    let (from, to) = match part {
        Part::Early => (first, before(cut(1, 3)?)?),
        Part::Mid => (cut(1, 3)?, before(cut(2, 3)?)?),
        Part::Late => (cut(2, 3)?, last),
        Part::FirstHalf => (first, before(cut(1, 2)?)?),
        Part::SecondHalf => (cut(1, 2)?, last),
        Part::Before => (
            first,
            published
                .filter(|day| (first..=last).contains(day))
                .unwrap_or(last),
        ),
        Part::After => (
            published
                .filter(|day| (first..=last).contains(day))
                .unwrap_or(first),
            last,
        ),
    };
    ordered(from, to)
}

/// The first, second, last of something inside a stretch of days.
pub(super) fn nth_in(nth: i8, item: Item, within: DateRange) -> Option<DateRange> {
    let (first, last) = (within.earliest, within.latest);
    let step = |start: Date, length: i64| -> Option<DateRange> {
        let earliest = add(start, (i64::from(nth - 1) * length).days())?;
        Some(DateRange {
            earliest,
            latest: add(earliest, (length - 1).days())?,
        })
    };
    let range = match item {
        Item::Day if nth < 0 => DateRange::day(add(last, i64::from(nth + 1).days())?),
        Item::Day => step(first, 1)?,
        // The weeks of a year are counted from that of its first Thursday.
        Item::Week if first == first.first_of_year() && last == first.last_of_year() => {
            let year = if nth < 0 {
                first.year().checked_add(1)?
            } else {
                first.year()
            };
            let week = ISOWeekDate::new(year, 1, Weekday::Monday).ok()?.date();
            let step = i64::from(if nth < 0 { nth } else { nth - 1 });
            let earliest = add(week, Span::new().days(step * 7))?;
            DateRange {
                earliest,
                latest: add(earliest, 6.days())?,
            }
        }
        Item::Week if nth < 0 => {
            let latest = add(last, (i64::from(nth + 1) * 7).days())?;
            DateRange {
                earliest: add(latest, (-6).days())?,
                latest,
            }
        }
        Item::Week => step(first, 7)?,
        Item::Quarter => {
            let n = if nth < 0 { 5 + nth } else { nth };
            of_year(Section::Quarter(n), first.year())?
        }
        Item::Month => {
            let month = if nth < 0 { 13 + nth } else { nth };
            let first = Date::new(first.year(), month, 1).ok()?;
            DateRange {
                earliest: first,
                latest: first.last_of_month(),
            }
        }
        Item::Season => of_year(Section::Season(nth), first.year())?,
        Item::Weekday(weekday) if nth < 0 => {
            let back = i64::from(last.weekday().since(weekday)) + i64::from(-nth - 1) * 7;
            DateRange::day(add(last, (-back).days())?)
        }
        Item::Weekday(weekday) => {
            let ahead = i64::from(weekday.since(first.weekday())) + i64::from(nth - 1) * 7;
            DateRange::day(add(first, ahead.days())?)
        }
    };
    within.meets(&range).then_some(range)
}
