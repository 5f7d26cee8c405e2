//! Measures and their units.

use super::{none, p};

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
        "The quake came at dawn. It measured 7.3.",
        "The survey put the magnitude at 7.3.",
        "Its magnitude was put at 7.3.",
        "The magnitude of the tremor was revised to 7.3.",
    ] {
        p(prose, &["measure 7.3 = 7.3 magnitude"]);
    }
    p(
        "A 7.3-magnitude quake hit.",
        &["measure 7.3-magnitude = 7.3 magnitude"],
    );
}

#[test]
fn measures_of_every_dimension_are_read() {
    for (prose, written, value) in [
        ("It burned 500 kWh.", "500 kWh", "500 kWh"),
        ("A plant of 1.2 gigawatts.", "1.2 gigawatts", "1.2 GW"),
        ("A pressure of 980 millibars.", "980 millibars", "980 mbar"),
        ("They drank 40 litres.", "40 litres", "40 L"),
        (
            "It pumps 3 million barrels.",
            "3 million barrels",
            "3000000 bbl",
        ),
        ("It weighs 1,200 tonnes.", "1,200 tonnes", "1200 t"),
        (
            "It fell to -5 degrees Celsius.",
            "-5 degrees Celsius",
            "-5 °C",
        ),
        (
            "It sank 9,420 nautical miles off.",
            "9,420 nautical miles",
            "9420 nmi",
        ),
    ] {
        p(prose, &[&format!("measure {written} = {value}")]);
    }
}

#[test]
fn one_of_a_unit_needs_no_number() {
    p("She drank a litre of milk.", &["measure a litre = 1 L"]);
    p(
        "He lives about a mile and a half away.",
        &["measure a mile and a half = about 1.5 mi"],
    );
    p("Add thousand litres to it.", &[]);
    p(
        "It took over thousand litres.",
        &["measure thousand litres = more_than 1000 L"],
    );
    p(
        "Tenth of a gallon was left.",
        &["measure Tenth of a gallon = 0.1 gal"],
    );
    none("The price of a barrel of oil fell.");
    none("He stood at a foot of the bed; a ton of money, a yard of it.");
    p(
        "It costs 60 cents a pound of it.",
        &["money 60 cents = 60 cent per lb"],
    );
}

#[test]
fn compounds_may_skip_the_size_of_the_larger_unit() {
    p(
        "It is 2 yards 7 ft 10 in long.",
        &["measure 2 yards 7 ft 10 in = 166 in"],
    );
}

#[test]
fn marks_of_models_and_filings_are_no_units() {
    none("The 13F filing names it.");
    none("Pump 24703 L-202 broke.");
    p("It paid 14.7C/share.", &[]);
    p("It was 14.7C in May.", &["measure 14.7C = 14.7 °C"]);
}

#[test]
fn how_far_a_figure_may_be_off_has_no_sign_and_no_unit_of_its_own() {
    p(
        "The margin of error is plus or minus 3 percentage points.",
        &["percent 3 percentage points = 3 pp"],
    );
    p(
        "The margin was plus or minus three points, at minus 5 degrees.",
        &["count three = 3", "measure minus 5 degrees = -5 °"],
    );
    p(
        "The core is 5.2 ± 0.3 metres deep.",
        &["measure 5.2 ± 0.3 metres = 5.2 m"],
    );
}
