//! `crosscheck man`: the man page.

use anyhow::Context;
use clap::{Args, CommandFactory};
use clap_mangen::Man;

use super::Outcome;
use super::output::print;

/// Print the man page, in the format of roff.
#[derive(Args)]
pub(super) struct Arguments {
    /// Name a command, for its own page; without it the page is the program's.
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let mut program = super::Arguments::command();
    program.build();
    let command = match &arguments.command {
        None => &program,
        Some(name) => program.find_subcommand(name).with_context(|| {
            format!("there is no command `{name}`; `crosscheck help` lists all commands")
        })?,
    };
    let title = command
        .get_display_name()
        .unwrap_or("crosscheck")
        .to_owned();
    let man = Man::new(command.clone())
        .title(title)
        .date(DAY)
        .source(SOURCE);
    let mut page = Vec::new();
    man.render(&mut page)?;
    print(&mended(&String::from_utf8_lossy(&page)))?;
    Ok(Outcome::Clean)
}

/// What the pages belong to.
const SOURCE: &str = concat!("crosscheck ", env!("CARGO_PKG_VERSION"));

/// The day of this version: man pages have one, and no clock is asked.
const DAY: &str = "2026-11-22";

/// A page without what readers of man pages warn of: the writer puts a blank line between two breaks where a paragraph begins.
fn mended(page: &str) -> String {
    page.replace("\n.br\n\n.br\n", "\n.sp\n")
}
