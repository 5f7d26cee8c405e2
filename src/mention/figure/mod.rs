//! Figures: counts, money, percentages, measures, ordinals, ages, durations, scores.
//!
//! [`at`] is asked at every token that dates and times of day have left, and that [`may_start`] a figure: a number, a
//! currency, a fraction. The parsers of this folder read one thing each: a number, its unit, a range, a score, what is no figure at all. What the figure counts is left to the
//! claims, and which dollar "$" is, to resolving.
//!
//! A span holds the figure with its unit and neither hedge nor noun; the hedge is read back from the words before.

mod age;
pub(super) mod countdown;
mod elided;
mod fraction;
mod hedge;
pub(super) mod number;
mod ordinal;
mod per;
mod quantity;
mod range;
mod refuse;
mod score;
mod unit;
mod width;
mod zero;

#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

use self::number::{Form, Number};
use self::quantity::Quantity;
use self::width::Widths;
use super::Mention;
use crate::lexicon::{Cue, Hedge, currency_table, is_cue};
use crate::segment::{Sentence, Text, TokenKind};
use crate::value::{Dimension, Figure, Kind, Unit, Value};

/// The figure that starts at token `at`.
pub(super) fn at(text: &Text, sentence: &Sentence, at: usize) -> Option<Mention> {
    Parser {
        text,
        first: sentence.tokens.start,
        end: sentence.tokens.end,
    }
    .read(at)
}

pub(super) use self::elided::complete;

/// Whether a figure can start with a word like the one at `at`.
pub(super) fn may_start(text: &Text, at: usize) -> bool {
    match text.kind(at) {
        Some(TokenKind::Number) => true,
        Some(TokenKind::Symbol) => !matches!(text.word(at), "&" | "%" | "*" | "=" | "|"),
        Some(TokenKind::Punct) => {
            matches!(text.word(at), "-" | "−" | "–")
        }
        Some(TokenKind::Word) => {
            let lower = text.lower(at);
            matches!(
                lower,
                "a" | "an"
                    | "no"
                    | "nobody"
                    | "none"
                    | "another"
                    | "all"
                    | "full"
                    | "whole"
                    | "entire"
                    | "single"
                    | "past"
            ) || text.lexeme(at).number.is_some()
                || lower.ends_with("ties")
                || currency_table().before().starts(text.word(at))
        }
        Some(TokenKind::Link) | None => false,
    }
}

/// One sentence, from token `first` to `end`.
struct Parser<'a> {
    text: &'a Text,
    first: usize,
    end: usize,
}

/// What two shares of a vote come to at least, in per cent: the rest are spoilt or for others.
const LEAST_WHOLE: u32 = 95;

/// How far before "45 percent to 42" somebody may lead, in tokens: further back it is another race.
const LEAD_REACH: usize = 12;

/// How far before "it measured 7.6" the earthquake may be named, in tokens.
const QUAKE_REACH: usize = 60;

/// How far before "at 6.1" the magnitude may be named, in tokens: "put the magnitude of the tremor at 6.1".
const SCALE_REACH: usize = 8;

impl Parser<'_> {
    fn read(&self, at: usize) -> Option<Mention> {
        let (text, first, end) = (self.text, self.first, self.end);
        let sign = text.kind(at) == Some(TokenKind::Punct);
        if sign && !self.signs(at) {
            return None;
        }
        if let Some(next) = zero::at(text, at, end) {
            return Some(self.exact(at, next, Kind::Count, Decimal::ZERO, Dimension::Number));
        }
        if let Some((low, next)) = age::decade(text, at, end) {
            return self.decade(at, next, low);
        }
        if let Some((seconds, next)) = countdown::at(text, at, end) {
            return self.countdown(at, next, seconds);
        }
        if let Some((place, next)) = ordinal::at(text, at, first, end) {
            return Some(self.exact(
                at,
                next,
                Kind::Ordinal,
                Decimal::from(place),
                Dimension::Rank,
            ));
        }
        let negative_money = text.word(at) == "-" && text.kind(at + 1) == Some(TokenKind::Symbol);
        let mut low = quantity::at(text, if negative_money { at + 1 } else { at }, end)?;
        if negative_money {
            if !low.sign || at > first && !text.spaced(at) {
                return None;
            }
            low.number = low.number.negative();
        }
        if low.unit.is_none()
            && let Some((score, next)) = score::at(text, at, first, end)
        {
            return Some(Mention::new(
                text,
                at..next,
                Kind::Score,
                Value::Score(score),
            ));
        }
        if let Some(range) = range::after(text, at, low, first, end)
            && let Some(mention) = self.range(at, &range)
        {
            return Some(mention);
        }
        range::shared(text, at, &mut low, first, end);
        self.single(at, low)
    }

    /// Whether the dash at `at` may be a minus: it touches a number, or a hyphen a currency.
    fn signs(&self, at: usize) -> bool {
        let next = self.text.kind(at + 1);
        let number = next == Some(TokenKind::Number);
        let currency = next == Some(TokenKind::Symbol) && self.text.word(at) == "-";
        (number || currency) && !self.text.spaced(at + 1)
    }

    fn single(&self, at: usize, mut quantity: Quantity) -> Option<Mention> {
        let kind = self.settle(at, &mut quantity)?;
        let hedge = self.hedge(at, &quantity);
        let widths = width::of(
            &quantity.number,
            hedge,
            quantity.dimension(),
            quantity.unit.is_some(),
        );
        Some(self.mention(at, &quantity, kind, widths, quantity.number.ratio))
    }

    fn range(&self, at: usize, range: &range::Range) -> Option<Mention> {
        let mut low = range.low;
        let mut high = range.high;
        let kind = self.settle(at, &mut high)?;
        low.unit = high.unit;
        let hedge = self
            .hedge(at, &high)
            .filter(|_| quantity::is_about(self.hedge(at, &high)));
        let widths = width::of_range(&low.number, &high.number, hedge, high.dimension());
        let both = Quantity {
            end: high.end,
            ..high
        };
        Some(self.mention(at, &both, kind, widths, None))
    }

    fn mention(
        &self,
        at: usize,
        quantity: &Quantity,
        kind: Kind,
        widths: Widths,
        ratio: Option<(u32, u32)>,
    ) -> Mention {
        let figure = Figure {
            amount: widths.amount,
            stated: widths.stated,
            plausible: widths.plausible,
            bound: widths.bound,
            unit: quantity.unit,
            dimension: quantity.dimension(),
            ratio: ratio.filter(|_| quantity.unit.is_none()),
            per: match kind {
                Kind::Age => None,
                _ if quantity.unit.is_none() => None,
                _ => per::after(self.text, quantity.end, self.end),
            },
        };
        Mention::new(
            self.text,
            at..quantity.end,
            kind,
            Value::Figure(Box::new(figure)),
        )
    }

    /// What the quantity that starts at `at` is, its unit and end completed; `None` for what is no figure.
    fn settle(&self, at: usize, quantity: &mut Quantity) -> Option<Kind> {
        let (text, first, end) = (self.text, self.first, self.end);
        let Some(unit) = quantity.unit else {
            return self.settle_bare(at, quantity);
        };
        match unit.dimension {
            Dimension::Money => Some(Kind::Money),
            Dimension::Percent | Dimension::Points => Some(Kind::Percent),
            Dimension::Duration => {
                // "a zero-day flaw" lasts no time at all.
                let none = quantity.number.value.is_zero()
                    && text.word(quantity.end - 2) == "-"
                    && quantity.number.form == Form::Whole;
                if none || self.is_labelled(at, quantity) {
                    return None;
                }
                let aged = at > first && is_cue(text.lower(at - 1), Cue::AgeBefore);
                match age::old(text, quantity.end, end) {
                    Some(next) => quantity.end = next,
                    None if aged => {}
                    None => return Some(Kind::Duration),
                }
                quantity.unit = Some(age::unit_of(unit)?);
                Some(Kind::Age)
            }
            _ if self.is_labelled(at, quantity) => None,
            _ => Some(Kind::Measure),
        }
    }

    /// A one-letter mark that touches its number after a name: "iPhone 5C", "Galaxy 4g".
    fn is_labelled(&self, at: usize, quantity: &Quantity) -> bool {
        let mark = quantity.end - 1;
        self.text.word(mark).len() == 1
            && !self.text.spaced(mark)
            && self.text.kind(mark) == Some(TokenKind::Word)
            && refuse::is_no_figure(
                self.text,
                at,
                mark + 1,
                self.first,
                self.end,
                &quantity.number,
            )
    }

    fn settle_bare(&self, at: usize, quantity: &mut Quantity) -> Option<Kind> {
        let (text, first, end) = (self.text, self.first, self.end);
        let number = &quantity.number;
        let average = number.form == Form::Decimals
            && number.value <= Decimal::from(age::OLDEST)
            && age::is_average(text, at, quantity.end, first, end);
        let bare = number.form == Form::Whole
            && age::is_bare(text, at, quantity.end, first, end, number.value);
        if average || bare {
            quantity.unit = Some(age::unit_of(unit::known("year")?)?);
            return Some(Kind::Age);
        }
        if self.is_magnitude(at, quantity) {
            quantity.unit = unit::known("magnitude");
            return Some(Kind::Measure);
        }
        if let Some(unit) = self.unit_of_move(at, quantity) {
            quantity.unit = Some(unit);
            return Some(Kind::Percent);
        }
        let refused = refuse::is_no_figure(text, at, quantity.end, first, end, number);
        (!refused).then_some(Kind::Count)
    }

    /// "57.3 per cent to 42.7": the second of two shares that make up the whole, with nothing behind it that it could count.
    /// "Rose 1.2% to 97.3" is by how much and to what; "leads by 45 percent to 42" names two shares of any size.
    fn unit_of_move(&self, at: usize, quantity: &Quantity) -> Option<Unit> {
        let text = self.text;
        let stops = quantity.end >= self.end || text.kind(quantity.end) == Some(TokenKind::Punct);
        let goes_on = matches!(text.lower(quantity.end), "for" | "among" | "in");
        if at < self.first + 4 || text.lower(at - 1) != "to" || !stops && !goes_on {
            return None;
        }
        let share = match text.lower(at - 2) {
            "percent" | "%" => text.word(at - 3),
            "cent" => text.word(at - 4),
            _ => return None,
        };
        let share: Decimal = share.parse().ok()?;
        let number = quantity.number.value;
        let whole = share.checked_add(number)?;
        // "Leading the gains, Acme added 3 percent to 70": two shares of a poll are nearer to one another.
        let near = share <= number.checked_mul(Decimal::TWO)?
            && number <= share.checked_mul(Decimal::TWO)?;
        let leads = near
            && (at.saturating_sub(LEAD_REACH).max(self.first)..at).any(|i| {
                matches!(
                    text.lower(i),
                    "lead"
                        | "leads"
                        | "led"
                        | "leading"
                        | "ahead"
                        | "trails"
                        | "trailed"
                        | "trailing"
                )
            });
        let fits = leads || stops && whole >= Decimal::from(LEAST_WHOLE);
        (whole <= Decimal::ONE_HUNDRED && fits)
            .then(|| unit::known("%"))
            .flatten()
    }

    /// "magnitude 7.3", "magnitude-7.3", "a 7.3 quake", "7.3 on the Richter scale"
    fn is_magnitude(&self, at: usize, quantity: &Quantity) -> bool {
        let text = self.text;
        let number = &quantity.number;
        if number.value > Decimal::TEN
            || number.value < Decimal::ONE
            || !matches!(number.form, Form::Whole | Form::Decimals)
        {
            return false;
        }
        let before = |back: usize| {
            at.checked_sub(back)
                .filter(|&token| token >= self.first)
                .map_or("", |token| text.lower(token))
        };
        let after = |ahead: usize| {
            if quantity.end + ahead < self.end {
                text.lower(quantity.end + ahead)
            } else {
                ""
            }
        };
        // "The quake ... It measured 7.6": what else has no unit?
        let verb = if before(1) == "and" {
            before(3)
        } else {
            before(1)
        };
        let measured = matches!(verb, "measured" | "measuring" | "registered")
            && (at.saturating_sub(QUAKE_REACH)..at).any(|i| is_cue(text.lower(i), Cue::Quake));
        // "put the magnitude at 6.1", "the magnitude was revised to 6.4"
        let put = matches!(before(1), "at" | "to" | "was" | "as")
            && (2..=SCALE_REACH).any(|back| before(back) == "magnitude");
        before(1) == "magnitude"
            || number.form == Form::Decimals && put
            || number.form == Form::Decimals && measured
            || before(2) == "magnitude" && matches!(before(1), "of" | "-")
            || before(3) == "magnitude" && before(2) == "of"
            || number.form == Form::Decimals && (0..3).any(|i| is_cue(after(i), Cue::Quake))
            || (0..4).any(|i| after(i) == "richter")
    }

    fn hedge(&self, at: usize, quantity: &Quantity) -> Option<Hedge> {
        let found = hedge::of(self.text, at, quantity.end, self.first, self.end)?;
        // "over two years" is during them as often as more than them, "over six games" always, "the past 12" too; but not "just over
        // two years".
        let before = |back: usize| at.checked_sub(back).map_or("", |i| self.text.lower(i));
        let spell = quantity.dimension() == Dimension::Duration
            || quantity.unit.is_none() && is_cue(self.text.lower(quantity.end), Cue::Spell);
        let during = matches!(before(1), "over" | "past" | "the") && spell
            || before(1) == "past" && matches!(before(2), "the" | "this" | "his" | "her" | "their");
        (found == Hedge::JustOver || !during).then_some(found)
    }

    fn exact(
        &self,
        at: usize,
        next: usize,
        kind: Kind,
        value: Decimal,
        dimension: Dimension,
    ) -> Mention {
        let widths = width::of(&Number::whole(value), None, dimension, false);
        let figure = Figure {
            amount: widths.amount,
            stated: widths.stated,
            plausible: widths.plausible,
            bound: widths.bound,
            unit: None,
            dimension,
            ratio: None,
            per: None,
        };
        Mention::new(self.text, at..next, kind, Value::Figure(Box::new(figure)))
    }

    /// The time left on the clock of a game.
    fn countdown(&self, at: usize, next: usize, seconds: u32) -> Option<Mention> {
        let number = Number::whole(seconds);
        let unit = Some(unit::known("second")?);
        let widths = width::of(&number, None, Dimension::Duration, true);
        let quantity = Quantity {
            number,
            unit,
            sign: false,
            end: next,
        };
        Some(self.mention(at, &quantity, Kind::Duration, widths, None))
    }

    fn decade(&self, at: usize, next: usize, low: u32) -> Option<Mention> {
        let unit: Option<Unit> = age::unit_of(unit::known("year")?);
        let number = Number {
            form: Form::Vague,
            vague: Some((Decimal::from(low), Decimal::from(low + 9))),
            ..Number::whole(low)
        };
        let mut widths = width::of(&number, None, Dimension::Age, true);
        widths.plausible = widths.stated;
        let quantity = Quantity {
            number,
            unit,
            sign: false,
            end: next,
        };
        Some(self.mention(at, &quantity, Kind::Age, widths, None))
    }
}
