//! Closed intervals of exact decimals, open at an end where the text sets no bound.

use std::cmp::Ordering;

use rust_decimal::Decimal;

/// From `low` to `high`, both included; `None` is no bound on that side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The least value, `None` where there is none.
    pub low: Option<Decimal>,
    /// The greatest value, `None` where there is none.
    pub high: Option<Decimal>,
}

impl Interval {
    /// One value.
    pub fn exact(value: Decimal) -> Interval {
        Interval {
            low: Some(value),
            high: Some(value),
        }
    }

    /// Between two values, in either order.
    pub fn between(a: Decimal, b: Decimal) -> Interval {
        Interval {
            low: Some(a.min(b)),
            high: Some(a.max(b)),
        }
    }

    /// `value` or more.
    pub fn at_least(value: Decimal) -> Interval {
        Interval {
            low: Some(value),
            high: None,
        }
    }

    /// `value` or less.
    pub fn at_most(value: Decimal) -> Interval {
        Interval {
            low: None,
            high: Some(value),
        }
    }

    /// Whether some value lies in both.
    ///
    /// Two bounded intervals with a width that share no more than an end do not meet: they are the roundings of
    /// neighbours ("44 million" and "45 million" both end at 44.5), which no one value gives.
    pub fn meets(&self, other: &Interval) -> bool {
        let touch = self.has_width() && other.has_width();
        let below = |high: Option<Decimal>, low: Option<Decimal>| matches!((high, low), (Some(high), Some(low)) if high < low || touch && high == low);
        !below(self.high, other.low) && !below(other.high, self.low)
    }

    /// Whether it holds a value that is no end of it; of a single value, whether it is that.
    pub fn holds_inside(&self, value: Decimal) -> bool {
        let single = self.low.is_some() && self.low == self.high;
        let inside =
            |end: Option<Decimal>, side: Ordering| end.is_none_or(|end| value.cmp(&end) == side);
        single && self.low == Some(value)
            || inside(self.low, Ordering::Greater) && inside(self.high, Ordering::Less)
    }

    /// Bounded on both sides, and more than one value.
    fn has_width(&self) -> bool {
        matches!((self.low, self.high), (Some(low), Some(high)) if low < high)
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: &Interval) -> bool {
        let low = match (self.low, other.low) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => a <= b,
        };
        let high = match (self.high, other.high) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => a >= b,
        };
        low && high
    }

    /// Each end through `f`, in order; `None` where a result does not fit a decimal.
    pub fn map(&self, f: impl Fn(Decimal) -> Option<Decimal>) -> Option<Interval> {
        let end = |x: Option<Decimal>| x.map(&f).map_or(Some(None), |y| y.map(Some));
        let (low, high) = (end(self.low)?, end(self.high)?);
        Some(match (low, high) {
            (Some(low), Some(high)) => Interval::between(low, high),
            (low, high) => Interval { low, high },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn i(low: Option<i64>, high: Option<i64>) -> Interval {
        Interval {
            low: low.map(Decimal::from),
            high: high.map(Decimal::from),
        }
    }

    #[test]
    fn intervals_meet_at_their_ends() {
        assert!(i(Some(1), Some(2)).meets(&i(Some(2), None)));
        assert!(!i(Some(1), Some(2)).meets(&i(Some(3), None)));
        assert!(i(None, Some(5)).meets(&i(None, Some(1))));
        assert!(i(Some(1), Some(2)).meets(&i(Some(2), Some(2))));
    }

    #[test]
    fn neighbours_that_share_an_end_do_not_meet() {
        assert!(!i(Some(1), Some(2)).meets(&i(Some(2), Some(3))));
        assert!(i(Some(1), Some(3)).meets(&i(Some(2), Some(4))));
    }

    #[test]
    fn an_open_end_is_contained_only_by_an_open_end() {
        assert!(i(None, None).contains(&i(Some(1), None)));
        assert!(!i(Some(0), Some(9)).contains(&i(Some(1), None)));
    }
}
