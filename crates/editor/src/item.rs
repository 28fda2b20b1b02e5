//! What a person can select: boxes, edges and what stands beside them, and what all that stands has in common.

use std::sync::Arc;

use board::{Board, BoxId, BoxRecord, EdgeId, NoteId, NoteRecord, Record, RecordId};
use geometry::{Page, Point, Rect, Vector};
use scene::note_area;

use crate::context::on_page;

/// Something on the board that can be selected.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Item {
    /// A box.
    Box(BoxId),
    /// An edge.
    Edge(EdgeId),
    /// A note.
    Note(NoteId),
}

impl Item {
    /// The record it is.
    pub fn record_id(&self) -> RecordId {
        match self {
            Self::Box(id) => RecordId::Box(id.clone()),
            Self::Edge(id) => RecordId::Edge(id.clone()),
            Self::Note(id) => RecordId::Note(id.clone()),
        }
    }

    /// The item that the record `id` is, if it is one.
    pub fn of(id: &RecordId) -> Option<Self> {
        match id {
            RecordId::Box(id) => Some(Self::Box(id.clone())),
            RecordId::Edge(id) => Some(Self::Edge(id.clone())),
            RecordId::Note(id) => Some(Self::Note(id.clone())),
            _ => None,
        }
    }

    /// Its record on `board`.
    pub(crate) fn record(&self, board: &Board) -> Option<Record> {
        board.record(&self.record_id())
    }
}

/// All that stands on `board`: everything that can be selected but the edges.
pub fn standing(board: &Board) -> impl Iterator<Item = Item> {
    let boxes = board.boxes().map(|(id, _)| Item::Box(id.clone()));
    let notes = board.notes().map(|(id, _)| Item::Note(id.clone()));
    boxes.chain(notes)
}

/// The area that the record covers where it stands; nothing where it has no place of its own.
pub(crate) fn area(record: &Record) -> Option<Rect<Page>> {
    match record {
        Record::Box(record) => Some(record.rect()),
        Record::Note(note) => Some(note_area(note)),
        _ => None,
    }
}

/// The record at the place that `place` makes of its own; nothing where it has none.
pub(crate) fn placed(record: &Record, place: impl Fn(Point<Page>) -> Point<Page>) -> Option<Record> {
    match record {
        Record::Box(record) => Some(Record::from(BoxRecord {
            at: on_page(place(record.at)),
            ..BoxRecord::clone(record)
        })),
        Record::Note(note) => Some(Record::from(NoteRecord {
            at: on_page(place(note.at)),
            ..NoteRecord::clone(note)
        })),
        _ => None,
    }
}

/// The record, `by` farther.
pub(crate) fn moved(record: &Record, by: Vector<Page>) -> Option<Record> {
    placed(record, |at| at + by)
}

/// What a person would call it in a few words.
pub(crate) fn called(record: &Record) -> String {
    const MOST: usize = 32;
    let (kind, words): (_, &Arc<NoteRecord>) = match record {
        Record::Box(record) => return crate::commands::naming::name(record),
        Record::Note(note) => ("note", note),
        _ => return String::new(),
    };
    let line = words.text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(MOST) {
        _ if line.is_empty() => format!("empty {kind}"),
        Some((end, _)) => format!("{kind} {}…", line.get(..end).unwrap_or_default()),
        None => format!("{kind} {line}"),
    }
}
