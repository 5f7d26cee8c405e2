//! What a name names: evidence from the words beside it, such as titles, roles, prepositions and the nouns that follow.

use std::ops::Range;

use super::kind::Evidence;
use crate::lexicon::names::{self, PlaceClass, Side, Title};
use crate::segment::{Case, Text, TokenKind};
use crate::value::Kind;

/// What the words beside the name tell.
pub(crate) fn around(text: &Text, tokens: Range<usize>) -> Evidence {
    let mut evidence = Evidence::default();
    let sentence = &text.sentences[text.sentence_of(tokens.start)].tokens;
    before(text, sentence, &tokens, &mut evidence);
    after(text, sentence, &tokens, &mut evidence);
    evidence
}

fn before(text: &Text, sentence: &Range<usize>, tokens: &Range<usize>, evidence: &mut Evidence) {
    let Some(mut at) = tokens.start.checked_sub(1).filter(|&i| i >= sentence.start) else {
        return;
    };
    if text.word(at) == "." && !text.spaced(at) && at > sentence.start {
        at -= 1;
    }
    let lower = text.lower(at);
    if text.word(at) == "," {
        // "Brussels, Belgium": what follows a place after a comma is one more often than not.
        return;
    }
    if lower == "the" {
        evidence.add(Kind::Person, -3);
        return;
    }
    let at = office(text, sentence.start, at);
    let lower = text.lower(at);
    let trimmed = lower.trim_end_matches('.');
    match names::word(trimmed).title {
        Some(Title::Honorific) => evidence.add(Kind::Person, 8),
        // "the company's director", "coach Miller"; a role that stands before a full name.
        Some(Title::Role) if !matches!(text.word(at), "star" | "guard" | "general" | "head") => {
            evidence.add(Kind::Person, 5);
        }
        _ => {}
    }
    if lower == "of" && at > sentence.start {
        // "the city of X"
        for &(kind, weight) in names::cues(text.lower(at - 1), Side::Before) {
            if kind == Kind::Place && weight == 3 {
                evidence.add(kind, 4);
            }
        }
        return;
    }
    // "in London's parks" and "in Miller's fifth defence": what the preposition governs is what the name possesses.
    let possesses = matches!(text.word(tokens.end), "'s" | "’s");
    for &(kind, weight) in names::cues(lower, Side::Before) {
        if !(possesses && kind == Kind::Place) {
            evidence.add(kind, weight);
        }
    }
    if matches!(text.word(at), "\"" | "“" | "‘" | "«") {
        let closes = matches!(text.word(tokens.end), "\"" | "”" | "’" | "»");
        if closes {
            evidence.add(Kind::OtherName, 3);
        }
    }
}

/// The role of an office whose field ends at `at`: "Secretary" of "Secretary of State", else `at`.
fn office(text: &Text, start: usize, at: usize) -> usize {
    let field = (start..=at)
        .rev()
        .take(4)
        .take_while(|&i| text.tokens[i].case == Case::Title)
        .last();
    let Some(of) = field.and_then(|i| i.checked_sub(1)).filter(|&i| i > start) else {
        return at;
    };
    let role = of - 1;
    let is_office = matches!(text.lower(of), "of" | "for")
        && text.tokens[role].case == Case::Title
        && text.lexeme(role).word.title == Some(Title::Role);
    if is_office { role } else { at }
}

fn after(text: &Text, sentence: &Range<usize>, tokens: &Range<usize>, evidence: &mut Evidence) {
    let at = tokens.end;
    if at >= sentence.end {
        return;
    }
    match text.word(at) {
        "," => {
            let next = at + 1;
            let aged = text.kind(next) == Some(TokenKind::Number) && text.word(next + 1) == ",";
            if aged {
                evidence.add(Kind::Person, 4);
            } else if text.lower(next) == "who" || text.lower(next) == "whose" {
                evidence.add(Kind::Person, 3);
            } else if known_place(text, next, sentence.end) {
                evidence.add(Kind::Place, 3);
            } else if role_follows(text, next, sentence.end) {
                evidence.add(Kind::Person, 4);
            }
        }
        "(" => {
            // "Mayor Jane Miller (born 1950)", "Long Name (LN)"
            if text.lower(at + 1) == "born" {
                evidence.add(Kind::Person, 4);
            }
        }
        "'s" | "’s" | "'" | "’" => {
            for &(kind, weight) in names::cues(text.lower(at + 1), Side::After) {
                if kind == Kind::Organization && weight > 1 {
                    evidence.add(kind, 1);
                }
            }
        }
        _ => {
            // "Boeing spokesman", "Acme analyst".
            if text.lexeme(at).word.title == Some(Title::Role)
                && text.tokens[at].case == Case::Lower
            {
                evidence.add(Kind::Organization, 2);
            }
            for &(kind, weight) in names::cues(text.lower(at), Side::After) {
                evidence.add(kind, weight);
            }
        }
    }
}

/// Whether a known country or state stands at `at`.
fn known_place(text: &Text, at: usize, end: usize) -> bool {
    (1..=3.min(end.saturating_sub(at))).any(|n| {
        let known = names::known(text.slice(text.span(at..at + n)));
        let closes = at + n >= end || matches!(text.word(at + n), "," | "." | ";" | ")");
        closes
            && known
                .place
                .is_some_and(|(class, _)| class != PlaceClass::City)
    })
}

/// Whether a role stands in apposition at `at`: "a spokesman for", "the country's foreign minister".
fn role_follows(text: &Text, at: usize, end: usize) -> bool {
    let opens = matches!(
        text.lower(at),
        "a" | "an"
            | "the"
            | "his"
            | "her"
            | "its"
            | "their"
            | "one"
            | "then"
            | "chief"
            | "president"
            | "chairman"
            | "director"
            | "former"
    );
    opens
        && (at..end.min(at + 6))
            .take_while(|&i| !matches!(text.word(i), "," | "." | ";" | ":"))
            .any(|i| {
                text.lexeme(i).word.title == Some(Title::Role) && text.lexeme(i).word.head.is_none()
            })
}
