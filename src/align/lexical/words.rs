//! The words and names of two articles, compared one by one.

use super::alternatives::excludes;
use crate::Article;
use crate::align::entity::EntityLink;
use crate::align::kin::of_two;
use crate::claim::Item;
use crate::lexicon::{contrasts, word_table};
use crate::resolve::EntityId;

/// Cosines below this say nothing: two words of one news story stand at .2 to .4 by chance.
pub(super) const FLOOR: f64 = 0.5;

/// The commonest words ("more", "taken", "others") stand near half the table: they are like themselves only.
pub(in crate::align) const COMMON: u32 = 400;

/// A word that is part of a name, against the name: "Saints" and "New Orleans Saints".
const PART_OF_NAME: f64 = 0.7;

/// The words and names of two articles, compared one by one.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub(super) left: &'a Article,
    pub(super) right: &'a Article,
    links: &'a [EntityLink],
}

impl<'a> Words<'a> {
    /// The words of the `a`-th and the `b`-th article of the story; `links` as [`crate::align::entity::Entities::links`] gives them.
    pub fn new(articles: &'a [Article], a: usize, b: usize, links: &'a [EntityLink]) -> Words<'a> {
        Words {
            left: &articles[a],
            right: &articles[b],
            links: of_two(links, a, b),
        }
    }

    /// The two articles.
    pub(in crate::align) fn articles(&self) -> [&'a Article; 2] {
        [self.left, self.right]
    }

    /// How near an item of the left article stands to one of the right, 0 to 1.
    pub fn likeness(&self, a: u32, b: u32) -> f64 {
        let (x, y) = (
            self.left.claims.vocabulary.items(),
            self.right.claims.vocabulary.items(),
        );
        f64::from(self.compare(&x[a as usize], &y[b as usize]) as f32)
    }

    /// The entity of the right article that is this one of the left.
    pub(super) fn partner(&self, entity: EntityId) -> Option<EntityId> {
        let at = self
            .links
            .binary_search_by_key(&entity, |l| l.a.entity)
            .ok()?;
        Some(self.links[at].b.entity)
    }

    pub(super) fn compare(&self, a: &Item, b: &Item) -> f64 {
        match (a, b) {
            (Item::Entity(x), Item::Entity(y)) => f64::from(u8::from(self.partner(*x) == Some(*y))),
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
                if cosine < FLOOR
                    || *x.min(y) < COMMON
                    || excludes(contrasts(form), contrasts(other))
                {
                    0.0
                } else {
                    cosine
                }
            }
            (Item::Word { .. }, Item::Word { .. }) => 0.0,
            (Item::Entity(x), Item::Word { form, .. }) => part_of_name(self.left, *x, form),
            (Item::Word { form, .. }, Item::Entity(y)) => part_of_name(self.right, *y, form),
        }
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
