//! "Rose from 40 to 50, a 20 per cent increase": a change that does not follow from the two figures it leads between.
//!
//! Three forms are read: two levels with a percentage ("from 40 to 50 ... 20 per cent"), two levels with a multiple
//! ("doubled from 10 to 30"), and a change with its percentage and the level it leads to ("fell 25 cents, or 1.2 per cent,
//! to $20.50"). Two levels are told by "from" and "to" alone. What is reckoned by the year, without inflation or from
//! another day is none of the two levels' business, and sentences that say such a thing are left alone.

use std::ops::Range;

use rust_decimal::Decimal;

use super::Fault;
use super::reckon::{self, loosely, reach, shown};
use super::scene::{Scene, is_dash, is_hedge};
use crate::lexicon::list;
use crate::value::{Bound, Dimension, Figure, Interval, Kind};

/// Between two levels stand no more words than this: "from 40 members in 2010 to 50".
const BETWEEN: usize = 10;

/// And between the second of them and the mark before the percentage: "to 50 members in 2015, a 20 per cent increase".
const TO_MARK: usize = 6;

/// Two levels, and the tokens from the first word of theirs to the last.
struct Change {
    from: usize,
    to: usize,
    tokens: Range<usize>,
}

pub(super) fn faults(scene: &Scene<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for values in scene.sentences() {
        let Some(&first) = values.first() else {
            continue;
        };
        if values.len() < 2 {
            continue;
        }
        let sentence = scene.sentence(first);
        let otherwise = scene
            .words(sentence.clone())
            .any(|word| list!("other_bases").contains(word));
        if otherwise {
            continue;
        }
        let changes = changes(scene, values);
        for change in &changes {
            let percent = values
                .iter()
                .copied()
                .filter(|&p| is_change_of(scene, values, change, p, &sentence));
            faults.extend(percent.filter_map(|p| by_percent(scene, change, p)));
            faults.extend(by_multiple(scene, values, change, &sentence));
        }
        faults.extend(values.windows(3).filter_map(|three| by_step(scene, three)));
    }
    faults
}

/// The pairs of levels of a sentence: "from 40 to 50", "to 50 from 40", "was 50, up 20 per cent from 40".
fn changes(scene: &Scene<'_>, values: &[usize]) -> Vec<Change> {
    let mut found = Vec::new();
    for (i, &one) in values.iter().enumerate() {
        let Some(x) = level(scene, one) else { continue };
        let next = values[i + 1..].iter().copied().find(|&m| {
            // What is of another sort may stand between: a year, the percentage itself.
            level(scene, m).is_some_and(|y| y.dimension == x.dimension)
        });
        let Some(other) = next else { continue };
        let Some(y) = level(scene, other) else {
            continue;
        };
        let gap = scene.tokens(one).end..scene.opening(other);
        if !x.comparable(y) || gap.len() > BETWEEN || joins(scene, gap.clone()) {
            continue;
        }
        let start = scene.opening(one).saturating_sub(1);
        let (from, to) = match (scene.leading(one), scene.leading(other)) {
            ("from", "to") => (one, other),
            ("to", "from") => (other, one),
            // "A ticket was $50, up 20 per cent from $40", with no other sum in the sentence.
            (_, "from") if alone(scene, values, x) && has_percent(scene, values, &gap) => {
                (other, one)
            }
            _ => continue,
        };
        found.push(Change {
            from,
            to,
            tokens: start..scene.tokens(other).end,
        });
    }
    found
}

/// Whether a sentence has two levels of a sort and no more.
fn alone(scene: &Scene<'_>, values: &[usize], of: &Figure) -> bool {
    let all = values.iter().filter_map(|&m| scene.figure(m));
    let like = all.filter(|f| f.dimension == of.dimension);
    of.dimension != Dimension::Percent && like.count() == 2
}

/// Whether a percentage stands in some tokens.
fn has_percent(scene: &Scene<'_>, values: &[usize], tokens: &Range<usize>) -> bool {
    let inside = |m: usize| tokens.contains(&scene.tokens(m).start);
    values
        .iter()
        .any(|&m| scene.mentions[m].kind == Kind::Percent && inside(m))
}

/// A bounded amount that can be a level; no share, no rate, no place in an order.
fn level<'a>(scene: &Scene<'a>, mention: usize) -> Option<&'a Figure> {
    let kind = scene.mentions[mention].kind;
    let figure = scene.figure(mention)?;
    let fits = matches!(
        kind,
        Kind::Count | Kind::Money | Kind::Percent | Kind::Measure
    );
    let plain = figure.dimension != Dimension::Points && figure.dimension != Dimension::Temperature;
    let positive = figure.amount.is_some_and(|amount| amount > Decimal::ZERO);
    (fits && plain && figure.ratio.is_none() && positive).then_some(figure)
}

/// Whether the words between two levels begin something new.
fn joins(scene: &Scene<'_>, gap: Range<usize>) -> bool {
    scene.words(gap).any(|word| {
        matches!(
            word,
            "and" | "but" | "which" | "who" | "while" | "whereas" | "when" | ";" | "then"
        )
    })
}

/// Whether a percentage is said of the change: right before the levels, between them, or behind a mark after them.
fn is_change_of(
    scene: &Scene<'_>,
    values: &[usize],
    change: &Change,
    percent: usize,
    sentence: &Range<usize>,
) -> bool {
    let of_kind = scene.mentions[percent].kind == Kind::Percent;
    if !of_kind || percent == change.from || percent == change.to {
        return false;
    }
    let Some(figure) = scene.figure(percent) else {
        return false;
    };
    let tokens = scene.tokens(percent);
    if figure.per.is_some() || figure.amount.is_none() {
        return false;
    }
    let changes = |word: &str| list!("changes").contains(word);
    let filler = |word: &str| {
        changes(word)
            || is_hedge(word)
            || matches!(word, "," | "an" | "by" | "of" | "or" | "(" | ")")
            || is_dash(word)
    };
    if tokens.end <= change.tokens.start {
        let between = tokens.end..change.tokens.start;
        let lead = scene.opening(percent);
        let leads =
            (lead.saturating_sub(3).max(sentence.start)..lead).any(|at| changes(scene.word(at)));
        let told = leads || scene.words(between.clone()).any(changes);
        return told && between.len() <= 2 && scene.words(between).all(filler);
    }
    if tokens.end <= change.tokens.end {
        // "to 50, up 20 per cent from 40"
        let first = change.from.min(change.to);
        let before: Vec<&str> = scene.words(scene.tokens(first).end..tokens.start).collect();
        let from = scene.opening(change.from.max(change.to)).saturating_sub(1);
        let mut behind = scene.words(tokens.end..from);
        let near = before.iter().rev().take_while(|word| filler(word));
        let linked = near.clone().any(|word| changes(word)) || behind.clone().any(changes);
        let mark = near.count() == before.len() || before.contains(&",");
        return linked && mark && behind.all(filler);
    }
    let gap = change.tokens.end..tokens.start;
    let others = values.iter().any(|&m| {
        let own = scene.tokens(m);
        own.start >= gap.start && own.end <= gap.end && scene.mentions[m].kind.is_figure()
    });
    let mark = gap
        .clone()
        .take(TO_MARK + 1)
        .find(|&at| matches!(scene.word(at), "," | "(" | "or") || is_dash(scene.word(at)));
    let Some(mark) = mark.filter(|_| !others) else {
        return false;
    };
    let next = scene.following(percent);
    let end = tokens.end;
    let noun = changes(next);
    let linking: Vec<&str> = scene.words(mark..tokens.start).collect();
    let linked = linking
        .iter()
        .any(|w| matches!(*w, "or" | "(") || changes(w))
        || noun;
    let closed = if noun {
        scene.closes(end + 1, sentence)
    } else {
        scene.closes(end, sentence) || matches!(next, "more" | "less")
    };
    let plain = !joins(scene, change.tokens.end..mark);
    linked && closed && plain && linking.iter().all(|word| filler(word))
}

/// What is wrong with a percentage that is said of a change.
fn by_percent(scene: &Scene<'_>, change: &Change, percent: usize) -> Option<Fault> {
    let (from, to, told) = (
        scene.figure(change.from)?,
        scene.figure(change.to)?,
        scene.figure(percent)?,
    );
    let (a, b) = (reach(from), reach(to));
    let in_points = from.dimension == Dimension::Percent;
    let points = told.dimension == Dimension::Points;
    let claimed = loosely(told);
    let apart = difference(a, b)?;
    let ratio = reckon::change(a, b)?;
    let fits = match (in_points, points) {
        (true, true) => claimed.meets(&apart),
        // "Rose from 20 to 30 per cent, a rise of 10 per cent" is said in points, if loosely.
        (true, false) => claimed.meets(&apart) || claimed.meets(&ratio),
        (false, true) => return None,
        (false, false) => claimed.meets(&ratio),
    };
    if fits {
        return None;
    }
    let (low, high) = (from.amount?, to.amount?);
    let told = if points {
        format!("{} points", shown((high - low).abs()))
    } else {
        let change = (high - low).abs() * Decimal::ONE_HUNDRED;
        format!("{} per cent", shown(change.checked_div(low)?))
    };
    Some(Fault {
        mentions: vec![percent, change.from, change.to],
        about: "a change".into(),
        reckoned: format!(
            "from {} to {} is {told}",
            scene.written(change.from),
            scene.written(change.to)
        ),
    })
}

/// How far apart two bounded intervals may be.
fn difference(a: Interval, b: Interval) -> Option<Interval> {
    let (low, high) = (b.low? - a.high?, b.high? - a.low?);
    Some(if low.is_sign_negative() != high.is_sign_negative() {
        Interval::between(Decimal::ZERO, low.abs().max(high.abs()))
    } else {
        Interval::between(low.abs(), high.abs())
    })
}

/// What is wrong with "doubled" before two levels.
fn by_multiple(
    scene: &Scene<'_>,
    values: &[usize],
    change: &Change,
    sentence: &Range<usize>,
) -> Option<Fault> {
    let start = change.tokens.start;
    let verb = (start.saturating_sub(3).max(sentence.start)..start)
        .rev()
        .find(|&at| list!("multiples").contains(scene.word(at)))?;
    let clear = |m: &usize| {
        let own = scene.tokens(*m);
        own.start > verb && own.end <= start
    };
    if values.iter().any(clear) {
        return None;
    }
    let row = list!("multiples").find(scene.word(verb))?;
    let (low, high) = row.split_once('\t')?;
    let (low, high): (Decimal, Decimal) = (low.parse().ok()?, high.parse().ok()?);
    let before = |back: usize| scene.word(verb.saturating_sub(back));
    let shrinks = low < Decimal::ONE_HUNDRED;
    let (low, high) = match (before(1), before(2)) {
        ("than", "more") if shrinks => (None, Some(high)),
        ("than", "more") => (Some(low), None),
        ("than", "less") => return None,
        ("nearly" | "almost" | "virtually" | "about" | "roughly" | "practically", _) => {
            let slack = Decimal::from(20);
            (Some(low - slack), Some(high))
        }
        ("not" | "never" | "n't", _) => return None,
        _ => (Some(low), Some(high)),
    };
    let claimed = Interval { low, high };
    let (from, to) = (scene.figure(change.from)?, scene.figure(change.to)?);
    let ratio = reckon::share(reach(to), reach(from))?;
    if ratio.meets(&claimed) {
        return None;
    }
    let times = to.amount?.checked_div(from.amount?)?;
    Some(Fault {
        mentions: vec![change.from, change.to],
        about: scene.text.word(verb).to_owned(),
        reckoned: format!(
            "from {} to {} is {} times as much",
            scene.written(change.from),
            scene.written(change.to),
            shown(times)
        ),
    })
}

/// What is wrong with a change, its percentage and the level it leads to: "fell 25 cents, or 1.2 per cent, to $20.50".
fn by_step(scene: &Scene<'_>, three: &[usize]) -> Option<Fault> {
    let &[step, percent, level] = three else {
        return None;
    };
    let (by, told, to) = (
        scene.figure(step)?,
        scene.figure(percent)?,
        scene.figure(level)?,
    );
    let (by_money, to_money) = (scene.mentions[step].kind, scene.mentions[level].kind);
    let one_sort = by_money == to_money && matches!(by_money, Kind::Money | Kind::Count);
    if !one_sort || told.dimension != Dimension::Percent || told.per.is_some() {
        return None;
    }
    let between = |a: usize, b: usize| -> Vec<&str> {
        scene.words(scene.tokens(a).end..scene.opening(b)).collect()
    };
    let or = matches!(between(step, percent).as_slice(), [",", "or"] | ["or"]);
    let leads = matches!(between(percent, level).as_slice(), [",", "to"] | ["to"]);
    let way = scene.leading(step);
    let way = if way == "by" {
        scene.word(scene.opening(step).checked_sub(2)?)
    } else {
        way
    };
    let way = list!("changes").find(way)?;
    if !(or && leads) || way == "both" || [by, told, to].iter().any(|f| f.bound != Bound::Exact) {
        return None;
    }
    let (change, reached) = (in_whole(by)?, in_whole(to)?);
    let before = match way {
        "up" => difference(change, reached)?,
        _ => reckon::add(reached, change)?,
    };
    let ratio = reckon::share(change, before)?;
    if ratio.meets(&loosely(told)) {
        return None;
    }
    let (low, high) = (ratio.low?, ratio.high?);
    let middle = low.checked_add(high)?.checked_div(Decimal::TWO)?;
    Some(Fault {
        mentions: vec![percent, step, level],
        about: "a change".into(),
        reckoned: format!(
            "{} that leads to {} is {} per cent",
            scene.written(step),
            scene.written(level),
            shown(middle)
        ),
    })
}

/// What a figure reaches, cents as hundredths of their currency.
fn in_whole(figure: &Figure) -> Option<Interval> {
    let cents = figure.unit.is_some_and(|unit| unit.symbol == "cent");
    let interval = reach(figure);
    if !cents {
        return Some(interval);
    }
    interval.map(|x| x.checked_div(Decimal::ONE_HUNDRED))
}
