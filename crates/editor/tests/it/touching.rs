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
