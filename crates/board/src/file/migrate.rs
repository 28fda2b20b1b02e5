//! The format's version: what a file has, and the way from an earlier one to the present.

use std::fmt;

use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::VERSION;
use super::value::Key;

/// The key that says which version a file has.
pub(super) const KEY: &str = "sketchlint";

/// Takes a document from one version to the next.
type Step = fn(Value) -> Value;

/// The way to the present: the first step starts at version 1. A step is never changed once it is released.
const STEPS: [Step; VERSION as usize - 1] = [];

/// `document`, which has version `from`, in the present version.
pub(super) fn migrate(document: Value, from: u32) -> Value {
    climb(document, from, &STEPS)
}

fn climb(document: Value, from: u32, steps: &[Step]) -> Value {
    let done = from.saturating_sub(1) as usize;
    let mut document = steps
        .iter()
        .skip(done)
        .fold(document, |document, step| step(document));
    if let Some(version) = document.get_mut(KEY) {
        *version = Value::from(steps.len() + 1);
    }
    document
}

/// What stands under `sketchlint`, found without reading further than there; `None` where there is no such key.
///
/// # Errors
/// What serde_json says of a text that is no object before the key is found.
pub(super) fn version(text: &str) -> Result<Option<Value>, serde_json::Error> {
    let mut found = None;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    match deserializer.deserialize_map(Peek(&mut found)) {
        Err(error) if found.is_none() => Err(error),
        _ => Ok(found),
    }
}

struct Peek<'f>(&'f mut Option<Value>);

impl<'de> Visitor<'de> for Peek<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a board")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Key(key)) = map.next_key()? {
            if key == KEY {
                *self.0 = Some(map.next_value()?);
                return Err(A::Error::custom("found"));
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn finds_the_version_without_reading_on() {
        assert_eq!(
            version(r#"{"title": {}, "sketchlint": 3, broken"#).unwrap(),
            Some(json!(3))
        );
        assert_eq!(version(r#"{"title": ""}"#).unwrap(), None);
        assert!(version("[1]").is_err());
    }

    #[test]
    fn climbs_from_the_version_that_a_file_has() {
        fn rename(mut document: Value) -> Value {
            document["boxes"] = document["nodes"].take();
            document
        }
        fn count(mut document: Value) -> Value {
            document["count"] = json!(document["boxes"].as_array().map(Vec::len));
            document
        }
        let first = climb(json!({"sketchlint": 1, "nodes": [7]}), 1, &[rename, count]);
        assert_eq!(
            first,
            json!({"sketchlint": 3, "nodes": null, "boxes": [7], "count": 1})
        );
        let second = climb(json!({"sketchlint": 2, "boxes": [7, 8]}), 2, &[rename, count]);
        assert_eq!(second, json!({"sketchlint": 3, "boxes": [7, 8], "count": 2}));
        let present = json!({"sketchlint": VERSION, "boxes": []});
        assert_eq!(migrate(present.clone(), VERSION), present);
    }
}
