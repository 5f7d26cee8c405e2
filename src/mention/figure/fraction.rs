//! Fractions: "two-thirds", "one in five", "half a million", "1/2", "½".
//!
//! A singular part after "a" is an ordinal more often than not ("a third man"), so it is read as a fraction only before
//! "of" and where no noun follows. Refused: slashes that are dates or fixed ("9/11", "24/7"), "in" before what is no round
//! number or is measured ("two in three years"), "half" of a game or behind "the" ("the first half"), and quarters that are
//! counted ("for three quarters,").

use rust_decimal::Decimal;

use super::number::{self, Form, Number};
use super::{refuse, unit};
use crate::lexicon::{NumberWord, number_word};
use crate::segment::{Case, Text, TokenKind};

/// "½" and its like as numerator and denominator.
pub(super) fn vulgar(word: &str) -> Option<(u32, u32)> {
    Some(match word {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    })
}

/// The number of a fraction.
pub(super) fn number(part: (u32, u32)) -> Option<Number> {
    let value = Decimal::from(part.0).checked_div(Decimal::from(part.1))?;
    Some(Number {
        step: Decimal::new(1, 1),
        form: Form::Fraction,
        ratio: Some(part),
        ..Number::whole(value)
    })
}

/// "/2" after a number: a simple fraction, and nothing else with a slash ("9/11", "24/7", "5/17/2018").
pub(super) fn slashed(
    text: &Text,
    numerator: Number,
    slash: usize,
    end: usize,
) -> Option<(Number, usize)> {
    if text.spaced(slash + 1) || slash + 1 >= end || text.word(slash + 2) == "/" {
        return None;
    }
    let high = number::plain(text, slash + 1)?;
    let low = u32::try_from(numerator.value.normalize().mantissa()).ok()?;
    let simple = numerator.form == Form::Whole
        && numerator.value == Decimal::from(low)
        && 0 < low
        && low < high
        && (high <= 10 || matches!(high, 12 | 16 | 20 | 32 | 64 | 100));
    if !simple || (low, high) == (9, 11) {
        return None;
    }
    with_rest(text, (low, high), slash + 2, end)
}

/// A part by its name: "half", "a half", "a quarter", "three quarters", "one-third".
pub(super) fn part(text: &Text, at: usize, end: usize) -> Option<((u32, u32), usize)> {
    let word = |at: usize| {
        if at < end && text.lower(at).len() > 3 {
            text.lexeme(at).number
        } else {
            None
        }
    };
    let (count, next) = match text.lower(at) {
        "a" | "an" | "one" => (1, at + 1),
        other => match number_word(other) {
            Some(NumberWord::Unit(count @ 2..=19)) => (count, at + 1),
            // "fifty-four hundredths"
            Some(NumberWord::Ten(ten)) => match text.lexeme(hyphen(text, at + 1)).number {
                Some(NumberWord::Unit(unit @ 1..=9)) => (ten + unit, hyphen(text, at + 1) + 1),
                _ => (ten, at + 1),
            },
            _ => (1, at),
        },
    };
    let next = hyphen(text, next);
    match word(next)? {
        NumberWord::Part(parts) if parts > count && (parts <= 16 || next > at) => {
            Some(((count, parts), next + 1))
        }
        // "two third-placed teams" are no part of anything, nor is "an eleventh-hour rule".
        NumberWord::Ordinal(parts)
            if next > at
                && count == 1
                && (3..=100).contains(&parts)
                && (text.word(next + 1) != "-" || text.spaced(next + 1)) =>
        {
            Some(((count, parts), next + 1))
        }
        _ => None,
    }
}

/// "tenth of a gallon": `at` is an ordinal, which is the name of a part only where a unit that it can be of follows.
pub(super) fn of_a_unit(text: &Text, at: usize, end: usize) -> Option<(Number, usize)> {
    let parts = match text.lexeme(at).number? {
        NumberWord::Ordinal(parts) if (3..=100).contains(&parts) => parts,
        _ => return None,
    };
    let article = matches!(text.lower(at + 2), "a" | "an");
    if text.lower(at + 1) != "of" || !article || !unit::written_out(text, at + 3, end) {
        return None;
    }
    Some((number((1, parts))?, at + 1))
}

/// "half a million", "half the", "quarter million", "half-hour": a part without a number before it.
pub(super) fn bare(text: &Text, at: usize, end: usize) -> Option<(Number, usize)> {
    let parts = match (text.lower(at), text.lexeme(at).number?) {
        ("half", NumberWord::Part(parts)) | ("quarter", NumberWord::Part(parts)) => parts,
        _ => return None,
    };
    let before = at.checked_sub(1).map_or("", |i| text.lower(i));
    if let Some(found) = of_unit(text, (1, parts), at + 1, end) {
        // "the second half hour", "the first quarter mile" count too; "a second-half goal" does not come here.
        return Some(found);
    }
    if parts != 2 {
        return None;
    }
    let ordinal = matches!(number_word(before), Some(NumberWord::Ordinal(_)));
    let after = text.lower(at + 1);
    // "more than half people", which says "half of the people".
    let people = matches!(
        before,
        "than" | "about" | "nearly" | "almost" | "roughly" | "around" | "over"
    ) && text.kind(at + 1) == Some(TokenKind::Word)
        && refuse::is_plural(after)
        && at + 1 < end;
    let free = at + 1 >= end || text.kind(at + 1) == Some(TokenKind::Punct) && after != "-";
    let whole = matches!(
        after,
        "of" | "the" | "its" | "their" | "his" | "her" | "our" | "all"
    );
    let amount = matches!(
        before,
        "by" | "than"
            | "over"
            | "about"
            | "nearly"
            | "almost"
            | "roughly"
            | "in"
            | "only"
            | "least"
            | "around"
    );
    if ordinal
        || matches!(
            before,
            // "at half the price" compares.
            "the" | "this" | "that" | "other" | "each" | "better" | "at"
        )
    {
        return None;
    }
    (whole || people || amount && free).then(|| Some((number((1, 2))?, at + 1)))?
}

/// "a third of", "a quarter", "a half": `at` is the article.
pub(super) fn after_article(text: &Text, at: usize, end: usize) -> Option<(Number, usize)> {
    let (part, next) = part(text, at, end)?;
    if let Some(found) = of_unit(text, part, next, end) {
        return Some(found);
    }
    let after = text.lower(next);
    let shares = after == "of"
        || matches!(
            after,
            "more"
                | "less"
                | "fewer"
                | "higher"
                | "lower"
                | "since"
                | "from"
                | "to"
                | "in"
                | "last"
        );
    let ends = next >= end
        || matches!(text.kind(next), Some(TokenKind::Punct)) && !matches!(after, "-" | "–");
    let named = text
        .tokens
        .get(at + 1)
        .is_some_and(|t| t.case != Case::Lower);
    // "came in a close third, a quarter to six": what is left over is doubt.
    ((shares || ends) && !named).then(|| Some((number(part)?, next)))?
}

/// What makes a fraction of the number before: "thirds", "-quarters of", "in five", "out of ten".
pub(super) fn after_cardinal(
    text: &Text,
    count: Number,
    at: usize,
    end: usize,
) -> Option<(Number, usize)> {
    let low = u32::try_from(count.value.normalize().mantissa()).ok()?;
    if count.value != Decimal::from(low) || count.form != Form::Whole || low == 0 {
        return None;
    }
    if let Some(found) = out_of(text, low, at, end).or_else(|| counted_in(text, low, at, end)) {
        return Some(found);
    }
    if let Some(found) = over(text, low, at, end).or_else(|| compound(text, low, at, end)) {
        return Some(found);
    }
    let next = hyphen(text, at);
    if next >= end || text.lower(next).len() < 4 {
        return None;
    }
    let plural = text.lower(next).ends_with('s') && text.lower(next) != "halves"
        || text.lower(next) == "halves";
    let parts = match text.lexeme(next).number? {
        NumberWord::Part(parts) => parts,
        // "one third", "one-fifth"; "two third-placed teams" are no part of anything.
        NumberWord::Ordinal(parts) if parts >= 3 && low == 1 => parts,
        _ => return None,
    };
    // "for three quarters, ...": of a game or a year.
    let counted = matches!(text.lower(next), "quarters" | "halves")
        && next == at
        && text.lower(next + 1) != "of"
        && next + 1 < end
        && !text.spaced(next + 1);
    if counted {
        return None;
    }
    let after = hyphen(text, next + 1);
    let tail = text.lexeme(next).number;
    // "one fifth-place finish", "twenty third"; "one half" alone.
    if after > next + 1 && tail != Some(NumberWord::Part(2)) && !plural {
        return None;
    }
    if low >= 20 && !plural {
        return None;
    }
    with_rest(text, (low, parts), next + 1, end)
}

/// "(one) over three" at the end of a clause, as a formula is spoken. "One over 20 others" is above them.
fn over(text: &Text, low: u32, at: usize, end: usize) -> Option<(Number, usize)> {
    if low != 1 || at + 1 >= end || text.lower(at) != "over" {
        return None;
    }
    let whole = match text.kind(at + 1)? {
        TokenKind::Number => number::plain(text, at + 1)?,
        TokenKind::Word => match text.lexeme(at + 1).number? {
            NumberWord::Unit(value) | NumberWord::Ten(value) => value,
            _ => return None,
        },
        TokenKind::Symbol | TokenKind::Punct | TokenKind::Link => return None,
    };
    let stops = at + 2 >= end || matches!(text.word(at + 2), "." | "," | ";" | ")" | "?");
    (whole > 1 && stops).then(|| Some((number((1, whole))?, at + 2)))?
}

/// "(one) twenty-fifth of it", "(three) twenty-fifths": parts of more than twenty.
fn compound(text: &Text, low: u32, at: usize, end: usize) -> Option<(Number, usize)> {
    let ten = hyphen(text, at);
    let one = hyphen(text, ten + 1);
    if one >= end {
        return None;
    }
    let NumberWord::Ten(tens) = text.lexeme(ten).number? else {
        return None;
    };
    let (ones, plural) = match text.lexeme(one).number? {
        NumberWord::Ordinal(ones @ 1..=9) => (ones, false),
        NumberWord::Part(ones @ 3..=9) if text.lower(one).ends_with("hs") || ones == 3 => {
            (ones, true)
        }
        _ => return None,
    };
    // "one twenty-fifth place" is a place.
    let stops = one + 1 >= end
        || text.lower(one + 1) == "of"
        || matches!(text.word(one + 1), "." | "," | ";" | ")");
    let fits = if plural { low > 1 } else { low == 1 && stops };
    fits.then(|| Some((number((low, tens + ones))?, one + 1)))?
}

/// "(1) in 4", "(9) out of 10" behind digits. "2 in 10 games" and "29 out of 34" tell of how many there were.
pub(super) fn share(text: &Text, count: &Number, at: usize, end: usize) -> Option<(Number, usize)> {
    let low = u32::try_from(count.value.normalize().mantissa()).ok()?;
    let digits = count.form == Form::Whole && count.value == Decimal::from(low) && low < 10;
    let one = low == 1 && text.lower(at) == "in";
    if at >= end || !digits || !one && text.lower(at) != "out" {
        return None;
    }
    out_of(text, low, at, end).filter(|(share, _)| {
        share
            .ratio
            .is_some_and(|(_, whole)| one || is_round(whole) && whole > 5)
    })
}

/// "(nine) lots in 10", "(one) child in five": what is counted stands between. "Two goals in 10 games" tells of how many there
/// were.
fn counted_in(text: &Text, low: u32, at: usize, end: usize) -> Option<(Number, usize)> {
    let noun = text
        .tokens
        .get(at)
        .is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower && t.spaced);
    let plural = refuse::is_plural(text.lower(at));
    if !noun || text.lower(at + 1) != "in" || plural == (low == 1) {
        return None;
    }
    let (share, next) = out_of(text, low, at + 1, end)?;
    let whole = share
        .ratio
        .is_some_and(|(_, whole)| matches!(whole, 3..=5 | 10 | 20 | 100));
    let counts = next < end && refuse::counts_plural(text, next, (next + 2).min(end));
    (whole && !counts && number_word(text.lower(at)).is_none()).then_some((share, next))
}

/// Wholes of which people tell a part.
fn is_round(whole: u32) -> bool {
    matches!(
        whole,
        2..=10 | 12 | 15 | 20 | 25 | 30 | 40 | 50 | 100 | 200 | 500 | 1000
    )
}

/// "in five", "out of ten", "out of every 100".
fn out_of(text: &Text, low: u32, at: usize, end: usize) -> Option<(Number, usize)> {
    let (mut next, strict) = match (text.lower(at), text.lower(at + 1)) {
        ("out", "of") => (at + 2, false),
        ("in", _) => (at + 1, true),
        ("-", "in") if !text.spaced(at) => (at + 2, true),
        _ => return None,
    };
    if text.lower(next) == "every" {
        next += 1;
    }
    next = hyphen(text, next);
    if next >= end || matches!(text.lower(next), "one" | "a" | "an") {
        return None;
    }
    let (whole, after) = match text.kind(next)? {
        TokenKind::Number => (number::plain(text, next)?, next + 1),
        TokenKind::Word => {
            let (NumberWord::Unit(value) | NumberWord::Ten(value)) = text.lexeme(next).number?
            else {
                return None;
            };
            (value, next + 1)
        }
        TokenKind::Symbol | TokenKind::Punct | TokenKind::Link => return None,
    };
    // "two in 2013", "three in 10 minutes", "two in five years": no shares.
    let round = is_round(whole);
    let measured = unit::after(text, after, end).is_some() || text.lower(after) == "-";
    if low >= whole || measured || strict && (!round || low > 9) {
        return None;
    }
    Some((number((low, whole))?, after))
}

/// After a fraction: "of a mile" and "of a million" scale it, and a hyphen may lead to a unit.
fn with_rest(text: &Text, part: (u32, u32), next: usize, end: usize) -> Option<(Number, usize)> {
    if let Some(found) = of_unit(text, part, next, end) {
        return Some(found);
    }
    Some((number(part)?, next))
}

/// The scale or unit that a part is of: "(half) a million", "(three-quarters) of a mile", "(half) hour". The number ends
/// before a unit, which is then read as after any other number.
fn of_unit(text: &Text, part: (u32, u32), at: usize, end: usize) -> Option<(Number, usize)> {
    let mut next = hyphen(text, at);
    let of = text.lower(next) == "of" && next == at;
    if of {
        next += 1;
    }
    let article = matches!(text.lower(next), "a" | "an") && next < end;
    if article {
        next = hyphen(text, next + 1);
    }
    if next >= end || of && !article {
        return None;
    }
    let fraction = number(part)?;
    match text.lexeme(next).number {
        Some(NumberWord::Scale(scale)) => return Some((fraction.scaled(scale)?, next + 1)),
        Some(NumberWord::Dozen) => {
            let dozen = fraction.scaled(Decimal::from(12))?;
            return Some((
                Number {
                    form: Form::Loose,
                    ..dozen
                },
                next + 1,
            ));
        }
        _ => {}
    }
    let measured = text.kind(next) == Some(TokenKind::Word)
        && (unit::written_out(text, next, end) || unit::currency_word(text, next, end));
    measured.then_some((fraction, next))
}

fn hyphen(text: &Text, at: usize) -> usize {
    let touching = text.word(at) == "-" && !text.spaced(at) && !text.spaced(at + 1);
    if touching { at + 1 } else { at }
}
