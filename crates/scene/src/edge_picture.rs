//! The picture of an edge: the curve, its head, and the slip of paper with its words.

use board::owner::Owner;
use board::{EdgeId, EdgeKind, EdgeRecord};
use geometry::{Page, Point, Rect, Route, Segment, Size, Vector};

use crate::badge::draw_badge;
use crate::measure::{shorten, widest_piece};
use crate::pen::Pen;
use crate::sheet::Sheet;
use crate::silhouette::{moved, rounded};
use crate::words::Words;
use crate::{
    Anchor, Dash, Font, Ink, Line, Look, Marks, PathShape, Picture, Stroke, TextShape, Weight, text_width,
    wrap,
};

const LABEL_SIZE: f64 = 13.5;
const LABEL_LINE: f64 = 17.0;
const CONSTRAINTS_SIZE: f64 = 13.0;
const OWNER_SIZE: f64 = 10.5;
const OWNER_LINE: f64 = 14.0;
/// The widest slip, and the narrowest that words are broken for.
const WIDEST: f64 = 176.0;
const NARROWEST: f64 = 80.0;
/// The narrowest slip.
const LEAST: f64 = 26.0;
/// Page units of the curve that stay in sight on both sides of the slip.
const IN_SIGHT: f64 = 14.0;

/// The picture of an edge on its route, in page coordinates: its line and then its slip.
pub fn edge_picture(id: &EdgeId, record: &EdgeRecord, route: &Route, marks: &Marks, look: Look) -> Picture {
    let mut picture = edge_line(id, record, route, look);
    let slip = edge_slip(id, record, route, marks, look);
    picture.shapes.extend(slip.shapes);
    picture.bounds = picture.bounds.union(slip.bounds);
    picture
}

/// The line of an edge alone. Where many edges are drawn, their lines go below all boxes and all slips.
pub fn edge_line(id: &EdgeId, record: &EdgeRecord, route: &Route, look: Look) -> Picture {
    let mut sheet = Sheet::default();
    draw_curve(&mut sheet, record.kind, route);
    draw_head(&mut sheet, id, record.kind, route, look);
    sheet.finish()
}

/// The slip of paper of an edge alone, with its words and marks.
pub fn edge_slip(id: &EdgeId, record: &EdgeRecord, route: &Route, marks: &Marks, look: Look) -> Picture {
    slip_picture(id, record, slip_room(route), marks, look).moved(route.label_at)
}

/// The same about its own middle, no wider than `room`: wherever the words stand, they look like this.
pub fn slip_picture(id: &EdgeId, record: &EdgeRecord, room: f64, marks: &Marks, look: Look) -> Picture {
    let mut sheet = Sheet::default();
    let slip = Slip::new(record, room);
    slip.draw(&mut sheet, id, marks, look);
    draw_badge(&mut sheet, marks, slip.badge_at());
    sheet.finish()
}

/// Where the badge of an edge has its middle, in page coordinates.
pub fn edge_badge_at(record: &EdgeRecord, route: &Route) -> Point<Page> {
    Slip::new(record, slip_room(route)).badge_at() + route.label_at.to_vector()
}

/// The area of the slip of paper that carries an edge's words, in page coordinates.
pub fn slip_area(record: &EdgeRecord, route: &Route) -> Rect<Page> {
    let area = Slip::new(record, slip_room(route)).area;
    area.translate(route.label_at.to_vector())
}

fn draw_curve(sheet: &mut Sheet, kind: EdgeKind, route: &Route) {
    let (width, dash) = match kind {
        EdgeKind::Data => (1.9, None),
        EdgeKind::Failure => (1.8, Some(Dash { on: 8.0, off: 6.0 })),
        EdgeKind::Control => (1.8, Some(Dash { on: 0.5, off: 5.5 })),
    };
    let ink = Ink::of_edge(kind);
    sheet.path(PathShape {
        outline: route.segments(),
        stroke: Some(Stroke { ink, width, dash }),
        fill: None,
    });
}

fn draw_head(sheet: &mut Sheet, id: &EdgeId, kind: EdgeKind, route: &Route, look: Look) {
    let (tip, heading) = (route.end(), route.heading());
    let across = heading.perpendicular();
    let back = tip - heading * 11.0;
    let (left, right) = (back + across * 5.5, back - across * 5.5);
    let head = vec![
        Segment::MoveTo(left),
        Segment::LineTo(tip),
        Segment::LineTo(right),
    ];
    let ink = Ink::of_edge(kind);
    match look {
        Look::HandDrawn => sheet.stroke(Pen::new(id.as_str(), 0.9).once(&head), ink, 2.0),
        Look::Plain => {
            let closed = [head, vec![Segment::Close]].concat();
            sheet.fill(closed, ink);
        }
    }
}

/// The slip of paper in the middle of the curve, with its own middle at the origin.
struct Slip<'r> {
    record: &'r EdgeRecord,
    label: Vec<Line>,
    words: Words<'r>,
    owner: String,
    area: Rect<Page>,
}

impl<'r> Slip<'r> {
    fn new(record: &'r EdgeRecord, room: f64) -> Self {
        let inner = (room - 10.0).max(widest_word(record));
        let label = wrap(&record.label, Font::Hand, Weight::Bold, LABEL_SIZE, inner);
        let words = Words::new(&record.constraints, CONSTRAINTS_SIZE, inner);
        let owner = shorten(
            &owner_text(record),
            Font::Plain,
            Weight::Regular,
            OWNER_SIZE,
            inner,
        );
        let widest = label
            .iter()
            .fold(words.width(), |widest, line| widest.max(line.width));
        let width = widest.max(text_width(&owner, Font::Plain, Weight::Bold, OWNER_SIZE));
        let height = label.len() as f64 * LABEL_LINE + words.height() + OWNER_LINE;
        let size = Size::new((width + 10.0).max(LEAST), height + 6.0);
        let corner = Point::new(-size.width / 2.0, -size.height / 2.0);
        Self {
            record,
            label,
            words,
            owner,
            area: Rect::new(corner, size),
        }
    }

    /// On the upper right corner, far enough out to leave the last letter of a slip of one line in sight.
    fn badge_at(&self) -> Point<Page> {
        Point::new(self.area.right() + 7.0, self.area.top() - 9.0)
    }

    fn draw(&self, sheet: &mut Sheet, id: &EdgeId, marks: &Marks, look: Look) {
        self.draw_paper(sheet, id, look);
        let ink = Ink::of_edge(self.record.kind);
        let middle = self.area.center().x;
        let mut top = self.area.top() + 3.0;
        for line in &self.label {
            sheet.text(TextShape {
                at: Point::new(middle, top + LABEL_LINE * 0.78),
                text: self
                    .record
                    .label
                    .get(line.range.clone())
                    .unwrap_or_default()
                    .to_owned(),
                font: Font::Hand,
                size: LABEL_SIZE,
                weight: Weight::Bold,
                anchor: Anchor::Middle,
                ink,
            });
            top += LABEL_LINE;
        }
        let left = middle - self.words.width() / 2.0;
        self.words.draw(sheet, marks, Point::new(left, top));
        top += self.words.height();
        let unowned = self.owner == NOBODY;
        sheet.text(TextShape {
            at: Point::new(middle, top + OWNER_LINE * 0.76),
            text: self.owner.clone(),
            font: Font::Plain,
            size: OWNER_SIZE,
            weight: if unowned { Weight::Bold } else { Weight::Regular },
            anchor: Anchor::Middle,
            ink: Ink::Muted,
        });
    }

    fn draw_paper(&self, sheet: &mut Sheet, id: &EdgeId, look: Look) {
        let clean = moved(&rounded(self.area.size, 6.0), self.area.origin);
        sheet.fill(clean.clone(), Ink::Chip);
        let rim = match look {
            Look::HandDrawn => Pen::new(id.as_str(), 0.8).once(&clean),
            Look::Plain => clean,
        };
        sheet.stroke(rim, Ink::Faint, 1.0);
    }
}

/// What stands where the owner would.
const NOBODY: &str = "owner?";

/// `@Team`, `@Producer → Consumer`, or the question who.
fn owner_text(record: &EdgeRecord) -> String {
    match Owner::read(&record.owner) {
        Owner::Nobody => NOBODY.to_owned(),
        Owner::Team(team) => format!("@{team}"),
        Owner::HandOff { producer, consumer } => format!("@{producer} → {consumer}"),
    }
}

/// The widest word on the slip, within reason: it is not broken even where that hides more of a short line.
fn widest_word(record: &EdgeRecord) -> f64 {
    let label = widest_piece(&record.label, Font::Hand, Weight::Bold, LABEL_SIZE);
    let words = widest_piece(&record.constraints, Font::Hand, Weight::Regular, CONSTRAINTS_SIZE);
    label.max(words).min(120.0)
}

/// How wide a slip may be so that the curve shows on both sides of it.
pub fn slip_room(route: &Route) -> f64 {
    let span: Vector<Page> = route.end() - route.start;
    if span.y.abs() > span.x.abs() {
        return WIDEST;
    }
    (span.x.abs() - 2.0 * IN_SIGHT).clamp(NARROWEST, WIDEST)
}
