//! How far a run of capitals reaches: "University of North Carolina at Chapel Hill", "Johnson & Johnson", "Jong-un".
//!
//! A chunk may hold a title and a name, or two names side by side; [`super::part`] takes it apart.

use std::ops::Range;

use crate::lexicon::CalendarWord;
use crate::lexicon::names::{self, Title, Word};
use crate::segment::{Case, Text, TokenKind};

/// A document's tokens as the chunker sees them.
pub(super) struct Scan<'a> {
    pub(super) text: &'a Text,
    /// Tokens of figures and dates, which are no names.
    pub(super) taken: &'a [bool],
}

impl Scan<'_> {
    /// What is known of the word at `at`, without a closing full stop.
    pub(super) fn facts(&self, at: usize) -> Word {
        let facts = self.text.lexeme(at).word;
        if facts.title.is_none() && facts.head.is_none() {
            let lower = self.text.lower(at);
            if lower.as_bytes().last() == Some(&b'.') {
                return names::word(lower.trim_end_matches('.'));
            }
        }
        facts
    }

    /// Whether the word at `at` has a capital and may be part of a name.
    pub(super) fn capital(&self, at: usize) -> bool {
        let text = self.text;
        if text.kind(at) != Some(TokenKind::Word) || self.taken.get(at).copied().unwrap_or(true) {
            return false;
        }
        match text.tokens[at].case {
            Case::None | Case::Lower => return false,
            Case::Mixed if text.word(at).starts_with(|c: char| !c.is_alphabetic()) => return false,
            Case::Mixed | Case::Title | Case::Upper => {}
        }
        if text.word(at).starts_with(['\'', '’']) || contraction(text.lower(at)) {
            return false;
        }
        // The letters of "3G" and "300E".
        if at > 0 && !text.spaced(at) && text.kind(at - 1) == Some(TokenKind::Number) {
            return false;
        }
        if text.tokens[at].case == Case::Upper && self.shouted(at) {
            return false;
        }
        let initial = || {
            let word = text.word(at);
            word.len() == 1 && word != "I" && text.word(at + 1) == "." && !text.spaced(at + 1)
        };
        !text.lexeme(at).word.no_name || initial() || is_named_as_a_month(text, at)
    }

    /// Whether a word in capitals is an English word beside another one: "TWO MORE OUT".
    fn shouted(&self, at: usize) -> bool {
        let text = self.text;
        let loud = |i: usize| {
            text.tokens
                .get(i)
                .is_some_and(|t| t.case == Case::Upper && t.span.len() > 2)
                && text.lexeme(i).ordinary
        };
        loud(at) && (loud(at + 1) || at > 0 && loud(at - 1))
    }

    /// The length in tokens of the longest known name of several words at `at`, up to `end`; 0 where there is none.
    pub(super) fn phrase(&self, at: usize, end: usize) -> usize {
        let longest = self.text.lexeme(at).longest_phrase;
        let longest = longest.min(end.saturating_sub(at));
        (2..=longest)
            .rev()
            .find(|&n| {
                let tokens = at..at + n;
                !tokens
                    .clone()
                    .any(|i| self.taken.get(i).copied().unwrap_or(true))
                    && {
                        let known = self.text.known(tokens);
                        known.place.is_some()
                            || known.organization.is_some()
                            || known.demonym.is_some()
                    }
            })
            .unwrap_or(0)
    }

    /// The chunk that begins at `start`, whose word is a capital or a particle; it ends before `limit`.
    pub(super) fn chunk(&self, start: usize, limit: usize) -> Range<usize> {
        let text = self.text;
        let mut end = start + self.step(start, limit);
        while end < limit {
            if self.capital(end) && (text.spaced(end) || text.word(end - 1).ends_with('.')) {
                end += self.step(end, limit);
                continue;
            }
            match self.link(start, end, limit) {
                0 => break,
                n => end += n,
            }
        }
        let end = end.min(limit);
        start..end - usize::from(self.describes_what_follows(start..end))
    }

    /// Whether the last word of a chunk is no part of a name, but says of which people the thing behind it is: "the EU Kosovar relief
    /// office".
    fn describes_what_follows(&self, chunk: Range<usize>) -> bool {
        let text = self.text;
        let end = chunk.end;
        chunk.len() == 2
            && text.tokens[chunk.start].case == Case::Upper
            && text.word(chunk.start).len() > 1
            && text.lexeme(end - 1).name.demonym.is_some()
            && text.kind(end) == Some(TokenKind::Word)
            && text.tokens[end].case == Case::Lower
            && text.sentence_of(end) == text.sentence_of(end - 1)
            && !text.lexeme(end).reports
    }

    /// How many tokens the word or known phrase at `at` takes; an opening particle takes its hyphen and name along.
    fn step(&self, at: usize, limit: usize) -> usize {
        if self.text.tokens[at].case == Case::Lower {
            return self.particle(at, limit).max(1);
        }
        self.phrase(at, limit).max(1)
    }

    /// "al-Maliki", "al Maliki": the tokens of a particle with the name that it opens, 0 where it opens none.
    pub(super) fn particle(&self, at: usize, limit: usize) -> usize {
        let text = self.text;
        if text.tokens[at].case != Case::Lower || !text.lexeme(at).word.opens {
            return 0;
        }
        let joined = hyphen(text.word(at + 1)) && !text.spaced(at + 1) && !text.spaced(at + 2);
        if joined && at + 2 < limit && self.capital(at + 2) {
            3
        } else {
            0
        }
    }

    /// Whether a particle at `at` may open a surname by itself: "van der Berg"; not "do", "den" and their like, which are
    /// words too.
    pub(super) fn free_particle(&self, at: usize) -> bool {
        let lower = self.text.lower(at);
        let after_article = at > 0
            && matches!(
                self.text.lower(at - 1),
                "the" | "a" | "an" | "his" | "her" | "their"
            );
        self.text.tokens[at].case == Case::Lower
            && self.text.lexeme(at).word.inside
            && (!self.text.lexeme(at).ordinary || matches!(lower, "van" | "bin") && !after_article)
    }

    /// How many tokens after `end`, of which the first is no capital, still belong to the chunk.
    fn link(&self, start: usize, end: usize, limit: usize) -> usize {
        let text = self.text;
        let capital = |at: usize| at < limit && self.capital(at);
        match text.word(end) {
            "-" | "‐" | "‑" if !text.spaced(end) && !text.spaced(end + 1) => {
                self.hyphen(end, limit)
            }
            "." if !text.spaced(end) => self.full_stop(end, limit),
            "&" if capital(end + 1) => 2,
            "," => {
                let next = end + 1;
                let lower = text.lower(next);
                let closes = text.lexeme(next).word.head.is_some_and(|h| h.legal)
                    || matches!(lower, "jr" | "sr" | "ii" | "iii");
                if closes && capital(next) { 2 } else { 0 }
            }
            "'s" | "’s" => usize::from(self.possessive(start, end, limit)),
            "'" | "’" if text.word(end - 1) == "O" && capital(end + 1) => 2,
            _ if text.tokens[end].case == Case::Lower => self.small_word(start, end, limit),
            _ => 0,
        }
    }

    fn hyphen(&self, end: usize, limit: usize) -> usize {
        let text = self.text;
        let next = end + 1;
        if next >= limit {
            return 0;
        }
        if self.capital(next) {
            // "UK-France" are two names.
            let both_known = [end - 1, next].iter().all(|&i| {
                let known = text.lexeme(i).name;
                known.place.is_some() || known.demonym.is_some() || known.organization.is_some()
            });
            return if both_known { 0 } else { 2 };
        }
        if text.tokens[next].case == Case::Lower {
            let particle = text.lexeme(next).word;
            if particle.syllable
                && text.tokens[end - 1].case == Case::Title
                && text.tokens[end - 1].span.len() <= 6
            {
                return 2;
            }
            // "Ahmad al-Maliki" is handled where the particle stands; "Deir-al-Zor" here.
            if particle.inside && hyphen(text.word(next + 1)) && self.capital(next + 2) {
                return 4;
            }
        }
        0
    }

    /// A full stop after an initial or an abbreviation.
    fn full_stop(&self, end: usize, limit: usize) -> usize {
        let text = self.text;
        let before = text.lower(end - 1);
        let facts = text.lexeme(end - 1).word;
        let closes = facts.head.is_some_and(|h| h.legal) || matches!(before, "jr" | "sr");
        if closes {
            return 1;
        }
        let opens = before.len() == 1
            || facts.title == Some(Title::Honorific)
            || matches!(before, "st" | "mt" | "ft" | "ste" | "wm" | "geo" | "chas");
        usize::from(opens && end + 1 < limit && self.capital(end + 1))
    }

    /// Whether the name goes on after "'s": "St. Mary's Hospital", "People's Party".
    fn possessive(&self, start: usize, end: usize, limit: usize) -> bool {
        let text = self.text;
        let next = end + 1;
        if next >= limit || !self.capital(next) {
            return false;
        }
        if matches!(text.lower(next), "day" | "eve") {
            return true;
        }
        let head = self.facts(next).head.is_some_and(|h| !h.legal && !h.prefix);
        let saint = matches!(text.lower(start), "st" | "saint");
        let people = matches!(
            text.lower(end - 1),
            "people"
                | "children"
                | "women"
                | "men"
                | "veterans"
                | "workers"
                | "writers"
                | "farmers"
                | "teachers"
                | "mothers"
        );
        head && (saint || people)
    }

    /// Linking words and particles inside a name.
    fn small_word(&self, start: usize, end: usize, limit: usize) -> usize {
        let text = self.text;
        let capital = |at: usize| at < limit && self.capital(at);
        let facts = text.lexeme(end).word;
        let particle = self.particle(end, limit);
        if particle > 0 && self.facts(end - 1).title.is_none() {
            return particle;
        }
        if facts.inside || (facts.opens && matches!(text.lower(end), "al" | "el")) {
            if capital(end + 1) {
                return 2;
            }
            if text.lexeme(end + 1).word.inside && capital(end + 2) {
                return 3;
            }
        }
        let after_article = |at: usize| at + usize::from(text.lower(at) == "the");
        let head = self.facts(end - 1).head;
        let role = self.facts(end - 1).title.is_some() && head.is_none();
        let joins = |allowed: bool| {
            let next = after_article(end + 1);
            if allowed && !role && capital(next) {
                next + 1 - end
            } else {
                0
            }
        };
        match text.lower(end) {
            "of" => joins(
                head.is_some_and(|h| h.of)
                    || !(start..end).any(|i| text.lexeme(i).name.given)
                        && self.plain(end - 1)
                        && self.plain(after_article(end + 1)),
            ),
            "for" => joins(head.is_some_and(|h| h.for_)),
            "on" => joins(head.is_some_and(|h| h.on)),
            "at" => {
                let college = (start..end).any(|i| self.facts(i).head.is_some_and(|h| h.at));
                joins(college)
            }
            "and" => self.and(start, end, limit),
            _ => 0,
        }
    }

    /// A capitalised word that is no name by itself: "Lord" and "Rings" of "Lord of the Rings".
    pub(super) fn plain(&self, at: usize) -> bool {
        self.common(at) && self.facts(at).title.is_none()
    }

    /// An English word that is on no list of names.
    pub(super) fn common(&self, at: usize) -> bool {
        let known = self.text.lexeme(at).name;
        self.text.lexeme(at).ordinary
            && known.place.is_none()
            && known.organization.is_none()
            && known.demonym.is_none()
            && !known.given
    }

    /// "Department of Health and Human Services", "Food and Drug Administration".
    fn and(&self, start: usize, end: usize, limit: usize) -> usize {
        let text = self.text;
        let next = end + 1;
        if next >= limit || !self.capital(next) {
            return 0;
        }
        let linked = (start..end).any(|i| {
            matches!(text.lower(i), "of" | "for" | "on") && text.tokens[i].case == Case::Lower
        });
        let offices = (start..end).any(|i| self.facts(i).head.is_some_and(|h| h.and));
        if linked && offices && self.common(next) && self.common(end - 1) {
            return 2;
        }
        let mut last = next;
        while last + 1 < limit && self.capital(last + 1) && text.spaced(last + 1) {
            last += 1;
        }
        let closes = self.facts(last).head.is_some_and(|h| h.legal)
            || last > next && self.facts(last).head.is_some_and(|h| !h.weak && !h.prefix);
        let legal = self.facts(last).head.is_some_and(|h| h.legal);
        let plain = self.plain(end - 1) && self.facts(end - 1).head.is_none();
        if closes && (legal && end - start == 1 || plain) && text.lexeme(start).name.place.is_none()
        {
            last + 1 - end
        } else {
            0
        }
    }
}

/// Whether the word is a given name that months have as well: "Jan Havel", "June Carter", "said April Whitman". In "in May Ashby won"
/// it is none, nor before an English word ("April showers", "May Day").
pub(in crate::mention) fn is_named_as_a_month(text: &Text, at: usize) -> bool {
    let word = text.lexeme(at);
    let Some(CalendarWord::Month(_, short)) = word.calendar.meaning else {
        return false;
    };
    if !word.name.given || !text.tokens.get(at).is_some_and(|t| t.case == Case::Title) {
        return false;
    }
    let next = text.lexeme(at + 1);
    let named = text
        .tokens
        .get(at + 1)
        .is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title && t.spaced)
        && text.sentence_of(at) == text.sentence_of(at + 1)
        && !next.ordinary
        && !next.word.no_name
        && next.name.place.is_none()
        && next.name.organization.is_none()
        && next.name.demonym.is_none();
    let before = at.checked_sub(1).map_or("", |i| text.lower(i));
    named
        && !matches!(
            before,
            "in" | "since"
                | "last"
                | "this"
                | "next"
                | "until"
                | "till"
                | "from"
                | "early"
                | "late"
                | "during"
                | "before"
                | "after"
                | "of"
                | "-"
                | "every"
                | "each"
        )
        && (before != "by" || short)
        && text.kind(at.wrapping_sub(1)) != Some(TokenKind::Number)
}

/// A hyphen inside a word, in any of its codes.
pub(super) fn hyphen(word: &str) -> bool {
    matches!(word, "-" | "‐" | "‑")
}

/// "don't", "he'll": no name, however it is capitalised.
fn contraction(lower: &str) -> bool {
    let ends = [
        "n't", "n’t", "'ll", "’ll", "'ve", "’ve", "'re", "’re", "'d", "’d", "'m", "’m",
    ];
    let plain = lower.bytes().all(|b| b.is_ascii_alphanumeric());
    !plain
        && ends
            .iter()
            .any(|end| lower.len() > end.len() && lower.ends_with(end))
}
