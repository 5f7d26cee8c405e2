//! One story, or a part of it, compared: the report and what to say on it.

use std::collections::BTreeMap;

use crate::config::Settings;
use crate::corpus::cache::{Cache, Kept, Key};
use crate::corpus::{Corpus, Opened, Story};
use crate::report::model::Notice;
use crate::report::tally::counted;
use crate::report::{Report, escape};
use crate::{Article, Document};

/// Documents that are compared with each other: a story, or a part of one that has too many.
pub(super) struct Part<'a> {
    pub(super) story: &'a Story,
    documents: Vec<usize>,
    number: usize,
    of: usize,
}

impl Part<'_> {
    /// What stands above its findings.
    pub(super) fn heading(&self) -> String {
        let which = match self.of {
            1 => String::new(),
            of => format!(", part {} of {of}", self.number),
        };
        format!(
            "{} ({}{which})",
            escape::line(&self.story.name),
            counted(self.documents.len(), "document", "documents")
        )
    }
}

/// All stories, in the order of their names, in parts where they are too large.
pub(super) fn parts(corpus: &Corpus) -> Vec<Part<'_>> {
    let of_story = |story| {
        let parts = Story::parts(story, &corpus.entries);
        let of = parts.len();
        let numbered = parts.into_iter().zip(1..);
        numbered.map(move |(documents, number)| Part {
            story,
            documents,
            number,
            of,
        })
    };
    corpus.stories.iter().flat_map(of_story).collect()
}

/// What became of a part.
pub(super) struct Compared {
    pub(super) report: Report,
    /// What to say on it, in order.
    pub(super) problems: Vec<anyhow::Error>,
    /// Whether some of it could not be read.
    pub(super) failed: bool,
}

/// What comparing needs to know beside the documents.
pub(super) struct Comparing<'a> {
    pub(super) settings: &'a Settings,
    pub(super) corpus: &'a Corpus,
    /// What was found before.
    pub(super) cache: Option<&'a Cache>,
    /// Whether what is reported, or the settings, look at what the documents say beside the findings.
    pub(super) articles_wanted: bool,
    /// Whether they look at what the documents agree on.
    pub(super) agreements_wanted: bool,
}

/// Reads the documents of a part and compares them.
pub(super) fn compare(comparing: &Comparing<'_>, part: &Part<'_>) -> Compared {
    let Opened {
        documents,
        keys,
        problems: unread,
    } = comparing.corpus.open(&part.documents);
    let failed = !unread.is_empty();
    let mut problems: Vec<anyhow::Error> = unread.into_iter().map(Into::into).collect();
    if part.number == 1 && part.of > 1 {
        problems.push(anyhow::anyhow!(
            "note: story `{}` has {} documents, too many to compare each with each; they are compared in {} parts, by day \
             (`--stories auto` sorts them by what they tell)",
            part.story.name,
            part.story.documents.len(),
            part.of
        ));
    }
    let notices = documents.iter().flat_map(|d| &d.notices);
    problems.extend(notices.map(|notice| anyhow::anyhow!("note: {notice}")));
    for document in documents.iter().filter(|d| d.blocks.is_empty()) {
        problems.push(anyhow::anyhow!(
            "note: `{}` holds no text, so nothing in it can disagree",
            document.source.name()
        ));
    }
    let report = report(comparing, documents, &keys);
    problems.extend(strangers(part.story, &report));
    problems
        .extend(Notice::cuts(&report).map(|notice| anyhow::anyhow!("note: {}", notice.message)));
    Compared {
        report,
        problems,
        failed,
    }
}

/// What comparing the documents gives, or gave before.
fn report(comparing: &Comparing<'_>, documents: Vec<Document>, keys: &[Key]) -> Report {
    let (options, agreements) = (comparing.settings.options(), comparing.agreements_wanted);
    let compared = |documents| {
        let mut report = crate::compare_for(documents, &options, agreements);
        if !comparing.articles_wanted {
            report.articles = report.articles.into_iter().map(Article::put_down).collect();
        }
        report
    };
    let Some(cache) = comparing.cache else {
        return compared(documents);
    };
    let named = documents.iter().map(|d| d.source.name());
    let key = Kept::key(named.zip(keys.iter().copied()), &options, agreements);
    if let Some(kept) = cache.get::<Kept>(key) {
        let article = match comparing.articles_wanted {
            true => crate::analyze,
            false => Article::unread,
        };
        let articles = documents.iter().cloned().map(article).collect();
        if let Some(report) = kept.report(articles) {
            return report;
        }
    }
    let report = compared(documents);
    cache.put(key, &Kept::of(&report, agreements));
    report
}

/// A note on the documents that tell another story than all the others.
fn strangers(story: &Story, report: &Report) -> Option<anyhow::Error> {
    let documents = report.articles.len();
    let mut apart: BTreeMap<usize, usize> = BTreeMap::new();
    for &(a, b) in &report.strangers {
        *apart.entry(a).or_default() += 1;
        *apart.entry(b).or_default() += 1;
    }
    let alone: Vec<String> = apart
        .into_iter()
        .filter(|&(_, strangers)| strangers + 1 == documents)
        .map(|(document, _)| format!("`{}`", report.articles[document].document.source.name()))
        .collect();
    let which = match alone.len() {
        0 => return None,
        1 => format!(
            "{} has too little in common with the others to tell one story, and was",
            alone[0]
        ),
        n if n == documents => {
            "the documents have too little in common to tell one story, and were".to_owned()
        }
        n => {
            let more = match n.saturating_sub(NAMED) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let named = alone[..n.min(NAMED)].join(", ");
            format!(
                "{named}{more} have too little in common with the others to tell one story, and were"
            )
        }
    };
    Some(anyhow::anyhow!(
        "note: in story `{}`, {which} not compared",
        story.name
    ))
}

/// So many documents are named in a note.
const NAMED: usize = 5;
