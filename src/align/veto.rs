//! What keeps two claims with different values from being a conflict, however like their words are.

use std::cell::OnceCell;

use super::features::Features;
use super::question::{Answer, Pair, amount_of, claim, digits, is_exact, times_apart, value};
use super::rank::of_two_rows;
use super::scenes::of_two_scenes;
use super::scope::{
    Scope, Shared, is_difference, is_spoken, near_times, of_a_row, of_another_incident,
    of_another_place, of_old_days, of_one_place_of_several, of_one_sitting, of_part_and_whole,
    of_two_ages, of_two_days, of_two_frames, of_two_moments, of_two_players, of_two_posts,
    of_two_records, of_two_scales, of_two_stretches, of_two_turns, written_alike,
};
use super::verbs::{of_a_strange_event, of_like_verbs, of_two_ends, of_two_parts, of_two_verbs};
use crate::Article;
use crate::claim::Claim;
use crate::value::{DateRange, Kind, ScoreKind, Value, ValueRelation};
use rust_decimal::Decimal;

/// What sets two claims apart: a noun that one of them does not count, an alternative that excludes the other, two bearers, places
/// or events. What stands behind the first reason is not asked.
pub(super) fn apart(articles: &[Article], pair: &Pair) -> Option<&'static str> {
    first_of(vetoes(articles, pair))
}

/// Each thing that can set two claims apart, by name, with whether it does.
pub(super) fn vetoes<'a>(
    articles: &'a [Article],
    pair: &'a Pair,
) -> impl Iterator<Item = (&'static str, bool)> + 'a {
    let two = Two::new(articles, pair);
    REASONS
        .iter()
        .map(move |(name, holds)| (*name, holds(&two)))
}

/// What sets two claims apart, by name.
type Reason = (&'static str, fn(&Two<'_>) -> bool);

/// All such reasons, in the order in which they are asked: first what the features tell, then what must be read again.
const REASONS: [Reason; 57] = [
    ("contrast", |two| two.has("contrast")),
    ("bearer_clash", |two| two.has("bearer_clash")),
    ("owner_clash", |two| {
        two.has("owner_clash")
            && (two.claims().iter().all(|c| c.beside) || of_two_players(two.articles, two.pair))
    }),
    ("place_clash", |two| {
        two.is_counted() && two.has("place_clash") && two.pair.probability < ONE_PLACE
    }),
    ("date_clash", |two| two.has("date_clash")),
    ("said", |two| {
        two.claims().iter().any(|c| c.marks.said)
            && (two.pair.probability < ONE_STATEMENT || two.are_of_two_days())
    }),
    ("known", |two| two.claims().iter().any(|c| c.marks.known)),
    ("as_of", |two| two.kind == Kind::Date && of_another_day(two)),
    ("event", |two| {
        is_of_another_event(two.kind, &two.pair.features)
    }),
    ("noun_clash", |two| {
        two.is_counted() && two.has("noun_clash")
    }),
    ("worlds_apart", |two| worlds_apart(two.articles, two.pair)),
    // Unless both name the same: who scored and who won tell of one evening.
    ("subject_clash", |two| {
        matches!(two.kind, Kind::Date | Kind::Duration)
            && two.has("subject_clash")
            && two.has("owner_clash")
            && two.pair.features.get("names") < SAME_NAMES
    }),
    ("then", |two| two.differ(|c| c.marks.then)),
    ("alone", |two| two.differ(|c| c.marks.alone)),
    ("forecast_clash", |two| {
        two.is_marked("forecast_clash", &[Kind::Money])
    }),
    ("change_clash", |two| {
        let kinds = [Kind::Money, Kind::Percent, Kind::Measure];
        two.is_marked("change_clash", &kinds)
    }),
    ("predicate_clash", |two| {
        two.kind == Kind::Percent && two.has("predicate_clash") && !two.has("alternative")
    }),
    ("order_clash", |two| {
        let kinds = [Kind::Money, Kind::Percent, Kind::Measure];
        two.is_marked("order_clash", &kinds)
    }),
    ("other_clash", |two| {
        two.is_marked("other_clash", &[Kind::Percent, Kind::Measure])
    }),
    ("year_clash", |two| {
        let kinds = [Kind::Money, Kind::Percent, Kind::Measure, Kind::Duration];
        two.is_marked("year_clash", &kinds)
    }),
    ("whole", |two| {
        let [x, y] = two.scopes();
        let (a, b) = (two.pair.a, two.pair.b);
        of_its_part(two.articles, x.whole, (a, b)) || of_its_part(two.articles, y.whole, (b, a))
    }),
    ("average", |two| {
        two.are_scoped(|x, y| x.average != y.average)
    }),
    ("base", |two| two.are_scoped(|x, y| x.base != y.base)),
    ("stretch", |two| {
        two.are_scoped(|x, y| x.stretch != y.stretch)
    }),
    ("standing", |two| {
        two.are_scoped(|x, y| x.standing != y.standing)
    }),
    ("way", |two| {
        two.are_scoped(|x, y| x.way.zip(y.way).is_some_and(|(x, y)| x != y))
    }),
    ("row", |two| {
        let [x, y] = two.sides();
        two.kind == Kind::Date && of_a_row(x, y)
    }),
    ("verbs", |two| {
        two.kind == Kind::Date
            && two.pair.probability < SURE
            && of_two_verbs(two.articles, two.pair)
    }),
    ("parts", |two| {
        two.are_scoped(|x, y| x.part != y.part) || of_two_parts(two.articles, two.pair)
    }),
    ("news", |two| {
        two.kind == Kind::Date && is_news_of_two_days(two)
    }),
    ("teams", |two| {
        two.kind == Kind::Score && of_two_games(two.articles, two.pair)
    }),
    ("scale", |two| {
        let [x, y] = two.sides();
        two.is_counted() && of_two_scales(x, y)
    }),
    ("extent", |two| {
        let [x, y] = two.sides();
        let shared = Shared {
            noun: two.pair.features.get("noun"),
            two_places: two.has("place_clash"),
            alternative: two.has("alternative"),
        };
        of_part_and_whole(x, y, shared)
    }),
    ("incident", |two| {
        let [x, y] = two.sides();
        of_another_incident(x, y)
    }),
    ("elsewhere", |two| {
        let [x, y] = two.sides();
        two.pair.probability < ONE_INCIDENT && of_another_place(x, y)
    }),
    ("one_place", |two| {
        let [x, y] = two.sides();
        of_one_place_of_several(x, y)
    }),
    ("frame", |two| {
        let [x, y] = two.sides();
        two.kind != Kind::Date && of_two_frames(x, y)
    }),
    ("history", |two| {
        let [x, y] = two.sides();
        of_old_days(x, y)
    }),
    ("near_time", |two| {
        let [x, y] = two.sides();
        two.kind == Kind::Time && near_times(x, y)
    }),
    ("rows", |two| {
        two.kind == Kind::Ordinal && of_two_rows(two.articles, two.pair)
    }),
    ("moments", |two| {
        two.kind == Kind::Score && of_two(two, of_two_moments)
    }),
    ("records", |two| {
        two.kind == Kind::Score && of_two(two, of_two_records)
    }),
    ("stretches", |two| {
        two.kind == Kind::Count && of_two(two, of_two_stretches)
    }),
    ("turns", |two| {
        two.kind == Kind::Count && of_two(two, of_two_turns)
    }),
    ("difference", |two| {
        let kinds = [Kind::Count, Kind::Measure, Kind::Duration];
        kinds.contains(&two.kind) && of_two(two, is_difference)
    }),
    ("posts", |two| {
        matches!(two.kind, Kind::Count | Kind::Duration) && of_two_posts(two.articles, two.pair)
    }),
    ("object", |two| two.has("object_clash")),
    ("vague", |two| two.values().into_iter().any(is_vague)),
    ("alike", |two| {
        let [x, y] = two.sides();
        two.pair.relation == ValueRelation::Disjoint && written_alike(x, y)
    }),
    ("spoken", |two| {
        two.kind == Kind::Date && two.sides().into_iter().any(is_spoken)
    }),
    ("attribute", |two| {
        two.kind == Kind::Date && of_a_strange_event(two.articles, two.pair)
    }),
    ("last_time", |two| {
        two.are_scoped(|x, y| x.last_time != y.last_time)
    }),
    ("sitting", |two| {
        let [x, y] = two.sides();
        two.kind == Kind::Duration && of_one_sitting(x, y)
    }),
    ("ends", |two| {
        two.kind == Kind::Duration && of_two_ends(two.articles, two.pair)
    }),
    ("hours", |two| {
        let [x, y] = two.sides();
        two.kind == Kind::Time && of_two_days(x, y)
    }),
    ("ages", |two| {
        let kinds = [Kind::Date, Kind::Time, Kind::Duration, Kind::Measure];
        let [x, y] = two.sides();
        kinds.contains(&two.kind) && of_two_ages(x, y)
    }),
    ("scenes", |two| {
        let [(left, _), (right, _)] = two.sides();
        let known = || two.pair.features.get("kin") < KNOWN;
        let grown = || two.kind == Kind::Age && years_apart(two.values());
        let kept = || two.kind == Kind::Age && !years_apart(two.values());
        two.pair.relation == ValueRelation::Disjoint
            && (grown() || known() && !kept())
            && of_two_scenes(left, right)
    }),
];

/// Asks about both sides of a pair.
fn of_two<'a>(
    two: &Two<'a>,
    apart: fn((&'a Article, &'a Claim), (&'a Article, &'a Claim)) -> bool,
) -> bool {
    let [x, y] = two.sides();
    apart(x, y)
}

/// Two claims with different values, as the reasons ask about them.
struct Two<'a> {
    articles: &'a [Article],
    pair: &'a Pair,
    kind: Kind,
    /// What the words beside the values say, once somebody asks.
    scopes: OnceCell<[Scope; 2]>,
}

impl<'a> Two<'a> {
    fn new(articles: &'a [Article], pair: &'a Pair) -> Two<'a> {
        Two {
            articles,
            pair,
            kind: claim(articles, pair.a).kind,
            scopes: OnceCell::new(),
        }
    }

    fn claims(&self) -> [&'a Claim; 2] {
        [self.pair.a, self.pair.b].map(|x| claim(self.articles, x))
    }

    fn values(&self) -> [&'a Value; 2] {
        [self.pair.a, self.pair.b].map(|x| value(self.articles, x))
    }

    /// Each claim with its article.
    fn sides(&self) -> [(&'a Article, &'a Claim); 2] {
        [self.pair.a, self.pair.b].map(|x| (&self.articles[x.article], claim(self.articles, x)))
    }

    fn has(&self, feature: &str) -> bool {
        self.pair.features.get(feature) > 0.0
    }

    /// Whether one side is marked so and the other is not. What one side says of its value weighs little by itself. For these kinds
    /// two values that are otherwise alike hardly ever answer one question where it does: of the likely pairs in the marked
    /// articles one in ten. Beside the same figures it is another that is marked: "62.1 percent, down from 63.1" and "61.2 per
    /// cent, against 63.1 last time".
    fn is_marked(&self, feature: &str, kinds: &[Kind]) -> bool {
        kinds.contains(&self.kind)
            && self.has(feature)
            && self.pair.features.get("company") < SAME_COMPANY
    }

    fn is_counted(&self) -> bool {
        !matches!(self.kind, Kind::Age | Kind::Date | Kind::Time | Kind::Score)
    }

    fn differ(&self, mark: fn(&Claim) -> bool) -> bool {
        let [a, b] = self.claims().map(mark);
        a != b
    }

    fn scopes(&self) -> &[Scope; 2] {
        let read = || {
            self.sides()
                .map(|(article, claim)| Scope::of(article, claim))
        };
        self.scopes.get_or_init(read)
    }

    fn are_scoped(&self, apart: fn(&Scope, &Scope) -> bool) -> bool {
        let [x, y] = self.scopes();
        apart(x, y)
    }

    /// Whether the documents are known to be of different days.
    fn are_of_two_days(&self) -> bool {
        let [a, b] = self.sides().map(|(article, _)| article.document.published);
        a.zip(b).is_some_and(|(a, b)| a != b)
    }
}

/// What a pair lacks to be a conflict: two anchors or more, and for an age, a rank or a score somebody or something that bears it.
pub(super) fn loose(articles: &[Article], pair: &Pair) -> Option<&'static str> {
    first_of(lacks(articles, pair))
}

/// Each thing that a pair can lack, by name, with whether it does.
pub(super) fn lacks(articles: &[Article], pair: &Pair) -> [(&'static str, bool); 3] {
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

/// So much is shared by the clauses, or else the words beside the value, or the sentences, of two short texts that answer one question: of twenty such pairs that
/// were written to disagree one shares less, and of fifteen that were written not to none shares more.
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

fn first_of(reasons: impl IntoIterator<Item = (&'static str, bool)>) -> Option<&'static str> {
    let mut reasons = reasons.into_iter();
    reasons.find_map(|(name, holds)| holds.then_some(name))
}

/// Whether the other side gives the part of which this value is the whole: "17 of the 22 notes" and "17 notes". Whoever tells of
/// "one of the eight guards" says that there were eight.
fn of_its_part(articles: &[Article], part: Option<usize>, (own, other): (Answer, Answer)) -> bool {
    let Some(part) = part.map(|index| &articles[own.article].mentions[index].value) else {
        return false;
    };
    let theirs = value(articles, other);
    let amount = |value: &Value| match value {
        Value::Figure(figure) => figure.amount,
        _ => None,
    };
    // "54 of a possible 58 minutes" leaves the unit out.
    part.relation(theirs) <= ValueRelation::Open
        || amount(part).is_some() && amount(part) == amount(theirs)
}

/// Whether two dates say as of when, in documents of different days: "burned 18,400 acres by Tuesday".
fn of_another_day(two: &Two<'_>) -> bool {
    let as_of = |(article, claim): (&Article, &Claim)| {
        let start = claim.mention(&article.mentions).tokens.start;
        let before = |n: usize| start.checked_sub(n).map_or("", |i| article.text.lower(i));
        matches!(before(1), "by" | "until") || matches!((before(2), before(1)), ("as", "of"))
    };
    two.are_of_two_days() && two.sides().into_iter().any(as_of)
}

/// Whether each of two dates is the day of its own document, and the verbs differ: what was new on one day and on the next.
fn is_news_of_two_days(two: &Two<'_>) -> bool {
    let is_own_day = |(article, claim): (&Article, &Claim)| {
        let range = claim.mention(&article.mentions).value.range();
        let own = article.document.published.map(DateRange::day);
        range.zip(own).is_some_and(|(range, own)| range == own)
    };
    two.are_of_two_days()
        && two.sides().into_iter().all(is_own_day)
        && two.pair.features.get("predicate") < SAME_VERB
}

/// From here on two verbs say one thing.
const SAME_VERB: f64 = 0.5;

/// From here on two values stand beside the same figures.
const SAME_COMPANY: f64 = 0.95;

/// Whether two scores of games are told with names, and with none in common.
fn of_two_games(articles: &[Article], pair: &Pair) -> bool {
    let is_game =
        |x: Answer| matches!(value(articles, x), Value::Score(s) if s.kind == ScoreKind::Game);
    let clash = ["subject_clash", "owner_clash"];
    is_game(pair.a)
        && is_game(pair.b)
        && clash.iter().any(|name| pair.features.get(name) > 0.0)
        && pair.features.get("names") < SHARED
}

/// Whether two dates or times say when of two things: their clauses have nothing in common, verb and subject included. Like
/// sentences do not help: "sold two million by 27 December" and "sold two million after it opened on Christmas Day".
fn is_of_another_event(kind: Kind, features: &Features) -> bool {
    let own = ["predicate", "subject", "near", "clause"];
    matches!(kind, Kind::Date | Kind::Time) && own.iter().all(|name| features.get(name) < SHARED)
}

/// Less in common than this is chance: a name that stands everywhere.
const SHARED: f64 = 0.1;

/// No slip of a pen makes one figure ten thousand times another: they are a price and a budget, a family and a nation.
const WORLDS: i64 = 10_000;

/// But none is so far from some: "no one was killed" contradicts "12 were killed".
fn worlds_apart(articles: &[Article], pair: &Pair) -> bool {
    let amount = |answer: Answer| {
        amount_of(&articles[answer.article], claim(articles, answer)).filter(|x| !x.is_zero())
    };
    let (a, b) = (amount(pair.a), amount(pair.b));
    // Who writes "three" for 300 slips no zeros in.
    let in_digits = |answer: Answer| {
        let article = &articles[answer.article];
        let written = article
            .text
            .slice(claim(articles, answer).mention(&article.mentions).span);
        written.contains(|c: char| c.is_ascii_digit())
    };
    let slip = || {
        a.zip(b).is_some_and(|(a, b)| digits(a) == digits(b))
            && in_digits(pair.a)
            && in_digits(pair.b)
    };
    times_apart(a, b, WORLDS)
        || pair.probability < SURE_OF_FAR && times_apart(a, b, FAR) && !slip()
        || of_more_games(articles, pair)
}

/// How far apart two values are is no evidence, but for this: of the likely pairs of which one value is more than so many times the
/// other, "54 lots" and "nine in 10 lots", one in eight answers one question.
const FAR: i64 = 12;

/// From here on even such values do. What has the same digits needs no more than others: "5 million" for "5 billion" is a slip that
/// happens.
const SURE_OF_FAR: f64 = 0.8;

/// Whether one of two records is of many more games than the other: of a life and of a season.
fn of_more_games(articles: &[Article], pair: &Pair) -> bool {
    let games = |answer: Answer| match value(articles, answer) {
        Value::Score(score) if score.kind == ScoreKind::Record => {
            Some(score.parts.iter().copied().map(Decimal::from).sum())
        }
        _ => None,
    };
    times_apart(games(pair.a), games(pair.b), GAMES)
}

/// A season has some dozens of games and a life some hundreds: of one of them two reports count nearly the same.
const GAMES: i64 = 4;

/// Whether a figure says no more than an order of magnitude, "dozens", "hundreds of thousands": what differs from it is rarely
/// said of the same thing.
fn is_vague(value: &Value) -> bool {
    match value {
        Value::Figure(figure) => match (figure.amount, figure.stated.low, figure.stated.high) {
            (None, Some(low), Some(high)) => times_apart(Some(low), Some(high), VAGUE),
            _ => false,
        },
        _ => false,
    }
}

/// "Dozens" are 24 to 99 and more; a range that somebody measured is narrower than this many times.
const VAGUE: i64 = 3;

/// From here on two places are one told in two ways, a village and its district: of the pairs that are so like each other five in
/// seven answer one question.
const ONE_PLACE: f64 = 0.7;

/// From here on two sentences tell of one incident, though one of them says where and the other document does not.
const ONE_INCIDENT: f64 = 0.85;

/// From here on two sentences report one statement, and not two by one speaker.
const ONE_STATEMENT: f64 = 0.75;

/// From here on two sentences name the same.
const SAME_NAMES: f64 = 0.6;

/// Documents that have so many names in common tell of one event, whatever else each tells of.
const KNOWN: f64 = 0.45;

/// Whether two ages are more than a year apart: of one person at one time two articles give ages that are nearer, if not the same.
fn years_apart([a, b]: [&Value; 2]) -> bool {
    let amount = |value: &Value| match value {
        Value::Figure(figure) => figure.amount,
        _ => None,
    };
    amount(a)
        .zip(amount(b))
        .is_some_and(|(a, b)| (a - b).abs() > Decimal::ONE)
}

/// So much must the words right beside two days have in common: all that happens in a story happens on one of a few days, and a
/// sentence that names it is likely to be about the same people and places. Less will do where one subject has two days, where both
/// are still to come, as few are, where the verbs are alike, where the sentences give the same figures or are alike altogether.
const BESIDE_DAYS: f64 = 0.3;

/// From here on two sentences that give a day are alike altogether.
const LIKE_SENTENCES: f64 = 0.45;

/// From here on the rest of what is known of two days is enough.
const SURE_DAY: f64 = 0.85;

/// From here on two clauses have one subject.
const SAME_SUBJECT: f64 = 0.9;

/// From here on an age needs no bearer: the one age that two sentences in like places give.
const SURE_AGE: f64 = 0.85;

/// The same where one noun says whose it is, "the driver, 38" and "a 48-year-old driver": but not where the articles may tell two
/// stories, nor of "15 to 24", which may be one group of several.
const SAME_AGE: f64 = 0.5;

/// From here on one anchor is enough: sentences that are nearly alike need no noun in common.
const SURE: f64 = 0.5;

/// And from here on none, but for a day: a week has only seven.
const SURER: f64 = 0.7;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::entity::Entities;
    use crate::align::question::candidates;
    use crate::analyze;
    use crate::read::documents;

    /// What sets the values apart, if their words made them so likely to answer one question.
    fn struck(texts: [&str; 2], values: [&str; 2], probability: f64) -> Vec<&'static str> {
        let articles: Vec<Article> = documents(&texts).into_iter().map(analyze).collect();
        let links = Entities::new(&articles).links();
        let pairs = candidates(&articles, (&links, &[]), &[], 0.0);
        let written = |x: Answer| {
            let article = &articles[x.article];
            article
                .text
                .slice(claim(&articles, x).mention(&article.mentions).span)
        };
        let pair = pairs
            .into_iter()
            .find(|p| written(p.a).starts_with(values[0]) && written(p.b).starts_with(values[1]));
        let pair = Pair {
            probability,
            ..pair.unwrap()
        };
        let all = vetoes(&articles, &pair);
        all.filter_map(|(name, holds)| holds.then_some(name))
            .collect()
    }

    #[test]
    fn values_far_apart_need_words_that_are_nearly_the_same() {
        let p = |a: &str, b: &str, values: [&str; 2], probability: f64, expected: &[&str]| {
            assert_eq!(struck([a, b], values, probability), expected, "{a} {b}");
        };
        let (a, b) = (
            "The sale brought in 54 lots.",
            "The sale brought in 1,200 lots.",
        );
        p(a, b, ["54", "1,200"], 0.79, &["worlds_apart"]);
        p(a, b, ["54", "1,200"], 0.81, &[]);
        // Not so far.
        p(a, "The sale brought in 600 lots.", ["54", "600"], 0.5, &[]);
        // A slip of the pen, which has the same digits, needs no more than others, unless nobody slips so far.
        let (a, b) = ("It cost $5 million.", "It cost $5 billion.");
        p(a, b, ["$5 million", "$5 billion"], 0.5, &[]);
        let b = "It cost $5 trillion.";
        p(a, b, ["$5 million", "$5 trillion"], 0.99, &["worlds_apart"]);
        // None is no distance from some.
        let (a, b) = ("Nobody was killed.", "The blast killed 54 people.");
        assert!(!struck([a, b], ["Nobody", "54"], 0.5).contains(&"worlds_apart"));
    }

    #[test]
    fn two_places_are_one_where_the_words_are_nearly_the_same() {
        let p = |a: &str, b: &str, values: [&str; 2], probability: f64, expected: &[&str]| {
            assert_eq!(struck([a, b], values, probability), expected, "{a} {b}");
        };
        let (a, b) = (
            "Floods killed 12 people in Kenya.",
            "Floods killed 14 people in Peru.",
        );
        p(a, b, ["12", "14"], 0.69, &["place_clash"]);
        // A village and its district, told in two ways.
        p(a, b, ["12", "14"], 0.71, &[]);
        p(
            a,
            "Floods killed 14 people in Kenya.",
            ["12", "14"],
            0.5,
            &[],
        );
        p(a, "Floods killed 14 people.", ["12", "14"], 0.5, &[]);
        // A day is no figure of a place.
        let (a, b) = (
            "Floods came to Kenya in May.",
            "Floods came to Peru in June.",
        );
        assert!(!struck([a, b], ["May", "June"], 0.5).contains(&"place_clash"));
    }

    #[test]
    fn what_is_new_on_two_days_is_no_one_day() {
        let days = |verbs: [&str; 2]| {
            let [x, y] = verbs;
            let texts = [
                format!("The council {x} the market at Dara on Wednesday."),
                format!("The council {y} the market at Dara on Thursday."),
            ];
            let mut articles: Vec<Article> = documents(&[&texts[0], &texts[1]])
                .into_iter()
                .zip(["2016-06-15", "2016-06-16"])
                .map(|(document, day)| {
                    analyze(crate::Document {
                        published: day.parse().ok(),
                        ..document
                    })
                })
                .collect();
            let pairs = candidates(&articles, (&[], &[]), &[], 0.0);
            let pair = pairs
                .into_iter()
                .find(|p| claim(&articles, p.a).kind == Kind::Date);
            let pair = pair.unwrap();
            let news = is_news_of_two_days(&Two::new(&articles, &pair));
            // Where it is not known when they were published, nothing is.
            articles[0].document.published = None;
            assert!(!is_news_of_two_days(&Two::new(&articles, &pair)));
            news
        };
        assert!(days(["bombed", "mourned"]));
        assert!(!days(["bombed", "bombed"]));
    }
}
