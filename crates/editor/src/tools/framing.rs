//! Drawing a frame: from corner to corner, or with a click one of the usual size.

use geometry::{Page, Point, Rect, Size, Vector};

use crate::commands::frames;
use crate::context::Context;
use crate::tool::{Mark, Tool};
use crate::{Phase, Pointer};
use board::FrameRecord;

/// A frame smaller than this, in screen pixels, was a click.
const CLICK: f64 = 12.0;

/// A frame is wanted.
#[derive(Clone, PartialEq, Debug)]
pub enum Framing {
    /// The next press begins it.
    Armed,
    /// From the mark to here.
    Drawing {
        /// What was there when it began.
        mark: Mark,
        /// Where it began.
        start: Point<Page>,
        /// Where the pointer is.
        end: Point<Page>,
    },
}

impl Framing {
    pub(crate) fn area(&self) -> Option<Rect<Page>> {
        match self {
            Self::Armed => None,
            Self::Drawing { start, end, .. } => Some(Rect::spanning(*start, *end)),
        }
    }

    pub(crate) fn pointer(self, pointer: &Pointer, context: &mut Context<'_>) -> Tool {
        let at = context.session.camera.to_page(pointer.at);
        match (self, pointer.phase) {
            // Armed -> Drawing
            (Self::Armed, Phase::Down) => {
                let selection = context.selection().clone();
                let mark = Mark {
                    at: pointer.at,
                    selection,
                };
                Tool::Framing(Self::Drawing {
                    mark,
                    start: at,
                    end: at,
                })
            }
            // Drawing -> Idle
            (Self::Drawing { mark, start, .. }, Phase::Up) => {
                let drawn = mark.at.distance(pointer.at) >= CLICK;
                let usual = FrameRecord::DEFAULT_SIZE;
                let half = Vector::new(usual.width / 2.0, usual.height / 2.0);
                let area = match drawn {
                    true => Rect::spanning(start, at),
                    false => Rect::new(start - half, usual),
                };
                frames::add(context, least(area));
                Tool::default()
            }
            (Self::Drawing { mark, start, .. }, _) => Tool::Framing(Self::Drawing { mark, start, end: at }),
            (armed, _) => Tool::Framing(armed),
        }
    }
}

/// At least so large that it can be taken hold of.
fn least(area: Rect<Page>) -> Rect<Page> {
    let (width, height) = (area.size.width.max(40.0), area.size.height.max(40.0));
    Rect::new(area.origin, Size::new(width, height))
}
