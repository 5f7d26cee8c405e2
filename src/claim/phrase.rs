//! The noun phrase that a value belongs to: what is counted, measured, or as old as that.

use std::ops::Range;

use super::bind::Binder;
use super::clause::{self, Clause};
use crate::lexicon::list;
use crate::mention::Mention;
use crate::segment::tag::Tag;
use crate::value::Kind;

/// A preposition and a hedge of three words ("of some more than") are the most that stand between a noun and its figure.
const HEDGES: usize = 5;

/// A noun with what stands beside it.
pub(super) struct Phrase {
    pub(super) head: Option<usize>,
    /// What stands before the noun, or behind it with "of".
    pub(super) modifiers: Range<usize>,
    /// What is said of the noun right behind it: "40 people *dead*", "12 *injured*".
    pub(super) after: Range<usize>,
}

impl Default for Phrase {
    fn default() -> Phrase {
        Phrase {
            head: None,
            modifiers: 0..0,
            after: 0..0,
        }
    }
}

impl Binder<'_> {
    /// The noun phrase that the value belongs to.
    pub(super) fn phrase(&self, mention: &Mention, clause: &Clause) -> Phrase {
        match mention.kind {
            Kind::Date | Kind::Time | Kind::Score => Phrase::default(),
            Kind::Age => self.bearer(mention),
            _ => self
                .parent_of(mention)
                .or_else(|| self.noun_after(mention, clause))
                .or_else(|| self.noun_before(mention, clause))
                .unwrap_or_default(),
        }
    }

    /// "a mother of 12": not "a mother of 12 boys".
    fn parent_of(&self, mention: &Mention) -> Option<Phrase> {
        let parent = mention.tokens.start.checked_sub(2)?;
        let counts = mention.kind == Kind::Count
            && self.text.lower(parent + 1) == "of"
            && is_parent(self.text.lower(parent))
            && self.tags.get(mention.tokens.end) != Some(&Tag::Noun);
        counts.then_some(Phrase {
            head: Some(parent),
            ..Phrase::default()
        })
    }

    /// "330 independent cinemas", "dozens of homes", "60 percent of the voters", "$5 million in ticket sales", "a
    /// $44-million project".
    fn noun_after(&self, mention: &Mention, clause: &Clause) -> Option<Phrase> {
        let end = clause.tokens.end;
        let mut at = mention.tokens.end;
        let joins = match self.text.lower(at) {
            "of" | "-" => true,
            // "$5 million in ticket sales", but "five in hospital", "60 metres from a ridge".
            "in" | "from" | "for" => matches!(mention.kind, Kind::Money | Kind::Percent),
            _ => false,
        };
        if joins && at < end {
            at += 1;
        }
        while at < end && matches!(self.tags[at], Tag::Determiner | Tag::Possessive) {
            at += 1;
        }
        let first = at;
        // "a six-game loss": games are counted, and not losses.
        let unit = (mention.kind == Kind::Count
            && self.text.word(mention.tokens.end) == "-"
            && !self.text.spaced(mention.tokens.end)
            && at < end
            && self.tags[at] == Tag::Noun)
            .then_some(at);
        while at < end
            && !self.dated(at)
            && (matches!(
                self.tags[at],
                Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Possessive
            ) || matches!(self.tags[at], Tag::Participle | Tag::Gerund | Tag::Adverb)
                && at + 1 < end
                && matches!(self.tags[at + 1], Tag::Noun | Tag::Adjective)
                || self.text.word(at) == "-" && !self.text.spaced(at))
        {
            at += 1;
        }
        let head = unit.or_else(|| {
            (first..at)
                .rev()
                .find(|&i| matches!(self.tags[i], Tag::Noun | Tag::Proper))
        });
        let Some(head) = head else {
            let after = self.said_after(mention.tokens.end, end);
            return (!after.is_empty()).then_some(Phrase {
                head: None,
                modifiers: 0..0,
                after,
            });
        };
        // What stands behind the noun says which: "12 members of the council".
        let behind = self.text.lower(head + 1) == "of" && head + 2 < end;
        let modifiers = if unit.is_some() {
            head + 1..at
        } else if behind {
            first..self.phrase_end(head + 2, end)
        } else {
            first..head
        };
        Some(Phrase {
            head: Some(head),
            modifiers,
            after: self.said_after(head + 1, end),
        })
    }

    /// Participles and adjectives at `from` that say what became of what is counted, and of nothing behind them.
    fn said_after(&self, from: usize, end: usize) -> Range<usize> {
        let mut at = from;
        while at < end
            && matches!(
                self.tags[at],
                Tag::Participle | Tag::Past | Tag::Adjective | Tag::Adverb
            )
        {
            at += 1;
        }
        let last = at.checked_sub(1).filter(|&i| i >= from);
        if last.is_some_and(|i| self.tags[i] != Tag::Adverb) {
            from..at
        } else {
            from..from
        }
    }

    /// "a budget of $44 million", "the toll at 12", "turnout: 60 percent".
    fn noun_before(&self, mention: &Mention, clause: &Clause) -> Option<Phrase> {
        let floor = clause
            .tokens
            .start
            .max(mention.tokens.start.saturating_sub(HEDGES));
        let head = (floor..mention.tokens.start)
            .rev()
            .find(|&i| self.tags[i] == Tag::Noun)?;
        let between = head + 1..mention.tokens.start;
        if between.is_empty()
            || between
                .clone()
                .any(|i| self.tags[i].is_verb() || self.text.word(i) == ",")
        {
            return None;
        }
        let mut start = head;
        while start > clause.tokens.start
            && matches!(
                self.tags[start - 1],
                Tag::Noun | Tag::Proper | Tag::Adjective
            )
        {
            start -= 1;
        }
        Some(Phrase {
            head: Some(head),
            modifiers: start..head,
            after: 0..0,
        })
    }

    /// Whose age it is: the name or noun next to it.
    fn bearer(&self, mention: &Mention) -> Phrase {
        let sentence = &self.text.sentences[mention.sentence].tokens;
        let end = self.phrase_end(mention.tokens.end, sentence.end);
        if end > mention.tokens.end {
            // A name says who and no noun says what: the two must not be taken for nouns that differ.
            let named = (mention.tokens.end..end).any(|i| self.starts_name(i));
            return Phrase {
                head: (!named).then_some(end - 1),
                modifiers: mention.tokens.end..end,
                after: 0..0,
            };
        }
        let before = clause::phrase_before(self.tags, mention.tokens.start, sentence.start);
        match before {
            Some(phrase) => {
                let named = phrase.clone().any(|i| self.starts_name(i));
                Phrase {
                    head: (!named).then_some(phrase.end - 1),
                    modifiers: phrase,
                    after: 0..0,
                }
            }
            None => Phrase::default(),
        }
    }

    /// Whether the token is part of a date or time: "three societies today" counts societies.
    fn dated(&self, token: usize) -> bool {
        self.owners
            .of(token)
            .is_some_and(|owner| matches!(self.mentions[owner].kind, Kind::Date | Kind::Time))
    }

    /// Whether a name mention starts at the token.
    fn starts_name(&self, token: usize) -> bool {
        self.owners.of(token).is_some_and(|owner| {
            self.mentions[owner].kind.is_name() && self.mentions[owner].tokens.start == token
        })
    }

    /// Where the noun phrase that starts at `from` ends.
    fn phrase_end(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end
            && matches!(
                self.tags[at],
                Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Determiner | Tag::Possessive
            )
        {
            at += 1;
        }
        at
    }
}

/// Whether what the word is "of" are children.
pub(super) fn is_parent(word: &str) -> bool {
    list!("parents").contains(word)
}

#[cfg(test)]
mod tests {
    use crate::claim::shown;

    #[test]
    fn a_count_has_its_noun() {
        let p = |prose: &str, expected: &[&str]| {
            let found = shown(prose, |_, claim| claim.noun.clone().unwrap_or_default());
            assert_eq!(found, expected, "{prose}");
        };
        p("She is a mother of 12.", &["12: children"]);
        p("She is a mother of 12 boys.", &["12: boys"]);
        p("A city of 160,000 people fell.", &["160,000: people"]);
        p(
            "Grange scored 14 points and Stone scored 13 for the visitors.",
            &["14: points", "13: points"],
        );
        p(
            "Five people died and seven were injured.",
            &["Five: people", "seven: people"],
        );
        p("There were 12 in the room.", &["12: "]);
        p("A six-game loss ended it.", &["six: game"]);
    }
}
