//! A line of tokens that is read as a whole: a sentence without what is set in brackets or inserted in it.

use std::ops::Range;

use crate::segment::Text;
use crate::segment::tag::{Tag, is_auxiliary};
use crate::value::Kind;

/// Tokens that follow each other once what stands between them is taken out. Ranges in it are of positions, not of tokens.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) text: &'a Text,
    pub(super) tags: &'a [Tag],
    pub(super) outer: &'a [usize],
    /// The kind of the figure, date or score that a token belongs to.
    pub(super) figure: &'a dyn Fn(usize) -> Option<Kind>,
}

impl<'a> Line<'a> {
    pub(super) fn tag(&self, p: usize) -> Tag {
        self.tags[self.outer[p]]
    }

    pub(super) fn word(&self, p: usize) -> &'a str {
        self.text.word(self.outer[p])
    }

    pub(super) fn lower(&self, p: usize) -> &'a str {
        self.text.lower(self.outer[p])
    }

    pub(super) fn figure(&self, p: usize) -> Option<Kind> {
        (self.figure)(self.outer[p])
    }

    /// The tokens of a range of positions, which must not be empty.
    pub(super) fn tokens(&self, positions: Range<usize>) -> Range<usize> {
        self.outer[positions.start]..self.outer[positions.end - 1] + 1
    }

    /// The verb groups, as ranges of positions: verbs with adverbs and "to" between them.
    pub(super) fn verb_groups(&self) -> Vec<Range<usize>> {
        let mut groups: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while at < self.outer.len() {
            if !self.tag(at).is_verb() || self.is_modifier(at) {
                at += 1;
                continue;
            }
            let start = at;
            let mut end = at + 1;
            let mut next = end;
            while next < self.outer.len() && self.outer[next] == self.outer[next - 1] + 1 {
                match self.tag(next) {
                    // "said dropped" is two groups; "was dropped", "will drop" and "agreed to drop" are one.
                    Tag::Past if !is_auxiliary(self.lower(end - 1)) => break,
                    tag if tag.is_verb() && !self.is_modifier(next) => {
                        end = next + 1;
                        next = end;
                    }
                    Tag::Adverb | Tag::To => next += 1,
                    // "will you pay": a question has its subject inside.
                    Tag::Pronoun
                        if next == start + 1
                            && self.tag(start) == Tag::Modal
                            && self
                                .outer
                                .get(next + 1)
                                .is_some_and(|&i| self.tags[i] == Tag::Verb) =>
                    {
                        next += 1;
                    }
                    _ => break,
                }
            }
            groups.push(start..end);
            at = end;
        }
        groups
    }

    /// A participle or -ing form before a noun: "the injured men", "rising costs".
    pub(super) fn is_modifier(&self, at: usize) -> bool {
        let tag = self.tag(at);
        let before = at.checked_sub(1).map(|i| self.tag(i));
        let after = self.outer.get(at + 1).map(|&i| self.tags[i]);
        matches!(tag, Tag::Participle | Tag::Gerund)
            && matches!(after, Some(Tag::Noun | Tag::Proper))
            && matches!(
                before,
                Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number)
            )
    }

    /// A mark or word that can open a clause.
    pub(super) fn is_break(&self, p: usize) -> bool {
        let i = self.outer[p];
        match self.tags[i] {
            Tag::Wh | Tag::Conjunction => true,
            Tag::Mark => matches!(
                self.text.word(i),
                "," | ";" | ":" | "—" | "–" | "--" | "“" | "”" | "\""
            ),
            Tag::Preposition => is_subordinator(self.text.lower(i)),
            _ => false,
        }
    }
}

/// Words that open a clause when a verb follows.
pub(super) fn is_subordinator(word: &str) -> bool {
    matches!(
        word,
        "after"
            | "although"
            | "as"
            | "because"
            | "before"
            | "if"
            | "once"
            | "since"
            | "than"
            | "that"
            | "though"
            | "unless"
            | "until"
            | "till"
            | "whereas"
            | "while"
            | "whether"
    )
}

/// Verbs whose object is what somebody says.
pub(in crate::claim) fn is_saying(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "say"
            | "says"
            | "saying"
            | "told"
            | "reported"
            | "reports"
            | "reporting"
            | "announced"
            | "announces"
            | "added"
            | "adds"
            | "estimated"
            | "estimates"
            | "claimed"
            | "claims"
            | "confirmed"
            | "confirms"
            | "believes"
            | "believed"
            | "thinks"
            | "showed"
            | "shows"
            | "stated"
            | "states"
            | "wrote"
            | "writes"
    )
}
