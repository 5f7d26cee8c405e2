//! What part of a page an element is: navigation, the article, an advert; by its name, its role, its class or id.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::page::is_block;
use super::scan::attribute;
use crate::lexicon::table;

/// What a block lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    /// Nothing that says so.
    Page,
    /// An article or the main part.
    Main,
    Navigation,
    Aside,
    Footer,
    Header,
    Form,
    /// What the class or id of an element names; the reason of the list.
    Named(&'static str),
}

impl Region {
    /// What is never a part of an article.
    pub(super) fn is_outside(self) -> bool {
        matches!(
            self,
            Region::Navigation | Region::Footer | Region::Form | Region::Named(_)
        )
    }

    /// Whether it may say when the article was published.
    pub(super) fn has_stamps(self) -> bool {
        !self.is_outside() || self == Region::Named(BYLINE)
    }

    /// The region in words.
    pub(super) fn name(self) -> &'static str {
        match self {
            Region::Page | Region::Main => "outside the article",
            Region::Navigation => "navigation",
            Region::Aside => "aside",
            Region::Footer => "footer",
            Region::Header => "header",
            Region::Form => "form",
            Region::Named(reason) => reason,
        }
    }
}

/// What an element is that stands in another one.
pub(super) fn region(name: &str, attributes: &str, around: Region) -> Region {
    let role = attribute(attributes, "role").map(str::to_ascii_lowercase);
    match (name, role.as_deref()) {
        (_, Some("navigation" | "menu" | "menubar" | "tablist")) | ("nav", _) => Region::Navigation,
        (_, Some("contentinfo")) => Region::Footer,
        (_, Some("search" | "dialog" | "alertdialog" | "form")) | ("dialog" | "search", _) => {
            Region::Form
        }
        _ if around.is_outside() => around,
        (_, Some("main" | "article")) | ("article" | "main", _) => Region::Main,
        (_, Some("complementary")) | ("aside", _) => Region::Aside,
        // Some servers wrap the whole page in a form, so a form is not said to be outside.
        (_, Some("banner")) | ("header", _) if around == Region::Page => Region::Header,
        ("footer", _) => Region::Footer,
        // Classes of the page and of its main part say what they hold somewhere.
        ("body" | "html", _) => around,
        // A writer's name is set apart by its class inside of sentences, too: "said <span class=author>".
        _ => named(attributes)
            .filter(|&reason| reason != BYLINE || is_block(name))
            .map_or(around, Region::Named),
    }
}

/// What is said of an element that says who wrote the article.
const BYLINE: &str = "byline";

/// What the class or id says that the element is.
fn named(attributes: &str) -> Option<&'static str> {
    static LIST: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
        let rows = table(include_str!("../../lexicon/page_furniture.tsv")).rows;
        rows.into_iter().map(|row| (row[0], row[1])).collect()
    });
    let names = ["class", "id", "data-component"].map(|name| attribute(attributes, name));
    names.into_iter().flatten().find_map(|names| {
        // A name of many parts says where a thing is laid out, and not what it is: "l-article-with-ads-and-related".
        names.split_ascii_whitespace().find_map(|name| {
            if words_of(name).nth(NAME_WORDS).is_some() {
                return None;
            }
            // What a program names has short humps by chance: "sc-kAds".
            let parts = name.split(|c: char| !c.is_ascii_alphanumeric());
            let humps = words_of(name).filter(|word| word.len() >= HUMP);
            let mut words = parts.chain(humps);
            words.find_map(|word| LIST.get(word.to_ascii_lowercase().as_str()).copied())
        })
    })
}

/// The words of a class: "related-links", "relatedLinks".
fn words_of(name: &str) -> impl Iterator<Item = &str> {
    let parts = name.split(|c: char| !c.is_ascii_alphanumeric());
    parts.filter(|part| !part.is_empty()).flat_map(|part| {
        let mut rest = part;
        std::iter::from_fn(move || {
            let pairs = rest.as_bytes().windows(2);
            let hump = |w: &[u8]| w[0].is_ascii_lowercase() && w[1].is_ascii_uppercase();
            let hump = pairs.into_iter().position(hump);
            let (word, after) = rest.split_at(hump.map_or(rest.len(), |at| at + 1));
            rest = after;
            Some(word).filter(|word| !word.is_empty())
        })
    })
}

/// The most words of a class that says what an element is.
const NAME_WORDS: usize = 3;

/// A word inside of a class that is told by its capital has so many letters.
const HUMP: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_has_words() {
        let p = |name: &str| words_of(name).collect::<Vec<_>>().join(" ");
        assert_eq!(p("related-links_box"), "related links box");
        assert_eq!(p("shareTools"), "share Tools");
        assert_eq!(p("ssr-1a2bX"), "ssr 1a2b X");
        assert_eq!(p("-"), "");
        assert_eq!(named("class='a relatedLinks'"), Some("links"));
        assert_eq!(named("class=l-story-with-related-links"), None);
    }
}
