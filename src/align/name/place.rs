//! Two names of places.

use std::cell::LazyCell;

use crate::lexicon::{PlaceWord, name_forms};

use super::align::{self, Aligned};
use super::parse::{Name, Role, Word};
use super::spelling::spelling_distance;
use super::syllable;
use super::token::{Match, Tier, plain_words, plain_words_by, spelled};
use super::weights::Features;

/// Below this share of common letters two words are two places; higher loses endonyms, lower believes in Kherson for Kharkiv.
const NEARLY_ONE: f32 = 0.7;

/// Shorter words are never nearly one: Suma, Sumy.
const SHORTEST_NEARLY: usize = 5;

/// The words of two names paired.
pub(super) fn pair(a: &Name, b: &Name) -> Aligned {
    let chinese = a.chinese && b.chinese;
    align::pair(&a.words, &b.words, |_, _, x, y| {
        match (&x.chinese, &y.chinese) {
            (Some(c), Some(d)) if chinese && x.text != y.text => {
                if syllable::same_chinese((&x.text, c), (&y.text, d)) {
                    Match {
                        tier: Tier::Transliteration,
                        cost: 0.2,
                        edits: 0,
                        nearness: 1.0,
                        origin: Some("Chinese"),
                    }
                } else {
                    Match::OTHER
                }
            }
            _ if x.role == Role::Core && y.role == Role::Core => {
                let distance = LazyCell::new(|| spelling_distance(&x.text, &y.text));
                let found = plain_words_by(x, y, || *distance);
                if found.holds() {
                    found
                } else {
                    distance.map_or(found, |s| Match {
                        tier: found.tier,
                        ..spelled(&x.text, &y.text, s)
                    })
                }
            }
            _ => plain_words(x, y),
        }
    })
}

/// What the pairs say, as features of the decision.
pub(super) fn features(a: &Name, b: &Name, aligned: &Aligned) -> Features {
    let mut f = Features::default();
    let own: Vec<_> = aligned
        .pairs
        .iter()
        .filter(|p| a.words[p.a].role == Role::Core || b.words[p.b].role == Role::Core)
        .collect();
    let count = |tier: Tier| own.iter().filter(|p| p.matched.tier == tier).count() as f32;
    let contradicted = aligned
        .left_a
        .iter()
        .any(|&i| a.words[i].role == Role::Core)
        && aligned
            .left_b
            .iter()
            .any(|&i| b.words[i].role == Role::Core);
    f.set(
        if contradicted {
            "contradicted-beside-equal"
        } else {
            "equal-words"
        },
        count(Tier::Equal).min(2.0),
    );
    f.set("transliterated-words", count(Tier::Transliteration));
    f.set(
        "transliteration-cost",
        own.iter()
            .filter(|p| p.matched.tier == Tier::Transliteration)
            .map(|p| p.matched.cost)
            .sum(),
    );
    f.set("edited-words", count(Tier::Edit));
    let left = |name: &Name, left: &[usize]| {
        left.iter()
            .filter(|&&i| matches!(name.words[i].role, Role::Core | Role::Number))
            .count() as f32
    };
    let (own_a, own_b) = (left(a, &aligned.left_a), left(b, &aligned.left_b));
    f.set("contradicted-words", own_a.min(own_b).min(2.0));
    if own_a.min(own_b) > 0.0 {
        f.set("contradicted-nearness", (aligned.nearness - 0.4).max(0.0));
        let first =
            |i: Option<&usize>, name: &Name| i.and_then(|&i| name.words[i].text.bytes().next());
        f.set(
            "contradicted-first-letter",
            f32::from(u8::from(
                first(aligned.left_a.first(), a) != first(aligned.left_b.first(), b),
            )),
        );
    }
    f.set(
        "left-out-words",
        (own_a.max(own_b) - own_a.min(own_b)).min(2.0),
    );
    let first = |left: &[usize]| left.contains(&0);
    f.set(
        "first-word-left-out",
        f32::from(u8::from(
            own_a.min(own_b) < 1.0 && (first(&aligned.left_a) || first(&aligned.left_b)),
        )),
    );
    f.set(
        "both-known",
        f32::from(u8::from(
            a.known_place && b.known_place && a.folded != b.folded,
        )),
    );
    f.set(
        "one-known",
        f32::from(u8::from(a.known_place != b.known_place)),
    );
    f
}

/// Why two names are two places, whatever else they share.
pub(super) fn veto(a: &Name, b: &Name, aligned: &Aligned) -> Option<String> {
    // North and South Korea, Virginia and West Virginia.
    let side = |name: &Name| {
        name.words
            .iter()
            .map(|w| w.text.clone())
            .find(|w| name_forms().place_word(w) == Some(PlaceWord::Direction))
    };
    if a.words.len() > 1
        && b.words.len() > 1
        && side(a).is_some()
        && side(b).is_some()
        && side(a) != side(b)
    {
        return Some(format!(
            "{} is not {}",
            side(a).unwrap_or_default(),
            side(b).unwrap_or_default()
        ));
    }
    let ordinary = |w: &Word| w.word_rank.is_some_and(|rank| rank < 5_000);
    if let Some(reason) = align::two_words(a, b, aligned, ordinary) {
        return Some(reason);
    }
    if align::lone(a, b, aligned).is_some() {
        return Some("one word alone, and not the same".into());
    }
    // A word that another contradicts is another place, unless the two are nearly one.
    let core = |name: &Name, left: &[usize]| -> Vec<usize> {
        left.iter()
            .copied()
            .filter(|&i| name.words[i].role != Role::Particle)
            .collect()
    };
    let (left_a, left_b) = (core(a, &aligned.left_a), core(b, &aligned.left_b));
    if let ([i], [j]) = (&left_a[..], &left_b[..]) {
        let (x, y) = (&a.words[*i].text, &b.words[*j].text);
        let near = aligned.nearness >= NEARLY_ONE
            && a.words.len() == b.words.len()
            && x.len().min(y.len()) >= SHORTEST_NEARLY
            && x.as_bytes().first() == y.as_bytes().first();
        if !near {
            return Some(format!("{x} is not {y}"));
        }
    } else if !left_a.is_empty() && !left_b.is_empty() {
        return Some(format!("{} is not {}", a.folded, b.folded));
    }
    // Kansas and Kansas City, Mexico and Mexico City; but Gaza City is Gaza, by the alias table.
    if a.region != b.region
        && a.words.len() != b.words.len()
        && a.words.first().map(|w| &w.text) == b.words.first().map(|w| &w.text)
        && (a.is_city() || b.is_city())
    {
        return Some("a region and a city".into());
    }
    if aligned.pairs.iter().any(|p| p.matched.tier == Tier::Edit) && left_a.len() + left_b.len() > 0
    {
        return Some("one word is not the same, another is missing".into());
    }
    let name = |n: &Name| n.canonical.map_or_else(|| n.folded.clone(), str::to_owned);
    let spelled = || {
        spelling_distance(&a.squeezed, &b.squeezed)
            .is_some_and(|s| s.sounds_alike() || s.edits == 0 && a.words.len() > 1 && s.cost <= 25)
    };
    (a.known_place && b.known_place && name(a) != name(b) && !spelled())
        .then(|| format!("{} and {} are two places", name(a), name(b)))
}
