//! Tidying: which boxes may move and how large they are with their words, told to the program beside the page, and what it
//! answers.

use std::cell::Cell;
use std::sync::Arc;

use board::{BoxId, BoxRecord, EdgeKind, Role};
use editor::{Command, Editor};
use geometry::{Page, Point, Rect};
use sorted::Map;

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
        if store.lint_job().tidied.0.take() != Some(editor.board().revision()) {
            return;
        }
        let mut shown = Vec::new();
        for (unit, place) in units(&editor).iter().zip(places.chunks_exact(2)) {
            let &[x, y] = place else { continue };
            let by = Point::new(x, y) - unit.area.origin;
            let boxes = unit.boxes.iter().filter(|_| unit.moves);
            shown.extend(boxes.map(|(id, record)| (id.clone(), record.at + by)));
        }
        shown
    };
    store.command(Command::ShowTidied(places));
}

/// What is given one place: a box, or the boxes of a group, which stay as they stand to each other.
struct Unit {
    boxes: Vec<(BoxId, Arc<BoxRecord>)>,
    /// With the words below boxes.
    area: Rect<Page>,
    moves: bool,
}

/// All boxes in units. Where all that may move is in one group, its members are what is meant.
fn units(editor: &Editor) -> Vec<Unit> {
    let board = editor.board();
    let movable = board.boxes().filter(|(id, _)| moves(editor, id));
    let mut groups = movable.map(|(_, record)| record.hold.group.clone());
    let first = groups.next().flatten();
    let is_one_group = first.is_some() && groups.all(|other| other == first);
    let mut units: Vec<Unit> = Vec::new();
    let mut begun = Map::new();
    for (id, record) in board.boxes() {
        let (moves, area) = (moves(editor, id), area_with_words(record));
        let boxed = (id.clone(), Arc::clone(record));
        let group = record.hold.group.clone().filter(|_| !is_one_group);
        let place = group.as_ref().and_then(|group| begun.get(group).copied());
        match place.and_then(|place: usize| units.get_mut(place)) {
            Some(unit) => {
                unit.boxes.push(boxed);
                unit.area = unit.area.union(area);
                unit.moves &= moves;
            }
            None => {
                begun.extend(group.map(|group| (group, units.len())));
                units.push(Unit {
                    boxes: vec![boxed],
                    area,
                    moves,
                });
            }
        }
    }
    units
}

/// The board in the numbers that `linter::tidy` takes.
fn told(editor: &Editor) -> Vec<f64> {
    let board = editor.board();
    let (screen, units) = (editor.screen(), units(editor));
    let mut told = vec![units.len() as f64, screen.width / screen.height.max(1.0)];
    let mut places = Map::new();
    for (place, unit) in units.iter().enumerate() {
        let beside = |role| matches!(role, Role::Govern | Role::Observe);
        let part = match unit.moves {
            false => 2.0,
            true if unit.boxes.iter().all(|(_, record)| beside(record.role)) => 1.0,
            true => 0.0,
        };
        let bottoms = unit.boxes.iter().map(|(_, record)| record.rect().bottom());
        let bottom = bottoms.fold(unit.area.top(), f64::max);
        let (at, size) = (unit.area.origin, unit.area.size);
        told.extend([at.x, at.y, size.width, size.height, bottom - at.y, part]);
        places.extend(unit.boxes.iter().map(|(id, _)| (id, place as f64)));
    }
    let place = |id: &BoxId| places.get(&id).copied().unwrap_or(-1.0);
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

fn area_with_words(record: &BoxRecord) -> Rect<Page> {
    let rect = record.rect();
    if record.constraints.is_empty() {
        return rect;
    }
    rect.union(scene::constraints_area(record).translate(record.at.to_vector()))
}
