//! Years and decades by themselves: "2014", "1983-2005", "the 1990s", "since '82".

use super::{Parsed, calendar, named, words::Words};
use crate::lexicon::{CalendarMark, CalendarWord};
use crate::segment::{Case, TokenKind};
use crate::value::{CalendarUnit, Expression, Lean, Section};

/// A year of four digits that stands for nothing else by its look, or 'yy.
pub(super) fn year_digits(w: &Words, at: usize) -> Option<(i16, usize)> {
    if let Some(digits) = w.digits(at).filter(|digits| digits.len() == 4) {
        let year = digits
            .parse()
            .ok()
            .filter(|year| (1000..=2100).contains(year))?;
        // "5 May 2014 people" is written by nobody; "$" and "%" around it would be read before.
        return (w.lower(at + 1) != "%").then_some((year, at + 1));
    }
    let short = matches!(w.lower(at), "'" | "’" | "‘") && w.glued(at + 1);
    let digits = w
        .digits(at + 1)
        .filter(|digits| short && digits.len() == 2)?;
    let follows_s = w.glued(at + 2) && w.kind(at + 2) == Some(TokenKind::Word);
    (!follows_s).then(|| (century(digits.parse().unwrap_or(0)), at + 2))
}

/// A year in words: "nineteen eighty-six", "twenty fourteen".
///
/// Refuses what goes on as a number does ("nineteen forty-year-olds", "twenty ten-minute talks").
pub(super) fn spoken(w: &Words, at: usize) -> Option<(i16, usize)> {
    let Some(CalendarWord::Number(hundreds @ 15..=20)) = w.meaning(at) else {
        return None;
    };
    let tens = at + 1 + usize::from(w.dash(at + 1));
    let (rest, end) = match w.meaning(tens)? {
        CalendarWord::Number(teen @ 10..=19) => (teen, tens + 1),
        CalendarWord::Number(tens_of @ 20..=90) => {
            let one = tens + 1 + usize::from(w.dash(tens + 1));
            match w.meaning(one) {
                Some(CalendarWord::Number(n @ 1..=9)) => (tens_of + n, one + 1),
                _ => (tens_of, tens + 1),
            }
        }
        _ => return None,
    };
    let counts = w.dash(end)
        || w.plural(end)
        || w.marked(end, CalendarMark::CountNoun)
        || matches!(w.meaning(end), Some(CalendarWord::Unit(_)));
    let year = i16::try_from(hundreds * 100 + rest).ok()?;
    (!counts && year <= 2050).then_some((year, end))
}

/// "in nineteen eighty-six", "the nineteen seventies".
pub(super) fn in_words(w: &Words, at: usize) -> Option<Parsed> {
    if !w.marked_before(at, CalendarMark::YearCue) {
        return None;
    }
    if let (Some(CalendarWord::Number(19)), Some(CalendarWord::Decade(tens))) =
        (w.meaning(at), w.meaning(at + 1))
    {
        let first = 1900 + tens;
        return Some(Parsed::new(Expression::Years { first, count: 10 }, at + 2));
    }
    let (year, end) = spoken(w, at)?;
    Some(Parsed::new(
        Expression::calendar(Some(year), None, None),
        end,
    ))
}

/// The year that two digits stand for: those of the last seventy years and the next thirty, from 2000.
pub(super) fn century(year: i16) -> i16 {
    if year >= 30 { 1900 + year } else { 2000 + year }
}

pub(super) fn century_of(year: i16) -> i16 {
    year - year % 100
}

/// "the 1990s", "the '90s": a decade by its figures.
pub(super) fn decade(w: &Words, at: usize) -> Option<Parsed> {
    let short = matches!(w.lower(at), "'" | "’" | "‘");
    let number = at + usize::from(short);
    let digits = w.digits(number)?;
    let s = number + 1;
    let seventies = !short && digits.len() == 2 && plain_decade(w, at);
    let plural = (w.glued(s) && matches!(w.lower(s), "s" | "'s" | "’s"))
        .then_some(s + 1)
        // "1990s'" apart, "the 1990's".
        .filter(|_| {
            w.lower(s) == "s"
                || w.before(at) == "the"
                || w.marked_before(at, CalendarMark::YearCue) && !short
        })?;
    let value: i16 = digits.parse().ok()?;
    let (first, count) = match digits.len() {
        4 if (1000..=2100).contains(&value) && value % 10 == 0 => (
            value,
            if value % 100 == 0 && value < 2000 {
                100
            } else {
                10
            },
        ),
        2 if (short && w.glued(number) && w.lower(s) == "s" || seventies) && value % 10 == 0 => {
            (century(value), 10)
        }
        _ => return None,
    };
    Some(Parsed::new(Expression::Years { first, count }, plural))
}

/// Whether "70s" are years though no apostrophe says so: "the 70s", "the 1960s and 70s".
///
/// Refuses ages ("in her 70s") by the article, and the weather and golf by their words.
fn plain_decade(w: &Words, at: usize) -> bool {
    let listed = matches!(w.before(at), "and" | "or" | "to" | "," | "-" | "–")
        && at >= w.start + 3
        && w.lower(at - 2) == "s"
        && w.kind(at - 3) == Some(TokenKind::Number);
    let part = at > w.start && matches!(w.meaning(at - 1), Some(CalendarWord::Part(_)));
    let the = w.before(at) == "the" || part && at > w.start + 1 && w.before(at - 1) == "the";
    (listed || the)
        && !(w.start..w.end).any(|i| w.marked(i, CalendarMark::Weather))
        && w.number(at, 2).is_some_and(|tens| tens >= 20)
}

/// A year by itself: "in 2014", "the 2014 election", "1983-2005", "2003-04", "since '82".
///
/// Refuses four digits that count ("2014 people", "about 1500"), that belong to a name ("Windows 2000", "Flight 1549"),
/// and whatever has no word around it that speaks of years.
pub(super) fn bare_year(w: &Words, at: usize) -> Option<Parsed> {
    let apostrophe = w.kind(at) != Some(TokenKind::Number);
    if apostrophe && !w.marked_before(at, CalendarMark::YearCue) && w.before(at) != "of" {
        return None;
    }
    let (year, end) = year_digits(w, at)?;
    if w.glued(at)
        && !matches!(
            w.before(at),
            "(" | "[" | "-" | "–" | "—" | "\"" | "“" | "/" | "‘" | "'"
        )
    {
        return None;
    }
    // "138-2010-2015" is a telephone number.
    if w.glued(at)
        && w.dash_before(at)
        && at >= 2
        && w.glued(at - 1)
        && w.kind(at - 2) == Some(TokenKind::Number)
        && w.kind(at) == Some(TokenKind::Number)
        && (w.digits(at - 2).is_none_or(|d| d.len() < 4) || w.dash(end))
    {
        return None;
    }
    let fraction =
        w.lower(end) == "/" && w.glued(end) && w.digits(end + 1).is_some_and(|d| d.len() < 4);
    if fraction && year_range(w, at, year, end).is_none() {
        return None;
    }
    if w.glued(end)
        && !(w.kind(end) == Some(TokenKind::Punct) || matches!(w.lower(end), "'s" | "’s"))
    {
        return None;
    }
    if let Some(parsed) = year_range(w, at, year, end) {
        return Some(parsed);
    }
    // "1982 summer offensives"
    if let Some(CalendarWord::Season(season)) = w.meaning(end)
        && w.case(end) == Case::Lower
        && w.lower(end) != "fall"
    {
        return Some(Parsed::new(
            Expression::Section {
                section: Section::Season(season),
                year: Some(year),
                lean: Lean::Unknown,
            },
            end + 1,
        ));
    }
    // "2016 Q3", "2019-H2"
    let part = end + usize::from(w.dash(end) && w.glued(end));
    if let Some(section) = named::part_of_year(w.lower(part)) {
        return Some(Parsed::new(
            Expression::Section {
                section,
                year: Some(year),
                lean: Lean::Unknown,
            },
            part + 1,
        ));
    }
    // "2024 August", "2024-August": nothing that could be a day follows.
    let part = part + usize::from(w.lower(end) == "/" && w.glued(end));
    if let Some((m, after)) = calendar::month(w, part, false)
        && calendar::day(w, after).is_none()
        && calendar::year_after(w, after).is_none()
        && !w.capital(after)
        && !w.marked_before(at, CalendarMark::YearCue)
    {
        return Some(Parsed::new(
            Expression::calendar(Some(year), Some(m), None),
            after,
        ));
    }
    // "2012-present"
    let runs = w.dash(end) && matches!(w.lower(end + 1), "present" | "now");
    (runs || is_year(w, at, year, end))
        .then(|| Parsed::new(Expression::calendar(Some(year), None, None), end))
}

/// "1983-2005", "1939–45", "2014/15" from `at` on.
fn year_range(w: &Words, at: usize, year: i16, end: usize) -> Option<Parsed> {
    let mark = w.dash(end) || (w.lower(end) == "/" && w.glued(end));
    if !mark {
        return None;
    }
    let slash = w.lower(end) == "/";
    let tight = w.glued(end) && w.glued(end + 1);
    let digits = w.digits(end + 1)?;
    let (after, value): (usize, i16) = (end + 2, digits.parse().ok()?);
    let last = match digits.len() {
        4 => value,
        2 if tight => {
            century_of(year)
                + value
                + if value == 0 && year % 100 == 99 {
                    100
                } else {
                    0
                }
        }
        _ => return None,
    };
    // "2014/15" is a season; "2012/80" is no more than two numbers.
    let about = w.marked_before(at, CalendarMark::YearCue)
        || w.before(at) == "("
        || w.before(at) == "." && at >= w.start + 2 && matches!(w.lower(at - 2), "c" | "ca");
    let sane = (!slash || last == year + 1)
        && ((1500..=2100).contains(&year) || about && tight && year >= 1000)
        && last > year
        && last <= 2100
        && last - year < 500;
    let goes_on = w.glued(after)
        && (w.kind(after) != Some(TokenKind::Punct)
            || w.dash(after) && w.kind(after + 1) == Some(TokenKind::Number));
    let counted = w.plural(after)
        && !w.marked(after, CalendarMark::EventNoun)
        && !w.marked_before(at, CalendarMark::YearCue)
        && w.before(at) != "of";
    let unit = matches!(w.meaning(after), Some(CalendarWord::Unit(_)))
        || w.marked(after, CalendarMark::CountNoun);
    (sane && !goes_on && !counted && !unit && w.lower(after) != "%").then(|| {
        Parsed::new(
            Expression::Range(
                Box::new(Expression::calendar(Some(year), None, None)),
                Box::new(Expression::calendar(Some(last), None, None)),
            ),
            after,
        )
    })
}

/// Whether the words around four digits make them a year.
fn is_year(w: &Words, at: usize, year: i16, end: usize) -> bool {
    let before = at.checked_sub(1).map(|i| w.entry(i)).unwrap_or_default();
    let previous = w.before(at);
    let modern = (1900..=2050).contains(&year);
    let unit = w.marked(end, CalendarMark::CountNoun)
        || matches!(w.meaning(end), Some(CalendarWord::Unit(unit)) if unit != CalendarUnit::Quarter || !modern)
        || w.kind(end) == Some(TokenKind::Symbol)
        || w.dash(end) && w.glued(end) && matches!(w.meaning(end + 1), Some(CalendarWord::Unit(_)));
    if unit
        && !(before.has(CalendarMark::YearCue)
            && matches!(
                w.meaning(end),
                Some(CalendarWord::Unit(CalendarUnit::Quarter))
            ))
    {
        return false;
    }
    // "1965's winner"
    if modern && matches!(w.lower(end), "'s" | "’s") {
        return true;
    }
    let counted = w.plural(end) || w.marked(end, CalendarMark::CountNoun);
    if before.has(CalendarMark::YearCue) {
        // "the 1614 rules", but "the 1500 men".
        let exact = year % 100 != 0 && (1500..=2100).contains(&year);
        return !counted
            || (1800..=2050).contains(&year)
            || exact && !w.marked(end, CalendarMark::CountNoun);
    }
    if matches!(previous, "'s" | "’s") {
        return modern;
    }
    if w.dash_before(at) {
        // "mid-2012", "post-1990", and the end of "May 5 - 2014" that no range took.
        return at >= 2
            && w.kind(at - 2) == Some(TokenKind::Word)
            && matches!(w.lower(at - 2), "mid" | "pre" | "post" | "early" | "late");
    }
    if before.has(CalendarMark::YearWeak) {
        let listed =
            !matches!(previous, "and" | "or") || at >= 2 && year_digits(w, at - 2).is_some();
        let round = year % 100 == 0 && matches!(previous, "about" | "around" | "for" | "to");
        return listed && !counted && !round && (1500..=2100).contains(&year);
    }
    let closes = w.end <= end || matches!(w.lower(end), "," | "." | ")" | "]" | ";" | ":");
    match previous {
        "(" | "[" => (1500..=2100).contains(&year) && (closes || w.dash(end)),
        "," | ";" | "/" => {
            // "2003, 2004 and 2005", "Paris, 2014."
            let listed = at >= 2 && year_digits(w, at - 2).is_some();
            let placed = at >= 2 && w.kind(at - 2) == Some(TokenKind::Word) && closes;
            !counted && (listed && (1500..=2100).contains(&year) || placed && modern)
        }
        "" | "\"" | "“" => {
            let alone = w.end <= end;
            !counted
                && (w.marked(end, CalendarMark::YearVerb)
                    || alone && modern
                    || modern && w.lower(end) == ","
                    || modern && w.kind(end) == Some(TokenKind::Word) && !is_plain(w, end))
        }
        // "a 2005 peace deal": what is counted stands in the plural, and after no article.
        "a" if modern && year % 100 != 0 && w.kind(end) == Some(TokenKind::Word) => {
            !counted && !w.glued(end) && !is_plain(w, end)
        }
        _ => {
            let verb = w.marked(end, CalendarMark::YearVerb)
                && !matches!(w.kind(at - 1), Some(TokenKind::Word));
            let event =
                modern && year % 100 != 0 && !counted && w.marked(end, CalendarMark::EventNoun);
            // "the Summit 2016"
            let named =
                modern && !counted && before.has(CalendarMark::EventNoun) && w.capital(at - 1);
            verb || event || named || modern && w.lower(end) == "saw"
        }
    }
}

/// A word that a bare number may stand before without counting it: a preposition, an article.
fn is_plain(w: &Words, at: usize) -> bool {
    matches!(
        w.lower(at),
        "of" | "in" | "to" | "or" | "and" | "at" | "on" | "per" | "more" | "people"
    ) || w.plural(at)
}
