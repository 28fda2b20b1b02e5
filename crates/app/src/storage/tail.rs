//! The tail: what was not yet acknowledged when the page went away, in a text small enough to be written at once.

use super::record::{DocumentId, Kind, Record};

/// The most bytes of a tail; the browser's quick store is small and shared.
pub(crate) const MAX_TAIL_BYTES: usize = 64 * 1024;

/// Stands after each record. JSON never holds it unescaped.
const SEPARATOR: char = '\u{1e}';

/// What a tail holds.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Tail {
    /// A first snapshot that was not stored yet.
    pub snapshot: Option<Record>,
    /// The entries after what is stored, in order.
    pub entries: Vec<Record>,
    /// Parts that are neither.
    pub unread: Vec<String>,
}

impl Tail {
    /// As many records as fit. An entry is of no use without those before it, so the first that does not fit is the end.
    pub(crate) fn write<'a>(snapshot: Option<&Record>, entries: impl Iterator<Item = &'a Record>) -> String {
        let mut text = String::new();
        let snapshot = snapshot.map(|record| ('s', record)).into_iter();
        for (mark, record) in snapshot.chain(entries.map(|record| ('e', record))) {
            if text.len() + record.sealed.len() + 2 > MAX_TAIL_BYTES {
                break;
            }
            text.push(mark);
            text.push_str(&record.sealed);
            text.push(SEPARATOR);
        }
        text
    }

    /// Reads what [`write`](Self::write) wrote, as far as it can be read.
    pub(crate) fn read(id: &DocumentId, text: &str) -> Self {
        let mut tail = Self::default();
        for part in text.split_terminator(SEPARATOR) {
            let snapshot = part.strip_prefix('s').and_then(Record::found);
            let entry = part.strip_prefix('e').and_then(Record::found);
            match (snapshot, entry) {
                (Some(record), _) if record.open(id, Kind::Snapshot).is_ok() => tail.snapshot = Some(record),
                (_, Some(record)) => tail.entries.push(record),
                _ => tail.unread.push(part.to_owned()),
            }
        }
        tail
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id() -> DocumentId {
        DocumentId::new("board-1")
    }

    fn entry(seq: u64, text: &str) -> Record {
        Record::seal(&id(), Kind::Entry, seq, text)
    }

    #[test]
    fn reads_what_it_wrote() {
        let snapshot = Record::seal(&id(), Kind::Snapshot, 3, "{\n  \"sketchlint\": 1\n}\n");
        let entries = vec![entry(4, "{}"), entry(5, "{\"é\": 1}")];
        let text = Tail::write(Some(&snapshot), entries.iter());
        let tail = Tail {
            snapshot: Some(snapshot),
            entries,
            unread: Vec::new(),
        };
        assert_eq!(Tail::read(&id(), &text), tail);
        assert_eq!(Tail::read(&id(), ""), Tail::default());
    }

    #[test]
    fn ends_before_the_first_record_that_does_not_fit() {
        let entries = [
            entry(1, "{}"),
            entry(2, &"x".repeat(MAX_TAIL_BYTES)),
            entry(3, "{}"),
        ];
        let tail = Tail::read(&id(), &Tail::write(None, entries.iter()));
        assert_eq!(tail.entries, entries[..1]);
    }

    #[test]
    fn keeps_the_parts_that_it_cannot_read() {
        let tail = Tail::read(&id(), "no record\u{1e}s1 1 0 {}\u{1e}é");
        assert_eq!(tail.unread, ["no record", "s1 1 0 {}", "é"]);
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "[es \u{1e}0-9é]{0,40}") {
            let _ = Tail::read(&id(), &text);
        }
    }
}
