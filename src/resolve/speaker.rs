//! Who is quoted: "X said", "said X", "according to X" beside a quotation.
//!
//! Only what stands right beside the quotation counts: the subject of the reporting verb before or after it, a pronoun
//! where one person alone can be meant, and the speaker of the quotation before where a new sentence only goes on with
//! it. All else has no speaker.

use std::ops::Range;

use super::{Entity, EntityId};
use crate::lexicon::names::{self, Gender, Title};
use crate::mention::Mention;
use crate::segment::{Case, Text, TokenKind};
use crate::value::{Kind, Value};

/// The longest apposition between a name and its verb: "Miller, who has led the council for ten years, said".
const APPOSITION: usize = 14;
/// How far after "said" its subject may begin: "said the company's former chief executive Miller".
const SUBJECT: usize = 8;
/// How many sentences before a quotation a pronoun may refer to.
const REACH: usize = 3;

/// A name as a possible speaker.
struct Bearer {
    tokens: Range<usize>,
    entity: EntityId,
    kind: Kind,
    gender: Option<Gender>,
}

struct Speakers<'a> {
    text: &'a Text,
    entities: &'a [Entity],
    bearers: Vec<Bearer>,
}

/// Writes the speaker into each quotation whose speaker the text names.
pub(super) fn settle(text: &Text, mentions: &mut [Mention], entities: &[Entity]) {
    let bearers = mentions
        .iter()
        .filter_map(|m| {
            let Value::Name(name) = &m.value else {
                return None;
            };
            let entity = name.entity?;
            Some(Bearer {
                tokens: m.tokens.clone(),
                entity,
                kind: m.kind,
                gender: entities.get(entity.0 as usize).and_then(|e| e.gender),
            })
        })
        .collect();
    let speakers = Speakers {
        text,
        entities,
        bearers,
    };
    let mut last: Option<(EntityId, usize)> = None;
    for mention in mentions.iter_mut() {
        let tokens = mention.tokens.clone();
        let Value::Quote(quote) = &mut mention.value else {
            continue;
        };
        let first = text.sentence_of(tokens.start);
        let recent = last.filter(|&(_, sentence)| first.saturating_sub(sentence) <= REACH);
        quote.speaker = speakers
            .after(&tokens, recent)
            .or_else(|| speakers.before(&tokens, recent))
            .or_else(|| speakers.continued(&tokens, recent));
        if let Some(speaker) = quote.speaker {
            last = Some((speaker, text.sentence_of(tokens.end)));
        }
    }
}

impl Speakers<'_> {
    /// The name that begins at `at`.
    fn at(&self, at: usize) -> Option<&Bearer> {
        let index = self.bearers.partition_point(|b| b.tokens.start < at);
        self.bearers
            .get(index)
            .filter(|b| b.tokens.start == at && self.speaks(b))
    }

    /// The name that ends before `end`.
    fn ending(&self, end: usize) -> Option<&Bearer> {
        let index = self.bearers.partition_point(|b| b.tokens.start < end);
        self.bearers[..index]
            .last()
            .filter(|b| b.tokens.end == end && self.speaks(b))
    }

    fn speaks(&self, bearer: &Bearer) -> bool {
        matches!(bearer.kind, Kind::Person | Kind::Organization)
    }

    fn reports(&self, at: usize) -> bool {
        self.text.kind(at) == Some(TokenKind::Word)
            && self.text.tokens[at].case == Case::Lower
            && self.text.lexeme(at).reports
    }

    /// The subject of a reporting verb after the quotation.
    fn after(
        &self,
        quotation: &Range<usize>,
        recent: Option<(EntityId, usize)>,
    ) -> Option<EntityId> {
        let text = self.text;
        let close = quotation.end;
        let mut at = close + 1;
        if text.word(at) == "," {
            at += 1;
        }
        let sentence = text.sentences.get(text.sentence_of(close))?;
        // A tokenised text may end the sentence with the quotation's mark: "…," | he said.
        let end = if at >= sentence.tokens.end {
            let next = text.sentences.get(text.sentence_of(at))?;
            if text.tokens.get(at)?.case != Case::Lower
                && !matches!(text.word(close - 1), "," | "?" | "!")
            {
                return None;
            }
            next.tokens.end
        } else {
            sentence.tokens.end
        };
        if self.reports(at) {
            return self.subject_after(at + 1, end, quotation, recent);
        }
        if text.lower(at) == "according" && text.lower(at + 1) == "to" {
            return self.subject_after(at + 2, end, quotation, recent);
        }
        if let Some(gender) = pronoun(text.lower(at)) {
            return self
                .verb(at + 1, end)
                .and_then(|_| self.antecedent(quotation.start, gender, recent));
        }
        let name = (at..end.min(at + SUBJECT))
            .find(|&i| self.at(i).is_some())
            .filter(|&i| self.introduces(at..i))?;
        let bearer = self.at(name)?;
        let verb = self.past_apposition(bearer.tokens.end, end);
        self.verb(verb, end).map(|_| bearer.entity)
    }

    /// The first person after a verb, or the organisation that stands there at once.
    fn subject_after(
        &self,
        start: usize,
        end: usize,
        quotation: &Range<usize>,
        recent: Option<(EntityId, usize)>,
    ) -> Option<EntityId> {
        let text = self.text;
        if let Some(gender) = pronoun(text.lower(start)) {
            return self.antecedent(quotation.start, gender, recent);
        }
        for at in start..end.min(start + SUBJECT) {
            if let Some(bearer) = self.at(at) {
                let at_once = (start..at).all(|i| text.lower(i) == "the");
                // "said Boeing spokesman Tim Brown": the person after the role is the subject.
                let goes_on = text.lexeme(bearer.tokens.end).word.title.is_some()
                    || matches!(text.word(bearer.tokens.end), "'s" | "’s");
                if bearer.kind == Kind::Person && self.introduces(start..at) || at_once && !goes_on
                {
                    return Some(bearer.entity);
                }
                if !goes_on {
                    return None;
                }
            } else if matches!(text.word(at), "." | ";" | ":" | "\"" | "“" | "”")
                || matches!(text.lower(at), "that" | "in" | "on" | "for" | "from")
            {
                return None;
            }
        }
        None
    }

    /// The subject of a reporting verb before the quotation, in its sentence.
    fn before(
        &self,
        quotation: &Range<usize>,
        recent: Option<(EntityId, usize)>,
    ) -> Option<EntityId> {
        let text = self.text;
        let open = quotation.start.checked_sub(1)?;
        let start = text.sentences.get(text.sentence_of(open))?.tokens.start;
        let verb = (start..open)
            .rev()
            .take_while(|&i| !matches!(text.word(i), "\"" | "“" | "”"))
            .find(|&i| {
                self.reports(i) || text.lower(i) == "according" && text.lower(i + 1) == "to"
            })?;
        if text.lower(verb) == "according" {
            return self.subject_after(verb + 2, open, quotation, recent);
        }
        let mut subject = verb;
        while subject > start
            && (text.lower(subject - 1).ends_with("ly")
                || matches!(
                    text.lower(subject - 1),
                    "also" | "has" | "had" | "later" | "then" | "who"
                ))
        {
            subject -= 1;
        }
        if let Some(gender) = subject
            .checked_sub(1)
            .filter(|&i| i >= start)
            .and_then(|i| pronoun(text.lower(i)))
        {
            return self.antecedent(subject - 1, gender, recent);
        }
        if let Some(bearer) = self.ending(subject) {
            return Some(bearer.entity);
        }
        // "Miller, the mayor, said"
        if subject > start && text.word(subject - 1) == "," {
            let comma = (start..subject - 1)
                .rev()
                .take(APPOSITION)
                .find(|&i| text.word(i) == "," && self.ending(i).is_some())?;
            return self.ending(comma).map(|b| b.entity);
        }
        None
    }

    /// A sentence that only goes on with the quotation of the sentence before.
    fn continued(
        &self,
        quotation: &Range<usize>,
        recent: Option<(EntityId, usize)>,
    ) -> Option<EntityId> {
        let (speaker, sentence) = recent?;
        let open = quotation.start.checked_sub(1)?;
        let first = self.text.sentence_of(open);
        let fills = self.text.sentences.get(first)?.tokens.start == open;
        let ends = self
            .text
            .sentences
            .get(self.text.sentence_of(quotation.end))?
            .tokens
            .end
            <= quotation.end + 2;
        (fills && ends && first == sentence + 1).then_some(speaker)
    }

    /// The reporting verb at `at`, an adverb or auxiliary before it allowed.
    fn verb(&self, at: usize, end: usize) -> Option<usize> {
        let mut at = at;
        while at < end
            && (self.text.lower(at).ends_with("ly")
                || matches!(
                    self.text.lower(at),
                    "also" | "has" | "had" | "later" | "then"
                ))
        {
            at += 1;
        }
        (at < end && self.reports(at)).then_some(at)
    }

    /// Past ", the mayor," after a name.
    fn past_apposition(&self, at: usize, end: usize) -> usize {
        if self.text.word(at) != "," {
            return at;
        }
        (at + 1..end.min(at + APPOSITION))
            .find(|&i| self.text.word(i) == ",")
            .map_or(at, |i| i + 1)
    }

    /// Words between a quotation or verb and the name that it belongs to: titles, articles, other names.
    fn leads_in(&self, at: usize) -> bool {
        let text = self.text;
        let index = self.bearers.partition_point(|b| b.tokens.start <= at);
        let named = self.bearers[..index]
            .last()
            .is_some_and(|b| b.tokens.contains(&at));
        named
            || names::word(text.lower(at).trim_end_matches('.'))
                .title
                .is_some()
            || matches!(
                text.lower(at),
                "the"
                    | "a"
                    | "an"
                    | "its"
                    | "his"
                    | "her"
                    | "their"
                    | "."
                    | "'s"
                    | "’s"
                    | "-"
                    | "and"
            )
            || text.tokens[at].case == Case::Title
                && text.lexeme(at).word.title == Some(Title::Modifier)
    }

    /// Whether `tokens` lead up to a name: "council spokesman", "the company's former chief executive".
    fn introduces(&self, tokens: Range<usize>) -> bool {
        let text = self.text;
        let role = tokens
            .clone()
            .next_back()
            .is_some_and(|i| text.lexeme(i).word.title == Some(Title::Role));
        let plain = |i: usize| {
            text.kind(i) == Some(TokenKind::Word)
                && !self.reports(i)
                && !matches!(
                    text.lower(i),
                    "of" | "for"
                        | "from"
                        | "in"
                        | "at"
                        | "with"
                        | "by"
                        | "about"
                        | "that"
                        | "to"
                        | "on"
                        | "who"
                )
        };
        tokens.clone().all(|i| self.leads_in(i)) || role && tokens.clone().all(plain)
    }

    /// The one person that a pronoun at `at` can stand for.
    fn antecedent(
        &self,
        at: usize,
        gender: Gender,
        recent: Option<(EntityId, usize)>,
    ) -> Option<EntityId> {
        let sentence = self.text.sentence_of(at);
        let from = self
            .text
            .sentences
            .get(sentence.saturating_sub(REACH - 1))?
            .tokens
            .start;
        let first = self.bearers.partition_point(|b| b.tokens.start < from);
        let mut persons: Vec<EntityId> = self.bearers[first..]
            .iter()
            .take_while(|b| b.tokens.start < at)
            .filter(|b| b.kind == Kind::Person && b.tokens.end <= at)
            .filter(|b| b.gender.is_none_or(|g| g == gender))
            .map(|b| b.entity)
            .collect();
        persons.sort_unstable();
        persons.dedup();
        match (&persons[..], recent) {
            ([one], _) => Some(*one),
            ([], Some((speaker, _))) => {
                let known = self.entities.get(speaker.0 as usize)?;
                (known.kind == Kind::Person && known.gender.is_none_or(|g| g == gender))
                    .then_some(speaker)
            }
            (several, Some((speaker, _))) if several.contains(&speaker) => Some(speaker),
            _ => None,
        }
    }
}

fn pronoun(lower: &str) -> Option<Gender> {
    match lower {
        "he" => Some(Gender::Male),
        "she" => Some(Gender::Female),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::resolve;
    use super::*;
    use crate::mention::mentions;
    use crate::segment::sample;

    /// The quotations with their speakers.
    fn speakers(prose: &str) -> Vec<Option<String>> {
        let (document, text) = sample(prose);
        let mut mentions = mentions(&text);
        let resolved = resolve(&document, &text, &mut mentions);
        mentions
            .iter()
            .filter_map(|m| match &m.value {
                Value::Quote(quote) => Some(
                    quote
                        .speaker
                        .map(|id| resolved.entities[id.0 as usize].canonical.clone()),
                ),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn the_speaker_stands_beside_the_quotation() {
        let p = |prose: &str, expected: &[Option<&str>]| {
            let found = speakers(prose);
            let found: Vec<Option<&str>> = found.iter().map(Option::as_deref).collect();
            assert_eq!(found, expected, "{prose}");
        };
        p("\"We lost,\" said Jane Miller.", &[Some("Jane Miller")]);
        p(
            "\"We lost,\" Jane Miller said on Monday.",
            &[Some("Jane Miller")],
        );
        p(
            "\"We lost,\" said council spokesman Tom Brown.",
            &[Some("Tom Brown")],
        );
        p(
            "\"We lost,\" Jane Miller, the mayor, told reporters.",
            &[Some("Jane Miller")],
        );
        p("Jane Miller said: \"We lost.\"", &[Some("Jane Miller")]);
        p(
            "Jane Miller said it was \"a long night\" for all.",
            &[Some("Jane Miller")],
        );
        p(
            "According to Jane Miller, \"we lost\".",
            &[Some("Jane Miller")],
        );
        p(
            "Jane Miller spoke first. \"We lost,\" she said. \"We will be back.\"",
            &[Some("Jane Miller"), Some("Jane Miller")],
        );
    }

    #[test]
    fn a_speaker_that_is_not_named_is_none() {
        for prose in [
            "\"We lost,\" said a spokesman for Acme Corp.",
            "Tom Brown met Paul Smith. \"We lost,\" he said.",
            "The film \"Long Night\" opened.",
        ] {
            assert_eq!(speakers(prose), [None], "{prose}");
        }
    }
}
