//! What a name names: evidence from the words inside it and beside it.
//!
//! One place gives one mention's evidence; the mentions of an entity add theirs up where entities are joined, so that
//! "Miller" alone is what "Mayor Jane Miller" is. Weights are small whole numbers: 1 hints, 3 tells, 6 settles.

use std::ops::Range;

use crate::lexicon::names::{self, PlaceClass, Side, Title};
use crate::segment::{Case, Text, TokenKind};
use crate::value::Kind;

/// Evidence for each kind of name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Evidence {
    person: i32,
    organization: i32,
    place: i32,
    other: i32,
}

impl Evidence {
    pub(crate) fn add(&mut self, kind: Kind, weight: i32) {
        match kind {
            Kind::Person => self.person += weight,
            Kind::Organization => self.organization += weight,
            Kind::Place => self.place += weight,
            _ => self.other += weight,
        }
    }

    /// Adds what another mention tells.
    pub(crate) fn join(&mut self, other: Evidence) {
        self.person += other.person;
        self.organization += other.organization;
        self.place += other.place;
        self.other += other.other;
    }

    /// How much more speaks for a person than for anything else.
    pub(crate) fn person_lead(&self) -> i32 {
        self.person - self.organization.max(self.place).max(self.other)
    }

    /// The kind that most speaks for; `None` where nothing speaks for any.
    pub(crate) fn kind(&self) -> Option<Kind> {
        let best = self
            .person
            .max(self.organization)
            .max(self.place)
            .max(self.other);
        if best <= 0 && self.person < 0 {
            // "the Coalition": people have no article.
            Some(Kind::Organization)
        } else if best <= 0 {
            None
        } else if best == self.person {
            Some(Kind::Person)
        } else if best == self.organization {
            Some(Kind::Organization)
        } else if best == self.place {
            Some(Kind::Place)
        } else {
            Some(Kind::OtherName)
        }
    }
}

/// What the words of the name itself tell.
pub(crate) fn inside(text: &Text, tokens: Range<usize>) -> Evidence {
    let mut evidence = Evidence::default();
    let written = text.slice(text.span(tokens.clone()));
    let known = names::known(written);
    if known.demonym.is_some() {
        evidence.add(Kind::OtherName, 8);
        return evidence;
    }
    if let Some((class, _)) = known.place {
        let weight = match class {
            PlaceClass::Country | PlaceClass::State => 6,
            PlaceClass::Abbreviation => 2,
            PlaceClass::Region => 5,
            PlaceClass::City => 4,
        };
        evidence.add(Kind::Place, weight);
    }
    if known.organization.is_some() {
        evidence.add(Kind::Organization, 6);
    }
    let words: Vec<usize> = tokens
        .clone()
        .filter(|&i| text.kind(i) == Some(TokenKind::Word))
        .collect();
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else {
        return evidence;
    };
    let first_known = names::known(text.word(first));
    if words.len() == 1 {
        if first_known.given {
            evidence.add(Kind::Person, 3);
        } else if first_known.surname {
            evidence.add(Kind::Person, 2);
        }
        let capitals = text
            .word(first)
            .bytes()
            .filter(u8::is_ascii_uppercase)
            .count();
        let acronym = text.tokens[first].case == Case::Upper
            || text.tokens[first].case == Case::Mixed && capitals * 2 > text.word(first).len();
        if acronym && known.place.is_none() {
            evidence.add(Kind::Organization, 3);
        }
    } else if first_known.given {
        evidence.add(Kind::Person, 4);
    } else if names::known(text.word(last)).surname {
        evidence.add(Kind::Person, 1);
    }
    let last_title = names::word(text.lower(last));
    let listed = known.place.is_some() || known.organization.is_some();
    if let Some(head) = last_title.head.filter(|_| !listed) {
        let weight = if head.legal {
            9
        } else if head.prefix && words.len() > 1 {
            0
        } else if head.weak {
            1
        } else {
            5
        };
        evidence.add(head.kind, weight);
    }
    if words.len() > 1 && !listed {
        compound(text, &words, &mut evidence);
    }
    if tokens.clone().any(|i| text.word(i) == "&") {
        evidence.add(Kind::Organization, 3);
    }
    evidence
}

/// What the words of a name of several words tell beside the last.
fn compound(text: &Text, words: &[usize], evidence: &mut Evidence) {
    let first = names::word(text.lower(words[0]));
    if first.head.is_some_and(|h| h.prefix) || text.lower(words[0]) == "al" {
        evidence.add(Kind::Place, if first.opens { 1 } else { 3 });
    }
    let end = words[words.len() - 1];
    if words.len() == 2 && names::known(text.word(end)).place.is_some() {
        // "Southern Iraq", "Ford Australia".
        if names::ordinary(text.lower(words[0]))
            || names::known(text.word(words[0])).demonym.is_some()
        {
            evidence.add(Kind::Place, 5);
        } else if names::known(text.word(words[0])).organization.is_some() {
            evidence.add(Kind::Organization, 5);
        }
    }
    let (mut ordinary, mut digits) = (0, false);
    for (index, &at) in words.iter().enumerate() {
        let word = text.word(at);
        let lower = text.lower(at);
        let facts = names::word(lower);
        let inner = index > 0 && index + 1 < words.len();
        if text.tokens[at].case == Case::Lower {
            // "Bank of America": the head stands before the link.
            if matches!(lower, "of" | "for" | "on" | "at")
                && let Some(head) = index
                    .checked_sub(1)
                    .and_then(|i| names::word(text.lower(words[i])).head)
            {
                evidence.add(head.kind, 6);
            }
            if index > 0 && (facts.inside || facts.opens) {
                evidence.add(Kind::Person, 2);
            }
            if facts.syllable && !facts.inside && !facts.opens {
                evidence.add(Kind::Person, 4);
            }
            continue;
        }
        if matches!(lower, "jr" | "sr" | "ii" | "iii" | "iv") && index > 0 {
            evidence.add(Kind::Person, 4);
            continue;
        }
        if (word.len() == 1
            || (word.len() <= 6
                && word.ends_with('.')
                && text.tokens[at].case == Case::Upper
                && names::known(word).place.is_none()))
            && index + 1 < words.len()
        {
            evidence.add(Kind::Person, 3);
            continue;
        }
        digits |= word.bytes().any(|b| b.is_ascii_digit());
        ordinary += usize::from(
            facts.head.is_none()
                && names::ordinary(lower)
                && !names::known(word).surname
                && !names::known(word).given,
        );
        if inner && facts.head.is_some_and(|h| !h.weak && !h.prefix) {
            evidence.add(facts.head.map_or(Kind::OtherName, |h| h.kind), 1);
        }
        if text.tokens[at].case == Case::Upper && word.len() > 1 && !word.ends_with('.') {
            evidence.add(Kind::Organization, 1);
        }
        if index == 0 && names::known(word).demonym.is_some() {
            evidence.add(Kind::Organization, 2);
        }
    }
    if digits {
        evidence.add(Kind::OtherName, 3);
    }
    if ordinary > 0 {
        evidence.add(Kind::Organization, 2);
        evidence.add(Kind::OtherName, 1);
    } else if words.len() <= 3 && !first.opens {
        evidence.add(Kind::Person, 2);
    }
}

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
    for &(kind, weight) in names::cues(lower, Side::Before) {
        evidence.add(kind, weight);
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
        && names::word(text.lower(role)).title == Some(Title::Role);
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
            if names::word(text.lower(at)).title == Some(Title::Role)
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
                names::word(text.lower(i)).title == Some(Title::Role)
                    && names::word(text.lower(i)).head.is_none()
            })
}
