//! `crosscheck diff`: compare documents on one story.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Outcome, open_all, print};
use crate::finding::Level;
use crate::report::json;

/// Compare documents on one story.
#[derive(Args)]
pub(super) struct Arguments {
    /// Documents to compare.
    #[arg(value_name = "FILE", required = true, num_args = 2..)]
    files: Vec<PathBuf>,
    /// Output format.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Show what the documents agree on as well.
    #[arg(long)]
    agreements: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading.
    Text,
    /// One `crosscheck.report/1` object.
    Json,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let (documents, failed) = open_all(&arguments.files);
    let report = crate::compare(documents);
    match arguments.format {
        Format::Text | Format::Json => print(&json::report(&report, arguments.agreements))?,
    }
    let failing = report.findings.iter().any(|f| f.level >= Level::Warning);
    Ok(if failed {
        Outcome::Failed
    } else if failing {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}
