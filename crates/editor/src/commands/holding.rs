//! Grouping and locking what is selected.

use board::{Edit, GroupId, Hold};

use crate::Item;
use crate::commands::naming::things_named;
use crate::commands::structure::keep;
use crate::context::Context;
use crate::holding::{group_of, is_locked, whole_groups};
use crate::item::standing;

/// What is said where a lock is in the way.
pub(crate) const LOCKED: &str = "That is locked; Ctrl+Shift+L unlocks it.";

/// Says after `label` was done that locked things were selected, too, and stayed as they were.
pub(crate) fn and_locked(context: &mut Context<'_>, label: &str, locked: usize) {
    match locked {
        0 => {}
        1 => context.announce(format!("{label}. One thing is locked and stays as it is.")),
        locked => context.announce(format!(
            "{label}. {locked} things are locked and stay as they are."
        )),
    }
}

/// Makes one group of what is selected.
pub(crate) fn group(context: &mut Context<'_>) {
    let board = context.board();
    let items: Vec<_> = context.selection().standing().collect();
    if items.len() < 2 {
        return context.announce("Select two things or more to group them.");
    }
    let taken: Vec<_> = standing(board)
        .filter_map(|item| group_of(board, &item))
        .collect();
    let group = GroupId::fresh("group", |id| taken.contains(id));
    let edit = held(context, &items, |hold| Hold {
        group: Some(group.clone()),
        ..hold
    });
    keep(context, &format!("Group {} things", items.len()), edit, None);
}

/// Takes the groups of what is selected apart.
pub(crate) fn ungroup(context: &mut Context<'_>) {
    let whole = whole_groups(context.board(), context.selection().clone());
    let items: Vec<_> = whole.standing().collect();
    let edit = held(context, &items, |hold| Hold { group: None, ..hold });
    match edit.is_empty() {
        true => context.announce("Nothing selected is in a group."),
        false => keep(context, "Ungroup", edit, None),
    }
}

/// Locks what is selected; unlocks it where all of it is locked.
pub(crate) fn lock(context: &mut Context<'_>) {
    let items: Vec<_> = context.selection().standing().collect();
    let locked = !items.iter().all(|item| is_locked(context.board(), item));
    let edit = held(context, &items, |hold| Hold { locked, ..hold });
    let verb = if locked { "Lock" } else { "Unlock" };
    match edit.is_empty() {
        true => context.announce("Select what shall be locked."),
        false => {
            let records = items.iter().filter_map(|item| item.record(context.board()));
            let records: Vec<_> = records.collect();
            let what = things_named(context.board(), records.iter());
            keep(context, &format!("{verb} {what}"), edit, None);
        }
    }
}

/// The edit that holds `items` as `change` says.
fn held(context: &Context<'_>, items: &[Item], change: impl Fn(Hold) -> Hold) -> Edit {
    let board = context.board();
    let mut edit = Edit::new();
    for item in items {
        if let Some(record) = item.record(board) {
            let hold = record.hold().cloned().unwrap_or_default();
            edit.put(board, item.record_id(), record.held(change(hold)));
        }
    }
    edit
}
