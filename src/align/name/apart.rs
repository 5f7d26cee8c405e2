//! Names that are surely two, told without weighing them.
//!
//! Among the names of two articles nearly all pairs are of two entities, and nobody asks how far they are from being one. So it
//! is told by what one name alone settles: no word of it goes with a word of the other; or, of persons, a word of each side is
//! left over, which no weight of anything else makes up for. Whatever this does not settle is weighed as ever.

use super::parse::{MOST_WORDS, Name, Role, Word};
use super::person;
use super::reach::within;
use super::token::{cut_short, most_apart, nothing_in_common, person_words, plain_words};
use super::weights::models;
use crate::value::Kind;

/// Whether two names are surely of two entities.
pub(super) fn apart(a: &Name, b: &Name) -> bool {
    match a.kind {
        Kind::Person => persons_apart(a, b),
        // What the syllables say of Chinese places is told where they are paired.
        Kind::Place if a.chinese && b.chinese => false,
        _ => !any(a, b, plain_words_go),
    }
}

fn any(a: &Name, b: &Name, go: impl Fn(&Word, &Word) -> bool) -> bool {
    a.words.iter().any(|x| b.words.iter().any(|y| go(x, y)))
}

fn persons_apart(a: &Name, b: &Name) -> bool {
    // Both sides ask for the same words.
    let mut known = [[None; MOST_WORDS]; MOST_WORDS];
    let mut go = |i: usize, j: usize| {
        *known[i][j].get_or_insert_with(|| {
            person::may_pair(&a.words[i], &b.words[j]) && persons_words_go(a, b, i, j)
        })
    };
    if !models().person.contradiction_decides() {
        let mut pairs = (0..a.words.len()).flat_map(|i| (0..b.words.len()).map(move |j| (i, j)));
        return !pairs.any(|(i, j)| go(i, j));
    }
    let core = |name: &Name, i: usize| name.words[i].role == Role::Core;
    (0..a.words.len()).any(|i| core(a, i) && !(0..b.words.len()).any(|j| go(i, j)))
        && (0..b.words.len()).any(|j| core(b, j) && !(0..a.words.len()).any(|i| go(i, j)))
}

/// Whether two words of two persons' names go together.
fn persons_words_go(a: &Name, b: &Name, i: usize, j: usize) -> bool {
    let (x, y) = (&a.words[i], &b.words[j]);
    if x.text == y.text {
        return true;
    }
    let context = person::context(a, b, i, j);
    let told_by_lists = x.role == Role::Initial
        || y.role == Role::Initial
        || context.korean
        || context.chinese
        || x.spelled.meet(y.spelled)
        || x.short_for.meet(y.short_for)
        || cut_short(x, y)
        || x.text.starts_with("abd") && y.text.starts_with("abd");
    (told_by_lists || !nothing_in_common(x, y) && within(&x.text, &y.text, most_apart(x, y)))
        && person_words(x, y, context).holds()
}

/// Whether two words of two names that are no persons' go together.
fn plain_words_go(x: &Word, y: &Word) -> bool {
    x.text == y.text
        || !nothing_in_common(x, y)
            && (x.spelled.meet(y.spelled) || within(&x.text, &y.text, most_apart(x, y)))
            && plain_words(x, y).holds()
}
