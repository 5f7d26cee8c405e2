//! Where a pair may belong: the questions that hold one of its claims, or its values.
//!
//! Two tables of four hundred like figures make fifty thousand questions, and to ask each of them about each pair takes a
//! quarter of a minute. Whether a pair belongs to one of those that are given here is still to be told.

use rustc_hash::FxHashMap;

use super::values::Values;
use super::{Answer, Pair};

/// The questions so far, by their places, by what they hold.
pub(super) struct Homes<'a> {
    values: &'a Values<'a>,
    by_answer: FxHashMap<Answer, Vec<usize>>,
    /// By an article and the number of a value that it gives.
    by_value: FxHashMap<(usize, u32), Vec<usize>>,
    /// For such a value those of the article that are one with it, as far as anybody asked.
    alike: FxHashMap<(usize, u32), Vec<u32>>,
}

impl<'a> Homes<'a> {
    pub(super) fn new(values: &'a Values<'a>) -> Homes<'a> {
        Homes {
            values,
            by_answer: FxHashMap::default(),
            by_value: FxHashMap::default(),
            alike: FxHashMap::default(),
        }
    }

    /// Whether a question holds both claims.
    pub(super) fn in_one(&self, pair: &Pair) -> bool {
        let of = |x: &Answer| self.by_answer.get(x).map_or(&[][..], Vec::as_slice);
        of(&pair.a)
            .iter()
            .any(|place| of(&pair.b).binary_search(place).is_ok())
    }

    /// The questions that a pair may belong to, in their order: those that hold one of its claims, where this `repeats` itself,
    /// and those in which both documents give its values.
    pub(super) fn of(&mut self, pair: &Pair, repeats: impl Fn(Answer) -> bool) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for x in [pair.a, pair.b] {
            let places = self.by_answer.get(&x).filter(|_| repeats(x));
            found.extend(places.into_iter().flatten());
        }
        let [first, second] = [pair.a, pair.b].map(|x| self.with_value(x));
        found.extend(
            first
                .iter()
                .filter(|place| second.binary_search(place).is_ok()),
        );
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The questions in which the document of a claim gives its value.
    fn with_value(&mut self, x: Answer) -> Vec<usize> {
        let values = self.values;
        let alike = self
            .alike
            .entry((x.article, values.value(x)))
            .or_insert_with(|| values.alike(x));
        let mut found: Vec<usize> = Vec::new();
        for &value in &*alike {
            let places = self.by_value.get(&(x.article, value));
            found.extend(places.into_iter().flatten());
        }
        found.sort_unstable();
        found
    }

    /// Notes that a question holds the claims of a pair.
    pub(super) fn add(&mut self, pair: &Pair, question: usize) {
        for x in [pair.a, pair.b] {
            let value = (x.article, self.values.value(x));
            enter(self.by_answer.entry(x).or_default(), question);
            enter(self.by_value.entry(value).or_default(), question);
        }
    }
}

/// Enters a place in its order, once.
fn enter(places: &mut Vec<usize>, place: usize) {
    if let Err(at) = places.binary_search(&place) {
        places.insert(at, place);
    }
}
