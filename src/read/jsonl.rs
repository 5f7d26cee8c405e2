//! Documents as JSON Lines: `{"id", "text", "published"}` a line, the way for pipelines.

use std::path::Path;

use serde::Deserialize;

use super::{Document, InputFormat};
use crate::error::Error;

#[derive(Deserialize)]
struct Record {
    id: Id,
    text: String,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    title: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(i64),
}

/// The documents of `lines`, each as it is read; `path` is what messages call the input. Empty lines are passed over, and
/// a line that is no record is an error of its own: the rest is still read.
pub fn records<'a>(
    path: &'a Path,
    lines: &'a str,
) -> impl Iterator<Item = Result<Document, Error>> + 'a {
    lines
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(move |(i, line)| {
            let record: Record = serde_json::from_str(line).map_err(|error| {
                Error::record(
                    path,
                    i + 1,
                    format!("expected {{\"id\", \"text\", \"published\"}}: {error}"),
                )
            })?;
            let name = match record.id {
                Id::Text(text) => text,
                Id::Number(number) => number.to_string(),
            };
            let mut document = Document::new(i as u32, &name, &record.text, InputFormat::Text);
            if let Some(published) = record.published {
                let day = published.get(..10).unwrap_or(&published).parse();
                document.published = Some(day.map_err(|_| {
                    Error::record(
                        path,
                        i + 1,
                        format!("`published` must be YYYY-MM-DD, but is `{published}`"),
                    )
                })?);
            }
            if record.title.is_some() {
                document.title = record.title;
            }
            Ok(document)
        })
}
