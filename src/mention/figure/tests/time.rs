//! Ages and lengths of time.

use rust_decimal::Decimal;

use super::{figure, p};

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
