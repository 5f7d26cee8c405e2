//! The subject of a clause: the noun phrase that hangs on no preposition.

use std::ops::Range;

use super::line::{Line, is_subordinator};
use crate::segment::tag::Tag;
use crate::segment::{Text, TokenKind};
use crate::value::Kind;

impl Line<'_> {
    /// The subject of the clause at `stretch`; where it has none of its own, the one it inherits.
    pub(super) fn subject(
        &self,
        stretch: Range<usize>,
        verb: Option<&Range<usize>>,
        inherited: &Option<Range<usize>>,
    ) -> Option<Range<usize>> {
        let first = *self.outer.get(stretch.start)?;
        let mut own = match verb {
            Some(verb) => stretch.start..verb.start,
            None => stretch.clone(),
        };
        let relative = own.clone().any(|p| self.tag(p) == Tag::Wh);
        // What opens the clause is no part of its subject.
        while own.start < own.end && self.opens_clause(self.outer[own.start]) {
            own.start += 1;
        }
        // "the girl, who was": the verb is said of what stands before the relative word.
        if own.end > own.start && self.tag(own.end - 1) == Tag::Wh {
            own.end -= 1;
        }
        // "Smith, 36, soon grew": how it happens is no part of whom it happens to.
        while own.start < own.end && matches!(self.tag(own.end - 1), Tag::Mark | Tag::Adverb) {
            own.end -= 1;
        }
        if let Some(start) = self.free_phrase(own.clone()) {
            return Some(self.tokens(start..own.end));
        }
        // "In the first week Smith won": a name behind the opener's noun, next to the verb.
        let name = own
            .clone()
            .rev()
            .take_while(|&p| self.tag(p) == Tag::Proper)
            .last();
        if let Some(start) = name
            && verb.is_some()
            && start > own.start
            && self.tag(start - 1) == Tag::Noun
        {
            return Some(self.tokens(start..own.end));
        }
        // "who died", "and was taken to hospital", ", killing four".
        if relative && stretch.start > 0 {
            return phrase_before(self.tags, first, self.outer[0]);
        }
        // "40 men *sheltering* in a school": the phrase before, unless a comma sets the two apart.
        let reduced = verb.is_some_and(|verb| {
            verb.start == stretch.start
                && matches!(self.tag(verb.start), Tag::Gerund | Tag::Participle)
        });
        let nominal = |i: usize| matches!(self.tags[i], Tag::Noun | Tag::Proper);
        if reduced && first > self.outer[0] && nominal(first - 1) {
            return phrase_before(self.tags, first, self.outer[0]);
        }
        inherited.clone()
    }

    /// Marks, conjunctions, adverbs, and prepositions that take a sentence: what may stand before a subject.
    fn opens_clause(&self, token: usize) -> bool {
        match self.tags[token] {
            Tag::Mark | Tag::Conjunction | Tag::Wh | Tag::Adverb => true,
            // "with Smith taking the lead" has a subject too.
            Tag::Preposition => {
                is_subordinator(self.text.lower(token)) || self.text.lower(token) == "with"
            }
            _ => false,
        }
    }

    /// Where the first noun phrase starts that hangs on no preposition and is no date: "On Monday in Rome *the mayor* of".
    pub(super) fn free_phrase(&self, own: Range<usize>) -> Option<usize> {
        let mut at = own.start;
        let mut governed = false;
        while at < own.end {
            let tag = self.tag(at);
            if matches!(tag, Tag::Preposition | Tag::To) {
                governed = !hedges(self.text, self.outer[at]);
                at += 1;
                continue;
            }
            let end = self.phrase_end(at..own.end);
            if end == at {
                governed &= tag != Tag::Mark;
                at += 1;
                continue;
            }
            let dated = matches!(self.figure(at), Some(Kind::Date | Kind::Time))
                && self.lower(end - 1) != "'s";
            let named = (at..end).any(|p| self.tag(p).is_nominal() || self.tag(p) == Tag::Number);
            if !governed && !dated && named {
                return Some(at);
            }
            governed = false;
            at = end;
        }
        None
    }

    /// Where the noun phrase that starts at the first position of `own` ends. A determiner or pronoun begins the next one, and
    /// so does a name behind a date or behind another name's end: "on Monday | Miller", "in the morning | the mayor".
    fn phrase_end(&self, own: Range<usize>) -> usize {
        let mut at = own.start;
        let mut headed = false;
        while at < own.end {
            let i = self.outer[at];
            let date = matches!((self.figure)(i), Some(Kind::Date | Kind::Time));
            let possessive = self.text.word(i).starts_with(['\'', '’']);
            let joins = match self.tags[i] {
                Tag::Determiner | Tag::Pronoun => !headed,
                Tag::Possessive => !headed || possessive,
                Tag::Proper => true,
                Tag::Number => !headed || !date,
                Tag::Noun | Tag::Adjective => true,
                Tag::Participle | Tag::Gerund => {
                    !headed
                        && self
                            .outer
                            .get(at + 1)
                            .is_some_and(|&n| self.tags[n].is_nominal())
                }
                Tag::Mark => self.text.word(i) == "-" && !self.text.spaced(i),
                _ => false,
            };
            if !joins {
                break;
            }
            headed = match self.tags[i] {
                Tag::Noun | Tag::Proper | Tag::Pronoun => true,
                _ => headed && !possessive,
            };
            at += 1;
            // A date is a phrase of its own, with its part of the day: "Saturday night".
            let same = at < own.end && self.figure(at).is_some();
            if date && !same {
                let part = |i: usize| {
                    matches!(
                        self.text.lower(i),
                        "morning" | "afternoon" | "evening" | "night" | "'s" | "’s"
                    )
                };
                if at < own.end && part(self.outer[at]) {
                    at += 1;
                }
                if !self.word(at - 1).starts_with(['\'', '’']) {
                    break;
                }
                headed = false;
            }
        }
        at
    }
}

/// Whether a preposition is half of a hedge: "at least 12 people died", "more than 12", "about 12".
fn hedges(text: &Text, token: usize) -> bool {
    match text.lower(token) {
        "at" => matches!(text.lower(token + 1), "least" | "most"),
        "than" | "about" | "around" | "over" | "under" => {
            text.kind(token + 1) == Some(TokenKind::Number)
        }
        _ => false,
    }
}

/// The noun phrase that ends right before token `at`, a comma between them passed over.
pub(in crate::claim) fn phrase_before(
    tags: &[Tag],
    at: usize,
    first: usize,
) -> Option<Range<usize>> {
    let mut end = at;
    while end > first && !tags[end - 1].is_nominal() && !matches!(tags[end - 1], Tag::Number) {
        if !matches!(
            tags[end - 1],
            Tag::Mark | Tag::Preposition | Tag::Conjunction
        ) || end + 2 < at
        {
            return None;
        }
        end -= 1;
    }
    let mut start = end;
    while start > first
        && matches!(
            tags[start - 1],
            Tag::Noun
                | Tag::Proper
                | Tag::Adjective
                | Tag::Number
                | Tag::Determiner
                | Tag::Possessive
                | Tag::Pronoun
        )
    {
        start -= 1;
    }
    (start < end).then_some(start..end)
}
