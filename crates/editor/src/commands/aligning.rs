//! Bringing what is selected in line, or equally far apart, in one step. A group moves as one, a frame takes along what
//! lies in it, and what is locked stays where it is.

use board::Edit;
use geometry::{Page, Rect, Vector};
use sorted::{Map, Set, rank_of, ranked};

use crate::commands::holding::and_locked;
use crate::commands::naming::things_named;
use crate::context::Context;
use crate::holding::{group_of, is_locked};
use crate::item::{carried, moved};
use crate::{Alignment, Axis, Item, Selection};

/// Between things that would overlap if they were spread over the room that they take, in page units.
const LEAST_GAP: f64 = 16.0;

/// What moves as one.
struct Unit {
    items: Vec<Item>,
    area: Rect<Page>,
}

/// Brings all that is selected in line with the outermost of it, or with the middle of all.
pub(crate) fn align(context: &mut Context<'_>, to: Alignment) {
    let units = units(context);
    let (axis, share, words) = to.parts();
    let all = Rect::enclosing(units.iter().map(|unit| unit.area));
    let place = |area: &Rect<Page>| {
        let (low, length) = span(area, axis);
        low + share * length
    };
    let Some(line) = all.filter(|_| units.len() > 1).map(|all| place(&all)) else {
        return context.announce("Select two or more things to bring in line.");
    };
    let moves: Vec<_> = units.iter().map(|unit| line - place(&unit.area)).collect();
    move_units(context, units, &moves, axis, words);
}

/// Moves what is selected so that the gaps between it are equal; the two outermost stay.
pub(crate) fn distribute(context: &mut Context<'_>, axis: Axis) {
    let units = ranked(units(context), |unit| {
        let (low, length) = span(&unit.area, axis);
        rank_of(low + length / 2.0)
    });
    let spans = units.iter().map(|unit| span(&unit.area, axis));
    let (Some(first), Some(last)) = (spans.clone().next(), spans.clone().next_back()) else {
        return context.announce("Select three or more things to space evenly.");
    };
    if units.len() < 3 {
        return context.announce("Select three or more things to space evenly.");
    }
    let taken: f64 = spans.clone().map(|(_, length)| length).sum();
    let between = (units.len() - 1) as f64;
    let gap = (last.0 + last.1 - first.0 - taken) / between;
    let gap = if gap < 0.0 { LEAST_GAP } else { gap };
    let mut next = first.0;
    let moves: Vec<_> = spans
        .map(|(low, length)| {
            let by = next - low;
            next += length + gap;
            by
        })
        .collect();
    let words = match axis {
        Axis::Upright => "Space evenly across",
        Axis::Level => "Space evenly down",
    };
    move_units(context, units, &moves, axis, words);
}

/// What is selected, each with what goes where it goes. Frames come first: what lies in one is no unit of its own.
fn units(context: &Context<'_>) -> Vec<Unit> {
    let (board, index) = (context.board(), context.index());
    let is_frame = |item: &Item| matches!(item, Item::Frame(_));
    let items = context.selection().standing();
    let items = ranked(items, |item| u64::from(!is_frame(item)));
    let mut taken = Set::new();
    let mut units: Vec<Unit> = Vec::new();
    // Where a group alone is selected, its members are what is meant.
    let mut group = items.iter().map(|item| group_of(board, item));
    let first = group.next().flatten();
    let is_one_group = first.is_some() && group.all(|other| other == first);
    let mut groups = Map::new();
    for item in items {
        let (false, Some(area)) = (taken.contains(&item), index.rect(&item)) else {
            continue;
        };
        let all = carried(board, index, &Selection::of([item.clone()]));
        let items: Vec<_> = all.standing().collect();
        taken.extend(items.iter().cloned());
        let group = group_of(board, &item).filter(|_| !is_one_group);
        let begun = group.as_ref().and_then(|group| groups.get(group).copied());
        match begun.and_then(|at: usize| units.get_mut(at)) {
            Some(unit) => {
                unit.area = unit.area.union(area);
                unit.items.extend(items);
            }
            None => {
                groups.extend(group.map(|group| (group, units.len())));
                units.push(Unit { items, area });
            }
        }
    }
    units
}

/// Where a unit begins in the direction that `axis` is moved in, and how long it is.
fn span(area: &Rect<Page>, axis: Axis) -> (f64, f64) {
    match axis {
        Axis::Upright => (area.left(), area.size.width),
        Axis::Level => (area.top(), area.size.height),
    }
}

fn move_units(context: &mut Context<'_>, units: Vec<Unit>, moves: &[f64], axis: Axis, words: &str) {
    let board = context.board();
    let mut edit = Edit::new();
    let mut locked = 0;
    for (unit, by) in units.iter().zip(moves) {
        let by = match axis {
            Axis::Upright => Vector::new(*by, 0.0),
            Axis::Level => Vector::new(0.0, *by),
        };
        for item in &unit.items {
            if is_locked(board, item) {
                locked += 1;
                continue;
            }
            if let Some(after) = item.record(board).and_then(|record| moved(&record, by)) {
                edit.put(board, item.record_id(), after);
            }
        }
    }
    let selection = context.selection().clone();
    let records: Vec<_> = selection
        .standing()
        .filter_map(|item| item.record(board))
        .collect();
    let label = format!("{words}: {}", things_named(board, records.iter()));
    match context.commit(&label, edit, selection) {
        true => and_locked(context, &label, locked),
        false => and_locked(context, "Nothing to change", locked),
    }
}
