//! Tokens: words, numbers, symbols and punctuation, by a plain scan of ASCII with Unicode word boundaries behind it.
//!
//! A token is what the grammars of figures, dates and names step over, so the cuts are theirs: "30-year-old" is five
//! tokens, "44K" and "Rs500" two, "1,200.50" one, "U.S." and "p.m." one each with their full stop, "Smith's" two, "O'Brien" one.

use unicode_segmentation::UnicodeSegmentation;

use crate::lexicon::currency_table;
use crate::source::{Source, Span};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes, full stops of an acronym, and digits after a letter: "F16".
    Word,
    /// Digits with group separators and a decimal point; "8.1.2" with more points than one is a number token too.
    Number,
    /// A currency sign, %, °, +, &, and other symbols.
    Symbol,
    /// Punctuation, a quotation mark, a dash; runs of one full stop or hyphen are one token.
    Punct,
    /// A web address, mail address or handle.
    Link,
}

/// How a word is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No letters.
    None,
    /// "word"
    Lower,
    /// "Word"
    Title,
    /// "WORD", "U.S."; a single capital letter is `Title`.
    Upper,
    /// "iPhone", "McDonald"
    Mixed,
}

impl Case {
    /// How a word is capitalised.
    pub(super) fn of(word: &str) -> Case {
        let bytes = word.as_bytes();
        if let [first, rest @ ..] = bytes
            && first.is_ascii_alphabetic()
            && rest.iter().all(u8::is_ascii_lowercase)
        {
            // Nearly all words, and the answer for the others takes counting.
            return if first.is_ascii_lowercase() {
                Case::Lower
            } else {
                Case::Title
            };
        }
        if word.is_ascii() {
            let letters = bytes.iter().filter(|b| b.is_ascii_alphabetic());
            return Case::of_letters(letters.map(u8::is_ascii_uppercase));
        }
        let letters = word.chars().filter(|c| c.is_alphabetic());
        Case::of_letters(letters.map(char::is_uppercase))
    }

    /// How a word is capitalised, of whose letters each is upper case or not.
    fn of_letters(mut letters: impl Iterator<Item = bool>) -> Case {
        let Some(first) = letters.next() else {
            return Case::None;
        };
        let (mut upper, mut lower) = (0, 0);
        for letter in letters {
            upper += usize::from(letter);
            lower += usize::from(!letter);
        }
        match (first, upper, lower) {
            (true, 0, _) => Case::Title,
            (true, _, 0) => Case::Upper,
            (false, 0, _) => Case::Lower,
            _ => Case::Mixed,
        }
    }
}

/// A word, number, symbol or punctuation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// Whether white space, or the start of its block, is before it.
    pub spaced: bool,
}

/// Appends the tokens of `prose[block]` to `tokens`.
pub(super) fn tokenize(source: &Source, prose: &str, block: Span, tokens: &mut Vec<Token>) {
    let bytes = prose.as_bytes();
    let (mut at, end) = (block.start(), block.end());
    // A block without this sign holds no mail address, and none is looked for at each of its words.
    let mail = memchr::memchr(b'@', &bytes[at..end]).is_some();
    let mut spaced = true;
    while at < end {
        let byte = bytes[at];
        // Word writes a line break inside a paragraph as a vertical tab.
        if byte.is_ascii_whitespace() || byte == b'\x0b' {
            at += 1;
            spaced = true;
            continue;
        }
        if let Some((length, case)) = plain_word(&bytes[at..end], mail) {
            tokens.push(Token {
                span: source.span(at..at + length),
                kind: TokenKind::Word,
                case,
                spaced,
            });
            spaced = false;
            at += length;
            continue;
        }
        let rest = &prose[at..end];
        let (length, kind) = if byte.is_ascii_alphabetic() {
            word(rest, mail, !spaced && bytes[at - 1] == b'$')
        } else if byte.is_ascii_digit()
            || (byte == b'.' && spaced && rest[1..].starts_with(|c: char| c.is_ascii_digit()))
        {
            (number(rest), TokenKind::Number)
        } else if byte.is_ascii() {
            ascii_mark(rest, spaced)
        } else {
            other(rest)
        };
        if length == 0 {
            // White space outside ASCII.
            at += rest.chars().next().map_or(1, char::len_utf8);
            spaced = true;
            continue;
        }
        let case = if kind == TokenKind::Word {
            Case::of(&rest[..length])
        } else {
            Case::None
        };
        tokens.push(Token {
            span: source.span(at..at + length),
            kind,
            case,
            spaced,
        });
        spaced = false;
        at += length;
    }
}

/// The length and case of a word that is like nine of ten: small ASCII letters, the first of them maybe a capital, with nothing
/// behind them that may belong to the word. It is what [`word`] and [`Case::of`] say of it, in one look at its bytes.
fn plain_word(bytes: &[u8], mail: bool) -> Option<(usize, Case)> {
    let (first, rest) = bytes.split_first()?;
    let small = rest.iter().take_while(|b| b.is_ascii_lowercase()).count();
    let after = rest.get(small);
    let ends = after.is_none_or(|b| b.is_ascii() && !b.is_ascii_alphanumeric() && *b != b'\'');
    let web = matches!(first, b'h' | b'w') && (rest.starts_with(b"ttp") || rest.starts_with(b"ww"));
    let link = mail || web;
    let initial = small == 0 && after == Some(&b'.');
    if !first.is_ascii_alphabetic() || !ends || initial || link {
        return None;
    }
    let case = if first.is_ascii_lowercase() {
        Case::Lower
    } else {
        Case::Title
    };
    Some((small + 1, case))
}

/// The length and kind of a token that starts with an ASCII letter; `mail` where it may be a mail address, `dollar` behind a
/// dollar sign, so that "A195" of "$A195" is a country and an amount.
fn word(rest: &str, mail: bool, dollar: bool) -> (usize, TokenKind) {
    let bytes = rest.as_bytes();
    if let Some(length) = link(rest, mail) {
        return (length, TokenKind::Link);
    }
    if let Some(length) = acronym(bytes) {
        return (length, TokenKind::Word);
    }
    let mut at = 1;
    loop {
        match bytes.get(at) {
            Some(b)
                if b.is_ascii_digit()
                    && (is_currency(&rest[..at])
                        || dollar
                            && matches!(&rest[..at], "A" | "AU" | "C" | "HK" | "NZ" | "US")) =>
            {
                break;
            }
            Some(b) if b.is_ascii_alphanumeric() => at += 1,
            Some(b'\'') => match apostrophe(&rest[at + 1..]) {
                Some(length) => at += 1 + length,
                None => break,
            },
            Some(b) if !b.is_ascii() => {
                let c = rest[at..].chars().next().unwrap_or(' ');
                if c == '’' {
                    match apostrophe(&rest[at + c.len_utf8()..]) {
                        Some(length) => at += c.len_utf8() + length,
                        None => break,
                    }
                } else {
                    match unicode_word(&rest[at..]) {
                        0 => break,
                        length => at += length,
                    }
                }
            }
            _ => break,
        }
    }
    (at, TokenKind::Word)
}

/// Whether letters before digits are a currency: "Rs500", "GBP3.01".
fn is_currency(letters: &str) -> bool {
    matches!(letters.len(), 2 | 3)
        && currency_table()
            .before()
            .longest(|i| if i == 0 { letters } else { "" })
            .is_some()
}

/// After an apostrophe inside a word: the length of what still belongs to the word, `None` where a possessive begins.
fn apostrophe(rest: &str) -> Option<usize> {
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let possessive = letters == 1 && rest.as_bytes()[0].eq_ignore_ascii_case(&b's');
    (letters > 0 && !possessive).then_some(letters)
}

/// "U.S.", "p.m.", "G.O.P.", "a.m": two single letters or more, each with a full stop but maybe the last.
fn acronym(bytes: &[u8]) -> Option<usize> {
    let (mut at, mut letters) = (0, 0);
    while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) && bytes.get(at + 1) == Some(&b'.') {
        at += 2;
        letters += 1;
    }
    let single = bytes.get(at).is_some_and(u8::is_ascii_alphabetic)
        && !bytes
            .get(at + 1)
            .is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'\'');
    if single && letters > 0 {
        return Some(at + 1);
    }
    (letters > 1).then_some(at)
}

/// No mail address is longer (RFC 5321): how far to look for its `@`, which in text without spaces would be to the end from
/// every word anew.
const LONGEST_ADDRESS: usize = 254;

/// The length of a web address at the start of `rest`, or, where `mail` says that it may hold one, of a mail address.
fn link(rest: &str, mail: bool) -> Option<usize> {
    let bytes = rest.as_bytes();
    let web = matches!(bytes[0], b'h' | b'w')
        && ["http://", "https://", "www."]
            .iter()
            .any(|start| rest.starts_with(start));
    let ends = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'<' | b'>' | b'"' | b')');
    let is_mail = || {
        let within = bytes.iter().take(LONGEST_ADDRESS).take_while(|b| !ends(b));
        within.clone().any(|&b| b == b'@') && within.skip_while(|&&b| b != b'@').any(|&b| b == b'.')
    };
    if !(web || mail && is_mail()) {
        return None;
    }
    let most = if web { rest.len() } else { LONGEST_ADDRESS };
    let length = bytes.iter().take(most).take_while(|b| !ends(b)).count();
    let chunk = &rest[..rest.floor_char_boundary(length)];
    Some(
        chunk
            .trim_end_matches(['.', ',', ';', ':', '!', '?', '\''])
            .len(),
    )
}

/// The length of a number: "1,200", "3.5", ".38", "8.1.2", "1,234,567.89".
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digits = |from: usize| {
        bytes[from.min(bytes.len())..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let mut at = digits(0);
    if (1..=3).contains(&at) {
        while bytes.get(at) == Some(&b',') && digits(at + 1) == 3 {
            at += 4;
        }
    }
    while bytes.get(at) == Some(&b'.') && digits(at + 1) > 0 {
        at += 1 + digits(at + 1);
    }
    at
}

/// The length and kind of a token that starts with an ASCII mark.
fn ascii_mark(rest: &str, spaced: bool) -> (usize, TokenKind) {
    let bytes = rest.as_bytes();
    let run = |byte: u8| bytes.iter().take_while(|&&b| b == byte).count();
    match bytes[0] {
        byte @ (b'.' | b'-') => (run(byte), TokenKind::Punct),
        b'\'' => {
            // The possessive that was cut from its word.
            let possessive = !spaced
                && apostrophe(&rest[1..]).is_none()
                && bytes.get(1).is_some_and(|b| b.eq_ignore_ascii_case(&b's'));
            if possessive {
                (2, TokenKind::Word)
            } else {
                (1, TokenKind::Punct)
            }
        }
        b'@' | b'#' => {
            let length = 1 + bytes[1..]
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric() || **b == b'_')
                .count();
            (
                length,
                if length > 1 {
                    TokenKind::Link
                } else {
                    TokenKind::Symbol
                },
            )
        }
        b'$' | b'%' | b'&' | b'*' | b'+' | b'=' | b'^' | b'`' | b'|' | b'~' | b'\\' | b'<'
        | b'>' => (1, TokenKind::Symbol),
        _ => (1, TokenKind::Punct),
    }
}

/// The length and kind of a token that starts outside ASCII; length 0 for white space.
fn other(rest: &str) -> (usize, TokenKind) {
    let Some(c) = rest.chars().next() else {
        return (0, TokenKind::Punct);
    };
    if c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' || c == '\u{ad}' {
        return (0, TokenKind::Punct);
    }
    if c.is_alphabetic() {
        let mut at = unicode_word(rest).max(c.len_utf8());
        if rest[at..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
            at += word(&rest[at..], true, false).0;
        }
        return (at, TokenKind::Word);
    }
    if c == '’' {
        let tail = &rest[c.len_utf8()..];
        if tail.starts_with(['s', 'S']) && apostrophe(tail).is_none() {
            return (c.len_utf8() + 1, TokenKind::Word);
        }
    }
    let punctuation = matches!(
        c,
        '‐'..='‧' | '′' | '″' | '«' | '»' | '‹' | '›' | '¡' | '¿' | '·' | '、' | '。' | '−'
    );
    (
        c.len_utf8(),
        if punctuation {
            TokenKind::Punct
        } else {
            TokenKind::Symbol
        },
    )
}

/// The length of the run of letters, digits and marks at the start of `rest`, by Unicode's word boundaries.
fn unicode_word(rest: &str) -> usize {
    let segment = rest.split_word_bounds().next().unwrap_or("");
    if !segment.starts_with(char::is_alphanumeric) {
        return 0;
    }
    segment
        .find(['\'', '’', '.', ':', '·', '_', ','])
        .unwrap_or(segment.len())
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    fn words(prose: &str) -> String {
        let (_, text) = sample(prose);
        (0..text.tokens.len())
            .map(|i| text.word(i).to_owned())
            .collect::<Vec<_>>()
            .join(" | ")
    }

    #[test]
    fn tokens_are_cut_where_the_grammars_need_them() {
        let p = |prose: &str, expected: &str| assert_eq!(words(prose), expected, "{prose}");
        p("A 30-year-old man", "A | 30 | - | year | - | old | man");
        p("$1,200.50, or 44K", "$ | 1,200.50 | , | or | 44 | K");
        p(
            "the U.S. at 3:30 p.m. today",
            "the | U.S. | at | 3 | : | 30 | p.m. | today",
        );
        p(
            "Smith's and the Saints' win",
            "Smith | 's | and | the | Saints | ' | win",
        );
        p(
            "O'Brien didn’t, Obama’s",
            "O'Brien | didn’t | , | Obama | ’s",
        );
        p(
            "P.J.Carlesimo and J. Edgar",
            "P.J. | Carlesimo | and | J | . | Edgar",
        );
        p(
            "a .38-caliber, iOS 8.1.2",
            "a | .38 | - | caliber | , | iOS | 8.1.2",
        );
        p(
            "Zürich, São Paulo and Čapek's",
            "Zürich | , | São | Paulo | and | Čapek | 's",
        );
        p(
            "see www.example.org/a, or x@y.org.",
            "see | www.example.org/a | , | or | x@y.org | .",
        );
        p("“No... never” – F16", "“ | No | ... | never | ” | – | F16");
        p("1,20 and 12,3456", "1 | , | 20 | and | 12 | , | 3456");
        p("Rs500, GBP3.01, F16", "Rs | 500 | , | GBP | 3.01 | , | F16");
    }
}
