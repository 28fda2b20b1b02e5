//! Tidy places: shown first, then taken or left.

use editor::{Command, Effect, Input, Modifiers, Phase};
use geometry::Point;

use crate::hand::{Hand, SHIFT, board_of, box_id};

fn hand() -> Hand {
    let boxes = [("a", 0.0, 0.0), ("b", 80.0, 400.0), ("c", 800.0, 90.0)];
    Hand::on(board_of(&boxes, &[("a", "b"), ("b", "c")]))
}

fn shown(hand: &mut Hand) {
    let places = vec![
        (box_id("a"), Point::new(0.0, 0.0)),
        (box_id("b"), Point::new(400.0, 0.0)),
        (box_id("c"), Point::new(800.0, 0.0)),
        (box_id("nowhere"), Point::new(1200.0, 0.0)),
    ];
    hand.send(Input::Command(Command::ShowTidied(places), 0));
}

#[test]
fn the_command_asks_for_places() {
    let mut hand = hand();
    let outcome = hand.key("Shift+T");
    assert_eq!(outcome.effects, [Effect::Tidy]);
}

#[test]
fn places_are_shown_and_taken_in_one_step() {
    let mut hand = hand();
    shown(&mut hand);
    let ghosts: Vec<_> = hand
        .editor
        .preview()
        .ghosts
        .iter()
        .map(|ghost| ghost.origin)
        .collect();
    assert_eq!(
        ghosts,
        [Point::new(400.0, 0.0), Point::new(800.0, 0.0)],
        "what stays has no ghost"
    );
    assert_eq!(*hand.editor.board(), hand.start, "nothing has moved yet");
    hand.key("Enter");
    assert_eq!(hand.get("b").at, Point::new(400.0, 0.0));
    assert_eq!(hand.journal.len(), 1);
    assert_eq!(hand.announced(), Some("Tidy 2 boxes"));
    let glides = hand.effects.iter().filter(|effect| **effect == Effect::Glide);
    assert_eq!(
        glides.count(),
        1,
        "the board is changed, and only the sight of it takes its time"
    );
    hand.key("Ctrl+Z");
    assert_eq!(*hand.editor.board(), hand.start);
}

#[test]
fn the_places_are_seen_among_what_stays() {
    let mut hand = hand();
    let far = vec![
        (box_id("a"), Point::new(0.0, 0.0)),
        (box_id("b"), Point::new(4_000.0, 0.0)),
    ];
    hand.send(Input::Command(Command::ShowTidied(far), 0));
    let (camera, screen) = (hand.editor.camera(), hand.editor.screen());
    for (id, at) in [("a", Point::new(0.0, 0.0)), ("b", Point::new(4_000.0, 0.0))] {
        let at = camera.to_screen(at);
        let is_seen = (0.0..screen.width).contains(&at.x) && (0.0..screen.height).contains(&at.y);
        assert!(is_seen, "{id} is seen at {at:?}");
    }
}

#[test]
fn a_press_takes_them_and_is_nothing_else() {
    let mut hand = hand();
    shown(&mut hand);
    let at = hand.middle("a");
    hand.pointer(Phase::Down, at.x, at.y);
    hand.pointer(Phase::Move, at.x + 60.0, at.y);
    hand.pointer(Phase::Up, at.x + 60.0, at.y);
    assert_eq!(hand.journal.len(), 1);
    assert_eq!(
        (hand.get("a").at, hand.get("c").at),
        (Point::new(0.0, 0.0), Point::new(800.0, 0.0))
    );
}

#[test]
fn escape_and_any_other_change_leave_everything_and_the_view_as_it_was() {
    for key in ["Escape", "I"] {
        let mut hand = hand();
        let camera = hand.editor.camera();
        shown(&mut hand);
        hand.key(key);
        assert!(hand.editor.preview().ghosts.is_empty());
        assert_eq!(hand.get("b").at, Point::new(80.0, 400.0));
        if key == "Escape" {
            assert_eq!(hand.editor.camera(), camera);
            assert!(hand.journal.is_empty());
        }
    }
}

#[test]
fn what_is_locked_stays() {
    let mut hand = hand();
    hand.click(hand.middle("b"), Default::default());
    hand.key("Ctrl+Shift+L");
    shown(&mut hand);
    hand.key("Enter");
    assert_eq!(
        (hand.get("b").at, hand.get("c").at),
        (Point::new(80.0, 400.0), Point::new(800.0, 0.0))
    );
}

#[test]
fn what_is_tidy_already_is_said_to_be() {
    let mut hand = hand();
    let places = vec![(box_id("a"), Point::new(0.0, 0.0))];
    hand.send(Input::Command(Command::ShowTidied(places), 0));
    assert_eq!(hand.announced(), Some("Everything is tidy already."));
    assert!(hand.editor.tool().is_idle());
}

#[test]
fn what_is_locked_is_named() {
    let mut hand = hand();
    hand.click(hand.middle("c"), Modifiers::default());
    hand.key("Ctrl+Shift+L");
    hand.key("Escape");
    shown(&mut hand);
    hand.key("Enter");
    assert_eq!(hand.get("c").at, Point::new(800.0, 90.0));
    let words = "Tidy 1 box. One thing is locked and stays as it is.";
    assert_eq!(hand.announced(), Some(words));
    shown(&mut hand);
    let words = "Everything is tidy already. One thing is locked and stays as it is.";
    assert_eq!(hand.announced(), Some(words));
}

#[test]
fn a_note_goes_where_the_boxes_of_its_group_go() {
    let mut hand = hand();
    hand.key("Shift+N");
    hand.write("remark");
    hand.key("Escape");
    let note = |hand: &Hand| hand.editor.board().notes().next().expect("the note").1.at;
    let before = note(&hand);
    for id in ["b", "c"] {
        let at = hand.middle(id);
        hand.click(at, SHIFT);
    }
    hand.key("Ctrl+G");
    let places = vec![
        (box_id("b"), Point::new(180.0, 500.0)),
        (box_id("c"), Point::new(900.0, 190.0)),
    ];
    hand.send(Input::Command(Command::ShowTidied(places), 0));
    hand.key("Enter");
    assert_eq!(note(&hand) - before, geometry::Vector::new(100.0, 100.0));
    assert_eq!(hand.announced(), Some("Tidy 2 boxes"));
}
