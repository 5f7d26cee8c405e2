//! What each value of a document is about, as a direction in the space of words that keep company.
//!
//! The words around a figure are turned into one vector, near words weighing more. Two newsrooms that tell one fact share
//! few words, but the words keep the same company: "at a depth of 33 km" and "its origin was shallow, only 21 kilometres
//! down". The mean of the document is taken away first, as all that it says is about its story; what is left is what sets
//! one value apart from the others. Numbers take no part, so that close values look no more alike than far ones.

use crate::Article;
use crate::claim::Claim;
use crate::lexicon::{COMPANY_DIMENSIONS as DIMENSIONS, word_table};

/// A word this many words away weighs e times less. Of 2, 3, 4, 6 and 10 this tells answers to one question best from others.
const REACH: f64 = 4.0;

/// Words before the value weigh less than those behind it: "the fire burned 14 *homes*".
const BEFORE: f64 = 0.7;

/// With how many of the likest claims of the other document a likeness is compared: a claim that is like all says little.
const NEIGHBOURS: usize = 5;

/// The mean of a document with few claims is theirs more than the story's: it counts as if so many more were about nothing.
const FEW: usize = 4;

/// A lead of more than this says no more.
const MOST_LEAD: f64 = 0.3;

type Vector = [f32; DIMENSIONS];

/// The direction of each claim of an article.
pub(super) struct Gists {
    list: Vec<Vector>,
    /// The same number of some claims side by side, so that one claim is compared with all of these at once.
    blocks: Vec<[[f32; LANES]; DIMENSIONS]>,
}

/// So many claims stand side by side.
const LANES: usize = 8;

impl Gists {
    /// Of the first `most` claims of the article.
    pub(super) fn new(article: &Article, most: usize) -> Gists {
        let ranks = ranks(article);
        let claims = article.claims.list.iter().take(most);
        let mut gists: Vec<Vector> = claims.map(|claim| gist(article, &ranks, claim)).collect();
        let mut mean = [0.0; DIMENSIONS];
        for gist in &gists {
            add(&mut mean, gist, 1.0 / (gists.len() + FEW) as f32);
        }
        for gist in &mut gists {
            add(gist, &mean, -1.0);
            normalize(gist);
        }
        let block = |gists: &[Vector]| {
            let at = |lane: usize, number: usize| gists.get(lane).map_or(0.0, |gist| gist[number]);
            std::array::from_fn(|number| std::array::from_fn(|lane| at(lane, number)))
        };
        Gists {
            blocks: gists.chunks(LANES).map(block).collect(),
            list: gists,
        }
    }
}

/// The rank of each token in the word table and how much the word weighs, where it is one that says something.
fn ranks(article: &Article) -> Vec<Option<(u32, f64)>> {
    let text = &article.text;
    text.by_word(|at| {
        let lexeme = text.lexeme(at);
        if lexeme.opener || lexeme.number.is_some() {
            return None;
        }
        let rank = lexeme.rank?;
        Some((rank, f64::from(rank + 3).ln().sqrt()))
    })
}

fn gist(article: &Article, ranks: &[Option<(u32, f64)>], claim: &Claim) -> Vector {
    let mention = claim.mention(&article.mentions);
    let at = mention.tokens.start;
    let mut sum = [0.0; DIMENSIONS];
    for token in article.text.sentences[mention.sentence].tokens.clone() {
        let Some((rank, telling)) = ranks[token] else {
            continue;
        };
        let side = if token < at { BEFORE } else { 1.0 };
        let distance = token.abs_diff(at) as f64;
        let weight = side * telling * (-distance / REACH).exp();
        for (x, y) in sum.iter_mut().zip(word_table().company(rank)) {
            *x += weight as f32 * f32::from(y);
        }
    }
    normalize(&mut sum);
    sum
}

fn add(sum: &mut Vector, vector: &Vector, weight: f32) {
    for (x, y) in sum.iter_mut().zip(vector) {
        *x += weight * y;
    }
}

fn normalize(vector: &mut Vector) {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
    if length > 0.0 {
        for x in vector {
            *x /= length;
        }
    }
}

/// How like the claims of two articles are.
pub(super) struct Likeness {
    width: usize,
    cells: Vec<f32>,
}

impl Likeness {
    pub(super) fn new(left: &Gists, right: &Gists) -> Likeness {
        let width = right.list.len();
        let mut cells: Vec<f32> = Vec::with_capacity(left.list.len() * width);
        for x in &left.list {
            let end = cells.len() + width;
            for block in &right.blocks {
                // Each product is summed up in the order of its numbers.
                let mut sums = [0f32; LANES];
                for (a, numbers) in x.iter().zip(block) {
                    for (sum, b) in sums.iter_mut().zip(numbers) {
                        *sum += a * b;
                    }
                }
                let left = end - cells.len();
                cells.extend_from_slice(&sums[..left.min(LANES)]);
            }
        }
        let height = left.list.len();
        let rows: Vec<f32> = (0..height)
            .map(|i| mean_of_likest(cells[i * width..(i + 1) * width].iter().copied()))
            .collect();
        let columns: Vec<f32> = (0..width)
            .map(|j| mean_of_likest((0..height).map(|i| cells[i * width + j])))
            .collect();
        for (cell, index) in cells.iter_mut().zip(0..) {
            // In one sum, so that it is the same number whichever document comes first.
            *cell = 2.0 * *cell - (rows[index / width] + columns[index % width]);
        }
        Likeness { width, cells }
    }

    /// How like two claims are, beside the likest of each: about -1 to 1.
    pub(super) fn of(&self, i: usize, j: usize) -> f64 {
        f64::from(self.cells[i * self.width + j])
    }
}

fn mean_of_likest(likenesses: impl Iterator<Item = f32>) -> f32 {
    let mut best = [f32::NEG_INFINITY; NEIGHBOURS];
    let mut count = 0;
    for mut likeness in likenesses {
        count += 1;
        if likeness > best[NEIGHBOURS - 1] {
            for known in &mut best {
                if likeness > *known {
                    std::mem::swap(known, &mut likeness);
                }
            }
        }
    }
    let best = &best[..NEIGHBOURS.min(count)];
    best.iter().sum::<f32>() / best.len().max(1) as f32
}

/// The two likest partners of a claim.
#[derive(Clone, Copy)]
pub(super) struct Best([f64; 2]);

impl Best {
    /// No partner yet.
    pub(super) const NONE: Best = Best([f64::NEG_INFINITY; 2]);

    /// One more partner.
    pub(super) fn enter(&mut self, likeness: f64) {
        if likeness > self.0[0] {
            self.0 = [likeness, self.0[0]];
        } else if likeness > self.0[1] {
            self.0[1] = likeness;
        }
    }
}

/// How far a likeness is ahead of the rivals of both claims, or behind them where it is below 0.
pub(super) fn lead(likeness: f64, left: Best, right: Best) -> f64 {
    let best = left.0[0].max(right.0[0]);
    if likeness < best {
        likeness - best
    } else {
        (likeness - left.0[1].max(right.0[1])).min(MOST_LEAD)
    }
}
