//! The tokens of one sentence as the parsers of dates and times step over them.

use crate::lexicon::{CalendarEntry, CalendarMark, CalendarWord};
use crate::segment::{Case, Sentence, Text, TokenKind};
use crate::value::Lean;

/// A view of one sentence; every look beyond its ends finds nothing.
#[derive(Clone, Copy)]
pub(in crate::mention) struct Words<'a> {
    pub(in crate::mention) text: &'a Text,
    pub(in crate::mention) start: usize,
    pub(in crate::mention) end: usize,
}

impl<'a> Words<'a> {
    pub(in crate::mention) fn new(text: &'a Text, sentence: &Sentence) -> Words<'a> {
        Words {
            text,
            start: sentence.tokens.start,
            end: sentence.tokens.end,
        }
    }

    pub(in crate::mention) fn kind(&self, at: usize) -> Option<TokenKind> {
        (self.start..self.end)
            .contains(&at)
            .then(|| self.text.kind(at))?
    }

    pub(in crate::mention) fn lower(&self, at: usize) -> &'a str {
        if (self.start..self.end).contains(&at) {
            self.text.lower(at)
        } else {
            ""
        }
    }

    /// The lower-case word before a token; empty at the start of the sentence.
    pub(in crate::mention) fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |i| self.lower(i))
    }

    pub(in crate::mention) fn case(&self, at: usize) -> Case {
        match self.kind(at) {
            Some(_) => self.text.tokens[at].case,
            None => Case::None,
        }
    }

    /// Whether a word starts with a capital letter.
    pub(in crate::mention) fn capital(&self, at: usize) -> bool {
        matches!(self.case(at), Case::Title | Case::Upper)
    }

    /// Whether nothing stands between a token and the one before it.
    pub(in crate::mention) fn glued(&self, at: usize) -> bool {
        self.kind(at).is_some() && !self.text.spaced(at)
    }

    pub(super) fn entry(&self, at: usize) -> CalendarEntry {
        if self.kind(at) == Some(TokenKind::Word) {
            self.text.lexeme(at).calendar
        } else {
            CalendarEntry::default()
        }
    }

    pub(in crate::mention) fn meaning(&self, at: usize) -> Option<CalendarWord> {
        self.entry(at).meaning
    }

    pub(super) fn marked(&self, at: usize, mark: CalendarMark) -> bool {
        self.entry(at).has(mark)
    }

    /// Whether the word before a token bears the mark.
    pub(super) fn marked_before(&self, at: usize, mark: CalendarMark) -> bool {
        at.checked_sub(1).is_some_and(|i| self.marked(i, mark))
    }

    /// The digits of a number token that is a plain whole number.
    pub(in crate::mention) fn digits(&self, at: usize) -> Option<&'a str> {
        (self.kind(at) == Some(TokenKind::Number))
            .then(|| self.lower(at))
            .filter(|word| word.bytes().all(|b| b.is_ascii_digit()))
    }

    /// A plain whole number of at most `width` digits.
    pub(in crate::mention) fn number(&self, at: usize, width: usize) -> Option<i32> {
        self.digits(at)
            .filter(|digits| digits.len() <= width)?
            .parse()
            .ok()
    }

    /// A hyphen or dash.
    pub(in crate::mention) fn dash(&self, at: usize) -> bool {
        matches!(self.lower(at), "-" | "–" | "—" | "--" | "‑" | "‐" | "−")
    }

    /// Past a comma, where one stands.
    pub(super) fn comma(&self, at: usize) -> usize {
        at + usize::from(self.lower(at) == ",")
    }

    /// Past the full stop of an abbreviation, where one stands.
    pub(super) fn stop(&self, at: usize) -> usize {
        at + usize::from(self.lower(at) == "." && self.glued(at))
    }

    /// Past "the", where it stands.
    pub(super) fn the(&self, at: usize) -> usize {
        at + usize::from(self.lower(at) == "the")
    }

    /// The index before "the", where it stands before a token; else the token itself.
    pub(super) fn before_the(&self, at: usize) -> usize {
        if self.before(at) == "the" { at - 1 } else { at }
    }

    pub(super) fn dash_before(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|i| self.dash(i))
    }

    /// Whether a lower-case word stands here that looks like a plural noun: what a number before it would count.
    pub(super) fn plural(&self, at: usize) -> bool {
        let (word, entry) = (self.lower(at), self.entry(at));
        self.text.spaced(at)
            && self.case(at) == Case::Lower
            && !entry.has(CalendarMark::YearVerb)
            && !entry.has(CalendarMark::EventNoun)
            && (entry.has(CalendarMark::CountNoun)
                || (word.len() > 3
                    && word.ends_with('s')
                    && !word.ends_with("ss")
                    && !word.ends_with("us")
                    && !word.ends_with("is")))
    }

    /// Which way the clause around a date points.
    ///
    /// The verb nearest before the date in its clause tells; where none stands there, the first one after it; where
    /// none stands there either, the nearest before the clause.
    pub(super) fn lean(&self, date: std::ops::Range<usize>) -> Lean {
        let back = date.start.saturating_sub(REACH).max(self.start)..date.start;
        let clause = back
            .clone()
            .rev()
            .find(|&i| {
                matches!(
                    self.lower(i),
                    "," | ";" | ":" | "that" | "who" | "which" | "but" | "(" | "\"" | "“"
                )
            })
            .map_or(back.start, |i| i + 1);
        let ahead = date.end..(date.end + REACH).min(self.end);
        (clause..date.start)
            .rev()
            .find_map(|i| self.tense(i))
            .or_else(|| {
                ahead
                    .take_while(|&i| {
                        !matches!(self.lower(i), ";" | ":" | "(" | "that" | "who" | "which")
                    })
                    .find_map(|i| self.tense(i))
            })
            .or_else(|| (back.start..clause).rev().find_map(|i| self.tense(i)))
            .unwrap_or(Lean::Unknown)
    }

    fn tense(&self, at: usize) -> Option<Lean> {
        if self.kind(at) != Some(TokenKind::Word) {
            return None;
        }
        let entry = self.entry(at);
        let word = self.lower(at);
        let before = self.before(at);
        let is = matches!(before, "is" | "are" | "be" | "'s" | "’s" | "'re" | "’re");
        let was = matches!(before, "was" | "were" | "been");
        // "is to begin"
        if word == "to" && is {
            return Some(Lean::Future);
        }
        let future = entry.has(CalendarMark::Future) && !self.capital(at)
            || entry.has(CalendarMark::FutureBe) && (is || was);
        if future {
            // "had been planned for April" may lie on either side of publication.
            return Some(if was { Lean::Unknown } else { Lean::Future });
        }
        // "to be completed" is no past.
        let past = entry.has(CalendarMark::Past)
            || (self.case(at) == Case::Lower
                && word.len() > 4
                && word.ends_with("ed")
                && !word.ends_with("eed")
                && !is);
        past.then(|| {
            if self.is_to_come(at) {
                Lean::Future
            } else {
                Lean::Past
            }
        })
    }

    /// Whether the participle at `at` hangs on a verb of what is to come: "will be held", "could have ended".
    fn is_to_come(&self, at: usize) -> bool {
        /// As many words as these may stand between the two: "will now not be held".
        const GROUP: usize = 4;
        (at.saturating_sub(GROUP).max(self.start)..at)
            .rev()
            .find(|&i| {
                !matches!(
                    self.lower(i),
                    "be" | "have" | "been" | "not" | "also" | "now" | "then"
                ) && !self.lower(i).ends_with("ly")
            })
            .is_some_and(|i| {
                self.entry(i).has(CalendarMark::Future) && !self.capital(i)
                    || self.lower(i) == "to" && at - i > 1
            })
    }
}

/// How many tokens around a date are searched for a verb.
const REACH: usize = 14;
