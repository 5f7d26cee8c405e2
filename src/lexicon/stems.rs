//! The stems of words, by which "took" and "taken" are one.

use std::cell::RefCell;
use std::sync::Arc;

use frostem::{Algorithm, Stemmer};

use super::{Recent, list, word_table};

/// What is known of a word by its stem; its letters are those of all documents that have it.
#[derive(Clone, Debug)]
pub(crate) struct Stemmed {
    /// The word.
    pub(crate) form: Arc<str>,
    /// The stem that equal words share.
    pub(crate) stem: Arc<str>,
    /// Where the word table has it, or else its stem.
    pub(crate) rank: Option<u32>,
    /// How much it tells: 1 for the most common words, about 10 for the rarest.
    pub(crate) rarity: f64,
}

thread_local! {
    /// The words that were asked for last: the next document has most of them, too.
    static RECENT: RefCell<Recent<Stemmed>> = RefCell::default();
}

/// The stem of a word in lower case.
pub(crate) fn stemmed(form: &str) -> Stemmed {
    RECENT.with_borrow_mut(|recent| {
        recent.get(form, || {
            let stem = Stemmer::new(Algorithm::English).stem(base(form));
            let table = word_table();
            Stemmed {
                rank: table.rank(form).or_else(|| table.rank(&stem)),
                // The commoner of form and stem tells how common the word is: "cinemas" is no rarer than "cinema".
                rarity: table.rarity(form).min(table.rarity(&stem)),
                form: form.into(),
                stem: stem.into(),
            }
        })
    })
}

/// The base of an irregular form and the verb of a noun: "take" of "took", "sell" of "sale". All other forms are left to the
/// stemmer.
fn base(form: &str) -> &str {
    list!("irregular_forms")
        .find(form)
        .or_else(|| verb_of(form))
        .unwrap_or(form)
}

/// The verb that a noun comes from: "sell" of "sale".
pub(crate) fn verb_of(form: &str) -> Option<&'static str> {
    list!("derivations").find(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        let p = |a: &str, b: &str| assert_eq!(stemmed(a).stem, stemmed(b).stem, "{a} {b}");
        p("took", "taken");
        p("sales", "sold");
        p("cinemas", "cinema");
        assert_ne!(stemmed("rose").stem, stemmed("raised").stem);
        assert!(stemmed("cinemas").rarity <= stemmed("cinema").rarity);
    }
}
