//! The content words and names of a document, each once, so that two documents' words are compared once and not at
//! every figure.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::lexicon::{Stemmed, contrasts, stemmed};
use crate::resolve::EntityId;

/// A content word or a name.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A word: its stem, its form in lower case as first seen, its rank in the word table.
    Word {
        /// The stem that equal words share.
        stem: Arc<str>,
        /// The first form seen, lower case.
        form: Arc<str>,
        /// Where the word table has it.
        rank: Option<u32>,
    },
    /// An entity of the document.
    Entity(EntityId),
}

/// The items of a document, numbered as they are first seen.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    items: Vec<Item>,
    rarity: Vec<f64>,
    stems: FxHashMap<Arc<str>, u32>,
    entities: FxHashMap<EntityId, u32>,
}

/// A name tells as much as a rare word.
const NAME_RARITY: f64 = 9.0;

impl Vocabulary {
    /// One with room for so many items.
    pub(super) fn with_room(items: usize) -> Vocabulary {
        let mut vocabulary = Vocabulary {
            items: Vec::with_capacity(items),
            rarity: Vec::with_capacity(items),
            ..Vocabulary::default()
        };
        vocabulary.stems.reserve(items);
        vocabulary
    }

    /// All items.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// How much an item tells: 1 for the most common words, about 10 for the rarest.
    pub fn rarity(&self, item: u32) -> f64 {
        self.rarity.get(item as usize).copied().unwrap_or(0.0)
    }

    /// The number of a word given in lower case.
    pub(super) fn word(&mut self, form: &str) -> u32 {
        self.enter(&stemmed(form))
    }

    /// The number of a word of which the stem is known.
    pub(super) fn enter(&mut self, word: &Stemmed) -> u32 {
        if let Some(&item) = self.stems.get(&word.stem) {
            self.prefer(item, &word.form);
            return item;
        }
        let (form, stem) = (word.form.clone(), word.stem.clone());
        let rank = word.rank;
        let item = self.push(
            Item::Word {
                stem: stem.clone(),
                form,
                rank,
            },
            word.rarity,
        );
        self.stems.insert(stem, item);
        item
    }

    /// Shows the item in a form that sets alternatives apart, if the one first seen does not: "sold", and not "sale".
    fn prefer(&mut self, item: u32, new: &Arc<str>) {
        if let Item::Word { form, .. } = &mut self.items[item as usize]
            && contrasts(form).is_empty()
            && !contrasts(new).is_empty()
        {
            form.clone_from(new);
        }
    }

    /// The number of the word that has this stem.
    pub(crate) fn of_stem(&self, stem: &str) -> Option<u32> {
        self.stems.get(stem).copied()
    }

    /// The number of an entity.
    pub(super) fn entity(&mut self, entity: EntityId) -> u32 {
        if let Some(&item) = self.entities.get(&entity) {
            return item;
        }
        let item = self.push(Item::Entity(entity), NAME_RARITY);
        self.entities.insert(entity, item);
        item
    }

    fn push(&mut self, item: Item, rarity: f64) -> u32 {
        self.items.push(item);
        self.rarity.push(rarity);
        self.items.len() as u32 - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_are_one_item() {
        let mut vocabulary = Vocabulary::default();
        let mut p = |a: &str, b: &str| vocabulary.word(a) == vocabulary.word(b);
        assert!(p("took", "taken") && p("takes", "taking") && p("taken", "takes"));
        assert!(p("people", "persons") && p("children", "child"));
        assert!(p("death", "died") && p("sales", "sold") && p("injuries", "injured"));
        assert!(p("acquisition", "acquired") && p("victory", "won") && !p("killed", "died"));
        assert!(p("cinemas", "cinema") && !p("rose", "raised"));
    }
}
