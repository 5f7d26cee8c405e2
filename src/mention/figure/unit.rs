//! Units and currencies beside a number.
//!
//! Written-out units are safe; abbreviations of a letter or two are words too ("in", "a", "C"), so each such mark has
//! a condition here. A pound is money unless something is weighed. Refused: initials ("12 J. Smith"), tables ("W 5 L 3"),
//! models and filings ("L-202", "a 13F filing"), degrees from a university, and capitals of names ("4 Foot Locker shops").

use crate::lexicon::{Cue, currency, currency_table, is_cue, unit_table};
use crate::segment::tag::{self, Tag};
use crate::segment::{Case, Text, TokenKind};
use crate::value::{Dimension, Unit};

use super::number::{Form, Number};

/// The currency that starts at `at` and stands before its amount ("$", "US$", "Rs", "EUR"), and where the amount begins.
pub(super) fn currency_before(text: &Text, at: usize, end: usize) -> Option<(Unit, usize)> {
    let word = |i: usize| if at + i < end { text.word(at + i) } else { "" };
    let (unit, length) = currency_table().before().longest(word)?;
    // "A $44 million deal" has an article and no Australian dollar.
    let article = length > 1 && text.word(at).len() == 1 && text.spaced(at + length - 1);
    (!article).then_some((unit, at + length))
}

/// The unit or currency after a number that ends before `at`, and the token after it.
pub(super) fn after(text: &Text, at: usize, end: usize) -> Option<(Unit, usize)> {
    after_number(text, at, end, None)
}

/// The same, knowing the number: some marks and currencies depend on it.
pub(super) fn after_number(
    text: &Text,
    at: usize,
    end: usize,
    number: Option<&Number>,
) -> Option<(Unit, usize)> {
    if at >= end {
        return None;
    }
    let hyphen = text.word(at) == "-" && !text.spaced(at) && !text.spaced(at + 1);
    let start = if hyphen { at + 1 } else { at };
    match text.kind(start)? {
        TokenKind::Word | TokenKind::Symbol => {}
        TokenKind::Punct if matches!(text.word(start), "'" | "\"" | "’" | "”" | "′" | "″") =>
        {
            return feet_marks(text, start, end);
        }
        TokenKind::Number | TokenKind::Punct | TokenKind::Link => return None,
    }
    let lower = |i: usize| {
        if start + i < end {
            text.lower(start + i)
        } else {
            ""
        }
    };
    let word = |i: usize| {
        if start + i < end {
            text.word(start + i)
        } else {
            ""
        }
    };
    let long = unit_table().words().longest(lower);
    let money = currency_table()
        .words()
        .longest(lower)
        .or_else(|| currency_table().after().longest(word))
        .filter(|&(unit, length)| is_currency(text, start, start + length, number, unit, hyphen));
    let is_pound = lower(0).starts_with("pound");
    if let Some((unit, length)) = money
        && long.is_none_or(|(_, other)| {
            length > other || is_pound && !weighs(text, start, end, number, hyphen)
        })
    {
        return Some((unit, start + length));
    }
    if let Some((unit, length)) = long {
        let named = text.tokens[start].case == Case::Title
            && unit.dimension == Dimension::Length
            && text
                .tokens
                .get(start + length)
                .is_some_and(|t| t.case == Case::Title && t.spaced);
        if !named && is_unit_word(text, start, start + length, number, unit, hyphen) {
            return Some((unit, start + length));
        }
        return None;
    }
    let (unit, mut length) = unit_table().marks().longest(word)?;
    // The full stop of "10 in." is the sentence's where that ends with it.
    if length > 1 && start + length >= end && text.word(end - 1) == "." {
        length -= 1;
    }
    let attached = !text.spaced(start) && !hyphen;
    is_mark(text, start, start + length, attached, unit).then_some((unit, start + length))
}

/// Whether a unit written out starts at `at`.
pub(super) fn written_out(text: &Text, at: usize, end: usize) -> bool {
    let lower = |i: usize| if at + i < end { text.lower(at + i) } else { "" };
    unit_table().words().longest(lower).is_some()
}

/// Whether a currency written out starts at `at`.
pub(super) fn currency_word(text: &Text, at: usize, end: usize) -> bool {
    let lower = |i: usize| if at + i < end { text.lower(at + i) } else { "" };
    currency_table()
        .words()
        .longest(lower)
        .is_some_and(|_| text.lower(at).len() > 1)
}

/// Words that are a currency only where the number makes them one: "won", "c", "p".
fn is_currency(
    text: &Text,
    start: usize,
    end: usize,
    number: Option<&Number>,
    unit: Unit,
    hyphen: bool,
) -> bool {
    let attached = !text.spaced(start) && !hyphen;
    match text.lower(start) {
        "c" | "p" => end == start + 1 && attached && text.word(start) == text.lower(start),
        "won" => number.is_some_and(|n| {
            n.form == Form::Scaled || n.value >= rust_decimal::Decimal::ONE_THOUSAND
        }),
        // "costs 5 $ 10": the sign belongs to the number after it where it touches that.
        "$" | "£" | "€" | "¥" => {
            attached || text.kind(end) != Some(TokenKind::Number) || text.spaced(end)
        }
        _ => unit.dimension == Dimension::Money,
    }
}

/// Whether pounds are weight: hyphened ("a 500-pound bomb"), "pounds of", or near a word of weighing.
fn weighs(text: &Text, at: usize, end: usize, number: Option<&Number>, hyphen: bool) -> bool {
    let scaled = number.is_some_and(|n| n.form == Form::Scaled);
    let paid = matches!(
        text.lower(at + 1),
        "note"
            | "notes"
            | "coin"
            | "coins"
            | "fine"
            | "ticket"
            | "tickets"
            | "fee"
            | "bet"
            | "wage"
            | "prize"
            | "bill"
            | "deal"
            | "reward"
            | "bonus"
            | "voucher"
            | "vouchers"
            | "donation"
            | "loan"
            | "grant"
    );
    if hyphen {
        // "a ten-pound note" is money, "a 500-pound bomb" is not.
        return !scaled && !paid;
    }
    let weight = |i: usize| {
        let word = text.lower(i);
        word.starts_with("weigh")
            || matches!(
                word,
                "heavier" | "lighter" | "overweight" | "lbs" | "kg" | "kilograms"
            )
    };
    if (at.saturating_sub(5)..at).any(weight) || (at + 1..(at + 4).min(end)).any(weight) {
        return true;
    }
    let one = text.lower(at) == "pound"
        && number.is_some_and(|n| n.value != rust_decimal::Decimal::ONE)
        && text
            .tokens
            .get(at + 1)
            .is_some_and(|t| t.case == Case::Lower)
        && !matches!(
            text.lower(at + 1),
            "note" | "notes" | "coin" | "coins" | "fine" | "a" | "sterling"
        );
    let of = text.lower(at + 1) == "of" && !scaled;
    // "6 pounds 9 ounces", "6 pounds and 9 oz"
    let and = matches!(text.lower(at + 1), "and" | ",");
    let ounces = text.lower(at + if and { 3 } else { 2 });
    one || of || matches!(ounces, "ounce" | "ounces" | "oz")
}

fn is_unit_word(
    text: &Text,
    start: usize,
    end: usize,
    number: Option<&Number>,
    unit: Unit,
    hyphen: bool,
) -> bool {
    match text.lower(start) {
        // "a .314 percentage" of games won; "percentage points" is a unit of its own.
        "percentage" if unit.symbol == "%" => number.is_some_and(|n| n.form == Form::Whole),
        // "20 stone statues", "a 12-stone boxer"
        "stone" | "stones" => {
            hyphen
                || text.kind(end) != Some(TokenKind::Word)
                || matches!(text.lower(end), "in" | "and" | "at" | "when")
        }
        // "on its third second": only a number makes it a time, and that stands before.
        "cal" => hyphen,
        // "three degrees from Harvard"
        "degrees" | "degree" if unit.symbol == "°" => {
            !matches!(text.lower(end), "from" | "in" | "at" if text.tokens.get(end + 1).is_some_and(|t| t.case == Case::Title))
        }
        _ => true,
    }
}

/// Whether an abbreviation of one letter or two is the unit here and not a word, a plural or a part of a name.
fn is_mark(text: &Text, start: usize, end: usize, attached: bool, unit: Unit) -> bool {
    let after = text.lower(end);
    let word = text.word(start);
    // "beat 12 J. Smiths" has an initial, "W 5 L 3" a table.
    let capital = word.len() == 1 && text.tokens[start].case == Case::Title && !attached;
    let initial = after == "."
        && text
            .tokens
            .get(end + 1)
            .is_some_and(|t| t.case == Case::Title);
    // "24703 L-202" is a model.
    let model = word.len() == 1
        && after == "-"
        && !text.spaced(end)
        && text.kind(end + 1) == Some(TokenKind::Number);
    if model || capital && (initial || text.kind(end) == Some(TokenKind::Number)) {
        return false;
    }
    match word {
        "in" => {
            let ends = text
                .kind(end)
                .is_none_or(|k| k == TokenKind::Punct && after != "-");
            attached && text.kind(end) != Some(TokenKind::Number)
                || ends
                || matches!(
                    after,
                    "tall" | "thick" | "long" | "wide" | "high" | "deep" | "x"
                )
        }
        // "a 15st man"; a Saint and a street have a capital or stand apart.
        "st" => {
            let number = text.word(start.saturating_sub(1));
            attached && (!number.ends_with('1') || number == "11")
        }
        // "the 50s", "iPhone 5s", "737s"
        "s" => !attached,
        "m" => after != "." || !attached,
        // "5 g", "500g"; 5G and 3G are networks.
        "g" | "t" | "l" | "h" | "L" | "V" | "W" | "J" => true,
        "C" | "F" | "K" => {
            let temperature = unit.dimension == Dimension::Temperature;
            let ends = text.kind(end) != Some(TokenKind::Word)
                || text.tokens.get(end).is_some_and(|t| t.case == Case::Lower);
            // "a 13F filing", "14.7C/share", "Form 10-K"
            let article = start > 1 && matches!(text.lower(start - 2), "a" | "the");
            let hyphen = text.word(start.saturating_sub(1)) == "-";
            let label = hyphen
                || attached && (article && text.kind(end) == Some(TokenKind::Word) || after == "/");
            temperature && ends && !label
        }
        "pc" | "pp" | "bp" | "mb" | "nm" | "gm" | "um" => true,
        "mi" => text.word(end) != "'",
        _ => true,
    }
}

/// 6' and 2": feet and inches of a height.
fn feet_marks(text: &Text, at: usize, end: usize) -> Option<(Unit, usize)> {
    if text.spaced(at) {
        return None;
    }
    let number_next = at + 1 < end
        && text.kind(at + 1) == Some(TokenKind::Number)
        && matches!(text.word(at + 2), "\"" | "”" | "″" | "'" | "’");
    match text.word(at) {
        "'" | "’" | "′" if number_next || text.word(at) == "′" => {
            Some((unit_table().symbol("ft")?, at + 1))
        }
        "″" => Some((unit_table().symbol("in")?, at + 1)),
        // An inch mark alone may close a quotation: only after feet.
        "\"" | "”"
            if at >= 3
                && matches!(text.word(at - 2), "'" | "’" | "′")
                && text.kind(at - 3) == Some(TokenKind::Number) =>
        {
            Some((unit_table().symbol("in")?, at + 1))
        }
        _ => None,
    }
}

/// Days, months and years between which and their number an adjective stands: "six straight days", "two bloody weeks".
pub(super) fn after_adjective(text: &Text, at: usize, end: usize) -> Option<(Unit, usize)> {
    if at + 1 >= end || text.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    let plural = || {
        matches!(
            text.lower(at + 1),
            "seconds"
                | "minutes"
                | "hours"
                | "days"
                | "weeks"
                | "months"
                | "years"
                | "decades"
                | "centuries"
        )
    };
    let adjective = || {
        text.tokens[at].case == Case::Lower
            && text.spaced(at + 1)
            && tag::usual(text, at) == Tag::Adjective
    };
    let between = is_cue(text.lower(at), Cue::Straight) || plural() && adjective();
    if !between {
        return None;
    }
    after(text, at + 1, end).filter(|(unit, _)| unit.dimension == Dimension::Duration)
}

/// A unit that is known to be in the table.
pub(super) fn known(symbol: &'static str) -> Option<Unit> {
    unit_table().symbol(symbol)
}

/// Small coins of a currency: "20 dollars 43 cents".
pub(super) fn is_coin(unit: Unit) -> bool {
    unit == currency("cent") || unit == currency("penny")
}
