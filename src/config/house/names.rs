//! House spellings: the variants of the list wherever they stand, and other spellings by the likeness of names.

use rustc_hash::FxHashSet;

use super::{Lists, sentence};
use crate::Article;
use crate::align::name::{Comparison, Name, Relation, fold, joined, spelling_distance};
use crate::config::{HouseName, Settings};
use crate::finding::{Evidence, Finding, Group, Occurrence, Verdict};
use crate::judge::fingerprint::fingerprint;
use crate::lexicon::names as lexicon;
use crate::resolve::Entity;
use crate::source::Span;
use crate::value::{Kind, Name as NameValue, Value};

/// How sure a spelling is that the list names.
const LISTED: f64 = 0.99;

/// A name of one word with fewer letters has too many neighbours to be taken for another spelling of a listed one.
const SHORTEST_ALONE: usize = 7;

/// The rule that reports a name spelled in another way.
const RULE: &str = "name-spelling";

pub(super) fn check(settings: &Settings, articles: &[Article], lists: &Lists) -> Vec<Finding> {
    let texts: Vec<Spellings<'_>> = articles
        .iter()
        .map(|article| Spellings::new(settings, article))
        .collect();
    let of_name = settings.names.iter().enumerate();
    of_name
        .filter_map(|(number, name)| finding(number, name, &texts, lists))
        .collect()
}

/// What one document spells otherwise than the list.
struct Spellings<'a> {
    article: &'a Article,
    /// The number of the name, how it is spelled, where, and the likeness behind it where the list does not name the spelling.
    found: Vec<(usize, String, Span, Option<Comparison>)>,
}

impl<'a> Spellings<'a> {
    fn new(settings: &Settings, article: &'a Article) -> Spellings<'a> {
        let prose: &str = &article.document.prose;
        // The right spellings first, then the wrong ones from the longest on: none is found inside of another.
        let mut wanted: Vec<(usize, &str, bool)> = Vec::new();
        for (number, name) in settings.names.iter().enumerate() {
            wanted.push((number, &name.canonical.0, true));
            wanted.extend(
                name.variants
                    .iter()
                    .map(|variant| (number, variant.as_str(), false)),
            );
        }
        wanted.sort_by_key(|&(number, spelling, right)| {
            (std::cmp::Reverse(spelling.len()), !right, number)
        });
        let mut taken: Vec<Span> = Vec::new();
        let mut found = Vec::new();
        for (number, spelling, right) in wanted {
            for range in occurrences(prose, spelling) {
                let span = article.document.source.span(range);
                if taken.iter().any(|other| other.overlaps(span)) {
                    continue;
                }
                taken.push(span);
                if !right {
                    found.push((number, spelling.to_owned(), span, None));
                }
            }
        }
        let mut spellings = Spellings { article, found };
        for (number, name) in settings.names.iter().enumerate() {
            spellings.by_likeness(number, name, &taken);
        }
        spellings
            .found
            .sort_by_key(|(number, _, span, _)| (*number, *span));
        spellings
    }

    /// Adds the entities whose name is another spelling of a listed one. Where the document writes the listed spelling too, it
    /// knows both, and may mean two.
    fn by_likeness(&mut self, number: usize, name: &HouseName, taken: &[Span]) {
        let canonical = name.canonical.0.as_str();
        let known = fold(canonical);
        let entities = &self.article.resolved.entities;
        if entities
            .iter()
            .any(|entity| fold(&entity.canonical) == known)
        {
            return;
        }
        let like = entities
            .iter()
            .filter_map(|entity| Some((entity, likeness(entity, canonical)?)));
        let like: Vec<(&Entity, Comparison)> = like.collect();
        // Two that are like it are two people, of whom at most one is meant.
        let [(entity, comparison)] = like.as_slice() else {
            return;
        };
        for &mention in &entity.mentions {
            let mention = &self.article.mentions[mention];
            let Value::Name(written) = &mention.value else {
                continue;
            };
            // A short form of which all words are spelled as the list has them shows nothing.
            let differs = differing(&written.canonical, canonical).next().is_some();
            if differs && !taken.iter().any(|other| other.overlaps(mention.span)) {
                let found = (
                    number,
                    entity.canonical.clone(),
                    mention.span,
                    Some(comparison.clone()),
                );
                self.found.push(found);
            }
        }
    }
}

/// How the name of an entity is another spelling of the listed one; `None` where it is another name, the same one or a short
/// form. There is no story here that both belong to, so that much is asked of the letters.
fn likeness(entity: &Entity, canonical: &str) -> Option<Comparison> {
    let own = entity.canonical.as_str();
    let words = |name: &str| name.split([' ', '-']).count();
    let comparison = joined(
        &Name::new(own, entity.kind),
        &Name::new(canonical, entity.kind),
    )?;
    if comparison.relation != Relation::Variant {
        return None;
    }
    if words(own) > 1 && words(canonical) > 1 {
        // Two words that are names of people are two people sooner than a slip, unless they write one sound in two ways.
        let is_name = |word: &str| {
            let known = lexicon::known(word);
            known.given || known.surname
        };
        let two_people = differing(own, canonical).all(is_name)
            && differing(canonical, own).all(is_name)
            && !differing(own, canonical)
                .zip(differing(canonical, own))
                .any(|(x, y)| is_transliteration(x, y));
        return (!two_people).then_some(comparison);
    }
    let inflected = own.starts_with(canonical) || canonical.starts_with(own);
    let known = lexicon::known(own);
    let unknown =
        !known.given && !known.surname && known.place.is_none() && known.demonym.is_none();
    let alone = words(own) == 1
        && words(canonical) == 1
        && own.chars().count().min(canonical.chars().count()) >= SHORTEST_ALONE
        && !inflected
        && unknown
        && own.chars().next() == canonical.chars().next();
    alone.then_some(comparison)
}

/// Whether two words are one in two romanisations.
fn is_transliteration(x: &str, y: &str) -> bool {
    let spelling = spelling_distance(&fold(x), &fold(y));
    spelling.is_some_and(|s| s.edits == 0 && s.language().is_some())
}

/// The words of a name that another has not.
fn differing<'a>(own: &'a str, other: &'a str) -> impl Iterator<Item = &'a str> {
    let has = |word: &&str| other.split([' ', '-']).any(|o| fold(o) == fold(word));
    own.split([' ', '-']).filter(move |word| !has(word))
}

/// Where the words of a spelling stand in the text as whole words, whatever white space is between them; also in capitals
/// throughout.
fn occurrences(prose: &str, spelling: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = of_letters(prose, spelling);
    let capitals = spelling.to_uppercase();
    if capitals != spelling {
        found.extend(of_letters(prose, &capitals));
        found.sort_by_key(|range| range.start);
    }
    found
}

fn of_letters(prose: &str, spelling: &str) -> Vec<std::ops::Range<usize>> {
    let mut words = spelling.split_whitespace();
    let Some(first) = words.next() else {
        return Vec::new();
    };
    let rest: Vec<&str> = words.collect();
    let mut found = Vec::new();
    for (start, _) in prose.match_indices(first) {
        let mut end = start + first.len();
        let goes_on = rest.iter().all(|word| {
            let behind = prose[end..].trim_start();
            let gap = prose.len() - end - behind.len();
            let fits = gap > 0 && behind.starts_with(word);
            end += gap + word.len();
            fits
        });
        if goes_on && is_whole(prose, start, end) {
            found.push(start..end);
        }
    }
    found
}

/// Whether no word goes on before or behind: neither with a letter nor with a hyphen and a letter.
fn is_whole(prose: &str, start: usize, end: usize) -> bool {
    let joins = |mut chars: Box<dyn Iterator<Item = char> + '_>| match chars.next() {
        Some('-') => chars.next().is_some_and(char::is_alphanumeric),
        Some(c) => c.is_alphanumeric(),
        None => false,
    };
    let (before, behind) = (&prose[..start], &prose[end..]);
    !joins(Box::new(before.chars().rev())) && !joins(Box::new(behind.chars()))
}

/// All that the documents spell otherwise than one name of the list.
fn finding(
    number: usize,
    name: &HouseName,
    texts: &[Spellings<'_>],
    lists: &Lists,
) -> Option<Finding> {
    let mut groups: Vec<Group> = Vec::new();
    let mut confidence = LISTED;
    let mut evidence: Vec<Evidence> = Vec::new();
    let mut kind = None;
    for text in texts {
        for (_, spelling, span, comparison) in text.found.iter().filter(|(of, ..)| *of == number) {
            kind = kind.or_else(|| kind_at(text.article, *span));
            let (detail, weight) = match comparison {
                Some(comparison) => (comparison.evidence.join("; "), comparison.score),
                None => (format!("{spelling}: a variant of the list"), LISTED),
            };
            confidence = confidence.min(weight);
            if !evidence.iter().any(|e| e.detail == detail) {
                evidence.push(Evidence {
                    feature: "name",
                    detail,
                    weight,
                });
            }
            let occurrence = Occurrence {
                span: *span,
                sentence: sentence(text.article, *span),
            };
            match groups.iter_mut().find(|g| g.display == *spelling) {
                Some(group) => group.occurrences.push(occurrence),
                None => groups.push(Group {
                    kind: Kind::OtherName,
                    value: value(spelling),
                    noun: None,
                    display: spelling.clone(),
                    occurrences: vec![occurrence],
                }),
            }
        }
    }
    if groups.is_empty() {
        return None;
    }
    let (canonical, span) = &name.canonical;
    let kind = kind.unwrap_or(Kind::OtherName);
    groups.push(lists.group(kind, value(canonical), (*span, *span))?);
    let spellings: Vec<&str> = groups.iter().map(|g| g.display.as_str()).collect();
    let message = format!(
        "the house list spells a name differently: {}",
        spellings.join(" / ")
    );
    let fingerprint = fingerprint([RULE, "house"].into_iter().chain(spellings));
    for group in &mut groups {
        group.kind = kind;
    }
    Some(Finding {
        rule: RULE,
        kind,
        verdict: Verdict::Variant,
        level: Verdict::Variant.level(),
        confidence,
        about: kind.name().replace("other-name", "name"),
        message,
        groups,
        evidence,
        fingerprint,
    })
}

fn value(name: &str) -> Value {
    Value::Name(NameValue {
        canonical: name.to_owned(),
        entity: None,
    })
}

/// The kind of the name that stands at a span.
fn kind_at(article: &Article, span: Span) -> Option<Kind> {
    let names = article.mentions.iter().filter(|m| m.kind.is_name());
    names
        .into_iter()
        .find(|m| m.span.overlaps(span))
        .map(|m| m.kind)
}

/// Takes what the documents alone show of a spelling into the finding of the list, which says the same and who is right.
pub(super) fn take_in(findings: &mut Vec<Finding>, house: &mut [Finding]) {
    findings.retain(|finding| {
        if finding.rule != RULE {
            return true;
        }
        for held in house.iter_mut().filter(|held| held.rule == RULE) {
            let Some((canonical, wrong)) = held.groups.split_last_mut() else {
                continue;
            };
            let spans: FxHashSet<Span> = wrong
                .iter()
                .flat_map(|g| &g.occurrences)
                .map(|o| o.span)
                .collect();
            let (listed, others): (Vec<&Group>, Vec<&Group>) = finding
                .groups
                .iter()
                .partition(|g| g.occurrences.iter().all(|o| spans.contains(&o.span)));
            let right = others.iter().all(|g| {
                canonical.display == g.display
                    || canonical.display.ends_with(&format!(" {}", g.display))
            });
            if !listed.is_empty() && right {
                let more = others.iter().flat_map(|g| g.occurrences.iter().copied());
                canonical.occurrences.extend(more);
                canonical.occurrences.sort_unstable();
                return false;
            }
        }
        true
    });
}
