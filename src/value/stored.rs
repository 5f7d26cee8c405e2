//! How values are stored between runs where their own parts do not say it: exactly, and in few bytes.
//!
//! What cannot be read back is an error and no guess: whoever stored it computes it again.

use rust_decimal::Decimal;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Dimension, Unit};
use crate::lexicon::{currency, currency_codes, unit_table};

/// A decimal that may be missing, with its scale: "44.0" is not "44".
pub(super) mod decimal {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(x: &Option<Decimal>, to: S) -> Result<S::Ok, S::Error> {
        x.map(|x| x.serialize()).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Decimal>, D::Error> {
        Ok(Option::<[u8; 16]>::deserialize(from)?.map(Decimal::deserialize))
    }
}

/// A day of the week by its number from Monday, 1.
pub(super) mod weekday {
    use super::*;
    use jiff::civil::Weekday;

    pub(crate) fn serialize<S: Serializer>(day: &Weekday, to: S) -> Result<S::Ok, S::Error> {
        day.to_monday_one_offset().serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Weekday, D::Error> {
        Weekday::from_monday_one_offset(i8::deserialize(from)?).map_err(D::Error::custom)
    }
}

/// The same where the text may name none.
pub(super) mod any_weekday {
    use super::*;
    use jiff::civil::Weekday;

    pub(crate) fn serialize<S: Serializer>(
        day: &Option<Weekday>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        day.map(Weekday::to_monday_one_offset).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Weekday>, D::Error> {
        let day = Option::<i8>::deserialize(from)?.map(Weekday::from_monday_one_offset);
        day.transpose().map_err(D::Error::custom)
    }
}

/// A day by year, month and day of the month.
pub(crate) mod date {
    use super::*;
    use jiff::civil::Date;

    pub(crate) fn serialize<S: Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
        (date.year(), date.month(), date.day()).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        let (year, month, day) = <(i16, i8, i8)>::deserialize(from)?;
        Date::new(year, month, day).map_err(D::Error::custom)
    }
}

/// A unit by its symbol: the tables have the rest.
impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (self.dimension == Dimension::Money, self.symbol).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Unit, D::Error> {
        let (money, symbol) = <(bool, String)>::deserialize(from)?;
        let found = match money {
            true => currency_codes().find(|code| *code == symbol).map(currency),
            false => unit_table().symbol(&symbol),
        };
        found.ok_or_else(|| D::Error::custom("no such unit"))
    }
}
