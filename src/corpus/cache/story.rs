//! What was found in a story, as it is kept: all of a report but its articles, which are read again.

use serde::{Deserialize, Serialize};

use super::Key;
use crate::align::Cut;
use crate::finding::Finding;
use crate::{Article, Options, Report};

/// A report without its articles.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kept {
    findings: Vec<Finding>,
    /// What the documents agree on, where somebody wanted to know it.
    agreements: Option<Vec<Finding>>,
    agreed: u32,
    strangers: Vec<(u32, u32)>,
    originals: Vec<u32>,
    cut: Vec<Cut>,
}

impl Kept {
    /// The key of what comparing these documents gives, each with the key of its bytes. The name of a document and its ending
    /// are part of how it is read.
    pub fn key<'a>(
        documents: impl Iterator<Item = (&'a str, Key)>,
        options: &Options,
        agreements: bool,
    ) -> Key {
        let Options {
            format_differences,
            no_self,
        } = *options;
        let asked = [format_differences, no_self, agreements].map(u8::from);
        let mut parts: Vec<Vec<u8>> = vec![b"story".to_vec(), asked.to_vec()];
        for (name, bytes) in documents {
            parts.push(name.as_bytes().to_vec());
            parts.push(bytes.bytes().to_vec());
        }
        Key::all(parts.iter().map(Vec::as_slice))
    }

    /// What is kept of a report; of what its documents agree on no more than how much it is, unless it is wanted.
    pub fn of(report: &Report, agreements: bool) -> Kept {
        let number = |i: usize| i as u32;
        let pairs = report.strangers.iter();
        Kept {
            findings: report.findings.clone(),
            agreements: agreements.then(|| report.agreements.clone()),
            agreed: number(report.agreed),
            strangers: pairs.map(|&(a, b)| (number(a), number(b))).collect(),
            originals: report.originals.iter().map(|&i| number(i)).collect(),
            cut: report.cut.clone(),
        }
    }

    /// The report on these articles; `None` where it is of others.
    pub fn report(self, articles: Vec<Article>) -> Option<Report> {
        let documents = articles.len();
        let within = |i: u32| ((i as usize) < documents).then_some(i as usize);
        let originals: Option<Vec<usize>> = self.originals.into_iter().map(within).collect();
        let strangers = self.strangers.into_iter();
        let strangers: Option<Vec<(usize, usize)>> = strangers
            .map(|(a, b)| Some((within(a)?, within(b)?)))
            .collect();
        let all = self.findings.iter().chain(self.agreements.iter().flatten());
        let mut places = all.flat_map(|f| f.groups.iter().flat_map(|g| &g.occurrences));
        let fits = places.all(|o| {
            let source = |span: crate::source::Span| {
                let article: Option<&Article> = articles.get(span.source().index());
                article.is_some_and(|a| {
                    let text = a.document.source.text();
                    text.get(span.range()).is_some()
                })
            };
            source(o.span) && source(o.sentence)
        });
        let originals = originals.filter(|o| fits && o.len() == documents)?;
        let strangers = strangers?;
        Some(Report {
            agreed: self.agreed as usize,
            originals,
            strangers,
            cut: self.cut,
            ..Report::new(articles, self.findings, self.agreements.unwrap_or_default())
        })
    }
}
