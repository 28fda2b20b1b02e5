//! How boxes and edges are called in announcements and in the undo menu.

use board::{Board, BoxId, BoxRecord, EdgeRecord};
use sorted::Set;

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
