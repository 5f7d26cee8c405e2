//! `crosscheck verify`: hold a draft to its sources.

use std::path::{Path, PathBuf};

use clap::Args;

use super::input;
use super::reporting::Reporting;
use super::{Outcome, complain, complain_of_comments, complain_of_strangers, fails, settings};
use crate::config::Used;
use crate::corpus::walk::Walk;
use crate::finding::Level;
use crate::verify::{NOT_FOUND, named_sources, verify_with};

/// Hold each claim of a draft to its sources: supported, contradicted, or found in none.
///
/// The figures, dates, names and quotations of the draft are looked for in the sources. What a source says otherwise is an
/// error; what no source says is a note (rule `not-found`), and an error with `--require-support`.
#[derive(Args)]
pub(super) struct Arguments {
    /// Name the draft; `-` is standard input.
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    #[command(flatten)]
    stdin_name: input::StdinName,
    /// Name its sources: files, folders, or patterns such as `notes/*.md`. The draft's front matter may name more (`sources:`).
    #[arg(long = "source", value_name = "FILE", num_args = 1..)]
    sources: Vec<PathBuf>,
    /// End with status 1 if a claim is found in no source.
    #[arg(long)]
    require_support: bool,
    #[command(flatten)]
    reporting: Reporting,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let draft = std::slice::from_ref(&arguments.draft);
    let named = arguments.stdin_name.of_all(draft);
    let Some((reporting, mut settings)) = arguments.reporting.settle(&named)? else {
        return Ok(Outcome::Failed);
    };
    if arguments.require_support {
        settings.put_level(NOT_FOUND, Level::Error);
    }
    let opened = input::open_all(draft, &arguments.stdin_name);
    let Some(draft_document) = opened.documents.into_iter().next() else {
        return Ok(Outcome::Failed);
    };
    let draft_name = arguments.stdin_name.of(&arguments.draft);
    let folder = draft_name.parent().unwrap_or(Path::new(""));
    let named = named_sources(&draft_document).into_iter();
    let roots = arguments.sources.iter().cloned();
    let mut failed = false;
    let mut paths = Vec::new();
    for root in roots.chain(named.map(|source| folder.join(source))) {
        match found(&root) {
            Ok(found) => paths.extend(found),
            Err(error) => {
                complain(&error);
                failed = true;
            }
        }
    }
    let (files, problems) = Walk {
        roots: paths,
        ..Walk::default()
    }
    .files();
    for problem in problems {
        complain(&problem.into());
        failed = true;
    }
    let own = input::identity(&arguments.draft);
    let files: Vec<PathBuf> = files
        .into_iter()
        .map(|file| file.path)
        // A folder of sources may hold the draft as well, which is no source of itself.
        .filter(|path| input::identity(path) != own)
        .collect();
    let read: Vec<PathBuf> = files.iter().chain(draft).cloned().collect();
    reporting.refuse_to_overwrite(&read)?;
    let sources = input::open_from(1, &files, &arguments.stdin_name);
    failed |= sources.failed;
    if sources.documents.is_empty() {
        if !failed {
            complain(&anyhow::anyhow!(
                "`{}` has no sources; name them with `--source`, or in its front matter as `sources:`",
                arguments.draft.display()
            ));
        }
        return Ok(Outcome::Failed);
    }
    let mut verification = verify_with(draft_document, sources.documents, &settings.options());
    let report = &mut verification.report;
    complain_of_strangers(report);
    let here = settings::here()?;
    let run = arguments.reporting.settings.run(&here, &settings, false);
    settings.hold_to_house(report, run);
    let mut used = Used::default();
    settings.apply(report, run, &mut used);
    complain_of_comments(&used);
    let failing = settings.fail_on.value;
    let told = vec![reporting.tell_verification(&verification)];
    reporting.write(told, "", failing)?;
    Ok(Outcome::of(failed, fails(&verification.report, &settings)))
}

/// The files and folders that a source names: itself where there is such a one, else those that it fits as a pattern of the
/// file's name.
fn found(source: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let name = source.file_name().and_then(|n| n.to_str()).unwrap_or("");
    if source.exists() || source.as_os_str() == "-" || !name.contains(['*', '?', '[']) {
        return Ok(vec![source.to_owned()]);
    }
    let folder = source.parent().filter(|p| !p.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let pattern = globset::Glob::new(name)?.compile_matcher();
    let entries = std::fs::read_dir(folder)
        .map_err(|e| anyhow::anyhow!("failed to look for `{}`: {e}", source.display()))?;
    let fits = |path: &PathBuf| {
        path.is_file() && path.file_name().is_some_and(|name| pattern.is_match(name))
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|e| Some(e.ok()?.path()))
        .filter(fits)
        .collect();
    files.sort();
    if files.is_empty() {
        anyhow::bail!("no file fits `{}`", source.display());
    }
    Ok(files)
}
