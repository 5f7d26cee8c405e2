//! The one check of all rules on figures, dates, times and scores: are the answers to a question different?

use super::about::{about, evidence};
use super::attribution::disputed;
use super::fingerprint::fingerprint;
use super::{Rule, verdict};
use crate::Article;
use crate::align::lexical::Words;
use crate::align::question::{claim, relation, value};
use crate::align::{Answer, Question, Story, twice, weights};
use crate::finding::{Finding, Group, Occurrence, Verdict};
use crate::value::{Value, ValueRelation};

/// The questions of the rule's kinds, each with what its answers are.
pub(super) fn check(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    story
        .questions
        .iter()
        .filter(|q| rule.kinds.contains(&q.kind))
        .map(|q| finding(story, rule, q))
        .collect()
}

fn finding(story: &Story<'_>, rule: &Rule, question: &Question) -> Finding {
    let articles = story.articles;
    let verdict = verdict(articles, question);
    let agrees = matches!(verdict, Verdict::Agree | Verdict::LessPrecise);
    if agrees && !story.agreements_told {
        return Finding {
            rule: rule.name,
            kind: question.kind,
            verdict,
            level: verdict.level(),
            confidence: question.probability,
            evidence: Vec::new(),
            about: String::new(),
            message: String::new(),
            groups: Vec::new(),
            fingerprint: String::new(),
        };
    }
    let (groups, mut values): (Vec<Group>, Vec<String>) =
        groups(articles, question).into_iter().unzip();
    let (a, b) = (question.best.a, question.best.b);
    let itself = (a.article == b.article).then(|| twice::itself(&articles[a.article], a.article));
    let links = itself.as_deref().unwrap_or(&story.entities);
    let words = Words::new(articles, a.article, b.article, links);
    let (x, y) = (claim(articles, a), claim(articles, b));
    let contributions: Vec<(&'static str, f64)> =
        weights::contributions(&question.best.features).collect();
    let about = about(&articles[a.article], x, &words, y);
    let displays: Vec<&str> = groups.iter().map(|g| g.display.as_str()).collect();
    let message = match verdict {
        Verdict::Agree | Verdict::LessPrecise => format!("sources agree: {}", displays.join(" / ")),
        Verdict::Update => {
            let (left, right) = (&articles[a.article], &articles[b.article]);
            let days = verdict::differs_in_day(left, x, right, y);
            let how = match days {
                true => "that may have changed from day to day",
                false => "that are each only the least it can be",
            };
            let (who, given) = (who_gives(story, question), displays.join(" / "));
            format!("{who} {} {how}: {given}", rule.answers)
        }
        Verdict::Conflict
        | Verdict::Variant
        | Verdict::Format
        | Verdict::NotFound
        | Verdict::Unused => match disputed(articles, &groups) {
            Some(given) => format!("those quoted give different {}: {given}", rule.answers),
            None => format!(
                "{} different {}: {}",
                who_gives(story, question),
                rule.answers,
                displays.join(" / ")
            ),
        },
    };
    values.sort_unstable();
    // What is counted, over all answers: whichever document comes first, the disagreement is the same one.
    let mut subject: Vec<&str> = question
        .answers
        .iter()
        .filter_map(|&answer| claim(articles, answer).noun.as_deref())
        .collect();
    subject.sort_unstable();
    subject.dedup();
    let fingerprint = fingerprint(
        [rule.name]
            .into_iter()
            .chain(values.iter().map(String::as_str))
            .chain(subject),
    );
    Finding {
        rule: rule.name,
        kind: question.kind,
        verdict,
        level: verdict.level(),
        confidence: question.probability,
        evidence: evidence(
            &articles[a.article],
            x,
            &articles[b.article],
            y,
            &words,
            &contributions,
        ),
        about,
        message,
        groups,
        fingerprint,
    }
}

/// Who gives the answers: one document that contradicts itself, those that print one text, or several sources.
fn who_gives(story: &Story<'_>, question: &Question) -> &'static str {
    let one = question.best.a.article;
    let text = |article: usize| story.originals.get(article).copied().unwrap_or(article);
    if question.answers.iter().all(|a| a.article == one) {
        "one source gives"
    } else if question
        .answers
        .iter()
        .all(|a| text(a.article) == text(one))
    {
        "copies of one text give"
    } else {
        "sources give"
    }
}

/// What all answers together are.
fn verdict(articles: &[Article], question: &Question) -> Verdict {
    let mut worst = ValueRelation::Equal;
    let mut of_disjoint = Verdict::Update;
    for (i, &x) in question.answers.iter().enumerate() {
        for &y in &question.answers[i + 1..] {
            let relation = value_relation(articles, x, y);
            worst = worst.max(relation);
            if relation == ValueRelation::Disjoint {
                let verdict = verdict::of_disjoint(
                    &articles[x.article],
                    claim(articles, x),
                    &articles[y.article],
                    claim(articles, y),
                );
                // One pair that conflicts makes the question a conflict.
                if verdict == Verdict::Conflict {
                    of_disjoint = verdict;
                }
            }
        }
    }
    match worst {
        ValueRelation::Equal => Verdict::Agree,
        ValueRelation::LessPrecise | ValueRelation::Open | ValueRelation::Incomparable => {
            Verdict::LessPrecise
        }
        ValueRelation::Disjoint => of_disjoint,
    }
}

/// How two answers relate, as they were compared.
fn value_relation(articles: &[Article], x: Answer, y: Answer) -> ValueRelation {
    let (left, right) = (&articles[x.article], &articles[y.article]);
    relation(left, claim(articles, x), right, claim(articles, y))
}

/// The answers by value, in the order in which they are first given, each with every place that gives it, and with the form
/// of its value that does not depend on which document comes first.
fn groups(articles: &[Article], question: &Question) -> Vec<(Group, String)> {
    let groups = by_value(articles, &question.answers);
    groups
        .iter()
        .map(|members| {
            let forms = members.iter().map(|&m| normalized(value(articles, m)));
            (group(articles, members), forms.min().unwrap_or_default())
        })
        .collect()
}

/// The answers that give one value together. What is surely one comes first, so that "2017" goes with "next year" and not with
/// "30 September", which it only does not exclude.
fn by_value(articles: &[Article], answers: &[Answer]) -> Vec<Vec<Answer>> {
    // However often a document repeats a value, it is one: two thousand lines that say the same are compared as one is.
    let values = one_of_each(articles, answers);
    let of_value = |a: Answer| values.iter().find(|own| own[0] == a).map_or(1, Vec::len);
    let answers: Vec<Answer> = values.iter().map(|own| own[0]).collect();
    // What goes with two values that differ, "this week" with Tuesday and with Thursday, is on neither side.
    let differ = |x: Answer, y: Answer| value_relation(articles, x, y) == ValueRelation::Disjoint;
    let between = |a: Answer| {
        let fitting = |x: Answer| (x != a || of_value(a) > 1) && !differ(a, x);
        let mut sides = answers.iter().filter(|&&x| fitting(x));
        sides.any(|&x| answers.iter().any(|&y| fitting(y) && differ(x, y)))
    };
    // "At least eight" goes with 8 and 10, but where "eight" is given besides it is that.
    let sided: Vec<Answer> = answers.iter().copied().filter(|&a| !between(a)).collect();
    let repeats = |a: Answer| {
        let equal = |&x: &Answer| value_relation(articles, a, x) == ValueRelation::Equal;
        let own = || sided.iter().copied().filter(equal);
        own().next().is_some() && !own().any(|x| own().any(|y| differ(x, y)))
    };
    let told = answers.iter().filter(|a| sided.contains(a) || repeats(**a));
    let mut groups: Vec<Vec<Answer>> = told.map(|&a| vec![a]).collect();
    for level in [
        ValueRelation::Equal,
        ValueRelation::LessPrecise,
        ValueRelation::Open,
    ] {
        for first in 0..groups.len() {
            for second in first + 1..groups.len() {
                let pairs = || {
                    let (one, other) = (&groups[first], &groups[second]);
                    one.iter().flat_map(move |&a| {
                        other.iter().map(move |&b| value_relation(articles, a, b))
                    })
                };
                if pairs().any(|r| r == level) && pairs().all(|r| r < ValueRelation::Disjoint) {
                    let mut more = std::mem::take(&mut groups[second]);
                    groups[first].append(&mut more);
                    groups[first].sort_unstable();
                }
            }
        }
        groups.retain(|group| !group.is_empty());
    }
    for group in &mut groups {
        let repeated = |one: &Answer| values.iter().find(|own| own[0] == *one);
        let all = group.iter().filter_map(repeated).flatten().copied();
        *group = all.collect();
        group.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

/// The answers by what exactly they give, each with those that give the very same, and that not only by a guess: "the next day"
/// may be another one every time.
fn one_of_each(articles: &[Article], answers: &[Answer]) -> Vec<Vec<Answer>> {
    let mut values: Vec<Vec<Answer>> = Vec::new();
    for &answer in answers {
        let same = |&a: &Answer| {
            let (x, y) = (claim(articles, a), claim(articles, answer));
            let of = |answer: Answer, m: usize| &articles[answer.article].mentions[m].value;
            x.mentions.len() == y.mentions.len()
                && x.mentions
                    .iter()
                    .zip(&y.mentions)
                    .all(|(&m, &n)| of(a, m) == of(answer, n))
                && value_relation(articles, a, answer) == ValueRelation::Equal
        };
        match values.iter_mut().find(|own| same(&own[0])) {
            Some(own) => own.push(answer),
            None => values.push(vec![answer]),
        }
    }
    values
}

fn group(articles: &[Article], members: &[Answer]) -> Group {
    let first = members[0];
    let article = &articles[first.article];
    let mention = claim(articles, first).mention(&article.mentions);
    let occurrences = members.iter().flat_map(|&answer| {
        let article = &articles[answer.article];
        claim(articles, answer)
            .mentions
            .iter()
            .map(move |&m| Occurrence::of(article, &article.mentions[m]))
    });
    Group {
        noun: claim(articles, first).noun.clone(),
        occurrences: occurrences.collect(),
        ..Group::of(article, mention)
    }
}

/// A value in a form that does not depend on how it is written.
fn normalized(value: &Value) -> String {
    match value {
        Value::Figure(figure) => {
            let (stated, _) = figure.in_base();
            let end = |x: Option<rust_decimal::Decimal>| {
                x.map_or_else(String::new, |x| x.normalize().to_string())
            };
            format!(
                "{}..{} {}",
                end(stated.low),
                end(stated.high),
                figure.dimension.name()
            )
        }
        Value::Date(date) => date.edtf.clone(),
        Value::Time(time) => format!("{}-{} {:?}", time.earliest, time.latest, time.zone),
        Value::Score(score) => format!("{:?} {}", score.parts, score.kind.name()),
        Value::Name(name) => name.canonical.clone(),
        Value::Quote(quote) => quote.words.to_string(),
    }
}
