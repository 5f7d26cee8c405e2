//! The command line: flags, help, and a file per command.

mod check;
mod completions;
mod config;
mod diff;
mod explain;
mod extract;
mod init;
mod input;
mod man;
mod names;
mod output;
mod pair;
mod reporting;
mod settings;
mod target;
mod verify;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::config::{Settings, Used};
use crate::report::{Report, escape, model};

/// Show where articles on one story disagree.
///
/// Exit status: 0 nothing at the failing level, 1 findings, 2 some of the work could not be done.
#[derive(Parser)]
#[command(name = "crosscheck", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Diff(diff::Arguments),
    Check(check::Arguments),
    Verify(verify::Arguments),
    Extract(extract::Arguments),
    Names(names::Arguments),
    Explain(explain::Arguments),
    Config(config::Arguments),
    Init(init::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
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

impl Outcome {
    /// How work ends of which some could not be done, or that found something.
    fn of(failed: bool, found: bool) -> Outcome {
        match (failed, found) {
            (true, _) => Outcome::Failed,
            (false, true) => Outcome::Findings,
            (false, false) => Outcome::Clean,
        }
    }
}

/// Whether some finding has the failing level.
fn fails(report: &Report, settings: &Settings) -> bool {
    let failing = settings.fail_on.value;
    report.findings.iter().any(|f| f.level >= failing)
}

/// Keeps what goes wrong on the thread that reads a PDF file from standard error: the message about the file says it.
#[cfg(feature = "pdf")]
fn hush() {
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(crate::read::pdf::THREAD) {
            told(panic);
        }
    }));
}

/// Parses the arguments and runs the command; findings go to standard output, all else to standard error.
pub fn run() -> ExitCode {
    #[cfg(feature = "pdf")]
    hush();
    let outcome = match Arguments::parse().command {
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Extract(arguments) => extract::run(&arguments),
        Command::Names(arguments) => names::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Config(arguments) => config::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man(arguments) => man::run(&arguments),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Failed) => ExitCode::from(2),
        // What has no status of its own is over; a report says what was found, read to its end or not.
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
    let _ = writeln!(
        std::io::stderr(),
        "crosscheck: {}",
        escape::line(&format!("{error:#}"))
    );
}

/// A note on every comment of a document that says something to crosscheck and says it wrong.
fn complain_of_comments(used: &Used) {
    for message in used.wrong_comments() {
        complain(&anyhow::anyhow!("note: {message}"));
    }
}

/// A note on every two documents that were not compared since they tell different stories, and on what is too much to be
/// compared.
fn complain_of_strangers(report: &Report) {
    for notice in model::Notice::all(report) {
        complain(&anyhow::anyhow!("note: {}", notice.message));
    }
}

/// The text of a file, or of standard input for `-`.
fn read_input(path: &Path) -> anyhow::Result<String> {
    Ok(input::read_input(path)?)
}

/// Writes `output` to standard output.
fn print(output: &str) -> anyhow::Result<()> {
    output::print(output)
}
