//! Binding: what a value counts, and which words of its sentence belong to it.

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use super::clause::{self, Clauses};
use super::marks::{is_so_far, marks};
use super::owner::Topics;
use super::phrase::{Phrase, is_of_them};
use super::vocabulary::Vocabulary;
use super::{Claim, Owners, Role, Term};
use crate::lexicon::contrasts;
use crate::mention::Mention;
use crate::read::BlockKind;
use crate::resolve::Resolved;
use crate::segment::tag::{Tag, is_auxiliary};
use crate::segment::{Text, TokenKind};
use crate::value::{Kind, Value};

/// Words within this many tokens before the value, and after it, are near. Measured on marked articles: five before and
/// six after tell same from different best; ten each way dilute, two each way miss the verb.
const NEAR: (usize, usize) = (5, 6);

/// Most claims have no more terms than this, and room for them from the beginning on.
const TERMS: usize = 24;

/// Words among the first this many of the word table say nothing about what a figure is about.
const COMMON: u32 = 40;

/// Binds the mentions of one document.
pub(super) struct Binder<'a> {
    pub(super) text: &'a Text,
    pub(super) tags: &'a [Tag],
    pub(super) mentions: &'a [Mention],
    pub(super) owners: &'a Owners,
    pub(super) resolved: &'a Resolved,
    pub(super) vocabulary: &'a mut Vocabulary,
    /// Whom "he" or "she" would mean at the start of each sentence; made when the first claim asks.
    pub(super) topics: OnceCell<Topics>,
    /// Sentence, clause and noun of the last count with a noun behind it.
    counted: Option<(usize, usize, usize)>,
    /// The clauses of the sentences that were asked for: first for the nouns of all figures, then for the rest of their claims.
    clauses: Vec<Option<Rc<Clauses>>>,
    /// The item of each token that was asked for: every claim of a sentence asks for all its words, and those of the sentence
    /// before.
    items: Vec<Option<Option<u32>>>,
}

impl<'a> Binder<'a> {
    pub(super) fn new(
        text: &'a Text,
        tags: &'a [Tag],
        mentions: &'a [Mention],
        owners: &'a Owners,
        resolved: &'a Resolved,
        vocabulary: &'a mut Vocabulary,
    ) -> Binder<'a> {
        Binder {
            text,
            tags,
            mentions,
            owners,
            resolved,
            vocabulary,
            topics: OnceCell::new(),
            counted: None,
            clauses: vec![None; text.sentences.len()],
            items: Vec::new(),
        }
    }

    /// What the mention at `index` counts, lower case; the mentions before it must have been asked for.
    pub(super) fn noun(&mut self, index: usize) -> Option<String> {
        let mention = &self.mentions[index];
        let clauses = self.clauses(mention.sentence);
        let phrase = self.own_phrase(mention, &clauses, clauses.of(mention.tokens.start));
        self.noun_of(mention, &phrase)
    }

    fn noun_of(&self, mention: &Mention, phrase: &Phrase) -> Option<String> {
        let head = phrase.head.filter(|_| mention.kind == Kind::Count)?;
        Some(phrase.counts.unwrap_or(self.text.lower(head)).to_owned())
    }

    /// The noun phrase that the value belongs to, the one of the count before it where it has none.
    fn own_phrase(&mut self, mention: &Mention, clauses: &Clauses, own: usize) -> Phrase {
        let mut phrase = self.phrase(mention, &clauses.list[own]);
        self.inherit(mention, own, &mut phrase);
        phrase
    }

    /// The claim of the mention at `index`.
    pub(super) fn bind(&mut self, index: usize) -> Claim {
        let mention = &self.mentions[index];
        let clauses = self.clauses(mention.sentence);
        let own = clauses.of(mention.tokens.start);
        let clause = &clauses.list[own];
        let phrase = self.own_phrase(mention, &clauses, own);
        let sentence = &self.text.sentences[mention.sentence];
        let mut claim = Claim {
            mentions: vec![index],
            kind: mention.kind,
            noun: self.noun_of(mention, &phrase),
            owner: None,
            beside: false,
            object: None,
            terms: Vec::with_capacity(TERMS),
            marks: marks(self.text, self.tags, clause, mention.kind, &mention.tokens),
            extent: self.extent(index, &clauses, &phrase),
            dates: Vec::new(),
            title: matches!(sentence.kind, BlockKind::Title | BlockKind::Heading),
        };
        let near = mention.tokens.start.saturating_sub(NEAR.0)..self.near_end(mention);
        let within =
            |range: &Option<Range<usize>>, i: usize| range.as_ref().is_some_and(|r| r.contains(&i));
        claim.marks.so_far = mention.kind == Kind::Count && self.is_so_far(&clauses, own);
        // A clause that is inserted has words of its own; a bracket shares its words with what it stands in.
        let own_words = |i: usize| {
            clause.tokens.contains(&i) && {
                let home = clauses.of(i);
                home == own || clauses.list[home].verb.is_none()
            }
        };
        let dated = self.dated_event(mention, clause);
        let light = self.event_of_light_verb(mention, clause, &phrase);
        let events: Vec<usize> = dated
            .into_iter()
            .chain(light)
            .chain(self.complement(mention, clause))
            .collect();
        let dated = dated.is_some();
        for i in sentence.tokens.clone() {
            if mention.tokens.contains(&i) {
                continue;
            }
            let role = if phrase.head == Some(i) {
                Role::Noun
            } else if events.contains(&i) || phrase.after.contains(&i) && !self.text.lexeme(i).light
            {
                Role::Predicate
            } else if within(&clause.verb, i) && !self.text.lexeme(i).light {
                if dated { Role::Clause } else { Role::Predicate }
            } else if phrase.modifiers.contains(&i) {
                Role::Modifier
            } else if within(&clause.subject, i) {
                Role::Subject
            } else if own_words(i) {
                Role::Clause
            } else {
                Role::Sentence
            };
            if let Some(counted) = phrase.counts.filter(|_| role == Role::Noun) {
                let item = self.vocabulary.word(counted);
                claim.terms.push(Term {
                    item,
                    role,
                    near: true,
                    token: i as u32,
                });
                self.term(i, Role::Modifier, near.contains(&i), &mut claim);
            } else {
                self.term(i, role, near.contains(&i), &mut claim);
            }
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
        claim.dates = self.dates(&clauses, own);
        let (owner, beside) = self.owner(mention, &clauses, own, &phrase);
        claim.owner = owner.map(|entity| self.vocabulary.entity(entity));
        claim.beside = beside;
        let object = self.object(mention, &clauses, own);
        claim.object = object.map(|entity| self.vocabulary.entity(entity));
        claim
    }

    /// A count without a noun counts what the count before it does: "14 points and Stone 13", "five people died and seven
    /// were injured". In one clause the two count different things, but for "40 nails, five of them in a wall".
    fn inherit(&mut self, mention: &Mention, clause: usize, phrase: &mut Phrase) {
        if mention.kind != Kind::Count {
            return;
        }
        let last = self.counted;
        if phrase.head.is_none()
            && let Some((sentence, other, head)) = last
            && sentence == mention.sentence
            && (other != clause || is_of_them(self.text, mention.tokens.end))
        {
            phrase.head = Some(head);
        }
        let after = phrase.head.filter(|&head| head > mention.tokens.start);
        self.counted = match after {
            Some(head) => Some((mention.sentence, clause, head)),
            None => last,
        };
    }

    /// Adds the token as a term, if it is a content word or the first token of a name.
    fn term(&mut self, token: usize, role: Role, near: bool, claim: &mut Claim) {
        if self.items.is_empty() {
            self.items.resize(self.text.tokens.len(), None);
        }
        let item = match self.items[token] {
            Some(known) => known,
            None => {
                let item = self.item(token);
                self.items[token] = Some(item);
                item
            }
        };
        let Some(item) = item else {
            return;
        };
        claim.terms.push(Term {
            item,
            role,
            near,
            token: token as u32,
        });
    }

    fn item(&mut self, token: usize) -> Option<u32> {
        match self.owners.of(token).map(|owner| &self.mentions[owner]) {
            Some(Mention {
                value: Value::Name(name),
                tokens,
                ..
            }) => match name.entity {
                Some(entity) if tokens.start == token => Some(self.vocabulary.entity(entity)),
                _ => None,
            },
            Some(_) => None,
            None if self.is_content(token) => Some(match self.abbreviation(token) {
                Some(singular) => self.vocabulary.word(singular),
                None => {
                    let lower = self.text.lower(token);
                    self.vocabulary.enter(self.text.lexeme(token).stem(lower))
                }
            }),
            None => None,
        }
    }

    /// Of an abbreviation's plural ("KOs") the token in lower case without the s, which no stemmer would take off.
    fn abbreviation(&self, token: usize) -> Option<&'a str> {
        let (word, lower) = (self.text.word(token), self.text.lower(token));
        let stem = word
            .strip_suffix('s')
            .filter(|stem| stem.len() > 1 && stem.bytes().all(|b| b.is_ascii_uppercase()))?;
        lower.get(..stem.len())
    }

    /// Where the words near a mention end: of a day, before what was earlier or later than it, "on Friday, a day *before* it sank".
    fn near_end(&self, mention: &Mention) -> usize {
        let end = mention.tokens.end + NEAR.1;
        let dated = matches!(mention.kind, Kind::Date | Kind::Time);
        let parts = |&at: &usize| dated && matches!(self.text.lower(at), "before" | "after");
        (mention.tokens.end..end.min(self.text.tokens.len()))
            .find(parts)
            .unwrap_or(end)
    }

    fn is_content(&self, token: usize) -> bool {
        let word = self.text.lower(token);
        let rarer = |common: u32| {
            self.text
                .lexeme(token)
                .rank
                .is_none_or(|rank| rank >= common)
        };
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
                    rarer(150) || matches!(word, "online" | "over" | "down")
                }
                _ => false,
            }
            && (rarer(COMMON) || !contrasts(word).is_empty())
    }

    /// The clauses of a sentence.
    fn clauses(&mut self, sentence: usize) -> Rc<Clauses> {
        if let Some(clauses) = &self.clauses[sentence] {
            return Rc::clone(clauses);
        }
        let figure = |token: usize| {
            let kind = self.mentions[self.owners.of(token)?].kind;
            (!kind.is_name()).then_some(kind)
        };
        let clauses = Rc::new(clause::clauses(
            self.text,
            self.tags,
            &self.text.sentences[sentence],
            &figure,
        ));
        self.clauses[sentence] = Some(Rc::clone(&clauses));
        clauses
    }

    /// Whether the clause counts up over time, or goes on from one that does: "600 have been killed so far, and 3,000 hurt".
    fn is_so_far(&self, clauses: &Clauses, own: usize) -> bool {
        let so_far = |at: usize| is_so_far(self.text, self.tags, &clauses.list[at]);
        let goes_on = clauses.list[own]
            .tokens
            .clone()
            .take(2)
            .any(|i| self.text.lower(i) == "and");
        so_far(own) || goes_on && own.checked_sub(1).is_some_and(so_far)
    }

    /// The dates that say when: those of the value's own clause, unless they are part of a name for something else
    /// ("Saturday's final", "the 2006 war").
    fn dates(&self, clauses: &Clauses, own: usize) -> Vec<usize> {
        let mut dates: Vec<usize> = clauses.list[own]
            .tokens
            .clone()
            .filter(|&i| clauses.of(i) == own)
            .filter_map(|i| self.owners.of(i))
            .filter(|&o| self.mentions[o].kind == Kind::Date && !self.names_another(o))
            .collect();
        dates.extend(self.date_before_when(clauses.list[own].tokens.start));
        dates.dedup();
        dates
    }

    /// The date that a clause goes on from: "on 4 May 2008, *when* troops raided the camp".
    fn date_before_when(&self, start: usize) -> Option<usize> {
        let when = self.text.lower(start) == "when";
        let end = start.checked_sub(1).filter(|_| when)?;
        let end = match self.text.lower(end) {
            "," => end.checked_sub(1)?,
            _ => end,
        };
        let date = self.owners.of(end)?;
        (self.mentions[date].kind == Kind::Date).then_some(date)
    }

    /// Whether what stands behind a date makes it a modifier.
    fn names_another(&self, date: usize) -> bool {
        let end = self.mentions[date].tokens.end;
        let part = matches!(
            self.text.lower(end),
            "morning" | "afternoon" | "evening" | "night"
        );
        !part
            && matches!(
                self.tags.get(end),
                Some(Tag::Possessive | Tag::Noun | Tag::Proper)
            )
    }
}
