//! What prices and rates are for one of, where it is no unit: `per.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::table;

/// A word that says what a price or rate is for one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateWord {
    /// What it is for one of.
    pub per: &'static str,
    /// Whether the word says so by itself ("annually", "daily") and not behind "a" or "per" ("a share", "per head").
    pub alone: bool,
}

/// Looks up a word in lower case.
pub fn rate_word(word: &str) -> Option<RateWord> {
    static WORDS: LazyLock<FxHashMap<&'static str, RateWord>> = LazyLock::new(|| {
        table(include_str!("per.tsv"))
            .rows
            .iter()
            .map(|row| {
                let rate = RateWord {
                    per: row[2],
                    alone: row[1] == "alone",
                };
                (row[0], rate)
            })
            .collect()
    });
    WORDS.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_says_where_it_stands_and_what_it_is_for() {
        for row in table(include_str!("per.tsv")).rows {
            assert!(matches!(row[1], "alone" | "after"), "{row:?}");
            assert!(!row[2].is_empty(), "{row:?}");
        }
    }
}
