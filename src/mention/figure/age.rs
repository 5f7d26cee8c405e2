//! Ages: "30-year-old", "aged 30", "Smith, 30, of Leeds", "8 months old", "in his 50s".

use rust_decimal::Decimal;

use super::{number, unit};
use crate::lexicon::{Cue, is_cue, number_word};
use crate::segment::tag::{self, Tag};
use crate::segment::{Case, Text, TokenKind};
use crate::value::{Dimension, Unit};

/// The oldest that a bare number beside a name is taken for an age.
const OLDEST: u32 = 115;

/// The unit of an age that is written in this unit of time, in years.
pub(super) fn unit_of(time: Unit) -> Option<Unit> {
    let year = unit::known("year")?;
    Some(Unit {
        dimension: Dimension::Age,
        factor: (time.factor.0, year.factor.0),
        ..time
    })
}

/// "old", "-olds", "of age" after a time: the token after it.
pub(super) fn old(text: &Text, at: usize, end: usize) -> Option<usize> {
    let next = if matches!(text.word(at), "-" | "–") && !text.spaced(at + 1) {
        at + 1
    } else {
        at
    };
    if next >= end {
        return None;
    }
    match text.lower(next) {
        "old" | "olds" => Some(next + 1),
        "of" if text.lower(next + 1) == "age" && next + 1 < end => Some(next + 2),
        _ => None,
    }
}

/// Whether a bare number in tokens `start..end` is an age by the words beside it.
pub(super) fn is_bare(
    text: &Text,
    start: usize,
    end: usize,
    first: usize,
    last: usize,
    value: Decimal,
) -> bool {
    if value > Decimal::from(OLDEST) || !value.fract().is_zero() || value <= Decimal::ZERO {
        return false;
    }
    let before = |back: usize| {
        start
            .checked_sub(back)
            .filter(|&token| token >= first)
            .map_or("", |token| text.lower(token))
    };
    if is_cue(before(1), Cue::AgeBefore)
        || is_cue(before(2), Cue::AgeBefore)
            && matches!(
                before(1),
                "of" | "about" | "around" | "between" | "just" | "over" | "under" | "from"
            )
        || is_cue(before(3), Cue::AgeBefore) && before(2) == "of"
    {
        return true;
    }
    let after = if end < last { text.lower(end) } else { "" };
    let stops = end >= last || text.kind(end) == Some(TokenKind::Punct);
    if is_in_list(text, start, end, first, last) || is_average(text, start, end, first, last) {
        return true;
    }
    if is_cue(before(1), Cue::Turned) {
        return stops && value >= Decimal::TEN
            || matches!(after, "in" | "on" | "last" | "this" | "next" | "years");
    }
    if matches!(before(1), "was" | "is") && value >= Decimal::TWO {
        // "who was 18 at the time", "when she was 12"
        let next = |i: usize| {
            if end + i < last {
                text.lower(end + i)
            } else {
                ""
            }
        };
        let then = after == "at" && next(1) == "the" && next(2) == "time" || after == "when";
        let when = before(3) == "when" && matches!(before(2), "he" | "she") && stops;
        return then || when;
    }
    if before(1) == "," && start >= first + 2 {
        // "Smith, 30," and "Smith, 30, of Leeds": a name before, a comma or the end after.
        let name = &text.tokens[start - 2];
        let word = text.lower(start - 2);
        let named = name.kind == TokenKind::Word
            && (matches!(name.case, Case::Title | Case::Mixed) || is_cue(word, Cue::Person));
        let other = is_cue(word, Cue::TimeBefore)
            || is_cue(word, Cue::Designator)
            || number_word(word).is_some()
            || matches!(
                word,
                "jan"
                    | "feb"
                    | "mar"
                    | "apr"
                    | "jun"
                    | "jul"
                    | "aug"
                    | "sep"
                    | "sept"
                    | "oct"
                    | "nov"
                    | "dec"
                    | "monday"
                    | "tuesday"
                    | "wednesday"
                    | "thursday"
                    | "friday"
                    | "saturday"
                    | "sunday"
            );
        let closes = matches!(after, "," | ")" | ";");
        return named && !other && closes && !is_list(text, start, end, last);
    }
    if before(1) == "(" && start >= first + 3 && after == ")" {
        // "John Smith (30)": two capitals before the bracket.
        let title =
            |i: usize| text.tokens[i].case == Case::Title && text.tokens[i].kind == TokenKind::Word;
        return title(start - 2) && title(start - 3) && value >= Decimal::TEN;
    }
    false
}

/// How far a list of ages or a subject "age" may stand before the number, in tokens.
const REACH: usize = 10;

/// "two sons, 11 and 14", "aged 5, 7 and 9": each of a list of numbers behind persons in the plural or a word of age.
/// What follows is a stop or a verb, or the last of them would count it.
fn is_in_list(text: &Text, start: usize, end: usize, first: usize, last: usize) -> bool {
    let is_part = |i: usize| {
        matches!(text.lower(i), "," | "and" | "or")
            || number::plain(text, i).is_some_and(|n| n <= OLDEST)
    };
    if text.kind(start) != Some(TokenKind::Number) || end != start + 1 {
        return false;
    }
    let head = (start.saturating_sub(REACH).max(first)..start)
        .rev()
        .find(|&i| !is_part(i));
    let tail = (end..(end + REACH).min(last))
        .find(|&i| !is_part(i))
        .unwrap_or(last);
    let Some(head) = head else { return false };
    let stops = tail >= last
        || text.kind(tail) == Some(TokenKind::Punct)
        || tag::usual(text, tail).is_verb()
        || tag::usual(text, tail) == Tag::Preposition;
    let several = (head + 1..tail)
        .filter(|&i| number::plain(text, i).is_some())
        .count()
        > 1
        && (head + 1..tail).any(|i| text.lower(i) == "and");
    let word = text.lower(head);
    let persons = is_cue(word, Cue::Person)
        && (word.ends_with('s') || word == "children")
        && text.word(head + 1) == ",";
    stops && several && (persons || matches!(word, "aged" | "ages"))
}

/// "the average age of the crew was 22": the age is the subject of the clause.
fn is_average(text: &Text, start: usize, end: usize, first: usize, last: usize) -> bool {
    let be = start > first && matches!(text.lower(start - 1), "was" | "is" | "being");
    let stops = end >= last
        || text.kind(end) == Some(TokenKind::Punct)
        || matches!(
            text.lower(end),
            "and" | "in" | "when" | "while" | "with" | "for" | "at" | "or"
        );
    be && stops
        && (start.saturating_sub(REACH).max(first)..start - 1)
            .rev()
            .take_while(|&i| {
                text.kind(i) == Some(TokenKind::Word)
                    && !matches!(text.lower(i), "who" | "that" | "and")
            })
            .any(|i| {
                // "in his age group" is about something else.
                let subject = matches!(
                    text.lower(i + 1),
                    "of" | "for" | "among" | "at" | "was" | "is" | "being"
                );
                text.lower(i) == "age" && subject
            })
}

/// "Lakers, 98, 102, 87": more numbers behind the comma show a list.
fn is_list(text: &Text, start: usize, end: usize, last: usize) -> bool {
    let next_number = end + 1 < last && text.kind(end + 1) == Some(TokenKind::Number);
    let before_number = start >= 4
        && text.kind(start - 4) == Some(TokenKind::Number)
        && text.word(start - 3) == ",";
    next_number || before_number
}

/// "in his 50s": the ends of the decade and the token after it.
pub(super) fn decade(text: &Text, at: usize, end: usize) -> Option<(u32, usize)> {
    let before = at.checked_sub(1).map_or("", |i| text.lower(i));
    if !matches!(
        before,
        "his" | "her" | "their" | "my" | "early" | "mid" | "late" | "-" | "our" | "your"
    ) {
        return None;
    }
    let owner = |i: usize| {
        at.checked_sub(i).is_some_and(|i| {
            matches!(
                text.lower(i),
                "his" | "her" | "their" | "my" | "our" | "your"
            )
        })
    };
    if !(1..=4).any(owner) {
        return None;
    }
    if text.kind(at)? == TokenKind::Number {
        let low: u32 = text.word(at).parse().ok()?;
        let plural = text.lower(at + 1) == "s" && !text.spaced(at + 1) && at + 1 < end;
        return (plural && low.is_multiple_of(10) && (20..100).contains(&low))
            .then_some((low, at + 2));
    }
    let singular = match text.lower(at) {
        "twenties" => 20,
        "thirties" => 30,
        "forties" => 40,
        "fifties" => 50,
        "sixties" => 60,
        "seventies" => 70,
        "eighties" => 80,
        "nineties" => 90,
        _ => return None,
    };
    Some((singular, at + 1))
}
