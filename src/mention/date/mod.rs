//! Dates: absolute, partial and relative.
//!
//! The parser writes down what the words say ([`Expression`]) and settles nothing: which Tuesday it was is for
//! resolving. It reads the longest date from a token on, and refuses what only looks like one: "Mr. May", "Black
//! Friday" the weekday, "2014 people", "9/11", "every Tuesday", and lengths of time ("for the past two years").

mod calendar;
mod counted;
mod named;
mod range;
mod relative;
mod stretch;
pub(super) mod words;
mod year;

use super::Mention;
use crate::lexicon::{CalendarMark, CalendarWord, holidays_from};
use crate::read::BlockKind;
use crate::segment::{Case, Sentence, Text, TokenKind};
use crate::value::{DateValue, Expression, Kind, Lean, Value};
use jiff::civil::Weekday;
use words::Words;

/// A date as read: what it says, and the token after it.
struct Parsed {
    expression: Expression,
    weekday: Option<Weekday>,
    end: usize,
}

impl Parsed {
    fn new(expression: Expression, end: usize) -> Parsed {
        Parsed {
            expression,
            weekday: None,
            end,
        }
    }
}

/// The date that starts at token `at`.
pub(super) fn at(text: &Text, sentence: &Sentence, at: usize) -> Option<Mention> {
    let words = Words::new(text, sentence);
    let w = &words;
    let first = single(w, at)?;
    if !stands(w, at, &first, sentence.kind) {
        return None;
    }
    let mut parsed = range::range(w, at, first);
    lean(w, at, &mut parsed);
    let value = DateValue::new(parsed.expression, parsed.weekday);
    Some(Mention::new(
        text,
        at..parsed.end,
        Kind::Date,
        Value::Date(value),
    ))
}

/// Whether a date can start with a word like the one at `at`: a calendar word, a holiday, "Q3".
pub(super) fn may_start(text: &Text, at: usize) -> bool {
    let lower = text.lower(at);
    match text.kind(at) {
        Some(TokenKind::Number) => true,
        Some(TokenKind::Word) => {
            text.lexeme(at).calendar.meaning.is_some()
                || !holidays_from(lower).is_empty()
                || named::part_of_year(lower).is_some()
        }
        Some(TokenKind::Punct) => matches!(lower, "'" | "’" | "‘"),
        Some(TokenKind::Symbol | TokenKind::Link) | None => false,
    }
}

/// One date, from `at` on, without looking for a second that makes it a range.
fn single(w: &Words, at: usize) -> Option<Parsed> {
    match w.kind(at)? {
        TokenKind::Number => calendar::numeric(w, at)
            .or_else(|| year::decade(w, at))
            .or_else(|| calendar::day_first(w, at))
            .or_else(|| counted::counted(w, at))
            .or_else(|| stretch::ordinal(w, at))
            .or_else(|| year::bare_year(w, at)),
        TokenKind::Punct => year::decade(w, at).or_else(|| year::bare_year(w, at)),
        TokenKind::Word => {
            if let Some(parsed) = named::holiday(w, at) {
                return Some(parsed);
            }
            match w.meaning(at) {
                None => named::quarter(w, at),
                Some(CalendarWord::Month(..)) => calendar::month_first(w, at),
                Some(CalendarWord::Weekday(weekday, short)) => {
                    named::weekday(w, at, weekday, short)
                }
                Some(CalendarWord::Day(_)) => relative::day(w, at),
                Some(CalendarWord::Season(season)) => stretch::season(w, at, season),
                Some(CalendarWord::Part(part)) => stretch::part(w, at, part),
                Some(CalendarWord::Lean(lean)) => relative::leaning(w, at, lean),
                Some(CalendarWord::Same) => relative::same(w, at),
                Some(CalendarWord::Following(shift)) => relative::following(w, at, shift),
                Some(CalendarWord::Ordinal(_)) => calendar::day_first(w, at)
                    .or_else(|| counted::counted(w, at))
                    .or_else(|| stretch::ordinal(w, at)),
                Some(CalendarWord::Unit(unit)) => relative::unit(w, at, unit),
                Some(
                    CalendarWord::Article
                    | CalendarWord::Number(_)
                    | CalendarWord::Vague(..)
                    | CalendarWord::Half,
                ) => calendar::day_first(w, at)
                    .or_else(|| counted::counted(w, at))
                    .or_else(|| stretch::ordinal(w, at))
                    .or_else(|| year::in_words(w, at)),
                Some(CalendarWord::Decade(tens)) => stretch::decade_word(w, at, tens),
                Some(
                    CalendarWord::Weekdays(_)
                    | CalendarWord::DayPart(_)
                    | CalendarWord::Ago(_)
                    | CalendarWord::Later(_),
                ) => None,
            }
        }
        TokenKind::Symbol | TokenKind::Link => None,
    }
}

/// Whether a lone month or a full expression stands where it is a date, and not a name or a verb.
fn stands(w: &Words, at: usize, parsed: &Parsed, block: BlockKind) -> bool {
    let Expression::Calendar {
        year,
        month: Some(_),
        day,
        ..
    } = parsed.expression
    else {
        return true;
    };
    // "the Sept. 11 attacks", "the Sept. 11, 2001, attacks" are a name.
    if day == Some(11) && attacks(w, at, parsed.end) {
        return false;
    }
    if day.is_some() || year.is_some() {
        return true;
    }
    let word = w.lower(at);
    let other_word = matches!(word, "may" | "march" | "mar" | "dec" | "jan" | "sun");
    // "Mr. August"
    let titled = w.before(at) == "."
        && at >= w.start + 2
        && matches!(
            w.lower(at - 2),
            "mr" | "mrs" | "ms" | "dr" | "sen" | "rep" | "gov" | "prof" | "gen" | "col" | "rev"
        )
        || matches!(
            w.before(at),
            "mr." | "mrs." | "ms." | "dr." | "sen." | "rep." | "gov."
        );
    if titled {
        return false;
    }
    let alone = at == w.start && parsed.end == w.end && w.capital(at);
    if alone {
        return true;
    }
    let named = w.before(at) == "of" && at >= 2 && w.before(at - 1) == "month";
    if named {
        return true;
    }
    let person = matches!(word, "april" | "june" | "august" | "jan" | "may" | "march");
    let cue = w.marked_before(at, CalendarMark::MonthCue)
        || matches!(
            w.before(at),
            "mid" | "-" | "–" | "—" | "(" | "," | "'s" | "’s" | "and" | "or" | "through"
        ) && !other_word
        || matches!(w.before(at), "and" | "or" | "-" | "–")
            && at >= 2
            && matches!(w.meaning(at - 2), Some(CalendarWord::Month(..)));
    if w.case(at) == Case::Lower && other_word {
        return w.marked_before(at, CalendarMark::MonthCue)
            && w.lower(at) != "march"
            && matches!(
                w.before(at),
                "in" | "since" | "until" | "last" | "next" | "of" | "month"
            );
    }
    if other_word {
        return cue
            && block == BlockKind::Body
            && !(w.before(at) == "to"
                && w.kind(at + 1) == Some(TokenKind::Word)
                && w.lower(at + 1) != "and")
            || cue && w.before(at) == "in";
    }
    // A capitalised word on either side makes a name of it: "April Smith", "Augustus August".
    let named = at > w.start
        && w.capital(at - 1)
        && !cue
        && block == BlockKind::Body
        && w.before(at) != "."
        || person && w.capital(parsed.end) && w.text.spaced(parsed.end) && !cue;
    !named
        && (cue
            || !person
            || w.lower(at + 1) == "."
            || w.kind(parsed.end) != Some(TokenKind::Word)
            || w.case(parsed.end) == Case::Lower)
}

/// Whether "Sept. 11" is that of 2001, told as a name: "the Sept. 11 attacks", "the Sept. 11 commission".
fn attacks(w: &Words, at: usize, end: usize) -> bool {
    matches!(w.meaning(at), Some(CalendarWord::Month(9, _)))
        && (w.marked(end, CalendarMark::AttackThing)
            || w.lower(end) == "," && w.marked(end + 1, CalendarMark::AttackThing))
}

/// Writes into the expression which way the clause points, where its words leave that open.
fn lean(w: &Words, at: usize, parsed: &mut Parsed) {
    fn open(expression: &mut Expression) -> Option<&mut Lean> {
        match expression {
            Expression::Calendar {
                year: None, lean, ..
            }
            | Expression::Section {
                year: None, lean, ..
            }
            | Expression::Holiday {
                year: None, lean, ..
            }
            | Expression::Weekday {
                lean, week: None, ..
            } if *lean == Lean::Unknown => Some(lean),
            Expression::Part { of, .. } => open(of),
            Expression::Nth { within, .. } => open(within),
            Expression::Range(first, _) => open(first),
            Expression::Calendar { .. }
            | Expression::Section { .. }
            | Expression::Holiday { .. }
            | Expression::Weekday { .. }
            | Expression::Years { .. }
            | Expression::Unit { .. }
            | Expression::Offset { .. }
            | Expression::OneOf(..) => None,
        }
    }
    let day = matches!(parsed.expression, Expression::Calendar { day: Some(_), .. });
    if let Some(lean) = open(&mut parsed.expression) {
        // "since Jan. 1" is no day to come.
        *lean = if day && w.before(at) == "since" {
            Lean::Last
        } else {
            match w.lean(at..parsed.end) {
                // "a deal by spring", where no verb tells.
                Lean::Unknown if w.before(at) == "by" => Lean::Future,
                // "a march was called for Wednesday", but "left out for Wednesday's match".
                Lean::Past
                    if w.before(at) == "for"
                        && !day
                        && !matches!(w.lower(parsed.end), "'s" | "’s") =>
                {
                    Lean::Future
                }
                told => told,
            }
        };
    }
}

#[cfg(test)]
mod tests;
