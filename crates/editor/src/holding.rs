//! What groups and locks mean for a hand: what a click selects, and what a drag or a key leaves alone.

use board::{Board, GroupId};

use crate::index::Index;
use crate::item::{carried, standing};
use crate::{Item, Selection};

/// The group that an item is in.
pub(crate) fn group_of(board: &Board, item: &Item) -> Option<GroupId> {
    item.record(board)?.hold()?.group.clone()
}

/// The item with all that is in its group, itself last.
pub(crate) fn grouped(board: &Board, item: &Item) -> Vec<Item> {
    let group = group_of(board, item);
    let is_other = |other: &Item| other != item && group.is_some() && group_of(board, other) == group;
    let mut all: Vec<_> = match group {
        Some(_) => standing(board).filter(is_other).collect(),
        None => Vec::new(),
    };
    all.push(item.clone());
    all
}

/// `selection` with the groups of all that is in it, whole; the primary one stays.
pub(crate) fn whole_groups(board: &Board, selection: Selection) -> Selection {
    let mut groups = sorted::Set::new();
    groups.extend(selection.standing().filter_map(|item| group_of(board, &item)));
    if groups.is_empty() {
        return selection;
    }
    let mut whole = selection.clone();
    for item in standing(board) {
        if group_of(board, &item).is_some_and(|group| groups.contains(&group)) {
            whole.insert(item);
        }
    }
    whole.primary = selection.primary;
    whole
}

/// What of `selection` a hand may move, with all that goes with it: nothing that is locked.
pub(crate) fn movable(board: &Board, index: &Index, selection: &Selection) -> Selection {
    let all = carried(board, index, selection);
    let mut free = Selection::of(all.standing().filter(|item| !is_locked(board, item)));
    free.primary.clone_from(&selection.primary);
    free
}

/// The item is locked.
pub(crate) fn is_locked(board: &Board, item: &Item) -> bool {
    item.record(board).is_some_and(|record| record.is_locked())
}
