//! Quotations of the draft, and where the sources have their words.

use super::{Asserted, Support, apart};
use crate::Article;
use crate::align::{EntityRef, QuotePair, Story, quote};
use crate::finding::Occurrence;
use crate::mention::Mention;
use crate::segment::{Text, TokenKind};
use crate::value::{Kind, Value};

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
            nearest: exact(story, mention)
                .next()
                .or_else(|| Some(of(story, partners(story, index).next()?))),
        })
        .collect()
}

fn support(story: &Story<'_>, index: usize, mention: &Mention) -> Vec<Support> {
    let mut found: Vec<Support> = exact(story, mention).map(Support::exact).collect();
    // Where all words of the draft are there in their order, the source only has others around them. What the draft quotes more
    // of is in no source as the draft has it.
    let all_there = |pair: &&QuotePair| {
        let (common, [own, _]) = quote::counted(story.articles, pair.a, pair.b);
        common == own
    };
    found.extend(
        partners(story, index)
            .filter(all_there)
            .map(|pair| Support {
                coarser: true,
                likeness: pair.likeness,
                ..Support::exact(of(story, pair))
            }),
    );
    found.retain(|support| !is_of_another(story, mention, support.place));
    found
}

/// Whether a source gives the words to somebody else: they are nobody's support for who is said to have said them.
fn is_of_another(story: &Story<'_>, mention: &Mention, place: Occurrence) -> bool {
    let article = place.span.source().index();
    let Some(source) = story.articles.get(article) else {
        return false;
    };
    let mut quotes = source.mentions.iter();
    let quote = quotes.find(|m| {
        m.kind == Kind::Quote
            && m.span.start() <= place.span.start()
            && place.span.end() <= m.span.end()
    });
    let speaker = |quote: &Mention| match &quote.value {
        Value::Quote(quote) => quote.speaker,
        _ => None,
    };
    let speakers = speaker(mention).zip(quote.and_then(speaker));
    speakers.is_some_and(|(own, other)| {
        let own = EntityRef {
            article: 0,
            entity: own,
        };
        apart::are_two_people(
            story,
            own,
            EntityRef {
                article,
                entity: other,
            },
        )
    })
}

/// Where the sources have the words of a mention as they stand.
pub(super) fn exact(story: &Story<'_>, mention: &Mention) -> impl Iterator<Item = Occurrence> {
    let quoted = words(&story.articles[0].text, mention.tokens.clone());
    let sources = story.articles[1..].iter();
    sources.filter_map(move |s| written(s, &quoted))
}

/// The quotations of the sources that are the same as far as both have it.
fn partners<'s>(story: &'s Story<'_>, index: usize) -> impl Iterator<Item = &'s QuotePair> {
    let pairs = story.quotes.iter();
    pairs.filter(move |pair| pair.a == (0, index) && pair.differences.is_empty())
}

fn of(story: &Story<'_>, pair: &QuotePair) -> Occurrence {
    let article = &story.articles[pair.b.0];
    Occurrence::of(article, &article.mentions[pair.b.1])
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
