//! How far a figure reaches: what it states, and what it may mean.

use rust_decimal::Decimal;

use super::figure;

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
