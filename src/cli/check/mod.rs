//! `crosscheck check`: a corpus, story by story.
//!
//! Stories are compared in parallel, some at a time, and what each gave is taken in the order of their names: the output is
//! the same whatever the number of threads, and no more than these few reports are held at once.

mod accepted;
mod compare;
mod sample;
mod tally;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use self::accepted::Accepted;
use self::compare::{Compared, Comparing, compare, parts};
use self::sample::Sample;
use self::tally::Tally;
use super::reporting::{Reporting, Told};
use super::settings;
use super::{Outcome, complain, complain_of_comments, fails};
use crate::config::{Settings, Stories, Used};
use crate::corpus::cache::{self, Cache, Key};
use crate::corpus::walk::{Exclude, File, Walk};
use crate::corpus::{Corpus, Grouping, Origin, Story};
use crate::error::but_there_is;
use crate::report::{Report, escape, json};

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
    /// Show this many findings only, drawn by lot: to judge on one's own corpus how many are right.
    #[arg(long, value_name = "N", conflicts_with = "statistics")]
    sample: Option<NonZeroUsize>,
    /// Draw another sample; the same number draws the same findings.
    #[arg(long, value_name = "S", default_value_t = 0, requires = "sample")]
    seed: u64,
    /// Report only what this file does not accept; the default is crosscheck-baseline.json beside the settings or in the
    /// current folder, if it is there.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Report everything, whatever was accepted.
    #[arg(long, conflicts_with_all = ["baseline", "write_baseline"])]
    no_baseline: bool,
    /// Accept all that is found: write it into the baseline, and drop from it what is found no more.
    #[arg(long, conflicts_with = "sample")]
    write_baseline: bool,
    /// Compare everything anew, and keep nothing for the next run.
    #[arg(long)]
    no_cache: bool,
    /// Keep what was found in this folder, for the next run; the default is the user's folder for caches, from 100 files on.
    #[arg(long, value_name = "DIR", conflicts_with = "no_cache")]
    cache_dir: Option<PathBuf>,
    /// Compare this many stories at once; the default is one for each processor.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// End with status 0 whatever is found.
    #[arg(long)]
    exit_zero: bool,
    #[command(flatten)]
    reporting: Reporting,
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

/// More threads than this no machine runs at once, and a slip of the key may ask for any number.
const MOST_JOBS: usize = 1024;

pub(in crate::cli) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let mut threads = rayon::ThreadPoolBuilder::new();
    if let Some(jobs) = arguments.jobs {
        threads = threads.num_threads(jobs.get().min(MOST_JOBS));
    }
    threads
        .build()
        .context("failed to start the threads")?
        .install(|| check(arguments))
}

fn check(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let Some((reporting, settings)) = arguments.reporting.settle(&arguments.paths)? else {
        return Ok(Outcome::Failed);
    };
    let (mut corpus, cache, mut failed) = read(arguments, &reporting, &settings)?;
    let files: Vec<PathBuf> = corpus
        .entries
        .iter()
        .filter_map(|entry| Some(entry.file()?.to_owned()))
        .collect();
    reporting.refuse_to_overwrite(&files)?;
    select(&mut corpus, &arguments.story)?;
    if arguments.list_stories {
        reporting.print(&match reporting.is_json("--list-stories")? {
            true => list_json(&corpus),
            false => list(&corpus),
        })?;
        return Ok(Outcome::of(failed, false));
    }
    let here = settings::here()?;
    // What lies in folders that are walked is there as far as it is to be compared at all.
    let complete = arguments.paths.iter().all(|path| path.is_dir())
        || settings::fill_their_folders(files.iter().map(PathBuf::as_path));
    let run = arguments.reporting.settings.run(&here, &settings, complete);
    let mut used = Used::default();
    let mut accepted = Accepted::new(arguments, &settings, &here, &corpus)?;
    let mut sample = arguments
        .sample
        .map(|size| Sample::new(size.get(), arguments.seed));
    let mut tally = Tally::new(&corpus);
    let mut told: Vec<Told> = Vec::new();
    let mut found = false;
    let parts = parts(&corpus);
    let bar = progress(parts.len());
    let comparing = Comparing {
        settings: &settings,
        corpus: &corpus,
        cache: cache.as_ref(),
        articles_wanted: reporting.looks_at_articles() || settings.has_house_lists(),
        agreements_wanted: agreements_wanted(&reporting, &settings),
    };
    let together = AT_ONCE * rayon::current_num_threads();
    for (some, first) in parts.chunks(together).zip((0..).step_by(together)) {
        let compared: Vec<Compared> = some
            .par_iter()
            .map(|part| {
                let compared = compare(&comparing, part);
                bar.inc(1);
                compared
            })
            .collect();
        for ((part, compared), number) in some.iter().zip(compared).zip(first..) {
            bar.suspend(|| compared.problems.iter().for_each(complain));
            failed |= compared.failed;
            let mut report = compared.report;
            settings.hold_to_house(&mut report, run);
            accepted.note(part.story, &report);
            settings.apply(&mut report, run, &mut used);
            accepted.take_out(part.story, &mut report);
            found |= fails(&report, &settings);
            tally.add(Some(part.story), &report);
            if let Some(sample) = &mut sample {
                sample.add(number, &part.story.name, report);
            } else if !arguments.statistics {
                let mut story = reporting.tell_story(&report, &part.story.name, &part.heading());
                bar.suspend(|| reporting.print_ahead(&mut story))?;
                told.push(story);
            }
        }
    }
    bar.finish_and_clear();
    if let Some(cache) = cache {
        let path = cache.path().to_owned();
        // Of stories that were not asked for this run knows nothing.
        if let Err(error) = cache.finish(failed || !arguments.story.is_empty()) {
            let error = anyhow::Error::from(error).context(format!(
                "note: failed to write the cache `{}`, so the next run takes as long as this one",
                path.display()
            ));
            complain(&error);
        }
    }
    complain_of_comments(&used);
    let mut report = Report::new(Vec::new(), Vec::new(), Vec::new());
    let all = covers_all(arguments, &settings, &here);
    settings.report_unused(&mut report, &used, run, all);
    if let Some(list) = report.articles.first() {
        // What is allowed stands in no story: its place is the file that allows it.
        let name = list.document.source.name().to_owned();
        let list = Story {
            name: name.clone(),
            origin: Origin::Path(PathBuf::from(&name)),
            documents: Vec::new(),
        };
        accepted.take_out(&list, &mut report);
        found |= fails(&report, &settings);
        tally.add(None, &report);
        if !report.findings.is_empty() && sample.is_none() && !arguments.statistics {
            told.push(reporting.tell_story(&report, &name, &escape::line(&name)));
        }
    }
    let mut ending = tally.summary(accepted.count());
    if let Some(sample) = sample {
        ending.push_str(&sample.summary());
        for (number, report) in sample.drawn() {
            let part = &parts[number];
            told.push(reporting.tell_story(&report, &part.story.name, &part.heading()));
        }
    }
    if arguments.statistics {
        reporting.print(&match reporting.is_json("--statistics")? {
            true => tally.statistics_json(),
            false => tally.statistics(),
        })?;
    } else {
        reporting.write(told, &ending, settings.fail_on.value)?;
    }
    accepted.finish(failed)?;
    Ok(Outcome::of(failed, found && !arguments.exit_zero))
}

/// So many stories a thread are compared before their findings are printed.
const AT_ONCE: usize = 8;

/// The corpus, what earlier runs kept of it, and whether some of it could not be read.
fn read(
    arguments: &Arguments,
    reporting: &Reporting,
    settings: &Settings,
) -> anyhow::Result<(Corpus, Option<Cache>, bool)> {
    let mut excludes = vec![Exclude::new(".".as_ref(), &arguments.exclude)?];
    for (folder, patterns) in settings.excluded() {
        excludes.push(Exclude::new(folder, &patterns)?);
    }
    let walk = Walk {
        roots: arguments.paths.clone(),
        excludes,
        force_exclude: arguments.force_exclude,
        endings: arguments.input_format.map(|Input::Jsonl| RECORDS),
    };
    let grouping = arguments
        .stories
        .map(Grouping::from)
        .or_else(|| grouping(settings));
    let (files, mut problems) = walk.files();
    let cache = cache(arguments, reporting, settings, &files);
    let (corpus, more) = match arguments.input_format {
        Some(Input::Jsonl) => Corpus::of_records(&files, grouping, cache.as_ref()),
        None => Corpus::of_files(&files, grouping, cache.as_ref()),
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
    Ok((corpus, cache, failed))
}

/// From so many files on a run is worth to be remembered; fewer are compared before anybody looks up.
const WORTH_A_CACHE: usize = 100;

/// From so many bytes on records are.
const BYTES_WORTH_A_CACHE: u64 = 1 << 18;

/// Whether something is written that looks at what the documents agree on.
fn agreements_wanted(reporting: &Reporting, settings: &Settings) -> bool {
    settings.agreements.value || reporting.looks_at_articles()
}

/// What earlier runs over the same folders and files kept.
fn cache(
    arguments: &Arguments,
    reporting: &Reporting,
    settings: &Settings,
    files: &[File],
) -> Option<Cache> {
    let size = |file: &File| std::fs::metadata(&file.path).map_or(0, |m| m.len());
    let worth = match arguments.input_format {
        Some(Input::Jsonl) => files.iter().map(size).sum::<u64>() >= BYTES_WORTH_A_CACHE,
        None => files.len() >= WORTH_A_CACHE,
    };
    let folder = match &arguments.cache_dir {
        Some(folder) => folder.clone(),
        None if worth && !arguments.no_cache => cache::folder()?,
        None => return None,
    };
    let options = settings.options();
    let asked = [
        options.format_differences,
        options.no_self,
        agreements_wanted(reporting, settings),
    ];
    let mut roots: Vec<PathBuf> = arguments.paths.clone();
    roots.iter_mut().for_each(|root| {
        *root = std::path::absolute(&*root).unwrap_or_else(|_| root.clone());
    });
    roots.sort();
    roots.dedup();
    let roots = roots.iter().map(|root| root.as_os_str().as_encoded_bytes());
    let body = Key::all(roots.chain([asked.map(u8::from).as_slice()]));
    let (cache, note) = Cache::open(&folder, body);
    if let Some(note) = note {
        complain(&anyhow::anyhow!("note: {note}"));
    }
    Some(cache)
}

/// Whether the run sees all that the settings hold for, so that what fits nothing in it fits nothing at all: every story of the
/// folder of the settings, of which no file was named by itself.
fn covers_all(arguments: &Arguments, settings: &Settings, here: &std::path::Path) -> bool {
    let folder = settings
        .files
        .first()
        .map_or(here, |file| file.folder.as_path());
    let folder = std::fs::canonicalize(folder);
    arguments.story.is_empty()
        && arguments.paths.iter().all(|path| path.is_dir())
        && arguments.paths.iter().any(|path| {
            let path = std::fs::canonicalize(path);
            matches!((&folder, &path), (Ok(folder), Ok(path)) if folder.starts_with(path))
        })
}

/// How the settings say that stories are found, where they say it.
fn grouping(settings: &Settings) -> Option<Grouping> {
    settings.stories.from?;
    Some(match settings.stories.value {
        Stories::Folder => Grouping::Folder,
        Stories::Auto => Grouping::Auto,
    })
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
                but_there_is(name, &known)
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

/// The same as one `crosscheck.stories/1` object.
fn list_json(corpus: &Corpus) -> String {
    let stories = corpus.stories.iter().map(|story| {
        let documents = story.documents.iter();
        let documents: Vec<&str> = documents
            .filter_map(|&d| Some(corpus.entries.get(d)?.name.as_str()))
            .collect();
        serde_json::json!({"name": story.name, "documents": documents})
    });
    let stories: Vec<serde_json::Value> = stories.collect();
    json::to_line(&serde_json::json!({"schema": "crosscheck.stories/1", "stories": stories}))
}

/// A bar on standard error, if that is a terminal.
fn progress(parts: usize) -> ProgressBar {
    let bar = ProgressBar::new(parts as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} stories") {
        bar.set_style(style);
    }
    bar
}
