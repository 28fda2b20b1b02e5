//! Boxes dragged, snapped and put back.

use editor::{Axis, Button, Command, GuideKind, Input, Modifiers, Phase};
use geometry::{Point, Vector};

use crate::hand::{Hand, board_of, box_id, pair};

#[test]
fn a_drag_is_one_step_and_lifts_the_boxes_with_their_edges() {
    let mut hand = pair();
    let from = hand.middle("a");
    hand.drag_and_hold(from, from + Vector::new(0.0, 200.0));
    let preview = hand.editor.preview();
    assert!(
        preview
            .lifted
            .is_some_and(|lifted| lifted.boxes.contains(&box_id("a")))
    );
    assert_eq!(preview.lifted.map(|lifted| lifted.edges.len()), Some(1));
    assert!(hand.journal.is_empty(), "nothing is committed before the end");
    hand.pointer(Phase::Up, from.x, from.y + 200.0);
    assert_eq!(hand.get("a").at, Point::new(0.0, 200.0));
    assert_eq!(hand.journal.len(), 1);
    assert_eq!(hand.editor.undo_label(), Some("Move a"));
}

#[test]
fn escape_and_cancel_restore_everything() {
    for end in ["Escape", "cancel", "blur"] {
        let mut hand = pair();
        hand.click(hand.middle("b"), Modifiers::default());
        let selection = hand.editor.selection().clone();
        hand.drag_and_hold(hand.middle("a"), Point::new(700.0, 700.0));
        match end {
            "Escape" => hand.key("Escape"),
            "cancel" => hand.pointer(Phase::Cancel, 700.0, 700.0),
            _ => hand.send(Input::Blur),
        };
        hand.pointer(Phase::Up, 700.0, 700.0);
        assert_eq!(*hand.editor.board(), hand.start, "{end}");
        assert_eq!(*hand.editor.selection(), selection, "{end}");
        assert!(hand.journal.is_empty() && !hand.editor.can_undo(), "{end}");
    }
}

#[test]
fn a_dragged_box_keeps_to_the_lines_of_others_and_else_to_the_grid() {
    let mut hand = Hand::on(board_of(&[("a", 0.0, 0.0), ("b", 403.0, 301.0)], &[]));
    let from = hand.middle("b");
    hand.drag_and_hold(from, from + Vector::new(-399.0, 50.0));
    assert_eq!(hand.get("b").at, Point::new(0.0, 352.0));
    let guides = hand.editor.preview().guides;
    assert_eq!(
        guides.iter().map(|guide| guide.axis).collect::<Vec<_>>(),
        [Axis::Upright]
    );
    hand.pointer_with(
        Phase::Move,
        from.x - 399.0,
        from.y + 50.0,
        Modifiers {
            ctrl: true,
            ..Modifiers::default()
        },
        Button::Primary,
    );
    assert_eq!(hand.get("b").at, Point::new(4.0, 351.0));
}

#[test]
fn a_press_that_does_not_move_commits_nothing() {
    let mut hand = pair();
    let at = hand.middle("a");
    hand.pointer(Phase::Down, at.x, at.y);
    hand.pointer(Phase::Move, at.x + 2.0, at.y);
    hand.pointer(Phase::Up, at.x + 2.0, at.y);
    assert!(hand.journal.is_empty());
    assert_eq!(hand.editor.selection().boxes.len(), 1);
}

#[test]
fn a_drag_that_comes_back_commits_nothing() {
    let mut hand = pair();
    let at = hand.middle("a");
    hand.drag_and_hold(at, at + Vector::new(90.0, 90.0));
    hand.pointer(Phase::Up, at.x, at.y);
    assert!(hand.journal.is_empty());
}

#[test]
fn the_view_follows_wheel_space_and_middle_button() {
    let mut hand = pair();
    let home = hand.editor.camera();
    let at = Point::new(100.0, 100.0);
    let wheel = |modifiers| Input::Wheel {
        at,
        delta: Vector::new(0.0, 50.0),
        modifiers,
        time_ms: 0,
    };
    hand.send(wheel(Modifiers::default()));
    assert_eq!(hand.editor.camera().origin - home.origin, Vector::new(0.0, 50.0));
    let under = hand.editor.camera().to_page(at);
    hand.send(wheel(Modifiers {
        ctrl: true,
        ..Modifiers::default()
    }));
    assert!(hand.editor.camera().zoom < home.zoom);
    assert!(hand.editor.camera().to_page(at).distance(under) < 1e-9);
    hand.key("1");
    hand.key(" ");
    hand.drag(hand.middle("a"), Point::new(900.0, 500.0));
    hand.send(Input::KeyUp { key: " ".to_owned() });
    assert_ne!(hand.editor.camera(), home);
    assert_eq!(*hand.editor.board(), hand.start);
    hand.key("1");
    assert_eq!(hand.editor.camera(), home);
}

#[test]
fn revealing_moves_the_view_by_the_least() {
    let mut hand = Hand::on(board_of(&[("a", 0.0, 0.0), ("far", 3000.0, 0.0)], &[]));
    hand.key("0");
    hand.command(Command::Reveal {
        items: vec![editor::Item::Box(box_id("a"))],
    });
    let there = hand.editor.camera();
    hand.command(Command::Reveal {
        items: vec![editor::Item::Box(box_id("a"))],
    });
    assert_eq!(hand.editor.camera(), there);
    assert!(
        hand.editor
            .visible(hand.editor.view())
            .boxes
            .contains(&box_id("a"))
    );
    assert!(
        !hand
            .editor
            .visible(hand.editor.view())
            .boxes
            .contains(&box_id("far"))
    );
}

#[test]
fn a_dragged_box_comes_to_rest_at_equal_gaps_and_both_are_shown() {
    let boxes = [
        ("a", 0.0, 0.0),
        ("b", 300.0, 3.0),
        ("c", 900.0, 0.0),
        ("d", 620.0, 600.0),
    ];
    let gaps = |hand: &Hand| {
        let guides = hand.editor.preview().guides.iter();
        let gaps = guides.filter(|guide| guide.kind == GuideKind::Gap);
        gaps.map(|gap| (gap.axis, gap.end.x - gap.start.x))
            .collect::<Vec<_>>()
    };
    // Behind two others, as far as they are apart.
    let mut hand = Hand::on(board_of(&boxes[..3], &[]));
    let from = hand.middle("c");
    let zoom = hand.editor.camera().zoom;
    hand.drag_and_hold(from, from + Vector::new(-298.0 * zoom, 0.0));
    assert_eq!(hand.get("c").at.x, 600.0);
    assert_eq!(gaps(&hand), [(Axis::Upright, 124.0), (Axis::Upright, 124.0)]);
    // Between two others, in the middle.
    let mut hand = Hand::on(board_of(&boxes, &[]));
    let from = hand.middle("d");
    let zoom = hand.editor.camera().zoom;
    hand.drag_and_hold(from, from + Vector::new(-23.0 * zoom, -596.0 * zoom));
    assert_eq!(hand.get("d").at.x, 600.0);
    assert_eq!(gaps(&hand).len(), 3, "the one behind is as wide");
}

#[test]
fn a_pulled_side_comes_to_rest_at_equal_gaps() {
    let boxes = [("a", 0.0, 0.0), ("b", 300.0, 3.0), ("c", 900.0, 2.0)];
    let mut hand = Hand::on(board_of(&boxes, &[]));
    hand.click(hand.middle("b"), Modifiers::default());
    let zoom = hand.editor.camera().zoom;
    let side = Point::new(476.0 + 5.0 / zoom, 51.0);
    let from = hand.editor.camera().to_screen(side);
    hand.drag_and_hold(from, from + Vector::new(303.0 * zoom, 0.0));
    assert_eq!(hand.get("b").rect().right(), 776.0);
    let gaps = hand.editor.preview().guides.iter();
    assert_eq!(gaps.filter(|guide| guide.kind == GuideKind::Gap).count(), 2);
}
