//! What a reader should know beside the findings: what was not compared, and how much of what there is.

use serde::Serialize;

use crate::align::Cut;
use crate::finding;
use crate::read::Role;
use crate::report;

/// What a reader should know of the comparison itself: two documents that were not compared.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// What sort it is: `different-stories`, `too-many`.
    pub name: &'static str,
    /// The documents concerned, by their ids.
    pub documents: Vec<usize>,
    /// What it says.
    pub message: String,
}

impl Notice {
    /// All that there is to know of a comparison.
    pub fn all(report: &report::Report) -> impl Iterator<Item = Notice> {
        let strangers = report.strangers.iter();
        let strangers = strangers.map(|&pair| Notice::strangers(report, pair));
        strangers.chain(Notice::cuts(report))
    }

    /// Two documents that tell different stories.
    pub(super) fn strangers(report: &report::Report, (a, b): (usize, usize)) -> Notice {
        let name = |i: usize| {
            let article = report.articles.get(i);
            article.map_or("", |a| a.document.source.name())
        };
        Notice {
            name: "different-stories",
            documents: vec![a, b],
            message: format!(
                "`{}` and `{}` have too little in common to tell one story, and {}",
                name(a),
                name(b),
                match report.articles.first().map(|first| first.document.role) {
                    Some(Role::Draft) => "what they say otherwise was not compared",
                    _ => "were not compared",
                }
            ),
        }
    }

    /// The documents of which not everything was compared.
    pub fn cuts(report: &report::Report) -> impl Iterator<Item = Notice> {
        report.cut.iter().map(|cut| Notice::cut(report, cut))
    }

    pub(super) fn cut(report: &report::Report, cut: &Cut) -> Notice {
        let article = report.articles.get(cut.article);
        let (given, what, compared) = (cut.given, cut.what.name(), cut.compared);
        Notice {
            name: "too-many",
            documents: vec![cut.article],
            message: format!(
                "`{}` gives {given} {what}, of which the first {compared} are compared; split it to compare all",
                article.map_or("", |a| a.document.source.name()),
            ),
        }
    }
}

/// How many of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Answers that cannot all be right.
    pub conflict: usize,
    /// Names spelled two ways.
    pub variant: usize,
    /// Answers of which one is later.
    pub update: usize,
    /// Questions that are answered alike.
    pub agreement: usize,
    /// What is allowed and not found; no disagreement.
    #[serde(skip_serializing_if = "is_zero")]
    pub unused: usize,
    /// Findings that somebody has accepted; in no other number.
    #[serde(skip_serializing_if = "is_zero")]
    pub allowed: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "what serde asks for")]
fn is_zero(n: &usize) -> bool {
    *n == 0
}

impl Summary {
    pub(super) fn of(report: &report::Report) -> Summary {
        use finding::Verdict;
        let count = |verdict| {
            report
                .findings
                .iter()
                .filter(|f| f.verdict == verdict)
                .count()
        };
        Summary {
            conflict: count(Verdict::Conflict),
            variant: count(Verdict::Variant),
            update: count(Verdict::Update),
            agreement: report.agreed,
            unused: count(Verdict::Unused),
            allowed: report.allowed.len(),
        }
    }

    pub(super) fn add(&mut self, other: Summary) {
        self.conflict += other.conflict;
        self.variant += other.variant;
        self.update += other.update;
        self.agreement += other.agreement;
        self.unused += other.unused;
        self.allowed += other.allowed;
    }
}
