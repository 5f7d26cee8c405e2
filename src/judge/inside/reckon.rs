//! Arithmetic on intervals of exact decimals, and its results as a reader sees them.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::value::{Figure, Interval};

/// How far a figure of two zeros or more is taken to reach, in thousandths of it.
const ROUND: i64 = 25;

/// How far a figure reaches when another one is reckoned from it: what it states. Where it ends in two zeros or more, a
/// little further, if no further than it may mean: "from 300 to 400, up 30 per cent" is told of 306 and 398.
pub(super) fn reach(figure: &Figure) -> Interval {
    let stated = figure.stated;
    let (Some(amount), Some(low), Some(high)) = (figure.amount, stated.low, stated.high) else {
        return stated;
    };
    let step = high - low;
    let printed = if step.is_zero() {
        Some(amount)
    } else {
        amount.checked_div(step)
    };
    let hundred = Decimal::ONE_HUNDRED;
    if !printed.is_some_and(|p| p >= hundred && (p % hundred).is_zero()) {
        return stated;
    }
    let by = amount.abs() * Decimal::new(ROUND, 3);
    let plausible = figure.plausible;
    Interval {
        low: plausible.low.map(|x| low.min(x.max(amount - by))),
        high: plausible.high.map(|x| high.max(x.min(amount + by))),
    }
}

/// A percentage or share with half a unit of its last digit more on either side: some cut digits off where others round.
pub(super) fn loosely(figure: &Figure) -> Interval {
    let half = figure.amount.map_or(Decimal::ZERO, |amount| {
        Decimal::new(5, amount.normalize().scale() + 1)
    });
    Interval {
        low: figure.plausible.low.map(|x| x - half),
        high: figure.plausible.high.map(|x| x + half),
    }
}

/// All that the sum of two intervals may be.
pub(super) fn add(a: Interval, b: Interval) -> Option<Interval> {
    let end = |x: Option<Decimal>, y: Option<Decimal>| match (x, y) {
        (Some(x), Some(y)) => x.checked_add(y).map(Some),
        _ => Some(None),
    };
    Some(Interval {
        low: end(a.low, b.low)?,
        high: end(a.high, b.high)?,
    })
}

/// All that `part` may be of `whole`, in per cent; both are bounded below by more than nothing.
pub(super) fn share(part: Interval, whole: Interval) -> Option<Interval> {
    let of = |x: Option<Decimal>, y: Option<Decimal>| match (x, y) {
        (Some(x), Some(y)) => x
            .checked_mul(Decimal::ONE_HUNDRED)?
            .checked_div(y)
            .map(Some),
        _ => Some(None),
    };
    let positive = |x: Option<Decimal>| x.is_some_and(|x| x > Decimal::ZERO);
    if !positive(part.low) || !positive(whole.low) {
        return None;
    }
    Some(Interval {
        low: of(part.low, whole.high)?,
        high: of(part.high, whole.low)?,
    })
}

/// All that a change from one interval to another may be, in per cent of the first, without its sign. Both are bounded.
pub(super) fn change(from: Interval, to: Interval) -> Option<Interval> {
    let ratio = share(to, from)?;
    let (low, high) = (ratio.low?, ratio.high?);
    let (a, b) = (low - Decimal::ONE_HUNDRED, high - Decimal::ONE_HUNDRED);
    Some(if a.is_sign_negative() != b.is_sign_negative() {
        Interval::between(Decimal::ZERO, a.abs().max(b.abs()))
    } else {
        Interval::between(a.abs(), b.abs())
    })
}

/// `percent` per cent of `whole`, each an interval.
pub(super) fn part(percent: Interval, whole: Interval) -> Option<Interval> {
    let times = |x: Option<Decimal>, y: Option<Decimal>| match (x, y) {
        (Some(x), Some(y)) => x
            .checked_mul(y)?
            .checked_div(Decimal::ONE_HUNDRED)
            .map(Some),
        _ => Some(None),
    };
    Some(Interval {
        low: times(percent.low, whole.low)?,
        high: times(percent.high, whole.high)?,
    })
}

/// The interval with so many hundredths of its ends more on either side.
pub(super) fn widened(interval: Interval, hundredths: i64) -> Interval {
    let by = |x: Decimal| x.abs() * Decimal::new(hundredths, 2);
    Interval {
        low: interval.low.map(|x| x - by(x)),
        high: interval.high.map(|x| x + by(x)),
    }
}

/// A number for a reader: three digits or all before the point, thousands in groups.
pub(super) fn shown(value: Decimal) -> String {
    let rounded = value
        .round_sf_with_strategy(3, RoundingStrategy::MidpointAwayFromZero)
        .unwrap_or(value);
    let whole = value.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    let number = if value.abs() >= Decimal::from(1000) {
        whole
    } else {
        rounded
    };
    let written = number.normalize().to_string();
    let (sign, digits) = match written.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", written.as_str()),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, format!(".{fraction}")),
        None => (digits, String::new()),
    };
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn i(low: i64, high: i64) -> Interval {
        Interval::between(low.into(), high.into())
    }

    #[test]
    fn shares_and_changes_take_the_ends_that_are_furthest_apart() {
        assert_eq!(share(i(30, 30), i(40, 40)), Some(i(75, 75)));
        assert_eq!(share(i(10, 20), i(40, 50)), Some(i(20, 50)));
        assert_eq!(share(i(0, 20), i(40, 50)), None);
        assert_eq!(change(i(40, 40), i(50, 50)), Some(i(25, 25)));
        assert_eq!(change(i(50, 50), i(40, 40)), Some(i(20, 20)));
        assert_eq!(change(i(40, 50), i(40, 60)), Some(i(0, 50)));
        assert_eq!(part(i(20, 20), i(500, 500)), Some(i(100, 100)));
        assert_eq!(add(i(1, 2), i(3, 4)), Some(i(4, 6)));
    }

    #[test]
    fn numbers_are_shown_with_three_digits() {
        let p = |written: &str, expected: &str| {
            assert_eq!(shown(written.parse().unwrap()), expected, "{written}");
        };
        p("196.8503937", "197");
        p("33.3333333", "33.3");
        p("25.00", "25");
        p("1234567.8", "1,234,568");
        p("-40.04", "-40");
        p("0.062137", "0.0621");
    }
}
