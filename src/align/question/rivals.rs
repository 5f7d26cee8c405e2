//! What is known of claims while their pairs are decided: which have a partner, and which pairs share a claim.

use super::values::Values;
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

/// Pairs by the claims that they hold, so that those which share one are at hand: for each claim the places of its pairs, in
/// one list.
pub(super) struct ByClaim {
    /// Where the list of each claim begins, by its number, and where the last one ends.
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl ByClaim {
    pub(super) fn new(pairs: &[Pair], values: &Values<'_>) -> ByClaim {
        let both = |pair: &Pair| [pair.a, pair.b].map(|answer| values.number(answer));
        let mut starts = vec![0; values.claims() + 1];
        for claim in pairs.iter().flat_map(both) {
            starts[claim + 1] += 1;
        }
        for claim in 1..starts.len() {
            starts[claim] += starts[claim - 1];
        }
        let mut next = starts.clone();
        let mut places = vec![0; 2 * pairs.len()];
        for (pair, place) in pairs.iter().zip(0..) {
            for claim in both(pair) {
                places[next[claim] as usize] = place;
                next[claim] += 1;
            }
        }
        ByClaim { starts, places }
    }

    /// The places of the pairs of a claim, by its number, in the order of the pairs.
    pub(super) fn of(&self, claim: usize) -> &[u32] {
        let [from, to] = [claim, claim + 1].map(|at| self.starts[at] as usize);
        &self.places[from..to]
    }
}

/// Pairs of different values by the claims that they hold and the other document.
pub(super) struct Rivals {
    by_claim: ByClaim,
    /// The document of the other claim of each place in the lists.
    articles: Vec<u32>,
}

impl Rivals {
    pub(super) fn new(pairs: &[Pair], values: &Values<'_>, by_claim: &ByClaim) -> Rivals {
        let mut rivals = Rivals {
            by_claim: ByClaim {
                starts: Vec::with_capacity(by_claim.starts.len()),
                places: Vec::with_capacity(pairs.len()),
            },
            articles: Vec::with_capacity(pairs.len()),
        };
        let mut own: Vec<(u32, u32)> = Vec::new();
        for claim in 0..values.claims() {
            rivals.by_claim.starts.push(rivals.articles.len() as u32);
            own.clear();
            own.extend(by_claim.of(claim).iter().filter_map(|&place| {
                let pair = &pairs[place as usize];
                let other = if values.number(pair.a) == claim {
                    pair.b
                } else {
                    pair.a
                };
                let disjoint = pair.relation == ValueRelation::Disjoint;
                disjoint.then_some((other.article as u32, place))
            }));
            own.sort_unstable();
            rivals
                .articles
                .extend(own.iter().map(|(article, _)| article));
            let places = own.iter().map(|(_, place)| place);
            rivals.by_claim.places.extend(places);
        }
        rivals.by_claim.starts.push(rivals.articles.len() as u32);
        rivals
    }

    /// The pairs of a claim, by its number, with those of another document, in the order given.
    pub(super) fn of_claim(&self, claim: usize, article: usize) -> impl Iterator<Item = usize> {
        let [from, to] = [claim, claim + 1].map(|at| self.by_claim.starts[at] as usize);
        let articles = &self.articles[from..to];
        let first = articles.partition_point(|&a| (a as usize) < article);
        let end = articles.partition_point(|&a| a as usize <= article);
        let places = self.by_claim.of(claim)[first..end].iter();
        places.map(|&place| place as usize)
    }

    /// The pairs of the same two documents that share a claim with this one, by that claim.
    pub(super) fn of<'a>(
        &'a self,
        pair: &Pair,
        values: &Values<'_>,
    ) -> impl Iterator<Item = impl Iterator<Item = usize> + 'a> {
        let claims = [(pair.a, pair.b.article), (pair.b, pair.a.article)];
        let claims = claims.map(|(claim, article)| (values.number(claim), article));
        claims
            .into_iter()
            .map(|(claim, article)| self.of_claim(claim, article))
    }
}
