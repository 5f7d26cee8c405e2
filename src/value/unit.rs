//! Units by exact ratios. The table itself, with its words, is `lexicon/units.tsv`.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What sort of quantity a figure is; only figures of one dimension answer one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Dimension {
    /// A plain number.
    Number,
    /// Money; currencies do not convert.
    Money,
    /// Per cent.
    Percent,
    /// Percentage points and basis points.
    Points,
    /// A place in an order.
    Rank,
    /// An age in years.
    Age,
    /// A length of time.
    Duration,
    /// A length.
    Length,
    /// An area.
    Area,
    /// A mass.
    Mass,
    /// A volume.
    Volume,
    /// A temperature.
    Temperature,
    /// A speed.
    Speed,
    /// An energy.
    Energy,
    /// A power.
    Power,
    /// A pressure.
    Pressure,
    /// The magnitude of an earthquake.
    Magnitude,
    /// An amount of data.
    Data,
    /// A data rate.
    DataRate,
    /// A frequency.
    Frequency,
    /// An angle.
    Angle,
    /// An electric quantity, a force, a calibre, anything else with a unit: compared only in the same unit.
    Other,
}

impl Dimension {
    /// The word of the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Dimension::Number => "number",
            Dimension::Money => "money",
            Dimension::Percent => "percent",
            Dimension::Points => "points",
            Dimension::Rank => "rank",
            Dimension::Age => "age",
            Dimension::Duration => "duration",
            Dimension::Length => "length",
            Dimension::Area => "area",
            Dimension::Mass => "mass",
            Dimension::Volume => "volume",
            Dimension::Temperature => "temperature",
            Dimension::Speed => "speed",
            Dimension::Energy => "energy",
            Dimension::Power => "power",
            Dimension::Pressure => "pressure",
            Dimension::Magnitude => "magnitude",
            Dimension::Data => "data",
            Dimension::DataRate => "data-rate",
            Dimension::Frequency => "frequency",
            Dimension::Angle => "angle",
            Dimension::Other => "other",
        }
    }

    /// The dimension of that name in the unit table.
    pub fn from_name(name: &str) -> Option<Dimension> {
        const ALL: [Dimension; 22] = [
            Dimension::Number,
            Dimension::Money,
            Dimension::Percent,
            Dimension::Points,
            Dimension::Rank,
            Dimension::Age,
            Dimension::Duration,
            Dimension::Length,
            Dimension::Area,
            Dimension::Mass,
            Dimension::Volume,
            Dimension::Temperature,
            Dimension::Speed,
            Dimension::Energy,
            Dimension::Power,
            Dimension::Pressure,
            Dimension::Magnitude,
            Dimension::Data,
            Dimension::DataRate,
            Dimension::Frequency,
            Dimension::Angle,
            Dimension::Other,
        ];
        ALL.into_iter().find(|d| d.name() == name)
    }
}

/// A unit of the table: a symbol and how it converts to the base unit of its dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// The symbol of the contract: `USD`, `%`, `km`, `hour`.
    pub symbol: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// Base units in one unit, as an exact fraction.
    pub factor: (Decimal, Decimal),
    /// Added before the factor is applied (degrees Fahrenheit: -32).
    pub offset: Decimal,
}

impl Unit {
    /// `value` in the base unit; `None` where it does not fit a decimal.
    pub fn to_base(self, value: Decimal) -> Option<Decimal> {
        // Money, people, per cent: most figures are in a base unit, and are compared often.
        let is_one = |x: Decimal| x.scale() == 0 && x.mantissa() == 1;
        if is_one(self.factor.0) && is_one(self.factor.1) && self.offset.is_zero() {
            return Some(value);
        }
        value
            .checked_add(self.offset)?
            .checked_mul(self.factor.0)?
            .checked_div(self.factor.1)
    }

    /// Whether units of its dimension convert into one another; currencies and the rest bin do not.
    pub fn converts(self) -> bool {
        !matches!(self.dimension, Dimension::Money | Dimension::Other)
    }
}
