//! Words with what was read in them underlined: softly where it was understood, wavy where it was not.

use std::ops::Range;

use geometry::{Page, Point, Segment, Vector};
use quantity::Reading;

use crate::sheet::Sheet;
use crate::{Anchor, Font, Ink, Line, Marks, TextShape, Weight, text_width, wrap};

/// A block of words: a constraints text, broken into lines.
pub(crate) struct Words<'t> {
    text: &'t str,
    size: f64,
    lines: Vec<Line>,
}

impl<'t> Words<'t> {
    /// `text` in the hand face, no line wider than `width`.
    pub(crate) fn new(text: &'t str, size: f64, width: f64) -> Self {
        let lines = wrap(text, Font::Hand, Weight::Regular, size, width);
        Self { text, size, lines }
    }

    /// The widest line.
    pub(crate) fn width(&self) -> f64 {
        self.lines.iter().fold(0.0, |widest, line| widest.max(line.width))
    }

    /// All lines.
    pub(crate) fn height(&self) -> f64 {
        self.lines.len() as f64 * self.line_height()
    }

    /// Each line with its upper left corner, where the first stands at `at`.
    pub(crate) fn placed(&self, at: Point<Page>) -> impl Iterator<Item = (Point<Page>, &Line)> {
        let height = self.line_height();
        let lines = self.lines.iter().enumerate();
        lines.map(move |(row, line)| (at + Vector::new(0.0, row as f64 * height), line))
    }

    /// Draws the words with their upper left corner at `at`.
    pub(crate) fn draw(&self, sheet: &mut Sheet, marks: &Marks, at: Point<Page>) {
        let reading = if marks.is_plain {
            Reading::default()
        } else {
            quantity::read(self.text)
        };
        let read = reading
            .quantities
            .iter()
            .map(|quantity| quantity.span.start..quantity.span.end);
        let unread = reading.unread.iter().map(|span| span.start..span.end);
        let soft: Vec<Range<usize>> = read.collect();
        let wavy: Vec<Range<usize>> = unread.chain(marks.unread.iter().cloned()).collect();
        for (corner, line) in self.placed(at) {
            let baseline = corner + Vector::new(0.0, self.size * 0.98);
            for range in &soft {
                if let Some((from, to)) = self.stretch(line, range) {
                    let start = baseline + Vector::new(from, self.size * 0.2);
                    sheet.stroke(underline(start, to - from), Ink::Faint, 1.5);
                }
            }
            for range in &wavy {
                if let Some((from, to)) = self.stretch(line, range) {
                    let start = baseline + Vector::new(from, self.size * 0.24);
                    sheet.stroke(wave(start, to - from), Ink::Warning, 1.3);
                }
            }
            sheet.text(TextShape {
                at: baseline,
                text: self.text.get(line.range.clone()).unwrap_or_default().to_owned(),
                font: Font::Hand,
                size: self.size,
                weight: Weight::Regular,
                anchor: Anchor::Start,
                ink: Ink::Ink,
            });
        }
    }

    fn line_height(&self) -> f64 {
        (self.size * 1.32).round()
    }

    /// Where the bytes `range` start and end on `line`, from its left end; nothing where it has none of them.
    fn stretch(&self, line: &Line, range: &Range<usize>) -> Option<(f64, f64)> {
        let start = range.start.max(line.range.start);
        let end = range.end.min(line.range.end);
        if start >= end {
            return None;
        }
        let width = |range: Range<usize>| {
            let text = self.text.get(range)?;
            Some(text_width(text, Font::Hand, Weight::Regular, self.size))
        };
        let from = width(line.range.start..start)?;
        Some((from, from + width(start..end)?))
    }
}

/// A line that sags a little, as one drawn in passing.
fn underline(start: Point<Page>, length: f64) -> Vec<Segment<Page>> {
    let at = |share: f64, y: f64| start + Vector::new(length * share, y);
    vec![
        Segment::MoveTo(start),
        Segment::CubicTo(at(0.3, 0.9), at(0.7, 0.7), at(1.0, -0.3)),
    ]
}

fn wave(start: Point<Page>, length: f64) -> Vec<Segment<Page>> {
    const HALF: f64 = 3.2;
    let count = (length / HALF).round().clamp(2.0, 200.0) as u32;
    let step = length / f64::from(count);
    let mut outline = vec![Segment::MoveTo(start)];
    for index in 0..count {
        let from = start + Vector::new(f64::from(index) * step, 0.0);
        let rise = if index % 2 == 0 { -2.4 } else { 2.4 };
        let at = |share: f64, y: f64| from + Vector::new(step * share, y);
        outline.push(Segment::CubicTo(at(0.35, rise), at(0.65, rise), at(1.0, 0.0)));
    }
    outline
}
