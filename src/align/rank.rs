//! Whether two ranks are places in two rows.
//!
//! "The fifth coach to be fired this season" and "the 21st coach in the history of the team" are places of one person in two rows,
//! and both are right. What makes a row is the noun, what stands between the rank and the noun, and of what stretch it is told
//! behind; so all of these must be the same. An ordinal with "in" before it and a round or a season behind it tells when something
//! happened: then it is the verb, with whom it is done to, that must be the same.

use super::lexical::Words;
use super::question::{Pair, claim};
use crate::Article;
use crate::claim::{Claim, Role};
use crate::lexicon::list;
use crate::segment::Text;

/// From here on two words name one thing.
const LIKE: f64 = 0.5;

/// From here on two nouns, or two verbs, are one.
const SAME: f64 = 0.6;

/// How far behind the noun of a rank the word may stand that says of which row it is.
const BEHIND: usize = 12;

/// How far before a rank the "in" may stand that makes it a time: "in a horribly one-sided sixth round".
const BEFORE: usize = 5;

/// A place in a row, as its words tell it.
struct Place {
    noun: bool,
    /// Whether it says when something happened: "in the sixth round", "for the fifth time".
    when: bool,
    /// What stands between the rank and its noun, or behind the noun with "of".
    beside: Vec<u32>,
    /// Of what it is told: of a season, of a life.
    rows: Vec<&'static str>,
}

/// Whether two ranks are places in two rows, or when two things happened.
pub(super) fn of_two_rows(articles: &[Article], pair: &Pair) -> bool {
    let [x, y] = [pair.a, pair.b].map(|answer| {
        let article = &articles[answer.article];
        Place::new(article, claim(articles, answer))
    });
    let shared = |feature: &str| pair.features.get(feature) >= SAME;
    let words = Words::new(articles, pair.a.article, pair.b.article, &[]);
    let two_nouns = x.noun && y.noun && !shared("noun");
    two_nouns
        || x.rows != y.rows
        || x.when != y.when
        || x.when && !shared("predicate")
        || !are_same(&words, &x.beside, &y.beside)
}

impl Place {
    fn new(article: &Article, claim: &Claim) -> Place {
        let text = &article.text;
        let mention = claim.mention(&article.mentions);
        let end = text.sentences[mention.sentence].tokens.end;
        let noun = claim.noun_term();
        // "in the seventh" has the noun of another rank, and its token is that of the rank itself.
        let noun = noun.map(|t| (t.token as usize).max(mention.tokens.end.saturating_sub(1)));
        let row = |at: usize| list!("rows").find(text.lower(at));
        let from = noun.map_or(mention.tokens.end, |noun| noun + 1);
        let behind = (from..end.min(from + BEHIND)).take_while(|&at| !ends(text, at));
        let between = mention.tokens.end..noun.unwrap_or(mention.tokens.end);
        let mut rows: Vec<&str> = between.chain(behind).filter_map(row).collect();
        rows.sort_unstable();
        rows.dedup();
        let beside = claim.terms.iter();
        let beside = beside.filter(|t| {
            let at = t.token as usize;
            t.role == Role::Modifier && at >= mention.tokens.end && row(at).is_none()
        });
        Place {
            noun: noun.is_some(),
            when: noun.is_some_and(|noun| tells_when(text, noun, mention.tokens.start)),
            beside: beside.map(|t| t.item).collect(),
            rows,
        }
    }
}

/// Whether what stands behind belongs to another part of the sentence.
fn ends(text: &Text, at: usize) -> bool {
    matches!(
        text.word(at),
        "," | ";" | ":" | "(" | ")" | "–" | "—" | "--" | "\"" | "“" | "”"
    )
}

/// "in the sixth round", "by his third season", "for the fifth time".
fn tells_when(text: &Text, noun: usize, start: usize) -> bool {
    let noun = text.lower(noun);
    let timed = matches!(noun, "time" | "minute" | "hour" | "day" | "week" | "month" | "year")
        // The noun of "in the seventh" is found elsewhere.
        || is_of(noun, "stage")
        || text.lower(start) == noun;
    let before = (1..=BEFORE).map(|n| start.checked_sub(n).map_or("", |at| text.lower(at)));
    let mut before = before.take_while(|word| !matches!(*word, "," | "and" | "that" | ""));
    timed
        && before.any(|word| {
            matches!(
                word,
                "in" | "by"
                    | "during"
                    | "after"
                    | "before"
                    | "through"
                    | "until"
                    | "from"
                    | "at"
                    | "into"
                    | "for"
                    | "since"
                    | "on"
            )
        })
}

/// Whether a word of sport is of that sort.
pub(super) fn is_of(word: &str, sort: &str) -> bool {
    let sorts = list!("play").find(word);
    sorts.is_some_and(|sorts| sorts.split(',').any(|one| one == sort))
}

/// Whether each word of either side is like one of the other.
fn are_same(words: &Words<'_>, ours: &[u32], theirs: &[u32]) -> bool {
    let like = |a: u32, b: u32| words.likeness(a, b) >= LIKE || is_one_name(words, a, b);
    ours.iter().all(|&a| theirs.iter().any(|&b| like(a, b)))
        && theirs.iter().all(|&b| ours.iter().any(|&a| like(a, b)))
}

/// Whether two names are written alike.
fn is_one_name(words: &Words<'_>, a: u32, b: u32) -> bool {
    let name = |article: &Article, item: u32| {
        let entity = article.named(item);
        entity.map(|entity| entity.canonical.to_lowercase())
    };
    let [left, right] = words.articles();
    name(left, a).is_some_and(|name_of_a| name(right, b) == Some(name_of_a))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::entity::Entities;
    use crate::align::question::candidates;
    use crate::analyze;
    use crate::read::documents;
    use crate::value::Kind;

    #[test]
    fn two_ranks_of_one_row_have_one_noun_one_scope_and_one_verb() {
        let p = |a: &str, b: &str, expected: bool| {
            let articles: Vec<Article> = documents(&[a, b]).into_iter().map(analyze).collect();
            let links = Entities::new(&articles).links();
            let pairs = candidates(&articles, (&links, &[]), &[], 0.0);
            let ranks = |pair: &&Pair| claim(&articles, pair.a).kind == Kind::Ordinal;
            let pair = pairs.iter().find(ranks).expect("two ranks are compared");
            assert_eq!(of_two_rows(&articles, pair), expected, "{a} {b}");
        };
        let a = "Ada Holm is the fifth coach to be fired this season.";
        p(a, "Ada Holm is the sixth coach fired this season.", false);
        p(
            a,
            "Ada Holm is the third Ostby coach fired this season.",
            true,
        );
        p(
            a,
            "Ada Holm is the 21st coach in the history of the club.",
            true,
        );
        p(a, "Ada Holm is the sixth director fired this season.", true);
        let a = "Ada Holm stopped Ida Stone in the fifth round.";
        p(
            a,
            "Ada Holm stopped Ida Stone in a dull sixth round.",
            false,
        );
        p(a, "Ada Holm tired in the sixth round.", true);
        p(a, "Ada Holm won the sixth round.", true);
        let a = "Ada Holm scored the second of her tries.";
        p(a, "Ada Holm scored her eighth try of the season.", true);
        p(
            "Ada Holm took her third straight win.",
            "Ada Holm took her fourth consecutive win.",
            false,
        );
    }
}
