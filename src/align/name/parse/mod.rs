//! A name taken apart once, so that it can be compared with many.
//!
//! The words are folded to ASCII letters in lower case, and each is told what it is: the name itself, or a title, a
//! particle, a legal form, a word that tells little. What the words are worth against another name is decided where
//! two names are compared.

mod person;

use std::borrow::Cow;

use crate::lexicon::{
    Groups, NameForms, OrgWord, Personal, PlaceWord, family_name, given_name, name_forms,
    word_table,
};
use crate::value::Kind;

use crate::align::name::syllable::{self, Chinese};

/// More words than this are not compared: no name has them.
pub(super) const MOST_WORDS: usize = 16;

/// A name ready to be compared.
#[derive(Clone, Debug)]
pub struct Name {
    /// As given, white space made single.
    pub(super) text: String,
    /// What it names.
    pub(super) kind: Kind,
    /// The folded letters and digits without anything between them.
    pub(super) squeezed: String,
    /// The words that are compared, in order.
    pub(super) words: Vec<Word>,
    /// The words left out of the comparison: titles, legal forms, articles.
    pub(super) aside: Vec<String>,
    /// "Jr", "Sr", "II": tells people apart.
    pub(super) suffix: Option<String>,
    /// The folded words with single spaces, by which aliases are looked up.
    pub(super) folded: String,
    /// The name that this one stands for by the alias table, or its own.
    pub(super) canonical: Option<&'static str>,
    /// The gazetteer holds this place.
    pub(super) known_place: bool,
    /// It is a country or a region.
    pub(super) region: bool,
    /// The parts of an Arabic name were joined: "Abd al-Rahman".
    pub(super) rejoined: bool,
    /// Every word reads as Korean, one of them as a family name.
    pub(super) korean: bool,
    /// Every word reads as Chinese.
    pub(super) chinese: bool,
    /// First letters of the words: all; without joints; the name's own only.
    pub(super) initials: [String; 3],
    /// A short word in capitals, which may be initials.
    pub(super) acronym: bool,
}

/// One word of a name.
#[derive(Clone, Debug, Default)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) role: Role,
    /// It is a common given name.
    pub(super) given: Option<Personal>,
    /// It is a common surname.
    pub(super) surname: bool,
    /// Its place among the common words of English.
    pub(super) word_rank: Option<u32>,
    pub(super) spelled: Groups,
    pub(super) short_for: Groups,
    pub(super) chinese: Option<Chinese>,
    pub(super) korean: Option<String>,
    /// Its consonants as bits, to see fast that two words have nothing in common.
    pub(super) consonants: u32,
}

/// What a word is in its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// The name itself.
    #[default]
    Core,
    /// One letter that stands for a word.
    Initial,
    /// "al", "van": often left out.
    Particle,
    /// "group", "city": what sort of thing it is.
    Generic,
    /// A country in the name of an organisation.
    Country,
    /// A number, in digits or Roman numerals.
    Number,
}

impl Name {
    /// Takes a name apart.
    pub fn new(text: &str, kind: Kind) -> Name {
        let text = crate::source::one_line(text);
        let mut name = Name {
            squeezed: match kind {
                Kind::Person => fold(without_possessive(&text)),
                _ if text.contains('&') => fold(&text.replace('&', " and ")),
                _ => fold(&text),
            },
            text,
            kind,
            words: Vec::new(),
            aside: Vec::new(),
            suffix: None,
            folded: String::new(),
            canonical: None,
            known_place: false,
            region: false,
            rejoined: false,
            korean: false,
            chinese: false,
            initials: Default::default(),
            acronym: false,
        };
        let lists = name_forms();
        match kind {
            Kind::Person => person::read(&mut name, lists),
            Kind::Place => place(&mut name, lists),
            // Every other kind of name is read like that of an organisation: words, some of which tell little.
            _ => organization(&mut name, lists),
        }
        name.words.truncate(MOST_WORDS);
        name
    }

    /// The name as given, white space made single.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many of the words are initials or numbers, of which none may be missing or another.
    pub(super) fn initials_only(&self) -> usize {
        let counts =
            |w: &&Word| matches!(w.role, Role::Initial | Role::Number) || w.text.len() == 1;
        self.words.iter().filter(counts).count()
    }

    /// Whether the name says that it is a city's.
    pub(super) fn is_city(&self) -> bool {
        self.words.iter().any(|w| w.text == "city")
    }

    /// What it names.
    pub fn kind(&self) -> Kind {
        self.kind
    }
}

/// The name with two neighbours made one word where the other name writes them as one (Good Luck, Goodluck; Hsiao-ping,
/// Xiaoping; al-Jabouri, Aljabouri); `None` where there are none.
pub(super) fn merged(name: &Name, other: &Name) -> Option<Name> {
    if name.words.len() < 2
        || name.words.len() <= other.words.len() && name.words.len() < 3 && other.words.len() != 1
    {
        return None;
    }
    let glued = |x: &Word, y: &Word| {
        other.words.iter().any(|o| {
            let exact = o.text.len() == x.text.len() + y.text.len()
                && o.text.starts_with(x.text.as_str())
                && o.text.ends_with(y.text.as_str());
            exact
                || x.role == Role::Particle
                    && matches!(x.text.as_str(), "al" | "el")
                    && o.text.len() > 6
                    && o.text.as_bytes()[1..].starts_with(b"l")
                    && o.text.as_bytes().get(2) == y.text.as_bytes().first()
                || name.chinese && other.chinese && name.words.len() > other.words.len() && {
                    let text = format!("{}{}", x.text, y.text);
                    match (syllable::chinese(&text, 2), &o.chinese) {
                        (Some(c), Some(d)) => syllable::same_chinese((&text, &c), (&o.text, d)),
                        _ => false,
                    }
                }
        })
    };
    let at = name.words.windows(2).position(|w| glued(&w[0], &w[1]))?;
    let mut merged = name.clone();
    let second = merged.words.remove(at + 1);
    let text = format!("{}{}", merged.words[at].text, second.text);
    merged.words[at] = word(text, Role::Core, name_forms());
    if name.kind != Kind::Organization {
        asian(&mut merged);
    }
    Some(merged)
}

/// The ASCII letters and digits of a text in lower case; apostrophes and all other signs fall away.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() {
                folded.push(c.to_ascii_lowercase());
            }
        } else if c.is_alphanumeric() && !is_apostrophe(c) {
            folded.extend(
                any_ascii::any_ascii_char(c)
                    .chars()
                    .filter(char::is_ascii_alphanumeric)
                    .map(|c| c.to_ascii_lowercase()),
            );
        }
    }
    folded
}

fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | '`' | '´' | 'ʿ' | 'ʾ' | 'ʻ' | 'ʼ' | 'ʹ' | 'ʺ'
    )
}

/// The word without a possessive 's.
fn without_possessive(word: &str) -> &str {
    word.strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word)
}

/// The text without what stands in brackets.
fn without_brackets(text: &str) -> Cow<'_, str> {
    if !text.contains(['(', ')', '[', ']']) {
        return Cow::Borrowed(text);
    }
    let mut depth = 0usize;
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    Cow::Owned(kept)
}

fn consonants(word: &str) -> u32 {
    word.bytes()
        .map(|c| match c {
            b'b' | b'p' => 1,
            b'v' | b'w' | b'f' => 2,
            b'c' | b'k' | b'q' | b'g' | b'x' => 4,
            b's' | b'z' => 8,
            b'd' | b't' => 16,
            b'l' => 32,
            b'r' => 64,
            b'm' => 128,
            b'n' => 256,
            b'j' | b'y' | b'i' => 0,
            b'0'..=b'9' => 512,
            _ => 0,
        })
        .fold(0, |bits, bit| bits | bit)
}

fn word(text: String, role: Role, lists: &'static NameForms) -> Word {
    Word {
        given: given_name(&text).filter(|n| n.common),
        surname: family_name(&text).is_some_and(|n| n.common),
        word_rank: crate::lexicon::names::ordinary(&text)
            .then(|| word_table().rank(&text))
            .flatten(),
        spelled: lists.spelled(&text),
        short_for: lists.short_for(&text),
        chinese: None,
        korean: None,
        consonants: consonants(&text),
        role,
        text,
    }
}

/// Reads the words as Chinese and Korean, where all of them can be that. Nobody asks for the syllables of a word in a name of
/// which another word has none, so the reading ends there: most names end it with their first word.
fn asian(name: &mut Name) {
    let person = name.kind == Kind::Person;
    let count = name.words.len();
    name.chinese = read_chinese(&mut name.words, person) && count > 0 && {
        let one = |w: &Word| w.chinese.as_ref().is_some_and(|c| c.syllables == 1);
        !person || at_an_end(&name.words, one) && count < 5
    };
    let family = |w: &Word| !syllable::korean_families(&w.text).is_empty();
    name.korean = (2..5).contains(&count)
        && at_an_end(&name.words, family)
        && name.words.iter_mut().all(|word| {
            word.korean = syllable::korean(&word.text);
            word.korean.is_some() || family(word)
        });
}

/// Reads the words as Chinese, as far as they are: whether all are. A Chinese name has one or two syllables a word, the family
/// name one; a place may have three.
fn read_chinese(words: &mut [Word], person: bool) -> bool {
    words.iter_mut().all(|word| {
        word.chinese = syllable::chinese(&word.text, if person { 2 } else { 3 });
        word.chinese.is_some()
    })
}

/// Whether the first or the last word is such a one.
fn at_an_end(words: &[Word], is: impl Fn(&Word) -> bool) -> bool {
    words.first().is_some_and(&is) || words.last().is_some_and(is)
}

/// The words of the name of an organisation or a place, cut-short words written out.
fn plain_words(
    text: &str,
    kind: Kind,
    full: &dyn Fn(&str) -> Option<&'static str>,
) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    for chunk in text.split_whitespace() {
        if chunk == "&" || chunk == "+" {
            found.push(("and".to_owned(), false));
            continue;
        }
        let chunk = if kind == Kind::Place {
            without_possessive(chunk)
        } else {
            chunk
        };
        for piece in chunk.split(['-', '‐', '‑', '–', '/', ',', ':', ';', '&']) {
            let capitals =
                piece.chars().any(char::is_uppercase) && !piece.chars().any(char::is_lowercase);
            let folded = fold(piece);
            if folded.is_empty() {
                continue;
            }
            match full(&folded) {
                Some(full) => found.extend(full.split(' ').map(|w| (w.to_owned(), false))),
                None => found.push((folded, capitals)),
            }
        }
    }
    found
}

fn is_number(word: &str) -> bool {
    word.bytes().any(|c| c.is_ascii_digit())
        || word.len() < 6
            && word.bytes().all(|c| matches!(c, b'i' | b'v' | b'x'))
            && word != "i"
            && word != "x"
}

fn organization(name: &mut Name, lists: &'static NameForms) {
    const QUOTED: [char; 5] = ['(', ')', '"', '“', '”'];
    let text = match name.text.contains(QUOTED) {
        true => Cow::Owned(name.text.replace(QUOTED, " ")),
        false => Cow::Borrowed(name.text.as_str()),
    };
    let all = plain_words(&text, name.kind, &|w| lists.org_full(w));
    name.acronym = all.len() == 1 && all[0].1 && (2..=7).contains(&all[0].0.len())
        || name.squeezed.len() < 5
            && all.len() == 1
            && name.text.chars().filter(|c| c.is_uppercase()).count() > 1;
    let mut words: Vec<(String, bool)> = all;
    for phrase in lists.legal_phrases() {
        while let Some(at) = words
            .windows(phrase.len())
            .position(|w| w.iter().zip(phrase).all(|((a, _), b)| a == b))
        {
            if phrase.len() == words.len() {
                break;
            }
            name.aside
                .extend(words.drain(at..at + phrase.len()).map(|(w, _)| w));
        }
    }
    let (mut every, mut own, mut core) = (String::new(), String::new(), String::new());
    let count = words.len();
    let mut folded: Vec<String> = Vec::new();
    for (i, (text, _)) in words.into_iter().enumerate() {
        let class = lists.org_word(&text);
        let legal = lists.is_legal_form(&text) && (i > 0 || count > 2);
        if class == Some(OrgWord::Article) && i == 0 && count > 1 {
            name.aside.push(text);
            continue;
        }
        if let Some(first) = text.chars().next() {
            every.push(first);
            if class != Some(OrgWord::Joint) && class != Some(OrgWord::Article) {
                own.push(first);
                if !legal {
                    core.push(first);
                }
            }
        }
        if legal && count > 1 {
            name.aside.push(text);
            continue;
        }
        folded.push(text.clone());
        let role = match class {
            _ if is_number(&text) => Role::Number,
            Some(OrgWord::Article | OrgWord::Joint) => Role::Particle,
            Some(OrgWord::Generic) => Role::Generic,
            Some(OrgWord::Place) => Role::Country,
            None => Role::Core,
        };
        name.words.push(word(text, role, lists));
    }
    // "General Motors" has no other words than such as say little elsewhere.
    if !name.words.iter().any(|w| w.role == Role::Core) {
        for word in name
            .words
            .iter_mut()
            .filter(|w| matches!(w.role, Role::Generic | Role::Country))
        {
            word.role = Role::Core;
        }
    }
    name.initials = [every, own, core];
    name.folded = folded.join(" ");
    name.canonical = lists.org_alias(&name.folded);
}

fn place(name: &mut Name, lists: &'static NameForms) {
    let text = without_brackets(&name.text);
    let all = plain_words(&text, Kind::Place, &|w| lists.place_full(w));
    name.acronym =
        name.squeezed.len() < 5 && name.text.chars().filter(|c| c.is_uppercase()).count() > 1;
    for (i, (text, _)) in all.iter().enumerate() {
        let role = match lists.place_word(text) {
            Some(PlaceWord::Particle) => Role::Particle,
            Some(PlaceWord::Generic) if all.len() > 1 => Role::Generic,
            _ if is_number(text) => Role::Number,
            _ => Role::Core,
        };
        if let Some(first) = text.chars().next() {
            name.initials[0].push(first);
            if role != Role::Particle {
                name.initials[1].push(first);
            }
        }
        if text == "the" && i == 0 {
            continue;
        }
        name.words.push(word(text.clone(), role, lists));
    }
    if name.words.iter().all(|w| w.role != Role::Core) {
        for word in &mut name.words {
            word.role = Role::Core;
        }
    }
    name.initials[2] = name.initials[1].clone();
    name.folded = spaced(name.words.iter());
    let tell = |w: &&Word| w.role != Role::Generic || w.text == "city";
    let bare = spaced(name.words.iter().filter(tell));
    name.canonical = lists
        .place_alias(&name.folded)
        .or_else(|| lists.place_alias(&bare));
    name.region = lists.is_region(&name.folded);
    name.known_place = lists.is_place(&name.folded) || lists.is_place(&bare);
    asian(name);
}

/// The words with single spaces between them.
fn spaced<'a>(words: impl Iterator<Item = &'a Word>) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&word.text);
    }
    text
}
