//! What the documents say as a Parquet file: the rows of the CSV ([`super::claims`]), which notebooks and databases read without
//! being told what a column holds.
//!
//! All columns are text and may be null, as in the CSV: exact decimals and open dates are no numbers and days. The crate's plain
//! writer is used and not Arrow, which only who reads the file needs.

use std::sync::Arc;

use ::parquet::basic::Compression;
use ::parquet::data_type::{ByteArray, ByteArrayType};
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::parser::parse_message_type;

use super::claims::{COLUMNS, Row, rows};
use super::model::Report;

/// The claims, a row each, as the bytes of a Parquet file.
///
/// # Errors
/// When the writer refuses a column, which it has no reason to.
pub fn claims(report: &Report) -> Result<Vec<u8>, ParquetError> {
    let fields: Vec<String> = COLUMNS
        .iter()
        .map(|name| format!("OPTIONAL BYTE_ARRAY {name} (UTF8);"))
        .collect();
    let schema = parse_message_type(&format!("message claims {{ {} }}", fields.join(" ")))?;
    let made_by = format!("{} {}", report.tool.name, report.tool.version);
    let properties = WriterProperties::builder()
        .set_created_by(made_by)
        .set_compression(Compression::GZIP(Default::default()))
        .build();
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, Arc::new(schema), Arc::new(properties))?;
    let rows: Vec<Row> = rows(report).collect();
    let mut group = writer.next_row_group()?;
    for column in 0..COLUMNS.len() {
        let Some(mut values) = group.next_column()? else {
            break;
        };
        let cells = || rows.iter().map(|row| row[column].as_deref());
        let texts: Vec<ByteArray> = cells().flatten().map(ByteArray::from).collect();
        let levels: Vec<i16> = cells().map(|cell| i16::from(cell.is_some())).collect();
        values
            .typed::<ByteArrayType>()
            .write_batch(&texts, Some(&levels), None)?;
        values.close()?;
    }
    group.close()?;
    writer.close()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use ::parquet::file::reader::{FileReader, SerializedFileReader};

    use super::*;
    use crate::report::model::Story;
    use crate::report::{Detail, OutputFormat, claims as table};

    #[test]
    fn what_is_written_is_read_back_as_the_rows_of_the_csv() {
        let texts = [
            "The Harbour Museum opened on Monday.\nIts wing cost $44 million, they said, and is 30 metres high.",
            "The Harbour Museum opened on Monday. Its new wing cost $75 million to build.",
        ];
        let found = crate::compare(crate::read::documents(&texts));
        let detail = OutputFormat::Parquet.detail(Detail::default());
        let report = Report::new([Story::of(&found, detail, None)]);
        let bytes = claims(&report).unwrap();
        assert_eq!(bytes, claims(&report).unwrap());
        let reader = SerializedFileReader::new(bytes::Bytes::from(bytes)).unwrap();
        let schema = reader.metadata().file_metadata().schema();
        let names: Vec<&str> = schema.get_fields().iter().map(|f| f.name()).collect();
        assert_eq!(names, COLUMNS);
        let read: Vec<Vec<String>> = reader
            .get_row_iter(None)
            .unwrap()
            .map(|row| {
                let row = row.unwrap();
                let cells = row.get_column_iter().map(|(_, field)| match field {
                    ::parquet::record::Field::Str(text) => text.clone(),
                    ::parquet::record::Field::Null => String::new(),
                    other => panic!("{other}"),
                });
                cells.collect()
            })
            .collect();
        let expected: Vec<Vec<String>> = rows(&report)
            .map(|row| row.map(Option::unwrap_or_default).to_vec())
            .collect();
        assert!(expected.len() >= 4, "{expected:#?}");
        assert_eq!(read, expected);
        assert_eq!(table::csv(&report).lines().count(), expected.len() + 1);
    }
}
