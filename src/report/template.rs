//! A template of the user's own over the report as its JSON is, in the language of Jinja.
//!
//! What a template does not find is a mistake and no empty text: a field that is misspelt would leave a report without its
//! findings, and nobody would see it. A template that is named like a web page escapes what it writes for one.

use std::path::Path;

use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, Value};

use super::model::Report;
use crate::Error;

/// The report as `template` writes it; `path` is what messages call the template, and its ending says what is escaped.
///
/// # Errors
/// When the template is none, or asks for what is not there; the message names its line.
pub fn report(report: &Report, path: &Path, template: &str) -> Result<String, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    let name = path.to_string_lossy().to_lowercase();
    environment
        .render_named_str(&name, template, Value::from(Serde(report)))
        .map_err(|error| {
            let kind = error.kind().to_string();
            let message = match error.detail() {
                Some(detail) => format!("{kind}: {detail}"),
                None => kind,
            };
            Error::record(path, error.line().unwrap_or(1), message)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Detail;
    use crate::report::model::Story;

    fn p(path: &str, template: &str) -> String {
        let texts = [
            "The <new> wing of the Harbour Museum cost $44 million to build.",
            "The <new> wing of the Harbour Museum cost $75 million to build.",
        ];
        let compared = crate::compare(crate::read::documents(&texts));
        let story = Story::of(&compared, Detail::default(), None);
        match super::report(&Report::new([story]), Path::new(path), template) {
            Ok(output) => output,
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn a_template_sees_what_the_json_holds() {
        let values = "{% for f in findings %}{% for g in f.groups %}{{ g.display }};{% endfor %}{% endfor %}";
        assert_eq!(p("a.txt", values), "$44 million;$75 million;");
        let path = "{{ documents[findings[0].groups[1].mentions[0].document].path }}";
        assert_eq!(p("a.txt", path), "1.txt");
    }

    #[test]
    fn a_page_is_escaped_and_plain_text_is_not() {
        let written = "{{ '<b>' ~ summary.conflict }}";
        assert_eq!(p("a.txt", written), "<b>1");
        assert_eq!(p("a.HTML", written), "&lt;b&gt;1");
        assert_eq!(p("a.html.j2", written), "&lt;b&gt;1");
    }

    #[test]
    fn a_mistake_is_one_message_with_its_line() {
        assert!(p("a.txt", "one\n{% for %}").starts_with("a.txt:2: syntax error: "));
        assert!(p("a.txt", "one\n\n{{ findngs }}").starts_with("a.txt:3: undefined value"));
        assert!(p("a.txt", "{{ 1 | nothing }}").starts_with("a.txt:1: unknown filter"));
    }
}
