//! Notes: written where they stand, then moved, copied and taken away like boxes.

use board::{NoteLook, RecordId};
use editor::{Command, Effect, Item, Modifiers, Phase};
use geometry::{Point, Screen};

use crate::hand::{Hand, note_id, pair};

/// A board with one note that says `words`, placed at the pointer.
fn noted(key: &str, at: (f64, f64), words: &str) -> Hand {
    let mut hand = pair();
    hand.pointer(Phase::Move, at.0, at.1);
    hand.key(key);
    hand.write(words);
    hand.key("Escape");
    hand
}

fn middle(hand: &Hand, id: &str) -> Point<Screen> {
    let area = hand
        .editor
        .area(&Item::Note(note_id(id)))
        .expect("the note is there");
    hand.editor.camera().to_screen(area.center())
}

#[test]
fn a_note_is_written_where_the_pointer_is() {
    let at = pair().editor.camera().to_page(Point::new(200.0, 600.0)).round();
    let hand = noted("Shift+N", (200.0, 600.0), "ask about replay\nand cost");
    let note = hand
        .editor
        .board()
        .get_note(&note_id("sticky"))
        .expect("it is there");
    assert_eq!(
        (note.text.as_str(), note.look),
        ("ask about replay\nand cost", NoteLook::Sticky)
    );
    assert_eq!(note.at, at);
    assert_eq!(
        hand.journal.len(),
        1,
        "what is written at once is one step with the note"
    );
}

#[test]
fn a_sheet_covers_no_box_and_plain_words_may() {
    for (key, id, covers) in [("Shift+N", "sticky", false), ("T", "plain", true)] {
        let at = pair().middle("a");
        let hand = noted(key, (at.x, at.y), "ask");
        let area = hand.editor.area(&Item::Note(note_id(id)));
        let over = area.is_some_and(|area| area.intersects(&hand.get("a").rect()));
        assert_eq!(over, covers, "{key}");
    }
}

#[test]
fn enter_breaks_the_line_and_the_command_key_ends() {
    let mut hand = pair();
    hand.key("T");
    hand.write("one");
    assert!(!hand.key("Enter").handled);
    assert!(hand.editor.editing().is_some());
    hand.key("Ctrl+Enter");
    assert_eq!(hand.editor.editing(), None);
}

#[test]
fn words_that_say_nothing_leave_nothing() {
    let mut hand = noted("T", (200.0, 600.0), "");
    assert_eq!(hand.editor.board(), &hand.start);
    assert!(!hand.editor.can_undo());
    let mut sheet = noted("Shift+N", (200.0, 600.0), " \n ");
    assert_eq!(sheet.editor.board(), &sheet.start, "a blank sheet neither");
    sheet.key("Ctrl+Z");
    assert_eq!(sheet.editor.board(), &sheet.start);
    hand.key("T");
    hand.write("x");
    hand.command(Command::Select {
        items: Vec::new(),
        additive: false,
    });
    hand.click(Point::new(900.0, 700.0), Modifiers::default());
    assert_eq!(
        hand.editor.board().notes().len(),
        1,
        "a click elsewhere keeps every word"
    );
    hand.key("Ctrl+Z");
    assert_eq!(hand.editor.board(), &hand.start);
    assert_eq!(hand.replayed(), hand.start);
}

#[test]
fn a_note_is_dragged_with_what_is_selected_and_nudged() {
    let mut hand = noted("Shift+N", (200.0, 600.0), "why");
    let before = hand
        .editor
        .board()
        .get_note(&note_id("sticky"))
        .expect("it is there")
        .at;
    let from = middle(&hand, "sticky");
    hand.key("Ctrl+A");
    hand.drag(from, Point::new(from.x + 96.0, from.y - 64.0));
    let after = hand
        .editor
        .board()
        .get_note(&note_id("sticky"))
        .expect("it is there")
        .at;
    let zoom = hand.editor.camera().zoom;
    assert!(
        ((after.x - before.x) * zoom - 96.0).abs() < 8.0,
        "{before:?} {after:?}"
    );
    assert_ne!(
        hand.get("a").at,
        Point::new(0.0, 0.0),
        "all that is selected goes along"
    );
    hand.key("Escape");
    hand.click(middle(&hand, "sticky"), Modifiers::default());
    hand.key("ArrowRight");
    let nudged = hand
        .editor
        .board()
        .get_note(&note_id("sticky"))
        .expect("it is there")
        .at;
    assert_eq!(nudged.x, after.x + 8.0);
    assert_eq!(hand.editor.undo_label(), Some("Move note why"));
}

#[test]
fn notes_are_copied_duplicated_and_deleted() {
    let mut hand = noted("Shift+N", (200.0, 600.0), "why");
    hand.key("Ctrl+D");
    assert_eq!(hand.editor.board().notes().len(), 2);
    hand.key("Ctrl+C");
    let copied = hand.effects.iter().rev().find_map(|effect| match effect {
        Effect::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    hand.command(Command::Paste {
        text: copied.expect("something was copied"),
    });
    assert_eq!(hand.editor.board().notes().len(), 3);
    assert!(hand.editor.board().notes().all(|(_, note)| note.text == "why"));
    assert_eq!(hand.editor.board().boxes().len(), 2);
    hand.key("Delete");
    assert_eq!(hand.editor.board().notes().len(), 2);
    assert_eq!(hand.editor.undo_label(), Some("Delete note why"));
}

#[test]
fn keys_and_a_marquee_reach_a_note() {
    let mut hand = noted("T", (200.0, 600.0), "a remark");
    hand.key("Escape");
    for _ in 0..3 {
        hand.key("]");
    }
    assert_eq!(hand.announced(), Some("note a remark"));
    hand.key("Enter");
    assert_eq!(
        hand.editor.editing().map(|editing| editing.on.clone()),
        Some(RecordId::Note(note_id("plain")))
    );
    hand.key("Escape");
    hand.key("Escape");
    hand.drag(Point::new(100.0, 500.0), Point::new(400.0, 750.0));
    assert_eq!(
        hand.editor.selection().items().collect::<Vec<_>>(),
        [Item::Note(note_id("plain"))]
    );
}
