//! What words name of several alternatives, and what their nouns count: told by lists, not by likeness.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::Article;
use crate::claim::Item;
use crate::lexicon::{contrasts, names::demonym, table};

/// A set of alternatives, and the one that is named of it.
pub(crate) type Alternative = (&'static str, &'static str);

/// Whether terms name alternatives that exclude each other: "killed" and "injured", where neither side names the other's as
/// well.
pub(crate) fn contrast(x: &[Alternative], y: &[Alternative]) -> bool {
    x.iter().any(|(set, alternative)| {
        let mut theirs = y.iter().filter(|(s, _)| s == set).peekable();
        theirs.peek().is_some()
            && !theirs.any(|(_, other)| other == alternative || x.contains(&(set, other)))
    })
}

/// The alternatives that terms name, each once.
pub(in crate::align) fn alternatives(
    article: &Article,
    terms: impl Iterator<Item = u32>,
) -> Vec<Alternative> {
    let items = article.claims.vocabulary.items();
    let mut found: Vec<Alternative> = terms
        .flat_map(|item| match &items[item as usize] {
            Item::Word { form, .. } => contrasts(form),
            Item::Entity(_) => &[],
        })
        .copied()
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The classes that nouns count things of: people, Palestinians, lives.
pub(in crate::align) fn classes(
    article: &Article,
    nouns: impl Iterator<Item = u32>,
) -> Vec<&'static str> {
    nouns.filter_map(|noun| class(article, noun)).collect()
}

/// The class of a noun; a nationality counts people.
fn class(article: &Article, item: u32) -> Option<&'static str> {
    static CLASSES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
        table(include_str!("../../lexicon/classes.tsv"))
            .rows
            .iter()
            .map(|row| (row[0], row[1]))
            .collect()
    });
    match &article.claims.vocabulary.items()[item as usize] {
        Item::Word { form, .. } => CLASSES.get(&**form).copied(),
        Item::Entity(id) => {
            let entity = article.resolved.entities.get(id.0 as usize)?;
            (entity.kind == crate::value::Kind::OtherName
                && (entity.canonical.ends_with('s') || demonym(&entity.canonical).is_some()))
            .then_some("people")
        }
    }
}

/// Whether two words are different alternatives of one set.
pub(super) fn excludes(a: &[Alternative], b: &[Alternative]) -> bool {
    a.iter()
        .any(|(set, alternative)| b.iter().any(|(s, other)| s == set && other != alternative))
}
