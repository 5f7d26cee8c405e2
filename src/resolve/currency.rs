//! Which dollar a bare "$" is.
//!
//! US dollars, unless the document shows another one: it names exactly one other dollar ("A$", "Australian dollars") and
//! never the US one. A document that names both has a reason to write them apart, and its bare "$" stays American.

use crate::lexicon::currency;
use crate::mention::Mention;
use crate::segment::Text;
use crate::value::{Unit, Value};

/// Gives a bare dollar sign the currency that the document shows; US dollars where it shows none.
pub(super) fn settle(text: &Text, mentions: &mut [Mention]) {
    let dollar = currency("USD");
    let mut other: Option<Unit> = None;
    for mention in mentions.iter() {
        let Some(unit) = unit_of(mention) else {
            continue;
        };
        if unit == dollar {
            if !is_bare(text, mention) {
                return;
            }
        } else if unit.symbol.len() == 3 && is_dollar(text, mention) {
            if other.is_some_and(|seen| seen != unit) {
                return;
            }
            other = Some(unit);
        }
    }
    let Some(other) = other else { return };
    for mention in mentions.iter_mut() {
        let bare = unit_of(mention) == Some(dollar) && is_bare(text, mention);
        if let Value::Figure(figure) = &mut mention.value
            && bare
        {
            figure.unit = Some(other);
        }
    }
}

fn unit_of(mention: &Mention) -> Option<Unit> {
    match &mention.value {
        Value::Figure(figure) => figure.unit,
        _ => None,
    }
}

/// Whether the mention writes a dollar: with its sign or its word.
fn is_dollar(text: &Text, mention: &Mention) -> bool {
    mention
        .tokens
        .clone()
        .any(|token| text.word(token) == "$" || text.lower(token).starts_with("dollar"))
}

/// Whether no country stands with the dollar: "$5", "five dollars".
fn is_bare(text: &Text, mention: &Mention) -> bool {
    !mention
        .tokens
        .clone()
        .any(|token| matches!(text.lower(token), "us" | "u.s." | "usd" | "american"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::mentions;
    use crate::segment::sample;

    fn units(prose: &str) -> Vec<&'static str> {
        let (_, text) = sample(prose);
        let mut mentions = mentions(&text);
        settle(&text, &mut mentions);
        mentions
            .iter()
            .filter_map(unit_of)
            .map(|u| u.symbol)
            .collect()
    }

    #[test]
    fn a_bare_dollar_is_the_one_that_the_document_shows() {
        assert_eq!(units("It cost $5 million."), ["USD"]);
        assert_eq!(
            units("It cost $5 million, of A$9 million in all."),
            ["AUD", "AUD"]
        );
        assert_eq!(
            units("Ten million Canadian dollars went to it. The rest, $3 million, did not."),
            ["CAD", "CAD"]
        );
        assert_eq!(
            units("A fund of NZ$4m and €2m gave $1m."),
            ["NZD", "EUR", "NZD"]
        );
    }

    #[test]
    fn a_document_with_two_dollars_keeps_the_bare_one_american() {
        assert_eq!(
            units("It cost A$9 million (US$6 million), or $2 a head."),
            ["AUD", "USD", "USD"]
        );
        assert_eq!(
            units("It cost A$9 million, C$8 million or $7 million."),
            ["AUD", "CAD", "USD"]
        );
    }
}
