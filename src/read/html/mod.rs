//! Web pages: the article, without what stands around it.
//!
//! What is article is asked of a port of the readability that browsers have; where things stand is read here, since that
//! gives no places. The prose is extracted and not masked: an entity is one character of it and many of the file, and
//! half a name in bold is no word of its own, so offsets count in the prose, and lines and columns in the file. What is
//! left out is kept with its place and the reason, to be listed. Comments that are meant for the program are kept in the text and
//! masked in the prose, as in Markdown.

mod article;
mod entity;
mod metadata;
mod page;
mod region;
mod scan;

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::comments::is_for_us;
use super::furniture::{is_stamp, stamp_date};
use super::{BlockKind, Document, InputFormat, LeftOut, extracted, is_invisible, raised};
use crate::source::{Cursor, Extracted, Source, SourceId, one_line};
use page::{Part, Piece};
use region::Region;

/// The article of a page.
pub(super) fn read(id: SourceId, name: &str, page: &str) -> Document {
    let tokens = scan::tokens(page);
    let metadata = metadata::metadata(page, &tokens);
    let (page_blocks, deepest) = page::blocks(page, &tokens);
    let article = article::elements(page, &tokens, deepest);
    let title = metadata.title.as_deref();
    let headline = headline(page, &page_blocks, title);
    let shown = shown_days(page, &page_blocks, headline);
    let choice = Choice::new(&page_blocks, article);
    let mut writer = Writer {
        page,
        cursor: Cursor::new(page),
        text: Extracted::default(),
        spaced: false,
    };
    let mut comments = Comments::new(page, &tokens);
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    for (i, block) in page_blocks.iter().enumerate() {
        let is_headline = headline == Some(i);
        if !is_headline && let Err(reason) = choice.takes(block) {
            left_out.push(writer.aside(block, reason));
            continue;
        }
        let kind = match block.part {
            _ if is_headline => BlockKind::Title,
            // A label above the headline says what sort of page it is.
            Part::Body if headline.is_some_and(|at| i < at) && is_label(page, block) => {
                BlockKind::Furniture
            }
            Part::Body => BlockKind::Body,
            Part::Heading(_) => BlockKind::Heading,
            Part::Caption => BlockKind::Furniture,
        };
        comments.write_before(block.end(), &mut writer.text);
        kept.extend(writer.block(block).map(|range| (range, kind)));
    }
    comments.write_before(page.len(), &mut writer.text);
    let lines = page.lines().count();
    writer
        .text
        .has_lines(u32::try_from(lines).unwrap_or(u32::MAX));
    let source = Source::extracted(id, name, writer.text);
    let document = extracted(source, kept, InputFormat::Html);
    Document {
        // Of the page's title and the headline that it holds, the title names the site as well.
        title: match headline.map(|i| one_line(&plain(page, &page_blocks[i]))) {
            Some(words) if title.is_none_or(|title| title.contains(&words)) => Some(words),
            _ => title.map(str::to_owned),
        },
        published: match metadata.published {
            Some(moment) => Some(moment.day_among(shown.iter().map(|&(day, _)| day))),
            None => shown
                .iter()
                .find(|(_, is_stamp)| *is_stamp)
                .map(|&(day, _)| day),
        },
        left_out,
        prose: masked(&document.prose, &comments.written),
        ..document
    }
}

/// The text with spaces in the place of these ranges.
fn masked(text: &Arc<str>, ranges: &[Range<usize>]) -> Arc<str> {
    if ranges.is_empty() {
        return Arc::clone(text);
    }
    let mut masked = String::with_capacity(text.len());
    for range in ranges {
        masked.push_str(text.get(masked.len()..range.start).unwrap_or_default());
        masked.extend(std::iter::repeat_n(' ', range.end - masked.len()));
    }
    masked.push_str(text.get(masked.len()..).unwrap_or_default());
    masked.into()
}

/// The comments of a page that are meant for the program. They are part of the text, so that they have a place in it, and of no
/// prose; each stands before the block that it is in or before.
struct Comments<'a> {
    page: &'a str,
    /// Where they stand in the page, those that are still to be written.
    ranges: VecDeque<Range<usize>>,
    /// Of its own, since what a block is written with must not go back.
    cursor: Cursor<'a>,
    /// Where they stand in the text.
    written: Vec<Range<usize>>,
}

impl<'a> Comments<'a> {
    fn new(page: &'a str, tokens: &[scan::Token]) -> Comments<'a> {
        let ranges = scan::comments(page, tokens).into_iter();
        Comments {
            page,
            ranges: ranges
                .filter(|range| is_for_us(&page[range.clone()]))
                .collect(),
            cursor: Cursor::new(page),
            written: Vec::new(),
        }
    }

    /// Writes those that begin before this byte of the page.
    fn write_before(&mut self, end: usize, text: &mut Extracted) {
        while let Some(range) = self.ranges.pop_front_if(|range| range.start < end) {
            text.part();
            let start = text.text().len();
            for (at, c) in self.page[range.clone()].char_indices() {
                let place = self.cursor.place(range.start + at);
                text.push(if c == '\n' { ' ' } else { c }, place);
            }
            self.written.push(start..text.text().len());
        }
    }
}

/// Headlines have this many words or more; a name of a site or section has fewer.
const HEADLINE_WORDS: usize = 3;

/// The block that is the headline: the longest heading that the page's title holds, since that may name the site as well; else
/// the first of the highest rank.
fn headline(page: &str, blocks: &[page::Block], title: Option<&str>) -> Option<usize> {
    let headings = |most: u8| {
        let blocks = blocks.iter().enumerate();
        blocks.filter(move |(_, b)| {
            matches!(b.part, Part::Heading(rank) if rank <= most) && !b.region.is_outside()
        })
    };
    let title = title.unwrap_or("").to_lowercase();
    let held = |block: &page::Block| {
        let words = one_line(&plain(page, block)).to_lowercase();
        let count = words.split(' ').count();
        (count >= HEADLINE_WORDS && title.contains(&words)).then_some(count)
    };
    let in_title = headings(2).filter_map(|(i, block)| Some((i, held(block)?)));
    // Of two that are as long the first.
    let in_title = in_title.min_by_key(|&(_, count)| std::cmp::Reverse(count));
    in_title
        .map(|(i, _)| i)
        .or_else(|| headings(1).next().map(|(i, _)| i))
        .or_else(|| {
            // Old pages set the headline in large letters, and as no heading.
            let mut blocks = blocks.iter().enumerate().take(HEADLINE_BLOCKS);
            let is_most = |count: usize| count * 2 > title.split_whitespace().count();
            let is = |b: &page::Block| !b.region.is_outside() && held(b).is_some_and(is_most);
            blocks.find(|(_, block)| is(block)).map(|(i, _)| i)
        })
}

/// A headline that is no heading stands among so many blocks, behind menus.
const HEADLINE_BLOCKS: usize = 60;

/// The most words of a label.
const LABEL_WORDS: usize = 6;

/// "Press release", "Sport".
fn is_label(page: &str, block: &page::Block) -> bool {
    let line = plain(page, block);
    !line.trim_end().ends_with(['.', '!', '?', '"', '”'])
        && line.split_whitespace().nth(LABEL_WORDS).is_none()
}

/// A stamp stands no more than so many blocks behind the headline, and is no longer than so many bytes.
const STAMP_BLOCKS: usize = 8;
const STAMP_BYTES: usize = 120;

/// The days in the short lines behind the headline, and whether such a line only says when and by whom the page was made.
fn shown_days(page: &str, blocks: &[page::Block], headline: Option<usize>) -> Vec<(Date, bool)> {
    let behind = blocks.iter().skip(headline.map_or(blocks.len(), |i| i + 1));
    let stamps = behind.take(STAMP_BLOCKS).filter(|block| {
        let length = block.pieces.iter().map(|piece| match piece {
            Piece::Text { range, .. } => range.len(),
            Piece::Raised { .. } | Piece::Break(_) | Piece::Mark(..) => 0,
        });
        let is_short = length.sum::<usize>() <= STAMP_BYTES;
        is_short && block.part == Part::Body && block.region.has_stamps()
    });
    let lines = stamps.map(|block| one_line(&plain(page, block)));
    let lines = lines.filter(|line| !line.ends_with('.'));
    lines
        .filter_map(|line| Some((stamp_date(&line)?, is_stamp(&line))))
        .collect()
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
    /// Whether the names of elements say of most of the article that it is none: then they mean something else.
    misnamed: bool,
}

/// A list item is a link to another article where no more than this many of ten characters are outside the link.
const LINKED: usize = 8;

/// The characters of a block: all, those that the extractor takes for the article, those in links.
struct Lengths {
    all: usize,
    inside: usize,
    linked: usize,
}

impl Choice {
    fn new(blocks: &[page::Block], article: Option<Vec<bool>>) -> Choice {
        let mut choice = Choice {
            article,
            has_main: false,
            misnamed: false,
        };
        let length = |is_meant: &dyn Fn(&page::Block, &Lengths) -> bool| -> usize {
            let lengths = blocks.iter().map(|b| (b, choice.lengths(b)));
            lengths
                .filter(|(b, l)| is_meant(b, l))
                .map(|(_, l)| l.all)
                .sum()
        };
        let named = |b: &page::Block| matches!(b.region, Region::Named(_));
        let inside = |l: &Lengths| l.inside * 2 > l.all;
        let has_main = length(&|b, _| b.region == Region::Main) * 4 > length(&|_, _| true);
        let misnamed = length(&|b, l| named(b) && inside(l)) * 2 > length(&|_, l| inside(l));
        choice.has_main = has_main;
        choice.misnamed = misnamed && choice.article.is_some();
        choice
    }

    fn lengths(&self, block: &page::Block) -> Lengths {
        let mut lengths = Lengths {
            all: 0,
            inside: 0,
            linked: 0,
        };
        for piece in &block.pieces {
            if let Piece::Text {
                range,
                element,
                link,
            } = piece
            {
                let article = self.article.as_ref().and_then(|a| a.get(*element));
                lengths.all += range.len();
                lengths.linked += range.len() * usize::from(*link);
                lengths.inside += range.len() * usize::from(article == Some(&true));
            }
        }
        lengths
    }

    /// Whether the block is part of the article, or why it is not.
    fn takes(&self, block: &page::Block) -> Result<(), &'static str> {
        let is_misnamed = self.misnamed && matches!(block.region, Region::Named(_));
        if block.region.is_outside() && !is_misnamed {
            return Err(block.region.name());
        }
        let lengths = self.lengths(block);
        let is_article = match (&self.article, block.region) {
            (Some(_), _) => lengths.inside * 2 > lengths.all,
            (None, Region::Main) => true,
            (None, Region::Page) => !self.has_main,
            (None, _) => false,
        };
        if !is_article {
            return Err(match block.region {
                Region::Named(_) => Region::Page.name(),
                region => region.name(),
            });
        }
        if block.part == Part::Body && lengths.linked * 10 > lengths.all * LINKED {
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
        if is_invisible(c) {
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
        let before = self.text.text().chars().next_back();
        let shown = raised(&page[from..to], before.filter(|_| !self.spaced), link);
        let place = self.cursor.place(from);
        self.text.push_str(shown.unwrap_or(""), place);
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

#[cfg(test)]
mod tests {
    use super::super::*;
    use jiff::civil::date;

    const PAGE: &str = r##"<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Old mill burns down in Ellery | The Ellery Mail</title>
<meta property="article:published_time" content="2019-03-12T08:15:00+01:00">
<style>p { margin: 20px }</style></head>
<body class="has-comments">
<div class="cookie-consent"><p>We and our 842 partners store cookies on your device.</p></div>
<header><h1>The Ellery Mail</h1><nav><ul><li><a href="/w">Weather 14&deg;C</a></li></ul></nav></header>
<main><article>
<h1>Old mill burns down in&nbsp;Ellery</h1>
<figure><img src="x.jpg"><figcaption>The mill in 2017</figcaption></figure>
<p>Two people died and <b>19</b> were injured when a fire tore through an old
mill in Ellery on Monday night, the fire service said. The mill had been empty for <em>ten</em> years.</p>
<p>The owner had planned to turn the 4,000&nbsp;m<sup>2</sup> site into flats at a cost of &pound;44&nbsp;million.<sup><a href="#n">7</a></sup>
The company&#8217;s spokes&shy;woman, Ann-<b>Marie</b> Kl&ouml;ckner, said it was &#8220;shocked&#8221;.</p>
<div class="ad-slot"><p>A new car from $19,999, with a radio, four doors and a wheel to steer with.</p></div>
<h2>What happened</h2>
<p>The alarm was raised by a neighbour, who saw smoke. By midnight the roof had fallen in. AT&amp;T lines were cut, and 3,500 homes were without telephone.</p>
<table><tr><th>Year<th>Fires<tr><td>2017<td>12</table>
<p>Read more: <a href="/x">Ten fires that shook Ellery</a></p>
</article></main>
<section class="comments"><h3>12 comments</h3><p>bob: I heard it was 5 dead</p></section>
<aside><h3>Most read</h3><ol><li><a href="/1">Woman, 81, wins £3m</a></li></ol></aside>
<footer><p>&copy; 2019 The Ellery Mail. Call 555 1234.</p></footer>
<script>var x = "<p>99 scripts</p>";</script>
</body></html>
"##;

    fn lines(document: &Document, kind: BlockKind) -> Vec<&str> {
        let blocks = document.blocks.iter().filter(|b| b.kind == kind);
        blocks.map(|b| document.source.slice(b.span)).collect()
    }

    #[test]
    fn a_page_is_its_article() {
        let document = Document::new(0, "a.html", PAGE, InputFormat::Html);
        assert_eq!(document.published, Some(date(2019, 3, 12)));
        assert_eq!(
            document.title.as_deref(),
            Some("Old mill burns down in Ellery")
        );
        assert_eq!(
            lines(&document, BlockKind::Title),
            ["Old mill burns down in\u{a0}Ellery"]
        );
        assert_eq!(lines(&document, BlockKind::Heading), ["What happened"]);
        let furniture = ["The mill in 2017", "Read more: Ten fires that shook Ellery"];
        assert_eq!(lines(&document, BlockKind::Furniture), furniture);
        let body = lines(&document, BlockKind::Body);
        let first = "Two people died and 19 were injured when a fire tore through an old mill in Ellery on Monday night, the fire service said. The mill had been empty for ten years.";
        let second = "The owner had planned to turn the 4,000\u{a0}m² site into flats at a cost of £44\u{a0}million. The company’s spokeswoman, Ann-Marie Klöckner, said it was “shocked”.";
        assert_eq!(&body[..2], [first, second]);
        assert_eq!(&body[3..], ["Year", "Fires", "2017", "12"]);
    }

    #[test]
    fn what_is_left_out_is_kept_with_its_place_and_the_reason() {
        let document = Document::new(0, "a.html", PAGE, InputFormat::Html);
        let p = |start: &str| {
            let left_out = document.left_out.iter().find(|l| l.text.starts_with(start));
            left_out.map(|l| (l.place.line, l.reason))
        };
        assert_eq!(p("We and our 842"), Some((7, "cookie notice")));
        assert_eq!(p("Weather 14°C"), Some((8, "navigation")));
        assert_eq!(p("A new car"), Some((16, "advertisement")));
        assert_eq!(p("bob: I heard"), Some((22, "comments")));
        assert_eq!(p("Woman, 81"), Some((23, "aside")));
        assert_eq!(p("© 2019"), Some((24, "footer")));
    }

    #[test]
    fn a_mention_stands_where_the_file_has_it() {
        let article = crate::extract(Document::new(0, "a.html", PAGE, InputFormat::Html));
        let source = &article.document.source;
        let p = |shown: &str| {
            let mention = article
                .mentions
                .iter()
                .find(|m| source.slice(m.span) == shown);
            let mention = mention.unwrap_or_else(|| panic!("{shown}"));
            source.line_column(mention.span.start())
        };
        for (shown, written) in [
            ("19", "19</b>"),
            ("4,000\u{a0}m²", "4,000&nbsp;m"),
            ("£44\u{a0}million", "&pound;44"),
            ("Ann-Marie Klöckner", "Ann-<b>"),
            ("shocked", "shocked"),
            ("AT&T", "AT&amp;T"),
            ("3,500", "3,500"),
        ] {
            let at = PAGE.find(written).unwrap();
            let line = PAGE[..at].matches('\n').count() + 1;
            let column = PAGE[..at].chars().rev().take_while(|&c| c != '\n').count() + 1;
            assert_eq!(p(shown), (line, column), "{shown}");
        }
    }

    #[test]
    fn a_page_of_tables_and_line_breaks_is_read_too() {
        let page = "<HTML><TITLE>Two dead in mill fire</TITLE><BODY><TABLE><TR><TD><FONT SIZE=1><A HREF=a>Home</A><BR><A HREF=c>Lottery: 4, 8, 15</A></FONT>\n<TD><FONT SIZE=5>Two dead in mill fire</FONT><BR>\n<FONT SIZE=1>Published Tuesday, March 12, 2019</FONT><P>\nTwo people died and 19 were injured when a fire tore through an old mill in Ellery on Monday night, the fire service said. The mill, built in 1887, had been empty for ten years.\n<P>About 120 firefighters fought the flames for six hours, and the company&#146;s spokeswoman said it was shocked by the news.<BR><BR>\nThe alarm was raised by a neighbour, who saw smoke. By midnight the roof had fallen in.\n</TABLE><HR>Copyright 2019 Ellery Mail</BODY></HTML>";
        let document = Document::new(0, "a.htm", page, InputFormat::Html);
        assert_eq!(document.published, Some(date(2019, 3, 12)));
        assert_eq!(
            lines(&document, BlockKind::Title),
            ["Two dead in mill fire"]
        );
        let body = lines(&document, BlockKind::Body);
        assert_eq!(body.len(), 3, "{body:?}");
        assert!(body[1].ends_with("the company’s spokeswoman said it was shocked by the news."));
    }

    #[test]
    fn a_page_without_an_article_is_read_as_far_as_it_is_text() {
        let p = |page: &str| {
            let document = Document::new(0, "a.html", page, InputFormat::Html);
            let text = document.source.text().to_owned();
            (text, document.source.line_count())
        };
        assert_eq!(p(""), (String::new(), 0));
        assert_eq!(p("<p>Two dead."), ("Two dead.".to_owned(), 1));
        assert_eq!(p("Two\ndead"), ("Two dead".to_owned(), 2));
        assert_eq!(p("<nav>Home</nav><p></p>").0, "");
    }
}
