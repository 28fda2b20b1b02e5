//! Paths as URIs, names as hashes, and fixes as replacements of lines.

use board::Edit;
use serde_json::{Value, json};
use similar::{DiffOp, TextDiff};

use crate::command::fix::rewritten;
use crate::judged::Judged;

/// How much text is compared for the fixes of one file, in bytes: a board of ten thousand faults would take minutes.
const MOST_COMPARED: usize = 40_000_000;

/// A path as a URI reference: relative where the path is.
pub(super) fn uri(path: &str) -> String {
    let mut uri = String::new();
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.trim_start_matches("./").bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                uri.push(byte.into())
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// 64 bits of `name` in hexadecimal, by FNV-1a: the same in every version, on every machine.
pub(super) fn hashed(name: &str) -> String {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let hash = name
        .bytes()
        .fold(BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
    format!("{hash:016x}")
}

/// Works out which lines of a file the fixes of its findings replace.
pub(super) struct Replacements<'j> {
    judged: &'j Judged,
    /// How many more are worked out.
    left: usize,
}

impl<'j> Replacements<'j> {
    pub(super) fn of(judged: &'j Judged) -> Self {
        // Writing a file anew would lose what was not understood.
        let left = match judged.opened.dropped.is_empty() {
            true => MOST_COMPARED / judged.text.len().max(1),
            false => 0,
        };
        Self { judged, left }
    }

    /// The lines that `edit` changes; nothing where it cannot be made or enough was worked out.
    pub(super) fn of_edit(&mut self, edit: &Edit, title: &str) -> Option<Vec<Value>> {
        self.left = self.left.checked_sub(1)?;
        let opened = &self.judged.opened;
        let mut board = opened.board.clone();
        board.apply(edit).ok()?;
        let new = rewritten(opened, &board, edit, title);
        let lines = TextDiff::from_lines(self.judged.text.as_str(), new.as_str());
        let changes = lines
            .ops()
            .iter()
            .filter(|op| !matches!(op, DiffOp::Equal { .. }));
        let replacements: Vec<Value> = changes
            .map(|op| {
                let (old, new) = (op.old_range(), op.new_range());
                let inserted: String = lines.new_slices().get(new).unwrap_or_default().concat();
                json!({
                    "deletedRegion": {
                        "startLine": old.start + 1,
                        "startColumn": 1,
                        "endLine": old.end + 1,
                        "endColumn": 1,
                    },
                    "insertedContent": { "text": inserted },
                })
            })
            .collect();
        (!replacements.is_empty()).then_some(replacements)
    }
}

#[cfg(test)]
mod tests {
    use super::{hashed, uri};

    #[test]
    fn hashes_are_the_published_ones() {
        assert_eq!(hashed(""), "cbf29ce484222325");
        assert_eq!(hashed("a"), "af63dc4c8601ec8c");
        assert_eq!(hashed("foobar"), "85944171f73967e8");
    }

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("boards/a.board.json"), "boards/a.board.json");
        assert_eq!(uri("./a b/ü#.json"), "a%20b/%C3%BC%23.json");
        assert_eq!(uri("/srv/a.json"), "file:///srv/a.json");
        assert_eq!(uri("<stdin>"), "%3Cstdin%3E");
    }
}
