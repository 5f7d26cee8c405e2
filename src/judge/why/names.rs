//! Two names: do they name one entity, and is its name spelled in two ways?

use super::{Inquiry, Outcome, Place, Point, Why};
use crate::align::entity::{EntityLink, EntityRef, kind_of};
use crate::align::name::{self, Relation};
use crate::resolve::Entity;
use crate::value::Value;

pub(super) fn why(inquiry: &Inquiry<'_>, a: Place, b: Place) -> Why {
    let (a, b) = (a.min(b), a.max(b));
    let not = |reason: &str| Why::new(a, b, Outcome::NotCompared, reason);
    let [Some(x), Some(y)] = [a, b].map(|p| reference(inquiry, p)) else {
        return not("one of them was joined to nobody");
    };
    let (own, theirs) = (entity(inquiry, x), entity(inquiry, y));
    if x == y {
        let reason = format!("both stand for {}", own.canonical);
        return Why::new(a, b, Outcome::Agree, reason);
    }
    let comparison = name::compare(&own.canonical, &theirs.canonical, kind_of(own, theirs));
    let relation = comparison.relation;
    let link = link(inquiry, x, y);
    let (outcome, reason) = match (link.map(|l| l.comparison.relation), relation) {
        (Some(Relation::Variant), _) => (
            Outcome::Silent,
            "one bearer, and two spellings that are not held to differ".to_owned(),
        ),
        (Some(_), _) => (Outcome::Agree, "one bearer".to_owned()),
        (None, _) if x.article == y.article => (
            Outcome::Silent,
            "one document writes both, and seems to mean two".to_owned(),
        ),
        (None, Relation::Different) => (Outcome::Silent, "the names are different".to_owned()),
        (None, _) => (Outcome::Silent, unlinked(inquiry, x, y)),
    };
    let evidence = link.map_or(&comparison.evidence, |l| &l.comparison.evidence);
    let point = |detail: &String| Point {
        facet: "name",
        speaks_for: link.is_some() || relation != Relation::Different,
        detail: detail.clone(),
        weight: link.map_or(comparison.score, |l| l.comparison.score),
    };
    let full = |p: Place, e: &Entity| match inquiry.text(p) {
        text if text == e.canonical => format!("\"{text}\""),
        text => format!("\"{text}\" for \"{}\"", e.canonical),
    };
    let said = match relation {
        Relation::Identical => "the same",
        Relation::Variant => "two spellings of one name",
        Relation::Format => "the same but for case, accents, hyphens or spaces",
        Relation::Short => "a short form and its full form",
        Relation::Acronym => "initials and what they stand for",
        Relation::Alias => "two names of one",
        Relation::Different => "different names",
    };
    Why {
        values: format!("{} and {}: {said}", full(a, own), full(b, theirs)),
        alike: link.is_some() || relation != Relation::Different,
        points: evidence.iter().map(point).collect(),
        ..Why::new(a, b, outcome, reason)
    }
}

/// Why names that may be one were not joined.
fn unlinked(inquiry: &Inquiry<'_>, x: EntityRef, y: EntityRef) -> String {
    let partner = |one: EntityRef, other: usize| -> Option<EntityRef> {
        let links = inquiry.story.entities.iter();
        links
            .filter_map(|l| match (l.a == one, l.b == one) {
                (true, _) => Some(l.b),
                (_, true) => Some(l.a),
                _ => None,
            })
            .find(|p| p.article == other)
    };
    let goes = |one: EntityRef, with: EntityRef| {
        format!(
            "\"{}\" goes with \"{}\" of {}",
            entity(inquiry, one).canonical,
            entity(inquiry, with).canonical,
            inquiry.story.articles[with.article].document.source.name()
        )
    };
    if let Some(other) = partner(x, y.article) {
        goes(x, other)
    } else if let Some(other) = partner(y, x.article) {
        goes(y, other)
    } else {
        "they are alike, but too short or of two sorts, and may be two".to_owned()
    }
}

fn link<'a>(inquiry: &'a Inquiry<'_>, x: EntityRef, y: EntityRef) -> Option<&'a EntityLink> {
    let story = inquiry.story;
    let mut links = story.entities.iter().chain(&story.misspelt);
    links.find(|l| (l.a, l.b) == (x, y) || (l.a, l.b) == (y, x))
}

fn reference(inquiry: &Inquiry<'_>, place: Place) -> Option<EntityRef> {
    let article = &inquiry.story.articles[place.article];
    match &article.mentions[place.mention].value {
        Value::Name(name) => {
            let entity = name.entity?;
            let known = article.resolved.entities.get(entity.0 as usize).is_some();
            known.then_some(EntityRef {
                article: place.article,
                entity,
            })
        }
        _ => None,
    }
}

/// The entity that [`reference`] has found.
fn entity<'a>(inquiry: &'a Inquiry<'_>, one: EntityRef) -> &'a Entity {
    &inquiry.story.articles[one.article].resolved.entities[one.entity.0 as usize]
}
