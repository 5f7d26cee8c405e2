//! A case a line: a text, and the figures that are read in it as "kind text = value". Values are written as the contract
//! prints them: amount or low..high, bound where there is one, unit.

use super::*;
use crate::mention::mentions;
use crate::segment::sample;
use crate::value::Bound;

fn read(prose: &str) -> Vec<String> {
    let (_, text) = sample(prose);
    mentions(&text)
        .iter()
        .filter_map(|mention| {
            let words = text.slice(mention.span);
            let kind = mention.kind.name();
            match &mention.value {
                Value::Figure(figure) => Some(format!("{kind} {words} = {}", show(figure))),
                Value::Score(score) => {
                    let parts: Vec<String> = score.parts.iter().map(u32::to_string).collect();
                    Some(format!(
                        "{} {words} = {}",
                        score.kind.name(),
                        parts.join(":")
                    ))
                }
                Value::Date(_) | Value::Time(_) | Value::Name(_) | Value::Quote(_) => None,
            }
        })
        .collect()
}

fn show(figure: &Figure) -> String {
    let decimal = |x: Option<Decimal>| x.map_or(String::new(), |x| x.normalize().to_string());
    let mut shown = match figure.amount {
        Some(amount) => decimal(Some(amount)),
        None => format!(
            "{}..{}",
            decimal(figure.stated.low),
            decimal(figure.stated.high)
        ),
    };
    if !matches!(figure.bound, Bound::Exact | Bound::Between) {
        shown = format!("{} {shown}", figure.bound.name());
    }
    match figure.unit {
        Some(unit) => format!("{shown} {}", unit.symbol),
        None => shown,
    }
}

/// The text holds these figures and no others.
fn p(prose: &str, expected: &[&str]) {
    assert_eq!(read(prose), expected, "{prose}");
}

/// The text holds no figure.
fn none(prose: &str) {
    assert_eq!(read(prose), [""; 0], "{prose}");
}

/// The one figure of a text.
fn figure(prose: &str) -> Figure {
    let (_, text) = sample(prose);
    let mut found = mentions(&text)
        .into_iter()
        .filter_map(|mention| match mention.value {
            Value::Figure(figure) => Some(*figure),
            _ => None,
        });
    let figure = found.next();
    assert!(found.next().is_none(), "more than one figure: {prose}");
    figure.unwrap_or_else(|| panic!("no figure: {prose}"))
}

#[test]
fn numbers_in_digits_are_read_with_their_separators() {
    p("They sold 1,200 tickets.", &["count 1,200 = 1200"]);
    p("They sold 1 200 tickets.", &["count 1 200 = 1200"]);
    p(
        "They sold 1.234.567 tickets.",
        &["count 1.234.567 = 1234567"],
    );
    p("They sold 1,50,000 tickets.", &["count 1,50,000 = 150000"]);
    p(
        "The index rose 344.65 to 12,907.20 in the day.",
        &["count 344.65 = 344.65", "count 12,907.20 = 12907.2"],
    );
    p("It closed at -36 that evening.", &["count -36 = -36"]);
}

#[test]
fn number_words_are_read_whole() {
    p(
        "There were twenty-three of them.",
        &["count twenty-three = 23"],
    );
    p(
        "There were two and a half million of them.",
        &["count two and a half million = 2500000"],
    );
    p(
        "It cost one point five billion.",
        &["count one point five billion = 1500000000"],
    );
    p("She met a hundred guests.", &["count a hundred = 100"]);
    p(
        "Half a million marched.",
        &["count Half a million = 500000"],
    );
    p("Two dozen eggs broke.", &["count Two dozen = 24"]);
    p("He bought a couple of horses.", &["count a couple of = 2"]);
    p(
        "The hall holds nine hundred thousand two hundred and five.",
        &["count nine hundred thousand two hundred and five = 900205"],
    );
    p(
        "Some nineteen hundred and seventy-three crates came.",
        &["count nineteen hundred and seventy-three = about 1973"],
    );
    p(
        "Three hundred and two hundred are five hundred.",
        &[
            "count Three hundred = 300",
            "count two hundred = 200",
            "count five hundred = 500",
        ],
    );
}

#[test]
fn digits_take_scale_words_and_marks() {
    p(
        "A town of 1.2 million souls.",
        &["count 1.2 million = 1200000"],
    );
    p(
        "It has 3m viewers and 44K likes.",
        &["count 3m = 3000000", "count 44K = 44000"],
    );
    p("The wall is 3m tall.", &["measure 3m = 3 m"]);
    p(
        "It is worth $1.2bn, or $2.5tn, or £500k.",
        &[
            "money $1.2bn = 1200000000 USD",
            "money $2.5tn = 2500000000000 USD",
            "money £500k = 500000 GBP",
        ],
    );
    p(
        "They paid Rs 500 crore to 5 lakh farmers.",
        &[
            "money Rs 500 crore = 5000000000 INR",
            "count 5 lakh = 500000",
        ],
    );
}

#[test]
fn fractions_stay_ratios() {
    let p =
        |prose: &str, ratio: (u32, u32)| assert_eq!(figure(prose).ratio, Some(ratio), "{prose}");
    p("Two-thirds of them agreed.", (2, 3));
    p("One in five agreed.", (1, 5));
    p("Nine out of 10 agreed.", (9, 10));
    p("A third of them agreed.", (1, 3));
    p("Half of them agreed.", (1, 2));
    p("About ½ of them agreed.", (1, 2));
    super::tests::p("It took 3 1/2 hours.", &["duration 3 1/2 hours = 3.5 hour"]);
    super::tests::p(
        "It lies three-quarters of a mile off.",
        &["measure three-quarters of a mile = 0.75 mi"],
    );
    super::tests::p(
        "He came third, a third man fell.",
        &["ordinal third = 3", "ordinal third = 3"],
    );
    super::tests::p(
        "Two in three years is a lot.",
        &["count Two = 2", "duration three years = 3 year"],
    );
}

#[test]
fn vague_magnitudes_are_ranges() {
    p("Dozens fled.", &["count Dozens = 24..99"]);
    p(
        "Hundreds of millions watched.",
        &["count Hundreds of millions = 200000000..999999999"],
    );
    p(
        "Tens of thousands marched.",
        &["count Tens of thousands = 20000..99999"],
    );
    p(
        "It cost millions of dollars.",
        &["money millions of dollars = 2000000..9999999 USD"],
    );
    p(
        "Several hundred stayed for a few days.",
        &[
            "count Several hundred = 200..900",
            "duration a few days = 2..9 day",
        ],
    );
    p("Test scores rose.", &[]);
}

#[test]
fn ranges_share_scale_unit_and_currency() {
    p(
        "Between 120 and 140 people came.",
        &["count 120 and 140 = 120..140"],
    );
    p("He saw 120-140 people.", &["count 120-140 = 120..140"]);
    p(
        "It rose from 3 to 5 per cent of the total.",
        &["percent 3 = 3 %", "percent 5 per cent = 5 %"],
    );
    p(
        "Rates range from 3 to 5 per cent.",
        &["percent 3 to 5 per cent = 3..5 %"],
    );
    p(
        "It costs $3-5 million.",
        &["money $3-5 million = 3000000..5000000 USD"],
    );
    p(
        "It costs $3 to $5 million.",
        &["money $3 to $5 million = 3000000..5000000 USD"],
    );
    p("A 15-20% gain.", &["percent 15-20% = 15..20 %"]);
    p(
        "They gave $5 to 10 people.",
        &["money $5 = 5 USD", "count 10 = 10"],
    );
    p("Two or three men ran.", &["count Two or three = 2..3"]);
    p(
        "It grew from 12,000 to 15,000 in May.",
        &["count 12,000 = 12000", "count 15,000 = 15000"],
    );
}

#[test]
fn hedges_bound_from_before_and_after() {
    p(
        "More than $44 million was raised.",
        &["money $44 million = more_than 44000000 USD"],
    );
    p("Nearly 300 died.", &["count 300 = less_than 300"]);
    p("Up to 60 died.", &["count 60 = at_most 60"]);
    p("At least five died.", &["count five = at_least 5"]);
    p("Some 14,000 fled.", &["count 14,000 = about 14000"]);
    p("It was about 50.", &["count 50 = about 50"]);
    p("An estimated 3,000 fled.", &["count 3,000 = about 3000"]);
    p("Roughly 40 fled.", &["count 40 = about 40"]);
    p("It took 20 or so.", &["count 20 = about 20"]);
    p("It took 50 people or more.", &["count 50 = at_least 50"]);
    p("Fewer than 12 came.", &["count 12 = less_than 12"]);
    p("No more than 30 came.", &["count 30 = at_most 30"]);
    p(
        "The 30-odd men and 100-plus women left.",
        &["count 30 = about 30", "count 100 = at_least 100"],
    );
    p(
        "It lasted over two years.",
        &["duration two years = 2 year"],
    );
}

#[test]
fn what_lasts_over_something_is_not_more_than_it() {
    p(
        "It grew over four nights, in the past six games.",
        &["count four = 4", "count six = 6"],
    );
}

#[test]
fn nobody_harmed_is_a_count_of_zero() {
    p("No one died in the blast.", &["count No one = 0"]);
    p("No casualties were reported.", &["count No = 0"]);
    p("Nobody on board was hurt.", &["count Nobody = 0"]);
    none("No one knew the man who died.");
    none("No doubt he left.");
}

#[test]
fn money_has_its_currency() {
    p(
        "A $44-million project and the 20-million-euro fine.",
        &[
            "money $44-million = 44000000 USD",
            "money 20-million-euro = 20000000 EUR",
        ],
    );
    p(
        "It costs 99 cents, 50p or ¥300.",
        &[
            "money 99 cents = 99 cent",
            "money 50p = 50 penny",
            "money ¥300 = 300 JPY",
        ],
    );
    p(
        "Twenty pounds sterling, 500 yen, 30 rupees.",
        &[
            "money Twenty pounds sterling = 20 GBP",
            "money 500 yen = 500 JPY",
            "money 30 rupees = 30 INR",
        ],
    );
    p(
        "It costs A$5, US$6 or EUR 7.",
        &[
            "money A$5 = 5 AUD",
            "money US$6 = 6 USD",
            "money EUR 7 = 7 EUR",
        ],
    );
    p(
        "It costs $6 each, or $15 a barrel.",
        &["money $6 = 6 USD", "money $15 = 15 USD"],
    );
    p(
        "They had $15 million in online sales.",
        &["money $15 million = 15000000 USD"],
    );
    p(
        "He paid 20 dollars and 43 cents.",
        &["money 20 dollars and 43 cents = 20.43 USD"],
    );
    p(
        "He lost 20 pounds of fat and £20.",
        &["measure 20 pounds = 20 lb", "money £20 = 20 GBP"],
    );
    p("He won 12 of them.", &["count 12 = 12"]);
    p("A $13 ticket.", &["money $13 = 13 USD"]);
}

#[test]
fn percentages_points_and_basis_points_are_told_apart() {
    p(
        "It fell 5% or five per cent.",
        &["percent 5% = 5 %", "percent five per cent = 5 %"],
    );
    p(
        "It fell two percentage points.",
        &["percent two percentage points = 2 pp"],
    );
    p(
        "A cut of 25 basis points.",
        &["percent 25 basis points = 25 bp"],
    );
    p(
        "Half a percentage point.",
        &["percent Half a percentage point = 0.5 pp"],
    );
    p("It fell 54 points.", &["count 54 = 54"]);
}

#[test]
fn measures_carry_their_unit() {
    p(
        "It is 40,000 feet, 8 km or 0.4 metre long.",
        &[
            "measure 40,000 feet = 40000 ft",
            "measure 8 km = 8 km",
            "measure 0.4 metre = 0.4 m",
        ],
    );
    p("He is 5ft 10in.", &["measure 5ft 10in = 70 in"]);
    p("He is 6 ft 2 in tall.", &["measure 6 ft 2 in = 74 in"]);
    p("A 6-foot-2 guard.", &["measure 6-foot-2 = 74 in"]);
    p("It weighs 3 lb 4 oz.", &["measure 3 lb 4 oz = 52 oz"]);
    p(
        "It covers 3,000 square miles, a 2,000-square-foot room.",
        &[
            "measure 3,000 square miles = 3000 mi²",
            "measure 2,000-square-foot = 2000 ft²",
        ],
    );
    p(
        "Winds of 60 miles per hour, 97 km/h.",
        &[
            "measure 60 miles per hour = 60 mph",
            "measure 97 km/h = 97 km/h",
        ],
    );
    p(
        "It was 45 degrees Celsius, 113°F.",
        &[
            "measure 45 degrees Celsius = 45 °C",
            "measure 113°F = 113 °F",
        ],
    );
    p(
        "A 16GB card at 2.4 GHz.",
        &["measure 16GB = 16 GB", "measure 2.4 GHz = 2.4 GHz"],
    );
    p(
        "A .38-caliber pistol.",
        &["measure .38-caliber = 0.38 calibre"],
    );
}

#[test]
fn capitals_of_names_and_tables_are_no_units() {
    p(
        "He beat 12 J. Smith fans and won 5 L 3 of them.",
        &["count 12 = 12", "count 5 = 5"],
    );
}

#[test]
fn magnitudes_of_earthquakes_are_their_own_measure() {
    for prose in [
        "A magnitude 7.3 quake hit.",
        "A quake of magnitude 7.3 hit.",
        "A 7.3 earthquake hit.",
        "It measured 7.3 on the Richter scale.",
    ] {
        p(prose, &["measure 7.3 = 7.3 magnitude"]);
    }
    p(
        "A 7.3-magnitude quake hit.",
        &["measure 7.3-magnitude = 7.3 magnitude"],
    );
}

#[test]
fn ages_are_years_in_the_unit_written() {
    p("A 30-year-old man left.", &["age 30-year-old = 30 year"]);
    p("A man aged 30 left.", &["age 30 = 30 year"]);
    p("John Smith, 30, of Leeds, left.", &["age 30 = 30 year"]);
    p("The baby is 8 months old.", &["age 8 months old = 8 month"]);
    p(
        "Pupils of 12 to 15 years old.",
        &["age 12 to 15 years old = 12..15 year"],
    );
    p("A man in his 50s left.", &["age 50s = 50..59 year"]);
    p(
        "He died at the age of seventy-nine.",
        &["age seventy-nine = 79 year"],
    );
    p(
        "Voters, 18- to 34-year-olds above all, left.",
        &["age 18- to 34-year-olds = 18..34 year"],
    );
    assert_eq!(
        figure("The baby is 18 months old.").in_base().0.low,
        Some(Decimal::new(15, 1))
    );
}

#[test]
fn a_bare_age_stands_after_a_person() {
    p(
        "Her son, 11, was hit; Lopez was 18 at the time.",
        &["age 11 = 11 year", "age 18 = 18 year"],
    );
    p("The town, 11, was hit.", &["count 11 = 11"]);
}

#[test]
fn durations_are_lengths_of_time() {
    p("A nine-hour trip.", &["duration nine-hour = 9 hour"]);
    p(
        "It took two and a half years.",
        &["duration two and a half years = 2.5 year"],
    );
    p("A 90-minute show.", &["duration 90-minute = 90 minute"]);
    p("After two decades.", &["duration two decades = 2 decade"]);
    p(
        "It took half an hour.",
        &["duration half an hour = 0.5 hour"],
    );
    p(
        "It took an hour and a half.",
        &["duration an hour and a half = 1.5 hour"],
    );
    p(
        "After six straight days of rain.",
        &["duration six straight days = 6 day"],
    );
    p(
        "It took 2 years 3 months.",
        &["duration 2 years 3 months = 27 month"],
    );
    p(
        "It took another week, the past decade and all day.",
        &[
            "duration another week = 1 week",
            "duration past decade = 1 decade",
            "duration all day = 1 day",
        ],
    );
    p("They meet twice a week.", &[]);
}

#[test]
fn ordinals_are_places_and_no_seconds() {
    p(
        "The 21st time in the third-largest city.",
        &["ordinal 21st = 21", "ordinal third = 3"],
    );
    p("He finished second.", &["ordinal second = 2"]);
    p(
        "His twenty-fifth win, his one hundred and first.",
        &[
            "ordinal twenty-fifth = 25",
            "ordinal one hundred and first = 101",
        ],
    );
    p(
        "It took ten seconds.",
        &["duration ten seconds = 10 second"],
    );
    none("A second later, at first, he saw Fifth Avenue.");
}

#[test]
fn scores_records_and_votes() {
    p("They won 3-2.", &["game 3-2 = 3:2"]);
    p("They beat the 0-14 Lions.", &["game 0-14 = 0:14"]);
    p("They lost 2-3.", &["game 2-3 = 2:3"]);
    p(
        "Klee (45-1, 40 KOs) fights on.",
        &["record 45-1 = 45:1", "count 40 = 40"],
    );
    p("It fell by a 5 to 4 vote.", &["vote 5 to 4 = 5:4"]);
    p("The senate voted 52-35 for it.", &["vote 52-35 = 52:35"]);
}

#[test]
fn names_labels_and_calls_are_no_figures() {
    none("A Boeing 737 landed.");
    none("Its 777 airliner landed.");
    none("COVID-19 and 3G came after World War II.");
    none("He lives at 10 Downing Street.");
    none("She called 911 at once.");
    none("He runs iOS 8.1.2 on it.");
    none("The No. 1 seed lost.");
    none("Call 555-1234 or 020 7946 0958 now.");
    none("See page 12 of section 4.");
    none("He came in 2014.");
    none("One of the men saw this one; no one else did.");
    none("See www.example.org/12 for it.");
    none("The G.O.P. & the press met. We left.");
    none("A .22 rifle lay there.");
    none("A first-degree charge, a 3-pointer, 3-of-4 shots, a two-way street.");
    none("Louis XIV and Henry V met.");
    p("1. Two men left.", &["count Two = 2"]);
    p(
        "One man saw 2,000 people and 2000 dogs.",
        &["count One = 1", "count 2,000 = 2000", "count 2000 = 2000"],
    );
}

#[test]
fn what_peers_read_wrong_is_read_right() {
    p(
        "It cost $44 million.",
        &["money $44 million = 44000000 USD"],
    );
    p("It opened on 3,000 screens.", &["count 3,000 = 3000"]);
    p(
        "12 killed, 140 injured.",
        &["count 12 = 12", "count 140 = 140"],
    );
}

#[test]
fn the_printed_precision_sets_what_a_figure_states() {
    let p = |prose: &str, low: &str, high: &str| {
        let stated = figure(prose).stated;
        let end = |x: Option<Decimal>| x.map_or(String::new(), |x| x.normalize().to_string());
        assert_eq!(
            (end(stated.low), end(stated.high)),
            (low.to_owned(), high.to_owned()),
            "{prose}"
        );
    };
    p("It cost $44 million.", "43500000", "44500000");
    p("It cost $44,000,000.", "44000000", "44000000");
    p("It cost $1.42.", "1.42", "1.42");
    p("It killed 5 people.", "5", "5");
    p("It killed 1,204 people.", "1204", "1204");
    p("It is 60 metres long.", "59.5", "60.5");
    p("It grew 2.36%.", "2.355", "2.365");
    p("It killed more than 100.", "100", "");
    p("It killed up to 60.", "", "60");
    p("It killed about 50.", "45", "55");
    p("It killed some 14,000.", "13300", "14700");
}

#[test]
fn plausible_intervals_hold_the_stated_ones() {
    for prose in [
        "It cost $44 million.",
        "About 50 fled.",
        "Dozens fled.",
        "A dozen fled.",
        "A couple of men fled.",
        "300 fled.",
        "Nearly 300 fled.",
        "Just over 300 fled.",
        "Between 3 and 5 million fled.",
        "Two-thirds fled.",
        "Half a mile.",
        "200 feet",
        "-36",
        "It is -5°C now.",
        "In his 50s",
        "At least 20,000 fled.",
        "Hundreds of thousands fled.",
    ] {
        let figure = figure(prose);
        assert!(
            figure.plausible.contains(&figure.stated),
            "{prose}: {figure:?}"
        );
    }
}

#[test]
fn figures_that_can_be_one_value_do_not_conflict() {
    let meet = |a: &str, b: &str| {
        let (a, b) = (figure(a), figure(b));
        assert!(a.comparable(&b), "{a:?} {b:?}");
        a.in_base().1.meets(&b.in_base().1)
    };
    for (a, b) in [
        ("1,204,000 fled.", "1.2 million fled."),
        ("More than 100 fled.", "112 fled."),
        ("60 metres", "200 feet"),
        ("about 120,000 square metres", "1.3 million square feet"),
        ("Two-thirds of them fled.", "66 per cent of them fled."),
        ("300 fled.", "320 fled."),
        ("It took two years.", "It took 24 months."),
    ] {
        assert!(meet(a, b), "{a} / {b}");
    }
    for (a, b) in [
        ("160,000 fled.", "167,000 fled."),
        ("More than 15,000 fled.", "Some 14,000 fled."),
        ("It cost $44 million.", "It cost $45 million."),
        ("It cost $40 million.", "It cost $44 million."),
        ("12 died.", "14 died."),
        ("A 30-year-old man", "A 31-year-old man"),
        ("Two-thirds of them fled.", "75 per cent of them fled."),
    ] {
        assert!(!meet(a, b), "{a} / {b}");
    }
}

proptest::proptest! {
    /// Words of every list beside each other in any order: nothing panics, spans hold text, intervals nest.
    #[test]
    fn no_order_of_words_breaks_the_parser(words in proptest::collection::vec(proptest::sample::select(WORDS), 0..14)) {
        let prose = words.concat();
        let (_, text) = sample(&prose);
        for mention in mentions(&text) {
            proptest::prop_assert!(!text.slice(mention.span).is_empty());
            if let Value::Figure(figure) = &mention.value {
                proptest::prop_assert!(figure.plausible.contains(&figure.stated), "{} {:?}", prose, figure);
            }
        }
    }
}

const WORDS: &[&str] = &[
    " ",
    " ",
    " ",
    "-",
    "–",
    "/",
    ".",
    ",",
    "$",
    "€",
    "%",
    "(",
    ")",
    "'",
    "\"",
    "½",
    "°",
    "~",
    " a",
    " an",
    " the",
    " half",
    " quarter",
    " third",
    " thirds",
    " and",
    " of",
    " to",
    " or",
    " in",
    " out",
    " point",
    " minus",
    " no",
    " one",
    " two",
    " twenty",
    " hundred",
    " thousand",
    " million",
    " billion",
    " crore",
    " dozen",
    " dozens",
    " hundreds",
    " couple",
    " few",
    " several",
    " first",
    " fifth",
    "1",
    "2",
    "7",
    "12",
    "120",
    "200",
    "000",
    "2014",
    "1,200",
    "34,567",
    "3.5",
    ".5",
    "8.1.2",
    "1.200",
    "99999999999999999999999999999",
    "0.0000000000000000000000000001",
    " m",
    "m",
    "k",
    "bn",
    " km",
    " ft",
    " feet",
    " foot",
    " inches",
    " degrees",
    "C",
    " square",
    " miles",
    " per",
    " hour",
    " year",
    " years",
    " old",
    " day",
    " days",
    " per",
    " cent",
    " points",
    " percentage",
    " basis",
    " dollars",
    " cents",
    " pounds",
    " US",
    "A",
    " Rs",
    " EUR",
    " about",
    " more",
    " than",
    " at",
    " least",
    " between",
    " from",
    " rose",
    " won",
    " vote",
    " record",
    " magnitude",
    " quake",
    " aged",
    " Smith",
    " son",
    " Boeing",
    " No",
    " his",
    "s",
    "st",
    "th",
    " Street",
    " people",
];
