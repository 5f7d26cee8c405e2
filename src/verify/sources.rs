//! The sources that a draft names itself, in its front matter.

use crate::Document;

/// What the front matter of a document names as its `sources:`, as written: one, several in brackets, or a list.
///
/// ```
/// use crosscheck::verify::named_sources;
/// use crosscheck::{Document, InputFormat};
///
/// let text = "---\nsources:\n  - wire.txt\n  - \"notes/*.md\"\n---\n\nTwo people were hurt.\n";
/// let draft = Document::new(0, "draft.md", text, InputFormat::Markdown);
/// assert_eq!(named_sources(&draft), ["wire.txt", "notes/*.md"]);
/// ```
pub fn named_sources(document: &Document) -> Vec<String> {
    let mut lines = document.source.text().lines();
    if lines.next().map(str::trim_end) != Some("---") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut listing = false;
    for line in lines.take_while(|line| !matches!(line.trim_end(), "---" | "...")) {
        let entry = line.trim();
        if listing && let Some(item) = entry.strip_prefix("- ") {
            found.extend(plain(item));
            continue;
        }
        listing = false;
        let Some(value) = line.strip_prefix("sources:") else {
            continue;
        };
        let value = value.trim();
        let inner = value.strip_prefix('[').and_then(|v| v.strip_suffix(']'));
        match inner {
            Some(several) => found.extend(several.split(',').filter_map(plain)),
            None if value.is_empty() => listing = true,
            None => found.extend(plain(value)),
        }
    }
    found
}

/// A value without its quotation marks.
fn plain(value: &str) -> Option<String> {
    let value = value.trim().trim_matches(['"', '\'']);
    (!value.is_empty()).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::InputFormat;

    #[test]
    fn sources_are_named_in_any_form_of_front_matter() {
        let p = |matter: &str, expected: &[&str]| {
            let text = format!("---\n{matter}\n---\n\nTwo people were hurt.\n");
            let document = Document::new(0, "a.md", &text, InputFormat::Markdown);
            assert_eq!(named_sources(&document), expected, "{matter}");
        };
        p("sources: wire.txt", &["wire.txt"]);
        p("sources: [wire.txt, 'b c.md']", &["wire.txt", "b c.md"]);
        p(
            "title: x\nsources:\n- a.txt\n- b.txt\nstory: y",
            &["a.txt", "b.txt"],
        );
        p("title: x", &[]);
        p("sources:", &[]);
        let plain = Document::new(0, "a.txt", "sources: a.txt", InputFormat::Text);
        assert_eq!(named_sources(&plain), [""; 0]);
    }
}
