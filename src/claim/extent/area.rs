//! The places that a count is of, by the words behind it.

use std::ops::Range;

use super::Area;
use crate::claim::bind::Binder;
use crate::segment::tag::Tag;

/// So far behind a count its place may stand: "40 sailors are said to have been killed in".
const PLACE: usize = 10;

/// The names and nouns of a place have at most so many words: "in the southern coastal city of", "in Ames, Dara and other cities".
const AREA: usize = 14;

/// So many words may stand between a number of places and their noun: "two of the poorest provinces".
const NOUN: usize = 4;

impl Binder<'_> {
    /// The places that a count is of, by the first preposition of place behind it.
    pub(super) fn area(&self, behind: Range<usize>) -> Option<Area> {
        // "cold and starving in": what became of them may be told by several words.
        let told = |at: usize| {
            matches!(
                self.tags.get(at),
                Some(Tag::Adjective | Tag::Participle | Tag::Past | Tag::Gerund)
            )
        };
        let open = |&at: &usize| match self.tags[at] {
            Tag::Mark => self.text.lower(at) == "-",
            Tag::Wh | Tag::To => false,
            Tag::Conjunction => told(at + 1),
            Tag::Gerund => self.tags[at - 1] == Tag::Conjunction,
            _ => true,
        };
        let mut near = behind.clone().take(PLACE).take_while(open);
        let at = near.find(|&at| {
            matches!(
                self.text.lower(at),
                "in" | "across" | "throughout" | "around" | "along"
            )
        })?;
        let there = at + 1..behind.end.min(at + 1 + AREA);
        if self.text.lower(at) != "in" {
            return there
                .clone()
                .take(2)
                .any(|i| self.tags[i] == Tag::Proper)
                .then_some(Area::Over);
        }
        let phrase = there.clone().take_while(|&i| {
            self.text.lower(i) == ","
                || self.tags[i].is_in_phrase()
                || self.tags[i] == Tag::Number
                || matches!(self.text.lower(i), "and" | "of" | "at" | "than" | "least")
        });
        let phrase: Vec<usize> = phrase.collect();
        let first = phrase.first()?;
        let mut several = phrase.iter().filter(|&&i| self.is(i, "areas"));
        if several.any(|&i| {
            let mut before = phrase.iter().filter(|&&k| k < i && k + NOUN >= i);
            before.any(|&k| {
                self.tags[k] == Tag::Number
                    || matches!(
                        self.text.lower(k),
                        "other" | "several" | "many" | "various" | "dozen"
                    )
            })
        }) {
            return Some(Area::Many);
        }
        let named = self.tags[*first] == Tag::Proper;
        let defined = matches!(self.tags[*first], Tag::Determiner | Tag::Possessive)
            && phrase
                .iter()
                .skip(1)
                .take(NOUN)
                .any(|&i| self.tags[i] == Tag::Proper || self.is(i, "area"));
        (named || defined).then_some(Area::One)
    }
}
