//! Numbers that are no figures: names, labels, addresses, calls to 911, list numbers, years.
//!
//! It is asked last, of numbers without a unit, and refuses by what stands beside them. In a headline capitals make no
//! label, since every word has one. What is left may still count nothing ("the two of them"): claims without a noun answer
//! no question.

mod digits;

pub(super) use digits::is_address;

use super::number::{Form, Number};
use super::unit;
use crate::lexicon::{Cue, NumberWord, is_cue, number_word};
use crate::segment::{Case, Text, TokenKind};

/// Whether the number in tokens `start..next`, which has no unit, counts nothing.
pub(super) fn is_no_figure(
    text: &Text,
    start: usize,
    next: usize,
    first: usize,
    end: usize,
    number: &Number,
) -> bool {
    match text.kind(start) {
        Some(TokenKind::Number) => {
            digits::count_nothing(text, start, next, first, end, number)
                || is_fixed(text, next, end)
        }
        Some(TokenKind::Word) => is_word_no_count(text, start, next, first, end, number),
        _ => false,
    }
}

/// Whether a plural follows within a few words: what a number counts.
pub(super) fn counts_plural(text: &Text, next: usize, end: usize) -> bool {
    (next..(next + 4).min(end))
        .take_while(|&i| text.kind(i) == Some(TokenKind::Word) || text.word(i) == "-")
        .take_while(|&i| !matches!(text.lower(i), "when" | "while" | "as" | "before" | "after"))
        .any(|i| is_plural(text.lower(i)))
}

/// Number words that count nothing: "one" as a pronoun, names ("the Four Seasons").
fn is_word_no_count(
    text: &Text,
    start: usize,
    next: usize,
    first: usize,
    end: usize,
    number: &Number,
) -> bool {
    let lower = text.lower(start);
    let before = if start > first {
        text.lower(start - 1)
    } else {
        ""
    };
    let after = if next < end { text.lower(next) } else { "" };
    let glued = start > first + 1
        && text.word(start - 1) == "-"
        && !text.spaced(start)
        && !text.spaced(start - 1)
        && text.kind(start - 2) == Some(TokenKind::Word);
    if glued {
        return true;
    }
    // "between the two" is both of them.
    if before == "the" && start > first + 1 && text.lower(start - 2) == "between" {
        return true;
    }
    if lower == "one" && next == start + 1 {
        return one_is_pronoun(text, before, next, end);
    }
    if matches!(lower, "naught" | "nought") && before == "for" {
        return true;
    }
    if next == start + 1
        && lower == "zero"
        && (before == "ground" || before == "patient" || after == "tolerance")
    {
        return true;
    }
    if start > first
        && text.tokens[start].case != Case::Lower
        && number.form == Form::Whole
        && text.kind(start - 1) == Some(TokenKind::Word)
        && !is_headline(text, start, first, end)
    {
        return true;
    }
    if is_cue(before, Cue::Designator) && next == start + 1 && !is_plural(after) {
        return true;
    }
    is_fixed(text, next, end)
}

/// "two-way", "four-star", "3-pointer", "3-of-4", "five-a-side": the number belongs to a fixed word.
fn is_fixed(text: &Text, next: usize, end: usize) -> bool {
    let side = text.lower(next + 1) == "a" && text.lower(next + 3) == "side"
        // "a 1-in-100-year flood"
        || text.lower(next + 1) == "in" && text.word(next + 2) == "-";
    next + 1 < end
        && text.word(next) == "-"
        && !text.spaced(next)
        && (side || is_cue(text.lower(next + 1), Cue::CompoundNo))
}

fn one_is_pronoun(text: &Text, before: &str, next: usize, end: usize) -> bool {
    let after = if next < end { text.lower(next) } else { "" };
    let noun = next < end
        && text.kind(next) == Some(TokenKind::Word)
        && !is_cue(after, Cue::PronounAfter)
        && !after.ends_with("ly");
    !noun
        // "not one man came" is none.
        || before == "not"
        || is_cue(before, Cue::PronounBefore)
        || matches!(number_word(after), Some(NumberWord::Ordinal(_)))
        || unit::after(text, next, end).is_some()
}

/// Whether every longer word near by has a capital: in a headline capitals say nothing of names.
pub(super) fn is_headline(text: &Text, at: usize, first: usize, end: usize) -> bool {
    let near = at.saturating_sub(8).max(first)..(at + 8).min(end);
    let mut capitals = 0;
    for token in near {
        let token = &text.tokens[token];
        if token.kind == TokenKind::Word && token.span.len() > 3 {
            match token.case {
                Case::Lower => return false,
                Case::Title | Case::Upper | Case::Mixed => capitals += 1,
                Case::None => {}
            }
        }
    }
    capitals > 2
}

pub(super) fn is_plural(word: &str) -> bool {
    is_cue(word, Cue::Plural)
        || word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !matches!(
                word,
                "was"
                    | "has"
                    | "this"
                    | "does"
                    | "goes"
                    | "says"
                    | "his"
                    | "its"
                    | "thus"
                    | "always"
                    | "perhaps"
            )
}
