//! What looks like a contradiction and is explained away, because it is plain where the draft has its words from.
//!
//! Two articles are independent, and a draft is not: it was written from its sources. Where one of them says the very thing in
//! the very place, another one's like sentence with another value is about something else. Three grounds are taken, each of
//! which a reader would take too.

use rust_decimal::Decimal;

use super::{in_draft, quotes};
use crate::align::question::Pair;
use crate::align::{Answer, Story};
use crate::finding::{Finding, Group, Occurrence, Verdict};
use crate::value::{Dimension, Kind, Value, ValueRelation};

/// So far, in log odds, the place that says the same must be likelier to be meant than the one that says otherwise. Less, and two
/// sources that disagree in like words no longer do; more, and "within ten minutes" contradicts "within forty minutes" that
/// another source has word for word.
const SURER: f64 = 2.0;

/// What two sources disagree on, one of them with the draft, is told in words that are so likely to answer one question. Less,
/// and the other source is more likely to tell of something else: the draft has its value from the first one.
const DISPUTED: f64 = 0.9;

/// From this likelihood on the place that says the same counts.
const SUPPORTS: f64 = 0.06;

/// A time "about", "shortly before" or "just after" another one may be so many minutes from it.
const NEAR_MINUTES: u16 = 60;

/// Between two parts of a whole stand no more words than what the first one counts, and "and".
const JOINED: usize = 2;

/// The findings without those that are explained away.
pub(super) fn without(story: &Story<'_>, pairs: &[Pair], findings: Vec<Finding>) -> Vec<Finding> {
    let explained = Explained { story, pairs };
    let mut kept = Vec::new();
    for mut finding in findings {
        let (mine, others): (Vec<&Group>, Vec<&Group>) = finding
            .groups
            .iter()
            .partition(|g| places_in_draft(g).next().is_some());
        let grave = matches!(finding.verdict, Verdict::Conflict | Verdict::Update);
        if !grave || mine.is_empty() || others.is_empty() || finding.kind == Kind::Quote {
            kept.push(finding);
            continue;
        }
        let left = others
            .iter()
            .filter(|other| !explained.is_explained(&mine, other));
        let left: Vec<&str> = left.map(|group| group.display.as_str()).collect();
        if left.len() == others.len() {
            kept.push(finding);
        } else if !left.is_empty() {
            let gone: Vec<String> = others
                .iter()
                .map(|group| group.display.clone())
                .filter(|display| !left.contains(&display.as_str()))
                .collect();
            for display in &gone {
                finding.message = finding.message.replace(&format!(" / {display}"), "");
            }
            finding.groups.retain(|group| {
                places_in_draft(group).next().is_some() || !gone.contains(&group.display)
            });
            kept.push(finding);
        }
    }
    kept
}

fn places_in_draft(group: &Group) -> impl Iterator<Item = &Occurrence> {
    group.occurrences.iter().filter(|o| in_draft(o.span))
}

struct Explained<'e, 'a> {
    story: &'e Story<'a>,
    pairs: &'e [Pair],
}

impl Explained<'_, '_> {
    /// Whether what a source says otherwise is no answer to what the draft says.
    fn is_explained(&self, mine: &[&Group], other: &Group) -> bool {
        let own = || mine.iter().flat_map(|group| places_in_draft(group));
        own().all(|place| self.is_quoted(place) || self.is_near_time(place, other))
            || own().all(|own| other.occurrences.iter().all(|o| self.is_surer(own, o)))
            || mine.iter().any(|group| self.is_sum(&group.value, other))
    }

    /// Whether a place of the draft lies in a quotation that a source has word for word: whoever was quoted said it so.
    fn is_quoted(&self, place: &Occurrence) -> bool {
        let draft = &self.story.articles[0];
        let mut quotes = draft.mentions.iter().filter(|m| {
            m.kind == Kind::Quote
                && m.span.start() <= place.span.start()
                && place.span.end() <= m.span.end()
        });
        quotes.any(|quote| quotes::exact(self.story, quote).next().is_some())
    }

    /// Whether a source says the same, and the place where another value stands is too unlike to contradict it: in that source a
    /// far less likely one, in another source one that is not sure to be about the same thing.
    fn is_surer(&self, own: &Occurrence, other: &Occurrence) -> bool {
        let Some((claim, against)) = self.claim(own).zip(self.claim(other)) else {
            return false;
        };
        let of_claim = || self.pairs.iter().filter(|pair| pair.a == claim);
        let Some(otherwise) = of_claim().find(|pair| pair.b == against) else {
            return false;
        };
        let mut same = of_claim().filter(|pair| pair.relation == ValueRelation::Equal);
        same.any(|pair| {
            let lead = log_odds(pair.probability) - log_odds(otherwise.probability);
            let another = pair.b.article != against.article && pair.probability >= SUPPORTS;
            lead >= SURER || another && otherwise.probability < DISPUTED
        })
    }

    /// Whether the draft says that its time is near another one, and the other one is such.
    fn is_near_time(&self, own: &Occurrence, other: &Group) -> bool {
        let draft = &self.story.articles[0];
        let Some(mention) = draft.mentions.iter().find(|m| m.span == own.span) else {
            return false;
        };
        let (Value::Time(own), Value::Time(other)) = (&mention.value, &other.value) else {
            return false;
        };
        let Some(before) = mention.tokens.start.checked_sub(1) else {
            return false;
        };
        let near = own.earliest.abs_diff(other.earliest) <= NEAR_MINUTES;
        near && match draft.text.lower(before) {
            "before" | "by" | "until" => other.earliest <= own.earliest,
            "after" | "past" | "since" | "from" => other.latest >= own.latest,
            "about" | "around" | "near" | "nearly" | "almost" | "some" | "towards" => true,
            _ => false,
        }
    }

    /// Whether the draft tells the whole of which a source tells the parts: "212 people", "198 passengers and 14 crew".
    fn is_sum(&self, own: &Value, other: &Group) -> bool {
        let Some(whole) = count(own) else {
            return false;
        };
        other.occurrences.iter().all(|place| {
            let Some(article) = self.story.articles.get(place.span.source().index()) else {
                return false;
            };
            let counts = article.mentions.iter().filter(|m| m.kind == Kind::Count);
            let near: Vec<_> = counts
                .filter(|m| article.text.sentences[m.sentence].span == place.sentence)
                .collect();
            near.windows(2).any(|two| {
                // "Five people died and seven were hurt" are no parts of twelve.
                let gap = two[0].tokens.end..two[1].tokens.start;
                let joined =
                    gap.len() <= JOINED && gap.into_iter().any(|t| article.text.lower(t) == "and");
                let parts = count(&two[0].value).zip(count(&two[1].value));
                let one = two.iter().any(|m| m.span == place.span);
                one && joined && parts.is_some_and(|(x, y)| x.checked_add(y) == Some(whole))
            })
        })
    }

    /// The claim that a place makes.
    fn claim(&self, place: &Occurrence) -> Option<Answer> {
        let article = place.span.source().index();
        let read = self.story.articles.get(article)?;
        let claim = read.claims.list.iter().position(|claim| {
            let mut mentions = claim.mentions.iter();
            mentions.any(|&m| read.mentions[m].span == place.span)
        })?;
        Some(Answer { article, claim })
    }
}

/// The amount of a plain count.
fn count(value: &Value) -> Option<Decimal> {
    match value {
        Value::Figure(figure) if figure.dimension == Dimension::Number => figure.amount,
        _ => None,
    }
}

fn log_odds(probability: f64) -> f64 {
    (probability / (1.0 - probability)).ln()
}
