//! Changes of whole records: taking away, roles and kinds, reasons, answers, the brief, and ready edits.

use board::{
    Answer, AnswerStatus, Because, Board, BoxId, BoxRecord, Brief, Change, EdgeId, EdgeKind, EdgeRecord,
    Edit, Question, Record, RecordId, Rejected, Role, Track, Wrap,
};

use crate::commands::holding::LOCKED;
use crate::commands::naming::{boxes_named, name_of, things_named};
use crate::context::Context;
use crate::history::Run;
use crate::holding::is_locked;
use crate::{Field, Item, Selection};

/// Takes the selection away but for what is locked and what joins only that, with the edges that its boxes take along.
pub(crate) fn delete(context: &mut Context<'_>, verb: &str) {
    let board = context.board();
    let free = context.selection().items();
    let selection = Selection::of(free.filter(|item| !stays(board, item)));
    if selection.is_empty() && !context.selection().is_empty() {
        return context.announce(LOCKED);
    }
    let mut edit = Edit::new();
    for id in &selection.edges {
        edit.remove(board, RecordId::Edge(id.clone()));
    }
    for id in &selection.boxes {
        edit.remove_box(board, id);
    }
    for item in &selection.others {
        edit.remove(board, item.record_id());
    }
    let records: Vec<_> = match selection.stands() {
        true => selection
            .standing()
            .filter_map(|item| item.record(board))
            .collect(),
        false => selection.items().filter_map(|item| item.record(board)).collect(),
    };
    let what = match selection.stands() || selection.edges.len() == 1 {
        true => things_named(board, records.iter()),
        false => format!("{} edges", selection.edges.len()),
    };
    let label = format!("{verb} {what}");
    context.commit(&label, edit, Selection::default());
}

/// The item is locked, or an edge between boxes that both are.
fn stays(board: &Board, item: &Item) -> bool {
    let is_held = |id: &BoxId| board.get_box(id).is_some_and(|record| record.hold.locked);
    match item {
        Item::Edge(id) => board
            .get_edge(id)
            .is_some_and(|edge| is_held(&edge.from) && is_held(&edge.to)),
        _ => is_locked(board, item),
    }
}

/// Makes a box, or the selected ones, of `role`.
pub(crate) fn set_role(context: &mut Context<'_>, on: Option<BoxId>, role: Role) {
    let board = context.board();
    let boxes = on.map_or_else(
        || context.selection().boxes.clone(),
        |id| [id].into_iter().collect(),
    );
    let mut edit = Edit::new();
    for id in &boxes {
        change_box(&mut edit, board, id, |record| record.role = role);
    }
    let label = format!("Make {} {role}", boxes_named(board, &boxes));
    keep(context, &label, edit, None);
}

/// Makes an edge, or the selected ones, of `kind`.
pub(crate) fn set_edge_kind(context: &mut Context<'_>, on: Option<EdgeId>, kind: EdgeKind) {
    change_edges(context, on, &format!("Make edge {kind}"), |edge| edge.kind = kind);
}

/// Turns an edge, or the selected ones, around.
pub(crate) fn reverse(context: &mut Context<'_>, on: Option<EdgeId>) {
    change_edges(context, on, "Reverse edge", |edge| {
        std::mem::swap(&mut edge.from, &mut edge.to)
    });
}

/// The answers that ask for a box or an edge.
pub(crate) fn set_because(context: &mut Context<'_>, on: &RecordId, because: Because) {
    let mut edit = Edit::new();
    match on {
        RecordId::Box(id) => change_box(&mut edit, context.board(), id, |record| record.because = because),
        RecordId::Edge(id) => change_edge(&mut edit, context.board(), id, |record| record.because = because),
        _ => {}
    }
    keep(
        context,
        "Justify",
        edit,
        Some(Run::Typing(on.clone(), Some(Field::Because))),
    );
}

/// The alternatives considered for a box.
pub(crate) fn set_rejected(context: &mut Context<'_>, on: &BoxId, rejected: Vec<Rejected>) {
    let mut edit = Edit::new();
    change_box(&mut edit, context.board(), on, |record| {
        record.rejected = rejected
    });
    let run = Run::Typing(RecordId::Box(on.clone()), Some(Field::Rejected));
    let label = format!("Alternatives to {}", name_of(context.board(), on));
    keep(context, &label, edit, Some(run));
}

/// The answer to a scoping question.
pub(crate) fn set_answer(context: &mut Context<'_>, question: Question, text: String, status: AnswerStatus) {
    let id = RecordId::Answer(question);
    let gone = text.is_empty() && status == AnswerStatus::Stated;
    let record = (!gone).then(|| Record::from(Answer { text, status }));
    put(context, &format!("Answer {question}"), id, record);
}

/// The board's title.
pub(crate) fn set_title(context: &mut Context<'_>, title: String) {
    let brief = Brief {
        title,
        ..Brief::clone(context.board().brief())
    };
    set_brief(context, brief);
}

/// The track.
pub(crate) fn set_track(context: &mut Context<'_>, track: Track) {
    let brief = Brief {
        track,
        ..Brief::clone(context.board().brief())
    };
    set_brief(context, brief);
}

/// Title, track and prompt.
pub(crate) fn set_brief(context: &mut Context<'_>, brief: Brief) {
    let record = (brief != Brief::default()).then(|| Record::from(brief));
    put(context, "Edit the brief", RecordId::Brief, record);
}

/// The wrap-up.
pub(crate) fn set_wrap(context: &mut Context<'_>, wrap: Wrap) {
    let record = (wrap != Wrap::default()).then(|| Record::from(wrap));
    put(context, "Edit the wrap-up", RecordId::Wrap, record);
}

/// A ready edit, whatever it thinks was there before.
pub(crate) fn apply_edit(context: &mut Context<'_>, label: &str, edit: &Edit) {
    let board = context.board();
    let changes = edit.changes().map(|(id, change)| {
        let change = Change {
            before: board.record(id),
            after: change.after.clone(),
        };
        (id.clone(), change)
    });
    let edit = Edit::from_changes(changes);
    let selection = context.selection().clone();
    if !edit.is_empty() && !context.commit(label, edit, selection) {
        context.announce(format!("{label} no longer fits the board."));
    }
}

/// Adds to `edit` what `change` makes of a box that is not locked.
pub(crate) fn change_box(edit: &mut Edit, board: &Board, id: &BoxId, change: impl FnOnce(&mut BoxRecord)) {
    if let Some(before) = board.get_box(id).filter(|record| !record.hold.locked) {
        let mut record = BoxRecord::clone(before);
        change(&mut record);
        edit.put(board, RecordId::Box(id.clone()), Record::from(record));
    }
}

/// Adds to `edit` what `change` makes of an edge.
pub(crate) fn change_edge(edit: &mut Edit, board: &Board, id: &EdgeId, change: impl FnOnce(&mut EdgeRecord)) {
    if let Some(before) = board.get_edge(id) {
        let mut record = EdgeRecord::clone(before);
        change(&mut record);
        edit.put(board, RecordId::Edge(id.clone()), Record::from(record));
    }
}

/// Commits with the selection as it is.
pub(crate) fn keep(context: &mut Context<'_>, label: &str, edit: Edit, run: Option<Run>) {
    let selection = context.selection().clone();
    context.commit_run(label, edit, selection, run);
}

fn change_edges(
    context: &mut Context<'_>,
    on: Option<EdgeId>,
    label: &str,
    change: impl Fn(&mut EdgeRecord),
) {
    let edges = on.map_or_else(
        || context.selection().edges.clone(),
        |id| [id].into_iter().collect(),
    );
    let mut edit = Edit::new();
    for id in &edges {
        change_edge(&mut edit, context.board(), id, &change);
    }
    keep(context, label, edit, None);
}

fn put(context: &mut Context<'_>, label: &str, id: RecordId, record: Option<Record>) {
    let mut edit = Edit::new();
    match record {
        Some(record) => edit.put(context.board(), id.clone(), record),
        None => edit.remove(context.board(), id.clone()),
    }
    keep(context, label, edit, Some(Run::Typing(id, None)));
}
