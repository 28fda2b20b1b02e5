//! What is under a point: grips and handles first, then strokes, notes and boxes from the top of the pile, then rims,
//! edges and frames. A frame is taken by its title or its line, so that what lies in it can be reached.

use std::sync::Arc;

use board::{Board, BoxId, EdgeId};
use geometry::{Page, Point, Rect, Screen, Side as RimSide, Size, Vector, from_line};
use scene::frame_title_area;

use crate::document::Document;
use crate::grips::{Pull, grips};
use crate::index::Index;
use crate::session::Session;
use crate::{EdgeEnd, Item, PointerKind, Selection};

/// A side of a box.
pub type Side = RimSide;

/// How near an edge is hit, in screen pixels.
const EDGE_REACH: f64 = 6.0;
/// How far outside the rim of a box a join may start, in screen pixels.
const RIM_REACH: f64 = 9.0;
/// How near a grip is hit, in screen pixels; twice that for a finger.
const GRIP_REACH: f64 = 7.0;
/// How far outside the rim the handles stand, in screen pixels.
const HANDLE_STAND: f64 = 14.0;
/// The same where the box has grips between its rim and the handles.
const HANDLE_STAND_OFF: f64 = 27.0;

/// A spot beside a box from which an edge can be drawn.
#[derive(Clone, PartialEq, Debug)]
pub struct Handle {
    /// The box.
    pub on: BoxId,
    /// The side.
    pub side: Side,
    /// The middle of the spot.
    pub at: Point<Page>,
}

/// What a press at a point may mean.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Hit {
    /// What a click selects and a drag moves.
    pub(crate) item: Option<Item>,
    /// The corner or side that a drag pulls, strongest of all.
    pub(crate) grip: Option<Pull>,
    /// The end of the selected edge that a drag moves; as strong.
    pub(crate) end: Option<EdgeEnd>,
    /// The box that a drag joins from; stronger than moving, weaker than a click.
    pub(crate) rim: Option<BoxId>,
}

/// What is under a point.
pub(crate) fn hit(document: &Document, session: &Session, at: Point<Screen>, kind: PointerKind) -> Hit {
    let (board, index) = (document.board(), document.index());
    let reach = if kind == PointerKind::Touch { 2.0 } else { 1.0 };
    let page = session.camera.to_page(at);
    let near = |pixels: f64| pixels * reach / session.camera.zoom;
    let note = stroke_at(board, index, page, near(EDGE_REACH)).or_else(|| note_at(board, index, page));
    let over = box_at(board, index, page);
    let handle = handles(board, session)
        .into_iter()
        .find(|handle| handle.at.distance(page) <= near(RIM_REACH))
        .filter(|_| over.is_none() && note.is_none());
    let rim = handle.map(|handle| handle.on).or_else(|| match &over {
        Some(_) => None,
        None if kind == PointerKind::Touch || note.is_some() => None,
        None => nearest_rim(board, index, page, near(RIM_REACH)),
    });
    let item = note
        .or(over.map(Item::Box))
        .or_else(|| edge_at(document, page, near(EDGE_REACH)).map(Item::Edge))
        .or_else(|| frame_at(board, index, page, near(EDGE_REACH)));
    let grips = grips(board, session).into_iter().rev();
    let grip = grips.map(|grip| (grip.at.distance(page), grip.pull));
    let grip = grip.filter(|(distance, _)| *distance <= near(GRIP_REACH));
    let grip = grip.min_by(|(one, _), (other, _)| one.total_cmp(other));
    let end = ends(document, session).and_then(|[start, end]| {
        let close = |spot: Point<Page>| spot.distance(page) <= near(RIM_REACH);
        let which = close(end).then_some(EdgeEnd::End);
        which.or_else(|| close(start).then_some(EdgeEnd::Start))
    });
    Hit {
        item,
        rim,
        grip: grip.map(|(_, pull)| pull),
        end,
    }
}

/// Where the one edge selected starts and ends.
pub(crate) fn ends(document: &Document, session: &Session) -> Option<[Point<Page>; 2]> {
    let id = session
        .selection
        .primary_edge()
        .filter(|_| session.selection.len() == 1)?;
    let way = document.way(id)?;
    Some([way.start, way.end()])
}

/// The topmost frame whose title or line is at a point.
fn frame_at(board: &Board, index: &Index, at: Point<Page>, reach: f64) -> Option<Item> {
    const TITLE: f64 = 30.0;
    let here = index.visible(spot(at, reach.max(TITLE))).others.into_iter();
    let frames = here.filter_map(|item| match &item {
        Item::Frame(id) => Some((Arc::clone(board.get_frame(id)?), item)),
        _ => None,
    });
    let hit = frames.filter(|(frame, _)| {
        let rect = frame.rect();
        let on_line = rect.inflate(reach).contains(at) && !rect.inflate(-reach).contains(at);
        on_line || frame_title_area(frame).contains(at)
    });
    hit.max_by_key(|(frame, _)| frame.order).map(|(_, item)| item)
}

/// The topmost box at a point.
pub(crate) fn box_at(board: &Board, index: &Index, at: Point<Page>) -> Option<BoxId> {
    let here = index.boxes(spot(at, 0.0)).into_iter();
    here.max_by_key(|id| (board.get_box(id).map(|record| record.order), id.clone()))
}

/// The topmost note at a point.
fn note_at(board: &Board, index: &Index, at: Point<Page>) -> Option<Item> {
    let here = index.visible(spot(at, 0.0)).others.into_iter();
    let notes = here.filter(|item| matches!(item, Item::Note(_)));
    notes.max_by_key(|item| match item {
        Item::Note(id) => board.get_note(id).map(|note| note.order),
        _ => None,
    })
}

/// The stroke nearest to a point, within `reach`.
fn stroke_at(board: &Board, index: &Index, at: Point<Page>, reach: f64) -> Option<Item> {
    let here = index.visible(spot(at, reach)).others.into_iter();
    let distances = here.filter_map(|item| match &item {
        Item::Stroke(id) => Some((from_line(at, &board.get_stroke(id)?.points), item)),
        _ => None,
    });
    let within = distances.filter(|(distance, _)| *distance <= reach);
    within
        .min_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, item)| item)
}

/// The edge nearest to a point, within `reach`.
pub(crate) fn edge_at(document: &Document, at: Point<Page>, reach: f64) -> Option<EdgeId> {
    let near = document.index().edges(spot(at, reach)).into_iter();
    let ways = near.filter_map(|id| Some((document.way(&id)?, id)));
    let here = ways.filter(|(way, _)| way.bounds.inflate(reach).contains(at));
    let distances = here.map(|(way, id)| (way.distance(at), id));
    let within = distances.filter(|(distance, _)| *distance <= reach);
    within
        .min_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, id)| id)
}

/// The handles of the hovered and the selected box.
pub(crate) fn handles(board: &Board, session: &Session) -> Vec<Handle> {
    let hovered = match &session.hovered {
        Some(Item::Box(id)) => Some(id),
        _ => None,
    };
    let selected = single_box(&session.selection).filter(|id| Some(*id) != hovered);
    let boxes = hovered.into_iter().chain(selected);
    let rects = boxes.filter_map(|id| Some((id, board.get_box(id)?.rect())));
    let handles = rects.flat_map(|(id, rect)| {
        let stand = match single_box(&session.selection) {
            Some(selected) if selected == id => HANDLE_STAND_OFF,
            _ => HANDLE_STAND,
        };
        around(id, rect, stand / session.camera.zoom)
    });
    handles.collect()
}

fn around(id: &BoxId, rect: Rect<Page>, stand: f64) -> [Handle; 4] {
    let half = Size::new(rect.size.width / 2.0 + stand, rect.size.height / 2.0 + stand);
    [Side::Left, Side::Right, Side::Top, Side::Bottom].map(|side| {
        let outward = side.outward();
        let by = Vector::new(outward.x * half.width, outward.y * half.height);
        Handle {
            on: id.clone(),
            side,
            at: rect.center() + by,
        }
    })
}

fn single_box(selection: &Selection) -> Option<&BoxId> {
    (selection.len() == 1).then(|| selection.primary_box()).flatten()
}

fn nearest_rim(board: &Board, index: &Index, at: Point<Page>, reach: f64) -> Option<BoxId> {
    let near = index.boxes(spot(at, reach)).into_iter();
    let distances = near.filter_map(|id| Some((outside(board.get_box(&id)?.rect(), at), id)));
    distances
        .min_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, id)| id)
}

/// How far a point is outside a rectangle.
fn outside(rect: Rect<Page>, at: Point<Page>) -> f64 {
    let x = (rect.left() - at.x).max(at.x - rect.right()).max(0.0);
    let y = (rect.top() - at.y).max(at.y - rect.bottom()).max(0.0);
    x.hypot(y)
}

fn spot(at: Point<Page>, reach: f64) -> Rect<Page> {
    Rect::new(at, Size::default()).inflate(reach)
}
