//! Rows of cells as CSV after RFC 4180, which spreadsheets, databases and notebooks read.
//!
//! Spreadsheets run a cell that looks like a formula, and an article may hold one. Such a cell is given a `'` in front, which
//! spreadsheets take for "this is text"; a plain negative number is left alone, since it is a number to all readers. The rule of
//! quoting is so short that a crate for it would only be wrapped here.

use super::escape;

/// What a cell that a spreadsheet would run begins with: the list of OWASP, "CSV Injection", with the wide forms that some
/// take for the narrow ones.
const RUN: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Lines of cells.
#[derive(Debug, Default)]
pub(super) struct Sheet(String);

impl Sheet {
    /// A sheet with the names of its columns.
    pub(super) fn new(columns: &[&str]) -> Sheet {
        let mut sheet = Sheet::default();
        sheet.row(columns);
        sheet
    }

    /// Adds a row. A cell is one line, its control characters made visible.
    pub(super) fn row<T: AsRef<str>>(&mut self, cells: &[T]) {
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                self.0.push(',');
            }
            self.cell(&escape::line(cell.as_ref()));
        }
        self.0.push('\n');
    }

    /// The rows as text.
    pub(super) fn text(self) -> String {
        self.0
    }

    fn cell(&mut self, text: &str) {
        let runs = text.trim_start().starts_with(RUN) && !is_number(text);
        let quoted = text.contains([',', '"']) || text.starts_with(' ') || text.ends_with(' ');
        if quoted {
            self.0.push('"');
        }
        if runs {
            self.0.push('\'');
        }
        if quoted {
            self.0.push_str(&text.replace('"', "\"\""));
            self.0.push('"');
        } else {
            self.0.push_str(text);
        }
    }
}

/// Digits with at most one point, and a minus in front or not.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    all(whole) && all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(cells: &[&str]) -> String {
        let mut sheet = Sheet::default();
        sheet.row(cells);
        sheet.text()
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(p(&["a", "", "b c"]), "a,,b c\n");
        assert_eq!(p(&["a,b", "say \"x\""]), "\"a,b\",\"say \"\"x\"\"\"\n");
        assert_eq!(p(&["two\r\nlines", "\u{1b}[31m"]), "two lines,␛[31m\n");
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_text_and_numbers_stay_numbers() {
        assert_eq!(p(&["=1+2"]), "'=1+2\n");
        assert_eq!(p(&["=A(1,2)"]), "\"'=A(1,2)\"\n");
        assert_eq!(p(&["@x", "+1", "-x", "＝1"]), "'@x,'+1,'-x,'＝1\n");
        assert_eq!(p(&["\t=1"]), "\"' =1\"\n");
        assert_eq!(p(&["-5", "-5.25", "-", "-1-2"]), "-5,-5.25,'-,'-1-2\n");
    }
}
