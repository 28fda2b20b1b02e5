//! Where things stand and in which order they lie on each other.

use board::{BoxId, BoxRecord, Edit, Record, RecordId};
use geometry::{Page, Vector};
use sorted::ranked;

use crate::Direction;
use crate::commands::holding::LOCKED;
use crate::commands::naming::things_named;
use crate::context::Context;
use crate::history::Run;
use crate::holding::movable;
use crate::item::moved;
use crate::placement::beside;
use crate::snapping::GRID;

/// Moves what is selected.
pub(crate) fn shift(context: &mut Context<'_>, by: Vector<Page>) {
    move_selected(context, by, None);
}

/// Moves what is selected by steps of the grid; keys in a row are one step of undo.
pub(crate) fn nudge(context: &mut Context<'_>, toward: Direction, far: bool) {
    let steps = if far { 10.0 } else { 1.0 };
    move_selected(context, toward.unit() * (GRID * steps), Some(Run::Nudging));
    if let Some(item) = context.selection().primary.clone() {
        context.reveal_item(&item);
    }
}

/// Moves the selected boxes together, so that the primary one stands next to `of`.
pub(crate) fn place_beside(context: &mut Context<'_>, of: &BoxId, side: Direction) {
    let board = context.board();
    let rect = |id: &BoxId| board.get_box(id).map(|record| record.rect());
    let lead = context.selection().primary_box();
    let (Some(from), Some(other)) = (lead.and_then(rect), rect(of)) else {
        return context.announce("Select the box that shall move.");
    };
    let to = beside(context.index(), other, side);
    move_selected(context, to - from.origin, None);
    if let Some(id) = context.selection().primary_box().cloned() {
        context.reveal_box(&id);
    }
}

fn move_selected(context: &mut Context<'_>, by: Vector<Page>, run: Option<Run>) {
    let (board, selection) = (context.board(), context.selection().clone());
    let free = movable(board, context.index(), &selection);
    if selection.stands() && !free.stands() {
        return context.announce(LOCKED);
    }
    let mut edit = Edit::new();
    for item in free.standing() {
        if let Some(record) = item.record(board).and_then(|record| moved(&record, by)) {
            edit.put(board, item.record_id(), record);
        }
    }
    let records: Vec<_> = selection
        .standing()
        .filter_map(|item| item.record(board))
        .collect();
    let label = format!("Move {}", things_named(board, records.iter()));
    context.commit_run(&label, edit, selection, run);
}

/// Lays the selected boxes on top of all others.
pub(crate) fn bring_to_front(context: &mut Context<'_>) {
    reorder(context, "Bring to front", |selected| selected);
}

/// Lays the selected boxes under all others.
pub(crate) fn send_to_back(context: &mut Context<'_>) {
    reorder(context, "Send to back", |selected| !selected);
}

/// Counts the pile anew, with what `is_upper` says of being selected on top.
fn reorder(context: &mut Context<'_>, label: &str, is_upper: fn(bool) -> bool) {
    let (board, selection) = (context.board(), context.selection().clone());
    let pile = ranked(board.boxes_in_order(), |(id, _)| {
        u64::from(is_upper(selection.boxes.contains(*id)))
    });
    let mut edit = Edit::new();
    for ((id, record), order) in pile.into_iter().zip(0_u32..) {
        if record.order != order && !selection.boxes.is_empty() {
            let after = BoxRecord {
                order,
                ..BoxRecord::clone(record)
            };
            edit.put(board, RecordId::Box(id.clone()), Record::from(after));
        }
    }
    context.commit(label, edit, selection);
}
