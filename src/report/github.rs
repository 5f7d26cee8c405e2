//! Workflow commands of GitHub Actions: an annotation a finding, beside the line that it stands in.
//!
//! One finding is one annotation, at its first place and with the other places in its text: a step shows ten annotations of
//! each level, and a second one for the other source would take the room of another finding. The log has them all.

use super::escape;
use super::model::{Finding, Report};
use super::paths::Paths;
use super::plain;
use super::tally::headline;

/// The annotations, and a last line for the log that sums them up.
pub fn report(report: &Report, paths: &Paths) -> String {
    let mut output: String = report
        .findings
        .iter()
        .filter_map(|finding| annotation(report, finding, paths))
        .collect();
    for notice in &report.notices {
        let text = data(&escape::line(&notice.message));
        output.push_str(&format!("::notice title={}::{text}\n", notice.name));
    }
    output.push_str(&format!("{}\n", headline(report)));
    output
}

/// `::error file=a.txt,line=1,col=5,title=money-mismatch::sources give different sums: ...`
fn annotation(report: &Report, finding: &Finding, paths: &Paths) -> Option<String> {
    let command = match finding.level {
        "error" => "error",
        "warning" => "warning",
        _ => "notice",
    };
    let first = finding.mentions().next()?;
    let (line, column) = first.region.start;
    let (last, end) = first.region.end;
    // An end on another line is given without its column, as the two columns would be those of one line.
    let columns = if last == line {
        format!("col={column},endColumn={end}")
    } else {
        format!("endLine={last}")
    };
    let file = property(&escape::line(&paths.below_root(report.path(first))));
    let title = property(finding.rule);
    let text = data(&plain::finding(report, finding, paths));
    Some(format!(
        "::{command} file={file},line={line},{columns},title={title}::{text}\n"
    ))
}

/// Text behind the last `::`, in which a line break would end the command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property, which a comma or colon would end too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_property_or_its_command() {
        let p = |text: &str| (property(text), data(text));
        let same = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(p("a.txt"), same("a.txt", "a.txt"));
        assert_eq!(p("a,b:c"), same("a%2Cb%3Ac", "a,b:c"));
        assert_eq!(
            p("50%\r\n::error::x"),
            same("50%25%0D%0A%3A%3Aerror%3A%3Ax", "50%25%0D%0A::error::x")
        );
        assert_eq!(p("%0A"), same("%250A", "%250A"));
    }
}
