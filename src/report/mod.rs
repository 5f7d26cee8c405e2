//! A report and how it is written; a file per output format.

pub mod candidates;
pub mod claims;
pub mod csv;
mod difference;
pub(crate) mod escape;
mod evidence;
mod excerpt;
pub mod github;
pub mod html;
pub mod json;
pub mod jsonl;
pub mod junit;
pub mod markdown;
pub mod model;
mod only;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod paths;
mod plain;
pub mod sarif;
mod sheet;
pub mod statement;
pub mod table;
pub(crate) mod tally;
pub mod template;
pub mod text;
pub mod verified;
pub mod why;
mod wording;

use crate::Article;
use crate::align::Cut;
use crate::finding::{Allowed, Finding};

/// What the report holds beside the findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// What the documents agree on.
    pub agreements: bool,
    /// What one document alone says.
    pub only_in: bool,
    /// What the documents disagree on and somebody has accepted.
    pub allowed: bool,
    /// How sure each finding is, and what spoke for and against it.
    pub explain: bool,
    /// The whole text of each document, for a format that shows articles.
    pub texts: bool,
    /// What each document says, for a format that lists it.
    pub claims: bool,
    /// How many characters a line of the terminal has that the text is read on; `None` where it may be of any length.
    pub width: Option<u16>,
}

impl Detail {
    /// What either of two asks for.
    #[must_use]
    pub(crate) fn and(self, other: Detail) -> Detail {
        Detail {
            agreements: self.agreements || other.agreements,
            only_in: self.only_in || other.only_in,
            allowed: self.allowed || other.allowed,
            explain: self.explain || other.explain,
            texts: self.texts || other.texts,
            claims: self.claims || other.claims,
            width: self.width.or(other.width),
        }
    }
}

/// What a report shows beside the findings where it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extra {
    Agreements,
    OnlyIn,
    Allowed,
    Explanations,
}

impl Extra {
    /// The flag that asks for it.
    pub(crate) fn flag(self) -> &'static str {
        match self {
            Extra::Agreements => "--agreements",
            Extra::OnlyIn => "--only-in",
            Extra::Allowed => "--allowed",
            Extra::Explanations => "--explain",
        }
    }
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, clap::ValueEnum)]
pub enum OutputFormat {
    /// For reading.
    Text,
    /// One `crosscheck.report/1` object.
    Json,
    /// A finding a line, each a `crosscheck.finding/1` object with its documents.
    Jsonl,
    /// A table for a comment on a pull request.
    Markdown,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
    /// Annotations of GitHub Actions; chosen by itself there.
    Github,
    /// JUnit XML, for the test view of a CI server.
    Junit,
    /// A row a finding, for a spreadsheet.
    Csv,
    /// A row a claim, for a notebook: what each document says of what.
    ClaimsCsv,
    /// The same rows as a Parquet file, where the program was built with `--features parquet`.
    Parquet,
    /// A page by itself, with the articles side by side.
    Html,
}

impl OutputFormat {
    /// Whether it shows what is asked for beside the findings.
    pub(crate) fn shows(self, extra: Extra) -> bool {
        match self {
            OutputFormat::Text | OutputFormat::Json => true,
            OutputFormat::Jsonl => extra != Extra::OnlyIn,
            OutputFormat::Csv => matches!(extra, Extra::Agreements | Extra::Allowed),
            OutputFormat::Html => extra != Extra::Explanations,
            OutputFormat::Markdown | OutputFormat::Sarif => extra == Extra::Allowed,
            OutputFormat::Github
            | OutputFormat::Junit
            | OutputFormat::ClaimsCsv
            | OutputFormat::Parquet => false,
        }
    }

    /// What the report must hold beside the findings to be written so.
    pub fn detail(self, detail: Detail) -> Detail {
        match self {
            OutputFormat::Text | OutputFormat::Json | OutputFormat::Jsonl | OutputFormat::Csv => {
                detail
            }
            OutputFormat::ClaimsCsv | OutputFormat::Parquet => Detail {
                claims: true,
                ..detail
            },
            OutputFormat::Markdown
            | OutputFormat::Sarif
            | OutputFormat::Github
            | OutputFormat::Junit => Detail {
                agreements: false,
                only_in: false,
                explain: false,
                ..detail
            },
            OutputFormat::Html => Detail {
                texts: true,
                ..detail
            },
        }
    }
}

/// What a comparison gives.
#[derive(Clone, Debug)]
pub struct Report {
    /// The documents compared, in the order given.
    pub articles: Vec<Article>,
    /// Where they disagree.
    pub findings: Vec<Finding>,
    /// Where they agree.
    pub agreements: Vec<Finding>,
    /// How many questions they agree on: as many as `agreements`, which are left out where nobody wants them and the report is
    /// one that was kept.
    pub agreed: usize,
    /// Where they disagree and somebody has accepted it.
    pub allowed: Vec<Allowed>,
    /// Pairs of documents, by their order, that tell different stories: nothing in them was compared.
    pub strangers: Vec<(usize, usize)>,
    /// The documents of which not everything was compared, as there is too much of it.
    pub cut: Vec<Cut>,
    /// For each document, by their order, the first one that has the same text; itself, where none before it has. However
    /// many print a text, it is one source.
    pub originals: Vec<usize>,
}

impl Report {
    /// The confidence below which findings are left out where nobody says otherwise: none, because what judge gives is
    /// what it would stand by. It rises when the figures show that the lower end is mostly wrong.
    pub const MIN_CONFIDENCE: f64 = 0.0;

    /// The first document that has the text of this one.
    pub(crate) fn original(&self, document: usize) -> Option<usize> {
        self.originals.get(document).copied()
    }

    /// Leaves out the findings below a confidence from 0 to 1.
    pub fn leave_out_below(&mut self, confidence: f64) {
        self.findings.retain(|f| f.confidence >= confidence);
        self.allowed.retain(|a| a.finding.confidence >= confidence);
    }

    /// The report, its findings in the order in which they stand in the documents.
    pub fn new(articles: Vec<Article>, findings: Vec<Finding>, agreements: Vec<Finding>) -> Report {
        Report {
            originals: (0..articles.len()).collect(),
            agreed: agreements.len(),
            articles,
            findings,
            agreements,
            allowed: Vec::new(),
            strangers: Vec::new(),
            cut: Vec::new(),
        }
    }
}
