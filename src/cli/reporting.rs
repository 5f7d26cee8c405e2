//! What the commands that compare have in common: the flags that say what is reported, how and where to, and the writing.
//!
//! A story is written as soon as it is compared and then let go ([`Reporting::tell`]), so that `check` may do so in parallel and
//! holds no articles; [`Reporting::write`] puts the stories together in their order.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::{Args, ColorChoice, ValueEnum};

use super::settings::SettingsFlags;
use super::target::{Target, TargetParser};
use super::{complain, input, output};
use crate::config::Settings;
use crate::finding::Level;
use crate::read::text_of;
use crate::report::paths::Paths;
use crate::report::{
    Detail, Extra, OutputFormat, Report, claims, csv, github, html, json, jsonl, junit, markdown,
    model, sarif, template, text, verified,
};
use crate::verify::Verification;

/// What is reported, how, and where to.
#[derive(Args, Clone)]
pub(super) struct Reporting {
    /// Write the report in this format; with `=FILE` to that file. May be given several times.
    ///
    /// The default is `text`, and in GitHub Actions `github`.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = TargetParser)]
    format: Vec<Target>,
    /// Write the report by this template: Jinja over what `--format json` gives; `.html` is escaped.
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,
    /// Show what the documents agree on as well.
    #[arg(long)]
    agreements: bool,
    /// Show what one document alone says, too: figures, dates, times, scores, quotations and names.
    #[arg(long)]
    only_in: bool,
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
    /// The formats asked for, each with its place, once it is settled.
    #[arg(skip)]
    targets: Vec<Target>,
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
        self.refuse_parquet()?;
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
            targets: self.asked(),
            ..self.clone()
        };
        self.tell_of_no_use(&reporting.targets);
        Ok(Some((reporting, settings)))
    }

    /// A note on each flag that asks for what none of the formats shows.
    fn tell_of_no_use(&self, targets: &[Target]) {
        if self.template.is_some() {
            return;
        }
        let extras = [
            (self.agreements, Extra::Agreements),
            (self.only_in, Extra::OnlyIn),
            (self.allowed, Extra::Allowed),
            (self.explain, Extra::Explanations),
        ];
        for (_, extra) in extras.into_iter().filter(|(asked, _)| *asked) {
            if targets.iter().any(|t| t.format.shows(extra)) {
                continue;
            }
            let names = |formats: &mut dyn Iterator<Item = OutputFormat>| {
                let mut names: Vec<String> = Vec::new();
                for format in formats {
                    let value = format.to_possible_value();
                    let name = value.map_or_else(String::new, |v| format!("`{}`", v.get_name()));
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                names.join(", ")
            };
            let asked = names(&mut targets.iter().map(|t| t.format));
            let all = OutputFormat::value_variants().iter().copied();
            complain(&anyhow::anyhow!(
                "note: `{}` adds nothing to {asked}; what shows it is {}",
                extra.flag(),
                names(&mut all.filter(|format| format.shows(extra)))
            ));
        }
    }

    /// Refuses a Parquet file where this program cannot write one, and where it would go to standard output: it is no text.
    fn refuse_parquet(&self) -> anyhow::Result<()> {
        let mut targets = self.format.iter();
        let Some(target) = targets.find(|t| t.format == OutputFormat::Parquet) else {
            return Ok(());
        };
        if !cfg!(feature = "parquet") {
            anyhow::bail!(
                "this program was built without Parquet; build it with `--features parquet`, or give `--format claims-csv`"
            );
        }
        if target.file.as_ref().or(self.output.as_ref()).is_none() {
            anyhow::bail!(
                "a Parquet file is no text for standard output; name a file, as in `--format parquet=claims.parquet`"
            );
        }
        Ok(())
    }

    /// Refuses what cannot be written as it is asked: over one of the documents, which would lose it, or twice to one place.
    pub(super) fn refuse_to_overwrite(&self, documents: &[PathBuf]) -> anyhow::Result<()> {
        let has_a_place = |t: &Target| t.file.is_some();
        if let Some(output) = self.output.as_ref()
            && self.template.is_none()
            && self.targets.iter().all(has_a_place)
        {
            anyhow::bail!(
                "no format goes to `{}`, as each has a file of its own; leave out `--output`",
                output.display()
            );
        }
        let mut files: Vec<PathBuf> = Vec::new();
        let mut to_standard_output = 0;
        let template = self.template.as_ref().map(|_| None);
        let files_named = self.targets.iter().map(|target| target.file.as_ref());
        for file in files_named.chain(template) {
            let Some(file) = file.or(self.output.as_ref()) else {
                to_standard_output += 1;
                continue;
            };
            let identity = input::identity(file);
            // To ask for the identity of each of many documents takes long, and one of another name is another file, unless it
            // is a link.
            let named_so = |d: &PathBuf| {
                let name = |path: &PathBuf| Some(path.file_name()?.to_ascii_lowercase());
                name(d) == name(&identity) || d.is_symlink()
            };
            let is_report = |d: &PathBuf| named_so(d) && input::identity(d) == identity;
            if documents.iter().any(is_report) {
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
        self.told(
            |detail| text::report(report, detail),
            |detail| model::Story::of(report, detail, None),
        )
    }

    /// A draft held to its sources as the formats ask for it.
    pub(super) fn tell_verification(&self, verification: &Verification) -> Told {
        self.told(
            |detail| verified::text::report(verification, detail),
            |detail| model::Story::of(&verification.report, detail, None).verified(verification),
        )
    }

    /// One story of a corpus as the formats ask for it; in text it has a heading, and none where there is nothing to say.
    pub(super) fn tell_story(&self, report: &Report, name: &str, heading: &str) -> Told {
        let body = |detail| match text::body(report, detail) {
            body if body.is_empty() => body,
            body => format!("=== {heading} ===\n\n{body}"),
        };
        self.told(body, |detail| model::Story::of(report, detail, Some(name)))
    }

    fn told(
        &self,
        text: impl FnOnce(Detail) -> String,
        story: impl FnOnce(Detail) -> model::Story,
    ) -> Told {
        let detail = self.detail();
        let targets = &self.targets;
        let is_text = |t: &&Target| t.format == OutputFormat::Text;
        let others = targets.iter().filter(|t| !is_text(t));
        let wanted = others.map(|t| t.format.detail(detail));
        Told {
            text: targets.iter().any(|t| is_text(&t)).then(|| text(detail)),
            story: wanted
                .chain(self.template.as_ref().map(|_| detail))
                .reduce(Detail::and)
                .map(story),
        }
    }

    /// Prints the text of a story at once where it goes to standard output, so that nobody waits for the last story.
    pub(super) fn print_ahead(&self, told: &mut Told) -> anyhow::Result<()> {
        // Where a file gets the text as well, it is kept for both.
        let targets = &self.targets;
        let texts = targets.iter().filter(|t| t.format == OutputFormat::Text);
        if texts.count() == 1 && self.prints_text() {
            self.put(None, &told.text.take().unwrap_or_default())?;
        }
        Ok(())
    }

    /// Writes the stories, in the order given, in each format to its place; the text ends with `ending`, and from the level
    /// `failing` on a finding is a failed test.
    pub(super) fn write(
        &self,
        stories: Vec<Told>,
        ending: &str,
        failing: Level,
    ) -> anyhow::Result<()> {
        let mut text = String::new();
        let mut told = Vec::new();
        for story in stories {
            text.push_str(story.text.as_deref().unwrap_or_default());
            told.extend(story.story);
        }
        text.push_str(ending);
        let report = model::Report::new(told);
        let paths = paths();
        for target in &self.targets {
            let file = target.file.as_ref().or(self.output.as_ref());
            let written = match target.format {
                OutputFormat::Text => {
                    self.put(file, &text)?;
                    continue;
                }
                OutputFormat::Json => json::report(&report),
                OutputFormat::Jsonl => jsonl::report(&report),
                OutputFormat::Markdown => markdown::report(&report),
                OutputFormat::Sarif => sarif::report(&report, &paths),
                OutputFormat::Github => github::report(&report, &paths),
                OutputFormat::Junit => junit::report(&report, failing, &paths),
                OutputFormat::Html => html::report(&report),
                OutputFormat::Csv => csv::report(&report),
                OutputFormat::ClaimsCsv => claims::csv(&report),
                OutputFormat::Parquet => {
                    write_parquet(file, &report)?;
                    continue;
                }
            };
            put_plain(file, &written)?;
        }
        if let Some(path) = &self.template {
            let written = template::report(&report, path, &text_of(path)?)?;
            put_plain(self.output.as_ref(), &written)?;
        }
        Ok(())
    }

    /// Writes what is no report in the place of the report.
    pub(super) fn print(&self, output: &str) -> anyhow::Result<()> {
        self.put(self.output.as_ref(), output)
    }

    /// Whether what is written in text or JSON alone is written in JSON; `flag` is what asks for it.
    pub(super) fn is_json(&self, flag: &str) -> anyhow::Result<bool> {
        match self.format.last().map(|target| target.format) {
            None | Some(OutputFormat::Text) => Ok(false),
            Some(OutputFormat::Json) => Ok(true),
            Some(_) => anyhow::bail!(
                "`{flag}` writes text or JSON; leave out `--format`, or give `--format json`"
            ),
        }
    }

    /// The formats that the flags and the place of the run ask for.
    fn asked(&self) -> Vec<Target> {
        if !self.format.is_empty() || self.template.is_some() {
            return self.format.clone();
        }
        // A log that GitHub reads gets what GitHub understands; a file was asked for by somebody who wants to read it.
        let annotated =
            in_github_actions() && self.output.is_none() && !std::io::stdout().is_terminal();
        let format = if annotated {
            OutputFormat::Github
        } else {
            OutputFormat::Text
        };
        vec![Target { format, file: None }]
    }

    /// Whether something is written that looks at what the documents say beside the findings.
    pub(super) fn looks_at_articles(&self) -> bool {
        let targets = &self.targets;
        self.explain
            || self.only_in
            || targets
                .iter()
                .any(|t| t.format.detail(self.detail()).claims)
    }

    fn detail(&self) -> Detail {
        Detail {
            agreements: self.agreements,
            only_in: self.only_in,
            allowed: self.allowed,
            explain: self.explain,
            texts: false,
            claims: false,
            width: self.width(),
        }
    }

    /// The width of the terminal that the text goes to.
    fn width(&self) -> Option<u16> {
        let out = std::io::stdout();
        let asked = out.is_terminal() && self.prints_text();
        let (width, _) = asked
            .then(|| terminal_size::terminal_size_of(&out))
            .flatten()?;
        Some(width.0)
    }

    /// Whether the report for reading goes to standard output.
    fn prints_text(&self) -> bool {
        let mut targets = self.targets.iter();
        targets.any(|t| {
            t.format == OutputFormat::Text && t.file.as_ref().or(self.output.as_ref()).is_none()
        })
    }

    fn put(&self, file: Option<&PathBuf>, output: &str) -> anyhow::Result<()> {
        let color = match self.color {
            // In a file nobody wants them that did not say so.
            ColorChoice::Auto if file.is_none() && is_forced() => anstream::ColorChoice::Always,
            ColorChoice::Auto => anstream::ColorChoice::Auto,
            ColorChoice::Always => anstream::ColorChoice::Always,
            ColorChoice::Never => anstream::ColorChoice::Never,
        };
        match file {
            Some(path) => output::write(path, output::for_file(output, color)),
            None => output::unless_gone(output::print_styled(output, color)),
        }
    }
}

/// Writes the claims as a Parquet file; that there is one has been settled.
#[cfg(feature = "parquet")]
fn write_parquet(file: Option<&PathBuf>, report: &model::Report) -> anyhow::Result<()> {
    let written = crate::report::parquet::claims(report)?;
    file.map_or(Ok(()), |file| output::write(file, &written))
}

#[cfg(not(feature = "parquet"))]
fn write_parquet(_: Option<&PathBuf>, _: &model::Report) -> anyhow::Result<()> {
    Ok(())
}

/// Writes what has no colours.
fn put_plain(file: Option<&PathBuf>, output: &str) -> anyhow::Result<()> {
    match file {
        Some(file) => output::write(file, output),
        None => output::unless_gone(output::print(output)),
    }
}

/// Whether colours are asked for by FORCE_COLOR, which the writer itself does not know; NO_COLOR goes before it.
fn is_forced() -> bool {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    set("NO_COLOR").is_none() && set("FORCE_COLOR").is_some_and(|value| value != "0")
}

/// Where the paths of documents start, and the root that annotations are told from: that of the checkout in GitHub Actions.
fn paths() -> Paths {
    let here = std::env::current_dir().unwrap_or_default();
    let root = std::env::var_os("GITHUB_WORKSPACE").map(PathBuf::from);
    let root = root.filter(|root| in_github_actions() && here.starts_with(root));
    Paths::new(here.clone(), root.unwrap_or(here))
}

fn in_github_actions() -> bool {
    std::env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true")
}

fn confidence(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|x| (0.0..=1.0).contains(x))
        .ok_or_else(|| "expected a number from 0 to 1".to_owned())
}
