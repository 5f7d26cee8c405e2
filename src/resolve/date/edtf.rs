//! Dates as EDTF (ISO 8601-2): what is resolved as days, months, decades and intervals, what is not with its X.

use crate::lexicon::holidays;
use crate::value::{CalendarUnit, DateRange, Expression, Item, Section};
use jiff::civil::Date;

/// The EDTF of a resolved date.
pub(super) fn edtf(expression: &Expression, range: DateRange) -> String {
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
pub(super) fn plain(range: DateRange) -> String {
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
pub(super) fn unresolved(expression: &Expression) -> String {
    match expression {
        Expression::Calendar {
            year, month, day, ..
        } => {
            let year = year.map_or("XXXX".to_owned(), |year| format!("{year:04}"));
            match (month, day) {
                (None, None) => year,
                (None, Some(day)) => format!("{year}-XX-{day:02}"),
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
        Expression::Nth { nth, within, item } => match (item, unresolved(within)) {
            (Item::Day, month) if month.len() == 7 && *nth > 0 => format!("{month}-{nth:02}"),
            (Item::Weekday(_), month) if month.len() == 7 => format!("{month}-XX"),
            (Item::Month, year) if year.len() == 4 => format!("{year}-{nth:02}"),
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
