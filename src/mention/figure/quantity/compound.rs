//! What may follow a unit: a part ("an hour and a half"), a smaller unit ("5ft 10in", "1 year 2 days"), coins ("20 dollars 43
//! cents").
//!
//! Refused: a smaller unit that makes more than one of the larger, unless it follows at once, and whatever a comma and a
//! hyphen set apart ("two years, a 90-minute film"): they are quantities of their own. Months and years beside days have no
//! fixed length, so that the sum is as wide as the calendar makes it.

use rust_decimal::Decimal;

use super::super::number::{self, Form, Number};
use super::super::{fraction, unit};
use super::Quantity;
use crate::segment::{Text, TokenKind};
use crate::value::{Dimension, Unit};

/// What may follow a unit: "and a half", and smaller units: "5ft 10in", "2 years 3 months", "20 dollars 43 cents".
pub(super) fn extend(text: &Text, quantity: &mut Quantity, end: usize) {
    let Some(unit) = quantity.unit else { return };
    // "a year and a half", "a month-and-a-half"
    let and = hyphen(text, quantity.end);
    if matches!(
        unit.dimension,
        Dimension::Duration | Dimension::Length | Dimension::Mass
    ) && text.lower(and) == "and"
        && let Some((part, next)) = fraction::part(text, hyphen(text, and + 1), end)
        && next <= end
        && text.lower(next) != "of"
        && unit::after(text, next, end).is_none()
        && let Some(number) = quantity.number.plus(part)
    {
        quantity.number = number;
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
