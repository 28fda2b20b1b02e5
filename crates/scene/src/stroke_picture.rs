//! The picture of a stroke: a smooth line through its points, thicker where the pen was pressed.

use board::StrokeRecord;
use geometry::{Page, Point, Rect, Segment, Vector, smooth};

use crate::sheet::Sheet;
use crate::{Ink, Picture};

/// How thick a line is where the pen hardly touches, and how much thicker where it is pressed as hard as can be, as
/// shares of the usual width.
const THINNEST: f64 = 0.35;
const MORE: f64 = 1.3;

/// The picture of a stroke in its own coordinates: the origin is the top left corner of its [`stroke_area`].
pub fn stroke_picture(record: &StrokeRecord) -> Picture {
    let corner = stroke_area(record).origin.to_vector();
    let points: Vec<_> = record.points.iter().map(|point| *point - corner).collect();
    let mut sheet = Sheet::default();
    let outline = pressed_outline(&points, &record.pressures);
    let width = match outline.is_empty() {
        true => width_of(record.pressures.first().copied()),
        false => StrokeRecord::WIDTH * THINNEST,
    };
    sheet.stroke(smooth(&points), Ink::Ink, width);
    if !outline.is_empty() {
        sheet.fill(outline, Ink::Ink);
    }
    sheet.finish()
}

/// The area that a stroke covers.
pub fn stroke_area(record: &StrokeRecord) -> Rect<Page> {
    let dots = record.points.iter().map(|point| Rect::spanning(*point, *point));
    let hull = Rect::enclosing(dots).unwrap_or_default();
    hull.inflate(width_of(record.pressures.iter().max().copied()) / 2.0)
}

/// The outline of the line through `points` that is as thick at each as `pressures` tell; empty where these tell nothing,
/// or there is only a dot.
pub fn pressed_outline(points: &[Point<Page>], pressures: &[u8]) -> Vec<Segment<Page>> {
    let at = |place: usize| points.get(place).copied();
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return Vec::new();
    };
    if points.len() < 2 || pressures.len() != points.len() {
        return Vec::new();
    }
    let mut rim = Vec::with_capacity(points.len() * 2 + 3);
    let mut back = Vec::with_capacity(points.len());
    let mut along = Vector::new(0.0, 0.0);
    for (place, (point, pressure)) in points.iter().zip(pressures).enumerate() {
        let before = at(place.wrapping_sub(1)).unwrap_or(*point);
        let after = at(place + 1).unwrap_or(*point);
        let way = after - before;
        // Where the pen turns back on itself, it goes on as it came.
        along = if way.length() > 0.0 {
            way.normalized()
        } else {
            along
        };
        let half = width_of(Some(*pressure)) / 2.0;
        let aside = along.perpendicular() * half;
        if place == 0 {
            rim.push(*first - along * half);
        }
        rim.push(*point + aside);
        back.push(*point - aside);
    }
    let half = width_of(pressures.last().copied()) / 2.0;
    rim.push(*last + along * half);
    rim.extend(back.into_iter().rev());
    rim.extend(rim.first().copied());
    let mut outline = smooth(&rim);
    outline.push(Segment::Close);
    outline
}

/// How thick a line is under so much pressure, in page units.
fn width_of(pressure: Option<u8>) -> f64 {
    let share = pressure.map_or(1.0, |pressure| {
        THINNEST + MORE * f64::from(pressure.min(StrokeRecord::HARDEST)) / f64::from(StrokeRecord::HARDEST)
    });
    StrokeRecord::WIDTH * share
}

#[cfg(test)]
mod tests {
    use super::*;
    use geometry::hull;

    fn line(pressures: &[u8]) -> StrokeRecord {
        StrokeRecord {
            points: (0..3)
                .map(|step| Point::new(f64::from(step) * 50.0, 0.0))
                .collect(),
            pressures: pressures.to_vec(),
            ..StrokeRecord::default()
        }
    }

    #[test]
    fn a_line_is_thicker_where_the_pen_was_pressed() {
        let stroke = line(&[0, 100, 0]);
        let outline = pressed_outline(&stroke.points, &stroke.pressures);
        let high = hull(&outline).map(|hull| hull.size.height).unwrap_or_default();
        assert!((high - 1.65 * StrokeRecord::WIDTH).abs() < 0.3, "{high}");
        assert!(stroke_area(&stroke).size.height > stroke_area(&line(&[])).size.height);
        assert_eq!(stroke_picture(&stroke).shapes.len(), 2);
    }

    #[test]
    fn what_tells_no_pressure_is_as_thick_everywhere() {
        assert!(pressed_outline(&line(&[]).points, &[]).is_empty());
        assert_eq!(stroke_picture(&line(&[])).shapes.len(), 1);
        assert!((width_of(Some(50)) - StrokeRecord::WIDTH).abs() < 1e-9);
    }
}
