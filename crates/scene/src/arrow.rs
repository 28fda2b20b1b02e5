//! Arrows: where on the boxes they end, and how those between the same two boxes are kept apart.

use crate::box_picture::covered;
use crate::placement::{clear_place, overlap};
use crate::{Look, Marks, box_picture, edge_picture, frame_title_area, note_area, slip_area};
use board::{Board, BoxRecord, EdgeId, EdgeKind, Role};
use geometry::{Bend, Bulge, End, Grid, Page, Rect, Route, Size, route_of};

/// The routes of all edges in the board's order, their words kept clear of the boxes and of each other.
pub fn edge_routes(board: &Board) -> Vec<(EdgeId, Route)> {
    let mut written = Grid::default();
    for area in board.boxes().flat_map(|(_, record)| covered(record)) {
        written.insert(written.len(), area);
    }
    let mut routes = Vec::with_capacity(board.edges().len());
    for (id, edge) in board.edges_in_order() {
        let Some(mut route) = edge_curve(board, id) else {
            continue;
        };
        let size = slip_area(edge, &route).size;
        route.label_at = clear_place(&route, size, |slip| {
            let near = written.query(*slip);
            let areas = near.iter().filter_map(|area| written.get(area));
            areas.map(|area| overlap(slip, &area)).sum()
        });
        written.insert(written.len(), slip_area(edge, &route));
        routes.push((id.clone(), route));
    }
    routes
}

/// The route of the edge `id`, its words kept clear of all boxes; nothing where the board has no such edge.
pub fn edge_route(board: &Board, id: &EdgeId) -> Option<Route> {
    edge_route_among(board, id, board.boxes().map(|(_, record)| record.as_ref()), &[])
}

/// The route of the edge `id`, its words kept clear of the boxes `near` it and of the slips `written` beside it; for
/// callers who know both.
pub fn edge_route_among<'b>(
    board: &'b Board,
    id: &EdgeId,
    near: impl IntoIterator<Item = &'b BoxRecord>,
    written: &[Rect<Page>],
) -> Option<Route> {
    let edge = board.get_edge(id)?;
    let mut route = edge_curve(board, id)?;
    let size = slip_area(edge, &route).size;
    let reach = route.bounds.inflate(2.0 * size.width.max(size.height) + 100.0);
    let near = near
        .into_iter()
        .filter(|record| reach.intersects(&reach_of(record)));
    let taken: Vec<_> = near.flat_map(covered).chain(written.iter().copied()).collect();
    route.label_at = clear_place(&route, size, |slip| {
        taken.iter().map(|area| overlap(slip, area)).sum()
    });
    Some(route)
}

/// An area that holds a box and, as a rule, its constraints, found without measuring them.
fn reach_of(record: &BoxRecord) -> Rect<Page> {
    let size = Size::new(record.size.width + 140.0, record.size.height + 140.0);
    Rect::new(record.at, size)
}

/// The route of the edge `id` with its words in the middle, whatever is there: all that culling and hitting ask for, in
/// a time that does not grow with the board.
pub fn edge_curve(board: &Board, id: &EdgeId) -> Option<Route> {
    let edge = board.get_edge(id)?;
    let from = board.get_box(&edge.from)?;
    let to = board.get_box(&edge.to)?;
    Some(route_between(from, to, edge.kind, lane(board, id)))
}

/// The route of an arrow of `kind` between two boxes; `lane` is its place among those that join the same two,
/// counted from their middle.
pub fn route_between(from: &BoxRecord, to: &BoxRecord, kind: EdgeKind, lane: f64) -> Route {
    let bend = Bend {
        downwards: kind == EdgeKind::Failure,
        lane,
    };
    route_of(&end_of(from), &end_of(to), bend)
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
    let (marks, look) = (Marks::NONE, Look::Plain);
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
    notes.map(|(_, note)| note_area(note)).chain(frames)
}

/// Nearly [`board_bounds`], found without drawing what lies inside: the words of an arrow count where they would stand
/// if nothing were in their way.
pub fn board_extent(board: &Board) -> Option<Rect<Page>> {
    /// Farther than words and curves reach from their boxes, as a rule.
    const REACH: f64 = 240.0;
    let (marks, look) = (Marks::NONE, Look::Plain);
    let rough = board.boxes().map(|(_, record)| record.rect());
    let rough = Rect::enclosing(rough.chain(beside(board)))?;
    let at_rim = |area: Rect<Page>| !rough.encloses(&area.inflate(REACH));
    let boxes = board.boxes().filter(|(_, record)| at_rim(record.rect()));
    let boxes = boxes.map(|(id, record)| {
        let picture = box_picture(id, record, &marks, look);
        picture.bounds.translate(record.at.to_vector())
    });
    let edges = board.edges().filter(|(_, edge)| {
        let ends = board.get_box(&edge.from).zip(board.get_box(&edge.to));
        ends.is_some_and(|(from, to)| at_rim(from.rect().union(to.rect())))
    });
    let edges = edges.filter_map(|(id, edge)| {
        let route = edge_curve(board, id)?;
        Some(route.bounds.union(slip_area(edge, &route)))
    });
    Rect::enclosing(std::iter::once(rough).chain(boxes).chain(edges))
}

fn lane(board: &Board, id: &EdgeId) -> f64 {
    let Some(edge) = board.get_edge(id) else {
        return 0.0;
    };
    let joins = |other: &board::EdgeRecord| {
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
