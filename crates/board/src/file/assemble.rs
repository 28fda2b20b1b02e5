//! From the document of a whole board to the board: ids once each, ends that are there, counts within limits.

use std::sync::Arc;

use super::format::{AnswerDoc, BoardDoc, BoxDoc, BriefDoc, EdgeDoc, EntryDoc, FrameDoc, NoteDoc, StrokeDoc};
use super::limits;
use super::reading::Reader;
use crate::fault::Place;
use crate::journal::Entry;
use crate::words::find;
use crate::{Board, BoxId, EdgeId, FrameId, NoteId, PinId, Question, Record, RecordId, StrokeId};
use sorted::{Map, Set};

/// Items of the document's lists that could not be read at all.
#[derive(Debug, Default)]
pub(super) struct Misread {
    /// The keys of their lists and their numbers there, which rise in each list.
    pub(super) items: Vec<(&'static str, usize)>,
    /// Ids of boxes among them: edges may still name these.
    pub(super) boxes: Set<String>,
}

impl Misread {
    /// The numbers that the items which could be read have in the text.
    fn numbers(&self, list: &str) -> impl Iterator<Item = usize> {
        let items = self.items.iter().filter(move |(key, _)| *key == list);
        let mut missing = items.map(|&(_, number)| number).peekable();
        (0..).filter(move |number| missing.next_if_eq(number).is_none())
    }
}

/// The board and its journal. They are whole only if `reader` found no fault.
pub(super) fn assemble(doc: BoardDoc, misread: &Misread, reader: &mut Reader) -> (Board, Vec<Entry>) {
    let root = Place::Root;
    reader.unknown(&doc.unknown, BoardDoc::KEYS, true, &root);
    let mut board = Board::default();
    let brief = BriefDoc {
        title: doc.title,
        track: doc.track,
        prompt: doc.prompt,
        unknown: Vec::new(),
    };
    board.set(&RecordId::Brief, Some(reader.brief(brief, &root).into()));
    scope(doc.scope.0, &mut board, reader);
    boxes(doc.boxes, misread, &mut board, reader);
    edges(doc.edges, misread, &mut board, reader);
    let wrap = reader.wrap(doc.wrap, &root.key("wrap"));
    board.set(&RecordId::Wrap, Some(wrap.into()));
    let list = root.key("allow");
    reader
        .faults
        .count(doc.allow.len(), limits::ALLOWS, "allows", &list);
    let allows = misread.numbers("allow").zip(doc.allow);
    let allows: Vec<_> = allows
        .map(|(number, doc)| reader.allow(doc, &list.item(number)))
        .collect();
    board.set(&RecordId::Allows, Some(allows.into()));
    let list = root.key("pins");
    reader.faults.count(doc.pins.len(), limits::PINS, "pins", &list);
    let mut seen = Map::new();
    for (number, doc) in misread.numbers("pins").zip(doc.pins) {
        let place = list.item(number);
        if let Some(id) = own_id(reader, &doc.id, PinId::new, &mut seen, number, &place) {
            board.set(&RecordId::Pin(id), Some(reader.pin(doc, &place).into()));
        }
    }
    beside((doc.notes, doc.frames, doc.strokes), misread, &mut board, reader);
    let score = reader.score(doc.score, &root.key("score"));
    board.set(&RecordId::Score, Some(score.into()));
    let extras = reader.extras(doc.extras, &root);
    board.set(&RecordId::Extras, Some(Record::Extras(extras)));
    (board, log(doc.log, misread, reader))
}

fn scope(answers: Vec<(String, AnswerDoc)>, board: &mut Board, reader: &mut Reader) {
    let list = Place::Key(&Place::Root, "scope");
    for (word, doc) in answers {
        let place = list.key(&word);
        match find::<Question>(&word) {
            Some(question) => {
                let answer = reader.answer(doc, &place);
                board.set(&RecordId::Answer(question), Some(answer.into()));
            }
            None => reader.unknown_word::<Question>(&word, &place),
        }
    }
}

fn boxes(docs: Vec<BoxDoc>, misread: &Misread, board: &mut Board, reader: &mut Reader) {
    let list = Place::Key(&Place::Root, "boxes");
    reader.faults.count(docs.len(), limits::BOXES, "boxes", &list);
    let mut seen = Map::new();
    for (order, (number, doc)) in (0..).zip(misread.numbers("boxes").zip(docs)) {
        let place = list.item(number);
        let id = own_id(reader, &doc.id, BoxId::new, &mut seen, number, &place);
        let record = reader.boxed(doc, order, &place);
        if let Some(id) = id {
            board.set(&RecordId::Box(id), Some(Record::Box(Arc::new(record))));
        }
    }
}

fn edges(docs: Vec<EdgeDoc>, misread: &Misread, board: &mut Board, reader: &mut Reader) {
    let list = Place::Key(&Place::Root, "edges");
    reader.faults.count(docs.len(), limits::EDGES, "edges", &list);
    let mut seen = Map::new();
    for (order, (number, doc)) in (0..).zip(misread.numbers("edges").zip(docs)) {
        let place = list.item(number);
        let id = own_id(reader, &doc.id, EdgeId::new, &mut seen, number, &place);
        let Some(edge) = reader.edge(doc, order, &place) else {
            continue;
        };
        for (end, key) in [(&edge.from, "from"), (&edge.to, "to")] {
            if board.get_box(end).is_none() && !misread.boxes.contains(end.as_str()) {
                dangling(end, board, reader, &place.key(key));
            }
        }
        if let Some(id) = id {
            board.set(&RecordId::Edge(id), Some(edge.into()));
        }
    }
}

/// What stands beside boxes and edges.
fn beside(
    (notes, frames, strokes): (Vec<NoteDoc>, Vec<FrameDoc>, Vec<StrokeDoc>),
    misread: &Misread,
    board: &mut Board,
    reader: &mut Reader,
) {
    let list = Place::Key(&Place::Root, "notes");
    reader.faults.count(notes.len(), limits::NOTES, "notes", &list);
    let mut seen = Map::new();
    for (order, (number, doc)) in (0..).zip(misread.numbers("notes").zip(notes)) {
        let place = list.item(number);
        let id = own_id(reader, &doc.id, NoteId::new, &mut seen, number, &place);
        let record = reader.note(doc, order, &place);
        if let Some(id) = id {
            board.set(&RecordId::Note(id), Some(record.into()));
        }
    }
    let list = Place::Key(&Place::Root, "frames");
    reader.faults.count(frames.len(), limits::FRAMES, "frames", &list);
    let mut seen = Map::new();
    for (order, (number, doc)) in (0..).zip(misread.numbers("frames").zip(frames)) {
        let place = list.item(number);
        let id = own_id(reader, &doc.id, FrameId::new, &mut seen, number, &place);
        let record = reader.frame(doc, order, &place);
        if let Some(id) = id {
            board.set(&RecordId::Frame(id), Some(record.into()));
        }
    }
    let list = Place::Key(&Place::Root, "strokes");
    reader
        .faults
        .count(strokes.len(), limits::STROKES, "strokes", &list);
    let mut seen = Map::new();
    for (order, (number, doc)) in (0..).zip(misread.numbers("strokes").zip(strokes)) {
        let place = list.item(number);
        let id = own_id(reader, &doc.id, StrokeId::new, &mut seen, number, &place);
        let record = reader.stroke(doc, order, &place);
        if let Some(id) = id {
            board.set(&RecordId::Stroke(id), Some(record.into()));
        }
    }
}

fn dangling(end: &BoxId, board: &Board, reader: &mut Reader, place: &Place<'_>) {
    let ids = board.boxes().map(|(id, _)| id.as_str());
    // The search for a likeness is for files made by hand, not for a flood of faults in a large one.
    let meant = crate::words::nearest(end.as_str(), ids.take(1000));
    let remedy = match meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "name a box of the board, or take the edge out".to_owned(),
    };
    reader
        .faults
        .add(place, format!("there is no box `{end}`"), remedy);
}

/// The id of an item, if it can be one and no earlier item has it.
fn own_id<T>(
    reader: &mut Reader,
    id: &super::value::Id,
    new: fn(&str) -> Result<T, crate::IdError>,
    seen: &mut Map<String, usize>,
    number: usize,
    place: &Place<'_>,
) -> Option<T> {
    let place = place.key("id");
    let parsed = reader.id(id, new, &place)?;
    if let Some(&earlier) = seen.get(&id.0) {
        let what = format!("the id `{}` is already that of item {earlier} of this list", id.0);
        reader.faults.add(&place, what, "give one of the two another id");
        return None;
    }
    seen.insert(id.0.clone(), number);
    Some(parsed)
}

/// An entry that cannot be read is left out: a board is worth more than its journal.
fn log(docs: Vec<EntryDoc>, misread: &Misread, reader: &mut Reader) -> Vec<Entry> {
    let list = Place::Key(&Place::Root, "log");
    let mut entries = Vec::with_capacity(docs.len());
    for (number, doc) in misread.numbers("log").zip(docs) {
        let mut own = Reader::default();
        let entry = own.entry(doc, &list.item(number));
        if own.faults.0.is_empty() {
            entries.extend(entry);
        }
        reader.dropped.0.append(&mut own.faults.0);
        reader.dropped.0.append(&mut own.dropped.0);
    }
    entries
}
