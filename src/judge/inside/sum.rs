//! "12 people, seven men and four women": parts that do not make up their whole.
//!
//! A list behind a whole is read as its parts where it says so: it comes right behind a comma, a colon, a dash or in
//! brackets, is complete to its end, and its parts are of the whole. "Including", "among them" and "of whom" name some of
//! the parts and are no sum, nor is a list of things beside each other ("12 passengers, two pilots and three cabin crew").
//! So a list that comes to less than its whole counts only where nothing can have been left out: men and women, gold,
//! silver and bronze. Behind a list "a total of" and "in all" say that all of it is added.

use std::ops::Range;

use rust_decimal::Decimal;

use super::Fault;
use super::reckon::{add, reach, shown};
use super::scene::{Scene, is_dash};
use crate::lexicon::list;
use crate::value::{Bound, Interval, Kind};

/// Between a whole and its list stand no more words than this: "12 people were killed in Ostby on Monday".
const WHOLE_TO_LIST: usize = 8;

/// And none more between a part and the next.
const TAIL: usize = 7;

/// A list of sums that comes to less than this many hundredths of its whole, or to more than its inverse, is no list of parts.
const NEAR: i64 = 70;

/// A part of a list.
struct Part {
    /// The mention; none for "a boy".
    mention: Option<usize>,
    value: Interval,
    /// What it is, where that is a word of the table: "men".
    word: &'static str,
    /// The first word behind the number: "from".
    behind: String,
}

/// Parts, and the tokens that they stand in.
struct Parts {
    list: Vec<Part>,
    tokens: Range<usize>,
}

pub(super) fn faults(scene: &Scene<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for values in scene.sentences() {
        for &whole in values {
            let adds = [Kind::Count, Kind::Money].contains(&scene.mentions[whole].kind);
            if adds && let Some(fault) = behind(scene, values, whole) {
                faults.push(fault);
            }
        }
        for &first in values {
            if let Some(fault) = before(scene, values, first) {
                faults.push(fault);
            }
        }
    }
    faults
}

/// A whole, and the list of its parts behind it.
fn behind(scene: &Scene<'_>, values: &[usize], whole: usize) -> Option<Fault> {
    let kind = scene.mentions[whole].kind;
    let sentence = scene.sentence(whole);
    let mark = mark_behind(scene, whole, &sentence)?;
    let parts = parts(scene, values, kind, mark + 1, &sentence)?;
    let end = parts.tokens.end;
    if !scene.closes(end, &sentence)
        || matches!(
            scene.word(end + 1),
            "and"
                | "as"
                | "along"
                | "among"
                | "including"
                | "mostly"
                | "plus"
                | "together"
                | "with"
        )
    {
        return None;
    }
    let total = reach(scene.figure(whole)?);
    let sum = sum(&parts.list)?;
    if sum.meets(&total) || total.low.is_none() && total.high.is_none() {
        return None;
    }
    let of = |part: &Part| list!("parts").find(part.word);
    let bracket = matches!(scene.word(mark), "(" | ":") || is_dash(scene.word(mark));
    let certain = if parts.list.iter().all(|p| of(p).is_some()) {
        let all_of = parts.list.iter().all(|p| includes(scene, whole, p));
        let more = matches!((sum.low, total.high), (Some(s), Some(t)) if s > t);
        all_of && (more || complete(&parts.list))
    } else {
        let tails = parts.list.iter().all(|p| is_share(&p.behind));
        let own = scene.following(whole);
        let in_turn = parts.list.iter().any(|p| p.behind == own);
        let plain = bracket
            || parts
                .list
                .iter()
                .all(|p| p.behind == "from" || p.behind == "for");
        tails && plain && !in_turn && near(sum, total) && alike(scene, whole, &parts.list)
    };
    certain.then(|| fault(scene, whole, &parts.list))?
}

/// A list of parts, and its sum behind it: "two sons and four daughters, seven children in all".
fn before(scene: &Scene<'_>, values: &[usize], first: usize) -> Option<Fault> {
    let kind = scene.mentions[first].kind;
    if kind != Kind::Count && kind != Kind::Money {
        return None;
    }
    let sentence = scene.sentence(first);
    let start = scene.tokens(first).start;
    let lead = if start > sentence.start {
        scene.word(start - 1)
    } else {
        ""
    };
    if matches!(
        lead,
        "and" | "," | "including" | "plus" | "of" | "the" | "another" | "to"
    ) {
        return None;
    }
    let parts = parts(scene, values, kind, start, &sentence)?;
    let end = parts.tokens.end;
    if !matches!(scene.word(end), "," | "(" | ":") && !is_dash(scene.word(end)) {
        return None;
    }
    let whole = values
        .iter()
        .copied()
        .find(|&m| scene.tokens(m).start > end)?;
    let opening = scene.tokens(whole).start;
    let between: Vec<&str> = scene.words(end + 1..opening).collect();
    let told = match between.as_slice() {
        ["a" | "the", "total", "of"]
        | ["for" | "or" | "making" | "in", "a", "total", "of"]
        | ["for" | "making", "a", "combined" | "grand", "total", "of"]
        | ["in" | "for", "total"]
        | ["in", "total", ","] => true,
        [] | ["or" | "making"] => {
            let at = scene.tokens(whole).end;
            (at..at + 3).any(|at| {
                matches!(
                    (scene.word(at), scene.word(at + 1)),
                    ("in", "all" | "total") | ("all", "told") | ("altogether", _)
                )
            })
        }
        _ => false,
    };
    let same = scene.mentions[whole].kind == kind && alike_or_included(scene, whole, &parts.list);
    let (sum, total) = (sum(&parts.list)?, reach(scene.figure(whole)?));
    let bounded = parts.list.iter().filter_map(|p| p.mention).all(|m| {
        scene
            .figure(m)
            .is_some_and(|f| !matches!(f.bound, Bound::AtMost | Bound::LessThan))
    });
    (told && same && bounded && !sum.meets(&total)).then(|| fault(scene, whole, &parts.list))?
}

/// The mark behind a whole that its list begins behind.
fn mark_behind(scene: &Scene<'_>, whole: usize, sentence: &Range<usize>) -> Option<usize> {
    let from = scene.tokens(whole).end;
    let to = sentence.end.min(from + WHOLE_TO_LIST + 1);
    (from..to).find(|&at| {
        matches!(scene.word(at), "," | ":" | "(")
            || is_dash(scene.word(at)) && scene.text.spaced(at)
    })
}

/// The list of values of that kind that begins at a token: "seven men, four women and a child".
fn parts(
    scene: &Scene<'_>,
    values: &[usize],
    kind: Kind,
    from: usize,
    sentence: &Range<usize>,
) -> Option<Parts> {
    let mut found: Vec<Part> = Vec::new();
    let mut at = from;
    let mut joined = false;
    loop {
        let Some((part, next)) = part(scene, values, kind, at, sentence) else {
            // A comma that no part follows is the end of the list.
            let closed = joined && at > from && scene.word(at - 1) == ",";
            return (found.len() > 1 && closed).then(|| Parts {
                list: found,
                tokens: from..at.saturating_sub(1),
            });
        };
        found.push(part);
        let end = next;
        at = match (scene.word(next), scene.word(next + 1)) {
            (",", "and") if next < sentence.end => {
                joined = true;
                next + 2
            }
            ("and" | "plus", _) if next < sentence.end => {
                joined = true;
                next + 1
            }
            ("," | ";", _) if next < sentence.end => next + 1,
            _ => {
                let bracket = from > 0 && scene.word(from - 1) == "(";
                return (found.len() > 1 && (joined || bracket)).then_some(Parts {
                    list: found,
                    tokens: from..end,
                });
            }
        };
    }
}

/// The part at a token, and where its words end.
fn part(
    scene: &Scene<'_>,
    values: &[usize],
    kind: Kind,
    at: usize,
    sentence: &Range<usize>,
) -> Option<(Part, usize)> {
    let mention = values.iter().copied().find(|&m| {
        let tokens = scene.tokens(m);
        tokens.start == at && scene.mentions[m].kind == kind
    });
    let single = matches!(scene.word(at), "a" | "an");
    let (value, start) = match mention {
        Some(m) => {
            let figure = scene.figure(m)?;
            if figure.per.is_some() || figure.ratio.is_some() {
                return None;
            }
            (reach(figure), scene.tokens(m).end)
        }
        None if single => (Interval::exact(Decimal::ONE), at + 1),
        None => return None,
    };
    let stops = |token: usize| {
        scene.closes(token, sentence) || matches!(scene.word(token), "and" | "plus" | ")" | "]")
    };
    let end = (start..=start + TAIL).find(|&token| stops(token))?;
    let word = scene
        .words(start..end.min(start + 3))
        .find_map(|word| list!("parts").key(word))
        .unwrap_or("");
    let partial = scene.words(start..end).any(|word| {
        matches!(
            word,
            "all"
                | "altogether"
                | "had"
                | "of"
                | "other"
                | "others"
                | "total"
                | "was"
                | "were"
                | "who"
        )
    });
    let numbers = values.iter().any(|&m| {
        let tokens = scene.tokens(m);
        tokens.start >= start && tokens.start < end && scene.mentions[m].kind.is_figure()
    });
    if partial || numbers || mention.is_none() && word.is_empty() {
        return None;
    }
    let behind = scene.words(start..end).next().unwrap_or("").to_owned();
    Some((
        Part {
            mention,
            value,
            word,
            behind,
        },
        end,
    ))
}

fn sum(parts: &[Part]) -> Option<Interval> {
    let mut sum = Interval::exact(Decimal::ZERO);
    for part in parts {
        sum = add(sum, part.value)?;
    }
    Some(sum)
}

/// Whether the words behind a number say where or for what it goes: "$6 million from the state".
fn is_share(behind: &str) -> bool {
    matches!(
        behind,
        "as" | "at" | "by" | "for" | "from" | "in" | "on" | "to"
    )
}

/// Whether a list of parts and a whole are so near that the one must be the other.
fn near(sum: Interval, total: Interval) -> bool {
    let hundred = Decimal::ONE_HUNDRED;
    let of = |x: Option<Decimal>, y: Option<Decimal>| match (x, y) {
        (Some(x), Some(y)) => x
            .checked_mul(hundred)
            .and_then(|x| x.checked_div(y))
            .is_some_and(|share| share >= Decimal::from(NEAR)),
        _ => false,
    };
    of(sum.high, total.low) && of(total.high, sum.low)
}

/// Whether parts and whole are of one unit, and no part counts things of its own.
fn alike(scene: &Scene<'_>, whole: usize, parts: &[Part]) -> bool {
    let Some(total) = scene.figure(whole) else {
        return false;
    };
    let nouns = &scene.article.claims.nouns;
    let noun = |m: usize| nouns.get(m).and_then(Option::as_deref);
    parts.iter().filter_map(|p| p.mention).all(|m| {
        let one = scene.figure(m).is_some_and(|f| f.comparable(total));
        one && (noun(m).is_none()
            || noun(m) == noun(whole)
            || scene.mentions[m].kind == Kind::Money)
    })
}

fn alike_or_included(scene: &Scene<'_>, whole: usize, parts: &[Part]) -> bool {
    parts.iter().all(|p| includes(scene, whole, p)) || {
        let tails = parts
            .iter()
            .all(|p| is_share(&p.behind) || p.behind.is_empty());
        tails && alike(scene, whole, parts)
    }
}

/// Whether the whole counts what the part is one of: seven of twelve children may be girls, or sons.
fn includes(scene: &Scene<'_>, whole: usize, part: &Part) -> bool {
    let Some(row) = list!("parts").find(part.word) else {
        return false;
    };
    let of = row.split('\t').next().unwrap_or("");
    let noun = scene.article.claims.nouns.get(whole);
    let Some(noun) = noun.and_then(Option::as_deref) else {
        return false;
    };
    let head = noun.split(' ').next_back().unwrap_or(noun);
    let person = list!("classes").find(head) == Some("people");
    match of {
        "people" => person && list!("parts").find(head).is_none(),
        "children" => matches!(head, "child" | "children" | "kids") || person && is_general(head),
        "siblings" => matches!(head, "siblings" | "sibling"),
        "medals" => matches!(head, "medals" | "medal"),
        "games" => matches!(head, "games" | "matches" | "game" | "match"),
        _ => false,
    }
}

/// Whether the word counts people of any sort, boys and girls among them.
fn is_general(noun: &str) -> bool {
    list!("parts").find(noun).is_none()
}

/// Whether nothing can be missing from a list: it has men and women.
fn complete(parts: &[Part]) -> bool {
    let has = |word: &str| parts.iter().any(|p| is_form(p.word, word));
    parts.iter().any(|part| {
        let row = list!("parts").find(part.word).unwrap_or("");
        let with = row.split('\t').nth(1).unwrap_or("");
        !with.is_empty() && with.split(' ').all(has)
    })
}

/// Whether a word of the table is a form of another: "women", "woman".
fn is_form(word: &str, single: &str) -> bool {
    match single {
        "man" => matches!(word, "man" | "men"),
        "woman" => matches!(word, "woman" | "women"),
        "child" => matches!(word, "child" | "children"),
        "loss" => matches!(word, "loss" | "losses" | "defeat" | "defeats"),
        _ => word.strip_suffix('s').unwrap_or(word) == single,
    }
}

fn fault(scene: &Scene<'_>, whole: usize, parts: &[Part]) -> Option<Fault> {
    let amount = |part: &Part| match part.mention {
        Some(m) => scene.figure(m).and_then(|f| f.representative()),
        None => Some(Decimal::ONE),
    };
    let mut total = Decimal::ZERO;
    for part in parts {
        total = total.checked_add(amount(part)?)?;
    }
    let written: Vec<String> = parts
        .iter()
        .map(|p| p.mention.map_or("one".into(), |m| scene.written(m)))
        .collect();
    let (last, others) = written.split_last()?;
    let noun = scene.article.claims.nouns.get(whole);
    Some(Fault {
        mentions: std::iter::once(whole)
            .chain(parts.iter().filter_map(|p| p.mention))
            .collect(),
        about: noun
            .and_then(Clone::clone)
            .unwrap_or_else(|| "a sum".into()),
        reckoned: format!("{} and {last} make {}", others.join(", "), shown(total)),
    })
}
