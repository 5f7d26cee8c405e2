//! Two names of organisations.

use super::align::{self, Aligned};
use super::parse::{Name, Role, Word};
use super::token::{Tier, plain_words};
use super::weights::Features;

/// The words of two names paired.
pub(super) fn pair(a: &Name, b: &Name) -> Aligned {
    align::pair(&a.words, &b.words, |_, _, x, y| plain_words(x, y))
}

/// What the pairs say, as features of the decision.
pub(super) fn features(a: &Name, b: &Name, aligned: &Aligned) -> Features {
    let mut f = Features::default();
    let tells = |role: Role| matches!(role, Role::Core | Role::Initial);
    let own: Vec<_> = aligned
        .pairs
        .iter()
        .filter(|p| tells(a.words[p.a].role) || tells(b.words[p.b].role))
        .collect();
    let says_little = |role: Role| matches!(role, Role::Generic | Role::Country);
    let generic: Vec<_> = aligned
        .pairs
        .iter()
        .filter(|p| says_little(a.words[p.a].role) && says_little(b.words[p.b].role))
        .collect();
    let count = |tier: Tier| own.iter().filter(|p| p.matched.tier == tier).count() as f32;
    f.set("generic-equal", (generic.len() as f32).min(3.0));
    f.set("nothing-own", f32::from(u8::from(own.is_empty())));
    let left = |name: &Name, left: &[usize], role: fn(Role) -> bool| {
        left.iter().filter(|&&i| role(name.words[i].role)).count() as f32
    };
    let own_role: fn(Role) -> bool = |r| matches!(r, Role::Core | Role::Initial);
    let (own_a, own_b) = (
        left(a, &aligned.left_a, own_role),
        left(b, &aligned.left_b, own_role),
    );
    if own_a.min(own_b) > 0.0 {
        f.set("contradicted-beside-equal", own.len().min(3) as f32);
    } else {
        f.set("equal-words", count(Tier::Equal).min(3.0));
        f.set("transliterated-words", count(Tier::Transliteration));
        f.set(
            "transliteration-cost",
            own.iter()
                .filter(|p| p.matched.tier == Tier::Transliteration)
                .map(|p| p.matched.cost)
                .sum(),
        );
        f.set("edited-words", count(Tier::Edit));
        f.flag("nothing-equal", count(Tier::Equal) < 1.0);
    }
    f.set("contradicted-words", own_a.min(own_b).min(2.0));
    if own_a.min(own_b) > 0.0 {
        f.set("contradicted-nearness", aligned.nearness);
    }
    f.set(
        "left-out-words",
        (own_a.max(own_b) - own_a.min(own_b)).min(3.0),
    );
    let (gen_a, gen_b) = (
        left(a, &aligned.left_a, |r| r == Role::Generic),
        left(b, &aligned.left_b, |r| r == Role::Generic),
    );
    f.set("contradicted-generic", gen_a.min(gen_b).min(2.0));
    f.set(
        "left-out-generic",
        (gen_a.max(gen_b) - gen_a.min(gen_b)).min(3.0),
    );
    let (land_a, land_b) = (
        left(a, &aligned.left_a, |r| r == Role::Country),
        left(b, &aligned.left_b, |r| r == Role::Country),
    );
    f.set("contradicted-country", land_a.min(land_b).min(1.0));
    f.set(
        "left-out-country",
        (land_a.max(land_b) - land_a.min(land_b)).min(1.0),
    );
    // The word of one side against a generic word or a country of the other: Bank of England, Bank of America.
    let cross = (own_a.min(gen_b + land_b)).max(own_b.min(gen_a + land_a));
    f.set(
        "contradicted-across",
        if own_a.min(own_b) > 0.0 {
            0.0
        } else {
            cross.min(1.0)
        },
    );
    let numbers = |name: &Name, l: &[usize]| left(name, l, |r| r == Role::Number);
    f.set(
        "number-differs",
        (numbers(a, &aligned.left_a) + numbers(b, &aligned.left_b)).min(1.0),
    );
    f.set(
        "number-contradicted",
        numbers(a, &aligned.left_a)
            .min(numbers(b, &aligned.left_b))
            .min(1.0),
    );
    f.flag(
        "all-equal",
        aligned.left_a.is_empty()
            && aligned.left_b.is_empty()
            && aligned.pairs.iter().all(|p| p.matched.tier == Tier::Equal),
    );
    f.flag("legal-form-differs", legal_differs(a, b));
    f.set(
        "legal-form-left-out",
        f32::from(u8::from(a.aside.is_empty() != b.aside.is_empty())),
    );
    f.flag("other-order", own.windows(2).any(|w| w[0].b > w[1].b));
    let first = |name: &Name, left: &[usize]| {
        left.contains(&0) && name.words.first().is_some_and(|w| w.role == Role::Core)
    };
    f.set(
        "first-word-left-out",
        f32::from(u8::from(
            first(a, &aligned.left_a) || first(b, &aligned.left_b),
        )),
    );
    f.set(
        "single-word",
        f32::from(u8::from(a.words.len().min(b.words.len()) == 1)),
    );
    f
}

/// Whether both write a legal form, and not the same.
fn legal_differs(a: &Name, b: &Name) -> bool {
    let legal = |name: &Name| {
        name.aside
            .iter()
            .filter(|w| w.len() > 3 || !w.starts_with("th"))
            .cloned()
            .collect::<Vec<_>>()
    };
    let (x, y) = (legal(a), legal(b));
    !x.is_empty() && !y.is_empty() && !x.iter().any(|w| y.contains(w))
}

/// Why two names are two organisations, whatever else they share.
pub(super) fn veto(a: &Name, b: &Name, aligned: &Aligned) -> Option<String> {
    // One letter more or less makes another set of initials: NSA, NASA.
    let single = a.words.len() == 1 && b.words.len() == 1 && a.folded.len().max(b.folded.len()) < 7;
    if (a.acronym || b.acronym) && single && a.folded != b.folded {
        return Some(format!("{} and {} are initials", a.text, b.text));
    }
    let ordinary = |w: &Word| w.word_rank.is_some_and(|rank| rank < 5_000);
    if let Some(reason) = align::two_words(a, b, aligned, ordinary) {
        return Some(reason);
    }
    if align::lone(a, b, aligned).is_some() {
        return Some("one word alone, and not the same".into());
    }
    match (a.canonical, b.canonical) {
        (Some(x), Some(y)) if x != y => Some(format!("{x} is not {y}")),
        _ => None,
    }
}
