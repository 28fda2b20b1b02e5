//! New edges between boxes that are there.

use board::{Board, BoxId, EdgeId, EdgeKind, EdgeRecord, Edit, Record, RecordId, Role};

use crate::commands::naming::{edge_name, name_of};
use crate::commands::place::anchor;
use crate::commands::ways::usual_way;
use crate::context::Context;
use crate::{EdgeEnd, Field, Item, Selection};

/// What is said of an edge from a box to itself.
pub(crate) const TO_ITSELF: &str = "A box cannot be joined to itself.";

/// Joins two boxes and starts editing what travels; the edge that is there already is selected instead. Without a
/// kind it is the usual one between their roles.
pub(crate) fn join(context: &mut Context<'_>, from: &BoxId, to: &BoxId, kind: Option<EdgeKind>) {
    let board = context.board();
    let (Some(start), Some(end)) = (board.get_box(from), board.get_box(to)) else {
        return;
    };
    if from == to {
        return context.announce(TO_ITSELF);
    }
    let kind = kind.unwrap_or_else(|| usual_kind(start.role, end.role));
    let names = format!("{} to {}", name_of(board, from), name_of(board, to));
    if let Some(id) = same_edge(board, from, to, kind) {
        context.select(Selection::of([Item::Edge(id)]));
        return context.announce(format!("{names} are joined already."));
    }
    let mut edit = Edit::new();
    let id = new_edge(&mut edit, board, from, to, kind);
    let selection = Selection::of([Item::Edge(id.clone())]);
    let label = format!("Join {names}");
    if context.commit(&label, edit, selection) {
        context.begin_text(RecordId::Edge(id), Field::Label);
    }
}

/// Moves an end of an edge to another box; its other end, its words and its owner stay.
pub(crate) fn move_end(context: &mut Context<'_>, id: &EdgeId, end: EdgeEnd, to: &BoxId) {
    let board = context.board();
    let Some(edge) = board.get_edge(id).filter(|_| board.get_box(to).is_some()) else {
        return;
    };
    let mut record = EdgeRecord::clone(edge);
    match end {
        EdgeEnd::Start => record.from = to.clone(),
        EdgeEnd::End => record.to = to.clone(),
    }
    if record.from == record.to {
        return context.announce(TO_ITSELF);
    }
    let which = match end {
        EdgeEnd::Start => "start",
        EdgeEnd::End => "end",
    };
    let label = format!(
        "Move the {which} of {} to {}",
        edge_name(board, edge),
        name_of(board, to)
    );
    let words = edge_name(board, &record);
    let mut edit = Edit::new();
    edit.put(board, RecordId::Edge(id.clone()), Record::from(record));
    if context.commit(&label, edit, Selection::of([Item::Edge(id.clone())])) {
        context.announce(words);
    }
}

/// Joins the selected box to another.
pub(crate) fn join_to(context: &mut Context<'_>, to: &BoxId) {
    match anchor(context.board(), context.selection()) {
        Some(from) => join(context, &from, to, None),
        None => context.announce("Select the box that the edge shall start at."),
    }
}

fn same_edge(board: &Board, from: &BoxId, to: &BoxId, kind: EdgeKind) -> Option<EdgeId> {
    let mut edges = board.edges_touching(from);
    let same = edges.find(|(_, edge)| edge.from == *from && edge.to == *to && edge.kind == kind);
    same.map(|(id, _)| id.clone())
}

/// Adds an edge to `edit`, last in the file.
pub(crate) fn new_edge(edit: &mut Edit, board: &Board, from: &BoxId, to: &BoxId, kind: EdgeKind) -> EdgeId {
    let record = EdgeRecord {
        order: board.next_edge_order(),
        way: usual_way(board),
        ..EdgeRecord::new(from.clone(), to.clone(), kind)
    };
    let id = fresh_edge_id(edit, board, from, to);
    edit.put(board, RecordId::Edge(id.clone()), Record::from(record));
    id
}

/// An id that neither `board` nor `edit` has, made of the ends.
pub(crate) fn fresh_edge_id(edit: &Edit, board: &Board, from: &BoxId, to: &BoxId) -> EdgeId {
    EdgeId::fresh(&format!("{from} {to}"), |id| {
        board.get_edge(id).is_some() || edit.change(&RecordId::Edge(id.clone())).is_some()
    })
}

/// What usually travels between two roles.
pub(crate) fn usual_kind(from: Role, to: Role) -> EdgeKind {
    let beside = |role| matches!(role, Role::Govern | Role::Observe);
    if beside(from) || beside(to) {
        EdgeKind::Control
    } else {
        EdgeKind::Data
    }
}
