//! Making something larger or smaller by a corner: the opposite corner stays, whatever way the pointer goes.

use board::{Change, Edit, Record, RecordId};
use geometry::{Page, Point, Rect, Size};

use crate::context::Context;
use crate::hit_test::Pull;
use crate::item::{area, called, placed};
use crate::snapping::GRID;
use crate::tool::{Mark, Tool};
use crate::{Cursor, Phase, Pointer};

/// The smallest side of anything, in page units.
const LEAST: Size = Size::new(64.0, 40.0);

/// A corner is pulled.
#[derive(Clone, PartialEq, Debug)]
pub struct Resizing {
    pub(crate) mark: Mark,
    /// Where the pointer took hold.
    grip: Point<Page>,
    pull: Pull,
    at_mark: (RecordId, Record),
    area: Rect<Page>,
}

impl Resizing {
    /// Takes hold of a corner of the primary thing; nothing where that has no place.
    pub(crate) fn new(mark: Mark, pull: Pull, context: &Context<'_>) -> Option<Self> {
        let item = context.selection().primary.as_ref()?;
        let record = item.record(context.board())?;
        Some(Self {
            grip: context.session.camera.to_page(mark.at),
            pull,
            area: area(&record)?,
            at_mark: (item.record_id(), record),
            mark,
        })
    }

    pub(crate) fn pointer(self, pointer: &Pointer, context: &mut Context<'_>) -> Tool {
        match pointer.phase {
            Phase::Move => {
                self.follow(pointer, context);
                Tool::Resizing(self)
            }
            // Resizing -> Idle
            Phase::Up => {
                self.follow(pointer, context);
                context.commit_gesture(&format!("Resize {}", called(&self.at_mark.1)));
                Tool::default()
            }
            Phase::Down | Phase::Cancel => Tool::Resizing(self),
        }
    }

    /// What the pointer looks like.
    pub(crate) fn cursor(&self) -> Cursor {
        self.pull.cursor()
    }

    fn follow(&self, pointer: &Pointer, context: &mut Context<'_>) {
        let by = context.session.camera.to_page(pointer.at) - self.grip;
        let on_grid = !pointer.modifiers.command();
        let side = self.pull.side();
        let across = (self.area.left(), self.area.right());
        let along = (self.area.top(), self.area.bottom());
        let (left, right) = stretched(across, by.x, side.x, LEAST.width, on_grid);
        let (top, bottom) = stretched(along, by.y, side.y, LEAST.height, on_grid);
        let (id, record) = &self.at_mark;
        let size = Size::new(right - left, bottom - top);
        let change = Change {
            before: Some(record.clone()),
            after: placed(record, Point::new(left, top), Some(size)),
        };
        context.rework(Edit::from_changes([(id.clone(), change)]));
    }
}

/// The ends of a side of which one is pulled by `by`, at least `least` apart.
fn stretched((low, high): (f64, f64), by: f64, side: f64, least: f64, on_grid: bool) -> (f64, f64) {
    let rest = |at: f64| match on_grid {
        true => (at / GRID).round() * GRID,
        false => at,
    };
    if side < 0.0 {
        (rest(low + by).min(high - least), high)
    } else {
        (low, rest(high + by).max(low + least))
    }
}
