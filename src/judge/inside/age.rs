//! "Anna Brekke, born on 3 May 1980, died on 4 June 2010 at the age of 35": an age that the day of birth does not give.
//!
//! The person is one whom the text says both of: the birth stands beside the name, and so does the age. An age is that of
//! the day that its sentence tells (a death, "in 1999, aged 18") or, where it is plainly the age now, that of the day of
//! publication. An age "when", and any age in a text whose day nobody knows, is left alone.

use std::ops::Range;

use jiff::civil::Date;

use super::Fault;
use super::scene::Scene;
use crate::claim::Item;
use crate::resolve::EntityId;
use crate::value::{DateRange, Expression, Interval, Kind, Value};

/// Between "born" and its date stand no more words than this: "born in the port of Ostby, Norway, on 3 May 1980".
const TO_DATE: usize = 10;

/// And between a name and "born".
const FROM_NAME: usize = 4;

/// A report may be of some days before its date: who has had a birthday since was a year younger.
const DAYS_BEFORE: i64 = 7;

/// A person and the days that may be that of the birth.
struct Birth {
    person: EntityId,
    mention: usize,
    days: DateRange,
    /// The days that may be that of the death, where they are told with the birth: "(3 May 1950 - 4 June 2010)".
    death: Option<DateRange>,
}

pub(super) fn faults(scene: &Scene<'_>) -> Vec<Fault> {
    let births = births(scene);
    let mut faults = Vec::new();
    for claim in scene
        .article
        .claims
        .list
        .iter()
        .filter(|c| c.kind == Kind::Age)
    {
        let Some(&age) = claim.mentions.first() else {
            continue;
        };
        let owner = claim.owner.filter(|_| claim.beside);
        let owner = owner.and_then(|item| {
            match scene.article.claims.vocabulary.items().get(item as usize) {
                Some(Item::Entity(entity)) => Some(*entity),
                Some(Item::Word { .. }) | None => None,
            }
        });
        let Some(person) = owner.or_else(|| only_person(scene, age)) else {
            continue;
        };
        let mut own = births.iter().filter(|b| b.person == person);
        // Two births of one person: they are two persons, or another rule's business.
        let (Some(birth), None) = (own.next(), own.next()) else {
            continue;
        };
        let Some((told, at)) = told(scene, birth, age) else {
            continue;
        };
        let (least, most) = ages(birth.days, told);
        let Some(figure) = scene.figure(age) else {
            continue;
        };
        let claimed = figure.plausible;
        if most >= 0 && !claimed.meets(&Interval::between(least.into(), most.into())) {
            let years = if least == most {
                format!("{most}")
            } else {
                format!("{least} or {most}")
            };
            faults.push(Fault {
                mentions: vec![age, birth.mention],
                about: "an age".into(),
                reckoned: format!("who is born {} is {years} {at}", day_or_year(birth.days)),
            });
        }
    }
    faults
}

/// The births that the document tells of persons whom it names.
fn births(scene: &Scene<'_>) -> Vec<Birth> {
    let mut found = Vec::new();
    for values in scene.sentences() {
        for &mention in values {
            let Some(date) = scene.date(mention) else {
                continue;
            };
            match (&date.expression, date.range) {
                (Expression::Calendar { year: Some(_), .. }, Some(days)) => {
                    if let Some(person) = born(scene, mention) {
                        found.push(Birth {
                            person,
                            mention,
                            days,
                            death: None,
                        });
                    }
                }
                (Expression::Range(first, last), Some(days)) if both_days(first, last) => {
                    let at = scene.tokens(mention).start;
                    let bracket =
                        at > 0 && scene.word(at - 1) == "(" && scene.following(mention) == ")";
                    if let Some(person) =
                        name_ending(scene, at.saturating_sub(1)).filter(|_| bracket)
                    {
                        found.push(Birth {
                            person,
                            mention,
                            days: DateRange::day(days.earliest),
                            death: Some(DateRange::day(days.latest)),
                        });
                    }
                }
                _ => {}
            }
        }
    }
    found
}

fn both_days(first: &Expression, last: &Expression) -> bool {
    let is_day = |date: &Expression| {
        matches!(
            date,
            Expression::Calendar {
                year: Some(_),
                day: Some(_),
                ..
            }
        )
    };
    is_day(first) && is_day(last)
}

/// Who is born on a date.
fn born(scene: &Scene<'_>, date: usize) -> Option<EntityId> {
    let sentence = scene.sentence(date);
    let tokens = scene.tokens(date);
    let least = tokens.start.saturating_sub(TO_DATE).max(sentence.start);
    let word = (least..tokens.start)
        .rev()
        .find(|&at| scene.word(at) == "born")?;
    let gap = word + 1..tokens.start;
    let names: Vec<Range<usize>> = names(scene, &gap).map(|(tokens, _)| tokens).collect();
    let plain = gap.into_iter().all(|at| {
        matches!(scene.word(at), "on" | "in" | "the" | "," | "at" | "of")
            || names.iter().any(|name| name.contains(&at))
    });
    if !plain {
        return None;
    }
    let mut at = word;
    let least = word.saturating_sub(FROM_NAME).max(sentence.start);
    while at > least
        && matches!(
            scene.word(at - 1),
            "," | "(" | "was" | "is" | "who" | "been" | "had"
        )
    {
        at -= 1;
    }
    if at == sentence.start || at == word && word == sentence.start {
        // "Born on 3 May 1980 in Ostby, Anna Brekke ..."
        let behind = tokens.end..sentence.end.min(tokens.end + TO_DATE);
        let mut persons = names_of_persons(scene, &behind);
        let (person, comma) = (
            persons.next()?,
            scene.words(behind.clone()).any(|w| w == ","),
        );
        return comma.then_some(person);
    }
    name_ending(scene, at)
}

/// The person whose name ends right before a token.
fn name_ending(scene: &Scene<'_>, at: usize) -> Option<EntityId> {
    let mention = scene
        .mentions
        .iter()
        .find(|m| m.kind == Kind::Person && m.tokens.end == at)?;
    match &mention.value {
        Value::Name(name) => name.entity,
        _ => None,
    }
}

/// The names that lie in some tokens.
fn names<'a>(
    scene: &Scene<'a>,
    tokens: &Range<usize>,
) -> impl Iterator<Item = (Range<usize>, Option<EntityId>)> + use<'a> {
    let tokens = tokens.clone();
    let inside = move |own: &Range<usize>| tokens.start <= own.start && own.end <= tokens.end;
    scene.mentions.iter().filter_map(move |m| match &m.value {
        Value::Name(name) if inside(&m.tokens) => Some((
            m.tokens.clone(),
            name.entity.filter(|_| m.kind == Kind::Person),
        )),
        _ => None,
    })
}

fn names_of_persons<'a>(
    scene: &Scene<'a>,
    tokens: &Range<usize>,
) -> impl Iterator<Item = EntityId> + use<'a> {
    names(scene, tokens).filter_map(|(_, person)| person)
}

/// The only person whom the sentence of a mention names.
fn only_person(scene: &Scene<'_>, mention: usize) -> Option<EntityId> {
    let mut persons = names_of_persons(scene, &scene.sentence(mention));
    let first = persons.next()?;
    persons.all(|other| other == first).then_some(first)
}

/// The days that an age may be that of, and how a reader is told them.
fn told(scene: &Scene<'_>, birth: &Birth, age: usize) -> Option<(DateRange, String)> {
    let sentence = scene.sentence(age);
    let has = |words: &[&str]| {
        scene
            .words(sentence.clone())
            .any(|word| words.contains(&word))
    };
    let values = scene.values_of(scene.mentions[age].sentence);
    let mut others = values
        .iter()
        .copied()
        .filter(|&m| m != birth.mention && scene.date(m).is_some());
    let (other, more) = (others.next(), others.next());
    let ended = has(&["died", "dies", "killed"]);
    let lead = scene.leading(age);
    let of_then = matches!(lead, "aged" | "of" | "at");
    if ended
        && of_then
        && let Some(death) = birth.death
    {
        return Some((death, "on the day of death".into()));
    }
    if has(&[
        "when", "then", "before", "after", "until", "since", "if", "would", "will",
    ]) || more.is_some()
    {
        return None;
    }
    if let Some(other) = other {
        let date = scene.date(other)?;
        let written = matches!(date.expression, Expression::Calendar { year: Some(_), .. });
        let beside = is_beside(scene, age, other);
        let range = date.range.filter(|r| r.earliest > birth.days.latest)?;
        return (written && of_then && (ended || beside))
            .then(|| (range, format!("on {}", scene.written(other))));
    }
    let published = scene.article.document.published?;
    let now = matches!(lead, "," | "is" | "now" | "(")
        || scene.written(age).contains('-')
        || lead == "aged" && has(&["is", "now"]);
    let earlier = published
        .checked_sub(jiff::Span::new().days(DAYS_BEFORE))
        .ok()?;
    let days = DateRange {
        earliest: earlier,
        latest: published,
    };
    (now && !ended).then(|| (days, format!("on {}", published.strftime("%-d %B %Y"))))
}

/// Whether nothing but small words stand between an age and the day that it is of: "in 1999, at the age of 18".
fn is_beside(scene: &Scene<'_>, age: usize, date: usize) -> bool {
    let (a, b) = (scene.tokens(age), scene.tokens(date));
    let gap = if a.end <= b.start {
        a.end..b.start
    } else {
        b.end..a.start
    };
    scene.words(gap).all(|word| {
        matches!(
            word,
            "," | "in" | "on" | "at" | "the" | "age" | "of" | "aged" | "(" | ")" | "and"
        )
    })
}

/// The full years from one of the days to one of the others: the least and the most.
fn ages(birth: DateRange, told: DateRange) -> (i64, i64) {
    (
        years(birth.latest, told.earliest).max(0),
        years(birth.earliest, told.latest),
    )
}

fn years(from: Date, to: Date) -> i64 {
    let had = (to.month(), to.day()) >= (from.month(), from.day());
    i64::from(to.year()) - i64::from(from.year()) - i64::from(!had)
}

fn day_or_year(days: DateRange) -> String {
    if days.days() == 1 {
        format!("on {}", days.earliest.strftime("%-d %B %Y"))
    } else if days.earliest.year() == days.latest.year() {
        format!("in {}", days.earliest.year())
    } else {
        "then".into()
    }
}
