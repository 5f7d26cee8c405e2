//! Two quotations: are they one, worded alike or not?

use super::{Inquiry, Outcome, Place, Why};
use crate::align::quote::{LIKENESS, SHORTEST, counted};
use crate::judge::speakers::two_speakers;

pub(super) fn why(inquiry: &Inquiry<'_>, a: Place, b: Place) -> Why {
    let (a, b) = (a.min(b), a.max(b));
    if a.article == b.article {
        let reason = "quotations of one document are not held against each other";
        return Why::new(a, b, Outcome::NotCompared, reason);
    }
    let articles = inquiry.story.articles;
    let at = |p: Place| (p.article, p.mention);
    let (common, lengths) = counted(articles, at(a), at(b));
    let shorter = lengths[0].min(lengths[1]);
    let values = format!(
        "quotations of {} and {} words, of which {common} stand in both in the same order",
        lengths[0], lengths[1]
    );
    let pairs = &inquiry.story.quotes;
    let pair = pairs.iter().find(|p| p.a == at(a) && p.b == at(b));
    let (outcome, reason) = if let Some(pair) = pair {
        let reason = match two_speakers(inquiry.story, pair) {
            Some(_) => "two people are named as those who said it",
            None => "they are one quotation",
        };
        (Outcome::Silent, reason.to_owned())
    } else if shorter < SHORTEST {
        (
            Outcome::NotCompared,
            format!("a quotation of fewer than {SHORTEST} words is a phrase that two may say"),
        )
    } else if let Some(other) = pairs.iter().find(|p| {
        let documents = (p.a.0, p.b.0) == (a.article, b.article);
        documents && (p.a == at(a) || p.b == at(b)) && 2 * common >= shorter
    }) {
        let place = |(article, mention): (usize, usize)| Place { article, mention };
        let (own, theirs) = (inquiry.shown(place(other.a)), inquiry.shown(place(other.b)));
        (
            Outcome::Silent,
            format!("{own} and {theirs} are more alike"),
        )
    } else {
        (
            Outcome::Silent,
            format!(
                "they share too few words to be one: {} per cent between the first and the last shared word are needed",
                (LIKENESS * 100.0).round()
            ),
        )
    };
    Why {
        values,
        alike: 2 * common >= shorter,
        ..Why::new(a, b, outcome, reason)
    }
}
