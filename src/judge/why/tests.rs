use super::*;
use crate::align::story;
use crate::read::documents;
use crate::{Article, Options, analyze};

const A: &str = "Two ferries met in Marlow harbour on Monday.\n\nThe collision in Marlow killed 12 people, said Mayor Ruth Adler. It cost the ferry company $40 million.\n\nThe council of Marlow has 31 members.";
const B: &str = "On Monday two ferries met in the harbour of Marlow.\n\nThe collision in Marlow killed 14 people, said Mayor Ruth Addler. It cost the ferry company €44 million.\n\nThe council of Marlow has 31 members.";

/// What is said of the value `x` of the first text and `y` of the second: the outcome and the reason.
fn told(texts: [&str; 2], x: &str, y: &str) -> Why {
    let articles: Vec<Article> = documents(&texts).into_iter().map(analyze).collect();
    let story = story(&articles);
    let (findings, agreements) = crate::judge::judge(&story, &Options::default());
    let inquiry = Inquiry::new(&story, &findings, &agreements);
    let place = |article: usize, value: &str| {
        let text = &articles[article].text;
        let mut mentions = articles[article].mentions.iter();
        Place {
            article,
            mention: mentions.position(|m| text.slice(m.span) == value).unwrap(),
        }
    };
    inquiry.why(place(0, x), place(1, y))
}

#[test]
fn each_pair_has_its_outcome_and_reason() {
    let p = |x: &str, y: &str| {
        let why = told([A, B], x, y);
        format!("{}: {}", why.outcome.name(), why.reason)
    };
    assert_eq!(
        p("12", "14"),
        "reported: reported by count-mismatch: sources give different figures: 12 / 14"
    );
    assert_eq!(p("31", "31"), "agree: they agree");
    assert_eq!(
        p("31", "14"),
        "not-reported: 0.txt:5:27 \"31\" agrees with 1.txt:5:27 \"31\""
    );
    assert_eq!(
        p("$40 million", "€44 million"),
        "not-compared: USD and EUR are two currencies, and are not converted"
    );
    assert_eq!(
        p("12", "€44 million"),
        "not-compared: a number of things and a sum of money answer different questions"
    );
    assert_eq!(p("Marlow", "Marlow"), "agree: one bearer");
    assert_eq!(
        p("Ruth Adler", "Ruth Addler"),
        "reported: reported by name-spelling: sources spell a name differently: Ruth Adler / Ruth Addler"
    );
    assert_eq!(
        p("Ruth Adler", "Marlow"),
        "not-reported: the names are different"
    );
    assert_eq!(
        p("Ruth Adler", "Monday"),
        "not-compared: a person's name and a date answer different questions"
    );
}

#[test]
fn the_words_that_make_one_question_come_before_those_against_it() {
    let why = told([A, B], "12", "14");
    let details: Vec<&str> = why.points.iter().map(|p| p.detail.as_str()).collect();
    assert!(details.contains(&"the same verb: killed"), "{details:?}");
    assert!(why.points.is_sorted_by_key(|p| !p.speaks_for));
    assert!(why.vetoes.iter().all(|v| !v.struck));
    let sureness = why.sureness.unwrap();
    assert!(sureness.confidence >= sureness.needed);
}

#[test]
fn what_is_set_apart_says_by_what() {
    let killed = "The blast in Marlow killed 12 people on Monday, the mayor of Marlow said.";
    let injured = "The blast in Marlow injured 30 people on Monday, the mayor of Marlow said.";
    let why = told([killed, injured], "12", "30");
    assert_eq!(why.outcome, Outcome::Silent);
    assert_eq!(
        why.reason,
        "of alternatives that exclude each other: killed / injured"
    );
    let struck = why.vetoes.iter().filter(|v| v.struck);
    assert!(struck.map(|v| v.name).any(|name| name == "contrast"));
}

#[test]
fn quotations_are_asked_about_too() {
    let p = |x: &str, y: &str| {
        let about = "The dam of Selwick burst on Friday.";
        let texts = [x, y].map(|said| format!("{about} \"{said}."));
        let quote = |text: &str| text.rsplit('"').nth(1).unwrap_or("").to_owned();
        let why = told([&texts[0], &texts[1]], &quote(&texts[0]), &quote(&texts[1]));
        format!("{}: {}", why.outcome.name(), why.reason)
    };
    let told = "Nobody told us that the wall was so thin,\" said Jane Miller";
    assert_eq!(p(told, told), "agree: they agree");
    assert_eq!(
        p(
            told,
            "Nobody told us that the wall was so weak,\" said Jane Miller"
        ),
        "reported: reported by quote-mismatch: sources word a quotation differently: “thin” / “weak”"
    );
    assert_eq!(
        p(
            told,
            "Nobody told us that the wall was so thin,\" said Peter Okafor"
        ),
        "not-reported: two people are named as those who said it"
    );
    assert_eq!(
        p(told, "Nobody told us,\" said Jane Miller"),
        "not-compared: a quotation of fewer than 5 words is a phrase that two may say"
    );
}
