//! Moving what is selected, or with Alt a copy of it: every move is worked out anew from where they stood at the mark.

use board::{Board, Change, Edit, Record, RecordId};
use geometry::{Page, Point, Rect, Vector};

use crate::commands::clipboard;
use crate::commands::naming::things_named;
use crate::context::Context;
use crate::holding::movable;
use crate::item::{area, moved};
use crate::snapping::{Lines, Snap};
use crate::tool::{Mark, Tool};
use crate::{Guide, Item, Phase, Pointer, Selection};

/// Boxes, notes and frames are lifted, or copies of them.
#[derive(Clone, PartialEq, Debug)]
pub struct Translating {
    pub(crate) mark: Mark,
    /// What is lifted, with the edges that touch it.
    pub(crate) lifted: Selection,
    /// How far they were carried.
    pub(crate) carried: Vector<Page>,
    pub(crate) guides: Vec<Guide>,
    /// Where the pointer took hold.
    grip: Point<Page>,
    at_mark: Vec<(RecordId, Record)>,
    /// What is selected, in words.
    named: String,
    bounds: Rect<Page>,
    /// The corner of what was taken hold of, which keeps to the grid.
    anchor: Point<Page>,
    lines: Lines,
    /// What is lifted where nothing is copied.
    own: Box<Selection>,
    /// A copy is lifted: of this, and what of it is selected.
    copy: Option<Box<(Board, Selection)>>,
}

impl Translating {
    /// Lifts what is selected by the item `grabbed`; nothing where that has no place of its own.
    pub(crate) fn new(mark: Mark, grabbed: &Item, context: &Context<'_>) -> Option<Self> {
        let board = context.board();
        let anchor = area(&grabbed.record(board)?)?.origin;
        let mut selection = context.selection().clone();
        selection.insert(grabbed.clone());
        let records: Vec<_> = selection
            .standing()
            .filter_map(|item| item.record(board))
            .collect();
        let named = things_named(board, records.iter());
        let selection = movable(board, context.index(), &selection);
        let at_mark: Vec<_> = selection
            .standing()
            .filter_map(|item| Some((item.record_id(), item.record(board)?)))
            .collect();
        let bounds = Rect::enclosing(at_mark.iter().filter_map(|(_, record)| area(record)))?;
        let lifted = selection.with_edges_at(board);
        Some(Self {
            grip: context.session.camera.to_page(mark.at),
            lines: Lines::in_view(context, |item| lifted.contains(item)),
            carried: Vector::default(),
            guides: Vec::new(),
            mark,
            named,
            own: Box::new(lifted.clone()),
            lifted,
            at_mark,
            bounds,
            anchor,
            copy: None,
        })
    }

    pub(crate) fn pointer(mut self, pointer: &Pointer, context: &mut Context<'_>) -> Tool {
        match pointer.phase {
            Phase::Move => {
                self.follow(pointer, context);
                Tool::Translating(self)
            }
            // Translating -> Idle
            Phase::Up => {
                self.follow(pointer, context);
                self.finish(context);
                Tool::default()
            }
            Phase::Down | Phase::Cancel => Tool::Translating(self),
        }
    }

    fn follow(&mut self, pointer: &Pointer, context: &mut Context<'_>) {
        let mut by = context.session.camera.to_page(pointer.at) - self.grip;
        if pointer.modifiers.shift {
            by = along_one_axis(by);
        }
        let snap = if pointer.modifiers.command() {
            Snap {
                by,
                guides: Vec::new(),
            }
        } else {
            let zoom = context.session.camera.zoom;
            self.lines.snap(self.bounds, self.anchor, by, zoom)
        };
        (self.carried, self.guides) = (snap.by, snap.guides);
        if pointer.modifiers.alt {
            return self.lift_copy(snap.by, context);
        }
        if self.copy.take().is_some() {
            self.lifted = Selection::clone(&self.own);
        }
        let changes = self.at_mark.iter().map(|(id, record)| {
            let change = Change {
                before: Some(record.clone()),
                after: moved(record, snap.by),
            };
            (id.clone(), change)
        });
        context.rework(Edit::from_changes(changes));
    }

    /// The originals lie as at the mark, and a copy of them is lifted.
    fn lift_copy(&mut self, by: Vector<Page>, context: &mut Context<'_>) {
        context.bail();
        let before = self.copy.take().map(|copy| copy.0);
        let Some(fragment) = before.or_else(|| clipboard::fragment(context)) else {
            return;
        };
        let (edit, selection) = clipboard::copies(context.board(), &fragment, by);
        self.lifted = selection.clone();
        self.copy = Some(Box::new((fragment, selection)));
        context.rework(edit);
    }

    fn finish(self, context: &mut Context<'_>) {
        let Some((fragment, copies)) = self.copy.map(|copy| *copy) else {
            return context.commit_gesture(&format!("Move {}", self.named));
        };
        let label = format!("Duplicate {}", clipboard::counted(&fragment));
        context.commit_gesture_and_select(&label, copies.clone());
        context.session.last_copy = Some((copies, self.bounds.origin));
    }
}

fn along_one_axis(by: Vector<Page>) -> Vector<Page> {
    if by.x.abs() >= by.y.abs() {
        Vector::new(by.x, 0.0)
    } else {
        Vector::new(0.0, by.y)
    }
}
