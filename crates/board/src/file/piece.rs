//! Reading a document piece by piece: what of a board cannot be read is taken out, so that all faults are told and not
//! just the first.

use std::borrow::Cow;

use super::assemble::Misread;
use super::document::{Document, below};
use super::format::{AllowDoc, BoardDoc, BoxDoc, EdgeDoc, EntryDoc, PinDoc};
use super::reading::Reader;
use super::tree::{Fields, Tree};
use crate::fault::{Fault, Step};

/// What of `tree` has the right types; the rest is noted.
pub(super) fn pieces(tree: Tree<'_>, reader: &mut Reader) -> (BoardDoc, Misread) {
    let mut misread = Misread::default();
    let Tree::Object(mut object) = tree else {
        return (BoardDoc::default(), misread);
    };
    let boxes = list::<BoxDoc>(&mut object, "boxes", &mut misread, &mut reader.faults.0);
    let edges = list::<EdgeDoc>(&mut object, "edges", &mut misread, &mut reader.faults.0);
    let allow = list::<AllowDoc>(&mut object, "allow", &mut misread, &mut reader.faults.0);
    let pins = list::<PinDoc>(&mut object, "pins", &mut misread, &mut reader.faults.0);
    let log = list::<EntryDoc>(&mut object, "log", &mut misread, &mut reader.dropped.0);
    let board = BoardDoc {
        boxes,
        edges,
        allow,
        pins,
        log,
        ..rest(object, reader)
    };
    (board, misread)
}

/// The items of the list under `key` that can be read. An empty list stays in its place, and so does what is no list.
fn list<T: Document>(
    object: &mut Fields<'_>,
    key: &'static str,
    misread: &mut Misread,
    faults: &mut Vec<Fault>,
) -> Vec<T> {
    let trees = match object.iter_mut().find(|(own, _)| own == key) {
        Some((_, Tree::List(trees))) => std::mem::take(trees),
        _ => return Vec::new(),
    };
    let mut items = Vec::with_capacity(trees.len());
    for (number, tree) in trees.into_iter().enumerate() {
        let id = if key == "boxes" { id(&tree) } else { None };
        match T::read(tree) {
            Ok(item) => items.push(item),
            Err(fault) => {
                let fault = below(Step::Key(key.to_owned()), below(Step::Item(number), fault));
                faults.push(fault);
                misread.items.entry(key).or_default().insert(number);
                misread.boxes.extend(id.map(Cow::into_owned));
            }
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

/// The board without its lists: what cannot be read is noted and taken out until the rest can.
fn rest(mut object: Fields<'_>, reader: &mut Reader) -> BoardDoc {
    loop {
        let fault = match BoardDoc::read(Tree::Object(object.clone())) {
            Ok(board) => return board,
            Err(fault) => fault,
        };
        let culprit = match fault.place.first() {
            Some(Step::Key(key)) => key.clone(),
            _ => String::new(),
        };
        reader.faults.0.push(fault);
        let before = object.len();
        object.retain(|(key, _)| *key != culprit);
        if object.len() == before {
            return BoardDoc::default();
        }
    }
}
