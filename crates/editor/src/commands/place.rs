//! New boxes: on their own, as the next one in the flow, or as a failure path.

use board::line::Line;
use board::{Board, BoxId, BoxRecord, EdgeId, EdgeKind, Edit, Record, RecordId, Role};
use geometry::{Page, Point, Vector};

use crate::commands::holding::LOCKED;
use crate::commands::join::{new_edge, usual_kind};
use crate::commands::looking;
use crate::commands::naming::{name, name_of};
use crate::context::Context;
use crate::placement::{beside, nearest};
use crate::{Direction, Field, Item, Selection};

/// The box that commands for one box start from: the primary box, or the box that the primary edge points to.
pub(crate) fn anchor(board: &Board, selection: &Selection) -> Option<BoxId> {
    let edge = selection.primary_edge().and_then(|id| board.get_edge(id));
    selection
        .primary_box()
        .cloned()
        .or_else(|| edge.map(|edge| edge.to.clone()))
}

/// Places a box of `role`; see [`Command::PlaceBox`](crate::Command::PlaceBox).
pub(crate) fn place(context: &mut Context<'_>, role: Role, at: Option<Point<Page>>) {
    let place = place_for(context, at);
    let mut edit = Edit::new();
    let id = new_box(&mut edit, context.board(), role, "", place);
    finish(context, &format!("Add {role}"), edit, &id);
}

/// Places a box that a line of the one-line notation describes.
pub(crate) fn place_line(context: &mut Context<'_>, line: &Line, role: Role) {
    let board = context.board();
    let mut record = BoxRecord::new(role, place_for(context, None));
    record.order = board.next_box_order();
    line.apply_to(&mut record);
    let label = format!("Add {}", name(&record));
    let mut edit = Edit::new();
    let id = fresh_box_id(&edit, board, &record.label);
    edit.put(board, RecordId::Box(id.clone()), Record::from(record));
    let selection = Selection::of([Item::Box(id.clone())]);
    let saw_all = looking::sees_all(context);
    if context.commit(&label, edit, selection) {
        looking::reveal_new(context, &id, saw_all);
    }
}

fn place_for(context: &Context<'_>, at: Option<Point<Page>>) -> Point<Page> {
    let board = context.board();
    let beside_anchor = || {
        let rect = board.get_box(&anchor(board, context.selection())?)?.rect();
        Some(beside(context.index(), rect, Direction::Right))
    };
    let wanted = at.filter(|at| at.is_finite());
    match wanted {
        Some(at) => nearest(context.index(), centred(at)),
        None => beside_anchor().unwrap_or_else(|| {
            let at = context
                .session
                .pointer_on_page()
                .unwrap_or_else(|| context.session.middle());
            nearest(context.index(), centred(at))
        }),
    }
}

/// The next box after the selected one, in this direction from it.
pub(crate) fn add_toward(context: &mut Context<'_>, toward: Direction) {
    match anchor(context.board(), context.selection()) {
        Some(from) => add_next(context, &from, toward, None),
        None => context.announce("Select the box that the next one shall follow."),
    }
}

/// The box before the selected one.
pub(crate) fn add_upstream(context: &mut Context<'_>) {
    match anchor(context.board(), context.selection()) {
        Some(from) => add_next(context, &from, Direction::Left, None),
        None => context.announce("Select the box that the new one shall feed."),
    }
}

/// The next box after `from` with its centre near `at`.
pub(crate) fn next_at(context: &mut Context<'_>, from: &BoxId, at: Point<Page>) {
    add_next(context, from, Direction::Right, Some(at));
}

fn add_next(context: &mut Context<'_>, from: &BoxId, direction: Direction, at: Option<Point<Page>>) {
    let board = context.board();
    let Some(record) = board.get_box(from) else {
        return;
    };
    let role = match direction {
        Direction::Left => upstream(record.role),
        _ => downstream(record.role),
    };
    let place = match at {
        Some(at) => nearest(context.index(), centred(at)),
        None => beside(context.index(), record.rect(), direction),
    };
    let mut edit = Edit::new();
    let id = new_box(&mut edit, board, role, "", place);
    let (start, end, words) = match direction {
        Direction::Left => (&id, from, "before"),
        _ => (from, &id, "after"),
    };
    let kind = usual_kind(record.role, role);
    new_edge(&mut edit, board, start, end, kind);
    let label = format!("Add {role} {words} {}", name(record));
    finish(context, &label, edit, &id);
}

/// The store for what the selected box cannot handle, with a failure edge to it. The box stays selected, so that the
/// flow can go on from it.
pub(crate) fn add_failure_path(context: &mut Context<'_>) {
    let board = context.board();
    let from = anchor(board, context.selection());
    let Some((from, record)) = from.and_then(|id| Some((id.clone(), board.get_box(&id)?))) else {
        return context.announce("Select the box that may fail.");
    };
    if record.hold.locked {
        return context.announce(LOCKED);
    }
    let Some((role, label)) = failure_target(record.role) else {
        return context.announce(format!("A {} has no failure path of its own.", record.role));
    };
    if let Some((id, to)) = failure_edge(board, &from) {
        let words = format!("{} already fails over to {}.", name(record), name_of(board, &to));
        context.select(Selection::of([Item::Edge(id)]));
        return context.announce(words);
    }
    let place = beside(context.index(), record.rect(), Direction::Down);
    let words = format!("Add failure path of {}", name(record));
    let mut edit = Edit::new();
    let id = new_box(&mut edit, board, role, label, place);
    new_edge(&mut edit, board, &from, &id, EdgeKind::Failure);
    let selection = Selection::of([Item::Box(from)]);
    let saw_all = looking::sees_all(context);
    if context.commit(&words, edit, selection) {
        looking::reveal_new(context, &id, saw_all);
        context.announce(format!("{words}: {label}."));
    }
}

/// The failure edge that leaves a box, and where it points.
fn failure_edge(board: &Board, from: &BoxId) -> Option<(EdgeId, BoxId)> {
    let mut edges = board.edges_touching(from);
    let failure = edges.find(|(_, edge)| edge.from == *from && edge.kind == EdgeKind::Failure);
    failure.map(|(id, edge)| (id.clone(), edge.to.clone()))
}

fn failure_target(role: Role) -> Option<(Role, &'static str)> {
    match role {
        Role::Ingest => Some((Role::Store, "Dead letter")),
        Role::Process | Role::Store => Some((Role::Store, "Quarantine")),
        Role::Serve => Some((Role::Serve, "Fallback")),
        Role::Source | Role::Consumer | Role::Govern | Role::Observe => None,
    }
}

fn downstream(role: Role) -> Role {
    match role {
        Role::Source => Role::Ingest,
        Role::Ingest | Role::Govern => Role::Process,
        Role::Process => Role::Store,
        Role::Store => Role::Serve,
        Role::Serve | Role::Consumer | Role::Observe => Role::Consumer,
    }
}

fn upstream(role: Role) -> Role {
    match role {
        Role::Consumer => Role::Serve,
        Role::Serve => Role::Store,
        Role::Store | Role::Observe => Role::Process,
        Role::Process => Role::Ingest,
        Role::Ingest | Role::Source | Role::Govern => Role::Source,
    }
}

/// Adds a box to `edit`, on top of the pile.
pub(crate) fn new_box(edit: &mut Edit, board: &Board, role: Role, label: &str, at: Point<Page>) -> BoxId {
    let record = BoxRecord {
        label: label.to_owned(),
        order: board.next_box_order(),
        ..BoxRecord::new(role, at)
    };
    let stem = if label.is_empty() { role.as_str() } else { label };
    let id = fresh_box_id(edit, board, stem);
    edit.put(board, RecordId::Box(id.clone()), Record::from(record));
    id
}

/// An id that neither `board` nor `edit` has.
pub(crate) fn fresh_box_id(edit: &Edit, board: &Board, stem: &str) -> BoxId {
    BoxId::fresh(stem, |id| {
        board.get_box(id).is_some() || edit.change(&RecordId::Box(id.clone())).is_some()
    })
}

fn finish(context: &mut Context<'_>, label: &str, edit: Edit, id: &BoxId) {
    let selection = Selection::of([Item::Box(id.clone())]);
    let saw_all = looking::sees_all(context);
    if context.commit(label, edit, selection) {
        looking::reveal_new(context, id, saw_all);
        context.begin_text(RecordId::Box(id.clone()), Field::Label);
    }
}

fn centred(at: Point<Page>) -> Point<Page> {
    let size = BoxRecord::DEFAULT_SIZE;
    at - Vector::new(size.width / 2.0, size.height / 2.0)
}
