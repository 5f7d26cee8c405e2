//! Ordinals: "21st", "third", "twenty-fifth", "third-largest".
//!
//! Refused: "second" as a time, "at first", ordinals in names ("Fifth Avenue", "First Lady"), of charges ("first-degree"), in
//! addresses, the eleventh hour, and parts of a unit ("a tenth of a gallon"), which are fractions.

use super::{fraction, refuse};
use crate::lexicon::{NumberWord, number_word};
use crate::segment::{Case, Text, TokenKind};

/// The ordinal that starts at `at`: its place, and the token after it.
pub(super) fn at(text: &Text, at: usize, first: usize, end: usize) -> Option<(u32, usize)> {
    match text.kind(at)? {
        TokenKind::Number => suffixed(text, at, end),
        TokenKind::Word => word(text, at, first, end),
        TokenKind::Symbol | TokenKind::Punct | TokenKind::Link => None,
    }
}

/// "21st", "15,599th"
fn suffixed(text: &Text, at: usize, end: usize) -> Option<(u32, usize)> {
    let suffix = matches!(text.lower(at + 1), "st" | "nd" | "rd" | "th") && at + 1 < end;
    if !suffix || text.spaced(at + 1) && text.lower(at + 1) != "th" {
        return None;
    }
    let digits: String = text.word(at).chars().filter(|&c| c != ',').collect();
    let value: u32 = digits.parse().ok().filter(|&value| value > 0)?;
    let fits = match (value % 100, value % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    // "a 15st man" is weighed in stones.
    let stones = text.lower(at + 1) == "st" && fits != "st";
    (!stones && !is_last_minute(text, value, at + 2) && !refuse::is_address(text, at + 2, end))
        .then_some((value, at + 2))
}

/// "an eleventh-hour deal", "at the 11th hour": late, and no rank.
fn is_last_minute(text: &Text, place: u32, next: usize) -> bool {
    let hour = next + usize::from(text.word(next) == "-");
    place == 11 && text.lower(hour) == "hour"
}

fn word(text: &Text, at: usize, first: usize, end: usize) -> Option<(u32, usize)> {
    let (place, next) = match text.lexeme(at).number? {
        NumberWord::Unit(hundreds @ 1..=99) => hundredth(text, at, hundreds, end)?,
        NumberWord::Ordinal(place) => (place, at + 1),
        NumberWord::Ten(ten) => {
            let after = if text.word(at + 1) == "-" {
                at + 2
            } else {
                at + 1
            };
            match text.lexeme(after).number? {
                NumberWord::Ordinal(place @ 1..=9) if after < end => (ten + place, after + 1),
                _ => return None,
            }
        }
        _ => return None,
    };
    if fraction::of_a_unit(text, at, end).is_some() {
        return None;
    }
    let before = if at > first { text.lower(at - 1) } else { "" };
    let after = if next < end { text.lower(next) } else { "" };
    let named = text.tokens[at].case != Case::Lower
        && !refuse::is_headline(text, at, first, end)
        && (at > first
            || text
                .tokens
                .get(next)
                .is_some_and(|t| t.case == Case::Title && t.spaced));
    if named {
        return None;
    }
    if after == "-" && text.lower(next + 1) == "degree" {
        return None;
    }
    if is_last_minute(text, place, next) {
        return None;
    }
    if before == "at" && place == 1 && !matches!(after, "-" | "base" | "glance" | "sight")
        || after == "of" && place == 1 && text.lower(next + 1) == "all"
    {
        return None;
    }
    if place == 2 && next == at + 1 {
        let time = matches!(
            before,
            "per" | "a" | "each" | "every" | "split" | "one" | "any"
        ) || at > first
            && matches!(
                text.kind(at - 1),
                Some(TokenKind::Number | TokenKind::Symbol)
            )
            || number_word(before)
                .is_some_and(|w| matches!(w, NumberWord::Unit(_) | NumberWord::Ten(_)));
        let counts = text
            .tokens
            .get(next)
            .is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
            && !matches!(
                after,
                "later"
                    | "ago"
                    | "of"
                    | "or"
                    | "and"
                    | "to"
                    | "before"
                    | "after"
                    | "in"
                    | "on"
                    | "at"
                    | "with"
                    | "for"
                    | "as"
                    | "when"
                    | "that"
            );
        if time && !counts {
            return None;
        }
    }
    Some((place, next))
}

/// "one hundred twenty-fifth", "five hundred and first"
fn hundredth(text: &Text, at: usize, hundreds: u32, end: usize) -> Option<(u32, usize)> {
    if text.lexeme(at + 1).number? != NumberWord::Hundred {
        return None;
    }
    let start = if text.lower(at + 2) == "and" {
        at + 3
    } else {
        at + 2
    };
    if start >= end {
        return None;
    }
    let (place, next) = match text.lexeme(start).number? {
        NumberWord::Ordinal(place @ 1..=99) => (place, start + 1),
        NumberWord::Ten(ten) => {
            let after = start + if text.word(start + 1) == "-" { 2 } else { 1 };
            match text.lexeme(after).number? {
                NumberWord::Ordinal(place @ 1..=9) if after < end => (ten + place, after + 1),
                _ => return None,
            }
        }
        _ => return None,
    };
    Some((hundreds * 100 + place, next))
}
