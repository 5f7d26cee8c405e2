//! More of the same that is counted in another place: "12 in Dara and 30 more in Ostby".

use std::ops::Range;

use crate::claim::bind::Binder;
use crate::mention::Mention;
use crate::segment::tag::Tag;
use crate::value::Kind;

/// So far behind a count the "and" may stand that goes on to the rest: "12 people in the old town of Dara and 30 more".
const REST: usize = 20;

/// So many words may stand before "more" and between it and its place: "and at least 30 other people in".
const MORE: usize = 8;

impl Binder<'_> {
    /// Whether what stands behind a count goes on to more of the same in another place: "in Dara and 30 more in Ostby".
    pub(super) fn goes_on(&self, behind: Range<usize>) -> bool {
        let mut placed = false;
        for at in behind.clone().take(REST) {
            if matches!(self.text.word(at), ";" | ":" | "\"" | "“" | "”") {
                return false;
            }
            if matches!(self.text.lower(at), "and" | "plus") {
                match self.rest(at + 1..behind.end) {
                    Some(true) => return true,
                    Some(false) if placed => return true,
                    Some(false) | None => {}
                }
            }
            placed |= self.is(at, "in");
        }
        false
    }

    /// Whether more of the same are counted right behind an "and", in a place or, which is surer, elsewhere: `Some(true)`.
    fn rest(&self, behind: Range<usize>) -> Option<bool> {
        let mut more = false;
        let mut counted = false;
        for at in behind.clone().take(MORE) {
            let next = self.text.lower(at + 1);
            counted |= self.tags[at] == Tag::Number
                || matches!(
                    self.text.lower(at),
                    "many" | "several" | "hundreds" | "thousands" | "dozens"
                );
            if counted && self.is(at, "elsewhere") {
                return Some(true);
            }
            if more && counted && self.is(at, "in") {
                let mut there = (at + 1..behind.end).take(2);
                return (!there.any(|i| self.is(i, "state"))).then_some(false);
            }
            more |=
                matches!(self.text.lower(at), "another") || self.is(at, "more") && next != "than";
            let goes_on = match self.tags[at] {
                Tag::Number
                | Tag::Noun
                | Tag::Proper
                | Tag::Adjective
                | Tag::Adverb
                | Tag::Determiner => true,
                Tag::Preposition => {
                    !more && !counted || matches!(self.text.lower(at), "of" | "than")
                }
                _ => self.is(at, "more"),
            };
            if !goes_on {
                return None;
            }
        }
        None
    }

    /// Whether a count is the more of the same of one before it: "and 30 more in Ostby".
    pub(super) fn is_rest(&self, mention: &Mention, sentence: &Range<usize>) -> bool {
        let near = mention
            .tokens
            .start
            .saturating_sub(MORE)
            .max(sentence.start)..mention.tokens.start;
        let joint = near
            .rev()
            .find(|&i| matches!(self.text.lower(i), "and" | "plus"));
        joint.is_some_and(|joint| {
            let before = self.mentions.iter().any(|m| {
                m.kind == Kind::Count
                    && m.sentence == mention.sentence
                    && m.tokens.end <= joint
                    && self.goes_on(m.tokens.end..sentence.end)
            });
            before && self.rest(joint + 1..sentence.end).is_some()
        })
    }
}
