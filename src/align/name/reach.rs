//! Whether two spellings may be near each other at all, told much faster than how far apart they are.
//!
//! Nearly all words of two articles' names are of two names, and the whole matrix of [`super::spelling::distance`] is filled to
//! say so. Here the ways are followed from the beginning of the words on, and each is given up as soon as it costs too much:
//! of a hundred cells about ten are looked at. What is given back is exact, so that nobody who asks here first finds less.

use super::spelling::{DOUBLED, LETTER, LONGEST, Place, Rule, SLOTS, letter, list, slot};
use std::sync::LazyLock;

/// The rules by the first letters of their two sides.
struct Heads {
    list: Vec<Head>,
    /// Where in the list the rules of each slot begin, and where the last ones end.
    starts: [u16; SLOTS + 1],
}

/// A rule as it is found from the front: the letters of its sides, the first one in the highest byte.
#[derive(Clone, Copy)]
struct Head {
    a: Front,
    b: Front,
    cost: u16,
    place: Place,
}

#[derive(Clone, Copy)]
struct Front {
    letters: u64,
    mask: u64,
    len: usize,
}

impl Front {
    fn new(letters: u64, len: usize) -> Front {
        let empty = u32::try_from(64 - 8 * len).unwrap_or(0);
        Front {
            letters: letters.checked_shl(empty).unwrap_or(0),
            mask: u64::MAX.checked_shl(empty).unwrap_or(0),
            len,
        }
    }

    /// Whether what begins here begins with these letters.
    #[inline]
    fn begins(self, word: u64) -> bool {
        word & self.mask == self.letters
    }

    fn first(self) -> usize {
        match self.len {
            0 => 0,
            _ => letter(Some(&((self.letters >> 56) as u8))),
        }
    }
}

fn heads() -> &'static Heads {
    static HEADS: LazyLock<Heads> = LazyLock::new(|| {
        let head = |rule: &Rule| {
            let [a, b] = [rule.a, rule.b].map(|side| Front::new(side.letters, side.len));
            let (cost, place) = (rule.cost, rule.place);
            (slot(a.first(), b.first()), Head { a, b, cost, place })
        };
        let mut by_first: Vec<(usize, Head)> = list().iter().map(head).collect();
        by_first.sort_by_key(|&(slot, _)| slot);
        let start = |slot| by_first.partition_point(|&(s, _)| s < slot) as u16;
        Heads {
            starts: std::array::from_fn(start),
            list: by_first.into_iter().map(|(_, head)| head).collect(),
        }
    });
    &HEADS
}

/// The ways to all pairs of beginnings of two words, as far as they were followed.
struct Ways {
    costs: [[u16; LONGEST + 1]; LONGEST + 1],
    /// The places of each row that are within reach, a bit each.
    open: [u32; LONGEST + 1],
    limit: u16,
}

impl Ways {
    #[inline]
    fn reach(&mut self, i: usize, j: usize, cost: u16) {
        if cost <= self.limit && cost < self.costs[i][j] {
            self.costs[i][j] = cost;
            self.open[i] |= 1 << j;
        }
    }
}

/// Whether two words of ASCII letters in lower case are at most `limit` hundredths of a letter apart, as
/// [`super::spelling_distance`] counts it.
pub(super) fn within(a: &str, b: &str, limit: u16) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 4 || a.len() > LONGEST || b.len() > LONGEST {
        return false;
    }
    let heads = heads();
    let fronts = [fronts(a), fronts(b)];
    let mut ways = Ways {
        costs: [[u16::MAX; LONGEST + 1]; LONGEST + 1],
        open: [0; LONGEST + 1],
        limit,
    };
    ways.reach(0, 0, 0);
    for i in 0..=a.len() {
        let mut done = 0u32;
        loop {
            let open = ways.open[i] & !done;
            if open == 0 {
                break;
            }
            let j = open.trailing_zeros() as usize;
            done |= 1 << j;
            let cost = ways.costs[i][j];
            if i == a.len() && j == b.len() {
                return true;
            }
            let (x, y) = (a.get(i), b.get(j));
            if let (Some(x), Some(y)) = (x, y) {
                let edit = if x == y { 0 } else { LETTER };
                ways.reach(i + 1, j + 1, cost + edit);
                let (next, other) = (a.get(i + 1), b.get(j + 1));
                if next == Some(y) && other == Some(x) && x != y {
                    ways.reach(i + 2, j + 2, cost + LETTER);
                }
            }
            if let Some(x) = x {
                let doubled = i > 0 && a[i - 1] == *x;
                ways.reach(i + 1, j, cost + if doubled { DOUBLED } else { LETTER });
            }
            if let Some(y) = y {
                let doubled = j > 0 && b[j - 1] == *y;
                ways.reach(i, j + 1, cost + if doubled { DOUBLED } else { LETTER });
            }
            let (p, q) = (letter(x), letter(y));
            let (front_a, front_b) = (fronts[0][i], fronts[1][j]);
            for (slot, used) in [
                (slot(p, q), p > 0 && q > 0),
                (slot(p, 0), p > 0),
                (slot(0, q), q > 0),
            ] {
                if !used {
                    continue;
                }
                let [from, to] = [slot, slot + 1].map(|at| usize::from(heads.starts[at]));
                for rule in &heads.list[from..to] {
                    if !rule.a.begins(front_a) || !rule.b.begins(front_b) {
                        continue;
                    }
                    let (k, l) = (i + rule.a.len, j + rule.b.len);
                    let fits = match rule.place {
                        // A letter that may fall away inside a word does not at its beginning: Saeed is not Asad.
                        Place::Any => rule.a.len.min(rule.b.len) > 0 || k.min(l) > 0,
                        Place::Start => i == 0 && j == 0,
                        Place::End => k == a.len() && l == b.len(),
                    };
                    if fits {
                        ways.reach(k, l, cost + rule.cost);
                    }
                }
            }
        }
    }
    false
}

/// What begins at each place of a word: up to eight letters, the first one in the highest byte.
fn fronts(word: &[u8]) -> [u64; LONGEST + 1] {
    let mut fronts = [0; LONGEST + 1];
    let mut front = 0u64;
    for (c, at) in word.iter().zip(&mut fronts[..]).rev() {
        front = front >> 8 | u64::from(*c) << 56;
        *at = front;
    }
    fronts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::name::spelling_distance;

    #[test]
    fn what_is_within_reach_is_what_is_as_near_by_its_distance() {
        let words = "gaddafi qaddafi kadafi klitschko klitchsko klitchko yeltsin jelzin mohammed muhammad saeed asad li lee \
                     hussein husayn hussain zhang chang wright rait schmidt shmit thomas tomas philippe filip aaron aron \
                     poutine putin ostrovsky ostrowskij iran iraq kerry kelly 9th b2b a zz"
            .split(' ');
        let words: Vec<&str> = words.collect();
        for a in &words {
            for b in &words {
                let cost = spelling_distance(a, b).map(|s| s.cost);
                for limit in [0, 10, 35, 100, 117, 160, 240, 300] {
                    let near = cost.is_some_and(|cost| cost <= limit);
                    assert_eq!(within(a, b, limit), near, "{a} {b} {cost:?} {limit}");
                }
            }
        }
    }
}
