//! Whether two days are days of one event, by the verbs of their sentences.
//!
//! The week of a story has only seven days, and everything in it happens on one of them: an attack on Wednesday, a demand for an
//! inquiry "after the attack" on Thursday. What tells them apart is that neither says when the other's verb happened. One verb
//! need not be the other: "was shot on Saturday" and "a shooting on Saturday" are found by the words of the whole sentence.

use super::lexical::{COMMON, Words};
use super::question::{Answer, Pair, claim, value};
use crate::Article;
use crate::claim::{Item, Role, Term};

/// From here on two words may speak of one thing.
const LIKE: f64 = 0.5;

/// From here on two clauses have one subject.
const ONE_SUBJECT: f64 = 0.9;

/// Whether the verb of neither date is like any word of the other's sentence. Without a verb nothing is known, nor of the commonest
/// ones ("began", "broke out"), and what one subject did may be told by two verbs.
pub(super) fn of_two_verbs(articles: &[Article], pair: &Pair) -> bool {
    if pair.features.get("subject") >= ONE_SUBJECT {
        return false;
    }
    let verbs = |x: Answer| verbs(articles, x);
    let (left, right) = (verbs(pair.a), verbs(pair.b));
    let common = |x: Answer, verbs: &[u32]| verbs.iter().any(|&v| is_common(articles, x, v));
    if left.is_empty() || right.is_empty() || common(pair.a, &left) || common(pair.b, &right) {
        return false;
    }
    let [ours, theirs] = [pair.a, pair.b].map(|x| said(articles, x));
    !are_like(articles, pair, &left, &theirs) && !are_like(articles, pair, &ours, &right)
}

/// Whether a date is an attribute of something that the other sentence does not speak of: "last year's Harbour fair". A day may be
/// that of the verb all the same, "beat Ostby in Thursday's round", but "this year's" only says which of many fairs.
pub(super) fn of_a_strange_event(articles: &[Article], pair: &Pair) -> bool {
    let words = Words::new(articles, pair.a.article, pair.b.article, &[]);
    let any = |ours: &[u32], theirs: &[u32], turned: bool| {
        let like = |x: u32, y: u32| match turned {
            false => words.likeness(x, y) >= LIKE,
            true => words.likeness(y, x) >= LIKE,
        };
        ours.iter().any(|&x| theirs.iter().any(|&y| like(x, y)))
    };
    let strange = |x: Answer, y: Answer, turned: bool| {
        let event = possessed(articles, x);
        let days = value(articles, x).range().map_or(1, |range| range.days());
        !event.is_empty()
            && !any(&event, &said(articles, y), turned)
            && (days > DAYS || !any(&beside(articles, x), &verbs(articles, y), turned))
    };
    strange(pair.a, pair.b, false) || strange(pair.b, pair.a, true)
}

/// A longer time is no day on which something was done.
const DAYS: i64 = 7;

/// The words of the clause of a claim.
fn beside(articles: &[Article], x: Answer) -> Vec<u32> {
    let terms = claim(articles, x).terms.iter();
    let beside = terms.filter(|t| t.role == Role::Clause);
    beside.map(|t| t.item).collect()
}

/// What a date with "'s" is an attribute of.
fn possessed(articles: &[Article], x: Answer) -> Vec<u32> {
    let (article, claim) = (&articles[x.article], claim(articles, x));
    let tokens = &claim.mention(&article.mentions).tokens;
    let end = tokens.end;
    let possessor = |at: usize| matches!(article.text.lower(at), "'s" | "’s");
    let bracket = tokens.start >= 2
        && article.text.word(end) == ")"
        && article.text.word(tokens.start - 1) == "("
        && possessor(tokens.start - 2);
    if !possessor(end) && !bracket {
        return Vec::new();
    }
    // The noun that it belongs to, and what is said of that: "Tuesday's 58th Harbour Awards drew fewer people".
    let noun = end + 1..end + 1 + OWNED;
    let behind = |t: &&Term| {
        let at = t.token as usize;
        at > end && (t.role == Role::Predicate || noun.contains(&at))
    };
    let event = claim.terms.iter().filter(behind);
    event.map(|t| t.item).collect()
}

/// How far behind it stands what a date is an attribute of.
const OWNED: usize = 4;

/// Whether two lengths of time say after how long two things happened: "was found after two hours", "was closed after three days".
pub(super) fn of_two_ends(articles: &[Article], pair: &Pair) -> bool {
    // The word right before "after".
    let ends = |x: Answer| {
        let (article, claim) = (&articles[x.article], claim(articles, x));
        let start = claim.mention(&article.mentions).tokens.start;
        let hedge = |word: &str| {
            matches!(
                word,
                "about"
                    | "almost"
                    | "around"
                    | "just"
                    | "nearly"
                    | "over"
                    | "some"
                    | "than"
                    | "more"
            )
        };
        let before = (0..start).rev().map(|i| article.text.lower(i));
        let mut before = before.take(HEDGES).skip_while(|word| hedge(word));
        (before.next() == Some("after")).then(|| before.next())
    };
    let (Some(ours), Some(theirs)) = (ends(pair.a), ends(pair.b)) else {
        return false;
    };
    // "a chance of parole after 15 years", "could seek parole after 20 years"
    if ours == theirs {
        return false;
    }
    let [left, right] = [pair.a, pair.b].map(|x| verbs(articles, x));
    let [ours, theirs] = [pair.a, pair.b].map(|x| said(articles, x));
    let strange = |verbs: &[u32], like: bool| !verbs.is_empty() && !like;
    strange(&left, are_like(articles, pair, &left, &theirs))
        && (right.is_empty() || !are_like(articles, pair, &ours, &right))
        || strange(&right, are_like(articles, pair, &ours, &right)) && left.is_empty()
}

/// So far before a length of time "after" and the word before it are looked for: "found after just over two hours".
const HEDGES: usize = 5;

/// Whether the verbs of two clauses are alike.
pub(super) fn of_like_verbs(articles: &[Article], pair: &Pair) -> bool {
    let [left, right] = [pair.a, pair.b].map(|x| verbs(articles, x));
    are_like(articles, pair, &left, &right)
}

/// Whether any word of the one side may speak of the same as one of the other.
pub(super) fn are_like(articles: &[Article], pair: &Pair, ours: &[u32], theirs: &[u32]) -> bool {
    let words = Words::new(articles, pair.a.article, pair.b.article, &[]);
    let like = |x: u32| theirs.iter().any(|&y| words.likeness(x, y) >= LIKE);
    ours.iter().any(|&x| like(x))
}

/// Whether two figures are parts of one whole of which something else is said: "14 of the children were treated for malaria", "20 of
/// the children were admitted".
pub(super) fn of_two_parts(articles: &[Article], pair: &Pair) -> bool {
    let parts = [pair.a, pair.b].map(|x| part(articles, x));
    let [Some(ours), Some(theirs)] = parts else {
        return false;
    };
    !ours.is_empty() && !theirs.is_empty() && !are_like(articles, pair, &ours, &theirs)
}

/// What is said of a part of a whole, "14 of the children", beside that whole; `None` for what is no such part.
fn part(articles: &[Article], x: Answer) -> Option<Vec<u32>> {
    let (article, claim) = (&articles[x.article], claim(articles, x));
    let end = claim.mention(&article.mentions).tokens.end;
    let is_part = claim.marks.part
        && article.text.lower(end) == "of"
        && !matches!(article.text.lower(end + 1), "them" | "whom" | "it");
    let said = claim.terms.iter();
    let said = said.filter(|t| matches!(t.role, Role::Predicate | Role::Clause));
    is_part.then(|| said.map(|t| t.item).collect())
}

/// Whether a word is one of the commonest: these stand near half of all words, so that nothing is like them but themselves.
fn is_common(articles: &[Article], x: Answer, item: u32) -> bool {
    let items = articles[x.article].claims.vocabulary.items();
    matches!(items.get(item as usize), Some(Item::Word { rank: Some(rank), .. }) if *rank < COMMON)
}

/// The verbs of the clause of a claim, but for those of saying.
fn verbs(articles: &[Article], x: Answer) -> Vec<u32> {
    let text = &articles[x.article].text;
    let terms = claim(articles, x).terms.iter();
    terms
        .filter(|t| t.role == Role::Predicate && !text.lexeme(t.token as usize).reports)
        .map(|t| t.item)
        .collect()
}

/// All words of the sentence of a claim.
fn said(articles: &[Article], x: Answer) -> Vec<u32> {
    let terms = claim(articles, x).terms.iter();
    terms
        .filter(|t| t.role != Role::Before)
        .map(|t| t.item)
        .collect()
}
