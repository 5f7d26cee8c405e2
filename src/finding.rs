//! What judge gives and report takes.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::Article;
use crate::mention::Mention;
use crate::source::Span;
use crate::value::{Kind, Value};

/// How the answers to one question relate. One list for all commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Verdict {
    /// The answers can't all be right.
    Conflict,
    /// One entity, a name spelled two ways.
    Variant,
    /// They differ, and the texts say why: a later count.
    Update,
    /// A difference of case, accent, hyphen or spacing only.
    Format,
    /// They agree, and one says it more coarsely.
    LessPrecise,
    /// They agree.
    Agree,
    /// A claim of a draft that no source makes.
    NotFound,
    /// No disagreement: something is allowed that is not found, or no longer allowed.
    Unused,
}

impl Verdict {
    /// The word of the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Conflict => "conflict",
            Verdict::Variant => "variant",
            Verdict::Update => "update",
            Verdict::Format => "format",
            Verdict::LessPrecise => "less-precise",
            Verdict::Agree => "agree",
            Verdict::NotFound => "not-found",
            Verdict::Unused => "unused",
        }
    }

    /// The level of a finding with this verdict, unless the settings say otherwise.
    pub fn level(self) -> Level {
        match self {
            Verdict::Conflict => Level::Error,
            Verdict::Variant | Verdict::Unused => Level::Warning,
            Verdict::Update
            | Verdict::Format
            | Verdict::LessPrecise
            | Verdict::Agree
            | Verdict::NotFound => Level::Note,
        }
    }
}

/// How grave a finding is; what `--fail-on` compares with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// Worth knowing.
    Note,
    /// Worth a look.
    Warning,
    /// Somebody is wrong.
    Error,
}

impl Level {
    /// The word of the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

/// One place where a value is given, with the sentence around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Occurrence {
    /// The mention.
    pub span: Span,
    /// Its sentence.
    pub sentence: Span,
}

impl Occurrence {
    /// Where a mention of the article stands.
    pub(crate) fn of(article: &Article, mention: &Mention) -> Occurrence {
        Occurrence {
            span: mention.span,
            sentence: article.text.sentences[mention.sentence].span,
        }
    }
}

/// One answer, and everywhere it is given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// What kind of mention gives it.
    pub kind: Kind,
    /// The answer.
    pub value: Value,
    /// What a count counts, singular: "cinema".
    pub noun: Option<String>,
    /// The answer as the first of its mentions writes it, white space made single.
    pub display: String,
    /// Where it is given, in the order of the documents.
    pub occurrences: Vec<Occurrence>,
}

impl Group {
    /// What one mention gives.
    pub(crate) fn of(article: &Article, mention: &Mention) -> Group {
        Group {
            kind: mention.kind,
            value: mention.value.clone(),
            noun: None,
            display: article.document.shown(mention.span),
            occurrences: vec![Occurrence::of(article, mention)],
        }
    }
}

/// A word of a fixed list. A name of its own, as a plain `&'static str` would be taken for a part of what findings are read back
/// from.
pub type Word = &'static str;

/// One reason why the answers were compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Which feature: `noun`, `predicate`, `subject`.
    #[serde(deserialize_with = "feature")]
    pub feature: Word,
    /// What was shared: "make ~ produce".
    pub detail: String,
    /// How much it counted.
    pub weight: f64,
}

/// One question with two answers or more, or one entity with two spellings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The name of the rule.
    #[serde(deserialize_with = "rule")]
    pub rule: Word,
    /// The kind of value that differs.
    pub kind: Kind,
    /// How the answers relate.
    pub verdict: Verdict,
    /// How grave that is.
    pub level: Level,
    /// How sure it is that they answer one question and differ: about the share of such findings that are right.
    pub confidence: f64,
    /// What the answers are about, in the texts' own words.
    pub about: String,
    /// What differs, for a reader: no verdict on who is right.
    pub message: String,
    /// The answers, in the order of the documents that give them first.
    pub groups: Vec<Group>,
    /// Why they were compared.
    pub evidence: Vec<Evidence>,
    /// 16 hex digits that stay the same when other parts of the files change.
    pub fingerprint: String,
}

/// The feature of the evidence that says what follows from values that one document joins.
pub const RECKONED: &str = "reckoned";

/// The features that evidence names, where findings are read back.
const FEATURES: [&str; 12] = [
    "before",
    "clause",
    "fact",
    "modifier",
    "name",
    "noun",
    "predicate",
    RECKONED,
    "sentence",
    "subject",
    "verdict",
    "words",
];

fn feature<'de, D: Deserializer<'de>>(from: D) -> Result<Word, D::Error> {
    let name = String::deserialize(from)?;
    let mut known = FEATURES.into_iter();
    let found = known.find(|feature| *feature == name);
    found.ok_or_else(|| D::Error::custom("no such feature"))
}

fn rule<'de, D: Deserializer<'de>>(from: D) -> Result<Word, D::Error> {
    let name = String::deserialize(from)?;
    let mut known = crate::judge::RULES.iter().map(|rule| rule.name);
    let found = known.find(|rule| *rule == name);
    found.ok_or_else(|| D::Error::custom("no such rule"))
}

impl Finding {
    /// What it is of, in the word of the JSON contract: the kind of its values, or `setting` where it is none of the documents'
    /// but of what allows them something.
    pub fn kind_name(&self) -> &'static str {
        match self.verdict {
            Verdict::Unused => "setting",
            Verdict::Conflict
            | Verdict::Variant
            | Verdict::Update
            | Verdict::Format
            | Verdict::LessPrecise
            | Verdict::Agree
            | Verdict::NotFound => self.kind.name(),
        }
    }

    /// Whether its values are no answers to one question, but values of which one follows from the others: how far apart they
    /// are says nothing.
    pub fn is_reckoned(&self) -> bool {
        self.evidence.iter().any(|e| e.feature == RECKONED)
    }
}

/// A finding that somebody has accepted, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Allowed {
    /// What was found.
    pub finding: Finding,
    /// Why it is accepted, in the words of who did.
    pub reason: String,
    /// Where that is written: `crosscheck.toml:12`.
    pub place: String,
    /// Whether that is a comment in one of the documents.
    pub is_comment: bool,
}
