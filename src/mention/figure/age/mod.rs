//! Ages: "30-year-old", "aged 30", "Smith, 30, of Leeds", "8 months old", "in his 50s".
//!
//! Read here is what says by its own words that it is an age; a number beside a person is for [`bare`]. Not read: the age of
//! a thing that only its noun shows ("a bridge of 30 years"), which is a length of time.

mod bare;

pub(super) use bare::{OLDEST, is_average, is_bare};

use super::unit;
use crate::segment::{Text, TokenKind};
use crate::value::{Dimension, Unit};

/// The unit of an age that is written in this unit of time, in years.
pub(super) fn unit_of(time: Unit) -> Option<Unit> {
    let year = unit::known("year")?;
    Some(Unit {
        dimension: Dimension::Age,
        factor: (time.factor.0, year.factor.0),
        ..time
    })
}

/// "old", "-olds", "of age" after a time: the token after it.
pub(super) fn old(text: &Text, at: usize, end: usize) -> Option<usize> {
    let next = if matches!(text.word(at), "-" | "–") && !text.spaced(at + 1) {
        at + 1
    } else {
        at
    };
    if next >= end {
        return None;
    }
    match text.lower(next) {
        "old" | "olds" => Some(next + 1),
        "of" if text.lower(next + 1) == "age" && next + 1 < end => Some(next + 2),
        _ => None,
    }
}

/// "in his 50s": the ends of the decade and the token after it.
pub(super) fn decade(text: &Text, at: usize, end: usize) -> Option<(u32, usize)> {
    let before = at.checked_sub(1).map_or("", |i| text.lower(i));
    if !matches!(
        before,
        "his" | "her" | "their" | "my" | "early" | "mid" | "late" | "-" | "our" | "your"
    ) {
        return None;
    }
    let owner = |i: usize| {
        at.checked_sub(i).is_some_and(|i| {
            matches!(
                text.lower(i),
                "his" | "her" | "their" | "my" | "our" | "your"
            )
        })
    };
    if !(1..=4).any(owner) {
        return None;
    }
    if text.kind(at)? == TokenKind::Number {
        let low: u32 = text.word(at).parse().ok()?;
        let plural = text.lower(at + 1) == "s" && !text.spaced(at + 1) && at + 1 < end;
        return (plural && low.is_multiple_of(10) && (20..100).contains(&low))
            .then_some((low, at + 2));
    }
    let singular = match text.lower(at) {
        "twenties" => 20,
        "thirties" => 30,
        "forties" => 40,
        "fifties" => 50,
        "sixties" => 60,
        "seventies" => 70,
        "eighties" => 80,
        "nineties" => 90,
        _ => return None,
    };
    Some((singular, at + 1))
}
