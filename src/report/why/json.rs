//! `crosscheck.pair/1`: types of its own, as the report's are.

use serde::Serialize;

use crate::finding;
use crate::judge::why::{self, Why};
use crate::report::Report;
use crate::report::json::{rounded, to_line};
use crate::report::model::{Occurrence, Tool};

/// `crosscheck.pair/1`.
#[derive(Serialize)]
struct Pairs {
    schema: &'static str,
    tool: Tool,
    pairs: Vec<Pair>,
}

/// Two values, what came of them, and why.
#[derive(Clone, Debug, Serialize)]
pub struct Pair {
    a: Option<Place>,
    b: Option<Place>,
    outcome: &'static str,
    reason: String,
    values: String,
    points: Vec<Point>,
    vetoes: Vec<Veto>,
    likelihood: Option<f64>,
    confidence: Option<f64>,
    needed: Option<f64>,
    rivals: Vec<Rival>,
    finding: Option<Finding>,
}

impl Pair {
    /// Every place that it names.
    pub(in crate::report) fn mentions_mut(&mut self) -> impl Iterator<Item = &mut Occurrence> {
        let rivals = self.rivals.iter_mut();
        let rivals = rivals.flat_map(|r| r.mention.iter_mut().chain(&mut r.of));
        let places = self.a.iter_mut().chain(&mut self.b).chain(rivals);
        places.map(|place| &mut place.mention)
    }
}

#[derive(Clone, Debug, Serialize)]
struct Place {
    path: String,
    kind: &'static str,
    #[serde(flatten)]
    mention: Occurrence,
}

#[derive(Clone, Debug, Serialize)]
struct Point {
    feature: &'static str,
    speaks: &'static str,
    detail: String,
    weight: f64,
}

#[derive(Clone, Debug, Serialize)]
struct Veto {
    name: &'static str,
    struck: bool,
    detail: String,
}

#[derive(Clone, Debug, Serialize)]
struct Rival {
    mention: Option<Place>,
    of: Option<Place>,
    likelihood: f64,
}

#[derive(Clone, Debug, Serialize)]
struct Finding {
    rule: &'static str,
    verdict: &'static str,
    message: String,
    fingerprint: String,
}

/// The pairs as one JSON object, with a line break at its end.
pub fn json(report: &Report, pairs: &[Why]) -> String {
    to_line(&Pairs {
        schema: "crosscheck.pair/1",
        tool: Tool::this(),
        pairs: pairs.iter().map(|why| pair(report, why)).collect(),
    })
}

pub(in crate::report) fn pair(report: &Report, why: &Why) -> Pair {
    let points = why.points.iter().map(|p| Point {
        feature: p.facet,
        speaks: if p.speaks_for { "for" } else { "against" },
        detail: p.detail.clone(),
        weight: rounded(p.weight),
    });
    let vetoes = why.vetoes.iter().map(|v| Veto {
        name: v.name,
        struck: v.struck,
        detail: v.detail.clone(),
    });
    let rivals = why.rivals.iter().map(|r| Rival {
        mention: place(report, r.place),
        of: place(report, r.of),
        likelihood: rounded(r.likelihood),
    });
    Pair {
        a: place(report, why.a),
        b: place(report, why.b),
        outcome: why.outcome.name(),
        reason: why.reason.clone(),
        values: why.values.clone(),
        points: points.collect(),
        vetoes: vetoes.collect(),
        likelihood: why.sureness.map(|s| rounded(s.likelihood)),
        confidence: why.sureness.map(|s| rounded(s.confidence)),
        needed: why.sureness.map(|s| rounded(s.needed)),
        rivals: rivals.collect(),
        finding: why.finding.as_ref().map(|f| Finding {
            rule: f.rule,
            verdict: f.verdict.name(),
            message: f.message.clone(),
            fingerprint: f.fingerprint.clone(),
        }),
    }
}

fn place(report: &Report, place: why::Place) -> Option<Place> {
    let article = report.articles.get(place.article)?;
    let mention = article.mentions.get(place.mention)?;
    Some(Place {
        path: article.document.source.name().to_owned(),
        kind: mention.kind.name(),
        mention: Occurrence::of(
            &article.document.source,
            &finding::Occurrence::of(article, mention),
        ),
    })
}
