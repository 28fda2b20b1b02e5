//! Recovery: the newest snapshot that can be read, and every intact change after it. What cannot be read is set aside,
//! never thrown away, and said in sentences.

use board::Board;
use board::journal::Entry;
use thiserror::Error;

use super::record::{DocumentId, Kind, Record, Unsealed};
use super::snapshot;
use super::tail::Tail;
use sorted::ordered;

/// All that lies in the browser about one board.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stored {
    /// Whole boards, in any order.
    pub snapshots: Vec<Record>,
    /// Changes, in any order.
    pub entries: Vec<Record>,
    /// What pages left when they went away.
    pub tails: Vec<Tail>,
}

/// A text that could not be read, kept for download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rescue {
    /// What it is, as a person is told.
    pub what: String,
    /// The text as it was found.
    pub text: String,
}

/// The board as far as it could be brought back.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recovered {
    /// The board.
    pub board: Board,
    /// The journal of the session.
    pub log: Vec<Entry>,
    /// The number of the last entry in the board; the next one follows it.
    pub seq: u64,
    /// How many entries were replayed on top of the snapshot.
    pub replayed: usize,
    /// No snapshot in the store holds what this one was built on, so a new one is due at once.
    pub baseless: bool,
    /// The snapshot that this one was built on, where only a tail has it.
    pub origin: Option<Record>,
    /// Entries in the board that are not in the store yet.
    pub pending: Vec<Record>,
    /// Snapshots in the store that are set aside, by number.
    pub bad_snapshots: Vec<u64>,
    /// Entries in the store that are set aside, by number.
    pub bad_entries: Vec<u64>,
    /// The texts set aside.
    pub rescued: Vec<Rescue>,
    /// What happened, in sentences.
    pub notes: Vec<String>,
}

/// Why no board could be brought back. Everything stays where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(crate) enum Unrecoverable {
    /// There is nothing under this id.
    #[error("nothing is stored")]
    Nothing,
    /// No snapshot can be read.
    #[error("nothing that is stored can be read")]
    Unreadable,
    /// A later version of the page wrote it; to read half of it would be to lose the other half.
    #[error("a later version of the page wrote it")]
    Newer,
}

/// Brings a board back from what is stored about it.
pub(crate) fn recover(id: &DocumentId, stored: &Stored) -> Result<Recovered, Unrecoverable> {
    let mut recovered = base(id, stored)?;
    recovered.replay_stored(id, &stored.entries)?;
    for tail in &stored.tails {
        recovered.replay_tail(id, &stored.entries, tail)?;
    }
    Ok(recovered)
}

fn base(id: &DocumentId, stored: &Stored) -> Result<Recovered, Unrecoverable> {
    let mut recovered = Recovered::default();
    for record in in_order(&stored.snapshots).into_iter().rev() {
        match read_snapshot(id, record) {
            Ok(opened) => {
                recovered.start_from(record.seq, opened);
                return Ok(recovered);
            }
            Err(Unreadable::Newer) => return Err(Unrecoverable::Newer),
            Err(Unreadable::Because(why)) => recovered.set_snapshot_aside(record, &why),
        }
    }
    recovered.baseless = true;
    let left = stored.tails.iter().filter_map(|tail| tail.snapshot.as_ref());
    for record in left {
        if let Ok(opened) = read_snapshot(id, record) {
            recovered.start_from(record.seq, opened);
            recovered.origin = Some(record.clone());
            return Ok(recovered);
        }
    }
    // A board that began empty has its first change at number 1, and needs no snapshot.
    let entries = stored.tails.iter().flat_map(|tail| &tail.entries);
    if stored.entries.iter().chain(entries).any(|record| record.seq == 1) {
        return Ok(recovered);
    }
    let nothing = stored.snapshots.is_empty() && stored.entries.is_empty() && stored.tails.is_empty();
    Err(if nothing {
        Unrecoverable::Nothing
    } else {
        Unrecoverable::Unreadable
    })
}

enum Unreadable {
    Newer,
    Because(String),
}

impl From<Unsealed> for Unreadable {
    fn from(unsealed: Unsealed) -> Self {
        match unsealed {
            Unsealed::Newer => Self::Newer,
            Unsealed::Damaged => Self::Because(unsealed.to_string()),
        }
    }
}

fn read_snapshot(id: &DocumentId, record: &Record) -> Result<(Board, Vec<Entry>), Unreadable> {
    let text = record.open(id, Kind::Snapshot)?;
    snapshot::read(text).map_err(|error| Unreadable::Because(error.to_string()))
}

impl Recovered {
    fn start_from(&mut self, seq: u64, (board, log): (Board, Vec<Entry>)) {
        self.board = board;
        self.log = log;
        self.seq = seq;
    }

    fn set_snapshot_aside(&mut self, record: &Record, why: &str) {
        self.notes.push(format!(
            "The last full save could not be read ({why}), so the board was rebuilt from the save before it and the \
             changes since; the unreadable one is kept aside for download."
        ));
        self.baseless = true;
        self.bad_snapshots.push(record.seq);
        self.rescued.push(Rescue {
            what: "a full save that could not be read".to_owned(),
            text: record.sealed.clone(),
        });
    }

    fn replay_stored(&mut self, id: &DocumentId, entries: &[Record]) -> Result<(), Unrecoverable> {
        let base = self.seq;
        let mut later = in_order(entries);
        later.retain(|record| record.seq > base);
        for (done, record) in later.iter().enumerate() {
            match self.take(id, record) {
                Ok(()) => {}
                Err(Unreadable::Newer) => return Err(Unrecoverable::Newer),
                Err(Unreadable::Because(why)) => {
                    self.set_entries_aside(done, &later[done..], &why);
                    break;
                }
            }
        }
        Ok(())
    }

    /// Applies the entry if it is whole and the next one.
    fn take(&mut self, id: &DocumentId, record: &Record) -> Result<(), Unreadable> {
        if self.seq.checked_add(1) != Some(record.seq) {
            return Err(Unreadable::Because("one before it is missing".to_owned()));
        }
        let text = record.open(id, Kind::Entry)?;
        let entry = Entry::from_json(text).map_err(|error| Unreadable::Because(error.to_string()))?;
        let applied = self.board.apply(&entry.edit);
        applied.map_err(|error| Unreadable::Because(error.to_string()))?;
        self.log.push(entry);
        self.seq = record.seq;
        self.replayed += 1;
        Ok(())
    }

    fn set_entries_aside(&mut self, done: usize, rest: &[&Record], why: &str) {
        self.notes.push(format!(
            "After {} that came back, the next could not be read ({why}). {} kept aside for download.",
            counted(done, "change"),
            match rest.len() {
                1 => "It is".to_owned(),
                more => format!("It and {} after it are", more - 1),
            },
        ));
        self.bad_entries.extend(rest.iter().map(|record| record.seq));
        self.rescued.push(Rescue {
            what: format!("{} that could not be read", counted(rest.len(), "change")),
            text: lines(rest.iter().map(|record| record.sealed.as_str())),
        });
    }

    fn replay_tail(&mut self, id: &DocumentId, stored: &[Record], tail: &Tail) -> Result<(), Unrecoverable> {
        let mut brought = 0;
        let mut rest: Vec<&str> = tail.unread.iter().map(String::as_str).collect();
        for record in &tail.entries {
            if stored.contains(record) && !self.bad_entries.contains(&record.seq) {
                continue;
            }
            match self.take(id, record) {
                Ok(()) => {
                    brought += 1;
                    self.pending.push(record.clone());
                }
                Err(Unreadable::Newer) => return Err(Unrecoverable::Newer),
                Err(Unreadable::Because(_)) => rest.push(&record.sealed),
            }
        }
        if brought > 0 {
            self.notes.push(format!(
                "{} made just before the page closed {} brought back.",
                sentence(&counted(brought, "change")),
                if brought == 1 { "was" } else { "were" },
            ));
        }
        if !rest.is_empty() {
            self.notes.push(format!(
                "{} left when the page closed did not fit the board and {} kept aside for download.",
                sentence(&counted(rest.len(), "change")),
                if rest.len() == 1 { "is" } else { "are" },
            ));
            self.rescued.push(Rescue {
                what: format!("{} left when the page closed", counted(rest.len(), "change")),
                text: lines(rest.into_iter()),
            });
        }
        Ok(())
    }
}

/// By their numbers.
fn in_order(records: &[Record]) -> Vec<&Record> {
    let seq = |at: usize| records.get(at).map(|record| record.seq);
    let order = ordered(records.len(), &|one, other| seq(one).cmp(&seq(other)));
    order.iter().filter_map(|at| records.get(*at)).collect()
}

fn counted(number: usize, noun: &str) -> String {
    match number {
        0 => format!("no {noun}"),
        1 => format!("one {noun}"),
        _ => format!("{number} {noun}s"),
    }
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_ascii_uppercase(), letters.as_str())
    })
}

fn lines<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.flat_map(|text| [text, "\n"]).collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
