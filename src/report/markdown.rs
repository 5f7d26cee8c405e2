//! Markdown for a comment on a pull request: a table of the findings, and their sentences folded up beneath it.
//!
//! A cell holds the values and where they stand, which is what a reviewer goes through; whole sentences in it would make the
//! table as wide as the article. A comment that is too long is refused as a whole by the sites that show it, so the report
//! says less rather than too much: the sentences go first, then the rows that find no room, and both are said.

use std::fmt::Write;

use super::escape;
use super::excerpt::squeezed;
use super::model::{Finding, Occurrence, Report};
use super::tally::{counted, headline};
use super::verified;

/// The longest comment that GitHub takes, in characters. GitLab takes more.
const LONGEST: usize = 65_536;

/// What the note on left out rows may take of that.
const NOTE: usize = 200;

/// The head of a table of findings.
pub(super) const HEAD: &str = "\n| rule | about | the sources say |\n|---|---|---|\n";

/// How many places of one answer a cell names.
const PLACES: usize = 3;

/// The report as one comment.
pub fn report(report: &Report) -> String {
    within(report, LONGEST)
}

/// The report in at most so many characters, where the heading alone fits.
fn within(report: &Report, longest: usize) -> String {
    let heading = heading(report);
    if let Some(claims) = &report.claims {
        let allowed = allowed(report);
        let used = heading.chars().count() + allowed.chars().count() + NOTE;
        let body = verified::markdown::body(report, claims, longest.saturating_sub(used));
        return heading + &body + &allowed;
    }
    let whole = format!(
        "{heading}{}{}{}",
        table(report, usize::MAX).0,
        sentences(report),
        allowed(report)
    );
    if whole.chars().count() <= longest {
        return whole;
    }
    let room = longest.saturating_sub(heading.chars().count() + NOTE);
    let (table, rows) = table(report, room);
    let left_out = match report.findings.len() - rows {
        0 => "The sentences are".to_owned(),
        n => format!(
            "{} and all sentences are",
            counted(n, "finding", "findings")
        ),
    };
    format!(
        "{heading}{table}\n{left_out} left out, since a comment holds {longest} characters; `--format html` or `--format json` gives all.\n"
    )
}

fn heading(report: &Report) -> String {
    let mut heading = format!("## crosscheck\n\n{}\n", headline(report));
    for notice in &report.notices {
        let _ = write!(heading, "\n{}\n", prose(&notice.message));
    }
    heading
}

/// The findings, a row each and a table a story, in at most so many characters; and how many rows that are.
fn table(report: &Report, room: usize) -> (String, usize) {
    let mut table = String::new();
    let (mut used, mut rows) = (0, 0);
    let mut story = None;
    for finding in &report.findings {
        let mut part = String::new();
        if rows == 0 || story != Some(&finding.story) {
            if let Some(name) = &finding.story {
                let _ = write!(part, "\n### {}\n", prose(name));
            }
            part.push_str(HEAD);
            story = Some(&finding.story);
        }
        part.push_str(&row(report, finding));
        used += part.chars().count();
        if used > room {
            break;
        }
        table.push_str(&part);
        rows += 1;
    }
    (table, rows)
}

pub(super) fn row(report: &Report, finding: &Finding) -> String {
    let answers: Vec<String> = finding
        .groups
        .iter()
        .map(|group| {
            // A line is named once, however often it says it, and so is the path: what follows it are more lines of the same file.
            let line = |m: &Occurrence| (m.document, m.line);
            let lines = group.mentions.chunk_by(|a, b| line(a) == line(b));
            let lines: Vec<&Occurrence> = lines.filter_map(|same| same.first()).collect();
            let mut places = Vec::new();
            let mut document = None;
            for mention in lines.iter().take(PLACES) {
                places.push(if document == Some(mention.document) {
                    code(&format!(":{}", mention.line))
                } else {
                    code(&place(report, mention))
                });
                document = Some(mention.document);
            }
            let more = lines.len().saturating_sub(PLACES);
            if more > 0 {
                places.push(format!("{more} more"));
            }
            let value = code(&squeezed(&escape::line(&group.display)));
            format!("{value} at {}", places.join(", "))
        })
        .collect();
    format!(
        "| {}<br>{} | {} | {} |\n",
        code(finding.rule),
        finding.verdict,
        prose(&finding.about),
        answers.join("<br>")
    )
}

/// The sentences of all findings, behind a line that opens them.
fn sentences(report: &Report) -> String {
    if report.findings.is_empty() {
        return String::new();
    }
    let mut list = String::from("\n<details>\n<summary>The sentences</summary>\n");
    for finding in &report.findings {
        let _ = write!(list, "\n{}\n\n", prose(&finding.message));
        for mention in finding.groups.iter().filter_map(|g| g.mentions.first()) {
            list.push_str(&sentence(report, mention));
        }
    }
    list.push_str("\n</details>\n");
    list
}

/// What is allowed, with the reason, behind a line that opens it.
fn allowed(report: &Report) -> String {
    let Some(all) = report.allowed.as_deref().filter(|all| !all.is_empty()) else {
        return String::new();
    };
    let mut list = String::from("\n<details>\n<summary>Allowed</summary>\n\n");
    for finding in all {
        let (reason, place) = match &finding.accepted {
            Some(accepted) => (prose(&accepted.reason), prose(&accepted.place)),
            None => (String::new(), String::new()),
        };
        let message = prose(&finding.message);
        let _ = writeln!(
            list,
            "- {message} ({}): {reason} ({place})",
            code(finding.rule)
        );
    }
    list.push_str("\n</details>\n");
    list
}

/// A line of a list: a mention in its sentence, with its place.
pub(super) fn sentence(report: &Report, mention: &Occurrence) -> String {
    let (excerpt, place) = (&mention.excerpt, prose(&place(report, mention)));
    format!(
        "- {place}: {}<b>{}</b>{}\n",
        prose(&excerpt.before),
        prose(&excerpt.value),
        prose(&excerpt.after)
    )
}

/// `a.txt:13`: a column is of no use where nothing can be clicked.
pub(super) fn place(report: &Report, mention: &Occurrence) -> String {
    format!("{}:{}", report.path(mention), mention.line)
}

/// Text between code marks, for a cell of a table: nothing in it is markup, mentions a person or links.
pub(super) fn code(text: &str) -> String {
    let text = escape::line(text).replace('|', "\\|");
    let longest = text
        .split(|c| c != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let marks = "`".repeat(longest + 1);
    // A mark right beside a backtick would be read with it.
    let space = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{marks}{space}{text}{space}{marks}")
}

/// Text of an article as running text: no markup, no HTML, nobody mentioned, no issue linked.
pub(super) fn prose(text: &str) -> String {
    let text = escape::line(text);
    let mut safe = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let next = characters.peek().copied();
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            // Sites look for people and issues in what the markup has become, where an escape is gone. A space of no width, which
            // they know as no part of a name, parts what they look for.
            '@' if next.is_some_and(char::is_alphanumeric) => safe.push_str("@&#8203;"),
            '#' | '!' if next.is_some_and(|c| c.is_ascii_digit()) => {
                safe.extend(['\\', c]);
                safe.push_str("&#8203;");
            }
            // "http:" and "www." are links without any marks.
            ':' if next == Some('/') => safe.push_str(":&#8203;"),
            '.' if safe.ends_with("www") => safe.push_str("&#8203;."),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '#' => safe.extend(['\\', c]),
            _ => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_no_markup_mentions_nobody_and_links_nothing() {
        let p = |text: &str| prose(text);
        assert_eq!(p("the mayor said: 5 people"), "the mayor said: 5 people");
        assert_eq!(
            p("*a* _b_ `c` [d](e) | f"),
            r"\*a\* \_b\_ \`c\` \[d\](e) \| f"
        );
        assert_eq!(p("<b>&amp;"), "&lt;b&gt;&amp;amp;");
        assert_eq!(p("@ann and a@b.org"), "@&#8203;ann and a@&#8203;b.org");
        assert_eq!(p("#12 is No. # 12"), r"\#&#8203;12 is No. \# 12");
        assert_eq!(
            p("https://x.org www.x.org"),
            "https:&#8203;//x.org www&#8203;.x.org"
        );
        assert_eq!(p("a\n\n# b\u{202e}"), "a \\# b\u{fffd}");
    }

    #[test]
    fn code_marks_are_longer_than_any_in_the_text() {
        let p = |text: &str| code(text);
        assert_eq!(p("$44 million"), "`$44 million`");
        assert_eq!(p("a|b"), r"`a\|b`");
        assert_eq!(p("a``b`c"), "```a``b`c```");
        assert_eq!(p("`a"), "`` `a ``");
    }
}
