//! Two persons' names: which words go together, and what the rest says.
//!
//! The decision rests on the worst pair of words and on what is left over on both sides: a part left out is silence, a
//! part that differs is another person.

use super::align::{self, Aligned};
use super::parse::{Name, Role, Word};
use super::token::{Context, Match, Tier, person_words};
use super::weights::Features;

/// The words of two names paired.
pub(super) fn pair(a: &Name, b: &Name) -> Aligned {
    align::pair(&a.words, &b.words, |i, j, x, y| {
        if !may_pair(x, y) {
            return Match::OTHER;
        }
        person_words(x, y, context(a, b, i, j))
    })
}

/// Whether two words may go together by what they are.
pub(super) fn may_pair(x: &Word, y: &Word) -> bool {
    (x.role == Role::Particle) == (y.role == Role::Particle) || x.text == y.text
}

/// What is known where the `i`-th word of one name is set beside the `j`-th of the other.
pub(super) fn context(a: &Name, b: &Name, i: usize, j: usize) -> Context {
    Context {
        korean: a.korean && b.korean,
        chinese: a.chinese && b.chinese && a.words.len() > 1 && b.words.len() > 1,
        // A family name stands last in the West, and first in the East, where the syllables decide.
        last: i + 1 == a.words.len() && j + 1 == b.words.len(),
    }
}

/// What the pairs say, as features of the decision.
pub(super) fn features(a: &Name, b: &Name, aligned: &Aligned) -> Features {
    let mut f = Features::default();
    let core = |p: &&align::Pair| {
        a.words[p.a].role != Role::Particle || b.words[p.b].role != Role::Particle
    };
    let pairs: Vec<_> = aligned.pairs.iter().filter(core).collect();
    let count = |tier: Tier| pairs.iter().filter(|p| p.matched.tier == tier).count() as f32;
    let equal = count(Tier::Equal);
    let left = |name: &Name, left: &[usize]| {
        let of = |role: Role| left.iter().filter(|&&i| name.words[i].role == role).count();
        (of(Role::Core), of(Role::Initial))
    };
    let (words_a, initials_a) = left(a, &aligned.left_a);
    let (words_b, initials_b) = left(b, &aligned.left_b);
    let contradicted = words_a.min(words_b);
    let initials = (words_a + initials_a).min(words_b + initials_b) - contradicted;
    f.set("contradicted-initials", initials as f32);
    f.flag("other-order", aligned.crossed);
    if contradicted > 0 {
        f.set("contradicted-words", contradicted as f32);
        // The nearest pair of the words left over: a slip of many letters, or another name. What else agrees hardly
        // matters then.
        f.set("contradicted-nearness", aligned.nearness);
        f.set("contradicted-beside-equal", equal.min(3.0));
        return f;
    }
    f.set("equal-words", equal.min(3.0));
    let romanised = || {
        pairs
            .iter()
            .filter(|p| p.matched.tier == Tier::Transliteration)
    };
    f.set("transliterated-words", romanised().count() as f32);
    f.set(
        "transliteration-cost",
        romanised().map(|p| p.matched.cost).sum(),
    );
    f.set("nicknames", count(Tier::Nickname));
    f.set("initials", count(Tier::Initial));
    let edited: Vec<_> = pairs
        .iter()
        .filter(|p| p.matched.tier == Tier::Edit)
        .collect();
    f.set("edited-words", edited.len() as f32);
    f.set(
        "second-edits",
        edited
            .iter()
            .map(|p| f32::from(p.matched.edits) - 1.0)
            .sum(),
    );
    let first = |p: &align::Pair| {
        a.words[p.a].text.as_bytes().first() != b.words[p.b].text.as_bytes().first()
    };
    f.flag("edited-first-letter", edited.iter().any(|p| first(p)));
    // A word alone, changed, has passed the vetoes or not.
    f.flag("nothing-equal", equal < 1.0 && pairs.len() > 1);
    f.set("left-out-words", ((words_a.max(words_b)) as f32).min(3.0));
    let cores = |name: &Name| name.words.iter().filter(|w| w.role == Role::Core).count();
    let single = cores(a).min(cores(b)) <= 1;
    f.flag("single-word", single);
    // "Prince Andrew" and "Andrew Johnson".
    let inside = |p: &&align::Pair| p.a + 1 < a.words.len() || p.b + 1 < b.words.len();
    f.flag(
        "single-word-not-last",
        single && pairs.len() == 1 && pairs.iter().all(inside),
    );
    f
}

/// Whether a middle initial is passed over for a later one: George H. W. Bush, George W. Bush.
fn skips_initial(a: &Name, b: &Name, aligned: &Aligned) -> bool {
    let initial = |name: &Name, i: usize| name.words[i].role == Role::Initial;
    let later = |i: usize, side: fn(&align::Pair) -> usize| {
        aligned
            .pairs
            .iter()
            .any(|p| side(p) > i && initial(a, p.a) && initial(b, p.b))
    };
    aligned
        .left_a
        .iter()
        .any(|&i| i > 0 && initial(a, i) && later(i, |p| p.a))
        || aligned
            .left_b
            .iter()
            .any(|&i| i > 0 && initial(b, i) && later(i, |p| p.b))
}

/// Why two names are two people, whatever else they share.
pub(super) fn veto(a: &Name, b: &Name, aligned: &Aligned) -> Option<String> {
    let equal = || {
        a.words.len() == b.words.len()
            && aligned
                .pairs
                .iter()
                .filter(|p| p.matched.tier == Tier::Equal)
                .count()
                == a.words.len()
    };
    let ordinary = |w: &Word| w.word_rank.is_some() || w.surname || w.given.is_some();
    if let Some(reason) = align::two_words(a, b, aligned, ordinary) {
        return Some(reason);
    }
    // "Putin" may be "Vladimir Poutine", but "Francis" is not "Francois Hollande", nor "Obama" "Osama bin Laden".
    let lone = align::lone(a, b, aligned);
    if lone.is_some_and(|(pair, last)| {
        !last || matches!(pair.matched.tier, Tier::Edit | Tier::Initial)
    }) {
        return Some("one word alone, and not the same".into());
    }
    // "Bill Clinton" and "W. C. Fields": initials and nicknames fit many, one word must be written out in both.
    let written = |t: Tier| matches!(t, Tier::Equal | Tier::Transliteration | Tier::Edit);
    let both = |p: &align::Pair| a.words[p.a].role == Role::Core && b.words[p.b].role == Role::Core;
    if !aligned
        .pairs
        .iter()
        .any(|p| written(p.matched.tier) && both(p))
    {
        return Some("no word of the one stands in the other".into());
    }
    if skips_initial(a, b, aligned) {
        return Some("a middle initial is passed over for a later one".into());
    }
    match (&a.suffix, &b.suffix) {
        (Some(x), Some(y)) if x != y => Some(format!("{x} is not {y}")),
        // Who writes all but the suffix in full tells two people apart by it; "Joe Biden" beside "Joseph R. Biden Jr." does
        // not.
        (Some(x), None) | (None, Some(x)) if a.words.len() > 1 && equal() => {
            Some(format!("one is {x}, the other is not"))
        }
        _ => None,
    }
}
