//! The one table of widths: how far a figure reaches by what it states, and how far a careful reader may take it.
//!
//! | written | states | may mean | reason |
//! |---|---|---|---|
//! | a count, an age, a rank: "1,204", "five" | itself | itself | whoever counts to the last one means it |
//! | a round count: "300", "160,000" | itself | half a unit of its last digit that is not zero, at most a fifth | two zeros or more at the end come from rounding; "140" is not "100" |
//! | a scale word, decimals, a measure, a percentage, a duration: "$44 million", "60 metres" | half a unit of the last digit written | the same | the writer stopped there |
//! | a round measure: "200 feet" | the same | half a unit of its last digit that is not zero | sizes are rounded to tens, and again when converted |
//! | round money, a round scale: "$20,000", "300 million" | as above | 5 per cent, or half a unit of its last digit if that is less | money is told closer than crowds |
//! | money in coins: "$1.42" | itself | itself | a price is exact |
//! | a fraction: "two-thirds" | itself | 2 hundredths of the whole | fits "66 per cent" and "68", not "75" |
//! | a fraction of a unit: "half an hour" | a tenth either way | the same | nobody times it |
//! | a dozen, a couple | itself | a sixth less, a half more ("a couple" is two to three) | used for any number near it |
//! | dozens, thousands | the ends of its list | up to three times the upper end | its low end is meant, its high end is not |
//! | about, some, around | a tenth either way (a twentieth where two digits or more are given), or half a unit of its last digit if that is no more than a fifth | the same | the more digits, the closer it is meant: "some 14,000" is not 15,000 |
//! | nearly, just under; just over | a tenth on one side (a fifth of "half an hour") | the same | the side is said; 165 is not "nearly 200" |
//! | more than, at least | from it, no upper end | the same | "more than 100" for 112 and for 350 are both true: what can be true is no conflict |
//! | up to, less than | up to it, no lower end | the same | the same |
//! | a range: "10 to 15" | its ends | half a unit more at each end | the ends are rounded like any figure |

use rust_decimal::Decimal;

use super::number::{Form, Number};
use crate::lexicon::Hedge;
use crate::value::{Bound, Dimension, Interval};

/// What the table gives for a figure.
pub(super) struct Widths {
    pub(super) amount: Option<Decimal>,
    pub(super) stated: Interval,
    pub(super) plausible: Interval,
    pub(super) bound: Bound,
}

/// The row of the table for one number.
pub(super) fn of(
    number: &Number,
    hedge: Option<Hedge>,
    dimension: Dimension,
    united: bool,
) -> Widths {
    let value = number.value;
    if let Some((low, high)) = number.vague {
        let stated = Interval::between(low, high);
        let wide = high.checked_mul(Decimal::from(3)).unwrap_or(high);
        return Widths {
            amount: None,
            stated,
            plausible: Interval::between(low, wide),
            bound: Bound::Between,
        };
    }
    let half = half_step(number, dimension, united);
    let loose = half.max(round_width(number, dimension));
    let about = about_width(number).max(half);
    let near = near_width(number).max(half);
    let widths = |stated: Interval, plausible: Interval, bound| Widths {
        amount: Some(value),
        stated,
        plausible,
        bound,
    };
    let same = |interval: Interval, bound| widths(interval, interval, bound);
    match hedge {
        None => {
            let plausible = match number.form {
                Form::Loose => Interval::between(
                    if value <= Decimal::TWO {
                        value
                    } else {
                        less(value, share(value, 6))
                    },
                    more(value, share(value, 2)),
                ),
                Form::Fraction if !united => around(value, Decimal::new(2, 2)),
                Form::Whole | Form::Decimals | Form::Scaled | Form::Fraction | Form::Vague => {
                    around(value, loose)
                }
            };
            widths(around(value, half), plausible, Bound::Exact)
        }
        Some(Hedge::About) => same(around(value, about), Bound::About),
        Some(Hedge::Nearly) => same(Interval::between(less(value, near), value), Bound::LessThan),
        Some(Hedge::JustOver) => same(Interval::between(value, more(value, near)), Bound::MoreThan),
        Some(Hedge::MoreThan) => same(Interval::at_least(value), Bound::MoreThan),
        Some(Hedge::AtLeast) => same(Interval::at_least(value), Bound::AtLeast),
        Some(Hedge::AtMost) => same(Interval::at_most(value), Bound::AtMost),
        Some(Hedge::LessThan) => same(Interval::at_most(value), Bound::LessThan),
    }
}

/// The row of the table for a range.
pub(super) fn of_range(
    low: &Number,
    high: &Number,
    hedge: Option<Hedge>,
    dimension: Dimension,
) -> Widths {
    let reach = |number: &Number| match hedge {
        Some(Hedge::About) => about_width(number),
        _ => half_step(number, dimension, true).max(Decimal::ZERO),
    };
    let end = |number: &Number, upper: bool| match number.vague {
        Some((low, high)) => {
            if upper {
                high
            } else {
                low
            }
        }
        None => number.value,
    };
    let (from, to) = (end(low, false), end(high, true));
    Widths {
        amount: None,
        stated: Interval::between(from, to),
        plausible: Interval::between(less(from, reach(low)), more(to, reach(high))),
        bound: Bound::Between,
    }
}

/// Half a unit of the last digit written, where the writer could have written more.
fn half_step(number: &Number, dimension: Dimension, united: bool) -> Decimal {
    let exact = match number.form {
        Form::Scaled => false,
        Form::Fraction => !united,
        Form::Loose | Form::Vague => true,
        Form::Decimals => dimension == Dimension::Money,
        Form::Whole => matches!(
            dimension,
            Dimension::Number | Dimension::Money | Dimension::Rank | Dimension::Age
        ),
    };
    if exact {
        Decimal::ZERO
    } else if number.form == Form::Fraction {
        share(number.value.abs(), 10)
    } else {
        share(number.step, 2)
    }
}

/// How far a bare round number may be off.
fn round_width(number: &Number, dimension: Dimension) -> Decimal {
    let (unit, zeros) = last_digit(number);
    let half = share(unit, 2);
    let twentieth = share(number.value.abs(), 20);
    match (number.form, dimension) {
        (Form::Decimals | Form::Loose | Form::Fraction | Form::Vague, _) => Decimal::ZERO,
        (
            _,
            Dimension::Percent
            | Dimension::Points
            | Dimension::Rank
            | Dimension::Age
            | Dimension::Magnitude,
        ) => Decimal::ZERO,
        (_, Dimension::Money) | (Form::Scaled, _) if zeros >= 2 => half.min(twentieth),
        (_, Dimension::Number | Dimension::Duration) if zeros >= 2 => {
            half.min(share(number.value.abs(), 5))
        }
        (_, Dimension::Number | Dimension::Duration | Dimension::Money) => Decimal::ZERO,
        (Form::Whole, _) if zeros >= 1 => half,
        (Form::Whole | Form::Scaled, _) => Decimal::ZERO,
    }
}

/// What "about" adds: a tenth of a number with one digit that is not zero, a twentieth of a finer one, or half a unit of that
/// digit if that is no more than a fifth.
fn about_width(number: &Number) -> Decimal {
    let (unit, _) = last_digit(number);
    let size = number.value.abs();
    let single = unit.checked_mul(Decimal::TEN).is_none_or(|ten| size < ten);
    share(size, if single { 10 } else { 20 }).max(share(unit, 2).min(share(size, 5)))
}

/// How far "nearly" and "just over" reach.
fn near_width(number: &Number) -> Decimal {
    let loose = number.form == Form::Fraction;
    share(number.value.abs(), if loose { 5 } else { 10 })
}

/// The unit of the last digit that is not zero, and how many zeros are written behind it.
fn last_digit(number: &Number) -> (Decimal, u32) {
    let mut unit = number.step;
    let mut zeros = 0;
    let mut digits = number
        .value
        .checked_div(number.step)
        .map_or(0, |x| x.trunc().normalize().mantissa());
    // Trailing zeros that `normalize` keeps are those of whole numbers.
    while digits != 0 && digits % 10 == 0 && zeros < 27 {
        digits /= 10;
        zeros += 1;
        unit = unit.checked_mul(Decimal::TEN).unwrap_or(unit);
    }
    (unit, zeros)
}

fn share(x: Decimal, parts: u32) -> Decimal {
    x.checked_div(Decimal::from(parts)).unwrap_or(Decimal::ZERO)
}

fn less(x: Decimal, width: Decimal) -> Decimal {
    x.checked_sub(width).unwrap_or(x)
}

fn more(x: Decimal, width: Decimal) -> Decimal {
    x.checked_add(width).unwrap_or(x)
}

fn around(x: Decimal, width: Decimal) -> Interval {
    Interval::between(less(x, width), more(x, width))
}
