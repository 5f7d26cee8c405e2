//! What two different values of one question are: a conflict, or an update.

use crate::Article;
use crate::claim::{Claim, Item, Role};
use crate::finding::Verdict;
use crate::lexicon::list;
use crate::value::{DateRange, Dimension, Kind, Value, counted_on};

/// The verdict on two values that cannot both be right as of one day.
///
/// An update needs two things: the two figures are of different days, by the dates of their clauses or of their
/// documents, and what they count is counted anew as a story goes on (the dead, the burnt acres), not fixed (a magnitude,
/// a price). Or both are "at least" so many: the one who says less is not wrong.
pub(super) fn of_disjoint(left: &Article, a: &Claim, right: &Article, b: &Claim) -> Verdict {
    let x = &a.mention(&left.mentions).value;
    let y = &b.mention(&right.mentions).value;
    // Of what is measured only the burnt or flooded ground grows: who fell to his death fell once.
    let counted = match x {
        Value::Figure(figure) if a.kind == Kind::Measure => figure.dimension == Dimension::Area,
        _ => matches!(a.kind, Kind::Count | Kind::Percent | Kind::Money),
    };
    let went_on = counted
        && differs_in_day(left, a, right, b)
        && !is_old(left, a)
        && !is_old(right, b)
        && (is_volatile(left, a) || is_volatile(right, b));
    if went_on || counted_on(x, y) {
        Verdict::Update
    } else {
        Verdict::Conflict
    }
}

/// Whether a figure is of what was over long before its document: "the flood killed 230 people in 2004". That goes on no more.
fn is_old(article: &Article, claim: &Claim) -> bool {
    let Some(published) = article.document.published else {
        return false;
    };
    let sentence = claim.mention(&article.mentions).sentence;
    let own = article.mentions.iter();
    let mut dates = own
        .filter(|m| m.sentence == sentence && m.kind == Kind::Date)
        .filter(|m| {
            let before = m.tokens.start.checked_sub(1);
            !matches!(
                before.map(|i| article.text.lower(i)),
                Some("since" | "from")
            )
        })
        .filter_map(|m| m.value.range())
        .peekable();
    dates.peek().is_some()
        && dates.all(|d| {
            DateRange {
                earliest: d.latest,
                latest: published,
            }
            .days()
                > OLD
        })
}

/// What was so many days ago goes on no more.
const OLD: i64 = 180;

/// Whether the figures are of different days.
pub(super) fn differs_in_day(left: &Article, a: &Claim, right: &Article, b: &Claim) -> bool {
    match (left.document.published, right.document.published) {
        (Some(x), Some(y)) if x != y => true,
        _ => {
            let days = |article: &Article, claim: &Claim| as_of(article, claim);
            match (days(left, a), days(right, b)) {
                (Some(x), Some(y)) => !x.meets(&y),
                _ => false,
            }
        }
    }
}

/// The day that a figure is given for: "as of Monday", "by Tuesday".
fn as_of(article: &Article, claim: &Claim) -> Option<DateRange> {
    claim.dates.iter().find_map(|&d| {
        let mention = &article.mentions[d];
        let before = mention
            .tokens
            .start
            .checked_sub(1)
            .map(|i| article.text.lower(i));
        match (&mention.value, before) {
            (Value::Date(date), Some("of" | "by" | "until" | "through")) => date.range,
            _ => None,
        }
    })
}

/// Whether what is counted changes while a story goes on.
fn is_volatile(article: &Article, claim: &Claim) -> bool {
    let items = article.claims.vocabulary.items();
    claim
        .terms
        .iter()
        .filter(|t| t.role <= Role::Predicate || t.near && t.role <= Role::Clause)
        .any(|t| match &items[t.item as usize] {
            Item::Word { form, .. } => list!("volatile").contains(form),
            Item::Entity(_) => false,
        })
}
