//! `crosscheck extract`: the mentions of each document.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::input::{Inputs, StdinName, open_all, read_input};
use super::output::{print, print_by};
use super::{ListFormat, Outcome, complain};
use crate::Document;
use crate::read::records;
use crate::report::{json, table};

/// List the figures, dates, names and quotations of each document.
#[derive(Args)]
pub(super) struct Arguments {
    /// Name the documents to read; `-` is standard input.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    stdin_name: StdinName,
    /// Write the list in this format.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ListFormat,
    /// Read the input as this format; the default goes by the ending of each file.
    #[arg(long, value_name = "FORMAT")]
    input_format: Option<Input>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Input {
    /// One document a line: `{"id", "text", "published"}`.
    Jsonl,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let failed = match arguments.input_format {
        Some(Input::Jsonl) => records_of(arguments)?,
        None => {
            let Inputs { documents, failed } = open_all(&arguments.files, &arguments.stdin_name);
            for document in documents {
                list(document, arguments.format)?;
            }
            failed
        }
    };
    Ok(Outcome::of(failed, false))
}

/// Lists the documents of each file as they are read; whether something could not be read.
fn records_of(arguments: &Arguments) -> anyhow::Result<bool> {
    let mut failed = false;
    for path in &arguments.files {
        let lines = match read_input(path) {
            Ok(lines) => lines,
            Err(error) => {
                complain(&error.into());
                failed = true;
                continue;
            }
        };
        for document in records(path, &lines) {
            match document {
                Ok(document) => list(document, arguments.format)?,
                Err(error) => {
                    complain(&error.into());
                    failed = true;
                }
            }
        }
    }
    Ok(failed)
}

fn list(document: Document, format: ListFormat) -> anyhow::Result<()> {
    let article = crate::extract(document);
    match format {
        ListFormat::Text => print(&table::mentions(&article)),
        ListFormat::Jsonl => print_by(|output| json::mentions(&article, output)),
    }
}
