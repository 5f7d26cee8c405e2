//! Numbers: digits and words, scales, fractions, vague magnitudes; no units.
//!
//! [`at`] reads the longest number at a token and says how finely it is written, since the printed precision sets the
//! width of a figure. It refuses what no article means as an amount: version numbers ("8.1.2"), digits that open with a
//! zero ("007"), slashes that make no simple fraction ("9/11"). Whether a number counts anything is not its business.

use rust_decimal::Decimal;

use super::fraction;
use crate::lexicon::{NumberWord, number_word};
use crate::segment::{Text, TokenKind};

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mention) enum Form {
    /// A whole number in digits or words, to the last one: "1,204", "two hundred".
    Whole,
    /// With decimals and no scale: "3.5".
    Decimals,
    /// With a scale word, or a mixed number: "44 million", "two and a half".
    Scaled,
    /// "a dozen", "a couple": a word for a number that is seldom counted.
    Loose,
    /// "two-thirds", "one in five", "half".
    Fraction,
    /// "dozens", "hundreds of millions".
    Vague,
}

/// A number with its printed precision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::mention) struct Number {
    /// The amount; the low end of a vague one.
    pub value: Decimal,
    /// One unit of the last digit written: 1 for "44", 100,000 for "1.2 million".
    pub step: Decimal,
    /// The scale word's factor, 1 where there is none.
    pub scale: Decimal,
    /// How it is written.
    pub form: Form,
    /// The fraction as written.
    pub ratio: Option<(u32, u32)>,
    /// The ends of a vague magnitude.
    pub vague: Option<(Decimal, Decimal)>,
}

impl Number {
    pub(super) fn whole(value: impl Into<Decimal>) -> Number {
        Number {
            value: value.into(),
            step: Decimal::ONE,
            scale: Decimal::ONE,
            form: Form::Whole,
            ratio: None,
            vague: None,
        }
    }

    /// This number of that scale: "44" and a million. Precision scales along.
    pub(super) fn scaled(self, scale: Decimal) -> Option<Number> {
        let end = |x: Decimal| x.checked_mul(scale);
        Some(Number {
            value: end(self.value)?,
            step: end(self.step)?,
            scale: end(self.scale)?,
            form: match self.form {
                Form::Whole | Form::Decimals | Form::Fraction => Form::Scaled,
                form => form,
            },
            ratio: None,
            vague: match self.vague {
                Some((low, high)) => Some((end(low)?, end(high)?)),
                None => None,
            },
        })
    }

    pub(super) fn negative(self) -> Number {
        Number {
            value: -self.value,
            ..self
        }
    }

    pub(super) fn between(low: Decimal, high: Decimal) -> Number {
        Number {
            form: Form::Vague,
            vague: Some((low, high)),
            ..Number::whole(low)
        }
    }

    /// What is added is a part of one unit of the number's scale: "two and a half million", "a million and a half".
    fn plus(self, part: (u32, u32)) -> Option<Number> {
        let one = if self.scale.is_zero() {
            Decimal::ONE
        } else {
            self.scale
        };
        let part = Decimal::from(part.0).checked_div(Decimal::from(part.1))?;
        Some(Number {
            value: self.value.checked_add(part.checked_mul(one)?)?,
            step: one.checked_div(Decimal::TEN)?,
            form: Form::Scaled,
            ..self
        })
    }
}

/// The number that starts at token `at`, and the token after it; it does not reach past `end`.
///
/// `money`: a currency stands before it, so that "m" is a million and "b" a billion.
pub(in crate::mention) fn at(
    text: &Text,
    at: usize,
    end: usize,
    money: bool,
) -> Option<(Number, usize)> {
    let reader = Reader { text, end, money };
    match text.kind(at)? {
        _ if at >= end => None,
        TokenKind::Number => reader.digits(at),
        TokenKind::Word => reader.words(at),
        TokenKind::Symbol => reader.vulgar(at),
        TokenKind::Punct => reader.signed(at),
        TokenKind::Link => None,
    }
}

/// A whole number below a thousand million in plain digits: the parts of scores, votes and ages.
pub(in crate::mention) fn plain(text: &Text, at: usize) -> Option<u32> {
    if text.kind(at)? != TokenKind::Number {
        return None;
    }
    let word = text.word(at);
    let plain = word.len() <= 9
        && word.bytes().all(|b| b.is_ascii_digit())
        && (word.len() == 1 || !word.starts_with('0'));
    plain.then(|| word.parse().ok())?
}

/// "few", "several": the lowest and highest number that is meant.
pub(super) fn few(text: &Text, at: usize) -> Option<(Decimal, Decimal)> {
    match number_word(text.lower(at))? {
        NumberWord::Few(low, high) => Some((low, high)),
        _ => None,
    }
}

/// A reading place: the text, where to stop, and whether a currency stands before.
struct Reader<'a> {
    text: &'a Text,
    end: usize,
    money: bool,
}

impl<'a> Reader<'a> {
    fn lower(&self, at: usize) -> &'a str {
        if at < self.end {
            self.text.lower(at)
        } else {
            ""
        }
    }

    fn word_at(&self, at: usize) -> Option<NumberWord> {
        let word = self.lower(at);
        if word.len() < 3 {
            return None;
        }
        number_word(word)
    }

    /// The token after an inner hyphen: both places of "twenty-three" and "20-million" touch it.
    fn hyphen(&self, at: usize) -> usize {
        let touching = self.lower(at) == "-" && !self.text.spaced(at) && !self.text.spaced(at + 1);
        if touching { at + 1 } else { at }
    }

    fn digits(&self, at: usize) -> Option<(Number, usize)> {
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
        if self.lower(next) == "/" && !self.text.spaced(next) {
            return fraction::slashed(self.text, number, next, self.end);
        }
        if let Some((part, after)) = self.and_part(next) {
            (number, next) = (number.plus(part)?, after);
        }
        Some(self.scales(number, next))
    }

    /// "1,200.50", "1 200", "1.234.567,8".
    fn digit_group(&self, at: usize) -> Option<(Number, usize)> {
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
        if points > 0 && is_grouped(word, b'.') && (points > 1 || comma) {
            // The point groups where there is more than one, or where a comma with decimals follows.
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
    fn vulgar(&self, at: usize) -> Option<(Number, usize)> {
        let part = fraction::vulgar(self.text.word(at))?;
        Some(self.scales(fraction::number(part)?, at + 1))
    }

    /// "-36", "−5": a sign before digits that belongs to no word or number before it.
    fn signed(&self, at: usize) -> Option<(Number, usize)> {
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
    fn scales(&self, mut number: Number, mut next: usize) -> (Number, usize) {
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
            "B" | "b" | "T" | "MM" => self.money,
            "m" => self.money || attached && !self.is_metres(number, at),
            "M" => self.money || attached,
            _ => true,
        };
        allowed.then_some(scale)
    }

    /// Whether "3m" is three metres: a word of length after it, or a whole or finely measured number that counts nothing.
    fn is_metres(&self, number: Number, at: usize) -> bool {
        use crate::lexicon::{Cue, is_cue};
        let after = self.lower(at + 1);
        if is_cue(after, Cue::Long) {
            return true;
        }
        if is_cue(after, Cue::Plural) || after.len() > 3 && after.ends_with('s') {
            return false;
        }
        number.form == Form::Whole || number.step < Decimal::new(1, 1)
    }

    /// "and a half", "and three quarters", "-and-a-half".
    fn and_part(&self, at: usize) -> Option<((u32, u32), usize)> {
        let mut next = self.hyphen(at);
        if !matches!(self.lower(next), "and" | "&") {
            return None;
        }
        next = self.hyphen(next + 1);
        fraction::part(self.text, next, self.end)
    }

    fn words(&self, at: usize) -> Option<(Number, usize)> {
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
            NumberWord::Hundred
            | NumberWord::Scale(_)
            | NumberWord::Mark(_)
            | NumberWord::Dozen
            | NumberWord::Ordinal(_) => None,
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

    /// "couple of", "couple hundred"; a couple alone is two people in love.
    fn pair(&self, at: usize) -> Option<(Number, usize)> {
        if let Some((scale, after)) = self.scale_word(at + 1) {
            return Some((Number::whole(2u32).scaled(scale)?, after));
        }
        let pair = Number {
            form: Form::Loose,
            ..Number::whole(2u32)
        };
        (self.lower(at + 1) == "of").then_some((pair, at + 2))
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
                .is_some_and(|t| t.case == crate::segment::Case::Lower);
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
        if let Some((part, after)) = self.and_part(next) {
            (number, next) = (number.plus(part)?, after);
            return Some(self.scales(number, next));
        }
        if self.word_at(self.hyphen(next)) == Some(NumberWord::Dozen) {
            let dozen = number.scaled(Decimal::from(12))?;
            let form = Form::Loose;
            return Some((Number { form, ..dozen }, self.hyphen(next) + 1));
        }
        Some((number, next))
    }

    /// A group below a thousand, or "nineteen hundred": tens and units, hundreds.
    fn group(&self, at: usize, first: bool) -> Option<(u32, usize)> {
        let article = first && matches!(self.lower(at), "a" | "an");
        let (mut value, mut next) = if article {
            (1, at + 1)
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

    /// The digits after a spoken point: "five", "zero three", "77".
    fn spoken_decimals(&self, at: usize) -> Option<(String, usize)> {
        if self.text.kind(at) == Some(TokenKind::Number) && at < self.end {
            let word = self.text.word(at);
            let plain = word.bytes().all(|b| b.is_ascii_digit());
            return plain.then(|| (word.to_owned(), at + 1));
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

fn with_decimals(number: Number, digits: &str) -> Option<Number> {
    let scale = u32::try_from(digits.len()).ok()?;
    let part = Decimal::try_from_i128_with_scale(digits.parse().ok()?, scale).ok()?;
    Some(Number {
        value: number.value.checked_add(part)?,
        step: Decimal::try_from_i128_with_scale(1, scale).ok()?,
        form: Form::Decimals,
        ..number
    })
}
