//! What the commands that compare have in common: the flags that say what is reported, how and where to, and the writing.
//!
//! A story is written as soon as it is compared and then let go ([`Reporting::tell`]), so that `check` may do so in parallel and
//! holds no articles; [`Reporting::write`] puts the stories together in their order.

use std::path::PathBuf;

use clap::{Args, ColorChoice, ValueEnum};

use super::settings::SettingsFlags;
use super::{input, output};
use crate::config::Settings;
use crate::finding::Level;
use crate::report::{Detail, OutputFormat, Report, json, model, text};

/// What is reported, how, and where to.
#[derive(Args, Clone)]
pub(super) struct Reporting {
    /// Write the report in this format; with `=FILE` to that file. May be given several times.
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "text", value_parser = target)]
    format: Vec<Target>,
    /// Show what the documents agree on as well.
    #[arg(long)]
    agreements: bool,
    /// Show the findings that are allowed, too, with who allows them and why.
    #[arg(long)]
    allowed: bool,
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
    /// End with status 1 if a finding has this level or a higher one; the default is `warning`.
    #[arg(long, value_name = "LEVEL")]
    fail_on: Option<FailOn>,
    /// Leave out findings below this confidence, from 0 to 1; the default is 0.
    #[arg(long, value_name = "X", value_parser = confidence)]
    min_confidence: Option<f64>,
    /// Write the report to this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) settings: SettingsFlags,
}

/// A format, and the file that it goes to where one is named with it.
#[derive(Clone)]
struct Target {
    format: OutputFormat,
    file: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Conflicts.
    Error,
    /// Conflicts and spelling variants.
    Warning,
    /// All findings.
    Note,
}

impl From<FailOn> for Level {
    fn from(level: FailOn) -> Level {
        match level {
            FailOn::Error => Level::Error,
            FailOn::Warning => Level::Warning,
            FailOn::Note => Level::Note,
        }
    }
}

/// A story as it is written: in text, in the types of the contract, or both, as the formats ask.
pub(super) struct Told {
    text: Option<String>,
    story: Option<model::Story>,
}

impl Reporting {
    /// The settings of a run over these paths, with what the flags say put over them; and the flags, with what the settings
    /// say put where they say nothing. `None` where the settings hold mistakes, which have been named.
    pub(super) fn settle(
        &self,
        paths: &[PathBuf],
    ) -> anyhow::Result<Option<(Reporting, Settings)>> {
        let Some(mut settings) = self.settings.load(paths)? else {
            return Ok(None);
        };
        settings.min_confidence.value =
            self.min_confidence.unwrap_or(settings.min_confidence.value);
        settings.fail_on.value = self.fail_on.map_or(settings.fail_on.value, Level::from);
        settings.agreements.value |= self.agreements;
        settings.format_differences.value |= self.format_differences;
        settings.no_self.value |= self.no_self;
        let reporting = Reporting {
            agreements: settings.agreements.value,
            ..self.clone()
        };
        Ok(Some((reporting, settings)))
    }

    /// Refuses what cannot be written as it is asked: over one of the documents, which would lose it, or twice to one place.
    pub(super) fn refuse_to_overwrite(&self, documents: &[PathBuf]) -> anyhow::Result<()> {
        let mut files: Vec<PathBuf> = Vec::new();
        let mut to_standard_output = 0;
        for target in &self.format {
            let Some(file) = target.file.as_ref().or(self.output.as_ref()) else {
                to_standard_output += 1;
                continue;
            };
            let identity = input::identity(file);
            if documents.iter().any(|d| input::identity(d) == identity) {
                anyhow::bail!(
                    "`{}` is one of the documents; name another file for the report",
                    file.display()
                );
            }
            if files.contains(&identity) {
                anyhow::bail!(
                    "two formats go to `{}`; name a file for each, as in `--format json=report.json`",
                    file.display()
                );
            }
            files.push(identity);
        }
        if to_standard_output > 1 {
            anyhow::bail!(
                "two formats go to standard output; name a file for one of them, as in `--format json=report.json`"
            );
        }
        Ok(())
    }

    /// The one story as the formats ask for it.
    pub(super) fn tell(&self, report: &Report) -> Told {
        self.told(report, None, |detail| text::report(report, detail))
    }

    /// One story of a corpus as the formats ask for it; in text it has a heading, and none where there is nothing to say.
    pub(super) fn tell_story(&self, report: &Report, name: &str, heading: &str) -> Told {
        self.told(report, Some(name), |detail| {
            match text::body(report, detail) {
                body if body.is_empty() => body,
                body => format!("=== {heading} ===\n\n{body}"),
            }
        })
    }

    fn told(
        &self,
        report: &Report,
        name: Option<&str>,
        text: impl FnOnce(Detail) -> String,
    ) -> Told {
        let detail = self.detail();
        let is_text = |t: &&Target| t.format == OutputFormat::Text;
        let others = self.format.iter().filter(|t| !is_text(t));
        let wanted = others.map(|t| t.format.detail(detail));
        Told {
            text: self
                .format
                .iter()
                .any(|t| is_text(&t))
                .then(|| text(detail)),
            story: wanted
                .reduce(Detail::and)
                .map(|detail| model::Story::of(report, detail, name)),
        }
    }

    /// Prints the text of a story at once where it goes to standard output, so that nobody waits for the last story.
    pub(super) fn print_ahead(&self, told: &mut Told) -> anyhow::Result<()> {
        let to_standard_output = |t: &Target| {
            t.format == OutputFormat::Text && t.file.as_ref().or(self.output.as_ref()).is_none()
        };
        // Where a file gets the text as well, it is kept for both.
        let texts = self
            .format
            .iter()
            .filter(|t| t.format == OutputFormat::Text);
        if texts.clone().count() == 1 && self.format.iter().any(to_standard_output) {
            self.put(None, &told.text.take().unwrap_or_default())?;
        }
        Ok(())
    }

    /// Writes the stories, in the order given, in each format to its place; the text ends with `ending`.
    pub(super) fn write(&self, stories: Vec<Told>, ending: &str) -> anyhow::Result<()> {
        let mut text = String::new();
        let mut told = Vec::new();
        for story in stories {
            text.push_str(story.text.as_deref().unwrap_or_default());
            told.extend(story.story);
        }
        text.push_str(ending);
        let report = model::Report::new(told);
        for target in &self.format {
            let file = target.file.as_ref().or(self.output.as_ref());
            match target.format {
                OutputFormat::Text => self.put(file, &text)?,
                OutputFormat::Json => self.put(file, &json::report(&report))?,
            }
        }
        Ok(())
    }

    /// Writes what is no report in the place of the report.
    pub(super) fn print(&self, output: &str) -> anyhow::Result<()> {
        self.put(self.output.as_ref(), output)
    }

    /// The one format, for what is written in text or JSON alone.
    pub(super) fn only_format(&self) -> OutputFormat {
        self.format.last().map_or(OutputFormat::Text, |t| t.format)
    }

    fn detail(&self) -> Detail {
        Detail {
            agreements: self.agreements,
            allowed: self.allowed,
            explain: self.explain,
            texts: false,
        }
    }

    fn put(&self, file: Option<&PathBuf>, output: &str) -> anyhow::Result<()> {
        let color = match self.color {
            ColorChoice::Auto => anstream::ColorChoice::Auto,
            ColorChoice::Always => anstream::ColorChoice::Always,
            ColorChoice::Never => anstream::ColorChoice::Never,
        };
        match file {
            Some(path) => output::write(path, &output::for_file(output, color)),
            None => output::print_styled(output, color),
        }
    }
}

/// `FORMAT` or `FORMAT=FILE`.
fn target(written: &str) -> Result<Target, String> {
    let (format, file) = match written.split_once('=') {
        Some((format, file)) => (format, Some(file)),
        None => (written, None),
    };
    if file == Some("") {
        return Err(format!(
            "no file after `=`; write `{format}` alone for standard output"
        ));
    }
    let format = OutputFormat::from_str(format, false)
        .map_err(|_| format!("expected {}, optionally with `=FILE`", formats()))?;
    Ok(Target {
        format,
        file: file.map(PathBuf::from),
    })
}

/// The names of all formats: "`text` or `json`".
fn formats() -> String {
    let names: Vec<String> = OutputFormat::value_variants()
        .iter()
        .filter_map(|format| Some(format!("`{}`", format.to_possible_value()?.get_name())))
        .collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

fn confidence(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|x| (0.0..=1.0).contains(x))
        .ok_or_else(|| "expected a number from 0 to 1".to_owned())
}
