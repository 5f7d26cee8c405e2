//! `--explain-pair`: two places as the user writes them, and the values that stand there.
//!
//! A place is a file, a line and perhaps a column, as every report and editor writes them. The file may be given by the end of
//! its path, as long as one document alone ends so.

use std::path::Path;

use crate::Article;
use crate::judge::why::Place;
use crate::value::Kind;

/// A place as written: `a.txt:12` or `a.txt:12:30`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    file: String,
    line: usize,
    column: Option<usize>,
}

/// Reads a place.
pub(super) fn written(text: &str) -> Result<Written, String> {
    let expected = || "expected FILE:LINE or FILE:LINE:COLUMN, both counted from 1".to_owned();
    let number = |part: &str| part.parse::<usize>().ok().filter(|&n| n > 0);
    let (rest, last) = text.rsplit_once(':').ok_or_else(expected)?;
    let last = number(last).ok_or_else(expected)?;
    let place = match rest.rsplit_once(':').map(|(file, n)| (file, number(n))) {
        Some((file, Some(line))) => Written {
            file: file.to_owned(),
            line,
            column: Some(last),
        },
        _ => Written {
            file: rest.to_owned(),
            line: last,
            column: None,
        },
    };
    if place.file.is_empty() {
        return Err(expected());
    }
    Ok(place)
}

impl Written {
    /// Whether the user points at one value, and wants to hear all about it.
    pub(super) fn is_exact(&self) -> bool {
        self.column.is_some()
    }

    /// The values that stand there, in text order.
    pub(super) fn find(&self, articles: &[Article]) -> anyhow::Result<Vec<Place>> {
        let index = self.article(articles)?;
        let article = &articles[index];
        let source = &article.document.source;
        let name = source.name();
        let last = source.line_count();
        if self.line > last {
            anyhow::bail!(
                "`{name}` ends with line {last}, and has no line {}",
                self.line
            );
        }
        let lines = |mention: usize| {
            let span = article.mentions[mention].span;
            let (first, column) = source.line_column(span.start());
            let (end, after) = source.line_column(span.end());
            ((first, column), (end, after))
        };
        let on_line: Vec<usize> = (0..article.mentions.len())
            .filter(|&m| {
                let (start, end) = lines(m);
                (start.0..=end.0).contains(&self.line)
            })
            .collect();
        if on_line.is_empty() {
            anyhow::bail!(
                "`{name}:{}` holds no figure, date, name or quotation{}",
                self.line,
                nearest(article, self.line)
            );
        }
        let Some(column) = self.column else {
            return Ok(places(index, on_line));
        };
        let at = (self.line, column);
        let begins = |m: usize| lines(m).0 == at;
        let holds = |m: usize| {
            let (start, end) = lines(m);
            start <= at && at < end
        };
        // "about 30 people": whoever points at the hedge means the figure.
        let follows = |m: usize| {
            let (start, _) = lines(m);
            start > at && start < (self.line, column + NEAR)
        };
        let is_quote = |m: usize| article.mentions[m].kind == Kind::Quote;
        let shortest = |those: &dyn Fn(usize) -> bool| {
            let those = on_line.iter().copied().filter(|&m| those(m));
            those.min_by_key(|&m| (lines(m).0, article.mentions[m].span.len()))
        };
        let meant = shortest(&begins)
            .or_else(|| shortest(&|m| holds(m) && !is_quote(m)))
            .or_else(|| shortest(&|m| follows(m) && !is_quote(m)))
            .or_else(|| shortest(&holds));
        match meant {
            Some(mention) => Ok(places(index, vec![mention])),
            None => anyhow::bail!(
                "no value stands at `{name}:{}:{column}`; on that line there is {}",
                self.line,
                listed(article, &on_line, |m| lines(m).0)
            ),
        }
    }

    /// The document that is meant.
    fn article(&self, articles: &[Article]) -> anyhow::Result<usize> {
        let name = |i: usize| articles[i].document.source.name();
        let all = 0..articles.len();
        if let Some(exact) = all.clone().find(|&i| name(i) == self.file) {
            return Ok(exact);
        }
        let ends: Vec<usize> = all
            .clone()
            .filter(|&i| Path::new(name(i)).ends_with(&self.file))
            .collect();
        let quoted = |list: &[usize]| {
            let names: Vec<String> = list.iter().map(|&i| format!("`{}`", name(i))).collect();
            names.join(" or ")
        };
        match ends.as_slice() {
            [one] => Ok(*one),
            [] => anyhow::bail!(
                "no document ends in `{}`; expected {}",
                self.file,
                quoted(&all.collect::<Vec<_>>())
            ),
            several => anyhow::bail!(
                "`{}` may be {}; write more of the path",
                self.file,
                quoted(several)
            ),
        }
    }
}

fn places(article: usize, mentions: Vec<usize>) -> Vec<Place> {
    let place = |mention| Place { article, mention };
    mentions.into_iter().map(place).collect()
}

/// The nearest lines that hold values, for a message.
fn nearest(article: &Article, line: usize) -> String {
    let source = &article.document.source;
    let lines = article
        .mentions
        .iter()
        .map(|m| source.line_column(m.span.start()).0);
    let (before, after): (Vec<usize>, Vec<usize>) = lines.partition(|&l| l < line);
    let around: Vec<String> = before
        .into_iter()
        .max()
        .into_iter()
        .chain(after.into_iter().min())
        .map(|l| l.to_string())
        .collect();
    match around.as_slice() {
        [] => String::new(),
        [one] => format!("; the nearest line that does is {one}"),
        several => format!("; the nearest lines that do are {}", several.join(" and ")),
    }
}

/// A value that begins within so many characters is meant by what stands before it: "at least", "a mother of".
const NEAR: usize = 12;

/// As many values are named in a message.
const NAMED: usize = 6;

/// `"$44 million" at column 19`.
fn listed(article: &Article, mentions: &[usize], at: impl Fn(usize) -> (usize, usize)) -> String {
    let short = mentions
        .iter()
        .filter(|&&m| article.mentions[m].kind != Kind::Quote);
    let named: Vec<String> = short
        .take(NAMED)
        .map(|&m| {
            let text = article.text.slice(article.mentions[m].span);
            format!("\"{text}\" at column {}", at(m).1)
        })
        .collect();
    if named.is_empty() {
        "only a quotation".to_owned()
    } else {
        named.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, InputFormat, analyze};

    #[test]
    fn a_place_is_a_file_a_line_and_perhaps_a_column() {
        let p = |text: &str| written(text).ok().map(|w| (w.file, w.line, w.column));
        assert_eq!(p("a.txt:3"), Some(("a.txt".to_owned(), 3, None)));
        assert_eq!(p("x/a.txt:3:14"), Some(("x/a.txt".to_owned(), 3, Some(14))));
        assert_eq!(p("a:b.txt:3"), Some(("a:b.txt".to_owned(), 3, None)));
        for refused in [
            "a.txt", "a.txt:", "a.txt:0", "a.txt:x", ":3", "3", "", ":3:4",
        ] {
            assert_eq!(p(refused), None, "{refused}");
        }
    }

    #[test]
    fn a_place_that_holds_no_value_says_what_is_there() {
        let article = |id: u32, name: &str| {
            let text = "The inn burned down.\n\nIt cost $4 million in 1999.\n";
            analyze(Document::new(id, name, text, InputFormat::Text))
        };
        let articles = [
            article(0, "x/a.txt"),
            article(1, "y/a.txt"),
            article(2, "b.txt"),
        ];
        let p = |text: &str| match written(text).unwrap().find(&articles) {
            Ok(places) => {
                let text = |p: &Place| {
                    let article = &articles[p.article];
                    article
                        .text
                        .slice(article.mentions[p.mention].span)
                        .to_owned()
                };
                places.iter().map(text).collect::<Vec<_>>().join(", ")
            }
            Err(error) => error.to_string(),
        };
        assert_eq!(p("b.txt:3"), "$4 million, 1999");
        assert_eq!(p("x/a.txt:3:9"), "$4 million");
        assert_eq!(p("b.txt:3:24"), "1999");
        assert_eq!(p("b.txt:3:1"), "$4 million");
        assert_eq!(
            p("b.txt:3:27"),
            "no value stands at `b.txt:3:27`; on that line there is \"$4 million\" at column 9, \"1999\" at column 23"
        );
        assert_eq!(
            p("b.txt:1"),
            "`b.txt:1` holds no figure, date, name or quotation; the nearest line that does is 3"
        );
        assert_eq!(p("b.txt:9"), "`b.txt` ends with line 3, and has no line 9");
        assert_eq!(
            p("a.txt:3"),
            "`a.txt` may be `x/a.txt` or `y/a.txt`; write more of the path"
        );
        assert_eq!(
            p("c.txt:3"),
            "no document ends in `c.txt`; expected `x/a.txt` or `y/a.txt` or `b.txt`"
        );
    }
}
