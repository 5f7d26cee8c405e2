//! From a chunk of capitals to the names in it: titles and roles are left out, names side by side are told apart.

use std::ops::Range;

use super::chunk::Scan;
use crate::lexicon::names::Title;
use crate::segment::Case;

impl Scan<'_> {
    fn is_known(&self, tokens: Range<usize>) -> bool {
        let known = self.text.known(tokens);
        known.place.is_some() || known.organization.is_some() || known.demonym.is_some()
    }

    /// Pushes the names of the chunk; a lone word that is a role as well goes to `doubtful`.
    pub(super) fn parts(
        &self,
        chunk: Range<usize>,
        found: &mut Vec<Range<usize>>,
        doubtful: &mut Vec<usize>,
    ) {
        let chunk = self.trim(chunk);
        if chunk.is_empty() {
            return;
        }
        let (start, end) = (chunk.start, chunk.end);
        if chunk.len() == 1 {
            // "Chapter 11", "Flight 447".
            if self.plain(start) && self.text.kind(end) == Some(crate::segment::TokenKind::Number) {
                return;
            }
            if self
                .facts(start)
                .title
                .is_some_and(|t| t != Title::Modifier)
                && !self.is_known(chunk.clone())
            {
                doubtful.push(start);
                return;
            }
            found.push(chunk);
            return;
        }
        if self.is_known(chunk.clone()) {
            found.push(chunk);
            return;
        }
        if let Some(title) = self.title(start, end) {
            self.prefix(start..title, found);
            let mut name = title + 1;
            while name < end && matches!(self.text.word(name), "." | "-") {
                name += 1;
            }
            found.push(name..end);
            return;
        }
        let facts = self.facts(end - 1);
        let role = facts.title.is_some_and(|t| t != Title::Modifier) && facts.head.is_none();
        if role && !(self.text.lexeme(end - 1).name.surname && self.given(start, end - 1)) {
            self.prefix(start..end, found);
            return;
        }
        if let Some(cut) = self.cut(start, end) {
            self.parts(start..cut, found, doubtful);
            self.parts(cut..end, found, doubtful);
            return;
        }
        found.push(chunk);
    }

    /// Without linking words and marks at its ends.
    fn trim(&self, chunk: Range<usize>) -> Range<usize> {
        let (start, mut end) = (chunk.start, chunk.end);
        while end > start
            && !self.capital(end - 1)
            && self.text.tokens[end - 1].case != Case::Lower
            && !(self.text.word(end - 1) == "." && end - start > 1)
        {
            end -= 1;
        }
        start..end
    }

    fn given(&self, start: usize, end: usize) -> bool {
        (start..end).any(|i| self.text.lexeme(i).name.given)
    }

    /// The last title of the chunk that a person's name follows.
    fn title(&self, start: usize, end: usize) -> Option<usize> {
        let at = (start..end - 1).rev().find(|&i| {
            self.facts(i).title.is_some_and(|t| t != Title::Modifier) && self.capital(i)
        })?;
        let mut name = at + 1;
        while name < end && matches!(self.text.word(name), "." | "-") {
            name += 1;
        }
        // "Mt. Cook"
        if at > start && self.facts(at - 1).head.is_some_and(|h| h.prefix) {
            return None;
        }
        let person = (name..end).any(|i| self.text.lexeme(i).name.given);
        let office = self.facts(end - 1).title == Some(Title::Role) && !person && end - name > 1;
        let only_titles =
            office || (name..end).all(|i| self.facts(i).title.is_some() || !self.capital(i));
        if only_titles && !self.text.lexeme(end - 1).name.surname {
            return None;
        }
        if name >= end || !self.capital(name) && self.particle(name, end) == 0 {
            return None;
        }
        let honorific = self.facts(at).title == Some(Title::Honorific);
        // "Anna Bishop Miller" is one name; "Jane Miller, Mayor" never stands in one chunk.
        let middle = (start..at).any(|i| {
            let known = self.text.lexeme(i).name;
            known.given && self.facts(i).title.is_none()
        });
        if middle && !honorific {
            return None;
        }
        let word = |i: usize| self.text.lexeme(i).name;
        let bears = |i: usize| word(i).surname || word(i).given;
        let strong = |i: usize| {
            self.facts(i)
                .head
                .is_some_and(|h| h.legal || !h.weak && !h.prefix)
        };
        // "General Staff", "President Street"; but "President Park", "Coach Sam Banks".
        let alone = end - name == 1;
        let institution = strong(end - 1)
            && !(word(end - 1).surname && (alone || word(name).given))
            || strong(name) && !bears(name);
        let listed = self.text.known(name..end);
        let elsewhere = listed.place.is_some() || listed.organization.is_some();
        let other = elsewhere && !honorific && !bears(end - 1);
        (!institution && !other).then_some(at)
    }

    /// What stands before a title: "U.S." of "U.S. Secretary", nothing of "Foreign Secretary".
    fn prefix(&self, tokens: Range<usize>, found: &mut Vec<Range<usize>>) {
        let (start, mut end) = (tokens.start, tokens.end);
        while end > start {
            let facts = self.facts(end - 1);
            let known = self.is_known(end - 1..end);
            if facts.title.is_some() && !known || !self.capital(end - 1) {
                end -= 1;
            } else {
                break;
            }
        }
        if start == end {
            return;
        }
        // The longest known name at its start, then what is left.
        let phrase = self.phrase(start, end);
        if phrase > 0 && phrase < end - start {
            found.push(start..start + phrase);
            return self.prefix(start + phrase..end, found);
        }
        if phrase == 0 && end - start > 1 && self.text.known(start..start + 1).demonym.is_some() {
            found.push(start..start + 1);
            return self.prefix(start + 1..end, found);
        }
        if phrase == 0
            && self.is_known(start..start + 1)
            && (start + 1..end).all(|i| self.common(i))
            && self.facts(end - 1).head.is_none()
        {
            found.push(start..start + 1);
            return;
        }
        let names_something = self.is_known(start..end)
            || self.facts(end - 1).head.is_some_and(|h| !h.weak) && end - start > 1
            || (start..end).any(|i| {
                self.capital(i) && !self.text.lexeme(i).ordinary && self.facts(i).title.is_none()
            });
        if names_something {
            found.push(start..end);
        }
    }

    /// Where one name ends and another begins: "Apple Steve Jobs", "Airbus A380", "Iraqi Nouri al-Maliki".
    fn cut(&self, start: usize, end: usize) -> Option<usize> {
        if let Some(legal) = (start + 1..end)
            .find(|&i| self.facts(i).head.is_some_and(|h| h.legal) && self.capital(i))
        {
            let next = legal + 1 + usize::from(self.text.word(legal + 1) == ".");
            if next < end && self.capital(next) && self.facts(next).head.is_none() {
                return Some(next);
            }
        }
        let first = self.phrase(start, end).max(1);
        let next = start + first;
        if next >= end || !self.is_known(start..next) || !self.capital(next) {
            return None;
        }
        let known = self.text.known(start..next);
        let word = self.text.word(next);
        // "In Paris Nicolas Sarkozy", "In Tripoli Moammar Qaddafi": where something is, and then who.
        let within = known.place.is_some()
            && start > 0
            && matches!(self.text.lower(start - 1), "in" | "near" | "at");
        let name = |i: usize| self.capital(i) && !self.text.lexeme(i).ordinary;
        let names = || (next..end).all(name) && !self.is_known(end - 1..end);
        let person = (self.text.lexeme(next).name.given || within && names())
            && end - next > 1
            && self.facts(end - 1).head.is_none()
            && (within || !self.text.lexeme(start).name.given);
        let model = known.organization.is_some()
            && (word.bytes().any(|b| b.is_ascii_digit())
                || self.text.tokens[next].case == Case::Mixed
                    && word.starts_with(char::is_lowercase));
        (person || model).then_some(next)
    }
}
