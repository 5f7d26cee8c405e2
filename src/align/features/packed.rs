//! The features of a pair as they are kept: as small as a pair of millions must be.

use super::{COUNT, NAMES};

/// The features of one pair of claims.
///
/// Most are 0 or 1, so only the others are kept as numbers: many documents on one story have millions of pairs, and half a
/// kilobyte for each would be more than the memory of a small machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Features {
    /// Those that are not 0, a bit each, and those of them that are 1.
    some: u64,
    ones: u64,
    /// Those that are neither, in order.
    others: Box<[f64]>,
}

const _: () = assert!(COUNT <= u64::BITS as usize);

impl Features {
    pub(super) fn new(values: &[f64; COUNT]) -> Features {
        let (mut some, mut ones) = (0, 0);
        // Each is written to the next free place, which is kept if the number is one of the others.
        let (mut others, mut kept) = ([0.0; COUNT], 0);
        for (i, &x) in values.iter().enumerate() {
            let (is_some, one) = (x != 0.0, is_one(x));
            some |= u64::from(is_some) << i;
            ones |= u64::from(one) << i;
            others[kept] = x;
            kept += usize::from(is_some && !one);
        }
        Features {
            some,
            ones,
            others: others[..kept].into(),
        }
    }

    /// All features: a number each, most of them 0 to 1.
    pub fn values(&self) -> [f64; COUNT] {
        let mut others = self.others.iter().copied();
        std::array::from_fn(|i| match (self.some >> i & 1, self.ones >> i & 1) {
            (0, _) => 0.0,
            (_, 1) => 1.0,
            _ => others.next().unwrap_or(0.0),
        })
    }

    /// The value of the feature of that name; 0 for a name that is none.
    pub fn get(&self, name: &str) -> f64 {
        let Some(i) = NAMES.iter().position(|n| *n == name) else {
            return 0.0;
        };
        match (self.some >> i & 1, self.ones >> i & 1) {
            (0, _) => 0.0,
            (_, 1) => 1.0,
            _ => {
                let before = self.some & !self.ones & ((1 << i) - 1);
                let at = before.count_ones() as usize;
                self.others.get(at).copied().unwrap_or(0.0)
            }
        }
    }

    /// In how many places the two claims hold on to each other: noun, verb, subject, owner, the words around. One is chance.
    pub fn anchors(&self) -> usize {
        let holds = |name: &str, least: f64| usize::from(self.get(name) >= least);
        (holds("noun", 0.6) | holds("noun_class", 1.0))
            + holds("modifier", 0.6)
            + holds("predicate", 0.6)
            + holds("subject", 0.4)
            + holds("owner_same", 1.0)
            + holds("near", 0.5)
            + holds("clause", 0.6)
            + holds("date_same", 1.0)
            + holds("sentence", 0.45)
            + holds("names", 0.6)
            + holds("best", 0.95)
            + holds("company", 0.3)
    }
}

/// Whether a feature is exactly 1: as it was set, and not as it was reckoned.
fn is_one(x: f64) -> bool {
    x.to_bits() == 1f64.to_bits()
}
