//! Times of day.
//!
//! "3:30 p.m.", "0737 GMT", "15:50 IST", "noon", "half past six". A zone named after the time belongs to it. Refuses what
//! only looks like a time: scores and odds ("3:30" without a word that speaks of time), verses, running times, and what is left of a game.
//! A clock of twelve hours without "a.m." or "p.m." leaves two times open, and both are given as the ends of the range.

mod zone;

use super::Mention;
use super::date::words::Words;
use super::figure::countdown;
use crate::lexicon::{CalendarWord, calendar_word};
use crate::segment::{Sentence, Text, TokenKind};
use crate::value::{ClockTime, Kind, Value};
use zone::zone_at;

/// The time of day that starts at token `at`.
pub(super) fn at(text: &Text, sentence: &Sentence, at: usize) -> Option<Mention> {
    if countdown::at(text, at, sentence.tokens.end).is_some() {
        return None;
    }
    let words = Words::new(text, sentence);
    let w = &words;
    let first = match w.kind(at)? {
        TokenKind::Number => range(w, at).or_else(|| clock(w, at)),
        TokenKind::Word => word(w, at),
        TokenKind::Punct | TokenKind::Symbol | TokenKind::Link => None,
    }?;
    let (offset, end) = zone_at(w, first.end).map_or((None, first.end), |(zone, end)| (zone, end));
    let value = ClockTime {
        earliest: first.earliest,
        latest: first.latest,
        zone: offset,
        local: offset.is_none() && text.lower(first.end) == "local" && end > first.end,
    };
    Some(Mention::new(text, at..end, Kind::Time, Value::Time(value)))
}

/// Whether a time can start with a word like the one at `at`.
pub(super) fn may_start(text: &Text, at: usize) -> bool {
    match text.kind(at) {
        Some(TokenKind::Number) => true,
        Some(TokenKind::Word) => {
            let number = text.lexeme(at).calendar.meaning;
            matches!(number, Some(CalendarWord::Number(_)))
                || matches!(
                    text.lower(at),
                    "a" | "noon" | "midday" | "midnight" | "half" | "quarter"
                )
        }
        Some(TokenKind::Punct | TokenKind::Symbol | TokenKind::Link) | None => false,
    }
}

/// A time as read, in minutes after midnight, and the token after it.
#[derive(Clone, Copy)]
struct Clock {
    earliest: u16,
    latest: u16,
    end: usize,
}

impl Clock {
    fn exact(minutes: u16, end: usize) -> Clock {
        Clock {
            earliest: minutes,
            latest: minutes,
            end,
        }
    }
}

/// Half a day in minutes.
const HALF: u16 = 12 * 60;

/// "a.m.", "pm", "in the morning", "at night": the half of the day, and the token after it.
fn half_of_day(w: &Words, at: usize) -> Option<(bool, usize)> {
    match w.lower(at) {
        "a.m." | "am" | "a.m" => Some((false, at + 1)),
        "p.m." | "pm" | "p.m" => Some((true, at + 1)),
        "in" if w.lower(at + 1) == "the" => match w.lower(at + 2) {
            "morning" => Some((false, at + 3)),
            "afternoon" | "evening" => Some((true, at + 3)),
            _ => None,
        },
        // "11:30 at night"; "2 at night" may be said of either.
        "at" if w.lower(at + 1) == "night" => {
            let figure = at.checked_sub(1)?;
            let figure = if w.before(figure) == ":" {
                figure.checked_sub(2)?
            } else {
                figure
            };
            hour(w, figure)
                .is_some_and(|hour| (6..12).contains(&hour))
                .then_some((true, at + 2))
        }
        _ => None,
    }
}

/// "noon", "midnight" as minutes of the day, and the token after it.
fn middle(w: &Words, at: usize) -> Option<(u16, usize)> {
    match w.lower(at) {
        "noon" | "midday" => Some((HALF, at + 1)),
        "midnight" => Some((0, at + 1)),
        _ => None,
    }
}

/// An hour of the twelve and its half of the day as minutes after midnight.
fn twelve(hour: u16, minute: u16, afternoon: bool) -> Option<u16> {
    ((1..=12).contains(&hour) && minute < 60)
        .then(|| hour % 12 * 60 + minute + if afternoon { HALF } else { 0 })
}

/// The hour and minute written in figures at `at`: "3:30", "3.30", "3", "15:50:06".
fn figures(w: &Words, at: usize) -> Option<(u16, Option<u16>, usize)> {
    let two = |digits: &str| (digits.len() == 2).then(|| digits.parse::<u16>().ok())?;
    if let Some((hour, minute)) = w.lower(at).split_once('.') {
        return Some((hour.parse().ok()?, Some(two(minute)?), at + 1));
    }
    let hour = u16::try_from(w.number(at, 2)?).ok()?;
    if !(w.lower(at + 1) == ":" && w.glued(at + 1) && w.glued(at + 2)) {
        return Some((hour, None, at + 1));
    }
    let minute = two(w.digits(at + 2)?)?;
    let mut end = at + 3;
    if w.lower(end) == ":" && w.glued(end) && w.glued(end + 1) {
        let seconds = two(w.digits(end + 1)?)?;
        if seconds >= 60 {
            return None;
        }
        end += 2;
    }
    Some((hour, Some(minute), end))
}

/// A time that starts with figures.
fn clock(w: &Words, at: usize) -> Option<Clock> {
    if w.glued(at) && !matches!(w.before(at), "(" | "[" | "\"" | "“" | "-" | "–" | "—" | "/")
    {
        return None;
    }
    if let Some(clock) = military(w, at) {
        return Some(clock);
    }
    if let Some(clock) = spoken(w, at).or_else(|| close_to(w, at)) {
        return Some(clock);
    }
    let (hour, minute, end) = figures(w, at)?;
    // "12 noon"
    if hour == 12
        && minute.is_none_or(|minute| minute == 0)
        && let Some((minutes, end)) = middle(w, end)
    {
        return Some(Clock::exact(minutes, end));
    }
    if let Some((afternoon, end)) = half_of_day(w, end) {
        // "9 in the morning" is a time; "15:30 in the afternoon" is one as well.
        let minutes = twelve(hour, minute.unwrap_or(0), afternoon).or_else(|| {
            (hour < 24 && hour > 12 && afternoon).then(|| hour * 60 + minute.unwrap_or(0))
        })?;
        return (w.lower(end) != "-" || !w.glued(end)).then(|| Clock::exact(minutes, end));
    }
    let minute = minute.filter(|_| !w.lower(at).contains('.'))?;
    if hour > 23 || minute > 59 {
        return None;
    }
    let minutes = hour * 60 + minute;
    let written_out = w.lower(at).len() == 2 && (hour > 12 || w.lower(at).starts_with('0'));
    let zone = zone_at(w, end).is_some();
    let cue = matches!(
        w.before(at),
        "at" | "by"
            | "until"
            | "till"
            | "around"
            | "about"
            | "from"
            | "before"
            | "after"
            | "since"
            | "between"
            | "to"
    );
    let after_date = matches!(
        calendar_word(w.before(at)).meaning,
        Some(CalendarWord::Weekday(..) | CalendarWord::Day(_))
    );
    if zone || written_out && (cue || after_date || hour > 12) {
        return Some(Clock::exact(minutes, end));
    }
    (cue && matches!(w.before(at), "at" | "around" | "until" | "by") && hour <= 12 && hour > 0)
        .then(|| either(hour, minute, end))
}

/// A time on a clock of twelve hours whose half of the day is not said.
fn either(hour: u16, minute: u16, end: usize) -> Clock {
    let minutes = hour % 12 * 60 + minute;
    Clock {
        earliest: minutes,
        latest: minutes + HALF,
        end,
    }
}

/// "0737 GMT", "1730 hours".
fn military(w: &Words, at: usize) -> Option<Clock> {
    let digits = w.digits(at).filter(|digits| digits.len() == 4)?;
    let (hour, minute) = (
        digits[..2].parse::<u16>().ok()?,
        digits[2..].parse::<u16>().ok()?,
    );
    if hour > 23 || minute > 59 {
        return None;
    }
    let hours = matches!(w.lower(at + 1), "hours" | "hrs")
        && (digits.starts_with('0') || w.before(at) == "at");
    let end = at + 1 + usize::from(hours);
    let zone = w.kind(end) == Some(TokenKind::Word)
        && w.text.word(end).chars().all(char::is_uppercase)
        && zone_at(w, end).is_some();
    (hours || zone).then(|| Clock::exact(hour * 60 + minute, end))
}

/// An hour by its figure or word, 1 to 12.
fn hour(w: &Words, at: usize) -> Option<u16> {
    let number = match w.kind(at)? {
        TokenKind::Number => w.number(at, 2)?,
        _ => match w.text.lexeme(at).calendar.meaning {
            Some(CalendarWord::Number(number)) => number,
            _ => return None,
        },
    };
    u16::try_from(number)
        .ok()
        .filter(|hour| (1..=12).contains(hour))
}

/// "six o'clock", "10 o'clock", "three p.m.", "ten minutes past six".
fn spoken(w: &Words, at: usize) -> Option<Clock> {
    let first = hour(w, at).or_else(|| minutes(w, at))?;
    if matches!(w.lower(at + 1), "o'clock" | "o’clock") {
        let hour = hour(w, at)?;
        return halved(w, hour, 0, at + 2);
    }
    if w.kind(at) == Some(TokenKind::Word)
        && let Some((afternoon, end)) = half_of_day(w, at + 1).filter(|_| w.lower(at + 1) != "am")
    {
        return twelve(first, 0, afternoon).map(|minutes| Clock::exact(minutes, end));
    }
    let past = at + 1 + usize::from(matches!(w.lower(at + 1), "minutes" | "minute"));
    let way = w.lower(past);
    if past > at + 1 && matches!(way, "past" | "to") {
        if let Some(clock) = beside(w, first, way == "past", past + 1) {
            return Some(clock);
        }
        let hour = hour(w, past + 1)?;
        return around(w, hour, first, way == "past", past + 2);
    }
    None
}

/// "shortly before eight", "a few minutes after 6": an hour that nothing else names, as nobody counts so.
fn close_to(w: &Words, at: usize) -> Option<Clock> {
    let soon = at.checked_sub(2).map_or("", |i| w.lower(i));
    let close = matches!(w.before(at), "before" | "after" | "past")
        && matches!(soon, "shortly" | "just" | "soon" | "minutes" | "moments");
    let hour = hour(w, at).filter(|_| close)?;
    let end = at + 1;
    let counts = match w.kind(end) {
        Some(TokenKind::Word) => {
            let day = matches!(
                w.meaning(end),
                Some(CalendarWord::Weekday(..) | CalendarWord::Day(_))
            );
            !day && !matches!(
                w.lower(end),
                "on" | "in"
                    | "by"
                    | "at"
                    | "when"
                    | "as"
                    | "and"
                    | "but"
                    | "to"
                    | "with"
                    | "that"
                    | "this"
                    | "local"
                    | "while"
            )
        }
        Some(TokenKind::Number | TokenKind::Symbol | TokenKind::Link) => true,
        Some(TokenKind::Punct) => {
            w.glued(end) && !matches!(w.lower(end), "," | "." | ";" | ")" | "?" | "!")
        }
        None => false,
    };
    (!counts).then(|| either(hour, 0, end))
}

fn minutes(w: &Words, at: usize) -> Option<u16> {
    match w.text.lexeme(at).calendar.meaning {
        Some(CalendarWord::Number(number @ 1..=29)) => u16::try_from(number).ok(),
        _ => u16::try_from(w.number(at, 2)?)
            .ok()
            .filter(|n| (1..=29).contains(n)),
    }
}

/// So many minutes past or to noon or midnight.
fn beside(w: &Words, minute: u16, past: bool, at: usize) -> Option<Clock> {
    let (middle, end) = middle(w, at)?;
    let minutes = if past {
        middle + minute
    } else {
        (middle + 2 * HALF - minute) % (2 * HALF)
    };
    Some(Clock::exact(minutes, end))
}

/// So many minutes past or to the hour.
fn around(w: &Words, hour: u16, minute: u16, past: bool, end: usize) -> Option<Clock> {
    if past {
        return halved(w, hour, minute, end);
    }
    let hour = if hour == 1 { 12 } else { hour - 1 };
    halved(w, hour, 60 - minute, end)
}

/// Hour and minute with the half of the day that follows, or both halves.
fn halved(w: &Words, hour: u16, minute: u16, end: usize) -> Option<Clock> {
    match half_of_day(w, end) {
        Some((afternoon, end)) => {
            twelve(hour, minute, afternoon).map(|minutes| Clock::exact(minutes, end))
        }
        None => Some(either(hour, minute, end)),
    }
}

/// A time that starts with a word: "noon", "midnight", "half past six", "quarter to five".
fn word(w: &Words, at: usize) -> Option<Clock> {
    match w.lower(at) {
        // "High Noon" and "Midnight Cowboy" are names.
        // "a quarter to five"
        "a" if w.lower(at + 1) == "quarter" => word(w, at + 1),
        "noon" | "midday" | "midnight" if !named(w, at) => {
            let (minutes, end) = middle(w, at)?;
            // "noon to 3 p.m."
            let until = (w.dash(end) || matches!(w.lower(end), "to" | "until" | "till"))
                .then(|| clock_half(w, end + 1))
                .flatten()
                .filter(|last| minutes < last.0);
            Some(until.map_or(Clock::exact(minutes, end), |last| Clock {
                earliest: minutes,
                latest: last.0,
                end: last.2,
            }))
        }
        "half" if w.lower(at + 1) == "past" => {
            beside(w, 30, true, at + 2).or_else(|| around(w, hour(w, at + 2)?, 30, true, at + 3))
        }
        "quarter" if matches!(w.lower(at + 1), "past" | "to") => {
            if let Some(clock) = beside(w, 15, w.lower(at + 1) == "past", at + 2) {
                return Some(clock);
            }
            around(w, hour(w, at + 2)?, 15, w.lower(at + 1) == "past", at + 3)
        }
        _ => match w.text.lexeme(at).calendar.meaning {
            Some(CalendarWord::Number(_)) => spoken(w, at).or_else(|| close_to(w, at)),
            _ => None,
        },
    }
}

fn named(w: &Words, at: usize) -> bool {
    w.capital(at)
        && (w.capital(at + 1) && w.text.spaced(at + 1) || at > w.start && w.capital(at - 1))
}

/// "3 to 5 p.m.", "9:30-10:15 a.m.": two times that share what follows the second.
fn range(w: &Words, at: usize) -> Option<Clock> {
    let (hour, minute, end) = figures(w, at)?;
    let (own, end) = half_of_day(w, end).map_or((None, end), |(half, end)| (Some(half), end));
    let joined = w.dash(end)
        || matches!(w.lower(end), "to" | "until" | "till" | "through")
        || w.before(at) == "between" && w.lower(end) == "and";
    if !joined || w.glued(at) && w.dash(at.wrapping_sub(1)) {
        return None;
    }
    // "9 a.m. to noon"
    if let (Some(afternoon), Some((HALF, after))) = (own, middle(w, end + 1)) {
        let first = twelve(hour, minute.unwrap_or(0), afternoon)?;
        return (first < HALF).then_some(Clock {
            earliest: first,
            latest: HALF,
            end: after,
        });
    }
    let last = clock_half(w, end + 1)?;
    let afternoon = own.unwrap_or_else(|| {
        // "11 to 1 p.m." starts before noon.
        let first = twelve(hour, minute.unwrap_or(0), last.1);
        last.1 && first.is_some_and(|first| first < last.0)
    });
    let first = twelve(hour, minute.unwrap_or(0), afternoon)?;
    (first <= last.0).then_some(Clock {
        earliest: first,
        latest: last.0,
        end: last.2,
    })
}

/// A time with its half of the day: minutes, whether after noon, and the token after it.
fn clock_half(w: &Words, at: usize) -> Option<(u16, bool, usize)> {
    let (hour, minute, end) = figures(w, at)?;
    let (afternoon, end) = half_of_day(w, end)?;
    Some((
        twelve(hour, minute.unwrap_or(0), afternoon)?,
        afternoon,
        end,
    ))
}

#[cfg(test)]
mod tests;
