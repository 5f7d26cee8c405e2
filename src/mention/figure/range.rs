//! Ranges: "between 120 and 140", "10-15 per cent", "$3-5 million", "two or three".
//!
//! The ends share scale, unit and currency where one of them has none. A range runs upwards: "5 to 4" is a vote and
//! "3-2" a score. "From A to B" after a word of change is a move between two values and stays two figures.

use super::hedge;
use super::number::Form;
use super::quantity::{self, Quantity};
use crate::lexicon::{Cue, is_cue};
use crate::segment::{Case, Text, TokenKind};

/// Two quantities that are the ends of one range.
pub(super) struct Range {
    pub(super) low: Quantity,
    pub(super) high: Quantity,
}

/// The range whose lower end is `low`, read from `start` on.
pub(super) fn after(
    text: &Text,
    start: usize,
    low: Quantity,
    first: usize,
    end: usize,
) -> Option<Range> {
    let (next, joint) = connector(text, start, &low, first, end)?;
    let high = quantity::at(text, hedge::skip(text, next), end)?;
    join(text, low, high, joint)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Hyphen,
    SpacedDash,
    To,
    And,
    Or,
}

fn connector(
    text: &Text,
    start: usize,
    low: &Quantity,
    first: usize,
    end: usize,
) -> Option<(usize, Joint)> {
    let at = low.end;
    if at + 1 >= end {
        return None;
    }
    let before = |back: usize| {
        start
            .checked_sub(back)
            .filter(|&token| token >= first)
            .map_or("", |token| text.lower(token))
    };
    match text.lower(at) {
        "-" | "–" | "—" | "−" => {
            if text.lower(at + 1) == "to" {
                return Some((at + 2, Joint::To));
            }
            let spaced = text.spaced(at) || text.spaced(at + 1);
            Some((
                at + 1,
                if spaced {
                    Joint::SpacedDash
                } else {
                    Joint::Hyphen
                },
            ))
        }
        "to" | "through" => {
            let from = before(1) == "from" || before(2) == "from";
            let moved = from && (1..=7).any(|back| is_cue(before(back + 1), Cue::Change));
            (!moved).then_some((at + 1, Joint::To))
        }
        "and" => {
            let between = (1..=3).any(|back| before(back) == "between");
            between.then_some((at + 1, Joint::And))
        }
        "or" => Some((at + 1, Joint::Or)),
        _ => None,
    }
}

fn join(text: &Text, low: Quantity, high: Quantity, joint: Joint) -> Option<Range> {
    let (mut low, mut high) = (low, high);
    let plain = |q: &Quantity| q.number.vague.is_none() && q.number.form != Form::Fraction;
    if !plain(&low) && (low.number.ratio.is_some() || joint == Joint::Hyphen) {
        return None;
    }
    match joint {
        Joint::Or => {
            let close = high.number.value <= low.number.value.checked_add(low.number.value)?;
            let whole = low.number.form == Form::Whole && high.number.form == Form::Whole;
            if low.unit.is_some()
                || low.number.value < rust_decimal::Decimal::TWO && !whole
                || !close
                || !whole
            {
                return None;
            }
        }
        Joint::SpacedDash => {
            // A dash between two statements, unless the second end brings the unit of both.
            if high.unit.is_none() || low.unit.is_some() && low.unit != high.unit {
                return None;
            }
        }
        Joint::To => {
            // "$5 to 10 people": only a scale or a currency shows that the second is money.
            if low.sign && high.unit.is_none() && high.number.scale == rust_decimal::Decimal::ONE {
                return None;
            }
        }
        Joint::Hyphen | Joint::And => {}
    }
    // A unit after the first end is not shared with a second one that has none: "5 miles to 10 houses".
    if low.unit.is_some() && !low.sign && high.unit.is_none() {
        return None;
    }
    match (low.unit, high.unit) {
        (Some(a), Some(b)) if a != b => return None,
        (None, unit) => low.unit = unit,
        (unit, None) => high.unit = unit,
        _ => {}
    }
    let one = rust_decimal::Decimal::ONE;
    if low.number.scale == one && high.number.scale > one && plain(&low) {
        let mantissa = high.number.value.checked_div(high.number.scale)?;
        if low.number.value < mantissa {
            low.number = low.number.scaled(high.number.scale)?;
        }
    }
    if low.number.value >= high.number.value {
        return None;
    }
    // "Nos. 3-4", "the 10-12 Smith": a name right after it, and numbers that open with a zero, are no ranges of things.
    let end = high.end;
    let labelled = low.unit.is_none()
        && joint == Joint::Hyphen
        && text.kind(end) == Some(TokenKind::Word)
        && !text.spaced(end)
        && text.tokens[end].case != Case::Lower;
    (!labelled).then_some(Range { low, high })
}
