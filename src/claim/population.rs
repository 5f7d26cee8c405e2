//! Whose population a figure is: "Elten, a town of 9,000", "home to 9,000 people", "the population of Elten".
//!
//! The place must stand in the same phrase. Of a town that only another sentence names nothing is known here, and the subject of the
//! clause, which owns other figures, is somebody who lives there or a building that fell.

use super::Claim;
use super::bind::Binder;
use super::owner::bearer;
use super::phrase::{Phrase, counts_of};
use crate::mention::Mention;
use crate::resolve::EntityId;
use crate::segment::tag::Tag;
use crate::value::Kind;

/// What a phrase counts whose figure is a population.
pub(super) const POPULATION: &str = "population";

/// As many words as these may stand between a place and the word that gives its population: "Elten, which is now home to".
const BETWEEN: usize = 6;

impl Claim {
    /// Whether it says how many live somewhere.
    pub(crate) fn is_population(&self) -> bool {
        self.noun.as_deref() == Some(POPULATION)
    }
}

impl Binder<'_> {
    /// Whether the figure of a phrase is a population.
    pub(super) fn is_population(&self, phrase: &Phrase) -> bool {
        let head = || phrase.head.map(|head| self.text.lower(head));
        phrase.counts.or_else(head) == Some(POPULATION)
    }

    /// The place that has the population.
    pub(super) fn populated(&self, mention: &Mention, phrase: &Phrase) -> Option<EntityId> {
        let head = phrase.head?;
        self.place_behind(head + 1, mention)
            .or_else(|| self.place_before(head, mention))
    }

    /// "the population of Elten is 9,000"
    fn place_behind(&self, joint: usize, mention: &Mention) -> Option<EntityId> {
        let first = joint + 1;
        let of = first < mention.tokens.start && self.text.lower(joint) == "of";
        of.then(|| self.place(first)).flatten()
    }

    /// "Elten, a small town of 9,000", "Elten is home to", "the town of Elten, which has a population of"
    fn place_before(&self, head: usize, mention: &Mention) -> Option<EntityId> {
        let first = self.text.sentences[mention.sentence].tokens.start;
        let floor = head.saturating_sub(BETWEEN).max(first);
        for i in (floor..head).rev() {
            if self.owners.of(i).is_some() {
                return self.place(i);
            }
            let word = self.text.lower(i);
            let joins = match self.tags[i] {
                Tag::Determiner | Tag::Adjective | Tag::Adverb | Tag::Possessive => true,
                Tag::Noun => counts_of(word) == Some(POPULATION),
                _ => matches!(
                    word,
                    "," | "with" | "which" | "that" | "is" | "was" | "has" | "had" | "having"
                ),
            };
            if !joins {
                return None;
            }
        }
        None
    }

    /// The place whose name holds the token.
    fn place(&self, token: usize) -> Option<EntityId> {
        let (entity, kind) = bearer(&self.mentions[self.owners.of(token)?], self.resolved)?;
        (kind == Kind::Place).then_some(entity)
    }
}

#[cfg(test)]
mod tests {
    use crate::claim::owner::tests::owners;

    #[test]
    fn a_population_belongs_to_the_place_of_its_phrase() {
        let p = |prose: &str, expected: &[&str]| assert_eq!(owners(prose), expected, "{prose}");
        p(
            "A hotel in Berlin, a city of 3 million people, fell.",
            &["3 million: Berlin"],
        );
        p(
            "Berlin is home to 3 million people.",
            &["3 million: Berlin"],
        );
        p(
            "The city of Berlin, which has a population of 3 million, was dark.",
            &["3 million: Berlin"],
        );
        p(
            "The population of Berlin is 3 million.",
            &["3 million: Berlin"],
        );
        p(
            "Berlin's population of 3 million slept.",
            &["3 million: Berlin"],
        );
        p(
            "Mary Whitfield left a city of 3 million people.",
            &["3 million: -"],
        );
        p(
            "A quake shook Germany and a city of 3 million people.",
            &["3 million: -"],
        );
    }
}
