//! How far apart two spellings of one word are, in letters, and where the difference may come from.
//!
//! An edit distance in which letters that write one sound cost less than a letter: the rules stand in
//! `lexicon/spelling_rules.tsv`, each with the language that it comes from ("kh" for "h" in Arabic, "j" for "y" in
//! Slavic names). A distance made of rules alone is a transliteration; a plain insertion, deletion, substitution or
//! transposition costs one letter and is a slip of the pen. One weighted distance was chosen over a key for each
//! language because the romanisations do not fall into classes: "e" stands for "a" in Omer and for "i" in Khaled,
//! but Hasan is not Hisan.

use std::sync::LazyLock;

use crate::lexicon;

/// Longer words are not compared letter by letter: a name has no such word, and the matrix stays on the stack.
const LONGEST: usize = 30;
const WIDTH: usize = LONGEST + 1;

/// Costs are counted in hundredths of a letter.
const LETTER: u16 = 100;
/// A letter written twice instead of once: hardly a difference in any romanisation, nor in sound.
const DOUBLED: u16 = 10;

/// How two spellings differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The whole distance in hundredths of a letter.
    pub cost: u16,
    /// How many of its steps are plain edits, which no rule explains.
    pub edits: u8,
    /// The languages of the rules used, a bit each, in the order of [`Rules::languages`].
    languages: u32,
}

impl Spelling {
    /// The distance in letters.
    pub fn letters(self) -> f32 {
        f32::from(self.cost) / f32::from(LETTER)
    }

    /// Whether the two sound alike in English: no edit, and no rule of another language.
    pub fn sounds_alike(self) -> bool {
        self.edits == 0 && self.languages & !rules().english == 0
    }

    /// The language that the difference comes from, where a rule names one.
    pub fn language(self) -> Option<&'static str> {
        let rules = rules();
        let bits = if self.languages & !rules.english != 0 {
            self.languages & !rules.english
        } else {
            return None;
        };
        // The rarest language says most: Arabic rules are the general ones and come first.
        rules
            .languages
            .get(31 - bits.leading_zeros() as usize)
            .copied()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Any,
    Start,
    End,
}

#[derive(Clone, Copy)]
struct Rule {
    a: &'static [u8],
    b: &'static [u8],
    cost: u16,
    place: Place,
    language: u32,
}

/// The rules by the last letters of their two sides; 0 stands for an empty side.
struct Rules {
    by_ends: Vec<Vec<Rule>>,
    languages: Vec<&'static str>,
    english: u32,
}

fn slot(a: Option<u8>, b: Option<u8>) -> usize {
    let place = |letter: Option<u8>| match letter {
        Some(c @ b'a'..=b'z') => usize::from(c - b'a') + 1,
        Some(_) | None => 0,
    };
    place(a) * 27 + place(b)
}

fn rules() -> &'static Rules {
    static RULES: LazyLock<Rules> = LazyLock::new(|| {
        let table = lexicon::table(include_str!("../../lexicon/spelling_rules.tsv"));
        // The general languages first, so that a special one beside them is the one named.
        let mut languages = vec!["English", "Arabic", "European", "Slavic"];
        let mut by_ends = vec![Vec::new(); 27 * 27];
        for row in &table.rows {
            let side = |text: &'static str| {
                if text == "-" {
                    &[][..]
                } else {
                    text.as_bytes()
                }
            };
            let (a, b) = (side(row[0]), side(row[1]));
            let at = languages
                .iter()
                .position(|l| *l == row[4])
                .unwrap_or_else(|| {
                    languages.push(row[4]);
                    languages.len() - 1
                });
            let place = match row[3] {
                "start" => Place::Start,
                "end" => Place::End,
                _ => Place::Any,
            };
            let rule = Rule {
                a,
                b,
                cost: row[2].parse().unwrap_or(LETTER),
                place,
                language: 1 << at,
            };
            for rule in [rule, Rule { a: b, b: a, ..rule }] {
                by_ends[slot(rule.a.last().copied(), rule.b.last().copied())].push(rule);
            }
        }
        Rules {
            by_ends,
            languages,
            english: 1,
        }
    });
    &RULES
}

#[derive(Clone, Copy)]
struct Cell {
    cost: u16,
    edits: u8,
    languages: u32,
}

impl Cell {
    const FAR: Cell = Cell {
        cost: u16::MAX / 2,
        edits: 0,
        languages: 0,
    };

    fn step(self, cost: u16, edits: u8, languages: u32) -> Cell {
        Cell {
            cost: self.cost.saturating_add(cost),
            edits: self.edits.saturating_add(edits),
            languages: self.languages | languages,
        }
    }

    fn better(self, other: Cell) -> Cell {
        if (other.cost, other.edits) < (self.cost, self.edits) {
            other
        } else {
            self
        }
    }
}

/// Compares two words of ASCII letters in lower case. `None` where they are too far apart in length to be one word,
/// or too long to be compared.
///
/// ```
/// use crosscheck::align::name::spelling_distance;
/// let slip = spelling_distance("klitschko", "klitchsko").unwrap();
/// assert_eq!(slip.edits, 1);
/// let romanisation = spelling_distance("qaddafi", "gadhafi").unwrap();
/// assert_eq!(romanisation.edits, 0);
/// ```
pub fn spelling_distance(a: &str, b: &str) -> Option<Spelling> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 4 || a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    let rules = rules();
    let mut cells = [Cell::FAR; WIDTH * WIDTH];
    cells[0] = Cell {
        cost: 0,
        edits: 0,
        languages: 0,
    };
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if i == 0 && j == 0 {
                continue;
            }
            let at = |back_i: usize, back_j: usize| cells[(i - back_i) * WIDTH + j - back_j];
            let mut best = Cell::FAR;
            if i > 0 && j > 0 {
                best = if a[i - 1] == b[j - 1] {
                    at(1, 1)
                } else {
                    at(1, 1).step(LETTER, 1, 0)
                };
                if i > 1
                    && j > 1
                    && a[i - 1] == b[j - 2]
                    && a[i - 2] == b[j - 1]
                    && a[i - 1] != a[i - 2]
                {
                    best = best.better(at(2, 2).step(LETTER, 1, 0));
                }
                best = apply(
                    best,
                    rules,
                    &a[..i],
                    &b[..j],
                    (a.len(), b.len()),
                    (true, true),
                    &at,
                );
            }
            if i > 0 {
                let double = i > 1 && a[i - 1] == a[i - 2];
                best = best.better(at(1, 0).step(
                    if double { DOUBLED } else { LETTER },
                    u8::from(!double),
                    0,
                ));
                best = apply(
                    best,
                    rules,
                    &a[..i],
                    &b[..j],
                    (a.len(), b.len()),
                    (true, false),
                    &at,
                );
            }
            if j > 0 {
                let double = j > 1 && b[j - 1] == b[j - 2];
                best = best.better(at(0, 1).step(
                    if double { DOUBLED } else { LETTER },
                    u8::from(!double),
                    0,
                ));
                best = apply(
                    best,
                    rules,
                    &a[..i],
                    &b[..j],
                    (a.len(), b.len()),
                    (false, true),
                    &at,
                );
            }
            cells[i * WIDTH + j] = best;
        }
    }
    let end = cells[a.len() * WIDTH + b.len()];
    Some(Spelling {
        cost: end.cost,
        edits: end.edits,
        languages: end.languages,
    })
}

/// The best of `best` and what the rules give that end at the ends of `a` and `b`.
fn apply(
    mut best: Cell,
    rules: &Rules,
    a: &[u8],
    b: &[u8],
    whole: (usize, usize),
    sides: (bool, bool),
    at: &impl Fn(usize, usize) -> Cell,
) -> Cell {
    let last = |word: &[u8], take: bool| if take { word.last().copied() } else { None };
    for rule in &rules.by_ends[slot(last(a, sides.0), last(b, sides.1))] {
        if rule.a.is_empty() == sides.0 || rule.b.is_empty() == sides.1 {
            continue;
        }
        if !a.ends_with(rule.a) || !b.ends_with(rule.b) {
            continue;
        }
        let fits = match rule.place {
            Place::Any => true,
            Place::Start => a.len() == rule.a.len() && b.len() == rule.b.len(),
            Place::End => (a.len(), b.len()) == whole,
        };
        if fits {
            best = best.better(at(rule.a.len(), rule.b.len()).step(rule.cost, 0, rule.language));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn romanisations_of_one_name_need_no_edit() {
        let p = |a, b| {
            let found = spelling_distance(a, b).unwrap();
            assert_eq!(found.edits, 0, "{a} {b}: {found:?}");
            assert!(found.letters() <= 1.0, "{a} {b}: {found:?}");
        };
        p("gaddafi", "qaddafi");
        p("gaddafi", "kadafi");
        p("zeitoun", "zeitun");
        p("fakhora", "fakhura");
        p("jabaliya", "jabalya");
        p("yeltsin", "jelzin");
        p("mohammed", "muhammad");
        p("khalid", "khaled");
        p("taludi", "talodi");
        p("gray", "grey");
    }

    #[test]
    fn a_slip_is_one_edit() {
        let p = |a, b| assert_eq!(spelling_distance(a, b).unwrap().edits, 1, "{a} {b}");
        p("klitschko", "klitchsko");
        p("kerry", "kelly");
        p("trump", "tramp");
    }

    #[test]
    fn words_of_very_different_length_are_not_compared() {
        assert_eq!(spelling_distance("li", "lieberman"), None);
        assert!(spelling_distance("", "").is_some_and(|s| s.cost == 0));
    }
}
