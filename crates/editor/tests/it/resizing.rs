//! Things made larger and smaller: by grips, by keys, and to what their text needs.

use editor::{Button, Cursor, Input, Modifiers, Phase};
use geometry::{Page, Point, Screen, Size, Vector};

use crate::hand::{Hand, SHIFT, board_of, pair};

const ALT: Modifiers = Modifiers {
    shift: false,
    ctrl: false,
    alt: true,
    meta: false,
};

/// The middle of a grip of what is selected: -1 for left and top, 1 for right and bottom.
fn grip(hand: &Hand, id: &str, x: f64, y: f64) -> Point<Screen> {
    let rect = hand.get(id).rect();
    let toward = Vector::<Page>::new(x * rect.size.width, y * rect.size.height);
    let wanted = rect.center() + toward;
    let grips = hand.editor.grips();
    let nearest = grips.iter().min_by(|one, other| {
        let apart = |at: Point<Page>| at.distance(wanted);
        apart(one.at).total_cmp(&apart(other.at))
    });
    hand.editor.camera().to_screen(nearest.expect("it has grips").at)
}

fn selected(id: &str) -> Hand {
    let mut hand = Hand::on(board_of(&[("a", 0.0, 0.0), ("b", 404.0, 0.0)], &[("a", "b")]));
    hand.click(hand.middle(id), Modifiers::default());
    hand
}

fn pull(hand: &mut Hand, from: Point<Screen>, by: (f64, f64), held: Modifiers) {
    let zoom = hand.editor.camera().zoom;
    hand.drag_and_hold(from, from + Vector::new(by.0 * zoom, 0.0));
    let to = from + Vector::new(by.0 * zoom, by.1 * zoom);
    hand.pointer_with(Phase::Move, to.x, to.y, held, Button::Primary);
    hand.pointer_with(Phase::Up, to.x, to.y, held, Button::Primary);
}

#[test]
fn a_side_moves_alone_and_the_opposite_one_stays() {
    let mut hand = selected("a");
    let from = grip(&hand, "a", 1.0, 0.0);
    hand.pointer(Phase::Move, from.x, from.y);
    assert_eq!(hand.editor.cursor(), Cursor::Level);
    pull(&mut hand, from, (48.0, 30.0), Modifiers::default());
    assert_eq!(hand.get("a").at, Point::new(0.0, 0.0));
    assert_eq!(hand.get("a").size, Size::new(224.0, 96.0));
    let from = grip(&hand, "a", 0.0, -1.0);
    pull(&mut hand, from, (0.0, -40.0), Modifiers::default());
    assert_eq!(hand.get("a").at, Point::new(0.0, -40.0));
    assert_eq!(hand.get("a").size, Size::new(224.0, 136.0));
    assert_eq!(hand.journal.len(), 2);
    assert_eq!(hand.editor.undo_label(), Some("Resize a"));
}

#[test]
fn shift_keeps_the_proportion_and_alt_the_middle() {
    let mut hand = selected("a");
    let from = grip(&hand, "a", 1.0, 1.0);
    pull(&mut hand, from, (176.0, 0.0), SHIFT);
    assert_eq!(hand.get("a").size, Size::new(352.0, 192.0));
    let mut hand = selected("a");
    let middle = hand.get("a").rect().center();
    let from = grip(&hand, "a", 1.0, 1.0);
    pull(&mut hand, from, (24.0, 16.0), ALT);
    assert_eq!(hand.get("a").rect().center(), middle);
    assert_eq!(hand.get("a").size, Size::new(224.0, 128.0));
}

#[test]
fn escape_leaves_no_trace() {
    let mut hand = selected("a");
    let from = grip(&hand, "a", 1.0, 1.0);
    hand.drag_and_hold(from, from + Vector::new(90.0, 90.0));
    assert!(hand.get("a").size.width > 200.0);
    hand.key("Escape");
    hand.pointer(Phase::Up, from.x + 90.0, from.y + 90.0);
    assert_eq!(*hand.editor.board(), hand.start);
    assert!(hand.journal.is_empty() && !hand.editor.can_undo());
}

#[test]
fn a_label_can_always_be_read() {
    let mut hand = Hand::on(board_of(&[("reconciliation-of-card-payments", 0.0, 0.0)], &[]));
    let id = "reconciliation-of-card-payments";
    hand.click(hand.middle(id), Modifiers::default());
    let from = grip(&hand, id, 1.0, 1.0);
    pull(&mut hand, from, (-170.0, -90.0), Modifiers::default());
    let size = hand.get(id).size;
    assert!(size.width >= scene::least_width(hand.get(id)), "{size:?}");
    assert!(
        size.height >= scene::least_height(hand.get(id), size.width),
        "{size:?}"
    );
    assert!(size.width < 176.0, "and yet it became smaller: {size:?}");
}

#[test]
fn a_pulled_side_keeps_to_the_sides_of_others() {
    let mut hand = Hand::on(board_of(&[("a", 0.0, 0.0), ("b", 3.0, 300.0)], &[]));
    hand.click(hand.middle("b"), Modifiers::default());
    let from = grip(&hand, "b", 1.0, 0.0);
    let zoom = hand.editor.camera().zoom;
    hand.drag_and_hold(from, from + Vector::new(-4.0 * zoom - 5.0, 0.0));
    assert_eq!(hand.get("b").rect().right(), 176.0);
    assert_eq!(hand.editor.preview().guides.len(), 1);
    let ctrl = Modifiers {
        ctrl: true,
        ..Modifiers::default()
    };
    hand.pointer_with(Phase::Move, from.x - 5.0, from.y, ctrl, Button::Primary);
    assert!(hand.editor.preview().guides.is_empty());
}

#[test]
fn keys_in_a_row_are_one_step() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Modifiers::default());
    hand.key("Alt+Shift+ArrowRight");
    hand.key("Alt+Shift+ArrowRight");
    hand.key("Alt+Shift+ArrowDown");
    assert_eq!(hand.get("a").size, Size::new(192.0, 104.0));
    assert_eq!(hand.replayed(), *hand.editor.board());
    hand.key("Ctrl+Z");
    assert_eq!(hand.get("a").size, Size::new(176.0, 96.0));
    for _ in 0..40 {
        hand.key("Alt+Shift+ArrowLeft");
        hand.key("Alt+Shift+ArrowUp");
    }
    assert_eq!(hand.get("a").size, Size::new(64.0, 40.0));
}

#[test]
fn a_double_click_on_a_grip_gives_the_size_that_the_text_needs() {
    let mut hand = selected("a");
    let from = grip(&hand, "a", 1.0, 1.0);
    pull(&mut hand, from, (200.0, 200.0), Modifiers::default());
    let at = grip(&hand, "a", 1.0, 1.0);
    hand.click(at, Modifiers::default());
    let now = hand.now_ms;
    hand.send(Input::DoubleClick { at, time_ms: now });
    assert_eq!(hand.get("a").size, Size::new(112.0, 96.0));
    assert!(
        hand.editor.editing().is_none(),
        "it is no double click on the box"
    );
    assert_eq!(hand.editor.undo_label(), Some("Resize a"));
}

#[test]
fn a_finger_takes_hold_of_a_grip_that_a_mouse_would_miss() {
    let mut hand = selected("a");
    let at = grip(&hand, "a", 1.0, 1.0) + Vector::new(8.0, 8.0);
    hand.finger(1, Phase::Down, at.x, at.y);
    hand.finger(1, Phase::Move, at.x + 60.0, at.y + 60.0);
    hand.finger(1, Phase::Up, at.x + 60.0, at.y + 60.0);
    assert!(hand.get("a").size.width > 200.0, "{:?}", hand.get("a").size);
}
