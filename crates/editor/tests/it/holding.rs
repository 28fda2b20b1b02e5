//! Groups are one thing to a hand until it reaches in; what is locked is left alone.

use board::RecordId;
use editor::{COMMANDS, Command, Field, Item, Modifiers, Phase};
use geometry::Point;

use crate::hand::{Hand, SHIFT, board_of, box_id, note_id};

/// Three boxes in a row, of which the first two are grouped; nothing is selected.
fn grouped() -> Hand {
    let mut hand = Hand::on(board_of(
        &[("a", 0.0, 0.0), ("b", 300.0, 0.0), ("c", 600.0, 0.0)],
        &[("a", "b")],
    ));
    hand.click(hand.middle("a"), Modifiers::default());
    hand.click(hand.middle("b"), SHIFT);
    hand.key("Ctrl+G");
    hand.key("Escape");
    hand
}

fn selected(hand: &Hand) -> Vec<&str> {
    hand.editor
        .selection()
        .boxes
        .iter()
        .map(|id| id.as_str())
        .collect()
}

#[test]
fn a_click_selects_the_group_and_a_second_one_reaches_in() {
    let mut hand = grouped();
    hand.click(hand.middle("a"), Modifiers::default());
    assert_eq!(selected(&hand), ["a", "b"]);
    hand.click(hand.middle("b"), Modifiers::default());
    assert_eq!(selected(&hand), ["b"]);
    hand.click(hand.middle("b"), Modifiers::default());
    assert_eq!(selected(&hand), ["b"]);
    hand.click(hand.middle("c"), Modifiers::default());
    assert_eq!(selected(&hand), ["c"]);
    hand.click(hand.middle("a"), SHIFT);
    assert_eq!(selected(&hand), ["a", "b", "c"]);
    hand.click(hand.middle("b"), SHIFT);
    assert_eq!(selected(&hand), ["c"]);
}

#[test]
fn a_group_moves_as_one_and_a_marquee_takes_all_of_it() {
    let mut hand = grouped();
    let from = hand.middle("a");
    hand.drag(from, Point::new(from.x, from.y + 80.0));
    assert_eq!(hand.get("a").at.y, hand.get("b").at.y);
    assert!(hand.get("a").at.y > 40.0 && hand.get("c").at.y == 0.0);
    hand.key("Escape");
    let a = hand.middle("a");
    hand.drag(Point::new(a.x - 30.0, a.y + 160.0), Point::new(a.x + 5.0, a.y));
    assert_eq!(selected(&hand), ["a", "b"]);
}

#[test]
fn a_copy_of_a_group_is_a_group_of_its_own() {
    let mut hand = grouped();
    hand.click(hand.middle("a"), Modifiers::default());
    hand.key("Ctrl+D");
    let groups: Vec<_> = hand
        .editor
        .board()
        .boxes()
        .map(|(_, record)| record.hold.group.clone())
        .collect();
    assert_eq!(
        groups.iter().filter(|group| **group == groups[0]).count(),
        2,
        "{groups:?}"
    );
    assert_eq!(groups.iter().flatten().count(), 4);
    hand.key("Ctrl+Shift+G");
    let grouped = hand
        .editor
        .board()
        .boxes()
        .filter(|(_, record)| record.hold.group.is_some());
    assert_eq!(grouped.count(), 2);
    hand.key("Ctrl+Z");
    hand.key("Ctrl+Z");
    assert_eq!(hand.editor.board().boxes().len(), 3);
}

#[test]
fn what_is_locked_is_not_moved_changed_or_deleted_by_hand() {
    let mut hand = grouped();
    hand.click(hand.middle("c"), Modifiers::default());
    hand.key("Ctrl+Shift+L");
    assert!(hand.get("c").hold.locked);
    assert!(hand.editor.grips().is_empty());
    let before = hand.get("c").clone();
    let from = hand.middle("c");
    hand.drag(from, Point::new(from.x, from.y + 80.0));
    hand.click(from, Modifiers::default());
    assert_eq!(selected(&hand), ["c"], "it can be selected, to be unlocked");
    for key in ["ArrowDown", "Delete", "Enter", "Ctrl+X"] {
        hand.key(key);
        assert_eq!(hand.get("c"), &before, "{key}");
    }
    assert_eq!(hand.editor.editing(), None);
    let on = RecordId::Box(box_id("c"));
    hand.command(Command::SetText {
        on,
        field: Field::Label,
        text: "Kafka".to_owned(),
    });
    assert_eq!(hand.get("c"), &before);
    hand.key("Ctrl+A");
    hand.key("Shift+ArrowDown");
    assert_eq!(hand.get("c"), &before);
    assert_eq!(hand.get("a").at.y, 80.0, "the others are free");
    hand.click(hand.middle("c"), Modifiers::default());
    hand.key("Ctrl+Shift+L");
    hand.key("ArrowDown");
    assert_eq!(hand.get("c").at.y, 8.0);
    assert_eq!(hand.replayed(), *hand.editor.board());
}

#[test]
fn nothing_fails_over_from_what_is_locked() {
    let mut hand = grouped();
    let before = hand.editor.board().boxes().len();
    hand.click(hand.middle("c"), Modifiers::default());
    hand.key("Ctrl+Shift+L");
    hand.key("F");
    assert_eq!(hand.editor.board().boxes().len(), before);
    assert_eq!(hand.announced(), Some("That is locked; Ctrl+Shift+L unlocks it."));
}

#[test]
fn only_a_group_is_taken_apart() {
    let mut hand = grouped();
    let ungroup = COMMANDS
        .iter()
        .find(|row| row.name == "ungroup")
        .expect("it is a command");
    hand.click(hand.middle("c"), Modifiers::default());
    assert!(!(ungroup.enabled)(&hand.editor), "c is in no group");
    hand.click(hand.middle("a"), Modifiers::default());
    assert!((ungroup.enabled)(&hand.editor));
}

#[test]
fn a_locked_note_is_neither_written_nor_deleted() {
    let mut hand = grouped();
    hand.pointer(Phase::Move, 200.0, 640.0);
    hand.key("Shift+N");
    hand.write("why");
    hand.key("Escape");
    hand.key("Ctrl+Shift+L");
    hand.key("Delete");
    hand.key("Enter");
    assert_eq!(hand.editor.editing(), None);
    let note = Item::Note(note_id("sticky"));
    assert_eq!(hand.editor.selection().primary, Some(note));
    assert_eq!(hand.editor.board().notes().len(), 1);
}

#[test]
fn no_command_changes_what_is_locked_but_its_place_in_the_pile_and_what_holds_it() {
    for row in COMMANDS.iter().filter(|row| row.name != "undo") {
        let mut hand = grouped();
        hand.click(hand.middle("c"), Modifiers::default());
        hand.key("Ctrl+Shift+L");
        let before = hand.get("c").clone();
        if (row.enabled)(&hand.editor) {
            hand.command((row.perform)());
        }
        let after = hand.get("c").clone();
        let (order, hold) = (before.order, before.hold.clone());
        assert_eq!(board::BoxRecord { order, hold, ..after }, before, "{}", row.name);
    }
}

#[test]
fn deleting_all_leaves_what_joins_two_locked_boxes() {
    let mut hand = grouped();
    hand.key("Ctrl+A");
    hand.key("Ctrl+Shift+L");
    hand.key("Delete");
    assert_eq!(hand.editor.board().boxes().len(), 3);
    assert_eq!(hand.editor.board().edges().len(), 1);
    hand.click(hand.middle("a"), Modifiers::default());
    hand.click(hand.middle("a"), Modifiers::default());
    hand.key("Ctrl+Shift+L");
    hand.key("Ctrl+A");
    hand.key("Delete");
    assert_eq!(hand.editor.board().boxes().len(), 2);
    assert_eq!(hand.editor.board().edges().len(), 0, "an edge goes with its box");
}
