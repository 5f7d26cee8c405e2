//! Comments in Markdown and web pages that are meant for the program: `<!-- crosscheck: allow money-mismatch the second sum is later -->`.
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
    if !text.contains(OPENING) || !text.contains(ADDRESS) {
        return Vec::new();
    }
    match document.format {
        InputFormat::Markdown => of_markdown(document),
        InputFormat::Html => of_page(document),
        InputFormat::Text | InputFormat::Docx | InputFormat::Pdf => Vec::new(),
    }
}

/// Whether a comment of a page is meant for the program.
#[cfg(feature = "html")]
pub(super) fn is_for_us(comment: &str) -> bool {
    let inside = comment.strip_prefix(OPENING).unwrap_or_default();
    inside.trim_start().starts_with(ADDRESS) && inside.ends_with(CLOSING)
}

/// Those of a web page, which are masked in its prose and stand before what they hold for, as reading the page has put them.
fn of_page(document: &Document) -> Vec<Comment> {
    let text = document.source.text();
    let prose = document.prose.as_bytes();
    let found = within(text, 0..text.len()).into_iter();
    // What is written with entities looks the same in the text, and is prose.
    let masked = found.filter(|(range, _)| {
        let hidden = prose.get(range.clone());
        hidden.is_some_and(|prose| prose.iter().all(|&byte| byte == b' '))
    });
    let comments = masked.map(|(range, says)| {
        let span = document.source.span(range);
        Comment {
            span,
            text: says,
            block: next_block(document, span),
        }
    });
    comments.collect()
}

/// The block that follows.
fn next_block(document: &Document, span: Span) -> Option<Span> {
    let mut blocks = document.blocks.iter().map(|b| b.span);
    blocks.find(|block| block.start() >= span.end())
}

fn of_markdown(document: &Document) -> Vec<Comment> {
    let text = document.source.text();
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
                    comments.push(Comment {
                        span,
                        text: says,
                        block: next_block(document, span),
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

    #[cfg(feature = "html")]
    #[test]
    fn a_comment_of_a_page_holds_for_the_paragraph_it_stands_in_or_before() {
        let p = |inside: &str, expected: &[(&str, &str, usize)]| {
            let page = format!(
                "<html><body><article><h1>The old mill of Ellery has burned down</h1>\n{inside}\n\
                 <p>The fire service said that the mill had been empty for ten years, and that nobody knew why.</p>\n\
                 </article></body></html>"
            );
            let document = Document::new(0, "a.html", &page, InputFormat::Html);
            let found = comments(&document);
            let found: Vec<(&str, &str, usize)> = found
                .iter()
                .map(|c| {
                    let (line, column) = document.source.line_column(c.span.start());
                    let start = page.lines().nth(line - 1).unwrap().chars().skip(column - 1);
                    assert!(
                        start.collect::<String>().starts_with("<!--"),
                        "{line}:{column}"
                    );
                    let block = c.block.map_or("", |b| document.source.slice(b));
                    (c.text.as_str(), block.get(..12).unwrap_or(block), line)
                })
                .collect();
            assert_eq!(found, expected, "{page}");
            let prose: String = document.prose.split_whitespace().collect();
            assert!(!prose.contains("crosscheck:allow"), "{prose}");
        };
        p(
            "<p>Two people died when the mill of Ellery burned down, and 19 were injured.</p>\n\
             <!-- crosscheck: allow x -->",
            &[("allow x", "The fire ser", 3)],
        );
        p(
            "<p>Two people died when <b>the mill</b> of <!--crosscheck:allow\n x--> Ellery burned down.</p>",
            &[("allow  x", "Two people d", 2)],
        );
        p(
            "<!-- note --><p>The <!-- crosscheck: a --> mill <!-- crosscheck: b --> of Ellery burned down, they said.</p>\n\
             <script>'<!-- crosscheck: c -->'</script>",
            &[("a", "The mill of ", 2), ("b", "The mill of ", 2)],
        );
    }

    #[cfg(feature = "html")]
    #[test]
    fn what_a_page_shows_as_a_comment_is_text() {
        let page = "<article><h1>How to write a comment here</h1><p>One writes it as \
                    &lt;!-- crosscheck: allow x --&gt; in front of what it is about, and that is all that there is to it.</p>\
                    </article>";
        let document = Document::new(0, "a.html", page, InputFormat::Html);
        assert!(document.prose.contains("crosscheck"));
        assert!(comments(&document).is_empty());
    }
}
