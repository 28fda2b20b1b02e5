//! How things on the board are called in announcements and in the undo menu.

use board::{Board, BoxId, BoxRecord, EdgeRecord, Record};
use sorted::Set;

use crate::item::called;

/// What a person would call a box.
pub(crate) fn name(record: &BoxRecord) -> String {
    match record.label.trim() {
        "" => format!("unnamed {}", record.role),
        label => label.to_owned(),
    }
}

/// The name of the box `id`.
pub(crate) fn name_of(board: &Board, id: &BoxId) -> String {
    board
        .get_box(id)
        .map_or_else(|| id.to_string(), |record| name(record))
}

/// What a person would call an edge.
pub(crate) fn edge_name(board: &Board, record: &EdgeRecord) -> String {
    let ends = format!(
        "{} to {}",
        name_of(board, &record.from),
        name_of(board, &record.to)
    );
    match record.label.trim() {
        "" => ends,
        label => format!("{label}, {ends}"),
    }
}

/// One box by name, several by number.
pub(crate) fn boxes_named(board: &Board, ids: &Set<BoxId>) -> String {
    match (ids.len(), ids.iter().next()) {
        (1, Some(id)) => name_of(board, id),
        (count, _) => format!("{count} boxes"),
    }
}

/// One thing by name, several by number: as boxes where all are.
pub(crate) fn things_named<'r>(board: &Board, records: impl Iterator<Item = &'r Record>) -> String {
    let records: Vec<_> = records.collect();
    let boxes = records.iter().all(|record| matches!(record, Record::Box(_)));
    match (records.as_slice(), boxes) {
        ([Record::Edge(edge)], _) => edge_name(board, edge),
        ([one], _) => called(one),
        (several, true) => format!("{} boxes", several.len()),
        (several, false) => format!("{} things", several.len()),
    }
}
