//! The board: records by id, with a reading interface. Only [`Edit`](crate::Edit) changes it.

use std::sync::Arc;

use sorted::{Map, ranked};

use crate::edit::{Edit, EditError};
use crate::{
    Allow, Answer, BoxId, BoxRecord, Brief, EdgeId, EdgeRecord, Extras, FrameId, FrameRecord, NoteId,
    NoteRecord, Pin, PinId, Question, Record, RecordId, Score, StrokeId, StrokeRecord, Wrap,
};

/// One drawing with its scope, boxes, edges, wrap-up and pins.
///
/// Cloning copies pointers, not records. Two boards are equal when their records are.
#[derive(Clone, Debug, Default)]
pub struct Board {
    brief: Arc<Brief>,
    scope: Map<Question, Arc<Answer>>,
    boxes: Map<BoxId, Arc<BoxRecord>>,
    edges: Map<EdgeId, Arc<EdgeRecord>>,
    wrap: Arc<Wrap>,
    allows: Arc<Vec<Allow>>,
    pins: Map<PinId, Arc<Pin>>,
    notes: Map<NoteId, Arc<NoteRecord>>,
    frames: Map<FrameId, Arc<FrameRecord>>,
    strokes: Map<StrokeId, Arc<StrokeRecord>>,
    score: Arc<Score>,
    extras: Arc<Extras>,
    /// Which edges touch a box, kept by `apply`. With their records, as the ways of edges ask for them again and again.
    touching: Map<BoxId, Map<EdgeId, Arc<EdgeRecord>>>,
    revision: u64,
}

impl PartialEq for Board {
    fn eq(&self, other: &Self) -> bool {
        self.brief == other.brief
            && self.scope == other.scope
            && self.boxes == other.boxes
            && self.edges == other.edges
            && self.wrap == other.wrap
            && self.allows == other.allows
            && self.pins == other.pins
            && self.notes == other.notes
            && self.frames == other.frames
            && self.strokes == other.strokes
            && self.score == other.score
            && self.extras == other.extras
    }
}

impl Board {
    /// Title, track and prompt.
    pub fn brief(&self) -> &Arc<Brief> {
        &self.brief
    }

    /// The answers, in the order of the questions.
    pub fn scope(&self) -> impl Iterator<Item = (Question, &Arc<Answer>)> {
        self.scope.iter().map(|(&question, answer)| (question, answer))
    }

    /// The answer to `question`, whatever its status.
    pub fn answer(&self, question: Question) -> Option<&Arc<Answer>> {
        self.scope.get(&question)
    }

    /// The answer to `question` if there is one to build on.
    pub fn answered(&self, question: Question) -> Option<&Answer> {
        self.scope
            .get(&question)
            .map(Arc::as_ref)
            .filter(|answer| answer.is_answered())
    }

    /// All boxes, by id.
    pub fn boxes(&self) -> impl ExactSizeIterator<Item = (&BoxId, &Arc<BoxRecord>)> {
        self.boxes.iter()
    }

    /// All boxes as the file lists them: lowest in the pile first.
    pub fn boxes_in_order(&self) -> Vec<(&BoxId, &Arc<BoxRecord>)> {
        ranked(&self.boxes, |(_, record)| record.order.into())
    }

    /// One box.
    pub fn get_box(&self, id: &BoxId) -> Option<&Arc<BoxRecord>> {
        self.boxes.get(id)
    }

    /// All edges, by id.
    pub fn edges(&self) -> impl ExactSizeIterator<Item = (&EdgeId, &Arc<EdgeRecord>)> {
        self.edges.iter()
    }

    /// All edges as the file lists them.
    pub fn edges_in_order(&self) -> Vec<(&EdgeId, &Arc<EdgeRecord>)> {
        ranked(&self.edges, |(_, record)| record.order.into())
    }

    /// One edge.
    pub fn get_edge(&self, id: &EdgeId) -> Option<&Arc<EdgeRecord>> {
        self.edges.get(id)
    }

    /// The edges that start or end at the box `id`, by id.
    pub fn edges_touching(&self, id: &BoxId) -> impl Iterator<Item = (&EdgeId, &Arc<EdgeRecord>)> {
        self.touching.get(id).into_iter().flatten()
    }

    /// The wrap-up.
    pub fn wrap(&self) -> &Arc<Wrap> {
        &self.wrap
    }

    /// The findings set aside on purpose.
    pub fn allows(&self) -> &Arc<Vec<Allow>> {
        &self.allows
    }

    /// The coach's remarks, by id.
    pub fn pins(&self) -> impl ExactSizeIterator<Item = (&PinId, &Arc<Pin>)> {
        self.pins.iter()
    }

    /// All notes, by id.
    pub fn notes(&self) -> impl ExactSizeIterator<Item = (&NoteId, &Arc<NoteRecord>)> {
        self.notes.iter()
    }

    /// All notes as the file lists them: lowest in the pile first.
    pub fn notes_in_order(&self) -> Vec<(&NoteId, &Arc<NoteRecord>)> {
        ranked(&self.notes, |(_, record)| record.order.into())
    }

    /// One note.
    pub fn get_note(&self, id: &NoteId) -> Option<&Arc<NoteRecord>> {
        self.notes.get(id)
    }

    /// All frames, by id.
    pub fn frames(&self) -> impl ExactSizeIterator<Item = (&FrameId, &Arc<FrameRecord>)> {
        self.frames.iter()
    }

    /// All frames as the file lists them: lowest in the pile first, the first slide first.
    pub fn frames_in_order(&self) -> Vec<(&FrameId, &Arc<FrameRecord>)> {
        ranked(&self.frames, |(_, record)| record.order.into())
    }

    /// One frame.
    pub fn get_frame(&self, id: &FrameId) -> Option<&Arc<FrameRecord>> {
        self.frames.get(id)
    }

    /// All strokes, by id.
    pub fn strokes(&self) -> impl ExactSizeIterator<Item = (&StrokeId, &Arc<StrokeRecord>)> {
        self.strokes.iter()
    }

    /// All strokes as the file lists them: lowest in the pile first.
    pub fn strokes_in_order(&self) -> Vec<(&StrokeId, &Arc<StrokeRecord>)> {
        ranked(&self.strokes, |(_, record)| record.order.into())
    }

    /// One stroke.
    pub fn get_stroke(&self, id: &StrokeId) -> Option<&Arc<StrokeRecord>> {
        self.strokes.get(id)
    }

    /// The marks.
    pub fn score(&self) -> &Arc<Score> {
        &self.score
    }

    /// The board's own `x-` fields.
    pub fn extras(&self) -> &Arc<Extras> {
        &self.extras
    }

    /// Counts the edits applied; differs whenever the content may.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// There is nothing on it yet: no box, no answer, no words.
    pub fn is_blank(&self) -> bool {
        Self {
            revision: self.revision,
            ..Self::default()
        } == *self
    }

    /// The order that puts a new box on top and last.
    pub fn next_box_order(&self) -> u32 {
        after(self.boxes.values().map(|record| record.order))
    }

    /// The order that puts a new edge last.
    pub fn next_edge_order(&self) -> u32 {
        after(self.edges.values().map(|record| record.order))
    }

    /// The order that puts a new note on top and last.
    pub fn next_note_order(&self) -> u32 {
        after(self.notes.values().map(|record| record.order))
    }

    /// The order that puts a new frame last.
    pub fn next_frame_order(&self) -> u32 {
        after(self.frames.values().map(|record| record.order))
    }

    /// The order that puts a new stroke on top and last.
    pub fn next_stroke_order(&self) -> u32 {
        after(self.strokes.values().map(|record| record.order))
    }

    /// The record with this id, if the board has one that is not empty by default.
    pub fn record(&self, id: &RecordId) -> Option<Record> {
        match id {
            RecordId::Brief => present(&self.brief).map(Record::Brief),
            RecordId::Answer(question) => self.scope.get(question).cloned().map(Record::Answer),
            RecordId::Box(id) => self.boxes.get(id).cloned().map(Record::Box),
            RecordId::Edge(id) => self.edges.get(id).cloned().map(Record::Edge),
            RecordId::Wrap => present(&self.wrap).map(Record::Wrap),
            RecordId::Allows => present(&self.allows).map(Record::Allows),
            RecordId::Pin(id) => self.pins.get(id).cloned().map(Record::Pin),
            RecordId::Note(id) => self.notes.get(id).cloned().map(Record::Note),
            RecordId::Frame(id) => self.frames.get(id).cloned().map(Record::Frame),
            RecordId::Stroke(id) => self.strokes.get(id).cloned().map(Record::Stroke),
            RecordId::Score => present(&self.score).map(Record::Score),
            RecordId::Extras => present(&self.extras).map(Record::Extras),
        }
    }

    /// Makes the board what `edit` says. Nothing changes where it cannot be applied whole.
    ///
    /// # Errors
    /// [`EditError`] where a record is of another kind than its id, or an edge would be left without one of its ends.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), EditError> {
        edit.check(self)?;
        for (id, change) in edit.changes() {
            self.set(id, change.after.clone());
        }
        self.revision = self.revision.wrapping_add(1);
        Ok(())
    }

    /// Sets one record without any check: for [`apply`](Self::apply) and for the reader, which check first.
    pub(crate) fn set(&mut self, id: &RecordId, after: Option<Record>) {
        match (id, after) {
            (RecordId::Brief, after) => self.brief = unwrap_or_default(after, Record::into_brief),
            (RecordId::Wrap, after) => self.wrap = unwrap_or_default(after, Record::into_wrap),
            (RecordId::Allows, after) => self.allows = unwrap_or_default(after, Record::into_allows),
            (RecordId::Score, after) => self.score = unwrap_or_default(after, Record::into_score),
            (RecordId::Extras, after) => self.extras = unwrap_or_default(after, Record::into_extras),
            (RecordId::Answer(id), after) => put(&mut self.scope, id, after.and_then(Record::into_answer)),
            (RecordId::Pin(id), after) => put(&mut self.pins, id, after.and_then(Record::into_pin)),
            (RecordId::Note(id), after) => put(&mut self.notes, id, after.and_then(Record::into_note)),
            (RecordId::Frame(id), after) => put(&mut self.frames, id, after.and_then(Record::into_frame)),
            (RecordId::Stroke(id), after) => put(&mut self.strokes, id, after.and_then(Record::into_stroke)),
            (RecordId::Box(id), after) => put(&mut self.boxes, id, after.and_then(Record::into_box)),
            (RecordId::Edge(id), after) => self.set_edge(id, after.and_then(Record::into_edge)),
        }
    }

    fn set_edge(&mut self, id: &EdgeId, after: Option<Arc<EdgeRecord>>) {
        if let Some(before) = self.edges.get(id) {
            for end in [&before.from, &before.to] {
                if let Some(edges) = self.touching.get_mut(end) {
                    edges.remove(id);
                    if edges.is_empty() {
                        self.touching.remove(end);
                    }
                }
            }
        }
        if let Some(after) = &after {
            for end in [&after.from, &after.to] {
                let edges = self.touching.get_or_default(end.clone());
                edges.insert(id.clone(), Arc::clone(after));
            }
        }
        put(&mut self.edges, id, after);
    }
}

/// The order behind all of `orders`.
fn after(orders: impl Iterator<Item = u32>) -> u32 {
    orders.max().map_or(0, |order| order.saturating_add(1))
}

fn present<T: Default + PartialEq>(value: &Arc<T>) -> Option<Arc<T>> {
    (**value != T::default()).then(|| Arc::clone(value))
}

fn unwrap_or_default<T: Default>(after: Option<Record>, into: fn(Record) -> Option<Arc<T>>) -> Arc<T> {
    after.and_then(into).unwrap_or_default()
}

fn put<K: Ord + Clone, V>(map: &mut Map<K, V>, key: &K, value: Option<V>) {
    match value {
        Some(value) => {
            map.insert(key.clone(), value);
        }
        None => {
            map.remove(key);
        }
    }
}
