//! Digits as they stand: group separators and decimals. "1,200.50", "1 200", "1.234.567,8", "1,50,000".
//!
//! A single point before three digits is one of decimals, unless the text groups with points near by. Refused: versions
//! ("8.1.2"), digits that open with a zero, and groups of three behind a space that other digits or a word touch.

use rust_decimal::Decimal;

use super::{Form, Number, Reader};
use crate::lexicon::NumberWord;
use crate::segment::TokenKind;

/// How far around "1.200" a text is searched for the habit of grouping with points, in tokens: a page or so.
const HABIT: usize = 200;

impl Reader<'_> {
    /// "1,200.50", "1 200", "1.234.567,8".
    pub(super) fn digit_group(&self, at: usize) -> Option<(Number, usize)> {
        let word = self.text.word(at);
        let points = word.bytes().filter(|&b| b == b'.').count();
        let leading_zero =
            word.len() > 1 && word.starts_with('0') && word.as_bytes()[1].is_ascii_digit();
        if leading_zero && points == 0 {
            return None;
        }
        let comma = self.lower(at + 1) == ","
            && !self.text.spaced(at + 1)
            && !self.text.spaced(at + 2)
            && self.text.kind(at + 2) == Some(TokenKind::Number)
            && at + 2 < self.end;
        if points > 0
            && is_grouped(word, b'.')
            && (points > 1 || comma || self.points_group_near(at))
        {
            // The point groups where there is more than one, where a comma with decimals follows, or where it does so
            // near by.
            let tail = if comma { self.text.word(at + 2) } else { "" };
            if comma && !(1..=2).contains(&tail.len()) {
                return None;
            }
            let number = decimal_of(word, b'.', tail)?;
            return Some((number, at + if comma { 3 } else { 1 }));
        }
        if points > 1 {
            return None;
        }
        if points == 0
            && comma
            && let Some(found) = self.decimal_comma(at)
        {
            return Some(found);
        }
        if points == 0
            && let Some(found) = self.indian_groups(at)
        {
            return Some(found);
        }
        let mut next = at + 1;
        if points == 0 && word.len() <= 3 && !word.starts_with('0') {
            while self.is_spaced_group(next) {
                next += 1;
            }
        }
        if next > at + 1 {
            let mut value = 0u64;
            for token in at..next {
                value = value
                    .checked_mul(1000)?
                    .checked_add(self.text.word(token).parse().ok()?)?;
            }
            return Some((Number::whole(value), next));
        }
        if word.starts_with('.') && self.text.spaced(at) && word.len() > 5 {
            return None;
        }
        Some((decimal_of(word, b',', "")?, next))
    }

    /// "2,5 million", "3,2%": decimals behind a comma, where a scale or the sign behind them shows that they are no second
    /// number.
    fn decimal_comma(&self, at: usize) -> Option<(Number, usize)> {
        let (word, tail) = (self.text.word(at), self.text.word(at + 2));
        let scale = matches!(self.word_at(at + 3), Some(NumberWord::Scale(_)));
        let sign = matches!(self.lower(at + 3), "%" | "€") && !self.text.spaced(at + 3);
        let digits = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
        if word.len() > 3 || tail.len() > 2 || !digits(word) || !digits(tail) || !scale && !sign {
            return None;
        }
        Some((decimal_of(word, b'.', tail)?, at + 3))
    }

    /// Whether the numbers near by show the habit of grouping with points ("1.234.567", "1.200,50"), so that "1.200" is one
    /// thousand two hundred.
    fn points_group_near(&self, at: usize) -> bool {
        let near = at.saturating_sub(HABIT)..(at + HABIT).min(self.text.tokens.len());
        near.into_iter().any(|i| {
            let word = self.text.word(i);
            let points = word.bytes().filter(|&b| b == b'.').count();
            let comma = || {
                self.text.word(i + 1) == ","
                    && !self.text.spaced(i + 1)
                    && !self.text.spaced(i + 2)
                    && self.text.kind(i + 2) == Some(TokenKind::Number)
            };
            self.text.kind(i) == Some(TokenKind::Number)
                && points > 0
                && is_grouped(word, b'.')
                && (points > 1 || comma())
        })
    }

    /// "1,50,000" and "12,34,567": groups of two before the last three, as India writes them.
    fn indian_groups(&self, at: usize) -> Option<(Number, usize)> {
        let touching = |comma: usize| {
            self.lower(comma) == ","
                && !self.text.spaced(comma)
                && !self.text.spaced(comma + 1)
                && comma + 1 < self.end
                && self.text.kind(comma + 1) == Some(TokenKind::Number)
        };
        if self.text.word(at).len() > 2 || !touching(at + 1) {
            return None;
        }
        let mut last = at + 2;
        while self.text.word(last).len() == 2 && touching(last + 1) {
            last += 2;
        }
        let (pair, thousands) = self.text.word(last).split_once(',')?;
        let whole = thousands.split('.').next()?;
        if pair.len() != 2 || whole.len() != 3 {
            return None;
        }
        let written = self.text.slice(self.text.span(at..last + 1));
        Some((decimal_of(written, b',', "")?, last + 1))
    }

    /// Three digits after white space, the thousands of "1 200": a narrow or fixed space, or a plain one before which no
    /// other number could have ended.
    fn is_spaced_group(&self, at: usize) -> bool {
        let word = self.lower(at);
        if self.text.kind(at) != Some(TokenKind::Number)
            || word.len() != 3
            || !word.bytes().all(|b| b.is_ascii_digit())
            || !self.text.spaced(at)
            // "18 777s" are airliners.
            || self.text.kind(at + 1) == Some(TokenKind::Word) && !self.text.spaced(at + 1)
        {
            return false;
        }
        let gap = self.text.tokens[at].span.start() - self.text.tokens[at - 1].span.end();
        let single = gap == 1
            || gap <= 3
                && !self
                    .text
                    .slice(self.text.span(at - 1..at + 1))
                    .contains([' ', '\n']);
        let follows_number = at >= 2 && {
            let first = at - 1;
            first > 0
                && self.text.kind(first - 1) == Some(TokenKind::Number)
                && !self.text.spaced(first)
        };
        single && !follows_number
    }
}

/// Digits with groups of three behind the first.
fn is_grouped(word: &str, separator: u8) -> bool {
    let mut groups = word.as_bytes().split(|&b| b == separator);
    groups
        .next()
        .is_some_and(|first| (1..=3).contains(&first.len()) && first[0] != b'0')
        && groups.all(|group| group.len() == 3)
}

/// The number of digits with group separators, and of decimals where they stand apart.
fn decimal_of(word: &str, separator: u8, decimals: &str) -> Option<Number> {
    let (mut mantissa, mut scale, mut after_point) = (0i128, 0u32, false);
    let point = std::iter::once(b'.').filter(|_| !decimals.is_empty());
    let digits = word.bytes().filter(|&b| b != separator);
    for byte in digits.chain(point).chain(decimals.bytes()) {
        if byte == b'.' {
            after_point = true;
        } else {
            mantissa = mantissa
                .checked_mul(10)?
                .checked_add(i128::from(byte.checked_sub(b'0')?))?;
            scale += u32::from(after_point);
        }
    }
    let value = Decimal::try_from_i128_with_scale(mantissa, scale).ok()?;
    let step = Decimal::try_from_i128_with_scale(1, scale).ok()?;
    Some(Number {
        step,
        form: if scale == 0 {
            Form::Whole
        } else {
            Form::Decimals
        },
        ..Number::whole(value)
    })
}
