//! Plain numbers: digits, words, scales, fractions, vague magnitudes, and nobody harmed.

use super::{figure, none, p};

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
        "A couple of million came.",
        &["count A couple of million = 2000000"],
    );
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
    p("Nine lots in 10 were sold.", (9, 10));
    p("One child in five goes hungry.", (1, 5));
    p("It strikes 1 in 4 women.", (1, 4));
    p("It strikes 9 out of 10.", (9, 10));
    p("A third of them agreed.", (1, 3));
    p("Half of them agreed.", (1, 2));
    p("About ½ of them agreed.", (1, 2));
    super::p("It took 3 1/2 hours.", &["duration 3 1/2 hours = 3.5 hour"]);
    super::p(
        "It lies three-quarters of a mile off.",
        &["measure three-quarters of a mile = 0.75 mi"],
    );
    super::p(
        "He came third, a third man fell.",
        &["ordinal third = 3", "ordinal third = 3"],
    );
    super::p(
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
    p(
        "A few miles on, several dollars more, a few per cent.",
        &[
            "measure A few miles = 2..9 mi",
            "money several dollars = 2..9 USD",
            "percent a few per cent = 2..9 %",
        ],
    );
    none("Several degrees from there he held several degrees.");
    p("Test scores rose.", &[]);
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
fn a_point_groups_only_where_the_text_shows_the_habit() {
    p("It rose 1.200 times.", &["count 1.200 = 1.2"]);
    p(
        "Of 1.234.567 voters, 1.200 stayed.",
        &["count 1.234.567 = 1234567", "count 1.200 = 1200"],
    );
    p(
        "Bids of €1.200,50 and €3.400 came.",
        &["money €1.200,50 = 1200.5 EUR", "money €3.400 = 3400 EUR"],
    );
}

#[test]
fn a_comma_is_one_of_decimals_before_a_scale_or_sign() {
    p(
        "It cost €2,5 million.",
        &["money €2,5 million = 2500000 EUR"],
    );
    p("It rose 3,2%.", &["percent 3,2% = 3.2 %"]);
    p("They hold 2,5 and 7.", &["count 2 = 2", "count 7 = 7"]);
}

#[test]
fn words_and_digits_mix_in_one_number() {
    for (prose, written, value) in [
        (
            "About 9 hundred and 2 came.",
            "9 hundred and 2",
            "about 902",
        ),
        (
            "There were 4 thousand 3 hundred and 21.",
            "4 thousand 3 hundred and 21",
            "4321",
        ),
        (
            "There were 6 crore and two hundred.",
            "6 crore and two hundred",
            "60000200",
        ),
        (
            "There were 2 million 300 thousand.",
            "2 million 300 thousand",
            "2300000",
        ),
        ("It has 1.2b users.", "1.2b", "1200000000"),
        ("They ate 3 dozens of eggs.", "3 dozens", "36"),
        (
            "They sold two hundred dozens.",
            "two hundred dozens",
            "2400",
        ),
        ("Hundred fifteen came.", "Hundred fifteen", "115"),
        (
            "Thousand nine hundred twenty came.",
            "Thousand nine hundred twenty",
            "1920",
        ),
        (
            "It held minus million and one.",
            "minus million and one",
            "-1000001",
        ),
        (
            "It came to two hundred point seventy-one.",
            "two hundred point seventy-one",
            "200.71",
        ),
        ("They bought a score of lorries.", "a score of", "20"),
    ] {
        p(prose, &[&format!("count {written} = {value}")]);
    }
}

#[test]
fn numbers_side_by_side_stay_apart() {
    p(
        "It brought $5 million and 200 jobs, and 3 million and two men.",
        &[
            "money $5 million = 5000000 USD",
            "count 200 = 200",
            "count 3 million = 3000000",
            "count two = 2",
        ],
    );
    p("They bought 18 777s for the airline.", &["count 18 = 18"]);
    p(
        "At six thousands marched.",
        &["count six = 6", "count thousands = 2000..9999"],
    );
    p("He had a score of 85.", &["count 85 = 85"]);
    p(
        "They scored 2 in 10 games and hit 29 out of 34.",
        &[
            "count 2 = 2",
            "count 10 = 10",
            "count 29 = 29",
            "count 34 = 34",
        ],
    );
    p("Not one man came.", &[]);
    none("The hundred days, the million dollar question.");
}

#[test]
fn mixed_numbers_take_any_part() {
    p(
        "Two million and three fifths of them.",
        &["count Two million and three fifths = 2600000"],
    );
    p(
        "It weighs two and fifty-four hundredths.",
        &["count two and fifty-four hundredths = 2.54"],
    );
    p(
        "One hundred and two third-placed teams came.",
        &["count One hundred and two = 102", "ordinal third = 3"],
    );
    p("It rose by a half.", &["count a half = 0.5"]);
    p(
        "More than half voters came.",
        &["count half = more_than 0.5"],
    );
    none("It is as fast at half the price.");
}

#[test]
fn parts_of_more_than_twenty_and_spoken_formulas_are_fractions() {
    p(
        "He owns one twenty-fifth of it.",
        &["count one twenty-fifth = 0.04"],
    );
    p(
        "It is three twenty-fifths.",
        &["count three twenty-fifths = 0.12"],
    );
    p(
        "The odds are one over eight.",
        &["count one over eight = 0.125"],
    );
    p(
        "They chose one over 20 others.",
        &["count 20 = more_than 20"],
    );
}
