//! The pen: draws one stroke after the other until it is put away.

use board::file::limits::STROKE_POINTS;
use board::{Edit, RecordId, StrokeId, StrokeRecord};
use geometry::{Page, Point, simplified};

use crate::context::{Context, on_page};
use crate::tool::{Mark, Tool};
use crate::{Phase, Pointer, Selection};

/// How far the line that is kept may be from the one drawn, in screen pixels.
const TOLERANCE: f64 = 0.7;
/// The nearest two points of a line, in screen pixels.
const STEP: f64 = 1.5;

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
    },
}

impl Pen {
    pub(crate) fn points(&self) -> &[Point<Page>] {
        match self {
            Self::Armed => &[],
            Self::Drawing { points, .. } => points,
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
                })
            }
            // Drawing -> Armed
            (Self::Drawing { points, .. }, Phase::Up) => {
                add(context, points, at);
                Tool::Pen(Self::Armed)
            }
            (Self::Drawing { mark, mut points }, _) => {
                let step = STEP / context.session.camera.zoom;
                if points.last().is_none_or(|last| last.distance(at) >= step) {
                    points.push(at);
                }
                Tool::Pen(Self::Drawing { mark, points })
            }
            (armed, _) => Tool::Pen(armed),
        }
    }
}

/// Adds the stroke through `points` that ends at `end`, with as few of them as look the same.
fn add(context: &mut Context<'_>, mut points: Vec<Point<Page>>, end: Point<Page>) {
    if points.last() != Some(&end) {
        points.push(end);
    }
    let mut tolerance = TOLERANCE / context.session.camera.zoom;
    let mut kept = simplified(&points, tolerance);
    while kept.len() > STROKE_POINTS {
        tolerance *= 2.0;
        kept = simplified(&kept, tolerance);
    }
    let tenth = |at: f64| (at * 10.0).round() / 10.0;
    let points = kept.into_iter().map(|at| Point::new(tenth(at.x), tenth(at.y)));
    let board = context.board();
    let stroke = StrokeRecord {
        points: points.collect(),
        order: board.next_stroke_order(),
        ..StrokeRecord::default()
    };
    let mut edit = Edit::new();
    let id = StrokeId::fresh("stroke", |id| board.get_stroke(id).is_some());
    edit.put(board, RecordId::Stroke(id), stroke.into());
    context.commit("Draw", edit, Selection::default());
}
