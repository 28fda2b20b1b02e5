//! Which marks the findings put on boxes and edges.

use std::rc::Rc;

use board::{BoxId, EdgeId};
use lint::{Place, Report, Severity};
use scene::{Level, Marks};
use sorted::Map;

use crate::later;
use crate::store::Store;

/// The marks of one report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marking {
    boxes: Map<BoxId, Marks>,
    edges: Map<EdgeId, Marks>,
}

impl Marking {
    /// Counts the findings on each box and edge and keeps the worst.
    pub(crate) fn of(report: &Report) -> Self {
        let mut marking = Self::default();
        for finding in &report.findings {
            for place in finding.places() {
                let marks = match place {
                    Place::Box(id) => marking.boxes.get_or_default(id.clone()),
                    Place::Edge(id) => marking.edges.get_or_default(id.clone()),
                    Place::Answer(_) | Place::Wrap | Place::Session | Place::Board => continue,
                };
                marks.count += 1;
                marks.level = marks.level.max(Some(level(finding.severity)));
            }
        }
        marking
    }

    /// Those that the board shows: none of a report that who presents leaves out.
    pub(crate) fn shown(store: &Store) -> Rc<Self> {
        match store.editor().shows_findings() {
            true => store.judged().marking,
            false => Rc::default(),
        }
    }

    /// The marks on a box.
    pub(crate) fn on_box(&self, id: &BoxId) -> Marks {
        legible(self.boxes.get(id))
    }

    /// The marks on an edge.
    pub(crate) fn on_edge(&self, id: &EdgeId) -> Marks {
        legible(self.edges.get(id))
    }
}

/// With nothing underlined until that which reads words is there.
fn legible(marks: Option<&Marks>) -> Marks {
    let mut marks = marks.cloned().unwrap_or(Marks::NONE);
    marks.is_plain = !later::is_there();
    marks
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Info => Level::Info,
    }
}
