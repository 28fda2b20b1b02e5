//! Selecting by command: everything, these, the next one, the one over there.

use board::{EdgeId, Record};

use crate::commands::naming::{edge_name, name};
use crate::commands::place::anchor;
use crate::context::Context;
use crate::item::{called, standing};
use crate::order::{step, toward, walk};
use crate::{Direction, Item, Selection};

/// Selects everything.
pub(crate) fn select_all(context: &mut Context<'_>) {
    let board = context.board();
    let edges = board.edges().map(|(id, _)| Item::Edge(id.clone()));
    let selection = Selection::of(edges.chain(standing(board)));
    let count = selection.standing().count();
    let what = match (count, selection.others.is_empty()) {
        (1, true) => "box",
        (1, false) => "thing",
        (_, true) => "boxes",
        (_, false) => "things",
    };
    context.select(selection);
    context.announce(format!("{count} {what} selected."));
}

/// Selects `items`.
pub(crate) fn select(context: &mut Context<'_>, items: Vec<Item>, additive: bool) {
    let kept = if additive {
        context.selection().clone()
    } else {
        Selection::default()
    };
    let mut selection = kept;
    let count = items.len();
    items.into_iter().for_each(|item| selection.insert(item));
    context.select(selection);
    if count > 1 {
        let count = context.selection().len();
        context.announce(format!("{count} selected."));
    }
}

/// Selects the next box or note in reading order, or the one before.
pub(crate) fn select_box(context: &mut Context<'_>, back: bool) {
    let order = walk(context.board());
    let current = match &context.selection().primary {
        Some(item) if !matches!(item, Item::Edge(_)) => Some(item.clone()),
        _ => anchor(context.board(), context.selection()).map(Item::Box),
    };
    match step(&order, current.as_ref(), back) {
        Some(item) => go_to(context, item),
        None => context.announce("There is no box yet."),
    }
}

/// Selects the nearest box in `direction`, or any where none is selected.
pub(crate) fn select_toward(context: &mut Context<'_>, direction: Direction) {
    match anchor(context.board(), context.selection()) {
        Some(from) => match toward(context.board(), &from, direction) {
            Some(id) => go_to(context, Item::Box(id)),
            None => context.announce("Nothing there."),
        },
        None => select_box(context, false),
    }
}

/// Selects an edge of the selected box; from an edge, the next of the whole board.
pub(crate) fn select_edge(context: &mut Context<'_>, back: bool) {
    let board = context.board();
    let all: Vec<EdgeId> = board
        .edges_in_order()
        .into_iter()
        .map(|(id, _)| id.clone())
        .collect();
    let own = context.selection().primary_box().and_then(|of| {
        let first = board
            .edges_touching(of)
            .min_by_key(|(_, edge)| (edge.from != *of, edge.order));
        first.map(|(id, _)| id.clone())
    });
    let next = own.or_else(|| step(&all, context.selection().primary_edge(), back));
    let Some((id, edge)) = next.and_then(|id| Some((id.clone(), board.get_edge(&id)?))) else {
        return context.announce("There is no edge yet.");
    };
    let words = edge_name(board, edge);
    let item = Item::Edge(id);
    context.select(Selection::of([item.clone()]));
    context.reveal_item(&item);
    context.announce(words);
}

fn go_to(context: &mut Context<'_>, item: Item) {
    let words = match item.record(context.board()) {
        Some(Record::Box(record)) => format!("{}, {}", name(&record), record.role),
        Some(record) => called(&record),
        None => String::new(),
    };
    context.reveal_item(&item);
    context.select(Selection::of([item]));
    context.announce(words);
}
