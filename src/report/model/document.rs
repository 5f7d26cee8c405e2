//! A document of a report, and its text for the formats that show it.

use serde::Serialize;
use std::sync::Arc;

use super::Range;
use crate::Article;
use crate::read::{BlockKind, Role};
use crate::report::Detail;

/// One document that was compared.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// Its place among the documents of the report.
    pub id: usize,
    /// The path or name it was given by.
    pub path: String,
    /// How it is written: `text`, `markdown`, `html`, `docx`.
    pub format: &'static str,
    /// Its headline.
    pub title: Option<String>,
    /// The day it was published, `2014-12-29`.
    pub published: Option<String>,
    /// The address that it was published at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its part, where it has one: `draft`, `source`; `reference` of a file of settings, whose lists the others are held to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<&'static str>,
    /// The length of its text.
    pub bytes: usize,
    /// What the offsets of its mentions count in: the `file`, or the text `extracted` from it.
    pub offsets: &'static str,
    /// The document, by its id, that has the same text and stands before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_text_as: Option<usize>,
    /// The story that it belongs to, in a corpus.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
    /// Its text with the markup masked by spaces, for a format that shows whole articles ([`Detail::texts`]); the places of the
    /// mentions are the same in it.
    #[serde(skip)]
    pub text: Option<Arc<str>>,
    /// The headings and paragraphs of that text, in order.
    #[serde(skip)]
    pub blocks: Vec<Block>,
}

/// A heading or paragraph of a document.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// Where it stands.
    pub range: Range,
    /// What it is.
    pub kind: BlockKind,
}

impl Document {
    pub(super) fn of(id: usize, article: &Article, detail: Detail) -> Document {
        let document = &article.document;
        let block = |block: &crate::read::Block| Block {
            range: Range::of(block.span),
            kind: block.kind,
        };
        Document {
            id,
            path: document.source.name().to_owned(),
            format: document.format.name(),
            title: document.title.clone(),
            published: document.published.map(|d| d.to_string()),
            role: (document.role == Role::List).then_some("reference"),
            url: document.url.clone(),
            bytes: document.source.text().len(),
            offsets: if document.source.is_extracted() {
                "extracted"
            } else {
                "file"
            },
            same_text_as: None,
            story: None,
            text: detail.texts.then(|| Arc::clone(&document.prose)),
            blocks: match detail.texts {
                true => document.blocks.iter().map(block).collect(),
                false => Vec::new(),
            },
        }
    }
}
