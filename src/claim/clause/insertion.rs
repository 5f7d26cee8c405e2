//! What stands between a subject and its verb: relative clauses, participles, "with fans cheering".

use std::ops::Range;

use super::line::{Line, is_saying, is_subordinator};
use crate::segment::tag::{Tag, is_auxiliary};

/// A subject whose verb is more than this many verbs on has none: the sentence is no sentence.
const REACH: usize = 6;

impl Line<'_> {
    /// The clauses and participles that stand between a subject and its verb, as positions: "three men *who were
    /// walking home* died", "14 people *displaced by the storm* were", "Smith, *with fans cheering,* won"; each with the tokens of
    /// the subject before it.
    pub(super) fn insertions(&self) -> Vec<(Range<usize>, Range<usize>)> {
        let verbs = self.verb_groups();
        let mut insertions = Vec::new();
        let mut k = 0;
        while k + 1 < verbs.len() {
            let floor = k.checked_sub(1).map_or(0, |k| verbs[k].end);
            let found = self
                .insertion_start(floor, &verbs[k])
                .and_then(|(start, antecedent)| {
                    let closing = |finite: bool| {
                        (k + 1..verbs.len().min(k + 1 + REACH))
                            .take_while(|&j| !self.opens_between(verbs[j - 1].end..verbs[j].start))
                            .filter(|&j| {
                                let tag = self.tag(verbs[j].start);
                                matches!(tag, Tag::Past | Tag::Verb | Tag::Modal) == finite
                                    && tag != Tag::Gerund
                            })
                            .find(|&j| self.takes_over(start, &verbs[k], &verbs[j]))
                    };
                    // "brought" may be either form: a relative clause needs a verb behind it.
                    let relative = self.tag(start) == Tag::Wh;
                    let close =
                        closing(true).or_else(|| if relative { closing(false) } else { None })?;
                    Some((start, antecedent, close))
                });
            match found {
                Some((start, antecedent, close)) => {
                    insertions.push((start..verbs[close].start, antecedent));
                    k = close + 1;
                }
                None => k += 1,
            }
        }
        insertions
    }

    /// Where an insertion with the given verb begins, and the phrase before it, if that is the subject of a verb that is still to come.
    fn insertion_start(&self, floor: usize, verb: &Range<usize>) -> Option<(usize, Range<usize>)> {
        let between = floor..verb.start;
        let start = between
            .clone()
            .rev()
            .find(|&p| self.tag(p) == Tag::Wh || self.is_insertion_with(p))
            .unwrap_or(verb.start);
        let behind = start.checked_sub(1).filter(|&p| p >= floor)?;
        let behind = match self.word(behind) {
            "," => behind.checked_sub(1).filter(|&p| p >= floor)?,
            _ => behind,
        };
        if !self.tag(behind).is_nominal() || self.tag(behind) == Tag::Pronoun {
            return None;
        }
        // The phrase is the object of the verb before it, unless something between them opens a clause.
        let opener = (floor..behind).rev().find(|&p| self.is_break(p));
        let first = match opener {
            Some(p) => p + 1,
            None if floor == 0 || is_saying(self.lower(floor - 1)) => floor,
            None => return None,
        };
        let phrase = self.free_phrase(first..behind + 1)?;
        // A bare verb form is an insertion only if it can be a participle.
        let bare = start == verb.start;
        let form = self.tag(verb.start);
        let participle = match form {
            Tag::Participle | Tag::Gerund => true,
            Tag::Past => {
                let word = self.lower(verb.start);
                verb.len() == 1 && !is_auxiliary(word) && !is_saying(word)
            }
            _ => false,
        };
        (!bare || participle).then(|| (start, self.tokens(phrase..behind + 1)))
    }

    /// ", with fans cheering,".
    fn is_insertion_with(&self, p: usize) -> bool {
        self.lower(p) == "with" && p > 0 && self.word(p - 1) == ","
    }

    /// Whether a new clause opens in the stretch: what follows is no longer the verb of the phrase before.
    fn opens_between(&self, between: Range<usize>) -> bool {
        between.clone().any(|p| match self.tag(p) {
            Tag::Wh => true,
            Tag::Conjunction => p + 1 == between.end,
            Tag::Preposition => is_subordinator(self.lower(p)),
            Tag::Mark => matches!(self.word(p), ";" | ":" | "\"" | "“" | "”"),
            _ => false,
        })
    }

    /// Whether `verb` is the verb of the phrase before the insertion that begins at `start` with the verb `inner`.
    fn takes_over(&self, start: usize, inner: &Range<usize>, verb: &Range<usize>) -> bool {
        let infinitive = self.tag(verb.start - 1) == Tag::To;
        let comma = self.word(verb.start - 1) == ",";
        let pronoun = self.tag(verb.start - 1) == Tag::Pronoun;
        let relative = self.tag(start) == Tag::Wh;
        !infinitive
            && !pronoun
            && (comma
                || relative
                || start == inner.start && self.free_phrase(inner.end..verb.start).is_none())
    }
}
