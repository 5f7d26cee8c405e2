//! A second figure that leaves its unit out: "rose to 75 percent, up from 60", "$1.2 billion, against a planned 950
//! million", "to 12.5 from 11.9 percent".
//!
//! Asked of a bare number after the whole text is read, since its unit is that of the figure before or after it. A word
//! must tie the two ("up from", "compared with", "against"), and nothing may follow that the number could count; a
//! percentage that tells a change ("rose 5 per cent, up from 60") shares its unit with nothing, since the second number
//! is then as likely a level. That one is left a count: a wrong unit would set it against figures of another sort.

use rust_decimal::Decimal;

use super::number::{self, Form, Number};
use super::quantity::Quantity;
use super::{Parser, width};
use crate::lexicon::{Cue, hedge_table, is_cue};
use crate::mention::Mention;
use crate::segment::{Text, TokenKind};
use crate::value::{Dimension, Figure, Kind, Unit, Value};

/// How many tokens may stand between the figure that has the unit and the word that ties the other to it.
const REACH: usize = 12;

/// How many times as much one of two tied figures may be: a larger ratio ties two things of different sorts.
const MOST_TIMES: u32 = 1000;

/// Gives the bare numbers of `found` the unit that they leave out. The mentions are those of figures, dates and times, in
/// text order.
pub(in crate::mention) fn complete(text: &Text, found: &mut [Mention]) {
    for i in 0..found.len() {
        let bare = matches!(&found[i].value, Value::Figure(figure)
            if found[i].kind == Kind::Count && figure.ratio.is_none() && figure.amount.is_some());
        if !bare {
            continue;
        }
        if let Some(unit) = behind(text, found, i).or_else(|| ahead(text, found, i))
            && let Some(mention) = with_unit(text, &found[i], unit)
        {
            found[i] = mention;
        }
    }
}

/// The unit to share, with the scale and the amount of the figure that has it.
#[derive(Clone, Copy)]
struct Shared {
    unit: Unit,
    amount: Decimal,
    scale: Decimal,
}

/// The mention with its value, where it is a figure.
fn figure(mention: &Mention) -> Option<(&Mention, &Figure)> {
    match &mention.value {
        Value::Figure(figure) => Some((mention, figure)),
        Value::Date(_) | Value::Time(_) | Value::Score(_) | Value::Name(_) | Value::Quote(_) => {
            None
        }
    }
}

/// The unit of the figure before: "75 percent, up from 60".
fn behind(text: &Text, found: &[Mention], i: usize) -> Option<Shared> {
    let (tokens, sentence) = (&found[i].tokens, found[i].sentence);
    let first = text.sentences.get(sentence)?.tokens.start;
    let link = link(text, tokens.start, first)?;
    if !ends(text, found, i) {
        return None;
    }
    let (from, figure) = found[..i]
        .iter()
        .rev()
        .take_while(|m| m.sentence == sentence)
        .find_map(figure)?;
    // "5.2 percent, from 5.6 in June and 6.1 a year earlier": a list of such figures.
    let listed = text.kind(from.tokens.end - 1) == Some(TokenKind::Number)
        && text.kind(from.tokens.start) != Some(TokenKind::Symbol);
    if link.lists && !listed {
        return None;
    }
    let gap = link.start.checked_sub(from.tokens.end)?;
    let broken = (from.tokens.end..link.start).any(|t| matches!(text.word(t), ";" | ":"));
    if gap > REACH || broken || link.needs_to && !level(text, from, first) {
        return None;
    }
    let shared = shared(text, from, figure)?;
    let percent = figure.dimension == Dimension::Percent;
    (!percent || !changes(text, from, first)).then_some(shared)
}

/// The unit of the figure after: "to 12.5 from 11.9 percent", "from 60 in March to 75 percent".
fn ahead(text: &Text, found: &[Mention], i: usize) -> Option<Shared> {
    let (tokens, sentence) = (&found[i].tokens, found[i].sentence);
    let first = text.sentences.get(sentence)?.tokens.start;
    let (other, figure) = found[i + 1..]
        .iter()
        .take_while(|m| m.sentence == sentence)
        .find_map(figure)?;
    let before = |at: usize| {
        unhedged(text, at, first)
            .checked_sub(1)
            .filter(|&t| t >= first)
    };
    let (own, next) = (before(tokens.start)?, before(other.tokens.start)?);
    let tied = match (text.lower(own), text.lower(next)) {
        ("to", "from") => next == tokens.end,
        // "from 60 in March to 75 percent": nothing but the date between them.
        ("from", "to") => {
            let dated = found[i + 1..]
                .iter()
                .take_while(|m| m.tokens.end <= next)
                .map(|m| m.tokens.clone())
                .last();
            let moved = (1..=8).any(|back| {
                own.checked_sub(back)
                    .is_some_and(|t| t >= first && is_cue(text.lower(t), Cue::Change))
            });
            moved && dated.is_some_and(|date| date.end == next && date.start <= tokens.end + 1)
        }
        _ => false,
    };
    // "from 5 in May to $7": a sign belongs to its own number.
    let signed = text.kind(other.tokens.start) == Some(TokenKind::Symbol);
    if !tied || signed {
        return None;
    }
    shared(text, other, figure)
}

fn shared(text: &Text, mention: &Mention, figure: &Figure) -> Option<Shared> {
    let unit = figure.unit?;
    let fits = match figure.dimension {
        Dimension::Money
        | Dimension::Percent
        | Dimension::Length
        | Dimension::Area
        | Dimension::Mass
        | Dimension::Volume
        | Dimension::Temperature
        | Dimension::Speed
        | Dimension::Energy
        | Dimension::Power
        | Dimension::Pressure
        | Dimension::Duration => true,
        Dimension::Number
        | Dimension::Points
        | Dimension::Rank
        | Dimension::Age
        | Dimension::Magnitude
        | Dimension::Data
        | Dimension::DataRate
        | Dimension::Frequency
        | Dimension::Angle
        | Dimension::Other => false,
    };
    let start = mention
        .tokens
        .clone()
        .find(|&t| text.kind(t) != Some(TokenKind::Symbol))?;
    let scale = number::at(text, start, mention.tokens.end, true)
        .map_or(Decimal::ONE, |(number, _)| number.scale);
    fits.then_some(Shared {
        unit,
        amount: figure.amount?,
        scale,
    })
}

/// The mention again, with the unit.
fn with_unit(text: &Text, bare: &Mention, shared: Shared) -> Option<Mention> {
    let sentence = text.sentences.get(bare.sentence)?;
    let parser = Parser {
        text,
        first: sentence.tokens.start,
        end: sentence.tokens.end,
    };
    let (start, end) = (bare.tokens.start, bare.tokens.end);
    let (number, _) = number::at(text, start, end, false).filter(|&(_, next)| next == end)?;
    let number = in_scale(number, shared)?;
    let quantity = Quantity {
        number,
        unit: Some(shared.unit),
        sign: false,
        end,
    };
    let dimension = shared.unit.dimension;
    let kind = match dimension {
        Dimension::Money => Kind::Money,
        Dimension::Percent => Kind::Percent,
        Dimension::Duration => Kind::Duration,
        _ => Kind::Measure,
    };
    let hedge = parser.hedge(start, &quantity);
    let widths = width::of(&quantity.number, hedge, dimension, true);
    let mut mention = parser.mention(start, &quantity, kind, widths, None);
    // "60 a year earlier" is no rate.
    if let Value::Figure(figure) = &mut mention.value {
        figure.per = None;
    }
    Some(mention)
}

/// The number in the scale of the other where it has none ("$5.2 million from 4.8"), `None` where the two are too far
/// from one another to be of one sort.
fn in_scale(number: Number, shared: Shared) -> Option<Number> {
    if !matches!(number.form, Form::Whole | Form::Decimals | Form::Scaled)
        || shared.unit.dimension == Dimension::Percent && number.value > Decimal::ONE_HUNDRED
    {
        return None;
    }
    let times = Decimal::from(MOST_TIMES);
    let near = |value: Decimal| {
        let wide = |a: Decimal, b: Decimal| b.checked_mul(times).is_some_and(|most| a <= most);
        wide(value.abs(), shared.amount.abs()) && wide(shared.amount.abs(), value.abs())
    };
    if near(number.value) {
        return Some(number);
    }
    (number.scale == Decimal::ONE && shared.scale > Decimal::ONE)
        .then(|| number.scaled(shared.scale))
        .flatten()
        .filter(|scaled| near(scaled.value))
}

/// The words that tie a number to the figure before it.
struct Link {
    /// The first of them.
    start: usize,
    /// Whether the figure before must be what something came to: "to 75 percent from 60".
    needs_to: bool,
    /// Whether it only goes on after another figure that has left its unit out.
    lists: bool,
}

fn link(text: &Text, at: usize, first: usize) -> Option<Link> {
    let word = |at: usize| if at >= first { text.lower(at) } else { "" };
    let end = noun_start(text, unhedged(text, at, first), first);
    let last = end.checked_sub(1).filter(|&t| t > first)?;
    let plain = |start, needs_to| {
        Some(Link {
            start,
            needs_to,
            lists: word(start) == "and",
        })
    };
    match word(last) {
        "from" if matches!(word(last - 1), "up" | "down") => plain(last - 1, false),
        "from" => plain(last, true),
        "with" | "to" if matches!(word(last - 1), "compared" | "compares" | "comparing") => {
            plain(last - 1, false)
        }
        "versus" | "vs" | "against" => plain(last, false),
        "and" => plain(last, false),
        "." if word(last - 1) == "vs" => plain(last - 1, false),
        _ => None,
    }
}

/// Past the hedge before a number, backwards.
fn unhedged(text: &Text, at: usize, first: usize) -> usize {
    let word = |i: usize| {
        at.checked_sub(i + 1)
            .filter(|&token| token >= first)
            .map_or("", |token| text.lower(token))
    };
    let length = hedge_table()
        .before()
        .longest(word)
        .map_or(0, |(_, length)| length);
    at.saturating_sub(length).max(first)
}

/// Past "a planned", "the previous", "a forecast of" before a number, backwards.
fn noun_start(text: &Text, at: usize, first: usize) -> usize {
    let word = |at: usize| if at >= first { text.lower(at) } else { "" };
    let mut start = at;
    let step = |from: usize, fits: &dyn Fn(&str) -> bool| {
        from.checked_sub(1)
            .filter(|&t| t >= first && fits(word(t)))
            .unwrap_or(from)
    };
    if at > first + 1 && word(at - 1) == "of" {
        let noun = step(at - 1, &|w| {
            matches!(
                w,
                "forecast"
                    | "forecasts"
                    | "estimate"
                    | "estimates"
                    | "expectation"
                    | "expectations"
                    | "target"
                    | "budget"
                    | "average"
                    | "high"
                    | "low"
                    | "peak"
            )
        });
        if noun == at - 1 {
            return at;
        }
        start = noun;
    }
    start = step(start, &|w| {
        matches!(
            w,
            "planned"
                | "estimated"
                | "expected"
                | "forecast"
                | "projected"
                | "budgeted"
                | "original"
                | "initial"
                | "previous"
                | "earlier"
        )
    });
    step(start, &|w| {
        matches!(w, "a" | "an" | "the" | "its" | "their")
    })
}

/// Whether the clause ends behind the number, or goes on with when or for whom it was: nothing there is counted.
fn ends(text: &Text, found: &[Mention], i: usize) -> bool {
    let end = found[i].tokens.end;
    let last = text
        .sentences
        .get(found[i].sentence)
        .map_or(end, |sentence| sentence.tokens.end);
    if end >= last {
        return true;
    }
    let stop = text.kind(end) == Some(TokenKind::Punct)
        && (text.spaced(end) || !matches!(text.word(end), "-" | "–" | "'" | "’" | "/"))
        && text.word(end) != "(";
    let dated = found
        .get(i + 1)
        .filter(|m| m.kind == Kind::Date)
        .is_some_and(|m| {
            m.tokens.start <= end + 2
                && (end..m.tokens.start).all(|t| {
                    matches!(
                        text.lower(t),
                        "in" | "on" | "at" | "for" | "during" | "the" | "a"
                    )
                })
        });
    stop || dated
}

/// Whether the figure is what something came to: "rose to 75 percent".
fn level(text: &Text, mention: &Mention, first: usize) -> bool {
    let start = unhedged(text, mention.tokens.start, first);
    start > first && text.lower(start - 1) == "to"
}

/// Whether a percentage tells by how much: "rose 5 per cent", "a 5 per cent increase", "5 per cent higher".
fn changes(text: &Text, mention: &Mention, first: usize) -> bool {
    let start = unhedged(text, mention.tokens.start, first);
    let word = |at: usize| if at >= first { text.lower(at) } else { "" };
    let (one, two) = (
        start.checked_sub(1).map_or("", word),
        start.checked_sub(2).map_or("", word),
    );
    if one == "to" {
        return false;
    }
    let before = one == "by" || is_cue(one, Cue::Change) || one != "at" && is_cue(two, Cue::Change);
    let end = mention.tokens.end;
    let after = |at: usize| {
        let word = text.lower(at);
        is_cue(word, Cue::Change)
            || matches!(
                word,
                "growth" | "higher" | "more" | "less" | "fewer" | "loss"
            )
    };
    before
        || after(end) && text.lower(end) != "up" && text.lower(end) != "down"
        || text.lower(end) == "of" && after(end + 1)
}
