//! Quotations of the draft, and where the sources have their words.

use super::Asserted;
use crate::Article;
use crate::align::Story;
use crate::finding::Occurrence;
use crate::mention::Mention;
use crate::segment::{Text, TokenKind};
use crate::value::Kind;

/// The quotations of the draft.
pub(super) fn asserted(story: &Story<'_>) -> Vec<Asserted> {
    let draft = &story.articles[0];
    let quotes = draft.mentions.iter().enumerate();
    quotes
        .filter(|(_, mention)| mention.kind == Kind::Quote)
        .map(|(index, mention)| Asserted {
            mentions: vec![index],
            noun: None,
            about: String::new(),
            support: support(story, index, mention),
        })
        .collect()
}

fn support(story: &Story<'_>, index: usize, mention: &Mention) -> Vec<(Occurrence, bool)> {
    let quoted = words(&story.articles[0].text, mention.tokens.clone());
    let sources = story.articles[1..].iter();
    let exact = sources.filter_map(|s| Some((written(s, &quoted)?, false)));
    let mut found: Vec<(Occurrence, bool)> = exact.collect();
    // What one of the two quotes more of is the same quotation as far as both have it.
    let shared = story
        .quotes
        .iter()
        .filter(|pair| pair.a == (0, index) && pair.differences.is_empty());
    found.extend(shared.map(|pair| {
        let article = &story.articles[pair.b.0];
        let other = &article.mentions[pair.b.1];
        (Occurrence::of(article, other), true)
    }));
    found
}

/// The words of some tokens, in small letters and one sort of apostrophe, with where they stand.
fn words(text: &Text, tokens: std::ops::Range<usize>) -> Vec<(String, usize)> {
    let words =
        tokens.filter(|&t| matches!(text.kind(t), Some(TokenKind::Word | TokenKind::Number)));
    words
        .map(|t| {
            (
                text.lower(t)
                    .replace('’', "'")
                    .trim_end_matches('.')
                    .to_owned(),
                t,
            )
        })
        .collect()
}

/// Where a document has the words in this order, with nothing between them.
fn written(article: &Article, quoted: &[(String, usize)]) -> Option<Occurrence> {
    let all = words(&article.text, 0..article.text.tokens.len());
    if quoted.is_empty() {
        return None;
    }
    let window = all
        .windows(quoted.len())
        .find(|window| window.iter().zip(quoted).all(|(a, b)| a.0 == b.0))?;
    let (start, end) = (window.first()?.1, window.last()?.1);
    let sentence = article.text.sentence_of(start);
    Some(Occurrence {
        span: article.text.span(start..end + 1),
        sentence: article.text.sentences[sentence].span,
    })
}
