//! How near the words and names of two documents stand: each pair of items compared once.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::entity::EntityLink;
use crate::Article;
use crate::claim::{Item, Term};
use crate::lexicon::{table, word_table};
use crate::resolve::EntityId;

/// Cosines below this say nothing: two words of one news story stand at .2 to .4 by chance.
const FLOOR: f64 = 0.5;

/// A word that is part of a name, against the name: "Saints" and "New Orleans Saints".
const PART_OF_NAME: f64 = 0.7;

/// The similarity of every item of one document to every item of another.
pub struct Lexical<'a> {
    width: usize,
    similarity: Vec<f32>,
    left: &'a Article,
    right: &'a Article,
}

impl<'a> Lexical<'a> {
    /// Compares the vocabularies of two articles, the `a`-th and the `b`-th of the story.
    pub fn new(articles: &'a [Article], a: usize, b: usize, links: &[EntityLink]) -> Lexical<'a> {
        let (left, right) = (&articles[a], &articles[b]);
        let same: FxHashSet<(EntityId, EntityId)> = links
            .iter()
            .filter(|l| l.a.article == a && l.b.article == b)
            .map(|l| (l.a.entity, l.b.entity))
            .collect();
        let (x, y) = (
            left.claims.vocabulary.items(),
            right.claims.vocabulary.items(),
        );
        let mut similarity = Vec::with_capacity(x.len() * y.len());
        for i in x {
            for j in y {
                similarity.push(compare(i, j, left, right, &same) as f32);
            }
        }
        Lexical {
            width: y.len(),
            similarity,
            left,
            right,
        }
    }

    /// How near two items stand, 0 to 1.
    pub fn similarity(&self, a: u32, b: u32) -> f64 {
        f64::from(self.similarity[a as usize * self.width + b as usize])
    }

    /// How much the two sets of terms share, 0 to 1, each term weighted by how much it tells; 0 where one is empty.
    pub fn overlap(&self, a: &[&Term], b: &[&Term]) -> f64 {
        if a.is_empty() || b.is_empty() {
            return 0.0;
        }
        let (mut shared, mut total) = (0.0, 0.0);
        for x in a {
            let weight = self.left.claims.vocabulary.rarity(x.item);
            shared += weight
                * b.iter()
                    .map(|y| self.similarity(x.item, y.item))
                    .fold(0.0, f64::max);
            total += weight;
        }
        for y in b {
            let weight = self.right.claims.vocabulary.rarity(y.item);
            shared += weight
                * a.iter()
                    .map(|x| self.similarity(x.item, y.item))
                    .fold(0.0, f64::max);
            total += weight;
        }
        if total > 0.0 { shared / total } else { 0.0 }
    }

    /// The likeness of the likest two terms; `None` where one set is empty.
    pub fn best(&self, a: &[&Term], b: &[&Term]) -> Option<f64> {
        if a.is_empty() || b.is_empty() {
            return None;
        }
        Some(
            a.iter()
                .flat_map(|x| b.iter().map(|y| self.similarity(x.item, y.item)))
                .fold(0.0, f64::max),
        )
    }

    /// Whether both name one alternative of a set: both are about the dead.
    pub fn alternative(&self, a: &[&Term], b: &[&Term]) -> bool {
        let y = alternatives(self.right, b);
        alternatives(self.left, a).iter().any(|x| y.contains(x))
    }

    /// Whether the nouns count things of one class: people, Palestinians, lives.
    pub fn same_class(&self, a: &[&Term], b: &[&Term]) -> bool {
        let y: Vec<&str> = b.iter().filter_map(|t| class(self.right, t)).collect();
        a.iter()
            .filter_map(|t| class(self.left, t))
            .any(|x| y.contains(&x))
    }

    /// Whether the terms name alternatives that exclude each other: "killed" and "injured", where neither side names the
    /// other's as well.
    pub fn contrast(&self, a: &[&Term], b: &[&Term]) -> bool {
        let x = alternatives(self.left, a);
        let y = alternatives(self.right, b);
        x.iter().any(|(set, alternative)| {
            let theirs: Vec<&str> = y
                .iter()
                .filter(|(s, _)| s == set)
                .map(|&(_, alternative)| alternative)
                .collect();
            let ours: Vec<&str> = x
                .iter()
                .filter(|(s, _)| s == set)
                .map(|&(_, alternative)| alternative)
                .collect();
            !theirs.is_empty()
                && !theirs.contains(alternative)
                && !theirs.iter().any(|t| ours.contains(t))
        })
    }
}

fn compare(
    a: &Item,
    b: &Item,
    left: &Article,
    right: &Article,
    same: &FxHashSet<(EntityId, EntityId)>,
) -> f64 {
    match (a, b) {
        (Item::Entity(x), Item::Entity(y)) => f64::from(u8::from(same.contains(&(*x, *y)))),
        (Item::Word { stem, .. }, Item::Word { stem: other, .. }) if stem == other => 1.0,
        (
            Item::Word {
                rank: Some(x),
                form,
                ..
            },
            Item::Word {
                rank: Some(y),
                form: other,
                ..
            },
        ) => {
            let cosine = word_table().similarity(*x, *y);
            if cosine < FLOOR || excludes(form, other) {
                0.0
            } else {
                cosine
            }
        }
        (Item::Word { .. }, Item::Word { .. }) => 0.0,
        (Item::Entity(x), Item::Word { form, .. }) => part_of_name(left, *x, form),
        (Item::Word { form, .. }, Item::Entity(y)) => part_of_name(right, *y, form),
    }
}

fn part_of_name(article: &Article, entity: EntityId, word: &str) -> f64 {
    let Some(entity) = article.resolved.entities.get(entity.0 as usize) else {
        return 0.0;
    };
    if entity
        .canonical
        .split_whitespace()
        .any(|part| part.eq_ignore_ascii_case(word))
    {
        PART_OF_NAME
    } else {
        0.0
    }
}

/// The sets and alternatives of the contrast list, by word.
fn contrasts() -> &'static FxHashMap<&'static str, Vec<(&'static str, &'static str)>> {
    static LIST: LazyLock<FxHashMap<&'static str, Vec<(&'static str, &'static str)>>> =
        LazyLock::new(|| {
            let mut list: FxHashMap<&'static str, Vec<(&'static str, &'static str)>> =
                FxHashMap::default();
            for row in table(include_str!("../lexicon/contrasts.tsv")).rows {
                list.entry(row[0]).or_default().push((row[1], row[2]));
            }
            list
        });
    &LIST
}

fn alternatives(article: &Article, terms: &[&Term]) -> Vec<(&'static str, &'static str)> {
    let items = article.claims.vocabulary.items();
    let mut found: Vec<(&'static str, &'static str)> = terms
        .iter()
        .filter_map(|term| match &items[term.item as usize] {
            Item::Word { form, .. } => contrasts().get(form.as_str()),
            Item::Entity(_) => None,
        })
        .flatten()
        .copied()
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The class of a noun; a nationality counts people.
fn class(article: &Article, term: &Term) -> Option<&'static str> {
    static CLASSES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
        table(include_str!("../lexicon/classes.tsv"))
            .rows
            .iter()
            .map(|row| (row[0], row[1]))
            .collect()
    });
    match &article.claims.vocabulary.items()[term.item as usize] {
        Item::Word { form, .. } => CLASSES.get(form.as_str()).copied(),
        Item::Entity(id) => {
            let entity = article.resolved.entities.get(id.0 as usize)?;
            (entity.kind == crate::value::Kind::OtherName && entity.canonical.ends_with('s'))
                .then_some("people")
        }
    }
}

/// Whether two words are different alternatives of one set.
fn excludes(a: &str, b: &str) -> bool {
    let (Some(x), Some(y)) = (contrasts().get(a), contrasts().get(b)) else {
        return false;
    };
    x.iter()
        .any(|(set, alternative)| y.iter().any(|(s, other)| s == set && other != alternative))
}
