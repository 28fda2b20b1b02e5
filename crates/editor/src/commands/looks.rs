//! Looks: what a person sees of a thing apart from its place and its words, taken from one and given to others.

use board::{BoxRecord, EdgeRecord, EdgeWay, Edit, FrameRecord, NoteLook, NoteRecord, Record};
use geometry::{Page, Point, Size};

use crate::Item;
use crate::commands::holding::{LOCKED, and_locked};
use crate::commands::naming::{edge_name, things_named};
use crate::commands::sizing::least;
use crate::context::Context;
use crate::item::called;

/// The look that was copied: of what, and as far as that showed it, for each kind of thing.
#[derive(Clone, Debug, Default)]
pub(crate) struct CopiedLook {
    of: String,
    of_box: Option<Size>,
    of_frame: Option<Size>,
    of_note: Option<(NoteLook, Size)>,
    of_edge: Option<EdgeWay>,
}

/// Keeps the look of what is selected; of several of one kind that of the primary one.
pub(crate) fn copy(context: &mut Context<'_>) {
    let (board, selection) = (context.board(), context.selection());
    let primary = selection.primary.clone();
    let items = primary.into_iter().chain(selection.items());
    let records: Vec<_> = items.filter_map(|item| item.record(board)).collect();
    let mut look = CopiedLook::default();
    for record in &records {
        look.take(record);
    }
    look.of = match records.first() {
        Some(Record::Edge(edge)) => edge_name(board, edge),
        Some(record) => called(record),
        None => return context.announce("Select the thing whose look is to be copied."),
    };
    if look.is_empty() {
        return context.announce(format!("A {} has no look of its own.", look.of));
    }
    let words = format!("Copied the look of {}.", look.of);
    context.session.look = look;
    context.announce(words);
}

/// Gives what is selected the look that was copied, its middle where it is; what is locked keeps its own.
pub(crate) fn paste(context: &mut Context<'_>) {
    let look = context.session.look.clone();
    if look.is_empty() {
        return context.announce("Ctrl+Alt+C copies a look first.");
    }
    let (board, selection) = (context.board(), context.selection().clone());
    let mut edit = Edit::new();
    let mut given = Vec::new();
    let mut locked = 0;
    for item in selection.items() {
        let Some(record) = item.record(board) else {
            continue;
        };
        let Some(after) = look.give(&record) else { continue };
        if record.is_locked() {
            locked += 1;
            continue;
        }
        edit.put(board, item.record_id(), after);
        given.push(record);
    }
    if given.is_empty() {
        return match locked {
            0 => context.announce(format!("Nothing selected can look like {}.", look.of)),
            _ => context.announce(LOCKED),
        };
    }
    let label = format!(
        "Give {} the look of {}",
        things_named(board, given.iter()),
        look.of
    );
    let primary: Option<Item> = selection.primary.clone();
    if context.commit(&label, edit, selection) {
        and_locked(context, &label, locked);
        primary.iter().for_each(|item| context.reveal_item(item));
    }
}

impl CopiedLook {
    fn is_empty(&self) -> bool {
        self.of_box.is_none() && self.of_frame.is_none() && self.of_note.is_none() && self.of_edge.is_none()
    }

    /// Takes what `record` shows, unless another of its kind did.
    fn take(&mut self, record: &Record) {
        match record {
            Record::Box(record) => self.of_box = self.of_box.or(Some(record.size)),
            Record::Frame(frame) => self.of_frame = self.of_frame.or(Some(frame.size)),
            Record::Note(note) => self.of_note = self.of_note.or(Some((note.look, note.size))),
            Record::Edge(edge) => self.of_edge = self.of_edge.or(Some(edge.way)),
            _ => {}
        }
    }

    /// `record` with this look; nothing where that says nothing of its kind.
    fn give(&self, record: &Record) -> Option<Record> {
        match record {
            Record::Box(before) => {
                let (size, least) = (self.of_box?, least(record));
                let width = size.width.max(least.width);
                let size = Size::new(width, size.height.max(least.height(width)));
                Some(Record::from(BoxRecord {
                    at: middle_kept(before.at, before.size, size),
                    size,
                    ..BoxRecord::clone(before)
                }))
            }
            Record::Frame(before) => {
                let size = self.of_frame?;
                Some(Record::from(FrameRecord {
                    at: middle_kept(before.at, before.size, size),
                    size,
                    ..FrameRecord::clone(before)
                }))
            }
            Record::Note(before) => {
                let (look, size) = self.of_note?;
                Some(Record::from(NoteRecord {
                    look,
                    at: middle_kept(before.at, before.size, size),
                    size,
                    ..NoteRecord::clone(before)
                }))
            }
            Record::Edge(before) => Some(Record::from(EdgeRecord {
                way: self.of_edge?,
                ..EdgeRecord::clone(before)
            })),
            _ => None,
        }
    }
}

/// Where the corner goes when the size changes and the middle stays.
fn middle_kept(at: Point<Page>, before: Size, after: Size) -> Point<Page> {
    Point::new(
        at.x + (before.width - after.width) / 2.0,
        at.y + (before.height - after.height) / 2.0,
    )
}
