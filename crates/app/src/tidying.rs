//! Tidying: which boxes may move and how large they are with their words, told to the program beside the page, and what it
//! answers.

use std::cell::Cell;

use board::{BoxId, BoxRecord, EdgeKind, Role};
use editor::{Command, Editor};
use geometry::Point;

use crate::lint_job;
use crate::store::Store;

/// What the places were asked for: they are shown only if the board is still the same.
#[derive(Debug, Default)]
pub(crate) struct Asked(Cell<Option<u64>>);

/// Asks for tidy places of the selected boxes, or of all where fewer than two are selected.
pub(crate) fn ask(store: &Store) {
    let (told, revision) = {
        let editor = store.editor();
        (told(&editor), editor.board().revision())
    };
    store.lint_job().tidied.0.set(Some(revision));
    if !lint_job::ask_tidy(store, &told) {
        store.change_panels(|panels| panels.spoken = "The linter, which tidies, is not there.".to_owned());
    }
}

/// Shows the places that were asked for.
pub(crate) fn show(store: &Store, places: &[f64]) {
    let places = {
        let editor = store.editor();
        let board = editor.board();
        if store.lint_job().tidied.0.take() != Some(board.revision()) {
            return;
        }
        let at = |place: &[f64]| Some(Point::new(*place.first()?, *place.last()?));
        let boxes = board.boxes().map(|(id, _)| id.clone());
        let movable = boxes
            .zip(places.chunks_exact(2))
            .filter(|(id, _)| moves(&editor, id));
        movable.filter_map(|(id, place)| Some((id, at(place)?))).collect()
    };
    store.command(Command::ShowTidied(places));
}

/// The board in the numbers that `linter::tidy` takes.
fn told(editor: &Editor) -> Vec<f64> {
    let board = editor.board();
    let ids: Vec<_> = board.boxes().map(|(id, _)| id).collect();
    let mut told = vec![ids.len() as f64];
    for (id, record) in board.boxes() {
        let (width, height) = size_with_words(record);
        let part = match record.role {
            _ if !moves(editor, id) => 2.0,
            Role::Govern | Role::Observe => 1.0,
            _ => 0.0,
        };
        told.extend([record.at.x, record.at.y, width, height, record.size.height, part]);
    }
    let place = |id: &BoxId| ids.binary_search(&id).map_or(-1.0, |place| place as f64);
    for (_, edge) in board.edges() {
        let carries = match edge.kind {
            EdgeKind::Data => 0.0,
            EdgeKind::Failure => 1.0,
            EdgeKind::Control => 2.0,
        };
        told.extend([place(&edge.from), place(&edge.to), carries]);
    }
    told
}

/// The box may be given another place: it is not locked, and one of those selected; or nothing is, and no frame holds it.
fn moves(editor: &Editor, id: &BoxId) -> bool {
    let (board, chosen) = (editor.board(), &editor.selection().boxes);
    let Some(record) = board.get_box(id).filter(|record| !record.hold.locked) else {
        return false;
    };
    if chosen.len() > 1 {
        return chosen.contains(id);
    }
    let rect = record.rect();
    !board.frames().any(|(_, frame)| frame.rect().encloses(&rect))
}

fn size_with_words(record: &BoxRecord) -> (f64, f64) {
    if record.constraints.is_empty() {
        return (record.size.width, record.size.height);
    }
    let words = scene::constraints_area(record);
    (
        record.size.width.max(words.right()),
        record.size.height.max(words.bottom()),
    )
}
