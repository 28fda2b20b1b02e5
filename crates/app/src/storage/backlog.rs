//! The backlog: what is committed and not yet acknowledged by the store, in order, and when a snapshot is due.

use std::collections::VecDeque;

use board::journal::Entry;
use board::{Board, Edit};

use super::record::{DocumentId, Kind, Record};
use super::recovery::{Recovered, Rescue};
use super::snapshot;
use super::tail::Tail;

/// At least so many entries lie between two snapshots.
const ENTRIES_TO_SNAPSHOT: usize = 64;

/// What the recovery wants set right in the store, together with the next commit.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Repair {
    /// Snapshots to delete once their texts are kept.
    pub bad_snapshots: Vec<u64>,
    /// Entries to delete once their texts are kept.
    pub bad_entries: Vec<u64>,
    /// The texts to keep.
    pub rescued: Vec<Rescue>,
}

/// One transaction's worth of work.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Work {
    /// Set right first.
    pub repair: Repair,
    /// Added then.
    pub entries: Vec<Record>,
    /// And the whole board, with all of `entries` in it, if it is due.
    pub snapshot: Option<Record>,
}

/// What a journal still has to store.
#[derive(Clone, Debug)]
pub(crate) struct Backlog {
    id: DocumentId,
    board: Board,
    /// The board before the last record that waits, while that record tells of the last entry of the log.
    before: Option<Board>,
    log: Vec<Entry>,
    seq: u64,
    pending: VecDeque<Record>,
    /// Entries since the last snapshot.
    since: usize,
    /// No snapshot in the store holds what the board began with.
    baseless: bool,
    /// What the board began with, while only this page has it.
    origin: Option<Record>,
    repair: Repair,
}

impl Backlog {
    /// The backlog of a board that was never stored. An empty one has nothing to store until it is edited.
    pub(crate) fn new(id: DocumentId, board: Board, log: Vec<Entry>) -> Self {
        let empty = board.is_blank() && log.is_empty();
        // The number 1 belongs to the first entry of a board that began empty, see `recovery`.
        let seq = u64::from(!empty);
        let origin = (!empty).then(|| seal(&id, &board, &log, seq));
        Self {
            id,
            board,
            log,
            seq,
            before: None,
            pending: VecDeque::new(),
            since: 0,
            baseless: true,
            origin,
            repair: Repair::default(),
        }
    }

    /// The backlog of a board that was brought back.
    pub(crate) fn resume(id: DocumentId, recovered: Recovered) -> Self {
        Self {
            id,
            board: recovered.board,
            log: recovered.log,
            seq: recovered.seq,
            before: None,
            pending: recovered.pending.into(),
            since: recovered.replayed,
            baseless: recovered.baseless,
            origin: recovered.origin,
            repair: Repair {
                bad_snapshots: recovered.bad_snapshots,
                bad_entries: recovered.bad_entries,
                rescued: recovered.rescued,
            },
        }
    }

    /// Takes a committed edit and the board after it.
    pub(crate) fn push(&mut self, entry: Entry, board: &Board) {
        self.store(&entry, board);
        self.log.push(entry);
    }

    /// Puts `entry` in place of the last one: typing went on, and both are one change now. In the log and among what
    /// waits it is; what is under way or stored already is followed by the step from there to `board`.
    pub(crate) fn amend(&mut self, entry: Entry, board: &Board, under_way: bool) {
        let last = self.log.pop();
        let before = self.before.take().filter(|_| !under_way);
        if let (Some(before), Some(_)) = (before, self.pending.back()) {
            self.pending.pop_back();
            self.seq -= 1;
            self.since = self.since.saturating_sub(1);
            self.board = before;
        }
        let edits = last.iter().map(|entry| &entry.edit).chain([&entry.edit]);
        let ids = edits.flat_map(Edit::changes).map(|(id, _)| id.clone());
        let edit = Edit::between_on(&self.board, board, ids);
        if !edit.is_empty() {
            let label = entry.label.clone();
            self.store(&Entry { edit, label, ..entry }, board);
        }
        self.log.push(entry);
    }

    fn store(&mut self, entry: &Entry, board: &Board) {
        self.seq += 1;
        let record = Record::seal(&self.id, Kind::Entry, self.seq, &entry.to_json());
        self.pending.push_back(record);
        self.before = Some(std::mem::replace(&mut self.board, board.clone()));
        self.since += 1;
    }

    /// The board's id.
    pub(crate) fn id(&self) -> &DocumentId {
        &self.id
    }

    /// The board as of the last entry.
    pub(crate) fn board(&self) -> &Board {
        &self.board
    }

    /// The journal of the session.
    pub(crate) fn log(&self) -> &[Entry] {
        &self.log
    }

    /// How many entries wait.
    pub(crate) fn pending(&self) -> usize {
        self.pending.len()
    }

    /// What is to be stored next; `None` where everything is.
    pub(crate) fn work(&self) -> Option<Work> {
        let began = self.seq > 0;
        if self.pending.is_empty() && self.repair == Repair::default() && !(self.baseless && began) {
            return None;
        }
        Some(Work {
            repair: self.repair.clone(),
            entries: self.pending.iter().cloned().collect(),
            snapshot: self
                .snapshot_due()
                .then(|| seal(&self.id, &self.board, &self.log, self.seq)),
        })
    }

    /// The store has all of `work`.
    pub(crate) fn stored(&mut self, work: &Work) {
        self.pending.drain(..work.entries.len().min(self.pending.len()));
        self.repair = Repair::default();
        if work.snapshot.is_some() {
            self.baseless = false;
            self.origin = None;
            self.since = self.pending.len();
        }
    }

    /// The store has nothing of the board any more: the whole of it is due.
    pub(crate) fn store_anew(&mut self) {
        self.baseless = true;
    }

    /// What must not be lost when the page goes away now; empty where everything is stored.
    pub(crate) fn tail(&self) -> String {
        Tail::write(self.origin.as_ref(), self.pending.iter())
    }

    /// A log that grows makes snapshots large, so they grow rarer with it.
    fn snapshot_due(&self) -> bool {
        self.baseless || self.since >= ENTRIES_TO_SNAPSHOT.max(self.log.len() / 4)
    }
}

fn seal(id: &DocumentId, board: &Board, log: &[Entry], seq: u64) -> Record {
    Record::seal(id, Kind::Snapshot, seq, &snapshot::write(board, log))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
