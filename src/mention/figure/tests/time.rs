//! Ages and lengths of time.

use rust_decimal::Decimal;

use super::{figure, none, p};

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
    p(
        "It drew 18-to-24-year-olds.",
        &["age 18-to-24-year-olds = 18..24 year"],
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
fn ages_stand_in_lists_and_averages() {
    p(
        "She has two sons, 11 and 14.",
        &["count two = 2", "age 11 = 11 year", "age 14 = 14 year"],
    );
    p(
        "Children aged 5, 7 and 9 came.",
        &["age 5 = 5 year", "age 7 = 7 year", "age 9 = 9 year"],
    );
    p("The average age of the crew was 22.", &["age 22 = 22 year"]);
    p(
        "A man aged 30 and 14 others left.",
        &["age 30 = 30 year", "count 14 = 14"],
    );
    p(
        "Children aged six and seven came.",
        &["age six = 6 year", "age seven = 7 year"],
    );
    p("The average age is 41.5.", &["age 41.5 = 41.5 year"]);
    p("Ages ranged from 5 to 12.", &["age 5 to 12 = 5..12 year"]);
    p("The score in his age group was 22.", &["count 22 = 22"]);
}

#[test]
fn lengths_of_time_mix_parts_and_units() {
    for (prose, written, value) in [
        (
            "It took one and three quarters of an hour.",
            "one and three quarters of an hour",
            "1.75 hour",
        ),
        (
            "It took two and a quarter hours.",
            "two and a quarter hours",
            "2.25 hour",
        ),
        (
            "A month-and-a-half long battle.",
            "A month-and-a-half",
            "1.5 month",
        ),
        (
            "After two bloody weeks it fell.",
            "two bloody weeks",
            "2 week",
        ),
        (
            "It took 1 year 2 days 3 hours.",
            "1 year 2 days 3 hours",
            "8811 hour",
        ),
        (
            "He got 2 months and 10 days.",
            "2 months and 10 days",
            "70 day",
        ),
    ] {
        p(prose, &[&format!("duration {written} = {value}")]);
    }
    p(
        "It sank within a minute or two.",
        &["duration a minute or two = 1..2 minute"],
    );
    none("The single-day losses and the full-year profit, a zero-day flaw.");
}

#[test]
fn months_beside_days_are_as_wide_as_the_calendar_makes_them() {
    let stated = figure("He got 2 months and 10 days.").stated;
    assert_eq!(
        (stated.low, stated.high),
        (Some(Decimal::from(68)), Some(Decimal::from(72)))
    );
}

#[test]
fn a_bare_age_is_told_of_a_person_by_many_words() {
    for (prose, written) in [
        ("The mayor, who is 63, left.", "63"),
        ("The cook was a Mr Traske, who is 61.", "61"),
        ("He has worked there since he was 16 and likes it.", "16"),
        ("At 55, he is the oldest of them.", "55"),
        ("At 55 he is the oldest of them.", "55"),
        ("He is 42.", "42"),
        ("The driver, who is 48 and works there, fled.", "48"),
        ("Then a man of 63 died.", "63"),
        ("It was a girl of 8 and her brother.", "8"),
        ("A sweeper of 58 collapsed there.", "58"),
        ("A mother of 41 was hurt.", "41"),
        ("He died of a fever in 1918 at 33, poor.", "33"),
        ("The driver, 38, was hurt.", "38"),
        ("Arlo Baines Jr., 49, fled.", "49"),
        ("They heard Quayle's, 33, voice.", "33"),
        ("It was said by the coach, Peter Marsh, 44.", "44"),
        ("They came with their son, 4.", "4"),
        ("Martin Hale, 20 was found there.", "20"),
        ("Harlan, now 16, was armed.", "16"),
    ] {
        p(prose, &[&format!("age {written} = {written} year")]);
    }
    p("At 11, he rose.", &["count 11 = 11"]);
    p("The team was 12 strong.", &["count 12 = 12"]);
    p("She is a mother of 12.", &["count 12 = 12"]);
    p("The leader of 30 left.", &["count 30 = 30"]);
    p("He died there at 11.", &["count 11 = 11"]);
    p("He was 12.", &["count 12 = 12"]);
    p("It was a man of 20 songs.", &["count 20 = 20"]);
    p("Goals came from Marsh, 44.", &["count 44 = 44"]);
}

#[test]
fn the_clock_of_a_game_shows_what_is_left_of_it() {
    for (prose, written, seconds) in [
        ("He scored with 7:41 to go.", "7:41", 461),
        ("They were level with 14:05 left in the half.", "14:05", 845),
        ("It was 3-2, 2:30 remaining.", "2:30", 150),
        ("There was 4:43 left.", "4:43", 283),
        ("It ended at 2:14 of the third round.", "2:14", 134),
        ("He had 0:12 on the clock.", "0:12", 12),
    ] {
        let expected = format!("duration {written} = {seconds} second");
        let found = super::read(prose);
        assert!(found.contains(&expected), "{prose}: {found:?}");
    }
    for none in ["He at 14:05 left for Rome.", "It was 4294967295:10 to go."] {
        assert!(!super::read(none).iter().any(|m| m.starts_with("duration")));
    }
}
