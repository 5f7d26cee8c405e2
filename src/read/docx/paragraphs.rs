//! The paragraphs in a part of a Word document.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::super::{is_invisible, raised};

/// A paragraph, a cell's or a note's included.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) text: String,
    /// What a tracked change takes away, and hidden text.
    pub(super) removed: String,
    pub(super) sort: Sort,
}

/// What the style of a paragraph says that it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sort {
    #[default]
    Text,
    Title,
    Heading,
    Caption,
}

/// Elements that stand deeper than this are no text that a person wrote.
const DEEPEST: usize = 256;

/// How the run of characters that is being read is set.
#[derive(Clone, Copy, Default)]
struct Run {
    /// Whether one is being read: a tab among the settings of a paragraph is where tabs stop.
    open: bool,
    hidden: bool,
    raised: bool,
}

#[derive(Default)]
struct State {
    done: Vec<Paragraph>,
    /// A paragraph may hold a text box with paragraphs of its own.
    open: Vec<Paragraph>,
    run: Run,
    /// Inside how many elements of text that a tracked change took away.
    removed: usize,
    /// Inside how many elements that give the same text a second time for older programs.
    doubled: usize,
    /// Whether characters are text, and not the instructions of a field.
    in_text: bool,
    depth: usize,
}

/// The paragraphs of a part, in its order.
///
/// # Errors
/// When it is not XML, or goes deeper than text does; the message says where.
pub(super) fn paragraphs(part: &str) -> Result<Vec<Paragraph>, String> {
    let mut reader = Reader::from_str(part);
    let mut state = State::default();
    loop {
        let event = reader.read_event();
        let event = event.map_err(|e| format!("{e} at byte {}", reader.error_position()))?;
        match event {
            Event::Start(element) => {
                state.depth += 1;
                if state.depth > DEEPEST {
                    return Err(format!("its elements are nested more than {DEEPEST} deep"));
                }
                state.start(&element);
            }
            Event::Empty(element) => {
                state.start(&element);
                state.end(element.local_name().as_ref());
            }
            Event::End(element) => {
                state.depth = state.depth.saturating_sub(1);
                state.end(element.local_name().as_ref());
            }
            Event::Text(text) => state.text(&text.xml10_content()),
            Event::CData(text) => state.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let c = reference.resolve_char_ref().ok().flatten();
                match (c, resolve_predefined_entity(&reference)) {
                    (Some(c), _) => state.text(c.encode_utf8(&mut [0; 4])),
                    (None, Some(text)) => state.text(text),
                    // Entities of a document's own could stand for anything, and Word writes none.
                    (None, None) => {}
                }
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    state.done.append(&mut state.open);
    Ok(state.done)
}

impl State {
    fn start(&mut self, element: &BytesStart) {
        let given = |name: &str| {
            let given = element.attributes().flatten();
            given
                .filter(|a| a.key.local_name().as_ref() == name)
                .map(|a| a.value.to_string())
                .next()
        };
        let is_on = || {
            !matches!(
                given("val").as_deref(),
                Some("0" | "false" | "off" | "none")
            )
        };
        match element.local_name().as_ref() {
            "p" => self.open.push(Paragraph::default()),
            "r" => {
                self.run = Run {
                    open: true,
                    ..Run::default()
                }
            }
            "t" | "delText" => self.in_text = true,
            "tab" | "br" | "cr" if self.run.open => {
                self.in_text = true;
                self.text(" ");
                self.in_text = false;
            }
            "noBreakHyphen" => {
                self.in_text = true;
                self.text("-");
                self.in_text = false;
            }
            "del" | "moveFrom" => self.removed += 1,
            "Fallback" => self.doubled += 1,
            "vanish" | "strike" | "dstrike" if is_on() => self.run.hidden = true,
            "vertAlign" => self.run.raised = given("val").as_deref() == Some("superscript"),
            "pStyle" => {
                if let (Some(paragraph), Some(style)) = (self.open.last_mut(), given("val")) {
                    paragraph.sort = sort(&style);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.done.extend(self.open.pop()),
            "r" => self.run = Run::default(),
            "t" | "delText" => self.in_text = false,
            "del" | "moveFrom" => self.removed = self.removed.saturating_sub(1),
            "Fallback" => self.doubled = self.doubled.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let Some(paragraph) = self
            .open
            .last_mut()
            .filter(|_| self.in_text && self.doubled == 0)
        else {
            return;
        };
        if self.removed > 0 || self.run.hidden {
            paragraph.removed.push_str(text);
        } else if self.run.raised {
            let before = paragraph.text.chars().next_back();
            paragraph
                .text
                .push_str(raised(text, before, false).unwrap_or(""));
        } else {
            paragraph
                .text
                .extend(text.chars().filter(|&c| !is_invisible(c)));
        }
    }
}

/// Styles keep these names whatever the language of the program is, or have them at their start.
fn sort(style: &str) -> Sort {
    let style = style.to_ascii_lowercase();
    match style.as_str() {
        "title" => Sort::Title,
        "caption" => Sort::Caption,
        style if style.starts_with("heading") || style == "subtitle" => Sort::Heading,
        _ => Sort::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(inside: &str) -> Vec<(String, String)> {
        let part = format!("<w:document xmlns:w='x'><w:body>{inside}</w:body></w:document>");
        let all = paragraphs(&part).unwrap();
        all.into_iter().map(|p| (p.text, p.removed)).collect()
    }

    fn text(inside: &str) -> String {
        p(inside)
            .into_iter()
            .map(|(text, _)| text)
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn the_text_is_what_stands_after_the_tracked_changes() {
        let changed = "<w:p><w:r><w:t xml:space='preserve'>It cost </w:t></w:r><w:del w:id='1'><w:r><w:delText>$44</w:delText></w:r></w:del><w:ins w:id='2'><w:r><w:t>$75</w:t></w:r></w:ins><w:r><w:t> million</w:t></w:r></w:p>";
        assert_eq!(
            p(changed),
            [("It cost $75 million".to_owned(), "$44".to_owned())]
        );
        let hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>b</w:t></w:r></w:p>";
        assert_eq!(p(hidden), [("b".to_owned(), "a".to_owned())]);
    }

    #[test]
    fn a_paragraph_is_put_together_from_its_runs() {
        let one = |run: &str| text(&format!("<w:p><w:r>{run}</w:r></w:p>"));
        assert_eq!(
            one("<w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t>"),
            "A B C"
        );
        assert_eq!(
            one("<w:t>AT&amp;T &#8364;44</w:t><w:noBreakHyphen/><w:t>x</w:t>"),
            "AT&T €44-x"
        );
        assert_eq!(one("<w:instrText>PAGE 7</w:instrText><w:t>x</w:t>"), "x");
        assert_eq!(
            text(
                "<w:p><w:r><w:t>km</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r></w:p>"
            ),
            "km²"
        );
        assert_eq!(
            text(
                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
            ),
            "a|"
        );
    }

    #[test]
    fn what_is_no_xml_or_goes_too_deep_is_refused() {
        assert!(paragraphs("<a><b></a>").is_err());
        assert!(paragraphs(&"<a>".repeat(300)).is_err());
        assert!(
            paragraphs("<!DOCTYPE a [<!ENTITY b 'c'>]><w:p><w:t>&b;</w:t></w:p>")
                .is_ok_and(|p| p[0].text.is_empty())
        );
    }
}
