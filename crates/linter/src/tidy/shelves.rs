//! Shelves: groups in rows from left to right, together about as wide for their height as the screen is.

use super::{BELOW, BESIDE, on_grid};

/// How many widths are tried.
const WIDTHS: u32 = 64;

/// The groups stand beside one another as far as this, and then on the next shelf below.
pub(super) struct Shelf {
    width: f64,
    x: f64,
    top: f64,
    bottom: f64,
}

impl Shelf {
    pub(super) fn new(width: f64) -> Self {
        Self {
            width,
            x: 0.0,
            top: 0.0,
            bottom: 0.0,
        }
    }

    /// Where the next group begins that is so wide.
    pub(super) fn next(&mut self, width: f64) -> (f64, f64) {
        if self.x > 0.0 && self.x + width > self.width {
            self.x = 0.0;
            self.top = on_grid(self.bottom + BELOW);
        }
        let x = self.x;
        self.x = on_grid(x + width + BESIDE);
        (x, self.top)
    }

    /// The shelf is full down to here.
    pub(super) fn filled(&mut self, bottom: f64) {
        self.bottom = self.bottom.max(bottom);
    }
}

/// How wide shelves have to be for groups of these sizes, widths and heights, to be seen as large as can be on a screen
/// that is `proportion` times as wide as high.
pub(super) fn best_width(sizes: &[(f64, f64)], proportion: f64) -> f64 {
    let proportion = if proportion.is_finite() { proportion } else { 1.0 };
    let proportion = proportion.clamp(0.25, 4.0);
    let least = sizes.iter().fold(1.0, |widest: f64, size| widest.max(size.0));
    let most: f64 = sizes.iter().map(|size| size.0 + BESIDE + 8.0).sum();
    let step = (most / least).max(1.0).powf(1.0 / f64::from(WIDTHS));
    let mut best = (f64::INFINITY, least);
    let mut width = least;
    for _ in 0..=WIDTHS {
        let (right, bottom) = extent(sizes, width);
        let shown = (right / proportion).max(bottom);
        if shown < best.0 {
            best = (shown, width);
        }
        width *= step;
    }
    best.1
}

/// How far right and down groups reach on shelves that are so wide.
fn extent(sizes: &[(f64, f64)], width: f64) -> (f64, f64) {
    let mut shelf = Shelf::new(width);
    let mut right: f64 = 0.0;
    for (wide, high) in sizes {
        let (x, y) = shelf.next(*wide);
        right = right.max(x + wide);
        shelf.filled(y + high);
    }
    (right, shelf.bottom)
}
