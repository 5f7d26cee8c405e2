//! What was said, as far as a quotation gives it: its words without the marks of the writer who quotes it.

use std::ops::Range;

use crate::lexicon::{NumberWord, number_word};
use crate::segment::{Case, Text, TokenKind};

/// The words of a quotation.
pub(super) struct Spoken {
    /// In small letters, numbers in digits.
    pub(super) words: Vec<String>,
    /// The tokens of each.
    tokens: Vec<Range<usize>>,
    /// Whether each stands in brackets: the writer put it in.
    added: Vec<bool>,
    /// Whether the writer left something out before each.
    cut: Vec<bool>,
    /// Whether it is a piece of a sentence that the writer finishes: "she had \"treated those in her care as a crowd\"".
    piece: bool,
}

impl Spoken {
    /// Whether the writer left something out or put something in at this place; the word behind an empty place tells too.
    pub(super) fn is_edited(&self, place: &Range<usize>) -> bool {
        let cut = place.start..(place.end + 1).min(self.cut.len());
        self.cut[cut].iter().any(|&cut| cut) || self.added[place.clone()].iter().any(|&added| added)
    }

    /// How the words at a place are written.
    pub(super) fn written(&self, text: &Text, place: Range<usize>) -> String {
        let Some(tokens) = self.tokens.get(place) else {
            return String::new();
        };
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            return String::new();
        };
        let written = text.slice(text.span(first.start..last.end));
        written.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// What the quotation of these tokens gives.
pub(super) fn spoken(text: &Text, tokens: Range<usize>) -> Spoken {
    let mut spoken = Spoken {
        words: Vec::new(),
        tokens: Vec::new(),
        added: Vec::new(),
        cut: Vec::new(),
        piece: text
            .tokens
            .get(tokens.start)
            .is_some_and(|token| token.case == Case::Lower),
    };
    let (mut depth, mut cut) = (0_usize, false);
    let mut at = tokens.start;
    while at < tokens.end {
        let next = match text.kind(at) {
            Some(TokenKind::Word | TokenKind::Number) => {
                let (word, end) = number(text, at, tokens.end).unwrap_or_else(|| {
                    let word = text.lower(at).replace('’', "'");
                    cut |= word.contains("..") || word.contains('…');
                    (word.trim_end_matches('.').to_owned(), at + 1)
                });
                spoken.words.push(word);
                spoken.tokens.push(at..end);
                spoken.added.push(depth > 0);
                spoken.cut.push(cut);
                cut = false;
                end
            }
            _ => {
                match text.word(at) {
                    "(" | "[" => depth += 1,
                    ")" | "]" => depth = depth.saturating_sub(1),
                    _ => {}
                }
                cut |= is_cut(text, at);
                at + 1
            }
        };
        at = next;
    }
    spoken
}

/// Whether the dots that begin at a token say that something is left out: "...", "..", "…", ". . .".
fn is_cut(text: &Text, at: usize) -> bool {
    let dots = |at: usize| text.word(at).starts_with(['.', '…']);
    let word = text.word(at);
    word.contains('…') || word.starts_with("..") || dots(at) && dots(at + 1)
}

/// The number at a token as digits, with where it ends: "eleventh" and "11th" are one, as are "twenty-five" and "25".
fn number(text: &Text, at: usize, limit: usize) -> Option<(String, usize)> {
    if text.kind(at) == Some(TokenKind::Number) {
        let ending = matches!(text.lower(at + 1), "st" | "nd" | "rd" | "th") && at + 1 < limit;
        return (ending && !text.spaced(at + 1)).then(|| (format!("{}th", text.word(at)), at + 2));
    }
    // A singular that is no number: "one" is somebody, and "second" a part of a minute.
    let plain = !matches!(text.lower(at), "one" | "second");
    match number_word(text.lower(at))? {
        NumberWord::Unit(n) if plain => Some((n.to_string(), at + 1)),
        NumberWord::Ordinal(n) if plain => Some((format!("{n}th"), at + 1)),
        NumberWord::Ten(tens) => {
            let hyphen = matches!(text.word(at + 1), "-" | "–") && !text.spaced(at + 1);
            let last = at + if hyphen { 2 } else { 1 };
            let unit = (last < limit)
                .then(|| number_word(text.lower(last)))
                .flatten();
            match unit {
                Some(NumberWord::Unit(n)) if n < 10 => Some(((tens + n).to_string(), last + 1)),
                Some(NumberWord::Ordinal(n)) if n < 10 => {
                    Some((format!("{}th", tens + n), last + 1))
                }
                _ => Some((tens.to_string(), at + 1)),
            }
        }
        _ => None,
    }
}

/// Whether two places differ in nothing but who speaks to whom: a piece of a speech that the writer finishes is told of "her" where
/// she was told of "you".
pub(super) fn is_turned(
    (a, own): (&Spoken, &Range<usize>),
    (b, other): (&Spoken, &Range<usize>),
) -> bool {
    let (x, y) = (&a.words[own.clone()], &b.words[other.clone()]);
    let persons = |side: &[String]| {
        side.iter()
            .map(|word| person(word))
            .collect::<Option<Vec<_>>>()
    };
    let (Some(x), Some(y)) = (persons(x), persons(y)) else {
        return false;
    };
    let told = |piece: &Spoken, theirs: &[Person], said: &[Person]| {
        piece.piece
            && theirs.iter().all(|&p| p == Person::SpokenOf)
            && said.iter().all(|&p| p == Person::Speaking)
    };
    !x.is_empty() && x.len() == y.len() && (told(a, &x, &y) || told(b, &y, &x))
}

/// Whom a pronoun means in a speech.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Person {
    /// Who speaks or is spoken to.
    Speaking,
    /// Anybody else.
    SpokenOf,
}

fn person(word: &str) -> Option<Person> {
    match word {
        "i" | "me" | "my" | "mine" | "we" | "us" | "our" | "ours" | "you" | "your" | "yours" => {
            Some(Person::Speaking)
        }
        "he" | "him" | "his" | "she" | "her" | "hers" | "they" | "them" | "their" | "theirs" => {
            Some(Person::SpokenOf)
        }
        _ => None,
    }
}
