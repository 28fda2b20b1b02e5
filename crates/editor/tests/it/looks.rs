//! A look is copied from one thing and given to others, in one step, and what is locked keeps its own.

use board::{BoxRecord, EdgeWay, NoteLook, RecordId};
use editor::{Command, Effect, Input, Item};
use geometry::Size;

use crate::hand::{Hand, board_of, box_id, edge_id};

fn hand() -> Hand {
    let boxes = [("a", 0.0, 0.0), ("b", 400.0, 0.0), ("c", 800.0, 0.0)];
    let mut hand = Hand::on(board_of(&boxes, &[("a", "b"), ("b", "c")]));
    hand.key("1");
    hand
}

fn select(hand: &mut Hand, items: Vec<Item>) {
    hand.send(Input::Command(
        Command::Select {
            items,
            additive: false,
        },
        0,
    ));
}

fn boxes(ids: &[&str]) -> Vec<Item> {
    ids.iter().map(|id| Item::Box(box_id(id))).collect()
}

/// What was said last.
fn said(hand: &Hand) -> &str {
    let said = hand.effects.iter().rev().find_map(|effect| match effect {
        Effect::Announce(words) => Some(words.as_str()),
        _ => None,
    });
    said.unwrap_or_default()
}

/// Makes a box wide and copies its look.
fn copied() -> Hand {
    let mut hand = hand();
    select(&mut hand, boxes(&["a"]));
    for _ in 0..4 {
        hand.key("Alt+Shift+ArrowRight");
    }
    hand.key("Ctrl+Alt+C");
    assert_eq!(said(&hand), "Copied the look of a.");
    hand
}

#[test]
fn boxes_take_the_size_and_stay_where_they_are_in_one_step() {
    let mut hand = copied();
    let size = hand.get("a").size;
    let middle = hand.get("b").rect().center();
    let before = hand.journal.len();
    select(&mut hand, boxes(&["b", "c"]));
    hand.key("Ctrl+Alt+V");
    assert_eq!((hand.get("b").size, hand.get("c").size), (size, size));
    assert_eq!(hand.get("b").rect().center(), middle);
    assert_eq!(hand.journal.len(), before + 1);
    assert_eq!(said(&hand), "Give 2 boxes the look of a.");
    hand.key("Ctrl+Z");
    assert_eq!(hand.get("c").size, BoxRecord::DEFAULT_SIZE);
}

#[test]
fn what_is_locked_keeps_its_look_and_is_named() {
    let mut hand = copied();
    select(&mut hand, boxes(&["b"]));
    hand.key("Ctrl+Shift+L");
    hand.key("Ctrl+Alt+V");
    assert!(said(&hand).contains("is locked"), "{}", said(&hand));
    select(&mut hand, boxes(&["b", "c"]));
    hand.key("Ctrl+Alt+V");
    assert_eq!(hand.get("b").size, BoxRecord::DEFAULT_SIZE);
    assert_ne!(hand.get("c").size, BoxRecord::DEFAULT_SIZE);
    assert_eq!(
        said(&hand),
        "Give c the look of a. One thing is locked and stays as it is."
    );
}

#[test]
fn an_edge_takes_the_way_of_another_and_a_box_none() {
    let mut hand = hand();
    select(&mut hand, vec![Item::Edge(edge_id("a-b"))]);
    hand.key("Shift+R");
    hand.key("Ctrl+Alt+C");
    select(&mut hand, boxes(&["a"]));
    hand.key("Ctrl+Alt+V");
    assert_eq!(said(&hand), "Nothing selected can look like a to b.");
    select(&mut hand, vec![Item::Edge(edge_id("b-c"))]);
    hand.key("Ctrl+Alt+V");
    let edge = hand.editor.board().get_edge(&edge_id("b-c")).expect("the edge");
    assert_eq!(edge.way, EdgeWay::Square);
}

#[test]
fn a_note_becomes_as_plain_and_wide_as_the_other_and_a_label_stays_legible() {
    let mut hand = hand();
    hand.key("T");
    hand.write("plain");
    hand.key("Escape");
    hand.key("Ctrl+Alt+C");
    hand.key("Escape");
    hand.key("Shift+N");
    hand.write("sticky");
    hand.key("Escape");
    hand.key("Ctrl+Alt+V");
    assert!(
        hand.editor
            .board()
            .notes()
            .all(|(_, note)| note.look == NoteLook::Plain)
    );
    // A small box is copied onto one whose words need more.
    select(&mut hand, boxes(&["a"]));
    for _ in 0..20 {
        hand.key("Alt+Shift+ArrowLeft");
    }
    hand.key("Ctrl+Alt+C");
    select(&mut hand, boxes(&["b"]));
    hand.command(Command::SetText {
        on: RecordId::Box(box_id("b")),
        field: editor::Field::Label,
        text: "Unbreakablylongname".to_owned(),
    });
    hand.key("Ctrl+Alt+V");
    let Size { width, .. } = hand.get("b").size;
    assert!(width > hand.get("a").size.width, "{width}");
}

#[test]
fn nothing_copied_and_nothing_to_copy_are_said() {
    let mut hand = hand();
    select(&mut hand, boxes(&["a"]));
    hand.key("Ctrl+Alt+V");
    assert_eq!(said(&hand), "Ctrl+Alt+C copies a look first.");
}
