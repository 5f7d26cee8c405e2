//! Number words: `numbers.tsv`.

use std::sync::LazyLock;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::table;

/// What a word says in a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NumberWord {
    /// 0 to 19.
    Unit(u32),
    /// 20, 30, to 90.
    Ten(u32),
    /// "hundred"
    Hundred,
    /// "thousand", "million", "crore"
    Scale(Decimal),
    /// A scale only after digits: "bn", "k".
    Mark(Decimal),
    /// "dozen"
    Dozen,
    /// "score": twenty, before "of" and what is counted.
    Score,
    /// "couple"
    Pair,
    /// "several", "few": before a scale the lowest and highest number of them.
    Few(Decimal, Decimal),
    /// "dozens", "millions": the lowest and highest amount meant.
    Vague(Decimal, Decimal),
    /// "first", "fiftieth"; from the third on also the name of a part.
    Ordinal(u32),
    /// "thirds", "half", "quarters": how many make the whole.
    Part(u32),
    /// "minus"
    Minus,
    /// "point"
    Point,
}

/// What a word says in a number; marks are looked up as written, all others in lower case.
pub fn number_word(word: &str) -> Option<NumberWord> {
    static WORDS: LazyLock<FxHashMap<&'static str, NumberWord>> = LazyLock::new(|| {
        table(include_str!("numbers.tsv"))
            .rows
            .iter()
            .filter_map(|row| Some((row[0], parse(row[1], row[2])?)))
            .collect()
    });
    WORDS.get(word).copied()
}

fn parse(kind: &str, value: &str) -> Option<NumberWord> {
    let (low, high) = value.split_once(' ').unwrap_or((value, value));
    let (low, high): (Decimal, Decimal) = (low.parse().ok()?, high.parse().ok()?);
    let small = u32::try_from(low.mantissa()).ok();
    Some(match kind {
        "unit" => NumberWord::Unit(small?),
        "ten" => NumberWord::Ten(small?),
        "hundred" => NumberWord::Hundred,
        "scale" => NumberWord::Scale(low),
        "mark" => NumberWord::Mark(low),
        "dozen" => NumberWord::Dozen,
        "score" => NumberWord::Score,
        "pair" => NumberWord::Pair,
        "few" => NumberWord::Few(low, high),
        "vague" => NumberWord::Vague(low, high),
        "ordinal" => NumberWord::Ordinal(small?),
        "part" | "parts" => NumberWord::Part(small?),
        "minus" => NumberWord::Minus,
        "point" => NumberWord::Point,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_known_kind() {
        for row in table(include_str!("numbers.tsv")).rows {
            // A trillionth has no place in 32 bits: no article counts that far.
            let known = parse(row[1], row[2]).is_some();
            assert!(known || row[0].starts_with("trillionth"), "{row:?}");
        }
    }
}
