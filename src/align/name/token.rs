//! How two words of two names relate: equal, one sound written two ways, nickname, initial, slip of the pen, or another
//! word.

use super::parse::{Role, Word};
use super::spelling::{Spelling, spelling_distance};
use super::syllable;

/// The tiers, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    Equal,
    /// One name, written in two ways.
    Transliteration,
    Nickname,
    Initial,
    /// A slip: an edit that no rule explains.
    Edit,
    /// Another word.
    Other,
}

/// How two words relate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub(super) tier: Tier,
    /// Distance in letters; 0 for what is equal or known to be one name.
    pub(super) cost: f32,
    /// Plain edits among them.
    pub(super) edits: u8,
    /// How near two other words are, 0 to 1; 0 where they are known to be two names.
    pub(super) nearness: f32,
    /// What the difference comes from.
    pub(super) origin: Option<&'static str>,
}

impl Match {
    const fn of(tier: Tier, cost: f32, origin: Option<&'static str>) -> Match {
        Match {
            tier,
            cost,
            edits: 0,
            nearness: 0.0,
            origin,
        }
    }

    /// The same letters.
    pub(super) const EQUAL: Match = Match::of(Tier::Equal, 0.0, None);

    /// Two words that have nothing to do with one another.
    pub(super) const OTHER: Match = Match::of(Tier::Other, 9.0, None);

    /// Whether the words are one.
    pub(super) fn holds(&self) -> bool {
        self.tier != Tier::Other
    }
}

/// What is known about the two names whose words are compared.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context {
    pub(super) korean: bool,
    pub(super) chinese: bool,
    /// Both words stand last: where the family name is.
    pub(super) last: bool,
}

/// How much of a word may be romanised differently: more is another word.
const MOST_ROMANISED: f32 = 0.16;
/// A word shorter than this has no slips: one letter makes another word (Kim, Kin).
const SHORTEST_SLIP: usize = 5;
/// Two slips in one word are believed only in words this long.
const SHORTEST_TWO_SLIPS: usize = 9;
/// The most that two names may differ which both exist and sound alike, in hundredths of a letter.
const SOUNDS_ALIKE: u16 = 25;
/// A word among the so many commonest of English, or a surname among the so many commonest, is no slip for another such.
const COMMON_WORD: u32 = 15_000;

/// Compares two words of two persons' names.
pub(super) fn person_words(a: &Word, b: &Word, context: Context) -> Match {
    if a.text == b.text {
        return Match::of(Tier::Equal, 0.0, None);
    }
    if a.role == Role::Initial || b.role == Role::Initial {
        return if a.text.as_bytes().first() == b.text.as_bytes().first()
            && a.text.len().min(b.text.len()) == 1
        {
            Match::of(Tier::Initial, 0.0, None)
        } else {
            Match::OTHER
        };
    }
    if context.korean {
        let families = (
            syllable::korean_families(&a.text),
            syllable::korean_families(&b.text),
        );
        let same = a.korean.is_some() && a.korean == b.korean
            || families.0.iter().any(|f| families.1.contains(f));
        return if same {
            Match::of(Tier::Transliteration, 0.2, Some("Korean"))
        } else {
            Match::OTHER
        };
    }
    if context.chinese {
        return match (&a.chinese, &b.chinese) {
            (Some(x), Some(y)) if syllable::same_chinese((&a.text, x), (&b.text, y)) => {
                Match::of(Tier::Transliteration, 0.2, Some("Chinese"))
            }
            _ => Match::OTHER,
        };
    }
    if a.spelled.meet(b.spelled) {
        let origin = spelling_distance(&a.text, &b.text).and_then(Spelling::language);
        return Match::of(Tier::Transliteration, 0.2, origin);
    }
    let gender = |word: &Word| word.given.and_then(|name| name.gender);
    let genders = matches!((gender(a), gender(b)), (Some(one), Some(other)) if one != other);
    let nickname = !context.last && (a.short_for.meet(b.short_for) || !genders && cut_short(a, b));
    let apart = nothing_in_common(a, b);
    // Two given names that both exist are one by what they are short for, or not at all.
    let two = !context.last && (genders || !a.spelled.is_empty() && !b.spelled.is_empty());
    if two && !nickname {
        return Match::OTHER;
    }
    let spelling = if apart {
        None
    } else {
        spelling_distance(&a.text, &b.text)
    };
    // "Hillary" is a spelling of "Hilary" before it is a nickname for it.
    if nickname && !spelling.is_some_and(|s| s.sounds_alike() && s.cost <= SOUNDS_ALIKE) {
        return Match::of(Tier::Nickname, 0.0, None);
    }
    let Some(spelling) = spelling else {
        return Match::OTHER;
    };
    // Two names that both exist are two names, unless they sound alike (Gray, Grey).
    let known = if context.last {
        a.surname && b.surname && !(spelling.sounds_alike() && spelling.cost <= SOUNDS_ALIKE)
    } else {
        two || a.given.is_some()
            && b.given.is_some()
            && !(spelling.edits == 0 && spelling.cost <= 30)
    };
    if known || derived(&a.text, &b.text) {
        return Match::OTHER;
    }
    // What all servants of God share is no part of the name: Abdul Jabbar, Abdul Saboor.
    match (a.text.strip_prefix("abd"), b.text.strip_prefix("abd")) {
        (Some(x), Some(y)) if x.len() > 3 && y.len() > 3 => {
            spelling_distance(x, y).map_or(Match::OTHER, |s| spelled(x, y, s))
        }
        _ => spelled(&a.text, &b.text, spelling),
    }
}

/// Whether one given name is the other cut short (Greg, Gregorio), or without its "servant of" (Abbas, Abdul Abbas).
pub(super) fn cut_short(a: &Word, b: &Word) -> bool {
    let of = |long: &Word, short: &Word| {
        let begins = short.text.len() > 2
            && long.text.len() > short.text.len() + 1
            && long.text.starts_with(&short.text)
            && long.given.is_some()
            && short.given.is_some();
        begins || long.text.strip_prefix("abd") == Some(&short.text) && short.text.len() > 3
    };
    of(a, b) || of(b, a)
}

/// Compares two words of two names that are no persons'.
pub(super) fn plain_words(a: &Word, b: &Word) -> Match {
    plain_words_by(a, b, || spelling_distance(&a.text, &b.text))
}

/// The same for those who ask for the distance of the words themselves.
pub(super) fn plain_words_by(
    a: &Word,
    b: &Word,
    distance: impl FnOnce() -> Option<Spelling>,
) -> Match {
    if a.text == b.text {
        return Match::of(Tier::Equal, 0.0, None);
    }
    if a.role == Role::Number || b.role == Role::Number || nothing_in_common(a, b) {
        return Match::OTHER;
    }
    if a.spelled.meet(b.spelled) {
        let origin = distance().and_then(Spelling::language);
        return Match::of(Tier::Transliteration, 0.2, origin);
    }
    let Some(spelling) = distance() else {
        return Match::OTHER;
    };
    let common = |w: &Word| w.word_rank.is_some_and(|rank| rank < COMMON_WORD);
    let plural =
        a.text.strip_suffix('s') == Some(&b.text) || b.text.strip_suffix('s') == Some(&a.text);
    let names = a.role == Role::Core && b.role == Role::Core;
    let slip = spelling.edits > 0 && !plural;
    let short = a.text.len().min(b.text.len()) < SHORTEST_SLIP;
    let begins = a.text.as_bytes().first() == b.text.as_bytes().first();
    // "the" is no slip for "he", nor "Tata" for "Fatah": here no first name stands beside the word.
    if slip && (!names || short || !begins)
        || (common(a) && common(b) || a.role == Role::Particle || b.role == Role::Particle)
            && !plural
            && !spelling.sounds_alike()
    {
        return Match {
            nearness: nearness(&a.text, &b.text, spelling) / 2.0,
            ..Match::OTHER
        };
    }
    spelled(&a.text, &b.text, spelling)
}

/// The most that two words can be apart, in hundredths of a letter, for [`spelled`] to take them for one; rounded up.
pub(super) fn most_apart(a: &Word, b: &Word) -> u16 {
    let (a, b) = (a.text.as_str(), b.text.as_str());
    let (long, short) = (a.len().max(b.len()), a.len().min(b.len()));
    if long < SHORTEST_SLIP {
        return 36;
    }
    let begins = a.as_bytes().first() == b.as_bytes().first();
    let romanised = (MOST_ROMANISED * 100.0 * long as f32) as u16 + 6;
    let edits = if short >= SHORTEST_TWO_SLIPS {
        200
    } else {
        100
    };
    let beside = if begins { 8 * long as u16 } else { 0 };
    romanised.max(edits + beside + 1)
}

/// The tier that a distance gives.
pub(super) fn spelled(a: &str, b: &str, spelling: Spelling) -> Match {
    let (cost, edits) = (spelling.letters(), spelling.edits);
    let (long, short) = (a.len().max(b.len()), a.len().min(b.len()));
    // A slip in the first letter is rare: it is believed where nothing else differs.
    let begins = a.as_bytes().first() == b.as_bytes().first();
    let romanised = cost - f32::from(edits);
    let most = if long < SHORTEST_SLIP {
        0.35
    } else {
        MOST_ROMANISED * long as f32 + 0.05
    };
    let tier = if edits == 0 && cost <= most {
        Tier::Transliteration
    } else if long >= SHORTEST_SLIP
        && short + 1 >= SHORTEST_SLIP
        && (edits == 1 || edits == 2 && short >= SHORTEST_TWO_SLIPS)
        && romanised <= if begins { 0.08 * long as f32 } else { 0.0 }
    {
        Tier::Edit
    } else {
        Tier::Other
    };
    Match {
        tier,
        cost,
        edits,
        nearness: nearness(a, b, spelling),
        origin: spelling.language(),
    }
}

fn nearness(a: &str, b: &str, spelling: Spelling) -> f32 {
    (1.0 - spelling.letters() / a.len().max(b.len()).max(1) as f32).max(0.0)
}

/// Whether two words differ in so many consonants that no distance need be taken.
pub(super) fn nothing_in_common(a: &Word, b: &Word) -> bool {
    (a.consonants ^ b.consonants).count_ones() > 3
}

/// Whether one is made of the other as names are: the feminine of a family name or the pet form of a given name. Putin and
/// Putina, Ivana and Ivanka are two people.
fn derived(a: &str, b: &str) -> bool {
    let of = |long: &str, short: &str| {
        long.strip_suffix('a').is_some_and(|stem| {
            stem == short
                && ["ov", "ev", "in", "yn"]
                    .iter()
                    .any(|end| stem.ends_with(end))
        }) || long.strip_suffix("aya").is_some_and(|stem| {
            stem.ends_with("sk")
                && short
                    .strip_suffix(['y', 'i'])
                    .is_some_and(|other| other.trim_end_matches('i') == stem)
        }) || long
            .strip_suffix("ka")
            .is_some_and(|stem| stem.len() > 2 && short.strip_suffix('a') == Some(stem))
    };
    of(a, b) || of(b, a)
}
