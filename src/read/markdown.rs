//! Markdown: front matter, headings, and prose with the markup masked by spaces.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::{Block, BlockKind, Document, InputFormat, Role};
use crate::source::Source;

/// A document whose prose is the text of headings, paragraphs, lists and tables; code, HTML and addresses are masked.
pub(super) fn read(source: Source) -> Document {
    let text = source.text();
    let mut prose: Vec<u8> = text
        .bytes()
        .map(|b| if b == b'\n' { b'\n' } else { b' ' })
        .collect();
    let mut blocks = Vec::new();
    let (mut title, mut published, mut story, mut url) = (None, None, None, None);
    let (mut metadata, mut skipped) = (false, 0u32);
    let mut block: Option<(usize, usize, BlockKind)> = None;
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle)) => metadata = true,
            Event::End(TagEnd::MetadataBlock(_)) => metadata = false,
            Event::Text(content) if metadata => {
                for line in content.lines() {
                    match front_matter(line) {
                        Some(("title", value)) => title = Some(value.to_owned()),
                        Some(("published" | "date", value)) => {
                            published = super::furniture::stamp_date(value)
                        }
                        Some(("url", value)) if !value.is_empty() => url = Some(value.to_owned()),
                        Some(("story", value)) if !value.is_empty() => {
                            story = Some(value.to_owned())
                        }
                        _ => {}
                    }
                }
            }
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Strikethrough) => skipped += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Strikethrough) => {
                skipped = skipped.saturating_sub(1)
            }
            Event::Start(Tag::Heading { .. }) => block = Some((usize::MAX, 0, BlockKind::Heading)),
            Event::Start(Tag::Paragraph | Tag::Item | Tag::TableCell) => {
                block = Some((usize::MAX, 0, BlockKind::Body))
            }
            Event::End(
                TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell,
            ) => {
                if let Some((start, end, kind)) = block.take()
                    && start < end
                {
                    blocks.push(Block {
                        span: source.span(start..end),
                        kind,
                    });
                }
            }
            // A list inside an item closes what the item has said so far.
            Event::Start(Tag::List(_)) => {
                if let Some((start, end, kind)) = block.take()
                    && start < end
                {
                    blocks.push(Block {
                        span: source.span(start..end),
                        kind,
                    });
                }
            }
            Event::Text(content) if skipped == 0 => {
                // An entity such as &amp; gives text that is not what stands there: left masked, as its length differs.
                if text.get(range.clone()) == Some(&*content) {
                    prose[range.clone()].copy_from_slice(content.as_bytes());
                }
                let (start, end, kind) = block.unwrap_or((usize::MAX, 0, BlockKind::Body));
                block = Some((start.min(range.start), end.max(range.end), kind));
            }
            _ => {}
        }
    }
    if let Some((start, end, kind)) = block
        && start < end
    {
        blocks.push(Block {
            span: source.span(start..end),
            kind,
        });
    }
    // Only whole characters are copied and all else is a space or a line break, so this is always UTF-8.
    let prose = String::from_utf8(prose).unwrap_or_else(|_| " ".repeat(text.len()));
    Document {
        prose: prose.into(),
        blocks,
        format: InputFormat::Markdown,
        role: Role::Peer,
        title,
        published,
        story,
        url,
        source,
        left_out: Vec::new(),
        notices: Vec::new(),
    }
}

/// The key and value of a line of front matter, quotes around the value dropped.
fn front_matter(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    Some((key.trim(), value.trim().trim_matches(['"', '\''])))
}

#[cfg(test)]
mod tests {
    use super::super::*;

    #[test]
    fn markup_is_masked_and_offsets_stay() {
        let text = "---\ntitle: \"Fire: two dead\"\npublished: 2021-08-03\nstory: Harbour fire\nurl: https://x.org/1\n---\n# Fire\n\nThe **two** dead [men](http://x.org/1) `5`.\n\n- one\n- two\n";
        let document = Document::new(0, "a.md", text, InputFormat::Markdown);
        assert_eq!(document.prose.len(), text.len());
        assert_eq!(document.title.as_deref(), Some("Fire: two dead"));
        assert_eq!(document.published, Some(jiff::civil::date(2021, 8, 3)));
        assert_eq!(document.story.as_deref(), Some("Harbour fire"));
        assert_eq!(document.url.as_deref(), Some("https://x.org/1"));
        let words: Vec<&str> = document.prose.split_whitespace().collect();
        assert_eq!(
            words,
            ["Fire", "The", "two", "dead", "men", ".", "one", "two"]
        );
        assert_eq!(document.prose.find("men"), text.find("men"));
        assert_eq!(document.blocks.len(), 4);
    }
}
