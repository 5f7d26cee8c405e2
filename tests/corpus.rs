//! Every story of the corpus is held to its expectation, `corpus/<story>.toml`.
//!
//! Each `[[finding]]` is printed exactly once, whatever is printed is expected, and no finding joins the values of a
//! `[[trap]]`. What is known to be wrong today is written down too, and asserted: `missed = "why"` on a `[[finding]]`
//! that is not found yet, and a `[[false_alarm]]` (with its `why`) that is printed and should not be. When it comes
//! right, the test asks to take the note away.

use std::path::{Path, PathBuf};

use crosscheck::finding::Finding;
use crosscheck::source::{Source, Span};
use crosscheck::{Document, Report, compare};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    #[serde(default)]
    finding: Vec<Expected>,
    #[serde(default)]
    trap: Vec<Trap>,
    #[serde(default)]
    false_alarm: Vec<FalseAlarm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    rule: String,
    verdict: String,
    about: String,
    values: Vec<Place>,
    missed: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Trap {
    why: String,
    values: Vec<Place>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FalseAlarm {
    rule: String,
    verdict: String,
    why: String,
    values: Vec<Place>,
}

/// A value as it stands in a document; `near` tells apart values that are written alike.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    file: String,
    text: String,
    near: Option<String>,
}

/// A story with what was found in it.
struct Run {
    name: String,
    story: Story,
    report: Report,
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}

fn runs() -> Vec<Run> {
    sorted(&corpus())
        .into_iter()
        .filter(|path| path.is_dir())
        .map(|folder| {
            let documents: Vec<Document> = sorted(&folder)
                .iter()
                .enumerate()
                .map(|(id, path)| Document::open(id as u32, path).unwrap())
                .collect();
            let expectation = folder.with_extension("toml");
            let text = std::fs::read_to_string(&expectation)
                .unwrap_or_else(|error| panic!("{}: {error}", expectation.display()));
            Run {
                name: folder.file_name().unwrap().to_string_lossy().into_owned(),
                story: toml::from_str(&text)
                    .unwrap_or_else(|error| panic!("{}: {error}", expectation.display())),
                report: compare(documents),
            }
        })
        .collect()
}

impl Run {
    fn source(&self, file: &str) -> Option<&Source> {
        self.report
            .articles
            .iter()
            .map(|article| &article.document.source)
            .find(|source| {
                Path::new(source.name())
                    .file_name()
                    .is_some_and(|n| n == file)
            })
    }

    /// The groups of `finding` that have an occurrence at `place`.
    fn groups_at(&self, finding: &Finding, place: &Place) -> Vec<usize> {
        let Some(source) = self.source(&place.file) else {
            return Vec::new();
        };
        let near = place.near.as_deref().and_then(|near| {
            let at = source.text().find(near)?;
            Some(source.span(at..at + near.len()))
        });
        let holds = |span: Span, sentence: Span| match near {
            // The value may be taken with more or fewer words than here, as long as it stands in that sentence.
            Some(near) => {
                sentence.overlaps(near)
                    && source
                        .slice(sentence)
                        .match_indices(&place.text)
                        .map(|(at, _)| sentence.start() + at)
                        .any(|at| source.span(at..at + place.text.len()).overlaps(span))
            }
            None => source.slice(span) == place.text,
        };
        (0..finding.groups.len())
            .filter(|&i| {
                finding.groups[i]
                    .occurrences
                    .iter()
                    .any(|o| o.span.source() == source.id() && holds(o.span, o.sentence))
            })
            .collect()
    }

    /// Whether the finding has all the places.
    fn joins(&self, finding: &Finding, places: &[Place]) -> bool {
        places
            .iter()
            .all(|p| !self.groups_at(finding, p).is_empty())
    }

    /// Whether the places are told apart, in two answers at least. Which of them are one answer cannot be seen from
    /// their text: "15 percent" is "15 per cent", and "Friday" may be "Aug. 12".
    fn tells_apart(&self, finding: &Finding, places: &[Place]) -> bool {
        let mut groups: Vec<Vec<usize>> =
            places.iter().map(|p| self.groups_at(finding, p)).collect();
        groups.sort();
        groups.dedup();
        groups.len() > 1
    }

    fn matches(&self, finding: &Finding, rule: &str, verdict: &str, places: &[Place]) -> bool {
        finding.rule == rule
            && finding.verdict.name() == verdict
            && self.joins(finding, places)
            && self.tells_apart(finding, places)
    }

    fn matching(&self, rule: &str, verdict: &str, places: &[Place]) -> Vec<&Finding> {
        self.report
            .findings
            .iter()
            .filter(|f| self.matches(f, rule, verdict, places))
            .collect()
    }

    fn is_expected(&self, finding: &Finding) -> bool {
        let expected = self
            .story
            .finding
            .iter()
            .any(|e| self.matches(finding, &e.rule, &e.verdict, &e.values));
        let alarm = self
            .story
            .false_alarm
            .iter()
            .any(|e| self.matches(finding, &e.rule, &e.verdict, &e.values));
        expected || alarm
    }

    /// The finding in one line, as a failure shows it.
    fn show(&self, finding: &Finding) -> String {
        let places: Vec<String> = finding
            .groups
            .iter()
            .map(|group| {
                let at: Vec<String> = group
                    .occurrences
                    .iter()
                    .filter_map(|o| {
                        let source = &self
                            .report
                            .articles
                            .get(o.span.source().index())?
                            .document
                            .source;
                        let file = Path::new(source.name()).file_name()?.to_string_lossy();
                        let (line, column) = source.line_column(o.span.start());
                        Some(format!("{file}:{line}:{column}"))
                    })
                    .collect();
                format!("{} ({})", group.display, at.join(", "))
            })
            .collect();
        format!(
            "{} {} {:.2} [{}]: {}",
            finding.rule,
            finding.verdict.name(),
            finding.confidence,
            finding.about,
            places.join(" / ")
        )
    }

    /// What is not as expected, a line each.
    fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        for e in &self.story.finding {
            let found = self.matching(&e.rule, &e.verdict, &e.values);
            match (found.len(), &e.missed) {
                (1, None) | (0, Some(_)) => {}
                (0, None) => problems.push(format!(
                    "missing  {} {}: {}{}",
                    e.rule,
                    e.verdict,
                    e.about,
                    self.nearest(e)
                )),
                (_, Some(why)) => problems.push(format!(
                    "found    {}: {} (remove its `missed = \"{why}\"`)",
                    e.rule, e.about
                )),
                (n, None) => problems.push(format!("{n} times  {}: {}", e.rule, e.about)),
            }
        }
        for e in &self.story.false_alarm {
            if self.matching(&e.rule, &e.verdict, &e.values).is_empty() {
                problems.push(format!(
                    "gone     the false alarm `{}` (remove its table)",
                    e.why
                ));
            }
        }
        for finding in &self.report.findings {
            if let Some(trap) = self
                .story
                .trap
                .iter()
                .find(|trap| self.joins(finding, &trap.values))
                .filter(|_| !self.is_known_alarm(finding))
            {
                problems.push(format!("trap     {}: {}", trap.why, self.show(finding)));
            } else if !self.is_expected(finding) {
                problems.push(format!("extra    {}", self.show(finding)));
            }
        }
        problems
    }

    /// The finding that comes nearest to what is expected, for a failure: most are a value or a verdict away.
    fn nearest(&self, expected: &Expected) -> String {
        let held = |finding: &Finding| {
            let held = |place: &&Place| !self.groups_at(finding, place).is_empty();
            expected.values.iter().filter(held).count()
        };
        let nearest = self.report.findings.iter().max_by_key(|f| held(f));
        match nearest.map(|f| (held(f), f)) {
            Some((n, f)) if n > 1 => format!(
                " (a {} {} has {n} of its {} values)",
                f.rule,
                f.verdict.name(),
                expected.values.len()
            ),
            _ => String::new(),
        }
    }

    fn is_known_alarm(&self, finding: &Finding) -> bool {
        self.story
            .false_alarm
            .iter()
            .any(|e| self.matches(finding, &e.rule, &e.verdict, &e.values))
    }

    /// Places of the expectation that no document has: a slip in the expectation itself.
    fn slips(&self) -> Vec<String> {
        let places = (self.story.finding.iter().flat_map(|e| &e.values))
            .chain(self.story.trap.iter().flat_map(|t| &t.values))
            .chain(self.story.false_alarm.iter().flat_map(|a| &a.values));
        places
            .filter_map(|place| {
                let Some(source) = self.source(&place.file) else {
                    return Some(format!("there is no {}", place.file));
                };
                let missing = |text: &str| !source.text().contains(text);
                if missing(&place.text) {
                    return Some(format!("{} has no `{}`", place.file, place.text));
                }
                let near = place.near.as_deref()?;
                let times = source.text().matches(near).count();
                (times != 1).then(|| format!("{} has `{near}` {times} times", place.file))
            })
            .collect()
    }
}

fn fail_with(problems: Vec<(String, Vec<String>)>) {
    let count: usize = problems.iter().map(|(_, lines)| lines.len()).sum();
    let list: String = problems
        .iter()
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(story, lines)| format!("\n{story}\n  {}\n", lines.join("\n  ")))
        .collect();
    assert!(count == 0, "{count} in the corpus:\n{list}");
}

#[test]
fn every_story_gives_the_findings_it_expects_and_no_others() {
    fail_with(
        runs()
            .iter()
            .map(|run| (run.name.clone(), run.problems()))
            .collect(),
    );
}

#[test]
fn every_value_of_an_expectation_stands_in_its_document() {
    fail_with(
        runs()
            .iter()
            .map(|run| (run.name.clone(), run.slips()))
            .collect(),
    );
}

#[test]
fn every_expectation_has_a_story_of_two_to_four_documents() {
    for path in sorted(&corpus()) {
        if path.extension().is_some_and(|ending| ending == "toml") {
            let documents = sorted(&path.with_extension("")).len();
            assert!(
                (2..=4).contains(&documents),
                "{}: {documents}",
                path.display()
            );
        }
    }
}
