//! "30 of the 40 members, or 60 per cent": a share that its part and its whole do not give.

use super::Fault;
use super::reckon::{loosely, part, reach, share, shown};
use super::scene::{Scene, is_dash};
use crate::value::{Bound, Dimension, Figure, Interval, Kind};
use rust_decimal::Decimal;

/// Between a part and its whole stand no more words than this: "30 councillors out of the total of 40".
const TO_WHOLE: usize = 6;

/// And between the whole and the mark before the share: "40 members of the council, or".
const TO_MARK: usize = 5;

pub(super) fn faults(scene: &Scene<'_>) -> Vec<Fault> {
    let three = scene.sentences().flat_map(|values| values.windows(3));
    three
        .filter_map(|three| {
            let &[a, b, c] = three else { return None };
            of_part(scene, [a, b, c])
                .or_else(|| of_whole(scene, [a, b, c]))
                .or_else(|| of_share(scene, [a, b, c]))
        })
        .collect()
}

/// "30 of the 40 members, or 60 per cent", "30 of 40 members (60 per cent)".
fn of_part(scene: &Scene<'_>, [part, whole, told]: [usize; 3]) -> Option<Fault> {
    let joined = is_of(scene, part, whole) && or(scene, whole, told);
    wrong_share(scene, [part, whole, told], joined)
}

/// "Of the 40 members, 30, or 60 per cent": as [`of_part`], the whole told first.
fn of_whole(scene: &Scene<'_>, [whole, part, told]: [usize; 3]) -> Option<Fault> {
    let start = scene.sentence(whole).start;
    let lead: Vec<&str> = scene.words(start..scene.tokens(whole).start).collect();
    let gap: Vec<&str> = scene
        .words(scene.tokens(whole).end..scene.tokens(part).start)
        .collect();
    let led = matches!(
        lead.as_slice(),
        ["of"] | ["of", "the" | "its" | "their" | "all" | "these"]
    );
    let comma = gap.len() <= 3
        && gap.iter().filter(|w| **w == ",").count() == usize::from(gap.last() == Some(&","));
    let joined = led && comma && or(scene, part, told);
    wrong_share(scene, [part, whole, told], joined)
}

/// What is wrong with a share that is said of a part and its whole.
fn wrong_share(scene: &Scene<'_>, [part, whole, told]: [usize; 3], joined: bool) -> Option<Fault> {
    let (x, y, share_told) = (
        count(scene, part)?,
        count(scene, whole)?,
        is_share(scene, told)?,
    );
    // "60 per cent of women" is a share of something else.
    let next = scene.following(told);
    let closed = scene.closes(scene.tokens(told).end, &scene.sentence(told)) || next == ")";
    let smaller = x.amount? <= y.amount?;
    if !joined || !closed || !smaller {
        return None;
    }
    let real = share(reach(x), reach(y))?;
    if real.meets(&percent(share_told)) {
        return None;
    }
    let middle = x
        .amount?
        .checked_mul(Decimal::ONE_HUNDRED)?
        .checked_div(y.amount?)?;
    Some(Fault {
        mentions: vec![told, part, whole],
        about: "a share".into(),
        reckoned: format!(
            "{} of {} is {} per cent",
            scene.written(part),
            scene.written(whole),
            shown(middle)
        ),
    })
}

/// "20 per cent of the 500 staff, or 80 people".
fn of_share(scene: &Scene<'_>, [told, whole, given]: [usize; 3]) -> Option<Fault> {
    let share_told = is_share(scene, told)?;
    let (x, y) = (amount(scene, whole)?, amount(scene, given)?);
    if !is_of(scene, told, whole) || !or(scene, whole, given) || !x.comparable(y) {
        return None;
    }
    if y.amount? > x.amount? {
        return None;
    }
    let real = part(percent(share_told), reach(x))?;
    if real.meets(&reach(y)) {
        return None;
    }
    let middle = match (share_told.ratio, share_told.amount) {
        (Some((numerator, denominator)), _) => x
            .amount?
            .checked_mul(numerator.into())?
            .checked_div(denominator.into())?,
        (None, amount) => x
            .amount?
            .checked_mul(amount?)?
            .checked_div(Decimal::ONE_HUNDRED)?,
    };
    Some(Fault {
        mentions: vec![told, whole, given],
        about: "a share".into(),
        reckoned: format!(
            "{} of {} is {}",
            scene.written(told),
            scene.written(whole),
            shown(middle)
        ),
    })
}

fn count<'a>(scene: &Scene<'a>, mention: usize) -> Option<&'a Figure> {
    amount(scene, mention).filter(|_| scene.mentions[mention].kind == Kind::Count)
}

/// A count or sum of money that is no share itself.
fn amount<'a>(scene: &Scene<'a>, mention: usize) -> Option<&'a Figure> {
    let kind = scene.mentions[mention].kind;
    let figure = scene.figure(mention)?;
    let plain = figure.ratio.is_none() && figure.per.is_none() && figure.amount.is_some();
    (matches!(kind, Kind::Count | Kind::Money) && plain).then_some(figure)
}

fn is_share<'a>(scene: &Scene<'a>, mention: usize) -> Option<&'a Figure> {
    let figure = scene.figure(mention)?;
    let share = figure.ratio.is_some() || figure.dimension == Dimension::Percent;
    let plain = figure.per.is_none() && figure.amount.is_some();
    (share && plain).then_some(figure)
}

/// What a share may be, in per cent.
fn percent(figure: &Figure) -> Interval {
    if figure.ratio.is_none() {
        return loosely(figure);
    }
    let hundred = |x: Option<Decimal>| x.and_then(|x| x.checked_mul(Decimal::ONE_HUNDRED));
    let loose = Decimal::from(if figure.bound == Bound::Exact { 1 } else { 2 });
    Interval {
        low: hundred(figure.plausible.low).map(|x| x - loose),
        high: hundred(figure.plausible.high).map(|x| x + loose),
    }
}

/// Whether "of" or "out of" leads from a part to its whole.
fn is_of(scene: &Scene<'_>, part: usize, whole: usize) -> bool {
    let gap: Vec<&str> = scene
        .words(scene.tokens(part).end..scene.tokens(whole).start)
        .collect();
    let Some(of) = gap.iter().position(|&word| word == "of") else {
        return false;
    };
    let lead = gap[..of].iter().filter(|&&word| word != "out").count();
    let plain = |word: &&str| {
        matches!(
            *word,
            "the"
                | "its"
                | "their"
                | "his"
                | "her"
                | "our"
                | "these"
                | "those"
                | "all"
                | "a"
                | "total"
                | "of"
        )
    };
    let marks = gap
        .iter()
        .any(|word| matches!(*word, "," | "(" | "and" | "or"));
    gap.len() <= TO_WHOLE && lead <= 2 && !marks && gap[of + 1..].iter().all(plain)
}

/// Whether the second value says the first again: ", or 60 per cent", "(60 per cent)".
fn or(scene: &Scene<'_>, first: usize, second: usize) -> bool {
    let gap: Vec<&str> = scene
        .words(scene.tokens(first).end..scene.opening(second))
        .collect();
    let Some(mark) = gap
        .iter()
        .position(|word| matches!(*word, "," | "(" | "or") || is_dash(word))
    else {
        return false;
    };
    let verbs = gap[..mark]
        .iter()
        .any(|word| matches!(*word, "and" | "were" | "was" | "who"));
    let bracket = gap[mark] == "(";
    let rest = match &gap[mark..] {
        [",", "or"] | ["or"] => true,
        ["("] => scene.following(second) == ")",
        _ => false,
    };
    mark <= TO_MARK && !verbs && rest && (bracket || gap.last() == Some(&"or"))
}
