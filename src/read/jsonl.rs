//! Documents as JSON Lines: `{"id", "text", "published", "title", "story", "url"}` a line, all but the first two as wanted:
//! the way for pipelines.

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
    #[serde(default)]
    story: Option<String>,
    #[serde(default)]
    url: Option<String>,
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
    // Documents are numbered as they come out, which is what spans and reports count by; lines are what messages count by.
    let mut next = 0;
    lines
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(move |(i, line)| {
            let document = record(next, path, i + 1, line)?;
            next += 1;
            Ok(document)
        })
}

/// The document of one line, its number being what a message counts by.
///
/// # Errors
/// When it is no record; the message names `path` and the line.
pub fn record(id: u32, path: &Path, number: usize, line: &str) -> Result<Document, Error> {
    let record: Record = serde_json::from_str(line).map_err(|error| {
        let message = error.to_string();
        // Its own "line 1" would say the wrong thing beside the line of the file.
        let place = format!(" at line {} column {}", error.line(), error.column());
        let message = message.strip_suffix(&place).unwrap_or(&message);
        Error::record(
            path,
            number,
            format!("expected {{\"id\", \"text\", \"published\"}}: {message}"),
        )
    })?;
    let name = match record.id {
        Id::Text(text) => text,
        Id::Number(number) => number.to_string(),
    };
    let mut document = Document::new(id, &name, &record.text, InputFormat::Text);
    if let Some(published) = record.published {
        let day = published.get(..10).unwrap_or(&published).parse();
        document.published = Some(day.map_err(|_| {
            Error::record(
                path,
                number,
                format!("`published` must be YYYY-MM-DD, but is `{published}`"),
            )
        })?);
    }
    if record.title.is_some() {
        document.title = record.title;
    }
    document.story = record.story.filter(|story| !story.trim().is_empty());
    document.url = record.url.filter(|url| !url.trim().is_empty());
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_no_record_is_an_error_of_its_own_and_leaves_no_gap() {
        let lines = "{\"id\": 7, \"text\": \"One.\", \"published\": \"2019-03-12T08:00\"}\n\nno record\n{\"id\": \"b\", \"text\": \"Two.\"}\n";
        let (mut ids, mut errors) = (Vec::new(), Vec::new());
        for record in records(Path::new("d.jsonl"), lines) {
            match record {
                Ok(document) => ids.push((
                    document.source.id().index(),
                    document.source.name().to_owned(),
                    document.published.map(|d| d.to_string()),
                )),
                Err(error) => errors.push(error.to_string()),
            }
        }
        assert_eq!(
            ids,
            [
                (0, "7".to_owned(), Some("2019-03-12".to_owned())),
                (1, "b".to_owned(), None)
            ]
        );
        assert_eq!(
            errors,
            ["d.jsonl:3: expected {\"id\", \"text\", \"published\"}: expected ident"]
        );
    }
}
