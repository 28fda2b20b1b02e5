//! The picture of a box: its silhouette, the words inside and the constraints below it.

use board::{BoxId, BoxRecord};
use geometry::{Page, Point, Rect, Segment, Size, Vector};

use crate::badge::draw_badge;
use crate::fitting::rows;
use crate::measure::{shorten, widest_piece};
use crate::pen::Pen;
use crate::sheet::Sheet;
use crate::silhouette::{Silhouette, silhouette};
use crate::words::Words;
use crate::{Anchor, Font, Ink, Look, Marks, PathShape, Picture, Stroke, TextShape, Weight, wrap};

/// What stands in a box that has no label yet.
const PLACEHOLDER: &str = "name it";
/// The size of a label, and of one that would not fit in the lines that there are.
pub(crate) const LABEL_SIZES: [f64; 2] = [18.0, 15.5];
pub(crate) const LABEL_LINE: f64 = 21.0;
pub(crate) const SMALL_SIZE: f64 = 11.0;
const SMALL_LINE: f64 = 15.0;
const CONSTRAINTS_SIZE: f64 = 14.0;
/// Page units between the box and its constraints.
const GAP: f64 = 9.0;
/// Constraints may be wider than a narrow box.
const LEAST_WRAP: f64 = 200.0;

/// The picture of a box in its own coordinates: the origin is the top left corner of the record's rectangle.
pub fn box_picture(id: &BoxId, record: &BoxRecord, marks: &Marks, look: Look) -> Picture {
    let mut sheet = Sheet::default();
    let shape = silhouette(record.role, record.size);
    draw_outline(&mut sheet, id, record, &shape, look);
    draw_inside(&mut sheet, record, shape.inside);
    draw_constraints(&mut sheet, record, marks);
    draw_badge(&mut sheet, marks, shape.mark_at);
    sheet.finish()
}

/// Where the badge of a box has its middle, in the box's own coordinates.
pub fn badge_at(record: &BoxRecord) -> Point<Page> {
    silhouette(record.role, record.size).mark_at
}

/// Where the constraints of a box stand, in its own coordinates; where there are none, the place for a first line.
pub fn constraints_area(record: &BoxRecord) -> Rect<Page> {
    let words = constraints(record);
    let height = words.height().max(CONSTRAINTS_SIZE * 1.3);
    Rect::new(
        below(record),
        Size::new(record.size.width.max(LEAST_WRAP), height),
    )
}

/// No line of the constraints reaches farther from the left side of the box.
pub(crate) fn widest_words(record: &BoxRecord) -> f64 {
    record.size.width.max(LEAST_WRAP) + 4.0
}

/// The areas that a box covers with its outline and with its constraints, in page coordinates.
pub(crate) fn covered(record: &BoxRecord) -> [Rect<Page>; 2] {
    let words = constraints(record);
    let area = Rect::new(below(record), Size::new(words.width(), words.height()));
    [record.rect(), area.translate(record.at.to_vector())]
}

/// Where the words inside a box may stand, in its own coordinates.
pub fn label_area(record: &BoxRecord) -> Rect<Page> {
    silhouette(record.role, record.size).inside
}

fn draw_outline(sheet: &mut Sheet, id: &BoxId, record: &BoxRecord, shape: &Silhouette, look: Look) {
    let ink = Ink::Role(record.role);
    let outside = record.role.is_outside();
    sheet.fill(
        shape.outline.clone(),
        if outside {
            Ink::Paper
        } else {
            Ink::RoleFill(record.role)
        },
    );
    let lesser = record.size.width.min(record.size.height);
    let (outline, detail, width) = match look {
        Look::Plain => (shape.outline.clone(), shape.detail.clone(), 1.7),
        Look::HandDrawn => {
            let mut pen = Pen::new(id.as_str(), (lesser / 55.0).clamp(0.5, 1.7));
            // Two passes would fill the gaps between dashes.
            let outline = match shape.dash {
                Some(_) => pen.once(&shape.outline),
                None => pen.twice(&shape.outline),
            };
            (outline, pen.once(&shape.detail), 1.5)
        }
    };
    let stroke = Some(Stroke {
        ink,
        width,
        dash: shape.dash,
    });
    sheet.path(PathShape {
        outline,
        stroke,
        fill: None,
    });
    sheet.stroke(detail, ink, width);
}

/// The role, the label and the owner, one above the other, in the middle.
fn draw_inside(sheet: &mut Sheet, record: &BoxRecord, inside: Rect<Page>) {
    let width = inside.size.width;
    let (label_size, label) = label_lines(record, width);
    let owner = record.owner.trim();
    let label_height = label.len() as f64 * LABEL_LINE;
    let room = inside.size.height - 6.0;
    let shows_role = room >= label_height + SMALL_LINE;
    let shows_owner = !owner.is_empty() && room >= label_height + SMALL_LINE * 2.0;
    let small = f64::from(u8::from(shows_role)) + f64::from(u8::from(shows_owner));
    let mut at = inside.center() - Vector::new(0.0, (label_height + small * SMALL_LINE) / 2.0);
    let small_print = |text: &str, at: Point<Page>, weight, ink| TextShape {
        at: at + Vector::new(0.0, SMALL_LINE * 0.72),
        text: shorten(text, Font::Plain, weight, SMALL_SIZE, width),
        font: Font::Plain,
        size: SMALL_SIZE,
        weight,
        anchor: Anchor::Middle,
        ink,
    };
    if shows_role {
        sheet.text(small_print(
            record.role.as_str(),
            at,
            Weight::Bold,
            Ink::Role(record.role),
        ));
        at += Vector::new(0.0, SMALL_LINE);
    }
    let blank = record.label.trim().is_empty();
    for text in label {
        sheet.text(TextShape {
            at: at + Vector::new(0.0, LABEL_LINE * 0.77),
            text,
            font: Font::Hand,
            size: label_size,
            weight: if blank { Weight::Regular } else { Weight::Bold },
            anchor: Anchor::Middle,
            ink: if blank { Ink::Muted } else { Ink::Ink },
        });
        at += Vector::new(0.0, LABEL_LINE);
    }
    if shows_owner {
        let owner = format!("@{owner}");
        sheet.text(small_print(
            &owner,
            at + Vector::new(0.0, 1.5),
            Weight::Regular,
            Ink::Muted,
        ));
    }
}

/// The label in as many lines as there is room for and their size; the last is shortened where even small words do not
/// fit.
fn label_lines(record: &BoxRecord, width: f64) -> (f64, Vec<String>) {
    let text = match record.label.trim() {
        "" => PLACEHOLDER,
        label => label,
    };
    let [large, small] = LABEL_SIZES;
    let widest = widest_piece(text, Font::Hand, Weight::Bold, large);
    let rows = rows(record.size.height);
    let fits = widest <= width && wrap(text, Font::Hand, Weight::Bold, large, width).len() <= rows;
    let size = if fits { large } else { small };
    let lines = wrap(text, Font::Hand, Weight::Bold, size, width);
    let piece = |from: usize, to: usize| text.get(from..to).unwrap_or_default().trim();
    let (last, whole) = match lines.get(..rows).unwrap_or(&lines).split_last() {
        Some(parts) => parts,
        None => return (size, vec![text.to_owned()]),
    };
    let whole = whole.iter().map(|line| piece(line.range.start, line.range.end));
    let mut shown: Vec<_> = whole.map(str::to_owned).collect();
    let rest = piece(last.range.start, text.len()).replace('\n', " ");
    shown.push(shorten(&rest, Font::Hand, Weight::Bold, size, width));
    (size, shown)
}

fn constraints(record: &BoxRecord) -> Words<'_> {
    Words::new(
        &record.constraints,
        CONSTRAINTS_SIZE,
        record.size.width.max(LEAST_WRAP),
    )
}

fn below(record: &BoxRecord) -> Point<Page> {
    Point::new(2.0, record.size.height + GAP)
}

/// The constraints on a backing of paper, so that an arrow that passes below does not strike them out.
fn draw_constraints(sheet: &mut Sheet, record: &BoxRecord, marks: &Marks) {
    let words = constraints(record);
    let height = CONSTRAINTS_SIZE * 1.3;
    let mut backing = Vec::new();
    for (corner, line) in words.placed(below(record)) {
        let start = corner - Vector::new(2.0, 0.0);
        let end = corner + Vector::new(line.width + 3.0, height);
        backing.extend([
            Segment::MoveTo(start),
            Segment::LineTo(Point::new(end.x, start.y)),
            Segment::LineTo(end),
            Segment::LineTo(Point::new(start.x, end.y)),
            Segment::Close,
        ]);
    }
    sheet.fill(backing, Ink::Paper);
    words.draw(sheet, marks, below(record));
}
