//! The laser pointer: a trail that fades, and never touches the board.

use geometry::{Page, Point};

use crate::context::Context;
use crate::tool::Tool;
use crate::{Phase, Pointer};

/// How long a spot is seen.
const FADES_MS: u64 = 900;
/// The most spots of a trail.
const MOST: usize = 240;

/// The laser pointer is in hand.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Laser {
    is_on: bool,
    trail: Vec<(Point<Page>, u64)>,
}

impl Laser {
    /// It waits for a press.
    pub(crate) fn is_armed(&self) -> bool {
        !self.is_on
    }

    /// Where it was, and when.
    pub(crate) fn trail(&self) -> &[(Point<Page>, u64)] {
        &self.trail
    }

    pub(crate) fn pointer(mut self, pointer: &Pointer, context: &mut Context<'_>) -> Tool {
        let now = pointer.time_ms;
        self.trail
            .retain(|(_, at_ms)| now.saturating_sub(*at_ms) < FADES_MS);
        match pointer.phase {
            Phase::Down => {
                self.is_on = true;
                self.trail.clear();
            }
            Phase::Move if self.trail.len() < MOST => {}
            Phase::Move => self.trail.clear(),
            Phase::Up | Phase::Cancel => self.is_on = false,
        }
        if self.is_on {
            self.trail.push((context.session.camera.to_page(pointer.at), now));
        }
        Tool::Laser(self)
    }
}
