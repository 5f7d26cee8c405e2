//! `crosscheck.pair/1`: types of its own, as the report's are.

use serde::Serialize;

use crate::finding::Occurrence;
use crate::judge::why::{Place, Point, Why};
use crate::report::Report;
use crate::report::json::{OccurrenceJson, Tool, occurrence, rounded, to_line};

/// `crosscheck.pair/1`.
#[derive(Serialize)]
struct PairsJson<'a> {
    schema: &'static str,
    tool: Tool,
    pairs: Vec<PairJson<'a>>,
}

#[derive(Serialize)]
pub(in crate::report) struct PairJson<'a> {
    a: Option<PlaceJson<'a>>,
    b: Option<PlaceJson<'a>>,
    outcome: &'static str,
    reason: &'a str,
    values: &'a str,
    points: Vec<PointJson<'a>>,
    vetoes: Vec<VetoJson<'a>>,
    likelihood: Option<f64>,
    confidence: Option<f64>,
    needed: Option<f64>,
    rivals: Vec<RivalJson<'a>>,
    finding: Option<FindingJson<'a>>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    path: &'a str,
    kind: &'static str,
    #[serde(flatten)]
    mention: OccurrenceJson<'a>,
}

#[derive(Serialize)]
struct PointJson<'a> {
    feature: &'static str,
    speaks: &'static str,
    detail: &'a str,
    weight: f64,
}

#[derive(Serialize)]
struct VetoJson<'a> {
    name: &'static str,
    struck: bool,
    detail: &'a str,
}

#[derive(Serialize)]
struct RivalJson<'a> {
    mention: Option<PlaceJson<'a>>,
    of: Option<PlaceJson<'a>>,
    likelihood: f64,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: &'static str,
    verdict: &'static str,
    message: &'a str,
    fingerprint: &'a str,
}

/// The pairs as one JSON object, with a line break at its end.
pub fn json(report: &Report, pairs: &[Why]) -> String {
    to_line(&PairsJson {
        schema: "crosscheck.pair/1",
        tool: Tool::this(),
        pairs: pairs.iter().map(|why| pair_json(report, why)).collect(),
    })
}

pub(in crate::report) fn pair_json<'a>(report: &'a Report, why: &'a Why) -> PairJson<'a> {
    let point = |p: &'a Point| PointJson {
        feature: p.facet,
        speaks: if p.speaks_for { "for" } else { "against" },
        detail: &p.detail,
        weight: rounded(p.weight),
    };
    PairJson {
        a: place_json(report, why.a),
        b: place_json(report, why.b),
        outcome: why.outcome.name(),
        reason: &why.reason,
        values: &why.values,
        points: why.points.iter().map(point).collect(),
        vetoes: why
            .vetoes
            .iter()
            .map(|v| VetoJson {
                name: v.name,
                struck: v.struck,
                detail: &v.detail,
            })
            .collect(),
        likelihood: why.sureness.map(|s| rounded(s.likelihood)),
        confidence: why.sureness.map(|s| rounded(s.confidence)),
        needed: why.sureness.map(|s| rounded(s.needed)),
        rivals: why
            .rivals
            .iter()
            .map(|r| RivalJson {
                mention: place_json(report, r.place),
                of: place_json(report, r.of),
                likelihood: rounded(r.likelihood),
            })
            .collect(),
        finding: why.finding.as_ref().map(|f| FindingJson {
            rule: f.rule,
            verdict: f.verdict.name(),
            message: &f.message,
            fingerprint: &f.fingerprint,
        }),
    }
}

fn place_json(report: &Report, place: Place) -> Option<PlaceJson<'_>> {
    let article = report.articles.get(place.article)?;
    let mention = article.mentions.get(place.mention)?;
    let sentence = article.text.sentences.get(mention.sentence)?;
    let at = Occurrence {
        span: mention.span,
        sentence: sentence.span,
    };
    Some(PlaceJson {
        path: article.document.source.name(),
        kind: mention.kind.name(),
        mention: occurrence(&article.document.source, &at),
    })
}
