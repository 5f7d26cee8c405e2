//! Whom a document gives as its source for a value: "police said", "according to the union".
//!
//! Only what stands in the sentence of the value, by name or role, and only where one can be meant: a pronoun, two sources
//! around one value, or a clause with a turn of its own ("but 12 survived") give none. A message that names a source who did
//! not say it is worse than one that names none.

use std::ops::Range;

use crate::Article;
use crate::finding::Group;
use crate::lexicon::names;
use crate::mention::Mention;
use crate::segment::tag::{Tag, tags};
use crate::segment::{Case, Text};
use crate::source::one_line;
use crate::value::{Kind, Value};

/// The longest name or role that is still read in a message: "the head of the regional fire service".
const LONGEST: usize = 8;

/// How far apart a name and its verb may stand: "Adler, who has led the council for ten years, said".
const APPOSITION: usize = 14;

/// Whom the document gives as its source for a value, as it writes it; an article in front is small.
fn source(article: &Article, mention: usize) -> Option<String> {
    let text = &article.text;
    let value = article.mentions.get(mention)?;
    if let Some(speaker) = quoted(article, value) {
        return Some(speaker);
    }
    let sentence = &text.sentences.get(value.sentence)?.tokens;
    let tags = tags(
        text,
        |s| s == value.sentence,
        |token| named(article, value.sentence, token),
    );
    let said = Line {
        text,
        tags: &tags,
        tokens: sentence.clone(),
    }
    .attributions(&value.tokens);
    let at = value.tokens.start;
    let before = said.iter().rev().find(|a| a.verb < at);
    let behind = said.iter().find(|a| a.verb >= at);
    let one = match (before, behind) {
        (Some(before), Some(behind)) if before.opens && !behind.opens => {
            // "Police said 12 died, according to a report": two are given.
            let same = before.verb == behind.verb;
            same.then_some(before)?
        }
        (Some(before), _) if before.opens => before,
        (_, Some(behind)) if !behind.opens => behind,
        _ => return None,
    };
    let turns = |i: usize| {
        matches!(
            text.lower(i),
            "but" | "while" | "although" | "though" | ";" | "whereas"
        )
    };
    let between = one.verb.min(at)..one.verb.max(at);
    if between.into_iter().any(turns) {
        return None;
    }
    written(text, &tags, one.source.clone())
}

/// Answers that are given by different people, each with who gives it: "police: 12; the union: 20". `None` where one answer is
/// given by nobody in particular, or two may be by the same.
pub(super) fn disputed(articles: &[Article], groups: &[Group]) -> Option<String> {
    let sources: Option<Vec<String>> = groups
        .iter()
        .map(|group| {
            group.occurrences.iter().find_map(|occurrence| {
                let article = articles.get(occurrence.span.source().index())?;
                let mut mentions = article.mentions.iter();
                source(article, mentions.position(|m| m.span == occurrence.span)?)
            })
        })
        .collect();
    let sources = sources?;
    let two = |i: usize| sources[..i].iter().all(|other| are_two(other, &sources[i]));
    let given = |(source, group): (&String, &Group)| format!("{source}: {}", group.display);
    (groups.len() > 1 && (1..sources.len()).all(two)).then(|| {
        let given: Vec<String> = sources.iter().zip(groups).map(given).collect();
        given.join("; ")
    })
}

/// Who says the quotation that a value stands in.
fn quoted(article: &Article, value: &Mention) -> Option<String> {
    let quote = article.mentions.iter().find(|m| {
        m.kind == Kind::Quote
            && m.tokens.start <= value.tokens.start
            && value.tokens.end <= m.tokens.end
    })?;
    let Value::Quote(quote) = &quote.value else {
        return None;
    };
    let speaker = article.resolved.entities.get(quote.speaker?.0 as usize)?;
    Some(speaker.canonical.clone())
}

/// The part of speech of a name or figure of the sentence.
fn named(article: &Article, sentence: usize, token: usize) -> Option<Tag> {
    let mut mentions = article.mentions.iter();
    let mention = mentions
        .find(|m| m.sentence == sentence && m.kind != Kind::Quote && m.tokens.contains(&token))?;
    Some(if mention.kind.is_name() {
        Tag::Proper
    } else {
        Tag::Number
    })
}

/// Somebody who is said to have said something.
struct Attribution {
    source: Range<usize>,
    verb: usize,
    /// What is said follows: "police said 12 died". Else it stands before: "12 died, police said".
    opens: bool,
}

/// A sentence that is looked through.
struct Line<'a> {
    text: &'a Text,
    tags: &'a [Tag],
    tokens: Range<usize>,
}

impl Line<'_> {
    /// Everybody who says something in the sentence, in text order; `value` tells which side of a verb is said.
    fn attributions(&self, value: &Range<usize>) -> Vec<Attribution> {
        let inside = |i: usize| self.text.quotations.iter().any(|q| q.tokens.contains(&i));
        self.tokens
            .clone()
            .filter(|&i| !inside(i) && !value.contains(&i))
            .filter_map(|i| self.attribution(i, value))
            .collect()
    }

    fn attribution(&self, at: usize, value: &Range<usize>) -> Option<Attribution> {
        let text = self.text;
        if text.lower(at) == "according" && text.lower(at + 1) == "to" {
            let source = self.phrase_from(at + 2)?;
            let first = at == self.tokens.start;
            return Some(Attribution {
                source,
                verb: at,
                opens: first,
            });
        }
        let reports =
            text.lexeme(at).reports || matches!(text.lower(at), "estimated" | "estimates");
        if !reports || text.tokens[at].case != Case::Lower {
            return None;
        }
        let mut subject = at;
        while subject > self.tokens.start
            && (matches!(
                text.lower(subject - 1),
                "has" | "have" | "had" | "also" | "later" | "earlier"
            ) || text.lower(subject - 1).ends_with("ly"))
        {
            subject -= 1;
        }
        if let Some(source) = self.phrase_before(subject) {
            let outside = source
                .start
                .checked_sub(1)
                .filter(|&i| i >= self.tokens.start);
            let apart = outside.is_some_and(|i| self.is_mark(i));
            // What is said stands behind the verb if the value does, with no comma before it.
            let follows = value.start > at && !(at..value.start).any(|i| text.word(i) == ",");
            let that = text.lower(at + 1) == "that";
            return Some(Attribution {
                source,
                verb: at,
                opens: !apart || follows || that,
            });
        }
        // "12 died, said the mayor": right behind a comma or quotation mark.
        let comma = at.checked_sub(1).is_some_and(|i| self.is_mark(i));
        let source = comma.then(|| self.phrase_from(at + 1))??;
        Some(Attribution {
            source,
            verb: at,
            opens: false,
        })
    }

    fn is_mark(&self, at: usize) -> bool {
        matches!(self.text.word(at), "," | "\"" | "”" | "’" | "–" | "—")
    }

    /// The name or role that ends right before `end`, an apposition between commas passed over.
    fn phrase_before(&self, end: usize) -> Option<Range<usize>> {
        if end > self.tokens.start && self.text.word(end - 1) == "," {
            let floor = end.saturating_sub(APPOSITION).max(self.tokens.start);
            let comma = (floor..end - 1).rev().find(|&i| self.text.word(i) == ",")?;
            let source = self.plain_before(comma)?;
            // A list or another clause: only a name has an apposition.
            return (self.tags[source.end - 1] == Tag::Proper).then_some(source);
        }
        self.plain_before(end)
    }

    fn plain_before(&self, end: usize) -> Option<Range<usize>> {
        let mut start = end;
        while start > self.tokens.start && end - start < LONGEST {
            let at = start - 1;
            let links = matches!(self.text.lower(at), "of" | "for")
                && start < end
                && at > self.tokens.start
                && matches!(self.tags[at - 1], Tag::Noun | Tag::Proper);
            if !links && !self.is_part(at) {
                break;
            }
            start = at;
            let article = matches!(self.tags[at], Tag::Determiner);
            let joined = at > self.tokens.start && matches!(self.text.lower(at - 1), "of" | "for");
            if article && !joined {
                break;
            }
        }
        self.whole(start..end)
    }

    /// The name or role that starts at `start`.
    fn phrase_from(&self, start: usize) -> Option<Range<usize>> {
        let mut end = start;
        while end < self.tokens.end && end - start < LONGEST {
            let links = matches!(self.text.lower(end), "of" | "for") && end > start;
            let article = self.tags[end] == Tag::Determiner && end > start;
            let after_link = end > start && matches!(self.text.lower(end - 1), "of" | "for");
            if article && !after_link || !links && !self.is_part(end) {
                break;
            }
            end += 1;
        }
        while end > start
            && (matches!(self.text.lower(end - 1), "of" | "for") || self.tags[end - 1] == Tag::Mark)
        {
            end -= 1;
        }
        self.whole(start..end)
    }

    /// Whether a token may be part of a name or role.
    fn is_part(&self, at: usize) -> bool {
        let word = self.text.lower(at);
        let between = matches!(word, "-" | "'s" | "’s" | ".") && !self.text.spaced(at);
        between
            || matches!(
                self.tags[at],
                Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Determiner
            ) && !matches!(word, "that" | "this" | "there")
    }

    /// The phrase, if it names somebody: it ends in a noun or name that is no day.
    fn whole(&self, phrase: Range<usize>) -> Option<Range<usize>> {
        let last = phrase.clone().next_back()?;
        let names = matches!(self.tags[last], Tag::Noun | Tag::Proper);
        let time = names::word(self.text.lower(last)).calendar
            || matches!(
                self.text.lower(last),
                "today" | "yesterday" | "week" | "year" | "morning" | "night"
            );
        (names && !time).then_some(phrase)
    }
}

/// The source as written; the capital of a sentence's first word is small where it is no name.
fn written(text: &Text, tags: &[Tag], source: Range<usize>) -> Option<String> {
    let first = source.start;
    let written = one_line(text.slice(text.span(source)));
    let small = tags.get(first)? != &Tag::Proper
        && text.tokens[first].case == Case::Title
        && text.sentences[text.sentence_of(first)].tokens.start == first;
    let mut letters = written.chars();
    Some(match letters.next() {
        Some(letter) if small => letter.to_lowercase().chain(letters).collect(),
        _ => written,
    })
}

/// Whether two sources are two: no word of them but articles is the same.
fn are_two(a: &str, b: &str) -> bool {
    let words = |source: &str| -> Vec<String> {
        let words = source.split([' ', '-']).map(str::to_lowercase);
        words
            .filter(|w| !matches!(w.as_str(), "the" | "a" | "an" | "of" | "for" | "'s" | "’s"))
            .collect()
    };
    let (x, y) = (words(a), words(b));
    !x.is_empty() && !y.is_empty() && !x.iter().any(|word| y.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, InputFormat, analyze};

    #[test]
    fn the_source_of_a_value_stands_in_its_sentence() {
        let p = |text: &str, value: &str| {
            let article = analyze(Document::new(0, "a.txt", text, InputFormat::Text));
            let mut mentions = article.mentions.iter();
            let at = mentions.position(|m| article.text.slice(m.span) == value);
            source(&article, at.unwrap()).unwrap_or_default()
        };
        assert_eq!(p("Police said 12 people had died.", "12"), "police");
        assert_eq!(
            p("The union said that 20 people had died.", "20"),
            "the union"
        );
        assert_eq!(p("At least 12 people died, police said.", "12"), "police");
        assert_eq!(
            p("At least 12 people died, police said on Friday.", "12"),
            "police"
        );
        assert_eq!(
            p("At least 12 people died, said Mayor Ruth Adler.", "12"),
            "Mayor Ruth Adler"
        );
        assert_eq!(
            p(
                "Ruth Adler, the mayor of Ostrow, said 12 people died.",
                "12"
            ),
            "Ruth Adler"
        );
        assert_eq!(
            p("According to the fire service, 12 people died.", "12"),
            "the fire service"
        );
        assert_eq!(
            p(
                "It killed 12 people, according to the head of the union.",
                "12"
            ),
            "the head of the union"
        );
        assert_eq!(
            p("In Ostrow, officials said 12 people died.", "12"),
            "officials"
        );
        assert_eq!(
            p("\"We lost 12 people,\" said Ruth Adler.", "12"),
            "Ruth Adler"
        );
        let two = "Police said 12 died, while the union said 20 died.";
        assert_eq!(p(two, "12"), "police");
        assert_eq!(p(two, "20"), "the union");
        // Nobody is named, or it is not said by whom.
        assert_eq!(p("He said 12 people had died.", "12"), "");
        assert_eq!(p("It killed 12 people on Friday.", "12"), "");
        assert_eq!(
            p("Police said the boat sank, but 12 people survived.", "12"),
            ""
        );
        assert_eq!(
            p("Police said 12 people died, according to a report.", "12"),
            ""
        );
        assert_eq!(p("Police closed the road. It killed 12 people.", "12"), "");
    }

    #[test]
    fn a_dispute_is_named_as_one() {
        let p = |x: &str, y: &str| {
            let documents = [x, y].into_iter().zip(0..).map(|(text, id)| {
                let text = format!("The Ostrow mine flooded on Friday. {text}\n");
                Document::new(id, &format!("{id}.txt"), &text, InputFormat::Text)
            });
            let report = crate::compare(documents.collect());
            let messages: Vec<String> = report.findings.into_iter().map(|f| f.message).collect();
            messages.join(" | ")
        };
        let police = "The flood in the Ostrow mine killed 12 miners, police said.";
        assert_eq!(
            p(
                police,
                "The union said the flood in the Ostrow mine killed 20 miners."
            ),
            "those quoted give different figures: police: 12; the union: 20"
        );
        for other in [
            "The flood in the Ostrow mine killed 20 miners.",
            "The flood in the Ostrow mine killed 20 miners, Ostrow police said.",
            "The flood in the Ostrow mine killed 20 miners, he said.",
        ] {
            assert_eq!(p(police, other), "sources give different figures: 12 / 20");
        }
    }

    #[test]
    fn a_source_that_may_be_the_other_is_no_second_one() {
        assert!(are_two("police", "the union"));
        assert!(!are_two("police", "Ostrow police"));
        assert!(!are_two("Ruth Adler", "Mayor Adler"));
        assert!(!are_two("the", "a"));
    }
}
