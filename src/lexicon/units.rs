//! Units of measure: `units.tsv`.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::{Phrases, table};
use crate::value::{Dimension, Unit};

/// The units and the ways to write them.
#[derive(Debug)]
pub struct UnitTable {
    units: Vec<Unit>,
    words: Phrases<Unit>,
    marks: Phrases<Unit>,
}

/// The one unit table of the program.
pub fn unit_table() -> &'static UnitTable {
    static TABLE: LazyLock<UnitTable> = LazyLock::new(UnitTable::load);
    &TABLE
}

impl UnitTable {
    fn load() -> UnitTable {
        let rows = table(include_str!("units.tsv")).rows;
        let decimal = |field: &str| field.parse().unwrap_or(Decimal::ONE);
        let units: Vec<Unit> = rows
            .iter()
            .map(|row| Unit {
                symbol: row[0],
                dimension: Dimension::from_name(row[1]).unwrap_or(Dimension::Other),
                factor: (decimal(row[2]), decimal(row[3])),
                offset: decimal(row[4]),
            })
            .collect();
        let forms = |column: usize| {
            rows.iter().zip(&units).flat_map(move |(row, &unit)| {
                row[column]
                    .split(", ")
                    .filter(|form| !form.is_empty())
                    .map(move |form| (form, unit))
            })
        };
        UnitTable {
            words: Phrases::new(forms(5)),
            marks: Phrases::new(forms(6)),
            units,
        }
    }

    /// The unit of a symbol of the contract.
    pub fn symbol(&self, symbol: &str) -> Option<Unit> {
        self.units.iter().find(|u| u.symbol == symbol).copied()
    }

    /// Units written out ("miles per hour"), looked up in lower case.
    pub fn words(&self) -> &Phrases<Unit> {
        &self.words
    }

    /// Abbreviations and signs ("mph", "°C"), looked up as written.
    pub fn marks(&self) -> &Phrases<Unit> {
        &self.marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_dimension_and_exact_numbers() {
        for row in table(include_str!("units.tsv")).rows {
            assert!(Dimension::from_name(row[1]).is_some(), "{row:?}");
            for field in &row[2..5] {
                assert!(field.parse::<Decimal>().is_ok(), "{row:?}");
            }
        }
    }

    #[test]
    fn units_convert_by_exact_ratios() {
        let base = |amount: &str, symbol: &str| {
            unit_table()
                .symbol(symbol)
                .unwrap()
                .to_base(amount.parse().unwrap())
                .unwrap()
                .normalize()
                .to_string()
        };
        assert_eq!(base("200", "ft"), "60.96");
        assert_eq!(base("98.6", "°F"), "37");
        assert_eq!(base("90", "km/h"), "25");
        assert_eq!(base("2", "decade"), "631152000");
    }
}
