//! The words that bound a figure, before and after it.
//!
//! They are read backwards from the figure, the longest phrase of the list first. Refused: a single word behind which "the"
//! or an article stands ("over the 41-year history"), "odd" without its hyphen, and words that bound what comes next ("5000
//! or less than 6000").

use crate::lexicon::{Hedge, hedge_table};
use crate::segment::{Text, TokenKind};

/// The hedge of the figure in tokens `start..end`, inside the sentence that runs from `first` to `last`.
///
/// Words before it are matched backwards; an article or "the" may stand between ("about a third", "more than the 300").
/// Words after it may come behind its noun: "50 people or more", not further.
pub(super) fn of(
    text: &Text,
    start: usize,
    end: usize,
    first: usize,
    last: usize,
) -> Option<Hedge> {
    before(text, start, first)
        .or_else(|| after(text, end, last))
        .or_else(|| inside(text, start, end))
}

/// Where the words before the figure begin, hedge included: what stands before that is "from", "between" or a verb.
pub(super) fn before(text: &Text, start: usize, first: usize) -> Option<Hedge> {
    let word = |from: usize| {
        move |i: usize| {
            from.checked_sub(i + 1)
                .filter(|&token| token >= first)
                .map_or("", |token| text.lower(token))
        }
    };
    let table = hedge_table().before();
    if let Some((hedge, length)) = table.longest(word(start)) {
        // "a four-under 68" is a score in golf.
        let number = start.checked_sub(length + 2).is_some_and(|i| {
            text.kind(i) == Some(TokenKind::Number) || text.lexeme(i).number.is_some()
        });
        let attached = number && text.word(start - length - 1) == "-";
        if attached {
            return None;
        }
        // "over the years", "past 12 months": a hedge opens no sentence of its own kind, except those that do.
        return Some(hedge);
    }
    let skip = start.checked_sub(1).filter(|&token| token >= first)?;
    if matches!(text.lower(skip), "a" | "an" | "the" | "another") {
        let (hedge, length) = table.longest(word(skip))?;
        // "over the 41-year history" is no bound; "more than a 30-minute walk" is.
        return (length > 1
            || matches!(
                text.lower(skip - 1),
                "about" | "nearly" | "almost" | "roughly"
            ))
        .then_some(hedge);
    }
    None
}

/// "£500 plus £85 costs", "40 plus tax": what is added is named.
fn is_sum(text: &Text, plus: usize) -> bool {
    text.lower(plus) == "plus"
        && (matches!(
            text.kind(plus + 1),
            Some(TokenKind::Number | TokenKind::Symbol)
        ) || matches!(
            text.lower(plus + 1),
            "a" | "an"
                | "the"
                | "his"
                | "her"
                | "its"
                | "their"
                | "tax"
                | "taxes"
                | "costs"
                | "interest"
                | "expenses"
        ))
}

/// "60-odd per cent": the hedge stands before the unit.
fn inside(text: &Text, start: usize, end: usize) -> Option<Hedge> {
    let loosely = |&i: &usize| text.word(i) == "-" && matches!(text.lower(i + 1), "odd" | "plus");
    let at = (start..end.saturating_sub(1)).find(loosely)?;
    let table = hedge_table().after();
    table
        .longest(|i| text.lower(at + 1 + i))
        .map(|(hedge, _)| hedge)
}

fn after(text: &Text, end: usize, last: usize) -> Option<Hedge> {
    let table = hedge_table().after();
    let mut at = end;
    if at < last && matches!(text.word(at), "-" | "–") && !text.spaced(at) {
        at += 1;
        let attached = matches!(text.lower(at), "odd" | "ish" | "plus") && !text.spaced(at);
        return attached.then(|| {
            table
                .longest(|i| text.lower(at + i))
                .map(|(hedge, _)| hedge)
        })?;
    }
    let word = |from: usize| {
        move |i: usize| {
            if from + i < last {
                text.lower(from + i)
            } else {
                ""
            }
        }
    };
    // "5000 or less than 6000": the words bound what comes after them.
    let longest = |from: usize| {
        table
            .longest(word(from))
            .filter(|&(_, length)| word(from)(length) != "than" && !is_sum(text, from))
    };
    if let Some((hedge, _)) = longest(at) {
        // "five and over in Paris" is a doubt that costs little; "odd" needs its hyphen.
        return (!matches!(text.lower(at), "odd" | "ish")).then_some(hedge);
    }
    let noun = at < last && text.kind(at) == Some(TokenKind::Word) && text.lower(at + 1) == "or";
    noun.then(|| longest(at + 1).map(|(hedge, _)| hedge))?
}

/// The hedge that starts at `at` and runs up to a figure, and the token after it: "(and) no less than 20".
pub(super) fn ahead(text: &Text, at: usize, last: usize) -> Option<(Hedge, usize)> {
    let table = hedge_table().before();
    (at + 1..(at + 5).min(last)).find_map(|next| {
        let word = |i: usize| {
            (next.checked_sub(i + 1))
                .filter(|&token| token >= at)
                .map_or("", |token| text.lower(token))
        };
        let (hedge, length) = table.longest(word)?;
        let figure = next < last
            && (matches!(text.kind(next), Some(TokenKind::Number | TokenKind::Symbol))
                || text.lexeme(next).number.is_some());
        (figure && length == next - at).then_some((hedge, next))
    })
}

/// A hedge in front of the second end of a range: "between 2 and about 7". Gives the token after it.
pub(super) fn skip(text: &Text, at: usize) -> usize {
    match text.lower(at) {
        "about" | "around" | "some" | "perhaps" | "possibly" | "even" | "roughly" | "nearly"
        | "almost" | "maybe" | "~" => at + 1,
        "as" if matches!(text.lower(at + 1), "many" | "much" | "high")
            && text.lower(at + 2) == "as" =>
        {
            at + 3
        }
        _ => at,
    }
}
