//! A figure: an amount with the interval it states and the wider one that a reader may take it for.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Dimension, Interval, Unit};

/// How the words around a figure bound it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Bound {
    /// No hedge.
    Exact,
    /// "about", "some", "around", "an estimated".
    About,
    /// "at least", "a minimum of".
    AtLeast,
    /// "more than", "over".
    MoreThan,
    /// "at most", "up to", "no more than".
    AtMost,
    /// "less than", "fewer than", "under"; "nearly" and "almost" are this with a low end.
    LessThan,
    /// A range: "10 to 15", "dozens".
    Between,
}

impl Bound {
    /// The word of the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Bound::Exact => "exact",
            Bound::About => "about",
            Bound::AtLeast => "at_least",
            Bound::MoreThan => "more_than",
            Bound::AtMost => "at_most",
            Bound::LessThan => "less_than",
            Bound::Between => "between",
        }
    }
}

/// A count, amount of money, percentage, measure, ordinal, age or duration.
///
/// Two intervals: what it *states* ("$44 million" is 43.5 to 44.5 million) decides whether two figures agree, and what
/// is *plausible* (wider: hedges and bare round numbers) decides whether they must conflict. Between them is silence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The amount as written, `None` for a range or a vague magnitude.
    #[serde(with = "super::stored::decimal")]
    pub amount: Option<Decimal>,
    /// What the text states, by its printed precision and bounds.
    pub stated: Interval,
    /// What a careful reader may still take it for; contains `stated`.
    pub plausible: Interval,
    /// How it is bounded.
    pub bound: Bound,
    /// The unit as a symbol; `None` for plain numbers.
    pub unit: Option<Unit>,
    /// What sort of quantity it is: only figures of one dimension are compared.
    pub dimension: Dimension,
    /// The exact fraction where the text writes one ("two-thirds"), numerator and denominator.
    pub ratio: Option<(u32, u32)>,
    /// What it is for one of: "$15 a *barrel*" as the symbol of a unit (`bbl`), "$6 *each*", "2 per cent a *year*". `None`
    /// where the text names nothing: a total, or a rate that is told elsewhere.
    pub per: Option<Box<str>>,
}

/// The `per` of what is for one of each, which does not say of what.
pub const EACH: &str = "each";

impl Figure {
    /// The stated and plausible intervals in the dimension's base unit, so that feet and metres compare.
    /// Where a conversion does not fit a decimal, the intervals as written.
    pub fn in_base(&self) -> (Interval, Interval) {
        let convert = |interval: &Interval| match self.unit {
            Some(unit) => interval.map(|x| unit.to_base(x)).unwrap_or(*interval),
            None => *interval,
        };
        (convert(&self.stated), convert(&self.plausible))
    }

    /// The one number that it gives or rounds, in the dimension's base unit: none for a bound or a range.
    pub fn point(&self) -> Option<Decimal> {
        let amount = self.written_point()?;
        match self.unit {
            Some(unit) => unit.to_base(amount),
            None => Some(amount),
        }
    }

    /// The same in the unit that it is written in.
    pub(super) fn written_point(&self) -> Option<Decimal> {
        self.amount
            .filter(|_| matches!(self.bound, Bound::Exact | Bound::About))
    }

    /// Whether the two are quantities of one sort: same dimension, for money the same currency, and for prices and rates
    /// the same thing that they are for one of. A fraction compares with a percentage: the base of both is the share of
    /// a whole.
    pub fn comparable(&self, other: &Figure) -> bool {
        if self.rates_differ(other) {
            return false;
        }
        let share = |a: &Figure, b: &Figure| a.ratio.is_some() && b.dimension == Dimension::Percent;
        if share(self, other) || share(other, self) {
            return true;
        }
        if self.is_part_of_one() && other.is_many() || other.is_part_of_one() && self.is_many() {
            return false;
        }
        self.dimension == other.dimension
            && match (self.unit, other.unit) {
                (Some(a), Some(b)) => a == b || a.converts() && b.converts(),
                (None, None) => true,
                _ => false,
            }
    }

    /// Whether it is a fraction of a whole: "one-third" of the voters and 180 of them have no measure in common unless it is known
    /// how many there are.
    fn is_part_of_one(&self) -> bool {
        self.ratio.is_some_and(|(part, whole)| part < whole)
    }

    /// Whether it counts several: more than any fraction does.
    fn is_many(&self) -> bool {
        self.ratio.is_none()
            && self.unit.is_none()
            && self.stated.low.is_some_and(|low| low > Decimal::ONE)
    }

    /// Whether both say what they are for one of, and say different things.
    fn rates_differ(&self, other: &Figure) -> bool {
        match (self.per.as_deref(), other.per.as_deref()) {
            (Some(a), Some(b)) => a != b && a != EACH && b != EACH,
            _ => false,
        }
    }

    /// Whether the two are known to be for one of the same thing, or both for nothing in particular. Where they are not,
    /// the one may be a total and the other a rate.
    pub fn same_rate(&self, other: &Figure) -> bool {
        self.per == other.per
    }

    /// The amount in the base unit; for a range its middle, for an open one its end. For messages and ordering only.
    pub fn representative(&self) -> Option<Decimal> {
        let value = match (self.amount, self.stated.low, self.stated.high) {
            (Some(amount), _, _) => amount,
            (None, Some(low), Some(high)) => low.checked_add(high)?.checked_div(Decimal::TWO)?,
            (None, low, high) => low.or(high)?,
        };
        match self.unit {
            Some(unit) => unit.to_base(value),
            None => Some(value),
        }
    }
}
