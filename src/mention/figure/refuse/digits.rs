//! Digits that are no figures: glued to a word, labels, addresses, calls to 911, list numbers, years, airliners.
//!
//! What stands right beside the digits decides. Years that count ("2000 dogs") and labels before what they count ("numbers 3
//! men") are left to be figures.

use super::super::number::{Form, Number};
use super::{counts_plural, is_headline, is_plural};
use crate::lexicon::{Cue, is_cue, number_word};
use crate::segment::{Case, Text, TokenKind};

/// Whether the digits in tokens `start..next` count nothing.
pub(super) fn count_nothing(
    text: &Text,
    start: usize,
    next: usize,
    first: usize,
    end: usize,
    number: &Number,
) -> bool {
    is_glued(text, start, next, first, end)
                // "a .22 rifle", "a .305 average"
                || text.word(start).starts_with('.')
                    && (text.kind(next) == Some(TokenKind::Word) && next < end
                        || start > first && matches!(text.lower(start - 1), "a" | "his" | "her"))
                || is_label(text, start, next, first, end, number)
                || is_address(text, next, end)
                || is_emergency(text, start, next, first, end)
                || is_list_number(text, start, next, first, end)
                || is_year(text, start, next, first, end)
                || is_model(text, start, next, first, end)
}

/// Digits that touch a word or other digits: "COVID-19", "737s", "3G", "555-1234", "12:30", "1/3/15".
fn is_glued(text: &Text, start: usize, next: usize, first: usize, end: usize) -> bool {
    if start > first && !text.spaced(start) {
        let joint = text.word(start - 1);
        if matches!(
            joint,
            "-" | "–" | ":" | "/" | "." | "," | "'" | "’" | "_" | "+"
        ) && start > first + 1
            && !text.spaced(start - 1)
            && matches!(
                text.kind(start - 2),
                Some(TokenKind::Word | TokenKind::Number)
            )
        {
            // "mid-40s" and "sub-10" are rare; "pre-2000" is a date.
            return !(joint == "," && text.kind(start - 2) == Some(TokenKind::Word));
        }
        if matches!(text.kind(start - 1), Some(TokenKind::Word))
            || matches!(joint, "'" | "’" | "&" | "*")
        {
            return true;
        }
    }
    // "020 7946 0958": numbers in a row are dialled.
    let digits = |i: usize| i >= first && i < end && text.kind(i) == Some(TokenKind::Number);
    let before = start > first && digits(start - 1);
    if before
        && (text.word(start - 1).starts_with('0')
            || digits(next)
            || start > first + 1 && digits(start - 2))
    {
        return true;
    }
    if next < end && !text.spaced(next) {
        let tail = text.word(next);
        if text.kind(next) == Some(TokenKind::Word) && !matches!(tail, "'s" | "’s" | "k" | "K") {
            return true;
        }
        if matches!(tail, ":" | "/" | "-" | "–" | "." | "’" | "'")
            && next + 1 < end
            && !text.spaced(next + 1)
            && text.kind(next + 1) == Some(TokenKind::Number)
        {
            return true;
        }
    }
    false
}

/// "Boeing 737", "Flight 370", "No. 10", "page 12": the word before makes it a label.
fn is_label(
    text: &Text,
    start: usize,
    next: usize,
    first: usize,
    end: usize,
    number: &Number,
) -> bool {
    if start == first {
        return false;
    }
    let mut before = start - 1;
    if matches!(text.lower(before), "and" | "," | "or" | "&" | "to") {
        // "IE8 and 9"
        let version = before > first
            && text.kind(before - 1) == Some(TokenKind::Word)
            && text
                .word(before - 1)
                .ends_with(|c: char| c.is_ascii_digit());
        let labelled = version || is_labelled_list(text, before, first);
        return labelled && !counts_plural(text, next, end);
    }
    if text.word(before) == "." && before > first {
        before -= 1;
        return matches!(
            text.lower(before),
            "no" | "nos" | "pp" | "vol" | "art" | "ch" | "sec" | "rt" | "fig"
        );
    }
    if text.word(before) == "(" && before > first {
        return false;
    }
    let Some(token) = text
        .tokens
        .get(before)
        .filter(|t| t.kind == TokenKind::Word)
    else {
        return matches!(text.word(before), "№" | "§" | "#");
    };
    let word = text.lower(before);
    let counts = text
        .tokens
        .get(next)
        .is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower && t.spaced)
        && next < end;
    if is_cue(word, Cue::Designator)
        && !(token.case == Case::Lower && counts && is_plural(text.lower(next)))
    {
        return true;
    }
    if token.case == Case::Lower || token.case == Case::None {
        return false;
    }
    if matches!(text.word(before), "'s" | "’s")
        || is_cue(word, Cue::Opener)
        || number_word(word).is_some()
    {
        return false;
    }
    // "Peter Holm 14.9 points": what follows a person's name is what the person did.
    let person = before > first
        && text.tokens[before - 1].case == Case::Title
        && text.lexeme(before - 1).name.given;
    if person && counts && is_plural(text.lower(next)) {
        return false;
    }
    // Thousands are written with their comma: no label has one.
    if text.word(start).contains(',') || number.form == Form::Scaled {
        return false;
    }
    if before == first {
        // The first word of a sentence has its capital anyway.
        return !counts && (token.case == Case::Upper || !is_headline(text, start, first, end));
    }
    !is_headline(text, start, first, end)
}

/// "sections 4 and 5", "pages 12, 13 and 14": numbers up to the joint at `at` behind one label in the plural.
fn is_labelled_list(text: &Text, at: usize, first: usize) -> bool {
    /// How far back the label may stand, in tokens.
    const REACH: usize = 8;
    (at.saturating_sub(REACH).max(first)..=at)
        .rev()
        .find(|&i| {
            text.kind(i) != Some(TokenKind::Number)
                && !matches!(text.lower(i), "and" | "," | "or" | "&" | "to")
        })
        .is_some_and(|i| {
            text.lower(i).ends_with('s') && i < at && is_cue(text.lower(i), Cue::Designator)
        })
}

/// "10 Downing Street", "1600 Pennsylvania Ave."
pub(in crate::mention::figure) fn is_address(text: &Text, next: usize, end: usize) -> bool {
    (next..(next + 4).min(end))
        .take_while(|&i| {
            text.tokens[i].case == Case::Title && text.spaced(i) || matches!(text.word(i), ".")
        })
        .any(|i| {
            is_cue(text.lower(i), Cue::Street)
                && text.tokens[i].case == Case::Title
                && (i > next || text.kind(next - 1) == Some(TokenKind::Word))
        })
}

/// A call to 911.
fn is_emergency(text: &Text, start: usize, next: usize, first: usize, end: usize) -> bool {
    let word = text.word(start);
    if next != start + 1 || !matches!(word, "911" | "999" | "112" | "000" | "110" | "119") {
        return false;
    }
    let near = |i: usize| is_cue(text.lower(i), Cue::Emergency);
    (start.saturating_sub(3).max(first)..start).any(near)
        || (next..(next + 3).min(end)).any(near)
        || word == "911"
            && !text
                .tokens
                .get(next)
                .is_some_and(|t| t.case == Case::Lower && is_plural(text.lower(next)))
}

/// "1. First item", "(2) the other": a number that opens its sentence and is closed off.
fn is_list_number(text: &Text, start: usize, next: usize, first: usize, end: usize) -> bool {
    let opens = start == first || start == first + 1 && text.word(first) == "(";
    let closes = next < end && matches!(text.word(next), ")" | ".") && !text.spaced(next);
    opens
        && closes
        && text.word(start).len() <= 3
        && !(text.word(next) == "." && start > first && next + 1 >= end)
}

/// A bare year: a date, unless it stands before what it counts.
fn is_year(text: &Text, start: usize, next: usize, first: usize, end: usize) -> bool {
    let word = text.word(start);
    if next != start + 1
        || word.len() != 4
        || !word.bytes().all(|b| b.is_ascii_digit())
        || !matches!(&word[..2], "15" | "16" | "17" | "18" | "19" | "20")
    {
        return false;
    }
    let after = text.tokens.get(next).filter(|_| next < end);
    let counts = after.is_some_and(|t| {
        t.kind == TokenKind::Word && t.case == Case::Lower && is_plural(text.lower(next))
    });
    let dated = start > first && is_cue(text.lower(start - 1), Cue::TimeBefore);
    !counts || dated
}

/// "its 777 airliner", "a 737": three digits after an article or owner, with nothing in the plural that they count.
fn is_model(text: &Text, start: usize, next: usize, first: usize, end: usize) -> bool {
    let word = text.word(start);
    let owned = start > first
        && matches!(
            text.lower(start - 1),
            "a" | "an" | "its" | "their" | "his" | "her" | "another" | "new"
        );
    let digits = word.len() == 3 && word.bytes().all(|b| b.is_ascii_digit());
    digits && (owned && !counts_plural(text, next, end) || is_airliner(text, start))
}

/// How far off a word of flying may stand from the number of an airliner, in tokens.
const NEAR_FLYING: usize = 60;

/// "the final 717", "larger 777 planes": a number of Boeing's series where the text is about aircraft. What it may count is
/// doubt.
fn is_airliner(text: &Text, at: usize) -> bool {
    let series = matches!(text.word(at).as_bytes(), [b'7', b'0'..=b'9', b'7']);
    let near = at.saturating_sub(NEAR_FLYING)..(at + NEAR_FLYING).min(text.tokens.len());
    series
        && near
            .into_iter()
            .any(|i| is_cue(text.lower(i), Cue::Aircraft))
}
