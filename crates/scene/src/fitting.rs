//! How large a box has to be for what is written in it.

use board::BoxRecord;
use geometry::Size;

use crate::box_picture::{LABEL_LINE, LABEL_SIZES, SMALL_SIZE};
use crate::measure::widest_piece;
use crate::silhouette::silhouette;
use crate::{Font, Weight, text_width, wrap};

/// Sizes are tried in steps of this many page units.
const STEP: f64 = 8.0;
const NARROWEST: f64 = 64.0;
const LOWEST: f64 = 40.0;
/// A box that fits its text is no smaller than this, so that a row of them looks like one.
const COMFORTABLE: f64 = 112.0;
/// A text may ask for a box of this width, and no more.
const WIDEST: f64 = 480.0;

/// The least width at which no word of the label is broken; a box may always be as narrow as a usual one.
pub fn least_width(record: &BoxRecord) -> f64 {
    let [_, small] = LABEL_SIZES;
    let widest = widest_piece(&record.label, Font::Hand, Weight::Bold, small);
    let usual = BoxRecord::DEFAULT_SIZE.width;
    narrowest(record, NARROWEST, usual, |inside| inside >= widest)
}

/// The least height that shows the whole label in a box of this `width`.
pub fn least_height(record: &BoxRecord, width: f64) -> f64 {
    let [_, small] = LABEL_SIZES;
    let lines = wrap(
        &record.label,
        Font::Hand,
        Weight::Bold,
        small,
        inside(record, width),
    )
    .len();
    match lines {
        0 | 1 => LOWEST,
        2 => LOWEST + LABEL_LINE,
        more => height_for(more),
    }
}

/// The size that the texts in a box need: wide enough for the label in two lines of usual size and for the owner.
pub fn fitting_size(record: &BoxRecord) -> Size {
    let [large, _] = LABEL_SIZES;
    let label = |width| wrap(&record.label, Font::Hand, Weight::Bold, large, width);
    let widest = widest_piece(&record.label, Font::Hand, Weight::Bold, large);
    let owner = format!("@{}", record.owner.trim());
    let owner = text_width(&owner, Font::Plain, Weight::Regular, SMALL_SIZE);
    let fits = |inside| inside >= widest && inside >= owner && label(inside).len() <= 2;
    let width = narrowest(record, COMFORTABLE, WIDEST, fits);
    let height = least_height(record, width).max(BoxRecord::DEFAULT_SIZE.height);
    Size::new(width, height)
}

/// How many lines of its label a box of this height shows, but for what a usual one shows.
pub(crate) fn rows(height: f64) -> usize {
    let more = (height - BoxRecord::DEFAULT_SIZE.height) / LABEL_LINE;
    2 + more.clamp(0.0, 40.0) as usize
}

fn height_for(rows: usize) -> f64 {
    let more = rows.saturating_sub(2).min(40) as f64;
    let exact = BoxRecord::DEFAULT_SIZE.height + more * LABEL_LINE;
    (exact / STEP).ceil() * STEP
}

/// The narrowest width from `from` to `to` whose room for words is enough.
fn narrowest(record: &BoxRecord, from: f64, to: f64, enough: impl Fn(f64) -> bool) -> f64 {
    let mut width = from;
    while width < to && !enough(inside(record, width)) {
        width += STEP;
    }
    width
}

/// The room for words in a box of this width and the usual height.
fn inside(record: &BoxRecord, width: f64) -> f64 {
    let size = Size::new(width, BoxRecord::DEFAULT_SIZE.height);
    silhouette(record.role, size).inside.size.width
}
