//! Lines to paragraphs, in the order in which they are painted: what goes on in the next line, column or page, and what every
//! page repeats in its margins.

use rustc_hash::FxHashMap;

use super::super::is_invisible;
use super::glyphs::Painted;
use super::lines::{Line, lines};
use crate::lexicon::word_table;
use crate::source::Place;

/// A paragraph with the place of each of its characters.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    pub(super) characters: Vec<(char, Place)>,
    pub(super) sort: Sort,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Text,
    Title,
    Heading,
    /// It stands in the margin of page after page.
    Repeated,
}

impl Paragraph {
    pub(super) fn text(&self) -> String {
        self.characters.iter().map(|(c, _)| c).collect()
    }

    pub(super) fn place(&self) -> Place {
        self.characters
            .first()
            .map_or(Place::START, |&(_, place)| place)
    }
}

/// A line with what is known about it beside others.
struct Set {
    line: Line,
    page: u32,
    /// How many characters of its page stand before it.
    before: u32,
    repeated: bool,
}

/// Headings have letters that are larger than those of the text by this much.
const HEADING: f64 = 1.15;

/// A heading has no more characters than this; a text in large letters is one all the same.
const HEADING_CHARACTERS: usize = 200;

/// The paragraphs of all pages.
pub(super) fn paragraphs(pages: &[Vec<Painted>]) -> Vec<Paragraph> {
    let set = set(pages);
    let body = body_size(&set);
    let mut done: Vec<Paragraph> = Vec::new();
    let mut open: Vec<&Set> = Vec::new();
    for line in &set {
        let goes_on = !line.repeated && goes_on(&open, line);
        if !goes_on && !open.is_empty() {
            done.push(paragraph(&open, body, &done));
            open.clear();
        }
        open.push(line);
    }
    if !open.is_empty() {
        done.push(paragraph(&open, body, &done));
    }
    done
}

fn set(pages: &[Vec<Painted>]) -> Vec<Set> {
    let mut set: Vec<Set> = Vec::new();
    for (painted, page) in pages.iter().zip(1..) {
        let mut before = 0u32;
        for line in lines(painted) {
            let length = u32::try_from(line.text.chars().count()).unwrap_or(u32::MAX);
            set.push(Set {
                line,
                page,
                before,
                repeated: false,
            });
            before = before.saturating_add(length).saturating_add(1);
        }
    }
    mark_repeated(&mut set, pages.len());
    set
}

/// What stands in the margin stands on so many pages or more, and on half of them.
const REPEATS: usize = 3;

/// So many lines at the top and at the bottom of a page may be margin.
const MARGIN: usize = 2;

/// Marks the lines at the top and the bottom of the pages that are the same but for their figures, and page numbers.
fn mark_repeated(set: &mut [Set], pages: usize) {
    let mut by_page: Vec<Vec<usize>> = vec![Vec::new(); pages];
    for (i, one) in set.iter().enumerate() {
        by_page[one.page as usize - 1].push(i);
    }
    let mut margins: Vec<usize> = Vec::new();
    for lines in &mut by_page {
        lines.sort_by(|&a, &b| set[a].line.y.total_cmp(&set[b].line.y));
        let count = lines.len();
        margins.extend(lines.iter().take(MARGIN.min(count)));
        margins.extend(lines.iter().skip(MARGIN.max(count.saturating_sub(MARGIN))));
    }
    let shape = |one: &Set| -> String {
        let letters = one.line.text.chars().filter(|c| !c.is_ascii_digit());
        letters.collect()
    };
    let mut counts: FxHashMap<String, usize> = FxHashMap::default();
    for &i in &margins {
        *counts.entry(shape(&set[i])).or_default() += 1;
    }
    for i in margins {
        let many = counts.get(&shape(&set[i])).copied().unwrap_or(0);
        let is_number = pages > 1
            && set[i]
                .line
                .text
                .chars()
                .all(|c| c.is_ascii_digit() || "-– ".contains(c));
        set[i].repeated = is_number || many >= REPEATS && many * 2 >= pages;
    }
}

/// The size of most letters, in halves of a point.
fn body_size(set: &[Set]) -> f64 {
    let mut sizes: FxHashMap<i64, usize> = FxHashMap::default();
    for one in set.iter().filter(|s| !s.repeated) {
        *sizes
            .entry((one.line.size * 2.0).round() as i64)
            .or_default() += one.line.text.len();
    }
    // Of two that are as frequent the smaller one, so that the order in the map says nothing.
    let mut sizes: Vec<(i64, usize)> = sizes.into_iter().collect();
    sizes.sort_unstable_by_key(|&(size, count)| (std::cmp::Reverse(count), size));
    sizes.first().map_or(0.0, |&(size, _)| size as f64 / 2.0)
}

/// So many lines of a paragraph tell its margins.
const NEAR: usize = 40;

/// Whether a line goes on with the paragraph.
fn goes_on(open: &[&Set], next: &Set) -> bool {
    let (Some(first), Some(last)) = (open.first(), open.last()) else {
        return false;
    };
    if last.repeated || (last.line.size - next.line.size).abs() > last.line.size * 0.12 {
        return false;
    }
    let size = last.line.size;
    // What stands in one column with the last line, and so has its margins.
    let jumps = |pair: &[&Set]| pair[1].page != pair[0].page || pair[1].line.y < pair[0].line.y;
    let near = &open[open.len().saturating_sub(NEAR)..];
    let column = near.windows(2).rposition(jumps).map_or(0, |at| at + 1);
    let column = &near[column..];
    let right = column.iter().map(|s| s.line.end).fold(0.0, f64::max);
    let is_ended = last.line.text.ends_with(['.', '!', '?', '"', '”', ':']);
    let is_short = last.line.end < right - size * 3.0;
    // In the next column, or on the next page, only what breaks off goes on.
    if next.page != last.page || next.line.y < last.line.y - size {
        return !is_ended && !is_short;
    }
    let gap = next.line.y - last.line.y;
    let usual = match open {
        [.., a, b] if a.page == b.page && b.line.y > a.line.y => (b.line.y - a.line.y) * 1.25,
        _ => size * 1.9,
    };
    // The first line of a paragraph may be set in.
    let set_in = usize::from(column.len() == open.len());
    let starts = column.iter().skip(set_in).map(|s| s.line.start);
    let left = starts.fold(f64::INFINITY, f64::min);
    let left = if left.is_finite() {
        left
    } else {
        first.line.start
    };
    let is_indented = next.line.start > left + size * 0.8;
    let overlaps = next.line.start < last.line.end && next.line.end > last.line.start;
    gap > size * 0.5 && gap <= usual && overlaps && !is_indented && !(is_ended && is_short)
}

fn paragraph(lines: &[&Set], body: f64, before: &[Paragraph]) -> Paragraph {
    let mut characters: Vec<(char, Place)> = Vec::new();
    for one in lines {
        let place = |n: u32| Place {
            column: one.before.saturating_add(n).saturating_add(1),
            utf16: one.before.saturating_add(n).saturating_add(1),
            ..Place::line(one.page)
        };
        match join(&characters, &one.line.text) {
            Join::Space => {
                let end = characters.last().map_or(Place::START, |&(_, place)| place);
                characters.push((' ', end.after(' ')));
            }
            Join::Word => {
                characters.pop();
            }
            Join::Nothing => {}
        }
        let letters = one.line.text.chars().zip(0..);
        characters.extend(
            letters
                .map(|(c, n)| (c, place(n)))
                .filter(|&(c, _)| !is_invisible(c)),
        );
    }
    let first = lines.first();
    let is_large = first.is_some_and(|s| s.line.size > body * HEADING)
        && characters.len() <= HEADING_CHARACTERS;
    let is_first = !before
        .iter()
        .any(|p| matches!(p.sort, Sort::Text | Sort::Title));
    let sort = match is_large {
        _ if first.is_some_and(|s| s.repeated) => Sort::Repeated,
        true if is_first => Sort::Title,
        true => Sort::Heading,
        false => Sort::Text,
    };
    Paragraph { characters, sort }
}

/// How a line is joined to what stands before it.
enum Join {
    Nothing,
    Space,
    /// The word goes on, and its hyphen is none.
    Word,
}

fn join(before: &[(char, Place)], next: &str) -> Join {
    let word = |c: &char| c.is_alphabetic();
    match before {
        [] => Join::Nothing,
        // "10-year-old" keeps its hyphen.
        [.., (a, _), ('-', _)] if a.is_ascii_digit() => Join::Nothing,
        [.., (a, _), ('-' | '\u{ad}' | '\u{2010}', _)] if a.is_alphabetic() => {
            let back = before.iter().rev().skip(1).map(|&(c, _)| c);
            let mut start: Vec<char> = back.take_while(word).collect();
            start.reverse();
            let start: String = start.into_iter().collect();
            let end: String = next.chars().take_while(word).collect();
            if is_broken(&start, &end) {
                Join::Word
            } else {
                Join::Nothing
            }
        }
        _ => Join::Space,
    }
}

/// Whether a hyphen at the end of a line parts one word and is none that is always written: "spokes-woman", "well-known".
fn is_broken(start: &str, end: &str) -> bool {
    if !end.starts_with(char::is_lowercase) {
        return false;
    }
    let known = |word: &str| word_table().rank(&word.to_lowercase()).is_some();
    if known(&format!("{start}{end}")) {
        return true;
    }
    // A name that is written with a hyphen goes on in small letters: "Jong-un".
    let is_name = start.starts_with(char::is_uppercase);
    let is_compound = known(start) && known(end);
    !is_name && !is_compound
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::pdf::glyphs::painted;

    fn p(pages: &[&[(&str, f64, f64, f64)]]) -> Vec<(Sort, String)> {
        let page = |lines: &&[(&str, f64, f64, f64)]| -> Vec<Painted> {
            let lines = lines.iter();
            lines
                .flat_map(|&(text, x, y, size)| painted(text, x, y, size))
                .collect()
        };
        let pages: Vec<Vec<Painted>> = pages.iter().map(page).collect();
        paragraphs(&pages)
            .iter()
            .map(|p| (p.sort, p.text()))
            .collect()
    }

    #[test]
    fn lines_become_paragraphs() {
        let page: &[(&str, f64, f64, f64)] = &[
            ("Ferry runs aground", 50.0, 40.0, 20.0),
            (
                "A ferry with 214 passengers on board ran aground on Mon-",
                50.0,
                80.0,
                10.0,
            ),
            ("day night, said the spokes-", 50.0, 92.0, 10.0),
            ("woman of the coast guard, Ann-", 50.0, 104.0, 10.0),
            ("Marie Smith.", 50.0, 116.0, 10.0),
            ("Nineteen were hurt.", 60.0, 128.0, 10.0),
            ("It is a well-", 50.0, 160.0, 10.0),
            ("known reef.", 50.0, 172.0, 10.0),
        ];
        let text = |s: &str| (Sort::Text, s.to_owned());
        assert_eq!(
            p(&[page]),
            [
                (Sort::Title, "Ferry runs aground".to_owned()),
                text(
                    "A ferry with 214 passengers on board ran aground on Monday night, said the spokeswoman of the coast guard, Ann-Marie Smith."
                ),
                text("Nineteen were hurt."),
                text("It is a well-known reef."),
            ]
        );
    }

    #[test]
    fn a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() {
        let first: &[(&str, f64, f64, f64)] = &[
            ("The ferry ran aground on", 50.0, 700.0, 10.0),
            ("Monday night and lost its", 50.0, 712.0, 10.0),
            ("oil, of which 3,000 litres", 300.0, 80.0, 10.0),
            ("were washed ashore before it", 300.0, 92.0, 10.0),
        ];
        let second: &[(&str, f64, f64, f64)] = &[("was stopped.", 50.0, 80.0, 10.0)];
        let whole = "The ferry ran aground on Monday night and lost its oil, of which 3,000 litres were washed ashore before it was stopped.";
        assert_eq!(p(&[first, second]), [(Sort::Text, whole.to_owned())]);
    }

    #[test]
    fn what_every_page_repeats_is_no_text() {
        let pages: Vec<Vec<(String, f64, f64, f64)>> = (1..=4_usize)
            .map(|n| {
                vec![
                    ("Annual report 2019".to_owned(), 50.0, 20.0, 8.0),
                    (
                        format!("Two died {}.", "there ".repeat(n)),
                        50.0,
                        80.0,
                        10.0,
                    ),
                    (format!("{n}"), 300.0, 800.0, 8.0),
                ]
            })
            .collect();
        let borrowed: Vec<Vec<(&str, f64, f64, f64)>> = pages
            .iter()
            .map(|page| {
                page.iter()
                    .map(|(t, x, y, s)| (t.as_str(), *x, *y, *s))
                    .collect()
            })
            .collect();
        let slices: Vec<&[(&str, f64, f64, f64)]> = borrowed.iter().map(Vec::as_slice).collect();
        let found = p(&slices);
        assert_eq!(
            found
                .iter()
                .filter(|(sort, _)| *sort == Sort::Repeated)
                .count(),
            8
        );
        assert_eq!(
            found.iter().filter(|(sort, _)| *sort == Sort::Text).count(),
            4
        );
    }
}
