//! What was looked up of the words of the last documents, for the next one.
//!
//! The documents of a corpus have most of their words in common, and to look a word up in a dozen lists or to take its endings
//! off takes ten times as long as to find it here. What is kept is what the lists say, so that nothing depends on what was asked
//! before; and it is dropped when it is full, so that it does not grow with the corpus.

use rustc_hash::FxHashMap;

/// So many words are kept: the distinct ones of some hundred articles.
const MOST: usize = 1 << 14;

/// Longer words are looked up each time: they are addresses and slips, and would fill the memory.
const LONGEST: usize = 32;

/// What is known of words, by the words.
#[derive(Debug)]
pub(crate) struct Recent<T>(FxHashMap<Box<str>, T>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Recent(FxHashMap::default())
    }
}

impl<T: Clone> Recent<T> {
    /// What is known of a word; `look_up` says it of one that is not known yet.
    pub(crate) fn get(&mut self, word: &str, look_up: impl FnOnce() -> T) -> T {
        if let Some(known) = self.0.get(word) {
            return known.clone();
        }
        let found = look_up();
        if word.len() <= LONGEST {
            if self.0.len() >= MOST {
                self.0.clear();
            }
            self.0.insert(word.into(), found.clone());
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_looked_up_once_and_few_are_kept() {
        let mut recent = Recent::default();
        assert_eq!(recent.get("one", || 1), 1);
        assert_eq!(recent.get("one", || 2), 1);
        let long = "x".repeat(LONGEST + 1);
        assert_eq!(recent.get(&long, || 3), 3);
        assert_eq!(recent.get(&long, || 4), 4);
        for number in 0..MOST {
            recent.get(&number.to_string(), || number);
        }
        assert!(recent.0.len() <= MOST);
    }
}
