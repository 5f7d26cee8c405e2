//! Binding: what a value counts, and which words of its sentence belong to it.

use std::ops::Range;

use super::clause::{self, Clause};
use super::marks::marks;
use super::vocabulary::Vocabulary;
use super::{Claim, Role, Term};
use crate::lexicon::word_table;
use crate::mention::Mention;
use crate::read::BlockKind;
use crate::resolve::{EntityId, Resolved};
use crate::segment::tag::{Tag, is_auxiliary};
use crate::segment::{Text, TokenKind};
use crate::value::{Kind, Value};

/// Words within this many tokens before the value, and after it, are near. Measured on marked articles: five before and
/// six after tell same from different best; ten each way dilute, two each way miss the verb.
const NEAR: (usize, usize) = (5, 6);

/// Words among the first this many of the word table say nothing about what a figure is about.
const COMMON: u32 = 60;

/// A preposition and a hedge of three words ("of some more than") are the most that stand between a noun and its figure.
const HEDGES: usize = 5;

/// Binds the mentions of one document.
pub(super) struct Binder<'a> {
    text: &'a Text,
    tags: &'a [Tag],
    mentions: &'a [Mention],
    owners: &'a [Option<usize>],
    resolved: &'a Resolved,
    vocabulary: &'a mut Vocabulary,
    /// Whom "he" or "she" would mean at the start of each sentence.
    topics: Vec<Option<EntityId>>,
    /// The clauses of the sentence that was bound last: its figures come one after another.
    clauses: Option<(usize, Vec<Clause>)>,
}

impl<'a> Binder<'a> {
    pub(super) fn new(
        text: &'a Text,
        tags: &'a [Tag],
        mentions: &'a [Mention],
        owners: &'a [Option<usize>],
        resolved: &'a Resolved,
        vocabulary: &'a mut Vocabulary,
    ) -> Binder<'a> {
        let topics = topics(text, tags, mentions, owners, resolved);
        Binder {
            text,
            tags,
            mentions,
            owners,
            resolved,
            vocabulary,
            topics,
            clauses: None,
        }
    }

    /// The claim of the mention at `index`.
    pub(super) fn bind(&mut self, index: usize) -> Claim {
        let mention = &self.mentions[index];
        let clause = self.clause_of(mention);
        let phrase = self.phrase(mention, &clause);
        let sentence = &self.text.sentences[mention.sentence];
        let mut claim = Claim {
            mentions: vec![index],
            kind: mention.kind,
            noun: phrase
                .head
                .filter(|_| mention.kind == Kind::Count)
                .map(|head| self.text.lower(head).to_owned()),
            owner: None,
            terms: Vec::new(),
            marks: marks(
                self.text,
                clause.tokens.clone(),
                clause.verb.clone(),
                mention.tokens.clone(),
            ),
            dates: Vec::new(),
            title: matches!(sentence.kind, BlockKind::Title | BlockKind::Heading),
        };
        let near = mention.tokens.start.saturating_sub(NEAR.0)..mention.tokens.end + NEAR.1;
        let within =
            |range: &Option<Range<usize>>, i: usize| range.as_ref().is_some_and(|r| r.contains(&i));
        for i in sentence.tokens.clone() {
            if mention.tokens.contains(&i) {
                continue;
            }
            let role = if phrase.head == Some(i) {
                Role::Noun
            } else if phrase.modifiers.contains(&i) || phrase.after.contains(&i) {
                Role::Modifier
            } else if within(&clause.verb, i) {
                Role::Predicate
            } else if within(&clause.subject, i) {
                Role::Subject
            } else if clause.tokens.contains(&i) {
                Role::Clause
            } else {
                Role::Sentence
            };
            self.term(i, role, near.contains(&i), &mut claim);
        }
        if let Some(before) = mention
            .sentence
            .checked_sub(1)
            .map(|s| &self.text.sentences[s])
            && before.kind == sentence.kind
        {
            for i in before.tokens.clone() {
                self.term(i, Role::Before, false, &mut claim);
            }
        }
        claim.dates = self.dates(mention, &clause);
        claim.owner = self
            .owner(mention, &clause, &phrase)
            .map(|entity| self.vocabulary.entity(entity));
        claim
    }

    /// The person or organisation that the value is said of: the bearer of an age, the possessor in its own phrase, the subject
    /// of its clause; a pronoun there stands for the topic of the sentences before.
    fn owner(&self, mention: &Mention, clause: &Clause, phrase: &Phrase) -> Option<EntityId> {
        let named = |range: Range<usize>| -> Option<EntityId> {
            let actors = || {
                range
                    .clone()
                    .filter_map(|i| actor(self.mentions, self.owners, self.resolved, i))
            };
            actors()
                .find(|&(_, kind)| kind == Kind::Person)
                .or_else(|| actors().next())
                .map(|(entity, _)| entity)
        };
        if mention.kind == Kind::Age {
            return named(phrase.modifiers.clone());
        }
        if let Some(entity) = named(phrase.modifiers.start..mention.tokens.start) {
            return Some(entity);
        }
        let subject = clause.subject.clone()?;
        if let Some(entity) = named(subject.clone()) {
            return Some(entity);
        }
        // A bracket behind a figure: "improved to 58-3 (51 KOs)".
        if let Some(entity) = self
            .enclosing(mention)
            .and_then(|outer| named(outer.subject?))
        {
            return Some(entity);
        }
        // "It" and "they" mean too many things to be sure of.
        let pronoun = subject
            .clone()
            .map(|i| self.text.lower(i))
            .any(|w| matches!(w, "he" | "she" | "his" | "her"));
        if pronoun {
            self.topics[mention.sentence]
        } else {
            None
        }
    }

    /// Adds the token as a term, if it is a content word or the first token of a name.
    fn term(&mut self, token: usize, role: Role, near: bool, claim: &mut Claim) {
        let item = match self.owners[token].map(|owner| &self.mentions[owner]) {
            Some(Mention {
                value: Value::Name(name),
                tokens,
                ..
            }) => match name.entity {
                Some(entity) if tokens.start == token => self.vocabulary.entity(entity),
                _ => return,
            },
            Some(_) => return,
            None if self.is_content(token) => self.vocabulary.word(self.singular(token)),
            None => return,
        };
        claim.terms.push(Term {
            item,
            role,
            near,
            token: token as u32,
        });
    }

    /// The token in lower case; of an abbreviation's plural ("KOs") without the s, which no stemmer would take off.
    fn singular(&self, token: usize) -> &'a str {
        let (word, lower) = (self.text.word(token), self.text.lower(token));
        let stem = word
            .strip_suffix('s')
            .filter(|stem| stem.len() > 1 && stem.bytes().all(|b| b.is_ascii_uppercase()));
        stem.map_or(lower, |stem| &lower[..stem.len()])
    }

    fn is_content(&self, token: usize) -> bool {
        let word = self.text.lower(token);
        self.text.kind(token) == Some(TokenKind::Word)
            && !is_auxiliary(word)
            && word.len() > 1
            && match self.tags[token] {
                Tag::Noun
                | Tag::Proper
                | Tag::Adjective
                | Tag::Verb
                | Tag::Past
                | Tag::Participle
                | Tag::Gerund => true,
                Tag::Adverb | Tag::Preposition => {
                    word_table().rank(word).is_none_or(|rank| rank >= 150)
                        || matches!(word, "online" | "over" | "down")
                }
                _ => false,
            }
            && word_table().rank(word).is_none_or(|rank| rank >= COMMON)
    }

    /// The innermost clause that the mention stands in.
    fn clause_of(&mut self, mention: &Mention) -> Clause {
        if self
            .clauses
            .as_ref()
            .is_none_or(|(sentence, _)| *sentence != mention.sentence)
        {
            let sentence = &self.text.sentences[mention.sentence];
            let is_figure = |token: usize| {
                self.owners[token].is_some_and(|owner| !self.mentions[owner].kind.is_name())
            };
            self.clauses = Some((
                mention.sentence,
                clause::clauses(self.text, self.tags, sentence, &is_figure),
            ));
        }
        let clauses = &self
            .clauses
            .as_ref()
            .map(|(_, clauses)| clauses.as_slice())
            .unwrap_or_default();
        let own = clauses
            .iter()
            .filter(|c| c.tokens.contains(&mention.tokens.start))
            .min_by_key(|c| c.tokens.len());
        own.cloned().unwrap_or_else(|| Clause {
            tokens: self.text.sentences[mention.sentence].tokens.clone(),
            verb: None,
            subject: None,
            parent: None,
        })
    }

    /// The clause that the mention's own clause is a bracket in.
    fn enclosing(&self, mention: &Mention) -> Option<Clause> {
        let clauses = self
            .clauses
            .as_ref()
            .map(|(_, clauses)| clauses.as_slice())?;
        let own = clauses
            .iter()
            .position(|c| c.tokens.contains(&mention.tokens.start) && c.verb.is_none())?;
        clauses[own].parent.map(|parent| clauses[parent].clone())
    }

    /// The noun phrase that the value belongs to.
    fn phrase(&self, mention: &Mention, clause: &Clause) -> Phrase {
        match mention.kind {
            Kind::Date | Kind::Time | Kind::Score => Phrase::default(),
            Kind::Age => self.bearer(mention),
            _ => self
                .noun_after(mention, clause)
                .or_else(|| self.noun_before(mention, clause))
                .unwrap_or_default(),
        }
    }

    /// "330 independent cinemas", "dozens of homes", "60 percent of the voters", "$5 million in ticket sales", "a
    /// $44-million project".
    fn noun_after(&self, mention: &Mention, clause: &Clause) -> Option<Phrase> {
        let end = clause.tokens.end;
        let mut at = mention.tokens.end;
        if matches!(self.text.lower(at), "of" | "in" | "-" | "from" | "for") && at < end {
            at += 1;
        }
        while at < end && matches!(self.tags[at], Tag::Determiner | Tag::Possessive) {
            at += 1;
        }
        let first = at;
        while at < end
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
        let Some(head) = (first..at)
            .rev()
            .find(|&i| matches!(self.tags[i], Tag::Noun | Tag::Proper))
        else {
            let after = self.said_after(mention.tokens.end, end);
            return (!after.is_empty()).then_some(Phrase {
                head: None,
                modifiers: 0..0,
                after,
            });
        };
        // What stands behind the noun says which: "12 members of the council".
        let behind = self.text.lower(head + 1) == "of" && head + 2 < end;
        let modifiers = first..if behind {
            self.phrase_end(head + 2, end)
        } else {
            head
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
            let head = (mention.tokens.end..end)
                .find(|&i| self.owners[i].is_some_and(|o| self.mentions[o].kind.is_name()))
                .unwrap_or(end - 1);
            return Phrase {
                head: Some(head),
                modifiers: mention.tokens.end..end,
                after: 0..0,
            };
        }
        let before = clause::phrase_before(self.tags, mention.tokens.start, sentence.start);
        match before {
            Some(phrase) => {
                let head = phrase
                    .clone()
                    .rev()
                    .find(|&i| self.starts_name(i))
                    .unwrap_or(phrase.end - 1);
                Phrase {
                    head: Some(head),
                    modifiers: phrase,
                    after: 0..0,
                }
            }
            None => Phrase::default(),
        }
    }

    /// Whether a name mention starts at the token.
    fn starts_name(&self, token: usize) -> bool {
        self.owners[token].is_some_and(|owner| {
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

    /// The dates of the clause, or of the whole sentence where the clause has none.
    fn dates(&self, mention: &Mention, clause: &Clause) -> Vec<usize> {
        let sentence = &self.text.sentences[mention.sentence].tokens;
        let dates = |range: &Range<usize>| -> Vec<usize> {
            let mut found: Vec<usize> = range
                .clone()
                .filter_map(|i| self.owners.get(i).copied().flatten())
                .filter(|&o| self.mentions[o].kind == Kind::Date)
                .collect();
            found.dedup();
            found
        };
        let own = dates(&clause.tokens);
        if own.is_empty() { dates(sentence) } else { own }
    }
}

/// A noun with what stands beside it.
struct Phrase {
    head: Option<usize>,
    /// What stands before the noun, or behind it with "of".
    modifiers: Range<usize>,
    /// What is said of the noun right behind it: "40 people *dead*", "12 *injured*".
    after: Range<usize>,
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

/// Whom "he" or "she" would mean at the start of each sentence: the person named first in the latest sentence that names one.
fn topics(
    text: &Text,
    tags: &[Tag],
    mentions: &[Mention],
    owners: &[Option<usize>],
    resolved: &Resolved,
) -> Vec<Option<EntityId>> {
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
            .filter_map(|i| actor(mentions, owners, resolved, i))
            .find(|&(_, kind)| kind == Kind::Person);
        if !goes_on {
            topic = person.map(|(entity, _)| entity).or(topic);
        }
    }
    topics
}

/// The person or organisation whose name starts at the token.
fn actor(
    mentions: &[Mention],
    owners: &[Option<usize>],
    resolved: &Resolved,
    token: usize,
) -> Option<(EntityId, Kind)> {
    let mention = &mentions[(*owners.get(token)?)?];
    match &mention.value {
        Value::Name(name) if mention.tokens.start == token => {
            let entity = resolved.entities.get(name.entity?.0 as usize)?;
            matches!(entity.kind, Kind::Person | Kind::Organization)
                .then_some((entity.id, entity.kind))
        }
        _ => None,
    }
}
