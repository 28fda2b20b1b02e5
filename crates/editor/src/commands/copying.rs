//! Copies of what stands beside boxes and edges.

use board::{Board, Edit, FrameRecord, GroupId, Hold, NoteRecord, RecordId, StrokeId, StrokeRecord};
use geometry::{Page, Vector};
use sorted::Map;

use crate::commands::frames::fresh_frame_id;
use crate::commands::notes::fresh_note_id;
use crate::context::on_page;
use crate::holding::group_of;
use crate::item::standing;
use crate::{Item, Selection};

/// Copies belong to groups of their own, and are not locked.
pub(crate) struct Groups<'b> {
    board: &'b Board,
    copies: Map<GroupId, GroupId>,
}

impl<'b> Groups<'b> {
    pub(crate) fn new(board: &'b Board) -> Self {
        Self {
            board,
            copies: Map::new(),
        }
    }

    /// How the copy of something held so is held.
    pub(crate) fn copy(&mut self, hold: &Hold) -> Hold {
        let group = hold.group.as_ref().map(|group| {
            if let Some(copy) = self.copies.get(group) {
                return copy.clone();
            }
            let mut taken: Vec<_> = self.copies.values().cloned().collect();
            let here = standing(self.board);
            taken.extend(here.filter_map(|item| group_of(self.board, &item)));
            let copy = GroupId::fresh(group.as_str(), |id| taken.contains(id));
            self.copies.insert(group.clone(), copy.clone());
            copy
        });
        Hold { group, locked: false }
    }
}

/// Adds the notes, frames and strokes of `fragment` under new ids, `by` away from where they stood, and selects them.
pub(crate) fn copy_others(
    edit: &mut Edit,
    board: &Board,
    fragment: &Board,
    by: Vector<Page>,
    groups: &mut Groups<'_>,
    selection: &mut Selection,
) {
    let first = board.next_note_order();
    for ((old, note), nth) in fragment.notes_in_order().into_iter().zip(0_u32..) {
        let id = fresh_note_id(edit, board, old.as_str());
        let copy = NoteRecord {
            at: on_page(note.at + by).round(),
            order: first.saturating_add(nth),
            hold: groups.copy(&note.hold),
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
            hold: groups.copy(&frame.hold),
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
            hold: groups.copy(&stroke.hold),
            ..StrokeRecord::clone(stroke)
        };
        edit.put(board, RecordId::Stroke(id.clone()), copy.into());
        selection.insert(Item::Stroke(id));
    }
}
