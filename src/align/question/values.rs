//! How the values of a story's claims relate, each two told once.
//!
//! Many claims give one value, and grouping asks about the same two again and again: of two hundred documents on one story some
//! million times. So each claim has the number of its value, and what two numbers are to each other is remembered.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::{Answer, claim, relation, value};
use crate::Article;
use crate::value::{Value, ValueRelation, counted_on};

/// The claims of a story by number, and the relations of their values as far as anybody asked.
pub(in crate::align) struct Values<'a> {
    articles: &'a [Article],
    /// The number of the first claim of each article, and behind the last one how many there are.
    firsts: Vec<usize>,
    /// The number of the value of each claim.
    of: Vec<u32>,
    known: RefCell<FxHashMap<(u32, u32), ValueRelation>>,
}

impl<'a> Values<'a> {
    pub(super) fn new(articles: &'a [Article]) -> Values<'a> {
        let mut firsts = vec![0];
        let mut of = Vec::new();
        let mut numbers: FxHashMap<Vec<u8>, u32> = FxHashMap::default();
        // The bytes of one value after the other: room that is used again.
        let mut room = Vec::new();
        for article in articles {
            for claim in &article.claims.list {
                let values = claim.mentions.iter().map(|&m| &article.mentions[m].value);
                let next = of.len() as u32;
                room.clear();
                let written = values.into_iter().try_fold(room, |bytes, value: &Value| {
                    postcard::to_extend(value, bytes)
                });
                // What cannot be written down has a number of its own.
                let Ok(bytes) = written else {
                    room = Vec::new();
                    of.push(next);
                    continue;
                };
                let number = numbers.get(&bytes).copied();
                of.push(number.unwrap_or(next));
                if number.is_none() {
                    numbers.insert(bytes.clone(), next);
                }
                room = bytes;
            }
            firsts.push(of.len());
        }
        Values {
            articles,
            firsts,
            of,
            known: RefCell::default(),
        }
    }

    /// How many claims there are.
    pub(super) fn claims(&self) -> usize {
        self.of.len()
    }

    /// The number of a claim among those of all articles.
    pub(super) fn number(&self, answer: Answer) -> usize {
        self.firsts[answer.article] + answer.claim
    }

    /// The number of a claim's value: equal for claims that give the same.
    pub(super) fn value(&self, answer: Answer) -> u32 {
        self.of[self.number(answer)]
    }

    /// The values that the document of a claim gives and that are one with the claim's, each once, by their numbers.
    pub(super) fn alike(&self, x: Answer) -> Vec<u32> {
        let claims = (0..self.articles[x.article].claims.list.len()).map(|claim| Answer {
            article: x.article,
            claim,
        });
        let mut alike: Vec<u32> = claims
            .filter(|&y| self.same(y, x))
            .map(|y| self.value(y))
            .collect();
        alike.sort_unstable();
        alike.dedup();
        alike
    }

    /// How the values of two claims relate.
    pub(super) fn relation(&self, x: Answer, y: Answer) -> ValueRelation {
        let key = (self.of[self.number(x)], self.of[self.number(y)]);
        if let Some(&known) = self.known.borrow().get(&key) {
            return known;
        }
        let (left, right) = (&self.articles[x.article], &self.articles[y.article]);
        let (a, b) = (claim(self.articles, x), claim(self.articles, y));
        let found = relation(left, a, right, b);
        self.known.borrow_mut().insert(key, found);
        found
    }

    /// Whether two claims give different values of a count that went on.
    pub(super) fn counted_on(&self, x: Answer, y: Answer) -> bool {
        counted_on(value(self.articles, x), value(self.articles, y))
            && self.relation(x, y) == ValueRelation::Disjoint
    }

    /// Whether two claims give one value.
    pub(super) fn same(&self, x: Answer, y: Answer) -> bool {
        self.relation(x, y) <= ValueRelation::LessPrecise
    }
}
