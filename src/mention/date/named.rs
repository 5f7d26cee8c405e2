//! Dates by a name of their own: weekdays, holidays, "Q3".

use jiff::civil::Weekday;

use super::{Parsed, calendar, relative, words::Words, year};
use crate::lexicon::{CalendarMark, CalendarWord, holidays, holidays_from};
use crate::segment::TokenKind;
use crate::value::{Expression, Lean, Section};

/// "Tuesday", "Tuesday, July 2, 2013", "Tues., 2 July", "Tuesday of last week".
pub(super) fn weekday(w: &Words, at: usize, weekday: Weekday, short: bool) -> Option<Parsed> {
    let stop = if short { w.stop(at + 1) } else { at + 1 };
    let next = w.comma(stop);
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
    if short && !(stop > at + 1 && w.capital(at) && placed) {
        return None;
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
    // In lower case only where the name has words enough to be nothing else.
    if !w.capital(at) && (end == at + 1 || w.lower(at) == "may") {
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
    let father = w.before(at) == "father";
    (!attributive && !father).then(|| {
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
    year::year_digits(w, next)
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
