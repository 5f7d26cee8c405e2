//! Dates by a name of their own: weekdays, holidays, "Q3".

use jiff::civil::Weekday;

use super::stretch::year_unit;
use super::{Parsed, calendar, relative, words::Words, year};
use crate::lexicon::{CalendarEntry, CalendarMark, CalendarWord, holidays, holidays_from};
use crate::segment::{Case, TokenKind};
use crate::value::{Anchor, CalendarUnit, Expression, Item, Lean, Section};

/// "Tuesday", "Tuesday, July 2, 2013", "Tues., 2 July", "Tuesday of last week".
pub(super) fn weekday(w: &Words, at: usize, weekday: Weekday, short: bool) -> Option<Parsed> {
    let stop = if short { w.stop(at + 1) } else { at + 1 };
    // "Tuesday night, July 2"
    let part = usize::from(
        matches!(w.meaning(stop), Some(CalendarWord::DayPart(_))) && w.lower(stop + 1) == ",",
    );
    let next = w.comma(stop + part);
    let the = w.the(next);
    let dated = match w.kind(the) {
        Some(TokenKind::Number) => {
            calendar::day_first(w, the).or_else(|| calendar::numeric(w, the))
        }
        Some(TokenKind::Word) if the == next => match w.meaning(the) {
            Some(CalendarWord::Month(..)) => calendar::month_first(w, the).filter(|p| {
                matches!(
                    &p.expression,
                    Expression::Calendar { day: Some(_), .. } | Expression::Range(..)
                )
            }),
            _ => None,
        },
        Some(TokenKind::Word) => calendar::day_first(w, the),
        _ => None,
    };
    if let Some(mut parsed) = dated {
        if !matches!(parsed.expression, Expression::Range(..)) {
            parsed.weekday = Some(weekday);
        }
        return Some(parsed);
    }
    // "Sun." ends sentences about the sun.
    let placed = matches!(
        w.before(at),
        "on" | "since" | "until" | "by" | "before" | "after" | "from" | "to"
    );
    let alone = at == w.start && stop == w.end;
    let sure = !matches!(w.lower(at), "sun" | "wed") && !w.capital(stop);
    if short && !alone && !(placed && w.capital(at) && (stop > at + 1 || sure)) {
        return None;
    }
    // "the third Tuesday in a row", "one Tuesday in March", "the Monday before the vote"
    let counted = at > w.start
        && matches!(
            w.meaning(at - 1),
            Some(CalendarWord::Ordinal(_) | CalendarWord::Number(_))
        );
    let beside = w.before(at) == "the"
        && matches!(w.lower(stop), "before" | "after")
        && w.lower(stop + 1) != "next";
    if counted || beside || w.before(at) == "some" {
        return None;
    }
    // "Tuesday the 21st": the month is that where the two fit.
    if w.lower(stop) == "the"
        && let Some((day, end, true)) = calendar::day(w, stop + 1)
    {
        if weekday == Weekday::Friday && day == 13 || day < 1 || w.lower(end) == "of" {
            return None;
        }
        return Some(Parsed {
            expression: Expression::calendar(None, None, Some(day)),
            weekday: Some(weekday),
            end,
        });
    }
    // "the Friday after next"
    if w.lower(stop) == "after" && w.lower(stop + 1) == "next" {
        let nearest = Expression::Weekday {
            weekday,
            lean: Lean::Future,
            week: None,
        };
        let expression = Expression::Offset {
            count: (7, 7),
            unit: CalendarUnit::Day,
            anchor: Anchor::Date(Box::new(nearest)),
        };
        return Some(Parsed::new(expression, stop + 2));
    }
    let named = w.marked_before(at, CalendarMark::NameBefore)
        && w.capital(at - 1)
        && w.before(at) != "good"
        || w.marked(stop, CalendarMark::NameAfter)
            && w.capital(stop)
            && !w.marked(stop, CalendarMark::MonthCue)
        || w.lower(stop) == "night"
            && w.capital(stop)
            && w.capital(stop + 1)
            && w.text.spaced(stop + 1);
    if named || w.marked_before(at, CalendarMark::Habit) || matches!(w.before(at), "a" | "an") {
        return None;
    }
    let of = stop + usize::from(matches!(w.lower(stop), "of" | "from"));
    let (week, end) = relative::week(w, of).map_or((None, stop), |(week, end)| (Some(week), end));
    Some(Parsed::new(
        Expression::Weekday {
            weekday,
            lean: Lean::Unknown,
            week,
        },
        end,
    ))
}

/// The longest holiday that is named at `at`, with its year: "Christmas Day 2014".
pub(super) fn holiday(w: &Words, at: usize) -> Option<Parsed> {
    let index = holidays_from(w.lower(at)).iter().copied().find(|&index| {
        let name = &holidays()[usize::from(index)].name;
        name.iter().enumerate().all(|(i, part)| {
            let word = w.lower(at + i);
            word == *part || (part.starts_with('\'') && word.strip_prefix('’') == Some(&part[1..]))
        })
    })?;
    let end = at + holidays()[usize::from(index)].name.len();
    // "every Christmas"; "Labor Day weekend" has no day of its own.
    if w.marked_before(at, CalendarMark::Habit) || w.lower(end) == "weekend" {
        return None;
    }
    // "christmas" is a feast in a transcript too; else in lower case only where the name has words enough to be nothing else.
    let certain = matches!(
        w.lower(at),
        "christmas" | "easter" | "thanksgiving" | "halloween" | "ramadan" | "hanukkah" | "diwali"
    );
    if !w.capital(at) && (end == at + 1 && !certain || w.lower(at) == "may") {
        return None;
    }
    let (year, end) = year_of(w, end).map_or((None, end), |(year, end)| (Some(year), end));
    // "the Christmas tree" names no day, nor does "Father Christmas".
    let attributive = year.is_none()
        && (w.kind(end) == Some(TokenKind::Word)
            && holidays()[usize::from(index)].name.len() == 1
            && (w.capital(end) && !w.marked(end, CalendarMark::Past)
                || matches!(
                    w.before(at),
                    "the" | "a" | "an" | "his" | "her" | "their" | "its" | "father"
                )
                || w.marked(end, CalendarMark::HolidayThing)));
    // "Father Christmas", "a merry Christmas", "Tom Easter"
    let single = holidays()[usize::from(index)].name.len() == 1;
    let called = single
        && (matches!(w.before(at), "father" | "merry" | "happy" | "white")
            || at > w.start + 1
                && w.capital(at - 1)
                && w.kind(at - 1) == Some(TokenKind::Word)
                && w.case(at) != Case::Upper
                && w.entry(at - 1) == CalendarEntry::default());
    // "the Ramadan sales", "an Independence Day parade": nothing but its name would be told.
    let sort = holidays()[usize::from(index)].days(2000).next().is_none()
        && (w.plural(end) || w.marked(end, CalendarMark::HolidayThing));
    (!attributive && !called && !sort).then(|| {
        Parsed::new(
            Expression::Holiday {
                index,
                year,
                lean: Lean::Unknown,
            },
            end,
        )
    })
}

/// A year right after a holiday, quarter or season: "2014", ", 2014", "of 2014", "in 2014".
pub(super) fn year_of(w: &Words, at: usize) -> Option<(i16, usize)> {
    let next = at + usize::from(matches!(w.lower(at), "," | "of" | "in"));
    let next =
        next + usize::from(next > at && w.lower(next) == "the" && w.lower(next + 1) == "year") * 2;
    let next = next + usize::from(matches!(w.lower(next), "fiscal" | "year"));
    let (year, end) = year::year_digits(w, next)?;
    // "the winter of 1944-45" and "1944/45" begin in the first of two years.
    let second = w
        .number(end + 1, 2)
        .filter(|_| (w.dash(end) || w.lower(end) == "/") && w.glued(end) && w.glued(end + 1));
    let split = second.is_some_and(|second| second == i32::from(year + 1) % 100);
    Some((year, end + 2 * usize::from(split)))
}

/// "Q3", "H1": a part of a year by its short name, in lower case.
pub(super) fn part_of_year(word: &str) -> Option<Section> {
    match word.as_bytes() {
        [b'q', n @ b'1'..=b'4'] => Some(Section::Quarter((n - b'0') as i8)),
        [b'h', n @ b'1'..=b'2'] => Some(Section::Half((n - b'0') as i8)),
        _ => None,
    }
}

/// "Q3 2023", "Q3"; "H1" only with its year, as it is a visa and a road as well.
pub(super) fn quarter(w: &Words, at: usize) -> Option<Parsed> {
    let section = part_of_year(w.lower(at))?;
    // "Q1 of next year"
    if let (Section::Quarter(nth), Some((within, end))) = (section, year_unit(w, at + 1)) {
        let expression = Expression::Nth {
            nth,
            item: Item::Quarter,
            within: Box::new(within),
        };
        return Some(Parsed::new(expression, end));
    }
    let (year, end) = year_of(w, at + 1).map_or((None, at + 1), |(year, end)| (Some(year), end));
    if year.is_none() && matches!(section, Section::Half(_)) {
        return None;
    }
    Some(Parsed::new(
        Expression::Section {
            section,
            year,
            lean: Lean::Unknown,
        },
        end,
    ))
}
