//! Claims: a value with the question that it answers.
//!
//! A figure alone says nothing. What it is about stands around it, in places that differ in weight: the noun it counts,
//! the verb of its clause, that verb's subject, the rest of the clause, of the sentence, of the one before. A claim
//! keeps the content words and names of each place apart; whether two claims answer one question is decided by
//! [`crate::align`].

mod bearer;
mod bind;
mod clause;
mod event;
mod extent;
mod marks;
mod object;
mod owner;
mod phrase;
mod population;
mod rounds;
mod vocabulary;

pub use extent::{Area, Extent};
pub use marks::Marks;
pub use vocabulary::{Item, Vocabulary};

use crate::mention::Mention;
use crate::read::BlockKind;
use crate::resolve::Resolved;
use crate::segment::Text;
use crate::segment::tag::{Tag, tags};
use crate::value::Kind;

/// Where a content word stands as seen from the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// What is counted or measured: "330 *cinemas*", "a *budget* of $44 million".
    Noun,
    /// Before or behind that noun: "330 *independent* cinemas", "$5 million in *ticket* sales".
    Modifier,
    /// The verb of its clause.
    Predicate,
    /// What that verb is said of, or what a bracket stands behind.
    Subject,
    /// Elsewhere in its clause.
    Clause,
    /// Elsewhere in its sentence.
    Sentence,
    /// In the sentence before.
    Before,
}

impl Role {
    /// The word used in evidence.
    pub fn name(self) -> &'static str {
        match self {
            Role::Noun => "noun",
            Role::Modifier => "modifier",
            Role::Predicate => "predicate",
            Role::Subject => "subject",
            Role::Clause => "clause",
            Role::Sentence => "sentence",
            Role::Before => "before",
        }
    }
}

/// A content word or name at its place around a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word or entity, an index into the document's vocabulary.
    pub item: u32,
    /// Where it stands.
    pub role: Role,
    /// Within a few words of the value.
    pub near: bool,
    /// The token, for evidence.
    pub token: u32,
}

/// What one document says about one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The mentions that say it, as indexes into the document's mentions; the first is the one that is described.
    pub mentions: Vec<usize>,
    /// What kind of value it is.
    pub kind: Kind,
    /// What a count counts, as written, lower case: "cinemas".
    pub noun: Option<String>,
    /// The person, the organisation or, for a population, the place that it is said of, an index into the vocabulary, where the
    /// text names one.
    pub owner: Option<u32>,
    /// Whether that name stands right beside it: "Smith (12 points)", "Smith's 12 points", "12 points from Smith".
    pub beside: bool,
    /// The person to whom the verb before it is done, likewise: "stopped *Smith* in the fifth round".
    pub object: Option<u32>,
    /// The words and names around it.
    pub terms: Vec<Term>,
    /// What its clause says of it beside that: a forecast, a part, a change.
    pub marks: Marks,
    /// How much of the story a count covers.
    pub extent: Extent,
    /// The dates in its clause, as indexes into the document's mentions.
    pub dates: Vec<usize>,
    /// Whether it stands in the headline.
    pub title: bool,
}

impl Claim {
    /// The mention that is described, of all those of its document.
    pub(crate) fn mention<'m>(&self, mentions: &'m [Mention]) -> &'m Mention {
        &mentions[self.mentions[0]]
    }

    /// The noun that is counted or measured, among its terms.
    pub(crate) fn noun_term(&self) -> Option<&Term> {
        self.terms.iter().find(|t| t.role == Role::Noun)
    }
}

/// All that one document claims.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    /// The claims, in text order.
    pub list: Vec<Claim>,
    /// The words and names that their terms refer to.
    pub vocabulary: Vocabulary,
    /// What each mention of the document counts, by its index.
    pub nouns: Vec<Option<String>>,
}

/// What is counted and no more: claims without their list, for those who want the mentions alone. The questions that the
/// claims answer are what takes the time.
pub fn nouns(text: &Text, mentions: &[Mention], resolved: &Resolved) -> Claims {
    let owners = owners(text, mentions);
    let mut counting = vec![false; text.sentences.len()];
    for mention in mentions.iter().filter(|m| m.kind == Kind::Count) {
        counting[mention.sentence] = true;
    }
    let tags = tags_of(text, mentions, &owners, |sentence| counting[sentence]);
    let mut vocabulary = Vocabulary::default();
    let mut binder = bind::Binder::new(text, &tags, mentions, &owners, resolved, &mut vocabulary);
    let counts = |m: &Mention| m.kind == Kind::Count && !is_furniture(text, m);
    let indexed = mentions.iter().enumerate();
    let nouns = indexed
        .map(|(index, mention)| counts(mention).then(|| binder.noun(index)).flatten())
        .collect();
    Claims {
        nouns,
        ..Claims::default()
    }
}

/// The claims of the document: one for each figure, date, time and score outside page furniture.
pub fn claims(text: &Text, mentions: &[Mention], resolved: &Resolved) -> Claims {
    let owners = owners(text, mentions);
    let tags = tags_of(text, mentions, &owners, |_| true);
    let mut claims = Claims {
        nouns: vec![None; mentions.len()],
        // About half of the distinct words and names say something.
        vocabulary: Vocabulary::with_room(text.lexemes() / 2),
        ..Claims::default()
    };
    let second: Vec<usize> = resolved
        .conversions
        .iter()
        .map(|&(_, second)| second)
        .collect();
    let mut binder = bind::Binder::new(
        text,
        &tags,
        mentions,
        &owners,
        resolved,
        &mut claims.vocabulary,
    );
    for (index, mention) in mentions.iter().enumerate() {
        let claimed = mention.kind.is_figure()
            || matches!(mention.kind, Kind::Date | Kind::Time | Kind::Score);
        let says = claimed && !is_furniture(text, mention) && !is_spot(text, &tags, mention);
        if says && !second.contains(&index) {
            let mut claim = binder.bind(index);
            claim.mentions.extend(
                resolved
                    .conversions
                    .iter()
                    .filter(|&&(first, _)| first == index)
                    .map(|&(_, second)| second),
            );
            claims.nouns[index].clone_from(&claim.noun);
            claims.list.push(claim);
        }
    }
    binder.settle_ages(&mut claims.list);
    binder.settle_rounds(&mut claims.list);
    claims
}

/// A stamp or credit says nothing of the story, nor does the day of a dateline.
fn is_furniture(text: &Text, mention: &Mention) -> bool {
    text.sentences[mention.sentence].kind == BlockKind::Furniture || is_dateline(text, mention)
}

/// Whether a figure names a place of a field, and counts or measures nothing: "at the 27-yard line", "from their own 10".
fn is_spot(text: &Text, tags: &[Tag], mention: &Mention) -> bool {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let before = |n: usize| start.checked_sub(n).map_or("", |at| text.lower(at));
    let line = || {
        mention.kind == Kind::Measure
            && text.lower(end - 1) == "yard"
            && matches!(text.lower(end), "line" | "mark")
    };
    let counts = matches!(
        tags.get(end),
        Some(Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Participle | Tag::Number)
    ) || text.word(end) == "-";
    let bare = || {
        let own = usize::from(before(1) == "own");
        matches!(before(own + 1), "its" | "their")
            && matches!(
                before(own + 2),
                "from" | "at" | "to" | "inside" | "near" | "past" | "on"
            )
    };
    line() || mention.kind == Kind::Count && !counts && bare()
}

/// How many tokens a dateline has before and behind its day: "ST. PETERSBURG, Russia, May 16, 2017 (Northgate Press) -".
const DATELINE: usize = 8;

/// Whether a date stands in a dateline: between a place in capitals, at the start of its sentence, and a dash.
fn is_dateline(text: &Text, mention: &Mention) -> bool {
    let sentence = &text.sentences[mention.sentence].tokens;
    let capitals = |word: &str| word.len() > 1 && !word.chars().any(char::is_lowercase);
    let before = sentence.start..mention.tokens.start;
    let behind = mention.tokens.end..sentence.end.min(mention.tokens.end + DATELINE);
    mention.kind == Kind::Date
        && (1..=DATELINE).contains(&before.len())
        && capitals(text.word(sentence.start))
        && before.into_iter().all(|at| {
            let word = text.word(at);
            !word.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
        })
        && behind
            .into_iter()
            .any(|at| matches!(text.word(at), "-" | "--" | "–" | "—"))
}

/// The parts of speech, with those of the mentions known.
fn tags_of(
    text: &Text,
    mentions: &[Mention],
    owners: &Owners,
    wanted: impl Fn(usize) -> bool,
) -> Vec<Tag> {
    tags(text, wanted, |token| {
        let mention = &mentions[owners.of(token)?];
        Some(if mention.kind.is_name() {
            Tag::Proper
        } else {
            Tag::Number
        })
    })
}

/// For each token the mention that it belongs to: the shortest one, quotations apart.
///
/// Mentions are numbered in 32 bits, as tokens are: a text of some megabytes has a million of these.
struct Owners(Vec<u32>);

impl Owners {
    /// The number of a token that belongs to none.
    const NONE: u32 = u32::MAX;

    /// The index of the mention that the token belongs to; none past the end.
    #[inline]
    fn of(&self, token: usize) -> Option<usize> {
        let owner = *self.0.get(token)?;
        (owner != Owners::NONE).then_some(owner as usize)
    }
}

fn owners(text: &Text, mentions: &[Mention]) -> Owners {
    let mut owners = vec![Owners::NONE; text.tokens.len()];
    for (index, mention) in mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| m.kind != Kind::Quote)
    {
        owners[mention.tokens.clone()].fill(index as u32);
    }
    Owners(owners)
}

/// The claims of the prose, each as its value and what `show` says of it.
#[cfg(test)]
pub(crate) fn shown(prose: &str, show: impl Fn(&crate::Article, &Claim) -> String) -> Vec<String> {
    let document = crate::read::Document::new(0, "t.txt", prose, crate::read::InputFormat::Text);
    let article = crate::analyze(document);
    article
        .claims
        .list
        .iter()
        .map(|claim| {
            let value = article.text.slice(claim.mention(&article.mentions).span);
            format!("{value}: {}", show(&article, claim))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_place_on_a_field_is_no_claim() {
        let p = |prose: &str| super::shown(prose, |_, claim| claim.kind.name().to_owned());
        assert_eq!(p("They fumbled at the 27-yard line."), Vec::<String>::new());
        assert_eq!(p("They advanced from their own 10."), Vec::<String>::new());
        assert_eq!(p("They drew water from their 10 wells."), ["10: count"]);
        assert_eq!(p("She kicked a 47-yard goal."), ["47-yard: measure"]);
    }

    #[test]
    fn the_day_of_a_dateline_is_no_claim() {
        let p = |prose: &str| super::shown(prose, |_, claim| claim.kind.name().to_owned());
        assert_eq!(
            p("OSTBY, May 16, 2017 (Northgate Press) - Two people died on Monday."),
            ["Two: count", "Monday: date"]
        );
        assert_eq!(
            p("ST. OLAF, Norway, May 16 - Two people died."),
            ["Two: count"]
        );
        assert_eq!(
            p("NATO met on May 16 - two days late."),
            ["May 16: date", "two days: duration"]
        );
    }
}
