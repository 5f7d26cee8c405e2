//! Which of several incidents a count is of: reports on a war, a storm or a trial tell of more than one, in the same words.

use crate::Article;
use crate::align::name::edits;
use crate::align::question::amount_of;
use crate::claim::{Claim, Item, Role};
use crate::lexicon::{contrasts, list};
use crate::resolve::Entity;
use crate::value::Kind;

/// So many words may open a sentence that goes on to another incident: "In a separate raid", "Earlier that day".
const OPENING: usize = 3;

/// Longer words that differ by two letters are one, spelled in two ways.
const SHORT: usize = 5;

/// Whether the sentence of one count goes on to another incident and names nothing that the sentence of the other names: which
/// incident of the other document it is, if any, nobody can tell.
pub(in crate::align) fn of_another_incident(x: (&Article, &Claim), y: (&Article, &Claim)) -> bool {
    let count = x.1.kind == Kind::Count;
    count && (goes_on(x) || goes_on(y)) && !share_name(x, y)
}

/// "Elsewhere, 12 people died", "In another attack", "Earlier that day".
fn goes_on((article, claim): (&Article, &Claim)) -> bool {
    let mention = claim.mention(&article.mentions);
    let start = article.text.sentences[mention.sentence].tokens.start;
    let word = |n: usize| article.text.lower(start + n);
    let behind = start + OPENING <= mention.tokens.start;
    let another = |n: usize| list!("another_incident").contains(word(n));
    behind
        && match word(0) {
            "elsewhere" | "separately" => true,
            "in" => match word(1) {
                "a" | "an" | "the" | "one" => another(2),
                _ => another(1),
            },
            "earlier" | "later" | "hours" | "before" => {
                matches!(
                    (word(1), word(2)),
                    ("that", "day")
                        | ("that", "night")
                        | ("in", "the")
                        | ("the", "same")
                        | ("before" | "earlier", _)
                )
            }
            _ => false,
        }
}

/// Whether the sentences of two counts name somebody or something in common.
fn share_name(x: (&Article, &Claim), y: (&Article, &Claim)) -> bool {
    let theirs = entities(y, Role::Sentence);
    let ours = entities(x, Role::Sentence);
    let mut pairs = ours.iter().flat_map(|a| theirs.iter().map(move |b| (a, b)));
    pairs.any(|(a, b)| is_one(&a.canonical, &b.canonical))
}

/// Whether one of two counts of the dead or hurt is of a place that its article names for it alone, and the other article nowhere, while
/// both name another place: "as in Kenya, where 40 died". The other article tells of what was there.
pub(in crate::align) fn of_another_place(x: (&Article, &Claim), y: (&Article, &Claim)) -> bool {
    let harmed = |of: (&Article, &Claim)| of.1.kind == Kind::Count && !harm(of.0, of.1).is_empty();
    harmed(x) && harmed(y) && (is_elsewhere(x, y) || is_elsewhere(y, x))
}

fn is_elsewhere((article, claim): (&Article, &Claim), other: (&Article, &Claim)) -> bool {
    let sentence = claim.mention(&article.mentions).sentence;
    let alone = |entity: &Entity| {
        let mut mentions = entity.mentions.iter();
        mentions.all(|&m| article.mentions[m].sentence == sentence)
    };
    let named = |place: &Entity| {
        let mut theirs = other.0.resolved.entities.iter();
        theirs.any(|e| is_one(&e.canonical, &place.canonical))
    };
    let all = entities((article, claim), Role::Sentence);
    let mut places = all.iter().filter(|e| e.kind == Kind::Place).peekable();
    let mut places_of_article = article
        .resolved
        .entities
        .iter()
        .filter(|e| e.kind == Kind::Place);
    places.peek().is_some()
        && places.all(|place| alone(place) && !named(place))
        && places_of_article.any(|place| !alone(place) && named(place))
}

/// Whether the smaller of two counts of the dead or hurt is of one place of several: its document gives those of another place too,
/// and the other document does not speak of that place where it counts.
pub(in crate::align) fn of_one_place_of_several(
    x: (&Article, &Claim),
    y: (&Article, &Claim),
) -> bool {
    let (Some(a), Some(b)) = (amount_of(x.0, x.1), amount_of(y.0, y.1)) else {
        return false;
    };
    let (part, other) = if a < b { (x, y) } else { (y, x) };
    // A headline tells of what the whole article is about.
    if part.1.kind != Kind::Count || part.1.title {
        return false;
    }
    let places = own_places(part);
    let elsewhere = !self::places(other, Role::Sentence).is_empty() && !share_place(&places, other);
    if places.is_empty() || !elsewhere {
        return false;
    }
    let own = part.1.mentions[0];
    let list = part.0.claims.list.iter();
    let mut siblings = list.filter(|c| c.kind == Kind::Count && c.mentions[0] != own);
    siblings.any(|sibling| {
        let theirs = own_places((part.0, sibling));
        !theirs.is_empty()
            && is_of_one_sort(part.0, part.1, sibling)
            && !share_place(&places, (part.0, sibling))
            && !share_place(&theirs, part)
    })
}

/// The places of the clause of a count; where it has none, those of the words that open its sentence, "In Dara, 12 were killed and 30
/// hurt", or of what goes on from it without a break: "12 were killed and 30 hurt in Dara".
fn own_places<'a>((article, claim): (&'a Article, &Claim)) -> Vec<&'a str> {
    let own = places((article, claim), Role::Clause);
    if !own.is_empty() {
        return own;
    }
    let mention = claim.mention(&article.mentions);
    let sentence = &article.text.sentences[mention.sentence].tokens;
    let comma = (sentence.start..mention.tokens.start).find(|&i| article.text.lower(i) == ",");
    if let Some(comma) = comma
        && matches!(article.text.lower(sentence.start), "in" | "near" | "at")
    {
        let terms = claim.terms.iter();
        let opening = terms.filter(|t| (t.token as usize) < comma && t.role <= Role::Sentence);
        let places = opening.filter_map(|t| article.named(t.item));
        return places
            .filter(|e| e.kind == Kind::Place)
            .map(|e| e.canonical.as_str())
            .collect();
    }
    let end = mention.tokens.end;
    let breaks = |i: usize| {
        matches!(
            article.text.lower(i),
            "," | ";"
                | ":"
                | "when"
                | "who"
                | "which"
                | "where"
                | "that"
                | "after"
                | "before"
                | "as"
                | "while"
        )
    };
    let behind = end..sentence.end;
    let reach = behind.take_while(|&i| !breaks(i)).last().unwrap_or(end);
    let terms = claim
        .terms
        .iter()
        .filter(|t| (end..=reach).contains(&(t.token as usize)));
    let stands_in = terms.filter(|t| article.text.lower(t.token as usize - 1) == "in");
    let places = stands_in.filter_map(|t| article.named(t.item));
    let places = places.filter(|e| e.kind == Kind::Place);
    places.map(|e| e.canonical.as_str()).collect()
}

/// Whether two counts of one document are of people to whom the same happened: the dead of two places.
fn is_of_one_sort(article: &Article, x: &Claim, y: &Claim) -> bool {
    let noun = |claim: &Claim| claim.noun_term().map(|t| t.item);
    let (ours, theirs) = (harm(article, x), harm(article, y));
    noun(x) == noun(y) && ours.iter().any(|one| theirs.contains(one))
}

/// What happened to those who are counted: they were killed, hurt, held.
fn harm(article: &Article, claim: &Claim) -> Vec<&'static str> {
    let items = article.claims.vocabulary.items();
    let terms = claim.terms.iter().filter(|t| t.role <= Role::Predicate);
    let all = terms.flat_map(|t| match &items[t.item as usize] {
        Item::Word { form, .. } => contrasts(form),
        Item::Entity(_) => &[],
    });
    all.filter(|(set, _)| *set == "harm")
        .map(|&(_, harm)| harm)
        .collect()
}

/// Whether the sentence of a count, or the one before, names one of these places.
fn share_place(places: &[&str], other: (&Article, &Claim)) -> bool {
    let theirs = self::places(other, Role::Sentence);
    places
        .iter()
        .any(|one| theirs.iter().any(|place| is_one(one, place)))
}

/// Whether two names may be one: the words of the one are among those of the other, but for what tells two places of one name apart.
fn is_one(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> { name.split([' ', '-']).map(str::to_owned).collect() };
    let (one, other) = (words(one), words(other));
    let directed = |word: &String| {
        matches!(
            word.as_str(),
            "North"
                | "South"
                | "East"
                | "West"
                | "Central"
                | "Northern"
                | "Southern"
                | "Eastern"
                | "Western"
                | "Upper"
                | "Lower"
                | "New"
        )
    };
    let (few, many) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let same =
        |a: &str, b: &str| a == b || a.len() > SHORT && b.len() > SHORT && edits(a, b, 2).is_some();
    few.iter().all(|w| many.iter().any(|other| same(w, other)))
        && !many.iter().any(|w| directed(w) && !few.contains(w))
}

/// The names of places around a count, as far from it as that.
fn places<'a>(of: (&'a Article, &Claim), furthest: Role) -> Vec<&'a str> {
    let all = entities(of, furthest).into_iter();
    let places = all.filter(|e| e.kind == Kind::Place);
    places.map(|e| e.canonical.as_str()).collect()
}

/// All that is named around a count, as far from it as that.
fn entities<'a>((article, claim): (&'a Article, &Claim), furthest: Role) -> Vec<&'a Entity> {
    let terms = claim.terms.iter().filter(|t| t.role <= furthest);
    terms.filter_map(|t| article.named(t.item)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze;
    use crate::read::documents;

    /// Whether the check holds of the first values of two texts that are so written.
    fn holds(
        texts: [&str; 2],
        values: [&str; 2],
        check: fn((&Article, &Claim), (&Article, &Claim)) -> bool,
    ) -> bool {
        let articles: Vec<Article> = documents(&texts).into_iter().map(analyze).collect();
        let claim = |at: usize| {
            let article = &articles[at];
            let written =
                |c: &&Claim| article.text.slice(c.mention(&article.mentions).span) == values[at];
            (article, article.claims.list.iter().find(written).unwrap())
        };
        check(claim(0), claim(1))
    }

    #[test]
    fn a_sentence_on_another_incident_must_name_what_the_other_names() {
        let p = |a: &str, b: &str| holds([a, b], ["12", "14"], of_another_incident);
        let main = "The blast killed 14 people in Marwell.";
        assert!(p("Elsewhere, the blast killed 12 people.", main));
        assert!(p(
            "In a separate raid, guards shot 12 people in Ostby.",
            main
        ));
        assert!(p(
            "Earlier that day a wall fell and killed 12 people.",
            main
        ));
        // It names the same place.
        assert!(!p("In an earlier blast 12 people died in Marwell.", main));
        assert!(!p("In the blast 12 people died.", main));
    }

    #[test]
    fn a_count_of_one_place_of_several_is_no_total() {
        let p = |a: &str, b: &str| holds([a, b], ["12", "31"], of_one_place_of_several);
        let main = "The quake killed 31 people on Orsa island.";
        let places = "Twelve roads were cut. In Marwell, 12 people were killed. In Ostby, 17 people were killed.";
        assert!(p(places, main));
        // The other report is of that place too.
        assert!(!p(places, "The quake killed 31 people in Marwell."));
        // Nothing says where the other counts.
        assert!(!p(places, "The quake killed 31 people."));
        // The place of two counts stands with the last.
        assert!(p(
            "Then 12 were killed and 14 people were hurt in Marwell. In Ostby, 17 were killed.",
            main
        ));
        // One place alone may be where all were killed.
        assert!(!p(
            "In Marwell, 12 people were killed. In Ostby, 17 were hurt.",
            main
        ));
    }

    #[test]
    fn a_place_that_only_one_document_names_is_another_one() {
        let p = |a: &str, b: &str| holds([a, b], ["12", "14"], of_another_place);
        let main = "The bomb killed 14 people in Mogadishu, Somalia.";
        let far = "A bomb in Kenya killed 12 people in 2002. Mogadishu was calm.";
        assert!(p(far, main));
        assert!(!p(
            "A bomb in Somalia killed 12 people in 2002. Mogadishu was calm.",
            main
        ));
        // A place of which the document tells more is where all happens.
        assert!(!p(&format!("{far} Kenya mourned."), main));
        // Nor is it known where the other bomb was.
        assert!(!p(
            main.replace("14", "12").as_str(),
            "The bomb killed 14 people."
        ));
    }
}
