//! The orders in which a board is walked: as it is read, as data flows, and the nearest box in a direction.

use board::{Board, BoxId, EdgeKind};
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

/// All boxes as data flows: each before those that it feeds, one chain after the other, from where data comes in. A
/// cycle is cut where it is entered.
pub fn data_order(board: &Board) -> Vec<BoxId> {
    let ids: Vec<&BoxId> = board.boxes().map(|(id, _)| id).collect();
    let slot = |id: &BoxId| ids.binary_search(&id).ok();
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); ids.len()];
    let mut is_fed = vec![false; ids.len()];
    // What is walked last comes first: data before what failed, that before control.
    for kind in [EdgeKind::Control, EdgeKind::Failure, EdgeKind::Data] {
        let edges = board.edges_in_order().into_iter().rev();
        for (_, edge) in edges.filter(|(_, edge)| edge.kind == kind) {
            if let (Some(from), Some(to)) = (slot(&edge.from), slot(&edge.to)) {
                next.get_mut(from).into_iter().for_each(|next| next.push(to));
                is_fed.get_mut(to).into_iter().for_each(|is_fed| *is_fed = true);
            }
        }
    }
    let mut starts: Vec<usize> = reading_order(board).iter().filter_map(slot).collect();
    starts.reverse();
    let is_fed = |slot: &usize| is_fed.get(*slot) == Some(&true);
    let mut seen = vec![false; ids.len()];
    let (rest, sources): (Vec<_>, Vec<_>) = starts.into_iter().partition(is_fed);
    let mut order = reached(&sources, &next, &mut seen);
    for start in rest.iter().rev() {
        order.extend(reached(&[*start], &next, &mut seen));
    }
    order
        .into_iter()
        .filter_map(|slot| ids.get(slot).copied().cloned())
        .collect()
}

/// What can be reached from `starts` and was not `seen`, each before what follows from it; nothing recurses.
fn reached(starts: &[usize], next: &[Vec<usize>], seen: &mut [bool]) -> Vec<usize> {
    let mut done = Vec::new();
    let mut path: Vec<(usize, usize)> = Vec::new();
    let mut enter = |slot: usize| {
        seen.get_mut(slot)
            .is_some_and(|seen| !std::mem::replace(seen, true))
    };
    for start in starts {
        if enter(*start) {
            path.push((*start, 0));
        }
        while let Some((slot, at)) = path.last_mut() {
            let follows = next.get(*slot).and_then(|next| next.get(*at));
            *at += 1;
            match follows {
                Some(follows) if enter(*follows) => path.push((*follows, 0)),
                Some(_) => {}
                None => {
                    done.push(*slot);
                    path.pop();
                }
            }
        }
    }
    done.reverse();
    done
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

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(sketch: &str) -> Vec<String> {
        let board = board::sketch::read(sketch).expect("a sketch that reads");
        let label = |id: &BoxId| board.get_box(id).map(|record| record.label.clone());
        data_order(&board).iter().filter_map(label).collect()
    }

    #[test]
    fn each_box_comes_before_what_it_feeds() {
        let board = "[serve] API\n[store] Lake\n[process] Job\n[store] Quarantine\n[ingest] Kafka\n\
            Kafka -> Job\nJob -failure-> Quarantine\nJob -> Lake\nLake -> API\nQuarantine -failure-> Kafka";
        assert_eq!(walked(board), ["Kafka", "Job", "Lake", "API", "Quarantine"]);
    }

    #[test]
    fn a_cycle_that_nothing_feeds_is_walked_once() {
        let board = "[process] A\n[process] B\n[process] C\nA -> B\nB -> C\nC -> A";
        let order = walked(board);
        assert_eq!(order.len(), 3);
        assert_eq!(order, ["A", "B", "C"]);
    }
}
