//! The baseline of a check: found, asked about every finding, and written.

use std::path::{Path, PathBuf};

use super::Arguments;
use crate::cli::{complain, output};
use crate::config::Settings;
use crate::corpus::baseline::{Baseline, Entry, Scope};
use crate::corpus::{Corpus, Story};
use crate::report::tally::counted;
use crate::report::{Report, escape};

/// The name of the baseline that is taken where none is named.
const DEFAULT: &str = "crosscheck-baseline.json";

/// So many entries that accept nothing any more are named.
const NAMED: usize = 20;

/// What was accepted, and what is accepted now.
pub(super) struct Accepted {
    path: PathBuf,
    /// None where everything is reported.
    baseline: Option<Baseline>,
    /// The findings to accept from now on, where they are to be written.
    more: Option<Vec<Entry>>,
    count: usize,
}

impl Accepted {
    /// The baseline that the arguments name, or the one beside the settings or in the current folder, if it is there.
    pub(super) fn new(
        arguments: &Arguments,
        settings: &Settings,
        here: &Path,
        corpus: &Corpus,
    ) -> anyhow::Result<Accepted> {
        let path = match (&arguments.baseline, settings.files.first()) {
            (Some(path), _) => path.clone(),
            (None, Some(file)) if file.folder != here => file.folder.join(DEFAULT),
            (None, _) => PathBuf::from(DEFAULT),
        };
        let there = path.exists();
        let mut baseline = if arguments.no_baseline {
            None
        } else if there {
            Some(Baseline::read(&path)?)
        } else if arguments.write_baseline {
            Some(Baseline::empty(&path))
        } else if arguments.baseline.is_some() {
            anyhow::bail!(
                "the baseline `{}` does not exist; `--write-baseline` writes it",
                path.display()
            );
        } else {
            None
        };
        if let Some(baseline) = &mut baseline {
            let scope = Scope {
                roots: arguments.paths.clone(),
                selected: !arguments.story.is_empty(),
            };
            baseline.begin(&corpus.stories, &scope);
        }
        Ok(Accepted {
            path,
            baseline,
            more: arguments.write_baseline.then(Vec::new),
            count: 0,
        })
    }

    /// Asks the baseline about every finding before settings leave some out: what it accepts may be allowed or less sure than
    /// what is reported today, and is found all the same.
    pub(super) fn note(&mut self, story: &Story, report: &Report) {
        if let Some(baseline) = &mut self.baseline {
            for finding in &report.findings {
                baseline.accepts(story, finding);
            }
        }
    }

    /// Takes out of the report what was accepted, and what is accepted now.
    pub(super) fn take_out(&mut self, story: &Story, report: &mut Report) {
        let Some(baseline) = &mut self.baseline else {
            return;
        };
        let before = report.findings.len();
        report.findings.retain(|f| !baseline.accepts(story, f));
        self.count += before - report.findings.len();
        if let Some(more) = &mut self.more {
            let new = report.findings.drain(..);
            more.extend(new.map(|finding| baseline.entry(story, &finding)));
        }
    }

    /// How many findings of this run were accepted before it.
    pub(super) fn count(&self) -> usize {
        self.count + self.more.as_ref().map_or(0, Vec::len)
    }

    /// Names the entries that accept nothing any more, or writes the file without them. What could not be read may hold what
    /// they accept, so then nothing is said of them and they are kept.
    pub(super) fn finish(self, failed: bool) -> anyhow::Result<()> {
        let Some(baseline) = self.baseline else {
            return Ok(());
        };
        let dead: Vec<&Entry> = match failed {
            true => Vec::new(),
            false => baseline.dead().collect(),
        };
        let path = self.path.display();
        if let Some(more) = self.more {
            let new = more.len();
            let text = baseline.written(more, failed);
            output::write(&self.path, &text)?;
            complain(&anyhow::anyhow!(
                "note: `{path}` accepts {} now, {new} of them new; {} dropped",
                counted(self.count + new, "finding", "findings"),
                counted(dead.len(), "dead entry", "dead entries"),
            ));
            return Ok(());
        }
        for entry in dead.iter().take(NAMED) {
            complain(&anyhow::anyhow!(
                "note: `{path}` accepts what is not found any more: {}: {} ({} {})",
                escape::line(&entry.story),
                escape::line(&entry.message),
                entry.rule,
                entry.fingerprint
            ));
        }
        if dead.len() > NAMED {
            complain(&anyhow::anyhow!("note: and {} more", dead.len() - NAMED));
        }
        if !dead.is_empty() {
            complain(&anyhow::anyhow!(
                "note: `--write-baseline` drops {} from it, and accepts what is found now",
                if dead.len() == 1 {
                    "this entry"
                } else {
                    "these entries"
                }
            ));
        }
        Ok(())
    }
}
