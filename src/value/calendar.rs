//! Dates as ranges of days, and times of day.

use jiff::civil::{Date, Weekday};

use super::ValueRelation;

/// From `earliest` to `latest`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DateRange {
    /// First day.
    pub earliest: Date,
    /// Last day.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateValue {
    /// The days meant; `None` where the text and its published date do not say.
    pub range: Option<DateRange>,
    /// EDTF (ISO 8601-2), unresolved parts as X: `XXXX-12-27`.
    pub edtf: String,
    /// The weekday, where the text names one.
    pub weekday: Option<Weekday>,
    /// Month and day of month, where the text names them, for comparing dates whose year is unknown.
    pub month_day: (Option<i8>, Option<i8>),
}

/// A time of day, in minutes after midnight, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClockTime {
    /// First minute of the day that is meant.
    pub earliest: u16,
    /// Last minute of the day that is meant.
    pub latest: u16,
    /// Minutes east of UTC, where the text names the zone.
    pub zone: Option<i16>,
}

impl DateValue {
    /// How two dates relate: by their days where both are known, else by month and day or weekday where both name them.
    pub fn relation(&self, other: &DateValue) -> ValueRelation {
        match (self.range, other.range) {
            (Some(a), Some(b)) if a == b => ValueRelation::Equal,
            (Some(a), Some(b)) if a.meets(&b) => ValueRelation::LessPrecise,
            (Some(_), Some(_)) => ValueRelation::Disjoint,
            _ => ValueRelation::Open,
        }
    }
}

impl ClockTime {
    /// How two times of day relate; times of different or unknown zones are left open.
    pub fn relation(&self, other: &ClockTime) -> ValueRelation {
        if self.earliest == other.earliest && self.latest == other.latest {
            ValueRelation::Equal
        } else if self.zone != other.zone {
            ValueRelation::Open
        } else if self.earliest <= other.latest && other.earliest <= self.latest {
            ValueRelation::LessPrecise
        } else {
            ValueRelation::Disjoint
        }
    }
}
