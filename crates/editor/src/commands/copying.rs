//! Copies of what stands beside boxes and edges.

use board::{Board, Edit, FrameRecord, NoteRecord, RecordId, StrokeId, StrokeRecord};
use geometry::{Page, Vector};

use crate::commands::frames::fresh_frame_id;
use crate::commands::notes::fresh_note_id;
use crate::context::on_page;
use crate::{Item, Selection};

/// Adds the notes, frames and strokes of `fragment` under new ids, `by` away from where they stood, and selects them.
pub(crate) fn copy_others(
    edit: &mut Edit,
    board: &Board,
    fragment: &Board,
    by: Vector<Page>,
    selection: &mut Selection,
) {
    let first = board.next_note_order();
    for ((old, note), nth) in fragment.notes_in_order().into_iter().zip(0_u32..) {
        let id = fresh_note_id(edit, board, old.as_str());
        let copy = NoteRecord {
            at: on_page(note.at + by).round(),
            order: first.saturating_add(nth),
            ..NoteRecord::clone(note)
        };
        edit.put(board, RecordId::Note(id.clone()), copy.into());
        selection.insert(Item::Note(id));
    }
    let first = board.next_frame_order();
    for ((old, frame), nth) in fragment.frames_in_order().into_iter().zip(0_u32..) {
        let id = fresh_frame_id(edit, board, old.as_str());
        let copy = FrameRecord {
            at: on_page(frame.at + by).round(),
            order: first.saturating_add(nth),
            ..FrameRecord::clone(frame)
        };
        edit.put(board, RecordId::Frame(id.clone()), copy.into());
        selection.insert(Item::Frame(id));
    }
    let first = board.next_stroke_order();
    for ((old, stroke), nth) in fragment.strokes_in_order().into_iter().zip(0_u32..) {
        let id = StrokeId::fresh(old.as_str(), |id| {
            board.get_stroke(id).is_some() || edit.change(&RecordId::Stroke(id.clone())).is_some()
        });
        let copy = StrokeRecord {
            points: stroke.points.iter().map(|point| on_page(*point + by)).collect(),
            order: first.saturating_add(nth),
            ..StrokeRecord::clone(stroke)
        };
        edit.put(board, RecordId::Stroke(id.clone()), copy.into());
        selection.insert(Item::Stroke(id));
    }
}
