//! A number with its unit or currency: "$1.2bn", "5ft 10in", "two and a half years", "half an hour".

use rust_decimal::Decimal;

use super::number::{self, Form, Number};
use super::unit;
use crate::lexicon::{Hedge, NumberWord, hedge_table, number_word};
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
    if let Some(found) = article_and_unit(text, at, end) {
        return Some(found);
    }
    if let Some(found) = one_unit(text, at, end).or_else(|| few(text, at, end)) {
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
    let plural = matches!(
        number_word(text.lower(next - 1)),
        Some(NumberWord::Vague(..))
    );
    let of = plural && text.lower(next) == "of" && next < end;
    let start = if of { next + 1 } else { next };
    let start = fraction_link(text, &number, start);
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
    extend(text, &mut quantity, end);
    quantity
}

/// "(half) an hour", "(three-quarters) of a mile", "(one and three quarters) of an hour": where the unit of a fraction
/// stands.
fn fraction_link(text: &Text, number: &Number, next: usize) -> usize {
    let mixed = matches!(number_word(text.lower(next - 1)), Some(NumberWord::Part(_)));
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
    extend(text, &mut quantity, end);
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
        extend(text, &mut quantity, end);
    }
    (after <= end && word && (hedged || of)).then_some(quantity)
}

/// "several days", "a few minutes": a range, where a unit of time follows at once.
fn few(text: &Text, at: usize, end: usize) -> Option<Quantity> {
    let start = if text.lower(at) == "a" { at + 1 } else { at };
    let (low, high) = number::few(text, start)?;
    let (unit, after) = unit::after(text, start + 1, end)?;
    let time = unit.dimension == Dimension::Duration && text.spaced(start + 1);
    time.then(|| Quantity {
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

/// What may follow a unit: "and a half", and smaller units: "5ft 10in", "2 years 3 months", "20 dollars 43 cents".
fn extend(text: &Text, quantity: &mut Quantity, end: usize) {
    let Some(unit) = quantity.unit else { return };
    // "a year and a half", "a month-and-a-half"
    let and = hyphen(text, quantity.end);
    if matches!(
        unit.dimension,
        Dimension::Duration | Dimension::Length | Dimension::Mass
    ) && text.lower(and) == "and"
        && let Some((part, next)) = super::fraction::part(text, hyphen(text, and + 1), end)
        && next <= end
        && text.lower(next) != "of"
        && unit::after(text, next, end).is_none()
        && let Some(part) = super::fraction::number(part)
        && let Some(value) = quantity.number.value.checked_add(part.value)
    {
        quantity.number = Number {
            value,
            step: Decimal::new(1, 1),
            form: Form::Scaled,
            ..quantity.number
        };
        quantity.end = next;
        return;
    }
    let mut number = quantity.number;
    if unit.dimension == Dimension::Money {
        coins(text, quantity, end);
        return;
    }
    if !matches!(
        unit.dimension,
        Dimension::Duration | Dimension::Length | Dimension::Mass
    ) {
        return;
    }
    if number.form != Form::Whole {
        return;
    }
    let mut unit = unit;
    let mut slack = Decimal::ZERO;
    while let Some((smaller, count, next)) = smaller(text, unit, quantity.end, end) {
        let Some((value, doubt)) = compound(number.value, slack, unit, smaller, count.value) else {
            break;
        };
        slack = doubt;
        let step = count.step.max(slack);
        number = Number {
            value,
            step,
            ..count
        };
        unit = smaller;
        quantity.number = number;
        quantity.unit = Some(smaller);
        quantity.end = next;
    }
}

/// So many of a unit and of a smaller one, all in the smaller one; and how far the months and years in it, which have no
/// fixed number of days, may be off: two days of 30 for each month, two of 365 for a year.
fn compound(
    value: Decimal,
    slack: Decimal,
    unit: Unit,
    smaller: Unit,
    count: Decimal,
) -> Option<(Decimal, Decimal)> {
    let (ratio, varies) = match ratio(unit, smaller) {
        Some(ratio) => (ratio, false),
        None => (calendar_ratio(unit, smaller)?, true),
    };
    let doubt = if varies {
        let day = unit::known("day")?;
        let days = if day == smaller {
            Decimal::ONE
        } else {
            self::ratio(day, smaller)?
        };
        value.abs().checked_mul(Decimal::TWO)?.checked_mul(days)?
    } else {
        slack.checked_mul(ratio)?
    };
    Some((value.checked_mul(ratio)?.checked_add(count)?, doubt))
}

/// How many of the second a month or a year is taken for beside it: "1 year 2 days", "2 months and 10 days".
fn calendar_ratio(unit: Unit, smaller: Unit) -> Option<Decimal> {
    let days = match unit.symbol {
        "year" => 365u32,
        "month" => 30,
        _ => return None,
    };
    let day = unit::known("day")?;
    let in_a_day = if day == smaller {
        Decimal::ONE
    } else {
        ratio(day, smaller)?
    };
    in_a_day.checked_mul(Decimal::from(days))
}

/// A whole number of a smaller unit right behind: how many, and the token after it.
fn smaller(text: &Text, unit: Unit, at: usize, end: usize) -> Option<(Unit, Number, usize)> {
    let mut start = at;
    let comma = text.word(start) == ",";
    if (comma || text.word(start) == "-") && start < end {
        start += 1;
    }
    if text.lower(start) == "and" {
        start += 1;
    }
    if start >= end || !matches!(text.kind(start)?, TokenKind::Number | TokenKind::Word) {
        return None;
    }
    let hyphen = start > at && text.word(at) == "-";
    let (number, next) = number::at(text, start, end, false)?;
    if number.value < Decimal::ZERO || number.vague.is_some() || number.form == Form::Fraction {
        return None;
    }
    let (other, next) = match unit::after_number(text, next, end, Some(&number)) {
        // "two years, a 90-minute film": what is hyphened starts anew.
        Some(_) if comma && text.word(next) == "-" => return None,
        Some((other, next)) => (other, next),
        // "6-foot-2", "6 ft 2 tall"
        None if unit.symbol == "ft"
            && number.value < Decimal::from(12)
            && (hyphen || start == at)
            && number.form == Form::Whole =>
        {
            (unit::known("in")?, next)
        }
        None => return None,
    };
    // "for 3 months, and 2 days ago": the second is a day.
    if text.lower(next) == "ago" {
        return None;
    }
    let ratio = ratio(unit, other).or_else(|| calendar_ratio(unit, other))?;
    // "2 yards 7 ft 10 in" names more of the smaller unit than one of the larger has; a list does so as well.
    let close = start == at && number.value < Decimal::TEN && unit.dimension == Dimension::Length;
    let fits = other.dimension == unit.dimension
        && ratio > Decimal::ONE
        && (number.value < ratio || close);
    fits.then_some((other, number, next))
}

/// How many of the second make one of the first, where that is a whole number.
fn ratio(unit: Unit, smaller: Unit) -> Option<Decimal> {
    if unit.dimension != smaller.dimension {
        return None;
    }
    let ratio = unit
        .to_base(Decimal::ONE)?
        .checked_mul(smaller.factor.1)?
        .checked_div(smaller.factor.0)?;
    ratio.fract().is_zero().then_some(ratio)
}

/// "20 dollars 43 cents", "ten pounds and 5 pence".
fn coins(text: &Text, quantity: &mut Quantity, end: usize) {
    if quantity.unit.is_some_and(unit::is_coin) || quantity.number.form != Form::Whole {
        return;
    }
    let mut start = quantity.end;
    if text.lower(start) == "and" {
        start += 1;
    }
    let alike = text.kind(start) == text.kind(quantity.end - 2);
    let found = number::at(text, start, end, false).and_then(|(number, next)| {
        let few = number.form == Form::Whole && number.value < Decimal::ONE_HUNDRED;
        let cents = number.value.checked_div(Decimal::ONE_HUNDRED)?;
        let value = quantity.number.value.checked_add(cents)?;
        match unit::after_number(text, next, end, Some(&number)) {
            Some((unit, next)) => (few && unit::is_coin(unit)).then_some((value, next)),
            // "15 dollars 50": nothing may follow that the second number could count.
            None => {
                let stops = next >= end
                    || matches!(text.word(next), "." | "!" | "?" | ";") && next + 1 >= end;
                (few && alike && !quantity.sign && number.value >= Decimal::TEN && stops)
                    .then_some((value, next))
            }
        }
    });
    if let Some((value, next)) = found {
        quantity.number = Number {
            value,
            step: Decimal::new(1, 2),
            form: Form::Decimals,
            ..quantity.number
        };
        quantity.end = next;
    }
}

fn hyphen(text: &Text, at: usize) -> usize {
    let touching = text.word(at) == "-" && !text.spaced(at) && !text.spaced(at + 1);
    if touching { at + 1 } else { at }
}

/// A hedge that stands right before `at`.
pub(super) fn is_about(hedge: Option<Hedge>) -> bool {
    hedge == Some(Hedge::About)
}
