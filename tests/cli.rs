//! The command line: a run a file, with its arguments, exit status, standard output and standard error.
//!
//! `TRYCMD=overwrite cargo test --test cli` writes what the program does now into the files; read the difference.

#[test]
fn every_run_does_what_its_file_says() {
    let cases = trycmd::TestCases::new();
    // Where the tests run in GitHub Actions, too, a report is text unless a run says otherwise.
    cases.env("GITHUB_ACTIONS", "false");
    cases.case("tests/cli/*.toml");
    if cfg!(feature = "parquet") {
        cases.skip("tests/cli/diff-format-parquet.toml");
    }
}
