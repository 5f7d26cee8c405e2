//! Comments in Markdown that are meant for the program: `<!-- crosscheck: allow money-mismatch the second sum is later -->`.
//!
//! Where a comment stands says what it holds for: inside a paragraph, heading, list item or table cell for that one; on lines of
//! its own for the block that follows. What it says is left to the settings. Comments in code are text and none.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Document, InputFormat};
use crate::source::Span;

/// A comment that begins with `crosscheck:`.
pub(crate) struct Comment {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it says behind `crosscheck:`, without white space around it.
    pub(crate) text: String,
    /// What it stands in or before; `None` behind the last block.
    pub(crate) block: Option<Span>,
}

const OPENING: &str = "<!--";
const CLOSING: &str = "-->";
const ADDRESS: &str = "crosscheck:";

/// The comments of a document that are meant for the program, in their order.
pub(crate) fn comments(document: &Document) -> Vec<Comment> {
    let text = document.source.text();
    // Most documents have none, and are not parsed a second time for it.
    if document.format != InputFormat::Markdown
        || !text.contains(OPENING)
        || !text.contains(ADDRESS)
    {
        return Vec::new();
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut comments = Vec::new();
    let mut around = Vec::new();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                for (comment, says) in within(text, range.clone()) {
                    let span = document.source.span(comment);
                    let next = document
                        .blocks
                        .iter()
                        .find(|b| b.span.start() >= span.end());
                    comments.push(Comment {
                        span,
                        text: says,
                        block: next.map(|b| b.span),
                    });
                }
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableCell) => {
                around.push(range)
            }
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell,
            ) => {
                around.pop();
            }
            Event::InlineHtml(_) => {
                let block = around
                    .last()
                    .map(|range| document.source.span(range.clone()));
                for (comment, says) in within(text, range) {
                    comments.push(Comment {
                        span: document.source.span(comment),
                        text: says,
                        block,
                    });
                }
            }
            _ => {}
        }
    }
    comments
}

/// The comments for the program in a part of the text, and what each says.
fn within(text: &str, range: std::ops::Range<usize>) -> Vec<(std::ops::Range<usize>, String)> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(start) = text
        .get(at..range.end)
        .and_then(|rest| rest.find(OPENING))
        .map(|i| at + i)
    {
        let inside = start + OPENING.len();
        let Some(end) = text
            .get(inside..range.end)
            .and_then(|rest| rest.find(CLOSING))
            .map(|i| inside + i)
        else {
            break;
        };
        at = end + CLOSING.len();
        if let Some(says) = text[inside..end].trim().strip_prefix(ADDRESS) {
            found.push((start..at, says.trim().to_owned()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_holds_for_the_block_it_stands_in_or_before() {
        let p = |text: &str, expected: &[(&str, &str)]| {
            let document = Document::new(0, "a.md", text, InputFormat::Markdown);
            let found = comments(&document);
            let found: Vec<(&str, &str)> = found
                .iter()
                .map(|c| {
                    (
                        c.text.as_str(),
                        c.block.map_or("", |b| document.source.slice(b).trim()),
                    )
                })
                .collect();
            assert_eq!(found, expected, "{text}");
        };
        p(
            "One.\n\n<!-- crosscheck: allow x -->\n\nTwo.\n\nThree.\n",
            &[("allow x", "Two.")],
        );
        p(
            "# Head\n<!-- crosscheck: allow x\n  because -->\nTwo.\n",
            &[("allow x\n  because", "Two.")],
        );
        p(
            "One <!--crosscheck:allow x--> more.\n\nTwo.\n",
            &[("allow x", "One <!--crosscheck:allow x--> more.")],
        );
        p(
            "- one\n- two <!-- crosscheck: a -->\n",
            &[("a", "- two <!-- crosscheck: a -->")],
        );
        p("One.\n\n<!-- crosscheck: allow x -->\n", &[("allow x", "")]);
        p(
            "One <!-- a note --> more. `<!-- crosscheck: a -->`\n\n    <!-- crosscheck: b -->\n",
            &[],
        );
        p("<!-- crosscheck: never ends\n\nOne.\n", &[]);
    }
}
