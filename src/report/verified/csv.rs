//! A row a claim: the columns of a finding, and before them what the sources say.

use super::{findings, untold};
use crate::report::csv::{COLUMNS, row};
use crate::report::model::{Claim, Occurrence, Report};
use crate::report::sheet::Sheet;
use crate::verify::Status;

/// The claims in the order of the draft, then what it gets wrong by itself.
pub(in crate::report) fn report(report: &Report, claims: &[Claim]) -> String {
    let columns: Vec<&str> = std::iter::once("status").chain(COLUMNS).collect();
    let mut sheet = Sheet::new(&columns);
    for claim in claims {
        sheet.row(&claimed(report, claim));
    }
    for finding in untold(report) {
        let mut cells = vec![String::new()];
        cells.extend(row(report, finding));
        sheet.row(&cells);
    }
    sheet.text()
}

/// The cells of a claim: side a is the draft, side b the source that contradicts it, or else the first that supports it.
fn claimed(report: &Report, claim: &Claim) -> Vec<String> {
    let finding = findings(report, claim).next();
    let verdict = match (finding, claim.status) {
        (Some(finding), _) => finding.verdict,
        (None, Status::Supported) => "agree",
        (None, status) => status.name(),
    };
    let mut cells = vec![claim.status.name().to_owned()];
    cells.push(finding.and_then(|f| f.story.clone()).unwrap_or_default());
    cells.push(finding.map_or("", |f| f.rule).to_owned());
    cells.push(claim.kind.to_owned());
    cells.push(verdict.to_owned());
    cells.push(finding.map_or("", |f| f.level).to_owned());
    cells.push(finding.map_or(String::new(), |f| f.confidence.to_string()));
    cells.push(finding.map_or(String::new(), |f| f.about.clone()));
    cells.push(finding.map_or(String::new(), |f| f.message.clone()));
    cells.push(
        finding
            .and_then(|f| f.difference.clone())
            .unwrap_or_default(),
    );
    let source = claim.against().chain(claim.support()).next();
    for side in [Some(&claim.place), source] {
        match side {
            Some(place) => cells.extend([
                place.text.clone(),
                report.path(place).to_owned(),
                place.line.to_string(),
                place.column.to_string(),
                place.excerpt.line(),
            ]),
            None => cells.extend(std::array::from_fn::<String, 5, _>(|_| String::new())),
        }
    }
    let places = claim
        .again
        .iter()
        .chain(claim.sources.iter().map(|s| &s.place));
    let others = places.filter(|place| !source.is_some_and(|own| std::ptr::eq(own, *place)));
    let told = |m: &Occurrence| format!("{}:{}:{} {}", report.path(m), m.line, m.column, m.text);
    cells.push(others.map(told).collect::<Vec<_>>().join("; "));
    cells.push(finding.map_or(String::new(), |f| f.fingerprint.clone()));
    // What is allowed contradicts no claim any more.
    cells.push(String::new());
    cells
}
