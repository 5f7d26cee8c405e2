//! One question that a document answers twice, with two values: twelve children in the headline and thirteen below.
//!
//! What joins the claims of two documents is not enough here. A document that gives two figures in like words mostly means
//! two things by them (the shots of two players, the dead of two days), and its writer had both before his eyes. So nothing
//! is scored: each of a few conditions must hold, and the noun must be counted in two ways and no third one. What this finds
//! is rare, and nearly all of it is right.

use super::entity::{EntityLink, EntityRef};
use super::features::{Features, SENTENCE, features};
use super::lexical::{Lexical, alternatives, contrast};
use super::name::{Comparison, Relation};
use super::question::{Answer, Pair, Ready, amount_of, relation, times_apart};
use super::veto::apart;
use crate::Article;
use crate::claim::{Claim, Marks, Role, Term};
use crate::value::{Kind, Value, ValueRelation};

/// Only so many claims of a document are compared with each other: what follows is a table.
const MOST_CLAIMS: usize = 400;

/// Figures further apart are a part and its whole sooner than a slip.
const FAR: i64 = 2;

/// So much two clauses must share where nothing is counted.
const SAME_CLAUSE: f64 = 0.65;

/// So much two clauses must share of their subjects where they tell how often something was done.
const ONE_DOER: f64 = 0.5;

/// Within so many words of a figure, what says that it is another one is said of it.
const BESIDE: usize = 5;

/// How sure such a finding is: of those in the marked articles nearly all are right.
const SURE: f64 = 0.8;

/// The claims of one document that answer one question with two values.
pub(super) fn pairs(articles: &[Article], ready: &[Ready<'_>]) -> Vec<Pair> {
    let of_each = ready.iter().enumerate();
    of_each
        .flat_map(|(index, ready)| of_one(articles, index, ready))
        .collect()
}

fn of_one(articles: &[Article], index: usize, Ready { sides, items }: &Ready<'_>) -> Vec<Pair> {
    let article = &articles[index];
    let list = &article.claims.list[..article.claims.list.len().min(MOST_CLAIMS)];
    let like: Vec<(usize, usize)> = list
        .iter()
        .enumerate()
        .flat_map(|(i, x)| {
            let rest = list.iter().enumerate().skip(i + 1);
            rest.filter(move |(_, y)| could_be_one(article, x, y))
                .map(move |(j, _)| (i, j))
        })
        .collect();
    if like.is_empty() {
        return Vec::new();
    }
    let itself = itself(article, index);
    let lexical = Lexical::new(articles, (index, items), (index, items), &itself, &[]);
    let mut found = Vec::new();
    for (i, j) in like {
        let (x, y) = (&sides[i], &sides[j]);
        let mut matches = lexical.matches(&x.terms, &y.terms);
        let mut row = features(&lexical, (x, y), &mut matches, 1.0, 0.0);
        row.set_against(row.likeness(), row.values[SENTENCE], 0.0);
        let answer = |claim| Answer {
            article: index,
            claim,
        };
        let pair = Pair {
            a: answer(i),
            b: answer(j),
            probability: SURE,
            features: row.pack(),
            relation: ValueRelation::Disjoint,
            one_place: false,
        };
        let one = is_one(article, &list[i], &list[j], &pair.features);
        if one && apart(articles, &pair).is_none() {
            found.push(pair);
        }
    }
    found
}

/// Whether two claims may answer one question, by what can be told without comparing their words.
fn could_be_one(article: &Article, x: &Claim, y: &Claim) -> bool {
    let (m, n) = (x.mentions[0], y.mentions[0]);
    let (first, second) = (article.mentions[m].sentence, article.mentions[n].sentence);
    let far = || times_apart(amount_of(article, x), amount_of(article, y), FAR);
    first != second
        && counted_alike(x, y)
        && one_key(x, y)
        && relation(article, x, article, y) == ValueRelation::Disjoint
        && !far()
        && ![x, y]
            .iter()
            .any(|c| quoted(article, c) || another(article, c))
        && !(attributed(article, first) && attributed(article, second))
        && one_day(article, first, second)
        && two_values(article, x, y)
        && !of_two_lists(article, x, y)
}

/// Whether the sentences of two values differ in another count as well: "19 aces and six double faults", "six aces and nine double
/// faults" are said of two.
fn of_two_lists(article: &Article, x: &Claim, y: &Claim) -> bool {
    let sentence = |claim: &Claim| claim.mention(&article.mentions).sentence;
    let beside = |own: &Claim| {
        let (place, first) = (sentence(own), own.mentions[0]);
        let list = article.claims.list.iter();
        list.filter(move |c| c.mentions[0] != first && sentence(c) == place)
    };
    beside(x).any(|a| {
        let mut others = beside(y).filter(|b| a.kind == b.kind && one_key(a, b));
        others.any(|b| relation(article, a, article, b) == ValueRelation::Disjoint)
    })
}

/// Whether nothing marks one of two values as a forecast, a part or a change and the other not. A headline leaves out that a
/// count goes on.
fn counted_alike(x: &Claim, y: &Claim) -> bool {
    let marks = |claim: &Claim| Marks {
        so_far: false,
        ..claim.marks
    };
    marks(x) == marks(y)
}

/// Whether two claims of a document have in common what its values are told apart by: what is counted; whose age it is; for
/// other values also the verb and its subject, as "stood at 8 percent" counts nothing.
fn one_key(x: &Claim, y: &Claim) -> bool {
    if x.kind != y.kind {
        return false;
    }
    let share = |role| {
        let mut own = x.terms.iter().filter(|t| t.role == role);
        own.any(|t| y.terms.iter().any(|o| o.role == role && o.item == t.item))
    };
    match x.kind {
        Kind::Count => share(Role::Noun),
        Kind::Money | Kind::Percent | Kind::Measure | Kind::Duration => {
            share(Role::Noun) || share(Role::Subject) || share(Role::Predicate)
        }
        Kind::Age => x.owner.is_some() && x.owner == y.owner && x.beside && y.beside,
        _ => false,
    }
}

/// Whether two claims answer one question, by the words that they share.
fn is_one(article: &Article, x: &Claim, y: &Claim, features: &Features) -> bool {
    let least = |name: &str, least: f64| features.get(name) >= least;
    let any = |names: &[(&str, f64)]| names.iter().any(|&(name, x)| least(name, x));
    let said_of_one = match x.kind {
        Kind::Age => true,
        _ if least("noun", 0.9) => {
            any(&[("predicate", 0.6), ("alternative", 1.0), ("near", 0.5)])
                && any(&[
                    ("subject", 0.4),
                    ("names", 0.5),
                    ("clause", 0.5),
                    ("sentence", 0.4),
                ])
        }
        _ => x.kind != Kind::Count && least("clause", SAME_CLAUSE),
    };
    let sentence = |claim: &Claim| {
        let own = claim.terms.iter().filter(|t| t.role != Role::Before);
        alternatives(article, own.map(|t| t.item))
    };
    let one_doer = !counts_occasions(article, x) || least("subject", ONE_DOER);
    said_of_one
        && one_doer
        && !least("date_clash", 1.0)
        && !least("subject_clash", 1.0)
        && !contrast(&sentence(x), &sentence(y))
        && (bound(article, x) && bound(article, y)
            || !(unmatched(x, Role::Subject, y) && unmatched(y, Role::Subject, x)))
        && !unmatched(x, Role::Modifier, y)
        && !unmatched(y, Role::Modifier, x)
        && !told_apart(article, x, y)
}

/// Whether a figure counts how often something was done, which says nothing by itself: "he rang five times", "she rang
/// eight times" share a noun and a verb, and are of two.
fn counts_occasions(article: &Article, claim: &Claim) -> bool {
    let mut nouns = claim.terms.iter().filter(|t| t.role == Role::Noun);
    nouns.any(|t| matches!(article.text.lower(t.token as usize), "times" | "occasions"))
}

/// Whether the figure belongs to its noun and not to what its clause is about: "a mother of 12", "a magnitude of 6.1".
fn bound(article: &Article, claim: &Claim) -> bool {
    let start = claim.mention(&article.mentions).tokens.start;
    let mut nouns = claim.terms.iter().filter(|t| t.role == Role::Noun);
    article.text.lower(start.saturating_sub(1)) == "of" && nouns.any(|t| (t.token as usize) < start)
}

/// Whether one claim has a word at that place which the sentence of the other has not: "the north tower", "the south tower".
fn unmatched(x: &Claim, role: Role, y: &Claim) -> bool {
    let at_place = |t: &&Term| t.role == role && (role != Role::Modifier || t.near);
    x.terms.iter().filter(at_place).any(|t| {
        let mut theirs = y.terms.iter().filter(|o| o.role != Role::Before);
        !theirs.any(|o| o.item == t.item)
    })
}

/// Whether another word stands before the same one: "the north tower", "the south tower".
fn told_apart(article: &Article, x: &Claim, y: &Claim) -> bool {
    let before = |term: &Term| {
        let word = article.text.lower((term.token as usize).checked_sub(1)?);
        let tells = word.len() > 2
            && word.chars().all(char::is_alphabetic)
            && !matches!(
                word,
                "the" | "this" | "that" | "its" | "his" | "her" | "their"
            );
        tells.then_some(word)
    };
    x.terms.iter().filter(|t| t.role == Role::Subject).any(|t| {
        let same = y
            .terms
            .iter()
            .filter(|o| o.role == t.role && o.item == t.item);
        let words = same.filter_map(|o| Some((before(t)?, before(o)?)));
        words.into_iter().any(|(one, other)| one != other)
    })
}

/// Whether the document gives two values for what the claims are about and no third one: where it counts goals by the player,
/// or the dead by the district, it gives many.
fn two_values(article: &Article, x: &Claim, y: &Claim) -> bool {
    let mut values: Vec<&Value> = Vec::new();
    let list = article.claims.list.iter();
    let aged =
        |other: &&Claim| x.kind == Kind::Age && other.kind == x.kind && other.owner == x.owner;
    for other in list.filter(|other| one_key(x, other) || one_key(y, other) || aged(other)) {
        let value = &other.mention(&article.mentions).value;
        if values
            .iter()
            .all(|v| v.relation(value) == ValueRelation::Disjoint)
        {
            values.push(value);
        }
        if values.len() > 2 {
            return false;
        }
    }
    values.len() == 2
}

/// Whether the sentence says who says so: what two people say is no contradiction of the document.
fn attributed(article: &Article, sentence: usize) -> bool {
    let mut tokens = article.text.sentences[sentence].tokens.clone();
    tokens.any(|i| {
        article.text.lexeme(i).reports
            || matches!(article.text.lower(i), "according" | "reportedly")
    })
}

/// Whether two sentences may be about one day: they name a day in common, or one of them names none.
fn one_day(article: &Article, first: usize, second: usize) -> bool {
    let days = |sentence: usize| {
        let own = article
            .mentions
            .iter()
            .filter(move |m| m.sentence == sentence && m.kind == Kind::Date);
        own.map(|m| &m.value).collect::<Vec<_>>()
    };
    let (x, y) = (days(first), days(second));
    let agree = |a: &Value, b: &Value| a.relation(b) <= ValueRelation::LessPrecise;
    x.is_empty() || y.is_empty() || x.iter().any(|a| y.iter().any(|b| agree(a, b)))
}

/// Whether the figure stands in a quotation: what somebody says need not be what the document says.
fn quoted(article: &Article, claim: &Claim) -> bool {
    let span = claim.mention(&article.mentions).span;
    article
        .mentions
        .iter()
        .any(|m| m.kind == Kind::Quote && m.span.contains(span))
}

/// Whether words beside the figure, or among those that it is said with, say that it is another one than before.
fn another(article: &Article, claim: &Claim) -> bool {
    let mention = claim.mention(&article.mentions);
    let tokens = &mention.tokens;
    let sentence = &article.text.sentences[mention.sentence].tokens;
    let from = sentence.start.max(tokens.start.saturating_sub(BESIDE));
    let to = sentence.end.min(tokens.end + BESIDE);
    let terms = claim.terms.iter().filter(|t| t.role <= Role::Clause);
    (from..to)
        .chain(terms.map(|t| t.token as usize))
        .any(|i| article.text.lexeme(i).another_one)
}

/// Each entity of a document as the one that it is.
pub(crate) fn itself(article: &Article, index: usize) -> Vec<EntityLink> {
    article
        .resolved
        .entities
        .iter()
        .map(|entity| {
            let own = EntityRef {
                article: index,
                entity: entity.id,
            };
            EntityLink {
                a: own,
                b: own,
                comparison: Comparison {
                    relation: Relation::Identical,
                    score: 1.0,
                    evidence: Vec::new(),
                },
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::read::documents;
    use crate::{Options, compare, compare_with};

    /// The values of each finding about figures.
    fn found(texts: &[&str]) -> Vec<String> {
        compare(documents(texts))
            .findings
            .iter()
            .filter(|f| f.rule != "name-spelling")
            .map(|f| {
                let values: Vec<&str> = f.groups.iter().map(|g| g.display.as_str()).collect();
                values.join(" / ")
            })
            .collect()
    }

    #[test]
    fn a_question_that_one_document_answers_twice_is_found() {
        let p = |text: &str, expected: &str| assert_eq!(found(&[text]), [expected], "{text}");
        p(
            "Ferry with 12 children on board sinks off Ostby\n\nA ferry with 13 children on board sank off Ostby on \
             Monday.",
            "12 / 13",
        );
        p(
            "A mother of 11 was shot dead in Marwell on Monday. The mother of 12 was shot as she walked home, the \
             police said.",
            "11 / 12",
        );
        p(
            "Fire kills 23 people in Dunmore hotel\n\nThe fire in the hotel in Dunmore killed 26 people, the police \
             said.",
            "23 / 26",
        );
        p(
            "The council bought 40 buses from Varnholt. Nobody asked why the council bought 45 buses.",
            "40 / 45",
        );
        p(
            "Varnholt hired 310 workers in Ostby. None of the offers was refused. The firm Varnholt hired 330 \
             workers.",
            "310 / 330",
        );
        p(
            "The bridge at Ellery has a budget of $44 million. Nobody knows when it opens. The budget of the bridge \
             at Ellery is $48 million.",
            "$44 million / $48 million",
        );
        p(
            "Anna Brekke, 34, won the race in Ostby. She trains every day. Anna Brekke, 36, is a nurse.",
            "34 / 36",
        );
        p(
            "A jury sentenced Hanne Lund to nine years in prison. Lund was sentenced to eight years in prison, and \
             wept.",
            "nine years / eight years",
        );
        p(
            "The new hospital in Dorval has 240 beds. It cost a lot. With 260 beds, the hospital in Dorval is a \
             large one.",
            "240 / 260",
        );
        p(
            "Unemployment in Ostby stood at 8.1 percent in May. The mayor was pleased. Unemployment in Ostby stood \
             at 8.4 percent, she said.",
            "8.1 percent / 8.4 percent",
        );
        p(
            "The tower in Marten is 210 metres high. It opens in May. At 230 metres high, the tower in Marten can be \
             seen from the sea.",
            "210 metres / 230 metres",
        );
        p(
            "The Lakers signed 14 players in July. Fans cheered. The club said the 15 players it signed were \
             healthy: the Lakers signed 15 players.",
            "14 / 15",
        );
        p(
            "Storm leaves 5,200 homes without power\n\nThe storm left 5,600 homes in Ostby without power on Monday \
             night.",
            "5,200 / 5,600",
        );
        p(
            "Police arrested 46 demonstrators in Ostby on Monday. The crowd threw stones. In Ostby, police arrested \
             64 demonstrators.",
            "46 / 64",
        );
        p(
            "Rescuers found 31 miners alive in the Kestrel mine. It took days. All of Ostby cheered the 33 miners \
             found alive in the Kestrel mine.",
            "31 / 33",
        );
        p(
            "Hanne Lund rang the office nine times. Nobody knew why. Hanne Lund rang the office seven times, the \
             police said.",
            "nine / seven",
        );
        p(
            "The firm paid $3.2 million for the ship. It sails in May. The ship, for which the firm paid $3.4 \
             million, is old.",
            "$3.2 million / $3.4 million",
        );
    }

    #[test]
    fn two_questions_in_like_words_are_two() {
        let p = |text: &str| assert_eq!(found(&[text]), [""; 0], "{text}");
        p(
            "Ferry with 12 children on board sinks off Ostby\n\nAnother ferry with 13 children on board sank off \
             Ostby last year.",
        );
        p(
            "A mother of 11 was shot dead in Marwell on Monday. A mother of 12 was shot in Ostby in 2011.",
        );
        p(
            "Fire kills 23 people in Dunmore hotel\n\nThe fire in the hotel in Dunmore injured 26 people, the police \
             said.",
        );
        p("The council bought 40 buses from Varnholt. It then bought 45 buses from Brisk.");
        p("Varnholt hired 310 workers in Ostby. Its rival Brisk hired 330 workers in Ostby.");
        p(
            "The bridge at Ellery has a budget of $44 million. The original budget of the bridge at Ellery was $38 \
             million.",
        );
        p(
            "Anna Brekke, 34, won the race in Ostby. She was 33 when she began to train. Her sister Anna-Lise \
             Brekke, 36, is a nurse.",
        );
        p(
            "A jury sentenced Hanne Lund to nine years in prison. Her brother Ole Lund was sentenced to eight years \
             in prison.",
        );
        p("The new hospital in Dorval has 240 beds. The old hospital in Dorval had 180 beds.");
        p(
            "Unemployment in Ostby stood at 8.1 percent in May. In April, unemployment in Ostby stood at 8.4 \
             percent.",
        );
        p("The tower in Marten is 210 metres high. The tower in Dorval is 230 metres high.");
        p("Smith scored 24 points for Ostby. Jones scored 22 points for Marten.");
        p(
            "Storm leaves 5,200 homes without power\n\nBy Tuesday, 3,600 homes were still without power.",
        );
        p(
            "Police arrested 46 demonstrators in Ostby on Monday. On Tuesday police arrested 64 demonstrators in \
             Ostby.",
        );
        p(
            "Police said 46 demonstrators were arrested. The organisers said 64 demonstrators were arrested.",
        );
        p("Of the miners, 31 were found alive. Rescuers first spoke of 33 miners found alive.");
        p("The toll rose to 31 people killed. Earlier the police had said 28 people were killed.");
        p("The firm paid $3.2 million for the ship. It paid $3.4 million for the pier.");
        p(
            "At least 40 people were killed in the attack on the school. Police said 42 people were killed in the \
             attack on the school.",
        );
        p("The north tower has 40 floors. The south tower has 42 floors.");
        p(
            "About 300 people attended the rally on Monday. About 400 people attended the rally on Saturday.",
        );
        p("\"We lost 12 men,\" said the captain. The navy said it lost 14 men.");
        p(
            "In the first quarter the firm sold 310 ships. In the second quarter the firm sold 350 ships.",
        );
        p(
            "The clerk rang the office nine times before noon. The clerk's brothers rang him seven times that night.",
        );
        p("Marten won 12 games this season. Marten won 14 games under its former coach.");
        p(
            "The town has 4,100 residents, the mayor said. According to the census the town has 4,600 residents.",
        );
    }

    const TWICE: &str = "A mother of 11 was shot dead in Marwell on Monday. The mother of 12 was shot as she walked home.";

    #[test]
    fn another_document_takes_its_part_in_what_one_contradicts_itself_in() {
        let once = "In Marwell, a mother of 12 was shot dead on Monday. She was walking home.";
        for texts in [[TWICE, once], [once, TWICE], [TWICE, TWICE]] {
            let report = compare(documents(&texts));
            let sources = |group: &crate::finding::Group| {
                let mut sources: Vec<u32> = group
                    .occurrences
                    .iter()
                    .map(|o| o.span.source().0)
                    .collect();
                sources.dedup();
                sources.len()
            };
            assert_eq!(report.findings.len(), 1, "{texts:?}");
            let groups = &report.findings[0].groups;
            let most = groups.iter().map(sources).max();
            assert_eq!((groups.len(), most), (2, Some(2)), "{texts:?}");
        }
    }

    #[test]
    fn it_is_left_out_where_nobody_wants_it() {
        let options = Options {
            no_self: true,
            ..Options::default()
        };
        assert!(
            compare_with(documents(&[TWICE]), &options)
                .findings
                .is_empty()
        );
        let slip =
            "Viktor Harmenko won. Harmenko smiled. Harmenko left. The crowd sang for Hamrenko.";
        assert!(
            compare_with(documents(&[slip]), &options)
                .findings
                .is_empty()
        );
    }
}
