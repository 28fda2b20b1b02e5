//! The camera: which part of the page the screen shows.

use crate::{Page, Point, Rect, Screen, Size, Vector};

/// A view of the page: the page point in the screen's top left corner, and the zoom.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Camera {
    /// The page point shown at the screen's origin.
    pub origin: Point<Page>,
    /// Screen units per page unit, between [`Camera::MIN_ZOOM`] and [`Camera::MAX_ZOOM`].
    pub zoom: f64,
}

impl Default for Camera {
    fn default() -> Self {
        Self {
            origin: Point::new(0.0, 0.0),
            zoom: 1.0,
        }
    }
}

impl Camera {
    /// The farthest view.
    pub const MIN_ZOOM: f64 = 0.02;
    /// The nearest view.
    pub const MAX_ZOOM: f64 = 4.0;

    /// Where a page point is seen.
    pub fn to_screen(&self, point: Point<Page>) -> Point<Screen> {
        Point::new(
            (point.x - self.origin.x) * self.zoom,
            (point.y - self.origin.y) * self.zoom,
        )
    }

    /// Which page point is seen at `point`.
    pub fn to_page(&self, point: Point<Screen>) -> Point<Page> {
        Point::new(
            point.x / self.zoom + self.origin.x,
            point.y / self.zoom + self.origin.y,
        )
    }

    /// A displacement on the screen as one on the page.
    pub fn vector_to_page(&self, by: Vector<Screen>) -> Vector<Page> {
        Vector::new(by.x / self.zoom, by.y / self.zoom)
    }

    /// The part of the page that a screen of `size` shows.
    pub fn view(&self, size: Size) -> Rect<Page> {
        Rect::new(
            self.origin,
            Size::new(size.width / self.zoom, size.height / self.zoom),
        )
    }

    /// Moved so that the content follows the displacement `by`.
    #[must_use]
    pub fn panned(self, by: Vector<Screen>) -> Self {
        Self {
            origin: self.origin - self.vector_to_page(by),
            ..self
        }
    }

    /// Zoomed by `factor` with the page point under `anchor` staying where it is.
    #[must_use]
    pub fn zoomed(self, factor: f64, anchor: Point<Screen>) -> Self {
        let fixed = self.to_page(anchor);
        let zoom = (self.zoom * factor).clamp(Self::MIN_ZOOM, Self::MAX_ZOOM);
        let origin = Point::new(fixed.x - anchor.x / zoom, fixed.y - anchor.y / zoom);
        Self { origin, zoom }
    }

    /// The view that shows `area` whole and centred in the part `into` of the screen, never nearer than 100 %.
    pub fn fitting(area: Rect<Page>, into: Rect<Screen>) -> Self {
        let wide = into.size.width.max(1.0) / area.size.width.max(1.0);
        let high = into.size.height.max(1.0) / area.size.height.max(1.0);
        let zoom = wide.min(high).clamp(Self::MIN_ZOOM, 1.0);
        let middle = into.center();
        let shift = Vector::new(middle.x / zoom, middle.y / zoom);
        Self {
            origin: area.center() - shift,
            zoom,
        }
    }

    /// The view at `zoom` with `center` in the middle of a screen of `screen`.
    pub fn centred(center: Point<Page>, zoom: f64, screen: Size) -> Self {
        let half = Vector::new(screen.width / zoom / 2.0, screen.height / zoom / 2.0);
        Self {
            origin: center - half,
            zoom,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooming_keeps_the_anchor_in_place() {
        let camera = Camera {
            origin: Point::new(30.0, -20.0),
            zoom: 0.5,
        };
        let anchor = Point::new(200.0, 100.0);
        let before = camera.to_page(anchor);
        let after = camera.zoomed(3.0, anchor).to_page(anchor);
        assert!(before.distance(after) < 1e-9);
    }

    #[test]
    fn fitting_shows_the_whole_area() {
        let area = Rect::new(Point::new(-50.0, 10.0), Size::new(4000.0, 300.0));
        let into = Rect::new(Point::new(30.0, 50.0), Size::new(1200.0, 640.0));
        let camera = Camera::fitting(area, into);
        assert!(camera.to_screen(area.center()).distance(into.center()) < 1e-9);
        let seen = Rect::spanning(camera.to_screen(area.origin), camera.to_screen(area.end()));
        assert!(into.inflate(1e-9).encloses(&seen));
    }

    #[test]
    fn page_and_screen_are_inverse() {
        let camera = Camera {
            origin: Point::new(7.0, 9.0),
            zoom: 1.75,
        };
        let point = Point::new(12.5, -3.0);
        assert!(camera.to_page(camera.to_screen(point)).distance(point) < 1e-9);
    }
}
