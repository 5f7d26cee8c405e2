//! Nobody harmed: "no one died", "no casualties" are a count of zero people.
//!
//! Refused: every other "no" and "none" ("no doubt", "no one knew the man who died"): only a word of harm in reach, with
//! nothing but auxiliaries and places between, says that somebody was counted.

use crate::lexicon::{Cue, is_cue};
use crate::segment::{Text, TokenKind};

/// How many words may stand between "no one" and what befell them: "no one on board was hurt".
const REACH: usize = 6;

/// The token after "no one", "nobody", "none" or "no" where they count nobody.
pub(super) fn at(text: &Text, at: usize, end: usize) -> Option<usize> {
    let next = match text.lower(at) {
        "nobody" | "none" => at + 1,
        "no" if text.lower(at + 1) == "one" => at + 2,
        "no" if text.lower(at + 1) == "-" && text.lower(at + 2) == "one" => at + 3,
        "no" => {
            // "no casualties", "no serious injuries", "no deaths or injuries"
            let direct =
                (at + 1..(at + 3).min(end)).find(|&i| is_cue(text.lower(i), Cue::Casualty))?;
            let between_is_word = (at + 1..direct).all(|i| text.kind(i) == Some(TokenKind::Word));
            return between_is_word.then_some(at + 1);
        }
        _ => return None,
    };
    let mut token = next;
    while token < (next + REACH).min(end) {
        let word = text.lower(token);
        if is_cue(word, Cue::Harmed) {
            return Some(next);
        }
        if text.kind(token) != Some(TokenKind::Word) || !is_cue(word, Cue::ZeroLead) {
            return None;
        }
        token += 1;
    }
    None
}
