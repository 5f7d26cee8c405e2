//! The times of day that are read, and what only looks like one.

use super::*;
use crate::segment::sample;

/// The first time of day in the text: its words, its ends and its zone.
fn first(prose: &str) -> Option<(String, String)> {
    let (_, text) = sample(prose);
    text.sentences.iter().find_map(|sentence| {
        sentence.tokens.clone().find_map(|i| {
            let mention = at(&text, sentence, i)?;
            let Value::Time(time) = &mention.value else {
                return None;
            };
            let clock = |m: u16| format!("{:02}:{:02}", m / 60, m % 60);
            let mut value = clock(time.earliest);
            if time.earliest != time.latest {
                value += &format!("/{}", clock(time.latest));
            }
            if let Some(zone) = time.zone {
                value += &format!(" {zone:+}");
            }
            Some((text.slice(mention.span).to_owned(), value))
        })
    })
}

#[test]
fn times_of_day_are_read_with_their_zone() {
    let p = |prose: &str, words: &str, value: &str| {
        assert_eq!(
            first(prose),
            Some((words.to_owned(), value.to_owned())),
            "{prose}"
        );
    };
    p(
        "The quake struck at 3:30 p.m. on Monday.",
        "3:30 p.m.",
        "15:30",
    );
    p(
        "It began at 0737 GMT off the coast.",
        "0737 GMT",
        "07:37 +0",
    );
    p("Updated at 15:50 IST by the desk.", "15:50 IST", "15:50");
    p("The talks start at noon.", "noon", "12:00");
    p("He died shortly after midnight.", "midnight", "00:00");
    p(
        "The doors open at 7 a.m. local time.",
        "7 a.m. local time",
        "07:00",
    );
    p("They met at half past six.", "half past six", "06:30/18:30");
    p(
        "They met at half past six in the evening.",
        "half past six in the evening",
        "18:30",
    );
    p(
        "They met at quarter to five.",
        "quarter to five",
        "04:45/16:45",
    );
    p("They left at six o'clock.", "six o'clock", "06:00/18:00");
    p(
        "The alarm was raised shortly before eight by a guide.",
        "eight",
        "08:00/20:00",
    );
    p(
        "They came a few minutes after 6, he said.",
        "6",
        "06:00/18:00",
    );
    p("Polls close at 8pm.", "8pm", "20:00");
    p("Polls close at 8.30pm.", "8.30pm", "20:30");
    p(
        "The show airs at 12:15 a.m. EST.",
        "12:15 a.m. EST",
        "00:15 -300",
    );
    p(
        "The show airs at 9 p.m. Eastern.",
        "9 p.m. Eastern",
        "21:00",
    );
    p(
        "It is open from 11 a.m. to 1 p.m. daily.",
        "11 a.m. to 1 p.m.",
        "11:00/13:00",
    );
    p(
        "It is open from 3 to 5 p.m. daily.",
        "3 to 5 p.m.",
        "15:00/17:00",
    );
    p("It is open 11-1 p.m. daily.", "11-1 p.m.", "11:00/13:00");
    p("It landed at 14:05 (GMT).", "14:05 (GMT)", "14:05 +0");
    p("It landed at 6:05 UTC+2.", "6:05 UTC+2", "06:05 +120");
    p("Troops moved at 0630 hours.", "0630 hours", "06:30");
    p("The train left at 7:40.", "7:40", "07:40/19:40");
    p("It rang at 12 noon.", "12 noon", "12:00");
    p(
        "It rang at a quarter to noon.",
        "a quarter to noon",
        "11:45",
    );
    p(
        "It rang at ten minutes to midnight.",
        "ten minutes to midnight",
        "23:50",
    );
    p(
        "It rang at half past midnight.",
        "half past midnight",
        "00:30",
    );
    p("They came at 11:30 at night.", "11:30 at night", "23:30");
    p(
        "It is open from 9 a.m. to noon.",
        "9 a.m. to noon",
        "09:00/12:00",
    );
    p(
        "It is open noon to 3 p.m. daily.",
        "noon to 3 p.m.",
        "12:00/15:00",
    );
}

#[test]
fn what_only_looks_like_a_time_is_none() {
    for prose in [
        "They won 3:30 in the end.",
        "Read John 3:16 again.",
        "About 1730 people came.",
        "He ran it in 2:05:30.",
        "They led with 14:05 left in the half.",
        "It was level at 14:05 to go.",
        "She saw \"High Noon\" again.",
        "A 3.5 magnitude quake.",
        "Five am I, and six are you.",
        "He has 3 in the bank.",
        "They left shortly before eight men came.",
        "He came just after two others.",
        "It fell soon after 5 percent did.",
    ] {
        assert_eq!(first(prose), None, "{prose}");
    }
}
