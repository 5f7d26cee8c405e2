//! SARIF 2.1.0, for code scanning and for editors: a result a finding.
//!
//! The types are our own and hold the few parts that are written. A result stands at the first place of its finding; the other
//! sources are its related locations, and the message links to them, because some viewers show only what is linked. Agreements
//! are no results: viewers would count them as alerts. What is allowed is a suppressed result, and only where it was asked for,
//! since GitHub shows suppressed results as alerts.

use std::collections::BTreeMap;

use serde::Serialize;

use super::escape;
use super::json::to_line;
use super::model::{self, Occurrence, Report};
use super::paths::Paths;
use crate::judge::{RULES, Rule};

/// The name under which the fingerprint is kept: its number rises when fingerprints are made in another way.
const FINGERPRINT: &str = "crosscheck/v1";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    invocations: Vec<Invocation>,
    results: Vec<Outcome>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notifications: Vec<Descriptor>,
}

/// What a rule reports.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    short_description: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Notification {
    descriptor: Reference,
    level: &'static str,
    message: Text,
    locations: Vec<Location>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Reference {
    id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    /// How sure it is, from 0 to 100.
    rank: f64,
    message: Text,
    locations: Vec<Location>,
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Suppression>,
    properties: Properties,
}

/// Who accepts a result, and why.
#[derive(Serialize)]
struct Suppression {
    /// `inSource` of a comment in a document, `external` of the settings.
    kind: &'static str,
    status: &'static str,
    justification: String,
}

#[derive(Serialize)]
struct Properties {
    #[serde(skip_serializing_if = "Option::is_none")]
    story: Option<String>,
    about: String,
    kind: &'static str,
    verdict: &'static str,
    confidence: f64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    snippet: Text,
}

#[derive(Serialize)]
struct Text {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<&'static str>,
}

impl Text {
    fn plain(text: impl Into<String>) -> Text {
        Text {
            text: text.into(),
            markdown: None,
        }
    }
}

/// The report as one SARIF log, with a line break at its end.
pub fn report(report: &Report, paths: &Paths) -> String {
    let mut notices: Vec<&'static str> = report.notices.iter().map(|n| n.name).collect();
    notices.sort_unstable();
    notices.dedup();
    let mut rules: Vec<Descriptor> = RULES.iter().map(Descriptor::of).collect();
    // What is found out about the settings has no page among the rules of the judge.
    let results = || {
        report
            .findings
            .iter()
            .chain(report.allowed.iter().flatten())
    };
    for finding in results() {
        if !rules.iter().any(|rule| rule.id == finding.rule) {
            rules.push(Descriptor::bare(finding.rule));
        }
    }
    to_line(&Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            column_kind: "utf16CodeUnits",
            invocations: invocations(report, paths),
            results: results()
                .map(|f| outcome(report, f, &rules, paths))
                .collect(),
            tool: Tool {
                driver: Driver {
                    name: report.tool.name,
                    semantic_version: report.tool.version,
                    rules,
                    notifications: notices.into_iter().map(Descriptor::bare).collect(),
                },
            },
        }],
    })
}

impl Descriptor {
    fn of(rule: &Rule) -> Descriptor {
        Descriptor {
            id: rule.name,
            short_description: Some(Text::plain(rule.summary())),
            help: Some(Text {
                text: rule.explain.to_owned(),
                markdown: Some(rule.explain),
            }),
        }
    }

    fn bare(id: &'static str) -> Descriptor {
        Descriptor {
            id,
            short_description: None,
            help: None,
        }
    }
}

/// What a reader should know of the comparison itself.
fn invocations(report: &Report, paths: &Paths) -> Vec<Invocation> {
    let notifications: Vec<Notification> = report
        .notices
        .iter()
        .map(|notice| Notification {
            descriptor: Reference { id: notice.name },
            level: "note",
            message: Text::plain(message(&notice.message)),
            locations: notice
                .documents
                .iter()
                .filter_map(|&id| report.documents.get(id))
                .map(|document| Location {
                    id: None,
                    physical_location: PhysicalLocation {
                        artifact_location: ArtifactLocation {
                            uri: paths.uri(&document.path),
                        },
                        region: None,
                    },
                    message: None,
                })
                .collect(),
        })
        .collect();
    if notifications.is_empty() {
        return Vec::new();
    }
    vec![Invocation {
        execution_successful: true,
        tool_execution_notifications: notifications,
    }]
}

fn outcome(
    report: &Report,
    finding: &model::Finding,
    rules: &[Descriptor],
    paths: &Paths,
) -> Outcome {
    let mut places = finding
        .groups
        .iter()
        .flat_map(|group| group.mentions.iter().enumerate())
        .enumerate();
    let first = places.next();
    let mut text = message(&finding.message);
    let mut related = Vec::new();
    for (id, (nth, mention)) in places {
        // The first place of each answer is linked, and the others are there for who looks for them.
        if nth == 0 {
            let place = format!(
                "{}:{}",
                paths.below_root(report.path(mention)),
                mention.line
            );
            text.push_str(&format!("; compare [{}]({id})", link(&place)));
        }
        let said = format!("{}: {}", mention.excerpt.value, mention.excerpt.line());
        related.push(Location {
            id: Some(id),
            message: Some(Text::plain(message(&said))),
            ..Location::of(report, mention, paths)
        });
    }
    Outcome {
        rule_id: finding.rule,
        rule_index: rules.iter().position(|rule| rule.id == finding.rule),
        level: finding.level,
        rank: (finding.confidence * 100.0).round(),
        message: Text::plain(text),
        locations: first
            .map(|(_, (_, mention))| Location::of(report, mention, paths))
            .into_iter()
            .collect(),
        related_locations: related,
        partial_fingerprints: BTreeMap::from([(FINGERPRINT, finding.fingerprint.clone())]),
        suppressions: finding.accepted.iter().map(Suppression::of).collect(),
        properties: Properties {
            story: finding.story.clone(),
            about: finding.about.clone(),
            kind: finding.kind,
            verdict: finding.verdict,
            confidence: finding.confidence,
        },
    }
}

impl Suppression {
    fn of(accepted: &model::Accepted) -> Suppression {
        Suppression {
            kind: match accepted.is_comment {
                true => "inSource",
                false => "external",
            },
            status: "accepted",
            justification: escape::line(&format!("{} ({})", accepted.reason, accepted.place)),
        }
    }
}

impl Location {
    fn of(report: &Report, mention: &Occurrence, paths: &Paths) -> Location {
        let region = mention.region;
        Location {
            id: None,
            physical_location: PhysicalLocation {
                artifact_location: ArtifactLocation {
                    uri: paths.uri(report.path(mention)),
                },
                region: Some(Region {
                    start_line: region.start.0,
                    start_column: region.start.1,
                    end_line: region.end.0,
                    end_column: region.end.1,
                    snippet: Text::plain(mention.text.clone()),
                }),
            },
            message: None,
        }
    }
}

/// Text of an article as a plain message, in which `[text](1)` would be a link (SARIF 2.1.0, 3.11.6).
fn message(text: &str) -> String {
    escape::line(text).replace("](", "\\](")
}

/// The text of a link, in which a bracket or backslash must be escaped.
fn link(text: &str) -> String {
    let mut safe = String::new();
    for c in escape::line(text).chars() {
        if matches!(c, '[' | ']' | '\\') {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}
