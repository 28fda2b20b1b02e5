//! Copying and pasting: a fragment is a small board in the file's own format; other text is read as a sketch or as
//! lines of the one-line notation.

use std::sync::Arc;

use board::line::Line;
use board::{Board, BoxId, BoxRecord, EdgeKind, EdgeRecord, Edit, Record, RecordId, Role, file, sketch};
use geometry::{Page, Point, Rect, Vector};
use scene::board_extent;
use sorted::Map;

use crate::commands::copying::{Groups, copy_others};
use crate::commands::join::fresh_edge_id;
use crate::commands::place::fresh_box_id;
use crate::commands::structure::delete;
use crate::commands::ways::usual_way;
use crate::context::{Context, on_page};
use crate::index::Index;
use crate::item::{area, carried, standing};
use crate::placement::Places;
use crate::tools::marquee::edges_among;
use crate::{Effect, Item, Selection};

/// How far each copy lands from the one before, in page units.
const OFFSET: f64 = 24.0;

/// Hands the selection out as text.
pub(crate) fn copy(context: &mut Context<'_>) {
    match fragment(context) {
        Some(fragment) => {
            let what = counted(&fragment);
            context.session.pastes = 0;
            context.effect(Effect::CopyText(file::write(&fragment, &[])));
            context.announce(format!("{what} copied."));
        }
        None => context.announce("Select what to copy."),
    }
}

/// Hands the selection out and takes it away.
pub(crate) fn cut(context: &mut Context<'_>) {
    if context.selection().stands() {
        copy(context);
        delete(context, "Cut");
    }
}

/// Copies the selection next to itself. Where that is the copy made last, the next one lands as far from it as it was
/// brought from its original.
pub(crate) fn duplicate(context: &mut Context<'_>) {
    let Some(fragment) = fragment(context) else {
        return context.announce("Select what to duplicate.");
    };
    let Some(origin) = bounds(&fragment).map(|bounds| bounds.origin) else {
        return;
    };
    let last = context.session.last_copy.as_ref();
    let last = last.filter(|(copy, _)| copy.standing().eq(context.selection().standing()));
    let by = last.map_or(Vector::new(OFFSET, OFFSET), |(_, from)| origin - *from);
    put_down(context, "Duplicate", &fragment, by);
    context.session.last_copy = Some((context.selection().clone(), origin));
}

/// Puts a fragment, a whole board or lines of text on the board.
pub(crate) fn paste(context: &mut Context<'_>, text: &str) {
    let fragment = file::read(text).map(|opened| opened.board);
    match fragment {
        Ok(fragment) if standing(&fragment).next().is_some() => {
            let by = paste_offset(context, &fragment);
            context.session.pastes = context.session.pastes.saturating_add(1);
            put_down(context, "Paste", &fragment, by);
        }
        Ok(_) => context.announce("There is nothing to paste."),
        Err(_) if text.trim_start().starts_with('{') => {
            context.announce("That is no board that can be read.")
        }
        Err(_) => match sketch::read(text) {
            Ok(fragment) if fragment.boxes().len() > 0 => paste_sketch(context, &fragment),
            _ => paste_lines(context, text),
        },
    }
}

/// Puts all that stands on the board that `text` writes on this one, and says `said`.
pub(crate) fn put_down_board(context: &mut Context<'_>, text: &str, said: String) {
    match file::read(text) {
        Ok(opened) if standing(&opened.board).next().is_some() => {
            paste_sketch(context, &opened.board);
            context.announce(said);
        }
        _ => context.announce("There is nothing to paste."),
    }
}

/// A sketch goes where the pointer is, or below all that is there.
fn paste_sketch(context: &mut Context<'_>, fragment: &Board) {
    const GAP: f64 = 160.0;
    let below = match (board_extent(context.board()), board_extent(fragment)) {
        (Some(there), Some(new)) => Point::new(there.left(), there.bottom() + GAP) - new.origin,
        _ => Vector::new(0.0, 0.0),
    };
    let by = match context.session.pointer {
        Some(_) => paste_offset(context, fragment),
        None => below,
    };
    put_down(context, "Paste", fragment, by);
}

/// What is selected, with what lies in frames of it and the edges between its boxes, as a board.
pub(crate) fn fragment(context: &Context<'_>) -> Option<Board> {
    let board = context.board();
    let selection = carried(board, context.index(), context.selection());
    let mut edit = Edit::new();
    let mut fragment = Board::default();
    for item in selection.standing() {
        if let Some(record) = item.record(board) {
            edit.put(&fragment, item.record_id(), record);
        }
    }
    for id in edges_among(board, &selection.boxes) {
        if let Some(record) = board.get_edge(&id) {
            edit.put(&fragment, RecordId::Edge(id), Record::Edge(Arc::clone(record)));
        }
    }
    (!edit.is_empty() && fragment.apply(&edit).is_ok()).then_some(fragment)
}

fn paste_offset(context: &Context<'_>, fragment: &Board) -> Vector<Page> {
    let again = f64::from(context.session.pastes.min(1000)) * OFFSET;
    let again = Vector::new(again, again);
    match (context.session.pointer_on_page(), bounds(fragment)) {
        (Some(at), Some(bounds)) => (at - bounds.center()) + again,
        _ => Vector::new(OFFSET, OFFSET) + again,
    }
}

/// What all that stands on `fragment` covers.
pub(crate) fn bounds(fragment: &Board) -> Option<Rect<Page>> {
    Rect::enclosing(standing(fragment).filter_map(|item| area(&item.record(fragment)?)))
}

/// `3 boxes`, or `3 things` where there are others among them.
pub(crate) fn counted(fragment: &Board) -> String {
    let count = standing(fragment).count();
    let boxes = count == fragment.boxes().len();
    match (count, boxes) {
        (1, true) => "1 box".to_owned(),
        (1, false) => "1 thing".to_owned(),
        (several, true) => format!("{several} boxes"),
        (several, false) => format!("{several} things"),
    }
}

/// Adds all that stands on `fragment`, and its edges, under new ids, `by` away from where they stood.
fn put_down(context: &mut Context<'_>, verb: &str, fragment: &Board, by: Vector<Page>) {
    let (edit, selection) = copies(context.board(), fragment, by);
    let label = format!("{verb} {}", counted(fragment));
    if context.commit(&label, edit, selection) {
        reveal_selected(context);
    }
}

/// The edit that adds to `board` all that stands on `fragment`, and its edges, and what is selected then.
pub(crate) fn copies(board: &Board, fragment: &Board, by: Vector<Page>) -> (Edit, Selection) {
    let mut edit = Edit::new();
    let mut ids = Map::new();
    let mut groups = Groups::new(board);
    let first = board.next_box_order();
    for ((old, record), nth) in fragment.boxes_in_order().into_iter().zip(0_u32..) {
        let id = fresh_box_id(&edit, board, old.as_str());
        let copy = BoxRecord {
            at: on_page(record.at + by).round(),
            order: first.saturating_add(nth),
            hold: groups.copy(&record.hold),
            ..BoxRecord::clone(record)
        };
        edit.put(board, RecordId::Box(id.clone()), Record::from(copy));
        ids.insert(old.clone(), id);
    }
    let first = board.next_edge_order();
    let mut selection = Selection::default();
    for ((_, record), nth) in fragment.edges_in_order().into_iter().zip(0_u32..) {
        if let (Some(from), Some(to)) = (ids.get(&record.from), ids.get(&record.to)) {
            let id = fresh_edge_id(&edit, board, from, to);
            let copy = EdgeRecord {
                from: from.clone(),
                to: to.clone(),
                order: first.saturating_add(nth),
                ..EdgeRecord::clone(record)
            };
            edit.put(board, RecordId::Edge(id.clone()), Record::from(copy));
            selection.insert(Item::Edge(id));
        }
    }
    ids.values()
        .for_each(|id| selection.insert(Item::Box(id.clone())));
    copy_others(&mut edit, board, fragment, by, &mut groups, &mut selection);
    (edit, selection)
}

fn reveal_selected(context: &mut Context<'_>) {
    let here = context.selection().standing();
    let areas = here.filter_map(|item| context.index().rect(&item));
    if let Some(area) = Rect::enclosing(areas) {
        context.reveal(area);
    }
}

/// Each line makes a box, or joins two boxes by their names.
fn paste_lines(context: &mut Context<'_>, text: &str) {
    const MOST_LINES: usize = 500;
    let mut draft = Draft::new(context);
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    for line in lines.by_ref().take(MOST_LINES) {
        if arrow(line).is_none() {
            draft.add(line);
        }
        // A chain joins each box to the next.
        let mut rest = line;
        while let Some((from, kind, to)) = arrow(rest) {
            draft.join(from, kind, arrow(to).map_or(to, |(end, ..)| end));
            rest = to;
        }
    }
    let left_out = lines.count();
    let (edit, selection) = (draft.edit, draft.selection);
    let count = edit.changes().len();
    if context.commit("Paste lines", edit, selection) {
        reveal_selected(context);
        context.announce(format!("Pasted {count} boxes and edges."));
        if left_out > 0 {
            context.effect(Effect::Warn(format!(
                "Pasted the first {MOST_LINES} lines, {count} boxes and edges. {left_out} more lines are left out: \
                 paste them on their own."
            )));
        }
    }
}

/// Boxes and edges to be, as the lines of a pasted text add them.
struct Draft<'c> {
    board: &'c Board,
    edit: Edit,
    selection: Selection,
    /// Where everything is, with the new boxes.
    index: Index,
    places: Places,
    /// The boxes by lower-case label and by id.
    names: Map<String, BoxId>,
    /// The orders of the next box and the next edge.
    order: u32,
    edge_order: u32,
}

impl<'c> Draft<'c> {
    fn new(context: &'c Context<'_>) -> Self {
        let board = context.board();
        let mut names = Map::new();
        for (id, record) in board.boxes() {
            names.insert(id.as_str().to_ascii_lowercase(), id.clone());
            names.insert(record.label.trim().to_ascii_lowercase(), id.clone());
        }
        let at = context.session.pointer_on_page();
        Self {
            board,
            edit: Edit::new(),
            selection: Selection::default(),
            index: context.index().clone(),
            places: Places::near(at.unwrap_or_else(|| context.session.middle())),
            names,
            order: board.next_box_order(),
            edge_order: board.next_edge_order(),
        }
    }

    fn add(&mut self, line: &str) -> BoxId {
        let line = Line::read(line);
        let mut record = BoxRecord::new(line.role.unwrap_or(Role::Process), self.places.next(&self.index));
        record.order = self.order;
        self.order = self.order.saturating_add(1);
        line.apply_to(&mut record);
        let id = fresh_box_id(&self.edit, self.board, &record.label);
        self.index.place(&id, record.rect());
        self.names
            .insert(record.label.trim().to_ascii_lowercase(), id.clone());
        self.edit
            .put(self.board, RecordId::Box(id.clone()), Record::from(record));
        self.selection.insert(Item::Box(id.clone()));
        id
    }

    /// The box that a line names, made where there is none.
    fn named(&mut self, text: &str) -> BoxId {
        match self.names.get(&text.trim().to_ascii_lowercase()) {
            Some(id) => id.clone(),
            None => self.add(text),
        }
    }

    fn join(&mut self, from: &str, kind: EdgeKind, to: &str) {
        let (_, from) = quoted(from);
        let (label, to) = quoted(to);
        let target = Line::read(&to);
        let (from, to) = (self.named(&from), self.named(&target.label));
        if from != to {
            let id = fresh_edge_id(&self.edit, self.board, &from, &to);
            let mut record = EdgeRecord::new(from, to, kind);
            record.label = label;
            record.constraints = target.constraints;
            record.owner = target.owner;
            record.because = target.because;
            record.way = usual_way(self.board);
            record.order = self.edge_order;
            self.edge_order = self.edge_order.saturating_add(1);
            self.edit
                .put(self.board, RecordId::Edge(id), Record::from(record));
        }
    }
}

/// What stands in quotes behind the name of a box, and the text without it.
fn quoted(text: &str) -> (String, String) {
    let name_end = text.find(':').unwrap_or(text.len());
    let parts = text.split_once('"').filter(|(name, _)| name.len() < name_end);
    match parts.and_then(|(name, rest)| Some((name, rest.split_once('"')?))) {
        Some((name, (label, rest))) => (label.to_owned(), format!("{}{rest}", name.trim_end())),
        None => (String::new(), text.to_owned()),
    }
}

/// The two sides of the first arrow of a line, and its kind.
fn arrow(line: &str) -> Option<(&str, EdgeKind, &str)> {
    let kinds = [
        (" -failure-> ", EdgeKind::Failure),
        (" -control-> ", EdgeKind::Control),
        (" -> ", EdgeKind::Data),
        (" → ", EdgeKind::Data),
    ];
    let arrows = kinds.into_iter().filter_map(|(arrow, kind)| {
        let (from, to) = line.split_once(arrow)?;
        // An arrow after an owner is a hand-off, and one inside a box's own line is text.
        let is_name = !from.contains(['@', ':', '[']) && !to.trim().is_empty();
        is_name.then_some((from, kind, to))
    });
    arrows.min_by_key(|(from, ..)| from.len())
}
