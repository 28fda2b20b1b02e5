//! New notes.

use board::{Board, Edit, NoteId, NoteLook, NoteRecord, RecordId};
use geometry::Rect;

use crate::context::{Context, on_page};
use crate::history::Run;
use crate::placement::{beside, exactly_or_near, nearest};
use crate::{Direction, Field, Item, Selection};

/// Places a note and starts writing it: where the pointer is, else below what is selected, else where there is room.
/// What is written at once is one step with it, so that taking that back leaves nothing.
pub(crate) fn place(context: &mut Context<'_>, look: NoteLook) {
    context.end_text();
    let board = context.board();
    let selected = context.selection().primary.as_ref();
    let beneath = selected.and_then(|item| context.index().rect(item));
    let at = match (context.session.pointer_on_page(), beneath) {
        // Plain words may stand on anything; a sheet would hide it.
        (Some(at), _) if look == NoteLook::Plain => on_page(at),
        (Some(at), _) => exactly_or_near(context.index(), Rect::new(on_page(at), look.size())),
        (None, Some(rect)) => beside(context.index(), rect, Direction::Down),
        (None, None) => nearest(context.index(), context.session.middle()),
    };
    let note = NoteRecord {
        order: board.next_note_order(),
        ..NoteRecord::new(look, at.round())
    };
    let mut edit = Edit::new();
    let id = fresh_note_id(&edit, board, look.as_str());
    let (item, on) = (Item::Note(id.clone()), RecordId::Note(id));
    edit.put(board, on.clone(), note.into());
    let run = Run::Typing(on.clone(), Some(Field::Label));
    if context.commit_run("Add note", edit, Selection::of([item.clone()]), Some(run)) {
        context.reveal_item(&item);
        context.announce("Write; Escape ends.");
        context.open_text(on, Field::Label);
    }
}

/// An id that neither `board` nor `edit` has.
pub(crate) fn fresh_note_id(edit: &Edit, board: &Board, stem: &str) -> NoteId {
    NoteId::fresh(stem, |id| {
        board.get_note(id).is_some() || edit.change(&RecordId::Note(id.clone())).is_some()
    })
}
