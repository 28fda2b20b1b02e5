//! Swim lanes: all boxes laid into titled frames one below the other, by who owns them or by their plane. Who stood left
//! of whom still does.

use std::sync::Arc;

use board::{Board, BoxId, BoxRecord, Edit, FrameId, FrameRecord, Record, RecordId, Role};
use geometry::{Page, Point, Rect, Size};
use sorted::{Map, rank_of, ranked};

use crate::commands::frames::{fresh_frame_id, with_words};
use crate::commands::looking;
use crate::context::{Context, on_page};
use crate::{LanesBy, Selection};

/// Page units between a lane's line and what lies in it.
const ROOM: f64 = 36.0;
/// Page units between two lanes: the title of the lower one stands there.
const BETWEEN: f64 = 52.0;
/// Page units between two columns, where arrows carry their words.
const ACROSS: f64 = 152.0;
/// Page units between two boxes of a column in one lane, below the text of the upper one.
const BELOW: f64 = 44.0;
/// Boxes whose middles are nearer than this stand in one column.
const COLUMN: f64 = 110.0;

/// A box to be laid, and its column counted from the left.
struct Laid {
    id: BoxId,
    record: Arc<BoxRecord>,
    column: usize,
}

/// A lane: its title and its boxes from the left, in a column from above.
struct Lane {
    title: String,
    boxes: Vec<Laid>,
}

/// Lays all boxes that are not locked into lanes, as one step.
pub(crate) fn lay(context: &mut Context<'_>, by: LanesBy) {
    let board = context.board();
    let boxes = board.boxes().filter(|(_, record)| !record.hold.locked);
    let boxes: Vec<_> = boxes
        .map(|(id, record)| (id.clone(), Arc::clone(record)))
        .collect();
    let Some(area) = Rect::enclosing(boxes.iter().map(|(_, record)| record.rect())) else {
        return context.announce("There is no box yet.");
    };
    let (lefts, lanes) = arranged(boxes, area.left(), by);
    let mut edit = Edit::new();
    let mut old = outgrown(board);
    let mut top = area.top() - ROOM;
    let next = board.next_frame_order();
    for (lane, nth) in lanes.into_iter().zip(0_u32..) {
        let frame = put(&mut edit, board, &lane, &lefts, top);
        top = frame.bottom() + BETWEEN;
        let again = old.iter().position(|(_, title)| *title == lane.title);
        let id = match again {
            Some(at) => old.swap_remove(at).0,
            None => fresh_frame_id(&edit, board, &lane.title),
        };
        let before = board.get_frame(&id).map(|frame| FrameRecord::clone(frame));
        let record = FrameRecord {
            title: lane.title,
            at: frame.origin,
            size: frame.size,
            ..before.unwrap_or_else(|| FrameRecord {
                order: next.saturating_add(nth),
                ..FrameRecord::new(frame)
            })
        };
        edit.put(board, RecordId::Frame(id.clone()), record.into());
    }
    for (id, _) in old {
        edit.remove(board, RecordId::Frame(id));
    }
    if context.commit(by.label(), edit, Selection::default()) {
        looking::fit(context);
    }
}

/// The frames that hold boxes, of which none is to stay where it is: lanes take their place.
fn outgrown(board: &Board) -> Vec<(FrameId, String)> {
    let holds = |frame: &FrameRecord| {
        let mut inside = board
            .boxes()
            .filter(|(_, record)| frame.rect().encloses(&record.rect()))
            .peekable();
        inside.peek().is_some() && inside.all(|(_, record)| !record.hold.locked)
    };
    let frames = board.frames_in_order().into_iter();
    let frames = frames.filter(|(_, frame)| !frame.hold.locked && holds(frame));
    frames
        .map(|(id, frame)| (id.clone(), frame.title.clone()))
        .collect()
}

/// The left and the width of each column, and the lanes in their order from above: whose box is farthest left comes
/// first.
fn arranged(boxes: Vec<(BoxId, Arc<BoxRecord>)>, left: f64, by: LanesBy) -> (Vec<(f64, f64)>, Vec<Lane>) {
    let middle = |record: &BoxRecord| record.rect().center();
    let from_above = ranked(boxes, |(_, record)| rank_of(middle(record).y));
    let from_left = ranked(from_above, |(_, record)| rank_of(middle(record).x));
    let mut columns: Vec<(f64, f64)> = Vec::new();
    let mut begun = f64::NEG_INFINITY;
    let mut lanes: Vec<(u8, Lane)> = Vec::new();
    let mut known: Map<(u8, String), usize> = Map::new();
    for (id, record) in from_left {
        let at = middle(&record).x;
        if at - begun > COLUMN {
            let next = columns.last().map_or(left, |(left, width)| {
                (left + width + ACROSS).max(left + (at - begun) - COLUMN)
            });
            columns.push((next, 0.0));
            begun = at;
        }
        if let Some((_, width)) = columns.last_mut() {
            *width = width.max(record.size.width);
        }
        let column = columns.len() - 1;
        let (place, title) = by.lane_of(&record);
        let at = *known.get_or_insert_with((place, title.clone()), || lanes.len());
        if at == lanes.len() {
            let boxes = Vec::new();
            lanes.push((place, Lane { title, boxes }));
        }
        if let Some((_, lane)) = lanes.get_mut(at) {
            lane.boxes.push(Laid { id, record, column });
        }
    }
    let lanes = ranked(lanes, |(place, _)| u64::from(*place));
    (columns, lanes.into_iter().map(|(_, lane)| lane).collect())
}

/// Adds to `edit` that the boxes of `lane` stand below `top`; gives the area of its frame.
fn put(edit: &mut Edit, board: &Board, lane: &Lane, columns: &[(f64, f64)], top: f64) -> Rect<Page> {
    let mut bottoms: Map<usize, f64> = Map::new();
    let mut lowest = top + ROOM;
    for laid in ranked(lane.boxes.iter(), |laid| rank_of(laid.record.at.y)) {
        let (left, width) = columns.get(laid.column).copied().unwrap_or_default();
        let bottom = bottoms.get(&laid.column).copied();
        let y = bottom.map_or(top + ROOM, |bottom| bottom + BELOW);
        let aside = (width - laid.record.size.width) / 2.0;
        let record = BoxRecord {
            at: on_page(Point::new(left + aside, y)).round(),
            ..BoxRecord::clone(&laid.record)
        };
        let ends = with_words(&record).bottom();
        bottoms.insert(laid.column, ends);
        lowest = lowest.max(ends);
        edit.put(board, RecordId::Box(laid.id.clone()), Record::from(record));
    }
    let left = columns.first().map_or(0.0, |(left, _)| *left);
    let right = columns.last().map_or(0.0, |(left, width)| left + width);
    let corner = on_page(Point::new(left - ROOM, top)).round();
    let size = Size::new((right - left + 2.0 * ROOM).ceil(), (lowest + ROOM - top).ceil());
    Rect::new(corner, size)
}

impl LanesBy {
    /// What undo calls it.
    fn label(self) -> &'static str {
        match self {
            Self::Owner => "Lay lanes by owner",
            Self::Plane => "Lay lanes by plane",
        }
    }

    /// The lane of a box: its place from above, and its title.
    fn lane_of(self, record: &BoxRecord) -> (u8, String) {
        let owner = record.owner.trim();
        match (self, record.role) {
            (Self::Owner, _) if owner.is_empty() => (1, "Nobody's".to_owned()),
            (Self::Owner, _) => (0, owner.to_owned()),
            (Self::Plane, Role::Govern | Role::Observe) => (0, "Control plane".to_owned()),
            (Self::Plane, _) => (1, "Data plane".to_owned()),
        }
    }
}
