//! What a person can select: boxes, edges and what stands beside them, and what all that stands has in common.

use board::{
    Board, BoxId, BoxRecord, EdgeId, FrameId, FrameRecord, NoteId, NoteRecord, Record, RecordId, StrokeId,
    StrokeRecord,
};
use geometry::{Page, Point, Rect, Size, Vector};
use scene::{note_area, stroke_area};

use crate::Selection;
use crate::commands::naming::name;
use crate::context::on_page;
use crate::index::Index;

/// Something on the board that can be selected.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Item {
    /// A box.
    Box(BoxId),
    /// An edge.
    Edge(EdgeId),
    /// A note.
    Note(NoteId),
    /// A frame.
    Frame(FrameId),
    /// A stroke.
    Stroke(StrokeId),
}

impl Item {
    /// The record it is.
    pub fn record_id(&self) -> RecordId {
        match self {
            Self::Box(id) => RecordId::Box(id.clone()),
            Self::Edge(id) => RecordId::Edge(id.clone()),
            Self::Note(id) => RecordId::Note(id.clone()),
            Self::Frame(id) => RecordId::Frame(id.clone()),
            Self::Stroke(id) => RecordId::Stroke(id.clone()),
        }
    }

    /// The item that the record `id` is, if it is one.
    pub fn of(id: &RecordId) -> Option<Self> {
        match id {
            RecordId::Box(id) => Some(Self::Box(id.clone())),
            RecordId::Edge(id) => Some(Self::Edge(id.clone())),
            RecordId::Note(id) => Some(Self::Note(id.clone())),
            RecordId::Frame(id) => Some(Self::Frame(id.clone())),
            RecordId::Stroke(id) => Some(Self::Stroke(id.clone())),
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
    let frames = board.frames().map(|(id, _)| Item::Frame(id.clone()));
    let strokes = board.strokes().map(|(id, _)| Item::Stroke(id.clone()));
    boxes.chain(notes).chain(frames).chain(strokes)
}

/// The area that the record covers where it stands; nothing where it has no place of its own.
pub(crate) fn area(record: &Record) -> Option<Rect<Page>> {
    match record {
        Record::Box(record) => Some(record.rect()),
        Record::Note(note) => Some(note_area(note)),
        Record::Frame(frame) => Some(frame.rect()),
        Record::Stroke(stroke) => Some(stroke_area(stroke)),
        _ => None,
    }
}

/// The record with its corner at `at` and, where `size` is given, of that size, but for a stroke, which has its own;
/// nothing where it has no place.
pub(crate) fn placed(record: &Record, at: Point<Page>, size: Option<Size>) -> Option<Record> {
    let at = on_page(at);
    match record {
        Record::Box(record) => Some(Record::from(BoxRecord {
            at,
            size: size.unwrap_or(record.size),
            ..BoxRecord::clone(record)
        })),
        Record::Note(note) => Some(Record::from(NoteRecord {
            at,
            size: size.unwrap_or(note.size),
            ..NoteRecord::clone(note)
        })),
        Record::Frame(frame) => Some(Record::from(FrameRecord {
            at,
            size: size.unwrap_or(frame.size),
            ..FrameRecord::clone(frame)
        })),
        Record::Stroke(stroke) => {
            let by = at - stroke_area(stroke).origin;
            let points = stroke.points.iter();
            Some(Record::from(StrokeRecord {
                points: points.map(|point| on_page(*point + by)).collect(),
                ..StrokeRecord::clone(stroke)
            }))
        }
        _ => None,
    }
}

/// The record, `by` farther.
pub(crate) fn moved(record: &Record, by: Vector<Page>) -> Option<Record> {
    placed(record, area(record)?.origin + by, None)
}

/// `selection` with all that goes where it goes: what lies wholly in a frame of it.
pub(crate) fn carried(board: &Board, index: &Index, selection: &Selection) -> Selection {
    let mut all = selection.clone();
    for item in &selection.others {
        let Item::Frame(id) = item else { continue };
        let Some(frame) = board.get_frame(id).map(|frame| frame.rect()) else {
            continue;
        };
        let here = index.visible(frame);
        let items = here.boxes.into_iter().map(Item::Box).chain(here.others);
        for item in items {
            if index.rect(&item).is_some_and(|rect| frame.encloses(&rect)) {
                all.insert(item);
            }
        }
    }
    all.primary.clone_from(&selection.primary);
    all
}

/// What a person would call it in a few words.
pub(crate) fn called(record: &Record) -> String {
    const MOST: usize = 32;
    let (kind, words) = match record {
        Record::Box(record) => return name(record),
        Record::Note(note) => ("note", &note.text),
        Record::Frame(frame) => ("frame", &frame.title),
        Record::Stroke(_) => return "stroke".to_owned(),
        _ => return String::new(),
    };
    let line = words.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(MOST) {
        _ if line.is_empty() => format!("empty {kind}"),
        Some((end, _)) => format!("{kind} {}…", line.get(..end).unwrap_or_default()),
        None => format!("{kind} {line}"),
    }
}
