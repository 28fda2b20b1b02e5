//! The stage: the part of the page that is drawn. While the camera looks about on it the browser moves the finished
//! picture, which costs it next to nothing. Where the camera leaves it, or rests, the board is drawn for where that looks.

use std::cell::{Cell, RefCell};

use geometry::{Camera, Page, Point, Rect, Screen, Size};
use gloo::timers::callback::Timeout;

/// Screen pixels around the view that are drawn as well.
pub(crate) const MARGIN: f64 = 240.0;
/// How much larger a picture may be shown than it was drawn, and the other way round.
const STRETCH: f64 = 2.5;
/// Milliseconds without a move after which the camera rests.
const REST_MS: u32 = 140;

/// What the board is drawn for.
#[derive(Default)]
pub(crate) struct Stage {
    set: Cell<Set>,
    rest: RefCell<Option<Timeout>>,
}

/// A camera, and the size of the screen through which it looks.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct Set {
    /// The camera.
    pub(crate) camera: Camera,
    /// The size of the screen.
    pub(crate) screen: Size,
}

impl Stage {
    /// What the board is drawn for now.
    pub(crate) fn set(&self) -> Set {
        self.set.get()
    }

    /// Follows the camera to `now`. The answer is whether the board must be drawn anew; if not, `rested` is called once the
    /// camera rests anywhere else than where it was drawn for.
    pub(crate) fn follow(&self, now: Set, rested: impl FnOnce() + 'static) -> bool {
        if !self.set.get().serves(now) {
            self.draw(now);
            return true;
        }
        let wait = (now != self.set.get()).then(|| Timeout::new(REST_MS, rested));
        self.rest.replace(wait);
        false
    }

    /// Has the board drawn for `now`.
    pub(crate) fn draw(&self, now: Set) {
        self.rest.take();
        self.set.set(now);
    }
}

impl Set {
    /// The part of the page that is drawn.
    pub(crate) fn area(self) -> Rect<Page> {
        self.camera.view(self.screen).inflate(MARGIN / self.camera.zoom)
    }

    /// Where on the screen the corner of the picture is while `camera` looks at it, and how much larger that is shown.
    pub(crate) fn seen_by(self, camera: Camera) -> (Point<Screen>, f64) {
        (
            camera.to_screen(self.camera.origin),
            camera.zoom / self.camera.zoom,
        )
    }

    /// Whether what is drawn does for what is looked at `now`.
    fn serves(self, now: Self) -> bool {
        let stretch = now.camera.zoom / self.camera.zoom;
        self.screen == now.screen
            && (1.0 / STRETCH..=STRETCH).contains(&stretch)
            && self.area().encloses(&now.camera.view(now.screen))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geometry::Vector;

    #[test]
    fn a_picture_does_while_the_camera_looks_about_on_it() {
        let set = Set {
            camera: Camera {
                origin: Point::new(50.0, -20.0),
                zoom: 0.5,
            },
            screen: Size::new(800.0, 600.0),
        };
        let panned = |x: f64| Set {
            camera: set.camera.panned(Vector::new(x, 0.0)),
            ..set
        };
        let zoomed = |by: f64| Set {
            camera: set.camera.zoomed(by, Point::new(400.0, 300.0)),
            ..set
        };
        assert!(set.serves(set) && set.serves(panned(MARGIN - 1.0)) && set.serves(zoomed(2.4)));
        assert!(!set.serves(panned(MARGIN + 1.0)) && !set.serves(zoomed(2.6)) && !set.serves(zoomed(0.5)));
        let wider = Set {
            screen: Size::new(801.0, 600.0),
            ..set
        };
        assert!(!set.serves(wider));
        let (corner, stretch) = set.seen_by(panned(30.0).camera);
        assert!((corner.x - 30.0).abs() < 1e-9 && corner.y.abs() < 1e-9 && stretch == 1.0);
    }
}
