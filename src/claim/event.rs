//! What happened, where a noun says it and not the verb: "the Wednesday bombings sparked protests", "suffered injuries".

use super::bind::Binder;
use super::clause::Clause;
use super::phrase::Phrase;
use crate::lexicon::{list, verb_of};
use crate::mention::Mention;
use crate::segment::tag::Tag;
use crate::value::Kind;

/// A bracket between a day and its event has no more tokens than this.
const BRACKET: usize = 8;

impl Binder<'_> {
    /// The event that a date is the date of, where that is not what the verb of its clause says: "Thursday's announcement", "a January
    /// referendum", "the shooting on Saturday sparked", as a token.
    pub(super) fn dated_event(&self, mention: &Mention, clause: &Clause) -> Option<usize> {
        if !matches!(mention.kind, Kind::Date | Kind::Time) {
            return None;
        }
        self.event_behind(mention, clause)
            .or_else(|| self.event_before(mention, clause))
    }

    fn event_behind(&self, mention: &Mention, clause: &Clause) -> Option<usize> {
        let mut at = mention.tokens.end;
        if matches!(
            self.text.lower(at),
            "morning" | "afternoon" | "evening" | "night"
        ) {
            at += 1;
        }
        // "tonight's (May 4) show"
        let start = mention.tokens.start;
        let in_bracket = start >= 2
            && self.text.word(start - 1) == "("
            && self.text.word(at) == ")"
            && self.tags[start - 2] == Tag::Possessive;
        if in_bracket {
            let end = self.phrase_end(at + 1, self.tags.len());
            return (at + 1..end).rev().find(|&i| self.tags[i] == Tag::Noun);
        }
        let possessed = self.tags.get(at) == Some(&Tag::Possessive)
            && matches!(self.text.lower(at), "'s" | "’s" | "'" | "’");
        let before = mention.tokens.start.checked_sub(1);
        let modifies = before.is_some_and(|i| {
            matches!(self.tags[i], Tag::Determiner | Tag::Possessive)
                && !matches!(
                    self.text.lower(i),
                    "this" | "that" | "last" | "next" | "all"
                )
        });
        if possessed {
            at += 1;
            // "tonight's (May 4) show"
            if self.text.word(at) == "(" {
                let inside = at..clause.tokens.end.min(at + BRACKET);
                at = inside
                    .into_iter()
                    .find(|&i| self.text.word(i) == ")")
                    .map_or(at, |close| close + 1);
            }
        } else if !modifies {
            return None;
        }
        let end = self.phrase_end(at, clause.tokens.end.max(at));
        (at..end).rev().find(|&i| self.tags[i] == Tag::Noun)
    }

    fn event_before(&self, mention: &Mention, clause: &Clause) -> Option<usize> {
        let subject = clause.subject.clone()?;
        clause.verb.as_ref()?;
        if !subject.contains(&mention.tokens.start) {
            return None;
        }
        let head = (subject.start..mention.tokens.start)
            .take_while(|&i| !matches!(self.tags[i], Tag::Preposition | Tag::To | Tag::Mark))
            .filter(|&i| self.tags[i] == Tag::Noun)
            .last()?;
        is_event(self.text.lower(head)).then_some(head)
    }

    /// What the object of a light verb says: "suffered *injuries*", "made a *payment*", "went on *trial*".
    pub(super) fn event_of_light_verb(
        &self,
        mention: &Mention,
        clause: &Clause,
        phrase: &Phrase,
    ) -> Option<usize> {
        let verb = clause.verb.clone()?;
        let light = verb
            .clone()
            .next_back()
            .is_some_and(|i| self.text.lexeme(i).light);
        if !light {
            return None;
        }
        let object = (verb.end..clause.tokens.end)
            .take_while(|&i| !self.tags[i].is_verb() && self.text.word(i) != ",")
            .find(|&i| {
                self.tags[i] == Tag::Noun
                    && !mention.tokens.contains(&i)
                    && phrase.head != Some(i)
                    && !phrase.modifiers.contains(&i)
                    && self.tags.get(i + 1) != Some(&Tag::Noun)
            })?;
        is_event(self.text.lower(object)).then_some(object)
    }

    /// What a verb says its subject is: "were *missing*", "was found *guilty* of".
    pub(super) fn complement(&self, mention: &Mention, clause: &Clause) -> Option<usize> {
        let at = clause.verb.as_ref()?.end;
        let alone = clause.tokens.contains(&at)
            && !mention.tokens.contains(&at)
            && self.tags[at] == Tag::Adjective
            && !matches!(
                self.tags.get(at + 1),
                Some(Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number)
            );
        alone.then_some(at)
    }
}

/// Whether a noun says what happens.
fn is_event(word: &str) -> bool {
    let ending = ["tion", "sion", "tions", "sions"];
    list!("events").contains(word)
        || verb_of(word).is_some()
        || ending.iter().any(|e| word.ends_with(e))
}

#[cfg(test)]
mod tests {
    use crate::claim::{Role, shown};

    #[test]
    fn a_noun_can_say_what_happened() {
        let p = |prose: &str, expected: &[&str]| {
            let found = shown(prose, |article, claim| {
                let terms = claim.terms.iter().filter(|t| t.role == Role::Predicate);
                let words: Vec<&str> = terms.map(|t| article.text.word(t.token as usize)).collect();
                words.join(" ")
            });
            assert_eq!(found, expected, "{prose}");
        };
        p("The 1987 bombings angered the town.", &["1987: bombings"]);
        p(
            "He left after Tuesday's announcement.",
            &["Tuesday: announcement"],
        );
        p(
            "He left after Tuesday's (May 4) show.",
            &["Tuesday: show", "May 4: show"],
        );
        p(
            "The shooting on Tuesday led to protests.",
            &["Tuesday: shooting"],
        );
        // Who does something on a day is no event.
        p("Police on Tuesday closed the road.", &["Tuesday: closed"]);
        p("On Tuesday police closed the road.", &["Tuesday: closed"]);
        p("It closed last Tuesday morning.", &["last Tuesday: closed"]);
        p("Twelve people suffered injuries.", &["Twelve: injuries"]);
        p("Twelve people made bread.", &["Twelve: "]);
        p("Twelve people are dead in the north.", &["Twelve: dead"]);
        p("She was found guilty of 12 counts.", &["12: found guilty"]);
        p("They are in the dead zone of 12 rules.", &["12: "]);
        p("The storm left 12 people dead.", &["12: dead"]);
    }
}
