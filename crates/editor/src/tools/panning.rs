//! Moving the view by hand.

use geometry::{Camera, Point, Screen};

use crate::context::Context;
use crate::tool::Tool;
use crate::{Phase, Pointer};

/// The view follows the pointer.
#[derive(Clone, PartialEq, Debug)]
pub struct Panning {
    start: Point<Screen>,
    /// The view at the mark.
    pub(crate) camera: Camera,
}

impl Panning {
    pub(crate) fn new(start: Point<Screen>, context: &Context<'_>) -> Self {
        Self {
            start,
            camera: context.session.camera,
        }
    }

    pub(crate) fn pointer(self, pointer: &Pointer, context: &mut Context<'_>) -> Tool {
        match pointer.phase {
            Phase::Move => {
                context.session.camera = self.camera.panned(pointer.at - self.start);
                Tool::Panning(self)
            }
            // Panning -> Idle
            Phase::Up => Tool::default(),
            Phase::Down | Phase::Cancel => Tool::Panning(self),
        }
    }
}
