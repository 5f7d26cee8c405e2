//! Numbers in words: cardinals from the left, vague magnitudes, and what an article may open ("a hundred", "a dozen").
//!
//! Two numbers that stand side by side are no sum ("one million 20 times"). Refused: a couple without "of", scales that are
//! another word's ("per thousand", "the hundred days"), "tens" and "scores" that are no number of things, and a spoken point
//! in running words ("to the point").

use rust_decimal::Decimal;

use super::super::{fraction, refuse, unit};
use super::{Form, Number, Reader, with_decimals};
use crate::lexicon::NumberWord;
use crate::segment::{Case, TokenKind};

impl Reader<'_> {
    pub(super) fn words(&self, at: usize) -> Option<(Number, usize)> {
        let lower = self.lower(at);
        if matches!(lower, "a" | "an") {
            return self.after_article(at);
        }
        match self.word_at(at)? {
            NumberWord::Unit(_) | NumberWord::Ten(_) => self.cardinal(at),
            NumberWord::Few(low, high) => {
                let (scale, next) = self.scale_word(at + 1)?;
                Some((Number::between(low, high).scaled(scale)?, next))
            }
            NumberWord::Pair => self.pair(at),
            NumberWord::Vague(low, high) => self.vague(at, low, high),
            NumberWord::Part(_) => fraction::bare(self.text, at, self.end),
            // "plus or minus 3 points": a width, which has no sign.
            NumberWord::Minus
                if at > 1
                    && matches!(self.text.lower(at - 1), "or" | "/")
                    && self.text.lower(at - 2) == "plus" =>
            {
                None
            }
            NumberWord::Minus => {
                let (number, next) = match self.text.kind(at + 1)? {
                    TokenKind::Number => self.digits(at + 1)?,
                    TokenKind::Word => self.words(at + 1)?,
                    TokenKind::Symbol | TokenKind::Punct | TokenKind::Link => return None,
                };
                Some((number.negative(), next))
            }
            NumberWord::Point => {
                // Only after a break: "to the point 77" says nothing of the sort otherwise.
                let (decimals, next) = self.spoken_decimals(at + 1)?;
                let number = with_decimals(Number::whole(0u32), &decimals)?;
                (at == 0 || self.text.kind(at - 1) != Some(TokenKind::Word))
                    .then_some((number, next))
            }
            NumberWord::Hundred | NumberWord::Scale(_) => self.bare_scale(at),
            NumberWord::Ordinal(_) => fraction::of_a_unit(self.text, at, self.end),
            NumberWord::Mark(_) | NumberWord::Dozen | NumberWord::Score => None,
        }
    }

    /// "a hundred", "a dozen", "a couple of", "a few hundred", "a third of", "a half".
    fn after_article(&self, at: usize) -> Option<(Number, usize)> {
        let next = at + 1;
        match self.word_at(next)? {
            NumberWord::Hundred | NumberWord::Scale(_) => self.cardinal(at),
            NumberWord::Dozen => Some((
                Number {
                    form: Form::Loose,
                    ..Number::whole(12u32)
                },
                next + 1,
            )),
            NumberWord::Score => self.score(next),
            NumberWord::Pair => self.pair(next),
            NumberWord::Few(low, high) => {
                let (scale, after) = self.scale_word(next + 1)?;
                Some((Number::between(low, high).scaled(scale)?, after))
            }
            NumberWord::Part(_) | NumberWord::Ordinal(_) => {
                fraction::after_article(self.text, at, self.end)
            }
            NumberWord::Unit(_)
            | NumberWord::Ten(_)
            | NumberWord::Mark(_)
            | NumberWord::Vague(..)
            | NumberWord::Minus
            | NumberWord::Point => None,
        }
    }

    /// "a score of men"; "a score of 85" and "the score of a film" are none.
    fn score(&self, at: usize) -> Option<(Number, usize)> {
        let things = self.lower(at + 1) == "of"
            && self.text.kind(at + 2) == Some(TokenKind::Word)
            && self.word_at(at + 2).is_none()
            && refuse::counts_plural(self.text, at + 2, self.end);
        let score = Number {
            form: Form::Loose,
            ..Number::whole(20u32)
        };
        things.then_some((score, at + 2))
    }

    /// "hundred fifteen", "thousand nine hundred", "million and one", "thousand litres": one of a scale without its number.
    /// A smaller number or a unit in the plural must follow, and nothing before may be its number or its rate: "per
    /// thousand litres", "multi-million dollars", "the hundred days".
    fn bare_scale(&self, at: usize) -> Option<(Number, usize)> {
        let free = at == 0
            || match self.text.kind(at - 1) {
                Some(TokenKind::Punct) => self.text.spaced(at),
                Some(TokenKind::Word) => matches!(
                    self.text.lower(at - 1),
                    "is" | "was"
                        | "are"
                        | "were"
                        | "than"
                        | "about"
                        | "nearly"
                        | "almost"
                        | "over"
                        | "under"
                        | "for"
                        | "with"
                        | "paid"
                        | "cost"
                        | "costs"
                        | "minus"
                        | "negative"
                ),
                Some(TokenKind::Number | TokenKind::Symbol | TokenKind::Link) | None => false,
            };
        if !free || self.text.tokens[at].case == Case::Upper {
            return None;
        }
        let (number, next) = self.cardinal(at)?;
        let unit = self.lower(next);
        let measured = (unit.ends_with('s') || unit == "feet")
            && (unit::written_out(self.text, next, self.end)
                || unit::currency_word(self.text, next, self.end));
        (next > at + 1 || measured).then_some((number, next))
    }

    /// "couple of", "couple hundred"; a couple alone is two people in love.
    fn pair(&self, at: usize) -> Option<(Number, usize)> {
        if let Some((scale, after)) = self.scale_word(at + 1) {
            return Some((Number::whole(2u32).scaled(scale)?, after));
        }
        let pair = Number {
            form: Form::Loose,
            ..Number::whole(2u32)
        };
        if self.lower(at + 1) != "of" {
            return None;
        }
        // "a couple of million", and "a couple of dozen"
        match self.scale_word(at + 2) {
            Some((scale, after)) => Some((Number::whole(2u32).scaled(scale)?, after)),
            None => Some((pair, at + 2)),
        }
    }

    /// "hundred", "thousand", "dozen" as the scale of "several", "a few".
    fn scale_word(&self, at: usize) -> Option<(Decimal, usize)> {
        let (mut scale, mut next) = match self.word_at(at)? {
            NumberWord::Hundred => (Decimal::ONE_HUNDRED, at + 1),
            NumberWord::Scale(scale) => (scale, at + 1),
            NumberWord::Dozen => (Decimal::from(12), at + 1),
            _ => return None,
        };
        if let Some(NumberWord::Scale(more)) = self.word_at(next) {
            (scale, next) = (scale.checked_mul(more)?, next + 1);
        }
        Some((scale, next))
    }

    /// "dozens", "hundreds of millions", "tens of thousands".
    fn vague(&self, at: usize, low: Decimal, high: Decimal) -> Option<(Number, usize)> {
        let (mut low, mut high, mut next) = (low, high, at + 1);
        while self.lower(next) == "of" {
            let Some(NumberWord::Vague(more, _)) = self.word_at(next + 1) else {
                break;
            };
            // "thousands" is kept with the two that make its plural; as a scale it is one.
            let scale = more.checked_div(Decimal::TWO)?;
            low = low.checked_mul(scale)?;
            high = high
                .checked_add(Decimal::ONE)?
                .checked_mul(scale)?
                .checked_sub(Decimal::ONE)?;
            next += 2;
        }
        // Marks in games and tests, and "the tens": only a number of things is meant.
        let of_things = self.lower(next) == "of"
            && self
                .text
                .tokens
                .get(next + 1)
                .is_some_and(|t| t.case == Case::Lower);
        if next == at + 1 && matches!(self.lower(at), "scores" | "tens") && !of_things {
            return None;
        }
        Some((Number::between(low, high), next))
    }

    /// Number words from the left: "two hundred and fifty thousand and twenty-two", "nineteen hundred seventy-three".
    fn cardinal(&self, at: usize) -> Option<(Number, usize)> {
        let (mut total, mut step, mut scale) = (Decimal::ZERO, Decimal::ONE, Decimal::ONE);
        let mut limit = Decimal::MAX;
        let mut next = at;
        let mut groups = 0;
        loop {
            let start = if groups == 0 {
                next
            } else {
                let after = self.hyphen(next);
                if self.lower(after) == "and" {
                    self.hyphen(after + 1)
                } else {
                    after
                }
            };
            let Some((group, after)) = self.group(start, groups == 0) else {
                break;
            };
            // "two million and three fifths"
            if start > next && self.lower(start - 1) == "and" && self.and_part(next).is_some() {
                break;
            }
            let scale_at = self.hyphen(after);
            if let Some(NumberWord::Scale(factor)) = self.word_at(scale_at) {
                if factor >= limit {
                    break;
                }
                let (mut product, mut end) =
                    (Decimal::from(group).checked_mul(factor)?, scale_at + 1);
                // "a hundred million million" is nobody's; "two thousand crore" is India's.
                if let Some(NumberWord::Scale(more)) = self.word_at(end) {
                    (product, end) = (product.checked_mul(more)?, end + 1);
                    (step, scale) = (factor.checked_mul(more)?, factor.checked_mul(more)?);
                } else {
                    (step, scale) = (factor, factor);
                }
                total = total.checked_add(product)?;
                (limit, next) = (factor, end);
                groups += 1;
                continue;
            }
            if groups > 0 && Decimal::from(group) >= limit {
                break;
            }
            // Two numbers that stand side by side are no sum: "one million 20 times".
            total = total.checked_add(Decimal::from(group))?;
            (step, scale) = (Decimal::ONE, Decimal::ONE);
            next = after;
            groups += 1;
            break;
        }
        if groups == 0 {
            return None;
        }
        let mut number = Number {
            value: total,
            step,
            scale,
            form: if step == Decimal::ONE {
                Form::Whole
            } else {
                Form::Scaled
            },
            ratio: None,
            vague: None,
        };
        if self.lower(next) == "point"
            && let Some((decimals, after)) = self.spoken_decimals(next + 1)
        {
            let (number, next) = (with_decimals(number, &decimals)?, after);
            return Some(self.scales(number, next));
        }
        if groups == 1
            && number.scale == Decimal::ONE
            && let Some(found) = fraction::after_cardinal(self.text, number, next, self.end)
        {
            return Some(found);
        }
        let scaled = number.scale > Decimal::ONE;
        if let Some((part, after)) = self.and_part(next)
            && !(scaled && matches!(self.word_at(after), Some(NumberWord::Scale(_))))
        {
            (number, next) = (number.plus(part)?, after);
            return Some(self.scales(number, next));
        }
        if self.word_at(self.hyphen(next)) == Some(NumberWord::Dozen) {
            let dozen = number.scaled(Decimal::from(12))?;
            let form = Form::Loose;
            return Some((Number { form, ..dozen }, self.hyphen(next) + 1));
        }
        Some(self.plural_scale(at, number, next))
    }

    /// A group below a thousand, or "nineteen hundred": tens and units, hundreds.
    pub(super) fn group(&self, at: usize, first: bool) -> Option<(u32, usize)> {
        let article = first && matches!(self.lower(at), "a" | "an");
        let bare = matches!(
            self.word_at(at),
            Some(NumberWord::Hundred | NumberWord::Scale(_))
        );
        let (mut value, mut next) = if article {
            (1, at + 1)
        } else if first && bare {
            (1, at)
        } else {
            self.below_hundred(at)?
        };
        let hundred = self.hyphen(next);
        if self.word_at(hundred) == Some(NumberWord::Hundred) {
            (value, next) = (value * 100, hundred + 1);
            let mut start = self.hyphen(next);
            if self.lower(start) == "and" {
                start = self.hyphen(start + 1);
            }
            if let Some((rest, after)) = self.below_hundred(start)
                // "three hundred and two hundred" are two numbers.
                && self.word_at(self.hyphen(after)) != Some(NumberWord::Hundred)
            {
                (value, next) = (value + rest, after);
            }
        }
        Some((value, next))
    }

    fn below_hundred(&self, at: usize) -> Option<(u32, usize)> {
        match self.word_at(at)? {
            NumberWord::Unit(value) => Some((value, at + 1)),
            NumberWord::Ten(ten) => match self.word_at(self.hyphen(at + 1)) {
                Some(NumberWord::Unit(unit)) if (1..10).contains(&unit) => {
                    Some((ten + unit, self.hyphen(at + 1) + 1))
                }
                _ => Some((ten, at + 1)),
            },
            _ => None,
        }
    }

    /// The digits after a spoken point: "five", "zero three", "seventy-one", "77".
    pub(super) fn spoken_decimals(&self, at: usize) -> Option<(String, usize)> {
        if self.text.kind(at) == Some(TokenKind::Number) && at < self.end {
            let word = self.text.word(at);
            let plain = word.bytes().all(|b| b.is_ascii_digit());
            return plain.then(|| (word.to_owned(), at + 1));
        }
        if let Some((value @ 10..=99, next)) = self.below_hundred(at) {
            return Some((value.to_string(), next));
        }
        let mut digits = String::new();
        let mut next = at;
        while let Some(NumberWord::Unit(digit @ 0..=9)) = self.word_at(next) {
            digits.push(char::from(b'0' + digit as u8));
            next += 1;
        }
        (!digits.is_empty()).then_some((digits, next))
    }
}
