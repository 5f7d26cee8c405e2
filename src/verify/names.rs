//! Names of the draft, and where the sources write them.

use super::{Asserted, Support};
use crate::Article;
use crate::align::name::fold;
use crate::align::{EntityRef, Story};
use crate::finding::Occurrence;
use crate::resolve::Entity;
use crate::segment::TokenKind;
use crate::value::Kind;

/// The entities of the draft, each once, with the names of the sources that are theirs.
pub(super) fn asserted(story: &Story<'_>) -> Vec<Asserted> {
    let draft = &story.articles[0];
    let entities = draft.resolved.entities.iter();
    entities
        .filter(|entity| !entity.mentions.is_empty())
        .map(|entity| Asserted {
            mentions: entity.mentions.clone(),
            noun: None,
            about: String::new(),
            support: support(story, entity),
            nearest: namesake(story, entity),
        })
        .collect()
}

fn support(story: &Story<'_>, entity: &Entity) -> Vec<Support> {
    let own = EntityRef {
        article: 0,
        entity: entity.id,
    };
    // A spelling that differs is told by a finding, and what no finding tells apart is one name. Where the source leaves a word
    // of it out ("Inspector Dave Gaskin", "Dave Gaskin") it says less.
    let mut found: Vec<Support> = Vec::new();
    for link in story.entities.iter().filter(|l| l.a == own) {
        let Some(article) = story.articles.get(link.b.article) else {
            continue;
        };
        let other = article
            .resolved
            .entities
            .iter()
            .find(|e| e.id == link.b.entity);
        let first = other.and_then(|e| e.mentions.first());
        let part = !entity
            .canonical
            .split([' ', '-'])
            .all(|word| written(article, word).is_some());
        found.extend(first.map(|&m| Support {
            coarser: part,
            ..Support::exact(Occurrence::of(article, &article.mentions[m]))
        }));
    }
    if found.is_empty() {
        let sources = story.articles[1..].iter();
        found.extend(sources.filter_map(|s| Some(Support::exact(written(s, &entity.canonical)?))));
    }
    found
}

/// Where a source names somebody else of the same family name: the first name may be the wrong one.
fn namesake(story: &Story<'_>, entity: &Entity) -> Option<Occurrence> {
    let family = |e: &Entity| {
        let (_, last) = e.canonical.rsplit_once(' ')?;
        (e.kind == Kind::Person).then(|| fold(last))
    };
    let own = family(entity)?;
    story.articles[1..].iter().find_map(|article| {
        let mut entities = article.resolved.entities.iter();
        let found = entities.find(|e| family(e).as_ref() == Some(&own))?;
        let first = *found.mentions.first()?;
        Some(Occurrence::of(article, &article.mentions[first]))
    })
}

/// Where a document writes the words of a name, be it a name to it or not.
fn written(article: &Article, name: &str) -> Option<Occurrence> {
    let words: Vec<String> = name.split([' ', '-']).map(fold).collect();
    let text = &article.text;
    let is_word = |t: &usize| matches!(text.kind(*t), Some(TokenKind::Word | TokenKind::Number));
    let tokens: Vec<usize> = (0..text.tokens.len()).filter(is_word).collect();
    let first = words.first()?;
    tokens.windows(words.len().max(1)).find_map(|window| {
        let same = fold(text.word(window[0])) == *first
            && window
                .iter()
                .zip(&words)
                .all(|(&t, w)| fold(text.word(t)) == *w);
        let (start, end) = (*window.first()?, *window.last()?);
        let sentence = text.sentence_of(start);
        (same && text.word(start).starts_with(char::is_uppercase)).then(|| Occurrence {
            span: text.span(start..end + 1),
            sentence: text.sentences[sentence].span,
        })
    })
}
