//! What is known of claims while their pairs are decided: which have a partner, and which pairs share a claim.

use rustc_hash::FxHashMap;

use super::{Answer, Pair};
use crate::Article;
use crate::value::ValueRelation;

/// Which claims are explained, for each article against each other.
pub(super) struct Explained(Vec<Vec<Vec<bool>>>);

impl Explained {
    pub(super) fn new(articles: &[Article]) -> Explained {
        Explained(
            articles
                .iter()
                .map(|x| {
                    articles
                        .iter()
                        .map(|_| vec![false; x.claims.list.len()])
                        .collect()
                })
                .collect(),
        )
    }

    pub(super) fn mark(&mut self, pair: &Pair) {
        self.0[pair.a.article][pair.b.article][pair.a.claim] = true;
        self.0[pair.b.article][pair.a.article][pair.b.claim] = true;
    }

    pub(super) fn holds(&self, pair: &Pair) -> bool {
        self.marks(pair.a, pair.b.article) || self.marks(pair.b, pair.a.article)
    }

    pub(super) fn marks(&self, x: Answer, article: usize) -> bool {
        self.0[x.article][article][x.claim]
    }
}

/// Pairs of different values by the claims that they hold, so that those which share one are at hand.
pub(super) struct Rivals(FxHashMap<(Answer, usize), Vec<usize>>);

impl Rivals {
    pub(super) fn new(pairs: &[Pair]) -> Rivals {
        let mut by_claim: FxHashMap<(Answer, usize), Vec<usize>> = FxHashMap::default();
        let disjoint = pairs.iter().enumerate();
        for (place, pair) in disjoint.filter(|(_, p)| p.relation == ValueRelation::Disjoint) {
            for key in [(pair.a, pair.b.article), (pair.b, pair.a.article)] {
                by_claim.entry(key).or_default().push(place);
            }
        }
        Rivals(by_claim)
    }

    /// The pairs of a claim with those of another document, in the order given.
    pub(super) fn of_claim(&self, claim: Answer, article: usize) -> &[usize] {
        self.0.get(&(claim, article)).map_or(&[], Vec::as_slice)
    }

    /// The pairs of the same two documents that share a claim with this one, by that claim.
    pub(super) fn of(&self, pair: &Pair) -> impl Iterator<Item = &[usize]> {
        [(pair.a, pair.b.article), (pair.b, pair.a.article)]
            .into_iter()
            .map(|(claim, article)| self.of_claim(claim, article))
    }
}
