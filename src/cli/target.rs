//! `FORMAT[=FILE]`: a format of the report, and the file that it goes to where one is named with it.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{EnumValueParser, PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Command, Error, ValueEnum};

use crate::report::OutputFormat;

/// A format, and the file that it goes to where one is named with it.
#[derive(Clone)]
pub(super) struct Target {
    pub(super) format: OutputFormat,
    pub(super) file: Option<PathBuf>,
}

/// Reads a [`Target`]. A parser of its own and not a function, so that the help lists the formats with what they are for.
#[derive(Clone)]
pub(super) struct TargetParser;

impl TypedValueParser for TargetParser {
    type Value = Target;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Target, Error> {
        let Some(written) = value.to_str() else {
            return Err(Error::new(ErrorKind::InvalidUtf8).with_cmd(command));
        };
        let (format, file) = match written.split_once('=') {
            Some((format, file)) => (format, Some(file)),
            None => (written, None),
        };
        // What is no format is said as for every other list of values, with the nearest one as a tip.
        let formats = EnumValueParser::<OutputFormat>::new();
        let format = formats.parse_ref(command, argument, OsStr::new(format))?;
        if file == Some("") {
            let name = argument.map_or_else(String::new, Arg::to_string);
            let message = format!(
                "invalid value '{written}' for '{name}': no file after `=`; write `{}` alone for standard output\n\nFor more information, try '--help'.\n",
                written.trim_end_matches('=')
            );
            return Err(Error::raw(ErrorKind::ValueValidation, message).with_cmd(command));
        }
        Ok(Target {
            format,
            file: file.map(PathBuf::from),
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let formats = OutputFormat::value_variants();
        Some(Box::new(
            formats.iter().filter_map(OutputFormat::to_possible_value),
        ))
    }
}
