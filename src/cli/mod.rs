//! The command line: flags, help, and a file per command.

mod diff;
mod extract;
mod names;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand, ValueEnum};

/// Shows where articles on one story disagree.
#[derive(Parser)]
#[command(name = "crosscheck", version, about, propagate_version = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Diff(diff::Arguments),
    Extract(extract::Arguments),
    Names(names::Arguments),
}

/// How a list of mentions or comparisons is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ListFormat {
    /// For reading.
    Text,
    /// A JSON object a line.
    Jsonl,
}

/// How the work ended, as an exit status.
enum Outcome {
    /// Nothing at the failing level: 0.
    Clean,
    /// Findings at the failing level: 1.
    Findings,
    /// Some of the work could not be done: 2.
    Failed,
}

/// Parses the arguments and runs the command; findings go to standard output, all else to standard error.
pub fn run() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Extract(arguments) => extract::run(&arguments),
        Command::Names(arguments) => names::run(&arguments),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Failed) => ExitCode::from(2),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::from(2)
        }
    }
}

/// Whether the reader of our output has gone: nothing to say, and nobody to say it to.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|e| {
        e.downcast_ref::<std::io::Error>()
            .is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
    })
}

/// Writes one line to standard error.
fn complain(error: &anyhow::Error) {
    // Nothing is left to do when standard error is closed.
    let _ = writeln!(std::io::stderr(), "crosscheck: {error:#}");
}

/// The text of a file, or of standard input for `-`.
fn read_input(path: &Path) -> anyhow::Result<String> {
    if path.as_os_str() == "-" {
        let mut text = String::new();
        std::io::stdin()
            .read_to_string(&mut text)
            .context("failed to read standard input")?;
        return Ok(text);
    }
    std::fs::read_to_string(path).with_context(|| format!("failed to read `{}`", path.display()))
}

/// Writes `output` to standard output.
fn print(output: &str) -> anyhow::Result<()> {
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(output.as_bytes())?;
    stdout.flush()?;
    Ok(())
}

/// Opens each file; one that cannot be read is complained about and left out.
fn open_all(paths: &[PathBuf]) -> (Vec<crate::Document>, bool) {
    let mut documents = Vec::new();
    let mut failed = false;
    for path in paths {
        match crate::Document::open(documents.len() as u32, path) {
            Ok(document) => documents.push(document),
            Err(error) => {
                complain(&error.into());
                failed = true;
            }
        }
    }
    (documents, failed)
}
