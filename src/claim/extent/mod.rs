//! How much of a story a count covers: one place of several, a part of a sum whose other parts are told in the same breath.
//!
//! "It killed 12 people in the capital and dozens more in the hills" gives no total, and "40 people in three countries" gives one.
//! The two share every word that counts, so what tells them apart is read here, from the few words behind the number. Only what
//! stands there is read: whether one place lies in another nobody knows without a map.

mod area;
mod rest;
mod sum;

use std::ops::Range;

use rust_decimal::Decimal;

use super::bind::Binder;
use super::clause::Clauses;
use super::phrase::{Phrase, is_of_them};
use crate::lexicon::list;
use crate::mention::Mention;
use crate::segment::tag::Tag;
use crate::value::{Kind, Value};

/// So far behind the word that raises a total the total may stand: "bringing the number of soldiers killed this year to 40".
const TOTAL: usize = 12;

/// So far behind "of them" their place may stand: "of them killed in".
const THEIR_PLACE: usize = 4;

/// How much of a story a count covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// More of the same are counted in another place beside it: "12 in Dara and 30 more in Ostby" says so of 12 and of 30.
    pub rest: bool,
    /// What it comes to with the figures that it is joined with: "two men and three women" are five.
    pub sum: Option<Decimal>,
    /// One noun stands for all that are joined: "one Dutch and one English sailor".
    pub one_noun: bool,
    /// How many of it were in one place is told beside it: "40 people, 12 of them in Dara".
    pub divided: bool,
    /// It is added to a total that is told beside it: "killed eight, bringing the toll to 40".
    pub added: bool,
    /// A part of a larger count that stands before it, with a noun for both: "nine nails, four of them in the door".
    pub piece: bool,
    /// The places that it is counted in.
    pub area: Option<Area>,
}

/// The places that a count is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// One: "in Dara", "in the province".
    One,
    /// All of one that is large enough to be named for it: "across Asia".
    Over,
    /// Several: "in a dozen provinces", "in Kenya, Uganda and other countries".
    Many,
}
impl Binder<'_> {
    /// How much of its story a count covers; of other kinds nothing is asked.
    pub(super) fn extent(&self, index: usize, clauses: &Clauses, phrase: &Phrase) -> Extent {
        let mention = &self.mentions[index];
        if mention.kind != Kind::Count {
            return Extent::default();
        }
        let sentence = self.text.sentences[mention.sentence].tokens.clone();
        let behind = mention.tokens.end..sentence.end;
        let sum = self.sum(index, clauses);
        Extent {
            rest: self.goes_on(behind.clone()) || self.is_rest(mention, &sentence),
            sum: sum.map(|sum| sum.0),
            one_noun: sum.is_some_and(|sum| sum.1),
            divided: self.is_divided(behind.clone()),
            added: self.is_added(behind.clone()),
            piece: self.is_piece(mention, phrase),
            area: self.area(behind),
        }
    }

    /// Whether it is told how many of a count were in one place: ", 12 of them in Dara".
    fn is_divided(&self, behind: Range<usize>) -> bool {
        let them = |i: usize| matches!(self.text.lower(i), "them" | "whom" | "those" | "these");
        behind.clone().any(|at| {
            self.text.lower(at) == "of"
                && them(at + 1)
                && at > behind.start
                && self.tags[at - 1] == Tag::Number
                && (at + 2..behind.end.min(at + 2 + THEIR_PLACE))
                    .any(|i| self.text.lower(i) == "in" && !self.is(i + 1, "state"))
        })
    }

    /// Whether a count is added to a total: ", bringing the toll to 40".
    fn is_added(&self, behind: Range<usize>) -> bool {
        let end = behind.end;
        let mut raised = behind.filter(|&at| self.is(at, "raise"));
        raised.any(|at| {
            let mut total = at + 1..end.min(at + TOTAL);
            total.any(|i| {
                matches!(
                    self.text.lower(i),
                    "to" | "above" | "past" | "over" | "beyond"
                ) && (i + 1..end.min(i + 4)).any(|i| self.tags[i] == Tag::Number)
            })
        })
    }

    /// Whether a count has the noun of a larger one before it, and no verb between: "nine nails, four of them in the door".
    fn is_piece(&self, mention: &Mention, phrase: &Phrase) -> bool {
        let Some(head) = phrase.head.filter(|&head| head < mention.tokens.start) else {
            return false;
        };
        let mut between = head + 1..mention.tokens.start;
        let amount = |m: &Mention| match &m.value {
            Value::Figure(figure) => figure.representative(),
            _ => None,
        };
        let own = amount(mention);
        let mut counts = self.mentions.iter().filter(|m| {
            m.kind == Kind::Count && m.sentence == mention.sentence && m.tokens.end <= head
        });
        let larger = counts.next_back().is_some_and(|m| amount(m) > own);
        let marked = between.clone().any(|i| self.tags[i] == Tag::Mark);
        larger
            && marked
            && (is_of_them(self.text, mention.tokens.end)
                || !between.any(|i| self.tags[i].is_verb()))
    }

    /// Whether the list has the word at a token as one of that sort.
    fn is(&self, token: usize, sort: &str) -> bool {
        list!("extent").find(self.text.lower(token)) == Some(sort)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::shown;

    #[test]
    fn the_words_behind_a_count_say_how_much_it_covers() {
        let p = |prose: &str, expected: &[&str]| {
            let told = shown(prose, |_, claim| {
                let extent = claim.extent;
                let flags = [
                    (extent.rest, "rest"),
                    (extent.divided, "divided"),
                    (extent.added, "added"),
                    (extent.piece, "piece"),
                    (extent.area == Some(Area::One), "one"),
                    (extent.area == Some(Area::Over), "over"),
                    (extent.area == Some(Area::Many), "many"),
                ];
                let held = flags.iter().filter(|(holds, _)| *holds);
                let mut held: Vec<String> = held.map(|&(_, name)| name.to_owned()).collect();
                held.extend(extent.sum.map(|sum| format!("of {sum}")));
                held.join(" ")
            });
            let told: Vec<String> = told.into_iter().filter(|s| !s.ends_with(": ")).collect();
            assert_eq!(told, expected, "{prose}");
        };
        p(
            "The flood killed 1,200 people in the delta and hundreds more in towns along the coast.",
            &["1,200: rest", "hundreds: rest"],
        );
        p(
            "The flood killed 12 people in Dara and 30 others across Ostby.",
            &["12: rest one", "30: rest over"],
        );
        p(
            "The flood killed 12 people and 30 more elsewhere.",
            &["12: rest of 42", "30: rest of 42"],
        );
        p(
            "The flood killed 12 people in Dara and injured 30 more in Ostby.",
            &["12: one", "30: one"],
        );
        p(
            "The fire left 12 people dead in Dara and 30 others in hospital.",
            &["12: one"],
        );
        p(
            "The fire killed 12 people in Dara and hurt more than 30 in Ostby.",
            &["12: one", "30: one"],
        );
        p(
            "The flood killed 40 people in a dozen provinces.",
            &["40: many"],
        );
        p(
            "The flood left 40 people cold and starving in at least three provinces.",
            &["40: many"],
        );
        p(
            "The flood killed 40 people in Kenya, Uganda and other countries.",
            &["40: many"],
        );
        p("The flood killed 40 people across Asia.", &["40: over"]);
        p("Some 40 people were killed in the province.", &["40: one"]);
        p(
            "The storm killed 40 people, 12 of them in Dara.",
            &["40: divided", "12: piece one"],
        );
        p("The storm killed 40 people, 12 of them children.", &[]);
        p(
            "Two men and three women died.",
            &["Two: of 5", "three: of 5"],
        );
        p(
            "One Dutch and one English sailor were lost.",
            &["One: of 2", "one: of 2"],
        );
        p(
            "Two men, three women and a child died.",
            &["Two: of 6", "three: of 6"],
        );
        p("The blast killed 12 people and 30 guards were hurt.", &[]);
        p(
            "Eight guards died on Friday, bringing to 14 the number of guards killed.",
            &["Eight: added"],
        );
        p(
            "Five guards died, pushing the toll in the war above 40.",
            &["Five: added"],
        );
    }
}
