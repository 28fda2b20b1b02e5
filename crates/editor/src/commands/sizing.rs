//! How large things are: by keys, step by step, and as large as their text needs.

use board::{BoxRecord, Edit, Record};
use geometry::Size;
use scene::{fitting_size, least_height, least_width};

use crate::Direction;
use crate::commands::holding::LOCKED;
use crate::commands::naming::things_named;
use crate::context::Context;
use crate::history::Run;
use crate::item::{area, placed};
use crate::snapping::GRID;

/// The smallest sides of what holds no label, in page units.
const LEAST: Size = Size::new(64.0, 40.0);

/// How small something may become, so that its label can still be read.
pub(crate) struct Least<'r> {
    record: Option<&'r BoxRecord>,
    pub(crate) width: f64,
}

impl Least<'_> {
    /// The least height where it is so wide.
    pub(crate) fn height(&self, width: f64) -> f64 {
        self.record
            .map_or(LEAST.height, |record| least_height(record, width))
    }
}

/// How small the thing may become.
pub(crate) fn least(record: &Record) -> Least<'_> {
    match record {
        Record::Box(record) => Least {
            record: Some(record),
            width: least_width(record),
        },
        _ => Least {
            record: None,
            width: LEAST.width,
        },
    }
}

/// Makes what is selected wider, narrower, taller or shorter by one step of the grid; keys in a row are one step of undo.
pub(crate) fn stretch(context: &mut Context<'_>, toward: Direction) {
    let by = toward.unit() * GRID;
    resize_selected(context, Some(Run::Resizing), |record| {
        let now = area(record)?.size;
        let least = least(record);
        let width = (now.width + by.x).max(least.width.min(now.width));
        let height = (now.height + by.y).max(least.height(width));
        Some(Size::new(width, height))
    });
}

/// Gives what is selected the size that its text needs.
pub(crate) fn fit(context: &mut Context<'_>) {
    resize_selected(context, None, |record| match record {
        Record::Box(record) => Some(fitting_size(record)),
        Record::Note(note) => Some(note.look.size()),
        _ => None,
    });
}

/// Gives all that is selected the size that `size` says, its upper left corner where it is.
fn resize_selected(context: &mut Context<'_>, run: Option<Run>, size: impl Fn(&Record) -> Option<Size>) {
    let (board, selection) = (context.board(), context.selection().clone());
    let mut edit = Edit::new();
    let mut records = Vec::new();
    for item in selection.standing() {
        let Some(record) = item.record(board).filter(|record| !record.is_locked()) else {
            continue;
        };
        let at = area(&record).map(|area| area.origin);
        if let Some(record) = at.and_then(|at| placed(&record, at, Some(size(&record)?))) {
            edit.put(board, item.record_id(), record);
        }
        records.push(record);
    }
    if records.is_empty() && selection.stands() {
        return context.announce(LOCKED);
    }
    let label = format!("Resize {}", things_named(board, records.iter()));
    context.commit_run(&label, edit, selection, run);
    if let Some(item) = context.selection().primary.clone() {
        context.reveal_item(&item);
    }
}
