//! The noun phrase that a value belongs to: what is counted, measured, or as old as that.

use std::ops::Range;

use super::bind::Binder;
use super::clause::{self, Clause};
use super::population::POPULATION;
use crate::lexicon::list;
use crate::mention::Mention;
use crate::segment::Text;
use crate::segment::tag::Tag;
use crate::value::Kind;

/// A preposition and a hedge of three words ("of some more than") are the most that stand between a noun and its figure.
const HEDGES: usize = 5;

/// As many words as these may stand between "of" and the whole: "27 of the western province's 37 divisions".
const OWNER: usize = 5;

/// Where the noun begins of what a figure is a share of that is counted too: "27 of the province's 37 *school divisions*",
/// "19 out of 28 *districts*".
pub(super) fn behind_whole(text: &Text, tags: &[Tag], end: usize) -> Option<usize> {
    let joint = match text.lower(end) {
        "out" => end + 1,
        _ => end,
    };
    if text.lower(joint) != "of" {
        return None;
    }
    let is = |i: usize, wanted: &[Tag]| tags.get(i).is_some_and(|tag| wanted.contains(tag));
    let owner = [
        Tag::Noun,
        Tag::Proper,
        Tag::Adjective,
        Tag::Determiner,
        Tag::Possessive,
    ];
    let from = joint + 1;
    let whole = (from..=from + OWNER).find(|&i| !is(i, &owner))?;
    // "18 of their next 23 games"
    let which = (from..whole)
        .rev()
        .find(|&i| !is(i, &[Tag::Adjective]))
        .is_some_and(|i| is(i, &[Tag::Determiner, Tag::Possessive]));
    let stands = whole == from || which;
    let noun = (whole..tags.len()).find(|&i| !is(i, &[Tag::Number]))?;
    (stands && noun > whole).then_some(noun)
}

/// Whether a figure is of those that were told of before: "three *of them*", "three of whom".
pub(super) fn is_of_them(text: &Text, end: usize) -> bool {
    text.lower(end) == "of" && matches!(text.lower(end + 1), "them" | "whom" | "those" | "these")
}

/// A noun with what stands beside it.
pub(super) struct Phrase {
    pub(super) head: Option<usize>,
    /// What stands before the noun, or behind it with "of".
    pub(super) modifiers: Range<usize>,
    /// What is said of the noun right behind it: "40 people *dead*", "12 *injured*".
    pub(super) after: Range<usize>,
    /// What is counted, where that is not the head: "a mother of 12", "a city of 160,000 people".
    pub(super) counts: Option<&'static str>,
}

impl Default for Phrase {
    fn default() -> Phrase {
        Phrase {
            head: None,
            modifiers: 0..0,
            after: 0..0,
            counts: None,
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
                .counted_of(mention, clause)
                .or_else(|| self.noun_after(mention, clause))
                .or_else(|| self.noun_before(mention, clause))
                .or_else(|| self.bracketed(mention))
                .or_else(|| self.of_level(mention, clause))
                .unwrap_or_default(),
        }
    }

    /// "a mother of 12", but not "a mother of 12 boys"; "a city of 160,000", "a town of 9,000 people", "home to 167,000 people".
    fn counted_of(&self, mention: &Mention, clause: &Clause) -> Option<Phrase> {
        if mention.kind != Kind::Count {
            return None;
        }
        let before = |n: usize| mention.tokens.start.checked_sub(n);
        let joint = (1..=HEDGES)
            .filter_map(before)
            .find(|&i| matches!(self.tags[i], Tag::Preposition | Tag::To))?;
        // "of about 160,000", "to more than 160,000": the hedge has a preposition of its own.
        let joint = match self.text.lower(joint) {
            "of" | "to" => joint,
            _ => joint
                .checked_sub(2)
                .map(|i| i..joint)?
                .rev()
                .find(|&i| matches!(self.text.lower(i), "of" | "to"))?,
        };
        let before = joint.checked_sub(1)?;
        let after = self.noun_after(mention, clause);
        // "a mother of 13 Zurana Horton" in a headline counts no Hortons.
        let noun = after
            .as_ref()
            .and_then(|phrase| phrase.head)
            .filter(|&head| self.tags[head] == Tag::Noun);
        let people = noun.is_some_and(|head| is_people(self.text.lower(head)));
        let of = self.text.lower(joint) == "of";
        let home = self.text.lower(before) == "home" && people;
        let counts = match counts_of(self.text.lower(before)) {
            Some("children") if of && noun.is_none() => "children",
            Some(POPULATION) if of && (people || noun.is_none()) => POPULATION,
            _ if home => POPULATION,
            _ => return None,
        };
        Some(Phrase {
            head: Some(before),
            counts: Some(counts),
            ..after.unwrap_or_default()
        })
    }

    /// The word that a figure in brackets stands behind: "in scoring (15.9) and rebounding (10)".
    fn bracketed(&self, mention: &Mention) -> Option<Phrase> {
        let open = mention.tokens.start.checked_sub(1)?;
        let head = open.checked_sub(1)?;
        let alone = matches!(self.text.word(open), "(" | "[")
            && matches!(self.text.word(mention.tokens.end), ")" | "]" | ",")
            && matches!(self.tags[head], Tag::Noun | Tag::Gerund);
        alone.then(|| Phrase {
            head: Some(head),
            counts: play_of(self.text.lower(head)),
            ..Phrase::default()
        })
    }

    /// The subject of a verb that gives it a value: "the toll rose to 45", "the cost of the bridge was $40 million".
    fn of_level(&self, mention: &Mention, clause: &Clause) -> Option<Phrase> {
        if !matches!(
            mention.kind,
            Kind::Count | Kind::Money | Kind::Percent | Kind::Measure
        ) {
            return None;
        }
        let verb = clause.verb.clone()?;
        let level = verb
            .clone()
            .next_back()
            .is_some_and(|i| is_level(self.text.lower(i)));
        let between = verb.end..mention.tokens.start;
        let next = between.len() <= HEDGES
            && between.clone().all(|i| {
                matches!(
                    self.tags[i],
                    Tag::Adverb | Tag::Preposition | Tag::To | Tag::Determiner | Tag::Adjective
                ) && !matches!(self.text.lower(i), "by" | "from" | "in")
            });
        if !level || !next || verb.end > mention.tokens.start {
            return None;
        }
        let subject = clause.subject.clone()?;
        let end = subject
            .clone()
            .find(|&i| {
                !matches!(
                    self.tags[i],
                    Tag::Noun
                        | Tag::Proper
                        | Tag::Adjective
                        | Tag::Determiner
                        | Tag::Possessive
                        | Tag::Number
                )
            })
            .unwrap_or(subject.end);
        let head = end
            .checked_sub(1)
            .filter(|&i| i >= subject.start && self.tags[i] == Tag::Noun)?;
        Some(Phrase {
            head: Some(head),
            modifiers: subject.start..head,
            ..Phrase::default()
        })
    }

    /// "330 independent cinemas", "dozens of homes", "60 percent of the voters", "$5 million in ticket sales", "a
    /// $44-million project".
    fn noun_after(&self, mention: &Mention, clause: &Clause) -> Option<Phrase> {
        let end = clause.tokens.end;
        let mut at = mention.tokens.end;
        // "six-plus rounds", "a 60-odd-page report": the hedge is no noun.
        let loose = self.text.word(at) == "-" && is_loose(self.text.lower(at + 1));
        // "three of them women" counts women; "three of them" what stands before.
        let them = is_of_them(self.text, at);
        let joins = them
            || match self.text.lower(at) {
                "of" | "-" => true,
                // "$5 million in ticket sales", but "five in hospital", "60 metres from a ridge".
                "in" | "from" | "for" => matches!(mention.kind, Kind::Money | Kind::Percent),
                _ => false,
            };
        let whole = behind_whole(self.text, self.tags, at).filter(|&i| i < end);
        if loose {
            at += 2 + usize::from(self.text.word(at + 2) == "-");
        } else if let Some(noun) = whole {
            at = noun;
        } else if joins && at < end {
            at += if them { 2 } else { 1 };
        }
        while at < end && matches!(self.tags[at], Tag::Determiner | Tag::Possessive) {
            at += 1;
        }
        let first = at;
        // "a six-game loss": games are counted, and not losses.
        let unit = (mention.kind == Kind::Count
            && self.text.word(mention.tokens.end) == "-"
            && !self.text.spaced(mention.tokens.end)
            && (!loose || self.text.word(mention.tokens.end + 2) == "-")
            && at < end
            && self.tags[at] == Tag::Noun
            // "the ninth-seeded team" is the ninth seed, and no ninth team.
            || mention.kind == Kind::Ordinal
                && self.text.word(mention.tokens.end) == "-"
                && at < end
                && matches!(self.tags[at], Tag::Participle | Tag::Past))
        .then_some(at);
        while at < end
            && !self.dated(at)
            && (matches!(
                self.tags[at],
                Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Possessive
            ) || matches!(self.tags[at], Tag::Participle | Tag::Gerund | Tag::Adverb)
                    && at + 1 < end
                    && matches!(self.tags[at + 1], Tag::Noun | Tag::Adjective)
                    // "40 villagers seeking shelter": what villagers do, and no sort of shelter.
                    && !(at > first && self.is_plural(at - 1))
                || self.joins_adjectives(first, at, end)
                || self.text.word(at) == "-" && !self.text.spaced(at))
        {
            at += 1;
        }
        let head = unit.or_else(|| {
            (first..at)
                .rev()
                .find(|&i| matches!(self.tags[i], Tag::Noun | Tag::Proper))
        });
        // "the number of players" counts players.
        let head = head.map(|head| {
            let number = self.text.lower(head) == "number" && self.text.lower(head + 1) == "of";
            let counted = number.then(|| self.phrase_end(head + 2, end));
            counted
                .and_then(|to| (head + 2..to).rev().find(|&i| self.tags[i] == Tag::Noun))
                .unwrap_or(head)
        });
        let Some(head) = head else {
            let from = mention.tokens.end + if them { 2 } else { 0 };
            let after = self.said_after(from, end);
            return (!after.is_empty()).then_some(Phrase {
                head: None,
                after,
                ..Phrase::default()
            });
        };
        // "30 people were killed and 55 others injured": of whom there are others stands before, if anywhere.
        if self.text.lower(head) == "others" && head == first {
            return Some(Phrase {
                head: None,
                after: self.said_after(head + 1, end),
                ..Phrase::default()
            });
        }
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
            counts: None,
        })
    }

    /// "federal and independent scientists": the "and" of two adjectives before one noun.
    fn joins_adjectives(&self, first: usize, at: usize, end: usize) -> bool {
        self.tags[at] == Tag::Conjunction
            && at > first
            && at + 2 < end
            && self.tags[at - 1] == Tag::Adjective
            && self.tags[at + 1] == Tag::Adjective
            && matches!(self.tags[at + 2], Tag::Noun | Tag::Adjective)
    }

    /// Whether a noun or name means several.
    fn is_plural(&self, token: usize) -> bool {
        let word = self.text.lower(token);
        matches!(self.tags[token], Tag::Noun | Tag::Proper)
            && (matches!(word, "people" | "men" | "women" | "children" | "police")
                || word.ends_with('s') && !word.ends_with("ss"))
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
        // "the end of the sixth" leaves open what there are six of.
        if mention.kind == Kind::Ordinal {
            return None;
        }
        let floor = clause
            .tokens
            .start
            .max(mention.tokens.start.saturating_sub(HEDGES));
        let head = (floor..mention.tokens.start)
            .rev()
            .find(|&i| self.tags[i] == Tag::Noun)?;
        let between = head + 1..mention.tokens.start;
        // "12 in the room", "a shot with seven minutes to go": what stands there is where or when, and not how much.
        let sets_apart = |i: usize| match self.text.lower(i) {
            "of" => false,
            "at" | "to" | "above" | "below" | "over" | "under" | "about" | "around" | "near"
            | "than" | "nearly" => mention.kind == Kind::Duration,
            _ => self.tags[i] == Tag::Preposition,
        };
        if between.is_empty()
            || between
                .clone()
                .any(|i| self.tags[i].is_verb() || self.text.word(i) == "," || sets_apart(i))
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
            ..Phrase::default()
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
                ..Phrase::default()
            };
        }
        let before = clause::phrase_before(self.tags, mention.tokens.start, sentence.start);
        match before {
            Some(phrase) => {
                let named = phrase.clone().any(|i| self.starts_name(i));
                Phrase {
                    head: (!named).then_some(phrase.end - 1),
                    modifiers: phrase,
                    ..Phrase::default()
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
    pub(super) fn phrase_end(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end && self.tags[at].is_in_phrase() {
            at += 1;
        }
        at
    }
}

/// What a figure counts that stands behind the word and "of".
pub(super) fn counts_of(word: &str) -> Option<&'static str> {
    list!("parents").find(word)
}

/// What is counted of a sort of play: "leads in scoring (15.9)" gives points.
fn play_of(word: &str) -> Option<&'static str> {
    match word {
        "scoring" => Some("points"),
        "rebounding" => Some("rebounds"),
        "passing" | "rushing" | "receiving" => Some("yards"),
        _ => None,
    }
}

/// Words for those who live somewhere.
fn is_people(word: &str) -> bool {
    list!("dwellers").contains(word)
}

/// Words that bound a figure from behind its hyphen.
fn is_loose(word: &str) -> bool {
    matches!(word, "plus" | "odd" | "some")
}

/// Verbs that give their subject a value.
fn is_level(word: &str) -> bool {
    list!("level_verbs").contains(word)
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
        p("She met the mother of about 12.", &["12: children"]);
        p("Mother of 13 Mary Whitfield dies.", &["13: children"]);
        p("A city of 160,000 people fell.", &["160,000: population"]);
        p("The town of more than 9,000 fell.", &["9,000: population"]);
        p("A town of 12 bridges fell.", &["12: bridges"]);
        p(
            "The city is home to 167,000 people.",
            &["167,000: population"],
        );
        p("A group of 12 people fell.", &["12: people"]);
        p(
            "Grange scored 14 points and Stone scored 13 for the visitors.",
            &["14: points", "13: points"],
        );
        p(
            "Five people died and seven were injured.",
            &["Five: people", "seven: people"],
        );
        p(
            "He took 118 shots, 71 of them late.",
            &["118: shots", "71: shots"],
        );
        p("He lasted six-plus rounds.", &["six: rounds"]);
        p("A 60-odd-page report came.", &["60: page"]);
        p(
            "Police found 40 nails, five of them in a wall.",
            &["40: nails", "five: nails"],
        );
        p(
            "The fire killed 40 people, three of them young women.",
            &["40: people", "three: women"],
        );
        p("There were 12 in the room.", &["12: "]);
        p(
            "Police found 40 villagers seeking shelter.",
            &["40: villagers"],
        );
        p("They opened 40 police training centres.", &["40: centres"]);
        p(
            "Some 1,300 federal and independent scientists signed.",
            &["1,300: scientists"],
        );
        p("She raised to 12 the number of players.", &["12: players"]);
        p(
            "Buses stayed parked in 27 of the province's 37 school divisions.",
            &["27: divisions", "37: divisions"],
        );
        p(
            "She won 19 out of 28 districts.",
            &["19: districts", "28: districts"],
        );
        p(
            "They won 18 of their next 23 games.",
            &["18: games", "23: games"],
        );
        p("Five of the bridge's arches fell.", &["Five: arches"]);
        p("The toll rose to 45.", &["45: toll"]);
        p("The number of the dead stood at 45.", &["45: number"]);
        p("The toll rose by 45.", &["45: "]);
        p("He led in scoring (15.9).", &["15.9: points"]);
        p("He led in fielding (15.9).", &["15.9: fielding"]);
        p("He met the driver in 12 shops.", &["12: shops"]);
        p("A six-game loss ended it.", &["six: game"]);
    }
}
