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
        .date(day())
        .source(SOURCE);
    let mut page = Vec::new();
    man.render(&mut page)?;
    print(&mended(&String::from_utf8_lossy(&page)))?;
    Ok(Outcome::Clean)
}

/// What the pages belong to.
const SOURCE: &str = concat!("crosscheck ", env!("CARGO_PKG_VERSION"));

/// The day of this version, as the changelog gives it behind its number ("## 0.1.0 - 2026-12-01"); none before it is out. No clock is
/// asked, and no second place has to be kept.
fn day() -> String {
    let changes = include_str!("../../CHANGELOG.md").lines();
    let mut headings = changes.filter_map(|line| line.strip_prefix("## "));
    let own = headings.find_map(|heading| heading.strip_prefix(env!("CARGO_PKG_VERSION")));
    let day = own.map(|rest| rest.trim_matches(|c: char| !c.is_ascii_digit()));
    day.unwrap_or_default().to_owned()
}

/// A page without what readers of man pages warn of: the writer puts a blank line between two breaks where a paragraph begins.
fn mended(page: &str) -> String {
    page.replace("\n.br\n\n.br\n", "\n.sp\n")
}
