//! Lines that saved web pages hold beside the article: "Read more: ...", "Sign up for our newsletter", "Most read".
//!
//! The list is of what such lines say, and not of what they look like: a short line without a full stop may be the lead of a
//! brief. Only below a line such as "Related stories" the short lines are taken for links.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::table;

/// What a line says about itself and the lines below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Boilerplate {
    /// It is no part of the article.
    Line,
    /// It is none, and neither are the short lines below it.
    Section,
    /// Nothing of the article follows, if it has begun.
    End,
}

/// Phrases at the start of a line say nothing of one that has more words than this.
const WORDS: usize = 16;

/// What a newsroom says of its article is a paragraph at the most.
const NOTE_WORDS: usize = 60;

/// The longest phrase has fewer words than this.
const PHRASE_WORDS: usize = 8;

/// How a phrase must stand in its line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Whole,
    Start,
    Note,
    Section,
    End,
}

static PHRASES: LazyLock<FxHashMap<&'static str, Sort>> = LazyLock::new(|| {
    let rows = table(include_str!("../lexicon/furniture_phrases.tsv")).rows;
    let phrase = |row: [&'static str; _]| {
        let sort = match row[1] {
            "start" => Sort::Start,
            "note" => Sort::Note,
            "section" => Sort::Section,
            "end" => Sort::End,
            _ => Sort::Whole,
        };
        (row[0], sort)
    };
    rows.into_iter().map(phrase).collect()
});

/// What the line is, if it is boilerplate.
pub(super) fn boilerplate(line: &str) -> Option<Boilerplate> {
    // Marks of lists and arrows before it, and what leads on behind it.
    let line =
        line.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '“' | '‘'));
    let line = line
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '»' | '>' | '›' | '→' | '…'));
    let says = is_contact(line) || is_reserved(line);
    if !says && !begins_phrase(line) {
        return None;
    }
    let count = line.split_whitespace().take(NOTE_WORDS + 1).count();
    if count == 0 || count > NOTE_WORDS {
        return None;
    }
    if says {
        return Some(Boilerplate::Line);
    }
    let mut words = String::new();
    for (i, word) in line.split_whitespace().take(PHRASE_WORDS).enumerate() {
        if i > 0 {
            words.push(' ');
        }
        push_lower(&mut words, word);
        let is_all = i + 1 == count;
        // The mark at its end is part of some phrases ("related:"), and of no word.
        let (written, bare) = (PHRASES.get(words.as_str()), PHRASES.get(bare(&words)));
        // "See also:" alone stands above links, and with a link behind it is one.
        let found = if is_all {
            bare.or(written)
        } else {
            written.or(bare)
        };
        match found {
            Some(Sort::Note) => return Some(Boilerplate::Line),
            Some(Sort::Start) if count <= WORDS => return Some(Boilerplate::Line),
            Some(Sort::Whole) if is_all => return Some(Boilerplate::Line),
            Some(Sort::Section) if is_all => return Some(Boilerplate::Section),
            Some(Sort::End) if is_all => return Some(Boilerplate::End),
            Some(Sort::Start | Sort::Whole | Sort::Section | Sort::End) | None => {}
        }
    }
    None
}

/// The first words of the phrases: nearly every line of an article begins with another, and needs no closer look.
static FIRST_WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let first = |phrase: &&'static str| phrase.split(' ').next();
    PHRASES.keys().filter_map(first).collect()
});

fn begins_phrase(line: &str) -> bool {
    let mut word = String::new();
    push_lower(&mut word, line.split_whitespace().next().unwrap_or(""));
    FIRST_WORDS.contains(word.as_str()) || FIRST_WORDS.contains(bare(&word))
}

fn push_lower(words: &mut String, word: &str) {
    if word.is_ascii() {
        let from = words.len();
        words.push_str(word);
        words[from..].make_ascii_lowercase();
    } else {
        words.extend(word.chars().flat_map(char::to_lowercase));
    }
}

/// Words without the mark at their end.
fn bare(words: &str) -> &str {
    words.trim_end_matches([':', '.', '!', ','])
}

/// "Reach Will Tanner at 555-0177 or will@courier.example", "Follow her on Twitter: @ann".
fn is_contact(line: &str) -> bool {
    let first = line.split([' ', '-', ':']).next().unwrap_or("");
    let asks = ["contact", "email", "e", "follow", "reach", "tweet", "write"];
    let mut words = line.split_whitespace();
    asks.iter().any(|ask| first.eq_ignore_ascii_case(ask))
        && words.any(|word| word.contains('@') && word.len() > 2)
}

/// "Copyright 2001 The Courier. All rights reserved."
fn is_reserved(line: &str) -> bool {
    const SAID: &[u8] = b"all rights reserved";
    // Its rarest letter, and where that stands in it.
    const RARE: usize = 16;
    let line = line.as_bytes();
    memchr::memchr2_iter(b'v', b'V', line).any(|at| {
        let said = at
            .checked_sub(RARE)
            .and_then(|start| line.get(start..start + SAID.len()));
        said.is_some_and(|said| said.eq_ignore_ascii_case(SAID))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_away_from_the_article_is_told_by_its_words() {
        let p = |line: &str| boilerplate(line);
        for line in [
            "Advertisement",
            "ADVERTISEMENT",
            "Read more: Ten fires that shook the valley",
            "» Sign up for our free newsletter",
            "Order now!",
            "We use cookies to make this site work",
            "Follow us on Facebook and Twitter",
            "Copyright © 2019 The Harbour Courier",
            "(Reporting by Ann Smith in Ellery and Tom Brown; Additional reporting by Jo Pym in Norwood; Editing by Will Tanner and Gail Porter)",
            "An earlier version of this article said that 44 people were hurt. It was 19.",
            "Reach Will Tanner at 555-0177 or will@courier.example.",
        ] {
            assert_eq!(p(line), Some(Boilerplate::Line), "{line}");
        }
        for line in ["Related stories", "* See also:", "Most read »", "MORE NEWS"] {
            assert_eq!(p(line), Some(Boilerplate::Section), "{line}");
        }
        assert_eq!(p("Comments"), Some(Boilerplate::End));
    }

    #[test]
    fn what_an_article_says_in_such_words_stays() {
        let p = |line: &str| boilerplate(line);
        for line in [
            "Related charges were dropped on Monday.",
            "Share prices fell by 4 per cent.",
            "Print sales fell to 40,000 copies.",
            "Advertisement revenue rose.",
            "Comments by the mayor drew protests.",
            "Search teams found two bodies.",
            "“Read more,” she told the pupils.",
            "Sign up for our side, the coach told him in May, and he signed for three years within the hour.",
            "",
            "—",
        ] {
            assert_eq!(p(line), None, "{line}");
        }
    }

    #[test]
    fn no_phrase_is_too_long_to_be_found() {
        let words = PHRASES.keys().map(|phrase| phrase.split(' ').count());
        let longest = words.max();
        assert!(longest < Some(PHRASE_WORDS));
    }
}
