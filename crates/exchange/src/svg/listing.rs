//! The listing: the findings, numbered as on the board.

use board::Board;
use geometry::{Page, Point, Rect, Segment, Size};
use lint::{Finding, Place, Report};
use scene::{Font, Ink, PathShape, Picture, Shape, Stroke, Weight, wrap};

use super::heading::words;
use super::marking::level_of;

const HEAD_SIZE: f64 = 18.0;
const SIZE: f64 = 13.0;
const LINE: f64 = 17.5;
/// Where the words start, right of the number.
const INDENT: f64 = 34.0;
/// Listings at least this wide have two columns.
const TWO_COLUMNS: f64 = 1000.0;
const GUTTER: f64 = 40.0;

/// Lays out the findings of `report` in a column of `width`, from the origin downwards.
pub(super) fn lay_out(board: &Board, report: &Report, width: f64) -> Picture {
    let mut shapes = vec![rule(width)];
    let head = match report.findings.len() {
        0 => "No findings".to_owned(),
        1 => "1 finding".to_owned(),
        count => format!("{count} findings"),
    };
    shapes.push(words(
        &head,
        Point::new(0.0, 30.0),
        Font::Hand,
        HEAD_SIZE,
        Weight::Bold,
        Ink::Ink,
    ));
    let columns: usize = if width >= TWO_COLUMNS { 2 } else { 1 };
    let column = (width + GUTTER) / columns as f64 - GUTTER;
    let per_column = report.findings.len().div_ceil(columns).max(1);
    let mut lowest = 44.0_f64;
    for (place, findings) in report.findings.chunks(per_column).enumerate() {
        let mut corner = Point::new(place as f64 * (column + GUTTER), 44.0);
        for (index, finding) in findings.iter().enumerate() {
            let number = place * per_column + index + 1;
            corner.y = lay_out_finding(board, number, finding, corner, column, &mut shapes);
        }
        lowest = lowest.max(corner.y);
    }
    Picture {
        shapes,
        bounds: Rect::new(Point::new(0.0, 0.0), Size::new(width, lowest)),
    }
}

/// Adds one finding at `corner`; gives its lower end.
fn lay_out_finding(
    board: &Board,
    number: usize,
    finding: &Finding,
    corner: Point<Page>,
    width: f64,
    shapes: &mut Vec<Shape>,
) -> f64 {
    let ink = Ink::of_level(level_of(finding.severity));
    let mut baseline = corner.y + 14.0;
    let at = |x: f64, y: f64| Point::new(corner.x + x, y);
    shapes.push(words(
        &number.to_string(),
        at(0.0, baseline),
        Font::Plain,
        SIZE,
        Weight::Bold,
        ink,
    ));
    let head = format!(
        "{} · {} · {}",
        finding.severity.as_str(),
        finding.rule.code,
        name_of(board, &finding.place)
    );
    for (text, weight, ink) in [
        (head.as_str(), Weight::Bold, ink),
        (finding.message.as_str(), Weight::Regular, Ink::Ink),
    ] {
        for line in wrap(text, Font::Plain, weight, SIZE, width - INDENT) {
            let line = text.get(line.range).unwrap_or_default();
            shapes.push(words(line, at(INDENT, baseline), Font::Plain, SIZE, weight, ink));
            baseline += LINE;
        }
    }
    baseline - 14.0 + 9.0
}

/// What people call the place of a finding.
fn name_of(board: &Board, place: &Place) -> String {
    let label = |label: &str, id: &str| {
        if label.trim().is_empty() {
            id.to_owned()
        } else {
            label.trim().to_owned()
        }
    };
    let name = |id: &board::BoxId| {
        board
            .get_box(id)
            .map_or_else(|| id.to_string(), |it| label(&it.label, id.as_str()))
    };
    match place {
        Place::Box(id) => name(id),
        Place::Edge(id) => match board.get_edge(id) {
            Some(edge) => format!("{} → {}", name(&edge.from), name(&edge.to)),
            None => id.to_string(),
        },
        Place::Answer(question) => question.to_string(),
        Place::Wrap | Place::Session | Place::Board => place.kind().to_owned(),
    }
}

/// A thin line over the whole width.
fn rule(width: f64) -> Shape {
    let outline = vec![
        Segment::MoveTo(Point::new(0.0, 0.0)),
        Segment::LineTo(Point::new(width, 0.0)),
    ];
    let stroke = Stroke {
        ink: Ink::Faint,
        width: 1.2,
        dash: None,
    };
    Shape::Path(PathShape {
        outline,
        stroke: Some(stroke),
        fill: None,
    })
}
