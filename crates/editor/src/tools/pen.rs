//! The pen: draws one stroke after the other until it is put away.

use board::file::limits::STROKE_POINTS;
use board::{Edit, RecordId, StrokeId, StrokeRecord};
use geometry::{Page, Point, simplified};

use crate::context::{Context, on_page};
use crate::tool::{Mark, Tool};
use crate::{Phase, Pointer, PointerKind, Selection};

/// How far the line that is kept may be from the one drawn, in screen pixels.
const TOLERANCE: f64 = 0.7;
/// The nearest two points of a line, in screen pixels.
const STEP: f64 = 1.5;
/// Pressures nearer to each other than this look the same.
const PRESSURE_STEP: u8 = 8;

/// The pen is in hand.
#[derive(Clone, PartialEq, Debug)]
pub enum Pen {
    /// Lifted.
    Armed,
    /// On the board.
    Drawing {
        /// What was there when it came down.
        mark: Mark,
        /// Where it was since.
        points: Vec<Point<Page>>,
        /// How hard it was pressed at each of them; empty for what has no pressure.
        pressures: Vec<u8>,
    },
}

impl Pen {
    pub(crate) fn points(&self) -> &[Point<Page>] {
        match self {
            Self::Armed => &[],
            Self::Drawing { points, .. } => points,
        }
    }

    pub(crate) fn pressures(&self) -> &[u8] {
        match self {
            Self::Armed => &[],
            Self::Drawing { pressures, .. } => pressures,
        }
    }

    pub(crate) fn pointer(self, pointer: &Pointer, context: &mut Context<'_>) -> Tool {
        let at = on_page(context.session.camera.to_page(pointer.at));
        match (self, pointer.phase) {
            // Armed -> Drawing
            (Self::Armed, Phase::Down) => {
                let mark = Mark {
                    at: pointer.at,
                    selection: context.selection().clone(),
                };
                context.select(Selection::default());
                Tool::Pen(Self::Drawing {
                    mark,
                    points: vec![at],
                    pressures: pressure_of(pointer).into_iter().collect(),
                })
            }
            // Drawing -> Armed
            (
                Self::Drawing {
                    mut points,
                    mut pressures,
                    ..
                },
                Phase::Up,
            ) => {
                // A pen that leaves the board is not pressed any more.
                if points.last() != Some(&at) {
                    points.push(at);
                    pressures.extend(pressures.last().copied());
                }
                add(context, points, pressures);
                Tool::Pen(Self::Armed)
            }
            (
                Self::Drawing {
                    mark,
                    mut points,
                    mut pressures,
                },
                _,
            ) => {
                let step = STEP / context.session.camera.zoom;
                if points.last().is_none_or(|last| last.distance(at) >= step) {
                    points.push(at);
                    let last = pressures.last().copied();
                    pressures.extend(last.map(|last| pressure_of(pointer).unwrap_or(last)));
                }
                Tool::Pen(Self::Drawing {
                    mark,
                    points,
                    pressures,
                })
            }
            (armed, _) => Tool::Pen(armed),
        }
    }
}

/// How hard a pen is pressed, from 0 to 100; nothing for what cannot tell.
fn pressure_of(pointer: &Pointer) -> Option<u8> {
    let tells = pointer.kind == PointerKind::Pen && pointer.pressure > 0.0;
    tells.then(|| (pointer.pressure.min(1.0) * f64::from(StrokeRecord::HARDEST)).round() as u8)
}

/// Adds the stroke through `points`, with as few of them as look the same.
fn add(context: &mut Context<'_>, points: Vec<Point<Page>>, pressures: Vec<u8>) {
    let mut tolerance = TOLERANCE / context.session.camera.zoom;
    let (mut kept, mut pressed) = thinned(&points, &pressures, tolerance);
    while kept.len() > STROKE_POINTS {
        // Where there is still too much, the pressure goes first.
        tolerance *= 2.0;
        (kept, pressed) = (simplified(&kept, tolerance), Vec::new());
    }
    let tenth = |at: f64| (at * 10.0).round() / 10.0;
    let points = kept.into_iter().map(|at| Point::new(tenth(at.x), tenth(at.y)));
    let board = context.board();
    let stroke = StrokeRecord {
        points: points.collect(),
        pressures: pressed,
        order: board.next_stroke_order(),
        ..StrokeRecord::default()
    };
    let mut edit = Edit::new();
    let id = StrokeId::fresh("stroke", |id| board.get_stroke(id).is_some());
    edit.put(board, RecordId::Stroke(id), stroke.into());
    context.commit("Draw", edit, Selection::default());
}

/// As few of `points` as look the same, each with its pressure: where that changes much, a point stays.
fn thinned(points: &[Point<Page>], pressures: &[u8], tolerance: f64) -> (Vec<Point<Page>>, Vec<u8>) {
    let apart = |one: u8, other: u8| one.abs_diff(other) >= PRESSURE_STEP;
    let first = pressures.first().copied().unwrap_or_default();
    if pressures.len() != points.len() || !pressures.iter().any(|pressure| apart(*pressure, first)) {
        return (simplified(points, tolerance), Vec::new());
    }
    let (mut kept, mut pressed): (Vec<Point<Page>>, Vec<u8>) = (Vec::new(), Vec::new());
    let (mut begin, mut since) = (0, first);
    for (place, pressure) in pressures.iter().enumerate() {
        let is_last = place + 1 == points.len();
        if !is_last && !apart(*pressure, since) {
            continue;
        }
        since = *pressure;
        let run = points.get(begin..=place).unwrap_or_default();
        let mut told = run.iter().zip(pressures.get(begin..=place).unwrap_or_default());
        for point in simplified(run, tolerance) {
            // What is kept is found in the order in which it was drawn.
            let pressure = told
                .find(|(own, _)| **own == point)
                .map_or(since, |(_, pressure)| *pressure);
            if kept.last() != Some(&point) {
                kept.push(point);
                pressed.push(pressure);
            }
        }
        begin = place;
    }
    (kept, pressed)
}
