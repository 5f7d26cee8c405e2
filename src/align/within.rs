//! Names that one document spells in two ways: "Klitschko" nine times, "Klistchko" once.
//!
//! What joins two spellings of different documents is not enough here: an article that writes two names mostly names two
//! bearers, and says so by writing each of them more than once, both in one sentence, or with another role. So a lone word
//! must be one that no list knows, and much rarer than the word that it stands for; a full name must share all its other words.

use rustc_hash::FxHashMap;

use super::entity::{EntityLink, EntityRef, one_kind, slip_in_full_name};
use super::name::{Comparison, Name, Relation, compare_prepared, spelling_distance};
use crate::Article;
use crate::lexicon::names;
use crate::resolve::Entity;
use crate::value::{Kind, Value};

/// A lone word with fewer letters has too many neighbours: Adam, Adan.
const SHORTEST_LONE: usize = 6;

/// A word of a full name with fewer letters is told apart by a letter: Kim Jong-un, Kim Jong-il.
const SHORTEST_IN_FULL: usize = 4;

/// So many times more often the right spelling must stand than a lone wrong one.
const RARER: usize = 2;

/// How sure it is that a rare spelling of a long name is a slip for the frequent one.
const SLIP: f64 = 0.85;

/// The entities of one document that are one, their name spelled in two ways.
pub(super) fn links(articles: &[Article]) -> Vec<EntityLink> {
    let mut links = Vec::new();
    for article in 0..articles.len() {
        link_article(articles, article, &mut links);
    }
    links
}

/// A word of an entity's names.
struct Written<'a> {
    word: &'a str,
    entity: usize,
    /// How many of its mentions hold the word.
    mentions: usize,
    /// The word stands for the entity alone somewhere, or ends its fullest name.
    stands_alone: bool,
}

fn link_article(articles: &[Article], index: usize, links: &mut Vec<EntityLink>) {
    let article = &articles[index];
    let entities = &article.resolved.entities;
    let written = words(article);
    let mut by_letter: FxHashMap<char, Vec<usize>> = FxHashMap::default();
    for (i, one) in written.iter().enumerate() {
        if let Some(first) = one.word.chars().next() {
            by_letter.entry(first).or_default().push(i);
        }
    }
    let mut found: Vec<(usize, usize, Comparison)> = Vec::new();
    for (i, x) in written.iter().enumerate() {
        let first = x.word.chars().next().unwrap_or(' ');
        for y in by_letter.get(&first).into_iter().flatten().map(|&j| &written[j]) {
            if x.entity == y.entity || !slip(x.word, y.word) {
                continue;
            }
            let comparison = lone(entities, x, y).or_else(|| in_full(entities, x, y));
            let Some(comparison) = comparison else {
                continue;
            };
            if told_apart(article, x, y) {
                continue;
            }
            let (a, b) = (x.entity.min(y.entity), x.entity.max(y.entity));
            if !found.iter().any(|f| (f.0, f.1) == (a, b)) {
                found.push((a, b, comparison));
            }
        }
        debug_assert!(i < written.len());
    }
    found.sort_by_key(|f| (f.0, f.1));
    links.extend(found.into_iter().map(|(a, b, comparison)| {
        let one = |entity: usize| EntityRef {
            article: index,
            entity: entities[entity].id,
        };
        EntityLink {
            a: one(a),
            b: one(b),
            comparison,
        }
    }));
}

/// The words of the names, each once for an entity.
fn words(article: &Article) -> Vec<Written<'_>> {
    let mut written: Vec<Written<'_>> = Vec::new();
    for (index, entity) in article.resolved.entities.iter().enumerate() {
        let first = written.len();
        for &mention in &entity.mentions {
            let Value::Name(name) = &article.mentions[mention].value else {
                continue;
            };
            let alone = !name.canonical.contains(' ');
            for word in name.canonical.split([' ', '-']) {
                if word.chars().count() < SHORTEST_IN_FULL {
                    continue;
                }
                let last = name.canonical.ends_with(word) && entity.kind == Kind::Person;
                match written[first..].iter_mut().find(|w| w.word == word) {
                    Some(known) => {
                        known.mentions += 1;
                        known.stands_alone |= alone || last;
                    }
                    None => written.push(Written {
                        word,
                        entity: index,
                        mentions: 1,
                        stands_alone: alone || last,
                    }),
                }
            }
        }
    }
    written
}

/// Whether two words may be one, spelled two ways: one slip of the pen, or another romanisation that is as near. A plural and
/// what is derived from a name begin like it.
fn slip(x: &str, y: &str) -> bool {
    let (long, short) = (x.len().max(y.len()), x.len().min(y.len()));
    if long - short > 2 || x.starts_with(y) || y.starts_with(x) {
        return false;
    }
    match strsim::osa_distance(x, y) {
        1 => true,
        2 => spelling_distance(&x.to_lowercase(), &y.to_lowercase()).is_some_and(|s| s.edits == 0),
        _ => false,
    }
}

/// A name of one word that is a rare spelling of a word which stands for the other entity.
fn lone(entities: &[Entity], x: &Written<'_>, y: &Written<'_>) -> Option<Comparison> {
    let long = x.word.chars().count().min(y.word.chars().count()) >= SHORTEST_LONE;
    let rare = y.mentions >= 2 && y.mentions >= RARER * entities[x.entity].mentions.len();
    let wrong = entities[x.entity].canonical == x.word && unknown(x.word);
    (long && rare && wrong && y.stands_alone && one_kind(&entities[x.entity], &entities[y.entity]))
        .then(|| Comparison {
            relation: Relation::Variant,
            score: SLIP,
            evidence: vec![format!(
                "{} ~ {}: written {} times and {}",
                x.word,
                y.word,
                entities[x.entity].mentions.len(),
                y.mentions
            )],
        })
}

/// Full names that are equal but for one word.
fn in_full(entities: &[Entity], x: &Written<'_>, y: &Written<'_>) -> Option<Comparison> {
    let (a, b) = (&entities[x.entity], &entities[y.entity]);
    let others = |entity: &'_ Entity, own: &str| -> Vec<String> {
        let words = entity.canonical.split([' ', '-']);
        words.filter(|w| *w != own).map(str::to_owned).collect()
    };
    let (left, right) = (others(a, x.word), others(b, y.word));
    let whole = |e: &Entity, w: &str| e.canonical.split([' ', '-']).any(|part| part == w);
    if left.is_empty() || left != right || !whole(a, x.word) || !whole(b, y.word) || !one_kind(a, b) {
        return None;
    }
    let kind = if a.kind == Kind::OtherName { b.kind } else { a.kind };
    let names = (Name::new(&a.canonical, kind), Name::new(&b.canonical, kind));
    Some(compare_prepared(&names.0, &names.1))
        .filter(|c| c.relation == Relation::Variant)
        .or_else(|| slip_in_full_name(a, b).filter(|_| unknown(x.word) || unknown(y.word)))
}

/// Whether no list holds the word: a slip makes no name that exists.
fn unknown(word: &str) -> bool {
    let known = names::known(word);
    !(known.given
        || known.surname
        || known.place.is_some()
        || known.organization.is_some()
        || known.demonym.is_some()
        || names::ordinary(&word.to_lowercase()))
}

/// Whether the document itself tells the two apart.
fn told_apart(article: &Article, x: &Written<'_>, y: &Written<'_>) -> bool {
    let entities = &article.resolved.entities;
    let (a, b) = (&entities[x.entity], &entities[y.entity]);
    let sentences = |e: &Entity| -> Vec<usize> {
        e.mentions
            .iter()
            .map(|&m| article.mentions[m].sentence)
            .collect()
    };
    let (left, right) = (sentences(a), sentences(b));
    let together = left.iter().any(|s| right.contains(s));
    let genders = matches!((a.gender, b.gender), (Some(one), Some(other)) if one != other);
    together || genders || roles_differ(a, b)
}

/// Whether both have roles and no word is in both: "minister", "coach".
pub(super) fn roles_differ(a: &Entity, b: &Entity) -> bool {
    let words = |e: &Entity| -> Vec<String> {
        e.roles
            .iter()
            .flat_map(|r| r.split(' ').map(str::to_owned))
            .collect()
    };
    let (left, right) = (words(a), words(b));
    !left.is_empty() && !right.is_empty() && !left.iter().any(|w| right.contains(w))
}
