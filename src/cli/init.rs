//! `crosscheck init`: a commented file of settings to begin with.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use anyhow::Context;
use clap::Args;

use super::{Outcome, complain};
use crate::config::{FILE_NAME, init};

/// Write a commented crosscheck.toml that changes nothing yet.
#[derive(Args)]
pub(super) struct Arguments {
    /// Write it into this folder.
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let path = arguments.folder.join(FILE_NAME);
    let path = path.strip_prefix(".").unwrap_or(&path);
    let opened = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = match opened {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => anyhow::bail!(
            "`{}` is there already, and is left as it is; `crosscheck config --show` prints what it says",
            path.display()
        ),
        opened => opened.with_context(|| format!("failed to write `{}`", path.display()))?,
    };
    let written = file.write_all(init().as_bytes());
    if written.is_err() {
        // It was made here, and half of it would be no file of settings.
        let _ = std::fs::remove_file(path);
    }
    written.with_context(|| format!("failed to write `{}`", path.display()))?;
    complain(&anyhow::anyhow!("wrote `{}`", path.display()));
    Ok(Outcome::Clean)
}
