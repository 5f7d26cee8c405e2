//! What the words of a text tell about the names in it: given names and family names, places, organisations, peoples; titles and
//! roles; words that tell what a name names ("University", "River", "Inc").
//!
//! Lists of names keep their capitals, lists of words are lower case. A name is looked up as a whole phrase as well as
//! by its words: [`longest_phrase`] says how far it is worth looking.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::list::{List, list};
pub use super::people::Gender;
use super::people::{family_name, given_name};
use super::slots::entries;
use super::table;
use crate::value::Kind;

/// What sort of place a known place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceClass {
    /// A country.
    Country,
    /// A state of the USA.
    State,
    /// A state's abbreviation: a place only after another place, as in "Augusta, Ga."
    Abbreviation,
    /// A region, water or site.
    Region,
    /// A city.
    City,
}

/// What is known of a name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    /// It is a given name.
    pub given: bool,
    /// Whose given name it is, where one gender prevails.
    pub gender: Option<Gender>,
    /// It is a family name.
    pub surname: bool,
    /// It is a place, of this class and with this main form.
    pub place: Option<(PlaceClass, &'static str)>,
    /// It is an organisation with this main form.
    pub organization: Option<&'static str>,
    /// It is a people, faith or party, counted under this form.
    pub demonym: Option<&'static str>,
}

/// How a title stands to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    /// "Mr", "Dr": only before a name.
    Honorific,
    /// "president", "spokesman": before a name or in apposition.
    Role,
    /// "deputy", "foreign": before a role.
    Modifier,
}

/// A word that tells what a name is that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// What it names.
    pub kind: Kind,
    /// A legal form: "Inc", "Ltd".
    pub legal: bool,
    /// It stands first: "Mount", "Lake".
    pub prefix: bool,
    /// It says little by itself.
    pub weak: bool,
    /// The linking words that the name may go on with.
    pub of: bool,
    /// "Center for Disease Control".
    pub for_: bool,
    /// "Department of Health and Human Services".
    pub and: bool,
    /// "Committee on Foreign Relations".
    pub on: bool,
    /// "University of North Carolina at Chapel Hill".
    pub at: bool,
}

/// What is known of a lower-case word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// It is a title or role.
    pub title: Option<Title>,
    /// The gender that the title tells.
    pub gender: Option<Gender>,
    /// The office or rank that an honorific stands for: "senator" for "Sen."; courtesies have none.
    pub office: Option<&'static str>,
    /// It tells what a name is.
    pub head: Option<Head>,
    /// A day or a month.
    pub calendar: bool,
    /// Written with a capital, but no name.
    pub no_name: bool,
    /// A particle that opens a name: "al-".
    pub opens: bool,
    /// A particle inside a name: "van".
    pub inside: bool,
    /// The second syllable of a Korean or Chinese given name.
    pub syllable: bool,
}

/// Which side of a name a cue stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Right before it.
    Before,
    /// Right after it.
    After,
}

struct Names {
    known: FxHashMap<&'static str, Known>,
    words: FxHashMap<&'static str, Word>,
    before: FxHashMap<&'static str, Vec<(Kind, i32)>>,
    after: FxHashMap<&'static str, Vec<(Kind, i32)>>,
    reporting: FxHashSet<&'static str>,
    openers: FxHashSet<&'static str>,
}

/// What is known of `name`, a name as written.
pub fn known(name: &str) -> Known {
    let names = names();
    let mut known = names.known.get(name).copied().unwrap_or_default();
    if is_small(name) {
        return known;
    }
    if !name.contains(' ') {
        let mut room = [0; SHORT];
        let lower = match in_small_letters(name, &mut room) {
            Some(lower) => lower,
            None => &name.to_lowercase(),
        };
        if let Some(given) = given_name(lower).filter(|n| n.tells(name)) {
            known.given = true;
            known.gender = given.gender;
        }
        known.surname = family_name(lower).is_some_and(|n| n.tells(name));
    }
    if known.place.is_none() {
        known.place = cities().key(name).map(|city| (PlaceClass::City, city));
    }
    known
}

/// Names of ASCII letters up to this length are written in small letters where they are read; they are nearly all.
const SHORT: usize = 32;

fn in_small_letters<'r>(name: &str, room: &'r mut [u8; SHORT]) -> Option<&'r str> {
    let lower = room.get_mut(..name.len()).filter(|_| name.is_ascii())?;
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).ok()
}

fn cities() -> &'static List {
    list!("cities")
}

/// Whether the word has no capital: it is on none of the long lists then.
fn is_small(word: &str) -> bool {
    word.bytes()
        .all(|b| b.is_ascii() && !b.is_ascii_uppercase())
}

/// The form that a people, faith or party is counted under.
pub fn demonym(name: &str) -> Option<&'static str> {
    names().known.get(name)?.demonym
}

/// How many words the longest known name has that begins with `word` and has more than one; 0 where there is none.
pub fn longest_phrase(word: &str) -> usize {
    let tokens = list!(made "phrase_starts").find(word);
    tokens.and_then(|n| n.parse().ok()).unwrap_or(0)
}

/// What is known of a lower-case word.
pub fn word(lower: &str) -> Word {
    names().words.get(lower).copied().unwrap_or_default()
}

/// What a lower-case word beside a name tells: kinds and weights.
pub fn cues(lower: &str, side: Side) -> &'static [(Kind, i32)] {
    let list = match side {
        Side::Before => &names().before,
        Side::After => &names().after,
    };
    list.get(lower).map_or(&[], Vec::as_slice)
}

/// Whether the lower-case word reports speech: "said", "told".
pub fn reports(lower: &str) -> bool {
    names().reporting.contains(lower)
}

/// Whether the lower-case word opens a sentence before a name and is never part of one: "after", "the", "while".
pub fn opener(lower: &str) -> bool {
    names().openers.contains(lower)
}

/// Whether English writes the lower-case word in small letters.
pub fn ordinary(lower: &str) -> bool {
    list!("ordinary").contains(lower)
}

fn rows(file: &'static str) -> impl Iterator<Item = [&'static str; 4]> {
    table::rows(entries(file))
}

fn kind(word: &str) -> Kind {
    match word {
        "person" => Kind::Person,
        "organization" => Kind::Organization,
        "place" => Kind::Place,
        _ => Kind::OtherName,
    }
}

fn names() -> &'static Names {
    static NAMES: LazyLock<Names> = LazyLock::new(load);
    &NAMES
}

fn load() -> Names {
    let mut names = Names {
        known: FxHashMap::with_capacity_and_hasher(2_500, Default::default()),
        words: FxHashMap::with_capacity_and_hasher(2_000, Default::default()),
        before: FxHashMap::with_capacity_and_hasher(200, Default::default()),
        after: FxHashMap::with_capacity_and_hasher(200, Default::default()),
        reporting: table::lines(entries(include_str!("reporting.tsv"))).collect(),
        openers: table::lines(entries(include_str!("small_words.tsv"))).collect(),
    };
    for [name, class, canonical, _] in rows(include_str!("places.tsv")) {
        let class = match class {
            "country" => PlaceClass::Country,
            "state" => PlaceClass::State,
            "abbreviation" | "postal" => PlaceClass::Abbreviation,
            _ => PlaceClass::Region,
        };
        names.known.entry(name).or_default().place = Some((class, canonical));
    }
    for [name, canonical, ..] in rows(include_str!("organisations.tsv")) {
        names.known.entry(name).or_default().organization = Some(canonical);
    }
    for [name, form, ..] in rows(include_str!("demonyms.tsv")) {
        names.known.entry(name).or_default().demonym = Some(form);
    }
    names.load_words();
    names
}

impl Names {
    fn load_words(&mut self) {
        for [word, class, letter, office] in rows(include_str!("titles.tsv")) {
            let entry = self.words.entry(word).or_default();
            entry.title = Some(match class {
                "honorific" => Title::Honorific,
                "role" => Title::Role,
                _ => Title::Modifier,
            });
            entry.gender = Gender::of_letter(letter);
            entry.office = Some(office).filter(|o| !o.is_empty());
        }
        for [word, kind_word, links, _] in rows(include_str!("name_heads.tsv")) {
            let has = |link: &str| links.split(' ').any(|l| l == link);
            self.words.entry(word).or_default().head = Some(Head {
                kind: kind(kind_word),
                legal: has("legal"),
                prefix: has("prefix"),
                weak: has("weak"),
                of: has("of"),
                for_: has("for"),
                and: has("and"),
                on: has("on"),
                at: has("at"),
            });
        }
        for [word, class, ..] in rows(include_str!("not_names.tsv")) {
            let entry = self.words.entry(word).or_default();
            entry.no_name = true;
            entry.calendar = class == "calendar";
        }
        for [word, joins, ..] in rows(include_str!("particles.tsv")) {
            let entry = self.words.entry(word).or_default();
            entry.opens |= joins == "before";
            entry.inside |= joins == "inside";
        }
        for [word, ..] in rows(include_str!("syllables.tsv")) {
            self.words.entry(word).or_default().syllable = true;
        }
        for [word, side, kind_word, weight] in rows(include_str!("name_cues.tsv")) {
            let list = if side == "before" {
                &mut self.before
            } else {
                &mut self.after
            };
            list.entry(word)
                .or_default()
                .push((kind(kind_word), weight.parse().unwrap_or(1)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_token_of_a_listed_name_tells_how_long_it_may_be() {
        let names = names();
        let cities = cities().lines();
        let cities = cities.map(|line| line.split('\t').next().unwrap_or(line));
        let listed = names.known.keys().copied().chain(cities);
        // No name in a text begins with a mark ("'s-Hertogenbosch") or ends with this one ("Yahoo!").
        let whole =
            listed.filter(|name| name.starts_with(char::is_alphanumeric) && !name.ends_with('!'));
        let mut longer: Vec<_> = whole
            .filter(|name| {
                let (_, text) = crate::segment::sample(name);
                let length = text.tokens.len();
                length > 1 && length > text.lexeme(0).longest_phrase
            })
            .collect();
        longer.sort_unstable();
        assert_eq!(longer, [""; 0]);
    }

    #[test]
    fn names_are_known_for_what_they_are() {
        assert!(known("Mary").given && known("Mary").gender == Some(Gender::Female));
        assert!(known("Smith").surname);
        assert_eq!(
            known("U.S.").place,
            Some((PlaceClass::Country, "United States"))
        );
        assert_eq!(known("UN").organization, Some("United Nations"));
        assert_eq!(known("Israelis").demonym, Some("Israeli"));
        assert!(longest_phrase("New") >= 2);
        assert!(known("Xyzzy").place.is_none());
    }

    #[test]
    fn cities_have_capitals() {
        let cities = cities().lines();
        let mut words = cities.map(|line| line.split('\t').next().unwrap_or(line));
        assert_eq!(words.find(|word| is_small(word)), None);
    }

    #[test]
    fn words_are_known_for_what_they_tell() {
        assert_eq!(word("spokesman").title, Some(Title::Role));
        assert_eq!(word("spokesman").gender, Some(Gender::Male));
        assert!(word("university").head.is_some_and(|h| h.of && h.at));
        assert!(word("tuesday").calendar && word("van").inside && word("un").syllable);
        assert_eq!(cues("near", Side::Before), [(Kind::Place, 2)]);
    }

    #[test]
    fn ordinary_words_are_told_from_names() {
        for yes in ["police", "after", "hostility", "zoom"] {
            assert!(ordinary(yes), "{yes}");
        }
        for no in ["obama", "", "zzz", "aaaa", "baghdad"] {
            assert!(!ordinary(no), "{no}");
        }
    }
}
