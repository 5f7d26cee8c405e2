//! How two names relate, by themselves: one entity or two, and by what evidence.
//!
//! A name is taken apart once ([`Name::new`]); two names of one kind are compared word by word ([`compare_prepared`]).
//! Each pair of words has a tier: equal, transliteration, nickname, initial, slip. What was seen becomes named features,
//! and a logistic combination of them decides (`weights.tsv`). What the documents say about the bearers of the names is
//! left to [`super`]: here are only the names.
//!
//! A newcomer would question why a table of weights decides and not rules alone: rules were as good on names of one
//! source and worse on the next, because how much a missing middle name or a second slip matters has no round number.

mod align;
mod apart;
mod edits;
mod organization;
mod parse;
mod person;
mod place;
mod reach;
mod spelling;
mod syllable;
#[cfg(test)]
mod tests;
mod token;
mod weights;

use crate::lexicon::name_forms;
use crate::value::Kind;

use align::Aligned;
pub(crate) use edits::edits;
pub use parse::Name;
pub(crate) use parse::fold;
pub use spelling::{Spelling, spelling_distance};
use token::Tier;
pub use weights::Features;

/// How two names relate; all but [`Relation::Different`] mean one entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The same letters.
    Identical,
    /// Another spelling or transliteration.
    Variant,
    /// Case, accents, hyphen, spacing or order only.
    Format,
    /// A short form: a part left out, a nickname, a title or suffix added.
    Short,
    /// The initials.
    Acronym,
    /// Another name altogether, from the alias table.
    Alias,
    /// Two entities.
    Different,
}

impl Relation {
    /// The word of the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Relation::Identical => "identical",
            Relation::Variant => "variant",
            Relation::Format => "format",
            Relation::Short => "short",
            Relation::Acronym => "acronym",
            Relation::Alias => "alias",
            Relation::Different => "different",
        }
    }
}

/// How two names relate, how sure that is, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The decision.
    pub relation: Relation,
    /// How likely it is that both name one entity, 0 to 1.
    pub score: f64,
    /// A line a reason: what was compared with what.
    pub evidence: Vec<String>,
}

/// Names shorter than this are not one because their letters run together alike.
const SHORTEST_RUN_TOGETHER: usize = 9;

/// Compares two names of one kind.
///
/// ```
/// use crosscheck::align::name::{Relation, compare};
/// use crosscheck::value::Kind;
/// let found = compare("Kim Jung Un", "Kim Jong-un", Kind::Person);
/// assert_eq!(found.relation, Relation::Variant);
/// assert!(found.evidence.contains(&"jung ~ jong: Korean transliteration".to_owned()));
/// ```
pub fn compare(a: &str, b: &str, kind: Kind) -> Comparison {
    compare_prepared(&Name::new(a, kind), &Name::new(b, kind))
}

/// Compares two names that are taken apart already. Names of two kinds are different.
pub fn compare_prepared(a: &Name, b: &Name) -> Comparison {
    compared(a, b, Setting::Pair)
}

/// How two names in articles relate, if they may be of one entity. Nearly all names of two articles are of two, and why is not
/// asked then.
///
/// Words that share most of their letters and are no spelling of each other are two names there. Lists of the names that one
/// town has in many languages are what they are joined for elsewhere; an article that writes "Kelburn" means no Kelbrook.
pub(crate) fn joined(a: &Name, b: &Name) -> Option<Comparison> {
    Some(compared(a, b, Setting::Articles)).filter(|c| c.relation != Relation::Different)
}

/// Where two names stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Setting {
    /// Side by side: somebody asks whether they are one, and why not.
    Pair,
    /// Among all the names of two articles.
    Articles,
}

fn compared(a: &Name, b: &Name, setting: Setting) -> Comparison {
    if let Some(settled) = settled(a, b) {
        return settled;
    }
    let (merged_a, merged_b) = (parse::merged(a, b), parse::merged(b, a));
    let (a, b) = (
        merged_a.as_ref().unwrap_or(a),
        merged_b.as_ref().unwrap_or(b),
    );
    if setting == Setting::Articles && apart::apart(a, b) {
        return Comparison {
            relation: Relation::Different,
            score: 0.0,
            evidence: Vec::new(),
        };
    }
    let (aligned, _, score, veto) = weigh(a, b);
    if let Some(reason) = veto {
        return Comparison {
            relation: Relation::Different,
            score: 0.0,
            evidence: vec![reason],
        };
    }
    let in_articles = setting == Setting::Articles;
    let relation = if score < 0.5 || in_articles && aligned.pairs.is_empty() {
        Relation::Different
    } else {
        relation(a, b, &aligned)
    };
    Comparison {
        relation,
        score,
        evidence: if !in_articles || relation != Relation::Different {
            evidence(a, b, &aligned)
        } else {
            Vec::new()
        },
    }
}

/// What decides between two names, by name: for fitting the weights and for explaining. Empty where a rule decides.
pub fn features(a: &Name, b: &Name) -> Features {
    if settled(a, b).is_some() {
        return Features::default();
    }
    let (merged_a, merged_b) = (parse::merged(a, b), parse::merged(b, a));
    match weigh(
        merged_a.as_ref().unwrap_or(a),
        merged_b.as_ref().unwrap_or(b),
    ) {
        (_, _, _, Some(_)) => Features::default(),
        (_, features, _, None) => features,
    }
}

/// The pairs that need no weighing.
fn settled(a: &Name, b: &Name) -> Option<Comparison> {
    let sure = |relation, reason: &str| {
        Some(Comparison {
            relation,
            score: if relation == Relation::Different {
                0.0
            } else {
                1.0
            },
            evidence: if reason.is_empty() {
                Vec::new()
            } else {
                vec![reason.to_owned()]
            },
        })
    };
    if a.kind != b.kind {
        return sure(Relation::Different, "names of two kinds");
    }
    if a.text == b.text {
        return sure(Relation::Identical, "");
    }
    if !a.squeezed.is_empty() && a.squeezed == b.squeezed {
        return sure(
            Relation::Format,
            "the same letters but for case, accents, hyphens and spaces",
        );
    }
    if run_together(a, b) {
        return sure(
            Relation::Variant,
            "nearly the same letters, divided into words another way",
        );
    }
    if a.kind == Kind::Person {
        return None;
    }
    let acronym = |short: &Name, long: &Name| {
        let letters = short.squeezed.as_str();
        short.acronym
            && long.words.len() > 1
            && (long.initials.iter().any(|initials| initials == letters)
                || letters.len() > 2
                    && long.initials[1].starts_with(letters)
                    && long.initials[1].len() <= letters.len() + 1)
    };
    if acronym(a, b) || acronym(b, a) {
        return sure(Relation::Acronym, "the initials");
    }
    // "UN" is read as the words that it stands for, which are initials no more.
    let listed = |short: &Name, long: &Name| {
        a.kind == Kind::Organization
            && name_forms()
                .org_full(&short.squeezed)
                .is_some_and(|full| full.contains(' ') && full == long.folded)
    };
    if listed(a, b) || listed(b, a) {
        return sure(Relation::Acronym, "the initials");
    }
    if let (Some(x), Some(y)) = (
        a.canonical.or(Some(&a.folded)),
        b.canonical.or(Some(&b.folded)),
    ) {
        let alias = a.canonical.is_some_and(|n| n != a.folded)
            || b.canonical.is_some_and(|n| n != b.folded);
        if x == y && alias && !x.is_empty() && a.folded != b.folded {
            let near =
                |s: Spelling| s.edits == 0 || token::spelled(&a.squeezed, &b.squeezed, s).holds();
            if spelling_distance(&a.squeezed, &b.squeezed).is_some_and(near) {
                return sure(
                    Relation::Variant,
                    &format!("{} and {} are spellings of {x}", a.folded, b.folded),
                );
            }
            return sure(
                Relation::Alias,
                &format!("{} and {} are names of {x}", a.folded, b.folded),
            );
        }
    }
    None
}

/// Whether the names are divided into words in two ways and spelled in two, too: Astra Zenica, AstraZeneca.
fn run_together(a: &Name, b: &Name) -> bool {
    let (x, y) = (a.squeezed.as_str(), b.squeezed.as_str());
    a.words.len() != b.words.len()
        && x.len().min(y.len()) >= SHORTEST_RUN_TOGETHER
        && x.len().abs_diff(y.len()) <= 1
        && x.as_bytes().first() == y.as_bytes().first()
        && x.as_bytes().last() == y.as_bytes().last()
        && spelling_distance(x, y)
            .is_some_and(|s| s.edits <= 1 && s.letters() <= 1.0 + 0.05 * x.len() as f32)
        && a.suffix == b.suffix
        && a.initials_only() == b.initials_only()
}

fn weigh(a: &Name, b: &Name) -> (Aligned, Features, f64, Option<String>) {
    let models = weights::models();
    let (aligned, features, veto, model) = match a.kind {
        Kind::Person => {
            let aligned = person::pair(a, b);
            let features = person::features(a, b, &aligned);
            let veto = person::veto(a, b, &aligned);
            (aligned, features, veto, &models.person)
        }
        Kind::Place => {
            let aligned = place::pair(a, b);
            let features = place::features(a, b, &aligned);
            let veto = place::veto(a, b, &aligned);
            (aligned, features, veto, &models.place)
        }
        _ => {
            let aligned = organization::pair(a, b);
            let features = organization::features(a, b, &aligned);
            let veto = organization::veto(a, b, &aligned);
            (aligned, features, veto, &models.organization)
        }
    };
    let score = features.probability(model);
    (aligned, features, score, veto)
}

/// How the names of one entity relate: the worst pair of words decides, then what is left out.
fn relation(a: &Name, b: &Name, aligned: &Aligned) -> Relation {
    let worst = aligned
        .pairs
        .iter()
        .map(|p| p.matched.tier)
        .filter(|t| matches!(t, Tier::Transliteration | Tier::Edit))
        .max();
    let particle = |name: &Name, left: &[usize]| {
        left.iter()
            .all(|&i| name.words[i].role == parse::Role::Particle)
    };
    let both = !particle(a, &aligned.left_a) && !particle(b, &aligned.left_b);
    if worst.is_some() || both || titles_spelled(a, b) {
        return Relation::Variant;
    }
    if aligned.left_a.is_empty() && aligned.left_b.is_empty() {
        let plain = aligned.pairs.iter().all(|p| p.matched.tier == Tier::Equal);
        if !plain || a.aside != b.aside || a.suffix != b.suffix {
            return Relation::Short;
        }
        // All words are equal as compared. The same letters in another order are a matter of format; other letters are a
        // word written out ("Corp.") or the parts of an Arabic name joined another way ("Nasr al-Din", "Nasruddin").
        return match (letters(a) == letters(b), a.kind) {
            (true, _) => Relation::Format,
            (false, Kind::Person) if a.rejoined || b.rejoined => Relation::Variant,
            (false, _) => Relation::Short,
        };
    }
    if a.kind == Kind::Person
        && particle(a, &aligned.left_a)
        && particle(b, &aligned.left_b)
        && a.aside == b.aside
    {
        return Relation::Variant;
    }
    Relation::Short
}

/// The letters of a name, sorted.
fn letters(name: &Name) -> Vec<u8> {
    let mut letters = name.squeezed.clone().into_bytes();
    letters.sort_unstable();
    letters
}

/// Whether the names differ in how a title is written: Shaikh Hasina, Sheikh Hasina.
fn titles_spelled(a: &Name, b: &Name) -> bool {
    a.kind == Kind::Person
        && a.aside.len() == 1
        && b.aside.len() == 1
        && a.aside != b.aside
        && a.aside[0].len().min(b.aside[0].len()) > 4
        && spelling_distance(&a.aside[0], &b.aside[0])
            .is_some_and(|s| token::spelled(&a.aside[0], &b.aside[0], s).holds())
}

/// A line for each pair of words that differ, and for each word left over.
fn evidence(a: &Name, b: &Name, aligned: &Aligned) -> Vec<String> {
    let mut lines = Vec::new();
    for pair in &aligned.pairs {
        let (x, y) = (&a.words[pair.a].text, &b.words[pair.b].text);
        match pair.matched.tier {
            Tier::Equal | Tier::Other => {}
            Tier::Transliteration => match pair.matched.origin {
                // These two are known by their syllables. Any other rule of romanisation may explain a name of any origin.
                Some(language @ ("Korean" | "Chinese")) => {
                    lines.push(format!("{x} ~ {y}: {language} transliteration"));
                }
                Some(_) | None => lines.push(format!("{x} ~ {y}: two spellings of one sound")),
            },
            Tier::Nickname => lines.push(format!("{x} ~ {y}: nickname")),
            Tier::Initial => lines.push(format!("{x} ~ {y}: initial")),
            Tier::Edit if pair.matched.edits == 1 => lines.push(format!("{x} ~ {y}: one letter")),
            Tier::Edit => lines.push(format!("{x} ~ {y}: {} letters", pair.matched.edits)),
        }
    }
    let words = |name: &Name, left: &[usize]| {
        left.iter()
            .map(|&i| name.words[i].text.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    match (aligned.left_a.is_empty(), aligned.left_b.is_empty()) {
        (true, true) => {}
        (false, true) => lines.push(format!("{}: left out", words(a, &aligned.left_a))),
        (true, false) => lines.push(format!("{}: left out", words(b, &aligned.left_b))),
        (false, false) => {
            lines.push(format!(
                "{} is not {}",
                words(a, &aligned.left_a),
                words(b, &aligned.left_b)
            ));
        }
    }
    lines
}
