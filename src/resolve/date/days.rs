//! The arithmetic of the calendar: an expression and what is known around it give a range of days.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::Context;
use super::stretch::{nth_in, of_year, part_of, shifted};
use crate::lexicon::holidays;
use crate::value::{Anchor, CalendarUnit, DateRange, Expression, Lean};

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
        } => shifted(*unit, *shift, start_of(anchor, *unit, *shift < 0, context)?),
        Expression::Offset {
            count,
            unit,
            anchor,
        } => {
            let from = start_of(anchor, *unit, count.0 < 0, context)?;
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
                (
                    Expression::Weekday {
                        weekday,
                        lean: Lean::Unknown | Lean::Past | Lean::Future | Lean::Last,
                        week: None,
                    },
                    _,
                ) => DateRange::day(add(
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

pub(super) fn add(date: Date, span: Span) -> Option<Date> {
    date.checked_add(span).ok()
}

pub(super) fn ordered(a: Date, b: Date) -> Option<DateRange> {
    Some(DateRange::between(a, b))
}

/// The last day of the month, where the date that was moved was one.
fn month_end(date: Date, original: Date) -> Date {
    if original == original.last_of_month() {
        date.last_of_month()
    } else {
        date
    }
}

pub(super) fn monday(date: Date) -> Date {
    add(
        date,
        (-i64::from(date.weekday().to_monday_zero_offset())).days(),
    )
    .unwrap_or(date)
}

/// What a relative date is counted from. "a year earlier" and "the previous week" where no date stands before are counted
/// from publication; "two days later" is not.
fn start_of(
    anchor: &Anchor,
    unit: CalendarUnit,
    back: bool,
    context: &Context,
) -> Option<DateRange> {
    // How many days a date may have for the unit to be counted from it; a year or more where any will do.
    let longest = match unit {
        CalendarUnit::Hour | CalendarUnit::Day => Some(3),
        CalendarUnit::Week | CalendarUnit::Weekend | CalendarUnit::Fortnight => Some(31),
        CalendarUnit::Month
        | CalendarUnit::Quarter
        | CalendarUnit::Year
        | CalendarUnit::Decade
        | CalendarUnit::Century => None,
    };
    match anchor {
        Anchor::Published => context.published.map(DateRange::day),
        Anchor::Text => {
            // "the next day" after "in 2012" is counted from the day before that; after "in May" nobody knows.
            let last = match longest {
                Some(longest) => context.last_days.map(|range| (range, longest)),
                None => context.last.map(|range| (range, i64::MAX)),
            };
            match last {
                Some((range, longest)) => Some(range).filter(|range| range.days() <= longest),
                None => context.published.filter(|_| back).map(DateRange::day),
            }
        }
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
    if let (None, Some(day)) = (month, day) {
        return fitting(day, weekday?, lean, context.published?);
    }
    let told = match lean {
        Lean::Unknown | Lean::Past | Lean::Future => context.told_year(),
        Lean::Last | Lean::This | Lean::Next => None,
    };
    if let Some(told) = told {
        return in_year(told)
            .filter(|range| weekday.is_none_or(|weekday| range.earliest.weekday() == weekday))
            // The weekday does not fit the year told: it was another one. A day falls on its weekday again after five years.
            .or_else(|| {
                [-1, 1, 2, -2]
                    .into_iter()
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

/// The day of the month that falls on the weekday, nearest to publication: "Tuesday the 21st".
fn fitting(day: i8, weekday: Weekday, lean: Lean, published: Date) -> Option<DateRange> {
    let first = published.first_of_month();
    let distance = |date: Date| DateRange::between(date, published).days();
    (-12..=12)
        .filter_map(|months| {
            let month = add(first, Span::new().months(months))?;
            Date::new(month.year(), month.month(), day).ok()
        })
        .filter(|date| date.weekday() == weekday)
        .filter(|date| match lean {
            Lean::Future | Lean::Next => *date >= published,
            Lean::Unknown | Lean::Past | Lean::Last | Lean::This => true,
        })
        .min_by_key(|date| distance(*date))
        .map(DateRange::day)
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
    let distance = |range: &DateRange| DateRange::between(range.earliest, published).days();
    match lean {
        Lean::Last | Lean::This | Lean::Next => return lean_to(lean, published, in_year),
        // A verb tells only where the day is not plainly nearer on the other side: who means last year's day writes the year.
        Lean::Past | Lean::Future => {
            let told = lean_to(lean, published, &in_year);
            if told.is_some_and(|range| distance(&range) <= TOLD_BY_TENSE) {
                return told;
            }
        }
        Lean::Unknown => {}
    }
    let year = published.year();
    (-1..=1)
        .filter_map(|n| in_year(year + n))
        .min_by_key(distance)
}
