use crate::read::{Document, InputFormat};

/// The names of the text, each as `kind text`; the kind is that of its entity.
fn names(prose: &str) -> Vec<String> {
    let article = crate::extract(Document::new(0, "t.txt", prose, InputFormat::Text));
    let names = article.mentions.iter().filter(|m| m.kind.is_name());
    names
        .map(|m| format!("{} {}", m.kind.name(), article.text.slice(m.span)))
        .collect()
}

fn p(prose: &str, expected: &[&str]) {
    assert_eq!(names(prose), expected, "{prose}");
}

#[test]
fn people_are_found_without_their_titles() {
    p("They met Mayor Jane Miller there.", &["person Jane Miller"]);
    p("They met Mr. Miller there.", &["person Miller"]);
    p(
        "He was replaced by 19-year-old Jan Kovar. Jan Kovar won in Jan 2003.",
        &["person Jan Kovar", "person Jan Kovar"],
    );
    p(
        "In May Ashby won. June Novak lost.",
        &["person Ashby", "person June Novak"],
    );
    p(
        "MAGIC MARCHETTI BEATS ALSTAD\n\nLUCA MARCHETTI won. Then Marchetti left.",
        &[
            "person MARCHETTI",
            "person LUCA MARCHETTI",
            "person Marchetti",
        ],
    );
    p(
        "They will win. Will Ashby scored twice.",
        &["person Will Ashby"],
    );
    p("They will win. Will Ashby score?", &["person Ashby"]);
    p(
        "They met Ludwig van der Berg. Van der Berg smiled.",
        &["person Ludwig van der Berg", "person Van der Berg"],
    );
    p(
        "Jane Miller rose. Then Miller left.",
        &["person Jane Miller", "person Miller"],
    );
    p(
        "It was Lt. Gen. Paul R. Sato who led.",
        &["person Paul R. Sato"],
    );
    p(
        "Then Deputy Prime Minister Anna Novak spoke.",
        &["person Anna Novak"],
    );
    p(
        "He met Secretary of State Tom Brown.",
        &["person Tom Brown"],
    );
    p(
        "She saw George W. Bush and P.J.Carlesimo.",
        &["person George W. Bush", "person P.J.Carlesimo"],
    );
    p(
        "He met Robert Downey Jr. and John Paul II there.",
        &["person Robert Downey Jr.", "person John Paul II"],
    );
    p(
        "It stood through World War II there.",
        &["other-name World War II"],
    );
    p(
        "They saw Kim Jong-un and Ban Ki-moon.",
        &["person Kim Jong-un", "person Ban Ki-moon"],
    );
    p(
        "They saw Vincent van der Berg there.",
        &["person Vincent van der Berg"],
    );
    p(
        "He met Nouri al-Maliki and Osama bin Laden.",
        &["person Nouri al-Maliki", "person Osama bin Laden"],
    );
    p("She saw Jane O'Brien's car.", &["person Jane O'Brien"]);
}

#[test]
fn organisations_are_found_with_their_linking_words() {
    p(
        "He works at the University of North Carolina at Chapel Hill.",
        &["organization University of North Carolina at Chapel Hill"],
    );
    p(
        "It hit Johnson & Johnson hard.",
        &["organization Johnson & Johnson"],
    );
    p(
        "He left the Department of Health and Human Services.",
        &["organization Department of Health and Human Services"],
    );
    p(
        "He asked the Food and Drug Administration.",
        &["organization Food and Drug Administration"],
    );
    p(
        "She chairs Norvex Widgets Inc. in Ohio.",
        &["organization Norvex Widgets Inc.", "place Ohio"],
    );
    p(
        "He joined the FBI and NASA.",
        &["organization FBI", "organization NASA"],
    );
    p(
        "They saw the Dallas Cowboys win.",
        &["organization Dallas Cowboys"],
    );
    p(
        "He worked for U.S. automaker Ford there.",
        &["place U.S.", "organization Ford"],
    );
}

#[test]
fn places_are_found_by_lists_and_by_the_words_beside_them() {
    p("They met in Springvale on the way.", &["place Springvale"]);
    p(
        "They drove to Quillby, Ohio, by night.",
        &["place Quillby", "place Ohio"],
    );
    p(
        "The village of Ardle lies near Lake Norrow.",
        &["place Ardle", "place Lake Norrow"],
    );
    p(
        "He flew from New York to the United States Virgin Islands.",
        &["place New York", "place United States Virgin Islands"],
    );
}

#[test]
fn works_between_quotation_marks_are_other_names() {
    p(
        "The film \"The Long Road Home\" opened.",
        &["other-name The Long Road Home"],
    );
}

#[test]
fn nationalities_are_other_names() {
    p(
        "They met Israeli and Palestinian envoys.",
        &["other-name Israeli", "other-name Palestinian"],
    );
    p(
        "He joined the Iraqi Security Forces.",
        &["organization Iraqi Security Forces"],
    );
}

#[test]
fn words_with_a_mere_capital_are_no_names() {
    for prose in [
        "Hostility has been mounting all week.",
        "On Monday in January it rained.",
        "Police said so. However, nobody came.",
        "He saw the President and a Prime Minister.",
        "\"Nobody came,\" he said.",
        "I don't know, I'm sure.",
        "She read Chapter 11 twice.",
        "The 3G network failed.",
    ] {
        assert_eq!(names(prose), Vec::<String>::new(), "{prose}");
    }
}

#[test]
fn a_word_at_the_start_is_a_name_where_the_document_shows_it() {
    p(
        "They met Thomas Gray. Gray was late.",
        &["person Thomas Gray", "person Gray"],
    );
    p("They saw gray fog. Gray was all they saw.", &[]);
    p(
        "They met Alan Cook there. Later Cook left.",
        &["person Alan Cook", "person Cook"],
    );
}

#[test]
fn a_headline_has_the_names_of_the_body() {
    p(
        "Mayor Miller Opens New Bridge\nThe bridge over the Ardle River was opened by Mayor Jane Miller on Monday. Later Miller left.",
        &[
            "person Miller",
            "place Ardle River",
            "person Jane Miller",
            "person Miller",
        ],
    );
    p(
        "MILLER OPENS BRIDGE AT LAST\nThe old bridge over the river was opened by Mayor Jane Miller on Monday. Later Miller left.",
        &["person MILLER", "person Jane Miller", "person Miller"],
    );
}

#[test]
fn an_office_is_its_holder_where_one_holds_it() {
    p(
        "They met Prime Minister Anna Novak. The Prime Minister smiled.",
        &["person Anna Novak", "person Prime Minister"],
    );
    p(
        "They met Prime Minister Anna Novak and Prime Minister Paul Sato. The Prime Minister smiled.",
        &["person Anna Novak", "person Paul Sato"],
    );
}

#[test]
fn odd_text_does_no_harm() {
    for prose in [
        "",
        "A",
        "-",
        "Mr.",
        "Mr. ",
        "O'",
        "of the",
        "& Co.",
        "Al-",
        "al-",
        "the of The Of",
        "\"\"",
        "\"A\"",
        "U.S.-",
        "Van",
        "de la",
        "É",
        "É-é Ü",
        "University of",
        "University of the",
        "Department of Health and",
        "Secretary of",
        "Kim Jong-",
        "St.",
        "Jr.",
        ", Jr.",
        "(UN",
        "UN (",
        "Mt. Cook",
        "'s 's",
        "O' ' O'",
    ] {
        let _ = names(prose);
    }
}

#[test]
fn an_office_that_nobody_holds_by_name_is_a_name_of_its_own() {
    let p = |prose: &str, expected: &[&str]| assert_eq!(names(prose), expected, "{prose}");
    p(
        "He saw the President and the Prime Minister.",
        &["person Prime Minister"],
    );
    p(
        "Foreign Secretary welcomes new rules.",
        &["person Foreign Secretary"],
    );
    // A prime minister among many, or a mere title.
    p("She was a Prime Minister then.", &[]);
    p("The minister left.", &[]);
}

#[test]
fn a_place_and_a_person_behind_it_are_two_names() {
    p(
        "In Tripoli Moammar Qaddafi spoke.",
        &["place Tripoli", "person Moammar Qaddafi"],
    );
    p(
        "In Paris Nicolas Sarkozy spoke.",
        &["place Paris", "person Nicolas Sarkozy"],
    );
    p(
        "In New York City Michael Bloomberg spoke.",
        &["place New York City", "person Michael Bloomberg"],
    );
    p(
        "They met in Tripoli International Airport.",
        &["place Tripoli International Airport"],
    );
}

#[test]
fn what_a_preposition_governs_is_what_the_name_possesses() {
    p(
        "Karl Veltheim won. It was in Velthiem's sixth fight.",
        &["person Karl Veltheim", "person Velthiem"],
    );
    p("It was in Velthiem on Monday.", &["place Velthiem"]);
}

#[test]
fn the_first_word_of_a_sentence_may_open_the_name_of_a_place() {
    p("Port Lysander is wet.", &["place Port Lysander"]);
    p("Cape Lysander is far.", &["place Cape Lysander"]);
    p("Port officials closed the gate.", &[]);
}

#[test]
fn who_stands_behind_a_quotation_opens_no_sentence() {
    p(
        "\"We will rebuild the wall soon,\" Gray said in Dorval.",
        &["person Gray", "place Dorval"],
    );
    p("He said, \"Gray walls are dear.\"", &[]);
}
