//! What of a document is too much to be compared: said, and not passed over in silence.

use serde::{Deserialize, Serialize};

use super::{entity, question, quote};
use crate::Article;

/// A document of which only the first figures, names or quotations are compared with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// The document, as an index into the story's articles.
    pub article: usize,
    /// What there is too much of.
    pub what: TooMany,
    /// How many of it there are.
    pub given: usize,
    /// How many of it are compared.
    pub compared: usize,
}

/// What a document can have too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TooMany {
    /// Figures, dates, times and scores.
    Figures,
    /// Bearers of names.
    Names,
    /// Quotations.
    Quotations,
}

impl TooMany {
    /// The word for it, plural.
    pub fn name(self) -> &'static str {
        match self {
            TooMany::Figures => "figures and dates",
            TooMany::Names => "names",
            TooMany::Quotations => "quotations",
        }
    }
}

/// What of the documents is not compared.
pub(crate) fn cuts(articles: &[Article]) -> Vec<Cut> {
    let of = |(at, article): (usize, &Article)| {
        let all = [
            (
                TooMany::Figures,
                article.claims.list.len(),
                question::MOST_CLAIMS,
            ),
            (
                TooMany::Names,
                article.resolved.entities.len(),
                entity::MOST_ENTITIES,
            ),
            (TooMany::Quotations, quote::count(article), quote::MOST),
        ];
        all.into_iter()
            .filter(|&(_, given, most)| given > most)
            .map(move |(what, given, compared)| Cut {
                article: at,
                what,
                given,
                compared,
            })
    };
    articles.iter().enumerate().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare;
    use crate::read::documents;

    #[test]
    fn a_document_with_more_than_is_compared_is_named() {
        let long: String = (0..1_200)
            .map(|i| format!("The town of Ostby bought {} buses.\n\n", 20_000 + 7 * i))
            .collect();
        let short = "The town of Ostby bought 20,000 buses.";
        let cut = compare(documents(&[short, &long])).cut;
        assert_eq!(cut.len(), 1, "{cut:?}");
        let told = (cut[0].article, cut[0].what, cut[0].given, cut[0].compared);
        assert_eq!(told, (1, TooMany::Figures, 1_200, 1_000));
        assert!(compare(documents(&[short, short])).cut.is_empty());
    }
}
