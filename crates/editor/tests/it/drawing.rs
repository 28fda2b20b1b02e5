//! Boxes and edges drawn with a mouse.

use board::Role;
use editor::{Effect, Field, Input, Item, Phase};
use geometry::{Point, Screen};

use crate::hand::{Hand, SHIFT, board_of, box_id, edge_id, pair};

#[test]
fn a_drag_from_the_rim_joins_the_box_it_ends_on() {
    let mut hand = Hand::on(board_of(&[("a", 0.0, 0.0), ("b", 400.0, 0.0)], &[]));
    hand.drag_and_hold(hand.right_rim("a"), hand.middle("b"));
    let line = hand.editor.preview().joining.expect("a line is drawn");
    assert_eq!((line.from, line.over), (box_id("a"), Some(box_id("b"))));
    let end = hand.middle("b");
    hand.pointer(Phase::Up, end.x, end.y);
    assert!(hand.editor.board().get_edge(&edge_id("a-b")).is_some());
    assert_eq!(hand.journal.len(), 1);
}

#[test]
fn a_drag_from_the_rim_to_nothing_makes_the_next_box_there() {
    let mut hand = pair();
    let to = Point::new(640.0, 560.0);
    let outcome = hand.drag(hand.right_rim("b"), to);
    let record = hand.get("store");
    assert_eq!(record.role, Role::Store);
    assert!(
        hand.editor
            .camera()
            .to_screen(record.rect().center())
            .distance(to)
            < 8.0
    );
    assert!(hand.editor.board().get_edge(&edge_id("b-store")).is_some());
    assert!(
        outcome
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::BeginTextEdit(_)))
    );
    hand.key("Escape");
    hand.key("Ctrl+Z");
    assert_eq!(*hand.editor.board(), hand.start, "box and edge are one step");
}

#[test]
fn a_drag_back_to_its_own_box_means_nothing() {
    let mut hand = pair();
    hand.drag_and_hold(hand.right_rim("a"), Point::new(640.0, 700.0));
    let back = hand.middle("a");
    hand.pointer(Phase::Move, back.x, back.y);
    hand.pointer(Phase::Up, back.x, back.y);
    assert!(hand.journal.is_empty());
    assert!(hand.editor.tool().is_idle());
}

#[test]
fn joining_twice_selects_the_edge_that_is_there() {
    let mut hand = pair();
    hand.drag(hand.right_rim("a"), hand.middle("b"));
    assert!(hand.journal.is_empty());
    assert_eq!(hand.editor.selection().primary, Some(Item::Edge(edge_id("a-b"))));
}

#[test]
fn a_double_click_asks_for_a_box_or_edits_what_is_there() {
    let mut hand = pair();
    hand.send(Input::DoubleClick {
        at: Point::new(300.0, 700.0),
        time_ms: 5,
    });
    assert_eq!(hand.get("process").role, Role::Process);
    assert_eq!(
        hand.editor.editing().map(|editing| editing.field),
        Some(Field::Label)
    );
    hand.key("Escape");
    let (a, b) = (hand.middle("a"), hand.middle("b"));
    hand.send(Input::DoubleClick {
        at: a.lerp(b, 0.5),
        time_ms: 9,
    });
    assert_eq!(hand.editor.selection().primary, Some(Item::Edge(edge_id("a-b"))));
}

#[test]
fn a_click_selects_and_shift_adds_and_takes_out() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Default::default());
    hand.click(hand.middle("b"), SHIFT);
    assert_eq!(hand.editor.selection().boxes.len(), 2);
    hand.click(hand.middle("a"), SHIFT);
    assert_eq!(hand.editor.selection().primary, Some(Item::Box(box_id("b"))));
    assert_eq!(hand.editor.selection().len(), 1);
    hand.click(Point::new(640.0, 700.0), Default::default());
    assert!(hand.editor.selection().is_empty());
    assert!(hand.journal.is_empty(), "a click commits nothing");
}

#[test]
fn the_marquee_selects_what_it_touches() {
    let mut hand = pair();
    hand.drag_and_hold(Point::new(20.0, 20.0), hand.middle("a"));
    assert!(hand.editor.preview().marquee.is_some());
    assert_eq!(hand.editor.selection().len(), 1);
    let far: Point<Screen> = Point::new(1270.0, 790.0);
    hand.pointer(Phase::Move, far.x, far.y);
    hand.pointer(Phase::Up, far.x, far.y);
    assert_eq!(
        (
            hand.editor.selection().boxes.len(),
            hand.editor.selection().edges.len()
        ),
        (2, 1)
    );
    assert_eq!(hand.editor.preview().marquee, None);
}
