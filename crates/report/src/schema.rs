//! The JSON schemas that are published with the tool, made from the wire structs.

use crate::{alignment, facts, wire, word};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// The schema of the JSON report (JSON Schema 2020-12). A line of JSON lines is its `#/$defs/Finding`.
#[must_use]
pub fn report_schema() -> Value {
    schema_of::<wire::Report<'static>>()
}

/// The schema of the JSON form of an alignment (JSON Schema 2020-12).
#[must_use]
pub fn alignment_schema() -> Value {
    schema_of::<alignment::AlignmentFile<'static>>()
}

/// The schema of the JSON form of what is read in a text (JSON Schema 2020-12).
#[must_use]
pub fn facts_schema() -> Value {
    schema_of::<facts::FactsFile<'static>>()
}

/// The schema of the JSON form of what is known of a word (JSON Schema 2020-12).
#[must_use]
pub fn word_schema() -> Value {
    schema_of::<word::WordFile>()
}

/// The schema files to publish: file name and content.
#[must_use]
pub fn schemas() -> [(&'static str, String); 4] {
    // `{:#}` of a JSON value is pretty-printed.
    [
        ("parallax-report-1.json", format!("{:#}\n", report_schema())),
        ("parallax-alignment-1.json", format!("{:#}\n", alignment_schema())),
        ("parallax-facts-1.json", format!("{:#}\n", facts_schema())),
        ("parallax-word-1.json", format!("{:#}\n", word_schema())),
    ]
}

fn schema_of<T: JsonSchema>() -> Value {
    // What is written, not what would be read: a field that may be left out is then not required.
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>().to_value()
}
