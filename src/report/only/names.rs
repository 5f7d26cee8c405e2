//! The names that one document alone has.
//!
//! A name that no other document writes so is mostly one that they write in another way: shorter, in full, as an adjective. So no
//! word of it may stand in any other document, nor one that is like it, and initials are left out altogether.

use rustc_hash::FxHashSet;

use crate::Article;
use crate::align::name::fold;
use crate::resolve::Entity;
use crate::value::Kind;

/// A word this like one of a name may be another spelling of it.
const ALIKE: f64 = 0.88;

/// Shorter words are initials, articles and parts of other names.
const SHORTEST: usize = 3;

/// The words of a document, as names are compared.
pub(super) struct Words {
    all: FxHashSet<String>,
    /// Those with a capital, which may be of a name.
    names: Vec<String>,
}

impl Words {
    pub(super) fn of(article: &Article) -> Words {
        let text = &article.text;
        let words = (0..text.tokens.len()).map(|token| text.word(token));
        let mut words: Vec<&str> = words.collect();
        words.sort_unstable();
        words.dedup();
        let capital = |word: &&&str| word.starts_with(char::is_uppercase);
        let names = words.iter().filter(capital).map(|word| fold(word));
        Words {
            names: names.collect(),
            all: words.iter().map(|word| fold(word)).collect(),
        }
    }

    /// Whether the document may write the word, or one that is made of it: "Germany", "German".
    fn may_have(&self, word: &str) -> bool {
        let like = |other: &String| {
            let (short, long) = match other.len() < word.len() {
                true => (other.as_str(), word),
                false => (word, other.as_str()),
            };
            short.len() > SHORTEST && long.starts_with(short)
                || strsim::jaro_winkler(word, other) >= ALIKE
        };
        self.all.contains(word) || self.names.iter().any(like)
    }
}

/// The people, organisations and places that none of the other documents names, each as the number of its first mention and what
/// the text calls it.
pub(super) fn names(article: &Article, others: &[&Words]) -> Vec<(usize, String)> {
    let alone = |entity: &&Entity| {
        let known = matches!(entity.kind, Kind::Person | Kind::Organization | Kind::Place);
        let name = &entity.canonical;
        let initials = !name.contains(char::is_lowercase);
        let words: Vec<String> = name
            .split([' ', '-'])
            .filter(|word| word.chars().count() >= SHORTEST)
            .map(|word| fold(word.trim_end_matches("'s").trim_end_matches("’s")))
            .collect();
        let mut all = words
            .iter()
            .flat_map(|word| others.iter().map(move |other| (word, other)));
        known && !initials && !words.is_empty() && !all.any(|(word, other)| other.may_have(word))
    };
    let entities = article.resolved.entities.iter().filter(alone);
    entities
        .filter_map(|entity| {
            let kind = || entity.kind.name().to_owned();
            let about = entity.roles.first().cloned().unwrap_or_else(kind);
            Some((*entity.mentions.first()?, about))
        })
        .collect()
}
