//! Which of several like things a value is about, and where in its article it stands.
//!
//! "Her first film cost $48 million" and "the film cost $165 million" have all their words in common and are about two films.
//! The words that tell them apart say nothing by themselves, so they count as what they are: marks that one side has and the
//! other has not. Where an article says something counts too: reports on one event begin with the same things.

use super::company::Company;
use crate::Article;
use crate::claim::Claim;
use crate::segment::Text;
use crate::value::Kind;

/// How far from the value a mark may stand.
const REACH: usize = 8;

/// How far a word of order may stand: "in the second half" speaks of what is right beside it.
const NEAR: usize = 4;

/// The same for counts: "five points from Stone in the first half".
const NEAR_COUNT: usize = 6;

/// How far a year may stand.
const YEAR_REACH: usize = 12;

/// Sentences up to this share of an article are its beginning.
const BEGINNING: f64 = 0.15;

/// How a date stands to what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Anchor {
    /// "since 2003", "from 2003", "after".
    Since,
    /// "by 2003", "until".
    Until,
    /// "in 2003", "on Monday".
    At,
    /// Nothing that says it.
    Open,
}

/// The marks of one claim.
#[derive(Clone, Debug)]
pub(super) struct Which<'a> {
    /// Words of order, and whether one of others stands there: all of them, and those that no date holds.
    order: [Vec<&'a str>; 2],
    other: [bool; 2],
    years: Vec<&'a str>,
    anchor: Anchor,
    place: f64,
    company: Company,
}

/// What a word may mark: told once for each distinct word of an article, as each claim asks for all around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks {
    order: bool,
    other: bool,
    year: bool,
    is_comma: bool,
    is_semicolon: bool,
    /// What stands behind it belongs to another part of the sentence.
    ends_part: bool,
}

/// What each token of an article marks.
pub(super) fn marks(text: &Text) -> Vec<Marks> {
    text.by_word(|at| {
        let word = text.lower(at);
        let sorts = text.lexeme(at).which;
        let is = |sort: &str| sorts.is_some_and(|sorts| sorts == sort || sorts == "both");
        Marks {
            order: is("order"),
            other: is("other"),
            year: is_year(word),
            is_comma: word == ",",
            is_semicolon: word == ";",
            ends_part: ends_part(word),
        }
    })
}

impl<'a> Which<'a> {
    /// The marks of a claim.
    pub(super) fn new(article: &'a Article, marks: &[Marks], claim: &Claim) -> Which<'a> {
        let text = &article.text;
        let mention = claim.mention(&article.mentions);
        let sentence = &text.sentences[mention.sentence].tokens;
        // The words of a sort on both sides, up to what ends them.
        let around = |reach: usize, ends: fn(Marks) -> bool, wanted: fn(Marks) -> bool| {
            let before = (sentence.start..mention.tokens.start).rev().take(reach);
            let behind = (mention.tokens.end..sentence.end).take(reach);
            let before = before.take_while(move |&at| !ends(marks[at]));
            before
                .chain(behind.take_while(move |&at| !ends(marks[at])))
                .filter(move |&at| wanted(marks[at]))
        };
        let dated = matches!(claim.kind, Kind::Date | Kind::Time);
        let in_date = |at: &usize| {
            let mut dates = claim.dates.iter().map(|&d| &article.mentions[d].tokens);
            dates.any(|tokens| tokens.contains(at))
        };
        let counts = claim.kind == Kind::Count;
        let order = around(
            if counts { NEAR_COUNT } else { NEAR },
            |word| word.ends_part || word.is_comma,
            |word| word.order,
        );
        let order: Vec<usize> = order.collect();
        let other: Vec<usize> = around(REACH, |word| word.ends_part, |word| word.other).collect();
        let words = |tokens: &mut dyn Iterator<Item = &usize>| {
            sorted(tokens.map(|&at| text.lower(at)).collect())
        };
        let years = around(YEAR_REACH, |word| word.is_semicolon, |word| word.year);
        Which {
            order: [
                words(&mut order.iter()),
                words(&mut order.iter().filter(|at| !in_date(at))),
            ],
            other: [!other.is_empty(), !other.iter().all(in_date)],
            years: match dated {
                true => Vec::new(),
                false => sorted(years.map(|at| text.lower(at)).collect()),
            },
            anchor: if dated {
                anchor(text, mention.tokens.start)
            } else {
                Anchor::Open
            },
            place: mention.sentence as f64 / text.sentences.len().max(1) as f64,
            company: Company::new(article, claim),
        }
    }

    /// What sets two claims apart, 0 to 1 each: words of order, of others, years, how a date stands to what happened, how far
    /// apart they stand in their articles; and what joins them: whether both stand where articles begin, and how many equal
    /// values stand beside both. Of figures of one time, "last year" and "in 2015", neither date sets them apart.
    pub(super) fn beside(&self, other: &Which<'_>, one_time: bool) -> [f64; 7] {
        let of = usize::from(one_time);
        let flag = |b: bool| f64::from(u8::from(b));
        let clash = self.anchor != Anchor::Open
            && other.anchor != Anchor::Open
            && self.anchor != other.anchor;
        [
            flag(self.order[of] != other.order[of]),
            flag(self.other[of] != other.other[of]),
            flag(self.years != other.years && !one_time),
            flag(clash),
            (self.place - other.place).abs(),
            flag(self.place < BEGINNING && other.place < BEGINNING),
            self.company.shared(&other.company),
        ]
    }
}

fn sorted(mut words: Vec<&str>) -> Vec<&str> {
    words.sort_unstable();
    words.dedup();
    words
}

/// Whether what stands behind a mark belongs to another part of the sentence.
pub(super) fn ends_part(word: &str) -> bool {
    matches!(word, ";" | ":" | "(" | ")" | "\"" | "“" | "”")
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && matches!(word.get(..2), Some("18" | "19" | "20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

fn anchor(text: &Text, start: usize) -> Anchor {
    let before = (0..start).rev().map(|at| text.lower(at));
    let mut words = before.skip_while(|word| {
        matches!(
            *word,
            "the" | "a" | "an" | "early" | "late" | "about" | "around"
        )
    });
    match words.next() {
        Some("since" | "from" | "after" | "between") => Anchor::Since,
        Some("by" | "until" | "till" | "before") => Anchor::Until,
        Some("in" | "on" | "at" | "during") => Anchor::At,
        _ => Anchor::Open,
    }
}
