//! `crosscheck man`: the man page.

use anyhow::Context;
use clap::{Args, CommandFactory};
use clap_mangen::Man;

use super::Outcome;
use super::output::print_by;

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
        .source(concat!("crosscheck ", env!("CARGO_PKG_VERSION")));
    print_by(|output| man.render(output))?;
    Ok(Outcome::Clean)
}
