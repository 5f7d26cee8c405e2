//! Ranges: "between 120 and 140", "10-15 per cent", "$3-5 million", "two or three".
//!
//! The ends share scale, unit and currency where one of them has none. A range runs upwards: "5 to 4" is a vote and
//! "3-2" a score. "From A to B" after a word of change is a move between two values and stays two figures.
//!
//! Refused: a hyphen between what is dialled ("555-1234"), is a model or stands before a name ("737-800"), is a team's wins
//! and losses ("stands at 8-13") or counts nothing; a spaced dash between two statements; two units.

use super::number::Form;
use super::quantity::{self, Quantity};
use super::{hedge, refuse};
use crate::lexicon::{Cue, Hedge, is_cue};
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
    if let Some(range) = hedged(text, start, low, first, end) {
        return Some(range);
    }
    let (next, joint) = connector(text, start, &low, first, end)?;
    let high = quantity::at(text, hedge::skip(text, next), end)?;
    join(text, (start, first, end), low, high, joint)
}

/// "above 1000 and below 1500", "no more than 50 and no less than 20": two bounds of one value, one from each side.
fn hedged(text: &Text, start: usize, low: Quantity, first: usize, end: usize) -> Option<Range> {
    let joint = low.end;
    if !matches!(text.lower(joint), "and" | "but") || joint + 2 >= end {
        return None;
    }
    let side = |hedge: Hedge| match hedge {
        Hedge::MoreThan | Hedge::AtLeast => Some(true),
        Hedge::LessThan | Hedge::AtMost => Some(false),
        Hedge::About | Hedge::Nearly | Hedge::JustOver => None,
    };
    let from_below = side(hedge::before(text, start, first)?)?;
    let (second, next) = hedge::ahead(text, joint + 1, end)?;
    if side(second)? == from_below {
        return None;
    }
    let other = quantity::at(text, next, end)?;
    let plain = |q: &Quantity| q.number.vague.is_none() && q.number.ratio.is_none();
    let same = low.unit == other.unit || low.unit.is_none();
    let ordered = if from_below {
        low.number.value < other.number.value
    } else {
        low.number.value > other.number.value
    };
    if !plain(&low) || !plain(&other) || !same || !ordered {
        return None;
    }
    let (mut from, mut to) = if from_below {
        (low, other)
    } else {
        (other, low)
    };
    (from.unit, to.unit) = (other.unit, other.unit);
    (from.end, to.end) = (other.end, other.end);
    Some(Range {
        low: from,
        high: to,
    })
}

/// "from A to B" behind a word of change, or before a noun of it: two values at two times.
fn is_move(text: &Text, start: usize, first: usize) -> bool {
    let before = |back: usize| {
        start
            .checked_sub(back)
            .filter(|&token| token >= first)
            .map_or("", |token| text.lower(token))
    };
    let from = before(1) == "from" || before(2) == "from";
    from && (2..=8).any(|back| is_cue(before(back), Cue::Change))
}

/// The first value of a move takes the unit and scale of the second: "rose from 3 to 5 per cent".
pub(super) fn shared(text: &Text, start: usize, low: &mut Quantity, first: usize, end: usize) {
    if low.unit.is_some()
        || text.lower(low.end) != "to"
        || low.end >= end
        || !is_move(text, start, first)
    {
        return;
    }
    let Some(high) = quantity::at(text, hedge::skip(text, low.end + 1), end).filter(|q| !q.sign)
    else {
        return;
    };
    low.unit = high.unit;
    let mantissa = high.number.value.checked_div(high.number.scale);
    let near = mantissa
        .and_then(|x| x.checked_mul(rust_decimal::Decimal::TEN))
        .is_some_and(|x| low.number.value <= x);
    let unscaled = low.number.scale == rust_decimal::Decimal::ONE && low.number.vague.is_none();
    if near
        && unscaled
        && high.number.scale > rust_decimal::Decimal::ONE
        && let Some(scaled) = low.number.scaled(high.number.scale)
    {
        low.number = scaled;
    }
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
                // "18-to-24-year-olds", "18- to 24-year-olds"
                let hyphen = text.word(at + 2) == "-" && !text.spaced(at + 2);
                return Some((at + if hyphen { 3 } else { 2 }, Joint::To));
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
        "~" if !text.spaced(at) && !text.spaced(at + 1) => Some((at + 1, Joint::Hyphen)),
        "to" | "through" => (!is_move(text, start, first)).then_some((at + 1, Joint::To)),
        "and" => {
            let between = (1..=3).any(|back| before(back) == "between");
            between.then_some((at + 1, Joint::And))
        }
        "or" => Some((at + 1, Joint::Or)),
        _ => None,
    }
}

/// "1000 - 5000": two plain numbers of the same look, with what they count or nothing behind them. Beside a name they are
/// the score of a game ("Reds 98 - 102 Blues").
fn is_spaced_range(
    text: &Text,
    (start, first, end): (usize, usize, usize),
    low: &Quantity,
    high: &Quantity,
) -> bool {
    let digits = |q: &Quantity, at: usize| {
        q.unit.is_none()
            && q.number.form == Form::Whole
            && q.end == at + 1
            && text.kind(at) == Some(TokenKind::Number)
            && text.word(at).len() > 1
    };
    let hyphen =
        matches!(text.word(low.end), "-" | "–") && text.spaced(low.end) && text.spaced(low.end + 1);
    let name = |at: usize| {
        text.tokens
            .get(at)
            .is_some_and(|t| t.kind == TokenKind::Word && t.case != Case::Lower)
    };
    let before = start > first && name(start - 1) && start - 1 > first;
    let after = high.end < end && text.kind(high.end) == Some(TokenKind::Word);
    hyphen
        && digits(low, start)
        && digits(high, low.end + 1)
        && !before
        && (!after || refuse::is_plural(text.lower(high.end)) && !name(high.end))
}

/// "stands at 8-13": a team does, with its wins and losses.
fn stands_at(text: &Text, start: usize, first: usize) -> bool {
    start > first && text.lower(start - 1) == "at"
}

fn join(
    text: &Text,
    (start, first, sentence_end): (usize, usize, usize),
    low: Quantity,
    high: Quantity,
    joint: Joint,
) -> Option<Range> {
    let (mut low, mut high) = (low, high);
    let plain = |q: &Quantity| q.number.vague.is_none() && q.number.form != Form::Fraction;
    if !plain(&low) && (low.number.ratio.is_some() || joint == Joint::Hyphen) {
        return None;
    }
    match joint {
        Joint::Or => {
            let close = high.number.value <= low.number.value.checked_add(low.number.value)?;
            let whole = low.number.form == Form::Whole && high.number.form == Form::Whole;
            if low.unit.is_some() || !close || !whole {
                return None;
            }
        }
        Joint::SpacedDash => {
            // A dash between two statements, unless the second end brings the unit of both.
            let shared = high.unit.is_some() && (low.unit.is_none() || low.unit == high.unit);
            if !shared && !is_spaced_range(text, (start, first, sentence_end), &low, &high) {
                return None;
            }
        }
        Joint::To => {
            // "rose 344.65 to 12,907.20" is by how much and to what; "rose 3 to 5 per cent" shares its unit.
            let by = (1..=2)
                .any(|back| start >= first + back && is_cue(text.lower(start - back), Cue::Change));
            if by && (low.unit.is_some() || high.unit.is_none()) {
                return None;
            }
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
    // "minus 20 to minus 25 degrees" runs down, and is written the way it is said.
    if high.number.value < low.number.value && low.number.value < rust_decimal::Decimal::ZERO {
        std::mem::swap(&mut low.number, &mut high.number);
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
    // "555-1234" is dialled.
    let dialled = joint == Joint::Hyphen
        && low.unit.is_none()
        && text.word(end - 1).len() == 4
        && text.word(low.end - 1).len() == 3;
    // "a 737-800 jet": a range without a unit counts something, or ends its clause.
    let counts = joint != Joint::Hyphen
        || low.unit.is_some()
        || text.kind(end).is_none_or(|kind| kind == TokenKind::Punct)
            && !stands_at(text, start, first)
        || text.lower(end) == "of"
        || refuse::counts_plural(text, end, sentence_end);
    // "(5-11,220)" is a height and a weight.
    let near = joint != Joint::Hyphen
        || low.unit.is_some()
        || high.number.value
            < low
                .number
                .value
                .checked_mul(rust_decimal::Decimal::ONE_THOUSAND)?;
    (!labelled && counts && !dialled && near).then_some(Range { low, high })
}
