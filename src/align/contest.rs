//! Whether two documents tell of two contests: of one boxer with two opponents, of one team and two games.
//!
//! Reports on two fights of one boxer share his name, his titles and all their words, so that their names alone do not tell them
//! apart; but his age and his record are those of the day. What tells is the opponent: each report names one where it begins, of
//! whom the other has nothing, or nothing but an old defeat far behind. A report on one event that calls an opponent by another
//! name, "the champion", names nobody, and says nothing here.

use super::entity::EntityLink;
use super::kin::of_two;
use crate::Article;
use crate::lexicon::list;
use crate::read::BlockKind;
use crate::resolve::EntityId;
use crate::value::{Kind, Value};

/// A report says in so many sentences with whom it was.
const BEGINNING: usize = 4;

/// A report that begins with an old contest comes to its own in the next sentence but one.
const CONTEST: usize = 2;

/// As many words as these may stand between the word for a contest and whom it was with: "a win over the former champion".
const REACH: usize = 7;

/// Whether two documents tell of two contests.
pub(super) fn are_two(articles: &[Article], (a, b): (usize, usize), links: &[EntityLink]) -> bool {
    let [Some(ours), Some(theirs)] = [a, b].map(|article| first_opponent(&articles[article]))
    else {
        return false;
    };
    let own = of_two(links, a, b);
    let in_b = own.iter().find(|l| l.a.entity == ours.entity);
    let in_a = own.iter().find(|l| l.b.entity == theirs.entity);
    // One of them may be named as an opponent of another day, farther behind.
    let named = |article: usize, entity: Option<EntityId>, sentence: usize| {
        entity.is_some_and(|entity| named_by(&articles[article], entity, sentence + CONTEST))
    };
    ours.kind == theirs.kind
        && (in_a.is_none() || in_b.is_none())
        && !named(b, in_b.map(|l| l.b.entity), theirs.sentence)
        && !named(a, in_a.map(|l| l.a.entity), ours.sentence)
}

/// Whether somebody is named in one of the sentences up to this one.
fn named_by(article: &Article, entity: EntityId, sentence: usize) -> bool {
    let entity = article.resolved.entities.get(entity.0 as usize);
    let first = entity.and_then(|e| article.mentions.get(*e.mentions.first()?));
    first.is_some_and(|m| m.sentence <= sentence)
}

/// Whom a contest was with.
struct Opponent {
    entity: EntityId,
    kind: Kind,
    sentence: usize,
}

/// Whom the document names first as an opponent, where it begins.
fn first_opponent(article: &Article) -> Option<Opponent> {
    let text = &article.text;
    let sentences = text.sentences.iter();
    let prose = sentences.filter(|s| s.kind != BlockKind::Furniture);
    let words = prose
        .take(BEGINNING)
        .flat_map(|s| s.tokens.clone().map(|at| (at, s.tokens.end)));
    let mut contests = words.filter(|&(at, _)| list!("contests").contains(text.lower(at)));
    contests.find_map(|(at, end)| behind(article, at, end))
}

/// Whose name stands behind the word for a contest.
fn behind(article: &Article, contest: usize, end: usize) -> Option<Opponent> {
    let text = &article.text;
    let leads = |at: usize| {
        matches!(
            text.lower(at),
            "of" | "over" | "against" | "to" | "with" | "out" | "down" | "from" | "by"
        )
    };
    let mut reach = contest + 1..end.min(contest + 1 + REACH);
    let at = reach.find(|&at| {
        let name = named(article, at).is_some();
        let ends = matches!(
            text.lower(at),
            "," | ";"
                | ":"
                | "("
                | ")"
                | "."
                | "and"
                | "but"
                | "who"
                | "when"
                | "as"
                | "in"
                | "on"
                | "after"
                | "before"
                | "for"
                | "that"
                | "which"
                | "at"
                | "while"
        ) || leads(at) && at > contest + 4;
        name || ends
    })?;
    named(article, at)
}

/// Who or what is named at the token.
fn named(article: &Article, at: usize) -> Option<Opponent> {
    let first = article.mentions.partition_point(|m| m.tokens.start < at);
    let starting = article.mentions[first..].iter();
    let mut starting = starting.take_while(|m| m.tokens.start == at);
    starting.find_map(|m| match &m.value {
        Value::Name(name) => {
            let entity = name.entity?;
            let kind = article.resolved.entities.get(entity.0 as usize)?.kind;
            let plays = matches!(kind, Kind::Person | Kind::Organization);
            plays.then_some(Opponent {
                entity,
                kind,
                sentence: m.sentence,
            })
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::entity::Entities;
    use crate::analyze;
    use crate::read::documents;

    #[test]
    fn two_opponents_are_two_contests() {
        let p = |a: &str, b: &str, expected: bool| {
            let articles: Vec<Article> = documents(&[a, b]).into_iter().map(analyze).collect();
            let links = Entities::new(&articles).links();
            assert_eq!(are_two(&articles, (0, 1), &links), expected, "{a} {b}");
        };
        let one =
            "Anton Brandvold stopped Luis Carrera in Malmo on Saturday. Brandvold kept his belt.";
        p(
            one,
            "Anton Brandvold kept his belt with a win over a tired Pavel Zeman.",
            true,
        );
        p(one, "Luis Carrera lost his belt to Anton Brandvold.", false);
        p(one, "Anton Brandvold kept his belt in Malmo.", false);
        // Both name the loser, and one the next opponent as well.
        p(
            one,
            "Anton Brandvold will fight Pavel Zeman after he stopped Luis Carrera on Saturday.",
            false,
        );
        p(
            one,
            "Anton Brandvold came off a win over Pavel Zeman. On Saturday he met Luis Carrera.",
            false,
        );
        // An old defeat, far behind.
        let old = "Nobody left. It rained. The hall was full. Carrera once beat Pavel Zeman.";
        p(
            &format!("{one} {old}"),
            "Anton Brandvold kept his belt with a win over Pavel Zeman.",
            true,
        );
    }
}
