//! Lanes: every box in the lane of its team or plane, left and right as before, and all of it one step.

use board::{Board, BoxRecord, Edit, RecordId, Role};
use editor::{Command, LanesBy};
use geometry::{Point, Rect};
use proptest::prelude::*;

use crate::hand::{Hand, box_id};

/// Boxes with their role, owner and place.
fn board_of(boxes: &[(Role, &str, f64, f64)]) -> Board {
    let mut board = Board::default();
    let mut edit = Edit::new();
    for (number, (role, owner, x, y)) in (0..).zip(boxes) {
        let record = BoxRecord {
            owner: (*owner).to_owned(),
            constraints: "50k ev/s, p99 20 ms, 7-day replay, $6k/mo and some more".to_owned(),
            order: number,
            ..BoxRecord::new(*role, Point::new(*x, *y))
        };
        edit.put(
            &board,
            RecordId::Box(box_id(&format!("b{number}"))),
            record.into(),
        );
    }
    board.apply(&edit).expect("the edit applies");
    board
}

fn left(board: &Board, id: &board::BoxId) -> f64 {
    board.get_box(id).expect("it is there").at.x
}

fn titles(hand: &Hand) -> Vec<&str> {
    let frames = hand.editor.board().frames_in_order().into_iter();
    frames.map(|(_, frame)| frame.title.as_str()).collect()
}

fn lane(hand: &Hand, title: &str) -> Rect<geometry::Page> {
    let mut frames = hand.editor.board().frames();
    let found = frames.find(|(_, frame)| frame.title == title);
    found.expect("there is such a lane").1.rect()
}

#[test]
fn each_team_has_a_lane_and_nobodys_is_the_last() {
    let board = board_of(&[
        (Role::Source, "Payments", 0.0, 0.0),
        (Role::Ingest, "Payments", 300.0, 0.0),
        (Role::Process, "Risk", 600.0, 0.0),
        (Role::Observe, "", 610.0, 200.0),
        (Role::Store, "Risk", 620.0, 220.0),
    ]);
    let mut hand = Hand::on(board);
    hand.command(Command::Lanes(LanesBy::Owner));
    assert_eq!(titles(&hand), ["Payments", "Risk", "Nobody's"]);
    for (id, title) in [
        ("b0", "Payments"),
        ("b1", "Payments"),
        ("b2", "Risk"),
        ("b4", "Risk"),
        ("b3", "Nobody's"),
    ] {
        assert!(
            lane(&hand, title).encloses(&hand.get(id).rect()),
            "{id} in {title}"
        );
    }
    assert!(lane(&hand, "Payments").bottom() < lane(&hand, "Risk").top());
    assert_eq!(hand.journal.len(), 1);
    hand.key("Ctrl+Z");
    assert_eq!(hand.editor.board(), &hand.start);
}

#[test]
fn lanes_take_the_place_of_lanes() {
    let board = board_of(&[
        (Role::Process, "Risk", 0.0, 0.0),
        (Role::Govern, "Risk", 300.0, 0.0),
        (Role::Store, "Platform", 600.0, 0.0),
    ]);
    let mut hand = Hand::on(board);
    hand.command(Command::Lanes(LanesBy::Owner));
    let owners = hand.editor.board().clone();
    hand.command(Command::Lanes(LanesBy::Owner));
    assert_eq!(hand.editor.board().frames().len(), 2);
    assert_eq!(hand.editor.board(), &owners, "laid twice is laid once");
    hand.command(Command::Lanes(LanesBy::Plane));
    assert_eq!(titles(&hand), ["Control plane", "Data plane"]);
    assert!(lane(&hand, "Control plane").encloses(&hand.get("b1").rect()));
}

#[test]
fn what_is_locked_stays() {
    let board = board_of(&[
        (Role::Process, "Risk", 0.0, 0.0),
        (Role::Store, "Risk", 900.0, 700.0),
    ]);
    let mut hand = Hand::on(board);
    hand.click(hand.middle("b1"), editor::Modifiers::default());
    hand.key("Ctrl+Shift+L");
    hand.command(Command::Lanes(LanesBy::Owner));
    assert_eq!(hand.get("b1").at, Point::new(900.0, 700.0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_box_lies_on_another_and_left_stays_left(
        boxes in prop::collection::vec((prop::sample::select(Role::ALL), prop::sample::select(vec!["", "Risk", "Payments"]), -900..900_i32, -600..600_i32), 1..14),
        by in prop::sample::select(vec![LanesBy::Owner, LanesBy::Plane]),
    ) {
        let boxes: Vec<_> = boxes.into_iter().map(|(role, owner, x, y)| (role, owner, f64::from(x), f64::from(y))).collect();
        let mut hand = Hand::on(board_of(&boxes));
        let before = hand.editor.board().clone();
        hand.command(Command::Lanes(by));
        let board = hand.editor.board();
        for (id, one) in board.boxes() {
            let holding = board.frames().filter(|(_, frame)| frame.rect().encloses(&one.rect()));
            prop_assert_eq!(holding.count(), 1);
            for (other_id, other) in board.boxes().filter(|(other, _)| *other != id) {
                prop_assert!(!one.rect().intersects(&other.rect()));
                let (was, other_was) = (left(&before, id), left(&before, other_id));
                prop_assert!(was >= other_was || one.at.x <= other.at.x, "{id} was left of {other_id}");
            }
        }
    }
}
