//! What the word lists know of each distinct word of a text, looked up once.
//!
//! Every stage asks several lists about every word, and half of a text is made of words seen before: a token refers to its
//! lexeme, and a question costs an index. Words that differ in their capitals are two lexemes.
//!
//! What is known of a word is the same in every text, so the texts share it: it takes two hundred bytes.

use std::cell::RefCell;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use super::tag::{self, Lexical};
use super::{Text, TokenKind};
use crate::lexicon::{
    CalendarEntry, NumberWord, Recent, Stemmed, calendar_word, list, names, number_word, stemmed,
    word_table,
};

/// A distinct word.
#[derive(Clone, Debug, Default)]
pub struct Lexeme {
    /// What is known of it as a name, as written.
    pub name: names::Known,
    /// How many words the longest known name of several words has that begins with it; 0 where there is none.
    pub longest_phrase: usize,
    /// What it tells of a name, as its part or beside it.
    pub word: names::Word,
    /// English writes it in small letters.
    pub ordinary: bool,
    /// It opens a sentence before a name and is never part of one.
    pub opener: bool,
    /// It reports speech.
    pub reports: bool,
    /// It is a verb that says little by itself: "went", "made".
    pub light: bool,
    /// It says of a thing that it is another one than before: "second", "previous".
    pub another_one: bool,
    /// Which of several like things it says that is meant, by the sort of word that it is.
    pub which: Option<&'static str>,
    /// What it means in a date.
    pub calendar: CalendarEntry,
    /// What it says in a number.
    pub number: Option<NumberWord>,
    /// Its rank in the word table, 0 the most common, where that holds it.
    pub rank: Option<u32>,
    /// Its part of speech by itself.
    pub(super) lexical: Lexical,
    /// Its stem, once somebody asks.
    stem: OnceLock<Stemmed>,
    /// Whether a figure, a date or a time can start with it: told by the stage that reads these, once for all texts.
    pub(crate) opens_value: OnceLock<bool>,
}

impl Lexeme {
    fn new(written: &str, lower: &str, kind: TokenKind) -> Lexeme {
        Lexeme {
            name: names::known(written),
            longest_phrase: names::longest_phrase(written),
            lexical: tag::lexical(written, lower, kind),
            word: names::word(lower),
            ordinary: kind == TokenKind::Word && names::ordinary(lower),
            opener: names::opener(lower),
            reports: names::reports(lower),
            light: list!("light_verbs").contains(lower),
            another_one: list!("another_one").contains(lower),
            which: list!("which").find(lower),
            calendar: calendar_word(lower),
            number: number_word(lower),
            rank: word_table().rank(lower),
            stem: OnceLock::new(),
            opens_value: OnceLock::new(),
        }
    }
}

impl Lexeme {
    /// The stem of the word, which is `lower` in lower case.
    pub(crate) fn stem(&self, lower: &str) -> &Stemmed {
        self.stem.get_or_init(|| stemmed(lower))
    }
}

thread_local! {
    /// The words that were looked up last, and the marks and symbols: what is written alike may be either.
    static RECENT: [RefCell<Recent<Arc<Lexeme>>>; 2] = Default::default();
}

/// The lexemes of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexemes {
    pub(super) list: Vec<Arc<Lexeme>>,
    /// For each a number that it has in common with the same word in other capitals, smaller than the number of lexemes.
    pub(super) caseless: Vec<u32>,
    /// For each token the number of its own.
    pub(super) of_tokens: Vec<u32>,
}

/// Looks the words of the text up. Numbers are in no list, and share the first lexeme.
pub(super) fn look_up(text: &Text) -> Lexemes {
    let tokens = text.tokens.len();
    let mut found = Lexemes {
        list: Vec::with_capacity(tokens / 2 + 1),
        caseless: Vec::with_capacity(tokens / 2 + 1),
        of_tokens: Vec::with_capacity(tokens),
    };
    found.list.push(lexeme("", "", TokenKind::Number));
    found.caseless.push(0);
    let mut short: FxHashMap<u64, u32> = FxHashMap::default();
    let mut long: FxHashMap<&str, u32> = FxHashMap::default();
    let mut caseless: FxHashMap<&str, u32> = FxHashMap::default();
    short.reserve(tokens / 4);
    caseless.reserve(tokens / 3);
    for (at, token) in text.tokens.iter().enumerate() {
        if token.kind == TokenKind::Number {
            found.of_tokens.push(0);
            continue;
        }
        let written = text.word(at);
        let packed = packed(written);
        let known = match packed {
            Some(word) => short.get(&word),
            None => long.get(written),
        };
        if let Some(&number) = known {
            found.of_tokens.push(number);
            continue;
        }
        let (lower, number) = (text.lower(at), found.list.len() as u32);
        found.list.push(lexeme(written, lower, token.kind));
        found
            .caseless
            .push(*caseless.entry(lower).or_insert(number));
        found.of_tokens.push(number);
        match packed {
            Some(word) => short.insert(word, number),
            None => long.insert(written, number),
        };
    }
    found
}

/// What is known of a token: looked up, unless it was among the last.
fn lexeme(written: &str, lower: &str, kind: TokenKind) -> Arc<Lexeme> {
    let new = || Arc::new(Lexeme::new(written, lower, kind));
    match kind {
        TokenKind::Word => RECENT.with(|[words, _]| words.borrow_mut().get(written, new)),
        TokenKind::Punct => RECENT.with(|[_, marks]| marks.borrow_mut().get(written, new)),
        TokenKind::Number | TokenKind::Symbol | TokenKind::Link => new(),
    }
}

/// The bytes of a short word as one number: most words are short, and so compared in one step.
fn packed(word: &str) -> Option<u64> {
    let bytes = word.as_bytes();
    let mut packed = [0; 8];
    packed.get_mut(..bytes.len())?.copy_from_slice(bytes);
    Some(u64::from_le_bytes(packed))
}
