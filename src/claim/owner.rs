//! Whom a value is said of: the bearer of an age, the possessor, the subject of its clause.
//!
//! Only persons and organisations own a value, and places their population. A common noun there ("the 41-year-old American")
//! leaves the owner open: it may be anybody, and a wrong owner costs more than none. "It" and "they" mean too many things to be
//! followed; "he" and "she" are.

use std::ops::Range;

use super::Owners;
use super::bind::Binder;
use super::clause::Clauses;
use super::phrase::Phrase;
use crate::mention::Mention;
use crate::resolve::{EntityId, Resolved};
use crate::segment::Text;
use crate::segment::tag::Tag;
use crate::value::{Kind, Value};

/// As many words as these may stand between a possessor and its figure: "his career-high fourth".
const POSSESSED: usize = 4;

/// As many words as these may stand between two figures of one list: "12 points and just over ten rebounds".
const LISTED: usize = 6;

impl Binder<'_> {
    /// The person or organisation that the value is said of, and whether its name stands right beside it.
    pub(super) fn owner(
        &self,
        mention: &Mention,
        clauses: &Clauses,
        own: usize,
        phrase: &Phrase,
    ) -> (Option<EntityId>, bool) {
        if mention.kind == Kind::Age {
            return self.bearer_of_age(mention, clauses, own, phrase);
        }
        if self.is_population(phrase) {
            let place = self.populated(mention, phrase);
            return (place, place.is_some());
        }
        let start = mention.tokens.start;
        let beside = self
            .possessor(start, mention, clauses, own)
            .or_else(|| self.apposed(phrase, mention))
            .or_else(|| self.giver(phrase, mention))
            .or_else(|| self.possessor_of_list(mention, clauses, own));
        if beside.is_some() {
            return (beside, true);
        }
        let bracket = clauses.list[own].verb.is_none();
        match self.subject(mention, clauses, own) {
            None if bracket => (self.around_bracket(mention, clauses, own), false),
            subject => (
                subject,
                subject.is_some() && (bracket || self.has(clauses, own)),
            ),
        }
    }

    /// Whether the clause says what somebody has: "Smith has 4 grandchildren".
    fn has(&self, clauses: &Clauses, own: usize) -> bool {
        clauses.list[own].verb.as_ref().is_some_and(|verb| {
            verb.len() == 1 && matches!(self.text.lower(verb.start), "has" | "have" | "had")
        })
    }

    /// Whom the words around a bracket are about: "Smith is down five points a game (5.8)", "his numbers (26.4 points)".
    fn around_bracket(&self, mention: &Mention, clauses: &Clauses, own: usize) -> Option<EntityId> {
        let open = clauses.list[own].tokens.start.checked_sub(1)?;
        let before = open.checked_sub(1)?;
        let first = self.text.sentences[mention.sentence].tokens.start;
        if before < first || !matches!(self.text.word(open), "(" | "[") {
            return None;
        }
        let around = clauses.of(before);
        self.possessor(open, mention, clauses, around)
            .or_else(|| self.subject(mention, clauses, around))
    }

    /// "Smith's 12 points and 10 rebounds": the second figure has the possessor of the first.
    fn possessor_of_list(
        &self,
        mention: &Mention,
        clauses: &Clauses,
        own: usize,
    ) -> Option<EntityId> {
        if mention.kind != Kind::Count {
            return None;
        }
        let first = self.text.sentences[mention.sentence].tokens.start;
        let floor = mention.tokens.start.saturating_sub(LISTED).max(first);
        let mut joined = false;
        for i in (floor..mention.tokens.start).rev() {
            match self.tags[i] {
                Tag::Noun | Tag::Adjective | Tag::Adverb => {}
                Tag::Conjunction if self.text.lower(i) == "and" => joined = true,
                Tag::Mark if self.text.word(i) == "," => joined = true,
                // "and just over two rebounds"
                Tag::Preposition if is_hedge(self.text.lower(i)) => {}
                Tag::Number if joined => {
                    let figure = self.owners.of(i).map(|o| &self.mentions[o])?;
                    let start = figure.tokens.start;
                    let listed = figure.kind == Kind::Count;
                    let owner = self.possessor(start, mention, clauses, own);
                    return owner.filter(|_| listed);
                }
                _ => return None,
            }
        }
        None
    }

    /// "14 points from the backup Will Artino", "two goals by Smith".
    fn giver(&self, phrase: &Phrase, mention: &Mention) -> Option<EntityId> {
        // "a 45-yard field goal by Smith"
        if !matches!(mention.kind, Kind::Count | Kind::Measure) {
            return None;
        }
        let head = phrase.head.filter(|&head| head >= mention.tokens.end)?;
        let joins = matches!(self.text.lower(head + 1), "from" | "by");
        let first = head + 2;
        let name = (first..first + POSSESSED)
            .take_while(|&i| {
                matches!(
                    self.tags.get(i),
                    Some(Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::Proper)
                )
            })
            .find_map(|i| starts(self.mentions, self.owners, self.resolved, i))?;
        (joins && name.1 == Kind::Person).then_some(name.0)
    }

    /// "Smith, 34", "34-year-old Smith", "Smith, a 34-year-old lawyer", "the 34-year-old lawyer, Smith", "Smith is 34";
    /// and whether a name says who, and not a pronoun.
    fn bearer_of_age(
        &self,
        mention: &Mention,
        clauses: &Clauses,
        own: usize,
        phrase: &Phrase,
    ) -> (Option<EntityId>, bool) {
        let beside = self
            .named(phrase.modifiers.clone())
            .or_else(|| self.apposed(phrase, mention));
        if beside.is_some() {
            return (beside, true);
        }
        let is = clauses.list[own].verb.clone().is_some_and(|verb| {
            let between = verb.end..mention.tokens.start;
            let last = verb.clone().rev().find(|&i| self.tags[i] != Tag::Adverb);
            verb.start < mention.tokens.start
                // Who "was shot along with an 11-year-old girl" is not eleven.
                && last.is_some_and(|i| is_being(self.text.lower(i)))
                // "was walking with Smith, and a 34-year-old" is no age of whoever walked.
                && between.clone().all(|i| match self.tags[i] {
                    Tag::Determiner | Tag::Adverb | Tag::Adjective => true,
                    Tag::Preposition => !matches!(self.text.lower(i), "with" | "alongside" | "beside"),
                    _ => false,
                })
        });
        let near = phrase.head.is_none() || self.indefinite(mention);
        if is && near || self.opens_with(mention) {
            let subject = clauses.list[own].subject.clone();
            let named = subject.is_some_and(|s| self.named(s).is_some());
            (self.subject(mention, clauses, own), named)
        } else {
            (None, false)
        }
    }

    /// "At 34, she is the youngest", "Aged 34, Smith".
    fn opens_with(&self, mention: &Mention) -> bool {
        let sentence = &self.text.sentences[mention.sentence].tokens;
        let at = mention.tokens.start.checked_sub(1);
        at.is_some_and(|i| i >= sentence.start && matches!(self.text.lower(i), "at" | "aged"))
            && self.text.word(mention.tokens.end) == ","
    }

    /// Whether the value stands in a phrase with "a": "is a 34-year-old lawyer".
    fn indefinite(&self, mention: &Mention) -> bool {
        let before = mention.tokens.start.checked_sub(1);
        before.is_some_and(|i| matches!(self.text.lower(i), "a" | "an"))
    }

    /// The possessor of what stands right before `start`: "Smith's 12 children", "her 12 children".
    fn possessor(
        &self,
        start: usize,
        mention: &Mention,
        clauses: &Clauses,
        own: usize,
    ) -> Option<EntityId> {
        let first = self.text.sentences[mention.sentence].tokens.start;
        let floor = start.saturating_sub(POSSESSED).max(first);
        for i in (floor..start).rev() {
            match self.tags[i] {
                Tag::Noun | Tag::Adjective | Tag::Number | Tag::Adverb => {}
                Tag::Possessive if matches!(self.text.lower(i), "his" | "her") => {
                    let subject = clauses.list[own].subject.clone();
                    return subject
                        .and_then(|subject| self.person(subject))
                        .or_else(|| self.antecedent(mention, clauses, own));
                }
                Tag::Possessive => return self.name_at(i.checked_sub(1)?),
                _ => return None,
            }
        }
        None
    }

    /// The name beside the phrase that the value stands in: "Smith, 34, a mother of 12"; "the 20-year-old gunman, Smith, said".
    fn apposed(&self, phrase: &Phrase, mention: &Mention) -> Option<EntityId> {
        let sentence = &self.text.sentences[mention.sentence].tokens;
        let comma = |i: usize| self.text.word(i) == ",";
        let mut start = phrase
            .head
            .map_or(mention.tokens.start, |h| {
                h.min(phrase.modifiers.start.max(1))
            })
            .min(mention.tokens.start);
        while start > sentence.start
            && matches!(self.tags[start - 1], Tag::Determiner | Tag::Adjective)
        {
            start -= 1;
        }
        let article = matches!(self.text.lower(start), "a" | "an" | "the");
        if article && start >= sentence.start + 2 && comma(start - 1) {
            let mut name = start - 2;
            if self.tags[name] == Tag::Number && name >= sentence.start + 2 && comma(name - 1) {
                name -= 2;
            }
            if let Some(entity) = self.name_at(name) {
                return Some(entity);
            }
        }
        let end = phrase
            .head
            .map_or(mention.tokens.end, |h| h + 1)
            .max(mention.tokens.end);
        let definite = matches!(self.text.lower(start), "the" | "his" | "her" | "their");
        if definite && comma(end) {
            let name = self.mentions.get(self.owners.of(end + 1)?)?;
            let closes = !self
                .tags
                .get(name.tokens.end)
                .is_some_and(|t| t.is_verb() || *t == Tag::Adverb);
            return self.name_at(end + 1).filter(|_| closes);
        }
        None
    }

    /// Whom the verb of the clause is said of.
    pub(super) fn subject(
        &self,
        mention: &Mention,
        clauses: &Clauses,
        own: usize,
    ) -> Option<EntityId> {
        let subject = clauses.list[own].subject.clone()?;
        if let Some(entity) = self.named(subject.clone()) {
            return Some(entity);
        }
        let pronoun = matches!(self.text.lower(subject.start), "he" | "she");
        if pronoun {
            self.antecedent(mention, clauses, own)
        } else {
            None
        }
    }

    /// Whom "he" or "she" means in the clause at `before`: the subject of a clause before it, or the topic.
    fn antecedent(&self, mention: &Mention, clauses: &Clauses, before: usize) -> Option<EntityId> {
        clauses
            .list
            .iter()
            .take(before)
            .filter_map(|c| c.subject.clone())
            .find_map(|subject| self.person(subject))
            .or_else(|| self.topic(mention.sentence))
    }

    /// Whom "he" or "she" would mean at the start of the sentence.
    pub(super) fn topic(&self, sentence: usize) -> Option<EntityId> {
        let topics = self.topics.get_or_init(|| {
            Topics::new(
                self.text,
                self.tags,
                self.mentions,
                self.owners,
                self.resolved,
            )
        });
        topics.0.get(sentence).copied().flatten()
    }

    /// The first person named in the tokens, or else the first organisation.
    fn named(&self, range: Range<usize>) -> Option<EntityId> {
        self.person(range.clone()).or_else(|| {
            self.actors(range)
                .next()
                .map(|(organisation, _)| organisation)
        })
    }

    fn person(&self, range: Range<usize>) -> Option<EntityId> {
        self.actors(range)
            .find(|&(_, kind)| kind == Kind::Person)
            .map(|(entity, _)| entity)
    }

    fn actors(&self, range: Range<usize>) -> impl Iterator<Item = (EntityId, Kind)> {
        range.filter_map(|i| starts(self.mentions, self.owners, self.resolved, i))
    }

    /// The person or organisation whose name holds the token.
    fn name_at(&self, token: usize) -> Option<EntityId> {
        let mention = &self.mentions[self.owners.of(token)?];
        actor(mention, self.resolved).map(|(entity, _)| entity)
    }
}

/// Prepositions that are half of a hedge before a figure.
fn is_hedge(word: &str) -> bool {
    matches!(word, "over" | "under" | "about" | "around" | "than")
}

/// The verbs that give somebody an age.
fn is_being(word: &str) -> bool {
    matches!(
        word,
        "is" | "'s"
            | "’s"
            | "was"
            | "are"
            | "were"
            | "be"
            | "been"
            | "being"
            | "turn"
            | "turned"
            | "turning"
            | "turns"
    )
}

/// Whom "he" or "she" would mean at the start of each sentence: the person named first in the latest sentence that names one.
pub(super) struct Topics(Vec<Option<EntityId>>);

impl Topics {
    pub(super) fn new(
        text: &Text,
        tags: &[Tag],
        mentions: &[Mention],
        owners: &Owners,
        resolved: &Resolved,
    ) -> Topics {
        let mut topics = Vec::with_capacity(text.sentences.len());
        let mut topic = None;
        for sentence in &text.sentences {
            topics.push(topic);
            // A sentence that opens with a pronoun keeps its topic, whoever else it names.
            let goes_on = sentence
                .tokens
                .clone()
                .find(|&i| tags[i].is_nominal())
                .is_some_and(|i| matches!(text.lower(i), "he" | "she"));
            let person = sentence
                .tokens
                .clone()
                .filter_map(|i| starts(mentions, owners, resolved, i))
                .find(|&(_, kind)| kind == Kind::Person);
            if !goes_on {
                topic = person.map(|(entity, _)| entity).or(topic);
            }
        }
        Topics(topics)
    }
}

/// The person or organisation whose name starts at the token.
fn starts(
    mentions: &[Mention],
    owners: &Owners,
    resolved: &Resolved,
    token: usize,
) -> Option<(EntityId, Kind)> {
    let mention = &mentions[owners.of(token)?];
    actor(mention, resolved).filter(|_| mention.tokens.start == token)
}

fn actor(mention: &Mention, resolved: &Resolved) -> Option<(EntityId, Kind)> {
    bearer(mention, resolved).filter(|(_, kind)| matches!(kind, Kind::Person | Kind::Organization))
}

/// Who or what bears the name.
pub(super) fn bearer(mention: &Mention, resolved: &Resolved) -> Option<(EntityId, Kind)> {
    let Value::Name(name) = &mention.value else {
        return None;
    };
    let entity = resolved.entities.get(name.entity?.0 as usize)?;
    Some((entity.id, entity.kind))
}

#[cfg(test)]
pub(super) mod tests {
    use crate::claim::shown;

    pub(in crate::claim) fn owners(prose: &str) -> Vec<String> {
        shown(prose, |article, claim| {
            let owner = claim.owner.and_then(|owner| article.named(owner));
            owner.map_or("-".to_owned(), |entity| entity.canonical.clone())
        })
    }

    #[test]
    fn an_age_belongs_to_the_name_beside_it() {
        let p = |prose: &str, expected: &[&str]| assert_eq!(owners(prose), expected, "{prose}");
        p(
            "Mary Whitfield, 34, a mother of six, met Peter Grange, 51, in town.",
            &[
                "34: Mary Whitfield",
                "six: Mary Whitfield",
                "51: Peter Grange",
            ],
        );
        p(
            "The 20-year-old driver, Peter Grange, was arrested.",
            &["20-year-old: Peter Grange"],
        );
        p(
            "Peter Grange, a 20-year-old driver, was arrested.",
            &["20-year-old: Peter Grange"],
        );
        p(
            "Peter Grange, who was 18 at the time, confessed.",
            &["18: Peter Grange"],
        );
        p(
            "Peter Grange, who was hurt along with a 20-year-old nurse, left.",
            &["20-year-old: -"],
        );
        p(
            "Peter Grange, who had just turned 18, left.",
            &["18: Peter Grange"],
        );
        p(
            "Police met Peter Grange. The 20-year-old driver was hurt.",
            &["20-year-old: -"],
        );
    }

    #[test]
    fn a_record_belongs_to_the_name_before_it() {
        let p = |prose: &str, expected: &[&str]| assert_eq!(owners(prose), expected, "{prose}");
        p(
            "Peter Grange, 45-7-2, 36 knockouts, beat Mark Stone (30-1, 12 knockouts).",
            &[
                "45-7-2: Peter Grange",
                "36: Peter Grange",
                "30-1: Mark Stone",
                "12: Mark Stone",
            ],
        );
        p(
            "Peter Grange, who was the favourite of the fans, improved to 58-3 (51 knockouts).",
            &["58-3: Peter Grange", "51: Peter Grange"],
        );
    }

    #[test]
    fn a_count_belongs_to_its_possessor_or_its_subject() {
        let p = |prose: &str, expected: &[&str]| assert_eq!(owners(prose), expected, "{prose}");
        p(
            "Peter Grange saw Mary Whitfield's six children.",
            &["six: Mary Whitfield"],
        );
        p(
            "Mary Whitfield said she sold 40 paintings.",
            &["40: Mary Whitfield"],
        );
        p(
            "In the first week Mary Whitfield sold 40 paintings.",
            &["first: Mary Whitfield", "40: Mary Whitfield"],
        );
        p(
            "The team got 14 points from backup Peter Grange.",
            &["14: Peter Grange"],
        );
        p(
            "Fans liked Peter Grange's 12 points and just over ten rebounds.",
            &["12: Peter Grange", "ten: Peter Grange"],
        );
        p(
            "Peter Grange leads in scoring (15.9) and rebounding (10.2).",
            &["15.9: Peter Grange", "10.2: Peter Grange"],
        );
        p(
            "Peter Grange is tired, and his numbers (26.4 points, 3.1 assists) fell.",
            &["26.4: Peter Grange", "3.1: Peter Grange"],
        );
        // Whoever the clause is about, and not who was named before.
        p(
            "Mark Stone rested, while Peter Grange won with his 12 points and just over ten rebounds.",
            &["12: Peter Grange", "ten: Peter Grange"],
        );
        p("Peter Grange's house and 12 cars burned.", &["12: -"]);
        p(
            "Mary Whitfield spoke. Five people died in April.",
            &["Five: -", "April: -"],
        );
    }
}
