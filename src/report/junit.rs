//! JUnit XML, for the test view of a CI server: a suite a story, and in it a case a rule.
//!
//! Servers know a case by its name from one run to the next: that is how they tell what broke and what was mended. A case a
//! finding would have a name only while it fails, and a case a pair of documents would be told of a finding of three of them
//! twice. So each story has one case for every rule, found or not, and a story without findings is a suite that passes. Findings
//! below the failing level are output of a case that passes, as they do not fail the run either. What was not compared is output
//! of the suite.

use std::fmt::Write;

use super::escape;
use super::model::{Finding, Notice, Report};
use super::paths::Paths;
use super::plain;
use super::verified;
use crate::finding::Level;
use crate::judge::RULES;

/// What a run that compares one story without a name is called.
const ONE_STORY: &str = "crosscheck";

/// The report as one XML document; findings from the level `failing` on are failures.
pub fn report(report: &Report, failing: Level, paths: &Paths) -> String {
    let mut stories: Vec<Option<&str>> = Vec::new();
    let of_documents = report.documents.iter().map(|d| d.story.as_deref());
    let of_findings = report.findings.iter().map(|f| f.story.as_deref());
    for story in of_documents.chain(of_findings) {
        if !stories.contains(&story) {
            stories.push(story);
        }
    }
    let mut suites: Vec<Suite> = stories
        .into_iter()
        .map(|story| suite(report, story, failing, paths))
        .collect();
    if let Some(claims) = &report.claims {
        let fails = |f: &Finding| is_from(failing, f.level);
        suites.push(verified::junit::suite(report, claims, fails, paths));
    }
    let (tests, failures) = suites
        .iter()
        .fold((0, 0), |(t, f), s| (t + s.tests, f + s.failures));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"crosscheck\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n"
    );
    for suite in suites {
        xml.push_str(&suite.xml);
    }
    xml.push_str("</testsuites>\n");
    xml
}

/// A suite and how many of its cases there are and fail.
pub(super) struct Suite {
    xml: String,
    tests: usize,
    failures: usize,
}

impl Suite {
    /// A suite of cases, with its name escaped.
    pub(super) fn of(name: &str, tests: usize, failures: usize, cases: &str) -> Suite {
        Suite {
            xml: format!(
                "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">\n{cases}  </testsuite>\n"
            ),
            tests,
            failures,
        }
    }
}

fn suite(report: &Report, story: Option<&str>, failing: Level, paths: &Paths) -> Suite {
    let findings: Vec<&Finding> = report
        .findings
        .iter()
        .filter(|f| f.story.as_deref() == story)
        // What tells of a claim stands in the case of the claim.
        .filter(|f| !verified::is_told(report, f))
        .collect();
    // What is found beside the rules of the judge, as in the settings, has its case where it is found.
    let mut rules: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    for finding in &findings {
        if !rules.contains(&finding.rule) {
            rules.push(finding.rule);
        }
    }
    let name = escaped(story.unwrap_or(ONE_STORY));
    let mut cases = String::new();
    let mut failures = 0;
    for rule in &rules {
        let (grave, light): (Vec<&Finding>, Vec<&Finding>) = findings
            .iter()
            .filter(|f| f.rule == *rule)
            .partition(|f| is_from(failing, f.level));
        let _ = write!(cases, "    <testcase name=\"{rule}\" classname=\"{name}\"");
        if grave.is_empty() && light.is_empty() {
            cases.push_str("/>\n");
            continue;
        }
        cases.push_str(">\n");
        // One element for all of them: several are allowed by some servers and dropped by others.
        if let Some(first) = grave.first() {
            failures += 1;
            let more = match grave.len() - 1 {
                0 => String::new(),
                more => format!(" (and {more} more)"),
            };
            let _ = writeln!(
                cases,
                "      <failure type=\"{rule}\" message=\"{}{more}\">{}</failure>",
                escaped(&first.message),
                escaped(&told(report, &grave, paths))
            );
        }
        if !light.is_empty() {
            let _ = writeln!(
                cases,
                "      <system-out>{}</system-out>",
                escaped(&told(report, &light, paths))
            );
        }
        cases.push_str("    </testcase>\n");
    }
    let of_story = |n: &&Notice| {
        n.documents
            .iter()
            .any(|&d| story_of(report, d) == Some(story))
    };
    let notices = report.notices.iter().filter(of_story);
    let notices: Vec<&str> = notices.map(|n| &*n.message).collect();
    if !notices.is_empty() {
        let _ = writeln!(
            cases,
            "    <system-out>{}</system-out>",
            escaped(&notices.join("\n"))
        );
    }
    Suite::of(&name, rules.len(), failures, &cases)
}

/// The story of a document by its id; one without a name is `Some(None)`.
fn story_of(report: &Report, document: usize) -> Option<Option<&str>> {
    let document = report.documents.get(document)?;
    Some(document.story.as_deref())
}

/// Whether a finding of this level fails the run.
fn is_from(failing: Level, level: &str) -> bool {
    let at_least = [Level::Note, Level::Warning, Level::Error];
    at_least
        .into_iter()
        .any(|known| known >= failing && known.name() == level)
}

/// Each finding with its message, what it is about, and the sentence of each answer.
fn told(report: &Report, findings: &[&Finding], paths: &Paths) -> String {
    let told = findings.iter().map(|f| plain::finding(report, f, paths));
    told.collect::<Vec<_>>().join("\n\n")
}

/// Text for XML 1.0, in content and in attributes: what has a meaning there escaped, what may not stand there at all replaced.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            safe.push('\n');
        }
        for c in escape::line(line).chars() {
            match c {
                '<' => safe.push_str("&lt;"),
                '>' => safe.push_str("&gt;"),
                '&' => safe.push_str("&amp;"),
                '"' => safe.push_str("&quot;"),
                '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
                _ => safe.push(c),
            }
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup_nor_a_character_that_xml_forbids() {
        let p = |text: &str| escaped(text);
        assert_eq!(
            p("a < b & \"c\" ]]>"),
            "a &lt; b &amp; &quot;c&quot; ]]&gt;"
        );
        assert_eq!(p("\u{0}\u{1b}\u{ffff}"), "␀␛\u{fffd}");
        assert_eq!(p("one\ntwo"), "one\ntwo");
    }

    #[test]
    fn findings_fail_from_the_failing_level_on() {
        let levels = [Level::Note, Level::Warning, Level::Error];
        let p = |failing: Level, level: Level| is_from(failing, level.name());
        for (i, failing) in levels.into_iter().enumerate() {
            for (j, level) in levels.into_iter().enumerate() {
                assert_eq!(p(failing, level), j >= i, "{failing:?} {level:?}");
            }
        }
    }
}
