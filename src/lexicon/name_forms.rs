//! The forms of names that are compared: how their words are spelled, cut short and replaced, and which say little.
//!
//! The lists are loaded when the first name is looked up, each once. All words in them are folded: ASCII letters in
//! lower case. `make_names.py` makes the lists that come from other people's data.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::list::{List, list};
use super::slots::entries;
use super::table::{self, table};

/// A word in a person's name that is not the name itself; a word may be several of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PersonPart {
    /// Before the name: "Dr", "Prince".
    pub title: bool,
    /// Before the name, after words that describe: "Apple CEO Steve Jobs".
    pub role: bool,
    /// After the name, and tells people apart: "Jr".
    pub suffix: bool,
    /// After the name, and tells nothing: "PhD".
    pub degree: bool,
    /// Inside the name, often left out: "al", "van".
    pub particle: bool,
    /// "Servant of", one name with the word that follows: "Abd", "Abdul".
    pub servant: bool,
    /// The Arabic article, as it sounds before the word that follows: "al", "ud".
    pub article: bool,
}

/// What a word tells in the name of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrgWord {
    /// "The".
    Article,
    /// A word that links: "of", "and".
    Joint,
    /// What sort of organisation it is: "group".
    Generic,
    /// A country: "U.S. Federal Reserve".
    Place,
}

/// What a word tells in the name of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceWord {
    /// "The", "of", "al".
    Particle,
    /// What sort of place it is: "county".
    Generic,
    /// Tells two places of one name apart: "North".
    Direction,
}

/// The lists.
pub struct NameForms {
    /// A long list, searched where it stands.
    gazetteer: &'static List,
    parts: FxHashMap<&'static str, PersonPart>,
    legal: FxHashSet<&'static str>,
    legal_phrases: Vec<Vec<&'static str>>,
    org_words: FxHashMap<&'static str, OrgWord>,
    org_short: FxHashMap<&'static str, &'static str>,
    place_short: FxHashMap<&'static str, &'static str>,
    org_aliases: FxHashMap<&'static str, &'static str>,
    place_aliases: FxHashMap<&'static str, &'static str>,
    place_words: FxHashMap<&'static str, PlaceWord>,
    /// The places beside those of the gazetteer, and whether each is a region.
    places: FxHashMap<&'static str, bool>,
}

/// The one set of lists of the program.
pub fn name_forms() -> &'static NameForms {
    static FORMS: LazyLock<NameForms> = LazyLock::new(NameForms::load);
    &FORMS
}

impl NameForms {
    fn load() -> NameForms {
        let mut parts: FxHashMap<&'static str, PersonPart> = FxHashMap::default();
        for (word, kind) in pairs(include_str!("name_parts.tsv")) {
            let part = parts.entry(word).or_default();
            match kind {
                "title" => part.title = true,
                "role" => part.role = true,
                "suffix" => part.suffix = true,
                "degree" => part.degree = true,
                "servant" => part.servant = true,
                "article" => part.article = true,
                _ => part.particle = true,
            }
        }
        let (mut org_short, mut place_short) = (FxHashMap::default(), FxHashMap::default());
        for row in &table(include_str!("name_abbreviations.tsv")).rows {
            if row[2] != "place" {
                org_short.insert(row[0], row[1]);
            }
            if row[2] != "organization" {
                place_short.insert(row[0], row[1]);
            }
        }
        let place_aliases: FxHashMap<_, _> = pairs(include_str!("place_aliases.tsv")).collect();
        let mut places: FxHashMap<_, bool> = FxHashMap::default();
        for (alias, name) in pairs(include_str!("place_aliases.tsv")) {
            // A row that repeats its name is a region: cities stand in the gazetteer.
            *places.entry(name).or_default() |= alias == name;
            places.entry(alias).or_default();
        }
        let mut legal_phrases: Vec<Vec<_>> = pairs(include_str!("legal_forms.tsv"))
            .filter(|(_, kind)| *kind == "phrase")
            .map(|(phrase, _)| phrase.split(' ').collect())
            .collect();
        // The longest first: "open joint stock company" before "joint stock company".
        legal_phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        NameForms {
            gazetteer: list!("gazetteer"),
            parts,
            legal: pairs(include_str!("legal_forms.tsv"))
                .filter(|(_, kind)| *kind == "form")
                .map(|(form, _)| form)
                .collect(),
            legal_phrases,
            org_words: pairs(include_str!("org_words.tsv"))
                .map(|(word, kind)| {
                    let kind = match kind {
                        "article" => OrgWord::Article,
                        "joint" => OrgWord::Joint,
                        "generic" => OrgWord::Generic,
                        _ => OrgWord::Place,
                    };
                    (word, kind)
                })
                .collect(),
            place_words: pairs(include_str!("place_words.tsv"))
                .map(|(word, kind)| {
                    let kind = match kind {
                        "particle" => PlaceWord::Particle,
                        "generic" => PlaceWord::Generic,
                        _ => PlaceWord::Direction,
                    };
                    (word, kind)
                })
                .collect(),
            org_short,
            place_short,
            org_aliases: pairs(include_str!("org_aliases.tsv")).collect(),
            place_aliases,
            places,
        }
    }

    /// The names that a form may spell; none for a form that no list holds.
    pub fn spelled(&self, form: &str) -> Groups {
        Groups(list!(made "name_spellings").find(form).unwrap_or(""))
    }

    /// The names that a name may be short for, the name itself among them; none for a name without any.
    pub fn short_for(&self, name: &str) -> Groups {
        Groups(list!(made "nicknames").find(name).unwrap_or(""))
    }

    /// What a word may be in a person's name beside the name.
    pub fn part(&self, word: &str) -> PersonPart {
        self.parts.get(word).copied().unwrap_or_default()
    }

    /// Whether a word is the legal form of a company.
    pub fn is_legal_form(&self, word: &str) -> bool {
        self.legal.contains(word)
    }

    /// The legal forms of several words.
    pub fn legal_phrases(&self) -> &[Vec<&'static str>] {
        &self.legal_phrases
    }

    /// What a word tells in the name of an organisation; `None` where it is the name.
    pub fn org_word(&self, word: &str) -> Option<OrgWord> {
        self.org_words.get(word).copied()
    }

    /// The full word of one cut short in the name of an organisation.
    pub fn org_full(&self, word: &str) -> Option<&'static str> {
        self.org_short.get(word).copied()
    }

    /// The full word of one cut short in the name of a place.
    pub fn place_full(&self, word: &str) -> Option<&'static str> {
        self.place_short.get(word).copied()
    }

    /// The name that another name of an organisation stands for.
    pub fn org_alias(&self, name: &str) -> Option<&'static str> {
        self.org_aliases.get(name).copied()
    }

    /// The name that another name of a place stands for.
    pub fn place_alias(&self, name: &str) -> Option<&'static str> {
        self.place_aliases.get(name).copied()
    }

    /// Whether this is the name of a country, a region or a big city.
    pub fn is_place(&self, name: &str) -> bool {
        self.places.contains_key(name) || self.gazetteer.contains(name)
    }

    /// Whether this is the name of a country or a region.
    pub fn is_region(&self, name: &str) -> bool {
        self.places.get(name).copied().unwrap_or(false)
            || self.gazetteer.find(name) == Some("country")
    }

    /// What a word tells in the name of a place; `None` where it is the name.
    pub fn place_word(&self, word: &str) -> Option<PlaceWord> {
        self.place_words.get(word).copied()
    }
}

/// The first two fields of each entry.
fn pairs(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table::rows(entries(text)).map(|[first, second]| (first, second))
}

/// The groups of words that a word belongs to: their numbers with spaces between, as the build script gives them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Groups(&'static str);

impl Groups {
    /// Whether the word belongs to none.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Whether the two have a group in common.
    pub fn meet(self, other: Groups) -> bool {
        let has = |number: &str| other.0.split(' ').any(|n| n == number);
        !self.is_empty() && self.0.split(' ').any(has)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_know_the_forms_of_common_names() {
        let lists = name_forms();
        assert_eq!(lists.spelled("mohamed"), lists.spelled("muhammad"));
        assert_ne!(lists.spelled("hasan"), lists.spelled("hussein"));
        let both = |a: &str, b: &str| lists.short_for(a).meet(lists.short_for(b));
        assert!(both("bill", "william"));
        assert!(!both("bill", "george"));
        assert_eq!(lists.place_alias("peking"), Some("beijing"));
        assert!(lists.is_place("iran") && lists.is_place("iraq"));
    }
}
