//! What the parts of the page share: the stories, short names for the documents, and who says what where.

use std::path::Path;

use rustc_hash::FxHashMap;

use crate::report::model::{Document, Finding, Occurrence, Report};
use crate::report::tally::{WORDS, Words, tally};

/// How many bytes of articles a page holds. A browser opens a page of twice that in about a second; above it, it is the texts that
/// a reader waits for, and not the findings.
const TEXTS_MAX: usize = 8 << 20;

/// The report as the parts of the page need it.
pub(super) struct Page<'a> {
    pub(super) report: &'a Report,
    pub(super) stories: Vec<Story<'a>>,
    /// What is found, then what is agreed on, then what is accepted.
    pub(super) entries: Vec<Entry<'a>>,
    /// A short name for each document, that no other of its story has.
    pub(super) labels: Vec<String>,
    /// For each document, what is highlighted in it.
    pub(super) marks: Vec<Vec<Mark>>,
    /// For each document, whether its text is on the page.
    pub(super) with_text: Vec<bool>,
    /// How many documents would be on the page if there were room.
    pub(super) left_out: usize,
}

/// A story, by the places of its documents and entries.
pub(super) struct Story<'a> {
    pub(super) name: Option<&'a str>,
    pub(super) documents: Vec<usize>,
    pub(super) entries: Vec<usize>,
}

/// Which list of the report an entry stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The documents disagree.
    Found,
    /// They agree.
    Agreed,
    /// They disagree, and somebody has accepted it.
    Accepted,
}

/// A finding or an agreement.
pub(super) struct Entry<'a> {
    /// What it is called on the page: `f0`, `a0`, `x0`.
    pub(super) id: String,
    pub(super) finding: &'a Finding,
    pub(super) story: usize,
    pub(super) part: Part,
}

/// A place in a document where an answer stands.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) entry: usize,
    pub(super) group: usize,
}

impl<'a> Page<'a> {
    pub(super) fn of(report: &'a Report) -> Page<'a> {
        let mut page = Page {
            report,
            stories: Vec::new(),
            entries: Vec::new(),
            labels: Vec::new(),
            marks: vec![Vec::new(); report.documents.len()],
            with_text: Vec::new(),
            left_out: 0,
        };
        let mut of_name: FxHashMap<Option<&str>, usize> = FxHashMap::default();
        for document in &report.documents {
            let name = document.story.as_deref();
            let story = *of_name.entry(name).or_insert_with(|| {
                page.stories.push(Story {
                    name,
                    documents: Vec::new(),
                    entries: Vec::new(),
                });
                page.stories.len() - 1
            });
            page.stories[story].documents.push(document.id);
        }
        page.labels = vec![String::new(); report.documents.len()];
        for story in &page.stories {
            let documents = story.documents.iter();
            let documents: Vec<&Document> = documents.map(|&d| &report.documents[d]).collect();
            for (label, &document) in labels(&documents).into_iter().zip(&story.documents) {
                page.labels[document] = label;
            }
        }
        for (part, letter, list) in [
            (Part::Found, 'f', Some(&report.findings)),
            (Part::Agreed, 'a', report.agreements.as_ref()),
            (Part::Accepted, 'x', report.allowed.as_ref()),
        ] {
            for (i, finding) in list.into_iter().flatten().enumerate() {
                let known = of_name.get(&finding.story.as_deref());
                page.add(Entry {
                    id: format!("{letter}{i}"),
                    finding,
                    story: known.copied().unwrap_or_default(),
                    part,
                });
            }
        }
        page.choose_texts(TEXTS_MAX);
        page
    }

    fn add(&mut self, entry: Entry<'a>) {
        let index = self.entries.len();
        for (group, answer) in entry.finding.groups.iter().enumerate() {
            for mention in &answer.mentions {
                if let Some(marks) = self.marks.get_mut(mention.document) {
                    marks.push(Mark {
                        start: mention.start,
                        end: mention.end,
                        entry: index,
                        group,
                    });
                }
            }
        }
        if let Some(story) = self.stories.get_mut(entry.story) {
            story.entries.push(index);
        }
        self.entries.push(entry);
    }

    /// The texts of the documents in which something is highlighted, in their order, as long as there is room.
    fn choose_texts(&mut self, most: usize) {
        let mut room = most;
        for (document, marks) in self.report.documents.iter().zip(&self.marks) {
            let length = document.text.as_deref().filter(|_| !marks.is_empty());
            let fits = length.is_some_and(|text| text.len() <= room);
            if let Some(text) = length {
                room -= if fits { text.len() } else { 0 };
                self.left_out += usize::from(!fits);
            }
            self.with_text.push(fits);
        }
    }

    /// How much text a page holds, in words.
    pub(super) fn most_text() -> String {
        format!("{} MB", TEXTS_MAX >> 20)
    }

    /// Whether the document's text is on the page.
    pub(super) fn has_text(&self, document: usize) -> bool {
        self.with_text.get(document) == Some(&true)
    }

    /// The short name of the document.
    pub(super) fn label(&self, document: usize) -> &str {
        self.labels.get(document).map_or("", String::as_str)
    }

    /// The day the document was published.
    pub(super) fn published(&self, document: usize) -> Option<&'a str> {
        self.report.documents.get(document)?.published.as_deref()
    }

    /// What stands in the list.
    pub(super) fn part(&self, part: Part) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(move |e| e.part == part)
    }

    /// What is found or agreed on in the story, findings first.
    pub(super) fn entries_of(&self, story: &Story<'_>) -> impl Iterator<Item = &Entry<'a>> {
        story.entries.iter().filter_map(|&e| self.entries.get(e))
    }
}

impl Entry<'_> {
    /// What the answers are about; what kind of value they are, where the texts have no word for it.
    pub(super) fn about(&self) -> &str {
        match self.finding.about.as_str() {
            "" => self.finding.kind,
            about => about,
        }
    }

    /// The class of the colour in which an answer is marked. Of many answers the last share one; what is no finding has none.
    pub(super) fn tint(&self, group: usize) -> &'static str {
        const TINTS: [&str; 4] = ["g0", "g1", "g2", "g3"];
        match self.part {
            Part::Found => TINTS.get(group).unwrap_or(&"g4"),
            Part::Agreed | Part::Accepted => "same",
        }
    }

    /// The answers that the document gives, by their number, each with the first place where it does.
    pub(super) fn answers(&self, document: usize) -> impl Iterator<Item = (usize, &Occurrence)> {
        let groups = self.finding.groups.iter().enumerate();
        groups.filter_map(move |(i, group)| {
            let mut mentions = group.mentions.iter();
            Some((i, mentions.find(|m| m.document == document)?))
        })
    }
}

/// What an answer is called beside its value, so that nobody needs to tell colours apart: A, B, C.
pub(super) fn letter(group: usize) -> char {
    const LETTERS: &[u8; 26] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    LETTERS.get(group).map_or('+', |&letter| char::from(letter))
}

/// What the verdict of that name is called.
pub(super) fn verdict(name: &str) -> &'static Words {
    Words::of(name).unwrap_or(&WORDS[0])
}

/// How many of each verdict there are among the entries.
pub(super) fn tallied<'a>(
    entries: impl Iterator<Item = &'a Entry<'a>>,
) -> Vec<(&'static Words, usize)> {
    tally(entries.map(|e| e.finding.verdict))
}

/// The shortest ends of the paths that tell the documents of a story apart.
fn labels(documents: &[&Document]) -> Vec<String> {
    let parts = |d: &&Document| -> Vec<String> {
        let parts = Path::new(&d.path).iter();
        parts.map(|p| p.to_string_lossy().into_owned()).collect()
    };
    let paths: Vec<Vec<String>> = documents.iter().map(parts).collect();
    let longest = paths.iter().map(Vec::len).max().unwrap_or_default();
    for length in 1..longest {
        let ends = paths
            .iter()
            .map(|p| p[p.len().saturating_sub(length)..].join("/"));
        let labels: Vec<String> = ends.collect();
        let mut distinct: Vec<&String> = labels.iter().collect();
        distinct.sort_unstable();
        distinct.dedup();
        if distinct.len() == labels.len() {
            return labels;
        }
    }
    documents.iter().map(|d| d.path.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::Story;
    use crate::report::{Detail, OutputFormat};

    fn report(texts: &[&str]) -> Report {
        let found = crate::compare(crate::read::documents(texts));
        let detail = OutputFormat::Html.detail(Detail::default());
        Report::new([Story::of(&found, detail, None)])
    }

    #[test]
    fn documents_are_called_by_as_little_of_their_paths_as_tells_them_apart() {
        let mut report = report(&["One.", "Two."]);
        let mut p = |a: &str, b: &str| {
            report.documents[0].path = a.to_owned();
            report.documents[1].path = b.to_owned();
            Page::of(&report).labels
        };
        assert_eq!(p("x/a.md", "x/b.md"), ["a.md", "b.md"]);
        assert_eq!(p("x/1/a.md", "x/2/a.md"), ["1/a.md", "2/a.md"]);
        assert_eq!(p("a.md", "x/a.md"), ["a.md", "x/a.md"]);
        assert_eq!(p("a.md", "a.md"), ["a.md", "a.md"]);
        assert_eq!(p("-", ""), ["-", ""]);
    }

    #[test]
    fn articles_for_which_there_is_no_room_are_counted() {
        let report = report(&[
            "The Harbour Museum opened on Monday. The new wing cost $44 million to build.",
            "The Harbour Museum opened on Monday. The new wing cost $75 million to build.",
        ]);
        let p = |most: usize| {
            let mut page = Page::of(&report);
            (page.with_text, page.left_out) = (Vec::new(), 0);
            page.choose_texts(most);
            (page.with_text, page.left_out)
        };
        assert_eq!(p(1000), (vec![true, true], 0));
        assert_eq!(p(100), (vec![true, false], 1));
        assert_eq!(p(0), (vec![false, false], 2));
    }

    #[test]
    fn answers_beyond_the_letters_and_tints_have_one_too() {
        assert_eq!((letter(0), letter(25), letter(26)), ('A', 'Z', '+'));
    }
}
