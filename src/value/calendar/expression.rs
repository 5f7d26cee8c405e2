//! What a date says by itself, before anything else is known.
//!
//! The parser of dates writes an [`Expression`] and settles nothing; resolving turns it into days. Kept in the value,
//! since it also tells how exact the words are: "two weeks ago" is printed as a day, and nobody meant that very day.

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

/// A date as the words give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expression {
    /// "27 December 2014", "Dec. 27", "July 2013", "July", "2014".
    Calendar {
        /// The year, where written.
        year: Option<i16>,
        /// The month, 1 to 12.
        month: Option<i8>,
        /// The day of the month.
        day: Option<i8>,
        /// Which way to look for what is not written.
        lean: Lean,
    },
    /// Years that share their leading digits: "the 1990s" (from 1990, 10 years), "the 18th century" (from 1700, 100).
    Years {
        /// The first of them.
        first: i16,
        /// How many.
        count: i16,
    },
    /// "Q3 2023", "winter 2012", "next spring".
    Section {
        /// Which part of a year.
        section: Section,
        /// The year, where written.
        year: Option<i16>,
        /// Which way to look for the year.
        lean: Lean,
    },
    /// "Tuesday", "next Friday", "Tuesday of last week".
    Weekday {
        /// The day of the week.
        #[serde(with = "crate::value::stored::weekday")]
        weekday: Weekday,
        /// Which way to look.
        lean: Lean,
        /// The week, counted from that of publication, where the text names it.
        week: Option<i32>,
    },
    /// "today", "this month", "last year", "the following week".
    Unit {
        /// What is counted.
        unit: CalendarUnit,
        /// How many of them after (or, negative, before) the anchor's.
        shift: i32,
        /// What is counted from.
        anchor: Anchor,
    },
    /// "two days ago", "three weeks later", "the day after tomorrow".
    Offset {
        /// How many: the least and the most, negative before the anchor.
        count: (i32, i32),
        /// Of what.
        unit: CalendarUnit,
        /// What is counted from.
        anchor: Anchor,
    },
    /// A holiday by its index in the list, with its year where written.
    Holiday {
        /// Index into the list of holidays.
        index: u16,
        /// The year, where written.
        year: Option<i16>,
        /// Which way to look for the year.
        lean: Lean,
    },
    /// "early 2014", "mid-December", "later this week".
    Part {
        /// Which part.
        part: Part,
        /// Of what.
        of: Box<Expression>,
    },
    /// "the first Monday in October", "the first week of November", "the 20th of next month".
    Nth {
        /// Which, from 1; negative from the end.
        nth: i8,
        /// Of what.
        item: Item,
        /// In what.
        within: Box<Expression>,
    },
    /// "Dec. 24-28", "between 1991 and 1998".
    Range(Box<Expression>, Box<Expression>),
    /// 05/01/2015: one of two.
    OneOf(Box<Expression>, Box<Expression>),
}

/// Which way the words point from the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lean {
    /// The words around do not tell: the nearest past, for a day of a month the nearest.
    Unknown,
    /// The clause tells what has happened.
    Past,
    /// The clause tells what will happen.
    Future,
    /// "last"
    Last,
    /// "this"
    This,
    /// "next"
    Next,
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Section {
    /// A half, 1 or 2.
    Half(i8),
    /// A quarter, 1 to 4.
    Quarter(i8),
    /// A season of the northern half of the earth, 1 (spring) to 4 (winter).
    Season(i8),
}

/// A part of any stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// The first third.
    Early,
    /// The middle third.
    Mid,
    /// The last third.
    Late,
    /// "earlier this week": up to the day of publication.
    Before,
    /// "later this week": from the day of publication on.
    After,
    /// "the first half of".
    FirstHalf,
    /// "the second half of".
    SecondHalf,
}

/// A unit that dates are counted in, from short to long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CalendarUnit {
    /// Hours and minutes: their dates are those of the day.
    Hour,
    /// A day.
    Day,
    /// From Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Two weeks.
    Fortnight,
    /// A calendar month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A calendar year.
    Year,
    /// Ten years from one that ends in 0.
    Decade,
    /// A hundred years from one that ends in 00.
    Century,
}

/// What is counted inside a longer stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Item {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Quarters.
    Quarter,
    /// One day of the week.
    Weekday(#[serde(with = "crate::value::stored::weekday")] Weekday),
    /// Months of a year: "May of last year".
    Month,
    /// Seasons of a year: "the summer of that year".
    Season,
}

/// What a relative date is counted from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// The day of publication.
    Published,
    /// The nearest date before it in the text.
    Text,
    /// A date that the words themselves name.
    Date(Box<Expression>),
}

impl Expression {
    /// Whether it counts from another date of the text: "the next day", "three weeks later".
    pub fn counts_from_text(&self) -> bool {
        match self {
            Expression::Unit { anchor, .. } | Expression::Offset { anchor, .. } => match anchor {
                Anchor::Text => true,
                Anchor::Date(date) => date.counts_from_text(),
                Anchor::Published => false,
            },
            Expression::Part { of, .. } => of.counts_from_text(),
            Expression::Nth { within, .. } => within.counts_from_text(),
            Expression::Range(first, last) => first.counts_from_text() || last.counts_from_text(),
            Expression::Calendar { .. }
            | Expression::Years { .. }
            | Expression::Section { .. }
            | Expression::Weekday { .. }
            | Expression::Holiday { .. }
            | Expression::OneOf(..) => false,
        }
    }

    /// A date with all its parts written.
    pub(crate) fn calendar(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Expression {
        Expression::Calendar {
            year,
            month,
            day,
            lean: Lean::Unknown,
        }
    }

    /// How many days off the printed range the speaker may have meant: two dates that are apart by no more than this do
    /// not contradict each other.
    pub fn slack(&self) -> i64 {
        match self {
            Expression::Calendar { .. } | Expression::Years { .. } => 0,
            Expression::Section { section, .. } => match section {
                // Reported by the quarter of a business year as well, which may begin in any month.
                Section::Half(_) | Section::Quarter(_) => 183,
                // The other half of the earth has the other season.
                Section::Season(_) => 183,
            },
            Expression::Weekday { lean, week, .. } => match lean {
                // "last Tuesday" and "next Tuesday" are used for either of two weeks.
                Lean::Last | Lean::Next if week.is_none() => 7,
                Lean::Unknown
                | Lean::Past
                | Lean::Future
                | Lean::This
                | Lean::Last
                | Lean::Next => 0,
            },
            Expression::Unit { unit, .. } => match unit {
                // Weeks begin on Sunday as well, and "the weekend" on Friday night.
                CalendarUnit::Week | CalendarUnit::Weekend => 1,
                CalendarUnit::Quarter => 183,
                CalendarUnit::Hour
                | CalendarUnit::Day
                | CalendarUnit::Fortnight
                | CalendarUnit::Month
                | CalendarUnit::Year
                | CalendarUnit::Decade
                | CalendarUnit::Century => 0,
            },
            Expression::Offset {
                unit,
                count,
                anchor,
            } => {
                let unit = match unit {
                    CalendarUnit::Hour => 1,
                    // "two days ago" of a story that was told the day before.
                    CalendarUnit::Day if count.0 != count.1 || count.0.abs() > 6 => 3,
                    CalendarUnit::Day if *anchor == Anchor::Published => 1,
                    CalendarUnit::Day => 0,
                    CalendarUnit::Week | CalendarUnit::Weekend => 5,
                    CalendarUnit::Fortnight => 7,
                    CalendarUnit::Month => 23,
                    CalendarUnit::Quarter => 60,
                    CalendarUnit::Year => 300,
                    CalendarUnit::Decade => 1500,
                    CalendarUnit::Century => 15_000,
                };
                match anchor {
                    Anchor::Date(date) => unit + date.slack(),
                    Anchor::Published | Anchor::Text => unit,
                }
            }
            Expression::Holiday { .. } => 0,
            Expression::Part { part, of } => match part {
                Part::Early | Part::Mid | Part::Late => of.slack().max(of.third()),
                Part::Before | Part::After => of.slack().max(1),
                Part::FirstHalf | Part::SecondHalf => of.slack(),
            },
            Expression::Nth { within, item, .. } => match item {
                Item::Week => within.slack().max(6),
                Item::Quarter => 183,
                Item::Season => 183,
                Item::Day | Item::Weekday(_) | Item::Month => within.slack(),
            },
            Expression::Range(first, last) => first.slack().max(last.slack()),
            Expression::OneOf(first, second) => first.slack().max(second.slack()),
        }
    }

    /// About a third of its length in days, for the blurred edges of "early" and "late".
    fn third(&self) -> i64 {
        match self {
            Expression::Calendar { day: Some(_), .. } | Expression::Weekday { .. } => 0,
            Expression::Calendar { month: Some(_), .. } => 6,
            Expression::Calendar { .. } => 60,
            Expression::Years { count, .. } => i64::from(*count) * 60,
            Expression::Section { .. } => 30,
            Expression::Unit { unit, .. } | Expression::Offset { unit, .. } => match unit {
                CalendarUnit::Hour | CalendarUnit::Day => 0,
                CalendarUnit::Week | CalendarUnit::Weekend | CalendarUnit::Fortnight => 2,
                CalendarUnit::Month => 6,
                CalendarUnit::Quarter => 30,
                CalendarUnit::Year => 60,
                CalendarUnit::Decade => 600,
                CalendarUnit::Century => 6000,
            },
            Expression::Holiday { .. } => 1,
            Expression::Part { of, .. } => of.third(),
            Expression::Nth { item, .. } => match item {
                Item::Day | Item::Weekday(_) => 0,
                Item::Week => 2,
                Item::Month => 6,
                Item::Quarter | Item::Season => 30,
            },
            Expression::Range(first, _) | Expression::OneOf(first, _) => first.third(),
        }
    }
}
