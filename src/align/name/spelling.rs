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
pub(super) const LONGEST: usize = 24;

/// Most words are no longer than this: their matrix is a quarter of the other one, and need not be filled in vain.
const USUAL: usize = 12;

/// Costs are counted in hundredths of a letter.
pub(super) const LETTER: u16 = 100;
/// A letter written twice instead of once: hardly a difference in any romanisation, nor in sound.
pub(super) const DOUBLED: u16 = 10;

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

/// Where in a word a rule holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Any,
    Start,
    End,
}

/// Letters that stand for other letters.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    pub(super) a: Tail,
    pub(super) b: Tail,
    pub(super) cost: u16,
    pub(super) place: Place,
    language: u32,
}

/// Up to eight letters at the end of a word, packed so that one comparison tells whether a word ends with them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Tail {
    pub(super) letters: u64,
    mask: u64,
    pub(super) len: usize,
}

impl Tail {
    fn new(letters: &[u8]) -> Tail {
        let len = letters.len().min(8);
        Tail {
            letters: letters
                .iter()
                .fold(0, |packed, &c| packed << 8 | u64::from(c)),
            mask: u64::MAX.checked_shr(64 - 8 * len as u32).unwrap_or(0),
            len,
        }
    }

    /// Zero where a word ends with these letters.
    #[inline]
    fn differs(self, word: u64) -> u64 {
        word & self.mask ^ self.letters
    }
}

/// The rules by the last letters of their two sides.
struct Rules {
    list: Vec<Rule>,
    /// Where in the list the rules of each slot begin, and where the last ones end.
    starts: [u16; SLOTS + 1],
    languages: Vec<&'static str>,
    english: u32,
}

impl Rules {
    #[inline]
    fn of(&self, slot: usize) -> &[Rule] {
        &self.list[usize::from(self.starts[slot])..usize::from(self.starts[slot + 1])]
    }
}

pub(super) const SLOTS: usize = 27 * 27;

/// The slot of the rules whose sides end with these letters.
#[inline]
pub(super) fn slot(a: usize, b: usize) -> usize {
    a * 27 + b
}

/// The number of a letter; 0 stands for an empty side, and for what no rule knows.
#[inline]
pub(super) fn letter(letter: Option<&u8>) -> usize {
    match letter {
        Some(c @ b'a'..=b'z') => usize::from(c - b'a') + 1,
        Some(_) | None => 0,
    }
}

/// All rules, each in both directions.
pub(super) fn list() -> &'static [Rule] {
    &rules().list
}

fn rules() -> &'static Rules {
    static RULES: LazyLock<Rules> = LazyLock::new(|| {
        let table = lexicon::table(include_str!("../../lexicon/spelling_rules.tsv"));
        // The general languages first, so that a special one beside them is the one named.
        let mut languages = vec!["English", "Arabic", "European", "Slavic"];
        let mut by_ends: Vec<(usize, Rule)> = Vec::with_capacity(2 * table.rows.len());
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
            let ends = (letter(a.last()), letter(b.last()));
            let rule = Rule {
                a: Tail::new(a),
                b: Tail::new(b),
                cost: row[2].parse().unwrap_or(LETTER),
                place,
                language: 1 << at,
            };
            let turned = Rule {
                a: rule.b,
                b: rule.a,
                ..rule
            };
            by_ends.push((slot(ends.0, ends.1), rule));
            by_ends.push((slot(ends.1, ends.0), turned));
        }
        by_ends.sort_by_key(|&(slot, _)| slot);
        let start = |slot| by_ends.partition_point(|&(s, _)| s < slot) as u16;
        Rules {
            starts: std::array::from_fn(start),
            list: by_ends.into_iter().map(|(_, rule)| rule).collect(),
            languages,
            english: 1,
        }
    });
    &RULES
}

/// The way to a pair of beginnings that costs least, of those with the same cost the one with fewest edits. In one number,
/// from its high bits down: the cost, the edits, the languages of the rules.
#[derive(Clone, Copy)]
struct Way(u64);

impl Way {
    const FAR: Way = Way(u64::MAX / 2);
    const NEAR: Way = Way(0);

    #[inline]
    fn step(self, step: Step) -> Way {
        Way(self.0 + step.0)
    }

    /// A step by a rule, at this cost.
    #[inline]
    fn by(self, cost: u16, language: u32) -> Way {
        Way(self.step(Step::new(cost, 0)).0 | u64::from(language))
    }

    #[inline]
    fn better(self, other: Way) -> Way {
        if other.0 >> 32 < self.0 >> 32 {
            other
        } else {
            self
        }
    }

    fn spelling(self) -> Spelling {
        Spelling {
            cost: (self.0 >> 40) as u16,
            edits: (self.0 >> 32) as u8,
            languages: self.0 as u32,
        }
    }
}

/// What a step costs, and its edits, where they stand in a [`Way`].
#[derive(Clone, Copy)]
struct Step(u64);

impl Step {
    const EDIT: Step = Step::new(LETTER, 1);
    const DOUBLED: Step = Step::new(DOUBLED, 0);

    const fn new(cost: u16, edits: u8) -> Step {
        Step((cost as u64) << 40 | (edits as u64) << 32)
    }
}

/// The numbers of the letters of a word, each at the place behind it.
fn letters<const WIDTH: usize>(word: &[u8]) -> [usize; WIDTH] {
    let mut numbers = [0; WIDTH];
    for (number, c) in numbers[1..].iter_mut().zip(word) {
        *number = letter(Some(c));
    }
    numbers
}

/// For each place of a word the rules that let the letters before it fall away, a bit each of those of `slot`.
fn falls_away<const WIDTH: usize>(
    word: &[u8],
    slot: impl Fn(usize) -> usize,
    side: impl Fn(&Rule) -> Tail,
) -> [u64; WIDTH] {
    let rules = rules();
    let mut found = [0; WIDTH];
    let mut tail = 0u64;
    for (c, found) in word.iter().zip(&mut found[1..]) {
        tail = tail << 8 | u64::from(*c);
        for (bit, rule) in rules.of(slot(letter(Some(c)))).iter().enumerate() {
            if side(rule).differs(tail) == 0 {
                *found |= 1 << bit;
            }
        }
    }
    found
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
    Some(if a.len() <= USUAL && b.len() <= USUAL {
        distance::<{ USUAL + 1 }, { (USUAL + 1) * (USUAL + 1) }>(a, b)
    } else {
        distance::<{ LONGEST + 1 }, { (LONGEST + 1) * (LONGEST + 1) }>(a, b)
    })
}

/// For each place of a word what it costs to leave out the letter before it.
fn left_out<const WIDTH: usize>(word: &[u8]) -> [Step; WIDTH] {
    let mut steps = [Step::EDIT; WIDTH];
    for (pair, step) in word.windows(2).zip(&mut steps[2..]) {
        if pair[0] == pair[1] {
            *step = Step::DOUBLED;
        }
    }
    steps
}

/// The distance of two words of fewer than `WIDTH` letters, in a matrix of `CELLS`, the square of it.
fn distance<const WIDTH: usize, const CELLS: usize>(a: &[u8], b: &[u8]) -> Spelling {
    let rules = rules();
    let (letters_a, letters_b) = (letters::<WIDTH>(a), letters::<WIDTH>(b));
    let falls_a: [u64; WIDTH] = falls_away(a, |c| slot(c, 0), |rule| rule.a);
    let falls_b: [u64; WIDTH] = falls_away(b, |c| slot(0, c), |rule| rule.b);
    let (out_a, out_b) = (left_out::<WIDTH>(a), left_out::<WIDTH>(b));
    let mut cells = [Way::FAR; CELLS];
    cells[0] = Way::NEAR;
    let mut tail_a = 0u64;
    for i in 0..=a.len() {
        if i > 0 {
            tail_a = tail_a << 8 | u64::from(a[i - 1]);
        }
        let mut tail_b = 0u64;
        for j in 0..=b.len() {
            if j > 0 {
                tail_b = tail_b << 8 | u64::from(b[j - 1]);
            }
            let at = i * WIDTH + j;
            let mut best = cells[at];
            let mut pairs: &[Rule] = &[];
            if i > 0 && j > 0 {
                let before = cells[at - WIDTH - 1];
                best = if a[i - 1] == b[j - 1] {
                    before
                } else {
                    before.step(Step::EDIT)
                };
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if swapped && a[i - 1] != a[i - 2] {
                    best = best.better(cells[at - 2 * WIDTH - 2].step(Step::EDIT));
                }
                pairs = rules.of(slot(letters_a[i], letters_b[j]));
            }
            if i > 0 {
                best = best.better(cells[at - WIDTH].step(out_a[i]));
            }
            if j > 0 {
                best = best.better(cells[at - 1].step(out_b[j]));
            }
            let by = |best: Way, rule: &Rule| {
                let (back_a, back_b) = (rule.a.len, rule.b.len);
                let fits = match rule.place {
                    // A letter that may fall away inside a word does not at its beginning: Saeed is not Asad.
                    Place::Any => back_a.min(back_b) > 0 || i.min(j) > 0,
                    Place::Start => i == back_a && j == back_b,
                    Place::End => i == a.len() && j == b.len(),
                };
                if fits {
                    let before = cells[at - back_a * WIDTH - back_b];
                    best.better(before.by(rule.cost, rule.language))
                } else {
                    best
                }
            };
            for rule in pairs {
                // A word that is shorter than a side does not end with it: a tail is filled up with zeros.
                if rule.a.differs(tail_a) | rule.b.differs(tail_b) == 0 {
                    best = by(best, rule);
                }
            }
            for (slot, mut falls) in [
                (slot(letters_a[i], 0), falls_a[i]),
                (slot(0, letters_b[j]), falls_b[j]),
            ] {
                while falls != 0 {
                    best = by(best, &rules.of(slot)[falls.trailing_zeros() as usize]);
                    falls &= falls - 1;
                }
            }
            cells[at] = best;
        }
    }
    cells[a.len() * WIDTH + b.len()].spelling()
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

    #[test]
    fn the_rules_by_which_a_letter_falls_away_have_a_bit_each() {
        for letter in 0..27 {
            for slot in [slot(letter, 0), slot(0, letter)] {
                assert!(rules().of(slot).len() <= u64::BITS as usize);
            }
        }
    }
}
