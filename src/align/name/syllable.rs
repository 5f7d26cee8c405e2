//! Names made of syllables of a closed set: Chinese and Korean.
//!
//! In these a letter more or less makes another name (Hunan, Henan; Kim Jong-un, Kim Jong-il), and one name is written
//! in systems that share few letters (Teng Hsiao-ping, Deng Xiaoping). So they are cut into syllables, and the
//! syllables are compared by classes, never by edit distance.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon;

/// A word as Chinese syllables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chinese {
    /// The syllables as Pinyin, where the word can be that, in Wade-Giles without apostrophes.
    pinyin: Option<String>,
    /// The word is Wade-Giles as it stands.
    wade_giles: bool,
    /// How many syllables.
    pub(super) syllables: usize,
}

struct Syllables {
    pinyin: FxHashMap<&'static str, &'static str>,
    wade_giles: FxHashSet<&'static str>,
    /// The letters that syllables end in.
    ends: [bool; LETTERS],
}

fn chinese_syllables() -> &'static Syllables {
    static SYLLABLES: LazyLock<Syllables> = LazyLock::new(|| {
        let table = lexicon::table(include_str!("../../lexicon/chinese_syllables.tsv"));
        let mut pinyin = FxHashMap::default();
        let mut ends = [false; LETTERS];
        // Of no letters no syllable is made, and the word of them is told below.
        ends[LETTERS - 1] = true;
        for row in &table.rows {
            pinyin.entry(row[0]).or_insert(row[1]);
            for syllable in row {
                ends[letter(&syllable[syllable.len().saturating_sub(1)..])] = true;
            }
        }
        Syllables {
            ends,
            pinyin,
            wade_giles: table.rows.iter().map(|row| row[1]).collect(),
        }
    });
    &SYLLABLES
}

/// Cuts a word into syllables that `known` knows, at most `left`, the longest first.
fn cut<'w>(word: &'w str, known: &impl Fn(&str) -> bool, left: usize) -> Option<Vec<&'w str>> {
    if word.is_empty() {
        return Some(Vec::new());
    }
    if left == 0 || !word.is_ascii() {
        return None;
    }
    (1..=word.len().min(6)).rev().find_map(|end| {
        let (head, rest) = word.split_at(end);
        if !known(head) {
            return None;
        }
        let mut tail = cut(rest, known, left - 1)?;
        tail.insert(0, head);
        Some(tail)
    })
}

/// The word as Chinese; `None` where it is neither Pinyin nor Wade-Giles in at most `most` syllables.
pub(super) fn chinese(word: &str, most: usize) -> Option<Chinese> {
    let table = chinese_syllables();
    // Nearly all names end in a letter that no syllable ends in.
    if !table.ends[letter(word.get(word.len().saturating_sub(1)..).unwrap_or(""))] {
        return None;
    }
    let pinyin = cut(word, &|s| table.pinyin.contains_key(s), most);
    let wade_giles = cut(word, &|s| table.wade_giles.contains(s), most);
    let syllables = pinyin.as_ref().or(wade_giles.as_ref())?.len();
    Some(Chinese {
        pinyin: pinyin.map(|syllables| {
            syllables
                .iter()
                .map(|s| table.pinyin.get(s).copied().unwrap_or(""))
                .collect()
        }),
        wade_giles: wade_giles.is_some(),
        syllables,
    })
}

/// Whether two different words are one in the two systems.
pub(super) fn same_chinese(a: (&str, &Chinese), b: (&str, &Chinese)) -> bool {
    let converts = |pinyin: &Chinese, (word, other): (&str, &Chinese)| {
        other.wade_giles && pinyin.pinyin.as_deref() == Some(word)
    };
    a.0 == b.0 || converts(a.1, b) || converts(b.1, a)
}

struct KoreanParts {
    initials: Sounds,
    medials: Sounds,
    finals: Sounds,
    families: FxHashMap<&'static str, Vec<&'static str>>,
}

/// Spellings of a sound with their classes, the longest first: "ch" before "c". By the letter that a word goes on with, as
/// nearly all names are no Korean ones and most sounds begin with another letter.
#[derive(Default)]
struct Sounds([Vec<(&'static str, &'static str)>; LETTERS]);

/// The letters, and behind them whatever else a word may go on with.
const LETTERS: usize = 27;

fn letter(word: &str) -> usize {
    match word.as_bytes().first() {
        Some(c @ b'a'..=b'z') => usize::from(c - b'a'),
        _ => LETTERS - 1,
    }
}

impl Sounds {
    fn new(mut all: Vec<(&'static str, &'static str)>) -> Sounds {
        all.sort_by_key(|(spelling, _)| (std::cmp::Reverse(spelling.len()), *spelling));
        let mut sounds = Sounds::default();
        for (at, list) in sounds.0.iter_mut().enumerate() {
            let fits =
                |(spelling, _): &&(&str, &str)| spelling.is_empty() || letter(spelling) == at;
            list.extend(all.iter().filter(fits));
        }
        sounds
    }

    /// The sounds that a word may go on with.
    fn of(&self, word: &str) -> &[(&'static str, &'static str)] {
        &self.0[letter(word)]
    }
}

fn korean_parts() -> &'static KoreanParts {
    static PARTS: LazyLock<KoreanParts> = LazyLock::new(|| {
        let (mut initials, mut medials, mut finals) = (Vec::new(), Vec::new(), Vec::new());
        let mut families: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        for row in &lexicon::table(include_str!("../../lexicon/korean_syllables.tsv")).rows {
            let spelling = if row[1] == "-" { "" } else { row[1] };
            match row[0] {
                "initial" => initials.push((spelling, row[2])),
                "medial" => medials.push((spelling, row[2])),
                "final" => finals.push((spelling, row[2])),
                _ => families.entry(spelling).or_default().push(row[2]),
            }
        }
        KoreanParts {
            initials: Sounds::new(initials),
            medials: Sounds::new(medials),
            finals: Sounds::new(finals),
            families,
        }
    });
    &PARTS
}

/// A word as Korean syllables, each by its classes: words with one key are one name.
pub(super) fn korean(word: &str) -> Option<String> {
    fn read(word: &str, left: usize) -> Option<String> {
        if word.is_empty() {
            return Some(String::new());
        }
        if left == 0 {
            return None;
        }
        let parts = korean_parts();
        for (initial, i) in parts.initials.of(word) {
            let Some(after) = word.strip_prefix(initial) else {
                continue;
            };
            for (medial, m) in parts.medials.of(after) {
                let Some(after) = after.strip_prefix(medial) else {
                    continue;
                };
                for (last, f) in parts.finals.of(after) {
                    let Some(after) = after.strip_prefix(last) else {
                        continue;
                    };
                    if let Some(rest) = read(after, left - 1) {
                        return Some(format!("{i}{m}{f}.{rest}"));
                    }
                }
            }
        }
        None
    }
    read(word, 2)
}

/// The Korean family names that a word may spell.
pub(super) fn korean_families(word: &str) -> &'static [&'static str] {
    korean_parts().families.get(word).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pinyin_and_wade_giles_are_one_name() {
        let p = |a: &str, b: &str, same: bool| {
            let (x, y) = (chinese(a, 3).unwrap(), chinese(b, 3).unwrap());
            assert_eq!(same_chinese((a, &x), (b, &y)), same, "{a} {b}");
        };
        p("teng", "deng", true);
        p("hsiaoping", "xiaoping", true);
        p("mao", "mao", true);
        p("tsetung", "zedong", true);
        p("hunan", "henan", false);
        p("suzhou", "fuzhou", false);
        p("keqiang", "qiang", false);
        assert_eq!(chinese("smith", 3), None);
    }

    #[test]
    fn korean_spellings_share_a_key() {
        let p = |a: &str, b: &str, same: bool| {
            assert_eq!(korean(a).unwrap() == korean(b).unwrap(), same, "{a} {b}")
        };
        p("jung", "jong", true);
        p("un", "eun", true);
        p("geun", "kun", true);
        p("young", "yong", true);
        p("il", "un", false);
        p("nam", "un", false);
        assert_eq!(korean("klitschko"), None);
        assert!(korean_families("pak").contains(&"park"));
    }
}
