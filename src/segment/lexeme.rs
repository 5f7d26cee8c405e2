//! What the word lists know of each distinct word of a text, looked up once.
//!
//! Every stage asks several lists about every word, and half of a text is made of words seen before: a token refers to its
//! lexeme, and a question costs an index. Words that differ in their capitals are two lexemes.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::tag::{self, Lexical};
use super::{Text, TokenKind};
use crate::lexicon::{CalendarEntry, NumberWord, Recent, calendar_word, names, number_word};

/// A distinct word.
#[derive(Clone, Debug, Default)]
pub struct Lexeme {
    /// A number that it has in common with the same word in other capitals; smaller than the number of lexemes.
    pub caseless: usize,
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
    /// What it means in a date.
    pub calendar: CalendarEntry,
    /// What it says in a number.
    pub number: Option<NumberWord>,
    /// Its part of speech by itself.
    pub(super) lexical: Lexical,
}

impl Lexeme {
    fn new(written: &str, lower: &str, kind: TokenKind, caseless: usize) -> Lexeme {
        let same = Lexeme {
            caseless,
            word: names::word(lower),
            ordinary: kind == TokenKind::Word && names::ordinary(lower),
            opener: names::opener(lower),
            reports: names::reports(lower),
            calendar: calendar_word(lower),
            number: number_word(lower),
            ..Lexeme::default()
        };
        same.written(written, lower, kind)
    }

    /// The same word in other capitals: what is known of it in small letters holds.
    fn written(&self, written: &str, lower: &str, kind: TokenKind) -> Lexeme {
        Lexeme {
            name: names::known(written),
            longest_phrase: names::longest_phrase(written),
            lexical: tag::lexical(written, lower, kind),
            ..self.clone()
        }
    }
}

thread_local! {
    /// The words that were looked up last.
    static RECENT: RefCell<Recent<Lexeme>> = RefCell::default();
}

/// Looks the words of the text up: its lexemes, and for each token the number of its own. Numbers are in no list, and share
/// the first.
pub(super) fn look_up(text: &Text) -> (Vec<Lexeme>, Vec<u32>) {
    let number = Lexeme::new("", "", TokenKind::Number, 0);
    let mut lexemes = vec![number];
    let mut short: FxHashMap<u64, u32> = FxHashMap::default();
    let mut long: FxHashMap<&str, u32> = FxHashMap::default();
    let mut caseless: FxHashMap<&str, usize> = FxHashMap::default();
    let of_tokens = text.tokens.iter().enumerate().map(|(at, token)| {
        if token.kind == TokenKind::Number {
            return 0;
        }
        let written = text.word(at);
        let packed = packed(written);
        let known = match packed {
            Some(word) => short.get(&word),
            None => long.get(written),
        };
        if let Some(&number) = known {
            return number;
        }
        let (lower, number) = (text.lower(at), lexemes.len());
        let first = *caseless.entry(lower).or_insert(number);
        let new = || Lexeme::new(written, lower, token.kind, number);
        let lexeme = match (token.kind, lexemes.get(first)) {
            (TokenKind::Word, _) => RECENT.with_borrow_mut(|recent| recent.get(written, new)),
            (_, Some(same)) => same.written(written, lower, token.kind),
            (_, None) => new(),
        };
        lexemes.push(Lexeme {
            caseless: first,
            ..lexeme
        });
        let number = number as u32;
        match packed {
            Some(word) => short.insert(word, number),
            None => long.insert(written, number),
        };
        number
    });
    let of_tokens = of_tokens.collect();
    (lexemes, of_tokens)
}

/// The bytes of a short word as one number: most words are short, and so compared in one step.
fn packed(word: &str) -> Option<u64> {
    let bytes = word.as_bytes();
    let mut packed = [0; 8];
    packed.get_mut(..bytes.len())?.copy_from_slice(bytes);
    Some(u64::from_le_bytes(packed))
}
