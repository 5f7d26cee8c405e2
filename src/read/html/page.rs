//! The blocks of a page: what stands between the starts and ends of its paragraphs, headings, cells.

use std::ops::Range;

use super::article::{DEEPEST, VOID, is_marked};
use super::region::{Region, region};
use super::scan::{Token, attribute};

/// A paragraph of a page, or what stands alone like one.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) pieces: Vec<Piece>,
    pub(super) part: Part,
    pub(super) region: Region,
}

impl Block {
    /// Where it ends in the page.
    pub(super) fn end(&self) -> usize {
        self.pieces.last().map_or(0, |piece| match piece {
            Piece::Text { range, .. } | Piece::Raised { range, .. } => range.end,
            Piece::Break(at) | Piece::Mark(_, at) => *at,
        })
    }
}

/// What a block is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text of the file; `element` is the token that opens what it stands directly in.
    Text {
        range: Range<usize>,
        element: usize,
        link: bool,
    },
    /// A raised figure: a power, or the number of a note.
    Raised { range: Range<usize>, link: bool },
    /// A line break, and where it stands.
    Break(usize),
    /// A quotation mark that the element stands for.
    Mark(char, usize),
}

/// What a block is by its element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Body,
    Heading(u8),
    Caption,
}

/// The blocks of a page in its order, and how deep its elements go.
pub(super) fn blocks(page: &str, tokens: &[Token]) -> (Vec<Block>, usize) {
    let mut reader = Reader {
        page,
        open: Vec::new(),
        pieces: Vec::new(),
        head: (Part::Body, Region::Page),
        blocks: Vec::new(),
        deepest: 0,
    };
    for (i, token) in tokens.iter().enumerate() {
        match token {
            Token::Open { name, attributes } => reader.start(i, name, &page[attributes.clone()]),
            Token::Close { name } => reader.end(&page[name.clone()], name.start),
            Token::Text(range) => reader.text(range),
            Token::Raw(_) => {}
        }
    }
    reader.close();
    (reader.blocks, reader.deepest)
}

/// An element that is open, with what it and those around it make of the text in it.
struct Open {
    name: String,
    element: usize,
    hidden: bool,
    link: bool,
    raised: bool,
    part: Part,
    region: Region,
}

struct Reader<'a> {
    page: &'a str,
    open: Vec<Open>,
    pieces: Vec<Piece>,
    /// What the block is that is being read, as its first text has it.
    head: (Part, Region),
    blocks: Vec<Block>,
    deepest: usize,
}

impl Reader<'_> {
    fn start(&mut self, element: usize, name: &Range<usize>, attributes: &str) {
        let at = name.start;
        let name = self.page[name.clone()].to_ascii_lowercase();
        self.close_implied(&name);
        if is_block(&name) {
            self.close();
        }
        if name == "br" {
            self.line_break(at);
        }
        if VOID.contains(&name.as_str()) {
            return;
        }
        let outer = self.open.last();
        let hidden = outer.is_some_and(|o| o.hidden) || is_hidden(&name, attributes);
        if name == "q" && !hidden {
            self.pieces.push(Piece::Mark('“', at));
        }
        let outer = self.open.last();
        let part = match name.as_str() {
            "figcaption" => Part::Caption,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Part::Heading(name.as_bytes()[1] - b'0'),
            _ => outer.map_or(Part::Body, |o| o.part),
        };
        let around = outer.map_or(Region::Page, |o| o.region);
        let open = Open {
            element: match outer {
                Some(outer) if !is_marked(&name) => outer.element,
                _ => element,
            },
            hidden,
            link: name == "a" && attribute(attributes, "href").is_some()
                || outer.is_some_and(|o| o.link),
            raised: name == "sup" || outer.is_some_and(|o| o.raised),
            part,
            region: region(&name, attributes, around),
            name,
        };
        // Deeper than any page goes, elements are no longer told apart.
        if self.open.len() <= DEEPEST {
            self.open.push(open);
        }
        self.deepest = self.deepest.max(self.open.len());
    }

    fn end(&mut self, name: &str, at: usize) {
        let name = name.to_ascii_lowercase();
        if is_block(&name) {
            self.close();
        }
        let found = self
            .open
            .iter()
            .rposition(|o| o.name == name || is_wall(&o.name) && !is_wall(&name));
        if let Some(found) = found.filter(|&i| self.open[i].name == name) {
            if name == "q" && !self.open[found].hidden {
                self.pieces.push(Piece::Mark('”', at));
            }
            self.open.truncate(found);
        }
    }

    /// Closes what the start of an element closes without saying so.
    fn close_implied(&mut self, name: &str) {
        let (closed, until): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ol", "ul", "menu"]),
            "dd" | "dt" => (&["dd", "dt"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "tbody" | "tfoot" | "thead" => (&["tbody", "tfoot", "thead"], &["table"]),
            "option" => (&["option"], &["select"]),
            name if is_block(name) => (&["p"], &[]),
            _ => return,
        };
        let found = self.open.iter().rposition(|o| {
            closed.contains(&o.name.as_str())
                || until.contains(&o.name.as_str())
                || until.is_empty() && is_wall(&o.name)
        });
        if let Some(found) = found.filter(|&i| closed.contains(&self.open[i].name.as_str())) {
            self.close();
            self.open.truncate(found);
        }
    }

    fn text(&mut self, range: &Range<usize>) {
        let (element, hidden, link, raised, part, region) = match self.open.last() {
            Some(o) => (o.element, o.hidden, o.link, o.raised, o.part, o.region),
            None => (usize::MAX, false, false, false, Part::Body, Region::Page),
        };
        if hidden {
            return;
        }
        let page = self.page;
        let text = page[range.clone()].trim();
        let breaks = self.pieces.iter().rev();
        let breaks = breaks
            .take_while(|piece| matches!(piece, Piece::Break(_)))
            .count();
        if breaks > 0 {
            // White space between two breaks is none of the page's.
            if text.is_empty() {
                return;
            }
            if breaks > 1 || !self.goes_on(text) {
                self.close();
            }
        }
        if self.pieces.is_empty() {
            if text.is_empty() {
                return;
            }
            self.head = (part, region);
        }
        let range = range.clone();
        self.pieces.push(if raised {
            Piece::Raised { range, link }
        } else {
            Piece::Text {
                range,
                element,
                link,
            }
        });
    }

    /// A line break ends the block, as pages without `<p>` have it, unless the line goes on behind it.
    fn line_break(&mut self, at: usize) {
        if !self.pieces.is_empty() {
            self.pieces.push(Piece::Break(at));
        }
    }

    /// Whether what was read up to a break goes on with `next`: it leads on, or `next` starts with a small letter.
    fn goes_on(&self, next: &str) -> bool {
        let first = next.trim_start().chars().next();
        let before = self.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Text { range, .. } => self.page[range.clone()].trim_end().chars().next_back(),
            Piece::Raised { .. } | Piece::Break(_) | Piece::Mark(..) => None,
        });
        first.is_some_and(char::is_lowercase) || matches!(before, Some(',' | ';' | '-'))
    }

    /// Ends the block that is being read.
    fn close(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        if pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Text { .. }))
        {
            let (part, region) = self.head;
            self.blocks.push(Block {
                pieces,
                part,
                region,
            });
        }
    }
}

/// Elements that stand on lines of their own, by name.
const BLOCKS: [&str; 51] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "video",
];

/// Whether an element stands on lines of its own.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.binary_search(&name).is_ok()
}

/// Elements whose inside no end tag reaches out of, unless it is that of another such one.
fn is_wall(name: &str) -> bool {
    matches!(name, "caption" | "table" | "td" | "th")
}

/// Elements that show no text of the page, or text that is struck out.
const HIDDEN: [&str; 31] = [
    "applet", "audio", "button", "canvas", "code", "datalist", "del", "embed", "head", "iframe",
    "input", "kbd", "math", "meter", "noembed", "noframes", "noscript", "object", "option",
    "progress", "rp", "rt", "s", "samp", "script", "select", "strike", "style", "svg", "template",
    "textarea",
];

fn is_hidden(name: &str, attributes: &str) -> bool {
    HIDDEN.binary_search(&name).is_ok()
        || name == "video"
        || attribute(attributes, "hidden").is_some_and(|v| !v.eq_ignore_ascii_case("until-found"))
        || attribute(attributes, "aria-hidden").is_some_and(|v| v.eq_ignore_ascii_case("true"))
        || attribute(attributes, "style").is_some_and(|style| {
            let style: String = style.split_whitespace().collect();
            let style = style.to_ascii_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}

#[cfg(test)]
mod tests {
    use super::super::scan::tokens;
    use super::*;

    fn p(page: &str) -> Vec<String> {
        let shown = |piece: &Piece| match piece {
            Piece::Text { range, .. } => page[range.clone()].to_owned(),
            Piece::Raised { range, .. } => format!("^{}", &page[range.clone()]),
            Piece::Break(_) => "/".to_owned(),
            Piece::Mark(c, _) => c.to_string(),
        };
        let (blocks, _) = blocks(page, &tokens(page));
        let lines = blocks.iter().map(|b| b.pieces.iter().map(shown).collect());
        lines.collect()
    }

    #[test]
    fn a_block_ends_where_a_browser_breaks_the_line() {
        assert_eq!(
            p("<p>one <b>two</b> three<p>four"),
            ["one two three", "four"]
        );
        assert_eq!(
            p("<div>one<div>two</div>three</div>"),
            ["one", "two", "three"]
        );
        assert_eq!(p("<ul><li>one<li>two</ul>three"), ["one", "two", "three"]);
        assert_eq!(
            p("<tr><td>one<td>two<tr><td>three"),
            ["one", "two", "three"]
        );
        assert_eq!(p("One<br>two<br> <br>three"), ["One/two//", "three"]);
        assert_eq!(p("<br>One<br>Two<p>three"), ["One/", "Two", "three"]);
    }

    #[test]
    fn what_a_browser_does_not_show_is_no_text() {
        assert_eq!(
            p("<head><title>a</title></head><p>one<script>x</script>"),
            ["one"]
        );
        assert_eq!(
            p("<p hidden>a</p><p style='Display : none'>b</p><p>one"),
            ["one"]
        );
        assert_eq!(
            p("<p>one<del> two</del><s> three</s><svg><path/><text>t</text></svg>"),
            ["one"]
        );
        assert_eq!(p("<p> &nbsp;</p>"), [" &nbsp;"]);
    }

    #[test]
    fn an_end_tag_without_a_start_closes_nothing_around_it() {
        assert_eq!(p("<p><b>one</i></b></span> two</p>"), ["one two"]);
        assert_eq!(
            p("<table><tr><td>one</div> two</td></tr></table>"),
            ["one", " two"]
        );
    }

    #[test]
    fn a_quotation_element_is_written_with_marks() {
        assert_eq!(p("<p>He said: <q>one</q>"), ["He said: “one”"]);
    }

    #[test]
    fn the_lists_are_sorted_for_the_search_in_them() {
        assert!(BLOCKS.is_sorted() && HIDDEN.is_sorted());
    }
}
