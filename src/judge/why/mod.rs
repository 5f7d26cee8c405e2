//! Why two values were or were not compared and reported: the answer to "why did it miss this?".
//!
//! It is told in words that a copy editor understands, the strongest evidence first, and it decides nothing: what was found
//! is looked up among the findings, and what was weighed comes from [`crate::align::trace`]. A value is a mention of an
//! article, so that every two that can be pointed at can be asked about, two that are never compared included.

mod figures;
mod names;
mod points;
mod quotes;

use crate::align::Story;
use crate::align::trace::Traces;
use crate::finding::{Finding, Verdict};
use crate::source::one_line;
use crate::value::Kind;

pub use points::Point;

/// A mention of a document of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The document, as an index into the story's articles.
    pub article: usize,
    /// The mention, as an index into that article's mentions.
    pub mention: usize,
}

/// What came of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// They are two answers of a finding.
    Reported,
    /// They were found to agree.
    Agree,
    /// They were compared, and nothing is reported.
    Silent,
    /// They were never compared.
    NotCompared,
}

impl Outcome {
    /// The word of the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Reported => "reported",
            Outcome::Agree => "agree",
            Outcome::Silent => "not-reported",
            Outcome::NotCompared => "not-compared",
        }
    }
}

/// Something that could keep two values from being reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Veto {
    /// Its name.
    pub name: &'static str,
    /// Whether it holds.
    pub struck: bool,
    /// What it says, where it holds.
    pub detail: String,
}

/// How sure it is that two values answer one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sureness {
    /// By the words alone.
    pub likelihood: f64,
    /// With the rivals counted, which is what decides.
    pub confidence: f64,
    /// What it has to reach.
    pub needed: f64,
}

/// Another value that goes with one of the two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rival {
    /// Where it stands.
    pub place: Place,
    /// Which of the two it goes with.
    pub of: Place,
    /// How likely it is, by the words alone, to answer the same question.
    pub likelihood: f64,
}

/// The finding or agreement that two values are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct In {
    /// The rule.
    pub rule: &'static str,
    /// The verdict.
    pub verdict: Verdict,
    /// The message.
    pub message: String,
    /// The finding's mark.
    pub fingerprint: String,
}

/// All that can be said about two values.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// The one.
    pub a: Place,
    /// The other.
    pub b: Place,
    /// What came of them.
    pub outcome: Outcome,
    /// Why, in a sentence without its full stop.
    pub reason: String,
    /// How the two values relate, whatever they are about.
    pub values: String,
    /// What speaks for and against one question, the strongest first.
    pub points: Vec<Point>,
    /// Whether they are near enough to each other that somebody may wonder.
    pub alike: bool,
    /// What could keep them apart.
    pub vetoes: Vec<Veto>,
    /// How sure it is that they answer one question; none where that was never asked.
    pub sureness: Option<Sureness>,
    /// Other values that go with one of the two, the likest first.
    pub rivals: Vec<Rival>,
    /// The finding or agreement that they are in.
    pub finding: Option<In>,
}

impl Why {
    fn new(a: Place, b: Place, outcome: Outcome, reason: impl Into<String>) -> Why {
        Why {
            a,
            b,
            outcome,
            reason: reason.into(),
            values: String::new(),
            points: Vec::new(),
            alike: false,
            vetoes: Vec::new(),
            sureness: None,
            rivals: Vec::new(),
            finding: None,
        }
    }
}

/// A story that has been judged, ready to be asked about.
pub struct Inquiry<'a> {
    story: &'a Story<'a>,
    found: Vec<&'a Finding>,
    traces: Traces<'a>,
}

impl<'a> Inquiry<'a> {
    /// Prepares to answer about a story, its findings and agreements.
    pub fn new(
        story: &'a Story<'a>,
        findings: &'a [Finding],
        agreements: &'a [Finding],
    ) -> Inquiry<'a> {
        Inquiry {
            story,
            found: findings.iter().chain(agreements).collect(),
            traces: Traces::new(story),
        }
    }

    /// Why two values were or were not compared and reported.
    pub fn why(&self, a: Place, b: Place) -> Why {
        let mut why = if a == b {
            Why::new(a, b, Outcome::NotCompared, "they are one and the same")
        } else {
            match (sort(self.kind(a)), sort(self.kind(b))) {
                (Sort::Claim, Sort::Claim) => figures::why(self, a, b),
                (Sort::Name, Sort::Name) => names::why(self, a, b),
                (Sort::Quote, Sort::Quote) => quotes::why(self, a, b),
                _ => self.of_two_kinds(a, b),
            }
        };
        let strangers = &self.story.strangers;
        let pair = (a.article.min(b.article), a.article.max(b.article));
        if strangers.contains(&pair) {
            why = Why {
                outcome: Outcome::NotCompared,
                reason: "the two documents have too little in common to tell one story".to_owned(),
                ..why
            };
        }
        if let Some((finding, together)) = self.finding(a, b) {
            let agree =
                together || matches!(finding.verdict, Verdict::Agree | Verdict::LessPrecise);
            why.outcome = if agree {
                Outcome::Agree
            } else {
                Outcome::Reported
            };
            why.reason = if together && finding.groups.len() > 1 {
                format!("they give one answer of a finding of {}", finding.rule)
            } else if agree {
                "they agree".to_owned()
            } else {
                format!("reported by {}: {}", finding.rule, finding.message)
            };
            why.alike = true;
            why.finding = Some(In {
                rule: finding.rule,
                verdict: finding.verdict,
                message: finding.message.clone(),
                fingerprint: finding.fingerprint.clone(),
            });
        }
        why
    }

    /// The finding that holds both, and whether in one group.
    fn finding(&self, a: Place, b: Place) -> Option<(&'a Finding, bool)> {
        let spans = [a, b].map(|p| self.story.articles[p.article].mentions[p.mention].span);
        self.found.iter().find_map(|finding| {
            let groups = spans.map(|span| {
                let mut groups = finding.groups.iter();
                groups.position(|g| g.occurrences.iter().any(|o| o.span == span))
            });
            match groups {
                [Some(x), Some(y)] => Some((*finding, x == y)),
                _ => None,
            }
        })
    }

    fn kind(&self, place: Place) -> Kind {
        self.story.articles[place.article].mentions[place.mention].kind
    }

    fn of_two_kinds(&self, a: Place, b: Place) -> Why {
        let reason = format!(
            "{} and {} answer different questions",
            a_kind(self.kind(a)),
            a_kind(self.kind(b))
        );
        Why::new(a, b, Outcome::NotCompared, reason)
    }

    /// `b.txt:12:3 "14"`.
    fn shown(&self, place: Place) -> String {
        let source = &self.story.articles[place.article].document.source;
        let span = self.story.articles[place.article].mentions[place.mention].span;
        let (line, column) = source.line_column(span.start());
        let text = one_line(source.slice(span));
        format!("{}:{line}:{column} \"{text}\"", source.name())
    }

    /// What stands at a place, without its place.
    fn text(&self, place: Place) -> String {
        let article = &self.story.articles[place.article];
        let text = article.text.slice(article.mentions[place.mention].span);
        one_line(text)
    }
}

/// What is compared with what at all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Claim,
    Name,
    Quote,
}

fn sort(kind: Kind) -> Sort {
    match kind {
        Kind::Count
        | Kind::Money
        | Kind::Percent
        | Kind::Measure
        | Kind::Ordinal
        | Kind::Age
        | Kind::Score
        | Kind::Date
        | Kind::Time
        | Kind::Duration => Sort::Claim,
        Kind::Person | Kind::Organization | Kind::Place | Kind::OtherName => Sort::Name,
        Kind::Quote => Sort::Quote,
    }
}

/// The kind with its article, for a sentence.
fn a_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "a number of things",
        Kind::Money => "a sum of money",
        Kind::Percent => "a percentage",
        Kind::Measure => "a measure",
        Kind::Ordinal => "a rank",
        Kind::Age => "an age",
        Kind::Score => "a score",
        Kind::Date => "a date",
        Kind::Time => "a time of day",
        Kind::Duration => "a length of time",
        Kind::Person => "a person's name",
        Kind::Organization => "an organisation's name",
        Kind::Place => "a place's name",
        Kind::OtherName => "a name",
        Kind::Quote => "a quotation",
    }
}

/// The kind of several, for a sentence.
fn kinds(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "numbers of things",
        Kind::Money => "sums of money",
        Kind::Percent => "percentages",
        Kind::Measure => "measures",
        Kind::Ordinal => "ranks",
        Kind::Age => "ages",
        Kind::Score => "scores",
        Kind::Date => "dates",
        Kind::Time => "times of day",
        Kind::Duration => "lengths of time",
        Kind::Person | Kind::Organization | Kind::Place | Kind::OtherName => "names",
        Kind::Quote => "quotations",
    }
}

#[cfg(test)]
mod tests;
