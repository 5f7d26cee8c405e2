//! How near the words and names of two documents stand: each pair of items compared once.

mod alternatives;
mod index;
mod shared;
mod words;

use super::entity::EntityLink;
use crate::Article;
use crate::claim::Item;

pub(crate) use alternatives::{Alternative, contrast};
pub(super) use alternatives::{alternatives, classes};
pub(super) use index::Index;
pub(super) use shared::{Match, Occurrences, Sets, Shared, Terms, Weighed};
pub(super) use words::COMMON;
pub use words::Words;

use alternatives::excludes;
use words::FLOOR;

/// The similarity of the items of one document to those of another, where they have any: most have none, so that what is kept
/// grows with the documents and not with their product.
pub(super) struct Lexical {
    /// What each item of the left article is like in the right one, by item; where these begin for each.
    like: Vec<(u32, f32)>,
    starts: Vec<u32>,
    /// Whether each item of the left and of the right article is also in the other.
    shared: [Vec<bool>; 2],
}

/// From here on two items are one.
const ONE: f32 = 0.95;

/// How like two items are, in one number: the left item, the right item, and how like they are, which is above 0. There are
/// many, and a number is sorted faster than three.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Likeness(u128);

impl Likeness {
    fn new(left: usize, right: usize, likeness: f32) -> Likeness {
        let [left, right] = [left, right].map(|item| u128::from(item as u32));
        Likeness(left << 64 | right << 32 | u128::from(likeness.to_bits()))
    }

    fn items(self) -> [u32; 2] {
        [(self.0 >> 64) as u32, (self.0 >> 32) as u32]
    }

    fn likeness(self) -> f32 {
        f32::from_bits(self.0 as u32)
    }
}

impl Lexical {
    /// Compares the vocabularies of two articles, the `a`-th and the `b`-th of the story; `misspelt` as
    /// [`super::entity::Entities::misspelt`] gives them.
    ///
    /// Nearly all pairs have nothing in common, and there are a hundred thousand of them: the pairs that may be alike
    /// are looked up or told by the bytes of their vectors, and only these are compared.
    pub(super) fn new(
        articles: &[Article],
        (a, ours): (usize, &Index<'_>),
        (b, theirs): (usize, &Index<'_>),
        links: &[EntityLink],
        misspelt: &[EntityLink],
    ) -> Lexical {
        let words = Words::new(articles, a, b, links);
        let (left, right) = (words.left, words.right);
        let (x, y) = (ours.items, theirs.items);
        let mut found: Vec<Likeness> = Vec::with_capacity(x.len() + y.len());
        let like = |i: usize, j: usize| {
            let likeness = words.compare(&x[i], &y[j]) as f32;
            (likeness > 0.0).then(|| Likeness::new(i, j, likeness))
        };
        for (i, item) in x.iter().enumerate() {
            match item {
                Item::Word { stem, .. } => {
                    if let Some(j) = theirs.vocabulary.of_stem(stem) {
                        found.extend(like(i, j as usize));
                    }
                }
                Item::Entity(entity) => {
                    let partner = words.partner(*entity);
                    if let Some(&j) = partner.and_then(|p| theirs.entities.get(&p)) {
                        found.extend(like(i, j));
                    }
                    for j in theirs.parts(left, *entity) {
                        found.extend(like(i, j));
                    }
                }
            }
        }
        for one in &ours.ranked {
            for other in &theirs.ranked {
                // What excludes each other is told by the lists, and kept for each word: so nothing is looked up for a pair.
                if let Some(nearness) = one.meaning.similarity_from(&other.meaning, FLOOR)
                    && one.stem != other.stem
                    && !excludes(one.contrasts, other.contrasts)
                {
                    found.push(Likeness::new(one.item, other.item, nearness as f32));
                }
            }
        }
        for (j, item) in y.iter().enumerate() {
            if let Item::Entity(entity) = item {
                for i in ours.parts(right, *entity) {
                    found.extend(like(i, j));
                }
            }
        }
        // A misspelt name is the name of the one that it misspells.
        for link in misspelt
            .iter()
            .filter(|l| (l.a.article, l.b.article) == (a, b))
        {
            let items = (
                ours.entities.get(&link.a.entity),
                theirs.entities.get(&link.b.entity),
            );
            if let (Some(&i), Some(&j)) = items {
                found.push(Likeness::new(i, j, 1.0));
            }
        }
        // Of one pair the likest comes last, and stays.
        found.sort_unstable();
        let mut shared = [vec![false; x.len()], vec![false; y.len()]];
        let mut like: Vec<(u32, f32)> = Vec::with_capacity(found.len());
        let mut starts = Vec::with_capacity(x.len() + 1);
        for pairs in found.chunk_by(|p, q| p.items() == q.items()) {
            let Some(last) = pairs.last() else {
                continue;
            };
            let ([i, j], likeness) = (last.items(), last.likeness());
            starts.resize((i as usize + 1).max(starts.len()), like.len() as u32);
            like.push((j, likeness));
            if likeness >= ONE {
                shared[0][i as usize] = true;
                shared[1][j as usize] = true;
            }
        }
        starts.resize(x.len() + 1, like.len() as u32);
        Lexical {
            like,
            starts,
            shared,
        }
    }

    /// How near two items stand, 0 to 1.
    pub(super) fn similarity(&self, a: u32, b: u32) -> f64 {
        let found = self.row(a).iter().find(|(item, _)| *item == b);
        found.map_or(0.0, |&(_, likeness)| f64::from(likeness))
    }

    /// The items of the right article that an item of the left one is like, and how near they stand.
    fn row(&self, a: u32) -> &[(u32, f32)] {
        let [from, to] = [a as usize, a as usize + 1].map(|at| self.starts[at] as usize);
        &self.like[from..to]
    }

    /// Whether both documents have both items, and the two are different ones.
    pub(super) fn apart(&self, a: u32, b: u32) -> bool {
        self.similarity(a, b) < 0.5 && self.shared[0][a as usize] && self.shared[1][b as usize]
    }

    /// The terms of a claim that are like terms of the claims of the other document, by the number of that claim; of those
    /// that are `wanted`.
    pub(super) fn meet(
        &self,
        terms: &Terms,
        theirs: &Occurrences,
        wanted: impl Fn(usize) -> bool,
        found: &mut [Vec<Match>],
    ) {
        for (left, term) in (0..).zip(&terms.list) {
            for &(item, likeness) in self.row(term.item) {
                for &(claim, right) in theirs.of(item) {
                    if wanted(claim as usize) {
                        found[claim as usize].push(Match {
                            left,
                            right,
                            likeness,
                        });
                    }
                }
            }
        }
    }

    /// The terms of two claims that are alike.
    pub(super) fn matches(&self, a: &Terms, b: &Terms) -> Vec<Match> {
        let mut found = Vec::new();
        for (left, term) in (0..).zip(&a.list) {
            for &(item, likeness) in self.row(term.item) {
                let alike = (0..).zip(&b.list).filter(|(_, other)| other.item == item);
                found.extend(alike.map(|(right, _)| Match {
                    left,
                    right,
                    likeness,
                }));
            }
        }
        found
    }
}
