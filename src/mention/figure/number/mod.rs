//! Numbers: digits and words, scales, fractions, vague magnitudes; no units.
//!
//! [`at`] reads the longest number at a token and says how finely it is written, since the printed precision sets the
//! width of a figure. It refuses what no article means as an amount: version numbers ("8.1.2"), digits that open with a
//! zero ("007"), slashes that make no simple fraction ("9/11"). Whether a number counts anything is not its business.

mod digits;
mod groups;
mod words;

use rust_decimal::Decimal;

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
    pub(super) fn plus(self, part: (u32, u32)) -> Option<Number> {
        let one = if self.scale.is_zero() {
            Decimal::ONE
        } else {
            self.scale
        };
        // Whoever says "and a half" counts in halves, and not in tenths.
        let step = one.checked_div(Decimal::from(part.1))?;
        Some(Number {
            value: self.value.checked_add(step.checked_mul(part.0.into())?)?,
            step,
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
    match text.lexeme(at).number? {
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
}

/// A number with decimals that stand apart from it.
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
