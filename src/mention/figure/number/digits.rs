//! Numbers that start with digits: signs, mixed fractions, and the scale behind them.
//!
//! Refused: "m", "b" and "T" as scales where no currency stands before them and the number may be of metres or a label, a
//! slash that makes no simple fraction, and a sign that belongs to a word before it.

use rust_decimal::Decimal;

use super::super::{fraction, unit};
use super::{Form, Number, Reader, plain, with_decimals};
use crate::lexicon::{Cue, NumberWord, is_cue, number_word};
use crate::segment::TokenKind;

impl Reader<'_> {
    pub(super) fn digits(&self, at: usize) -> Option<(Number, usize)> {
        let (mut number, mut next) = self.digit_group(at)?;
        if let Some((part, after)) = self.mixed(next) {
            return Some((number.plus(part)?, after));
        }
        if number.form == Form::Whole
            && self.lower(next) == "point"
            && let Some((decimals, after)) = self.spoken_decimals(next + 1)
        {
            (number, next) = (with_decimals(number, &decimals)?, after);
        }
        // "$90/night" goes on; "90/night" counts nothing.
        let price = self.money && self.text.kind(next + 1) == Some(TokenKind::Word);
        if self.lower(next) == "/" && !self.text.spaced(next) && !price {
            return fraction::slashed(self.text, number, next, self.end);
        }
        if let Some(found) = fraction::share(self.text, &number, next, self.end) {
            return Some(found);
        }
        if let Some((part, after)) = self.and_part(next) {
            (number, next) = (number.plus(part)?, after);
        }
        let (number, next) = self.scales(number, next);
        let (number, next) = self.smaller_groups(number, next);
        Some(self.plural_scale(at, number, next))
    }

    /// "3 1/2", "3½", "3-1/2".
    fn mixed(&self, at: usize) -> Option<((u32, u32), usize)> {
        let start = self.hyphen(at);
        if let Some(part) = fraction::vulgar(self.lower(start)) {
            return Some((part, start + 1));
        }
        let slash = self.lower(start + 1) == "/"
            && !self.text.spaced(start + 1)
            && (start > at || self.text.spaced(start));
        if !slash || start + 2 >= self.end {
            return None;
        }
        let (low, high) = (plain(self.text, start)?, plain(self.text, start + 2)?);
        (low < high && high <= 16).then_some(((low, high), start + 3))
    }

    /// "½"
    pub(super) fn vulgar(&self, at: usize) -> Option<(Number, usize)> {
        let part = fraction::vulgar(self.text.word(at))?;
        Some(self.scales(fraction::number(part)?, at + 1))
    }

    /// "-36", "−5": a sign before digits that belongs to no word or number before it.
    pub(super) fn signed(&self, at: usize) -> Option<(Number, usize)> {
        let sign = matches!(self.text.word(at), "-" | "−" | "–");
        let free = self.text.spaced(at)
            || at > 0 && matches!(self.text.word(at - 1), "(" | "$" | "£" | "€");
        if !sign || !free || self.text.spaced(at + 1) || at + 1 >= self.end {
            return None;
        }
        if self.text.kind(at + 1) != Some(TokenKind::Number) {
            return None;
        }
        let (number, next) = self.digits(at + 1)?;
        Some((number.negative(), next))
    }

    /// Scale words and marks after digits: "1.2 million", "44K", "$1.2bn", "500 crore", "2 hundred".
    pub(super) fn scales(&self, mut number: Number, mut next: usize) -> (Number, usize) {
        loop {
            let start = self.hyphen(next);
            let hyphenated = start > next;
            let scale = match self.word_at(start) {
                Some(NumberWord::Scale(scale)) => Some(scale),
                Some(NumberWord::Hundred) => Some(Decimal::ONE_HUNDRED),
                Some(NumberWord::Dozen) => Some(Decimal::from(12)),
                _ => None,
            };
            let scale = scale.or_else(|| (!hyphenated).then(|| self.mark(number, next)).flatten());
            match scale.and_then(|scale| number.scaled(scale)) {
                Some(scaled) => (number, next) = (scaled, start + 1),
                None => break,
            }
        }
        if number.form == Form::Scaled
            && let Some((part, after)) = self.and_part(next)
            && number.scale == number.step
            && let Some(more) = number.plus(part)
        {
            return (more, after);
        }
        (number, next)
    }

    /// "k", "m", "bn" after digits. Without a currency, "m" and "b" are left to the units (metres) and to silence.
    fn mark(&self, number: Number, at: usize) -> Option<Decimal> {
        if at >= self.end || number.scale != Decimal::ONE {
            return None;
        }
        let attached = !self.text.spaced(at);
        let word = self.text.word(at);
        let Some(NumberWord::Mark(scale)) = number_word(word) else {
            return None;
        };
        let allowed = match word {
            "k" | "K" => attached && number.step >= Decimal::new(1, 1),
            "B" | "b" => self.money || attached && number.form == Form::Decimals,
            "T" | "MM" => self.money,
            "m" => self.money || attached && !self.is_metres(number, at),
            "M" => self.money || attached,
            _ => true,
        };
        allowed.then_some(scale)
    }

    /// Whether "3m" is three metres: a word of length after it, or a whole or finely measured number that counts nothing.
    fn is_metres(&self, number: Number, at: usize) -> bool {
        let after = self.lower(at + 1);
        if is_cue(after, Cue::Long) {
            return true;
        }
        if is_cue(after, Cue::Plural) || after.len() > 3 && after.ends_with('s') {
            return false;
        }
        number.form == Form::Whole || number.step < Decimal::new(1, 1)
    }

    /// What stands behind a scale and is smaller than it: "4 thousand 3 hundred and 21", "6 crore and two hundred". Behind
    /// "and" only what cannot be a number of its own: "$5 million and 200 jobs" and "3 million and two men" are two each.
    fn smaller_groups(&self, number: Number, next: usize) -> (Number, usize) {
        let (mut number, mut next) = (number, next);
        while number.form == Form::Scaled && number.step == number.scale {
            let and = self.lower(next) == "and";
            let start = if and { next + 1 } else { next };
            let digits = plain(self.text, start).filter(|_| start < self.end);
            let Some((group, after)) = digits
                .map(|value| (value, start + 1))
                .or_else(|| self.group(start, false))
                .filter(|&(group, _)| (1..1000).contains(&group))
            else {
                break;
            };
            let scale = match self.word_at(after) {
                Some(NumberWord::Hundred) => Some(Decimal::ONE_HUNDRED),
                Some(NumberWord::Scale(scale)) => Some(scale),
                _ => None,
            };
            let group = Decimal::from(group);
            let (part, step, end) = match scale {
                Some(scale) => match group.checked_mul(scale) {
                    Some(part) => (part, scale, after + 1),
                    None => break,
                },
                // "9 hundred and 2", "6 crore and two hundred"
                None if and && !self.money && number.step == Decimal::ONE_HUNDRED => {
                    (group, Decimal::ONE, after)
                }
                None if digits.is_none()
                    && group >= Decimal::ONE_HUNDRED
                    && !(and && self.money) =>
                {
                    (group, Decimal::ONE, after)
                }
                None => break,
            };
            if part >= number.step {
                break;
            }
            let Some(value) = number.value.checked_add(part) else {
                break;
            };
            let form = if step == Decimal::ONE {
                Form::Whole
            } else {
                Form::Scaled
            };
            (number, next) = (
                Number {
                    value,
                    step,
                    scale: step,
                    form,
                    ..number
                },
                end,
            );
        }
        (number, next)
    }

    /// "3 dozens", "two millions": a plural that has its number. Behind a preposition that number is an hour or a day: "at
    /// six thousands marched".
    pub(super) fn plural_scale(&self, at: usize, number: Number, next: usize) -> (Number, usize) {
        let word = self.lower(next);
        let scale = match self.word_at(next) {
            Some(NumberWord::Vague(low, _)) if !matches!(word, "tens" | "scores") => {
                low.checked_div(Decimal::TWO)
            }
            _ => None,
        };
        let before = at.checked_sub(1).map_or("", |i| self.text.lower(i));
        // "three hundred and two dozens" has two readings.
        let single = !(at..next).any(|i| self.lower(i) == "and");
        let counted = matches!(number.form, Form::Whole)
            && single
            && number.value < Decimal::ONE_THOUSAND
            && !matches!(
                before,
                "at" | "by" | "in" | "on" | "since" | "after" | "before"
            );
        let scaled = scale
            .filter(|_| counted)
            .and_then(|scale| number.scaled(scale));
        scaled.map_or((number, next), |scaled| (scaled, next + 1))
    }

    /// "and a half", "and three quarters", "-and-a-half".
    ///
    /// A part with the name of an ordinal needs a unit or a break behind it: "two and a third" but "two and a third man".
    pub(super) fn and_part(&self, at: usize) -> Option<((u32, u32), usize)> {
        let mut next = self.hyphen(at);
        if !matches!(self.lower(next), "and" | "&") {
            return None;
        }
        next = self.hyphen(next + 1);
        let (part, after) = fraction::part(self.text, next, self.end)?;
        let ordinal = matches!(self.word_at(after - 1), Some(NumberWord::Ordinal(_)));
        let scale = matches!(self.word_at(after), Some(NumberWord::Scale(_)));
        let free = after >= self.end
            || self.text.kind(after) == Some(TokenKind::Punct)
            || self.lower(after) == "of"
            || scale
            || unit::written_out(self.text, after, self.end);
        (free || !ordinal).then_some((part, after))
    }
}
