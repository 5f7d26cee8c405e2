//! Whether two counts are a part and its whole, by what the words behind them say of how much they cover.

use crate::Article;
use crate::align::question::amount_of;
use crate::claim::{Area, Claim};
use crate::value::Kind;

/// Nouns less like each other than this are two: "two men", "five people".
const ONE_NOUN: f64 = 0.95;

/// What the features of two counts say of them.
#[derive(Clone, Copy, Debug)]
pub(in crate::align) struct Shared {
    /// How like their nouns are.
    pub(in crate::align) noun: f64,
    /// Each names a place that is not the other's.
    pub(in crate::align) two_places: bool,
    /// The same happened to both: they are of the dead, or of the hurt.
    pub(in crate::align) alternative: bool,
}

/// Whether of two counts the smaller is a part of the larger: of one place and of several, of what is told beside it and of all.
pub(in crate::align) fn of_part_and_whole(
    x: (&Article, &Claim),
    y: (&Article, &Claim),
    features: Shared,
) -> bool {
    if x.1.kind != Kind::Count || y.1.kind != Kind::Count {
        return false;
    }
    let (Some(a), Some(b)) = (amount_of(x.0, x.1), amount_of(y.0, y.1)) else {
        return false;
    };
    let (part, whole) = if a < b { (x.1, y.1) } else { (y.1, x.1) };
    let (ours, theirs) = (part.extent, whole.extent);
    // "Two men and a woman" contradict "three men"; and so do "four Norwegians and three Poles" "five are Norwegian", which has no noun.
    let of_sum = ours.sum.is_some()
        && theirs.sum.is_none()
        && whole.noun.is_some()
        && features.noun < ONE_NOUN;
    let is_sum = ours.one_noun && ours.sum == Some(a.max(b));
    let in_one = ours.area == Some(Area::One);
    ours.rest && !theirs.rest
        || is_sum
        || of_sum
        || in_one && theirs.area == Some(Area::Many)
        || in_one && theirs.area == Some(Area::Over) && features.two_places
        || in_one && theirs.divided
        || ours.piece != theirs.piece && !in_one && !features.alternative
        || ours.added && whole.marks.so_far
        || theirs.added && part.marks.so_far
}
