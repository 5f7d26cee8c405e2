//! Where the commands write: standard output, or a file that is there whole or not at all.

use std::fs::OpenOptions;
use std::io::{BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use anyhow::Context;

/// What came of writing a report to standard output, where a reader that has gone is no failure: the other reports are written all
/// the same, and the exit status says what was found.
pub(super) fn unless_gone(written: anyhow::Result<()>) -> anyhow::Result<()> {
    written.or_else(|error| match super::is_broken_pipe(&error) {
        true => Ok(()),
        false => Err(error),
    })
}

/// Writes `output` to standard output, as it is.
pub(super) fn print(output: &str) -> anyhow::Result<()> {
    let mut stdout = std::io::stdout().lock();
    let written = stdout.write_all(output.as_bytes());
    written.and_then(|()| stdout.flush()).context(STDOUT)
}

/// What is said where standard output takes no more.
const STDOUT: &str = "failed to write to standard output";

/// Writes to standard output what `write` gives, as it comes.
pub(super) fn print_by(
    write: impl FnOnce(&mut BufWriter<StdoutLock>) -> std::io::Result<()>,
) -> anyhow::Result<()> {
    let mut stdout = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    let written = write(&mut stdout);
    written.and_then(|()| stdout.flush()).context(STDOUT)
}

/// Writes styled text to standard output: with its colours on a terminal, without them elsewhere, or as `color` says.
pub(super) fn print_styled(output: &str, color: ColorChoice) -> anyhow::Result<()> {
    let mut stdout = AutoStream::new(std::io::stdout().lock(), color);
    let written = stdout.write_all(output.as_bytes());
    written.and_then(|()| stdout.flush()).context(STDOUT)
}

/// The text as it goes into a file: colours only where they were asked for.
pub(super) fn for_file(output: &str, color: ColorChoice) -> String {
    match color {
        ColorChoice::Always | ColorChoice::AlwaysAnsi => output.to_owned(),
        ColorChoice::Auto | ColorChoice::Never => anstream::adapter::strip_str(output).to_string(),
    }
}

/// Writes `output` to the file at `path` by way of a file beside it, so that nobody ever reads half a report.
pub(super) fn write(path: &Path, output: impl AsRef<[u8]>) -> anyhow::Result<()> {
    let output = output.as_ref();
    // Through a link to the file that it means, which keeps the link.
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let result = match std::fs::metadata(&path) {
        // A device or pipe cannot be replaced by a file, only written to.
        Ok(metadata) if !metadata.is_file() => OpenOptions::new()
            .write(true)
            .open(&path)
            .and_then(|mut file| file.write_all(output)),
        _ => replace(&path, output),
    };
    result.with_context(|| format!("failed to write `{}`", path.display()))
}

fn replace(path: &Path, output: &[u8]) -> std::io::Result<()> {
    let beside = beside(path);
    // A run of the same number that was killed may have left one.
    let _ = std::fs::remove_file(&beside);
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&beside)
        .and_then(|mut file| {
            // Who may read the old report may read the new one.
            if let Ok(old) = std::fs::metadata(path) {
                file.set_permissions(old.permissions())?;
            }
            file.write_all(output)?;
            file.sync_all()
        })
        .and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        // What went wrong first is what is said; a rest that cannot be removed adds nothing to it.
        let _ = std::fs::remove_file(&beside);
    }
    written
}

/// A name in the same folder, hidden and this process' own.
fn beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", std::process::id()));
    path.with_file_name(name)
}
