//! SVG path data with short numbers.

use std::fmt::Write;

use geometry::{Page, Point, Segment};

/// The value of SVG's `d` attribute for `outline`, in hundredths of a page unit.
pub fn path_data(outline: &[Segment<Page>]) -> String {
    let mut data = String::with_capacity(outline.len() * 24);
    for segment in outline {
        match *segment {
            Segment::MoveTo(a) => write(&mut data, 'M', &[a]),
            Segment::LineTo(a) => write(&mut data, 'L', &[a]),
            Segment::CubicTo(a, b, c) => write(&mut data, 'C', &[a, b, c]),
            Segment::Close => data.push('Z'),
        }
    }
    data
}

fn write(data: &mut String, letter: char, points: &[Point<Page>]) {
    data.push(letter);
    for (index, value) in points.iter().flat_map(|point| [point.x, point.y]).enumerate() {
        push_number(data, value, index > 0);
    }
}

/// Appends `value` in hundredths, with a space before it unless it is the first or its sign separates it.
fn push_number(data: &mut String, value: f64, separated: bool) {
    let mut hundredths = (value * 100.0).round();
    if !hundredths.is_finite() || hundredths == 0.0 {
        hundredths = 0.0;
    }
    if separated && hundredths >= 0.0 {
        data.push(' ');
    }
    // A String takes every write.
    let _ = write!(data, "{}", hundredths / 100.0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let p = |x, y| Point::new(x, y);
        let outline = [
            Segment::MoveTo(p(0.1 + 0.2, -0.001)),
            Segment::LineTo(p(10.0, -2.555)),
            Segment::CubicTo(p(1.0, 2.0), p(-3.0, 4.0), p(f64::NAN, 1e6)),
            Segment::Close,
        ];
        assert_eq!(path_data(&outline), "M0.3 0L10-2.56C1 2-3 4 0 1000000Z");
    }
}
