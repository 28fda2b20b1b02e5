//! Things brought in line and spaced evenly, each in one step.

use editor::{Alignment, Axis, Command, Item, Modifiers};
use geometry::{Point, Vector};

use crate::hand::{Hand, SHIFT, board_of};

fn scattered() -> Hand {
    let mut hand = Hand::on(board_of(
        &[("a", 0.0, 0.0), ("b", 250.0, 37.0), ("c", 800.0, 90.0)],
        &[("a", "b"), ("b", "c")],
    ));
    hand.command(Command::SelectAll);
    hand
}

fn places(hand: &Hand) -> [Point<geometry::Page>; 3] {
    ["a", "b", "c"].map(|id| hand.get(id).at)
}

#[test]
fn each_side_and_middle_comes_in_line_in_one_step() {
    let cases = [
        ("Ctrl+Shift+ArrowLeft", [(0.0, 0.0), (0.0, 37.0), (0.0, 90.0)]),
        (
            "Ctrl+Shift+ArrowRight",
            [(800.0, 0.0), (800.0, 37.0), (800.0, 90.0)],
        ),
        ("Ctrl+Shift+ArrowUp", [(0.0, 0.0), (250.0, 0.0), (800.0, 0.0)]),
        (
            "Ctrl+Shift+ArrowDown",
            [(0.0, 90.0), (250.0, 90.0), (800.0, 90.0)],
        ),
        ("A", [(0.0, 45.0), (250.0, 45.0), (800.0, 45.0)]),
        ("Shift+A", [(400.0, 0.0), (400.0, 37.0), (400.0, 90.0)]),
    ];
    for (key, expected) in cases {
        let mut hand = scattered();
        hand.key(key);
        assert_eq!(places(&hand), expected.map(|(x, y)| Point::new(x, y)), "{key}");
        assert_eq!(hand.journal.len(), 1, "{key}");
        hand.key("Ctrl+Z");
        assert_eq!(*hand.editor.board(), hand.start, "{key}");
    }
}

#[test]
fn gaps_become_equal_and_the_outermost_stay() {
    let mut hand = scattered();
    hand.key("H");
    assert_eq!(places(&hand).map(|at| at.x), [0.0, 400.0, 800.0]);
    assert_eq!(places(&hand).map(|at| at.y), [0.0, 37.0, 90.0]);
    hand.key("Shift+H");
    let gaps: Vec<_> = places(&hand)
        .windows(2)
        .map(|pair| pair[1].y - pair[0].y)
        .collect();
    assert_eq!(gaps, [112.0, 112.0], "what would overlap is set apart");
}

#[test]
fn too_few_are_told_so() {
    let mut hand = scattered();
    hand.key("Escape");
    hand.click(hand.middle("a"), Modifiers::default());
    hand.command(Command::Align(Alignment::Left));
    assert_eq!(
        hand.announced(),
        Some("Select two or more things to bring in line.")
    );
    hand.command(Command::Distribute(Axis::Upright));
    assert_eq!(
        hand.announced(),
        Some("Select three or more things to space evenly.")
    );
    assert!(hand.journal.is_empty());
}

#[test]
fn a_frame_takes_along_what_lies_in_it() {
    let mut hand = Hand::on(board_of(&[("a", 0.0, 200.0), ("b", 600.0, 0.0)], &[]));
    hand.click(hand.middle("a"), Modifiers::default());
    hand.key("Shift+F");
    hand.key("Escape");
    let frame = hand.editor.selection().primary.clone().expect("the frame");
    let origin = |hand: &Hand| hand.editor.area(&frame).expect("it is there").origin;
    let inside = hand.get("a").at - origin(&hand);
    hand.command(Command::SelectAll);
    hand.command(Command::Align(Alignment::Top));
    assert_eq!(origin(&hand).y, 0.0);
    assert_eq!(hand.get("a").at - origin(&hand), inside);
    assert_eq!(hand.get("b").at, Point::new(600.0, 0.0));
    assert!(matches!(frame, Item::Frame(_)) && inside != Vector::new(0.0, 0.0));
}

#[test]
fn what_is_locked_stays_and_a_group_moves_as_one() {
    let mut hand = scattered();
    hand.key("Escape");
    hand.click(hand.middle("a"), Modifiers::default());
    hand.key("Ctrl+Shift+L");
    hand.command(Command::SelectAll);
    hand.key("Ctrl+Shift+ArrowDown");
    assert_eq!(places(&hand).map(|at| at.y), [0.0, 90.0, 90.0]);
    let said = hand.announced().unwrap_or_default();
    assert!(
        said.ends_with("3 boxes. One thing is locked and stays as it is."),
        "{said}"
    );
    let mut hand = scattered();
    hand.key("Escape");
    hand.click(hand.middle("a"), Modifiers::default());
    hand.click(hand.middle("b"), SHIFT);
    hand.key("Ctrl+G");
    hand.command(Command::SelectAll);
    hand.key("Ctrl+Shift+ArrowDown");
    assert_eq!(places(&hand).map(|at| at.y), [53.0, 90.0, 90.0]);
}
