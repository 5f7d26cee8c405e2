//! `crosscheck extract`: the mentions of each document.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{ListFormat, Outcome, complain, open_all, print, read_input};
use crate::read::records;
use crate::report::json;

/// List the mentions of each document.
#[derive(Args)]
pub(super) struct Arguments {
    /// Documents to read; `-` is standard input.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Output format.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ListFormat,
    /// How the input is written; by the file's ending where not given.
    #[arg(long, value_name = "FORMAT")]
    input_format: Option<Input>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Input {
    /// `{"id", "text", "published"}` a line.
    Jsonl,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let mut failed = false;
    if arguments.input_format == Some(Input::Jsonl) {
        for path in &arguments.files {
            let lines = read_input(path)?;
            for document in records(path, &lines) {
                match document {
                    Ok(document) => print(&list(document, arguments.format))?,
                    Err(error) => {
                        complain(&error.into());
                        failed = true;
                    }
                }
            }
        }
    } else {
        let (documents, unread) = open_all(&arguments.files);
        failed = unread;
        for document in documents {
            print(&list(document, arguments.format))?;
        }
    }
    Ok(if failed {
        Outcome::Failed
    } else {
        Outcome::Clean
    })
}

fn list(document: crate::Document, format: ListFormat) -> String {
    let article = crate::analyze(document);
    match format {
        ListFormat::Text | ListFormat::Jsonl => article
            .mentions
            .iter()
            .map(|m| json::mention(&article, m))
            .collect(),
    }
}
