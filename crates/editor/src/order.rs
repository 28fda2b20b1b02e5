//! The order in which keys walk the board: reading order, and the nearest box in a direction.

use board::{Board, BoxId};
use sorted::{rank_of, ranked};

use crate::item::{area, standing};
use crate::{Direction, Item};

/// Things whose centres lie in one band of this height are in one row.
const BAND: f64 = 120.0;

/// All that stands on the board from left to right, row by row.
pub(crate) fn walk(board: &Board) -> Vec<Item> {
    let items = standing(board).filter_map(|item| Some((area(&item.record(board)?)?.center(), item)));
    let from_left = ranked(items, |(center, _)| rank_of(center.x));
    let in_rows = ranked(from_left, |(center, _)| rank_of((center.y / BAND).floor()));
    in_rows.into_iter().map(|(_, item)| item).collect()
}

/// All boxes in the order of [`walk`].
pub(crate) fn reading_order(board: &Board) -> Vec<BoxId> {
    let boxes = walk(board).into_iter().filter_map(|item| match item {
        Item::Box(id) => Some(id),
        _ => None,
    });
    boxes.collect()
}

/// The item after `current`, or before it, going around; the first (or last) where there is no current one.
pub(crate) fn step<T: PartialEq + Clone>(items: &[T], current: Option<&T>, back: bool) -> Option<T> {
    let place = current.and_then(|current| items.iter().position(|item| item == current));
    let last = items.len().checked_sub(1)?;
    let next = match (place, back) {
        (None, false) => 0,
        (None, true) => last,
        (Some(0), true) => last,
        (Some(place), true) => place - 1,
        (Some(place), false) if place == last => 0,
        (Some(place), false) => place + 1,
    };
    items.get(next).cloned()
}

/// The nearest other box in `direction` from `from`: what is straight ahead counts as nearer than what is aside.
pub(crate) fn toward(board: &Board, from: &BoxId, direction: Direction) -> Option<BoxId> {
    let center = board.get_box(from)?.rect().center();
    let unit = direction.unit();
    let others = board.boxes().filter(|(id, _)| *id != from);
    let scored = others.filter_map(|(id, record)| {
        let to = record.rect().center() - center;
        let along = to.x * unit.x + to.y * unit.y;
        let across = (to.x * unit.y - to.y * unit.x).abs();
        (along > 0.0 && across <= 2.0 * along).then_some((along + 2.0 * across, id))
    });
    scored
        .min_by(|one, other| one.0.total_cmp(&other.0).then_with(|| one.1.cmp(other.1)))
        .map(|(_, id)| id.clone())
}
