//! Which quotations of many documents are one side of a dispute, and which disputes are one.
//!
//! Quotations of the same words are one wording, however many documents have it, and all else is asked of wordings: hundreds of
//! documents that print a text of a wire have tens of thousands of pairs and a handful of wordings.

use std::collections::{BTreeMap, BTreeSet};

use super::{Quotation, Told};
use crate::Article;
use crate::align::{QuotePair, quote};

/// The quotations of all pairs by their words; a wording is named by its first quotation.
pub(super) struct Wordings<'p> {
    of: BTreeMap<Quotation, Quotation>,
    /// The first pair of each two wordings, and of each wording that stands twice.
    pairs: Vec<(Quotation, Quotation, &'p QuotePair)>,
    agree: BTreeSet<(Quotation, Quotation)>,
    differ: BTreeSet<(Quotation, Quotation)>,
}

impl<'p> Wordings<'p> {
    pub(super) fn new(articles: &[Article], all: &[&'p QuotePair]) -> Wordings<'p> {
        let mut of: BTreeMap<Quotation, Quotation> = BTreeMap::new();
        let same = |pair: &&&QuotePair| {
            pair.differences.is_empty() && {
                let (common, [a, b]) = quote::counted(articles, pair.a, pair.b);
                common == a && common == b
            }
        };
        for pair in all.iter().filter(same) {
            let first = *of.entry(pair.a).or_insert(pair.a);
            of.entry(pair.b).or_insert(first);
        }
        for quotation in all.iter().flat_map(|pair| [pair.a, pair.b]) {
            of.entry(quotation).or_insert(quotation);
        }
        let mut wordings = Wordings {
            of,
            pairs: Vec::new(),
            agree: BTreeSet::new(),
            differ: BTreeSet::new(),
        };
        let mut seen = BTreeSet::new();
        for pair in all {
            let (a, b) = (wordings.of[&pair.a], wordings.of[&pair.b]);
            if !seen.insert((a.min(b), a.max(b))) {
                continue;
            }
            wordings.pairs.push((a, b, pair));
            let known = if pair.differences.is_empty() {
                &mut wordings.agree
            } else {
                &mut wordings.differ
            };
            known.extend([(a, b), (b, a)]);
        }
        wordings
    }

    /// The quotations that are worded differently, each with all its wordings.
    pub(super) fn disputes(&self) -> Vec<Told<'p>> {
        let mut told: Vec<Told<'p>> = Vec::new();
        for &(a, b, pair) in &self.pairs {
            if pair.differences.is_empty() {
                continue;
            }
            let places = told.iter().enumerate();
            let mut places = places.filter_map(|(i, known)| Some((i, self.sides(known, a, b)?)));
            let Some((number, sides)) = places.next() else {
                told.push(Told {
                    sides: vec![vec![a], vec![b]],
                    pairs: vec![pair],
                });
                continue;
            };
            let known = &mut told[number];
            for (side, wording) in sides.into_iter().zip([a, b]) {
                if side == known.sides.len() {
                    known.sides.push(Vec::new());
                }
                if !known.sides[side].contains(&wording) {
                    known.sides[side].push(wording);
                }
            }
            known.pairs.push(pair);
        }
        self.with_all_quotations(told)
    }

    /// On which sides of a known dispute two wordings stand that differ; `None` where that is another dispute.
    fn sides(&self, known: &Told<'_>, a: Quotation, b: Quotation) -> Option<[usize; 2]> {
        let side = |x: Quotation| known.sides.iter().position(|side| side.contains(&x));
        let [a, b] = match (side(a), side(b)) {
            (Some(a), Some(b)) => [a, b],
            (Some(a), None) => [a, self.joining(known, b, a)?],
            (None, Some(b)) => [self.joining(known, a, b)?, b],
            (None, None) => return None,
        };
        (a != b).then_some([a, b])
    }

    /// The side that a wording joins which differs from `against`: the one that it agrees with, or else a new one. It must differ
    /// from all others: who quotes what two sides have in common stands on neither.
    fn joining(&self, known: &Told<'_>, wording: Quotation, against: usize) -> Option<usize> {
        let with = |set: &BTreeSet<(Quotation, Quotation)>, side: &[Quotation]| {
            side.iter().any(|&other| set.contains(&(wording, other)))
        };
        let sides = || known.sides.iter().enumerate();
        let mut agreeing = sides().filter(|(i, side)| *i != against && with(&self.agree, side));
        let own = agreeing.next().map_or(known.sides.len(), |(i, _)| i);
        let differs = sides().all(|(i, side)| i == own || with(&self.differ, side));
        (differs && agreeing.next().is_none()).then_some(own)
    }

    /// The quotations that all who give them word alike, each once.
    pub(super) fn agreements(&self) -> Vec<Told<'p>> {
        let mut told: Vec<Told<'p>> = Vec::new();
        for &(a, b, pair) in &self.pairs {
            if !pair.differences.is_empty() {
                continue;
            }
            let fits = |known: &&mut Told<'p>| {
                let all = &known.sides[0];
                let fits =
                    |x: Quotation| all.iter().all(|&y| x == y || self.agree.contains(&(x, y)));
                (all.contains(&a) || all.contains(&b)) && fits(a) && fits(b)
            };
            match told.iter_mut().find(fits) {
                Some(known) => {
                    known.sides[0].extend([a, b]);
                    known.pairs.push(pair);
                }
                None => told.push(Told {
                    sides: vec![vec![a, b]],
                    pairs: vec![pair],
                }),
            }
        }
        self.with_all_quotations(told)
    }

    /// The same with every quotation in the place of the wording that it has.
    fn with_all_quotations(&self, mut told: Vec<Told<'p>>) -> Vec<Told<'p>> {
        let mut members: BTreeMap<Quotation, Vec<Quotation>> = BTreeMap::new();
        for (&quotation, &wording) in &self.of {
            members.entry(wording).or_default().push(quotation);
        }
        for side in told.iter_mut().flat_map(|one| &mut one.sides) {
            let mut all: Vec<Quotation> = side
                .iter()
                .flat_map(|wording| members.get(wording).into_iter().flatten())
                .copied()
                .collect();
            all.sort_unstable();
            all.dedup();
            *side = all;
        }
        told
    }
}
