//! How a figure is meant, by the words of its clause: a forecast or a fact, a part or a whole, a level or a change.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::table;
use crate::segment::Text;

/// What is said of a figure beside what it is about. Two figures that differ in a mark answer different questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Marks {
    /// Expected, planned, possible, asked for.
    pub forecast: bool,
    /// Of a whole that is counted elsewhere: "including two children".
    pub part: bool,
    /// By how much something changed.
    pub change: bool,
    /// Of one of many: "$15 each".
    pub each: bool,
    /// Denied.
    pub denied: bool,
}

impl Marks {
    /// The words for those that hold.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        [
            (self.forecast, "forecast"),
            (self.part, "part"),
            (self.change, "change"),
            (self.each, "each"),
            (self.denied, "denied"),
        ]
        .into_iter()
        .filter_map(|(holds, name)| holds.then_some(name))
    }
}

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

/// The marks of the value at `tokens` in a clause. A part is marked right before the value, a price of one right behind
/// it, a change by the words next to it; a forecast or denial by any word of the clause before the value or its verb.
pub(super) fn marks(
    text: &Text,
    clause: Range<usize>,
    verb: Option<Range<usize>>,
    tokens: Range<usize>,
) -> Marks {
    let mut marks = Marks::default();
    let verb = verb.unwrap_or(tokens.start..tokens.start);
    for i in clause.clone() {
        let before = i < tokens.start;
        let close_before = before && i + 3 >= tokens.start;
        let close_after = i >= tokens.end && i < tokens.end + 3;
        match mark(text.lower(i)) {
            Some(Mark::Forecast) => marks.forecast |= before || verb.contains(&i),
            Some(Mark::Denied) => marks.denied |= close_before || verb.contains(&i),
            Some(Mark::Part) => marks.part |= close_before || close_after,
            Some(Mark::Change) => marks.change |= close_before,
            Some(Mark::Each) => marks.each |= close_before || close_after,
            None => {}
        }
    }
    // "$15 a barrel", "5 of them".
    marks.each |= matches!(text.lower(tokens.end), "a" | "an");
    marks.part |= text.lower(tokens.end) == "of"
        && matches!(
            text.lower(tokens.end + 1),
            "them" | "those" | "these" | "whom" | "the"
        );
    marks
}
