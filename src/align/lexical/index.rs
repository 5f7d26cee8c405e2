//! The items of one article by what they can be found by.

use rustc_hash::FxHashMap;

use super::alternatives::Alternative;
use super::words::COMMON;
use crate::Article;
use crate::claim::{Item, Vocabulary};
use crate::lexicon::{Meaning, contrasts, word_table};
use crate::resolve::EntityId;

/// The items of one article by what they can be found by: made once, as an article is compared with many.
pub(in crate::align) struct Index<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) items: &'a [Item],
    forms: FxHashMap<&'a str, usize>,
    pub(super) entities: FxHashMap<EntityId, usize>,
    pub(super) ranked: Vec<Ranked<'a>>,
}

/// A word that the word table has and that is not too common to be like another one.
pub(super) struct Ranked<'a> {
    pub(super) item: usize,
    pub(super) meaning: Meaning,
    pub(super) stem: &'a str,
    pub(super) contrasts: &'static [Alternative],
}

impl<'a> Index<'a> {
    pub(in crate::align) fn new(article: &'a Article) -> Index<'a> {
        let vocabulary = &article.claims.vocabulary;
        let items = vocabulary.items();
        let mut index = Index {
            vocabulary,
            items,
            forms: FxHashMap::default(),
            entities: FxHashMap::default(),
            ranked: Vec::new(),
        };
        index.forms.reserve(items.len());
        for (item, one) in items.iter().enumerate() {
            match one {
                Item::Word { stem, form, rank } => {
                    index.forms.insert(form, item);
                    let rank = rank.filter(|&rank| rank >= COMMON);
                    index.ranked.extend(rank.map(|rank| Ranked {
                        item,
                        meaning: word_table().meaning(rank),
                        stem,
                        contrasts: contrasts(form),
                    }));
                }
                Item::Entity(entity) => {
                    index.entities.insert(*entity, item);
                }
            }
        }
        index
    }

    /// The items that are words of a name of the other article.
    pub(super) fn parts(&self, other: &Article, entity: EntityId) -> impl Iterator<Item = usize> {
        let name = other.resolved.entities.get(entity.0 as usize);
        name.into_iter()
            .flat_map(|entity| entity.canonical.split_whitespace())
            .filter_map(|part| self.forms.get(part.to_ascii_lowercase().as_str()).copied())
    }
}
