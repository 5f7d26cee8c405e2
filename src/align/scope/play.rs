//! What the words beside a figure of sport or of a career say: of which games, of which part of a game, in which post, by how much.
//!
//! A player has twenty points, five of them in the fourth quarter; a coach has nineteen seasons with a team, four of them as its
//! scout. Where one side says so and the other does not, the two count different things.

use super::{Side, is_break};
use crate::Article;
use crate::align::question::{Pair, claim};
use crate::align::rank::is_of;
use crate::align::verbs::are_like;
use crate::claim::{Claim, Role};
use crate::lexicon::list;
use crate::segment::Text;
use crate::value::Kind;

/// How far behind a figure the stretch of a game may stand in which it was done: "five points during a pivotal 15-2 run".
const STRETCH: usize = 12;

/// How far into a sentence the stretch may stand that is said of all of it: "In the second half".
const OPENING: usize = 6;

/// How far behind the word that leads to it.
const LED: usize = 7;

/// How far behind the noun the word may stand that says of which ones of a row: "an eight-game winning streak".
const TURN: usize = 3;

/// How far behind the noun the "as" of a post may stand: "four seasons there as coach".
const POST: usize = 3;

/// How many words name a post.
const POST_WORDS: usize = 8;

/// Whether two counts of what is done in sport are of two stretches of a game, or one of them of all of it.
pub(in crate::align) fn of_two_stretches(x: Side<'_>, y: Side<'_>) -> bool {
    let done = |(article, claim): Side<'_>| {
        noun(claim).is_some_and(|at| is_of(article.text.lower(at), "tally"))
    };
    // "29 points, only six after the break"
    let open = |(_, claim): Side<'_>| noun(claim).is_none();
    (done(x) && (done(y) || open(y)) || done(y) && open(x)) && stretch(x) != stretch(y)
}

/// The word for the stretch of a game in which something was done, and the one before it: "second half".
fn stretch<'a>((article, claim): Side<'a>) -> Option<[&'a str; 2]> {
    let text = &article.text;
    let mention = claim.mention(&article.mentions);
    let sentence = &text.sentences[mention.sentence].tokens;
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let before = |n: usize| start.checked_sub(n).map_or("", |at| text.lower(at));
    // "14 of his 20 points in the second half": the 20 are all that he has.
    if before(2) == "of" && matches!(before(1), "his" | "her" | "its" | "their" | "the") {
        return None;
    }
    let told = |at: usize| match text.lower(at) {
        "ot" | "overtime" => ["overtime", ""],
        word => [word, text.lower(at.saturating_sub(1))],
    };
    let is_stretch = |&at: &usize| is_of(text.lower(at), "stretch");
    let leads = |word: &str| {
        matches!(
            word,
            "in" | "during" | "over" | "within" | "of" | "after" | "before" | "by" | "since" | "at"
        )
    };
    let behind = (end..sentence.end.min(end + STRETCH))
        .take_while(|&at| !is_break(text.lower(at)))
        .filter(is_stretch)
        .find(|&at| {
            // "coming in and set the record" tells of no set.
            let led = (end..at).rev().take(LED).map(|i| text.lower(i));
            led.take_while(|word| !matches!(*word, "and" | "or" | "but" | "to" | "who" | "that"))
                .any(leads)
        });
    let opening = || {
        let first = sentence.start;
        let opens = leads(text.lower(first));
        let words = first..start.min(first + OPENING);
        words.filter(|_| opens).find(is_stretch)
    };
    behind.or_else(opening).map(told)
}

/// Whether two counts are of other ones of a row: "the last ten games", "two remaining games", "ten games".
pub(in crate::align) fn of_two_turns(x: Side<'_>, y: Side<'_>) -> bool {
    turns(x) != turns(y)
}

/// Which ones of a row are counted, by the words right beside the count.
fn turns((article, claim): Side<'_>) -> Vec<&'static str> {
    let text = &article.text;
    let mention = claim.mention(&article.mentions);
    let sentence = &text.sentences[mention.sentence].tokens;
    let turn = |at: usize| list!("turns").find(text.lower(at));
    let before = mention.tokens.start.checked_sub(1);
    let before = before.filter(|&at| at >= sentence.start).and_then(turn);
    let noun = noun(claim).filter(|&at| at >= mention.tokens.end);
    let between = mention.tokens.end..noun.unwrap_or(mention.tokens.end);
    let played = noun.filter(|&at| is_play(text.lower(at)));
    let behind = played.map_or(0..0, |at| at + 1..sentence.end.min(at + 1 + TURN));
    let behind = behind.take_while(|&at| !is_break(text.lower(at)));
    let behind = behind.filter_map(|at| match text.lower(at) {
        "left" | "remaining" => Some("left"),
        // "with ten games to go", but "to go 2-0 up"
        "to" if matches!(text.lower(at + 1), "go" | "play" | "come")
            && !text.lower(at + 2).starts_with(|c: char| c.is_ascii_digit()) =>
        {
            Some("left")
        }
        "winning" | "losing" | "unbeaten" | "streak" | "row" => Some("row"),
        _ => None,
    });
    let mut turns: Vec<&str> = before.into_iter().chain(between.filter_map(turn)).collect();
    turns.extend(behind);
    turns.sort_unstable();
    turns.dedup();
    turns
}

/// Whether sport is counted off in it, or counts it.
pub(super) fn is_play(word: &str) -> bool {
    is_of(word, "stage") || is_of(word, "tally")
}

/// Whether what two figures count or measure is done in sport, so that it belongs to who did it, and at least one of those is a
/// person: a team has more names than one.
pub(in crate::align) fn of_two_players(articles: &[Article], pair: &Pair) -> bool {
    let sides = [pair.a, pair.b].map(|answer| (&articles[answer.article], claim(articles, answer)));
    let is_done = |(article, claim): Side<'_>| {
        let done = noun(claim).is_some_and(|at| is_of(article.text.lower(at), "tally"));
        done && matches!(claim.kind, Kind::Count | Kind::Measure)
    };
    let is_person = |(article, claim): Side<'_>| {
        let owner = claim.owner.and_then(|owner| article.named(owner));
        owner.is_some_and(|entity| entity.kind == Kind::Person)
    };
    sides.iter().all(|&side| is_done(side)) && sides.into_iter().any(is_person)
}

/// Whether two lengths of a career are in two posts: "19 seasons with the team", "four seasons as its director of scouting".
pub(in crate::align) fn of_two_posts(articles: &[Article], pair: &Pair) -> bool {
    let [x, y] =
        [pair.a, pair.b].map(|answer| (&articles[answer.article], claim(articles, answer)));
    let (ours, theirs) = (post(x), post(y));
    if ours.is_none() && theirs.is_none() {
        return false;
    }
    let named = |post: Option<Vec<u32>>, claim: &Claim| {
        // A post that is not named may be named by the verb: "coached for four seasons".
        let around = claim.terms.iter().filter(|t| t.role <= Role::Clause);
        post.unwrap_or_else(|| around.map(|t| t.item).collect())
    };
    let (ours, theirs) = (named(ours, x.1), named(theirs, y.1));
    !are_like(articles, pair, &ours, &theirs)
}

/// The words of the post in which the time that is counted was spent: "four seasons as coach".
fn post((article, claim): Side<'_>) -> Option<Vec<u32>> {
    let text = &article.text;
    let mention = claim.mention(&article.mentions);
    let end = text.sentences[mention.sentence].tokens.end;
    let from = match claim.kind {
        Kind::Duration => mention.tokens.end,
        _ => noun(claim).filter(|&at| is_of(text.lower(at), "stage"))? + 1,
    };
    let mut words = (from..end.min(from + POST)).take_while(|&at| !is_break(text.lower(at)));
    let at = words.find(|&at| text.lower(at) == "as" && !is_manner(text, at))?;
    let named = at + 1..end.min(at + 1 + POST_WORDS);
    // "as scout of the club": where it was says nothing of the post.
    let ends = |word: &str| is_break(word) || matches!(word, "of" | "at" | "for" | "with" | "in");
    let named = named.take_while(|&at| !ends(text.lower(at))).last()?;
    let terms = claim.terms.iter().filter(|t| t.role != Role::Before);
    let terms = terms.filter(|t| (at..=named).contains(&(t.token as usize)));
    Some(terms.map(|t| t.item).collect())
}

/// "as well", "as long as", "as part of": no post.
fn is_manner(text: &Text, at: usize) -> bool {
    matches!(
        text.lower(at + 1),
        "well" | "long" | "many" | "much" | "part" | "if" | "of" | "he" | "she" | "it" | "they"
    )
}

/// Where the noun of a count stands.
pub(super) fn noun(claim: &Claim) -> Option<usize> {
    claim.noun_term().map(|noun| noun.token as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::question::candidates;
    use crate::analyze;
    use crate::read::documents;

    /// What sets the first figures of two texts apart.
    fn apart(a: &str, b: &str) -> Vec<&'static str> {
        let articles: Vec<Article> = documents(&[a, b]).into_iter().map(analyze).collect();
        let pairs = candidates(&articles, (&[], &[]), &[], 0.0);
        let counts = |pair: &&Pair| claim(&articles, pair.a).kind == Kind::Count;
        let pair = pairs.iter().find(counts).expect("two counts are compared");
        let [x, y] =
            [pair.a, pair.b].map(|answer| (&articles[answer.article], claim(&articles, answer)));
        let reasons = [
            ("stretches", of_two_stretches(x, y)),
            ("turns", of_two_turns(x, y)),
            ("posts", of_two_posts(&articles, pair)),
        ];
        let held = reasons.into_iter().filter(|(_, holds)| *holds);
        held.map(|(name, _)| name).collect()
    }

    #[test]
    fn the_words_beside_a_figure_of_sport_say_of_what_it_is() {
        let p = |a: &str, b: &str, expected: &[&str]| assert_eq!(apart(a, b), expected, "{a} {b}");
        let a = "Holm scored 23 points.";
        p(a, "Holm scored 25 points.", &[]);
        p(a, "Holm had five points during a 15-2 run.", &["stretches"]);
        p(
            a,
            "In the second half Holm scored 12 points.",
            &["stretches"],
        );
        p(a, "Holm scored 25 points and set a record.", &[]);
        p(
            a,
            "Holm scored 12 of her 25 points in the second half.",
            &["stretches"],
        );
        p(
            "They sold 23 boats in the first quarter.",
            "They sold 25 boats.",
            &[],
        );
        let a = "Holm scored nine goals in ten games.";
        p(a, "Holm scored eight goals in ten games.", &[]);
        p(
            "Ten games were lost.",
            "Two remaining games were lost.",
            &["turns"],
        );
        p(
            "Ten games were lost.",
            "The last two games were lost.",
            &["turns"],
        );
        p(
            "It won the past five games.",
            "It won the last six games.",
            &[],
        );
        p(
            "Holm spent four seasons as the scout of the club.",
            "Holm spent 19 seasons with the club.",
            &["posts"],
        );
        p(
            "Holm spent four seasons as a coach.",
            "Holm coached for five seasons.",
            &[],
        );
    }
}
