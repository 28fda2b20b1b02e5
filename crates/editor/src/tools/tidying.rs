//! New places for boxes, shown before they are taken: `Enter` or a press takes them, `Escape` leaves all as it was.

use board::{Board, BoxId, BoxRecord, Edit, GroupId, Record, RecordId};
use geometry::{Camera, Page, Point, Rect, Vector};

use crate::commands::holding::and_locked;
use crate::commands::looking;
use crate::context::{Context, on_page};
use crate::holding::{group_of, is_locked};
use crate::item::{area, moved, standing};
use crate::tool::Tool;
use crate::{Effect, Item, KeyPress, Phase, Pointer};

/// New places are shown.
#[derive(Clone, PartialEq, Debug)]
pub struct Tidying {
    edit: Edit,
    boxes: usize,
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
        let mut groups = Vec::new();
        for (id, at) in places {
            let Some(record) = context.board().get_box(id) else {
                continue;
            };
            if record.at == *at || record.hold.locked {
                stay.push(record.rect());
                continue;
            }
            let tidy = BoxRecord {
                at: on_page(*at),
                ..BoxRecord::clone(record)
            };
            ghosts.push(tidy.rect());
            groups.extend(
                record
                    .hold
                    .group
                    .clone()
                    .map(|group| (group, tidy.at - record.at)),
            );
            edit.put(context.board(), RecordId::Box(id.clone()), Record::from(tidy));
        }
        let boxes = ghosts.len();
        if boxes == 0 {
            context.announce("Everything is tidy already.");
            and_locked(context, "Everything is tidy already", locked(context));
            return None;
        }
        for (item, by) in beside(context.board(), &groups) {
            if let Some(moved) = item.record(context.board()).and_then(|record| moved(&record, by)) {
                ghosts.extend(area(&moved));
                edit.put(context.board(), item.record_id(), moved);
            }
        }
        let camera = context.session.camera;
        // The new places are judged among those that stay.
        let all = ghosts.iter().chain(&stay).copied();
        if let Some(area) = Rect::enclosing(all) {
            looking::reveal_area(context, area);
        }
        Some(Self {
            edit,
            boxes,
            ghosts,
            camera,
        })
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
        let label = match self.boxes {
            1 => "Tidy 1 box".to_owned(),
            count => format!("Tidy {count} boxes"),
        };
        let selection = context.selection().clone();
        if context.commit(&label, self.edit, selection) {
            context.effect(Effect::Glide);
            context.announce(label.as_str());
            and_locked(context, &label, locked(context));
        }
        Tool::default()
    }
}

/// What stands beside the boxes of a group goes where these go, if they all go the same way.
fn beside(board: &Board, groups: &[(GroupId, Vector<Page>)]) -> Vec<(Item, Vector<Page>)> {
    let free = standing(board).filter(|item| !matches!(item, Item::Box(_)) && !is_locked(board, item));
    free.filter_map(|item| {
        let own = group_of(board, &item)?;
        let mut ways = groups
            .iter()
            .filter(|(group, _)| *group == own)
            .map(|(_, by)| *by);
        let by = ways.next()?;
        ways.all(|other| (other - by).length() < 0.01)
            .then_some((item, by))
    })
    .collect()
}

/// How many boxes are meant and locked: of those selected, or of all where fewer than two are.
fn locked(context: &Context<'_>) -> usize {
    let chosen = &context.selection().boxes;
    let boxes = context.board().boxes().filter(|(_, record)| record.hold.locked);
    boxes
        .filter(|(id, _)| chosen.len() < 2 || chosen.contains(id))
        .count()
}
