//! A web page as tags and text, each with its range in the file.
//!
//! The parser that browsers have gives a tree without places, so the tags are found here, by the same rules as far as
//! they matter to prose: comments, scripts and attributes hold no tags. What belongs to what is the reader's affair.

use std::ops::Range;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A start tag: its name, and what stands between the name and the `>`.
    Open {
        name: Range<usize>,
        attributes: Range<usize>,
    },
    /// An end tag.
    Close { name: Range<usize> },
    /// Text between tags, entities as written.
    Text(Range<usize>),
    /// What stands in a script, a style sheet or the like: text to no reader, but some scripts hold the page's metadata.
    Raw(Range<usize>),
}

/// Elements whose content is text to the parser, whatever tags stand in it.
const RAW: [&str; 8] = [
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
];

/// The tokens of a page, in its order.
pub(super) fn tokens(page: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let bytes = page.as_bytes();
    let (mut at, mut text) = (0, 0);
    while let Some(found) = memchr::memchr(b'<', &bytes[at..]) {
        let open = at + found;
        let (end, token) = match bytes.get(open + 1) {
            Some(b'!') if page[open..].starts_with("<!--") => (comment_end(page, open), None),
            Some(b'!' | b'?') => (bogus_end(bytes, open), None),
            Some(b'/') => match bytes.get(open + 2) {
                Some(c) if c.is_ascii_alphabetic() => {
                    let name = name_at(bytes, open + 2);
                    (tag_end(bytes, name.end), Some(Token::Close { name }))
                }
                _ => (bogus_end(bytes, open), None),
            },
            Some(c) if c.is_ascii_alphabetic() => {
                let name = name_at(bytes, open + 1);
                let end = tag_end(bytes, name.end);
                // A tag that is not ended has no `>` to leave out.
                let inside = page[name.end..end].strip_suffix('>');
                let attributes = name.end..inside.map_or(end, |inside| name.end + inside.len());
                (end, Some(Token::Open { name, attributes }))
            }
            // "5 < 7": text.
            _ => {
                at = open + 1;
                continue;
            }
        };
        if text < open {
            tokens.push(Token::Text(text..open));
        }
        (at, text) = (end, end);
        let raw = match &token {
            Some(Token::Open { name, .. }) => raw_end(page, &page[name.clone()], end),
            _ => None,
        };
        tokens.extend(token);
        if let Some(close) = raw {
            tokens.push(Token::Raw(end..close));
            (at, text) = (close, close);
        }
    }
    if text < page.len() {
        tokens.push(Token::Text(text..page.len()));
    }
    tokens
}

/// The comments of a page, in its order: they stand between its tokens.
pub(super) fn comments(page: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut comments = Vec::new();
    let mut at = 0;
    let ends = tokens.iter().map(|token| match token {
        Token::Open { name, attributes } => (name.start - 1, attributes.end + 1),
        Token::Close { name } => (name.start - 2, tag_end(page.as_bytes(), name.end)),
        Token::Text(range) | Token::Raw(range) => (range.start, range.end),
    });
    for (start, end) in ends.chain([(page.len(), page.len())]) {
        // Between two tokens stands nothing but comments, declarations and instructions.
        while let Some(rest) = page.get(at..start).filter(|rest| !rest.is_empty()) {
            let end = match rest.starts_with("<!--") {
                true => comment_end(page, at),
                false => bogus_end(page.as_bytes(), at),
            };
            if rest.starts_with("<!--") {
                comments.push(at..end);
            }
            at = end.max(at + 1);
        }
        at = end.min(page.len());
    }
    comments
}

/// A comment ends at `-->`, and one that is not ended takes the rest of the page.
fn comment_end(page: &str, open: usize) -> usize {
    let inside = open + "<!--".len();
    // `<!-->` and `<!--->` are comments too.
    let from = if page[inside..].starts_with('>') || page[inside..].starts_with("->") {
        open + 2
    } else {
        inside
    };
    memchr::memmem::find(&page.as_bytes()[from..], b"-->").map_or(page.len(), |n| from + n + 3)
}

fn bogus_end(bytes: &[u8], open: usize) -> usize {
    memchr::memchr(b'>', &bytes[open..]).map_or(bytes.len(), |n| open + n + 1)
}

fn name_at(bytes: &[u8], start: usize) -> Range<usize> {
    let rest = bytes[start..].iter();
    let length = rest.take_while(|b| !b.is_ascii_whitespace() && !matches!(b, b'/' | b'>'));
    start..start + length.count()
}

/// One past the `>` of a tag: the first one outside the quotes of a value.
fn tag_end(bytes: &[u8], mut at: usize) -> usize {
    let mut value = false;
    while let Some(&b) = bytes.get(at) {
        match b {
            b'>' => return at + 1,
            b'=' => value = true,
            b'"' | b'\'' if value => {
                let Some(length) = memchr::memchr(b, &bytes[at + 1..]) else {
                    return bytes.len();
                };
                at += length + 1;
                value = false;
            }
            b if b.is_ascii_whitespace() => {}
            _ => value = false,
        }
        at += 1;
    }
    bytes.len()
}

/// Where the text of a raw element ends that starts at `start`; nothing where `name` is not one.
fn raw_end(page: &str, name: &str, start: usize) -> Option<usize> {
    let name = RAW.iter().find(|raw| raw.eq_ignore_ascii_case(name))?;
    let bytes = page.as_bytes();
    let is_end = |at: usize| {
        let rest = bytes.get(at + 2..at + 2 + name.len());
        let next = bytes.get(at + 2 + name.len());
        bytes.get(at + 1) == Some(&b'/')
            && rest.is_some_and(|rest| rest.eq_ignore_ascii_case(name.as_bytes()))
            && next.is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'))
    };
    let mut opens = memchr::memchr_iter(b'<', &bytes[start..]).map(|n| start + n);
    Some(opens.find(|&at| is_end(at)).unwrap_or(page.len()))
}

/// The attributes of a start tag: names as written, values with their entities as written.
pub(super) fn attributes(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        // An `=` at the start belongs to the name, which so is never empty.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let length = rest[first..]
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '='))
            .map_or(rest.len(), |n| first + n);
        let (name, after) = rest.split_at(length);
        rest = after.trim_start();
        let Some(after) = rest.strip_prefix('=') else {
            return Some((name, ""));
        };
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => {
                let inside = &after[1..];
                inside.split_once(quote).unwrap_or((inside, ""))
            }
            None => {
                let end = after.find(|c: char| c.is_ascii_whitespace());
                after.split_at(end.unwrap_or(after.len()))
            }
        };
        rest = after;
        Some((name, value))
    })
}

/// The value of an attribute that is called `name`.
pub(super) fn attribute<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    attributes(text)
        .find(|(given, _)| given.eq_ignore_ascii_case(name))
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(page: &str) -> Vec<String> {
        let shown = |token: &Token| match token {
            Token::Open { name, attributes } => {
                format!("<{}|{}", &page[name.clone()], &page[attributes.clone()])
            }
            Token::Close { name } => format!("/{}", &page[name.clone()]),
            Token::Text(range) => page[range.clone()].to_owned(),
            Token::Raw(range) => format!("raw {}", &page[range.clone()]),
        };
        tokens(page).iter().map(shown).collect()
    }

    #[test]
    fn tags_and_text_are_told_apart_as_browsers_do() {
        assert_eq!(p("a<b>c</b >d"), ["a", "<b|", "c", "/b", "d"]);
        assert_eq!(p("5 < 7 <3 <"), ["5 < 7 <3 <"]);
        assert_eq!(
            p("<a title=\"x > y\" href='q'>z"),
            ["<a| title=\"x > y\" href='q'", "z"]
        );
        assert_eq!(p("<p it's>z"), ["<p| it's", "z"]);
        assert_eq!(
            p("a<!-- <p> -- > -->b<!-->c<!DOCTYPE html>d"),
            ["a", "b", "c", "d"]
        );
        assert_eq!(p("a</ x>b<?php echo 1 ?>c"), ["a", "b", "c"]);
        assert_eq!(
            p("<script>if (a<b) '</p>'</SCRIPT >x"),
            ["<script|", "raw if (a<b) '</p>'", "/SCRIPT", "x"]
        );
        assert_eq!(p("<br/>x"), ["<br|/", "x"]);
    }

    #[test]
    fn what_is_not_ended_goes_on_to_the_end_of_the_page() {
        assert_eq!(p("a<!-- b <p>"), ["a"]);
        assert_eq!(p("a<p class=\"b <p>"), ["a", "<p| class=\"b <p"]);
        assert_eq!(
            p("<title>a <b> </titles>"),
            ["<title|", "raw a <b> </titles>"]
        );
        assert_eq!(p("<p é"), ["<p| é"]);
        assert_eq!(p("a<"), ["a<"]);
        assert_eq!(p("a</"), ["a"]);
        assert_eq!(p("é<p é=\"é\">é"), ["é", "<p| é=\"é\"", "é"]);
    }

    #[test]
    fn attributes_are_read_with_any_quotes_or_none() {
        let p = |text: &str| -> Vec<(String, String)> {
            attributes(text)
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect()
        };
        let pairs = [("a", "1 2"), ("b", "3"), ("c", "x/y"), ("hidden", "")];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(p(" a=\"1 2\" b = '3' c=x/y hidden /"), pairs);
        assert_eq!(p("="), [("=".to_owned(), String::new())]);
        assert_eq!(p("a=\"é"), [("a".to_owned(), "é".to_owned())]);
        assert_eq!(attribute(" CONTENT='x'", "content"), Some("x"));
    }
}
