//! What a pair of different values lacks to be a conflict: words in common, a bearer, and in short texts more than those.

use super::first_of;
use super::two::SAME_COMPANY;
use crate::Article;
use crate::align::question::{Pair, claim, is_exact, value};
use crate::align::verbs::of_like_verbs;
use crate::value::{Kind, ScoreKind, Value};

/// What a pair lacks to be a conflict: two anchors or more, and for an age, a rank or a score somebody or something that bears it.
pub(in crate::align) fn loose(articles: &[Article], pair: &Pair) -> Option<&'static str> {
    first_of(lacks(articles, pair))
}

/// Each thing that a pair can lack, by name, with whether it does.
pub(in crate::align) fn lacks(articles: &[Article], pair: &Pair) -> [(&'static str, bool); 3] {
    let kind = claim(articles, pair.a).kind;
    let least = |name: &str, least: f64| pair.features.get(name) >= least;
    let same_noun = least("noun", 0.6);
    let owned = pair.features.get("owner_same") > 0.0;
    let named = least("names", 0.3);
    let strange = least("strange", 0.1);
    let exact = || [pair.a, pair.b].iter().all(|&x| is_exact(articles, x));
    let bound = match kind {
        Kind::Ordinal => owned && (same_noun || least("predicate", 0.6)),
        Kind::Age => {
            let alike = least("noun", 0.95) && !strange && exact();
            owned
                || named && least("sentence", 0.4)
                || pair.probability >= if alike { SAME_AGE } else { SURE_AGE }
        }
        // Where the articles may tell two stories, teams have scores in like sentences all season, and a day needs words beside
        // it, or to be the likest thing that both tell.
        Kind::Score => {
            (named || least("lone", 0.5) || one_side(articles, pair))
                && (!strange || least("gist", 0.1))
        }
        Kind::Date => {
            (!strange || pair.features.get("near") > 0.0 || least("gist_lead", 0.0))
                && (least("near", BESIDE_DAYS)
                    || least("subject", SAME_SUBJECT)
                    || least("sentence", LIKE_SENTENCES)
                    || pair.features.get("company") > 0.0
                    || pair.probability >= SURE_DAY
                    || [pair.a, pair.b]
                        .iter()
                        .all(|&x| claim(articles, x).marks.forecast)
                    || of_like_verbs(articles, pair))
        }
        _ => true,
    };
    let anchors = match pair.probability {
        p if p >= SURER && kind != Kind::Date => 0,
        _ if kind == Kind::Score && one_side(articles, pair) => 0,
        p if p >= SURE => 1,
        _ => 2,
    };
    [
        ("unbound", !bound),
        ("anchors", pair.features.anchors() < anchors),
        (
            "room",
            !matches!(kind, Kind::Age | Kind::Score) && !is_alike_for_its_room(articles, pair),
        ),
    ]
}

/// Whether two values share enough where there is hardly anything to choose from: in two texts of one sentence each, every value
/// is the only one of its sort, stands where its text begins and has no better partner, whatever it is about. From as many
/// sentences on as an article has they need share nothing.
fn is_alike_for_its_room(articles: &[Article], pair: &Pair) -> bool {
    let [a, b] = [pair.a, pair.b].map(|x| articles[x.article].text.sentences.len());
    let room = a.min(b).saturating_sub(1) as f64 / (ARTICLE - 1) as f64;
    let needed = |of_one_sentence: f64| of_one_sentence * (1.0 - room).max(0.0);
    let shared = |name: &str, least: f64| pair.features.get(name) >= needed(least);
    pair.features.get("company") >= SAME_COMPANY
        || shared("clause", SAME_CLAUSE)
        || shared("near", SAME_WORDS)
        || shared("sentence", SAME_SENTENCE)
}

/// From so many sentences on a text has as much to choose from as an article.
const ARTICLE: usize = 8;

/// So much is shared by the clauses, or else the words beside the value, or the sentences, of two short texts that answer one
/// question: of twenty such pairs that were written to disagree one shares less, and of fifteen that were written not to none shares
/// more.
const SAME_CLAUSE: f64 = 0.55;
const SAME_WORDS: f64 = 0.7;
const SAME_SENTENCE: f64 = 0.8;

/// Whether two records have a side in common that chance does not give: "162-139" and "160-139" are of one coach.
fn one_side(articles: &[Article], pair: &Pair) -> bool {
    match (value(articles, pair.a), value(articles, pair.b)) {
        (Value::Score(x), Value::Score(y)) => {
            let records = x.kind == ScoreKind::Record && y.kind == ScoreKind::Record;
            let mut sides = x.parts.iter().zip(&y.parts);
            records
                && x.parts.len() == y.parts.len()
                && sides.any(|(a, b)| a == b && *a >= MANY_GAMES)
        }
        _ => false,
    }
}

/// So many wins or losses two teams or players have alike by chance only rarely: a season has fewer.
const MANY_GAMES: u32 = 100;

/// So much must the words right beside two days have in common: all that happens in a story happens on one of a few days, and a
/// sentence that names it is likely to be about the same people and places. Less will do where one subject has two days, where both
/// are still to come, as few are, where the verbs are alike, where the sentences give the same figures or are alike altogether.
const BESIDE_DAYS: f64 = 0.2;

/// From here on two sentences that give a day are alike altogether.
const LIKE_SENTENCES: f64 = 0.45;

/// From here on the rest of what is known of two days is enough.
const SURE_DAY: f64 = 0.7;

/// From here on two clauses have one subject.
const SAME_SUBJECT: f64 = 0.9;

/// From here on an age needs no bearer: the one age that two sentences in like places give.
const SURE_AGE: f64 = 0.85;

/// The same where one noun says whose it is, "the driver, 38" and "a 48-year-old driver": but not where the articles may tell two
/// stories, nor of "15 to 24", which may be one group of several.
const SAME_AGE: f64 = 0.5;

/// From here on one anchor is enough: sentences that are nearly alike need no noun in common.
pub(super) const SURE: f64 = 0.5;

/// And from here on none, but for a day: a week has only seven.
const SURER: f64 = 0.7;
