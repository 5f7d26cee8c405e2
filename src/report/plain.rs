//! A finding in a few lines of plain text, for formats that show text in a box of their own.

use super::escape;
use super::model::{Finding, Report};
use super::paths::Paths;

/// The message, what it is about, and for each answer its first place and its sentence.
pub(super) fn finding(report: &Report, finding: &Finding, paths: &Paths) -> String {
    let mut lines = vec![escape::line(&finding.message)];
    if !finding.about.is_empty() {
        lines.push(format!("about: {}", escape::line(&finding.about)));
    }
    for mention in finding.groups.iter().filter_map(|g| g.mentions.first()) {
        lines.push(format!(
            "{}:{}:{}: {}",
            escape::line(&paths.below_root(report.path(mention))),
            mention.line,
            mention.column,
            mention.excerpt.line()
        ));
    }
    lines.join("\n")
}
