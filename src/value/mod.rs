//! What a mention can say: figures as intervals, dates as ranges of days, names, scores, quotations. No text in here.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
mod calendar;
mod figure;
mod interval;
mod relation;
pub(crate) mod stored;
mod unit;

pub use calendar::{
    Anchor, CalendarUnit, ClockTime, DateRange, DateRelation, DateValue, Expression, Item, Lean,
    Part, Section,
};
pub use figure::{Bound, EACH, Figure};
pub use interval::Interval;
pub use relation::ValueRelation;
pub(crate) use relation::counted_on;
pub use unit::{Dimension, Unit};

use crate::resolve::EntityId;

/// What sort of thing a mention is; the word printed as `kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// A number of things, or a bare number.
    Count,
    /// An amount in a currency.
    Money,
    /// A percentage, percentage points or basis points.
    Percent,
    /// A quantity with a unit.
    Measure,
    /// A place in an order.
    Ordinal,
    /// How old someone or something is.
    Age,
    /// A result of a game, a record, or a vote.
    Score,
    /// A day or a range of days.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A person's name.
    Person,
    /// A company, party, institution, team.
    Organization,
    /// A country, city, river, street.
    Place,
    /// Any other proper name: a film, a ship, a law.
    OtherName,
    /// Words between quotation marks.
    Quote,
}

impl Kind {
    /// Every kind, in the order of the contract.
    pub const ALL: [Kind; 15] = [
        Kind::Count,
        Kind::Money,
        Kind::Percent,
        Kind::Measure,
        Kind::Ordinal,
        Kind::Age,
        Kind::Score,
        Kind::Date,
        Kind::Time,
        Kind::Duration,
        Kind::Person,
        Kind::Organization,
        Kind::Place,
        Kind::OtherName,
        Kind::Quote,
    ];

    /// The word of the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Count => "count",
            Kind::Money => "money",
            Kind::Percent => "percent",
            Kind::Measure => "measure",
            Kind::Ordinal => "ordinal",
            Kind::Age => "age",
            Kind::Score => "score",
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::Duration => "duration",
            Kind::Person => "person",
            Kind::Organization => "organization",
            Kind::Place => "place",
            Kind::OtherName => "other-name",
            Kind::Quote => "quote",
        }
    }

    /// Whether it is a proper name of some sort.
    pub fn is_name(self) -> bool {
        matches!(
            self,
            Kind::Person | Kind::Organization | Kind::Place | Kind::OtherName
        )
    }

    /// Whether its value is a [`Figure`].
    pub fn is_figure(self) -> bool {
        matches!(
            self,
            Kind::Count
                | Kind::Money
                | Kind::Percent
                | Kind::Measure
                | Kind::Ordinal
                | Kind::Age
                | Kind::Duration
        )
    }
}

/// What a mention says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Counts, money, percentages, measures, ordinals, ages, durations.
    Figure(Box<Figure>),
    /// A day or a range of days.
    Date(DateValue),
    /// A time of day.
    Time(ClockTime),
    /// A score, record or vote.
    Score(Score),
    /// A proper name.
    Name(Name),
    /// A quotation.
    Quote(Quote),
}

impl Value {
    /// The one number that a figure gives; `None` for a range, and for what is no figure.
    pub(crate) fn amount(&self) -> Option<Decimal> {
        match self {
            Value::Figure(figure) => figure.amount,
            _ => None,
        }
    }

    /// The days that a date may be, where it is one and they are known.
    pub(crate) fn range(&self) -> Option<DateRange> {
        match self {
            Value::Date(date) => date.range,
            _ => None,
        }
    }
}

/// The parts of a score, as written: "3-2", "45-1", "5 to 4".
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Score {
    /// The figures in the order written.
    pub parts: Vec<u32>,
    /// What they count.
    pub kind: ScoreKind,
}

/// What the parts of a score count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ScoreKind {
    /// The points of one game, set or series.
    Game,
    /// Wins and losses over time.
    Record,
    /// Votes for and against.
    Vote,
}

impl ScoreKind {
    /// The word of the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            ScoreKind::Game => "game",
            ScoreKind::Record => "record",
            ScoreKind::Vote => "vote",
        }
    }
}

/// A proper name; after resolving, whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// The name as compared: without title, article and possessive, white space made single.
    pub canonical: String,
    /// The entity of its document; `None` before resolving.
    pub entity: Option<EntityId>,
}

/// A quotation: who says it, and how long it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The entity that is quoted, where the text names it.
    pub speaker: Option<EntityId>,
    /// Number of words between the marks.
    pub words: usize,
}
