//! What the clock of a game shows: "with 7:41 to go", "14:05 left in the first half", "at 2:14 of the round".
//!
//! Minutes and seconds are written as a time of day is, and only what follows tells the two apart. "Left" alone is a verb
//! as often ("at 14:05 left for Rome"): it counts behind "with", or where the sentence goes on with "in" or stops.

use crate::segment::{Text, TokenKind};

/// The most minutes that a clock counts down from.
const MOST_MINUTES: u32 = 90;

/// The seconds that the clock shows that starts at `at`, and the token after it.
pub(crate) fn at(text: &Text, at: usize, end: usize) -> Option<(u32, usize)> {
    let next = at + 3;
    if next >= end || text.word(at + 1) != ":" || text.spaced(at + 1) || text.spaced(at + 2) {
        return None;
    }
    let part = |token: usize| -> Option<u32> {
        (text.kind(token) == Some(TokenKind::Number))
            .then(|| text.word(token).parse().ok())
            .flatten()
    };
    let (minutes, seconds) = (part(at)?, part(at + 2)?);
    let shown = minutes <= MOST_MINUTES && seconds < 60 && text.word(at + 2).len() == 2;
    (shown && is_shown(text, at, next, end)).then(|| (minutes * 60 + seconds, next))
}

/// Whether what follows says that so much is left, or has gone by.
fn is_shown(text: &Text, at: usize, next: usize, end: usize) -> bool {
    let word = |token: usize| if token < end { text.lower(token) } else { "" };
    match (word(next), word(next + 1)) {
        ("to", "go" | "play" | "spare") => true,
        ("on", "the") => word(next + 2) == "clock",
        ("remaining", _) => true,
        // "at 2:14 of the third round": what it shows that has gone by.
        ("of", "the") => (next + 2..next + 4).any(|i| is_stretch(word(i))),
        ("left", then) => {
            let with = at.checked_sub(1).is_some_and(|i| text.lower(i) == "with");
            with || matches!(then, "" | "in" | "on" | "." | "," | ";" | ")")
        }
        _ => false,
    }
}

/// A part of a game that has a clock of its own.
fn is_stretch(word: &str) -> bool {
    matches!(
        word,
        "round" | "period" | "quarter" | "half" | "overtime" | "frame"
    )
}
