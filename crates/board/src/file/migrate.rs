//! The format's version: what a file has, and the way from an earlier one to the present.

use std::fmt;

use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::VERSION;
use super::tree::{Grow, Key, Tree};

/// The key that says which version a file has.
pub(super) const KEY: &str = "sketchlint";

/// Takes a document from one version to the next.
type Step = for<'t> fn(Tree<'t>) -> Tree<'t>;

/// The way to the present: the first step starts at version 1. A step is never changed once it is released.
const STEPS: [Step; VERSION as usize - 1] = [];

/// `document`, which has version `from`, in the present version.
pub(super) fn migrate(document: Tree<'_>, from: u32) -> Tree<'_> {
    climb(document, from, &STEPS)
}

fn climb<'t>(document: Tree<'t>, from: u32, steps: &[Step]) -> Tree<'t> {
    let done = from.saturating_sub(1) as usize;
    let mut document = steps
        .iter()
        .skip(done)
        .fold(document, |document, step| step(document));
    if let Some(version) = document.get_mut(KEY) {
        *version = Tree::Number((steps.len() + 1).into());
    }
    document
}

/// What stands under `sketchlint`, found without reading further than there; `None` where there is no such key.
///
/// # Errors
/// What serde_json says of a text that is no object before the key is found.
pub(super) fn version(text: &str) -> Result<Option<Tree<'_>>, serde_json::Error> {
    let mut found = None;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    match deserializer.deserialize_map(Peek(&mut found)) {
        Err(error) if found.is_none() => Err(error),
        _ => Ok(found),
    }
}

struct Peek<'f, 't>(&'f mut Option<Tree<'t>>);

impl<'de> Visitor<'de> for Peek<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a board")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Key(key)) = map.next_key()? {
            if key == KEY {
                *self.0 = Some(map.next_value_seed(Grow(&mut Vec::new()))?);
                return Err(A::Error::custom("found"));
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tree::grow;
    use super::*;

    #[test]
    fn finds_the_version_without_reading_on() {
        assert_eq!(
            version(r#"{"title": {}, "sketchlint": 3, broken"#).unwrap(),
            Some(Tree::Number(3.into()))
        );
        assert_eq!(version(r#"{"title": ""}"#).unwrap(), None);
        assert!(version("[1]").is_err());
    }

    #[test]
    fn climbs_from_the_version_that_a_file_has() {
        fn rename(document: Tree<'_>) -> Tree<'_> {
            let Tree::Object(mut fields) = document else {
                return document;
            };
            for (key, _) in &mut fields {
                if key == "nodes" {
                    *key = "boxes".into();
                }
            }
            Tree::Object(fields)
        }
        fn count(mut document: Tree<'_>) -> Tree<'_> {
            if let Some(boxes) = document.get_mut("boxes")
                && let Tree::List(items) = boxes
            {
                *boxes = Tree::Number(items.len().into());
            }
            document
        }
        let climbed = |text, from| climb(grow(text).unwrap(), from, &[rename, count]);
        let first = climbed(r#"{"sketchlint": 1, "nodes": [7]}"#, 1);
        assert_eq!(first, grow(r#"{"sketchlint": 3, "boxes": 1}"#).unwrap());
        let second = climbed(r#"{"sketchlint": 2, "nodes": [7], "boxes": [7, 8]}"#, 2);
        assert_eq!(
            second,
            grow(r#"{"sketchlint": 3, "nodes": [7], "boxes": 2}"#).unwrap()
        );
        let text = format!(r#"{{"sketchlint": {VERSION}, "boxes": []}}"#);
        let present = grow(&text).unwrap();
        assert_eq!(migrate(present.clone(), VERSION), present);
    }
}
