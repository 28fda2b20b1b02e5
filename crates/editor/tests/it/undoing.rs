//! Undo and redo, ready edits and a new document.

use board::{BoxRecord, Edit, RecordId, Role};
use editor::{Command, Effect, Item};
use geometry::Point;

use crate::hand::{board_of, box_id, pair};

#[test]
fn undo_brings_back_the_selection_and_tells_the_journal() {
    let mut hand = pair();
    hand.key("Ctrl+A");
    let selection = hand.editor.selection().clone();
    hand.key("Delete");
    assert_eq!(hand.editor.board().boxes().len(), 0);
    let outcome = hand.key("Ctrl+Z");
    assert_eq!(*hand.editor.selection(), selection);
    assert!(
        matches!(&outcome.effects[..], [Effect::Announce(words), Effect::Commit(entry)]
        if words == "Undo: Delete 2 boxes" && entry.label == *words)
    );
    assert_eq!(*hand.editor.board(), hand.start);
    assert_eq!(hand.replayed(), hand.start);
}

#[test]
fn only_a_change_of_the_document_drops_what_can_be_redone() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Default::default());
    hand.key("ArrowRight");
    hand.key("Ctrl+Z");
    hand.click(hand.middle("b"), Default::default());
    hand.key("1");
    assert_eq!(hand.editor.redo_label(), Some("Move a"));
    hand.key("Ctrl+Shift+Z");
    assert_eq!(hand.get("a").at.x, 8.0);
    hand.key("Ctrl+Z");
    hand.key("Delete");
    assert!(!hand.editor.can_redo());
}

#[test]
fn a_fix_that_no_longer_fits_is_refused_and_a_stale_one_is_undone_right() {
    let mut hand = pair();
    let stale = BoxRecord::new(Role::Store, Point::new(0.0, 0.0));
    let mut fix = Edit::new();
    fix.put(&board::Board::default(), RecordId::Box(box_id("a")), stale.into());
    hand.command(Command::ApplyEdit {
        label: "Fix".to_owned(),
        edit: fix,
    });
    assert_eq!(hand.get("a").role, Role::Store);
    hand.key("Ctrl+Z");
    assert_eq!(*hand.editor.board(), hand.start);
    let mut broken = Edit::new();
    broken.remove(hand.editor.board(), RecordId::Box(box_id("b")));
    hand.command(Command::ApplyEdit {
        label: "Fix".to_owned(),
        edit: broken,
    });
    assert_eq!(*hand.editor.board(), hand.start);
    assert_eq!(hand.announced(), Some("Fix no longer fits the board."));
}

#[test]
fn opening_starts_anew() {
    let mut hand = pair();
    hand.key("Ctrl+A");
    hand.key("Delete");
    hand.command(Command::Open(Box::new(board_of(&[("z", 5000.0, 5000.0)], &[]))));
    assert!(!hand.editor.can_undo() && hand.editor.selection().is_empty());
    assert_eq!(
        hand.editor.visible(hand.editor.view()).boxes,
        [box_id("z")],
        "the board is shown whole"
    );
    hand.command(Command::Select {
        items: vec![Item::Box(box_id("gone"))],
        additive: false,
    });
    assert!(hand.editor.selection().is_empty());
}
