//! Parts of speech: the lexicon's most frequent tag, the word's ending, and a few rules of context.
//!
//! It has to be right about one thing: where the verbs are, since a figure is bound to the verb of its own clause. The
//! rules are those of Brill's tagger that move a word between noun and verb, and no more.

use super::{Case, Text, TokenKind};
use crate::lexicon::list;

/// A part of speech, as coarse as binding needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// "film", "films"
    Noun,
    /// A proper name.
    Proper,
    /// A figure, date or time.
    Number,
    /// "big", "bigger"
    Adjective,
    /// "take", "takes": base or present
    Verb,
    /// "took"
    Past,
    /// "taken"
    Participle,
    /// "taking"
    Gerund,
    /// "will", "could"
    Modal,
    /// "not", "quickly"
    Adverb,
    /// "in", "while"
    Preposition,
    /// "to"
    To,
    /// "the", "every"
    Determiner,
    /// "he", "them"
    Pronoun,
    /// "his", "'s"
    Possessive,
    /// "and", "but"
    Conjunction,
    /// "who", "which", "when"
    Wh,
    /// Anything else.
    Mark,
}

impl Tag {
    /// Whether it is a verb form or modal.
    pub fn is_verb(self) -> bool {
        matches!(
            self,
            Tag::Verb | Tag::Past | Tag::Participle | Tag::Gerund | Tag::Modal
        )
    }

    /// Whether it can stand in a noun phrase: "the company's old ships".
    pub fn is_in_phrase(self) -> bool {
        matches!(
            self,
            Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Determiner | Tag::Possessive
        )
    }

    /// Whether it can be the head of a noun phrase.
    pub fn is_nominal(self) -> bool {
        matches!(self, Tag::Noun | Tag::Proper | Tag::Pronoun)
    }
}

/// The tags of the tokens of all `wanted` sentences, by their numbers; of others marks. `fixed` gives the tag of tokens that are
/// known from their mention (names, figures).
pub fn tags(
    text: &Text,
    wanted: impl Fn(usize) -> bool,
    fixed: impl Fn(usize) -> Option<Tag>,
) -> Vec<Tag> {
    let mut tags = vec![Tag::Mark; text.tokens.len()];
    let sentences = text.sentences.iter().enumerate();
    for (_, sentence) in sentences.filter(|&(number, _)| wanted(number)) {
        let tokens = sentence.tokens.clone();
        for i in tokens.clone() {
            let is = i > tokens.start && is_contraction(text, i);
            let usual = if is {
                Tag::Verb
            } else {
                text.lexeme(i).lexical.tag
            };
            tags[i] = fixed(i).unwrap_or(usual);
        }
        for i in tokens.clone() {
            let verb = text.lexeme(i).lexical.verb && fixed(i).is_none();
            let before = (i > tokens.start).then(|| tags[i - 1]);
            let after = (i + 1 < tokens.end).then(|| tags[i + 1]);
            let earlier = &tags[tokens.start..i];
            tags[i] = in_context(text, i, tags[i], verb, before, after, earlier);
        }
    }
    tags
}

/// The part of speech of a word by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lexical {
    tag: Tag,
    /// It may be a verb as well.
    verb: bool,
}

impl Default for Lexical {
    fn default() -> Lexical {
        Lexical::only(Tag::Mark)
    }
}

impl Lexical {
    fn only(tag: Tag) -> Lexical {
        Lexical { tag, verb: false }
    }
}

/// The tag that the word at a token has most often, whatever stands beside it.
pub(crate) fn usual(text: &Text, at: usize) -> Tag {
    text.lexeme(at).lexical.tag
}

/// The part of speech of a word by itself: the lexicon's, or by its capitals and ending.
pub(super) fn lexical(written: &str, lower: &str, kind: TokenKind) -> Lexical {
    match kind {
        TokenKind::Number => return Lexical::only(Tag::Number),
        TokenKind::Symbol | TokenKind::Punct => return Lexical::only(Tag::Mark),
        TokenKind::Link => return Lexical::only(Tag::Proper),
        TokenKind::Word => {}
    }
    if matches!(lower, "'s" | "’s") {
        return Lexical::only(Tag::Possessive);
    }
    if let Some(rest) = list!("tags").find(lower) {
        let (tag, also) = rest.split_once('\t').unwrap_or((rest, ""));
        let tag = match tag {
            "n" | "ns" => Tag::Noun,
            "j" => Tag::Adjective,
            "v" | "vz" => Tag::Verb,
            "vd" => Tag::Past,
            "vn" => Tag::Participle,
            "vg" => Tag::Gerund,
            "m" => Tag::Modal,
            "r" => Tag::Adverb,
            "i" => Tag::Preposition,
            "to" => Tag::To,
            "d" => Tag::Determiner,
            "p" => Tag::Pronoun,
            "p$" => Tag::Possessive,
            "c" => Tag::Conjunction,
            "w" => Tag::Wh,
            _ => Tag::Noun,
        };
        let verb = also == "v";
        return Lexical { tag, verb };
    }
    if matches!(Case::of(written), Case::Upper | Case::Mixed) {
        return Lexical::only(Tag::Proper);
    }
    Lexical::only(by_ending(lower))
}

/// The same rules as in `lexicon/tags.py`, which leaves out of the list what they give.
fn by_ending(word: &str) -> Tag {
    const ENDINGS: [(&str, Tag); 15] = [
        ("ing", Tag::Gerund),
        ("ed", Tag::Participle),
        ("ly", Tag::Adverb),
        ("ous", Tag::Adjective),
        ("ful", Tag::Adjective),
        ("less", Tag::Adjective),
        ("able", Tag::Adjective),
        ("ible", Tag::Adjective),
        ("ive", Tag::Adjective),
        ("al", Tag::Adjective),
        ("ic", Tag::Adjective),
        ("ss", Tag::Noun),
        ("us", Tag::Noun),
        ("is", Tag::Noun),
        ("s", Tag::Noun),
    ];
    ENDINGS
        .iter()
        .find(|(ending, _)| word.ends_with(ending) && word.len() > ending.len() + 2)
        .map_or(Tag::Noun, |&(_, tag)| tag)
}

/// The tag of a word among its neighbours; `earlier` are the settled tags of the sentence before it.
fn in_context(
    text: &Text,
    i: usize,
    tag: Tag,
    verb: bool,
    before: Option<Tag>,
    after: Option<Tag>,
    earlier: &[Tag],
) -> Tag {
    let can_be_verb = verb || tag == Tag::Verb;
    // The last word before it that is no adverb: "has not been", "will soon open".
    let anchor = earlier
        .iter()
        .rposition(|&t| t != Tag::Adverb)
        .map(|p| (earlier[p], text.lower(i - (earlier.len() - p))));
    let opens_phrase = matches!(
        after,
        Some(
            Tag::Determiner
                | Tag::Number
                | Tag::Possessive
                | Tag::Pronoun
                | Tag::Proper
                | Tag::To
                | Tag::Preposition
                | Tag::Mark
        ) | None
    );
    // "She completed it", "it was completed": what the lexicon knows as an adjective first is a participle here.
    let completed = tag == Tag::Adjective
        && text.lower(i).ends_with("ed")
        && !matches!(after, Some(Tag::Noun | Tag::Adjective))
        && anchor.is_some_and(|(t, word)| t.is_nominal() || t.is_verb() && is_auxiliary(word));
    let tag = if completed { Tag::Participle } else { tag };
    match tag {
        Tag::Noun if is_past_too(text.lower(i)) => match anchor {
            Some((t, word)) if t.is_verb() && is_auxiliary(word) => Tag::Participle,
            Some((Tag::Noun | Tag::Proper | Tag::Pronoun | Tag::Number | Tag::Wh, _))
                if !has_verb_since_break(text, i, earlier)
                    && matches!(
                        after,
                        Some(
                            Tag::Determiner
                                | Tag::Number
                                | Tag::Possessive
                                | Tag::Pronoun
                                | Tag::Proper
                                | Tag::Conjunction
                                | Tag::Adjective
                        )
                    ) =>
            {
                Tag::Past
            }
            _ => tag,
        },
        Tag::Noun if can_be_verb => match anchor {
            Some((Tag::Modal | Tag::To, _)) => Tag::Verb,
            Some((Tag::Pronoun, _)) | Some((Tag::Wh, "who" | "which" | "that")) => Tag::Verb,
            // "the film cost $44 million", "shares rose" but not "the film cost of": a noun before, an object after, no verb yet.
            Some((Tag::Noun | Tag::Proper, _))
                if matches!(after, Some(Tag::Number | Tag::Determiner | Tag::Possessive))
                    && !has_verb(earlier) =>
            {
                Tag::Verb
            }
            // "the studio plans to show it".
            Some((Tag::Noun | Tag::Proper, _))
                if after == Some(Tag::To) && text.lower(i).ends_with('s') && !has_verb(earlier) =>
            {
                Tag::Verb
            }
            _ => tag,
        },
        Tag::Verb => match before {
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective) => Tag::Noun,
            // "8 carries", "his first 17 passes", "a 31-24 lead"; but "the 34-year-old says", "2 die".
            Some(Tag::Number)
                if !text.lower(i - 1).ends_with("old")
                    && (text.lower(i).ends_with('s')
                        || earlier
                            .iter()
                            .rev()
                            .find(|t| !matches!(t, Tag::Number | Tag::Adjective))
                            .is_some_and(|t| matches!(t, Tag::Determiner | Tag::Possessive))) =>
            {
                Tag::Noun
            }
            Some(Tag::Preposition) if !opens_phrase => Tag::Noun,
            _ => tag,
        },
        Tag::Past | Tag::Participle => match before {
            Some(Tag::Determiner | Tag::Possessive)
                if matches!(after, Some(Tag::Noun | Tag::Proper)) =>
            {
                Tag::Adjective
            }
            Some(Tag::Determiner) => Tag::Noun,
            // "put on injured reserve", "after planned talks"; but "as planned".
            Some(Tag::Preposition)
                if tag == Tag::Participle && matches!(after, Some(Tag::Noun)) =>
            {
                Tag::Adjective
            }
            _ => match anchor {
                Some((t, word)) if t.is_verb() && is_auxiliary(word) => Tag::Participle,
                Some((Tag::Noun | Tag::Proper | Tag::Pronoun | Tag::Wh, _))
                    if text.lower(i + 1) != "by" && !has_verb_since_break(text, i, earlier) =>
                {
                    Tag::Past
                }
                _ => tag,
            },
        },
        Tag::Preposition if matches!(text.lower(i), "that") && after.is_some_and(Tag::is_verb) => {
            Tag::Wh
        }
        _ => tag,
    }
}

fn has_verb(tags: &[Tag]) -> bool {
    tags.iter()
        .any(|t| matches!(t, Tag::Verb | Tag::Past | Tag::Participle | Tag::Modal))
}

/// Whether the token is the verb of "he's" and "who's".
fn is_contraction(text: &Text, i: usize) -> bool {
    matches!(text.lower(i), "'s" | "’s")
        && matches!(
            text.lower(i - 1),
            "he" | "she" | "it" | "that" | "there" | "here" | "who" | "what" | "where"
        )
}

/// Nouns that look like the past of their verb: "the shot", "was shot".
fn is_past_too(word: &str) -> bool {
    matches!(
        word,
        "shot" | "cast" | "split" | "spread" | "burst" | "broadcast" | "cut" | "hit" | "upset"
    )
}

/// Whether a verb stands between the last comma, conjunction or wh-word and token `i`.
fn has_verb_since_break(text: &Text, i: usize, earlier: &[Tag]) -> bool {
    let first = i - earlier.len();
    earlier
        .iter()
        .enumerate()
        .rev()
        .take_while(|(k, t)| {
            !matches!(t, Tag::Wh | Tag::Conjunction) && text.word(first + k) != ","
        })
        .any(|(_, t)| matches!(t, Tag::Verb | Tag::Past | Tag::Participle | Tag::Modal))
}

/// Forms of be, have, do and get: what follows them is a participle or an infinitive of the same verb group.
pub(crate) fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "be" | "is"
            | "are"
            | "was"
            | "were"
            | "been"
            | "being"
            | "am"
            | "have"
            | "has"
            | "had"
            | "having"
            | "do"
            | "does"
            | "did"
            | "get"
            | "got"
            | "gets"
            | "'s"
            | "’s"
    ) || word.ends_with("n't")
        || word.ends_with("n’t")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn verbs_are_told_from_nouns() {
        let p = |prose: &str, verbs: &[&str]| {
            let (_, text) = sample(prose);
            let tags = tags(&text, |_| true, |_| None);
            let found: Vec<&str> = (0..tags.len())
                .filter(|&i| tags[i].is_verb())
                .map(|i| text.word(i))
                .collect();
            assert_eq!(found, verbs, "{prose}");
        };
        p(
            "The film cost 44 million dollars to make.",
            &["cost", "make"],
        );
        p(
            "The cost of the film was not disclosed.",
            &["was", "disclosed"],
        );
        p(
            "Five died and seven were injured.",
            &["died", "were", "injured"],
        );
        p("The studio plans to show the film.", &["plans", "show"]);
        p("Shares fell sharply after the report.", &["fell"]);
        p("They report that she left.", &["report", "left"]);
        p("He gained 20 yards on 8 carries.", &["gained"]);
        p("She completed her 17 passes.", &["completed"]);
        p("The town balanced its budget.", &["balanced"]);
        p("He was shot in the arm.", &["was", "shot"]);
        p("He was put on injured reserve.", &["was", "put"]);
        p("She had been cast as the queen.", &["had", "been", "cast"]);
        p("The officers shot him twice.", &["shot"]);
        p(
            "The officers fatally shot and killed the boy.",
            &["shot", "killed"],
        );
        p("He's 16 and she's gone.", &["'s", "'s", "gone"]);
        p(
            "The shot hit a fence and the town's cast sang.",
            &["hit", "sang"],
        );
        p("Warning shots rang out.", &["rang"]);
    }
}
