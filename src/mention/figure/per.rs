//! What a price or rate is for one of: "$15 a barrel", "$6 each", "20 cents per copy", "$90/night", "2 per cent a year".
//!
//! "Per" may stand before any noun. "A" needs one that is sold or paid by (`per.tsv`) or a unit, since "$5 million a month
//! ago" and "$20 a man had lent him" say nothing of a rate. Not read: a rate in the subject ("the hourly wage is $15"), and
//! what a count is for one of, which stands behind its noun ("40 barrels a day").

use crate::lexicon::{rate_word, unit_table};
use crate::segment::{Case, Text, TokenKind};
use crate::value::EACH;

/// How many words may stand before the noun of "per": "per diluted share".
const REACH: usize = 3;

/// What the quantity that ends before token `at` is for one of.
pub(super) fn after(text: &Text, at: usize, end: usize) -> Option<Box<str>> {
    let lower = |i: usize| if i < end { text.lower(i) } else { "" };
    let hyphen = |i: usize| {
        if lower(i) == "-" && !text.spaced(i) {
            i + 1
        } else {
            i
        }
    };
    let at = hyphen(at);
    // "10 million euros for every day"
    let at = if lower(at) == "for" && matches!(lower(at + 1), "each" | "every") {
        at + 1
    } else {
        at
    };
    match lower(at) {
        "a" | "an" | "every" => {
            let (name, next) = known(text, hyphen(at + 1), end)?;
            let when = matches!(
                lower(next),
                "ago"
                    | "earlier"
                    | "later"
                    | "before"
                    | "after"
                    | "since"
                    | "when"
                    | "from"
                    | "old"
            );
            (!when).then(|| name.into())
        }
        "each" | "apiece" => {
            let name = known(text, at + 1, end).map_or(EACH, |(name, _)| name);
            Some(name.into())
        }
        "per" => named(text, hyphen(at + 1), end),
        "/" if !text.spaced(at) && !text.spaced(at + 1) => {
            known(text, at + 1, end).map(|(name, _)| name.into())
        }
        word => rate_word(word)
            .filter(|rate| rate.alone)
            .map(|rate| rate.per.into()),
    }
}

/// A unit, or a thing that is sold or paid by: what it is called, and the token after it.
fn known(text: &Text, at: usize, end: usize) -> Option<(&'static str, usize)> {
    let lower = |i: usize| if at + i < end { text.lower(at + i) } else { "" };
    if let Some(rate) = rate_word(lower(0)).filter(|rate| !rate.alone) {
        return Some((rate.per, at + 1));
    }
    let word = |i: usize| if at + i < end { text.word(at + i) } else { "" };
    let (unit, length) = unit_table().words().longest(lower).or_else(|| {
        unit_table()
            .marks()
            .longest(word)
            .filter(|_| !text.spaced(at))
    })?;
    Some((unit.symbol, at + length))
}

/// Whatever stands behind "per": "barrel", "diluted share", "1,000 words".
fn named(text: &Text, at: usize, end: usize) -> Option<Box<str>> {
    if at >= end {
        return None;
    }
    if text.kind(at) == Some(TokenKind::Number) {
        let thing = known(text, at + 1, end).map_or(text.lower(at + 1), |(name, _)| name);
        return Some(format!("{} {thing}", text.word(at).replace(',', "")).into());
    }
    let near = (at..(at + REACH).min(end)).take_while(|&i| {
        text.tokens[i].case == Case::Lower
            && text.kind(i) == Some(TokenKind::Word)
            && !matches!(
                text.lower(i),
                "per"
                    | "a"
                    | "an"
                    | "the"
                    | "in"
                    | "on"
                    | "at"
                    | "of"
                    | "for"
                    | "from"
                    | "to"
                    | "and"
                    | "or"
            )
    });
    near.clone()
        .find_map(|i| known(text, i, end))
        .map(|(name, _)| name)
        .or_else(|| near.map(|i| text.lower(i)).next())
        .filter(|&name| name != "cent")
        .map(Into::into)
}
