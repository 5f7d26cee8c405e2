//! The `crosscheck` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    crosscheck::cli::run()
}
