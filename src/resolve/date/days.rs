//! The arithmetic of the calendar: an expression and what is known around it give a range of days.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};

use super::Context;
use crate::lexicon::holidays;
use crate::value::{Anchor, CalendarUnit, DateRange, Expression, Item, Lean, Part, Section};

/// The days that an expression means; `None` where the context does not tell.
pub(super) fn days(
    expression: &Expression,
    weekday: Option<Weekday>,
    context: &Context,
) -> Option<DateRange> {
    match expression {
        Expression::Calendar {
            year,
            month,
            day,
            lean,
        } => calendar(*year, *month, *day, *lean, weekday, context),
        Expression::Years { first, count } => Some(DateRange {
            earliest: Date::new((*first).max(1), 1, 1).ok()?,
            latest: Date::new(first.checked_add(count - 1)?, 12, 31).ok()?,
        }),
        Expression::Section {
            section,
            year,
            lean,
        } => match year {
            Some(year) => of_year(*section, *year),
            None => {
                let published = context.published.filter(|_| context.told_year().is_none());
                match published {
                    Some(published) => lean_to(*lean, published, |year| of_year(*section, year)),
                    None => of_year(*section, context.told_year()?),
                }
            }
        },
        Expression::Weekday {
            weekday,
            lean,
            week,
        } => {
            let published = context.published?;
            if let Some(week) = week {
                let monday = add(monday(published), Span::new().days(i64::from(*week) * 7))?;
                return Some(DateRange::day(add(
                    monday,
                    i64::from(weekday.to_monday_zero_offset()).days(),
                )?));
            }
            let back = i64::from(published.weekday().since(*weekday));
            Some(DateRange::day(match lean {
                Lean::Unknown | Lean::Past => add(published, (-back).days())?,
                Lean::Last => add(published, (if back == 0 { -7 } else { -back }).days())?,
                Lean::Future => add(published, ((7 - back) % 7).days())?,
                Lean::This => add(
                    monday(published),
                    i64::from(weekday.to_monday_zero_offset()).days(),
                )?,
                Lean::Next => add(
                    monday(published),
                    (7 + i64::from(weekday.to_monday_zero_offset())).days(),
                )?,
            }))
        }
        Expression::Unit {
            unit,
            shift,
            anchor,
        } => shifted(*unit, *shift, start_of(anchor, *shift < 0, context)?),
        Expression::Offset {
            count,
            unit,
            anchor,
        } => {
            let from = start_of(anchor, count.0 < 0, context)?;
            let end = |count: i32, date: Date| -> Option<Date> {
                let n = i64::from(count);
                let span = match unit {
                    CalendarUnit::Hour => 0.days(),
                    CalendarUnit::Day => Span::new().try_days(n).ok()?,
                    CalendarUnit::Week | CalendarUnit::Weekend => Span::new().try_weeks(n).ok()?,
                    CalendarUnit::Fortnight => Span::new().try_weeks(n.checked_mul(2)?).ok()?,
                    CalendarUnit::Month => Span::new().try_months(n).ok()?,
                    CalendarUnit::Quarter => Span::new().try_months(n.checked_mul(3)?).ok()?,
                    CalendarUnit::Year => Span::new().try_years(n).ok()?,
                    CalendarUnit::Decade => Span::new().try_years(n.checked_mul(10)?).ok()?,
                    CalendarUnit::Century => Span::new().try_years(n.checked_mul(100)?).ok()?,
                };
                add(date, span)
            };
            let edge = match anchor {
                Anchor::Text | Anchor::Date(_) if count.0 > 0 => from.latest,
                Anchor::Text | Anchor::Date(_) | Anchor::Published => from.earliest,
            };
            // Counted from a whole month or year, "a year earlier" is as coarse as that.
            let coarse = from.days() > 1
                && !matches!(
                    unit,
                    CalendarUnit::Day | CalendarUnit::Week | CalendarUnit::Fortnight
                );
            if coarse {
                return ordered(
                    end(count.0, from.earliest)?,
                    month_end(end(count.1, from.latest)?, from.latest),
                );
            }
            ordered(end(count.0, edge)?, end(count.1, edge)?)
        }
        Expression::Holiday { index, year, lean } => {
            let holiday = holidays().get(usize::from(*index))?;
            let in_year = |year: i16| {
                let earliest = holiday.days(year).min()?;
                Some(DateRange {
                    earliest,
                    latest: holiday.days(year).max()?,
                })
            };
            match (year.or_else(|| context.told_year()), context.published) {
                (Some(year), _) => in_year(year),
                (None, Some(published)) => nearest(*lean, published, in_year),
                (None, None) => None,
            }
        }
        Expression::Part { part, of } => {
            part_of(*part, days(of, None, context)?, context.published)
        }
        Expression::Nth { nth, item, within } => nth_in(*nth, *item, days(within, None, context)?),
        Expression::Range(first, last) => {
            let from = days(first, weekday, context)?;
            let to = match (last.as_ref(), first.as_ref()) {
                // "from Monday to Thursday": the first one after the start.
                (Expression::Weekday { weekday, .. }, _) => DateRange::day(add(
                    from.earliest,
                    i64::from(weekday.since(from.earliest.weekday())).days(),
                )?),
                (
                    Expression::Calendar {
                        year: None,
                        month: Some(month),
                        day,
                        ..
                    },
                    _,
                ) => {
                    let year = from.earliest.year();
                    let end =
                        calendar(Some(year), Some(*month), *day, Lean::Unknown, None, context)?;
                    if end.latest < from.earliest {
                        calendar(
                            Some(year + 1),
                            Some(*month),
                            *day,
                            Lean::Unknown,
                            None,
                            context,
                        )?
                    } else {
                        end
                    }
                }
                (last, _) => days(last, None, context)?,
            };
            ordered(from.earliest, to.latest)
        }
        Expression::OneOf(first, second) => {
            let (a, b) = (
                days(first, weekday, context)?,
                days(second, weekday, context)?,
            );
            Some(DateRange {
                earliest: a.earliest.min(b.earliest),
                latest: a.latest.max(b.latest),
            })
        }
    }
}

fn add(date: Date, span: Span) -> Option<Date> {
    date.checked_add(span).ok()
}

fn ordered(a: Date, b: Date) -> Option<DateRange> {
    Some(DateRange {
        earliest: a.min(b),
        latest: a.max(b),
    })
}

/// The last day of the month, where the date that was moved was one.
fn month_end(date: Date, original: Date) -> Date {
    if original == original.last_of_month() {
        date.last_of_month()
    } else {
        date
    }
}

fn monday(date: Date) -> Date {
    add(
        date,
        (-i64::from(date.weekday().to_monday_zero_offset())).days(),
    )
    .unwrap_or(date)
}

/// What a relative date is counted from. "a year earlier" and "the previous week" where no date stands before are counted
/// from publication; "two days later" is not.
fn start_of(anchor: &Anchor, back: bool, context: &Context) -> Option<DateRange> {
    match anchor {
        Anchor::Published => context.published.map(DateRange::day),
        Anchor::Text => context
            .last
            .or_else(|| context.published.filter(|_| back).map(DateRange::day)),
        Anchor::Date(date) => days(date, None, context),
    }
}

fn calendar(
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    lean: Lean,
    weekday: Option<Weekday>,
    context: &Context,
) -> Option<DateRange> {
    let in_year = |year: i16| -> Option<DateRange> {
        let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        let latest = match (month, day) {
            (_, Some(_)) => first,
            (Some(_), None) => first.last_of_month(),
            (None, None) => first.last_of_year(),
        };
        Some(DateRange {
            earliest: first,
            latest,
        })
    };
    if let Some(year) = year {
        return in_year(year);
    }
    let told = match lean {
        Lean::Unknown | Lean::Past | Lean::Future => context.told_year(),
        Lean::Last | Lean::This | Lean::Next => None,
    };
    if let Some(told) = told {
        return in_year(told)
            .filter(|range| weekday.is_none_or(|weekday| range.earliest.weekday() == weekday))
            // The weekday does not fit the year told: it was another one.
            .or_else(|| {
                (-1..=1)
                    .filter_map(|n| in_year(told + n))
                    .find(|range| Some(range.earliest.weekday()) == weekday)
            })
            .or_else(|| in_year(told));
    }
    let published = context.published?;
    let choice = if day.is_some() {
        nearest(lean, published, in_year)
    } else {
        lean_to(lean, published, in_year)
    };
    match weekday {
        Some(weekday) => {
            let year = choice.map_or(published.year(), |range| range.earliest.year());
            [0, -1, 1, -2, -3, -4, -5, -6]
                .into_iter()
                .filter_map(|n| in_year(year + n))
                .find(|range| range.earliest.weekday() == weekday)
                .filter(|range| (range.earliest.year() - published.year()).abs() <= 1)
                .or(choice)
        }
        None => choice,
    }
}

/// Of what comes once a year, the one that the words point to; without tense the nearest past, a running one counts.
fn lean_to(
    lean: Lean,
    published: Date,
    in_year: impl Fn(i16) -> Option<DateRange>,
) -> Option<DateRange> {
    let year = published.year();
    let around = || (-2..=2).filter_map(|n| in_year(year + n));
    let past = || around().filter(|range| range.earliest <= published).last();
    match lean {
        Lean::Unknown | Lean::Past => past(),
        Lean::Last => around().filter(|range| range.latest < published).last(),
        Lean::Future => around().find(|range| range.latest >= published),
        // "this winter" in February began the year before.
        Lean::This => around()
            .find(|range| DateRange::day(published).meets(range))
            .or_else(|| around().find(|range| range.earliest.year() == year)),
        Lean::Next => around().find(|range| range.earliest > published),
    }
}

/// How many days away a day without a year may lie for tense to be believed against the nearer day on the other side.
const TOLD_BY_TENSE: i64 = 230;

/// The same for single days, which are written without a year only near to them: without tense the nearest on either side.
fn nearest(
    lean: Lean,
    published: Date,
    in_year: impl Fn(i16) -> Option<DateRange>,
) -> Option<DateRange> {
    match lean {
        Lean::Last | Lean::This | Lean::Next => return lean_to(lean, published, in_year),
        // A verb tells only where the day is not plainly nearer on the other side: who means last year's day writes the year.
        Lean::Past | Lean::Future => {
            let told = lean_to(lean, published, &in_year);
            if told.is_some_and(|range| {
                let (a, b) = (range.earliest.min(published), range.earliest.max(published));
                DateRange {
                    earliest: a,
                    latest: b,
                }
                .days()
                    <= TOLD_BY_TENSE
            }) {
                return told;
            }
        }
        Lean::Unknown => {}
    }
    let year = published.year();
    (-1..=1)
        .filter_map(|n| in_year(year + n))
        .min_by_key(|range| {
            (DateRange {
                earliest: range.earliest.min(published),
                latest: range.earliest.max(published),
            })
            .days()
        })
}

/// A half, quarter or season of a year; the winter of a year begins in it.
fn of_year(section: Section, year: i16) -> Option<DateRange> {
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
fn shifted(unit: CalendarUnit, shift: i32, from: DateRange) -> Option<DateRange> {
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
fn part_of(part: Part, whole: DateRange, published: Option<Date>) -> Option<DateRange> {
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
fn nth_in(nth: i8, item: Item, within: DateRange) -> Option<DateRange> {
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
            let first = Date::new(first.year(), nth, 1).ok()?;
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
