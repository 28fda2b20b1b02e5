//! New places for boxes, shown before they are taken: `Enter` or a press takes them, `Escape` leaves all as it was.

use board::{BoxId, BoxRecord, Edit, Record, RecordId};
use geometry::{Camera, Page, Point, Rect};

use crate::commands::looking;
use crate::context::{Context, on_page};
use crate::tool::Tool;
use crate::{KeyPress, Phase, Pointer};

/// New places are shown.
#[derive(Clone, PartialEq, Debug)]
pub struct Tidying {
    edit: Edit,
    /// Where the boxes would stand.
    pub(crate) ghosts: Vec<Rect<Page>>,
    /// The view when it began.
    pub(crate) camera: Camera,
}

impl Tidying {
    /// Shows the boxes at their new `places`; nothing where they stand there already.
    pub(crate) fn new(places: &[(BoxId, Point<Page>)], context: &mut Context<'_>) -> Option<Self> {
        let mut edit = Edit::new();
        let mut ghosts = Vec::new();
        let mut stay = Vec::new();
        for (id, at) in places {
            let Some(record) = context.board().get_box(id) else {
                continue;
            };
            if record.at == *at || record.hold.locked {
                stay.push(record.rect());
                continue;
            }
            let moved = BoxRecord {
                at: on_page(*at),
                ..BoxRecord::clone(record)
            };
            ghosts.push(moved.rect());
            edit.put(context.board(), RecordId::Box(id.clone()), Record::from(moved));
        }
        if ghosts.is_empty() {
            context.announce("Everything is tidy already.");
            return None;
        }
        let camera = context.session.camera;
        // The new places are judged among those that stay.
        let all = ghosts.iter().chain(&stay).copied();
        if let Some(area) = Rect::enclosing(all) {
            looking::reveal_area(context, area);
        }
        Some(Self { edit, ghosts, camera })
    }

    pub(crate) fn pointer(self, pointer: &Pointer, context: &mut Context<'_>) -> Tool {
        match pointer.phase {
            Phase::Down => self.take(context),
            _ => Tool::Tidying(self),
        }
    }

    pub(crate) fn key(self, press: &KeyPress, context: &mut Context<'_>) -> Tool {
        match press.key.as_str() {
            "Enter" => self.take(context),
            _ => Tool::Tidying(self).cancel(context),
        }
    }

    // Tidying -> Idle
    fn take(self, context: &mut Context<'_>) -> Tool {
        let label = match self.ghosts.len() {
            1 => "Tidy 1 box".to_owned(),
            count => format!("Tidy {count} boxes"),
        };
        let selection = context.selection().clone();
        if context.commit(&label, self.edit, selection) {
            context.announce(label);
        }
        Tool::default()
    }
}
