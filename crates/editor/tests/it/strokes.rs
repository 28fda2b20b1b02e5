//! The pen draws until it is put away; the laser pointer leaves nothing.

use board::file::limits::STROKE_POINTS;
use editor::{Command, Item, Modifiers, Phase, Tool};
use geometry::Point;

use crate::hand::{Hand, pair, stroke_id};

/// A board with one stroke, the pen put away.
fn drawn() -> Hand {
    let mut hand = pair();
    hand.key("D");
    hand.drag(Point::new(200.0, 600.0), Point::new(500.0, 700.0));
    hand.key("Escape");
    hand
}

#[test]
fn every_drag_is_a_stroke_until_the_pen_is_put_away() {
    let mut hand = pair();
    hand.key("D");
    hand.drag(Point::new(200.0, 600.0), Point::new(500.0, 600.0));
    hand.drag(hand.middle("a"), hand.middle("b"));
    assert_eq!(hand.editor.board().strokes().len(), 2);
    assert_eq!(hand.get("a").at, Point::new(0.0, 0.0), "the pen moves nothing");
    let straight = hand
        .editor
        .board()
        .get_stroke(&stroke_id("stroke"))
        .expect("it is there");
    assert_eq!(straight.points.len(), 2, "a straight line needs two points");
    hand.key("Ctrl+Z");
    assert!(hand.editor.tool().is_armed(), "undo leaves the pen in hand");
    assert_eq!(hand.editor.board().strokes().len(), 1);
    hand.key("Escape");
    assert_eq!(*hand.editor.tool(), Tool::default());
    hand.key("D");
    hand.key("D");
    assert_eq!(*hand.editor.tool(), Tool::default(), "the same key puts it away");
    assert_eq!(hand.replayed(), *hand.editor.board());
}

#[test]
fn a_stroke_called_off_never_was_and_the_pen_stays() {
    let mut hand = pair();
    hand.key("D");
    hand.drag_and_hold(Point::new(200.0, 600.0), Point::new(500.0, 700.0));
    assert!(!hand.editor.preview().stroke.is_empty());
    hand.key("Escape");
    assert_eq!(hand.editor.board(), &hand.start);
    assert!(hand.editor.tool().is_armed());
}

#[test]
fn a_stroke_is_selected_by_its_line_moved_copied_and_deleted() {
    let mut hand = drawn();
    hand.click(Point::new(230.0, 680.0), Modifiers::default());
    assert!(
        hand.editor.selection().is_empty(),
        "beside its line there is the board"
    );
    hand.click(Point::new(350.0, 650.0), Modifiers::default());
    let item = Item::Stroke(stroke_id("stroke"));
    assert_eq!(hand.editor.selection().primary, Some(item.clone()));
    let before = hand.editor.area(&item).expect("it is there");
    hand.drag(Point::new(350.0, 650.0), Point::new(350.0, 570.0));
    let after = hand.editor.area(&item).expect("it is there");
    assert!(after.origin.y < before.origin.y - 40.0 && (after.size.width - before.size.width).abs() < 1e-6);
    hand.key("Ctrl+D");
    assert_eq!(hand.editor.board().strokes().len(), 2);
    hand.key("Delete");
    assert_eq!(hand.editor.board().strokes().len(), 1);
}

#[test]
fn a_stroke_has_no_more_points_than_a_file_may_hold() {
    let mut hand = pair();
    hand.key("D");
    hand.pointer(Phase::Down, 100.0, 400.0);
    for step in 0..6_000_u32 {
        let (x, y) = (f64::from(step % 900) + 100.0, f64::from(step * 37 % 500) + 100.0);
        hand.pointer(Phase::Move, x, y);
    }
    hand.pointer(Phase::Up, 100.0, 400.0);
    let stroke = hand
        .editor
        .board()
        .get_stroke(&stroke_id("stroke"))
        .expect("it is there");
    assert!(stroke.points.len() <= STROKE_POINTS && stroke.points.len() > 2);
}

#[test]
fn the_laser_pointer_leaves_a_trail_that_fades_and_nothing_else() {
    let mut hand = pair();
    hand.key("Shift+L");
    hand.drag_and_hold(hand.middle("a"), hand.middle("b"));
    assert!(hand.editor.preview().trail.len() > 3);
    hand.now_ms += 2_000;
    hand.pointer(Phase::Move, 300.0, 300.0);
    assert_eq!(hand.editor.preview().trail.len(), 1);
    hand.pointer(Phase::Up, 300.0, 300.0);
    hand.command(Command::Escape);
    assert_eq!(hand.editor.board(), &hand.start);
    assert!(hand.journal.is_empty());
}

#[test]
fn a_pen_that_is_pressed_harder_draws_a_line_that_says_so() {
    let mut hand = pair();
    hand.key("D");
    hand.pressed_pen(Phase::Down, 200.0, 600.0, 0.1);
    for step in 1..=20 {
        let along = f64::from(step);
        hand.pressed_pen(Phase::Move, 200.0 + along * 15.0, 600.0, 0.1 + along * 0.04);
        let preview = hand.editor.preview();
        assert_eq!(preview.pressures.len(), preview.stroke.len());
    }
    hand.pressed_pen(Phase::Up, 500.0, 600.0, 0.0);
    let (_, stroke) = hand.editor.board().strokes().next().expect("the stroke");
    assert_eq!(stroke.pressures.len(), stroke.points.len());
    assert!((5..=13).contains(&stroke.points.len()), "{:?}", stroke.points);
    assert!(stroke.pressures.is_sorted() && stroke.points.is_sorted_by(|one, other| one.x < other.x));
    let ends = (stroke.pressures.first(), stroke.pressures.last());
    assert_eq!(
        ends,
        (Some(&10), Some(&90)),
        "what it was when lifted does not count"
    );
    assert_eq!(hand.replayed(), *hand.editor.board());
}

#[test]
fn an_even_pressure_and_a_mouse_leave_the_line_as_it_was() {
    let mut hand = pair();
    hand.key("D");
    hand.pressed_pen(Phase::Down, 200.0, 600.0, 0.5);
    for step in 1..=20 {
        hand.pressed_pen(Phase::Move, 200.0 + f64::from(step) * 15.0, 600.0, 0.52);
    }
    hand.pressed_pen(Phase::Up, 500.0, 600.0, 0.0);
    hand.now_ms += 60_000;
    hand.drag(Point::new(200.0, 640.0), Point::new(500.0, 640.0));
    for (_, stroke) in hand.editor.board().strokes() {
        assert_eq!((stroke.points.len(), stroke.pressures.len()), (2, 0));
    }
}
