//! Figures that are joined, each of a part, and what they come to: "two men and three women".

use rust_decimal::Decimal;

use crate::claim::bind::Binder;
use crate::claim::clause::Clauses;
use crate::segment::tag::Tag;
use crate::value::Kind;

/// So many words of a noun phrase may stand between two figures that are joined: "one retired English climber and two".
const JOINED: usize = 4;

/// What a count is joined with.
enum Joined {
    /// Another one, by its index.
    Figure(usize),
    /// "a woman".
    One,
}

impl Binder<'_> {
    /// What the figures come to that a count is joined with in one clause, itself included, and whether one noun stands for all.
    pub(super) fn sum(&self, index: usize, clauses: &Clauses) -> Option<(Decimal, bool)> {
        let sentence = self.mentions[index].sentence;
        let mut first = index;
        while let Some(before) = (0..first)
            .rev()
            .take_while(|&i| self.mentions[i].sentence == sentence)
            .find(
                |&i| matches!(self.joined(i, clauses), Some(Joined::Figure(next)) if next == first),
            )
        {
            first = before;
        }
        let mut sum = self.mentions[first].value.amount()?;
        let mut at = first;
        let mut several = false;
        let mut one_noun = true;
        while let Some(next) = self.joined(at, clauses) {
            several = true;
            one_noun &= !self.has_noun(at);
            match next {
                Joined::Figure(next) => {
                    sum = sum.checked_add(self.mentions[next].value.amount()?)?;
                    at = next;
                }
                Joined::One => {
                    sum = sum.checked_add(Decimal::ONE)?;
                    break;
                }
            }
        }
        several.then_some((sum, one_noun))
    }

    /// Whether a noun stands right behind a count that is joined with another: "two men and", but not "one Dutch and".
    fn has_noun(&self, index: usize) -> bool {
        let end = self.mentions[index].tokens.end;
        let mut words = (end..end + JOINED).take_while(|&i| {
            matches!(
                self.tags.get(i),
                Some(Tag::Noun | Tag::Proper | Tag::Adjective)
            )
        });
        words.any(|i| self.tags[i] == Tag::Noun || self.text.lower(i).ends_with('s'))
    }

    /// What a count is joined with by "and" in its clause, each with a noun of its own: "two men and a woman".
    fn joined(&self, index: usize, clauses: &Clauses) -> Option<Joined> {
        let mention = &self.mentions[index];
        if mention.kind != Kind::Count {
            return None;
        }
        let named = |i: usize| {
            matches!(
                self.tags.get(i),
                Some(Tag::Noun | Tag::Proper | Tag::Adjective)
            )
        };
        let mut at = mention.tokens.end;
        while named(at) && at < mention.tokens.end + JOINED {
            at += 1;
        }
        if at == mention.tokens.end {
            return None;
        }
        let listed = self.text.lower(at) == ",";
        if listed {
            at += 1;
        }
        if self.text.lower(at) == "and" {
            at += 1;
        } else if !listed {
            return None;
        }
        while matches!(
            self.text.lower(at),
            "at" | "least" | "about" | "some" | "more" | "than" | "nearly"
        ) {
            at += 1;
        }
        let end = self.text.sentences[mention.sentence].tokens.end;
        // "Two men and three women died": the verb stands in the clause of the last.
        let (own, home) = (clauses.of(mention.tokens.start), clauses.of(at));
        let one_clause = at < end && (home == own || clauses.list[own].verb.is_none());
        let next = self.owners.of(at).filter(|_| one_clause);
        match next {
            Some(next) if self.mentions[next].kind == Kind::Count && next != index => {
                named(self.mentions[next].tokens.end).then_some(Joined::Figure(next))
            }
            None if one_clause
                && !listed
                && matches!(self.text.lower(at), "a" | "an")
                && named(at + 1) =>
            {
                Some(Joined::One)
            }
            _ => None,
        }
    }
}
