//! The way from an earlier version of the format to the present.

use super::VERSION;
use super::tree::{Numeral, Tree};

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
        *version = Tree::Number(Numeral::Natural(steps.len() as u64 + 1));
    }
    document
}

#[cfg(test)]
mod tests {
    use super::super::tree::grow;
    use super::*;

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
                *boxes = Tree::Number(Numeral::Natural(items.len() as u64));
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
