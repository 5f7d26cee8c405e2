//! Whether a bare number is the age of a person, by the words beside it.
//!
//! A wrong age is worse than a missed one, since two ages of one person are compared at once: every form here names a
//! person or an age. Refused are lists of numbers behind names (results), days and labels, and what counts a noun.

use rust_decimal::Decimal;

use super::super::number;
use crate::lexicon::{Cue, NumberWord, given_name, is_cue, number_word};
use crate::segment::tag::{self, Tag};
use crate::segment::{Case, Text, TokenKind};

/// The oldest that a bare number beside a name is taken for an age.
pub(in crate::mention::figure) const OLDEST: u32 = 115;

/// Whether a bare number in tokens `start..end` is an age by the words beside it.
pub(in crate::mention::figure) fn is_bare(
    text: &Text,
    start: usize,
    end: usize,
    first: usize,
    last: usize,
    value: Decimal,
) -> bool {
    if value > Decimal::from(OLDEST) || !value.fract().is_zero() || value <= Decimal::ZERO {
        return false;
    }
    let before = |back: usize| {
        start
            .checked_sub(back)
            .filter(|&token| token >= first)
            .map_or("", |token| text.lower(token))
    };
    if is_cue(before(1), Cue::AgeBefore)
        || is_cue(before(2), Cue::AgeBefore)
            && matches!(
                before(1),
                "of" | "about" | "around" | "between" | "just" | "over" | "under" | "from"
            )
        || is_cue(before(3), Cue::AgeBefore) && before(2) == "of"
        || before(1) == "from"
            && before(2).starts_with("rang")
            && matches!(before(3), "age" | "ages")
    {
        return true;
    }
    let after = if end < last { text.lower(end) } else { "" };
    let stops = end >= last || text.kind(end) == Some(TokenKind::Punct);
    if is_in_list(text, start, end, first, last) || is_average(text, start, end, first, last) {
        return true;
    }
    if is_cue(before(1), Cue::Turned) {
        return stops && value >= Decimal::TEN
            || matches!(after, "in" | "on" | "last" | "this" | "next" | "years");
    }
    if matches!(before(1), "was" | "is") && value >= Decimal::TWO {
        // "who was 18 at the time", "when she was 12", "who is 41,"
        let next = |i: usize| {
            if end + i < last {
                text.lower(end + i)
            } else {
                ""
            }
        };
        let then = after == "at" && next(1) == "the" && next(2) == "time" || after == "when";
        let when = matches!(before(3), "when" | "since" | "until" | "before" | "after")
            && matches!(before(2), "he" | "she" | "i" | "they")
            && (stops || after == "and");
        // "He is 42." and no number that a child would have, or a player would score.
        let whom = before(2) == "who"
            || matches!(before(2), "he" | "she") && value >= Decimal::from(CLOCK);
        return then || when || whom && (stops && !matches!(after, "-" | "–") || after == "and");
    }
    if matches!(before(1), "now" | "then") && before(2) == "," {
        // "Harlan, now 16, was"
        return after == "," && value >= Decimal::TWO;
    }
    if before(1) == "at" && start == first + 1 && value >= Decimal::from(CLOCK) {
        // "At 55, he is the oldest."
        let next = if after == "," { end + 1 } else { end };
        return matches!(text.lower(next), "he" | "she");
    }
    if before(1) == "at" && value >= Decimal::from(CLOCK) && is_of_death(text, start, first) {
        // "died of influenza in 1918 at 33."
        return stops || after == "after";
    }
    if before(1) == "of" && is_cue(before(2), Cue::Person) && value >= Decimal::TWO {
        // "a man of 63 died"; "a mother of 12" and "a man of 20 songs" count.
        let least = match before(2) {
            "boy" | "child" | "girl" | "man" | "woman" => 0,
            word if is_parent(word) => CHILDREN,
            _ => CLOCK,
        };
        let one = matches!(before(3), "a" | "an") || least == 0;
        let ends = stops
            || match tag::usual(text, end) {
                Tag::Conjunction | Tag::Preposition | Tag::Pronoun => least == 0,
                next => next.is_verb(),
            };
        return one && value >= Decimal::from(least) && ends;
    }
    if before(1) == "," && start >= first + 2 {
        return stands_behind_name(text, start, end, first, last);
    }
    if before(1) == "(" && start >= first + 3 && after == ")" {
        // "John Smith (30)": two capitals before the bracket.
        let title =
            |i: usize| text.tokens[i].case == Case::Title && text.tokens[i].kind == TokenKind::Word;
        return title(start - 2) && title(start - 3) && value >= Decimal::TEN;
    }
    false
}

/// Below this a bare number behind "at" may be an hour.
const CLOCK: u32 = 13;

/// A number behind "a mother of" counts her children, but for one as high as this.
const CHILDREN: u32 = 30;

/// Whether a noun names somebody by children or grandchildren.
fn is_parent(word: &str) -> bool {
    matches!(word, "dad" | "father" | "mother" | "mum" | "mom" | "parent")
        || word.starts_with("grand") && !word.contains("son") && !word.contains("daughter")
}

/// Whether the words before "at 33" say that somebody died; a toll that "stood at 33" is none.
fn is_of_death(text: &Text, start: usize, first: usize) -> bool {
    (start.saturating_sub(REACH).max(first)..start)
        .rev()
        .take_while(|&i| text.kind(i) != Some(TokenKind::Punct))
        .any(|i| matches!(text.lower(i), "died" | "dies"))
}

/// "Smith, 30," and "Smith, 30, of Leeds": a name or person before the comma, and a comma or bracket behind. Where
/// something else follows ("Martin Hale, 20 was found", "coach Dov Marsh, 44.") the name must be a full one.
fn stands_behind_name(text: &Text, start: usize, end: usize, first: usize, last: usize) -> bool {
    // "Smith Jr., 49" and "Quayle's, 33, voice" have more between.
    let mut name = start - 2;
    if text.word(name) == "." && text.lower(name.saturating_sub(1)) == "jr" {
        name -= 1;
    } else if matches!(text.word(name), "'s" | "’s") {
        name = name.saturating_sub(1);
    }
    if name < first {
        return false;
    }
    let word = text.lower(name);
    let title = |i: usize| {
        text.tokens[i].kind == TokenKind::Word
            && matches!(text.tokens[i].case, Case::Title | Case::Mixed)
    };
    let named =
        title(name) || text.kind(name) == Some(TokenKind::Word) && is_cue(word, Cue::Person);
    if !named || is_no_person(word) || is_list(text, start, end, last) {
        return false;
    }
    let after = if end < last { text.lower(end) } else { "" };
    let full = name > first
        && title(name)
        && title(name - 1)
        && given_name(text.lower(name - 1)).is_some();
    match after {
        "," | ")" | ";" => true,
        "was" | "were" | "is" | "has" | "had" => full,
        "and" => {
            full && text
                .tokens
                .get(end + 1)
                .is_some_and(|t| t.case == Case::Title)
        }
        "." | "" => (full || is_cue(word, Cue::Person)) && end + 1 >= last,
        _ => false,
    }
}

/// Words before ", 11," that are no person: labels, days, months.
fn is_no_person(word: &str) -> bool {
    is_cue(word, Cue::TimeBefore)
        || is_cue(word, Cue::Designator)
        || number_word(word).is_some()
        || matches!(
            word,
            "jan"
                | "feb"
                | "mar"
                | "apr"
                | "jun"
                | "jul"
                | "aug"
                | "sep"
                | "sept"
                | "oct"
                | "nov"
                | "dec"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
        )
}

/// How far a list of ages or a subject "age" may stand before the number, in tokens.
const REACH: usize = 10;

/// "two sons, 11 and 14", "aged 5, 7 and 9": each of a list of numbers behind persons in the plural or a word of age.
/// What follows is a stop or a verb, or the last of them would count it.
fn is_in_list(text: &Text, start: usize, end: usize, first: usize, last: usize) -> bool {
    let is_number = |i: usize| {
        number::plain(text, i).is_some_and(|n| n <= OLDEST)
            || matches!(text.lexeme(i).number, Some(NumberWord::Unit(1..)))
    };
    let is_part = |i: usize| matches!(text.lower(i), "," | "and" | "or") || is_number(i);
    let joined =
        start > first && matches!(text.lower(start - 1), "," | "and" | "or" | "aged" | "ages");
    if !joined || end != start + 1 || !is_number(start) {
        return false;
    }
    let head = (start.saturating_sub(REACH).max(first)..start)
        .rev()
        .find(|&i| !is_part(i));
    let Some(head) = head else { return false };
    let word = text.lower(head);
    let persons = is_cue(word, Cue::Person)
        && (word.ends_with('s') || word == "children")
        && text.word(head + 1) == ",";
    if !persons && !matches!(word, "aged" | "ages") {
        return false;
    }
    let tail = (end..(end + REACH).min(last))
        .find(|&i| !is_part(i))
        .unwrap_or(last);
    let stops = tail >= last
        || text.kind(tail) == Some(TokenKind::Punct)
        || tag::usual(text, tail).is_verb()
        || tag::usual(text, tail) == Tag::Preposition;
    let several = (head + 1..tail).filter(|&i| is_number(i)).count() > 1
        && (head + 1..tail).any(|i| text.lower(i) == "and");
    stops && several
}

/// "the average age of the crew was 22", or 22.5: the age is the subject of the clause.
pub(in crate::mention::figure) fn is_average(
    text: &Text,
    start: usize,
    end: usize,
    first: usize,
    last: usize,
) -> bool {
    let be = start > first && matches!(text.lower(start - 1), "was" | "is" | "being");
    let stops = end >= last
        || text.kind(end) == Some(TokenKind::Punct)
        || matches!(
            text.lower(end),
            "and" | "in" | "when" | "while" | "with" | "for" | "at" | "or"
        );
    be && stops
        && (start.saturating_sub(REACH).max(first)..start - 1)
            .rev()
            .take_while(|&i| {
                text.kind(i) == Some(TokenKind::Word)
                    && !matches!(text.lower(i), "who" | "that" | "and")
            })
            .any(|i| {
                // "in his age group" is about something else.
                let subject = matches!(
                    text.lower(i + 1),
                    "of" | "for" | "among" | "at" | "was" | "is" | "being"
                );
                text.lower(i) == "age" && subject
            })
}

/// "Lakers, 98, 102, 87": more numbers behind the comma show a list.
fn is_list(text: &Text, start: usize, end: usize, last: usize) -> bool {
    let next_number = end + 1 < last && text.kind(end + 1) == Some(TokenKind::Number);
    let before_number = start >= 4
        && text.kind(start - 4) == Some(TokenKind::Number)
        && text.word(start - 3) == ",";
    next_number || before_number
}
