//! How a figure is meant, by the words of its clause: a forecast or a fact, a part or a whole, a level or a change.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::clause::{Clause, is_saying};
use super::phrase::behind_whole;
use crate::lexicon::table;
use crate::segment::Text;
use crate::segment::tag::Tag;
use crate::value::Kind;

/// So far behind a figure its "alone" may stand: "4,000 men and women in the town of Marwell alone".
const ALONE: usize = 10;

/// A mark within this many words of a value is beside it.
const NEAR: usize = 3;

/// What is said of a figure beside what it is about. Two figures that differ in a mark answer different questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Marks {
    /// Expected, planned, possible, asked for.
    pub forecast: bool,
    /// Of a whole that is counted elsewhere: "including two children".
    pub part: bool,
    /// Of one place of several: "in Marwell alone".
    pub alone: bool,
    /// By how much something changed.
    pub change: bool,
    /// Of one of many: "$15 each".
    pub each: bool,
    /// Denied.
    pub denied: bool,
    /// The day or hour on which it was said, and not on which it happened.
    pub said: bool,
    /// What is counted was named before: "all three were convicted".
    pub known: bool,
    /// The age that somebody had at another time: "when she was 17".
    pub then: bool,
    /// Counted up over time: "have been killed so far", "since the war began", a toll. The count of one event is another.
    pub so_far: bool,
}

impl Marks {
    /// The words for those that hold.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        [
            (self.forecast, "forecast"),
            (self.part, "part"),
            (self.alone, "alone"),
            (self.change, "change"),
            (self.each, "each"),
            (self.denied, "denied"),
            (self.said, "said"),
            (self.known, "known"),
            (self.then, "then"),
            (self.so_far, "so far"),
        ]
        .into_iter()
        .filter_map(|(holds, name)| holds.then_some(name))
    }
}

/// As many words as these name what somebody expects to do something.
const OBJECT: usize = 6;

#[derive(Clone, Copy)]
enum Mark {
    Forecast,
    Part,
    Change,
    Each,
    Denied,
}

fn mark(word: &str) -> Option<Mark> {
    static MARKS: LazyLock<FxHashMap<&'static str, Mark>> = LazyLock::new(|| {
        let rows = table(include_str!("../lexicon/marks.tsv")).rows;
        rows.iter()
            .filter_map(|row| {
                let mark = match row[1] {
                    "forecast" => Mark::Forecast,
                    "part" => Mark::Part,
                    "change" => Mark::Change,
                    "each" => Mark::Each,
                    "denied" => Mark::Denied,
                    _ => return None,
                };
                Some((row[0], mark))
            })
            .collect()
    });
    MARKS.get(word).copied()
}

/// The marks of the value of the given kind at `tokens` in a clause.
///
/// A word marks a value from right beside it, or from the verb group of its clause where it is a modal ("will open") or
/// takes an infinitive ("is expected to open"). A level that a change leads to is no change: "rose to 12".
pub(super) fn marks(
    text: &Text,
    tags: &[Tag],
    clause: &Clause,
    kind: Kind,
    tokens: &Range<usize>,
) -> Marks {
    let mut marks = Marks::default();
    let figure = matches!(
        kind,
        Kind::Count | Kind::Money | Kind::Percent | Kind::Measure
    );
    // A first title and a boy of 12 are no forecasts.
    let open = figure || matches!(kind, Kind::Duration | Kind::Date | Kind::Time);
    let verb = clause.verb.clone().unwrap_or(0..0);
    let before = clause.tokens.start.max(tokens.start.saturating_sub(NEAR))..tokens.start;
    marks.said = matches!(kind, Kind::Date | Kind::Time)
        && verb
            .clone()
            .next_back()
            .is_some_and(|i| is_saying(text.lower(i)))
        && !passive(text, tags, &verb);
    marks.then = kind == Kind::Age && of_another_time(text, tokens);
    marks.known = kind == Kind::Count
        && before.end > before.start
        && matches!(
            text.lower(tokens.start - 1),
            "all" | "the" | "these" | "those" | "other"
        )
        && !tags.get(tokens.end).is_some_and(|tag| {
            matches!(
                tag,
                Tag::Noun
                    | Tag::Proper
                    | Tag::Adjective
                    | Tag::Participle
                    | Tag::Gerund
                    | Tag::Number
            )
        })
        && !matches!(text.word(tokens.end), "-" | "–");
    for i in verb.clone().filter(|i| !before.contains(i)) {
        match mark(text.lower(i)) {
            Some(Mark::Forecast) => {
                let infinitive = (i..verb.end).any(|k| tags[k] == Tag::To);
                marks.forecast |= open && (tags[i] == Tag::Modal || infinitive);
            }
            Some(Mark::Denied) => marks.denied = true,
            Some(Mark::Part | Mark::Change | Mark::Each) | None => {}
        }
    }
    marks.forecast |= open && expected(text, tags, &verb);
    for i in before.clone() {
        let next = text.lower(i + 1);
        match mark(text.lower(i)) {
            Some(Mark::Forecast) => {
                // "In May Will Ashby won" is no forecast.
                let name = matches!(text.lower(i), "may" | "will") && tags[i] != Tag::Modal;
                marks.forecast |= open && !name;
            }
            Some(Mark::Denied) => marks.denied = true,
            Some(Mark::Part) => {
                let them = matches!(next, "them" | "those" | "these" | "whom");
                marks.part |= figure && (text.lower(i) != "among" || them);
            }
            Some(Mark::Change) => {
                let level =
                    (i + 1..tokens.start).any(|k| matches!(text.lower(k), "to" | "at" | "from"));
                let by = (i + 1..tokens.start).any(|k| matches!(text.lower(k), "by" | "of"));
                // A person falls 60 metres; a river rises by two.
                marks.change |= figure && !level && (by || kind != Kind::Measure);
            }
            Some(Mark::Each) => marks.each |= figure,
            None => {}
        }
    }
    if figure {
        behind(text, tags, kind, tokens.end, &mut marks);
        marks.alone = of_one_place(text, tags, clause, tokens.end);
    }
    marks
}

/// "When she was 17", "since he was 12", "was 18 at the time", "then 26".
fn of_another_time(text: &Text, tokens: &Range<usize>) -> bool {
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", |i| text.lower(i));
    let behind = [0, 1, 2].map(|on| text.lower(tokens.end + on));
    matches!(
        before(3),
        "when" | "since" | "until" | "before" | "after" | "while"
    ) && matches!(before(1), "was" | "were")
        || before(1) == "then"
        || behind == ["at", "the", "time"]
        || behind[0] == "when"
}

/// Whether somebody expects what an infinitive says: "the firm expects the deal to save $40 million".
fn expected(text: &Text, tags: &[Tag], verb: &Range<usize>) -> bool {
    // "To" is part of the group only behind another verb.
    let Some(to) = verb.start.checked_sub(1).filter(|&i| tags[i] == Tag::To) else {
        return false;
    };
    let words = (0..to).rev().take(OBJECT);
    let object = words.take_while(|&i| tags[i].is_in_phrase()).count();
    let before = to.checked_sub(object + 1);
    object > 0
        && before.is_some_and(|i| {
            tags[i].is_verb() && matches!(mark(text.lower(i)), Some(Mark::Forecast))
        })
}

/// "killed 4,000 people in Marwell alone": more elsewhere.
fn of_one_place(text: &Text, tags: &[Tag], clause: &Clause, end: usize) -> bool {
    let behind = end..clause.tokens.end.min(end + ALONE);
    let mut said_of_it = behind.take_while(|&i| !matches!(tags[i], Tag::Mark | Tag::Number));
    let alone = said_of_it.find(|&i| text.lower(i) == "alone");
    alone.is_some_and(|at| (end..at).any(|i| matches!(tags[i], Tag::Preposition)))
}

/// Whether a clause counts up over time.
pub(super) fn is_so_far(text: &Text, tags: &[Tag], clause: &Clause) -> bool {
    let begin = clause.verb.as_ref().map_or(clause.tokens.end, |v| v.end);
    clause.tokens.clone().any(|i| match text.lower(i) {
        "far" => text.lower(i.wrapping_sub(1)) == "so",
        "date" => text.lower(i.wrapping_sub(1)) == "to",
        "altogether" => true,
        "toll" | "tally" => tags[i] == Tag::Noun,
        "since" => i >= begin,
        _ => false,
    })
}

/// "will be announced": what is said happens when it is said, and the day is that of the event.
fn passive(text: &Text, tags: &[Tag], verb: &Range<usize>) -> bool {
    verb.clone()
        .rev()
        .skip(1)
        .find(|&i| tags[i] != Tag::Adverb)
        .is_some_and(|i| {
            matches!(
                text.lower(i),
                "be" | "is" | "are" | "was" | "were" | "been" | "being"
            )
        })
}

/// What the words right behind a figure say: "$15 a barrel", "5 of them", "a 12 percent rise", "20 points per game".
fn behind(text: &Text, tags: &[Tag], kind: Kind, end: usize, marks: &mut Marks) {
    for i in (end..end + NEAR).take_while(|&i| i < tags.len() && tags[i] != Tag::Mark) {
        match mark(text.lower(i)) {
            Some(Mark::Each) => marks.each = true,
            Some(Mark::Change) => marks.change |= tags[i] == Tag::Noun,
            Some(Mark::Part) => marks.part |= text.lower(i) == "whom",
            Some(Mark::Forecast | Mark::Denied) | None => {}
        }
    }
    let (first, second, third) = (text.lower(end), text.lower(end + 1), text.lower(end + 2));
    // "ended 12 percent lower", "$40 more than last year"; "40 more people" may be a count of its own.
    marks.change |=
        kind != Kind::Count && matches!(first, "fewer" | "higher" | "less" | "lower" | "more");
    if matches!(first, "a" | "an") {
        let period = matches!(
            second,
            "hour" | "day" | "night" | "week" | "month" | "year" | "game"
        );
        marks.each |= (period || kind == Kind::Money) && third != "ago";
    }
    // What is counted of a whole that is counted too is no part that the reader must add.
    marks.part |= first == "of"
        && behind_whole(text, tags, end).is_none()
        && matches!(second, "them" | "those" | "these" | "the")
        && kind == Kind::Count;
}

#[cfg(test)]
mod tests {
    use crate::claim::shown;

    #[test]
    fn a_figure_is_marked_by_the_words_beside_it() {
        let p = |prose: &str, expected: &[&str]| {
            let found = shown(prose, |_, claim| {
                claim.marks.names().collect::<Vec<_>>().join(" ")
            });
            assert_eq!(found, expected, "{prose}");
        };
        p(
            "The bridge will cost $40 million.",
            &["$40 million: forecast"],
        );
        p(
            "The firm expects the deal to save $40 million.",
            &["$40 million: forecast"],
        );
        p(
            "The firm said the deal was made to save $40 million.",
            &["$40 million: "],
        );
        p(
            "The bridge is expected to cost $40 million.",
            &["$40 million: forecast"],
        );
        p(
            "The owner, who would leave, paid $40 million.",
            &["$40 million: "],
        );
        p("Sales rose by 12 percent.", &["12 percent: change"]);
        p("The toll rose to 12 people.", &["12: so far"]);
        p(
            "The firm reported a 12 percent rise.",
            &["12 percent: change"],
        );
        p(
            "The shares ended 12 percent lower.",
            &["12 percent: change"],
        );
        p("The seats cost $40 more.", &["$40: change"]);
        p("The climber fell 60 metres.", &["60 metres: "]);
        p(
            "The storm killed 12 people, including two children.",
            &["12: ", "two: part"],
        );
        p(
            "The storm killed 12 people, nine of them in Marwell alone, and left 40 families in Ostby alone.",
            &["12: ", "nine: part alone", "40: alone"],
        );
        p("The storm left 40 people alone.", &["40: "]);
        p("Oil cost $15 a barrel.", &["$15: each"]);
        p("They did not find 12 people.", &["12: denied"]);
        p("The mayor said on Monday.", &["Monday: said"]);
        p("The winner was announced on Monday.", &["Monday: "]);
        p("All three were convicted.", &["three: known"]);
        p("Ada Ames sang when she was 17.", &["17: then"]);
        p("Ada Ames, who was 18 at the time, sang.", &["18: then"]);
        p("Ada Ames, who was 71, died.", &["71: "]);
        p(
            "Some 600 have been killed so far, and 3,000 have been hurt.",
            &["600: so far", "3,000: so far"],
        );
        p("The blast lifted the toll to 45.", &["45: so far"]);
        p(
            "They have sold 12 boats since 2001.",
            &["12: so far", "2001: "],
        );
        p("The blast hurt 12 people and lifted hearts.", &["12: "]);
        p(
            "He asked how many will you sell on Monday.",
            &["Monday: forecast"],
        );
        p("The three men were convicted.", &["three: "]);
    }
}
