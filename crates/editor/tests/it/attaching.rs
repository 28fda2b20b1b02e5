//! The ends of an edge moved to other boxes, by mouse and by key.

use board::{Board, EdgeKind};
use editor::{Command, EdgeEnd, Item, Phase};
use geometry::{Point, Screen};

use crate::hand::{Hand, board_of, box_id, edge_id};

/// Two boxes that are joined, one beside them and one below.
fn hand() -> Hand {
    let boxes = [
        ("a", 0.0, 0.0),
        ("b", 400.0, 0.0),
        ("c", 800.0, 0.0),
        ("d", 400.0, 300.0),
    ];
    let mut hand = Hand::on(board_of(&boxes, &[("a", "b")]));
    hand.key("1");
    hand.send(editor::Input::Command(
        Command::Select {
            items: vec![Item::Edge(edge_id("a-b"))],
            additive: false,
        },
        0,
    ));
    hand
}

fn joined(board: &Board) -> (String, String) {
    let edge = board.get_edge(&edge_id("a-b")).expect("the edge");
    (edge.from.to_string(), edge.to.to_string())
}

fn end(hand: &Hand, place: usize) -> Point<Screen> {
    hand.editor.camera().to_screen(hand.editor.ends()[place])
}

#[test]
fn an_end_dragged_onto_another_box_is_there_in_one_step() {
    for (place, target, expected) in [(1, "c", ("a", "c")), (0, "d", ("d", "b"))] {
        let mut hand = hand();
        let from = end(&hand, place);
        hand.drag_and_hold(from, hand.middle(target));
        let line = hand.editor.preview().joining.expect("a line to the pointer");
        assert_eq!(line.over, Some(box_id(target)), "the target is lit");
        assert_eq!(
            joined(hand.editor.board()),
            ("a".into(), "b".into()),
            "nothing has changed yet"
        );
        let to = hand.middle(target);
        hand.pointer(Phase::Up, to.x, to.y);
        assert_eq!(
            joined(hand.editor.board()),
            (expected.0.into(), expected.1.into())
        );
        assert_eq!(hand.journal.len(), 1);
        assert_eq!(hand.editor.selection().primary, Some(Item::Edge(edge_id("a-b"))));
        hand.key("Ctrl+Z");
        assert_eq!(*hand.editor.board(), hand.start);
    }
}

#[test]
fn an_end_let_go_elsewhere_stays_and_escape_bails() {
    let mut hand = hand();
    let from = end(&hand, 1);
    let empty = Point::new(from.x, from.y - 150.0);
    hand.drag_and_hold(from, empty);
    hand.pointer(Phase::Up, empty.x, empty.y);
    assert_eq!(hand.announced(), Some("The end stays where it was."));
    hand.drag_and_hold(from, hand.middle("c"));
    hand.key("Escape");
    let to = hand.middle("c");
    hand.pointer(Phase::Up, to.x, to.y);
    hand.drag_and_hold(from, hand.middle("a"));
    let to = hand.middle("a");
    hand.pointer(Phase::Up, to.x, to.y);
    assert_eq!(hand.announced(), Some("A box cannot be joined to itself."));
    assert_eq!(*hand.editor.board(), hand.start);
    assert!(hand.journal.is_empty() && hand.editor.tool().is_idle());
    assert_eq!(hand.editor.board().boxes().len(), 4, "no box is made");
}

#[test]
fn an_end_is_moved_by_key_as_boxes_are_joined() {
    let mut hand = hand();
    hand.key(">");
    hand.key("ArrowRight");
    assert_eq!(
        hand.editor.preview().joining.and_then(|line| line.over),
        Some(box_id("c"))
    );
    hand.key("Enter");
    assert_eq!(joined(hand.editor.board()), ("a".into(), "c".into()));
    hand.key("<");
    hand.key("d");
    hand.key("Enter");
    assert_eq!(joined(hand.editor.board()), ("d".into(), "c".into()));
    assert_eq!(hand.announced(), Some("d to c"));
    hand.key("<");
    hand.key("Escape");
    assert_eq!(hand.announced(), Some("The end stays where it was."));
    assert_eq!(hand.journal.len(), 2);
}

#[test]
fn moving_an_end_keeps_all_else_and_refuses_what_is_not_there() {
    let mut hand = hand();
    let move_end = |of: &str, to: &str| Command::MoveEnd {
        of: edge_id(of),
        end: EdgeEnd::End,
        to: box_id(to),
    };
    for command in [
        move_end("a-b", "a"),
        move_end("a-b", "nowhere"),
        move_end("none", "c"),
        move_end("a-b", "b"),
    ] {
        hand.send(editor::Input::Command(command, 0));
        assert!(hand.journal.is_empty());
    }
    hand.send(editor::Input::Command(
        Command::SetEdgeKind {
            on: None,
            kind: EdgeKind::Failure,
        },
        0,
    ));
    hand.send(editor::Input::Command(move_end("a-b", "d"), 0));
    let edge = hand.editor.board().get_edge(&edge_id("a-b")).expect("the edge");
    assert_eq!((edge.kind, edge.to.as_str()), (EdgeKind::Failure, "d"));
}
