//! `crosscheck completions`: what a shell completes.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::Outcome;
use super::output::print_by;

/// Print the completions for a shell.
#[derive(Args)]
pub(super) struct Arguments {
    /// Name the shell.
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let mut command = super::Arguments::command();
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "crosscheck", &mut script);
    print_by(|output| std::io::Write::write_all(output, &script))?;
    Ok(Outcome::Clean)
}
