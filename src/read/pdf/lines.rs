//! The lines of a page, put together from its characters.

use super::super::raised;
use super::glyphs::Painted;

/// A line, or a part of one that stands apart: a cell of a table, a line of a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) text: String,
    /// Where it begins and ends, from the left of the page.
    pub(super) start: f64,
    pub(super) end: f64,
    /// Where it stands, from the top of the page.
    pub(super) y: f64,
    /// The size of its letters.
    pub(super) size: f64,
}

/// Two letters stand in different words where this much of their size is between them: a space is a quarter of it, and pairs
/// of letters are pushed apart by a tenth.
const SPACE: f64 = 0.17;

/// What stands further apart belongs to different columns or cells: lines that are stretched to the margin have half of it.
const COLUMN: f64 = 1.8;

/// Letters are pushed over each other by this much at the most.
const OVERLAP: f64 = 0.6;

/// A line may rise and fall by this much of its size.
const LEVEL: f64 = 0.45;

/// Raised letters are smaller than this, compared with those before them.
const RAISED_SIZE: f64 = 0.85;

/// The lines of a page, in the order in which they are painted.
pub(super) fn lines(page: &[Painted]) -> Vec<Line> {
    let mut writer = Writer::default();
    for &painted in page {
        writer.add(painted);
    }
    writer.close();
    writer.done
}

#[derive(Default)]
struct Writer {
    done: Vec<Line>,
    open: Line,
    /// Raised letters behind what is written.
    above: String,
}

impl Writer {
    fn add(&mut self, painted: Painted) {
        let size = self.open.size.max(painted.size);
        let gap = painted.x - self.open.end;
        let is_same = !self.open.text.is_empty()
            && (painted.y - self.open.y).abs() < size * LEVEL
            && (-size * OVERLAP..size * COLUMN).contains(&gap);
        if !is_same {
            if painted.c.is_whitespace() {
                return;
            }
            self.close();
            self.open = Line {
                start: painted.x,
                end: painted.x,
                y: painted.y,
                size: painted.size,
                ..Line::default()
            };
        }
        let is_raised = is_same
            && painted.size < self.open.size * RAISED_SIZE
            && painted.y < self.open.y - painted.size * 0.1;
        if is_raised {
            self.above.push(painted.c);
        } else {
            self.lower();
            let is_apart = is_same && gap > size * SPACE;
            if (is_apart || painted.c.is_whitespace()) && !self.open.text.ends_with(' ') {
                self.open.text.push(' ');
            }
            if !painted.c.is_whitespace() && !painted.c.is_control() {
                push(&mut self.open.text, painted.c);
            }
        }
        self.open.end = self.open.end.max(painted.end);
    }

    /// Writes what is raised, where it is read on: "km²", and not the number of a note.
    fn lower(&mut self) {
        if !self.above.is_empty() {
            let above = std::mem::take(&mut self.above);
            let before = self.open.text.chars().next_back();
            self.open
                .text
                .push_str(raised(&above, before, false).unwrap_or(""));
        }
    }

    fn close(&mut self) {
        self.lower();
        let mut line = std::mem::take(&mut self.open);
        line.text.truncate(line.text.trim_end().len());
        if !line.text.is_empty() {
            self.done.push(line);
        }
    }
}

/// Two letters that are painted as one are two.
fn push(text: &mut String, c: char) {
    match c {
        'ﬀ' => text.push_str("ff"),
        'ﬁ' => text.push_str("fi"),
        'ﬂ' => text.push_str("fl"),
        'ﬃ' => text.push_str("ffi"),
        'ﬄ' => text.push_str("ffl"),
        'ﬅ' | 'ﬆ' => text.push_str("st"),
        c => text.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::pdf::glyphs::painted;

    #[test]
    fn a_line_is_what_stands_side_by_side() {
        let p = |parts: &[(&str, f64, f64, f64)]| -> Vec<String> {
            let all = parts
                .iter()
                .flat_map(|&(text, x, y, size)| painted(text, x, y, size));
            let all: Vec<Painted> = all.collect();
            lines(&all).into_iter().map(|line| line.text).collect()
        };
        assert_eq!(
            p(&[("Two died", 0.0, 10.0, 10.0), ("here", 0.0, 22.0, 10.0)]),
            ["Two died", "here"]
        );
        // No space is painted between two words.
        assert_eq!(
            p(&[("Two", 0.0, 10.0, 10.0), ("died", 18.0, 10.0, 10.0)]),
            ["Two died"]
        );
        assert_eq!(
            p(&[("2017", 0.0, 10.0, 10.0), ("12", 60.0, 10.0, 10.0)]),
            ["2017", "12"]
        );
        assert_eq!(
            p(&[
                ("120 km", 0.0, 10.0, 10.0),
                ("2", 30.5, 6.0, 6.0),
                (" here.", 34.0, 10.0, 10.0)
            ]),
            ["120 km² here."]
        );
        assert_eq!(
            p(&[("lost.", 0.0, 10.0, 10.0), ("7", 25.5, 6.0, 6.0)]),
            ["lost."]
        );
        assert_eq!(p(&[("ﬁve", 0.0, 10.0, 10.0)]), ["five"]);
    }
}
