//! Times of day.
//!
//! "3:30 p.m.", "0737 GMT", "15:50 IST", "noon", "half past six". A zone named after the time belongs to it. Refuses what
//! only looks like a time: scores and odds ("3:30" without a word that speaks of time), verses, and running times.
//! A clock of twelve hours without "a.m." or "p.m." leaves two times open, and both are given as the ends of the range.

use super::Mention;
use super::date::words::Words;
use crate::lexicon::{CalendarWord, calendar_word, zone};
use crate::segment::{Sentence, Text, TokenKind};
use crate::value::{ClockTime, Kind, Value};

/// The time of day that starts at token `at`.
pub(super) fn at(text: &Text, sentence: &Sentence, at: usize) -> Option<Mention> {
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
                    "noon" | "midday" | "midnight" | "half" | "quarter"
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
    if let Some(clock) = spoken(w, at) {
        return Some(clock);
    }
    let (hour, minute, end) = figures(w, at)?;
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
        let hour = hour(w, past + 1)?;
        return around(w, hour, first, way == "past", past + 2);
    }
    None
}

fn minutes(w: &Words, at: usize) -> Option<u16> {
    match w.text.lexeme(at).calendar.meaning {
        Some(CalendarWord::Number(number @ 1..=29)) => u16::try_from(number).ok(),
        _ => u16::try_from(w.number(at, 2)?)
            .ok()
            .filter(|n| (1..=29).contains(n)),
    }
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
        "noon" | "midday" if !named(w, at) => Some(Clock::exact(HALF, at + 1)),
        "midnight" if !named(w, at) => Some(Clock::exact(0, at + 1)),
        "half" if w.lower(at + 1) == "past" => around(w, hour(w, at + 2)?, 30, true, at + 3),
        "quarter" if matches!(w.lower(at + 1), "past" | "to") => {
            around(w, hour(w, at + 2)?, 15, w.lower(at + 1) == "past", at + 3)
        }
        _ => match w.text.lexeme(at).calendar.meaning {
            Some(CalendarWord::Number(_)) => spoken(w, at),
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

/// The zone named at `at`: its offset where the name has one, and the token after it.
fn zone_at(w: &Words, at: usize) -> Option<(Option<i16>, usize)> {
    match w.lower(at) {
        "local" if w.lower(at + 1) == "time" => return Some((None, at + 2)),
        "(" => {
            let (offset, end) = abbreviation(w, at + 1)?;
            return (w.lower(end) == ")").then_some((offset, end + 1));
        }
        _ => {}
    }
    if let Some(found) = abbreviation(w, at) {
        return Some(found);
    }
    // "Eastern time", "Pacific Standard Time", "Central European Summer Time"
    if !w.capital(at) {
        return None;
    }
    let standard = match w.lower(at) {
        "eastern" => Some(-300),
        "pacific" => Some(-480),
        "greenwich" => Some(0),
        "central" | "mountain" | "atlantic" | "british" | "european" | "indian" | "moscow"
        | "beijing" | "london" => None,
        _ => return None,
    };
    let mut end = at + 1;
    let mut certain = false;
    let mut summer = 0;
    while matches!(
        w.lower(end),
        "standard" | "daylight" | "summer" | "mean" | "european"
    ) {
        certain |= w.lower(end) != "european";
        summer = if w.lower(end) == "daylight" {
            60
        } else {
            summer
        };
        end += 1;
    }
    let time = w.lower(end) == "time";
    (time || w.lower(at) == "eastern" && end == at + 1).then_some((
        standard.filter(|_| certain).map(|offset| offset + summer),
        end + usize::from(time),
    ))
}

/// "GMT", "EST", "UTC+2": a zone by its abbreviation in capitals.
fn abbreviation(w: &Words, at: usize) -> Option<(Option<i16>, usize)> {
    if w.kind(at) != Some(TokenKind::Word)
        || !w.text.word(at).bytes().all(|b| b.is_ascii_uppercase())
    {
        return None;
    }
    let offset = zone(w.lower(at))?;
    let sign = match w.lower(at + 1) {
        "+" => 1,
        "-" | "−" | "–" => -1,
        _ => return Some((offset, at + 1)),
    };
    match w
        .number(at + 2, 2)
        .filter(|_| offset == Some(0) && w.glued(at + 2))
    {
        Some(hours @ 0..=14) => Some((i16::try_from(hours * 60 * sign).ok(), at + 3)),
        _ => Some((offset, at + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::sample;

    /// The first time of day in the text: its words, its ends and its zone.
    fn first(prose: &str) -> Option<(String, String)> {
        let (_, text) = sample(prose);
        text.sentences.iter().find_map(|sentence| {
            sentence.tokens.clone().find_map(|i| {
                let mention = at(&text, sentence, i)?;
                let Value::Time(time) = &mention.value else {
                    return None;
                };
                let clock = |m: u16| format!("{:02}:{:02}", m / 60, m % 60);
                let mut value = clock(time.earliest);
                if time.earliest != time.latest {
                    value += &format!("/{}", clock(time.latest));
                }
                if let Some(zone) = time.zone {
                    value += &format!(" {zone:+}");
                }
                Some((text.slice(mention.span).to_owned(), value))
            })
        })
    }

    #[test]
    fn times_of_day_are_read_with_their_zone() {
        let p = |prose: &str, words: &str, value: &str| {
            assert_eq!(
                first(prose),
                Some((words.to_owned(), value.to_owned())),
                "{prose}"
            );
        };
        p(
            "The quake struck at 3:30 p.m. on Monday.",
            "3:30 p.m.",
            "15:30",
        );
        p(
            "It began at 0737 GMT off the coast.",
            "0737 GMT",
            "07:37 +0",
        );
        p("Updated at 15:50 IST by the desk.", "15:50 IST", "15:50");
        p("The talks start at noon.", "noon", "12:00");
        p("He died shortly after midnight.", "midnight", "00:00");
        p(
            "The doors open at 7 a.m. local time.",
            "7 a.m. local time",
            "07:00",
        );
        p("They met at half past six.", "half past six", "06:30/18:30");
        p(
            "They met at half past six in the evening.",
            "half past six in the evening",
            "18:30",
        );
        p(
            "They met at quarter to five.",
            "quarter to five",
            "04:45/16:45",
        );
        p("They left at six o'clock.", "six o'clock", "06:00/18:00");
        p("Polls close at 8pm.", "8pm", "20:00");
        p("Polls close at 8.30pm.", "8.30pm", "20:30");
        p(
            "The show airs at 12:15 a.m. EST.",
            "12:15 a.m. EST",
            "00:15 -300",
        );
        p(
            "The show airs at 9 p.m. Eastern.",
            "9 p.m. Eastern",
            "21:00",
        );
        p(
            "It is open from 11 a.m. to 1 p.m. daily.",
            "11 a.m. to 1 p.m.",
            "11:00/13:00",
        );
        p(
            "It is open from 3 to 5 p.m. daily.",
            "3 to 5 p.m.",
            "15:00/17:00",
        );
        p("It is open 11-1 p.m. daily.", "11-1 p.m.", "11:00/13:00");
        p("It landed at 14:05 (GMT).", "14:05 (GMT)", "14:05 +0");
        p("It landed at 6:05 UTC+2.", "6:05 UTC+2", "06:05 +120");
        p("Troops moved at 0630 hours.", "0630 hours", "06:30");
        p("The train left at 7:40.", "7:40", "07:40/19:40");
    }

    #[test]
    fn what_only_looks_like_a_time_is_none() {
        for prose in [
            "They won 3:30 in the end.",
            "Read John 3:16 again.",
            "About 1730 people came.",
            "He ran it in 2:05:30.",
            "She saw \"High Noon\" again.",
            "A 3.5 magnitude quake.",
            "Five am I, and six are you.",
            "He has 3 in the bank.",
        ] {
            assert_eq!(first(prose), None, "{prose}");
        }
    }
}
