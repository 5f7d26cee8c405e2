//! Whether two documents tell of two events of one sort: of an earthquake in one province and of one in another, of two fights of
//! one boxer.
//!
//! Articles on two such events share their words, and much of what they name, and differ in where it happened or to whom. What an
//! article names again and again is its place and its people, and who tells of the same event names them as well. One mention of
//! the other's is none: a report recalls what happened before. Countries are too large to be the place of anything.

use crate::Article;
use crate::lexicon::names::{PlaceClass, known};
use crate::resolve::Entity;
use crate::value::Kind;

use super::name::edits;

/// A place that an article names so often is where its story is told. Of articles on one event one pair in a hundred has two such
/// places that the other does not know; with two mentions it would be one in fourteen.
const OFTEN: usize = 3;

/// A person whom an article names so often is one of those of whom it tells. Of articles on one event one or two pairs in a hundred
/// have each one whom the other does not know, of articles on two events one in six; with three mentions one in twenty of the
/// first would.
const PERSON_OFTEN: usize = 4;

/// So often an article may name a place or a person of whom it does not tell.
const IN_PASSING: usize = 1;

/// Two names that so few slips turn into each other are one place spelled in two ways.
const SLIPS: usize = 2;

/// An article has not more places than these that it tells of.
const MOST: usize = 4;

/// Whether each of two documents tells of a place, or of a person, that the other names in passing at most.
pub(super) fn of_two_scenes(left: &Article, right: &Article) -> bool {
    of_two_places(left, right) || of_two_casts(left, right)
}

/// Whether none of the places of which the one tells is one of the other's.
fn of_two_places(left: &Article, right: &Article) -> bool {
    let (own, other) = (scene(left), scene(right));
    let strange = |places: &[&Entity], article: &Article| {
        let mut places = places.iter();
        places.len() > 0 && places.all(|p| named(&p.canonical, article) <= IN_PASSING)
    };
    strange(&own, right) && strange(&other, left) && !are_alike(&own, &other)
}

/// Whether each tells of somebody of whom the other does not.
fn of_two_casts(left: &Article, right: &Article) -> bool {
    let strangers = |own: &Article, other: &Article| -> Vec<String> {
        let persons = own.resolved.entities.iter();
        let often = persons.filter(|e| e.kind == Kind::Person && e.mentions.len() >= PERSON_OFTEN);
        let names = often.filter_map(|e| e.canonical.split_whitespace().next_back());
        names
            .filter(|name| named(name, other) <= IN_PASSING)
            .map(str::to_owned)
            .collect()
    };
    let (own, other) = (strangers(left, right), strangers(right, left));
    let alike = own
        .iter()
        .any(|x| other.iter().any(|y| edits(x, y, SLIPS).is_some()));
    !own.is_empty() && !other.is_empty() && !alike
}

/// The places that a document names again and again.
fn scene(article: &Article) -> Vec<&Entity> {
    let often = |e: &&Entity| {
        e.kind == Kind::Place
            && e.mentions.len() >= OFTEN
            && matches!(
                known(&e.canonical).place.map(|(class, _)| class),
                None | Some(PlaceClass::City | PlaceClass::State)
            )
    };
    article
        .resolved
        .entities
        .iter()
        .filter(often)
        .take(MOST)
        .collect()
}

/// How often a document names a place, by itself or in another name: "Ostby" in "Ostby Harbour".
fn named(place: &str, article: &Article) -> usize {
    let holds = |name: &str, part: &str| {
        name.match_indices(part).any(|(at, _)| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !letter(name[..at].chars().next_back())
                && !letter(name[at + part.len()..].chars().next())
        })
    };
    let entities = article.resolved.entities.iter();
    entities
        .filter(|e| holds(&e.canonical, place) || holds(place, &e.canonical))
        .map(|e| e.mentions.len())
        .sum()
}

/// Whether a place of the one may be a place of the other, spelled in another way.
fn are_alike(own: &[&Entity], other: &[&Entity]) -> bool {
    let alike = |x: &Entity| {
        let mut others = other.iter();
        others.any(|y| edits(&x.canonical, &y.canonical, SLIPS).is_some())
    };
    own.iter().any(|x| alike(x))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Document, InputFormat};

    fn article(prose: &str) -> Article {
        crate::analyze(Document::new(0, "t.txt", prose, InputFormat::Text))
    }

    #[test]
    fn what_is_told_of_two_places_is_of_two_events() {
        let p = |a: &str, b: &str, expected: bool| {
            let (a, b) = (article(a), article(b));
            assert_eq!(
                of_two_scenes(&a, &b),
                expected,
                "{} / {}",
                a.document.prose,
                b.document.prose
            );
            assert_eq!(
                of_two_scenes(&b, &a),
                expected,
                "{} / {}",
                a.document.prose,
                b.document.prose
            );
        };
        let arica = "A quake struck near Arica in Chile. Hospitals in Arica are full. The mayor of Arica spoke.";
        let iquique = "A quake struck near Iquique in Chile. Hospitals in Iquique are full. The mayor of Iquique spoke.";
        p(arica, iquique, true);
        // A place that is recalled.
        p(
            arica,
            &format!("{iquique} Last year a quake struck Arica."),
            true,
        );
        // A place that both tell of.
        p(
            arica,
            &format!("{iquique} A quake struck Arica. It was felt in Arica."),
            false,
        );
        p(
            arica,
            "A quake struck Chile. Hospitals in Chile are full. The president of Chile spoke.",
            false,
        );
        p(
            arica,
            "A quake struck near Aricca. Hospitals in Aricca are full. The mayor of Aricca spoke.",
            false,
        );
        p(arica, "A quake struck near Iquique in Chile.", false);
        let ames =
            "Ada Ames beat Eva Hale. Hale fell. Ames won, and Hale wept. Ames met Hale in May.";
        let stone =
            "Ada Ames beat Mia Stone. Stone fell. Ames won, and Stone wept. Ames met Stone in May.";
        // One of the two is in both, and so it is not known to be of two fights until each has somebody else.
        p(ames, stone, true);
        p(ames, &format!("{stone} Ames beat Hale in June."), true);
        p(
            ames,
            &format!("{stone} Eva Hale saw it, and Eva Hale left."),
            false,
        );
        p(
            ames,
            "Ada Ames won. Ames fell. Ames rose. Ames left.",
            false,
        );
    }
}
