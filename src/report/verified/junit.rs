//! A case a claim: what the draft says, and whether its sources say so.
//!
//! A case is known by its name from one run to the next, so the name is the claim as the draft writes it, without its line, and
//! a number where it is written twice.

use std::fmt::Write;

use rustc_hash::FxHashMap;

use super::findings;
use crate::report::excerpt::squeezed;
use crate::report::junit::{Suite, escaped};
use crate::report::model::{Claim, Finding, Report};
use crate::report::paths::Paths;
use crate::report::{escape, plain};

/// The suite of the claims; `fails` says whether a finding fails the run.
pub(in crate::report) fn suite(
    report: &Report,
    claims: &[Claim],
    fails: impl Fn(&Finding) -> bool,
    paths: &Paths,
) -> Suite {
    let draft = report.documents.first().map_or("", |d| &d.path);
    let suite = escaped(&format!("claims of {}", paths.below_root(draft)));
    let mut times: FxHashMap<String, usize> = FxHashMap::default();
    let (mut cases, mut failures) = (String::new(), 0);
    for claim in claims {
        let mut name = format!(
            "{} {}",
            claim.kind,
            squeezed(&escape::line(&claim.place.text))
        );
        let time = times.entry(name.clone()).or_default();
        *time += 1;
        if *time > 1 {
            let _ = write!(name, " #{time}");
        }
        let _ = writeln!(
            cases,
            "    <testcase name=\"{}\" classname=\"{suite}\">",
            escaped(&name)
        );
        let grave: Vec<&Finding> = findings(report, claim).filter(|f| fails(f)).collect();
        if let Some(first) = grave.first() {
            failures += 1;
            let told = grave.iter().map(|f| plain::finding(report, f, paths));
            let _ = writeln!(
                cases,
                "      <failure type=\"{}\" message=\"{}\">{}</failure>",
                first.rule,
                escaped(&first.message),
                escaped(&told.collect::<Vec<_>>().join("\n\n"))
            );
        }
        let _ = writeln!(
            cases,
            "      <system-out>{}</system-out>\n    </testcase>",
            escaped(&said(report, claim, paths))
        );
    }
    Suite::of(&suite, claims.len(), failures, &cases)
}

/// The status, and where the sources say the same or otherwise.
fn said(report: &Report, claim: &Claim, paths: &Paths) -> String {
    let mut lines = vec![claim.status.words().to_owned()];
    let same = claim.support().map(|place| ("=", place));
    for (mark, place) in same.chain(claim.against().map(|place| ("≠", place))) {
        lines.push(format!(
            "{mark} {}:{}:{}: {}",
            escape::line(&paths.below_root(report.path(place))),
            place.line,
            place.column,
            place.excerpt.line()
        ));
    }
    lines.join("\n")
}
