//! The envelope of everything stored: version, sequence number and checksum before the text, so that a torn, changed or
//! misplaced record is known for what it is.

use std::fmt;

use thiserror::Error;

/// The version of what the envelope holds: entries follow the file's format.
const VERSION: u64 = board::file::VERSION as u64;

/// The id under which a board is stored in this browser. It is no part of the board's file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(String);

impl DocumentId {
    /// The id written `text`, as a link or the store holds it.
    pub fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// An id that nobody has yet, made of the time in milliseconds and a random number from 0 to 1.
    pub(crate) fn fresh(now_ms: f64, random: f64) -> Self {
        // Both casts saturate; neither number is ever negative.
        Self(format!(
            "board-{:x}-{:08x}",
            now_ms as u64,
            (random * f64::from(u32::MAX)) as u32
        ))
    }

    /// The id as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a record holds. It is part of the checksum: a snapshot is never taken for an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The whole board and its log.
    Snapshot,
    /// One committed edit.
    Entry,
}

/// A text under its envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    /// Its place in the board's history: an entry has a number of its own, a snapshot that of the last entry in it.
    pub seq: u64,
    /// Envelope and text, as stored.
    pub sealed: String,
}

/// Why a record cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(crate) enum Unsealed {
    /// It was cut off, changed or put in another's place.
    #[error("it is not what was written")]
    Damaged,
    /// A later version of the page wrote it.
    #[error("a later version of the page wrote it")]
    Newer,
}

impl Record {
    /// Puts `text` under an envelope.
    pub(crate) fn seal(id: &DocumentId, kind: Kind, seq: u64, text: &str) -> Self {
        let sealed = sealed(id, kind, VERSION, seq, text);
        Self { seq, sealed }
    }

    /// The text, if it is what was sealed under this id, kind and number.
    pub(crate) fn open(&self, id: &DocumentId, kind: Kind) -> Result<&str, Unsealed> {
        let (version, _, text) = envelope(&self.sealed).ok_or(Unsealed::Damaged)?;
        if self.sealed != sealed(id, kind, version, self.seq, text) {
            return Err(Unsealed::Damaged);
        }
        if version > VERSION {
            return Err(Unsealed::Newer);
        }
        Ok(text)
    }

    /// A record as it lay somewhere without its number, which its envelope tells.
    pub(crate) fn found(sealed: &str) -> Option<Self> {
        let (_, seq, _) = envelope(sealed)?;
        Some(Self {
            seq,
            sealed: sealed.to_owned(),
        })
    }
}

fn sealed(id: &DocumentId, kind: Kind, version: u64, seq: u64, text: &str) -> String {
    let sum = checksum(id, kind, version, seq, text);
    format!("{version} {seq} {sum:016x} {text}")
}

/// Version, number and text as the envelope says; only [`Record::open`] believes it.
fn envelope(sealed: &str) -> Option<(u64, u64, &str)> {
    let mut parts = sealed.splitn(4, ' ');
    let version = parts.next()?.parse().ok()?;
    let seq = parts.next()?.parse().ok()?;
    let text = parts.nth(1)?;
    Some((version, seq, text))
}

/// FNV-1a with 64 bits. Each of its steps can be undone, so a change of any single byte always changes the sum.
fn checksum(id: &DocumentId, kind: Kind, version: u64, seq: u64, text: &str) -> u64 {
    let parts = [
        &version.to_le_bytes(),
        &seq.to_le_bytes(),
        &(id.0.len() as u64).to_le_bytes(),
        id.0.as_bytes(),
        &[kind as u8],
        text.as_bytes(),
    ];
    parts
        .into_iter()
        .flatten()
        .fold(0xcbf2_9ce4_8422_2325, |sum, &byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
impl Record {
    /// A record as the version after this one would seal it.
    pub(crate) fn of_a_later_version(id: &DocumentId, kind: Kind, seq: u64, text: &str) -> Self {
        let sealed = sealed(id, kind, VERSION + 1, seq, text);
        Self { seq, sealed }
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

    #[test]
    fn a_record_opens_only_in_its_own_place() {
        let record = Record::seal(&id(), Kind::Entry, 7, "{\"a\": 1}");
        assert_eq!(record.open(&id(), Kind::Entry), Ok("{\"a\": 1}"));
        assert_eq!(record.open(&id(), Kind::Snapshot), Err(Unsealed::Damaged));
        assert_eq!(
            record.open(&DocumentId::new("board-2"), Kind::Entry),
            Err(Unsealed::Damaged)
        );
        let misplaced = Record { seq: 8, ..record };
        assert_eq!(misplaced.open(&id(), Kind::Entry), Err(Unsealed::Damaged));
    }

    #[test]
    fn a_record_of_a_later_version_is_not_taken_for_a_damaged_one() {
        let record = Record::of_a_later_version(&id(), Kind::Entry, 3, "{}");
        assert_eq!(record.open(&id(), Kind::Entry), Err(Unsealed::Newer));
    }

    #[test]
    fn fresh_ids_differ_by_time_and_by_chance() {
        let ids = [(1.0, 0.5), (2.0, 0.5), (1.0, 0.25)].map(|(now, random)| DocumentId::fresh(now, random));
        assert_eq!(ids[0].as_str(), "board-1-7fffffff");
        assert!(ids[0] != ids[1] && ids[0] != ids[2] && ids[1] != ids[2]);
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens(text in ".{0,200}", seq: u64) {
            let record = Record::seal(&id(), Kind::Snapshot, seq, &text);
            prop_assert_eq!(record.open(&id(), Kind::Snapshot), Ok(text.as_str()));
            prop_assert_eq!(Record::found(&record.sealed), Some(record));
        }

        #[test]
        fn any_changed_byte_and_any_cut_is_noticed(text in "[ -~]{1,80}", at: prop::sample::Index, bit in 0_u8..7) {
            let record = Record::seal(&id(), Kind::Entry, 12, &text);
            let mut bytes = record.sealed.clone().into_bytes();
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            let changed = Record { seq: 12, sealed: String::from_utf8(bytes).unwrap_or_default() };
            prop_assert!(changed.open(&id(), Kind::Entry).is_err());
            let cut = Record { seq: 12, sealed: record.sealed[..at].to_owned() };
            prop_assert!(cut.open(&id(), Kind::Entry).is_err());
        }

        #[test]
        fn nothing_read_from_a_store_panics(sealed in ".{0,60}", seq: u64) {
            let record = Record { seq, sealed };
            let _ = record.open(&id(), Kind::Entry);
            let _ = Record::found(&record.sealed);
        }
    }
}
