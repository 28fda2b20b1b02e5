//! The JSON Schema of the file, drawn from the same declarations as the reader, and the test that keeps the committed
//! copy equal to it. `UPDATE=1 cargo test -p board schema` writes it anew.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::format::BoardDoc;
use super::tree::grow;
use super::value::{Entries, Id, Number, Reason, Text, Word};
use super::{VERSION, limits};
use crate::Question;
use crate::id::MAX_ID_CHARS;
use crate::words::Vocabulary;

/// The schema of an object under construction.
pub(super) struct Object {
    description: String,
    properties: Map<String, Value>,
    required: Vec<String>,
    keeps: bool,
}

impl Object {
    pub(super) fn new(description: &str) -> Self {
        Self {
            description: description.trim().to_owned(),
            properties: Map::new(),
            required: Vec::new(),
            keeps: false,
        }
    }

    pub(super) fn field(&mut self, key: &str, description: &str, required: bool, schema: Schema) {
        let mut schema = schema.to_value();
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("description".to_owned(), json!(description.trim()));
            restrict(key, schema);
        }
        self.properties.insert(key.to_owned(), schema);
        if required {
            self.required.push(key.to_owned());
        }
    }

    pub(super) fn keep(&mut self, _extras: &str) {
        self.keeps = true;
    }

    pub(super) fn finish(self) -> Schema {
        let mut schema = json_schema!({
            "description": self.description,
            "type": "object",
            "properties": self.properties,
            "additionalProperties": false,
        });
        if !self.required.is_empty() {
            schema.insert("required".to_owned(), json!(self.required));
        }
        if self.keeps {
            schema.insert("patternProperties".to_owned(), json!({ "^x-": true }));
        }
        schema
    }
}

/// What the key says beyond the type: how many, how large, which version.
fn restrict(key: &str, schema: &mut Map<String, Value>) {
    let most = match key {
        "boxes" => limits::BOXES,
        "edges" => limits::EDGES,
        "pins" => limits::PINS,
        "notes" => limits::NOTES,
        "frames" => limits::FRAMES,
        "strokes" => limits::STROKES,
        "points" | "pressure" => limits::STROKE_POINTS,
        "allow" => limits::ALLOWS,
        _ => limits::ITEMS,
    };
    if schema.get("type") == Some(&json!("array"))
        && !schema.contains_key("maxItems")
        && !["log", "edit"].contains(&key)
    {
        schema.insert("maxItems".to_owned(), json!(most));
    }
    match key {
        "sketchlint" => {
            *schema = Map::from_iter([
                ("description".to_owned(), schema["description"].clone()),
                ("const".to_owned(), json!(VERSION)),
            ]);
        }
        "at" | "size" => {
            let least = if key == "at" { -limits::COORDINATE } else { 0.0 };
            schema.insert(
                "items".to_owned(),
                json!({ "type": "number", "minimum": least, "maximum": limits::COORDINATE }),
            );
        }
        "pressure" => {
            let hard = json!({ "type": "integer", "minimum": 0, "maximum": crate::StrokeRecord::HARDEST });
            schema.insert("items".to_owned(), hard);
        }
        "points" => {
            let most = limits::COORDINATE;
            let number = json!({ "type": "number", "minimum": -most, "maximum": most });
            let point = json!({ "type": "array", "items": number, "minItems": 2, "maxItems": 2 });
            schema.insert("items".to_owned(), point);
            schema.insert("minItems".to_owned(), json!(1));
        }
        "scope" => {
            schema.insert("propertyNames".to_owned(), json!({ "enum": words::<Question>() }));
        }
        "rubric" | "self" => {
            schema.insert("maxProperties".to_owned(), json!(limits::ITEMS));
        }
        _ => {}
    }
}

/// An object with exactly one of `kinds`.
pub(super) fn one_key_of<const N: usize>(description: &str, kinds: [(&str, Schema); N]) -> Schema {
    let properties: Map<_, _> = kinds
        .into_iter()
        .map(|(word, schema)| (word.to_owned(), schema.to_value()))
        .collect();
    json_schema!({
        "description": description,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "minProperties": 1,
        "maxProperties": 1,
    })
}

fn words<T: Vocabulary>() -> Vec<&'static str> {
    T::all().iter().map(|value| value.word()).collect()
}

macro_rules! inline_schema {
    ($($type:ident $(<$t:ident: $bound:ident>)? = |$generator:ident| $schema:expr;)+) => {$(
        impl $(<$t: $bound>)? JsonSchema for $type $(<$t>)? {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )+};
}

inline_schema! {
    Text = |_generator| json_schema!({ "type": "string", "maxLength": limits::TEXT_CHARS });
    Reason = |_generator| json_schema!({ "type": "string", "maxLength": limits::TEXT_CHARS, "pattern": "\\S" });
    Id = |_generator| json_schema!({
        "type": "string",
        "minLength": 1,
        "maxLength": MAX_ID_CHARS,
        "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*$",
    });
    Number = |_generator| json_schema!({ "type": "number" });
    Word<T: Vocabulary> = |_generator| json_schema!({ "type": "string", "enum": words::<T>() });
    Entries<T: JsonSchema> = |generator| json_schema!({
        "type": "object",
        "additionalProperties": generator.subschema_for::<T>().to_value(),
    });
}

/// The schema as it is committed.
fn generated() -> String {
    let mut schema = SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<BoardDoc>();
    schema.insert("title".to_owned(), json!("A board of Sketchlint"));
    let text = serde_json::to_string(&schema).unwrap();
    super::pretty::pretty(&grow(&text).unwrap())
}

#[test]
fn the_committed_schema_is_the_one_that_the_code_gives() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/board.schema.json");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, generated()).unwrap();
        return;
    }
    let committed = std::fs::read_to_string(path).unwrap();
    assert_eq!(
        committed,
        generated(),
        "UPDATE=1 cargo test -p board schema writes it anew"
    );
}
