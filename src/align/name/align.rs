//! Words of two names put side by side.

use super::parse::{Name, Role, Word};
use super::token::{Match, Tier};

/// A slip in a word that stands alone is believed only from this length on: Trump is no slip for Tramp.
const SHORTEST_ALONE: usize = 6;

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

/// Pairs the words: equal ones first, then the best; among equals those that stand at the same place.
pub(super) fn pair(
    a: &[Word],
    b: &[Word],
    compare: impl Fn(usize, usize, &Word, &Word) -> Match,
) -> Aligned {
    let (mut used_a, mut used_b) = (0u32, 0u32);
    let mut aligned = Aligned::default();
    // The place is counted from the nearer end, for parts are left out in the middle.
    let off = |i: usize, j: usize| i.abs_diff(j).min((a.len() - i).abs_diff(b.len() - j));
    for (i, x) in a.iter().enumerate() {
        let same = (0..b.len())
            .filter(|&j| used_b & 1 << j == 0 && b[j].text == x.text)
            .min_by_key(|&j| off(i, j));
        if let Some(j) = same {
            used_a |= 1 << i;
            used_b |= 1 << j;
            aligned.pairs.push(Pair {
                a: i,
                b: j,
                matched: Match::EQUAL,
            });
        }
    }
    // Most names differ in one word: only what is left is compared letter by letter.
    let mut rest: Vec<Pair> = Vec::new();
    for i in (0..a.len()).filter(|i| used_a & 1 << i == 0) {
        for j in (0..b.len()).filter(|j| used_b & 1 << j == 0) {
            rest.push(Pair {
                a: i,
                b: j,
                matched: compare(i, j, &a[i], &b[j]),
            });
        }
    }
    rest.sort_by(|p, q| {
        (p.matched.tier, p.matched.cost, off(p.a, p.b), p.a)
            .partial_cmp(&(q.matched.tier, q.matched.cost, off(q.a, q.b), q.a))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    for p in rest.iter().filter(|p| p.matched.holds()) {
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
    aligned.nearness = rest
        .iter()
        .filter(|p| {
            p.matched.tier == Tier::Other && used_a & 1 << p.a == 0 && used_b & 1 << p.b == 0
        })
        .map(|p| p.matched.nearness)
        .fold(0.0, f32::max);
    aligned
}

/// The pair of a name of one word and a word of a longer name, where the two are not written alike: a single word has
/// nothing beside it to vouch for another spelling. Gives whether the word stands last in the longer name, too.
pub(super) fn lone(a: &Name, b: &Name, aligned: &Aligned) -> Option<(Pair, bool)> {
    let cores = |name: &Name| name.words.iter().filter(|w| w.role == Role::Core).count();
    let (short, long) = (cores(a).min(cores(b)), cores(a).max(cores(b)));
    if aligned
        .pairs
        .iter()
        .any(|p| p.matched.tier == Tier::Equal && a.words[p.a].role == Role::Core)
    {
        return None;
    }
    let pair = aligned
        .pairs
        .iter()
        .find(|p| p.matched.tier != Tier::Equal)?;
    let last = if cores(a) > cores(b) {
        pair.a + 1 == a.words.len()
    } else {
        pair.b + 1 == b.words.len()
    };
    (short == 1 && long > 1).then_some((*pair, last))
}

/// Why two words that stand alone are two words: too short, too common or too far apart for a slip.
pub(super) fn two_words(
    a: &Name,
    b: &Name,
    aligned: &Aligned,
    ordinary: impl Fn(&Word) -> bool,
) -> Option<String> {
    let ([x], [y], [pair]) = (&a.words[..], &b.words[..], &aligned.pairs[..]) else {
        return None;
    };
    let begins = x.text.bytes().take(2).eq(y.text.bytes().take(2));
    let short = x.text.len().min(y.text.len()) < SHORTEST_ALONE;
    let slip = pair.matched.tier == Tier::Edit;
    let doubted = !begins || short || pair.matched.edits > 1 || ordinary(x) && ordinary(y);
    (slip && doubted).then(|| format!("{} and {} are two words", x.text, y.text))
}
