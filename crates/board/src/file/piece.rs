//! Reading a board piece by piece: an item of a list that cannot be read is taken out, so that the rest can still be
//! looked at as a board.

use std::borrow::Cow;

use super::assemble::Misread;
use super::document::Document;
use super::format::{AllowDoc, BoardDoc, BoxDoc, EdgeDoc, EntryDoc, FrameDoc, NoteDoc, PinDoc, StrokeDoc};
use super::reading::Reader;
use super::tree::{Fields, Tree};
use crate::fault::{Faults, Place};

/// What of `tree` has the right types; the rest is noted.
pub(super) fn pieces(tree: Tree<'_>, reader: &mut Reader) -> (BoardDoc, Misread) {
    let mut misread = Misread::default();
    let Tree::Object(mut object) = tree else {
        return (BoardDoc::default(), misread);
    };
    let boxes = list::<BoxDoc>(&mut object, "boxes", &mut misread, &mut reader.faults);
    let edges = list::<EdgeDoc>(&mut object, "edges", &mut misread, &mut reader.faults);
    let allow = list::<AllowDoc>(&mut object, "allow", &mut misread, &mut reader.faults);
    let pins = list::<PinDoc>(&mut object, "pins", &mut misread, &mut reader.faults);
    let notes = list::<NoteDoc>(&mut object, "notes", &mut misread, &mut reader.faults);
    let frames = list::<FrameDoc>(&mut object, "frames", &mut misread, &mut reader.faults);
    let strokes = list::<StrokeDoc>(&mut object, "strokes", &mut misread, &mut reader.faults);
    let log = list::<EntryDoc>(&mut object, "log", &mut misread, &mut reader.dropped);
    let mut board = BoardDoc::default();
    board.fill(Tree::Object(object), &Place::Root, &mut reader.faults);
    let board = BoardDoc {
        boxes,
        edges,
        allow,
        pins,
        notes,
        frames,
        strokes,
        log,
        ..board
    };
    (board, misread)
}

/// The items of the list under `key` that can be read. An empty list stays in its place, and so does what is no list.
fn list<T: Document + Default>(
    object: &mut Fields<'_>,
    key: &'static str,
    misread: &mut Misread,
    faults: &mut Faults,
) -> Vec<T> {
    let trees = match object.iter_mut().find(|(own, _)| own == key) {
        Some((_, Tree::List(trees))) => std::mem::take(trees),
        _ => return Vec::new(),
    };
    let place = Place::Key(&Place::Root, key);
    let mut items = Vec::with_capacity(trees.len());
    for (number, tree) in trees.into_iter().enumerate() {
        let id = if key == "boxes" { id(&tree) } else { None };
        let before = faults.0.len();
        let mut item = T::default();
        item.fill(tree, &place.item(number), faults);
        if faults.0.len() == before {
            items.push(item);
        } else {
            misread.items.push((key, number));
            misread.boxes.extend(id.map(Cow::into_owned));
        }
    }
    items
}

/// The id of an item, so that it is known if the item cannot be read.
fn id<'t>(item: &Tree<'t>) -> Option<Cow<'t, str>> {
    let Tree::Object(fields) = item else {
        return None;
    };
    match fields.iter().find(|(key, _)| key == "id") {
        Some((_, Tree::Text(id))) => Some(id.clone()),
        _ => None,
    }
}
