//! Where two writings of one thing differ: the point of a finding on names or quotations.

use std::ops::Range;

/// The bytes of two texts that are not the same words in both; one of them may be empty. `None` where they are the same.
///
/// Case and the marks around words count only where nothing else differs: of “out,” and “off,” in a sentence that one paper ends
/// there the comma is not the point.
pub(super) fn differing(a: &str, b: &str) -> Option<(Range<usize>, Range<usize>)> {
    by(a, b, |x, y| {
        bare(x).to_lowercase() == bare(y).to_lowercase()
    })
    .map(|(x, y)| (trimmed(a, x), trimmed(b, y)))
    .or_else(|| by(a, b, |x, y| x == y))
}

/// The bytes of `own` in which it differs from `other`, with a neighbouring word on each side where it lacks the words.
pub(super) fn point(own: &str, other: &str) -> Option<Range<usize>> {
    let (found, _) = differing(own, other)?;
    if !found.is_empty() {
        return Some(found);
    }
    let words = words(own);
    let next = words.partition_point(|word| word.start < found.start);
    let first = words.get(next.saturating_sub(1))?;
    let last = words.get(next).unwrap_or(first);
    Some(trimmed(own, first.start..last.end))
}

fn by(a: &str, b: &str, same: impl Fn(&str, &str) -> bool) -> Option<(Range<usize>, Range<usize>)> {
    let (x, y) = (words(a), words(b));
    let same = |(p, q): &(&Range<usize>, &Range<usize>)| same(&a[(*p).clone()], &b[(*q).clone()]);
    let before = x.iter().zip(&y).take_while(same).count();
    let after = x[before..].iter().rev().zip(y[before..].iter().rev());
    let after = after.take_while(same).count();
    let (i, j) = (before..x.len() - after, before..y.len() - after);
    let bytes = |text: &str, words: &[Range<usize>], part: Range<usize>| {
        let start = words.get(part.start).map_or(text.len(), |word| word.start);
        let end = words[part].last().map_or(start, |word| word.end);
        start..end
    };
    (!i.is_empty() || !j.is_empty()).then(|| (bytes(a, &x, i), bytes(b, &y, j)))
}

/// The words of a text, by their bytes.
fn words(text: &str) -> Vec<Range<usize>> {
    let words = text.split_whitespace();
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    words
        .map(|word| start(word)..start(word) + word.len())
        .collect()
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(is_mark)
}

fn is_mark(letter: char) -> bool {
    !letter.is_alphanumeric() && !matches!(letter, '%' | '$' | '€' | '£')
}

/// The same bytes without the marks at both ends, unless nothing else is there.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start_matches(is_mark).len();
    let end = range.start + part.trim_end_matches(is_mark).len();
    if start < end { start..end } else { range }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_differ_are_found_without_their_marks() {
        let p = |a: &str, b: &str| differing(a, b).map(|(x, y)| (a[x].to_owned(), b[y].to_owned()));
        let two = |x: &str, y: &str| Some((x.to_owned(), y.to_owned()));
        assert_eq!(
            p("then the lights went out,", "Then the lights went off"),
            two("out", "off")
        );
        assert_eq!(
            p("Moira Tennant", "Moira Tennent"),
            two("Tennant", "Tennent")
        );
        assert_eq!(p("a b", "a very b"), two("", "very"));
        assert_eq!(p("It cost $4.", "It cost €4."), two("$4", "€4"));
        assert_eq!(p("MacLeish", "Macleish"), two("MacLeish", "Macleish"));
        assert_eq!(p("so it is", "so it is"), None);
        assert_eq!(p("", ""), None);
    }

    #[test]
    fn who_lacks_a_word_is_shown_with_its_neighbours() {
        let p = |own: &str, other: &str| point(own, other).map(|range| own[range].to_owned());
        assert_eq!(
            p("the sea is cold", "the sea is very cold").unwrap(),
            "is cold"
        );
        assert_eq!(p("cold sea", "very cold sea").unwrap(), "cold");
        assert_eq!(p("cold", "cold sea").unwrap(), "cold");
        assert_eq!(p("", "cold sea"), None);
    }
}
