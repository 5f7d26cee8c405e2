//! The word table: how close two English words are in meaning, which company each keeps, and how common it is.
//!
//! 30,000 words from common to rare, each with 64 signed bytes for its meaning and 64 for its company; the cosine of two rows
//! is how near the words stand. In meaning killed/died are near (.78) and killed/injured are not (.25); in company both are
//! (.66, .68), and so are depth/shallow. `words/README.md` says where it comes from.

use super::list::{List, list};

const DIMENSIONS: usize = 64;
const VECTORS: &[[u8; DIMENSIONS]] = include_bytes!("words/vectors.i8").as_chunks().0;
const COMPANY: &[[u8; DIMENSIONS]] = include_bytes!("words/company.i8").as_chunks().0;

/// How many numbers tell the company of a word.
pub const COMPANY_DIMENSIONS: usize = DIMENSIONS;

/// The table.
pub struct WordTable {
    words: &'static List,
}

/// What a word means, as a direction: unpacked once for a word that is compared with many. In numbers of which every processor
/// multiplies eight at once and adds up their products by two.
#[derive(Clone, Copy, Debug)]
pub struct Meaning([i16; DIMENSIONS]);

impl Meaning {
    /// How near two words stand, -1 to 1.
    pub fn similarity(&self, other: &Meaning) -> f64 {
        f64::from(self.product(other)) / LONGEST
    }

    /// How near two words stand, where that is at least so much: nearly all are further apart, which is told without a
    /// division.
    #[inline]
    pub fn similarity_from(&self, other: &Meaning, least: f64) -> Option<f64> {
        let product = f64::from(self.product(other));
        (product >= least * LONGEST).then(|| product / LONGEST)
    }

    #[inline]
    fn product(&self, other: &Meaning) -> i32 {
        let (x, y) = (
            self.0.as_chunks::<LANES>().0,
            other.0.as_chunks::<LANES>().0,
        );
        let mut sums = [0; LANES];
        for (x, y) in x.iter().zip(y) {
            for lane in 0..LANES {
                sums[lane] += i32::from(x[lane]) * i32::from(y[lane]);
            }
        }
        sums.iter().sum()
    }
}

/// So many numbers are multiplied at once.
const LANES: usize = 8;

/// The product of a word with itself.
const LONGEST: f64 = 127.0 * 127.0;

/// The one word table of the program.
pub fn word_table() -> &'static WordTable {
    static TABLE: WordTable = WordTable {
        words: list!("words/words"),
    };
    &TABLE
}

impl WordTable {
    /// The rank of a lower-case word, 0 the most common; `None` for words that it does not hold.
    pub fn rank(&self, word: &str) -> Option<u32> {
        self.words.find(word)?.parse().ok()
    }

    /// What the word of a rank means.
    pub fn meaning(&self, rank: u32) -> Meaning {
        Meaning(VECTORS[rank as usize].map(|x| i16::from(x as i8)))
    }

    /// How near two ranks stand in meaning, -1 to 1.
    pub fn similarity(&self, a: u32, b: u32) -> f64 {
        let (x, y) = (&VECTORS[a as usize], &VECTORS[b as usize]);
        let mut product = 0;
        for i in 0..DIMENSIONS {
            product += i32::from(x[i] as i8) * i32::from(y[i] as i8);
        }
        f64::from(product) / LONGEST
    }

    /// The company that the word of a rank keeps: a direction.
    pub fn company(&self, rank: u32) -> impl Iterator<Item = i8> {
        COMPANY[rank as usize].iter().map(|&x| x as i8)
    }

    /// How much a word tells: its inverse frequency by Zipf's law, about 1 for "the" and 10 for the rarest; words that
    /// the table does not hold are rarer than all it holds.
    pub fn rarity(&self, word: &str) -> f64 {
        let rank = self.rank(word).map_or(VECTORS.len(), |rank| rank as usize);
        f64::ln(rank as f64 + 3.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rank_has_one_word_and_one_vector() {
        let table = word_table();
        let file = include_str!("words/words.tsv");
        assert_eq!(crate::lexicon::table::check(file), Ok(()));
        let mut ranks: Vec<u32> = table
            .words
            .lines()
            .filter_map(|line| table.rank(line.split('\t').next()?))
            .collect();
        ranks.sort_unstable();
        let all: Vec<u32> = (0..(VECTORS.len()) as u32).collect();
        assert_eq!(ranks, all);
    }

    #[test]
    fn a_meaning_is_as_near_unpacked_as_packed() {
        let table = word_table();
        for (a, b) in (0..2_000).zip((0..30_000).rev().step_by(13)) {
            let unpacked = table.meaning(a).similarity(&table.meaning(b));
            assert_eq!(unpacked.to_bits(), table.similarity(a, b).to_bits());
        }
    }

    #[test]
    fn near_words_are_near_and_contrasting_ones_are_not() {
        let table = word_table();
        let near = |a, b| table.similarity(table.rank(a).unwrap(), table.rank(b).unwrap());
        assert!(near("film", "movie") > 0.7);
        assert!(near("killed", "died") > 0.7);
        assert!(near("killed", "injured") < 0.4);
        assert!(table.rarity("the") < table.rarity("earthquake"));
    }
}
