//! What one document alone says: the figures, dates, times and scores that stand in no other, the quotations, and the names.
//!
//! To say that nobody else says a thing is a claim of its own, and doubt means silence here too. What was found to answer one
//! question with something of another document is left out, whatever the answers; and so is a value that another document gives as
//! well, even where nothing shows that it means the same.

mod names;

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use super::Report;
use crate::Article;
use crate::claim::Claim;
use crate::finding::Occurrence;
use crate::judge;
use crate::mention::Mention;
use crate::source::Span;
use crate::value::{Dimension, Kind, Value, ValueRelation};

/// One thing that one document alone says.
pub(super) struct Only {
    /// The document.
    pub(super) article: usize,
    /// The mention, by its number in the document.
    pub(super) mention: usize,
    /// Where it is said first.
    pub(super) place: Occurrence,
    /// What a count counts.
    pub(super) noun: Option<String>,
    /// What it is about, in the words of the text, or who it is; nothing of a quotation.
    pub(super) about: String,
}

/// What each document alone says, in the order of the documents and of their text. A document that has nobody to compare it with
/// has nothing alone.
pub(super) fn only(report: &Report) -> Vec<Only> {
    let mut shared: FxHashSet<Span> = FxHashSet::default();
    for finding in report.findings.iter().chain(&report.agreements).chain(
        // What is accepted was found to be said by others, too.
        report.allowed.iter().map(|allowed| &allowed.finding),
    ) {
        let spans = || {
            finding
                .groups
                .iter()
                .flat_map(|g| &g.occurrences)
                .map(|o| o.span)
        };
        let mut sources = spans().map(|span| report.original(span.source().index()));
        let first = sources.next();
        if sources.any(|source| Some(source) != first) {
            shared.extend(spans());
        }
    }
    let mut all = Vec::new();
    let words: Vec<names::Words> = report.articles.iter().map(names::Words::of).collect();
    for (index, article) in report.articles.iter().enumerate() {
        let others = others(report, index);
        // Of documents that have one text the first stands for all.
        if others.is_empty() || report.original(index) != Some(index) {
            continue;
        }
        let mut alone: Vec<Only> = Vec::new();
        for claim in &article.claims.list {
            let is_shared = claim.mentions.iter().any(|&number| {
                let span = article.mentions.get(number).map(|m| m.span);
                span.is_some_and(|span| shared.contains(&span))
                    || others.iter().any(|other| says(other, article, number))
            });
            if let (false, Some(&first)) = (is_shared, claim.mentions.first()) {
                alone.extend(Only::of(article, index, first, Some(claim)));
            }
        }
        let theirs: Vec<&names::Words> = others
            .iter()
            .filter_map(|other| words.get(other.document.source.id().index()))
            .collect();
        for (number, about) in names::names(article, &theirs) {
            let only = Only::of(article, index, number, None);
            alone.extend(only.map(|only| Only { about, ..only }));
        }
        for (number, mention) in article.mentions.iter().enumerate() {
            if mention.kind == Kind::Quote
                && !shared.contains(&mention.span)
                && !others.iter().any(|other| holds(other, article, mention))
            {
                alone.extend(Only::of(article, index, number, None));
            }
        }
        // What stands in a quotation is part of it.
        let quotes: Vec<Span> = alone
            .iter()
            .filter(|only| article.mentions[only.mention].kind == Kind::Quote)
            .map(|only| only.place.span)
            .collect();
        let span = |only: &Only| only.place.span;
        alone.retain(|only| {
            !quotes
                .iter()
                .any(|&q| q != span(only) && q.contains(span(only)))
        });
        alone.sort_by_key(span);
        all.append(&mut alone);
    }
    all
}

impl Only {
    fn of(article: &Article, index: usize, mention: usize, claim: Option<&Claim>) -> Option<Only> {
        Some(Only {
            article: index,
            mention,
            place: Occurrence::of(article, article.mentions.get(mention)?),
            noun: claim.and_then(|claim| claim.noun.clone()),
            about: claim.map_or_else(String::new, |claim| judge::question(article, claim)),
        })
    }
}

/// The documents that this one was compared with and that have another text.
fn others(report: &Report, index: usize) -> Vec<&Article> {
    let own = report.original(index);
    let compared = |other: usize| {
        let pair = (index.min(other), index.max(other));
        !report.strangers.contains(&pair)
    };
    let others = report
        .articles
        .iter()
        .enumerate()
        .filter(|&(other, article)| {
            !article.document.blocks.is_empty()
                && report.original(other) == Some(other)
                && report.original(other) != own
                && compared(other)
        });
    others.map(|(_, article)| article).collect()
}

/// Up to this number the same count of two things is no coincidence to speak of: "three cars", "three times".
const SMALL: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// Whether a document gives the value as well, of whatever it may be; of a small count, of the same noun or of one that is not
/// known.
fn says(other: &Article, article: &Article, number: usize) -> bool {
    let Some(mention) = article.mentions.get(number) else {
        return false;
    };
    fn noun(article: &Article, number: usize) -> Option<&str> {
        article.claims.nouns.get(number)?.as_deref()
    }
    other.mentions.iter().enumerate().any(|(theirs, m)| {
        m.kind == mention.kind
            && (m.value.relation(&mention.value) <= ValueRelation::Open
                || is_one_sum(&m.value, &mention.value))
            && match (noun(article, number), noun(other, theirs)) {
                (Some(one), Some(two)) => one == two || !is_small(&m.value),
                (None, _) | (_, None) => true,
            }
    })
}

/// Whether two sums are one in figures: of which dollars they are, one of the documents may not say.
fn is_one_sum(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Figure(a), Value::Figure(b)) => {
            let is_money = a.dimension == Dimension::Money && b.dimension == Dimension::Money;
            is_money && a.amount.is_some() && a.amount == b.amount
        }
        _ => false,
    }
}

fn is_small(value: &Value) -> bool {
    matches!(value, Value::Figure(figure) if figure.amount.is_some_and(|amount| amount <= SMALL))
}

/// Whether a document has the words of a quotation anywhere, be it between marks or not.
fn holds(other: &Article, article: &Article, quote: &Mention) -> bool {
    let quoted: Vec<&str> = words(article, quote.span).collect();
    let Some(blocks) = other
        .document
        .blocks
        .first()
        .zip(other.document.blocks.last())
    else {
        return false;
    };
    let theirs: Vec<&str> = words(other, blocks.0.span.to(blocks.1.span)).collect();
    quoted.is_empty()
        || theirs.windows(quoted.len()).any(|window| {
            let mut pairs = window.iter().zip(&quoted);
            pairs.all(|(a, b)| a.to_lowercase() == b.to_lowercase())
        })
}

fn words(article: &Article, span: Span) -> impl Iterator<Item = &str> {
    let text = article.document.prose.get(span.range()).unwrap_or_default();
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::read::documents;

    /// What each document alone says: its number and the words.
    fn p(texts: &[&str]) -> Vec<String> {
        let report = crate::compare(documents(texts));
        let only = super::only(&report);
        let told = only.iter().map(|only| {
            let source = &report.articles[only.article].document.source;
            format!("{} {}", only.article, source.slice(only.place.span))
        });
        told.collect()
    }

    const A: &str = "The Harbour Museum opened on Monday. Its new wing cost $44 million to build and has 12 rooms.";

    #[test]
    fn what_nobody_else_says_is_listed_with_its_document() {
        assert_eq!(
            p(&[
                A,
                "The Harbour Museum opened on Monday. Its new wing cost $44 million to build. The roof is 30 metres high."
            ]),
            ["0 12", "1 30 metres"]
        );
        assert_eq!(
            p(&[
                A,
                "The Harbour Museum opened on Monday. \"Nobody thought that it would ever be done,\" said the mayor of the town."
            ]),
            [
                "0 $44 million",
                "0 12",
                "1 Nobody thought that it would ever be done,"
            ]
        );
    }

    #[test]
    fn a_name_is_alone_where_no_word_of_it_or_like_it_stands_elsewhere() {
        let p = |one: &str, other: &str| {
            let opening = "The Harbour Museum opened on Monday.";
            p(&[&format!("{opening} {one}"), &format!("{opening} {other}")])
        };
        assert_eq!(
            p(
                "The mayor, Helga Brandt, cut the ribbon.",
                "The mayor cut the ribbon."
            ),
            ["0 Helga Brandt"]
        );
        assert_eq!(
            p("The mayor, Helga Brandt, cut it.", "Mayor Brand cut it."),
            [""; 0]
        );
        assert_eq!(
            p(
                "It was lent by a bank in Germany.",
                "A German bank lent it."
            ),
            [""; 0]
        );
        assert_eq!(p("UNESCO paid for it.", "Nobody paid for it."), [""; 0]);
    }

    #[test]
    fn what_is_told_otherwise_or_may_be_the_same_is_not() {
        // Another answer to one question is a finding.
        assert_eq!(
            p(&[
                A,
                "The Harbour Museum opened on Monday. Its new wing cost $75 million to build and has 12 rooms."
            ]),
            [""; 0]
        );
        // A value that stands in both, whatever it is of.
        assert_eq!(
            p(&[
                A,
                "The Harbour Museum opened on Monday, at last. The town had saved $44 million, and 12 rooms are shown."
            ]),
            [""; 0]
        );
    }

    #[test]
    fn a_sum_in_another_dollar_is_the_same_sum_where_only_one_says_which() {
        assert_eq!(
            p(&[
                "The Harbour Museum opened on Monday. Its new wing cost 44 million Canadian dollars, the mayor said.",
                "The Harbour Museum opened on Monday. The town had saved $44 million, and $9 for the ticket."
            ]),
            ["1 $9"]
        );
    }

    #[test]
    fn nothing_is_alone_without_somebody_to_compare_with() {
        assert_eq!(p(&[A]), [""; 0]);
        assert_eq!(p(&[A, A]), [""; 0]);
        assert_eq!(p(&[A, ""]), [""; 0]);
    }
}
