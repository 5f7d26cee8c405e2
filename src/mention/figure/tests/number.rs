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
