//! Why two claims were or were not paired: all that was weighed on the way, for whoever asks.
//!
//! Nothing here decides anything. The pairs are made again, those too that pairing leaves out early, and each is looked up in
//! what pairing made of them, so that the answer is about what happened and not about what a second program would do.

use super::question::{
    Answer, Compared, Fate, Pair, candidates, claim, least_to_agree, needed, pairs, same_value,
};
use super::veto::{lacks, vetoes};
use super::{EntityLink, Story};
use crate::Article;
use crate::value::ValueRelation;

/// The names of all that can keep two claims apart, in the order in which it is looked at.
pub const VETOES: [&str; 60] = [
    "contrast",
    "bearer_clash",
    "owner_clash",
    "place_clash",
    "date_clash",
    "said",
    "known",
    "as_of",
    "event",
    "noun_clash",
    "worlds_apart",
    "subject_clash",
    "then",
    "alone",
    "forecast_clash",
    "change_clash",
    "predicate_clash",
    "order_clash",
    "other_clash",
    "year_clash",
    "whole",
    "average",
    "base",
    "stretch",
    "standing",
    "way",
    "row",
    "verbs",
    "parts",
    "news",
    "teams",
    "scale",
    "extent",
    "incident",
    "elsewhere",
    "one_place",
    "frame",
    "history",
    "near_time",
    "rows",
    "moments",
    "records",
    "stretches",
    "turns",
    "difference",
    "posts",
    "object",
    "vague",
    "alike",
    "spoken",
    "attribute",
    "last_time",
    "sitting",
    "ends",
    "hours",
    "ages",
    "scenes",
    "unbound",
    "anchors",
    "room",
];

/// What was weighed about two claims of different documents.
#[derive(Clone, Debug)]
pub struct Trace {
    /// The two, with what they share.
    pub pair: Pair,
    /// What became of them.
    pub fate: Fate,
    /// How sure it is that they answer one question, for values that differ with their rivals counted.
    pub confidence: f64,
    /// How sure it has to be.
    pub needed: f64,
    /// What could set the two apart or keep them from being reported, by name, and whether it does.
    pub vetoes: Vec<(&'static str, bool)>,
    /// Pairs that hold one of the two and give another value, the likest first.
    pub rivals: Vec<Pair>,
    /// The pair that was preferred, where that is why these two were not reported.
    pub preferred: Option<Pair>,
}

/// The pairs of a story, ready to be asked about.
pub struct Traces<'a> {
    articles: &'a [Article],
    pairs: Vec<Pair>,
    compared: Compared<'a>,
}

impl<'a> Traces<'a> {
    /// Compares the documents of the story again, and keeps everything.
    pub fn new(story: &Story<'a>) -> Traces<'a> {
        let misspelt: Vec<EntityLink> = story
            .misspelt
            .iter()
            .filter(|link| link.a.article != link.b.article)
            .cloned()
            .collect();
        let links = (&story.entities[..], &misspelt[..]);
        Traces {
            articles: story.articles,
            pairs: candidates(story.articles, links, &story.strangers, 0.0),
            compared: pairs(story.articles, links, &story.strangers),
        }
    }

    /// What was weighed about two claims; `None` where they were never weighed: of one document, of two kinds, of two stories,
    /// or with values that cannot be compared.
    pub fn of(&self, x: Answer, y: Answer) -> Option<Trace> {
        let (a, b) = (x.min(y), x.max(y));
        let pair = self.pairs.iter().find(|p| (p.a, p.b) == (a, b))?;
        let fate = self.compared.fate(pair);
        let differs = pair.relation == ValueRelation::Disjoint;
        let rivals = self.rivals(pair);
        let (sure, least) = if differs {
            (
                self.compared.confidence(pair, self.compared.lead(pair)),
                needed(self.articles, pair),
            )
        } else {
            (pair.probability, least_to_agree(self.articles, pair))
        };
        let mut struck: Vec<(&'static str, bool)> = Vec::new();
        if differs {
            struck.extend(vetoes(self.articles, pair));
            struck.extend(lacks(self.articles, pair));
        }
        Some(Trace {
            preferred: self.preferred(pair, fate, &rivals),
            pair: pair.clone(),
            fate,
            confidence: sure,
            needed: least,
            vetoes: struck,
            rivals,
        })
    }

    /// The pairs of the same documents that share a claim with this one, give it another value, and were not out of the race.
    fn rivals(&self, pair: &Pair) -> Vec<Pair> {
        let mut rivals: Vec<Pair> = self
            .pairs
            .iter()
            .filter(|other| self.other_value(pair, other) && self.races(other))
            .cloned()
            .collect();
        likest_first(&mut rivals);
        rivals
    }

    fn other_value(&self, pair: &Pair, other: &Pair) -> bool {
        let differ = |x: Answer, y: Answer| x != y && !same_value(self.articles, x, y);
        other.a == pair.a && other.b.article == pair.b.article && differ(other.b, pair.b)
            || other.b == pair.b && other.a.article == pair.a.article && differ(other.a, pair.a)
    }

    /// Whether a pair of different values was still to be had when its kind were compared with each other.
    fn races(&self, pair: &Pair) -> bool {
        match self.compared.fate(pair) {
            Fate::Taken | Fate::NoLead | Fate::Doubtful(_) | Fate::Conflicts => true,
            // What lacks something to be reported was a rival until then; what is set apart never was.
            Fate::Apart(why) => lacks(self.articles, pair)
                .iter()
                .any(|&(name, _)| name == why),
            Fate::Unlike | Fate::Agrees | Fate::Outdone | Fate::Explained => false,
        }
    }

    /// The pair that one of the two claims went with instead.
    fn preferred(&self, pair: &Pair, fate: Fate, rivals: &[Pair]) -> Option<Pair> {
        let shares = |other: &&Pair| {
            (other.a == pair.a || other.b == pair.b)
                && (other.a.article, other.b.article) == (pair.a.article, pair.b.article)
                && (other.a, other.b) != (pair.a, pair.b)
        };
        match fate {
            Fate::Explained => self.compared.agreements.iter().find(shares).cloned(),
            Fate::Taken => self.compared.conflicts.iter().find(shares).cloned(),
            Fate::NoLead => rivals.first().cloned(),
            // An agreement is given up for the likest pair of different values, whatever became of that.
            Fate::Outdone => {
                let mut better: Vec<Pair> = self.pairs.iter().filter(shares).cloned().collect();
                better.retain(|p| p.relation == ValueRelation::Disjoint);
                likest_first(&mut better);
                better.into_iter().next()
            }
            Fate::Unlike | Fate::Agrees | Fate::Doubtful(_) | Fate::Apart(_) | Fate::Conflicts => {
                None
            }
        }
    }

    /// The claim that a mention belongs to.
    pub fn answer(&self, article: usize, mention: usize) -> Option<Answer> {
        let list = &self.articles.get(article)?.claims.list;
        let holds = |&claim: &usize| list[claim].mentions.contains(&mention);
        let claim = (0..list.len()).find(holds)?;
        Some(Answer { article, claim })
    }

    /// The mention by which a claim is known.
    pub fn mention(&self, answer: Answer) -> usize {
        claim(self.articles, answer).mentions[0]
    }
}

/// What sets two claims apart, and what they lack to be a conflict, by name.
pub fn struck(articles: &[Article], pair: &Pair) -> Vec<&'static str> {
    let names = vetoes(articles, pair);
    let names = names.chain(lacks(articles, pair));
    names
        .filter_map(|(name, holds)| holds.then_some(name))
        .collect()
}

fn likest_first(pairs: &mut [Pair]) {
    pairs.sort_by(|x, y| {
        y.probability
            .total_cmp(&x.probability)
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::story;
    use crate::read::documents;
    use crate::{Document, analyze};

    const A: &str = "Two ferries met in Marlow harbour on Monday.\n\nThe collision in Marlow killed 12 people, said Mayor Ruth Adler.\n\nThe council of Marlow has 31 members.";
    const B: &str = "On Monday two ferries met in the harbour of Marlow.\n\nThe collision in Marlow killed 14 people, said Mayor Ruth Adler.\n\nThe council of Marlow has 31 members.";

    #[test]
    fn what_is_reported_and_what_it_was_held_against_is_told() {
        let articles: Vec<Article> = documents(&[A, B]).into_iter().map(analyze).collect();
        let story = story(&articles);
        let traces = Traces::new(&story);
        let at = |article: usize, value: &str| {
            let found = articles[article].mentions.iter();
            let text = &articles[article].text;
            let mention = found.clone().position(|m| text.slice(m.span) == value);
            traces.answer(article, mention.unwrap()).unwrap()
        };
        let told = |x: &str, y: &str| traces.of(at(0, x), at(1, y)).unwrap();
        let killed = told("12", "14");
        assert_eq!(killed.fate, Fate::Conflicts);
        assert!(killed.confidence >= killed.needed);
        let names: Vec<&str> = killed.vetoes.iter().map(|&(name, _)| name).collect();
        assert_eq!(names, VETOES);
        assert_eq!(told("31", "31").fate, Fate::Agrees);
        let explained = told("31", "14");
        assert_eq!(explained.fate, Fate::Explained);
        assert_eq!(explained.preferred.map(|p| p.a), Some(at(0, "31")));
        assert!(traces.of(at(0, "12"), at(0, "31")).is_none());
    }

    #[test]
    fn what_is_told_of_a_pair_is_what_decided_it() {
        let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        let (mut doubtful, mut led) = (0, 0);
        for name in ["film-studio-hack", "coast-earthquake", "valley-wildfire"] {
            let mut paths: Vec<_> = std::fs::read_dir(corpus.join(name))
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .collect();
            paths.sort();
            let documents = paths.iter().zip(0..);
            let articles: Vec<Article> = documents
                .map(|(path, id)| analyze(Document::open(id, path).unwrap()))
                .collect();
            let story = story(&articles);
            let traces = Traces::new(&story);
            for pair in &traces.pairs {
                let trace = match traces.compared.fate(pair) {
                    Fate::Unlike => continue,
                    _ => traces.of(pair.a, pair.b).unwrap(),
                };
                let sure = trace.confidence >= trace.needed;
                match trace.fate {
                    Fate::Doubtful(confidence) => {
                        doubtful += 1;
                        assert!((trace.confidence - confidence).abs() < 1e-9, "{trace:?}");
                    }
                    Fate::NoLead => {
                        led += 1;
                        assert!(trace.rivals[0].probability >= pair.probability);
                    }
                    Fate::Conflicts | Fate::Agrees => assert!(sure, "{trace:?}"),
                    Fate::Explained | Fate::Taken | Fate::Outdone => {
                        assert!(trace.preferred.is_some(), "{trace:?}");
                    }
                    Fate::Apart(_) | Fate::Unlike => {}
                }
            }
        }
        assert!(doubtful > 0 && led > 0);
    }
}
