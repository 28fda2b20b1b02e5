//! Frames: made around things or drawn, moved with what lies in them, pulled by their corners.

use board::RecordId;
use editor::{Cursor, Item, Modifiers, Phase, Tool};
use geometry::{Page, Point, Rect, Screen, Vector};

use crate::hand::{Hand, board_of, box_id, frame_id, note_id, pair};

fn area(hand: &Hand, id: &str) -> Rect<Page> {
    hand.editor
        .area(&Item::Frame(frame_id(id)))
        .expect("the frame is there")
}

fn on_screen(hand: &Hand, at: Point<Page>) -> Point<Screen> {
    hand.editor.camera().to_screen(at)
}

/// Two boxes far apart, with a frame around the first, called `Speed layer`.
fn framed() -> Hand {
    let mut hand = Hand::on(board_of(&[("a", 0.0, 0.0), ("b", 700.0, 0.0)], &[("a", "b")]));
    hand.click(hand.middle("a"), Modifiers::default());
    hand.key("Shift+F");
    hand.write("Speed layer");
    hand.key("Enter");
    hand.key("Escape");
    hand
}

#[test]
fn a_frame_is_made_around_what_is_selected_and_titled() {
    let hand = framed();
    let frame = hand
        .editor
        .board()
        .get_frame(&frame_id("frame"))
        .expect("it is there");
    assert_eq!(frame.title, "Speed layer");
    assert!(frame.rect().encloses(&hand.get("a").rect()));
    assert!(!frame.rect().intersects(&hand.get("b").rect()));
    assert_eq!(hand.replayed(), *hand.editor.board());
}

#[test]
fn what_lies_in_a_frame_goes_where_it_goes() {
    let mut hand = framed();
    let title = area(&hand, "frame").origin + Vector::new(30.0, -12.0);
    let from = on_screen(&hand, title);
    let (a, b) = (hand.get("a").at, hand.get("b").at);
    hand.drag(from, Point::new(from.x, from.y - 120.0));
    let by = hand.get("a").at - a;
    assert!(by.y < -100.0 && by.x.abs() < 4.0, "{by:?}");
    assert_eq!(hand.get("b").at, b);
    assert_eq!(hand.editor.undo_label(), Some("Move frame Speed layer"));
    hand.key("ArrowDown");
    assert_eq!((hand.get("a").at - a).y, by.y + 8.0);
    hand.key("Ctrl+Z");
    hand.key("Ctrl+Z");
    assert_eq!(hand.get("a").at, a);
}

#[test]
fn the_inside_of_a_frame_is_the_board() {
    let mut hand = framed();
    let inside = on_screen(&hand, area(&hand, "frame").origin + Vector::new(12.0, 12.0));
    hand.click(inside, Modifiers::default());
    assert!(hand.editor.selection().is_empty());
    hand.drag(Point::new(inside.x, inside.y), hand.middle("a"));
    assert_eq!(
        hand.editor.selection().items().collect::<Vec<_>>(),
        [Item::Box(box_id("a"))]
    );
    let line = on_screen(&hand, area(&hand, "frame").origin + Vector::new(0.0, 40.0));
    hand.click(line, Modifiers::default());
    assert_eq!(
        hand.editor.selection().primary,
        Some(Item::Frame(frame_id("frame")))
    );
}

#[test]
fn a_frame_is_drawn_from_corner_to_corner_or_put_down_by_a_click() {
    let mut hand = pair();
    hand.key("Shift+F");
    assert!(hand.editor.tool().is_armed());
    hand.drag(Point::new(100.0, 600.0), Point::new(400.0, 720.0));
    assert!(hand.editor.tool().is_idle());
    assert_eq!(
        hand.editor.editing().map(|editing| editing.on.clone()),
        Some(RecordId::Frame(frame_id("frame")))
    );
    let zoom = hand.editor.camera().zoom;
    assert!((area(&hand, "frame").size.width - 300.0 / zoom).abs() < 1.0);
    hand.key("Escape");
    hand.key("Escape");
    hand.key("Shift+F");
    hand.click(Point::new(600.0, 650.0), Modifiers::default());
    assert_eq!(area(&hand, "frame-2").size, board::FrameRecord::DEFAULT_SIZE);
    hand.key("Escape");
    hand.key("Escape");
    hand.key("Shift+F");
    hand.key("Escape");
    assert_eq!(*hand.editor.tool(), Tool::default());
    assert_eq!(hand.editor.board().frames().len(), 2);
}

#[test]
fn a_corner_is_pulled_and_the_opposite_one_stays() {
    let mut hand = framed();
    let frame = area(&hand, "frame");
    hand.click(
        on_screen(&hand, frame.origin + Vector::new(30.0, -12.0)),
        Modifiers::default(),
    );
    let corner = hand.editor.grips().last().expect("it has corners").at;
    let from = on_screen(&hand, corner);
    hand.pointer(Phase::Move, from.x, from.y);
    assert_eq!(hand.editor.cursor(), Cursor::Falling);
    hand.drag(from, Point::new(from.x + 80.0, from.y + 40.0));
    let after = area(&hand, "frame");
    assert!(
        after.origin == frame.origin && after.size.width > frame.size.width + 50.0,
        "{after:?}"
    );
    assert_eq!(hand.editor.undo_label(), Some("Resize frame Speed layer"));
    let from = on_screen(&hand, hand.editor.grips().last().expect("it has corners").at);
    hand.drag(from, Point::new(from.x - 2000.0, from.y - 2000.0));
    assert!(area(&hand, "frame").size.width >= 40.0, "it never turns over");
    hand.key("Ctrl+Z");
    assert_eq!(area(&hand, "frame"), after);
}

#[test]
fn a_frame_is_duplicated_with_what_lies_in_it_and_deleted_without() {
    let mut hand = framed();
    hand.pointer(Phase::Move, 900.0, 700.0);
    hand.click(
        on_screen(&hand, area(&hand, "frame").origin + Vector::new(30.0, -12.0)),
        Modifiers::default(),
    );
    hand.key("Ctrl+D");
    let board = hand.editor.board();
    assert_eq!((board.frames().len(), board.boxes().len()), (2, 3));
    hand.key("Ctrl+Z");
    hand.key("Delete");
    let board = hand.editor.board();
    assert_eq!((board.frames().len(), board.boxes().len()), (0, 2));
}

#[test]
fn boxes_and_notes_are_resized_by_a_corner_too() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Modifiers::default());
    let from = on_screen(&hand, hand.editor.grips().last().expect("it has corners").at);
    hand.drag(from, Point::new(from.x + 64.0, from.y + 64.0));
    assert!(hand.get("a").size.height > 100.0 && hand.get("a").at == Point::new(0.0, 0.0));
    hand.key("Escape");
    hand.pointer(Phase::Move, 300.0, 620.0);
    hand.key("Shift+N");
    hand.write("why");
    hand.key("Escape");
    let from = on_screen(&hand, hand.editor.grips().last().expect("it has corners").at);
    hand.drag(from, Point::new(from.x + 64.0, from.y + 64.0));
    let note = hand
        .editor
        .board()
        .get_note(&note_id("sticky"))
        .expect("it is there");
    assert!(note.size.width > 200.0, "{:?}", note.size);
}
