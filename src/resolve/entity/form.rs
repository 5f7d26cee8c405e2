//! Forms of names, and which of them are forms of one name.

use rustc_hash::FxHashMap;

use super::{evidence, role};
use crate::lexicon::names::{self, Gender};
use crate::mention::Mention;
use crate::mention::name::Evidence;
use crate::resolve::roots::{root, unite};
use crate::segment::Text;
use crate::value::Kind;

/// A name as the document writes it, with the mentions that write it so.
pub(super) struct Form {
    /// Its words in lower case, without full stops; of a hyphenated word each part.
    words: Vec<String>,
    name: String,
    pub(super) mentions: Vec<usize>,
    pub(super) evidence: Evidence,
    kind: Option<Kind>,
}

impl Form {
    pub(super) fn new(name: &str) -> Form {
        let words = name
            .split([' ', '-', '‐', '‑', ',', '&'])
            .map(|word| word.replace('.', "").to_lowercase())
            .filter(|word| !word.is_empty())
            .collect();
        Form {
            words,
            name: name.to_owned(),
            mentions: Vec::new(),
            evidence: Evidence::default(),
            kind: None,
        }
    }

    /// The words without "Jr." and its like.
    fn core(&self) -> &[String] {
        match self.words.split_last() {
            Some((last, rest)) if !rest.is_empty() && is_suffix(last) => rest,
            _ => &self.words,
        }
    }

    fn suffix(&self) -> Option<&str> {
        self.words
            .last()
            .filter(|w| self.words.len() > 1 && is_suffix(w))
            .map(String::as_str)
    }

    fn is_person(&self) -> bool {
        self.kind == Some(Kind::Person)
    }

    /// Whether this is a full name of a person: two words or more, and no surname with its particle ("van der Berg").
    fn is_full(&self) -> bool {
        let surname = self.name.starts_with(char::is_lowercase)
            || self.words.first().is_some_and(|w| names::word(w).opens);
        self.is_person() && self.core().len() > 1 && !surname
    }

    /// The words without legal forms and an article.
    fn company(&self) -> &[String] {
        let mut words = &self.words[..];
        while let Some((last, rest)) = words.split_last() {
            let legal = names::word(last).head.is_some_and(|h| h.legal)
                || matches!(last.as_str(), "group" | "holdings");
            if rest.is_empty() || !legal {
                break;
            }
            words = rest;
        }
        words
    }

    /// The letters of an acronym: "WMF", "U.N.".
    fn acronym(&self) -> Option<&str> {
        let [word] = &self.words[..] else {
            return None;
        };
        let capitals = self.name.chars().filter(|c| c.is_uppercase()).count();
        let letters = self.name.chars().filter(|c| c.is_alphabetic()).count();
        ((2..=8).contains(&letters) && capitals == letters).then_some(word.as_str())
    }

    /// The initials of a name of several words, with and without its small words.
    fn initials(&self) -> [String; 2] {
        let small = |w: &&String| {
            !matches!(
                w.as_str(),
                "of" | "the" | "and" | "for" | "on" | "at" | "in" | "de" | "la"
            )
        };
        let initial = |w: &String| w.chars().next();
        [
            self.words.iter().filter_map(initial).collect(),
            self.words
                .iter()
                .filter(small)
                .filter_map(initial)
                .collect(),
        ]
    }
}

fn is_suffix(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv")
}

/// The owner of each name mention: the index of the form that it is counted under, in text order.
pub(super) fn owners(
    text: &Text,
    mentions: &[Mention],
    beside: &[Evidence],
    forms: &mut [Form],
) -> Vec<(usize, usize)> {
    for form in forms.iter_mut() {
        form.evidence = evidence(text, mentions, beside, &form.mentions);
        form.kind = form.evidence.kind();
    }
    let mut roots: Vec<usize> = (0..forms.len()).collect();
    by_list(forms, &mut roots);
    by_bracket(text, mentions, forms, &mut roots);
    organizations(forms, &mut roots);
    full_names(forms, &mut roots);
    let whole = Whole::new(text, mentions, forms, &roots);
    let mut owner_of: Vec<Option<usize>> = vec![None; mentions.len()];
    for (index, form) in forms.iter().enumerate() {
        let own = root(&roots, index);
        let candidates = if own == index {
            whole.short_for(forms, &roots, index)
        } else {
            Vec::new()
        };
        for &mention in &form.mentions {
            let owner = whole.choose(text, mentions, &candidates, mention);
            owner_of[mention] = Some(owner.unwrap_or(own));
        }
    }
    let owners = owner_of.into_iter().enumerate();
    owners
        .filter_map(|(mention, owner)| Some((mention, owner?)))
        .collect()
}

/// Names that the lists lead to one main form: "US" and "United States".
fn by_list(forms: &[Form], roots: &mut [usize]) {
    let mut main: FxHashMap<(&str, bool), usize> = FxHashMap::default();
    for (index, form) in forms.iter().enumerate() {
        let known = names::known(&form.name);
        let place = known.place.map(|(_, canonical)| canonical);
        let Some(canonical) = place.or(known.organization) else {
            continue;
        };
        match main.entry((canonical, place.is_some())) {
            std::collections::hash_map::Entry::Occupied(first) => unite(roots, *first.get(), index),
            std::collections::hash_map::Entry::Vacant(slot) => {
                slot.insert(index);
            }
        }
    }
}

/// "Long Name (LN)", "LN (Long Name)".
fn by_bracket(text: &Text, mentions: &[Mention], forms: &[Form], roots: &mut [usize]) {
    let mut form_of: Vec<Option<usize>> = vec![None; mentions.len()];
    for (index, form) in forms.iter().enumerate() {
        for &mention in &form.mentions {
            form_of[mention] = Some(index);
        }
    }
    let mut last: Option<(usize, usize)> = None;
    for (index, mention) in mentions.iter().enumerate() {
        let Some(form) = form_of[index] else {
            continue;
        };
        if let Some((before, left_form)) = last {
            let (left, right) = (&mentions[before].tokens, &mention.tokens);
            let bracketed = left.end + 1 == right.start
                && text.word(left.end) == "("
                && matches!(text.word(right.end), ")" | "," | ";");
            if bracketed
                && (abbreviates(&forms[form], &forms[left_form])
                    || abbreviates(&forms[left_form], &forms[form]))
            {
                unite(roots, left_form, form);
            }
        }
        last = Some((index, form));
    }
}

/// Whether `short` is made of letters of `long` in order, the first of them its first.
fn abbreviates(short: &Form, long: &Form) -> bool {
    let Some(acronym) = short.acronym() else {
        return false;
    };
    let starts = long
        .words
        .first()
        .is_some_and(|word| word.chars().next() == acronym.chars().next());
    if long.words.len() < 2 || !starts {
        return false;
    }
    let mut letters = long.words.iter().flat_map(|w| w.chars());
    acronym.chars().all(|c| letters.any(|l| l == c))
}

/// Organisations by their initials, and without their legal form.
fn organizations(forms: &[Form], roots: &mut [usize]) {
    let mut companies: FxHashMap<&[String], usize> = FxHashMap::default();
    for (index, form) in forms.iter().enumerate() {
        if form.company().len() < form.words.len() {
            companies.entry(form.company()).or_insert(index);
        }
    }
    // Which form has these initials; `None` where two have.
    let mut initials: FxHashMap<String, Option<usize>> = FxHashMap::default();
    for (index, form) in forms.iter().enumerate() {
        if form.words.len() < 2 || form.is_full() {
            continue;
        }
        let [all, weighty] = form.initials();
        let second = (weighty != all).then_some(weighty);
        for letters in std::iter::once(all).chain(second) {
            initials
                .entry(letters)
                .and_modify(|one| *one = None)
                .or_insert(Some(index));
        }
    }
    for (index, form) in forms.iter().enumerate() {
        if let Some(&Some(long)) = form.acronym().and_then(|letters| initials.get(letters)) {
            unite(roots, long, index);
        }
        if let Some(&first) = companies.get(form.company()) {
            unite(roots, first, index);
        }
    }
}

/// Full names that differ by a middle name or initial left out: "George Bush", "George W. Bush".
fn full_names(forms: &[Form], roots: &mut [usize]) {
    let mut by_last: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    let full: Vec<usize> = (0..forms.len()).filter(|&i| forms[i].is_full()).collect();
    for &index in &full {
        if let Some(last) = forms[index].core().last() {
            by_last.entry(last).or_default().push(index);
        }
    }
    for &index in &full {
        let family = forms[index]
            .core()
            .last()
            .and_then(|last| by_last.get(last.as_str()))
            .map_or(&[][..], Vec::as_slice);
        if !(2..=FAMILY).contains(&family.len()) {
            continue;
        }
        let fits: Vec<usize> = family
            .iter()
            .copied()
            .filter(|&other| other != index && same_person(&forms[index], &forms[other]))
            .collect();
        // A form that fits two full names that do not fit each other belongs to neither for sure.
        let agree = fits.iter().all(|&a| {
            fits.iter()
                .all(|&b| a == b || same_person(&forms[a], &forms[b]))
        });
        if agree {
            for other in fits {
                unite(roots, index, other);
            }
        }
    }
}

/// Whether two full names agree in all that both write.
fn same_person(a: &Form, b: &Form) -> bool {
    if a.suffix() != b.suffix() {
        return false;
    }
    let (short, long) = if a.core().len() <= b.core().len() {
        (a.core(), b.core())
    } else {
        (b.core(), a.core())
    };
    let (Some(first), Some(last)) = (short.first(), short.last()) else {
        return false;
    };
    if long.last() != Some(last) || !long.first().is_some_and(|f| part_fits(first, f)) {
        return false;
    }
    let (middle, whole) = (&short[1..short.len() - 1], &long[1..long.len() - 1]);
    let mut rest = whole.iter();
    middle.iter().all(|m| rest.any(|w| part_fits(m, w)))
}

/// Whether one part of a name may be the other: the same, or its initial.
fn part_fits(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    a == b || initial(a, b) || initial(b, a)
}

/// The surname of a full name: its last word with the particles before it, "van der Berg".
fn surname(core: &[String]) -> &[String] {
    let start = core
        .iter()
        .position(|w| names::word(w).inside || names::word(w).opens)
        .filter(|&i| i > 0)
        .unwrap_or(core.len().saturating_sub(1));
    &core[start..]
}

/// The full names of a document, to find those that a short form stands for.
struct Whole {
    /// Full forms by each word that a short form of theirs may begin or end with.
    by_word: FxHashMap<String, Vec<usize>>,
    /// The mentions of each root, in text order.
    mentions: Vec<Vec<usize>>,
    /// What titles and given names tell of each root.
    genders: FxHashMap<usize, Gender>,
}

/// More bearers of one family name than this are no family but a list; its short forms stay alone.
const FAMILY: usize = 64;

impl Whole {
    fn new(text: &Text, mentions: &[Mention], forms: &[Form], roots: &[usize]) -> Whole {
        let mut whole = Whole {
            by_word: FxHashMap::default(),
            mentions: vec![Vec::new(); forms.len()],
            genders: FxHashMap::default(),
        };
        for (index, form) in forms.iter().enumerate() {
            let root = root(roots, index);
            let person = form.is_full();
            if person {
                let told = form
                    .mentions
                    .iter()
                    .find_map(|&m| role::gender(text, mentions[m].tokens.clone()));
                let given = names::known(form.name.split(' ').next().unwrap_or("")).gender;
                if let Some(gender) = told.or(given) {
                    whole.genders.entry(root).or_insert(gender);
                }
            } else if form.kind != Some(Kind::Organization) || form.words.len() < 2 {
                continue;
            }
            whole.mentions[root].extend(&form.mentions);
            let core = form.core();
            let mut keys = vec![core.first(), core.last()];
            if person {
                keys.push(surname(core).first());
            }
            keys.dedup();
            for key in keys.into_iter().flatten() {
                let list = whole.by_word.entry(key.clone()).or_default();
                if list.last() != Some(&index) {
                    list.push(index);
                }
            }
        }
        for list in &mut whole.mentions {
            list.sort_unstable();
        }
        whole
    }

    /// The roots of the full names that the form may be a part of.
    fn short_for(&self, forms: &[Form], roots: &[usize], index: usize) -> Vec<usize> {
        let form = &forms[index];
        let core = form.core();
        let (Some(first), Some(last)) = (core.first(), core.last()) else {
            return Vec::new();
        };
        let lists = [first, last].map(|w| self.by_word.get(w).map_or(&[][..], Vec::as_slice));
        let mut candidates = Vec::new();
        for &other in lists.iter().flat_map(|list| list.iter().take(FAMILY)) {
            let full = &forms[other];
            let owner = root(roots, other);
            if other != index
                && owner != index
                && full.core().len() > core.len()
                && !candidates.contains(&owner)
                && (stands_for_person(form, full) || stands_for_institution(form, full))
            {
                candidates.push(owner);
            }
        }
        candidates
    }

    /// The candidate that the mention stands for: the only one, or of several the one named last before it.
    fn choose(
        &self,
        text: &Text,
        mentions: &[Mention],
        candidates: &[usize],
        mention: usize,
    ) -> Option<usize> {
        let told = |candidate| self.genders.contains_key(candidate);
        if let [one] = candidates
            && !told(one)
        {
            return Some(*one);
        }
        if candidates.is_empty() {
            return None;
        }
        let gender = role::gender(text, mentions[mention].tokens.clone());
        let fits: Vec<usize> = candidates
            .iter()
            .copied()
            .filter(|candidate| match (gender, self.genders.get(candidate)) {
                (Some(one), Some(&other)) => one == other,
                (None, _) | (_, None) => true,
            })
            .collect();
        if let [one] = fits[..] {
            return Some(one);
        }
        fits.into_iter()
            .filter_map(|candidate| {
                let list = self.mentions.get(candidate)?;
                let before = list.partition_point(|&m| m < mention);
                Some((*list.get(before.checked_sub(1)?)?, candidate))
            })
            .max()
            .map(|(_, candidate)| candidate)
    }
}

/// Whether the short form may stand for the person: "Miller" or "Jane" for "Jane Miller".
fn stands_for_person(form: &Form, full: &Form) -> bool {
    let (core, whole) = (form.core(), full.core());
    let part = whole.ends_with(core) || whole.starts_with(core) || surname(whole) == core;
    if !full.is_full() || !part {
        return false;
    }
    let known = names::known(&form.name);
    let lead = form.evidence.person_lead();
    if known.place.is_some() || known.organization.is_some() {
        // "Jordan" before "Michael Jordan" is the country, and after it where its places say so.
        return form.mentions.first() > full.mentions.first() && lead >= -4;
    }
    !matches!(form.kind, Some(Kind::Place | Kind::Organization)) || lead >= -3
}

/// Whether the short form may stand for the organisation: "the Council" for "Harbour Council".
fn stands_for_institution(form: &Form, full: &Form) -> bool {
    let [word] = form.core() else {
        return false;
    };
    let head = names::word(word)
        .head
        .is_some_and(|h| h.kind == Kind::Organization && !h.legal);
    head && full.kind == Some(Kind::Organization)
        && form.mentions.first() > full.mentions.first()
        && (full.words.first() == Some(word) || full.words.last() == Some(word))
}
