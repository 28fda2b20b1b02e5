//! Reading one document with the place of its first fault, and the second reading of a document that could not be read
//! as a whole: piece by piece, so that all faults are told.
//!
//! Every document is read from text and by the one [`parse`]: each further kind of input would be compiled for every
//! document anew, and the page carries that weight.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use serde_path_to_error::{Path, Segment};

use super::assemble::Misread;
use super::format::{AllowDoc, BoardDoc, BoxDoc, EdgeDoc, EntryDoc, PinDoc};
use super::problem::explain;
use super::reading::Reader;
use crate::fault::{Fault, Step};

/// The document that `text` is, or its first fault.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let document = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| fault(steps(error.path()), &error.inner().to_string()))?;
    match deserializer.end() {
        Ok(()) => Ok(document),
        Err(error) => Err(fault(Vec::new(), &error.to_string())),
    }
}

/// What of `document` has the right types; the rest is noted.
pub(super) fn pieces(document: Value, reader: &mut Reader) -> (BoardDoc, Misread) {
    let mut misread = Misread::default();
    let Value::Object(mut object) = document else {
        return (BoardDoc::default(), misread);
    };
    let boxes = list::<BoxDoc>(&mut object, "boxes", &mut misread, &mut reader.faults.0);
    let edges = list::<EdgeDoc>(&mut object, "edges", &mut misread, &mut reader.faults.0);
    let allow = list::<AllowDoc>(&mut object, "allow", &mut misread, &mut reader.faults.0);
    let pins = list::<PinDoc>(&mut object, "pins", &mut misread, &mut reader.faults.0);
    let log = list::<EntryDoc>(&mut object, "log", &mut misread, &mut reader.dropped.0);
    let mut board = rest(object, reader);
    board.boxes.extend(boxes);
    board.edges.extend(edges);
    board.allow.extend(allow);
    board.pins.extend(pins);
    board.log.extend(log);
    (board, misread)
}

/// The items of the list under `key` that can be read. What is no list stays in `object`.
fn list<T: DeserializeOwned>(
    object: &mut Map<String, Value>,
    key: &'static str,
    misread: &mut Misread,
    faults: &mut Vec<Fault>,
) -> Vec<T> {
    let values = match object.get_mut(key) {
        Some(Value::Array(values)) => std::mem::take(values),
        _ => return Vec::new(),
    };
    let mut items = Vec::with_capacity(values.len());
    for (number, value) in values.into_iter().enumerate() {
        match parse(&value.to_string()) {
            Ok(item) => items.push(item),
            Err(fault) => {
                let outer = [Step::Key(key.to_owned()), Step::Item(number)];
                let place = outer.into_iter().chain(fault.place).collect();
                faults.push(Fault { place, ..fault });
                misread.items.entry(key).or_default().insert(number);
                if let (true, Some(Value::String(id))) = (key == "boxes", value.get("id")) {
                    misread.boxes.insert(id.clone());
                }
            }
        }
    }
    items
}

/// The board without its lists: what cannot be read is noted and taken out until the rest can.
fn rest(mut object: Map<String, Value>, reader: &mut Reader) -> BoardDoc {
    loop {
        let text = Value::Object(object.clone()).to_string();
        let fault = match parse(&text) {
            Ok(board) => return board,
            Err(fault) => fault,
        };
        let culprit = match fault.place.first() {
            Some(Step::Key(key)) => key.clone(),
            _ => String::new(),
        };
        reader.faults.0.push(fault);
        if object.remove(&culprit).is_none() {
            return BoardDoc::default();
        }
    }
}

/// The fault that serde's `message` tells of.
fn fault(place: Vec<Step>, message: &str) -> Fault {
    let (what, remedy) = explain(message);
    Fault { place, what, remedy }
}

/// The steps of serde's path.
fn steps(path: &Path) -> Vec<Step> {
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => Some(Step::Item(*index)),
        Segment::Map { key } => Some(Step::Key(key.clone())),
        Segment::Enum { variant } => Some(Step::Key(variant.clone())),
        Segment::Unknown => None,
    };
    path.iter().filter_map(step).collect()
}
