//! A snapshot: a whole board and its log, exactly as they were. (The file would round positions and count orders anew,
//! and then the entries after it would no longer fit.)
//!
//! The first line is the edit that makes the board out of nothing, the others are the log.

use board::journal::{Entry, JournalError};
use board::{Board, Edit, EditError};
use thiserror::Error;

/// Why a text is not a snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum SnapshotError {
    /// A line is not an entry.
    #[error(transparent)]
    Line(#[from] JournalError),
    /// The board cannot be made.
    #[error(transparent)]
    Edit(#[from] EditError),
}

/// The text of a snapshot.
pub(crate) fn write(board: &Board, log: &[Entry]) -> String {
    let whole = Entry {
        at_ms: 0,
        label: String::new(),
        edit: Edit::between(&Board::default(), board),
    };
    let mut text = whole.to_json();
    for entry in log {
        text.push('\n');
        text.push_str(&entry.to_json());
    }
    text
}

/// The board and the log in a text that [`write`] wrote.
pub(crate) fn read(text: &str) -> Result<(Board, Vec<Entry>), SnapshotError> {
    let mut lines = text.split('\n');
    let whole = Entry::from_json(lines.next().unwrap_or_default())?;
    let mut board = Board::default();
    board.apply(&whole.edit)?;
    let log: Result<Vec<Entry>, JournalError> = lines.map(Entry::from_json).collect();
    Ok((board, log?))
}

#[cfg(test)]
mod tests {
    use board::file;

    use super::*;

    #[test]
    fn every_kind_of_record_comes_back_exactly() {
        let text = r#"{ "sketchlint": 1, "title": "Fraud", "track": "data-engineer", "prompt": "fraud-50k",
            "scope": { "latency": { "text": "p99 ≤ 300 ms", "status": "stated" } },
            "boxes": [
                { "id": "a", "role": "ingest", "label": "Kafka", "at": [1, 2] },
                { "id": "b", "role": "store", "label": "Delta", "at": [3, 4] } ],
            "edges": [{ "id": "e", "from": "a", "to": "b", "label": "events" }],
            "wrap": { "summary": "It blocks cards." },
            "allow": [{ "rule": "FLR010", "on": "a", "why": "three brokers" }],
            "pins": [{ "id": "p", "on": "a", "kind": "question", "text": "and if it is gone?", "by": "coach" }],
            "score": { "rubric": {}, "self": { "scoping": 3 } },
            "x-colour": "green" }"#;
        let board = file::read(text).unwrap().board;
        assert_eq!(Edit::between(&Board::default(), &board).changes().len(), 10);
        let log = vec![Entry {
            at_ms: 5,
            label: "Begin\nhere".to_owned(),
            edit: Edit::between(&Board::default(), &board),
        }];
        assert_eq!(read(&write(&board, &log)), Ok((board, log)));
    }

    #[test]
    fn positions_are_not_rounded_nor_orders_counted_anew() {
        let text = r#"{ "sketchlint": 1, "boxes": [{ "id": "a", "role": "ingest", "label": "Kafka", "at": [1, 2] }] }"#;
        let mut board = file::read(text).unwrap().board;
        let (id, record) = board.boxes().next().unwrap();
        let (id, mut record) = (board::RecordId::Box(id.clone()), (**record).clone());
        record.order = 7;
        record.at = geometry::Point::new(1.0 / 3.0, -0.001);
        let mut edit = Edit::new();
        edit.put(&board, id, board::Record::Box(record.into()));
        board.apply(&edit).unwrap();
        assert_eq!(read(&write(&board, &[])), Ok((board, Vec::new())));
    }

    #[test]
    fn an_empty_text_is_no_snapshot() {
        assert!(read("").is_err());
    }
}
