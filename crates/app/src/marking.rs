//! Which marks the findings put on boxes and edges.

use std::collections::BTreeMap;

use board::{BoxId, EdgeId};
use lint::{Place, Report, Severity};
use scene::{Level, Marks};

/// The marks of one report.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Marking {
    boxes: BTreeMap<BoxId, Marks>,
    edges: BTreeMap<EdgeId, Marks>,
}

impl Marking {
    /// Counts the findings on each box and edge and keeps the worst.
    pub(crate) fn of(report: &Report) -> Self {
        let mut marking = Self::default();
        for finding in &report.findings {
            let marks = match &finding.place {
                Place::Box(id) => marking.boxes.entry(id.clone()).or_default(),
                Place::Edge(id) => marking.edges.entry(id.clone()).or_default(),
                Place::Answer(_) | Place::Wrap | Place::Session | Place::Board => continue,
            };
            marks.count += 1;
            marks.level = marks.level.max(Some(level(finding.severity)));
        }
        marking
    }

    /// The marks on a box.
    pub(crate) fn on_box(&self, id: &BoxId) -> Marks {
        self.boxes.get(id).cloned().unwrap_or(Marks::NONE)
    }

    /// The marks on an edge.
    pub(crate) fn on_edge(&self, id: &EdgeId) -> Marks {
        self.edges.get(id).cloned().unwrap_or(Marks::NONE)
    }
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Info => Level::Info,
    }
}
