//! The one check of all rules on figures, dates, times and scores: are the answers to a question different?

use super::about::{about, evidence};
use super::attribution::disputed;
use super::by_value::ByValue;
use super::fingerprint::fingerprint;
use super::{Rule, verdict};
use crate::Article;
use crate::align::lexical::Words;
use crate::align::{Answer, Question, Story, twice, weights};
use crate::claim::Claim;
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
    let by_value = ByValue::new(articles, &question.answers);
    let (groups, mut values): (Vec<Group>, Vec<String>) =
        groups(articles, &by_value).into_iter().unzip();
    let verdict = verdict(articles, &by_value);
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
        Verdict::Update => format!(
            "{} {} of different days: {}",
            who_gives(story, question),
            rule.answers,
            displays.join(" / ")
        ),
        Verdict::Conflict | Verdict::Variant | Verdict::Format | Verdict::Unused => {
            match disputed(articles, &groups) {
                Some(given) => format!("those quoted give different {}: {given}", rule.answers),
                None => format!(
                    "{} different {}: {}",
                    who_gives(story, question),
                    rule.answers,
                    displays.join(" / ")
                ),
            }
        }
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

fn claim(articles: &[Article], answer: Answer) -> &Claim {
    &articles[answer.article].claims.list[answer.claim]
}

fn value(articles: &[Article], answer: Answer) -> &Value {
    &articles[answer.article].mentions[claim(articles, answer).mentions[0]].value
}

/// What all answers together are.
fn verdict(articles: &[Article], values: &ByValue<'_>) -> Verdict {
    let verdict = |x: Answer, y: Answer| {
        let (of_x, of_y) = (claim(articles, x), claim(articles, y));
        verdict::of_disjoint(&articles[x.article], of_x, &articles[y.article], of_y)
    };
    match values.worst() {
        ValueRelation::Equal => Verdict::Agree,
        ValueRelation::LessPrecise | ValueRelation::Open | ValueRelation::Incomparable => {
            Verdict::LessPrecise
        }
        // One pair that conflicts makes the question a conflict.
        ValueRelation::Disjoint
            if values.any_disjoint(|x, y| verdict(x, y) == Verdict::Conflict) =>
        {
            Verdict::Conflict
        }
        ValueRelation::Disjoint => Verdict::Update,
    }
}

/// The answers by value, in the order in which they are first given, each with every place that gives it, and with the form
/// of its value that does not depend on which document comes first.
fn groups(articles: &[Article], values: &ByValue<'_>) -> Vec<(Group, String)> {
    let groups = values.groups();
    groups
        .iter()
        .map(|members| {
            let forms = members.iter().map(|&m| normalized(value(articles, m)));
            (group(articles, members), forms.min().unwrap_or_default())
        })
        .collect()
}

fn group(articles: &[Article], members: &[Answer]) -> Group {
    let first = members[0];
    let article = &articles[first.article];
    let mention = &article.mentions[claim(articles, first).mentions[0]];
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
