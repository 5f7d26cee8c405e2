//! What the words right beside two values say that sets them apart: the whole of a part, an average, a depth.
//!
//! "17 of the 22 notes" gives two figures of one noun and one verb, and only the first is what the verb says. Such words are
//! few, stand right beside the value, and mean the same in every article, so they are told by rule and not weighed: where one
//! side has them and the other has not, the two answer different questions. What a whole clause or sentence is about is left to
//! the score.

mod days;
mod difference;
mod extent;
mod incident;
mod length;
mod occasion;
mod person;
mod play;
mod scale;
mod score;

use std::ops::Range;

pub(super) use days::{near_times, of_a_row, of_old_days, of_two_frames};
pub(super) use difference::is_difference;
pub(super) use extent::{Shared, of_part_and_whole};
pub(super) use incident::{of_another_incident, of_another_place, of_one_place_of_several};
pub(super) use length::{Stretch, of_one_sitting};
pub(super) use occasion::{is_spoken, of_two_days, written_alike};
pub(super) use person::of_two_ages;
pub(super) use play::{of_two_players, of_two_posts, of_two_stretches, of_two_turns};
pub(super) use scale::of_two_scales;
pub(super) use score::{of_two_moments, of_two_records};

use super::which::ends_part;
use crate::Article;
use crate::claim::Claim;
use crate::lexicon::list;
use crate::segment::{Case, Text, TokenKind};
use crate::value::{Kind, ScoreKind};

/// How far before a value the "of" of its whole may stand: "half of the island's 240 hotels".
const WHOLE: usize = 4;

/// How far before a value the word "average" may stand, and how far behind it: "the average wage of a welder at the yard is $31".
const AVERAGE: [usize; 2] = [10, 4];

/// How far from a score the word that says that the game went on may stand.
const STANDING: usize = 3;

/// A claim with its article.
type Side<'a> = (&'a Article, &'a Claim);

/// What the words beside a value say of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Scope {
    /// The part of which it is the whole, "17 of the 22 notes", as an index into the mentions.
    pub(super) whole: Option<usize>,
    /// It is a part, by the words behind it: "nine days of it".
    pub(super) part: bool,
    /// It is the mean of many: "an average of $24".
    pub(super) average: bool,
    /// What something else is compared with: "more than a year ago".
    pub(super) base: bool,
    /// How a length of time is meant.
    pub(super) stretch: Option<Stretch>,
    /// The last time of something: "nobody has won since May".
    pub(super) last_time: bool,
    /// A score while the game went on: "led 2-0", "from 187-5".
    pub(super) standing: bool,
    /// Which way a length runs.
    pub(super) way: Option<Way>,
}

/// Which way a length runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// "at a depth of 10 km", "30 metres below the surface".
    Down,
    /// "65 km south of the city", "10 miles from the coast".
    Away,
}

/// A value with the words of its sentence around it.
struct Spot<'a> {
    article: &'a Article,
    text: &'a Text,
    tokens: Range<usize>,
    sentence: Range<usize>,
}

impl Scope {
    /// What stands beside the value of a claim.
    pub(super) fn of(article: &Article, claim: &Claim) -> Scope {
        let spot = Spot::of((article, claim));
        let figure = matches!(
            claim.kind,
            Kind::Count | Kind::Money | Kind::Measure | Kind::Duration | Kind::Percent
        );
        Scope {
            whole: (figure && claim.kind != Kind::Percent)
                .then(|| spot.whole())
                .flatten(),
            part: claim.kind == Kind::Duration && spot.is_part(),
            average: figure && spot.is_average(),
            base: claim.kind == Kind::Date && spot.is_base(),
            stretch: (claim.kind == Kind::Duration)
                .then(|| spot.stretch())
                .flatten(),
            last_time: claim.kind == Kind::Date && spot.is_last_time(),
            standing: score::kind((article, claim)).is_some_and(|kind| spot.is_standing(kind)),
            way: (claim.kind == Kind::Measure).then(|| spot.way()).flatten(),
        }
    }
}

impl<'a> Spot<'a> {
    fn of((article, claim): (&'a Article, &Claim)) -> Spot<'a> {
        let mention = claim.mention(&article.mentions);
        Spot {
            article,
            text: &article.text,
            tokens: mention.tokens.clone(),
            sentence: article.text.sentences[mention.sentence].tokens.clone(),
        }
    }

    /// The `n`-th word before the value, 1 the nearest; empty where the sentence begins.
    fn before(&self, n: usize) -> &'a str {
        let at = self.tokens.start.checked_sub(n);
        at.filter(|&at| at >= self.sentence.start)
            .map_or("", |at| self.text.lower(at))
    }

    /// The `n`-th word behind the value, 1 the nearest; empty where the sentence ends.
    fn behind(&self, n: usize) -> &'a str {
        let at = self.tokens.end + n - 1;
        if at < self.sentence.end {
            self.text.lower(at)
        } else {
            ""
        }
    }

    /// The part: "17 of the 22", "30 of the island's 240".
    fn whole(&self) -> Option<usize> {
        let between = |n: usize| {
            let at = self.tokens.start - n;
            matches!(
                self.before(n),
                "the"
                    | "its"
                    | "his"
                    | "her"
                    | "their"
                    | "our"
                    | "all"
                    | "these"
                    | "those"
                    | "a"
                    | "possible"
                    | "total"
                    | "'s"
                    | "’s"
                    | "about"
                    | "some"
                    | "nearly"
                    | "roughly"
            ) || self.text.tokens[at].case == Case::Title
                || self.before(n - 1).starts_with(['\'', '’'])
        };
        let mut of = 1;
        while of < WHOLE && !self.before(of).is_empty() && self.before(of) != "of" && between(of) {
            of += 1;
        }
        if self.before(of) != "of" {
            return None;
        }
        let at = self.tokens.start - of;
        let mut figures = self.article.mentions.iter();
        figures.position(|m| m.tokens.end == at && m.kind.is_figure() && m.kind != Kind::Age)
    }

    /// "nine days of it in a tank".
    fn is_part(&self) -> bool {
        self.behind(1) == "of" && matches!(self.behind(2), "it" | "which")
    }

    /// "an average of 24", "averaged 24", "24 on average", "a 3.10 goals-against average".
    fn is_average(&self) -> bool {
        let [before, behind_reach] = AVERAGE;
        let number =
            |at: Option<usize>| at.is_some_and(|at| self.text.kind(at) == Some(TokenKind::Number));
        let before = (1..=before)
            .take_while(|&n| !number(self.tokens.start.checked_sub(n)))
            .map(|n| self.before(n));
        let behind = (1..=behind_reach)
            .take_while(|&n| !number(Some(self.tokens.end + n - 1)))
            .map(|n| self.behind(n));
        // What analysts expect "on average" is what they expect.
        let on = (1..=behind_reach)
            .any(|n| self.behind(n) == "average" && n > 1 && self.behind(n - 1) == "on");
        said(before, "average") || !on && said(behind, "average")
    }

    /// "than a year ago", "compared with last year".
    fn is_base(&self) -> bool {
        match self.before(1) {
            "than" => true,
            "with" | "to" => self.before(2) == "compared",
            _ => false,
        }
    }

    /// Whether a date begins at the token.
    fn dated(&self, at: usize) -> bool {
        let mut mentions = self.article.mentions.iter();
        mentions.any(|m| m.tokens.start == at && m.kind == Kind::Date)
    }

    /// "from 187-5", "led 2-0", "2-0 down", "served at 5-4"; but a team that is "at 5-14" has its record.
    fn is_standing(&self, kind: ScoreKind) -> bool {
        let before = (1..=STANDING).map(|n| self.before(n));
        let behind = (1..=STANDING).map(|n| self.behind(n));
        self.before(1) == "from"
            || kind == ScoreKind::Game && self.before(1) == "at"
            || said(before, "standing")
            || said(behind, "standing")
    }

    /// "at a depth of 10 km", "10 km below the surface"; "65 km south of the city".
    fn way(&self) -> Option<Way> {
        let down = said((1..=3).map(|n| self.before(n)), "down")
            || said((1..=2).map(|n| self.behind(n)), "down");
        let away = || said((1..=2).map(|n| self.behind(n)), "away");
        if down {
            Some(Way::Down)
        } else {
            away().then_some(Way::Away)
        }
    }
}

/// Whether one of the words is of that sort, up to what ends their part of the sentence.
fn said<'a>(words: impl Iterator<Item = &'a str>, sort: &str) -> bool {
    let mut words = words.take_while(|word| !is_break(word));
    words.any(|word| is(word, sort))
}

/// Whether the list has the word as one of that sort.
fn is(word: &str, sort: &str) -> bool {
    list!("scope").find(word) == Some(sort)
}

/// What stands behind it belongs to another part of the sentence, or to another clause.
fn is_break(word: &str) -> bool {
    ends_part(word) || matches!(word, "," | "–" | "—" | "--")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::shown;

    /// What stands beside each value that has anything beside it.
    fn scopes(prose: &str) -> Vec<String> {
        let told = shown(prose, |article, claim| {
            let scope = Scope::of(article, claim);
            let flags = [
                (scope.whole.is_some(), "whole"),
                (scope.part, "part"),
                (scope.average, "average"),
                (scope.base, "base"),
                (scope.last_time, "last time"),
                (scope.stretch == Some(Stretch::Offset), "offset"),
                (scope.stretch == Some(Stretch::Account), "account"),
                (scope.stretch == Some(Stretch::Left), "left"),
                (scope.stretch == Some(Stretch::Rule), "rule"),
                (scope.standing, "standing"),
                (scope.way == Some(Way::Down), "down"),
                (scope.way == Some(Way::Away), "away"),
            ];
            let held = flags.iter().filter(|(holds, _)| *holds);
            held.map(|&(_, name)| name).collect::<Vec<_>>().join(" ")
        });
        told.into_iter().filter(|s| !s.ends_with(": ")).collect()
    }

    #[test]
    fn the_words_beside_a_value_say_of_what_it_is() {
        let p = |prose: &str, expected: &[&str]| assert_eq!(scopes(prose), expected, "{prose}");
        p(
            "The jury heard that 17 of the 22 notes were the same.",
            &["22: whole"],
        );
        p(
            "Some 30 of the island's 240 hotels closed.",
            &["240: whole"],
        );
        p(
            "She was one of 450 people who won. Of the 31 hotels most closed.",
            &[],
        );
        p(
            "She played 54 of a possible 58 minutes.",
            &["58 minutes: whole"],
        );
        p(
            "A mother of 12 and a crew of 340 met in a park of 12 acres.",
            &[],
        );
        p(
            "It owns land in 11 states, a third of public land in 9 counties.",
            &[],
        );
        p(
            "They filmed for 12 days, nine days of it at sea.",
            &["nine days: part"],
        );
        p(
            "The average wage of a welder there is $31.",
            &["$31: average"],
        );
        p("He had a 3.10 goals-against average.", &["3.10: average"]);
        p(
            "The average was 12, and 30 came on Monday.",
            &["12: average"],
        );
        p("Bread costs more than a year ago.", &["a year ago: base"]);
        p("Bread rose a year ago.", &[]);
        p("It came 25 minutes later.", &["25 minutes: offset"]);
        p(
            "The hall opened three years late.",
            &["three years: offset"],
        );
        p("She came 16 years before. He came 16 years ago.", &[]);
        p("Analysts expected 67 on average.", &[]);
        p("The siege lasted three hours.", &[]);
        p(
            "It burned down two hours after the match, and nobody saw it.",
            &["two hours: offset"],
        );
        p("They slept for just over two hours after the match.", &[]);
        p(
            "It is a 90-minute game. They played 85 minutes of the match.",
            &["90-minute: rule"],
        );
        p("She sat through a 90-minute speech.", &[]);
        p(
            "Nobody has won there since May. It was the first fire since June.",
            &["May: last time", "June: last time"],
        );
        p("She has been missing since May.", &[]);
        p(
            "In the three months to December sales fell.",
            &["three months: account"],
        );
        p(
            "She scored with eight minutes left and eight minutes to play.",
            &["eight minutes: left", "eight minutes: left"],
        );
        p("He left the eight minutes to her.", &[]);
        p("Rovers led 2-0 and won 3-2.", &["2-0: standing"]);
        p("She served for the match at 5-4.", &["5-4: standing"]);
        p(
            "From 187-5 they were all out for 251.",
            &["187-5: standing"],
        );
        p(
            "The quake was 10 km deep, 65 km south-east of Tarapo.",
            &["10 km: down", "65 km: away"],
        );
        p("It struck at a depth of 12 km.", &["12 km: down"]);
        p("The climber fell 60 metres.", &[]);
    }
}
