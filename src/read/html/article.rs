//! Which elements of a page are its article: readability's answer, with the places of our own reading.
//!
//! The extractor gives a new page and no places. So each element of the page that it is shown carries a mark, and the marks
//! that are left around text in the page that it gives back name the elements of ours. A mark is an attribute with a name
//! of its own, since the extractor merges elements and an attribute with a number as its value would be lost then.

use dom_smoothie::{Config, Readability};

use super::scan::{self, Token};

/// Pages with more elements than this are read without the extractor, whose time is not bounded by their size alone.
const MOST_ELEMENTS: usize = 30_000;

/// Elements that stand deeper than this are no page that a person made, and the extractor follows each.
pub(super) const DEEPEST: usize = 256;

/// A parser of pages opens each unclosed formatting element anew in each paragraph, so that a hundred of them in a long page
/// are millions.
const MOST_UNCLOSED: usize = 48;

/// Elements that a parser opens anew where they were not closed. They carry no mark: the copies would differ.
const FORMATTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// The start of a mark's name.
const MARK: &str = "data-crosscheck-";

/// Whether an element carries a mark.
pub(super) fn is_marked(name: &str) -> bool {
    !FORMATTING.contains(&name)
}

/// For each token, whether it opens an element with text of the article directly in it; nothing where the page has no
/// article that can be told, or is not one to be looked through.
pub(super) fn elements(page: &str, tokens: &[Token], deepest: usize) -> Option<Vec<bool>> {
    if deepest > DEEPEST || !is_tame(page, tokens) {
        return None;
    }
    let config = Config {
        disable_json_ld: true,
        max_elements_to_parse: MOST_ELEMENTS,
        ..Config::default()
    };
    let article = Readability::new(marked(page, tokens), None, Some(config))
        .and_then(|mut readability| readability.parse())
        .ok()?;
    let kept = kept(&article.content, tokens.len());
    kept.contains(&true).then_some(kept)
}

fn is_tame(page: &str, tokens: &[Token]) -> bool {
    let (mut elements, mut unclosed, mut most) = (0, 0usize, 0);
    for token in tokens {
        match token {
            Token::Open { name, .. } => {
                elements += 1;
                unclosed += usize::from(is_formatting(&page[name.clone()]));
                most = most.max(unclosed);
            }
            Token::Close { name } if is_formatting(&page[name.clone()]) => {
                unclosed = unclosed.saturating_sub(1);
            }
            _ => {}
        }
    }
    elements <= MOST_ELEMENTS && most <= MOST_UNCLOSED
}

fn is_formatting(name: &str) -> bool {
    FORMATTING.iter().any(|f| f.eq_ignore_ascii_case(name))
}

/// The page with a mark in each start tag.
fn marked(page: &str, tokens: &[Token]) -> String {
    let mut marked = String::with_capacity(page.len() + page.len() / 2);
    let mut at = 0;
    for (i, token) in tokens.iter().enumerate() {
        if let Token::Open { name, .. } = token
            && !is_formatting(&page[name.clone()])
        {
            marked.push_str(&page[at..name.end]);
            marked.push_str(&format!(" {MARK}{i}=\"\""));
            at = name.end;
        }
    }
    marked.push_str(&page[at..]);
    marked
}

/// Elements without content.
pub(super) const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "source",
    "track", "wbr",
];

/// The numbers of the marks that stand around text. What the extractor gives back is written by a serializer: every element
/// is closed.
fn kept(article: &str, length: usize) -> Vec<bool> {
    let mut kept = vec![false; length];
    let mut open: Vec<Vec<usize>> = Vec::new();
    for token in scan::tokens(article) {
        match token {
            Token::Open { name, attributes } => {
                if VOID.contains(&&article[name]) {
                    continue;
                }
                let marks = scan::attributes(&article[attributes])
                    .filter_map(|(name, _)| name.strip_prefix(MARK)?.parse().ok());
                open.push(marks.collect());
            }
            Token::Close { .. } => {
                open.pop();
            }
            Token::Text(range) if !article[range.clone()].trim().is_empty() => {
                for &mark in open
                    .iter()
                    .rev()
                    .find(|marks| !marks.is_empty())
                    .into_iter()
                    .flatten()
                {
                    if let Some(kept) = kept.get_mut(mark) {
                        *kept = true;
                    }
                }
            }
            Token::Text(_) | Token::Raw(_) => {}
        }
    }
    kept
}
