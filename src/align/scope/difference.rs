//! By how much something differs, against how much there is: "half an hour longer than the final", "two more than last year",
//! "a lead of 12 points".

use super::play::{is_play, noun};
use super::{Side, is_break};
use crate::segment::Text;

/// Whether one of two figures says by how much something differs, and the other how much there is.
pub(in crate::align) fn is_difference(x: Side<'_>, y: Side<'_>) -> bool {
    // What one compares with, the other may tell as a change: "three more than in May", "rose by three".
    let told = |side: Side<'_>| differs(side) || side.1.marks.change || is_off(side);
    differs(x) && !told(y) || differs(y) && !told(x)
}

/// "36 minutes early" says what "20 minutes earlier than usual" does.
fn is_off((article, claim): Side<'_>) -> bool {
    let end = claim.mention(&article.mentions).tokens.end;
    matches!(article.text.lower(end), "early" | "late")
}

fn differs(side: Side<'_>) -> bool {
    is_compared(side) || is_lead_of_play(side)
}

/// Whether what stands behind a figure compares: "five votes fewer than", "two more than".
fn is_compared((article, claim): Side<'_>) -> bool {
    let text = &article.text;
    let end = claim.mention(&article.mentions).tokens.end;
    let noun = noun(claim).filter(|&at| at >= end);
    let behind = noun.map_or(end, |at| at + 1);
    let compares = |at: usize| is_comparative(text.lower(at)) && text.lower(at + 1) == "than";
    compares(end) || compares(behind)
}

fn is_comparative(word: &str) -> bool {
    matches!(
        word,
        "more"
            | "less"
            | "fewer"
            | "higher"
            | "lower"
            | "longer"
            | "shorter"
            | "larger"
            | "bigger"
            | "smaller"
            | "older"
            | "younger"
            | "taller"
            | "deeper"
            | "wider"
            | "heavier"
            | "lighter"
            | "faster"
            | "slower"
            | "earlier"
            | "later"
            | "sooner"
            | "better"
            | "worse"
    )
}

/// Whether a count of what is played is a lead: "extended his lead to 31 points", "won by 12 points", "five rounds sooner".
fn is_lead_of_play((article, claim): Side<'_>) -> bool {
    let text = &article.text;
    let Some(at) = noun(claim).filter(|&at| is_play(text.lower(at))) else {
        return false;
    };
    let behind = text.lower(at + 1);
    is_led(text, claim.mention(&article.mentions).tokens.start)
        || is_lead(behind)
        || is_comparative(behind)
        || matches!(
            behind,
            "quicker"
                | "ahead"
                | "behind"
                | "back"
                | "clear"
                | "adrift"
                | "shy"
                | "short"
                | "apart"
        )
}

/// Whether the words before a count say that it is a lead.
fn is_led(text: &Text, start: usize) -> bool {
    let before = |n: usize| start.checked_sub(n).map_or("", |at| text.lower(at));
    let mut led = (1..=LEAD).map(before).take_while(|word| !is_break(word));
    before(1) == "by" || led.any(is_lead)
}

/// How far before a count the word may stand that says that it is a lead: "a lead of just 12 points".
const LEAD: usize = 4;

/// What one side has more than the other.
fn is_lead(word: &str) -> bool {
    matches!(
        word,
        "lead" | "advantage" | "gap" | "margin" | "deficit" | "cushion"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::analyze;
    use crate::read::documents;

    #[test]
    fn what_is_more_is_not_what_there_is() {
        let p = |a: &str, b: &str, expected: bool| {
            let articles: Vec<Article> = documents(&[a, b]).into_iter().map(analyze).collect();
            let [x, y] = [0, 1].map(|i| (&articles[i], &articles[i].claims.list[0]));
            assert_eq!(is_difference(x, y), expected, "{a} / {b}");
            assert_eq!(is_difference(y, x), expected, "{b} / {a}");
        };
        p(
            "It ended five rounds sooner.",
            "It ended in six rounds.",
            true,
        );
        p(
            "Police shot two more than last year.",
            "Police shot four people.",
            true,
        );
        p(
            "The semi-final took half an hour longer than the final.",
            "The semi-final took three hours.",
            true,
        );
        p(
            "The tower is six metres taller than the church.",
            "The tower is 90 metres tall.",
            true,
        );
        // Both compare, or one calls it a change.
        p(
            "They have two seats more than in 2008.",
            "They have three seats more than in 2008.",
            false,
        );
        // How many there are.
        p(
            "More than 40 people came.",
            "Fewer than 60 people came.",
            false,
        );
        p(
            "Forty people came, more than last year.",
            "Sixty people came.",
            false,
        );
        p("Two more people died.", "Four people died.", false);
    }
}
