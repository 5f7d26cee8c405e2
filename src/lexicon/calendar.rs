//! The words of dates and times: what a month, a holiday or a time zone is called.

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};
use rustc_hash::FxHashMap;

use super::table;
use crate::value::{CalendarUnit, Lean, Part};

/// What a word means in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarWord {
    /// A month; `true` for an abbreviation.
    Month(i8, bool),
    /// A day of the week; `true` for an abbreviation.
    Weekday(Weekday, bool),
    /// "Tuesdays": a habit, and a date only when counted ("two Tuesdays ago").
    Weekdays(Weekday),
    /// "today" and its like, in days from the day of publication.
    Day(i32),
    /// "morning", "night": after "last", a day so many days from publication.
    DayPart(i32),
    /// A unit of time.
    Unit(CalendarUnit),
    /// A season, 1 (spring) to 4 (winter).
    Season(i8),
    /// "early", "end".
    Part(Part),
    /// "last", "next", "this".
    Lean(Lean),
    /// "the following": counted from the text, not from publication.
    Following(i32),
    /// "that", "same": the unit of the date before in the text.
    Same,
    /// "ago", "hence": counted from publication; -1 or 1.
    Ago(i32),
    /// "afterwards": counted from the text; -1 or 1.
    Later(i32),
    /// "a", "an": one, where a unit follows.
    Article,
    /// A number word.
    Number(i32),
    /// "few", "several": from, to.
    Vague(i32, i32),
    /// "first" to "twentieth", and "thirtieth".
    Ordinal(i8),
    /// "nineties": the tens.
    Decade(i16),
    /// "half".
    Half,
}

/// A word of the list: its meaning, and the marks that it bears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CalendarEntry {
    /// What it means in a date; `None` for a word that only tells of its neighbours.
    pub meaning: Option<CalendarWord>,
    marks: u32,
}

/// What a word tells of a date beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum CalendarMark {
    /// A lone "May" after it is the month.
    MonthCue = 1,
    /// Four digits after it are a year.
    YearCue = 2,
    /// Four digits after it are a year, unless a counted noun follows.
    YearWeak = 4,
    /// A year may be its subject.
    YearVerb = 8,
    /// Four digits before it are no year.
    CountNoun = 16,
    /// A plural that a year may stand before.
    EventNoun = 32,
    /// The clause tells what will happen.
    Future = 64,
    /// The same, where a form of "be" stands before it.
    FutureBe = 1024,
    /// The clause tells what has happened.
    Past = 128,
    /// A weekday after it is part of a name.
    NameBefore = 256,
    /// A weekday before it is part of a name.
    NameAfter = 512,
    /// A weekday after it is a habit: "every Tuesday".
    Habit = 2048,
    /// "to", "until": a date, it, and a date are a range.
    Joins = 4096,
    /// A holiday before it names no day: "the Christmas tree".
    HolidayThing = 8192,
    /// "Sept. 11" before it is the name of the attacks.
    AttackThing = 16384,
    /// "the third quarter" beside it is that of a year.
    Business = 32768,
    /// "the third quarter" beside it is that of a game.
    Sport = 65536,
    /// "the 70s" beside it are no years.
    Weather = 131072,
}

impl CalendarEntry {
    /// Whether the word bears the mark.
    pub fn has(self, mark: CalendarMark) -> bool {
        self.marks & mark as u32 != 0
    }
}

/// The entry of a lower-case word; empty for words that are not in the list.
pub fn calendar_word(word: &str) -> CalendarEntry {
    static LIST: LazyLock<FxHashMap<&'static str, CalendarEntry>> = LazyLock::new(|| {
        let mut list: FxHashMap<&'static str, CalendarEntry> = FxHashMap::default();
        for row in table(include_str!("calendar.tsv")).rows {
            let entry = list.entry(row[0]).or_default();
            match mark(row[1]) {
                Some(mark) => entry.marks |= mark as u32,
                None => entry.meaning = meaning(row[1], row[2]),
            }
        }
        list
    });
    LIST.get(word).copied().unwrap_or_default()
}

fn mark(kind: &str) -> Option<CalendarMark> {
    Some(match kind {
        "month-cue" => CalendarMark::MonthCue,
        "year-cue" => CalendarMark::YearCue,
        "year-weak" => CalendarMark::YearWeak,
        "year-verb" => CalendarMark::YearVerb,
        "count-noun" => CalendarMark::CountNoun,
        "event-noun" => CalendarMark::EventNoun,
        "future" => CalendarMark::Future,
        "future-be" => CalendarMark::FutureBe,
        "past" => CalendarMark::Past,
        "habit" => CalendarMark::Habit,
        "joins" => CalendarMark::Joins,
        "holiday-thing" => CalendarMark::HolidayThing,
        "attack-thing" => CalendarMark::AttackThing,
        "business" => CalendarMark::Business,
        "sport" => CalendarMark::Sport,
        "weather" => CalendarMark::Weather,
        "name-before" => CalendarMark::NameBefore,
        "name-after" => CalendarMark::NameAfter,
        _ => return None,
    })
}

fn meaning(kind: &str, value: &str) -> Option<CalendarWord> {
    let small = || value.parse::<i8>().ok();
    let number = || value.parse::<i32>().ok();
    let weekday = || Weekday::from_monday_one_offset(small()?).ok();
    Some(match kind {
        "month" => CalendarWord::Month(small()?, false),
        "month-short" => CalendarWord::Month(small()?, true),
        "weekday" => CalendarWord::Weekday(weekday()?, false),
        "weekday-short" => CalendarWord::Weekday(weekday()?, true),
        "weekdays" => CalendarWord::Weekdays(weekday()?),
        "day" => CalendarWord::Day(number()?),
        "daypart" => CalendarWord::DayPart(number()?),
        "unit" => CalendarWord::Unit(match value {
            "hour" | "minute" => CalendarUnit::Hour,
            "day" => CalendarUnit::Day,
            "week" => CalendarUnit::Week,
            "weekend" => CalendarUnit::Weekend,
            "fortnight" => CalendarUnit::Fortnight,
            "month" => CalendarUnit::Month,
            "quarter" => CalendarUnit::Quarter,
            "year" => CalendarUnit::Year,
            "decade" => CalendarUnit::Decade,
            "century" => CalendarUnit::Century,
            _ => return None,
        }),
        "season" => CalendarWord::Season(small()?),
        "part" => CalendarWord::Part(match value {
            "early" => Part::Early,
            "mid" => Part::Mid,
            "late" => Part::Late,
            "before" => Part::Before,
            "after" => Part::After,
            _ => return None,
        }),
        "lean" => match value {
            "last" => CalendarWord::Lean(Lean::Last),
            "next" => CalendarWord::Lean(Lean::Next),
            "this" => CalendarWord::Lean(Lean::This),
            "following" => CalendarWord::Following(1),
            "previous" => CalendarWord::Following(-1),
            _ => return None,
        },
        "same" => CalendarWord::Same,
        "way" => match value {
            "ago" => CalendarWord::Ago(-1),
            "hence" => CalendarWord::Ago(1),
            "later" => CalendarWord::Later(1),
            "earlier" => CalendarWord::Later(-1),
            _ => return None,
        },
        "article" => CalendarWord::Article,
        "number" => CalendarWord::Number(number()?),
        "vague" => {
            let (low, high) = value.split_once('-').unwrap_or((value, value));
            CalendarWord::Vague(low.parse().ok()?, high.parse().ok()?)
        }
        "ordinal" => CalendarWord::Ordinal(small()?),
        "decade" => CalendarWord::Decade(value.parse().ok()?),
        "half" => CalendarWord::Half,
        _ => return None,
    })
}

/// A holiday: its name in words, and the rules for its day; none where its day is not to be reckoned.
#[derive(Clone, Debug)]
pub struct Holiday {
    /// The words of its name, lower case.
    pub name: Vec<&'static str>,
    rules: Vec<Rule>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Fixed {
        month: i8,
        day: i8,
    },
    Nth {
        month: i8,
        nth: i8,
        weekday: Weekday,
        plus: i64,
    },
    Easter(i64),
}

/// All holidays of the list.
pub fn holidays() -> &'static [Holiday] {
    &HOLIDAYS.0
}

/// The indexes of the holidays whose name starts with this lower-case word, the longest name first.
pub fn holidays_from(word: &str) -> &'static [u16] {
    HOLIDAYS.1.get(word).map_or(&[], Vec::as_slice)
}

type ByFirstWord = FxHashMap<&'static str, Vec<u16>>;

static HOLIDAYS: LazyLock<(Vec<Holiday>, ByFirstWord)> = LazyLock::new(|| {
    let list: Vec<Holiday> = table(include_str!("holidays.tsv"))
        .rows
        .iter()
        .map(|row| Holiday {
            name: words(row[0]),
            rules: row[1].split('|').filter_map(rule).collect(),
        })
        .collect();
    let mut first: ByFirstWord = FxHashMap::default();
    // A name sorts before the longer names that start with it, so the reverse has the longest first.
    for (index, holiday) in (0..list.len() as u16).zip(&list).rev() {
        if let Some(word) = holiday.name.first() {
            first.entry(word).or_default().push(index);
        }
    }
    (list, first)
});

/// A name cut as the tokens of a text are cut: "new year's day" gives new, year, 's, day.
fn words(name: &'static str) -> Vec<&'static str> {
    let mut words = Vec::new();
    for word in name.split(' ') {
        match word.find(['\'', '.', ',', '-']) {
            Some(at) if word[at..].starts_with('-') => {
                words.extend([&word[..at], "-", &word[at + 1..]]);
            }
            Some(at) => {
                words.push(&word[..at]);
                words.push(&word[at..]);
            }
            None => words.push(word),
        }
    }
    words
}

fn rule(text: &str) -> Option<Rule> {
    if let Some(days) = text.strip_prefix("easter") {
        return days.parse().ok().map(Rule::Easter);
    }
    if let Some((month, day)) = text.split_once('-')
        && let (Ok(month), Ok(day)) = (month.parse(), day.parse())
    {
        return Some(Rule::Fixed { month, day });
    }
    let mut fields = text.split(' ');
    Some(Rule::Nth {
        month: fields.next()?.parse().ok()?,
        nth: fields.next()?.parse().ok()?,
        weekday: Weekday::from_monday_one_offset(fields.next()?.parse().ok()?).ok()?,
        plus: fields.next().map_or(Some(0), |plus| plus.parse().ok())?,
    })
}

impl Holiday {
    /// Its days in a year: one, or one for each group of countries that keeps it on a day of its own, or none that is known.
    pub fn days(&self, year: i16) -> impl Iterator<Item = Date> + '_ {
        self.rules.iter().filter_map(move |rule| {
            let add = |date: Date, days: i64| date.checked_add(jiff::Span::new().days(days)).ok();
            match *rule {
                Rule::Fixed { month, day } => Date::new(year, month, day).ok(),
                Rule::Nth {
                    month,
                    nth,
                    weekday,
                    plus,
                } => Date::new(year, month, 1)
                    .ok()?
                    .nth_weekday_of_month(nth, weekday)
                    .ok()
                    .and_then(|date| add(date, plus)),
                Rule::Easter(days) => add(easter(year)?, days),
            }
        })
    }

    /// Month and day, where every year has the same.
    pub fn fixed(&self) -> Option<(i8, i8)> {
        match self.rules.as_slice() {
            [Rule::Fixed { month, day }] => Some((*month, *day)),
            _ => None,
        }
    }
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, (n / 31) as i8, (n % 31 + 1) as i8).ok()
}

/// The minutes east of UTC of a time zone by its abbreviation in lower case; the inner `None` where the abbreviation is
/// that of several zones.
pub fn zone(abbreviation: &str) -> Option<Option<i16>> {
    static LIST: LazyLock<FxHashMap<&'static str, Option<i16>>> = LazyLock::new(|| {
        table(include_str!("zones.tsv"))
            .rows
            .iter()
            .map(|row| (row[0], row[1].parse().ok()))
            .collect()
    });
    LIST.get(abbreviation).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_word_has_a_meaning_or_a_mark() {
        for row in table(include_str!("calendar.tsv")).rows {
            assert!(
                mark(row[1]).is_some() || meaning(row[1], row[2]).is_some(),
                "{row:?}"
            );
        }
        for holiday in holidays() {
            assert_eq!(
                holiday.days(2014).count() == 0,
                holiday.rules.is_empty(),
                "{holiday:?}"
            );
        }
        for row in table(include_str!("holidays.tsv")).rows {
            assert!(
                row[1] == "unknown" || row[1].split('|').all(|part| rule(part).is_some()),
                "{row:?}"
            );
        }
    }

    #[test]
    fn holidays_fall_on_their_days() {
        let p = |name: &str, year: i16, expected: Date| {
            let words: Vec<&str> = name.split(' ').collect();
            let holiday = holidays().iter().find(|h| h.name == words).unwrap();
            assert_eq!(holiday.days(year).collect::<Vec<_>>(), [expected], "{name}");
        };
        p("easter", 2014, date(2014, 4, 20));
        p("easter", 2000, date(2000, 4, 23));
        p("good friday", 2015, date(2015, 4, 3));
        p("thanksgiving", 2014, date(2014, 11, 27));
        p("black friday", 2013, date(2013, 11, 29));
        p("memorial day", 2014, date(2014, 5, 26));
        p("christmas", 2014, date(2014, 12, 25));
        p("new year 's eve", 2014, date(2014, 12, 31));
        p("shrove tuesday", 2014, date(2014, 3, 4));
    }

    #[test]
    fn ambiguous_zones_have_no_offset() {
        assert_eq!(zone("gmt"), Some(Some(0)));
        assert_eq!(zone("est"), Some(Some(-300)));
        assert_eq!(zone("ist"), Some(None));
        assert_eq!(zone("usd"), None);
    }
}
