//! Web pages: the article, without what stands around it.
//!
//! What is article is asked of a port of the readability that browsers have; where things stand is read here, since that
//! gives no places. The prose is extracted and not masked: an entity is one character of it and many of the file, and
//! half a name in bold is no word of its own, so offsets count in the prose, and lines and columns in the file. What is
//! left out is kept with its place and the reason, to be listed.

mod article;
mod entity;
mod metadata;
mod page;
mod scan;

use super::{Block, BlockKind, Document, InputFormat, LeftOut, Role};
use crate::source::{Cursor, Extracted, Source, SourceId, one_line};
use page::{Part, Piece};

/// The article of a page.
pub(super) fn read(id: SourceId, name: &str, page: &str) -> Document {
    let tokens = scan::tokens(page);
    let metadata = metadata::metadata(page, &tokens);
    let (blocks, deepest) = page::blocks(page, &tokens);
    let article = article::elements(page, &tokens, deepest);
    let headline = headline(page, &blocks, metadata.title.as_deref());
    let choice = Choice::new(page, &blocks, article);
    let mut writer = Writer {
        page,
        cursor: Cursor::new(page),
        text: Extracted::default(),
        spaced: false,
    };
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    for (i, block) in blocks.iter().enumerate() {
        let is_headline = headline == Some(i);
        if !is_headline && let Err(reason) = choice.takes(block) {
            left_out.push(writer.aside(block, reason));
            continue;
        }
        let kind = match block.part {
            _ if is_headline => BlockKind::Title,
            Part::Body => BlockKind::Body,
            Part::Heading(_) => BlockKind::Heading,
            Part::Caption => BlockKind::Furniture,
        };
        kept.extend(writer.block(block).map(|range| (range, kind)));
    }
    let lines = page.lines().count();
    writer
        .text
        .has_lines(u32::try_from(lines).unwrap_or(u32::MAX));
    let source = Source::extracted(id, name, writer.text);
    let blocks = kept.into_iter().map(|(range, kind)| Block {
        span: source.span(range),
        kind,
    });
    Document {
        blocks: blocks.collect(),
        prose: source.text().into(),
        source,
        format: InputFormat::Html,
        role: Role::Peer,
        title: metadata.title,
        published: metadata.published,
        left_out,
    }
}

/// Headlines have this many words or more; a name of a site or section has fewer.
const HEADLINE_WORDS: usize = 3;

/// The block that is the headline: the first heading that the page's title holds, else the first of the highest rank.
fn headline(page: &str, blocks: &[page::Block], title: Option<&str>) -> Option<usize> {
    let headings = |most: u8| {
        let blocks = blocks.iter().enumerate();
        blocks.filter(move |(_, b)| {
            matches!(b.part, Part::Heading(rank) if rank <= most) && !b.region.is_outside()
        })
    };
    let in_title = headings(2).find(|(_, block)| {
        let words = one_line(&plain(page, block)).to_lowercase();
        words.split(' ').count() >= HEADLINE_WORDS
            && title.is_some_and(|title| title.to_lowercase().contains(&words))
    });
    in_title.or_else(|| headings(1).next()).map(|(i, _)| i)
}

/// The text of a block with its entities read.
fn plain(page: &str, block: &page::Block) -> String {
    let shown = |piece: &Piece| match piece {
        Piece::Text { range, .. } => entity::decoded(&page[range.clone()]),
        Piece::Raised { .. } => String::new(),
        Piece::Break(_) => " ".to_owned(),
        Piece::Mark(c, _) => c.to_string(),
    };
    block.pieces.iter().map(shown).collect()
}

/// Which blocks are the article.
struct Choice {
    article: Option<Vec<bool>>,
    /// Without the extractor's word: whether some block stands in an element that is said to be the main part.
    has_main: bool,
}

/// A list item is a link to another article where no more than this many of ten characters are outside the link.
const LINKED: usize = 8;

impl Choice {
    fn new(page: &str, blocks: &[page::Block], article: Option<Vec<bool>>) -> Choice {
        let main = blocks.iter().filter(|b| b.region == page::Region::Main);
        let length: usize = main.map(|b| plain(page, b).len()).sum();
        let all: usize = blocks.iter().map(|b| plain(page, b).len()).sum();
        Choice {
            article,
            has_main: length * 4 > all,
        }
    }

    /// Whether the block is part of the article, or why it is not.
    fn takes(&self, block: &page::Block) -> Result<(), &'static str> {
        if block.region.is_outside() {
            return Err(block.region.name());
        }
        let (mut all, mut inside, mut linked) = (0, 0, 0);
        for piece in &block.pieces {
            if let Piece::Text {
                range,
                element,
                link,
            } = piece
            {
                let length = range.len();
                all += length;
                linked += if *link { length } else { 0 };
                let is_inside = |kept: &Vec<bool>| kept.get(*element).copied().unwrap_or(false);
                inside += if self.article.as_ref().is_some_and(is_inside) {
                    length
                } else {
                    0
                };
            }
        }
        let is_article = match &self.article {
            Some(_) => inside * 2 > all,
            None => match block.region {
                page::Region::Main => true,
                page::Region::Page => !self.has_main,
                _ => false,
            },
        };
        if !is_article {
            return Err(block.region.name());
        }
        if block.part == Part::Body && linked * 10 > all * LINKED && all > 0 {
            return Err("link");
        }
        Ok(())
    }
}

/// Writes blocks as prose.
struct Writer<'a> {
    page: &'a str,
    cursor: Cursor<'a>,
    text: Extracted,
    /// Whether white space stands before the next character.
    spaced: bool,
}

impl Writer<'_> {
    /// Writes a block; where it stands in the text, unless nothing of it was written.
    fn block(&mut self, block: &page::Block) -> Option<std::ops::Range<usize>> {
        let before = self.text.text().len();
        self.text.part();
        let start = self.text.text().len();
        self.spaced = false;
        for piece in &block.pieces {
            match piece {
                Piece::Text { range, .. } => self.run(range.start, range.end, start),
                Piece::Raised { range, link } => self.raised(range.start, range.end, *link),
                Piece::Break(_) => self.spaced = true,
                Piece::Mark(c, at) => self.character(*c, *at, start),
            }
        }
        let end = self.text.text().len();
        debug_assert!(start >= before);
        (start < end).then_some(start..end)
    }

    /// Text of the file: its white space made single, its entities read.
    fn run(&mut self, from: usize, to: usize, start: usize) {
        let page = self.page;
        let mut at = from;
        while let Some(c) = page[at..to].chars().next() {
            let mut next = at + c.len_utf8();
            if c.is_ascii_whitespace() {
                self.spaced = true;
            } else if c == '&'
                && let Some((characters, length)) = entity::reference(&page[at..to])
            {
                next = at + length;
                for c in characters.into_iter().flatten() {
                    self.character(c, at, start);
                }
            } else {
                self.character(c, at, start);
            }
            at = next;
        }
    }

    fn character(&mut self, c: char, at: usize, start: usize) {
        // Where a long word may be broken: nothing that is read.
        if c == '\u{ad}' {
            return;
        }
        let place = self.cursor.place(at);
        if std::mem::take(&mut self.spaced) && self.text.text().len() > start {
            self.text.space(place);
        }
        self.text.push(c, place);
    }

    /// "km²" and "21st" are read on; the number of a note is not.
    fn raised(&mut self, from: usize, to: usize, link: bool) {
        let page = self.page;
        let raised = page[from..to].trim();
        let before = self.text.text().chars().next_back();
        let is_unit = !self.spaced && before.is_some_and(char::is_alphabetic);
        let power = match raised {
            "2" if is_unit && !link => Some('²'),
            "3" if is_unit && !link => Some('³'),
            _ => None,
        };
        let place = self.cursor.place(from);
        match power {
            Some(power) => self.text.push(power, place),
            None if raised.chars().all(char::is_alphabetic) && raised.len() > 1 => {
                self.text.push_str(raised, place);
            }
            None => {}
        }
    }

    /// A block that is left out.
    fn aside(&mut self, block: &page::Block, reason: &'static str) -> LeftOut {
        let first = block.pieces.iter().find_map(|piece| match piece {
            Piece::Text { range, .. } => Some(range),
            Piece::Raised { .. } | Piece::Break(_) | Piece::Mark(..) => None,
        });
        let at = first.map_or(0, |range| {
            let text = &self.page[range.clone()];
            range.start + (text.len() - text.trim_start().len())
        });
        LeftOut {
            place: self.cursor.place(at),
            text: one_line(&plain(self.page, block)),
            reason,
        }
    }
}
