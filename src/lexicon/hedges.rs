//! Words that bound a figure: `hedges.tsv`.

use std::sync::LazyLock;

use super::{Phrases, table};

/// How the words around a figure bound it; a row of the table of widths each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// "about", "some", "or so"
    About,
    /// "nearly", "just under": close, from below.
    Nearly,
    /// "just over": close, from above.
    JustOver,
    /// "more than", "over"
    MoreThan,
    /// "at least", "or more"
    AtLeast,
    /// "up to", "no more than"
    AtMost,
    /// "fewer than", "under"
    LessThan,
}

/// Hedges by the side of the figure on which they stand, in lower case.
#[derive(Debug)]
pub struct HedgeTable {
    before: Phrases<Hedge>,
    after: Phrases<Hedge>,
}

/// The one table of hedges of the program.
pub fn hedge_table() -> &'static HedgeTable {
    static TABLE: LazyLock<HedgeTable> = LazyLock::new(|| {
        let rows = table(include_str!("hedges.tsv")).rows;
        let side = |side: &'static str| {
            rows.iter()
                .filter(move |row| row[1] == side)
                .filter_map(|row| Some((row[0], hedge(row[2])?)))
        };
        HedgeTable {
            before: Phrases::backwards(side("before")),
            after: Phrases::new(side("after")),
        }
    });
    &TABLE
}

fn hedge(name: &str) -> Option<Hedge> {
    Some(match name {
        "about" => Hedge::About,
        "nearly" => Hedge::Nearly,
        "just-over" => Hedge::JustOver,
        "more-than" => Hedge::MoreThan,
        "at-least" => Hedge::AtLeast,
        "at-most" => Hedge::AtMost,
        "less-than" => Hedge::LessThan,
        _ => return None,
    })
}

impl HedgeTable {
    /// Hedges that end before a figure, to be matched from their last word backwards.
    pub fn before(&self) -> &Phrases<Hedge> {
        &self.before
    }

    /// Hedges after a figure.
    pub fn after(&self) -> &Phrases<Hedge> {
        &self.after
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_known_hedge_and_side() {
        for row in table(include_str!("hedges.tsv")).rows {
            assert!(hedge(row[2]).is_some(), "{row:?}");
            assert!(matches!(row[1], "before" | "after"), "{row:?}");
        }
    }
}
