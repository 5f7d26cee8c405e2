//! The part of an article that is shown around a value.
//!
//! Articles are often saved with a paragraph a line, so the line that a value stands in is no unit that can be shown.
//! The sentence is, in one line; a long one is cut at words on both sides of the value.

use std::ops::Range;

use super::{escape, wording};
use crate::finding::{Group, Occurrence};
use crate::source::Source;
use crate::value::Kind;

/// How many characters of a sentence are shown. Less tears the figure from its subject; more wraps on a terminal of 120
/// columns, and a wrapped underline points nowhere.
const WIDTH: usize = 100;

/// And at least so many, however narrow the terminal is: with less nobody knows what is told.
const NARROWEST: usize = 40;

/// What stands where something was left out.
const CUT: &str = "…";

/// One line around a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The line, safe to print.
    pub(super) text: String,
    /// The bytes of the line that are the value.
    pub(super) value: Range<usize>,
}

/// The sentence of `occurrence`, or the part of it around the value that fits. Of a quotation that another document words
/// otherwise the value is the words that differ: they are the point, and the middle of a long quotation is left out.
pub(super) fn excerpt(source: &Source, occurrence: &Occurrence, other: Option<&str>) -> Excerpt {
    excerpt_of(source, occurrence, other, WIDTH)
}

/// The same in so many characters, where a line has no more.
pub(super) fn excerpt_of(
    source: &Source,
    occurrence: &Occurrence,
    other: Option<&str>,
    width: usize,
) -> Excerpt {
    let width = width.clamp(NARROWEST, WIDTH);
    let around = occurrence.sentence.to(occurrence.span);
    let text = source.text();
    let part = |range: Range<usize>| escape::line(text.get(range).unwrap_or(""));
    let (mut start, mut end) = (occurrence.span.start(), occurrence.span.end());
    let own = text.get(start..end).unwrap_or("");
    if let Some(point) = other.and_then(|other| wording::point(own, other)) {
        (start, end) = (start + point.start, start + point.end);
    }
    let before = part(around.start().min(start)..start);
    let value = cut(&part(start..end), width);
    let after = part(end..around.end().max(end));
    let (before, after) = (before.trim_start(), after.trim_end());

    let room = width.saturating_sub(value.chars().count());
    let (left, right) = (before.chars().count(), after.chars().count());
    let before_room = (room / 2).max(room.saturating_sub(right));
    let after_room = room.saturating_sub(before_room.min(left));
    let mut line = tail(before, before_room);
    let first = line.len();
    line.push_str(&value);
    let last = line.len();
    line.push_str(&head(after, after_room));
    Excerpt {
        text: line,
        value: first..last,
    }
}

/// Another wording of the quotation that a group gives, among the groups of one finding.
pub(super) fn other_wording<'g>(groups: &'g [Group], group: &Group) -> Option<&'g str> {
    let another = |g: &&Group| g.display != group.display;
    let other = groups
        .iter()
        .find(another)
        .filter(|_| group.kind == Kind::Quote)?;
    Some(&other.display)
}

/// `text` with its middle left out where it is too long: the two ends of a quotation say which one it is.
pub(super) fn squeezed(text: &str) -> String {
    cut(text, WIDTH)
}

fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    format!(
        "{}{}",
        head(text, width / 2),
        tail(text, width / 2).trim_start_matches(CUT)
    )
}

/// The last words of `text` that fit into `room` characters.
fn tail(text: &str, room: usize) -> String {
    let count = text.chars().count();
    if count <= room {
        return text.to_owned();
    }
    let from = byte_of(text, count - room);
    // A word that is cut in two goes, unless nothing else is left.
    let from = match text[from..].find(' ') {
        Some(space) if space + 1 < text.len() - from => from + space,
        _ => from,
    };
    format!("{CUT}{}", &text[from..])
}

/// The first words of `text` that fit into `room` characters.
fn head(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let to = byte_of(text, room);
    let to = match text[..to].rfind(' ') {
        Some(space) if space > 0 => space + 1,
        _ => to,
    };
    format!("{}{CUT}", &text[..to])
}

/// The byte at which the character of that number begins.
fn byte_of(text: &str, character: usize) -> usize {
    text.char_indices()
        .nth(character)
        .map_or(text.len(), |(byte, _)| byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    fn p(text: &str, sentence: Range<usize>, value: &str) -> String {
        let source = Source::new(SourceId(0), "a.txt", text);
        let at = text.find(value).unwrap();
        let occurrence = Occurrence {
            span: source.span(at..at + value.len()),
            sentence: source.span(sentence),
        };
        let found = excerpt(&source, &occurrence, None);
        format!(
            "{}[{}]{}",
            &found.text[..found.value.start],
            &found.text[found.value.clone()],
            &found.text[found.value.end..]
        )
    }

    #[test]
    fn a_short_sentence_is_shown_whole_and_alone() {
        let text = "Nobody was hurt. It cost\n$44 million. More follows.";
        assert_eq!(p(text, 17..37, "$44 million"), "It cost [$44 million].");
    }

    #[test]
    fn a_long_sentence_is_cut_at_words_on_both_sides() {
        let text = "word ".repeat(40) + "$44 million" + &" word".repeat(40) + ".";
        let shown = p(&text, 0..text.len(), "$44 million");
        assert!(shown.starts_with("… word word"), "{shown}");
        assert!(shown.ends_with("word …"), "{shown}");
        assert!(shown.chars().count() <= WIDTH + 4, "{shown}");
    }

    #[test]
    fn a_value_at_the_start_leaves_its_room_to_what_follows() {
        let text = "$44 million".to_owned() + &" word".repeat(40) + ".";
        let shown = p(&text, 0..text.len(), "$44 million");
        assert!(shown.starts_with("[$44 million] word"), "{shown}");
        assert!(shown.chars().count() > WIDTH - 8, "{shown}");
    }

    #[test]
    fn a_long_quotation_keeps_its_two_ends() {
        let text = format!("He said: {} end.", "word ".repeat(60));
        let value = "word ".repeat(60);
        let shown = p(&text, 0..text.len(), value.trim_end());
        assert!(shown.contains("word …"), "{shown}");
        assert!(shown.chars().count() <= WIDTH + 8, "{shown}");
    }

    #[test]
    fn of_a_quotation_the_words_that_differ_are_shown() {
        let own = format!(
            "\u{201c}{}and then the lights went out,{}\u{201d}",
            "so it was ".repeat(20),
            " as they did".repeat(20)
        );
        let other = own.replace(" out,", " off");
        let source = Source::new(SourceId(0), "a.txt", &own);
        let span = source.span(0..own.len());
        let place = Occurrence {
            span,
            sentence: span,
        };
        let found = excerpt(&source, &place, Some(&other));
        assert_eq!(&found.text[found.value.clone()], "out");
        assert!(
            found
                .text
                .contains("and then the lights went out, as they did"),
            "{}",
            found.text
        );
    }

    #[test]
    fn text_without_a_single_space_is_cut_too() {
        let text = "東".repeat(300) + "44" + &"京".repeat(300);
        let shown = p(&text, 0..text.len(), "44");
        assert!(shown.chars().count() <= WIDTH + 4, "{shown}");
    }
}
