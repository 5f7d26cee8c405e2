//! `crosscheck config`: the settings that hold, and the schema of the file that they are written in.

use std::path::PathBuf;

use clap::Args;

use super::settings::SettingsFlags;
use super::{Outcome, print};
use crate::config::{schema, show};

/// Show the settings that hold and where each comes from, or the schema of crosscheck.toml.
#[derive(Args)]
pub(super) struct Arguments {
    /// Show what holds for these files or folders; the default is the current folder.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Show the settings that hold, as TOML; this is the default.
    #[arg(long)]
    show: bool,
    /// Print the JSON schema of crosscheck.toml instead, for editors.
    #[arg(long, conflicts_with_all = ["show", "paths", "config", "no_config", "today"])]
    schema: bool,
    #[command(flatten)]
    settings: SettingsFlags,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    if arguments.schema {
        print(&schema())?;
        return Ok(Outcome::Clean);
    }
    let Some(settings) = arguments.settings.load(&arguments.paths)? else {
        return Ok(Outcome::Failed);
    };
    print(&show(&settings))?;
    Ok(Outcome::Clean)
}
