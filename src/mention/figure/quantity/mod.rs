//! A number with its unit or currency: "$1.2bn", "two and a half years", "half an hour", "hundreds of millions of dollars".
//!
//! A currency sign or code is read with the number behind it, every other unit with the number before it. Refused: a code
//! before a fraction ("NOK half"), the name of a currency before a number that counts something else ("paid in rupees 20
//! times"), and an article before a unit that is the start of a rate. What may follow the unit is in [`compound`], units
//! without a number in [`one`].

mod compound;
mod one;

use super::number::{self, Form, Number};
use super::unit;
use crate::lexicon::{Hedge, NumberWord};
use crate::segment::{Text, TokenKind};
use crate::value::{Dimension, Unit};

/// A number with what it is of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    pub(super) number: Number,
    pub(super) unit: Option<Unit>,
    /// Whether the currency stands before the number.
    pub(super) sign: bool,
    /// The token after it.
    pub(super) end: usize,
}

impl Quantity {
    pub(super) fn dimension(&self) -> Dimension {
        self.unit.map_or(Dimension::Number, |unit| unit.dimension)
    }
}

/// The quantity that starts at `at`.
pub(super) fn at(text: &Text, at: usize, end: usize) -> Option<Quantity> {
    if let Some((currency, next)) = unit::currency_before(text, at, end)
        && let Some(found) = money(text, currency, at, next, end)
    {
        return Some(found);
    }
    if let Some(found) = one::at(text, at, end) {
        return Some(found);
    }
    let (number, next) = number::at(text, at, end, false)?;
    Some(with_unit(text, number, next, end))
}

/// The amount behind a sign or code: "$4.20", "US$ 15 billion", "-$3" and "$-3".
fn money(text: &Text, currency: Unit, at: usize, next: usize, end: usize) -> Option<Quantity> {
    let written_code = text.kind(next - 1) == Some(TokenKind::Word);
    let named = written_code && text.word(next - 1).len() > 3;
    let (number, mut next) = number::at(text, next, end, true)?;
    // "rupees 50 lakh" and "ringgits 42." are money; "paid in rupees 20 years ago" has another number.
    let stops = next >= end || text.kind(next) == Some(TokenKind::Punct);
    if named && !stops && number.form != Form::Scaled {
        return None;
    }
    // "EUR 20" is money, "NOK twenty" nobody's; "$ half a million" is.
    if written_code && number.form == Form::Fraction {
        return None;
    }
    // "$249 USD", "USD 23 billion dollar", "$1 million (US)".
    let mut unit = currency;
    if let Some((other, after)) = unit::after_number(text, next, end, Some(&number))
        && other.dimension == Dimension::Money
        && !unit::is_coin(other)
    {
        let repeats = unit.symbol == other.symbol || text.word(at) == "$";
        if repeats && text.word(after - 1) != "$" {
            if other.symbol != "USD" {
                unit = other;
            }
            next = after;
        }
    }
    Some(Quantity {
        number,
        unit: Some(unit),
        sign: true,
        end: next,
    })
}

fn with_unit(text: &Text, number: Number, next: usize, end: usize) -> Quantity {
    let bare = Quantity {
        number,
        unit: None,
        sign: false,
        end: next,
    };
    // "hundreds of millions of dollars", "dozens of miles"
    let plural = matches!(text.lexeme(next - 1).number, Some(NumberWord::Vague(..)));
    let of = plural && text.lower(next) == "of" && next < end;
    let start = if of { next + 1 } else { next };
    let start = fraction_link(text, &number, start);
    // "60-odd per cent", "100-plus miles"
    let loosely = text.word(next) == "-"
        && matches!(text.lower(next + 1), "odd" | "plus")
        && !text.spaced(next + 1);
    let start = if loosely { next + 2 } else { start };
    let start = tolerance(text, start, end);
    let found = unit::after_number(text, start, end, Some(&number))
        .or_else(|| unit::after_adjective(text, next, end));
    let Some((unit, after)) = found else {
        return bare;
    };
    let mut quantity = Quantity {
        unit: Some(unit),
        end: after,
        ..bare
    };
    compound::extend(text, &mut quantity, end);
    quantity
}

/// "(5.2) ± 0.3 (metres)": past how far the number may be off, where the unit of both follows. What the text states stays
/// the number as written: its last digit says much the same.
fn tolerance(text: &Text, at: usize, end: usize) -> usize {
    let sign = text.word(at) == "±" && text.kind(at + 1) == Some(TokenKind::Number);
    if sign && at + 2 < end { at + 2 } else { at }
}

/// "(half) an hour", "(three-quarters) of a mile", "(one and three quarters) of an hour": where the unit of a fraction
/// stands.
fn fraction_link(text: &Text, number: &Number, next: usize) -> usize {
    let mixed = matches!(text.lexeme(next - 1).number, Some(NumberWord::Part(_)));
    if mixed && text.lower(next) == "of" && number.ratio.is_none() {
        let article = matches!(text.lower(next + 1), "a" | "an");
        return next + if article { 2 } else { 1 };
    }
    if number.ratio.is_none() {
        return next;
    }
    let mut at = next;
    if text.lower(at) == "of" {
        at += 1;
    }
    if matches!(text.lower(at), "a" | "an") {
        return at + 1;
    }
    next
}

/// A hedge that stands right before `at`.
pub(super) fn is_about(hedge: Option<Hedge>) -> bool {
    hedge == Some(Hedge::About)
}
