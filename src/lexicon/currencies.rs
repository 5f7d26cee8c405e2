//! Currencies: `currencies.tsv`.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::{Phrases, table};
use crate::value::{Dimension, Unit};

/// Signs, codes and words of currencies, by where they stand.
#[derive(Debug)]
pub struct CurrencyTable {
    before: Phrases<Unit>,
    after: Phrases<Unit>,
    after_lower: Phrases<Unit>,
}

/// The one currency table of the program.
pub fn currency_table() -> &'static CurrencyTable {
    static TABLE: LazyLock<CurrencyTable> = LazyLock::new(|| {
        let rows = table(include_str!("currencies.tsv")).rows;
        let forms = |place: &'static str, lower: bool| {
            rows.iter()
                .filter(move |row| row[2] == place || row[2] == "either")
                .filter(move |row| lower == is_word(row[0]))
                .map(|row| (row[0], currency(row[1])))
        };
        CurrencyTable {
            before: Phrases::new(forms("before", false).chain(forms("before", true))),
            after: Phrases::new(forms("after", false)),
            after_lower: Phrases::new(forms("after", true)),
        }
    });
    &TABLE
}

/// The unit of a currency code. Currencies do not convert: each is its own base.
pub fn currency(code: &'static str) -> Unit {
    Unit {
        symbol: code,
        dimension: Dimension::Money,
        factor: (Decimal::ONE, Decimal::ONE),
        offset: Decimal::ZERO,
    }
}

/// The codes of all currencies that the table writes.
pub(crate) fn currency_codes() -> impl Iterator<Item = &'static str> {
    static CODES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let rows = table(include_str!("currencies.tsv")).rows;
        let mut codes: Vec<&'static str> = rows.iter().map(|row| row[1]).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    });
    CODES.iter().copied()
}

/// Forms without capital letter or sign stand in any case.
fn is_word(form: &str) -> bool {
    form.chars()
        .all(|c| c.is_lowercase() || matches!(c, ' ' | '.'))
}

impl CurrencyTable {
    /// What stands before the amount ("US$", "Rs", "EUR"), as written.
    pub fn before(&self) -> &Phrases<Unit> {
        &self.before
    }

    /// Signs and codes after the amount ("€", "USD"), as written.
    pub fn after(&self) -> &Phrases<Unit> {
        &self.after
    }

    /// Words after the amount ("australian dollars"), in lower case.
    pub fn words(&self) -> &Phrases<Unit> {
        &self.after_lower
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_says_where_it_stands() {
        for row in table(include_str!("currencies.tsv")).rows {
            assert!(matches!(row[2], "before" | "after" | "either"), "{row:?}");
            assert!(!row[1].is_empty(), "{row:?}");
        }
    }
}
