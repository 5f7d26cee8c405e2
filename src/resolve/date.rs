//! Which day "Tuesday" was.
//!
//! A bare weekday or month of a report is the nearest past one, unless tense or "next" says otherwise. A text that tells
//! history (most of its dated months lie years before it was published, or nobody knows when it was published) is read the
//! other way: a bare date has the year of the date before it. Where neither gives a year the date keeps its X.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};

use crate::lexicon::holidays;
use crate::mention::Mention;
use crate::read::Document;
use crate::segment::Text;
use crate::value::{
    Anchor, CalendarUnit, DateRange, DateValue, Expression, Item, Lean, Part, Section, Value,
};

/// Resolves relative and partial dates against the published date and the dates before them.
pub(super) fn settle(document: &Document, text: &Text, mentions: &mut [Mention]) {
    let mut context = Context {
        published: document.published,
        history: is_history(document.published, mentions),
        month_first: numeric_order(text, mentions),
        last: None,
        year: None,
        sentence_year: None,
    };
    for mention in mentions {
        let Value::Date(value) = &mut mention.value else {
            continue;
        };
        if context
            .sentence_year
            .is_some_and(|(sentence, _)| sentence != mention.sentence)
        {
            context.sentence_year = None;
        }
        resolve(value, &context);
        if let Some(range) = value.range {
            context.last = Some(range);
            if let Some(year) = written_year(&value.expression) {
                context.year = Some(year);
                if names_month(&value.expression) {
                    context.sentence_year = Some((mention.sentence, year));
                }
            } else if context.history
                && matches!(
                    value.expression,
                    Expression::Calendar { .. }
                        | Expression::Offset {
                            anchor: Anchor::Text,
                            ..
                        }
                )
            {
                context.year = Some(range.latest.year());
            }
        }
    }
}

/// What is known around a date.
struct Context {
    published: Option<Date>,
    /// Whether the text tells of times long before it was published.
    history: bool,
    /// Whether numeric dates of this document have the month first; `None` where none of them tells.
    month_first: Option<bool>,
    /// The nearest date before, as resolved.
    last: Option<DateRange>,
    /// The nearest year that was written before, or followed from it.
    year: Option<i16>,
    /// A year written in the sentence with this number.
    sentence_year: Option<(usize, i16)>,
}

impl Context {
    /// The year that the text itself gives a bare date, and not the day of publication.
    fn told_year(&self) -> Option<i16> {
        if self.history || self.published.is_none() {
            self.year
        } else {
            self.sentence_year.map(|(_, year)| year)
        }
    }
}

/// A text with at least so many dated months is history where most of them lie more than two years back.
const HISTORY_DATES: usize = 4;

fn is_history(published: Option<Date>, mentions: &[Mention]) -> bool {
    let Some(published) = published else {
        return true;
    };
    let (mut old, mut all) = (0, 0);
    for mention in mentions {
        if let Value::Date(DateValue {
            expression:
                Expression::Calendar {
                    year: Some(year),
                    month: Some(_),
                    ..
                },
            ..
        }) = &mention.value
        {
            all += 1;
            old += usize::from(*year + 2 < published.year());
        }
    }
    all >= HISTORY_DATES && old * 4 >= all * 3
}

/// The order of numeric dates, by one that leaves no choice.
fn numeric_order(text: &Text, mentions: &[Mention]) -> Option<bool> {
    mentions.iter().find_map(|mention| {
        let Value::Date(DateValue {
            expression:
                Expression::Calendar {
                    month: Some(month),
                    day: Some(day),
                    ..
                },
            ..
        }) = &mention.value
        else {
            return None;
        };
        let (first, rest) = text.slice(mention.span).split_once(['/', '-', '.'])?;
        let (second, _) = rest.split_once(['/', '-', '.'])?;
        let (first, second) = (first.parse::<i8>().ok()?, second.parse::<i8>().ok()?);
        match (first, second) {
            _ if month == day => None,
            pair if pair == (*month, *day) => Some(true),
            pair if pair == (*day, *month) => Some(false),
            _ => None,
        }
    })
}

fn written_year(expression: &Expression) -> Option<i16> {
    match expression {
        Expression::Calendar { year, .. }
        | Expression::Section { year, .. }
        | Expression::Holiday { year, .. } => *year,
        Expression::Part { of, .. } => written_year(of),
        Expression::Nth { within, .. } => written_year(within),
        Expression::Range(first, last) => written_year(last).or_else(|| written_year(first)),
        Expression::OneOf(first, _) => written_year(first),
        Expression::Years { .. }
        | Expression::Weekday { .. }
        | Expression::Unit { .. }
        | Expression::Offset { .. } => None,
    }
}

/// Whether a month is written: only such a date lends its year to the next one in the sentence of a report ("launched in
/// 2003, and as of February" are two times).
fn names_month(expression: &Expression) -> bool {
    match expression {
        Expression::Calendar { month, .. } => month.is_some(),
        Expression::Part { of, .. } => names_month(of),
        Expression::Nth { within, .. } => names_month(within),
        Expression::Range(first, _) | Expression::OneOf(first, _) => names_month(first),
        Expression::Years { .. }
        | Expression::Section { .. }
        | Expression::Weekday { .. }
        | Expression::Unit { .. }
        | Expression::Offset { .. }
        | Expression::Holiday { .. } => false,
    }
}

/// Writes range and EDTF into a date.
fn resolve(value: &mut DateValue, context: &Context) {
    let expression = match (&value.expression, context.month_first) {
        (Expression::OneOf(month_first, day_first), Some(order)) => {
            if order {
                (**month_first).clone()
            } else {
                (**day_first).clone()
            }
        }
        (expression, _) => expression.clone(),
    };
    value.expression = expression;
    let settled = days(&value.expression, value.weekday, context);
    value.edtf = match &settled {
        Some(range) => edtf(&value.expression, *range),
        None => unresolved(&value.expression),
    };
    value.range = settled;
    if let (Expression::OneOf(first, second), Some(_)) = (&value.expression, settled)
        && let (Some(a), Some(b)) = (days(first, None, context), days(second, None, context))
    {
        let (a, b) = if a <= b { (a, b) } else { (b, a) };
        value.edtf = format!("[{},{}]", plain(a), plain(b));
    }
    if value.month_day == (None, None)
        && let Expression::Holiday { index, .. } = &value.expression
        && let Some((month, day)) = holidays().get(usize::from(*index)).and_then(|h| h.fixed())
    {
        value.month_day = (Some(month), Some(day));
    }
}

/// The days that an expression means; `None` where the context does not tell.
fn days(expression: &Expression, weekday: Option<Weekday>, context: &Context) -> Option<DateRange> {
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

/// The same for single days, which are written without a year only near to them: without tense the nearest on either side.
fn nearest(
    lean: Lean,
    published: Date,
    in_year: impl Fn(i16) -> Option<DateRange>,
) -> Option<DateRange> {
    if lean != Lean::Unknown {
        return lean_to(lean, published, in_year);
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

/// The EDTF of a resolved date.
fn edtf(expression: &Expression, range: DateRange) -> String {
    match expression {
        Expression::Section { section, .. } => {
            let year = range.earliest.year();
            let code = match section {
                Section::Season(n) => 20 + n,
                Section::Quarter(n) => 32 + n,
                Section::Half(n) => 39 + n,
            };
            format!("{year:04}-{code}")
        }
        Expression::Offset { unit, count, .. } => {
            let about = match unit {
                CalendarUnit::Hour | CalendarUnit::Day => "",
                CalendarUnit::Week
                | CalendarUnit::Weekend
                | CalendarUnit::Fortnight
                | CalendarUnit::Month
                | CalendarUnit::Quarter
                | CalendarUnit::Year
                | CalendarUnit::Decade
                | CalendarUnit::Century => "~",
            };
            if count.0 == count.1 {
                format!("{}{about}", plain(range))
            } else {
                plain(range)
            }
        }
        Expression::Calendar { .. }
        | Expression::Years { .. }
        | Expression::Weekday { .. }
        | Expression::Unit { .. }
        | Expression::Holiday { .. }
        | Expression::Part { .. }
        | Expression::Nth { .. }
        | Expression::Range(..)
        | Expression::OneOf(..) => plain(range),
    }
}

/// A range as the one unit that it fills, else as an interval.
fn plain(range: DateRange) -> String {
    let (first, last) = (range.earliest, range.latest);
    let years = i32::from(last.year()) - i32::from(first.year()) + 1;
    let whole_years = first == first.first_of_year() && last == last.last_of_year();
    if first == last {
        first.to_string()
    } else if first.day() == 1 && last == first.last_of_month() {
        format!("{:04}-{:02}", first.year(), first.month())
    } else if whole_years && years == 1 {
        format!("{:04}", first.year())
    } else if whole_years && years == 10 && first.year() % 10 == 0 {
        format!("{:03}X", first.year() / 10)
    } else if whole_years && years == 100 && first.year() % 100 == 0 {
        format!("{:02}XX", first.year() / 100)
    } else {
        let same_month =
            |date: Date, end: Date| date.year() == end.year() && date.month() == end.month();
        if whole_years {
            format!("{:04}/{:04}", first.year(), last.year())
        } else if first.day() == 1 && last == last.last_of_month() && !same_month(first, last) {
            format!(
                "{:04}-{:02}/{:04}-{:02}",
                first.year(),
                first.month(),
                last.year(),
                last.month()
            )
        } else {
            format!("{first}/{last}")
        }
    }
}

/// What an unresolved date does say: `XXXX-12-27`.
fn unresolved(expression: &Expression) -> String {
    match expression {
        Expression::Calendar {
            year, month, day, ..
        } => {
            let year = year.map_or("XXXX".to_owned(), |year| format!("{year:04}"));
            match (month, day) {
                (None, _) => year,
                (Some(month), None) => format!("{year}-{month:02}"),
                (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
            }
        }
        Expression::Section { section, .. } => {
            let code = match section {
                Section::Season(n) => 20 + n,
                Section::Quarter(n) => 32 + n,
                Section::Half(n) => 39 + n,
            };
            format!("XXXX-{code}")
        }
        Expression::Holiday { index, .. } => holidays()
            .get(usize::from(*index))
            .and_then(|holiday| holiday.fixed())
            .map_or("XXXX-XX-XX".to_owned(), |(month, day)| {
                format!("XXXX-{month:02}-{day:02}")
            }),
        Expression::Unit { unit, .. } => match unit {
            CalendarUnit::Month => "XXXX-XX",
            CalendarUnit::Year => "XXXX",
            CalendarUnit::Decade => "XXXX",
            CalendarUnit::Century => "XXXX",
            CalendarUnit::Hour
            | CalendarUnit::Day
            | CalendarUnit::Week
            | CalendarUnit::Weekend
            | CalendarUnit::Fortnight
            | CalendarUnit::Quarter => "XXXX-XX-XX",
        }
        .to_owned(),
        Expression::Part { of, .. } => unresolved(of),
        Expression::Nth { within, item, .. } => match (item, unresolved(within)) {
            (Item::Day | Item::Weekday(_), month) if month.len() == 7 => format!("{month}-XX"),
            (_, within) => within,
        },
        Expression::Range(first, last) => format!("{}/{}", unresolved(first), unresolved(last)),
        Expression::OneOf(first, second) => {
            format!("[{},{}]", unresolved(first), unresolved(second))
        }
        Expression::Years { .. } | Expression::Weekday { .. } | Expression::Offset { .. } => {
            "XXXX-XX-XX".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use crate::read::{Document, InputFormat};
    use crate::value::{DateRelation, DateValue, Kind, Value};

    /// The dates of a text, published on a Tuesday: words and EDTF.
    fn dates_on(published: Option<Date>, prose: &str) -> Vec<(String, DateValue)> {
        // The first line would be taken for the title.
        let text = format!("Council meets again\n{prose}");
        let mut document = Document::new(0, "t.txt", &text, InputFormat::Text);
        document.published = published;
        let article = crate::analyze(document);
        article
            .mentions
            .iter()
            .filter(|m| m.kind == Kind::Date)
            .filter_map(|m| match &m.value {
                Value::Date(value) => Some((article.text.slice(m.span).to_owned(), value.clone())),
                _ => None,
            })
            .collect()
    }

    fn listed(published: Option<Date>, prose: &str) -> String {
        dates_on(published, prose)
            .iter()
            .map(|(words, value)| format!("{words} = {}", value.edtf))
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// 30 December 2014, a Tuesday.
    const TUESDAY: Option<Date> = Some(date(2014, 12, 30));

    #[track_caller]
    fn p(prose: &str, expected: &str) {
        assert_eq!(listed(TUESDAY, prose), expected, "{prose}");
    }

    #[test]
    fn absolute_dates() {
        p(
            "The film opened on Dec. 27 in the U.S. and Canada.",
            "Dec. 27 = 2014-12-27",
        );
        p(
            "The bridge opened on 27 December 2013.",
            "27 December 2013 = 2013-12-27",
        );
        p(
            "It began on Tuesday, July 2, 2013, in Leeds.",
            "Tuesday, July 2, 2013 = 2013-07-02",
        );
        p(
            "The log starts at 2013-07-02 and ends there.",
            "2013-07-02 = 2013-07-02",
        );
        p(
            "They met Tues., 2 July, in Rome.",
            "Tues., 2 July = 2013-07-02",
        );
        p(
            "It was the 4th of July 2012.",
            "4th of July 2012 = 2012-07-04",
        );
        p(
            "She was born on the twenty-third of June, 1950.",
            "twenty-third of June, 1950 = 1950-06-23",
        );
        p("It opens on March 3rd.", "March 3rd = 2015-03-03");
        p("The 2014/08/12 edition is lost.", "2014/08/12 = 2014-08-12");
        p(
            "The report of 31.12.2013 is out.",
            "31.12.2013 = 2013-12-31",
        );
    }

    #[test]
    fn partial_dates() {
        p("It rained in July 2013.", "July 2013 = 2013-07");
        p("It was built in 2014.", "2014 = 2014");
        p("He won in the 1990s.", "1990s = 199X");
        p("He won in the '90s.", "'90s = 199X");
        p("Sales fell in early 2014.", "early 2014 = 2014-01/2014-04");
        p(
            "They left in mid-December.",
            "mid-December = 2014-12-11/2014-12-20",
        );
        p("Sales rose in Q3 2013.", "Q3 2013 = 2013-35");
        p(
            "Sales rose in the third quarter of 2013.",
            "third quarter of 2013 = 2013-35",
        );
        p("They met in winter 2012.", "winter 2012 = 2012-24");
        p(
            "Sales rose in the first half of 2012.",
            "first half of 2012 = 2012-40",
        );
        p("It was built in the 18th century.", "18th century = 17XX");
        p("He has lived here since 1955.", "1955 = 1955");
        p("He lost the 2010 election.", "2010 = 2010");
        p("He has lived here since '82.", "'82 = 1982");
        p(
            "It came in 2003, 2004 and 2005.",
            "2003 = 2003; 2004 = 2004; 2005 = 2005",
        );
        p(
            "It snowed in January and February 2013.",
            "January = 2013-01; February 2013 = 2013-02",
        );
        p("It was the summer of 1955.", "summer of 1955 = 1955-22");
        p(
            "It snowed in the first week of November.",
            "first week of November = 2014-11-01/2014-11-07",
        );
        p(
            "It fell on the first Monday in October 2013.",
            "first Monday in October 2013 = 2013-10-07",
        );
        p(
            "It fell on the last Thursday of November 2013.",
            "last Thursday of November 2013 = 2013-11-28",
        );
    }

    #[test]
    fn dates_relative_to_publication() {
        p("He died Tuesday.", "Tuesday = 2014-12-30");
        p("He died on Monday.", "Monday = 2014-12-29");
        p("He died on Wednesday night.", "Wednesday = 2014-12-24");
        p("He died last Friday.", "last Friday = 2014-12-26");
        p("He died yesterday.", "yesterday = 2014-12-29");
        p("He left two days ago.", "two days ago = 2014-12-28");
        p(
            "He left twenty-five years ago.",
            "twenty-five years ago = 1989-12-30~",
        );
        p("They meet this month.", "this month = 2014-12");
        p(
            "It fell earlier this week.",
            "earlier this week = 2014-12-29/2014-12-30",
        );
        p(
            "It fell late last week.",
            "late last week = 2014-12-26/2014-12-28",
        );
        p("They will return next spring.", "next spring = 2015-21");
        p("They play tonight.", "tonight = 2014-12-30");
        p("He spoke today.", "today = 2014-12-30");
        p("He spoke last night.", "last night = 2014-12-29");
        p(
            "They met last year and last month.",
            "last year = 2013; last month = 2014-11",
        );
        p("He died in May.", "May = 2014-05");
        p(
            "They met on Tuesday of last week.",
            "Tuesday of last week = 2014-12-23",
        );
        p(
            "The shop was shut over the weekend.",
            "weekend = 2014-12-27/2014-12-28",
        );
        p(
            "He left the day before yesterday.",
            "day before yesterday = 2014-12-28",
        );
        p(
            "Profit rose from a year earlier.",
            "a year earlier = 2013-12-30~",
        );
    }

    #[test]
    fn tense_and_next_turn_to_the_future() {
        p("The court will rule on Friday.", "Friday = 2015-01-02");
        p("He plans to leave in March.", "March = 2015-03");
        p("The film is due on Thursday.", "Thursday = 2015-01-01");
        p(
            "The hearing is scheduled for Jan. 15.",
            "Jan. 15 = 2015-01-15",
        );
        p("The vote, on Sunday, will be close.", "Sunday = 2015-01-04");
        p(
            "He said Monday that he will leave on Friday.",
            "Monday = 2014-12-29; Friday = 2015-01-02",
        );
        p("They meet next Tuesday.", "next Tuesday = 2015-01-06");
        p(
            "The road will open in two weeks.",
            "two weeks = 2015-01-13~",
        );
        p(
            "It was closed due to rain on Friday.",
            "Friday = 2014-12-26",
        );
    }

    #[test]
    fn dates_relative_to_the_text() {
        p(
            "The war began on 5 May 2010 and ended three days later.",
            "5 May 2010 = 2010-05-05; three days later = 2010-05-08",
        );
        p(
            "The fire broke out on Dec. 27, and the roof fell the next day.",
            "Dec. 27 = 2014-12-27; next day = 2014-12-28",
        );
        p(
            "It rose in 2010 and fell the following year.",
            "2010 = 2010; following year = 2011",
        );
        p(
            "It was sold on March 3, 2010, and again on May 5.",
            "March 3, 2010 = 2010-03-03; May 5 = 2010-05-05",
        );
        // Nothing to count from.
        p(
            "He came back three days later.",
            "three days later = XXXX-XX-XX",
        );
        p(
            "It was moved to two days after Christmas.",
            "two days after Christmas = 2014-12-27",
        );
    }

    #[test]
    fn ranges_of_dates_are_closed() {
        p("It ran Dec. 24-28.", "Dec. 24-28 = 2014-12-24/2014-12-28");
        p(
            "It ran from 24 to 28 December 2013.",
            "24 to 28 December 2013 = 2013-12-24/2013-12-28",
        );
        p(
            "He ruled between 1991 and 1998.",
            "1991 and 1998 = 1991/1998",
        );
        p(
            "It was open from Monday to Thursday.",
            "Monday to Thursday = 2014-12-29/2015-01-01",
        );
        p("He wrote it 1983-2005.", "1983-2005 = 1983/2005");
        p("He played there in 2003-04.", "2003-04 = 2003/2004");
        p(
            "It ran from May to July 2013.",
            "May to July 2013 = 2013-05/2013-07",
        );
        p(
            "It ran from Nov. 5, 2012 to Jan. 4.",
            "Nov. 5, 2012 to Jan. 4 = 2012-11-05/2013-01-04",
        );
        p(
            "It ran from November to February 2013.",
            "November to February 2013 = 2012-11/2013-02",
        );
    }

    #[test]
    fn holidays() {
        p("He died on Christmas Day.", "Christmas Day = 2014-12-25");
        p("They ate at Thanksgiving.", "Thanksgiving = 2014-11-27");
        p(
            "They played on Boxing Day 2012.",
            "Boxing Day 2012 = 2012-12-26",
        );
        p(
            "The city will dance on New Year's Eve.",
            "New Year's Eve = 2014-12-31",
        );
        p("It opened last Easter.", "last Easter = 2014-04-20");
        p("They shop on Black Friday.", "Black Friday = 2014-11-28");
        p("They lit the Christmas tree.", "");
    }

    #[test]
    fn numeric_dates_are_open_until_the_document_settles_them() {
        p(
            "It is dated 05/01/2015 here.",
            "05/01/2015 = [2015-01-05,2015-05-01]",
        );
        p(
            "It is dated 05/01/2014 here, not 31/12/2013.",
            "05/01/2014 = 2014-01-05; 31/12/2013 = 2013-12-31",
        );
        p(
            "It is dated 05/01/2014 here, not 12/31/2013.",
            "05/01/2014 = 2014-05-01; 12/31/2013 = 2013-12-31",
        );
        let open = dates_on(TUESDAY, "It is dated 05/01/2015 here.")
            .remove(0)
            .1
            .range
            .unwrap();
        assert_eq!(
            (open.earliest, open.latest),
            (date(2015, 1, 5), date(2015, 5, 1))
        );
    }

    #[test]
    fn what_is_no_date_is_left_alone() {
        for prose in [
            "Mr. May may march on.",
            "Theresa May spoke to Brian May.",
            "May she rest in peace.",
            "March on, they cried.",
            "About 2,014 people came.",
            "Some 2014 people came.",
            "It cost $2014 to mend.",
            "It won by 2014 votes.",
            "He fled after 9/11 and came back.",
            "The Sept. 11 attacks changed it.",
            "The September 11 attacks changed it.",
            "It came on the same day.",
            "He ran for the past two years.",
            "They meet every Tuesday.",
            "He writes for the Sunday Times.",
            "She waited a second in the sun.",
            "Boeing 1234 is late, and Windows 2000 is old.",
            "He lived there for two years.",
            "It was open for three days.",
            "Most of the 1500 men died.",
            "He has been here over the last year.",
            "We saw the third attack in two weeks.",
            "The leaves fall in heaps.",
        ] {
            assert_eq!(listed(TUESDAY, prose), "", "{prose}");
        }
    }

    #[test]
    fn without_a_published_date_the_parts_stay_open() {
        let bare = |prose| listed(None, prose);
        assert_eq!(bare("The film opened on Dec. 27."), "Dec. 27 = XXXX-12-27");
        assert_eq!(bare("The film opened on Tuesday."), "Tuesday = XXXX-XX-XX");
        assert_eq!(
            bare("It ran Dec. 24-28."),
            "Dec. 24-28 = XXXX-12-24/XXXX-12-28"
        );
        assert_eq!(bare("They met in July."), "July = XXXX-07");
        // The year comes from the nearest date before.
        assert_eq!(
            bare("It was founded in May 1998. On July 5 it burned down."),
            "May 1998 = 1998-05; July 5 = 1998-07-05"
        );
        let value = dates_on(None, "The film opened on Tuesday, Dec. 27.")
            .remove(0)
            .1;
        assert_eq!(value.range, None);
        assert_eq!(value.month_day, (Some(12), Some(27)));
        assert!(value.weekday.is_some());
    }

    #[test]
    fn a_text_about_the_past_keeps_to_its_own_years() {
        let history = "On 3 May 1951 they crossed the river. On 7 June 1951 they lost it. On 9 July 1951 they won. On 2 August 1951 it froze. On 20 August the talks began.";
        assert!(listed(TUESDAY, history).ends_with("20 August = 1951-08-20"));
    }

    #[test]
    fn a_weekday_beside_a_date_finds_its_year() {
        // 2 July was a Tuesday in 2013, and a Wednesday in 2014.
        p("They met Tuesday, July 2.", "Tuesday, July 2 = 2013-07-02");
        p(
            "They met Wednesday, July 2.",
            "Wednesday, July 2 = 2014-07-02",
        );
    }

    #[test]
    fn dates_of_two_texts_are_compared_by_their_days() {
        let relation = |a: &str, b: &str| {
            let value = |prose| dates_on(TUESDAY, prose).remove(0).1;
            value(a).relation(&value(b))
        };
        assert_eq!(
            relation("He died Tuesday.", "He died on Dec. 30."),
            DateRelation::Agree
        );
        assert_eq!(
            relation("He died Tuesday.", "He died on Dec. 29."),
            DateRelation::Disjoint
        );
        assert_eq!(
            relation("He died in 2014.", "He died on Dec. 29."),
            DateRelation::Coarser
        );
        assert_eq!(
            relation("He died two weeks ago.", "He died on Dec. 14."),
            DateRelation::Unknown
        );
        assert_eq!(
            relation("He died in early 2014.", "He died in May 2014."),
            DateRelation::Unknown
        );
        assert_eq!(
            relation("He died in early 2014.", "He died in November 2014."),
            DateRelation::Disjoint
        );
    }
}
