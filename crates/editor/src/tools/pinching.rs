//! Two fingers: the view zooms by how they part and follows their middle.

use geometry::{Camera, Point, Screen};

use crate::context::Context;
use crate::tool::Tool;
use crate::tools::panning::Panning;
use crate::{Phase, Pointer};

/// A finger on the screen: its id, where it came down and where it is.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Finger {
    id: i32,
    start: Point<Screen>,
    at: Point<Screen>,
}

/// Two fingers are down.
#[derive(Clone, PartialEq, Debug)]
pub struct Pinching {
    fingers: [Finger; 2],
    /// The view at the mark.
    pub(crate) camera: Camera,
}

impl Pinching {
    pub(crate) fn new(fingers: [(i32, Point<Screen>); 2], context: &Context<'_>) -> Self {
        Self {
            fingers: fingers.map(|(id, at)| Finger { id, start: at, at }),
            camera: context.session.camera,
        }
    }

    pub(crate) fn pointer(mut self, pointer: &Pointer, context: &mut Context<'_>) -> Tool {
        let Some(finger) = self.fingers.iter_mut().find(|finger| finger.id == pointer.id) else {
            return Tool::Pinching(self);
        };
        finger.at = pointer.at;
        match pointer.phase {
            Phase::Move => {
                context.session.camera = self.view();
                Tool::Pinching(self)
            }
            // Pinching -> Panning
            Phase::Up => {
                let left = self.fingers.iter().find(|finger| finger.id != pointer.id);
                let at = left.map_or(pointer.at, |finger| finger.at);
                Tool::Panning(Panning::new(at, context))
            }
            Phase::Down | Phase::Cancel => Tool::Pinching(self),
        }
    }

    fn view(&self) -> Camera {
        let [one, other] = self.fingers;
        let apart = one.start.distance(other.start).max(1.0);
        let factor = one.at.distance(other.at).max(1.0) / apart;
        let start = one.start.lerp(other.start, 0.5);
        let middle = one.at.lerp(other.at, 0.5);
        self.camera.zoomed(factor, start).panned(middle - start)
    }
}
