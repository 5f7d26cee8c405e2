//! `crosscheck diff`: compare documents on one story.

use std::path::PathBuf;

use clap::{Args, ColorChoice, ValueEnum};

use super::input::{self, Inputs};
use super::{Outcome, complain, output, pair};
use crate::finding::Level;
use crate::report::{Detail, Report, candidates, json, table, text, why};

/// Compare documents on one story and show where they disagree.
#[derive(Args)]
pub(super) struct Arguments {
    /// Name the .txt or .md files to compare, or one to check by itself; `-` is standard input.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Write the report in this format.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Show what the documents agree on as well.
    #[arg(long)]
    agreements: bool,
    /// Show what spoke for and against each finding, and how sure it is.
    #[arg(long)]
    explain: bool,
    /// Show names that differ in case, accents, hyphens or spaces only, too.
    #[arg(long)]
    format_differences: bool,
    /// Leave out what one document contradicts itself in.
    #[arg(long)]
    no_self: bool,
    /// Use colours; `auto` means on a terminal, unless NO_COLOR is set.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
    /// End with status 1 if a finding has this level or a higher one.
    #[arg(long, value_name = "LEVEL", default_value = "warning")]
    fail_on: FailOn,
    /// Leave out findings below this confidence, from 0 to 1.
    #[arg(long, value_name = "X", default_value_t = Report::MIN_CONFIDENCE, value_parser = confidence)]
    min_confidence: f64,
    /// Write the report to this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Print one stage of each document instead of comparing.
    #[arg(long, value_name = "STAGE", conflicts_with_all = ["format", "agreements", "explain", "format_differences", "no_self", "fail_on", "min_confidence"])]
    show: Option<Stage>,
    /// Say for every two values on these lines why they were or were not compared and reported.
    ///
    /// A place is FILE:LINE, or FILE:LINE:COLUMN for one value; FILE may be the end of a document's path.
    #[arg(long, value_names = ["A:LINE", "B:LINE"], num_args = 2, value_parser = pair::written, conflicts_with_all = ["show", "agreements", "explain", "fail_on", "min_confidence"])]
    explain_pair: Option<Vec<pair::Written>>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading.
    Text,
    /// One `crosscheck.report/1` object.
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Conflicts.
    Error,
    /// Conflicts and spelling variants.
    Warning,
    /// All findings.
    Note,
}

impl From<FailOn> for Level {
    fn from(level: FailOn) -> Level {
        match level {
            FailOn::Error => Level::Error,
            FailOn::Warning => Level::Warning,
            FailOn::Note => Level::Note,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Stage {
    /// What is taken for no part of the article, and why.
    Furniture,
    /// Words, numbers and punctuation, by sentence.
    Tokens,
    /// Figures, dates, names and quotations with their values.
    Mentions,
    /// What the document says, with every mention of it.
    Claims,
    /// Every two claims of one kind with their features, a JSON object a line.
    Candidates,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    refuse_to_overwrite(arguments)?;
    let Inputs { documents, failed } = input::open_all(&arguments.files);
    if let Some(stage) = arguments.show {
        let articles: Vec<crate::Article> = documents.into_iter().map(crate::analyze).collect();
        let output: String = match stage {
            Stage::Furniture => articles.iter().map(table::furniture).collect(),
            Stage::Tokens => articles.iter().map(table::tokens).collect(),
            Stage::Mentions => articles.iter().map(table::mentions).collect(),
            Stage::Claims => articles.iter().map(table::claims).collect(),
            Stage::Candidates => candidates::candidates(&articles),
        };
        write(arguments, &output)?;
        return Ok(if failed {
            Outcome::Failed
        } else {
            Outcome::Clean
        });
    }
    // A document that is named alone is checked against itself. What is left over of several is not: its partners were meant.
    let alone = arguments.files.len() == 1 && documents.len() == 1;
    if documents.len() < 2 && !alone {
        match documents.first() {
            Some(document) => complain(&anyhow::anyhow!(
                "`{}` is the only document, and nothing is compared; name another one on the same story",
                document.source.name()
            )),
            None => complain(&anyhow::anyhow!(
                "no document could be read, and nothing is compared"
            )),
        }
        return Ok(Outcome::Failed);
    }
    if let Some(places) = &arguments.explain_pair {
        explain_pair(arguments, documents, places)?;
        return Ok(if failed {
            Outcome::Failed
        } else {
            Outcome::Clean
        });
    }
    for document in documents.iter().filter(|d| d.blocks.is_empty()) {
        complain(&anyhow::anyhow!(
            "note: `{}` holds no text, so nothing in it can disagree",
            document.source.name()
        ));
    }
    let mut report = crate::compare_with(documents, &options(arguments));
    for &(a, b) in &report.strangers {
        let name = |i: usize| report.articles[i].document.source.name();
        complain(&anyhow::anyhow!(
            "note: `{}` and `{}` share too few names to tell one story, and were not compared",
            name(a),
            name(b)
        ));
    }
    report.leave_out_below(arguments.min_confidence);
    let detail = Detail {
        agreements: arguments.agreements,
        explain: arguments.explain,
    };
    write(
        arguments,
        &match arguments.format {
            Format::Text => text::report(&report, detail),
            Format::Json => json::report(&report, detail),
        },
    )?;
    let failing = Level::from(arguments.fail_on);
    Ok(if failed {
        Outcome::Failed
    } else if report.findings.iter().any(|f| f.level >= failing) {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

fn options(arguments: &Arguments) -> crate::Options {
    crate::Options {
        format_differences: arguments.format_differences,
        no_self: arguments.no_self,
    }
}

/// Says of every two values at the two places why they were or were not compared and reported.
fn explain_pair(
    arguments: &Arguments,
    documents: Vec<crate::Document>,
    places: &[pair::Written],
) -> anyhow::Result<()> {
    let report = crate::compare_with(documents, &options(arguments));
    let mut found = Vec::new();
    for place in places {
        found.push(place.find(&report.articles)?);
    }
    let pairs = why::pairs(&report, &found);
    let brief = !places.iter().all(pair::Written::is_exact);
    write(
        arguments,
        &match arguments.format {
            Format::Text => why::text(&report, &pairs, brief),
            Format::Json => why::json(&report, &pairs),
        },
    )
}

/// Writes where and in the colours that the arguments say.
fn write(arguments: &Arguments, output: &str) -> anyhow::Result<()> {
    let color = match arguments.color {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    match &arguments.output {
        Some(path) => output::write(path, &output::for_file(output, color)),
        None => output::print_styled(output, color),
    }
}

/// A report written over a document would lose it.
fn refuse_to_overwrite(arguments: &Arguments) -> anyhow::Result<()> {
    if let Some(output) = &arguments.output
        && arguments
            .files
            .iter()
            .any(|file| input::identity(file) == input::identity(output))
    {
        anyhow::bail!(
            "`{}` is one of the documents; name another file for the report",
            output.display()
        );
    }
    Ok(())
}

fn confidence(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|x| (0.0..=1.0).contains(x))
        .ok_or_else(|| "expected a number from 0 to 1".to_owned())
}
