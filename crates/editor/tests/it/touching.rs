//! Fingers: one pans or moves a box, two zoom.

use editor::Phase;
use geometry::Vector;

use crate::hand::pair;

#[test]
fn one_finger_pans_on_empty_ground() {
    let mut hand = pair();
    let home = hand.editor.camera();
    hand.finger(7, Phase::Down, 600.0, 700.0);
    hand.finger(7, Phase::Move, 650.0, 720.0);
    hand.finger(7, Phase::Up, 650.0, 720.0);
    assert_eq!(home.origin - hand.editor.camera().origin, Vector::new(50.0, 20.0));
    assert!(hand.editor.preview().marquee.is_none());
}

#[test]
fn one_finger_moves_a_box() {
    let mut hand = pair();
    let at = hand.middle("a");
    hand.finger(7, Phase::Down, at.x, at.y);
    hand.finger(7, Phase::Move, at.x, at.y + 160.0);
    hand.finger(7, Phase::Up, at.x, at.y + 160.0);
    assert_eq!(hand.get("a").at.y, 160.0);
}

#[test]
fn a_second_finger_puts_the_box_back_and_zooms() {
    let mut hand = pair();
    let at = hand.middle("a");
    hand.finger(7, Phase::Down, at.x, at.y);
    hand.finger(7, Phase::Move, at.x, at.y + 160.0);
    hand.finger(8, Phase::Down, at.x + 100.0, at.y + 160.0);
    assert_eq!(*hand.editor.board(), hand.start);
    let zoom = hand.editor.camera().zoom;
    hand.finger(8, Phase::Move, at.x + 200.0, at.y + 160.0);
    assert!((hand.editor.camera().zoom - 2.0 * zoom).abs() < 1e-9);
    hand.finger(8, Phase::Up, at.x + 200.0, at.y + 160.0);
    hand.finger(7, Phase::Move, at.x + 30.0, at.y + 160.0);
    hand.finger(7, Phase::Up, at.x + 30.0, at.y + 160.0);
    assert!(hand.editor.tool().is_idle());
    assert!(hand.journal.is_empty());
}

#[test]
fn while_a_pen_is_about_fingers_only_look_around() {
    let mut hand = pair();
    let at = hand.middle("a");
    hand.pen(Phase::Move, at.x, at.y);
    let home = hand.editor.camera();
    hand.finger(7, Phase::Down, at.x, at.y);
    hand.finger(7, Phase::Move, at.x + 80.0, at.y);
    hand.finger(7, Phase::Up, at.x + 80.0, at.y);
    assert_eq!(*hand.editor.board(), hand.start, "the box stays");
    assert_eq!(
        (home.origin - hand.editor.camera().origin).x,
        80.0,
        "the view follows"
    );
    assert!(hand.editor.writes_with_pen(0));
    assert!(
        !hand.editor.writes_with_pen(u64::MAX),
        "a pen that is long gone was put away"
    );
}

#[test]
fn a_palm_neither_stops_the_pen_nor_zooms() {
    let mut hand = pair();
    let at = hand.middle("a");
    let home = hand.editor.camera();
    // The hand comes down first, then the pen, then more of the hand.
    hand.pen(Phase::Move, at.x, at.y);
    hand.finger(7, Phase::Down, at.x + 200.0, at.y + 200.0);
    hand.pen(Phase::Down, at.x, at.y);
    hand.finger(8, Phase::Down, at.x + 240.0, at.y + 220.0);
    hand.finger(8, Phase::Move, at.x + 250.0, at.y + 230.0);
    hand.pen(Phase::Move, at.x, at.y + 160.0);
    hand.finger(8, Phase::Up, at.x + 250.0, at.y + 230.0);
    hand.pen(Phase::Up, at.x, at.y + 160.0);
    hand.finger(7, Phase::Up, at.x + 200.0, at.y + 200.0);
    assert_eq!(hand.get("a").at.y, 160.0);
    assert_eq!(hand.editor.camera(), home);
}

#[test]
fn where_dots_are_shown_boxes_keep_to_them() {
    let mut hand = pair();
    hand.command(editor::Command::KeepToDots(true));
    let at = hand.middle("a");
    hand.drag(at, at + Vector::new(30.0, 410.0));
    let to = hand.get("a").at;
    assert_eq!((to.x % editor::DOTS, to.y % editor::DOTS), (0.0, 0.0));
    assert!(to.y > 300.0);
}
