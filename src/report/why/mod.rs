//! Why two values were or were not compared and reported, for reading and as `crosscheck.pair/1`.

mod json;

pub(super) use json::pair;
pub use json::{Pair, json};

use super::table::brief;
use super::{Report, escape};
use crate::finding::Group;
pub(super) use crate::judge::why::Why;
use crate::judge::why::{Inquiry, Outcome, Place, Point};
use crate::mention::Mention;
use crate::source::Span;

/// How wide the names of the rows are.
const LABEL: usize = 9;

/// Every two values of the first and the last of the places, reported ones first and then the likest.
pub fn pairs(report: &Report, places: &[Vec<Place>]) -> Vec<Why> {
    let story = crate::align::story(&report.articles);
    let inquiry = Inquiry::new(&story, &report.findings, &report.agreements);
    let (Some(first), Some(last)) = (places.first(), places.last()) else {
        return Vec::new();
    };
    let mut pairs: Vec<Why> = first
        .iter()
        .flat_map(|&a| last.iter().map(move |&b| (a, b)))
        .filter(|(a, b)| a != b)
        .map(|(a, b)| inquiry.why(a, b))
        .collect();
    let order = |why: &Why| match why.outcome {
        Outcome::Reported => 0,
        Outcome::Silent if why.alike => 1,
        Outcome::Agree => 2,
        Outcome::Silent => 3,
        Outcome::NotCompared => 4,
    };
    let likely = |why: &Why| why.sureness.map_or(0.0, |s| s.likelihood);
    pairs.sort_by(|x, y| {
        order(x)
            .cmp(&order(y))
            .then(likely(y).total_cmp(&likely(x)))
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    pairs
}

/// For each finding what speaks for and against it, and how sure it is: of two answers of it at the places where they are most
/// alike. None where its answers are no mentions.
pub(super) fn findings(report: &Report) -> Vec<Option<Why>> {
    let story = crate::align::story(&report.articles);
    let inquiry = Inquiry::new(&story, &report.findings, &report.agreements);
    let likely = |why: &Why| why.sureness.map_or(0.0, |s| s.likelihood);
    report
        .findings
        .iter()
        .map(|finding| {
            let places = |group: &Group| -> Vec<Place> {
                let spans = group.occurrences.iter().map(|o| o.span);
                spans.filter_map(|span| at(report, span)).collect()
            };
            // Values of which one follows from the others were never candidates for one question.
            let answers = Some(finding).filter(|f| !f.is_reckoned())?;
            let (first, others) = answers.groups.split_first()?;
            let others: Vec<Place> = others.iter().flat_map(places).collect();
            let mut all = places(first)
                .into_iter()
                .flat_map(|a| others.iter().map(move |&b| (a, b)))
                .map(|(a, b)| inquiry.why(a, b));
            let mut best = all.next()?;
            for why in all {
                if likely(&why) > likely(&best) {
                    best = why;
                }
            }
            Some(best)
        })
        .collect()
}

/// The mention at a span.
fn at(report: &Report, span: Span) -> Option<Place> {
    let article = span.source().index();
    let mut mentions = report.articles.get(article)?.mentions.iter();
    let mention = mentions.position(|m| m.span == span)?;
    Some(Place { article, mention })
}

/// What is told of the pairs: all of each, or, with `brief`, of those that nobody would ask about no more than that there are
/// so many of them.
pub fn text(report: &Report, pairs: &[Why], brief: bool) -> String {
    let (told, left): (Vec<&Why>, Vec<&Why>) = pairs
        .iter()
        .partition(|why| !brief || pairs.len() == 1 || why.alike);
    let mut output = String::new();
    for why in told {
        output.push_str(&one(report, why));
        output.push('\n');
    }
    output.push_str(&rest(report, &left));
    output
}

/// One pair.
fn one(report: &Report, why: &Why) -> String {
    format!(
        "{} and {}\n  {}\n{}",
        place(report, why.a),
        place(report, why.b),
        escape::line(&headline(why)),
        rows(report, why)
    )
}

/// What was weighed, a row each.
pub(super) fn rows(report: &Report, why: &Why) -> String {
    let mut output = String::new();
    let mut row = |name: &str, text: String| {
        let text = escape::line(&text);
        output.push_str(&format!("    {name:LABEL$}  {text}\n"));
    };
    if !why.values.is_empty() {
        let values = [why.a, why.b].map(|p| mention(report, p).map(|m| brief(&m.value)));
        match (why.sureness, values) {
            (Some(_), [Some(x), Some(y)]) => row("values", format!("{}: {x} / {y}", why.values)),
            _ => row("values", why.values.clone()),
        }
    }
    for (name, speaks_for) in [("for", true), ("against", false)] {
        let all = why.points.iter().filter(|p| p.speaks_for == speaks_for);
        let (own, setting): (Vec<&Point>, Vec<&Point>) = all.partition(|p| p.is_of_words());
        let second = if own.is_empty() { name } else { "and" };
        for (name, points) in [(name, own), (second, setting)] {
            for (i, point) in points.iter().enumerate() {
                row(if i == 0 { name } else { "" }, point.detail.clone());
            }
        }
    }
    if !why.vetoes.is_empty() {
        let struck: Vec<&str> = why
            .vetoes
            .iter()
            .filter(|v| v.struck)
            .map(|v| v.detail.as_str())
            .collect();
        let passed = why.vetoes.len() - struck.len();
        let text = match struck.as_slice() {
            [] => format!("none of {passed} things that could set them apart holds"),
            struck => struck.join("; "),
        };
        row("set apart", text);
    }
    if let Some(sureness) = why.sureness {
        let alone = if shown(sureness.likelihood) == shown(sureness.confidence) {
            String::new()
        } else {
            format!(" ({} by the words alone)", shown(sureness.likelihood))
        };
        row(
            "sure",
            format!(
                "{}{alone}; {} is needed",
                shown(sureness.confidence),
                shown(sureness.needed)
            ),
        );
    }
    for (i, rival) in why.rivals.iter().enumerate() {
        let text = format!(
            "{} goes with {} ({})",
            place(report, rival.place),
            place(report, rival.of),
            shown(rival.likelihood)
        );
        row(if i == 0 { "rivals" } else { "" }, text);
    }
    output
}

/// What came of the pair, and why.
fn headline(why: &Why) -> String {
    match why.outcome {
        Outcome::Reported => why.reason.clone(),
        Outcome::Agree if why.reason == "they agree" => why.reason.clone(),
        Outcome::Agree => format!("they agree: {}", why.reason),
        Outcome::Silent => format!("not reported: {}", why.reason),
        Outcome::NotCompared => format!("not compared: {}", why.reason),
    }
}

/// A line for each reason that more pairs have than anybody reads.
fn rest(report: &Report, pairs: &[&Why]) -> String {
    let mut reasons: Vec<(String, Vec<&Why>)> = Vec::new();
    for &why in pairs {
        let kinds = [why.a, why.b].map(|p| mention(report, p).map(|m| m.kind));
        let names = kinds.iter().flatten().all(|kind| kind.is_name());
        let reason = if kinds[0] != kinds[1] && !names && why.outcome == Outcome::NotCompared {
            "not compared: of two kinds, which answer different questions".to_owned()
        } else {
            headline(why)
        };
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, list)) => list.push(why),
            None => reasons.push((reason, vec![why])),
        }
    }
    let mut output = String::new();
    for (reason, list) in reasons {
        let which = match list.as_slice() {
            [why] => format!("{} and {}", place(report, why.a), place(report, why.b)),
            list => format!("{} more pairs", list.len()),
        };
        output.push_str(&format!("{which}: {}\n", escape::line(&reason)));
    }
    output
}

/// Two digits: more would promise what no score of this kind can keep.
fn shown(x: f64) -> String {
    format!("{x:.2}")
}

/// `a.txt:11:88 "$15 million"`.
fn place(report: &Report, place: Place) -> String {
    let Some(mention) = mention(report, place) else {
        return String::new();
    };
    let source = &report.articles[place.article].document.source;
    let (line, column) = source.line_column(mention.span.start());
    let text: Vec<&str> = source.slice(mention.span).split_whitespace().collect();
    escape::line(&format!(
        "{}:{line}:{column} \"{}\"",
        source.name(),
        text.join(" ")
    ))
}

fn mention(report: &Report, place: Place) -> Option<&Mention> {
    let article = report.articles.get(place.article)?;
    article.mentions.get(place.mention)
}
