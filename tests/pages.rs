//! Saved pages as newsrooms, councils and blogs make them: what is the article, under which title and of which day.
//!
//! Beside each page stands what is to be read of it: its title and day, then a line a paragraph, headings behind `# `. The pages
//! were written for this project, after the templates that sites use.
#![cfg(feature = "html")]

use std::path::Path;

use crosscheck::read::BlockKind;
use crosscheck::{Document, InputFormat};

fn shown(document: &Document) -> String {
    let title = document.title.as_deref().unwrap_or("");
    let day = document.published.map(|day| day.to_string());
    let mut shown = format!("title: {title}\npublished: {}\n", day.unwrap_or_default());
    for block in &document.blocks {
        let text = document.source.slice(block.span);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match block.kind {
            BlockKind::Body => shown += &format!("{text}\n"),
            BlockKind::Heading => shown += &format!("# {text}\n"),
            BlockKind::Title | BlockKind::Furniture => {}
        }
    }
    shown
}

#[test]
fn of_a_saved_page_the_article_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "html"))
        .collect();
    pages.sort();
    assert!(pages.len() >= 10);
    let mut wrong = String::new();
    for page in pages {
        let expected = std::fs::read_to_string(page.with_extension("txt")).unwrap();
        let bytes = std::fs::read(&page).unwrap();
        let document = Document::from_bytes(0, &page, bytes, InputFormat::Html).unwrap();
        let read = shown(&document);
        if read != expected {
            wrong += &format!("== {}\n{}\n", page.display(), difference(&expected, &read));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The lines that only one of two texts has.
fn difference(expected: &str, read: &str) -> String {
    let only = |sign: char, these: &str, others: &str| -> Vec<String> {
        let lines = these
            .lines()
            .filter(|line| !others.lines().any(|l| l == *line));
        lines.map(|line| format!("{sign} {line}")).collect()
    };
    let lines = [only('-', expected, read), only('+', read, expected)];
    lines.concat().join("\n")
}
