//! One of a unit, or a few, without a number: "a week", "about a mile", "a litre of milk", "another day", "several days".
//!
//! Refused: rates ("twice a week", "60 cents a pound"), points in time ("a week ago"), what only names a sort
//! ("single-day losses", "full-year profit"), and words that are units elsewhere ("a foot of the bed", "a ton of money").

use rust_decimal::Decimal;

use super::super::number::{self, Number};
use super::super::unit;
use super::{Quantity, compound};
use crate::lexicon::{hedge_table, number_word};
use crate::segment::{Text, TokenKind};
use crate::value::{Dimension, Unit};

/// The unit without a number that starts at `at`.
pub(super) fn at(text: &Text, at: usize, end: usize) -> Option<Quantity> {
    article_and_unit(text, at, end)
        .or_else(|| one_unit(text, at, end))
        .or_else(|| few(text, at, end))
}

/// "a week", "an hour and a half", "about a mile", "a litre of milk": one of a unit. A word before must say that it is a
/// length of time and no rate ("twice a week"), and nothing after may make it a day ("a week ago"). Other units need a
/// hedge, or behind them what there is one of; refused after an amount ("60 cents a pound of it").
fn article_and_unit(text: &Text, at: usize, end: usize) -> Option<Quantity> {
    if !matches!(text.lower(at), "a" | "an") || at + 1 >= end {
        return None;
    }
    let (unit, after) = unit::after(text, at + 1, end)?;
    if matches!(
        unit.dimension,
        Dimension::Length | Dimension::Mass | Dimension::Volume
    ) {
        return one_measure(text, at, unit, after, end);
    }
    if unit.dimension != Dimension::Duration
        || text.word(at + 1) == "-"
        || text.word(at + 1).len() < 3
    {
        return None;
    }
    let before = at.checked_sub(1).map_or("", |i| text.lower(i));
    let hedged = hedge_table()
        .before()
        .longest(|i| at.checked_sub(i + 1).map_or("", |t| text.lower(t)))
        .is_some();
    let length = hedged
        || matches!(
            before,
            "within"
                | "in"
                | "for"
                | "after"
                | "than"
                | "just"
                | "of"
                | "only"
                | "lasted"
                | "took"
                | "takes"
                | "take"
                | "spent"
                | "half"
        );
    let second = unit.symbol == "second";
    let rate = matches!(
        text.lower(after),
        "ago" | "earlier" | "later" | "when" | "that" | "old"
    ) || matches!(text.word(after), "-" | "'" | "'s" | "’s" | "’");
    let mut quantity = Quantity {
        number: Number::whole(1u32),
        unit: Some(unit),
        sign: false,
        end: after,
    };
    if length && text.lower(after) == "or" && text.lower(after + 1) == "two" && after + 1 < end {
        // "within a minute or two"
        quantity.number = Number::between(Decimal::ONE, Decimal::TWO);
        quantity.end = after + 2;
        return Some(quantity);
    }
    compound::extend(text, &mut quantity, end);
    // "an hour and 45 minutes" is a length wherever it stands.
    let compound = quantity.end > after;
    (compound || length && !second && !rate).then_some(quantity)
}

/// "a litre of milk", "within a mile", "nearly a tonne".
fn one_measure(text: &Text, at: usize, unit: Unit, after: usize, end: usize) -> Option<Quantity> {
    let before = |back: usize| at.checked_sub(back).map_or("", |i| text.lower(i));
    let hedged = matches!(
        before(1),
        "about" | "around" | "roughly" | "nearly" | "almost" | "within" | "than" | "half"
    );
    // "the price of a barrel of oil", "$5 for a litre of it"
    let priced = matches!(before(1), "of" | "for" | "per");
    let behind_amount = at > 0
        && (text.kind(at - 1) != Some(TokenKind::Word)
            || number_word(before(1)).is_some()
            || unit::written_out(text, at - 1, end)
            || unit::currency_word(text, at - 1, end));
    // "a foot of the bed", "a yard of ale houses" and "a ton of money" are words of other things.
    let of = text.lower(after) == "of"
        && !matches!(
            text.lower(after + 1),
            "the" | "his" | "her" | "its" | "their" | "money"
        )
        && !priced
        && !behind_amount;
    let word = text.word(at + 1).len() > 2
        && text.spaced(at + 1)
        && !matches!(text.word(after), "-" | "'s" | "’s")
        && (hedged || !matches!(unit.symbol, "yd" | "st" | "t"));
    let mut quantity = Quantity {
        number: Number::whole(1u32),
        unit: Some(unit),
        sign: false,
        end: after,
    };
    if hedged {
        // "about a mile and a half"
        compound::extend(text, &mut quantity, end);
    }
    (after <= end && word && (hedged || of)).then_some(quantity)
}

/// "several days", "a few miles", "a few per cent": a range, where a unit follows at once. Degrees are left out: those of a
/// university are more.
fn few(text: &Text, at: usize, end: usize) -> Option<Quantity> {
    let start = if text.lower(at) == "a" { at + 1 } else { at };
    let (low, high) = number::few(text, start)?;
    let (unit, after) = unit::after(text, start + 1, end)?;
    let written = unit.dimension == Dimension::Duration
        || unit::written_out(text, start + 1, end)
        || unit::currency_word(text, start + 1, end);
    let known = !matches!(unit.dimension, Dimension::Angle | Dimension::Other);
    (written && known && text.spaced(start + 1)).then(|| Quantity {
        number: Number::between(low, high),
        unit: Some(unit),
        sign: false,
        end: after,
    })
}

/// "another week", "all day", "a full month", "the past decade": one of a unit of time without its number.
fn one_unit(text: &Text, at: usize, end: usize) -> Option<Quantity> {
    let before = at.checked_sub(1).map_or("", |i| text.lower(i));
    match text.lower(at) {
        "another" | "all" | "full" | "whole" | "entire" | "single" => {}
        "past" if matches!(before, "the" | "this") => {}
        _ => return None,
    }
    // "single-day losses" and "full-year profit" say of what sort they are.
    let sort = matches!(
        (text.lower(at), text.lower(at + 2)),
        ("single", _) | ("full", "year")
    );
    if text.word(at + 1) == "-" && sort {
        return None;
    }
    let (unit, after) = unit::after(text, at + 1, end)?;
    let one = unit.dimension == Dimension::Duration
        && unit.symbol == text.lower(after - 1)
        && unit.symbol != "second";
    one.then(|| Quantity {
        number: Number::whole(1u32),
        unit: Some(unit),
        sign: false,
        end: after,
    })
}
