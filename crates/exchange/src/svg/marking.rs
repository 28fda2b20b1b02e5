//! Marking: which findings, by their numbers, stand on which box or edge.

use board::{BoxId, EdgeId};
use geometry::{Page, Point, Vector};
use lint::{Place, Report, Severity};
use scene::{Anchor, Font, Ink, Level, Marks, Shape, TextShape, Weight};
use sorted::Map;

/// The findings of a report, by place.
pub(super) struct Marking {
    on: Map<Place, Marked>,
}

#[derive(Default)]
struct Marked {
    marks: Marks,
    numbers: Vec<usize>,
}

impl Marking {
    /// Numbers the findings of `report` from 1 in its own order.
    pub(super) fn new(report: Option<&Report>) -> Self {
        let mut on = Map::<Place, Marked>::new();
        let findings = report.into_iter().flat_map(|report| &report.findings);
        for (index, finding) in findings.enumerate() {
            for place in finding.places() {
                let marked = on.get_or_default(place.clone());
                marked.numbers.push(index + 1);
                marked.marks.level = marked.marks.level.max(Some(level_of(finding.severity)));
                // Numbers say more than a count.
                marked.marks.count = 1;
            }
        }
        Self { on }
    }

    pub(super) fn on_box(&self, id: &BoxId) -> Marks {
        self.marks(&Place::Box(id.clone()))
    }

    pub(super) fn on_edge(&self, id: &EdgeId) -> Marks {
        self.marks(&Place::Edge(id.clone()))
    }

    pub(super) fn numbers_on_box(&self, id: &BoxId, badge: Point<Page>) -> Option<Shape> {
        self.numbers(&Place::Box(id.clone()), badge)
    }

    pub(super) fn numbers_on_edge(&self, id: &EdgeId, badge: Point<Page>) -> Option<Shape> {
        self.numbers(&Place::Edge(id.clone()), badge)
    }

    fn marks(&self, place: &Place) -> Marks {
        self.on
            .get(place)
            .map_or(Marks::NONE, |marked| marked.marks.clone())
    }

    /// The numbers beside the badge at `badge`.
    fn numbers(&self, place: &Place, badge: Point<Page>) -> Option<Shape> {
        let marked = self.on.get(place)?;
        let numbers: Vec<String> = marked.numbers.iter().map(usize::to_string).collect();
        Some(Shape::Text(TextShape {
            at: badge + Vector::new(13.0, -4.0),
            text: numbers.join(", "),
            font: Font::Plain,
            size: 11.5,
            weight: Weight::Bold,
            anchor: Anchor::Start,
            ink: Ink::of_level(marked.marks.level?),
        }))
    }
}

/// The mark for a severity.
pub(super) fn level_of(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Info => Level::Info,
    }
}
