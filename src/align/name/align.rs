//! Words of two names put side by side.

use super::parse::Word;
use super::token::{Match, Tier};

/// Two words that go together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) matched: Match,
}

/// The words of two names paired, and what is left.
#[derive(Clone, Debug, Default)]
pub(super) struct Aligned {
    pub(super) pairs: Vec<Pair>,
    pub(super) left_a: Vec<usize>,
    pub(super) left_b: Vec<usize>,
    /// The nearest two words of those left over on both sides.
    pub(super) nearness: f32,
    /// The pairs stand in another order.
    pub(super) crossed: bool,
}

/// Pairs the words, the best first; among equals those that stand at the same place.
pub(super) fn pair(
    a: &[Word],
    b: &[Word],
    compare: impl Fn(usize, usize, &Word, &Word) -> Match,
) -> Aligned {
    let mut all: Vec<Pair> = Vec::with_capacity(a.len() * b.len());
    let (mut used_a, mut used_b) = (0u32, 0u32);
    let mut aligned = Aligned::default();
    // Most names that are compared share words at the same place: these need no search.
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            let matched = compare(i, j, x, y);
            all.push(Pair {
                a: i,
                b: j,
                matched,
            });
        }
    }
    let off = |p: &Pair| (p.a.abs_diff(p.b)).min((a.len() - p.a).abs_diff(b.len() - p.b));
    all.sort_by(|p, q| {
        (p.matched.tier, p.matched.cost, off(p), p.a)
            .partial_cmp(&(q.matched.tier, q.matched.cost, off(q), q.a))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    for p in all.iter().filter(|p| p.matched.holds()) {
        if used_a & 1 << p.a == 0 && used_b & 1 << p.b == 0 {
            used_a |= 1 << p.a;
            used_b |= 1 << p.b;
            aligned.pairs.push(*p);
        }
    }
    aligned.pairs.sort_by_key(|p| p.a);
    aligned.crossed = aligned.pairs.windows(2).any(|w| w[0].b > w[1].b);
    aligned.left_a = (0..a.len()).filter(|i| used_a & 1 << i == 0).collect();
    aligned.left_b = (0..b.len()).filter(|j| used_b & 1 << j == 0).collect();
    aligned.nearness = all
        .iter()
        .filter(|p| {
            p.matched.tier == Tier::Other && used_a & 1 << p.a == 0 && used_b & 1 << p.b == 0
        })
        .map(|p| p.matched.nearness)
        .fold(0.0, f32::max);
    aligned
}
