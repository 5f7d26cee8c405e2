//! Every rule's page is held to what it says: its example gives exactly the finding it names, and the pair under
//! *When it stays silent* gives none.

use std::path::Path;

use crosscheck::config::{Run, Settings, Used};
use crosscheck::judge::RULES;
use crosscheck::value::Kind;
use crosscheck::{Document, InputFormat, compare};

const SECTIONS: [&str; 4] = [
    "What it reports",
    "Why it matters",
    "Example",
    "When it stays silent",
];

/// The text under `## title`, up to the next heading.
fn section<'a>(page: &'a str, title: &str) -> &'a str {
    let Some((_, rest)) = page.split_once(&format!("\n## {title}\n")) else {
        return "";
    };
    rest.split("\n## ").next().unwrap_or("")
}

/// The fenced blocks of a section that carry a file's name: ```` ```text a.txt ````, ```` ```markdown a.md ````.
fn documents(section: &str) -> Vec<Document> {
    let mut documents = Vec::new();
    let mut open: Option<(String, String, InputFormat)> = None;
    for line in section.lines() {
        if let Some((name, text, format)) = &mut open {
            if line == "```" {
                documents.push(Document::new(documents.len() as u32, name, text, *format));
                open = None;
            } else {
                text.push_str(line);
                text.push('\n');
            }
        } else if let Some(name) = line.strip_prefix("```text ") {
            open = Some((name.to_owned(), String::new(), InputFormat::Text));
        } else if let Some(name) = line.strip_prefix("```markdown ") {
            open = Some((name.to_owned(), String::new(), InputFormat::Markdown));
        }
    }
    documents
}

/// The findings as a page writes them: `money-mismatch: $44 million / $75 million`. The full stop or comma that a
/// quotation takes along is not written.
fn findings(section: &str) -> Vec<String> {
    let mut report = compare(documents(section));
    let run = Run {
        here: Path::new("/"),
        today: None,
        complete: true,
    };
    Settings::default().apply(&mut report, run, &mut Used::default());
    report
        .findings
        .iter()
        .map(|finding| {
            let values: Vec<&str> = finding
                .groups
                .iter()
                .map(|group| match group.kind {
                    Kind::Quote => group.display.trim_end_matches([',', '.']),
                    _ => group.display.as_str(),
                })
                .collect();
            format!("{}: {}", finding.rule, values.join(" / "))
        })
        .collect()
}

/// The findings that a section names, each on a line of its own in code marks.
fn named(section: &str, rule: &str) -> Vec<String> {
    section
        .lines()
        .filter_map(|line| line.strip_prefix('`')?.strip_suffix('`'))
        .filter(|line| line.starts_with(&format!("{rule}: ")))
        .map(str::to_owned)
        .collect()
}

fn fail_with(problems: Vec<String>) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn every_page_has_a_row_in_the_table_and_every_row_its_page() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/judge");
    let mut pages: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix(".md")?.replace('_', "-")))
        .collect();
    pages.sort();
    let mut rules: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    rules.sort_unstable();
    assert_eq!(rules, pages);
    assert!(rules.len() >= 12, "{} rules", rules.len());
}

#[test]
fn every_page_has_its_four_sections_in_order() {
    fail_with(
        RULES
            .iter()
            .filter(|rule| {
                let headings: Vec<&str> = rule
                    .explain
                    .lines()
                    .filter_map(|line| line.strip_prefix("## "))
                    .collect();
                headings != SECTIONS
                    || !rule.explain.starts_with(&format!("# {}\n", rule.name))
                    || SECTIONS
                        .iter()
                        .any(|title| section(rule.explain, title).trim().is_empty())
            })
            .map(|rule| format!("{}: the page needs its title and {SECTIONS:?}", rule.name))
            .collect(),
    );
}

#[test]
fn the_example_of_every_page_gives_exactly_the_finding_it_names() {
    let mut problems = Vec::new();
    for rule in RULES {
        let example = section(rule.explain, "Example");
        let (found, named) = (findings(example), named(example, rule.name));
        if !(1..=2).contains(&documents(example).len()) || named.len() != 1 {
            problems.push(format!(
                "{}: an example is one or two documents and one finding",
                rule.name
            ));
        } else if found != named {
            problems.push(format!(
                "{}:\n  expected {named:?}\n  found    {found:?}",
                rule.name
            ));
        }
    }
    fail_with(problems);
}

#[test]
fn where_a_page_says_that_it_stays_silent_nothing_is_found() {
    let mut problems = Vec::new();
    for rule in RULES {
        let silent = section(rule.explain, "When it stays silent");
        let found = findings(silent);
        if !(1..=2).contains(&documents(silent).len()) {
            problems.push(format!(
                "{}: the silent example is one or two documents",
                rule.name
            ));
        } else if !found.is_empty() {
            problems.push(format!(
                "{}:\n  expected nothing\n  found    {found:?}",
                rule.name
            ));
        }
    }
    fail_with(problems);
}
