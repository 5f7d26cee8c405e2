//! `crosscheck check`: a corpus, story by story.
//!
//! Stories are compared in parallel, some at a time, and what each gave is taken in the order of their names: the output is
//! the same whatever the number of threads, and no more than these few reports are held at once.

mod tally;

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, ColorChoice, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use self::tally::Tally;
use super::diff::{FailOn, confidence};
use super::explain::suggestion;
use super::{Outcome, complain, output};
use crate::corpus::walk::{Exclude, Walk};
use crate::corpus::{Corpus, Grouping, Story};
use crate::finding::Level;
use crate::report::{Detail, Report, escape, text};

/// Check a corpus: show where the articles on each of its stories disagree.
///
/// A folder that directly holds two articles or more is a story, and so are all that name one in their front matter
/// (`story: NAME`). An article alone is checked against itself.
#[derive(Args)]
pub(in crate::cli) struct Arguments {
    /// Name folders to walk, or files; `-` is standard input (with `--input-format`).
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// Read the input as this format; the default goes by the ending of each file.
    #[arg(long, value_name = "FORMAT")]
    input_format: Option<Input>,
    /// Leave out the files that match this pattern, by the rules of .gitignore; can be given several times.
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<String>,
    /// Leave out what `--exclude` says also where it is named on the command line.
    #[arg(long)]
    force_exclude: bool,
    /// Sort the articles into stories by their folders or by what they tell; the default is by folder, for records by content.
    #[arg(long, value_name = "HOW")]
    stories: Option<HowGrouped>,
    /// Check this story only; can be given several times.
    #[arg(long, value_name = "NAME")]
    story: Vec<String>,
    /// List the stories with their documents instead of checking them.
    #[arg(long)]
    list_stories: bool,
    /// Show how many findings each rule has instead of the findings.
    #[arg(long)]
    statistics: bool,
    /// Compare this many stories at once; the default is one for each processor.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Show what the documents agree on as well.
    #[arg(long)]
    agreements: bool,
    /// Show what spoke for and against each finding, and how sure it is.
    #[arg(long)]
    explain: bool,
    /// Show names that differ in case, accents, hyphens or spaces only, too.
    #[arg(long)]
    format_differences: bool,
    /// Leave out what one document contradicts itself in.
    #[arg(long)]
    no_self: bool,
    /// Use colours; `auto` means on a terminal, unless NO_COLOR is set.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
    /// End with status 1 if a finding has this level or a higher one.
    #[arg(long, value_name = "LEVEL", default_value = "warning")]
    fail_on: FailOn,
    /// End with status 0 whatever is found.
    #[arg(long)]
    exit_zero: bool,
    /// Leave out findings below this confidence, from 0 to 1.
    #[arg(long, value_name = "X", default_value_t = Report::MIN_CONFIDENCE, value_parser = confidence)]
    min_confidence: f64,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Input {
    /// One document a line: `{"id", "text", "published", "story"}`.
    Jsonl,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum HowGrouped {
    /// By what they tell.
    Auto,
    /// By their folders.
    Folder,
}

impl From<HowGrouped> for Grouping {
    fn from(how: HowGrouped) -> Grouping {
        match how {
            HowGrouped::Auto => Grouping::Auto,
            HowGrouped::Folder => Grouping::Folder,
        }
    }
}

pub(in crate::cli) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let mut threads = rayon::ThreadPoolBuilder::new();
    if let Some(jobs) = arguments.jobs {
        threads = threads.num_threads(jobs.get());
    }
    threads
        .build()
        .context("failed to start the threads")?
        .install(|| check(arguments))
}

fn check(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let (mut corpus, mut failed) = read(arguments)?;
    select(&mut corpus, &arguments.story)?;
    if arguments.list_stories {
        output::print(&list(&corpus))?;
        return Ok(if failed {
            Outcome::Failed
        } else {
            Outcome::Clean
        });
    }
    let failing = Level::from(arguments.fail_on);
    let mut tally = Tally::new(&corpus);
    let mut found = false;
    let parts = parts(&corpus);
    let bar = progress(parts.len());
    for some in parts.chunks(AT_ONCE * rayon::current_num_threads()) {
        let compared: Vec<Compared> = some
            .par_iter()
            .map(|part| {
                let compared = compare(arguments, &corpus, part);
                bar.inc(1);
                compared
            })
            .collect();
        for (part, mut compared) in some.iter().zip(compared) {
            bar.suspend(|| {
                for problem in &compared.problems {
                    complain(problem);
                }
            });
            failed |= compared.failed;
            compared.report.leave_out_below(arguments.min_confidence);
            found |= compared.report.findings.iter().any(|f| f.level >= failing);
            tally.add(part.story, &compared.report);
            if !arguments.statistics {
                bar.suspend(|| print_story(arguments, part, &compared.report))?;
            }
        }
    }
    bar.finish_and_clear();
    output::print(&if arguments.statistics {
        tally.statistics()
    } else {
        tally.summary()
    })?;
    Ok(if failed {
        Outcome::Failed
    } else if found && !arguments.exit_zero {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

/// So many stories a thread are compared before their findings are printed.
const AT_ONCE: usize = 8;

/// The corpus, and whether some of it could not be read.
fn read(arguments: &Arguments) -> anyhow::Result<(Corpus, bool)> {
    let walk = Walk {
        roots: arguments.paths.clone(),
        excludes: vec![Exclude::new(".".as_ref(), &arguments.exclude)?],
        force_exclude: arguments.force_exclude,
        endings: arguments.input_format.map(|Input::Jsonl| RECORDS),
    };
    let grouping = arguments.stories.map(Grouping::from);
    let (files, mut problems) = walk.files();
    let (corpus, more) = match arguments.input_format {
        Some(Input::Jsonl) => Corpus::of_records(&files, grouping),
        None => Corpus::of_files(&files, grouping),
    };
    problems.extend(more);
    let failed = !problems.is_empty();
    for problem in problems {
        complain(&problem.into());
    }
    if corpus.entries.is_empty() {
        let paths: Vec<String> = arguments
            .paths
            .iter()
            .map(|path| format!("`{}`", path.display()))
            .collect();
        anyhow::bail!(
            "no article could be read in {}; name the folder that holds them",
            paths.join(", ")
        );
    }
    Ok((corpus, failed))
}

/// The endings of files that hold a record a line.
const RECORDS: &[&str] = &["jsonl", "ndjson"];

/// Keeps the stories of these names, or all where none is named.
fn select(corpus: &mut Corpus, names: &[String]) -> anyhow::Result<()> {
    for name in names {
        if !corpus.stories.iter().any(|story| story.name == *name) {
            let known: Vec<&str> = corpus.stories.iter().map(|s| s.name.as_str()).collect();
            anyhow::bail!(
                "there is no story `{name}`{}; `--list-stories` lists all stories",
                suggestion(name, &known)
            );
        }
    }
    if !names.is_empty() {
        corpus.stories.retain(|story| names.contains(&story.name));
    }
    Ok(())
}

/// A story a line with its documents below it.
fn list(corpus: &Corpus) -> String {
    let mut list = String::new();
    for story in &corpus.stories {
        list.push_str(&format!("{}\n", escape::line(&story.name)));
        for &document in &story.documents {
            list.push_str(&format!(
                "  {}\n",
                escape::line(&corpus.entries[document].name)
            ));
        }
    }
    list
}

/// Documents that are compared with each other: a story, or a part of one that has too many.
struct Part<'a> {
    story: &'a Story,
    documents: Vec<usize>,
    number: usize,
    of: usize,
}

fn parts(corpus: &Corpus) -> Vec<Part<'_>> {
    let of_story = |story| {
        let parts = Story::parts(story, &corpus.entries);
        let of = parts.len();
        let numbered = parts.into_iter().zip(1..);
        numbered.map(move |(documents, number)| Part {
            story,
            documents,
            number,
            of,
        })
    };
    corpus.stories.iter().flat_map(of_story).collect()
}

/// What became of a part.
struct Compared {
    report: Report,
    /// What to say on it, in order.
    problems: Vec<anyhow::Error>,
    /// Whether some of it could not be read.
    failed: bool,
}

fn compare(arguments: &Arguments, corpus: &Corpus, part: &Part<'_>) -> Compared {
    let (documents, unread) = corpus.open(&part.documents);
    let failed = !unread.is_empty();
    let mut problems: Vec<anyhow::Error> = unread.into_iter().map(Into::into).collect();
    if part.number == 1 && part.of > 1 {
        problems.push(anyhow::anyhow!(
            "note: story `{}` has {} documents, too many to compare each with each; they are compared in {} parts, by day \
             (`--stories auto` sorts them by what they tell)",
            part.story.name,
            part.story.documents.len(),
            part.of
        ));
    }
    for document in documents.iter().filter(|d| d.blocks.is_empty()) {
        problems.push(anyhow::anyhow!(
            "note: `{}` holds no text, so nothing in it can disagree",
            document.source.name()
        ));
    }
    let options = crate::Options {
        format_differences: arguments.format_differences,
        no_self: arguments.no_self,
    };
    let report = crate::compare_with(documents, &options);
    problems.extend(strangers(part.story, &report));
    Compared {
        report,
        problems,
        failed,
    }
}

/// A note on the documents that tell another story than all the others.
fn strangers(story: &Story, report: &Report) -> Option<anyhow::Error> {
    let documents = report.articles.len();
    let mut apart: BTreeMap<usize, usize> = BTreeMap::new();
    for &(a, b) in &report.strangers {
        *apart.entry(a).or_default() += 1;
        *apart.entry(b).or_default() += 1;
    }
    let alone: Vec<String> = apart
        .into_iter()
        .filter(|&(_, strangers)| strangers + 1 == documents)
        .map(|(document, _)| format!("`{}`", report.articles[document].document.source.name()))
        .collect();
    let which = match alone.len() {
        0 => return None,
        1 => format!(
            "{} shares too few names with the others to tell one story, and was",
            alone[0]
        ),
        n if n == documents => {
            "the documents share too few names to tell one story, and were".to_owned()
        }
        n => {
            let more = match n.saturating_sub(NAMED) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let named = alone[..n.min(NAMED)].join(", ");
            format!("{named}{more} share too few names with the others to tell one story, and were")
        }
    };
    Some(anyhow::anyhow!(
        "note: in story `{}`, {which} not compared",
        story.name
    ))
}

/// So many documents are named in a note.
const NAMED: usize = 5;

/// Prints what was found in a part, with a heading; nothing where nothing was.
fn print_story(arguments: &Arguments, part: &Part<'_>, report: &Report) -> anyhow::Result<()> {
    let detail = Detail {
        agreements: arguments.agreements,
        explain: arguments.explain,
    };
    let body = text::body(report, detail);
    if body.is_empty() {
        return Ok(());
    }
    let which = match part.of {
        1 => String::new(),
        of => format!(", part {} of {of}", part.number),
    };
    let heading = format!(
        "=== {} ({}{which}) ===\n\n",
        escape::line(&part.story.name),
        counted(part.documents.len(), "document", "documents")
    );
    output::print_styled(&format!("{heading}{body}"), output::choice(arguments.color))
}

fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A bar on standard error, if that is a terminal.
fn progress(parts: usize) -> ProgressBar {
    let bar = ProgressBar::new(parts as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} stories") {
        bar.set_style(style);
    }
    bar
}
