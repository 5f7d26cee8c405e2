//! Proper names, found by their capitals, by the words beside them and by lists.
//!
//! The whole document is read before a name is decided on: whether "Gray" at the start of a sentence is a name shows
//! where it stands inside one, and a headline In Title Case is read with the names of the body. Names are found as
//! text; who bears them is settled where entities are joined. Nationalities ("Israeli", "Palestinians") are recorded as
//! other names, under one form, since they say who is meant and are nobody's name.

mod beside;
mod chunk;
mod kind;
mod office;
mod part;
mod seen;

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

pub(crate) use beside::around;
pub(crate) use kind::{Evidence, inside};

use self::chunk::Scan;
pub(super) use self::chunk::is_named_as_a_month;
use self::seen::{Seen, Style, opens};
use super::Mention;
use crate::lexicon::names::{self, PlaceClass, Side, Title};
use crate::read::BlockKind;
use crate::segment::{Case, Sentence, Text, TokenKind};
use crate::value::{Kind, Name, Value};

/// The names of the text, in text order; `figures` are its figures and dates in text order, whose words are no names.
pub(super) fn find<'t>(
    text: &'t Text,
    figures: &[Mention],
) -> impl ExactSizeIterator<Item = Mention> + use<'t> {
    let mut taken = vec![false; text.tokens.len()];
    for figure in figures {
        taken[figure.tokens.clone()].fill(true);
    }
    let titles = quoted_titles(text, &mut taken);
    let seen = Seen::new(text);
    let scan = Scan {
        text,
        taken: &taken,
    };
    let mut found = titles;
    let mut doubtful = Vec::new();
    let prose = |s: &&Sentence| s.kind != BlockKind::Furniture;
    for (index, sentence) in text.sentences.iter().enumerate().filter(|(_, s)| prose(s)) {
        if seen.style(index) == Style::Sentence {
            scan.sentence(&seen, sentence, &mut found, &mut doubtful);
        }
    }
    settle_doubtful(text, &seen, &doubtful, &mut found);
    let body = Body::new(text, &found);
    for (index, sentence) in text.sentences.iter().enumerate().filter(|(_, s)| prose(s)) {
        match seen.style(index) {
            Style::Sentence => {}
            style @ (Style::Title | Style::Caps) => {
                scan.headline(&seen, &body, sentence, style, &mut found)
            }
        }
    }
    let sentences: Vec<&Sentence> = text.sentences.iter().filter(prose).collect();
    let offices = office::held(text, &sentences, &found);
    let names = found.into_iter().map(|tokens| (tokens, None));
    let offices = offices.into_iter();
    let offices = offices.map(|(tokens, holder)| (tokens, Some(holder)));
    let mut found: Vec<_> = names.chain(offices).collect();
    found.sort_by_key(|(tokens, _)| (tokens.start, Reverse(tokens.end)));
    let found = found.into_iter();
    found.map(|(tokens, holder)| mention(text, tokens, holder))
}

/// The mention of a name, or of an office that has the name of its holder. What it names is settled with all its
/// mentions, where entities are joined.
fn mention(text: &Text, tokens: Range<usize>, holder: Option<Range<usize>>) -> Mention {
    let canonical = match holder {
        Some(holder) => written(text, holder),
        None => {
            let written = written(text, tokens.clone());
            names::demonym(&written).map_or(written, str::to_owned)
        }
    };
    let name = Name {
        canonical,
        entity: None,
    };
    Mention::new(text, tokens, Kind::OtherName, Value::Name(name))
}

/// The name as written, white space made single and apostrophes straight.
fn written(text: &Text, tokens: Range<usize>) -> String {
    let slice = text.slice(text.span(tokens));
    if is_plain(slice) {
        return slice.to_owned();
    }
    let mut name = String::with_capacity(slice.len());
    for word in slice.split_whitespace() {
        if !name.is_empty() {
            name.push(' ');
        }
        name.extend(word.chars().map(|c| if c == '’' { '\'' } else { c }));
    }
    name
}

/// Whether a name is nothing but ASCII with single spaces, as most are, and so canonical as it stands.
fn is_plain(name: &str) -> bool {
    let mut before = b' ';
    name.bytes().all(|byte| {
        let plain = byte.is_ascii_graphic() || byte == b' ' && before != b' ';
        before = byte;
        plain
    }) && before != b' '
}

/// Titles of works: "The Long Road Home" between quotation marks, every word of weight with a capital.
fn quoted_titles(text: &Text, taken: &mut [bool]) -> Vec<Range<usize>> {
    let mut titles = Vec::new();
    for quotation in &text.quotations {
        let tokens = quotation.tokens.clone();
        if !(2..=8).contains(&tokens.len()) {
            continue;
        }
        let (mut capitals, mut others) = (0, 0);
        for at in tokens.clone() {
            match text.kind(at) {
                Some(TokenKind::Word) if taken[at] => others += 1,
                Some(TokenKind::Word) => match text.tokens[at].case {
                    Case::Title | Case::Mixed | Case::Upper => capitals += 1,
                    Case::Lower | Case::None
                        if matches!(
                            text.lower(at),
                            "of" | "the"
                                | "and"
                                | "a"
                                | "an"
                                | "in"
                                | "on"
                                | "to"
                                | "for"
                                | "with"
                                | "at"
                                | "by"
                                | "from"
                                | "'s"
                                | "’s"
                        ) => {}
                    Case::Lower | Case::None => others += 1,
                },
                Some(TokenKind::Punct) if !matches!(text.word(at), "-" | "'" | "’" | ":") => {
                    others += 1
                }
                _ => {}
            }
        }
        let one_block = text.sentence_of(tokens.start) == text.sentence_of(tokens.end - 1);
        if capitals >= 2 && others == 0 && one_block {
            taken[tokens.clone()].fill(true);
            titles.push(tokens);
        }
    }
    titles
}

impl Scan<'_> {
    /// The names of a sentence in ordinary writing.
    fn sentence(
        &self,
        seen: &Seen,
        sentence: &Sentence,
        found: &mut Vec<Range<usize>>,
        doubtful: &mut Vec<usize>,
    ) {
        let text = self.text;
        let limit = sentence.tokens.end;
        let mut at = sentence.tokens.start;
        let mut office = false;
        while at < limit {
            let small = text.tokens[at].case == Case::Lower;
            let particle = small && self.particle(at, limit) > 0;
            if !particle && (small || !self.capital(at)) {
                office = office && matches!(text.lower(at), "of" | "for" | "the");
                at += 1;
                continue;
            }
            let mut start = at;
            let mut end = self.chunk(at, limit).end;
            if !particle && opens(text, sentence, at) && !self.keeps_first(seen, sentence, at, end)
            {
                start += 1;
                while start < end && !self.capital(start) && self.particle(start, limit) == 0 {
                    start += 1;
                }
                if start < end {
                    end = self.chunk(start, limit).end;
                }
            }
            while start > sentence.tokens.start && self.free_particle(start - 1) {
                start -= 1;
            }
            if office {
                start = self.after_office(start, end);
            }
            office = self.facts(end - 1).title == Some(Title::Role);
            if start < end {
                self.parts(start..end, found, doubtful);
            }
            at = end.max(at + 1);
        }
    }

    /// Where a name begins in what follows "Secretary of": after "State" in "State John Kerry", at the end of "Foreign
    /// Affairs".
    fn after_office(&self, start: usize, end: usize) -> usize {
        if self.phrase(start, end) > 0 || self.head_closes(end) {
            return start;
        }
        (start..end)
            .find(|&i| {
                let known = self.text.lexeme(i).name;
                let domain = self.facts(i).title.is_some() || self.plain(i) && !known.surname;
                self.capital(i) && !domain
            })
            .unwrap_or(end)
    }

    /// Whether the first word of a sentence, which would have its capital anyway, belongs to the name `at..end`.
    fn keeps_first(&self, seen: &Seen, sentence: &Sentence, at: usize, end: usize) -> bool {
        let text = self.text;
        let lower = text.lower(at);
        let facts = self.facts(at);
        let known = text.lexeme(at).name;
        let listed = known.given
            || known.surname
            || known.place.is_some()
            || known.organization.is_some()
            || known.demonym.is_some();
        // An acronym, but not the first words of "SEVENTEEN hours after".
        let shouted = text.lexeme(at).ordinary && !listed && seen.inside(text, at) == 0;
        if matches!(text.tokens[at].case, Case::Upper | Case::Mixed)
            && text.tokens[at].span.len() > 1
            && !shouted
        {
            return true;
        }
        // "Then President Miller spoke" tells when; "Foreign Secretary Miller" tells who.
        if facts.title.is_some() && end - at > 1 && !function_word(lower) {
            return true;
        }
        // "Van der Berg", "De la Cruz".
        if facts.inside && end - at > 2 && text.lexeme(at + 1).word.inside {
            return true;
        }
        // "Port Lysander", "Cape Horn".
        let place = facts.head.is_some_and(|h| h.prefix) && facts.title.is_none();
        if place && end - at > 1 && self.capital(at + 1) && !text.lexeme(at + 1).ordinary {
            return true;
        }
        // "Automaker Ford", "Senior officials".
        if !names::cues(lower, Side::Before).is_empty() && self.phrase(at, end) == 0
            || end - at == 1 && facts.title == Some(Title::Modifier)
        {
            return false;
        }
        let ordinary = text.lexeme(at).ordinary || inflected(lower);
        if self.phrase(at, end) > 0 {
            return true;
        }
        if seen.inside(text, at) > 0 && seen.small(text, at) == 0 {
            return !ordinary || end - at == 1 || self.head_closes(end) || listed;
        }
        // "Will Ashby scored", however often the text says "will": only a question opens with that verb.
        if lower == "will" && end - at == 2 && !text.lexeme(at + 1).ordinary {
            return text.word(sentence.tokens.end - 1) != "?";
        }
        if seen.small(text, at) > seen.inside(text, at) {
            return end - at > 1 && self.head_closes(end) && !function_word(lower);
        }
        if end - at == 1 {
            // A family name alone, once, that is a word as well: silence.
            return if ordinary {
                known.demonym.is_some() || known.place.is_some()
            } else {
                true
            };
        }
        if !ordinary {
            return true;
        }
        if function_word(lower)
            || lower.ends_with("ing")
            || lower.ends_with("ly")
            || lower.ends_with("ed")
        {
            return known.given;
        }
        listed || self.head_closes(end)
    }

    fn head_closes(&self, end: usize) -> bool {
        self.facts(end - 1)
            .head
            .is_some_and(|h| h.legal || !h.weak && !h.prefix)
    }

    /// The names of a headline: known ones, those of the body, and words that are no English word.
    fn headline(
        &self,
        seen: &Seen,
        body: &Body<'_>,
        sentence: &Sentence,
        style: Style,
        found: &mut Vec<Range<usize>>,
    ) {
        let text = self.text;
        let limit = sentence.tokens.end;
        let mut at = sentence.tokens.start;
        while at < limit {
            let written =
                !matches!(text.tokens[at].case, Case::Lower | Case::None) && !self.taken[at];
            if let Some(length) = body.longest(text, at, limit).filter(|_| written) {
                found.push(at..at + length);
                at += length;
                continue;
            }
            if !self.capital(at) && self.particle(at, limit) == 0 {
                at += 1;
                continue;
            }
            let phrase = self.phrase(at, limit);
            if phrase > 0 {
                found.push(at..at + phrase);
                at += phrase;
                continue;
            }
            let mut end = at + self.particle(at, limit);
            while end < limit
                && self.capital(end)
                && self.headline_word(seen, end, style)
                && (end == at || text.spaced(end))
            {
                end += 1;
            }
            if end > at {
                found.push(at..end);
            }
            at = end.max(at + 1);
        }
    }

    /// Whether a word of a headline is a name by itself.
    fn headline_word(&self, seen: &Seen, at: usize, style: Style) -> bool {
        let lower = self.text.lower(at);
        let known = self.text.lexeme(at).name;
        let facts = self.facts(at);
        if seen.small(self.text, at) > 0 || facts.title.is_some() {
            return false;
        }
        let listed =
            known.place.is_some() || known.organization.is_some() || known.demonym.is_some();
        if style == Style::Caps {
            return known.organization.is_some() || known.place.is_some();
        }
        let ordinary = self.text.lexeme(at).ordinary || inflected(lower);
        let country = known
            .place
            .is_some_and(|(class, _)| class == PlaceClass::Country);
        country
            || listed && !ordinary
            || seen.inside(self.text, at) > 0
            || !ordinary && facts.head.is_none()
            || known.given && self.text.lexeme(at + 1).name.surname
    }
}

/// The names of the body, to be found again in headlines.
struct Body<'t> {
    by_first: FxHashMap<&'t str, Vec<Range<usize>>>,
}

impl<'t> Body<'t> {
    fn new(text: &'t Text, found: &[Range<usize>]) -> Body<'t> {
        let mut by_first: FxHashMap<&str, Vec<Range<usize>>> = FxHashMap::default();
        let mut known: FxHashSet<&str> = FxHashSet::default();
        for tokens in found {
            if known.insert(text.slice(text.span(tokens.clone()))) {
                by_first
                    .entry(text.lower(tokens.start))
                    .or_default()
                    .push(tokens.clone());
            }
        }
        Body { by_first }
    }

    /// The length of the longest name of the body that stands at `at`, whatever its capitals.
    fn longest(&self, text: &Text, at: usize, limit: usize) -> Option<usize> {
        self.by_first
            .get(text.lower(at))?
            .iter()
            .filter(|name| {
                at + name.len() <= limit
                    && (0..name.len()).all(|i| text.lower(name.start + i) == text.lower(at + i))
            })
            .map(Range::len)
            .max()
    }
}

/// A lone word that is a role as well ("Cook", "Bishop") is a name where the document has a full name that ends with it.
fn settle_doubtful(text: &Text, seen: &Seen, doubtful: &[usize], found: &mut Vec<Range<usize>>) {
    if doubtful.is_empty() {
        return;
    }
    let last: FxHashSet<&str> = found
        .iter()
        .filter(|tokens| tokens.len() > 1)
        .map(|tokens| text.word(tokens.end - 1))
        .collect();
    for &at in doubtful {
        if last.contains(text.word(at)) && seen.small(text, at) == 0 {
            found.push(at..at + 1);
        }
    }
}

/// Words that open a sentence before a name and are never its first word.
fn function_word(lower: &str) -> bool {
    names::opener(lower)
}

/// A form of an English word that the list of words may not hold: a form of one that it holds, or an ending that names
/// do not have.
fn inflected(lower: &str) -> bool {
    const ENDINGS: [&str; 14] = [
        "ees", "ists", "tion", "tions", "ness", "ment", "ments", "ity", "ally", "ized", "izing",
        "ising", "able", "ible",
    ];
    if lower.len() > 6 && ENDINGS.iter().any(|end| lower.ends_with(end)) {
        return true;
    }
    ["s", "es", "ed", "d", "ing", "ly", "er", "ness", "ers"]
        .iter()
        .any(|end| {
            lower
                .strip_suffix(end)
                .is_some_and(|stem| stem.len() > 3 && names::ordinary(stem))
        })
        || ["non", "un", "re", "pre", "anti", "inter", "over", "under"]
            .iter()
            .any(|start| {
                lower
                    .strip_prefix(start)
                    .is_some_and(|rest| rest.len() > 3 && names::ordinary(rest))
            })
}

#[cfg(test)]
mod tests;
