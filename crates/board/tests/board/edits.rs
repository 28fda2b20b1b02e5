//! Edits keep a board whole, can be taken back, and add up.

use std::collections::BTreeSet;

use board::*;
use geometry::Point;
use proptest::prelude::*;

use crate::any;

/// No edge dangles, and what touches a box is what a look at every edge says.
fn assert_whole(board: &Board) {
    for (id, edge) in board.edges() {
        assert!(
            board.get_box(&edge.from).is_some() && board.get_box(&edge.to).is_some(),
            "{id} dangles"
        );
        assert_ne!(edge.from, edge.to);
    }
    for (id, _) in board.boxes() {
        let touching: BTreeSet<_> = board.edges_touching(id).map(|(edge, _)| edge).collect();
        let all = board
            .edges()
            .filter(|(_, edge)| edge.from == *id || edge.to == *id);
        assert_eq!(touching, all.map(|(edge, _)| edge).collect());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_board_stays_whole_whatever_is_tried_on_it(batches in prop::collection::vec(any::changes(), 1..12)) {
        let mut board = Board::default();
        let mut undo = Vec::new();
        let mut whole = Edit::new();
        for changes in batches {
            let before = board.clone();
            let edit = any::edit(&board, changes);
            match board.apply(&edit) {
                Ok(()) => {
                    whole = whole.then(edit.clone());
                    undo.push((before, edit.inverse()));
                }
                Err(_) => prop_assert_eq!(&board, &before),
            }
            assert_whole(&board);
        }
        let mut at_once = Board::default();
        at_once.apply(&whole).unwrap();
        prop_assert_eq!(&at_once, &board);
        for (before, inverse) in undo.into_iter().rev() {
            board.apply(&inverse).unwrap();
            prop_assert_eq!(&board, &before);
            assert_whole(&board);
        }
        prop_assert!(board.is_blank());
    }
}

#[test]
fn an_edit_is_refused_for_what_no_file_may_hold() {
    let mut board = Board::default();
    let mut refuse = |id: RecordId, record: Record| {
        let mut edit = Edit::new();
        edit.put(&board, id, record);
        board.apply(&edit).unwrap_err().to_string()
    };
    let kafka = || RecordId::Box(BoxId::new("kafka").unwrap());
    let lost = BoxRecord::new(Role::Ingest, Point::new(f64::NAN, 0.0));
    assert_eq!(
        refuse(kafka(), lost.into()),
        "at[0]: NaN is off the page; make it a number between -10000000 and 10000000"
    );
    let mut endless = BoxRecord::new(Role::Ingest, Point::new(0.0, 0.0));
    endless.label = "x".repeat(20_001);
    assert_eq!(
        refuse(kafka(), endless.into()),
        "label: the text has 20001 characters; shorten it to at most 20000"
    );
    let silent = Allow {
        rule: "FLR010".to_owned(),
        on: None,
        why: " ".to_owned(),
        until: None,
    };
    assert_eq!(
        refuse(RecordId::Allows, vec![silent].into()),
        "[0].why: no finding is set aside without a reason; write why it does not apply here"
    );
    let extras = record::Extras::from([("note".to_owned(), true.into())]);
    assert_eq!(
        refuse(RecordId::Extras, extras.into()),
        "note: only keys that begin with `x-` are kept; put `x-` in front of it"
    );
}
