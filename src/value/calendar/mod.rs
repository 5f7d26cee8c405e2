//! Dates as ranges of days, and times of day.

use serde::{Deserialize, Serialize};
mod expression;

pub use expression::{Anchor, CalendarUnit, Expression, Item, Lean, Part, Section};

use jiff::civil::{Date, Weekday};

/// From `earliest` to `latest`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DateRange {
    /// First day.
    #[serde(with = "crate::value::stored::date")]
    pub earliest: Date,
    /// Last day.
    #[serde(with = "crate::value::stored::date")]
    pub latest: Date,
}

impl DateRange {
    /// One day.
    pub fn day(date: Date) -> DateRange {
        DateRange {
            earliest: date,
            latest: date,
        }
    }

    /// From one day to another, in either order.
    pub fn between(a: Date, b: Date) -> DateRange {
        DateRange {
            earliest: a.min(b),
            latest: a.max(b),
        }
    }

    /// Whether some day lies in both.
    pub fn meets(&self, other: &DateRange) -> bool {
        self.earliest <= other.latest && other.earliest <= self.latest
    }

    /// Number of days, both ends included.
    pub fn days(&self) -> i64 {
        i64::from(
            self.earliest
                .until(self.latest)
                .map(|span| span.get_days())
                .unwrap_or(0),
        ) + 1
    }
}

/// A date as an article gives it. What the text leaves open stays open until it is resolved within its document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateValue {
    /// The days meant; `None` where the text and its published date do not say.
    pub range: Option<DateRange>,
    /// EDTF (ISO 8601-2), unresolved parts as X: `XXXX-12-27`. Empty before resolving.
    pub edtf: String,
    /// The weekday, where the text names one.
    #[serde(with = "crate::value::stored::any_weekday")]
    pub weekday: Option<Weekday>,
    /// Month and day of month, where the text names them, for comparing dates whose year is unknown.
    pub month_day: (Option<i8>, Option<i8>),
    /// What the words say, before anything else is known.
    pub expression: Expression,
}

/// How two dates stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRelation {
    /// The same days.
    Agree,
    /// They share days, and one says more than the other: "2014" and "May 5, 2014".
    Coarser,
    /// They cannot both be right.
    Disjoint,
    /// Too little is known of one of them, or their words are too loose.
    Unknown,
}

impl DateValue {
    /// A date that is not resolved yet; weekday and month are those that the expression names.
    pub fn new(expression: Expression, weekday: Option<Weekday>) -> DateValue {
        let (named, month_day) = match &expression {
            Expression::Calendar { month, day, .. } => (None, (*month, *day)),
            Expression::Weekday { weekday, .. } => (Some(*weekday), (None, None)),
            Expression::Nth {
                nth,
                item: Item::Month,
                ..
            } => (None, (Some(*nth), None)),
            Expression::Nth {
                nth: day,
                item: Item::Day,
                within,
            } => match within.as_ref() {
                Expression::Nth {
                    nth,
                    item: Item::Month,
                    ..
                } => (None, (Some(*nth), Some(*day))),
                _ => (None, (None, None)),
            },
            Expression::Years { .. }
            | Expression::Section { .. }
            | Expression::Unit { .. }
            | Expression::Offset { .. }
            | Expression::Holiday { .. }
            | Expression::Part { .. }
            | Expression::Nth { .. }
            | Expression::Range(..)
            | Expression::OneOf(..) => (None, (None, None)),
        };
        DateValue {
            range: None,
            edtf: String::new(),
            weekday: weekday.or(named),
            month_day,
            expression,
        }
    }

    /// Whether two dates can both be right.
    ///
    /// With days on both sides it is their ranges that tell, widened by how loose the words are. Without, weekday or
    /// month and day are compared where both name them, and can only contradict: two Tuesdays may be any two Tuesdays.
    pub fn relation(&self, other: &DateValue) -> DateRelation {
        // Whichever week "last Friday" is of, it is no Monday.
        if let (Some(a), Some(b)) = (self.weekday, other.weekday)
            && a != b
        {
            return DateRelation::Disjoint;
        }
        if let (Some(a), Some(b)) = (self.range, other.range) {
            if a == b {
                return DateRelation::Agree;
            }
            if a.meets(&b) {
                return DateRelation::Coarser;
            }
            let (first, second) = if a.earliest <= b.earliest {
                (a, b)
            } else {
                (b, a)
            };
            let gap = DateRange {
                earliest: first.latest,
                latest: second.earliest,
            }
            .days()
                - 1;
            let slack = self.expression.slack().max(other.expression.slack());
            return if gap <= slack {
                DateRelation::Unknown
            } else {
                DateRelation::Disjoint
            };
        }
        let (month, day) = (
            (self.month_day.0, other.month_day.0),
            (self.month_day.1, other.month_day.1),
        );
        if let (Some(a), Some(b)) = month {
            return match day {
                _ if a != b => DateRelation::Disjoint,
                (Some(x), Some(y)) if x != y => DateRelation::Disjoint,
                (Some(_), Some(_)) => DateRelation::Agree,
                (None, Some(_)) | (Some(_), None) => DateRelation::Coarser,
                (None, None) => DateRelation::Agree,
            };
        }
        match (self.weekday, other.weekday) {
            (Some(a), Some(b)) if a == b => DateRelation::Agree,
            (Some(_), Some(_)) => DateRelation::Disjoint,
            _ => DateRelation::Unknown,
        }
    }
}

/// A time of day, in minutes after midnight, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ClockTime {
    /// First minute of the day that is meant.
    pub earliest: u16,
    /// Last minute of the day that is meant.
    pub latest: u16,
    /// Minutes east of UTC, where the text names the zone.
    pub zone: Option<i16>,
    /// By "local time": the clock of the place, which is no zone that is named for the reader.
    pub local: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn value(range: Option<(Date, Date)>, expression: Expression) -> DateValue {
        DateValue {
            range: range.map(|(earliest, latest)| DateRange { earliest, latest }),
            ..DateValue::new(expression, None)
        }
    }

    #[test]
    fn ranges_tell_where_both_dates_have_one() {
        let day = |y, m, d| {
            value(
                Some((date(y, m, d), date(y, m, d))),
                Expression::calendar(Some(y), Some(m), Some(d)),
            )
        };
        let year = value(
            Some((date(2014, 1, 1), date(2014, 12, 31))),
            Expression::calendar(Some(2014), None, None),
        );
        assert_eq!(
            day(2014, 5, 5).relation(&day(2014, 5, 5)),
            DateRelation::Agree
        );
        assert_eq!(year.relation(&day(2014, 5, 5)), DateRelation::Coarser);
        assert_eq!(day(2013, 5, 5).relation(&year), DateRelation::Disjoint);
        assert_eq!(
            day(2014, 5, 5).relation(&day(2014, 5, 6)),
            DateRelation::Disjoint
        );
    }

    #[test]
    fn loose_words_contradict_only_what_is_far_away() {
        let weeks_ago = |d| {
            value(
                Some((date(2014, 5, d), date(2014, 5, d))),
                Expression::Offset {
                    count: (-2, -2),
                    unit: CalendarUnit::Week,
                    anchor: Anchor::Published,
                },
            )
        };
        let day = value(
            Some((date(2014, 5, 10), date(2014, 5, 10))),
            Expression::calendar(Some(2014), Some(5), Some(10)),
        );
        assert_eq!(weeks_ago(12).relation(&day), DateRelation::Unknown);
        assert_eq!(weeks_ago(25).relation(&day), DateRelation::Disjoint);
    }

    #[test]
    fn without_a_year_the_named_parts_are_compared() {
        let bare = |month, day| value(None, Expression::calendar(None, Some(month), day));
        let weekday = |weekday| {
            value(
                None,
                Expression::Weekday {
                    weekday,
                    lean: Lean::Unknown,
                    week: None,
                },
            )
        };
        assert_eq!(
            bare(12, Some(27)).relation(&bare(12, Some(27))),
            DateRelation::Agree
        );
        assert_eq!(
            bare(12, Some(27)).relation(&bare(12, Some(28))),
            DateRelation::Disjoint
        );
        assert_eq!(
            bare(12, Some(27)).relation(&bare(12, None)),
            DateRelation::Coarser
        );
        assert_eq!(
            bare(12, None).relation(&bare(11, Some(3))),
            DateRelation::Disjoint
        );
        assert_eq!(
            weekday(Weekday::Monday).relation(&weekday(Weekday::Tuesday)),
            DateRelation::Disjoint
        );
        assert_eq!(
            weekday(Weekday::Monday).relation(&bare(12, None)),
            DateRelation::Unknown
        );
    }
}
