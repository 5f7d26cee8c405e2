//! `crosscheck diff`: compare documents on one story.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::input::{self, Inputs};
use super::reporting::Reporting;
use super::{
    Outcome, complain, complain_of_comments, complain_of_strangers, fails, pair, settings,
};
use crate::config::{Settings, Used};
use crate::report::{candidates, table, why};

/// Compare documents on one story and show where they disagree.
#[derive(Args)]
pub(super) struct Arguments {
    /// Name the .txt, .md, .html or .docx files to compare, or one to check by itself; `-` is standard input.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    stdin_name: input::StdinName,
    #[command(flatten)]
    reporting: Reporting,
    /// Print one stage of each document instead of comparing.
    #[arg(long, value_name = "STAGE", conflicts_with_all = ["format", "agreements", "only_in", "explain", "format_differences", "no_self", "fail_on", "min_confidence"])]
    show: Option<Stage>,
    /// Say for every two values on these lines why they were or were not compared and reported.
    ///
    /// A place is FILE:LINE, or FILE:LINE:COLUMN for one value; FILE may be the end of a document's path.
    #[arg(long, value_names = ["A:LINE", "B:LINE"], num_args = 2, value_parser = pair::written, conflicts_with_all = ["show", "agreements", "only_in", "explain", "fail_on", "min_confidence"])]
    explain_pair: Option<Vec<pair::Written>>,
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
    let named = arguments.stdin_name.of_all(&arguments.files);
    let Some((reporting, settings)) = arguments.reporting.settle(&named)? else {
        return Ok(Outcome::Failed);
    };
    reporting.refuse_to_overwrite(&arguments.files)?;
    let Inputs { documents, failed } = input::open_all(&arguments.files, &arguments.stdin_name);
    if let Some(stage) = arguments.show {
        let articles: Vec<crate::Article> = documents.into_iter().map(crate::analyze).collect();
        let output: String = match stage {
            Stage::Furniture => articles.iter().map(table::furniture).collect(),
            Stage::Tokens => articles.iter().map(table::tokens).collect(),
            Stage::Mentions => articles.iter().map(table::mentions).collect(),
            Stage::Claims => articles.iter().map(table::claims).collect(),
            Stage::Candidates => candidates::candidates(&articles),
        };
        reporting.print(&output)?;
        return Ok(Outcome::of(failed, false));
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
        explain_pair(&reporting, &settings, documents, places)?;
        return Ok(Outcome::of(failed, false));
    }
    for document in documents.iter().filter(|d| d.blocks.is_empty()) {
        complain(&anyhow::anyhow!(
            "note: `{}` holds no text, so nothing in it can disagree",
            document.source.name()
        ));
    }
    let mut report = crate::compare_with(documents, &settings.options());
    complain_of_strangers(&report);
    let here = settings::here()?;
    let complete = settings::fill_their_folders(arguments.files.iter().map(PathBuf::as_path));
    let run = arguments.reporting.settings.run(&here, &settings, complete);
    let mut used = Used::default();
    settings.hold_to_house(&mut report, run);
    settings.apply(&mut report, run, &mut used);
    settings.report_unused(&mut report, &used, run, false);
    complain_of_comments(&used);
    let failing = settings.fail_on.value;
    reporting.write(vec![reporting.tell(&report)], "", failing)?;
    Ok(Outcome::of(failed, fails(&report, &settings)))
}

/// Says of every two values at the two places why they were or were not compared and reported.
fn explain_pair(
    reporting: &Reporting,
    settings: &Settings,
    documents: Vec<crate::Document>,
    places: &[pair::Written],
) -> anyhow::Result<()> {
    let json = reporting.is_json("--explain-pair")?;
    let report = crate::compare_with(documents, &settings.options());
    let mut found = Vec::new();
    for place in places {
        found.push(place.find(&report.articles)?);
    }
    let pairs = why::pairs(&report, &found);
    let brief = !places.iter().all(pair::Written::is_exact);
    reporting.print(&if json {
        why::json(&report, &pairs)
    } else {
        why::text(&report, &pairs, brief)
    })
}
