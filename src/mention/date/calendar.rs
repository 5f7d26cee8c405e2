//! Dates by month and day: "27 December 2014", "Dec. 24-28", "2013-07-02", "05/01/2015".

use super::year::{century, century_of, year_digits};
use super::{Parsed, words::Words, year};
use crate::lexicon::{CalendarMark, CalendarWord};
use crate::mention::name::is_named_as_a_month;
use crate::segment::{Case, TokenKind};
use jiff::civil::Date;

use crate::value::{Expression, Item};

/// The longest that each month can be.
const LONGEST: [i8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// Whether a month has such a day, in some year at least.
fn has_day(month: i8, day: i8) -> bool {
    (1..=12).contains(&month) && (1..=LONGEST[month as usize - 1]).contains(&day)
}

/// Whether a year, where one is written, has such a day: 2022 has no 29 February.
fn is_real(year: Option<i16>, month: i8, day: i8) -> bool {
    has_day(month, day) && year.is_none_or(|year| Date::new(year, month, day).is_ok())
}

/// A month at `at`: its number, whether it can stand without day or year, and where its full stop ends.
///
/// Names of months that are other words ("may", "march", "mar") are months in lower case only where `sure` says so.
pub(super) fn month(w: &Words, at: usize, sure: bool) -> Option<(i8, usize)> {
    let Some(CalendarWord::Month(month, short)) = w.meaning(at) else {
        return None;
    };
    let word = w.lower(at);
    if is_named_as_a_month(w.text, at) {
        return None;
    }
    if w.case(at) == Case::Lower && !sure && matches!(word, "may" | "march" | "mar") {
        return None;
    }
    let end = if short { w.stop(at + 1) } else { at + 1 };
    Some((month, end))
}

/// A day of the month: "27", "27th", "twenty-seventh", "first".
pub(super) fn day(w: &Words, at: usize) -> Option<(i8, usize, bool)> {
    if let Some(number) = w.number(at, 2) {
        let day = i8::try_from(number)
            .ok()
            .filter(|day| (1..=31).contains(day))?;
        if w.glued(at + 1) && matches!(w.lower(at + 1), "st" | "nd" | "rd" | "th") {
            return Some((day, at + 2, true));
        }
        // "24/25 December" are two days.
        let two = w.lower(at + 1) == "/"
            && w.glued(at + 2)
            && w.number(at + 2, 2) == Some(number + 1)
            && month(w, at + 3, false).is_some();
        let more = w.glued(at + 1)
            && !two
            && (matches!(w.lower(at + 1), ":" | "%" | "/")
                || w.kind(at + 1) == Some(TokenKind::Word)
                    && !matches!(w.meaning(at + 1), Some(CalendarWord::Month(..))));
        return (!more).then_some((day, at + 1, false));
    }
    match w.meaning(at) {
        Some(CalendarWord::Ordinal(day)) => Some((day, at + 1, true)),
        Some(CalendarWord::Number(tens @ (20 | 30))) => {
            let next = at + 1 + usize::from(w.dash(at + 1));
            match w.meaning(next) {
                Some(CalendarWord::Ordinal(one @ 1..=9)) if tens as i8 + one <= 31 => {
                    Some((tens as i8 + one, next + 1, true))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// The year after a day or month: "May 5, 2014", "May 2014", "May of 2014", "May '14".
pub(super) fn year_after(w: &Words, at: usize) -> Option<(i16, usize)> {
    let next = match w.lower(at) {
        "," | "of" | "in" => at + 1,
        _ => at,
    };
    let Some((year, end)) = year_digits(w, next).or_else(|| year::spoken(w, next)) else {
        return short_year(w, at);
    };
    // "on May 5 in 2014", but not "in May in 1500 homes".
    if w.lower(at) == "in" && (!(1900..=2050).contains(&year) || w.plural(end)) {
        return None;
    }
    // "on May 5, 2,014 people" has its comma inside; "In May 2000 men were shot" and "May 5, 1500 GMT" count.
    let counted = w.plural(end) && !w.marked(end, CalendarMark::EventNoun) && year < 1900;
    let clock = matches!(w.lower(end), "gmt" | "hours" | "utc");
    (!counted && !clock).then_some((year, end))
}

/// "3 Feb 82", "April of 87": two figures at the end of the phrase, which can be no day.
fn short_year(w: &Words, at: usize) -> Option<(i16, usize)> {
    let number = at + usize::from(w.lower(at) == "of");
    let digits = w
        .digits(number)
        .filter(|digits| digits.len() == 2 && w.text.spaced(number))?;
    let year: i16 = digits.parse().ok().filter(|year| *year > 31)?;
    let end = number + 1;
    let closes = end >= w.end
        || matches!(w.lower(end), "." | "," | ";" | ")")
            && w.kind(end + 1) != Some(TokenKind::Number);
    closes.then(|| (century(year), end))
}

/// "to", "-", "and": the second of two days.
fn second_day(w: &Words, first: i8, at: usize, between: bool) -> Option<(i8, usize)> {
    // "May 5, 6 and 7", where the days follow each other.
    if w.lower(at) == "," && !between {
        let (next, after, _) = day(w, at + 1).filter(|(next, ..)| *next == first + 1)?;
        return second_day(w, next, after, false)
            .filter(|(_, end)| *end == after + 2 && !w.plural(*end) || w.lower(after) == ",");
    }
    if w.lower(at) == "/" && w.glued(at) {
        return day(w, at + 1)
            .filter(|(last, ..)| *last == first + 1)
            .map(|(last, end, _)| (last, end));
    }
    let joined =
        w.dash(at) || w.marked(at, CalendarMark::Joins) || (w.lower(at) == "and" && between);
    let next = w.the(at + 1);
    let neighbour = matches!(w.lower(at), "and" | "or" | "&");
    if !joined && !neighbour {
        return None;
    }
    let (last, end, _) = day(w, next)?;
    (last > first && (joined || last == first + 1)).then_some((last, end))
}

/// "December 27, 2014", "Dec. 24-28", "July 2013", "July": a month and what follows it.
pub(super) fn month_first(w: &Words, at: usize) -> Option<Parsed> {
    let next_is_day = |i| {
        matches!(w.kind(i), Some(TokenKind::Number))
            || day(w, i).is_some_and(|(_, _, ordinal)| ordinal)
    };
    let (m, mut end) = month(w, at, false)
        .or_else(|| {
            // "the month of may", "march 2019"
            let (m, end) = month(w, at, true)?;
            let named = w.before(at) == "of"
                && at >= 2
                && matches!(
                    w.before(at - 1),
                    "month" | "beginning" | "start" | "middle" | "end" | "week"
                );
            (named
                || year_digits(w, end)
                    .is_some_and(|(year, after)| year >= 1900 && !w.plural(after)))
            .then_some((m, end))
        })
        .or_else(|| {
            // "may 18th", "march 3, 2015"
            let (m, end) = month(w, at, true)?;
            let (_, after, ordinal) = day(w, end)?;
            let placed = matches!(
                w.before(at),
                "" | "on" | "by" | "since" | "until" | "before" | "after" | "from" | ","
            );
            (ordinal || year_after(w, after).is_some() || placed && !w.plural(after))
                .then_some((m, end))
        })?;
    let spaced = w.text.spaced(end) || w.lower(end.saturating_sub(1)) == ".";
    let the = w.the(end);
    if spaced
        && next_is_day(the)
        && let Some((d, after, ordinal)) = day(w, the)
        && (the == end || ordinal)
        && has_day(m, d)
        && !is_counted(w, at, after, ordinal)
    {
        let between = w.before(at) == "between";
        if let Some((last, after)) = second_day(w, d, after, between)
            && has_day(m, last)
            && month(w, after, false).is_none()
            && (!w.glued(after) || w.kind(after) == Some(TokenKind::Punct))
        {
            let (year, after) =
                year_after(w, after).map_or((None, after), |(y, end)| (Some(y), end));
            return Some(Parsed::new(
                Expression::Range(
                    Box::new(Expression::calendar(year, Some(m), Some(d))),
                    Box::new(Expression::calendar(year, Some(m), Some(last))),
                ),
                after,
            ));
        }
        let (year, after) = year_after(w, after).map_or((None, after), |(y, end)| (Some(y), end));
        if let Some(parsed) = of_year(w, m, Some(d), after).filter(|_| year.is_none()) {
            return Some(parsed);
        }
        return is_real(year, m, d)
            .then(|| Parsed::new(Expression::calendar(year, Some(m), Some(d)), after));
    }
    if let Some(parsed) = spoken_day(w, at, m, end) {
        return Some(parsed);
    }
    let mut year = None;
    if let Some((y, after)) = year_after(w, end) {
        (year, end) = (Some(y), after);
    } else if let Some(parsed) = of_year(w, m, None, end) {
        return Some(parsed);
    }
    Some(Parsed::new(Expression::calendar(year, Some(m), None), end))
}

/// "May twenty-one", "June five, 2016": a day as it is spoken, with its year or at the end of the clause. "In June five,
/// among them two guards, were held" counts.
fn spoken_day(w: &Words, at: usize, month: i8, next: usize) -> Option<Parsed> {
    let word = |at: usize| match w.meaning(at) {
        Some(CalendarWord::Number(number)) => i8::try_from(number).ok(),
        _ => None,
    };
    let (day, end) = match word(next)? {
        tens @ (20 | 30) => {
            let one = next + 1 + usize::from(w.dash(next + 1));
            match word(one) {
                Some(unit @ 1..=9) => (tens + unit, one + 1),
                _ => (tens, next + 1),
            }
        }
        day => (day, next + 1),
    };
    let year = year_after(w, end);
    let closes = end >= w.end || matches!(w.lower(end), "." | "," | ";" | ")" | "?" | "!");
    let counts = w.before(at) == "in" && year.is_none();
    if counts || !closes && year.is_none() || !is_real(year.map(|(year, _)| year), month, day) {
        return None;
    }
    let (year, end) = year.map_or((None, end), |(year, end)| (Some(year), end));
    Some(Parsed::new(
        Expression::calendar(year, Some(month), Some(day)),
        end,
    ))
}

/// "May last year", "5 May of that year": a month or day whose year is told by words.
fn of_year(w: &Words, month: i8, day: Option<i8>, at: usize) -> Option<Parsed> {
    let (year, end) = super::stretch::year_unit(w, at)?;
    let nth = |nth, item, within| Expression::Nth {
        nth,
        item,
        within: Box::new(within),
    };
    let months = nth(month, Item::Month, year);
    let expression = match day {
        Some(day) => nth(day, Item::Day, months),
        None => months,
    };
    Some(Parsed::new(expression, end))
}

/// "In May 15 people died": the number after a month counts what follows it.
fn is_counted(w: &Words, month: usize, after: usize, ordinal: bool) -> bool {
    !ordinal && w.before(month) == "in" && w.plural(after)
}

/// "27 December 2014", "27th of December", "24-28 December": a day and then a month.
pub(super) fn day_first(w: &Words, at: usize) -> Option<Parsed> {
    let (first, end, ordinal) = day(w, at)?;
    let tail = |from: usize, ordinal: bool| -> Option<(i8, Option<i16>, usize)> {
        let of = from + usize::from(ordinal && w.lower(from) == "of");
        let of = w.the(of);
        let of = if of > from && w.lower(of) == "month" && w.lower(of + 1) == "of" {
            of + 2
        } else {
            of
        };
        let (m, end) = month(w, of, true)?;
        if w.case(of) == Case::Lower && matches!(w.lower(of), "may" | "march") && of == from {
            // "the 5 may leave", "the 10 march on"
            if year_after(w, end).is_none() && w.kind(end) == Some(TokenKind::Word) {
                return None;
            }
        }
        let (year, end) = year_after(w, end).map_or((None, end), |(y, end)| (Some(y), end));
        Some((m, year, end))
    };
    if let Some((m, year, end)) = tail(end, ordinal).filter(|&(m, year, _)| is_real(year, m, first))
    {
        if let Some(parsed) = of_year(w, m, Some(first), end).filter(|_| year.is_none()) {
            return Some(parsed);
        }
        return Some(Parsed::new(
            Expression::calendar(year, Some(m), Some(first)),
            end,
        ));
    }
    let between = w.before(w.before_the(at)) == "between";
    if let Some((last, after)) = second_day(w, first, end, between || w.dash(end))
        && let Some((m, year, end)) = tail(after, true).filter(|&(m, ..)| has_day(m, last))
    {
        return Some(Parsed::new(
            Expression::Range(
                Box::new(Expression::calendar(year, Some(m), Some(first))),
                Box::new(Expression::calendar(year, Some(m), Some(last))),
            ),
            end,
        ));
    }
    // "on 5 and 12 December": each is a date of its own.
    if matches!(w.lower(end), "and" | "or" | ",") {
        let (second, after, ordinal) = day(w, end + 1)?;
        let (m, year, _) = tail(after, ordinal)?;
        return (has_day(m, first) && has_day(m, second))
            .then(|| Parsed::new(Expression::calendar(year, Some(m), Some(first)), end));
    }
    None
}

/// "2013-07-02", "07/02/2013", "31.12.2014", "09/2012".
pub(super) fn numeric(w: &Words, at: usize) -> Option<Parsed> {
    if w.glued(at) && matches!(w.before(at), "/" | "-" | "." | "$" | "#" | ":") {
        // "10/1/2018-10/7/2018": the end of a range.
        let ends = w.dash_before(at)
            && at >= w.start + 3
            && w.digits(at - 2).is_some_and(|year| year.len() == 4)
            && w.glued(at - 2)
            && w.lower(at - 3) == "/"
            && w.lower(at + 1) == "/";
        if !ends {
            return None;
        }
    }
    let first = w.lower(at);
    if first.contains('.') {
        let parts: Vec<&str> = first.split('.').collect();
        let [a, b, c] = parts.as_slice() else {
            return None;
        };
        return parts_of(a, b, c, '.').map(|expression| Parsed::new(expression, at + 1));
    }
    w.digits(at)?;
    if let Some(parsed) = slashed_range(w, at).or_else(|| spaced_month(w, at)) {
        return Some(parsed);
    }
    let mark = w.lower(at + 1);
    if !matches!(mark, "-" | "/") || !w.glued(at + 1) || !w.glued(at + 2) {
        return None;
    }
    // "06/06, 2015"
    if mark == "/" && w.lower(at + 3) == "," {
        let year = w.digits(at + 4).filter(|year| year.len() == 4)?;
        let ends = w.kind(at + 5) != Some(TokenKind::Word);
        return parts_of(first, w.digits(at + 2)?, year, '/')
            .filter(|_| ends)
            .map(|expression| Parsed::new(expression, at + 5));
    }
    let second = w.lower(at + 2);
    let separator = mark.chars().next()?;
    if w.lower(at + 3) == mark && w.glued(at + 3) && w.glued(at + 4) {
        let third = w.digits(at + 4)?;
        let more = w.glued(at + 5) && w.lower(at + 5) == mark;
        let expression = match w.meaning(at + 2) {
            // "2019-Sep-1", "02-Sep-2019"
            Some(CalendarWord::Month(m, _)) => {
                let (year, day) = if first.len() == 4 {
                    (first, third)
                } else {
                    (third, first)
                };
                let day = day.parse().ok().filter(|&day| has_day(m, day))?;
                (year.len() == 4)
                    .then(|| year.parse().ok())?
                    .map(|year| Expression::calendar(Some(year), Some(m), Some(day)))
            }
            _ => parts_of(first, w.digits(at + 2)?, third, separator),
        }?;
        return (!more).then(|| Parsed::new(expression, at + 5));
    }
    // "09/2012" and "2012/09"; "2003-04" is a range of years.
    let (m, y) = match (first.len(), w.digits(at + 2)?.len()) {
        (1 | 2, 4) => (first, second),
        (4, 2) => (second, first),
        _ => return None,
    };
    let (m, y): (i8, i16) = (m.parse().ok()?, y.parse().ok()?);
    // "2012/13" and "2003-04" are two years.
    let later = century_of(y) + i16::from(m) > y;
    let season = first.len() == 4 && later && (separator == '-' || y % 100 + 1 == i16::from(m));
    let more = w.glued(at + 3) && w.kind(at + 3) != Some(TokenKind::Punct)
        || w.dash(at + 3) && w.glued(at + 3);
    if more {
        return None;
    }
    ((1..=12).contains(&m) && (1900..=2100).contains(&y) && !season)
        .then(|| Parsed::new(Expression::calendar(Some(y), Some(m), None), at + 3))
}

/// "2016 - 11", "11 -2016", "2016/ 11" at the end of a clause: a month and its year with a space in them. "2010 - 12" may
/// be two years, and "2016 - 11 dead" counts.
fn spaced_month(w: &Words, at: usize) -> Option<Parsed> {
    let (first, second) = (w.digits(at)?, w.digits(at + 2)?);
    let glued = w.glued(at + 1) && w.glued(at + 2);
    let (month, year) = match (first.len(), second.len()) {
        (2, 4) => (first, second),
        (4, 2) => (second, first),
        _ => return None,
    };
    let (month, year): (i8, i16) = (month.parse().ok()?, year.parse().ok()?);
    let range = first.len() == 4 && century_of(year) + i16::from(month) > year;
    let placed = at == w.start || w.kind(at - 1) == Some(TokenKind::Word);
    let closes = at + 3 >= w.end
        || matches!(w.lower(at + 3), "." | "," | ";" | ")" | "?" | "!") && !w.dash(at + 3);
    let fits = (1..=12).contains(&month) && (1900..=2100).contains(&year) && !range;
    (matches!(w.lower(at + 1), "-" | "/") && !glued && placed && closes && fits)
        .then(|| Parsed::new(Expression::calendar(Some(year), Some(month), None), at + 3))
}

/// "5/1-5/7/2020", "from 10/25 to 01/25": two days without a year, or with that of the second. Without one they must be
/// no fractions: "rose from 1/4 to 1/3".
fn slashed_range(w: &Words, at: usize) -> Option<Parsed> {
    let pair = |at: usize| -> Option<(i8, i8)> {
        let (a, b) = (w.digits(at)?, w.digits(at + 2)?);
        let slash = w.lower(at + 1) == "/" && w.glued(at + 1) && w.glued(at + 2);
        (slash && a.len() <= 2 && b.len() <= 2).then(|| Some((a.parse().ok()?, b.parse().ok()?)))?
    };
    let joint = at + 3;
    let dash = w.dash(joint) && w.glued(joint) && w.glued(joint + 1);
    let placed = matches!(w.before(at), "from" | "between");
    let word = placed && matches!(w.lower(joint), "to" | "until" | "through" | "and");
    if !dash && !word {
        return None;
    }
    let (first, second) = (pair(at)?, pair(joint + 1)?);
    let mut end = joint + 4;
    let mut year: Option<i16> = None;
    if w.lower(end) == "/" && w.glued(end) {
        let digits = w
            .digits(end + 1)
            .filter(|year| year.len() == 4 && w.glued(end + 1))?;
        year = digits.parse().ok().filter(|y| (1900..=2100).contains(y));
        year?;
        end += 2;
    }
    if w.glued(end) && w.kind(end) != Some(TokenKind::Punct) {
        return None;
    }
    let zero = [at, at + 2, joint + 1, joint + 3]
        .iter()
        .any(|&i| w.lower(i).starts_with('0'));
    if year.is_none() && !(placed && (zero || first.0 > first.1 || second.0 > second.1)) {
        return None;
    }
    let range = |(m1, d1): (i8, i8), (m2, d2): (i8, i8)| -> Option<Expression> {
        let before = year.map(|y| if m1 > m2 { y - 1 } else { y });
        (is_real(before, m1, d1) && is_real(year, m2, d2) && (m1, d1) != (m2, d2)).then(|| {
            Expression::Range(
                Box::new(Expression::calendar(before, Some(m1), Some(d1))),
                Box::new(Expression::calendar(year, Some(m2), Some(d2))),
            )
        })
    };
    let swap = |(a, b): (i8, i8)| (b, a);
    let expression = match (range(first, second), range(swap(first), swap(second))) {
        (Some(a), Some(b)) => Expression::OneOf(Box::new(a), Box::new(b)),
        (one, other) => one.or(other)?,
    };
    Some(Parsed::new(expression, end))
}

/// The date that three numbers give; both readings where either of the first two may be the month.
fn parts_of(a: &str, b: &str, c: &str, separator: char) -> Option<Expression> {
    let whole = |s: &str| {
        s.bytes()
            .all(|x| x.is_ascii_digit())
            .then(|| s.parse::<i16>().ok())?
    };
    let (x, y, z) = (whole(a)?, whole(b)?, whole(c)?);
    if a.len() == 4 {
        let (month, day) = (i8::try_from(y).ok()?, i8::try_from(z).ok()?);
        return ((1000..=2100).contains(&x) && has_day(month, day))
            .then(|| Expression::calendar(Some(x), Some(month), Some(day)))
            .filter(|_| is_real(Some(x), month, day));
    }
    let year = match c.len() {
        4 if (1000..=2100).contains(&z) => z,
        // "25-10-3" is a record and "10.5.12" a version.
        2 if separator == '/' || (separator == '-' && z > 31) => century(z),
        _ => return None,
    };
    if a.len() > 2 || b.len() > 2 {
        return None;
    }
    let (x, y) = (i8::try_from(x).ok()?, i8::try_from(y).ok()?);
    let calendar = |month, day| Expression::calendar(Some(year), Some(month), Some(day));
    // Full stops are a habit of countries where the day comes first.
    let month_first = is_real(Some(year), x, y) && separator != '.';
    match (month_first, is_real(Some(year), y, x)) {
        (true, true) if x != y => Some(Expression::OneOf(
            Box::new(calendar(x, y)),
            Box::new(calendar(y, x)),
        )),
        (true, _) => Some(calendar(x, y)),
        (false, true) => Some(calendar(y, x)),
        (false, false) => None,
    }
}
