//! Where two boards part: the records that they do not share, found without a look into any.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::{Board, RecordId};

/// The ids of the records that `from` and `to` do not hold in common; the singular ones are always among them.
///
/// A board that came from another by edits shares with it all that no edit touched, so that this takes one walk along
/// both.
pub(crate) fn parted(from: &Board, to: &Board) -> Vec<RecordId> {
    let mut parted = vec![
        RecordId::Brief,
        RecordId::Wrap,
        RecordId::Allows,
        RecordId::Score,
        RecordId::Extras,
    ];
    let (mut before, mut after) = (kept(from).peekable(), kept(to).peekable());
    loop {
        let order = match (before.peek(), after.peek()) {
            (Some((was, _)), Some((is, _))) => was.cmp(is),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return parted,
        };
        let (was, is) = match order {
            Ordering::Less => (before.next(), None),
            Ordering::Greater => (None, after.next()),
            Ordering::Equal => (before.next(), after.next()),
        };
        let is_shared = was.as_ref().map(|(_, at)| *at) == is.as_ref().map(|(_, at)| *at);
        let id = was.or(is).filter(|_| !is_shared);
        parted.extend(id.map(|(id, _)| id));
    }
}

/// The records with an id of their own, in the order of [`RecordId`], and where in memory each is kept.
fn kept(board: &Board) -> impl Iterator<Item = (RecordId, *const ())> {
    let answers = board
        .scope()
        .map(|(id, record)| (RecordId::Answer(id), at(record)));
    let boxes = board.boxes();
    let boxes = boxes.map(|(id, record)| (RecordId::Box(id.clone()), at(record)));
    let edges = board.edges();
    let edges = edges.map(|(id, record)| (RecordId::Edge(id.clone()), at(record)));
    let pins = board.pins();
    let pins = pins.map(|(id, record)| (RecordId::Pin(id.clone()), at(record)));
    let notes = board.notes();
    let notes = notes.map(|(id, record)| (RecordId::Note(id.clone()), at(record)));
    let frames = board.frames();
    let frames = frames.map(|(id, record)| (RecordId::Frame(id.clone()), at(record)));
    let design = answers.chain(boxes).chain(edges);
    let strokes = board.strokes();
    let strokes = strokes.map(|(id, record)| (RecordId::Stroke(id.clone()), at(record)));
    design.chain(pins).chain(notes).chain(frames).chain(strokes)
}

fn at<T>(record: &Arc<T>) -> *const () {
    Arc::as_ptr(record).cast()
}
