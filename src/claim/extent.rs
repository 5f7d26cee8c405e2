//! How much of a story a count covers: one place of several, a part of a sum whose other parts are told in the same breath.
//!
//! "It killed 12 people in the capital and dozens more in the hills" gives no total, and "40 people in three countries" gives one.
//! The two share every word that counts, so what tells them apart is read here, from the few words behind the number. Only what
//! stands there is read: whether one place lies in another nobody knows without a map.

use std::ops::Range;

use rust_decimal::Decimal;

use super::bind::Binder;
use super::clause::Clauses;
use super::phrase::{Phrase, is_of_them};
use crate::lexicon::list;
use crate::mention::Mention;
use crate::segment::tag::Tag;
use crate::value::{Kind, Value};

/// So far behind a count the "and" may stand that goes on to the rest: "12 people in the old town of Dara and 30 more".
const REST: usize = 20;

/// So many words may stand before "more" and between it and its place: "and at least 30 other people in".
const MORE: usize = 8;

/// So many words of a noun phrase may stand between two figures that are joined: "one retired English climber and two".
const JOINED: usize = 4;

/// So far behind a count its place may stand: "168,000 people are said to have been killed in".
const PLACE: usize = 10;

/// The names and nouns of a place have at most so many words: "in the southern coastal city of", "in Ames, Dara and other cities".
const AREA: usize = 14;

/// So far behind the word that raises a total the total may stand: "bringing the number of soldiers killed this year to 40".
const TOTAL: usize = 12;

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
    /// It is added to a total that is told beside it: "killed five, bringing the toll to 40".
    pub added: bool,
    /// A part of a larger count that stands before it, with a noun for both: "seven bullets, three of them in the back".
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
    /// Several: "in a dozen countries", "in Kenya, Uganda and other countries".
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

    /// Whether what stands behind a count goes on to more of the same in another place: "in Dara and 30 more in Ostby".
    fn goes_on(&self, behind: Range<usize>) -> bool {
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
    fn is_rest(&self, mention: &Mention, sentence: &Range<usize>) -> bool {
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

    /// What the figures come to that a count is joined with in one clause, itself included, and whether one noun stands for all.
    fn sum(&self, index: usize, clauses: &Clauses) -> Option<(Decimal, bool)> {
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
        let mut sum = self.amount(first)?;
        let mut at = first;
        let mut several = false;
        let mut one_noun = true;
        while let Some(next) = self.joined(at, clauses) {
            several = true;
            one_noun &= !self.has_noun(at);
            match next {
                Joined::Figure(next) => {
                    sum = sum.checked_add(self.amount(next)?)?;
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

    fn amount(&self, index: usize) -> Option<Decimal> {
        match &self.mentions[index].value {
            Value::Figure(figure) => figure.amount,
            _ => None,
        }
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

    /// Whether it is told how many of a count were in one place: ", 12 of them in Dara".
    fn is_divided(&self, behind: Range<usize>) -> bool {
        let them = |i: usize| matches!(self.text.lower(i), "them" | "whom" | "those" | "these");
        behind.clone().any(|at| {
            self.text.lower(at) == "of"
                && them(at + 1)
                && at > behind.start
                && self.tags[at - 1] == Tag::Number
                && (at + 2..behind.end.min(at + 2 + JOINED))
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

    /// Whether a count has the noun of a larger one before it, and no verb between: "seven bullets, three of them in the back".
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

    /// The places that a count is of, by the first preposition of place behind it.
    fn area(&self, behind: Range<usize>) -> Option<Area> {
        // "dead and missing in": what became of them may be told by several words.
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
            let mut before = phrase.iter().filter(|&&k| k < i && k + JOINED >= i);
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
                .take(JOINED)
                .any(|&i| self.tags[i] == Tag::Proper || self.is(i, "area"));
        (named || defined).then_some(Area::One)
    }

    /// Whether the list has the word at a token as one of that sort.
    fn is(&self, token: usize, sort: &str) -> bool {
        list!("extent").find(self.text.lower(token)) == Some(sort)
    }
}

/// What a count is joined with.
enum Joined {
    /// Another one, by its index.
    Figure(usize),
    /// "a woman".
    One,
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
            "The flood killed 40 people in a dozen countries.",
            &["40: many"],
        );
        p(
            "The flood left 40 people dead and missing in at least three provinces.",
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
            "Five guards died on Friday, bringing to 14 the number of guards killed.",
            &["Five: added"],
        );
        p(
            "Five guards died, pushing the toll in the war above 40.",
            &["Five: added"],
        );
    }
}
