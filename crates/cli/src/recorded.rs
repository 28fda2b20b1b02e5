//! A baseline as a file: for each board the names of what was found, sorted and one a line, so that diffs are small.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use lint::baseline::Baseline;
use serde::{Deserialize, Serialize};

use crate::obstacle::unread;

/// What a baseline is called unless a person says otherwise.
pub(crate) const FILE_NAME: &str = "sketchlint-baseline.json";
const VERSION: u32 = 1;

/// What was found on several boards.
#[derive(Debug)]
pub(crate) struct Recorded {
    /// The folder that paths are told from.
    folder: PathBuf,
    boards: BTreeMap<String, Baseline>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(rename = "sketchlint-baseline")]
    version: u32,
    boards: BTreeMap<String, Vec<String>>,
}

impl Recorded {
    /// Nothing, to be written to `path`.
    pub(crate) fn empty(path: &Path) -> Self {
        Self {
            folder: absolute(path).parent().map(Path::to_owned).unwrap_or_default(),
            boards: BTreeMap::new(),
        }
    }

    /// What stands in the file at `path`; a sentence where that cannot be told.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let shown = path.display();
        let text = std::fs::read_to_string(path).map_err(|error| {
            let why = unread(&error);
            format!("{shown}: {why}. `sketchlint baseline write` records what is found today.")
        })?;
        let document: Document = serde_json::from_str(&text).map_err(|error| {
            format!("{shown}: this is no baseline: {error}. `sketchlint baseline write` makes one.")
        })?;
        if document.version > VERSION {
            return Err(format!(
                "{shown}: written by a later version of sketchlint; take that one."
            ));
        }
        let boards = document.boards.into_iter();
        Ok(Self {
            boards: boards
                .map(|(path, names)| (path, names.into_iter().collect()))
                .collect(),
            ..Self::empty(path)
        })
    }

    /// The text of the file.
    pub(crate) fn text(&self) -> String {
        let names = |baseline: &Baseline| baseline.names().map(str::to_owned).collect();
        let document = Document {
            version: VERSION,
            boards: self
                .boards
                .iter()
                .map(|(path, baseline)| (path.clone(), names(baseline)))
                .collect(),
        };
        // Strings and numbers cannot fail to serialise.
        serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
    }

    /// What was found on the board at `path`.
    pub(crate) fn of(&self, path: &Path) -> Option<&Baseline> {
        self.boards.get(&self.key(path))
    }

    /// Records what was found on the board at `path`; a board without anything is not named.
    pub(crate) fn put(&mut self, path: &Path, baseline: Baseline) {
        let key = self.key(path);
        if baseline.names().next().is_some() {
            self.boards.insert(key, baseline);
        } else {
            self.boards.remove(&key);
        }
    }

    /// The boards that are named, and that are not there any more.
    pub(crate) fn gone(&self) -> Vec<String> {
        let is_gone = |key: &&String| !self.folder.join(key).exists();
        self.boards.keys().filter(is_gone).cloned().collect()
    }

    /// Forgets a board.
    pub(crate) fn forget(&mut self, key: &str) {
        self.boards.remove(key);
    }

    /// A path as the file tells it: from the file's own folder, with slashes.
    fn key(&self, path: &Path) -> String {
        let path = absolute(path);
        let mut from = self.folder.as_path();
        let mut up = 0;
        let below = loop {
            match (path.strip_prefix(from), from.parent()) {
                (Ok(below), _) => break below,
                (Err(_), Some(parent)) => {
                    from = parent;
                    up += 1;
                }
                (Err(_), None) => break path.as_path(),
            }
        };
        let parts = below.components().map(|part| part.as_os_str().to_string_lossy());
        let parts: Vec<_> = std::iter::repeat_n("..".into(), up).chain(parts).collect();
        parts.join("/")
    }
}

/// An absolute path without `.` and `..`, by its words alone.
fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            _ => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_from_the_file() {
        let recorded = Recorded::empty(Path::new("/repo/lint/base.json"));
        assert_eq!(recorded.key(Path::new("/repo/lint/a/b.json")), "a/b.json");
        assert_eq!(
            recorded.key(Path::new("/repo/boards/./x/../b.json")),
            "../boards/b.json"
        );
    }
}
