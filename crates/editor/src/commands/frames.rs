//! New frames: around what is selected, or where one was drawn.

use board::{Board, BoxRecord, Edit, FrameId, FrameRecord, Record, RecordId};
use geometry::{Page, Rect};
use scene::constraints_area;

use crate::context::{Context, on_page};
use crate::item::{area, carried};
use crate::{Field, Item, Selection};

/// Page units between a frame and what it is made around.
const ROOM: f64 = 32.0;

/// The area of what is selected, with the texts below boxes and some room; nothing where nothing stands there.
pub(crate) fn around(context: &Context<'_>) -> Option<Rect<Page>> {
    let board = context.board();
    let all = carried(board, context.index(), context.selection());
    let records = all.standing().filter_map(|item| item.record(board));
    let areas = records.filter_map(|record| match &record {
        Record::Box(record) => Some(with_words(record)),
        record => area(record),
    });
    Rect::enclosing(areas).map(|area| area.inflate(ROOM))
}

/// The area of a box with the text below it.
pub(crate) fn with_words(record: &BoxRecord) -> Rect<Page> {
    let words = constraints_area(record).translate(record.at.to_vector());
    match record.constraints.trim() {
        "" => record.rect(),
        _ => record.rect().union(words),
    }
}

/// Adds a frame around `area` and asks for its title.
pub(crate) fn add(context: &mut Context<'_>, area: Rect<Page>) {
    let board = context.board();
    let area = Rect::new(on_page(area.origin).round(), area.size);
    let frame = FrameRecord {
        order: board.next_frame_order(),
        ..FrameRecord::new(area)
    };
    let mut edit = Edit::new();
    let id = fresh_frame_id(&edit, board, "frame");
    let (item, on) = (Item::Frame(id.clone()), RecordId::Frame(id));
    edit.put(board, on.clone(), frame.into());
    if context.commit("Add frame", edit, Selection::of([item])) {
        context.begin_text(on, Field::Label);
    }
}

/// An id that neither `board` nor `edit` has.
pub(crate) fn fresh_frame_id(edit: &Edit, board: &Board, stem: &str) -> FrameId {
    FrameId::fresh(stem, |id| {
        board.get_frame(id).is_some() || edit.change(&RecordId::Frame(id.clone())).is_some()
    })
}
