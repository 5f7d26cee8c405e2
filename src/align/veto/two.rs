//! Two claims with different values, as the reasons ask about them that can set them apart.

use std::cell::OnceCell;

use crate::Article;
use crate::align::question::{Pair, claim, value};
use crate::align::scope::Scope;
use crate::claim::Claim;
use crate::value::{Kind, Value};

/// Two claims with different values, as the reasons ask about them.
pub(super) struct Two<'a> {
    pub(super) articles: &'a [Article],
    pub(super) pair: &'a Pair,
    pub(super) kind: Kind,
    /// What the words beside the values say, once somebody asks.
    scopes: OnceCell<[Scope; 2]>,
}

impl<'a> Two<'a> {
    pub(super) fn new(articles: &'a [Article], pair: &'a Pair) -> Two<'a> {
        Two {
            articles,
            pair,
            kind: claim(articles, pair.a).kind,
            scopes: OnceCell::new(),
        }
    }

    pub(super) fn claims(&self) -> [&'a Claim; 2] {
        [self.pair.a, self.pair.b].map(|x| claim(self.articles, x))
    }

    pub(super) fn values(&self) -> [&'a Value; 2] {
        [self.pair.a, self.pair.b].map(|x| value(self.articles, x))
    }

    /// Each claim with its article.
    pub(super) fn sides(&self) -> [(&'a Article, &'a Claim); 2] {
        [self.pair.a, self.pair.b].map(|x| (&self.articles[x.article], claim(self.articles, x)))
    }

    /// What two claims with their articles are.
    pub(super) fn are(
        &self,
        apart: fn((&'a Article, &'a Claim), (&'a Article, &'a Claim)) -> bool,
    ) -> bool {
        let [x, y] = self.sides();
        apart(x, y)
    }

    pub(super) fn has(&self, feature: &str) -> bool {
        self.pair.features.get(feature) > 0.0
    }

    /// Whether one side is marked so and the other is not. What one side says of its value weighs little by itself. For these kinds
    /// two values that are otherwise alike hardly ever answer one question where it does: of the likely pairs in the marked
    /// articles one in ten. Beside the same figures it is another that is marked: "62.1 percent, down from 63.1" and "61.2 per
    /// cent, against 63.1 last time".
    pub(super) fn is_marked(&self, feature: &str, kinds: &[Kind]) -> bool {
        kinds.contains(&self.kind)
            && self.has(feature)
            && self.pair.features.get("company") < SAME_COMPANY
    }

    pub(super) fn is_counted(&self) -> bool {
        !matches!(self.kind, Kind::Age | Kind::Date | Kind::Time | Kind::Score)
    }

    pub(super) fn differ(&self, mark: fn(&Claim) -> bool) -> bool {
        let [a, b] = self.claims().map(mark);
        a != b
    }

    pub(super) fn scopes(&self) -> &[Scope; 2] {
        let read = || {
            self.sides()
                .map(|(article, claim)| Scope::of(article, claim))
        };
        self.scopes.get_or_init(read)
    }

    pub(super) fn are_scoped(&self, apart: fn(&Scope, &Scope) -> bool) -> bool {
        let [x, y] = self.scopes();
        apart(x, y)
    }

    /// Whether the documents are known to be of different days.
    pub(super) fn are_of_two_days(&self) -> bool {
        let [a, b] = self.sides().map(|(article, _)| article.document.published);
        a.zip(b).is_some_and(|(a, b)| a != b)
    }
}

/// From here on two values stand beside the same figures.
pub(super) const SAME_COMPANY: f64 = 0.95;
