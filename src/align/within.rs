//! Names that one document spells in two ways: "Klitschko" nine times, "Klistchko" once.
//!
//! What joins two spellings of different documents is not enough here: an article that writes two names mostly names two
//! bearers, and says so by writing each of them more than once, both in one sentence, or with another role. So a lone word
//! must be one that no list knows, and much rarer than the word that it stands for; a full name must share all its other words.

use rustc_hash::FxHashMap;

use super::entity::{EntityLink, EntityRef, MOST_ENTITIES, one_kind, slip_in_full_name};
use super::name::{Comparison, Name, Relation, compare_prepared, edits, fold, spelling_distance};
use crate::Article;
use crate::lexicon::names;
use crate::resolve::Entity;
use crate::value::{Kind, Value};

/// A lone word with fewer letters has too many neighbours: Adam, Adan.
const SHORTEST_LONE: usize = 6;

/// A word of a full name with fewer letters is told apart by a letter: Kim Jong-un, Kim Jong-il.
const SHORTEST_IN_FULL: usize = 4;

/// The same where the right spelling stands so often that little else can be meant.
const SHORTEST_SETTLED: usize = 5;

/// A word that is written so many times is no slip itself, and what is like it once is one.
const SETTLED: usize = 3;

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
    for x in &written {
        let first = x.word.chars().next().unwrap_or(' ');
        for y in by_letter
            .get(&first)
            .into_iter()
            .flatten()
            .map(|&j| &written[j])
        {
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
    let entities = article.resolved.entities.iter().take(MOST_ENTITIES);
    for (index, entity) in entities.enumerate() {
        let first = written.len();
        for &mention in &entity.mentions {
            let Value::Name(name) = &article.mentions[mention].value else {
                continue;
            };
            let alone = !name.canonical.contains(' ');
            for word in name.canonical.split([' ', '-']) {
                if word.chars().count() < SHORTEST_IN_FULL || !spelled_out(word) {
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

/// Whether the word is written like a name and not like a code or a headline: a small letter follows its last capital, and
/// all are letters.
fn spelled_out(word: &str) -> bool {
    word.chars()
        .all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'))
        && word.ends_with(char::is_lowercase)
        && word.starts_with(char::is_uppercase)
        && word.chars().filter(|c| c.is_uppercase()).count() <= 2
}

/// Whether two words may be one, spelled two ways: one slip of the pen, or another romanisation that is as near.
fn slip(x: &str, y: &str) -> bool {
    let (long, short) = (x.len().max(y.len()), x.len().min(y.len()));
    if long - short > 2 || inflected(x, y) || inflected(y, x) {
        return false;
    }
    match edits(x, y, 2) {
        // An accent more or less is a matter of format.
        Some(1) => fold(x) != fold(y),
        Some(2) => {
            spelling_distance(&fold(x), &fold(y)).is_some_and(|s| s.edits == 0 && s.cost > 0)
        }
        _ => false,
    }
}

/// Whether the words may be two forms of one: Colt and Colts, Sumatra and Sumatran, Koreas and Korean, Guardsman and Guardsmen.
fn inflected(x: &str, y: &str) -> bool {
    let plural = |stem: &str| y.len() == x.len() && y.starts_with(stem);
    x.starts_with(y)
        || x.strip_suffix('s').is_some_and(plural)
        || x.strip_suffix("man") == y.strip_suffix("men") && x.ends_with("man")
}

/// A rare spelling, unknown to all lists, of a word that stands for the other entity: alone ("Klistchko"), or behind a given
/// name where the right spelling has none ("Vitali Klistchko" once, then "Klitschko").
fn lone(entities: &[Entity], x: &Written<'_>, y: &Written<'_>) -> Option<Comparison> {
    let (a, b) = (&entities[x.entity], &entities[y.entity]);
    let letters = x.word.chars().count().min(y.word.chars().count());
    let sure = settled(a, y);
    let long = letters
        >= if sure {
            SHORTEST_SETTLED
        } else {
            SHORTEST_LONE
        };
    let rare = y.mentions >= 2 && y.mentions >= RARER * a.mentions.len();
    let stands = a.canonical == x.word && y.stands_alone
        || b.canonical == y.word && x.stands_alone && one_kind(a, b);
    // "Directory" and "Directoire" are a word and its translation, "Cheeks" after "Maurice Cheeks" is a name.
    let named = b.kind == Kind::Person && b.canonical.contains(' ');
    let names = unknown(x.word) && (named || !names::ordinary(&y.word.to_lowercase()));
    (long && rare && stands && names && (sure || one_kind(a, b))).then(|| Comparison {
        relation: Relation::Variant,
        score: SLIP,
        evidence: vec![format!(
            "{} ~ {}: written {} and {} times",
            x.word,
            y.word,
            a.mentions.len(),
            y.mentions
        )],
    })
}

/// Whether the document writes the one form once and the other so often that it needs no more to tell which is meant.
fn settled(rare: &Entity, frequent: &Written<'_>) -> bool {
    rare.mentions.len() == 1 && frequent.mentions >= SETTLED
}

/// Full names that are equal but for one word.
fn in_full(entities: &[Entity], x: &Written<'_>, y: &Written<'_>) -> Option<Comparison> {
    let (a, b) = (&entities[x.entity], &entities[y.entity]);
    if !equal_but_for(&a.canonical, x.word, &b.canonical, y.word) {
        return None;
    }
    let slip = unknown(x.word) && a.mentions.len() == 1 && y.mentions >= 2;
    if !slip && !one_kind(a, b) {
        return None;
    }
    let kind = if slip || a.kind == Kind::OtherName {
        b.kind
    } else {
        a.kind
    };
    let names = (Name::new(&a.canonical, kind), Name::new(&b.canonical, kind));
    Some(compare_prepared(&names.0, &names.1))
        .filter(|c| c.relation == Relation::Variant)
        .or_else(|| slip_in_full_name(a, b).filter(|_| unknown(x.word) || unknown(y.word)))
}

/// Whether two names of several words are the same but for these two words.
fn equal_but_for(a: &str, x: &str, b: &str, y: &str) -> bool {
    let parts = |name: &'_ str| name.split([' ', '-']).count();
    let left = a.split([' ', '-']);
    let right = b.split([' ', '-']);
    parts(a) > 1 && parts(a) == parts(b) && left.zip(right).filter(|(p, q)| p != q).eq([(x, y)])
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
    let together = !(settled(a, y) && unknown(x.word)) && left.iter().any(|s| right.contains(s));
    together || of_two_sorts(a, b)
}

/// Whether a document that writes both names means two by them: they are of two sorts, or both are names that exist.
pub(super) fn two_bearers(a: &Entity, b: &Entity) -> bool {
    of_two_sorts(a, b) || !unknown_to_all(a, b)
}

/// Whether one of the names has a word that the other has not and that no list knows.
pub(super) fn unknown_to_all(a: &Entity, b: &Entity) -> bool {
    own_words(a, b).any(unknown) || own_words(b, a).any(unknown)
}

/// Whether two names of several words differ in one word, which no list knows: their documents may then take them for two
/// sorts of things.
pub(super) fn one_unknown_word(a: &Entity, b: &Entity) -> bool {
    let one = |a, b| own_words(a, b).count() == 1;
    one(a, b) && one(b, a) && unknown_to_all(a, b)
}

/// The words of a name that another has not.
fn own_words<'a>(of: &'a Entity, other: &'a Entity) -> impl Iterator<Item = &'a str> {
    let has = |w: &&str| other.canonical.split([' ', '-']).any(|o| o == *w);
    of.canonical.split([' ', '-']).filter(move |w| !has(w))
}

/// Whether they are a man and a woman, or have other roles.
pub(super) fn of_two_sorts(a: &Entity, b: &Entity) -> bool {
    let genders = matches!((a.gender, b.gender), (Some(one), Some(other)) if one != other);
    genders || roles_differ(a, b)
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
