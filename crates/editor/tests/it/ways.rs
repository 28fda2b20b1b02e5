//! Edges are made square and curved again: one, those of a box, or all of the board.

use board::{EdgeId, EdgeWay, RecordId};
use editor::{Command, Input, Item};

use crate::hand::{Hand, board_of, box_id, edge_id};

/// A row of three that is joined, and a box below its last.
fn hand() -> Hand {
    let boxes = [
        ("a", 0.0, 0.0),
        ("b", 400.0, 0.0),
        ("c", 800.0, 0.0),
        ("d", 800.0, 300.0),
    ];
    let mut hand = Hand::on(board_of(&boxes, &[("a", "b"), ("b", "c"), ("b", "d")]));
    hand.key("1");
    hand
}

fn select(hand: &mut Hand, item: Item) {
    let select = Command::Select {
        items: vec![item],
        additive: false,
    };
    hand.send(Input::Command(select, 0));
}

/// The ids of the edges that are square.
fn square(hand: &Hand) -> Vec<String> {
    let edges = hand.editor.board().edges();
    let square = edges.filter(|(_, edge)| edge.way == EdgeWay::Square);
    square.map(|(id, _)| id.to_string()).collect()
}

#[test]
fn the_selected_edge_turns_and_turns_back() {
    let mut hand = hand();
    select(&mut hand, Item::Edge(edge_id("b-d")));
    hand.key("Shift+R");
    assert_eq!(square(&hand), ["b-d"]);
    assert_eq!(hand.journal.len(), 1);
    hand.key("Shift+R");
    assert!(square(&hand).is_empty());
}

#[test]
fn a_box_takes_its_edges_along_and_nothing_selected_means_all() {
    let mut hand = hand();
    select(&mut hand, Item::Box(box_id("c")));
    hand.key("Shift+R");
    assert_eq!(square(&hand), ["b-c"]);
    hand.key("Escape");
    hand.key("Shift+R");
    assert_eq!(square(&hand), ["a-b", "b-c", "b-d"], "all, as one was curved");
    assert_eq!(
        hand.journal.last().expect("an entry").label,
        "Make 3 edges square"
    );
    hand.key("Ctrl+Z");
    assert_eq!(square(&hand), ["b-c"]);
}

#[test]
fn on_a_square_board_the_next_edge_is_square() {
    let mut hand = hand();
    hand.key("Shift+R");
    select(&mut hand, Item::Box(box_id("d")));
    hand.key("Tab");
    assert_eq!(square(&hand).len(), 4);
}

#[test]
fn a_square_way_is_level_and_upright_and_follows_its_boxes() {
    let mut hand = hand();
    let id = edge_id("b-d");
    let way = |hand: &Hand, id: &EdgeId| hand.editor.way(id).expect("a way");
    let curved = way(&hand, &id);
    hand.key("Shift+R");
    let turned = way(&hand, &id);
    assert_ne!(turned, curved);
    let mut at = turned.start;
    for curve in &turned.curves {
        let by = curve.end - at;
        assert!(by.x.abs() < 1e-9 || by.y.abs() < 1e-9 || by.x.abs().max(by.y.abs()) < 12.0);
        at = curve.end;
    }
    // The arrows that leave a box part in an order that their number decides.
    hand.command(Command::Select {
        items: vec![Item::Edge(edge_id("b-c"))],
        additive: false,
    });
    hand.key("Delete");
    let fresh = Hand::on(hand.editor.board().clone());
    assert_eq!(way(&hand, &id), way(&fresh, &id));
    assert!(hand.editor.board().record(&RecordId::Edge(id)).is_some());
}
