//! The one data type for a change to a board. Undo, paste, fixes, imports and the command line's `fix` share it.

use sorted::Map;
use thiserror::Error;

use crate::fault::{Faults, Place, Steps};
use crate::file::limits;
use crate::parting::parted;
use crate::record::{Record, RecordId};
use crate::{Board, BoxId, EdgeId};

/// What a record was and what it becomes; `None` for not there (or, for the singular records, empty).
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The record before the edit.
    pub before: Option<Record>,
    /// The record after it.
    pub after: Option<Record>,
}

/// An ordered map of record id to change, at most one change a record.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Edit {
    changes: Map<RecordId, Change>,
}

/// Why an edit cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    /// The id says one kind and the record is of another.
    #[error("the record {0:?} would be of another kind than its id")]
    WrongKind(RecordId),
    /// An edge would start or end at a box that is not there.
    #[error("edge {edge} would be joined to the box {missing}, which is not there")]
    Dangling {
        /// The edge.
        edge: EdgeId,
        /// The box that is not there.
        missing: BoxId,
    },
    /// An edge would join a box to itself.
    #[error("edge {0} would join a box to itself")]
    Loop(EdgeId),
    /// A record would hold what no file may hold: a text without end, a place off the page, an allow without a why.
    #[error("{place}: {what}; {remedy}")]
    Unsound {
        /// The record.
        record: RecordId,
        /// Where in it, such as `rejected[2].why`.
        place: String,
        /// What is wrong there.
        what: String,
        /// What to do about it.
        remedy: String,
    },
    /// There would be more of something than a board can have.
    #[error("a board has at most {limit} {what}")]
    TooMany {
        /// Of what: boxes, edges, notes and so on.
        what: &'static str,
        /// How many there may be.
        limit: usize,
    },
}

impl Edit {
    /// The edit that changes nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// The edit that takes `from` to `to`. Records that both share are not looked into.
    pub fn between(from: &Board, to: &Board) -> Self {
        Self::between_on(from, to, parted(from, to))
    }

    /// The edit that makes the records `ids` of `from` what they are on `to`.
    pub fn between_on(from: &Board, to: &Board, ids: impl IntoIterator<Item = RecordId>) -> Self {
        let mut edit = Self::new();
        for id in ids {
            let after = to.record(&id);
            edit.set(from, id, after);
        }
        edit
    }

    /// It changes nothing.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The changes, by record id.
    pub fn changes(&self) -> impl ExactSizeIterator<Item = (&RecordId, &Change)> {
        self.changes.iter()
    }

    /// The change of one record.
    pub fn change(&self, id: &RecordId) -> Option<&Change> {
        self.changes.get(id)
    }

    /// Adds that `id` becomes `record`, whatever this edit said of it so far; `board` tells what it was.
    pub fn put(&mut self, board: &Board, id: RecordId, record: Record) {
        self.set(board, id, Some(record));
    }

    /// Adds that `id` goes.
    pub fn remove(&mut self, board: &Board, id: RecordId) {
        self.set(board, id, None);
    }

    /// Adds that the box `id` goes with every edge that touches it.
    pub fn remove_box(&mut self, board: &Board, id: &BoxId) {
        for (edge, _) in board.edges_touching(id) {
            self.remove(board, RecordId::Edge(edge.clone()));
        }
        self.remove(board, RecordId::Box(id.clone()));
    }

    fn set(&mut self, board: &Board, id: RecordId, after: Option<Record>) {
        let before = match self.changes.remove(&id) {
            Some(change) => change.before,
            None => board.record(&id),
        };
        self.insert(id, Change { before, after });
    }

    fn insert(&mut self, id: RecordId, change: Change) {
        if change.before != change.after {
            self.changes.insert(id, change);
        }
    }

    /// The edit as read from a journal.
    pub fn from_changes(changes: impl IntoIterator<Item = (RecordId, Change)>) -> Self {
        let mut edit = Self::new();
        for (id, change) in changes {
            edit.insert(id, change);
        }
        edit
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let swap = |change: &Change| Change {
            before: change.after.clone(),
            after: change.before.clone(),
        };
        let changes = self.changes.iter();
        Self::from_changes(changes.map(|(id, change)| (id.clone(), swap(change))))
    }

    /// This edit and then `later` as one: keeps the first before and the last after.
    #[must_use]
    pub fn then(mut self, later: Self) -> Self {
        for (id, change) in later.changes {
            let before = match self.changes.remove(&id) {
                Some(earlier) => earlier.before,
                None => change.before,
            };
            self.insert(
                id,
                Change {
                    before,
                    after: change.after,
                },
            );
        }
        self
    }

    /// Whether `board` can take this edit whole.
    pub(crate) fn check(&self, board: &Board) -> Result<(), EditError> {
        for (id, change) in &self.changes {
            match (&change.after, id) {
                (Some(record), _) if !record.fits(id) => return Err(EditError::WrongKind(id.clone())),
                (Some(record), _) => check_sound(id, record)?,
                _ => {}
            }
            match (&change.after, id) {
                (Some(Record::Edge(edge)), RecordId::Edge(edge_id)) => {
                    self.check_ends(board, edge_id, [&edge.from, &edge.to])?;
                }
                (None, RecordId::Box(gone)) => self.check_left_behind(board, gone)?,
                _ => {}
            }
        }
        self.check_counts(board)
    }

    fn check_counts(&self, board: &Board) -> Result<(), EditError> {
        let mut new = [0; 6];
        for (id, change) in &self.changes {
            let kind = match id {
                RecordId::Box(_) => 0,
                RecordId::Edge(_) => 1,
                RecordId::Pin(_) => 2,
                RecordId::Note(_) => 3,
                RecordId::Frame(_) => 4,
                RecordId::Stroke(_) => 5,
                _ => continue,
            };
            if let Some(count) = new.get_mut(kind) {
                *count += usize::from(change.after.is_some() && board.record(id).is_none());
            }
        }
        let old = [
            ("boxes", board.boxes().len(), limits::BOXES),
            ("edges", board.edges().len(), limits::EDGES),
            ("pins", board.pins().len(), limits::PINS),
            ("notes", board.notes().len(), limits::NOTES),
            ("frames", board.frames().len(), limits::FRAMES),
            ("strokes", board.strokes().len(), limits::STROKES),
        ];
        // What goes is not counted against what comes: an edit at the very limit is refused rather than miscounted.
        let mut counts = old.into_iter().zip(new);
        match counts.find(|((_, old, limit), new)| *new > 0 && old + new > *limit) {
            Some(((what, _, limit), _)) => Err(EditError::TooMany { what, limit }),
            None => Ok(()),
        }
    }

    fn check_ends(&self, board: &Board, edge: &EdgeId, ends: [&BoxId; 2]) -> Result<(), EditError> {
        if ends[0] == ends[1] {
            return Err(EditError::Loop(edge.clone()));
        }
        match ends.into_iter().find(|end| !self.leaves_box(board, end)) {
            Some(missing) => Err(EditError::Dangling {
                edge: edge.clone(),
                missing: missing.clone(),
            }),
            None => Ok(()),
        }
    }

    /// An edge that this edit does not mention must not lose its end.
    fn check_left_behind(&self, board: &Board, gone: &BoxId) -> Result<(), EditError> {
        let kept = board.edges_touching(gone).find(|(id, _)| {
            let change = self.changes.get(&RecordId::Edge((*id).clone()));
            change.is_none_or(
                |change| matches!(&change.after, Some(Record::Edge(e)) if e.from == *gone || e.to == *gone),
            )
        });
        match kept {
            Some((edge, _)) => Err(EditError::Dangling {
                edge: edge.clone(),
                missing: gone.clone(),
            }),
            None => Ok(()),
        }
    }

    fn leaves_box(&self, board: &Board, id: &BoxId) -> bool {
        match self.changes.get(&RecordId::Box(id.clone())) {
            Some(change) => change.after.is_some(),
            None => board.get_box(id).is_some(),
        }
    }
}

fn check_sound(id: &RecordId, record: &Record) -> Result<(), EditError> {
    let mut faults = Faults::default();
    faults.check(record, &Place::Root);
    match faults.0.into_iter().next() {
        Some(fault) => Err(EditError::Unsound {
            record: id.clone(),
            place: Steps(&fault.place).to_string(),
            what: fault.what,
            remedy: fault.remedy,
        }),
        None => Ok(()),
    }
}

impl Record {
    fn fits(&self, id: &RecordId) -> bool {
        matches!(
            (self, id),
            (Self::Brief(_), RecordId::Brief)
                | (Self::Answer(_), RecordId::Answer(_))
                | (Self::Box(_), RecordId::Box(_))
                | (Self::Edge(_), RecordId::Edge(_))
                | (Self::Wrap(_), RecordId::Wrap)
                | (Self::Allows(_), RecordId::Allows)
                | (Self::Pin(_), RecordId::Pin(_))
                | (Self::Note(_), RecordId::Note(_))
                | (Self::Frame(_), RecordId::Frame(_))
                | (Self::Stroke(_), RecordId::Stroke(_))
                | (Self::Score(_), RecordId::Score)
                | (Self::Extras(_), RecordId::Extras)
        )
    }
}
