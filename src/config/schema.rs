//! The JSON schema of `crosscheck.toml`, for editors: draft 2020-12, made from the table of keys.

use serde_json::{Map, Value, json};

use super::keys::{KEYS, Key, LEVELS, Takes};
use crate::judge::RULES;

/// The schema, as JSON.
pub fn schema() -> String {
    let mut schema = object(KEYS);
    schema.insert(
        "$schema".to_owned(),
        json!("https://json-schema.org/draft/2020-12/schema"),
    );
    schema.insert("title".to_owned(), json!("crosscheck.toml"));
    schema.insert(
        "description".to_owned(),
        json!("The settings of crosscheck."),
    );
    let mut text = serde_json::to_string_pretty(&Value::Object(schema)).unwrap_or_default();
    text.push('\n');
    text
}

fn object(keys: &[Key]) -> Map<String, Value> {
    let properties: Map<String, Value> = keys
        .iter()
        .map(|key| {
            let mut value = of(&key.takes);
            value["description"] = json!(key.help);
            (key.name.to_owned(), value)
        })
        .collect();
    let required: Vec<&str> = keys
        .iter()
        .filter(|key| key.required)
        .map(|key| key.name)
        .collect();
    let mut object = Map::new();
    object.insert("type".to_owned(), json!("object"));
    object.insert("additionalProperties".to_owned(), json!(false));
    object.insert("properties".to_owned(), Value::Object(properties));
    if !required.is_empty() {
        object.insert("required".to_owned(), json!(required));
    }
    object
}

fn of(takes: &Takes) -> Value {
    let text = json!({"type": "string", "pattern": "\\S"});
    let rules: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    match takes {
        Takes::Flag => json!({"type": "boolean"}),
        Takes::Share => json!({"type": "number", "minimum": 0, "maximum": 1}),
        Takes::Choice(words) => json!({"enum": words}),
        Takes::Rule => json!({"enum": rules}),
        Takes::Fingerprint => json!({"type": "string", "pattern": "^[0-9a-f]{16}$"}),
        // Editors show a date of TOML to the schema as a string.
        Takes::Day => {
            json!({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
        }
        Takes::Text => text,
        Takes::Texts | Takes::Patterns => {
            json!({"anyOf": [text, {"type": "array", "items": text, "minItems": 1}]})
        }
        Takes::Levels => {
            let levels: Map<String, Value> = rules
                .iter()
                .map(|&rule| (rule.to_owned(), json!({"enum": LEVELS})))
                .collect();
            json!({"type": "object", "additionalProperties": false, "properties": levels})
        }
        Takes::Entries(keys) => json!({"type": "array", "items": object(keys)}),
    }
}
