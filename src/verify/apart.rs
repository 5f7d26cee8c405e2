//! What keeps an equal value of a source from supporting a claim: it is said of somebody else, or of the other one of two
//! alternatives.
//!
//! Support asks for less likeness than an agreement does, so it needs what sets two claims apart all the more: in two texts of
//! one story the figures of two people, and those of the killed and the injured, stand in like sentences.

use crate::Article;
use crate::align::lexical::{Alternative, contrast};
use crate::align::name::fold;
use crate::align::{Answer, EntityRef, Story};
use crate::claim::{Item, Role};
use crate::lexicon::contrasts;
use crate::value::Kind;

/// Whether what a source says is no answer to what the draft says, though the values are the same.
pub(super) fn apart(story: &Story<'_>, own: Answer, other: Answer) -> bool {
    excludes(story.articles, own, other) || of_two_people(story, own, other)
}

/// Whether the two are said of two people, each named: "Smith, 47" supports nothing of Jones. An age is of a person wherever the
/// name stands; another figure is so only beside it, as a count may be told of whoever takes part. A day or a time is of what
/// happened, and a score is of both sides.
pub(super) fn of_two_people(story: &Story<'_>, own: Answer, other: Answer) -> bool {
    let claim = |x: Answer| &story.articles[x.article].claims.list[x.claim];
    let bound = match claim(own).kind {
        Kind::Age => true,
        Kind::Date | Kind::Time | Kind::Score | Kind::Duration => false,
        _ => claim(own).beside && claim(other).beside,
    };
    let owners = owner(story, own).zip(owner(story, other));
    bound && owners.is_some_and(|(x, y)| are_two_people(story, x, y))
}

/// Whether two entities are people who are not one.
pub(super) fn are_two_people(story: &Story<'_>, x: EntityRef, y: EntityRef) -> bool {
    let person = |x: EntityRef| {
        let entities = &story.articles.get(x.article)?.resolved.entities;
        let entity = entities.get(x.entity.0 as usize);
        entity.filter(|e| e.kind == Kind::Person)
    };
    let Some((one, other)) = person(x).zip(person(y)) else {
        return false;
    };
    let mut links = story.entities.iter().chain(&story.misspelt);
    let linked = links.any(|l| (l.a, l.b) == (x, y) || (l.a, l.b) == (y, x));
    !linked && !share_a_word(&one.canonical, &other.canonical)
}

/// Whom a claim is said of.
fn owner(story: &Story<'_>, answer: Answer) -> Option<EntityRef> {
    let claims = &story.articles[answer.article].claims;
    let owner = claims.list[answer.claim].owner?;
    match claims.vocabulary.items().get(owner as usize)? {
        Item::Entity(entity) => Some(EntityRef {
            article: answer.article,
            entity: *entity,
        }),
        Item::Word { .. } => None,
    }
}

/// Whether two names may be forms of one.
fn share_a_word(a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> { name.split([' ', '-']).map(fold).collect() };
    let theirs = words(b);
    words(a).iter().any(|word| theirs.contains(word))
}

/// Sets of alternatives of which a sentence tells one: what is said of the killed supports nothing that is said of the injured.
const EXCLUDING: [&str; 8] = [
    "employ", "harm", "law", "life", "move", "result", "trade", "vote",
];

/// Whether the words near two values name alternatives that exclude each other.
fn excludes(articles: &[Article], own: Answer, other: Answer) -> bool {
    let mut excluding = named(articles, own);
    excluding.retain(|(set, _)| EXCLUDING.contains(set));
    contrast(&excluding, &named(articles, other))
}

/// The alternatives that the words near a value name.
fn named(articles: &[Article], answer: Answer) -> Vec<Alternative> {
    let article = &articles[answer.article];
    let claim = &article.claims.list[answer.claim];
    let near = claim.terms.iter().filter(|term| match term.role {
        Role::Noun | Role::Modifier | Role::Predicate => true,
        Role::Subject | Role::Clause | Role::Sentence => term.near,
        Role::Before => false,
    });
    let items = article.claims.vocabulary.items();
    let words = near.filter_map(|term| match items.get(term.item as usize) {
        Some(Item::Word { stem, form, .. }) => Some((stem, form)),
        Some(Item::Entity(_)) | None => None,
    });
    words
        .flat_map(|(stem, form)| {
            // "Killing" is in no list, and "killed" is.
            let past = format!("{stem}ed");
            let mut forms = [form, stem, &*past].into_iter().map(|word| contrasts(word));
            forms.find(|found| !found.is_empty()).unwrap_or_default()
        })
        .copied()
        .collect()
}
