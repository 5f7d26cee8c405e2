//! What the terms of two claims share, set by set.

/// Some of the sets of terms that a claim has, a bit each.
pub(in crate::align) type Sets = u16;

/// How many sets there may be.
pub(in crate::align) const SETS: usize = Sets::BITS as usize;

/// An item at its place in a claim.
#[derive(Clone, Copy, Debug)]
pub(in crate::align) struct Weighed {
    pub(in crate::align) item: u32,
    /// In which sets of its claim it stands.
    pub(in crate::align) sets: Sets,
    /// How much it tells.
    pub(in crate::align) rarity: f64,
}

/// The terms of a claim, and what their sets weigh: summed once, as a claim is compared with many.
#[derive(Debug)]
pub(in crate::align) struct Terms {
    pub(in crate::align) list: Vec<Weighed>,
    totals: [f64; SETS],
    /// The sets that are not empty.
    some: Sets,
}

impl Terms {
    pub(in crate::align) fn new(list: Vec<Weighed>) -> Terms {
        let (mut totals, mut some) = ([0.0; SETS], 0);
        for term in &list {
            some |= term.sets;
            for set in bits(term.sets) {
                totals[set] += term.rarity;
            }
        }
        Terms { list, totals, some }
    }
}

fn bits(mut sets: Sets) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let set = sets.trailing_zeros() as usize;
        sets &= sets.wrapping_sub(1);
        (set < SETS).then_some(set)
    })
}

/// Where each item stands in the claims of a document: the numbers of claim and term.
pub(in crate::align) struct Occurrences {
    starts: Vec<u32>,
    places: Vec<(u32, u32)>,
}

impl Occurrences {
    /// In these claims of a document that has so many items.
    pub(in crate::align) fn new<'t>(
        items: usize,
        claims: impl Iterator<Item = &'t Terms>,
    ) -> Occurrences {
        let mut places: Vec<(u32, u32, u32)> = Vec::new();
        for (claim, terms) in (0..).zip(claims) {
            places.extend(
                (0..)
                    .zip(&terms.list)
                    .map(|(t, term)| (term.item, claim, t)),
            );
        }
        places.sort_unstable();
        let mut starts = Vec::with_capacity(items + 1);
        for (at, &(item, ..)) in (0..).zip(&places) {
            starts.resize((item as usize + 1).max(starts.len()), at);
        }
        starts.resize(items + 1, places.len() as u32);
        Occurrences {
            starts,
            places: places.into_iter().map(|(_, claim, t)| (claim, t)).collect(),
        }
    }

    pub(super) fn of(&self, item: u32) -> &[(u32, u32)] {
        let [from, to] = [item as usize, item as usize + 1].map(|at| self.starts[at] as usize);
        &self.places[from..to]
    }
}

/// Two terms of two claims that are alike, by their numbers.
#[derive(Clone, Copy, Debug)]
pub(in crate::align) struct Match {
    pub(super) left: u32,
    pub(super) right: u32,
    pub(super) likeness: f32,
}

/// What two claims share, set by set.
pub(in crate::align) struct Shared<'t> {
    left: &'t Terms,
    right: &'t Terms,
    /// How much the terms that are alike tell, both sides added up.
    sums: [f64; SETS],
    /// The likeness of the likest two terms.
    best: [f32; SETS],
}

impl<'t> Shared<'t> {
    /// Of the terms that are alike, in the order of the left ones.
    pub(in crate::align) fn new(
        left: &'t Terms,
        right: &'t Terms,
        matches: &mut [Match],
    ) -> Shared<'t> {
        let mut shared = Shared {
            left,
            right,
            sums: [0.0; SETS],
            best: [0.0; SETS],
        };
        for same in matches.chunk_by(|m, n| m.left == n.left) {
            shared.add(left, right, same, |m| (m.left, m.right));
        }
        // The other way round each term counts with the likest of the other side, too.
        matches.sort_unstable_by_key(|m| (m.right, m.left));
        for same in matches.chunk_by(|m, n| m.right == n.right) {
            shared.add(right, left, same, |m| (m.right, m.left));
        }
        shared
    }

    /// Adds a term of one side with the likest of the other, in each set that holds both.
    fn add(&mut self, own: &Terms, other: &Terms, same: &[Match], of: fn(&Match) -> (u32, u32)) {
        let Some(term) = same.first().map(|m| &own.list[of(m).0 as usize]) else {
            return;
        };
        let (mut likest, mut any) = ([0f32; SETS], 0);
        for m in same {
            let both = term.sets & other.list[of(m).1 as usize].sets;
            any |= both;
            for set in bits(both) {
                likest[set] = likest[set].max(m.likeness);
            }
        }
        for set in bits(any) {
            self.sums[set] += term.rarity * f64::from(likest[set]);
            self.best[set] = self.best[set].max(likest[set]);
        }
    }

    /// How much two sets of terms share, 0 to 1, each term weighted by how much it tells; 0 where one is empty.
    pub(in crate::align) fn overlap(&self, set: usize) -> f64 {
        let total = self.left.totals[set] + self.right.totals[set];
        if self.sums[set] > 0.0 && total > 0.0 {
            self.sums[set] / total
        } else {
            0.0
        }
    }

    /// The likeness of the likest two terms; `None` where one set is empty.
    pub(in crate::align) fn best(&self, set: usize) -> Option<f64> {
        let both = self.left.some & self.right.some;
        (both >> set & 1 == 1).then(|| f64::from(self.best[set]))
    }
}
