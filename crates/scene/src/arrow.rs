//! Arrows: where on the boxes they end, and how those between the same two boxes are kept apart.

use crate::box_picture::covered;
use crate::placement::{clear_place, overlap};
use crate::ways::{Ways, box_reach};
use crate::{Look, Marks, box_picture, edge_picture, frame_title_area, note_area, slip_area, stroke_area};
use board::{Board, BoxRecord, EdgeId, EdgeKind, EdgeRecord, EdgeWay, Role};
use geometry::{Bend, Bulge, End, Grid, Page, Rect, Route, Size, Turn, route_of};
use sorted::ranked;
use std::cmp::Ordering;
use std::rc::Rc;

/// The routes of all edges in the board's order, around boxes, their words kept clear of the boxes and of each other.
pub fn edge_routes(board: &Board) -> Vec<(EdgeId, Route)> {
    let ids: Vec<_> = board.boxes().map(|(id, _)| id).collect();
    let mut boxes = Grid::default();
    for (_, record) in board.boxes() {
        boxes.insert(boxes.len(), record.rect());
    }
    let boxes_in = |area| {
        let here = boxes.query(area);
        here.iter()
            .filter_map(|place| ids.get(*place).map(|id| (*id).clone()))
            .collect()
    };
    let mut ways = Ways::default();
    edge_routes_on(board, &mut |id| ways.way(board, id, &boxes_in))
}

/// [`edge_routes`] for callers who know the ways of the edges.
pub fn edge_routes_on(
    board: &Board,
    way: &mut dyn FnMut(&EdgeId) -> Option<Rc<Route>>,
) -> Vec<(EdgeId, Route)> {
    let mut written = Grid::default();
    for area in board.boxes().flat_map(|(_, record)| covered(record)) {
        written.insert(written.len(), area);
    }
    let edges = board.edges_in_order().into_iter().enumerate();
    let ways = edges.filter_map(|(place, (id, edge))| Some((place, id, edge, way(id)?)));
    let mut routes = Vec::with_capacity(board.edges().len());
    // On a short way there is little choice, so it comes first.
    for (place, id, edge, way) in ranked(ways, |(_, _, _, way)| way.length() as u64) {
        let mut route = Rc::unwrap_or_clone(way);
        let slip = slip_area(edge, &route);
        let near = written.query(route.bounds.inflate(reach_of(slip.size)));
        let taken: Vec<_> = near.iter().filter_map(|area| written.get(area)).collect();
        let spot = clear_place(&route, slip.size, |slip| {
            taken.iter().map(|area| overlap(slip, area)).sum()
        });
        written.insert(written.len(), slip.translate(spot - route.label_at));
        route.label_at = spot;
        routes.push((place, (id.clone(), route)));
    }
    let in_order = ranked(routes, |(place, _)| *place as u64);
    in_order.into_iter().map(|(_, route)| route).collect()
}

/// How far from the line of an arrow words of `size` may come to stand.
fn reach_of(size: Size) -> f64 {
    2.0 * size.width.max(size.height) + 100.0
}

/// The way of an edge with its words kept clear of the boxes `near` it and of the slips `written` beside it; for callers
/// who know all these.
pub fn edge_route_among<'b>(
    edge: &EdgeRecord,
    way: &Route,
    near: impl IntoIterator<Item = &'b BoxRecord>,
    written: &[Rect<Page>],
) -> Route {
    let mut route = way.clone();
    let size = slip_area(edge, &route).size;
    let reach = route.bounds.inflate(reach_of(size));
    let near = near
        .into_iter()
        .filter(|record| reach.intersects(&box_reach(record)));
    let taken: Vec<_> = near.flat_map(covered).chain(written.iter().copied()).collect();
    route.label_at = clear_place(&route, size, |slip| {
        taken.iter().map(|area| overlap(slip, area)).sum()
    });
    route
}

/// The route of the edge `id` with its words in the middle, whatever is there.
pub fn edge_curve(board: &Board, id: &EdgeId) -> Option<Route> {
    let edge = board.get_edge(id)?;
    let (from, to) = (board.get_box(&edge.from)?, board.get_box(&edge.to)?);
    Some(route_of(&end_of(from), &end_of(to), bend_of(board, id, edge)))
}

/// How an edge of the board prefers to run.
pub(crate) fn bend_of(board: &Board, id: &EdgeId, edge: &EdgeRecord) -> Bend {
    Bend {
        downwards: edge.kind == EdgeKind::Failure,
        lane: lane(board, id, edge),
        apart: apart(board, id, edge),
        turn: match edge.way {
            EdgeWay::Curved => Turn::Smooth,
            EdgeWay::Square => Turn::Square {
                early: early(board, edge),
            },
        },
    }
}

/// Whether an edge parts from more others than it comes together with (1), from fewer (-1), or from as many (half of one,
/// so that none runs on top of another), or stands alone.
fn early(board: &Board, edge: &EdgeRecord) -> f64 {
    let leaving = board.edges_touching(&edge.from);
    let leaving = leaving.filter(|(_, other)| other.from == edge.from).count();
    let arriving = board.edges_touching(&edge.to);
    let arriving = arriving.filter(|(_, other)| other.to == edge.to).count();
    match leaving.cmp(&arriving) {
        Ordering::Greater => 1.0,
        Ordering::Equal if leaving > 1 => 0.5,
        Ordering::Equal => 0.0,
        Ordering::Less => -1.0,
    }
}

/// How much farther out than others an edge goes around boxes: each kind has its own place there, and so have the first
/// few of a kind that reach the same box.
fn apart(board: &Board, id: &EdgeId, edge: &EdgeRecord) -> f64 {
    const KIND: f64 = 8.0;
    const NEXT: f64 = 6.0;
    let kind = match edge.kind {
        EdgeKind::Failure => 0.0,
        EdgeKind::Data => KIND,
        EdgeKind::Control => 2.0 * KIND,
    };
    let alike = board
        .edges_touching(&edge.to)
        .filter(|(_, other)| other.to == edge.to && other.kind == edge.kind);
    let before = alike.take_while(|(other, _)| *other != id).take(3).count();
    kind + before as f64 * NEXT
}

/// Where arrows may end on a box: on the outline that its role gives it.
pub fn end_of(record: &BoxRecord) -> End {
    let plain = End::of(record.rect());
    let (width, height) = (record.size.width, record.size.height);
    let pointed = Bulge {
        depth: tip(width, height),
        round: false,
    };
    let round = |depth| Bulge { depth, round: true };
    match record.role {
        Role::Source | Role::Consumer => {
            let ends = round(width.min(height) / 2.0);
            End {
                left: ends,
                right: ends,
                ..plain
            }
        }
        Role::Ingest => End {
            right: pointed,
            ..plain
        },
        Role::Serve => End {
            left: pointed,
            right: pointed,
            ..plain
        },
        Role::Store => {
            let cap = round(lid(height));
            End {
                top: cap,
                bottom: cap,
                ..plain
            }
        }
        Role::Observe => {
            let (side, cap) = (round(width * 0.1), round(height * 0.14));
            End {
                left: side,
                right: side,
                top: cap,
                bottom: cap,
                ..plain
            }
        }
        Role::Govern => End {
            bottom: round(height * 0.1),
            ..plain
        },
        Role::Process => plain,
    }
}

/// How far the tip of an ingest or serve box reaches, for a box of this size.
pub(crate) fn tip(width: f64, height: f64) -> f64 {
    (height * 0.24).min(width * 0.16)
}

/// Half the height of a store's lid, for a box of this height.
pub(crate) fn lid(height: f64) -> f64 {
    (height * 0.1).clamp(4.0, 14.0)
}

/// The area that holds all that stands on a board, arrows with their words; nothing where nothing does.
pub fn board_bounds(board: &Board) -> Option<Rect<Page>> {
    let (marks, look) = (Marks::PLAIN, Look::Plain);
    let boxes = board.boxes().map(|(id, record)| {
        let picture = box_picture(id, record, &marks, look);
        picture.bounds.translate(record.at.to_vector())
    });
    let edges = edge_routes(board).into_iter().filter_map(|(id, route)| {
        let record = board.get_edge(&id)?;
        Some(edge_picture(&id, record, &route, &marks, look).bounds)
    });
    Rect::enclosing(boxes.chain(edges).chain(beside(board)))
}

/// The areas of what stands beside boxes and arrows.
fn beside(board: &Board) -> impl Iterator<Item = Rect<Page>> {
    let frames = board.frames();
    let frames = frames.map(|(_, frame)| frame.rect().union(frame_title_area(frame)));
    let notes = board.notes();
    let strokes = board.strokes().map(|(_, stroke)| stroke_area(stroke));
    notes
        .map(|(_, note)| note_area(note))
        .chain(frames)
        .chain(strokes)
}

/// Nearly [`board_bounds`], found without drawing what lies inside: the words of an arrow count where they would stand
/// if nothing were in their way.
pub fn board_extent(board: &Board) -> Option<Rect<Page>> {
    /// Farther than words and curves reach from their boxes, as a rule.
    const REACH: f64 = 240.0;
    let (marks, look) = (Marks::PLAIN, Look::Plain);
    let rough = board.boxes().map(|(_, record)| record.rect());
    let rough = Rect::enclosing(rough.chain(beside(board)))?;
    let at_rim = |area: Rect<Page>| !rough.encloses(&area.inflate(REACH));
    let outer: Vec<_> = board
        .boxes()
        .filter(|(_, record)| at_rim(record.rect()))
        .collect();
    let boxes = outer.iter().map(|(id, record)| {
        let picture = box_picture(id, record, &marks, look);
        picture.bounds.translate(record.at.to_vector())
    });
    // An edge leads to the rim where one of its boxes is there.
    let edges = outer.iter().flat_map(|(id, _)| board.edges_touching(id));
    let edges = edges.filter_map(|(id, edge)| {
        let route = edge_curve(board, id)?;
        Some(route.bounds.union(slip_area(edge, &route)))
    });
    Rect::enclosing(std::iter::once(rough).chain(boxes).chain(edges))
}

/// The place of an edge among those that join the same two boxes, counted from their middle.
fn lane(board: &Board, id: &EdgeId, edge: &EdgeRecord) -> f64 {
    let joins = |other: &EdgeRecord| {
        (other.from == edge.from && other.to == edge.to) || (other.from == edge.to && other.to == edge.from)
    };
    let together: Vec<_> = board
        .edges_touching(&edge.from)
        .filter(|(_, other)| joins(other))
        .map(|(id, _)| id)
        .collect();
    let place = together.iter().position(|other| *other == id).unwrap_or(0);
    place as f64 - (together.len().saturating_sub(1)) as f64 / 2.0
}
