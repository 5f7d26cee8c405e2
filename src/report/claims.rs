//! What the documents say as a table: a row a claim, for a researcher's notebook.
//!
//! Every column is text, as exact decimals and open dates are: a table that rounds a figure or fills in a day has changed what
//! was said. A cell of which nothing is known is empty.

use super::json::{self, ValueJson};
use super::model::Report;
use super::sheet::Sheet;
use super::statement::Statement;

/// The names of the columns.
pub(super) const COLUMNS: [&str; 22] = [
    "story",
    "source",
    "title",
    "url",
    "published",
    "question",
    "key",
    "kind",
    "value",
    "normalized",
    "low",
    "high",
    "bound",
    "unit",
    "per",
    "dimension",
    "noun",
    "line",
    "column",
    "start",
    "end",
    "sentence",
];

/// The cells of a claim, in the order of the columns.
pub(super) type Row = [Option<String>; COLUMNS.len()];

/// The claims, a row each, as CSV.
pub fn csv(report: &Report) -> String {
    // Of a draft that is held to its sources each claim has one column more.
    let status = report.claims.as_ref().map(|_| "status");
    let columns: Vec<&str> = COLUMNS.into_iter().chain(status).collect();
    let mut sheet = Sheet::new(&columns);
    for (said, row) in report.statements.iter().zip(rows(report)) {
        let mut cells: Vec<String> = row.map(Option::unwrap_or_default).into();
        if let Some(claims) = &report.claims {
            let mut own = claims.iter().filter(|c| {
                let mut places = std::iter::once(&c.place).chain(&c.again);
                places.any(|p| (p.document, p.start) == (said.document, said.start))
            });
            cells.push(own.next().map_or("", |c| c.status.name()).to_owned());
        }
        sheet.row(&cells);
    }
    sheet.text()
}

/// The claims of all documents, a row each.
pub(super) fn rows(report: &Report) -> impl Iterator<Item = Row> {
    report.statements.iter().map(|said| row(report, said))
}

fn row(report: &Report, said: &Statement) -> Row {
    let document = report.documents.get(said.document);
    let number = |n: usize| Some(n.to_string());
    let flat = Flat::of(json::value(&said.value.value, None));
    [
        document.and_then(|d| d.story.clone()),
        document.map(|d| d.path.clone()),
        document.and_then(|d| d.title.clone()),
        document.and_then(|d| d.url.clone()),
        document.and_then(|d| d.published.clone()),
        Some(said.question.clone()),
        said.key.clone(),
        Some(said.value.kind.name().to_owned()),
        Some(said.text.clone()),
        flat.normalized,
        flat.low,
        flat.high,
        flat.bound,
        flat.unit,
        flat.per,
        flat.dimension,
        said.value.noun.clone(),
        number(said.line),
        number(said.column),
        number(said.start),
        number(said.end),
        Some(said.sentence.clone()),
    ]
}

/// A value of any sort in the same few cells.
#[derive(Default)]
struct Flat {
    normalized: Option<String>,
    low: Option<String>,
    high: Option<String>,
    bound: Option<String>,
    unit: Option<String>,
    per: Option<String>,
    dimension: Option<String>,
}

impl Flat {
    fn of(value: ValueJson<'_>) -> Flat {
        match value {
            ValueJson::Figure {
                amount,
                low,
                high,
                bound,
                unit,
                dimension,
                noun: _,
                per,
            } => Flat {
                normalized: amount,
                low,
                high,
                bound: Some(bound.to_owned()),
                unit: unit.map(str::to_owned),
                per,
                dimension: Some(dimension.to_owned()),
            },
            ValueJson::Date {
                earliest,
                latest,
                edtf,
            } => Flat {
                normalized: Some(edtf.to_owned()),
                low: earliest,
                high: latest,
                ..Flat::default()
            },
            ValueJson::Time {
                earliest,
                latest,
                zone,
            } => Flat {
                normalized: (earliest == latest).then(|| earliest.clone()),
                low: Some(earliest),
                high: Some(latest),
                unit: zone,
                ..Flat::default()
            },
            ValueJson::Score { parts, kind } => Flat {
                normalized: Some(
                    parts
                        .iter()
                        .map(u32::to_string)
                        .collect::<Vec<_>>()
                        .join("-"),
                ),
                dimension: Some(kind.to_owned()),
                ..Flat::default()
            },
            ValueJson::Name { canonical, .. } => Flat {
                normalized: Some(canonical.to_owned()),
                ..Flat::default()
            },
            ValueJson::Quote { .. } => Flat::default(),
        }
    }
}
