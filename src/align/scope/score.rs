//! What the words beside a score or a record say: of which moment of a game, of which part of a life.

use super::{Side, Spot, said};
use crate::value::{Score, ScoreKind, Value};

/// How far behind a score the word may stand that says that it is one of a part of a game: "a 44-26 rebounding edge".
const PIECE: usize = 2;

/// How far before a score or record a word may stand that says of what it is.
const BEFORE: usize = 6;

/// How far behind a record the words may stand that say of which time it is.
const BEHIND: usize = 8;

/// Whether two scores of games are told of two moments, or of a part of a game. What a side led by at some time says nothing of what
/// it led by at another one, so that both must tell when.
pub(in crate::align) fn of_two_moments(x: Side<'_>, y: Side<'_>) -> bool {
    let pieces = [x, y].map(is_piece);
    let standing = [x, y].map(|side| Spot::of(side).is_standing(ScoreKind::Game));
    let moments = [x, y].map(moment);
    let games = [x, y].map(kind) == [Some(ScoreKind::Game); 2];
    pieces != [false; 2]
        || games && standing == [true; 2] && (moments[0].is_none() || moments[0] != moments[1])
}

/// "a 15-2 run", "a 44-26 rebounding edge", "outscored them 15-2".
fn is_piece(side: Side<'_>) -> bool {
    let spot = Spot::of(side);
    kind(side) == Some(ScoreKind::Game)
        && (said((1..=PIECE).map(|n| spot.behind(n)), "piece")
            || said((1..=PIECE + 1).map(|n| spot.before(n)), "piece"))
}

/// At which moment a game stood so.
fn moment<'a>(side: Side<'a>) -> Option<&'a str> {
    let spot = Spot::of(side);
    let around = (1..=BEHIND).map(|n| spot.behind(n));
    let mut around = around.chain((1..=BEHIND).map(|n| spot.before(n)));
    around.find_map(|word| match word {
        "halftime" | "half-time" | "half" | "interval" | "intermission" | "break" => Some("half"),
        "quarter" | "quarters" | "period" | "inning" | "innings" | "third" | "tea" | "lunch" => {
            Some(word)
        }
        _ => None,
    })
}

/// Whether two records are of two stretches of a life: of all of it and of some seasons, of a season and of its beginning.
pub(in crate::align) fn of_two_records(x: Side<'_>, y: Side<'_>) -> bool {
    let is_record = |side| kind(side) == Some(ScoreKind::Record);
    let [ours, theirs] = [x, y].map(Stretch::of);
    is_record(x)
        && is_record(y)
        && (ours.start && is_shorter(x, y)
            || theirs.start && is_shorter(y, x)
            || ours.overall && theirs.limited
            || theirs.overall && ours.limited)
}

/// Whether the one record is of fewer games than the other, by more than two reports on one day may differ.
fn is_shorter(x: Side<'_>, y: Side<'_>) -> bool {
    let games = |(article, claim): Side<'_>| match &claim.mention(&article.mentions).value {
        Value::Score(score) => score.parts.iter().sum(),
        _ => 0,
    };
    let [ours, theirs]: [u32; 2] = [x, y].map(games);
    ours.saturating_mul(3) < theirs.saturating_mul(2)
}

/// Of which stretch a record is.
struct Stretch {
    /// Of the beginning of a season: "an 18-30 start".
    start: bool,
    /// Of all of a life: "an overall record of 284-286".
    overall: bool,
    /// Of some seasons: "162-139 in three seasons".
    limited: bool,
}

impl Stretch {
    fn of(side: Side<'_>) -> Stretch {
        let spot = Spot::of(side);
        let around = |sort: &str| {
            said((1..=BEFORE).map(|n| spot.before(n)), sort)
                || said((1..=PIECE).map(|n| spot.behind(n)), sort)
        };
        let overall = around("overall");
        let behind = (1..=BEHIND).map(|n| spot.behind(n));
        let mut behind = behind.take_while(|word| !super::is_break(word));
        let limited = behind.any(|word| {
            matches!(
                word,
                "season" | "seasons" | "year" | "years" | "since" | "under" | "with"
            )
        });
        Stretch {
            start: around("start"),
            overall,
            limited: limited && !overall,
        }
    }
}

/// What sort of score it is.
pub(super) fn kind((article, claim): Side<'_>) -> Option<ScoreKind> {
    match &claim.mention(&article.mentions).value {
        Value::Score(Score { kind, .. }) => Some(*kind),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::analyze;
    use crate::read::documents;

    #[test]
    fn the_words_beside_a_score_say_of_when_it_is() {
        let p = |a: &str, b: &str, expected: [bool; 2]| {
            let articles: Vec<Article> = documents(&[a, b]).into_iter().map(analyze).collect();
            let [x, y] = [0, 1].map(|i| (&articles[i], &articles[i].claims.list[0]));
            let found = [of_two_moments(x, y), of_two_records(x, y)];
            assert_eq!(found, expected, "{a} {b}");
        };
        let neither = [false, false];
        p("Ostby won 88-72.", "Ostby won 87-72.", neither);
        p(
            "Ostby led 14-0.",
            "Ostby took a 17-7 lead at halftime.",
            [true, false],
        );
        p(
            "Ostby led 14-7 at halftime.",
            "Ostby took a 17-7 lead at the interval.",
            neither,
        );
        p(
            "Ostby enjoyed a 44-26 rebounding edge.",
            "Ostby went on a 7-0 run.",
            [true, false],
        );
        p(
            "Holm has an overall record of 284-286.",
            "Holm compiled a 162-139 record in three seasons there.",
            [false, true],
        );
        p(
            "Holm had a 122-147 record in four seasons there.",
            "Holm compiled a 162-139 record in three seasons there.",
            neither,
        );
        p(
            "Ostby recovered from an 18-30 start.",
            "Holm led Ostby to a record of 56-26.",
            [false, true],
        );
        p(
            "Ostby fired him after a 9-14 start.",
            "Ostby, with a record of 10-14, fired him.",
            neither,
        );
    }
}
