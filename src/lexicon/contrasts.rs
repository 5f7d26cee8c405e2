//! Alternatives that exclude each other: killed and injured, old and new, bought and sold.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::table;

/// The sets that a lower-case word belongs to, each with the alternative that it names; empty for words that set nothing
/// apart.
pub fn contrasts(word: &str) -> &'static [(&'static str, &'static str)] {
    static LIST: LazyLock<FxHashMap<&'static str, Vec<(&'static str, &'static str)>>> =
        LazyLock::new(|| {
            let mut list: FxHashMap<&'static str, Vec<(&'static str, &'static str)>> =
                FxHashMap::default();
            for row in table(include_str!("contrasts.tsv")).rows {
                list.entry(row[0]).or_default().push((row[1], row[2]));
            }
            list
        });
    LIST.get(word).map_or(&[], Vec::as_slice)
}
