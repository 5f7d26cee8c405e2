//! What keeps two claims with different values from being a conflict, however like their words are.

mod far;
mod lacks;
mod two;

pub(super) use lacks::{lacks, loose};

use far::{is_vague, worlds_apart, years_apart};
use lacks::SURE;
use two::Two;

use super::features::Features;
use super::question::{Answer, Pair, value};
use super::rank::of_two_rows;
use super::scenes::of_two_scenes;
use super::scope::{
    Shared, is_difference, is_spoken, near_times, of_a_row, of_another_incident, of_another_place,
    of_old_days, of_one_place_of_several, of_one_sitting, of_part_and_whole, of_two_ages,
    of_two_days, of_two_frames, of_two_moments, of_two_players, of_two_posts, of_two_records,
    of_two_scales, of_two_stretches, of_two_turns, written_alike,
};
use super::verbs::{of_a_strange_event, of_two_ends, of_two_parts, of_two_verbs};
use crate::Article;
use crate::claim::Claim;
use crate::value::{DateRange, Kind, ScoreKind, Value, ValueRelation};

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
    ("row", |two| two.kind == Kind::Date && two.are(of_a_row)),
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
    ("scale", |two| two.is_counted() && two.are(of_two_scales)),
    ("extent", |two| {
        let [x, y] = two.sides();
        let shared = Shared {
            noun: two.pair.features.get("noun"),
            two_places: two.has("place_clash"),
            alternative: two.has("alternative"),
        };
        of_part_and_whole(x, y, shared)
    }),
    ("incident", |two| two.are(of_another_incident)),
    ("elsewhere", |two| {
        two.pair.probability < ONE_INCIDENT && two.are(of_another_place)
    }),
    ("one_place", |two| two.are(of_one_place_of_several)),
    ("frame", |two| {
        two.kind != Kind::Date && two.are(of_two_frames)
    }),
    ("history", |two| two.are(of_old_days)),
    ("near_time", |two| {
        two.kind == Kind::Time && two.are(near_times)
    }),
    ("rows", |two| {
        two.kind == Kind::Ordinal && of_two_rows(two.articles, two.pair)
    }),
    ("moments", |two| {
        two.kind == Kind::Score && two.are(of_two_moments)
    }),
    ("records", |two| {
        two.kind == Kind::Score && two.are(of_two_records)
    }),
    ("stretches", |two| {
        two.kind == Kind::Count && two.are(of_two_stretches)
    }),
    ("turns", |two| {
        two.kind == Kind::Count && two.are(of_two_turns)
    }),
    ("difference", |two| {
        let kinds = [Kind::Count, Kind::Measure, Kind::Duration];
        kinds.contains(&two.kind) && two.are(is_difference)
    }),
    ("posts", |two| {
        matches!(two.kind, Kind::Count | Kind::Duration) && of_two_posts(two.articles, two.pair)
    }),
    ("object", |two| two.has("object_clash")),
    ("vague", |two| two.values().into_iter().any(is_vague)),
    ("alike", |two| {
        two.pair.relation == ValueRelation::Disjoint && two.are(written_alike)
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
        two.kind == Kind::Duration && two.are(of_one_sitting)
    }),
    ("ends", |two| {
        two.kind == Kind::Duration && of_two_ends(two.articles, two.pair)
    }),
    ("hours", |two| {
        two.kind == Kind::Time && two.are(of_two_days)
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
    // "54 of a possible 58 minutes" leaves the unit out.
    part.relation(theirs) <= ValueRelation::Open
        || part.amount().is_some() && part.amount() == theirs.amount()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::entity::Entities;
    use crate::align::question::{candidates, claim};
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
