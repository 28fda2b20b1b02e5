//! Where a document goes: to standard output, or to the file that was named.

use std::path::Path;

use crate::obstacle::unwritten;
use crate::outcome::Outcome;
use crate::rewrite;

/// Puts `document` there. Where that is a file, `said` tells what it holds, by its name.
pub(super) fn put(
    outcome: &mut Outcome,
    document: String,
    file: Option<&Path>,
    said: impl FnOnce(&str) -> String,
) {
    let Some(path) = file else {
        outcome.out = document;
        return;
    };
    let shown = path.display().to_string();
    match rewrite::put(path, &document) {
        Ok(()) => outcome.out = said(&shown) + "\n",
        Err(error) => outcome.complain(format!("{shown}: {}", unwritten(&error))),
    }
}
