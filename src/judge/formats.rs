//! One name written with the same letters and another case, accent, hyphen or space: "YouTube" and "Youtube".
//!
//! Nobody is wrong here, and most readers do not care: these are notes, and they are printed only where somebody asks for
//! them. What a headline or the beginning of a sentence does to capitals is no difference, nor is the sort of hyphen or
//! apostrophe that a typesetter chose; full stops in initials are left to the house.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::Rule;
use super::fingerprint::fingerprint;
use crate::align::name::{Relation, fold};
use crate::align::{EntityRef, Story};
use crate::finding::{Evidence, Finding, Group, Occurrence, Verdict};
use crate::resolve::roots::{root, unite};
use crate::resolve::{Entity, EntityId};
use crate::value::{Kind, Name, Value};

/// How sure it is that entities with the same letters are one.
const SAME_LETTERS: f64 = 0.95;

/// Names with fewer letters are abbreviations and words more often than names: US, us.
const SHORTEST: usize = 4;

/// The names that the documents write with the same letters in two ways.
pub(super) fn check(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    let mut findings = Vec::new();
    for cluster in clusters(story) {
        let mut by_letters: BTreeMap<String, BTreeMap<String, Group>> = BTreeMap::new();
        for &r in &cluster {
            collect(story, r, &mut by_letters);
        }
        let mut differing: Vec<(String, Vec<Group>)> = by_letters
            .into_iter()
            .filter(|(_, groups)| groups.len() > 1)
            .map(|(letters, groups)| (letters, groups.into_values().collect()))
            .collect();
        // The fullest form tells what a short form of it would tell again.
        differing.sort_by_key(|(letters, _)| std::cmp::Reverse(letters.len()));
        let mut told: Vec<String> = Vec::new();
        for (letters, groups) in differing {
            if !told.iter().any(|fuller| fuller.contains(&letters)) {
                findings.push(finding(rule, groups));
                told.push(letters);
            }
        }
    }
    findings
}

/// The entities that are one, of all documents: those that are linked, and those whose names have the same letters.
fn clusters(story: &Story<'_>) -> Vec<Vec<EntityRef>> {
    let mut all: Vec<EntityRef> = Vec::new();
    let mut first_of = Vec::new();
    for (article, read) in story.articles.iter().enumerate() {
        first_of.push(all.len());
        all.extend(read.resolved.entities.iter().map(|e| EntityRef {
            article,
            entity: e.id,
        }));
    }
    let place = |r: EntityRef| first_of[r.article] + r.entity.0 as usize;
    let mut roots: Vec<usize> = (0..all.len()).collect();
    for link in &story.entities {
        if link.comparison.relation != Relation::Different {
            unite(&mut roots, place(link.a), place(link.b));
        }
    }
    let mut by_letters: FxHashMap<(usize, String), usize> = FxHashMap::default();
    for (index, &r) in all.iter().enumerate() {
        let letters = fold(&entity(story, r).canonical);
        let first = *by_letters.entry((r.article, letters)).or_insert(index);
        unite(&mut roots, first, index);
    }
    let mut clusters: BTreeMap<usize, Vec<EntityRef>> = BTreeMap::new();
    for (index, &r) in all.iter().enumerate() {
        clusters.entry(root(&roots, index)).or_default().push(r);
    }
    clusters.into_values().collect()
}

fn entity<'a>(story: &'a Story<'_>, r: EntityRef) -> &'a Entity {
    let EntityId(index) = r.entity;
    &story.articles[r.article].resolved.entities[index as usize]
}

/// Sorts the mentions of an entity by their letters, then by how they are written.
fn collect(
    story: &Story<'_>,
    r: EntityRef,
    by_letters: &mut BTreeMap<String, BTreeMap<String, Group>>,
) {
    let (article, entity) = (&story.articles[r.article], entity(story, r));
    for mention in entity.mentions.iter().map(|&m| &article.mentions[m]) {
        let Value::Name(name) = &mention.value else {
            continue;
        };
        let (letters, written) = (fold(&name.canonical), written(&name.canonical));
        // A name in capitals throughout is a headline, or an abbreviation.
        if letters.len() < SHORTEST || !name.canonical.contains(char::is_lowercase) {
            continue;
        }
        let occurrence = Occurrence::of(article, mention);
        let group = by_letters
            .entry(letters)
            .or_default()
            .entry(written)
            .or_insert_with(|| Group {
                kind: entity.kind,
                value: Value::Name(Name {
                    canonical: name.canonical.clone(),
                    entity: name.entity,
                }),
                noun: None,
                display: name.canonical.clone(),
                occurrences: Vec::new(),
            });
        // "Van der Berg" begins a sentence; which of the two is shown must not hang on the order of the documents.
        if name.canonical > group.display {
            group.display.clone_from(&name.canonical);
        }
        group.occurrences.push(occurrence);
    }
}

/// The name without what is no difference: the case of the first letter of each word, the sort of hyphen and apostrophe, full
/// stops.
fn written(name: &str) -> String {
    let mut written = String::with_capacity(name.len());
    let mut begins = true;
    for c in name.chars() {
        match c {
            '.' => continue,
            '\u{2010}' | '\u{2011}' | '\u{2013}' => written.push('-'),
            '\u{2018}' | '\u{2019}' | '\u{02bc}' | '`' => written.push('\''),
            _ if begins => written.extend(c.to_lowercase()),
            _ => written.push(c),
        }
        begins = c.is_whitespace();
    }
    written
}

fn finding(rule: &Rule, mut groups: Vec<Group>) -> Finding {
    for group in &mut groups {
        group.occurrences.sort_unstable();
    }
    groups.sort_by_key(|g| g.occurrences.first().copied());
    let mut names: Vec<&str> = groups.iter().map(|g| g.display.as_str()).collect();
    let message = format!(
        "the same name is written in two ways: {}",
        names.join(" / ")
    );
    names.sort_unstable();
    let kind = groups.first().map_or(Kind::OtherName, |g| g.kind);
    Finding {
        rule: rule.name,
        kind,
        verdict: Verdict::Format,
        level: Verdict::Format.level(),
        confidence: SAME_LETTERS,
        about: kind.name().replace("other-name", "name"),
        message,
        fingerprint: fingerprint([rule.name, "format"].into_iter().chain(names)),
        evidence: vec![Evidence {
            feature: "name",
            detail: "the same letters but for case, accents, hyphens and spaces".to_owned(),
            weight: SAME_LETTERS,
        }],
        groups,
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::{Level, Verdict};
    use crate::{Document, InputFormat, Options, compare, compare_with};

    fn found(texts: &[&str]) -> Vec<String> {
        let documents = || -> Vec<Document> {
            texts
                .iter()
                .zip(0..)
                .map(|(text, id)| Document::new(id, &format!("{id}.txt"), text, InputFormat::Text))
                .collect()
        };
        assert_eq!(
            compare(documents()).findings,
            [],
            "asked for by nobody: {texts:?}"
        );
        let options = Options {
            format_differences: true,
            ..Options::default()
        };
        let findings = compare_with(documents(), &options).findings;
        findings
            .iter()
            .map(|f| {
                assert_eq!((f.verdict, f.level), (Verdict::Format, Level::Note));
                let names: Vec<&str> = f.groups.iter().map(|g| g.display.as_str()).collect();
                names.join(" / ")
            })
            .collect()
    }

    #[test]
    fn the_same_letters_written_in_two_ways_are_a_note_where_it_is_asked_for() {
        let p = |texts: &[&str], expected: &[&str]| assert_eq!(found(texts), expected, "{texts:?}");
        p(
            &[
                "The film was shown on YouTube. YouTube is free.",
                "They saw the film on Youtube, and it was free.",
            ],
            &["YouTube / Youtube"],
        );
        p(
            &[
                "The video stood on screens at Place Vendôme in Paris on Monday, she said.",
                "The video stood on screens at Place Vendome in Paris on Monday, she said.",
            ],
            &["Place Vendôme / Place Vendome"],
        );
        p(
            &["She lives near Place Vendôme in Paris. The shops of Place Vendome are dear."],
            &["Place Vendôme / Place Vendome"],
        );
        p(
            &[
                "President Kim Jong Un spoke in Pyongyang. Kim left.",
                "President Kim Jong-un spoke in Pyongyang. Kim left.",
            ],
            &["Kim Jong Un / Kim Jong-un"],
        );
    }

    #[test]
    fn capitals_of_headlines_and_the_sort_of_hyphen_are_no_difference() {
        let p = |texts: &[&str]| assert_eq!(found(texts), Vec::<String>::new(), "{texts:?}");
        p(&["KATRIN LINDQVIST OPENS LIBRARY\n\nKatrin Lindqvist opened it on Monday."]);
        p(&["Mr. van der Berg came. Van der Berg spoke to Jan van der Berg."]);
        p(&["Kim Jong-un came. Kim Jong\u{2011}un spoke."]);
        p(&["The U.S. paid. The US agreed."]);
        p(&["Conan O'Brien came. Conan O\u{2019}Brien left."]);
    }
}
