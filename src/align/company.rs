//! Which other values two claims stand with, and which of these the other document gives as well.
//!
//! Reports that differ in one figure agree in most others. "Five dead and 55 hurt" beside "five dead and 89 hurt": the five
//! says that the two sentences are of one event, as no word of theirs needs to. What is looked at is whether *other* values are
//! the same; how near the two values of the claims themselves are is no evidence, here as elsewhere. That a value is given by
//! the other document at another place is: there it has its answer, whether or not the words showed it.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::Article;
use crate::value::ValueRelation;

/// So many tokens away a value stands beside another: in one list, or in one clause.
const NEAR: usize = 10;

/// What the same values of two sentences say at most: two that are hardly the same by chance say it all.
const MOST_TELLING: f64 = 4.0;

/// So many same values in the sentences and those next to them say all that they can.
const MOST_AROUND: usize = 3;

/// Sentences with more values in common are rows of tables, whose figures are the same by chance.
const MOST_SAME: usize = 64;

/// What the other document gives in more places than these says nothing of any of them; lists of a thousand like figures would
/// have a million such pairs.
const MOST_PLACES: usize = 12;

/// Two claims with one value.
#[derive(Clone, Copy)]
struct Same {
    left: usize,
    right: usize,
    /// Whether hardly two claims have it by chance.
    rare: bool,
    /// The sentences that they stand in.
    sentences: (usize, usize),
}

/// In how many places a document gives a value that stands in another one.
#[derive(Clone, Copy, Default)]
struct Given {
    places: usize,
    /// Whether it hardly stands there by chance, as "three" and "Tuesday" do.
    rare: bool,
}

/// Where a claim stands.
#[derive(Clone, Copy)]
struct Place {
    sentence: usize,
    token: usize,
}

/// The values that two documents have in common, by the sentences that give them.
pub(super) struct Company {
    places: [Vec<Place>; 2],
    /// How the other document gives the value of each claim.
    partners: [Vec<Given>; 2],
    /// The claims with one value, until all are known.
    met: Vec<(u32, u32)>,
    /// The same in each two sentences and those next to them.
    around: FxHashMap<(usize, usize), Vec<Same>>,
}

impl Company {
    pub(super) fn new(left: &Article, right: &Article) -> Company {
        let places = |article: &Article| -> Vec<Place> {
            let first = |claim: &crate::claim::Claim| {
                let mention = &article.mentions[claim.mentions[0]];
                Place {
                    sentence: mention.sentence,
                    token: mention.tokens.start,
                }
            };
            article.claims.list.iter().map(first).collect()
        };
        let places = [places(left), places(right)];
        Company {
            partners: [0, 1].map(|side: usize| vec![Given::default(); places[side].len()]),
            places,
            met: Vec::new(),
            around: FxHashMap::default(),
        }
    }

    /// Two claims have one value; `rare` if that is hardly chance.
    pub(super) fn enter(&mut self, left: usize, right: usize, rare: bool) {
        for (partners, claim) in self.partners.iter_mut().zip([left, right]) {
            partners[claim].places += 1;
            partners[claim].rare = rare;
        }
        self.met.push((left as u32, right as u32));
    }

    /// All that have one value are known.
    pub(super) fn close(&mut self) {
        for (left, right) in std::mem::take(&mut self.met) {
            let (left, right) = (left as usize, right as usize);
            let given = (self.partners[0][left], self.partners[1][right]);
            if given.0.places.max(given.1.places) > MOST_PLACES {
                continue;
            }
            let (x, y) = (
                self.places[0][left].sentence,
                self.places[1][right].sentence,
            );
            let same = Same {
                left,
                right,
                rare: given.0.rare,
                sentences: (x, y),
            };
            for i in x.saturating_sub(1)..=x + 1 {
                for j in y.saturating_sub(1)..=y + 1 {
                    let cell = self.around.entry((i, j)).or_default();
                    // One more than the most says that there are too many.
                    if cell.len() <= MOST_SAME {
                        cell.push(same);
                    }
                }
            }
        }
    }

    /// What the other values around two claims say: how telling those of the two sentences are, whether one of them stands at
    /// the same side of both, how many there are with the sentences next to them; and for how many of the two the other document
    /// gives the value elsewhere, which says nothing of two that are equal themselves.
    pub(super) fn of(&self, left: usize, right: usize, relation: ValueRelation) -> [f64; 5] {
        let (x, y) = (self.places[0][left], self.places[1][right]);
        let mut said = [0.0; 5];
        if relation != ValueRelation::Equal {
            for given in [self.partners[0][left], self.partners[1][right]] {
                let told = f64::from(u8::from(given.places > 0));
                said[if given.rare { 3 } else { 4 }] += told;
            }
        }
        let Some(cell) = self
            .around
            .get(&(x.sentence, y.sentence))
            .filter(|cell| cell.len() <= MOST_SAME)
        else {
            return said;
        };
        let others = cell.iter().filter(|s| s.left != left && s.right != right);
        let (mut here, mut all) = ([FxHashSet::default(), FxHashSet::default()], [0, 0]);
        let mut telling: [f64; 2] = [0.0, 0.0];
        let mut seen = [FxHashSet::default(), FxHashSet::default()];
        for same in others {
            for (side, claim) in [same.left, same.right].into_iter().enumerate() {
                all[side] += usize::from(seen[side].insert(claim));
                if same.sentences == (x.sentence, y.sentence) && here[side].insert(claim) {
                    telling[side] += if same.rare { 2.0 } else { 1.0 };
                }
            }
            if same.sentences == (x.sentence, y.sentence) {
                let (a, b) = (
                    self.places[0][same.left].token,
                    self.places[1][same.right].token,
                );
                let near = a.abs_diff(x.token) <= NEAR && b.abs_diff(y.token) <= NEAR;
                if near && (a < x.token) == (b < y.token) {
                    said[1] = 1.0;
                }
            }
        }
        said[0] = telling[0].min(telling[1]).min(MOST_TELLING) / MOST_TELLING;
        said[2] = all[0].min(all[1]).min(MOST_AROUND) as f64 / MOST_AROUND as f64;
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, InputFormat, analyze};

    #[test]
    fn the_same_values_beside_two_others_are_their_company() {
        let article = |id, text: &str| analyze(Document::new(id, "t.txt", text, InputFormat::Text));
        let p = |left: &str, right: &str, (i, j): (usize, usize), expected: [f64; 5]| {
            let (x, y) = (article(0, left), article(1, right));
            let mut company = Company::new(&x, &y);
            for (i, a) in x.claims.list.iter().enumerate() {
                for (j, b) in y.claims.list.iter().enumerate() {
                    let value = |article: &Article, claim: &crate::claim::Claim| {
                        article.mentions[claim.mentions[0]].value.clone()
                    };
                    let relation = value(&x, a).relation(&value(&y, b));
                    if relation == ValueRelation::Equal {
                        company.enter(i, j, true);
                    }
                }
            }
            company.close();
            assert_eq!(
                company.of(i, j, ValueRelation::Disjoint),
                expected,
                "{left} / {right}"
            );
        };
        let told = "Five sailors died and 55 were hurt.";
        p(
            told,
            "Five sailors died and 89 were hurt.",
            (1, 1),
            [0.5, 1.0, 1.0 / 3.0, 0.0, 0.0],
        );
        // On the other side of the two it is none of theirs in particular.
        p(
            told,
            "The 89 hurt were beside five dead.",
            (1, 0),
            [0.5, 0.0, 1.0 / 3.0, 0.0, 0.0],
        );
        p(
            told,
            "Six sailors died and 89 were hurt.",
            (1, 1),
            [0.0, 0.0, 0.0, 0.0, 0.0],
        );
        p(
            told,
            "Five died. At the port 89 were hurt.",
            (1, 1),
            [0.0, 0.0, 1.0 / 3.0, 0.0, 0.0],
        );
        p(
            told,
            "Some 89 were hurt. Later 55 went home.",
            (1, 0),
            [0.0, 0.0, 0.0, 1.0, 0.0],
        );
    }
}
