//! What a name names: evidence from its own words; [`super::beside`] has that of its neighbours.
//!
//! One place gives one mention's evidence; the mentions of an entity add theirs up where entities are joined, so that
//! "Miller" alone is what "Mayor Jane Miller" is. Weights are small whole numbers: 1 hints, 3 tells, 6 settles.

use std::ops::Range;

use crate::lexicon::names::{self, PlaceClass};
use crate::segment::{Case, Lexeme, Text, TokenKind};
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

/// More than many articles together: people have none, offices have.
const OFFICE: i32 = 60;

/// What the words of the name itself tell.
pub(crate) fn inside(text: &Text, tokens: Range<usize>) -> Evidence {
    let mut evidence = Evidence::default();
    let written = text.slice(text.span(tokens.clone()));
    let office =
        |i: usize| text.lexeme(i).word.title.is_some() || matches!(text.lower(i), "of" | "for");
    if tokens.len() > 1 && tokens.clone().all(office) {
        // An office that stands for its holder, whatever the articles before all its mentions say.
        evidence.add(Kind::Person, OFFICE);
        return evidence;
    }
    let mut known = names::known(written);
    if written.len() > 3 && !written.contains(char::is_lowercase) && known.place.is_none() {
        // "BAGHDAD" of a dateline, "MILLER" of a headline.
        let known_small = names::known(&titled(written));
        known.place = known_small.place;
        known.given |= known_small.given;
        known.surname |= known_small.surname;
    }
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
    if words.len() == 1 {
        if known.given {
            evidence.add(Kind::Person, 3);
        } else if known.surname {
            evidence.add(Kind::Person, 2);
        }
        let capitals = text
            .word(first)
            .bytes()
            .filter(u8::is_ascii_uppercase)
            .count();
        let acronym = text.tokens[first].case == Case::Upper
            || text.tokens[first].case == Case::Mixed && capitals * 2 > text.word(first).len();
        let borne = written.len() > 5 && (known.given || known.surname);
        if acronym && !borne && known.place.is_none() && !shouted(text, first) {
            evidence.add(Kind::Organization, 3);
        }
    }
    let last_title = text.lexeme(last).word;
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

/// Whether all that stands around a word is in capitals, too: a headline, in which capitals make no acronym.
fn shouted(text: &Text, at: usize) -> bool {
    let near = at.saturating_sub(AROUND)..at + AROUND + 1;
    let own = text.sentence_of(at);
    let words = near.filter(|&i| i != at && text.kind(i) == Some(TokenKind::Word));
    let mut words = words
        .filter(|&i| text.sentence_of(i) == own && text.word(i).len() > 2)
        .peekable();
    words.peek().is_some() && words.all(|i| text.tokens[i].case == Case::Upper)
}

/// So many tokens on each side tell whether a headline is in capitals.
const AROUND: usize = 4;

/// "New York" from "NEW YORK".
fn titled(capitals: &str) -> String {
    let mut first = true;
    let letter = |c: char| {
        let written = if first { c } else { c.to_ascii_lowercase() };
        first = !c.is_alphabetic();
        written
    };
    capitals.chars().map(letter).collect()
}

/// What the words of a name of several words tell beside the last.
fn compound(text: &Text, words: &[usize], evidence: &mut Evidence) {
    let (first, last) = (words[0], words[words.len() - 1]);
    opening(text, first, last, words.len(), evidence);
    let (mut ordinary, mut heads, mut digits) = (0, 0, false);
    for (index, &at) in words.iter().enumerate() {
        let word = text.word(at);
        let lower = text.lower(at);
        let facts = text.lexeme(at).word;
        let case = text.tokens[at].case;
        if case == Case::Lower {
            small_word(text, words, index, evidence);
            continue;
        }
        if matches!(lower, "jr" | "sr" | "ii" | "iii" | "iv") && index > 0 {
            // "John Paul II", but "World War II" and "Phase III".
            let plain = |word: &Lexeme| word.ordinary && !word.name.given && !word.name.surname;
            if plain(text.lexeme(words[index - 1])) {
                evidence.add(Kind::OtherName, 3);
            } else {
                evidence.add(Kind::Person, 4);
            }
            continue;
        }
        // "J", "J.R.": initials, but not "N.F.C."
        let initials =
            word.len() == 1 || word.len() <= 4 && word.ends_with('.') && case == Case::Upper;
        if initials && index + 1 < words.len() && text.lexeme(at).name.place.is_none() {
            evidence.add(Kind::Person, 3);
            continue;
        }
        let known = text.lexeme(at).name;
        digits |= word.bytes().any(|b| b.is_ascii_digit());
        heads += usize::from(facts.head.is_some());
        ordinary += usize::from(
            facts.head.is_none() && text.lexeme(at).ordinary && !known.surname && !known.given,
        );
        let inner = index > 0 && index + 1 < words.len();
        if let Some(head) = facts.head.filter(|h| inner && !h.weak && !h.prefix) {
            evidence.add(head.kind, 1);
        }
        if case == Case::Upper && word.len() > 1 {
            evidence.add(Kind::Organization, 1);
        }
    }
    if digits {
        evidence.add(Kind::OtherName, 3);
    }
    if ordinary > 0 {
        evidence.add(Kind::Organization, 2);
        evidence.add(Kind::OtherName, 1);
    } else if heads == 0 && words.len() <= 3 && !text.lexeme(first).word.opens {
        evidence.add(Kind::Person, 2);
    }
}

/// What the first and the last word tell together.
fn opening(text: &Text, first: usize, last: usize, count: usize, evidence: &mut Evidence) {
    let known = text.lexeme(first).name;
    let end = text.lexeme(last).name;
    let facts = text.lexeme(first).word;
    if facts.head.is_some_and(|h| h.prefix) {
        evidence.add(Kind::Place, 3);
    }
    if facts.opens {
        // "Al Huwayjah" is a place; "Al Miller" has a family name.
        evidence.add(Kind::Place, 1);
        if known.given && end.surname {
            evidence.add(Kind::Person, 4);
        }
    } else if known.given && !(known.place.is_some() && team(text, last)) {
        evidence.add(Kind::Person, 4);
    } else if end.surname {
        evidence.add(Kind::Person, 1);
    }
    if count == 2 && end.place.is_some() && (known.demonym.is_some() || text.lexeme(first).ordinary)
    {
        // "Southern Iraq"
        evidence.add(Kind::Place, 5);
    } else if known.demonym.is_some() {
        evidence.add(Kind::Organization, 2);
    } else if known.organization.is_some() && !known.given {
        // "Ford Australia", "Apple Computer"
        evidence.add(Kind::Organization, 4);
    } else if known.place.is_some() && team(text, last) {
        // "Dallas Cowboys"
        evidence.add(Kind::Organization, 4);
    } else if known.place.is_some() && !known.given && !known.surname {
        // "London Heathrow"
        evidence.add(Kind::Place, 3);
        evidence.add(Kind::Organization, 2);
    }
}

/// Whether the last word is an English plural, as teams have: "Cowboys".
fn team(text: &Text, last: usize) -> bool {
    let lower = text.lower(last);
    lower.ends_with('s') && lower.len() > 3 && text.lexeme(last).ordinary
}

/// Linking words and particles inside a name.
fn small_word(text: &Text, words: &[usize], index: usize, evidence: &mut Evidence) {
    let lower = text.lower(words[index]);
    let facts = text.lexeme(words[index]).word;
    // "Bank of America": the head stands before the link.
    if matches!(lower, "of" | "for" | "on" | "at")
        && let Some(head) = index
            .checked_sub(1)
            .and_then(|i| text.lexeme(words[i]).word.head)
    {
        evidence.add(head.kind, 6);
    }
    if matches!(lower, "'s" | "’s") {
        evidence.add(Kind::Person, -4);
    }
    if index > 0 && (facts.inside || facts.opens) {
        evidence.add(Kind::Person, 2);
    } else if facts.syllable && !facts.inside && !facts.opens {
        evidence.add(Kind::Person, 4);
    }
}
