//! Making something larger or smaller by a corner or a side: what is opposite stays, whatever way the pointer goes. With
//! Shift the proportion stays, with Alt the middle.

use board::{Change, Edit, Record, RecordId};
use geometry::{Page, Point, Rect, Size};

use crate::commands::sizing::{Least, least};
use crate::context::Context;
use crate::grips::Pull;
use crate::item::{area, called, placed};
use crate::snapping::{Axis, Guide, Lines};
use crate::tool::{Mark, Tool};
use crate::{Cursor, Phase, Pointer, Selection};

/// A corner or a side is pulled.
#[derive(Clone, PartialEq, Debug)]
pub struct Resizing {
    pub(crate) mark: Mark,
    pub(crate) guides: Vec<Guide>,
    /// What becomes another size, and the edges that touch it.
    pub(crate) lifted: Selection,
    /// Where the pointer took hold.
    grip: Point<Page>,
    pull: Pull,
    at_mark: (RecordId, Record),
    area: Rect<Page>,
    lines: Lines,
}

/// One direction of what is pulled: from `low` to `high` at the mark, by the end that `side` names.
struct Span {
    low: f64,
    high: f64,
    side: f64,
}

impl Resizing {
    /// Takes hold of a grip of the primary thing; nothing where that has no place.
    pub(crate) fn new(mark: Mark, pull: Pull, context: &Context<'_>) -> Option<Self> {
        let item = context.selection().primary.as_ref()?;
        let record = item.record(context.board())?;
        Some(Self {
            grip: context.session.camera.to_page(mark.at),
            pull,
            area: area(&record)?,
            lines: Lines::in_view(context, |other| other == item),
            at_mark: (item.record_id(), record),
            guides: Vec::new(),
            lifted: Selection::of([item.clone()]).with_edges_at(context.board()),
            mark,
        })
    }

    pub(crate) fn pointer(mut self, pointer: &Pointer, context: &mut Context<'_>) -> Tool {
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

    fn follow(&mut self, pointer: &Pointer, context: &mut Context<'_>) {
        let by = context.session.camera.to_page(pointer.at) - self.grip;
        let zoom = context.session.camera.zoom;
        let snaps = !pointer.modifiers.command();
        let rest = |side: f64, at, axis| match snaps {
            true => self.lines.rest(self.area, side > 0.0, at, axis, zoom),
            false => at,
        };
        let centred = pointer.modifiers.alt;
        let side = self.pull.side();
        let (start, end) = (self.area.origin, self.area.end());
        let across = Span::new(start.x, end.x, side.x);
        let along = Span::new(start.y, end.y, side.y);
        let (id, record) = &self.at_mark;
        let least = least(record);
        let mut width = across.pulled(rest(side.x, across.end() + by.x, Axis::Upright), centred);
        let mut height = along.pulled(rest(side.y, along.end() + by.y, Axis::Level), centred);
        if pointer.modifiers.shift {
            let scale = self.scale(width, height, &least);
            (width, height) = (across.length() * scale, along.length() * scale);
        } else {
            width = width.max(least.width.min(across.length()));
            height = height.max(least.height(width));
        }
        let spreads = centred || pointer.modifiers.shift;
        let left = across.start(width, centred, spreads);
        let top = along.start(height, centred, spreads);
        let rect = Rect::new(Point::new(left, top), Size::new(width, height));
        self.guides = match snaps {
            true => self.lines.guides_of_sides(rect, side),
            false => Vec::new(),
        };
        let change = Change {
            before: Some(record.clone()),
            after: placed(record, rect.origin, Some(self.size(rect.size))),
        };
        context.rework(Edit::from_changes([(id.clone(), change)]));
    }

    /// How many times as large it becomes in proportion: by the side that was pulled farther.
    fn scale(&self, width: f64, height: f64, least: &Least) -> f64 {
        let now = self.area.size;
        let (x, y) = (width / now.width, height / now.height);
        let farther = if (x - 1.0).abs() >= (y - 1.0).abs() { x } else { y };
        let floor = (least.width / now.width).max(least.height(now.width) / now.height);
        farther.max(floor.min(1.0))
    }

    /// The size to write down: what was not pulled stays as it was written, where the words ask for more than that.
    fn size(&self, size: Size) -> Size {
        let written = match &self.at_mark.1 {
            Record::Note(note) => note.size,
            _ => self.area.size,
        };
        let keep = |new: f64, shown: f64, written: f64| if new == shown { written } else { new };
        Size::new(
            keep(size.width, self.area.size.width, written.width),
            keep(size.height, self.area.size.height, written.height),
        )
    }
}

impl Span {
    fn new(low: f64, high: f64, side: f64) -> Self {
        Self { low, high, side }
    }

    fn length(&self) -> f64 {
        self.high - self.low
    }

    /// The end that is pulled.
    fn end(&self) -> f64 {
        if self.side < 0.0 { self.low } else { self.high }
    }

    /// How long it is once its end is at `to`.
    fn pulled(&self, to: f64, centred: bool) -> f64 {
        let farther = (to - self.end()) * self.side;
        self.length() + if centred { 2.0 * farther } else { farther }
    }

    /// Where it begins once it is so long: the end that is not pulled stays, or the middle. What is not pulled at all
    /// `spreads` to both ends, or grows at its high one.
    fn start(&self, length: f64, centred: bool, spreads: bool) -> f64 {
        let more = self.length() - length;
        match self.side {
            side if centred || (side == 0.0 && spreads) => self.low + more / 2.0,
            side if side < 0.0 => self.low + more,
            _ => self.low,
        }
    }
}
