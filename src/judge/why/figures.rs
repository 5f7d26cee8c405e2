//! Two figures, dates, times or scores: were they weighed, and what came of it.

use super::points::{Point, points};
use super::{Inquiry, Outcome, Place, Rival, Sureness, Veto, Why, a_kind, kinds};
use crate::Article;
use crate::align::lexical::Words;
use crate::align::question::{Fate, Pair};
use crate::align::trace::Trace;
use crate::align::{Answer, weights};
use crate::value::{Dimension, Value, ValueRelation};

/// As many rivals are named: with more there is no one that is meant.
const RIVALS: usize = 3;

/// Less likely than this nobody calls it a rival, or asks why it was not reported.
const RIVAL: f64 = 0.01;

pub(super) fn why(inquiry: &Inquiry<'_>, a: Place, b: Place) -> Why {
    let not = |reason: String| Why::new(a, b, Outcome::NotCompared, reason);
    if inquiry.kind(a) != inquiry.kind(b) {
        return inquiry.of_two_kinds(a, b);
    }
    let [x, y] = [a, b].map(|p| inquiry.traces.answer(p.article, p.mention));
    let (Some(x), Some(y)) = (x, y) else {
        let furniture = if x.is_none() { a } else { b };
        return not(format!(
            "{} stands in a stamp, credit or other page furniture, which says nothing of the story",
            inquiry.shown(furniture)
        ));
    };
    if x == y {
        return Why::new(a, b, Outcome::Agree, "they are one value in two units");
    }
    let values = relation(inquiry, a, b);
    if a.article == b.article {
        let why = not("they stand in one document".to_owned());
        return Why {
            values,
            alike: true,
            ..why
        };
    }
    let Some(trace) = inquiry.traces.of(x, y) else {
        return not(incomparable(inquiry, a, b));
    };
    // The earlier document comes first in a trace.
    let (a, b) = if x < y { (a, b) } else { (b, a) };
    let articles = inquiry.story.articles;
    let (left, right) = (&articles[a.article], &articles[b.article]);
    let words = Words::new(articles, a.article, b.article, &inquiry.story.entities);
    let claim = |answer: Answer| &articles[answer.article].claims.list[answer.claim];
    let (first, second) = (claim(x.min(y)), claim(x.max(y)));
    let weights: Vec<(&'static str, f64)> = weights::contributions(&trace.pair.features).collect();
    let features = &trace.pair.features;
    let points = points((left, first), (right, second), &words, features, &weights);
    let vetoes = trace.vetoes.iter().map(|&(name, struck)| Veto {
        name,
        struck,
        detail: if struck {
            in_detail(name, &points)
        } else {
            String::new()
        },
    });
    let vetoes: Vec<Veto> = vetoes.collect();
    let reason = match trace.fate {
        Fate::Apart(name) => in_detail(name, &points),
        _ => reason(inquiry, &trace),
    };
    Why {
        values,
        alike: trace.pair.probability >= RIVAL,
        points,
        vetoes,
        sureness: Some(Sureness {
            likelihood: trace.pair.probability,
            confidence: trace.confidence,
            needed: trace.needed,
        }),
        rivals: rivals(inquiry, &trace),
        ..Why::new(a, b, outcome(trace.fate), reason)
    }
}

fn outcome(fate: Fate) -> Outcome {
    match fate {
        Fate::Agrees => Outcome::Agree,
        Fate::Unlike
        | Fate::Outdone
        | Fate::Explained
        | Fate::Taken
        | Fate::NoLead
        | Fate::Doubtful(_)
        | Fate::Apart(_)
        | Fate::Conflicts => Outcome::Silent,
    }
}

fn reason(inquiry: &Inquiry<'_>, trace: &Trace) -> String {
    let shown = |answer: Answer| {
        inquiry.shown(Place {
            article: answer.article,
            mention: inquiry.traces.mention(answer),
        })
    };
    // Which of the two went elsewhere, and where.
    let elsewhere = |how: &str| match &trace.preferred {
        Some(other) if other.a == trace.pair.a => {
            format!("{} {how} {}", shown(other.a), shown(other.b))
        }
        Some(other) => format!("{} {how} {}", shown(other.b), shown(other.a)),
        None => format!("one of them {how} another value"),
    };
    match trace.fate {
        Fate::Unlike => "too little says that they answer one question".to_owned(),
        Fate::Agrees => "they agree".to_owned(),
        Fate::Outdone => elsewhere("goes better with"),
        Fate::Explained => elsewhere("agrees with"),
        Fate::Taken => format!("{}, which is surer", elsewhere("was held against")),
        Fate::NoLead => match &trace.preferred {
            Some(other) if other.probability > trace.pair.probability => {
                elsewhere("goes better with")
            }
            _ => elsewhere("goes as well with"),
        },
        Fate::Doubtful(_) => {
            "not sure enough that they answer one question, with their rivals counted".to_owned()
        }
        Fate::Apart(name) => veto(name).to_owned(),
        Fate::Conflicts => {
            "they conflict, but go with no group of answers that fit each other".to_owned()
        }
    }
}

fn rivals(inquiry: &Inquiry<'_>, trace: &Trace) -> Vec<Rival> {
    let rival = |other: &Pair| {
        let (own, of) = if other.a == trace.pair.a {
            (other.b, other.a)
        } else {
            (other.a, other.b)
        };
        let place = |answer: Answer| Place {
            article: answer.article,
            mention: inquiry.traces.mention(answer),
        };
        Rival {
            place: place(own),
            of: place(of),
            likelihood: other.probability,
        }
    };
    let likely = trace.rivals.iter().filter(|r| r.probability >= RIVAL);
    likely.take(RIVALS).map(rival).collect()
}

/// What a veto says of the two, with their words where a point names them.
fn in_detail(name: &str, points: &[Point]) -> String {
    let facet = match name {
        "contrast" => "alternatives",
        "noun_clash" => "noun",
        "owner_clash" => "subject",
        _ => "",
    };
    let point = points.iter().find(|p| p.facet == facet && !p.speaks_for);
    point.map_or_else(|| veto(name).to_owned(), |p| p.detail.clone())
}

/// What a veto says, to a reader.
fn veto(name: &str) -> &'static str {
    match name {
        "contrast" => {
            "they are of alternatives that exclude each other, such as killed and injured"
        }
        "bearer_clash" => "they are the ages of two people, or the populations of two places",
        "owner_clash" => "each stands beside the name of somebody else",
        "place_clash" => "they are of two places",
        "date_clash" => "they are of different days",
        "room" => "the texts are so short that more would have to be alike",
        "vague" => "one of them says no more than an order of magnitude",
        "said" => "one of them says when something was said, not when it happened",
        "known" => "one of them only takes up what was counted before",
        "as_of" => "each says as of which day its own article tells",
        "event" => "they say when of two events",
        "noun_clash" => "they count different things",
        "worlds_apart" => "one is more than ten thousand times the other, which no slip explains",
        "subject_clash" => "they say when of what two did",
        "then" => "one of them is the age at another time",
        "alone" => "one of them is of one place alone",
        "forecast_clash" => "one of them is a forecast",
        "change_clash" => {
            "one of them says by how much something changed, the other how much it is"
        }
        "predicate_clash" => "their verbs differ",
        "order_clash" => "one names its place in a row, such as first or last",
        "other_clash" => "one of them is of another thing, such as an earlier one",
        "year_clash" => "they stand with different years",
        "whole" => "one of them is the whole of which the other is a part",
        "average" => "one of them is an average",
        "base" => "one of them is what something else is compared with",
        "stretch" => {
            "one of them says how long, the other how much later or earlier, or of which account"
        }
        "standing" => "one of them is a score while the game went on",
        "way" => "one of them is a depth, the other a distance",
        "row" => "they are years with a figure for each",
        "verbs" => "neither says when it was that the other happened",
        "parts" => "they are parts of one whole of which different things are said",
        "news" => "each is the day of its own article, which tells what was new",
        "teams" => "they are scores of other teams",
        "scale" => "one of them is of one thing, the other of many of its sort",
        "extent" => "by the words beside them the smaller is a part of the larger",
        "incident" => {
            "one of them is told of another incident, and their sentences name nothing in common"
        }
        "elsewhere" => "one of them is of a place that the other document does not name",
        "history" => "one of them is of a day long ago that the other document does not name",
        "one_place" => "one of them is of one place, and its document counts more in another",
        "frame" => "the day that opens the sentence of one is none of the other's",
        "near_time" => "by the words before them they may be one time",
        "alike" => "they are written alike",
        "spoken" => "one of them counts from the day on which somebody said it",
        "attribute" => "one of them is the day of something that the other does not speak of",
        "last_time" => "one of them is the last time of something",
        "sitting" => "one counts the days on which people sat together, the other the hours",
        "ends" => "they say after how long two things happened",
        "hours" => "they are hours of two days",
        "ages" => "they are said of people of different ages",
        "scenes" => "the articles tell of other places or other people",
        "rows" => "they are places in two rows, or tell when two things happened",
        "moments" => "one is the score of another moment, or of a part of the game",
        "records" => "one is the record of another stretch of time",
        "stretches" => "one counts another stretch of the game",
        "turns" => "they count other ones of a row",
        "difference" => "one says by how much something differs",
        "posts" => "they were spent in two posts",
        "object" => "what is done is done to two persons",
        "unbound" => "it is not said of both what or whom they are said of",
        "anchors" => "their words meet in one place only, which may be chance",
        _ => "something sets them apart",
    }
}

/// How the two values relate, whatever they are of.
fn relation(inquiry: &Inquiry<'_>, a: Place, b: Place) -> String {
    let kinds = kinds(inquiry.kind(a));
    let [x, y] = [a, b].map(|p| &inquiry.story.articles[p.article].mentions[p.mention].value);
    match x.relation(y) {
        ValueRelation::Equal => format!("{kinds} that are the same"),
        ValueRelation::LessPrecise => format!("{kinds} that agree, one of them more coarsely"),
        ValueRelation::Open => format!("{kinds} that may agree and need not"),
        ValueRelation::Disjoint => format!("{kinds} that cannot both be right of one thing"),
        ValueRelation::Incomparable => format!("{kinds} of two sorts"),
    }
}

/// Why two values of a kind cannot be compared.
fn incomparable(inquiry: &Inquiry<'_>, a: Place, b: Place) -> String {
    let claimed = |p: Place| -> Option<(&Article, usize)> {
        let article = &inquiry.story.articles[p.article];
        let answer = inquiry.traces.answer(p.article, p.mention)?;
        Some((article, answer.claim))
    };
    let [x, y] = [a, b].map(|p| &inquiry.story.articles[p.article].mentions[p.mention].value);
    if x.relation(y) != ValueRelation::Incomparable {
        let far = [a, b].into_iter().all(|p| claimed(p).is_some());
        return if far {
            "they are stated too roughly and lie too far apart to be two forms of one".to_owned()
        } else {
            "one of them makes no claim".to_owned()
        };
    }
    match (x, y) {
        (Value::Figure(x), Value::Figure(y)) => {
            let unit = |f: &crate::value::Figure| f.unit.map_or("no unit", |u| u.symbol);
            if x.dimension != y.dimension {
                format!(
                    "{} and {} are two quantities",
                    noun(x.dimension),
                    noun(y.dimension)
                )
            } else if x.dimension == Dimension::Money {
                format!(
                    "{} and {} are two currencies, and are not converted",
                    unit(x),
                    unit(y)
                )
            } else if x.per != y.per {
                "they are rates for two different things".to_owned()
            } else {
                format!(
                    "{} and {} are two units that do not convert",
                    unit(x),
                    unit(y)
                )
            }
        }
        (Value::Score(x), Value::Score(y)) if x.kind != y.kind => {
            format!(
                "a {} and a {} are two sorts of score",
                x.kind.name(),
                y.kind.name()
            )
        }
        _ => format!("{} of two sorts are not compared", a_kind(inquiry.kind(a))),
    }
}

fn noun(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Number => "a number",
        Dimension::Points => "percentage points",
        Dimension::Percent => "per cent",
        other => other.name(),
    }
}

#[cfg(test)]
mod tests {
    use super::veto;
    use crate::align::trace::VETOES;

    #[test]
    fn every_veto_has_its_words() {
        for name in VETOES {
            assert_ne!(veto(name), veto(""), "{name}");
        }
    }
}
