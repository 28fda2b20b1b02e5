//! The score of a board: what each point was earned by, and what it cost.

use analysis::Readings;
use board::Board;
use board::graph::Graph;
use lint::{Place, Report, Severity};

use crate::criterion::{CRITERIA, Criterion};
use crate::dimension::Dimension;
use crate::shown::Facts;

/// What a point is worth in quarters, the unit of all marks.
const POINT: u32 = 4;
/// What something that cannot be told costs, once a criterion.
const UNKNOWN: u32 = 2;

/// The marks of a board.
#[derive(Clone, Debug)]
pub struct Score {
    /// One for each dimension, in their order.
    pub marks: Vec<Mark>,
}

/// The mark of one dimension.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Which.
    pub dimension: Dimension,
    /// Its criteria, in their order.
    pub criteria: Vec<Judged>,
}

/// A criterion, judged.
#[derive(Clone, Debug)]
pub struct Judged {
    /// Which.
    pub criterion: &'static Criterion,
    /// What shows it; nothing where nothing does.
    pub shown: Option<String>,
    /// What speaks against it, the dearest first.
    pub costs: Vec<Cost>,
    quarters: u32,
}

/// What was taken off a point, and where it is to be mended.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// The code of the rule that speaks.
    pub rule: &'static str,
    /// How grave it is; nothing where the rule cannot tell.
    pub severity: Option<Severity>,
    /// Where.
    pub place: Place,
    /// What it says.
    pub message: String,
}

impl Score {
    /// Marks `board` by what stands on it and by what its `report` says, in time linear in both.
    pub fn of(board: &Board, report: &Report) -> Self {
        let graph = Graph::new(board);
        let readings = Readings::of(&graph);
        let facts = Facts {
            board,
            graph: &graph,
            readings: &readings,
        };
        let marks = Dimension::ALL.into_iter().map(|dimension| {
            let criteria = CRITERIA
                .iter()
                .filter(|criterion| criterion.dimension == dimension);
            let criteria = criteria.map(|criterion| Judged::of(criterion, &facts, report));
            Mark {
                dimension,
                criteria: criteria.collect(),
            }
        });
        Self {
            marks: marks.collect(),
        }
    }

    /// The mark of one dimension, in points.
    pub fn points(&self, dimension: Dimension) -> f64 {
        let mut marks = self.marks.iter().filter(|mark| mark.dimension == dimension);
        marks.next().map_or(0.0, Mark::points)
    }

    /// All points together, out of 25.
    pub fn total(&self) -> f64 {
        self.marks.iter().map(Mark::points).sum()
    }

    /// The round is passed: every dimension has what it needs.
    pub fn passes(&self) -> bool {
        self.marks.iter().all(Mark::passes)
    }

    /// Whether it is passed, for people.
    pub fn verdict(&self) -> &'static str {
        if self.passes() { "passes" } else { "not yet" }
    }

    /// The dimensions that lack what they need.
    pub fn short(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(|mark| !mark.passes())
    }

    /// The criteria that lack part of their point, those that would bring most first: what passing needs before what it
    /// does not, then those that lack most, then in their order.
    pub fn next(&self) -> Vec<&Judged> {
        let lacking = self.marks.iter().flat_map(|mark| {
            let lacking = mark.criteria.iter().filter(|judged| judged.quarters < POINT);
            lacking.map(|judged| ((mark.passes(), judged.quarters), judged))
        });
        let mut lacking: Vec<_> = lacking.collect();
        lacking.sort_by_key(|(rank, _)| *rank);
        lacking.into_iter().map(|(_, judged)| judged).collect()
    }
}

impl Mark {
    /// Out of five.
    pub fn points(&self) -> f64 {
        self.criteria.iter().map(Judged::points).sum()
    }

    /// It has what it needs.
    pub fn passes(&self) -> bool {
        self.dimension.needs().is_none_or(|needs| self.points() >= needs)
    }
}

impl Judged {
    fn of(criterion: &'static Criterion, facts: &Facts<'_>, report: &Report) -> Self {
        let shown = (criterion.shown)(facts);
        let findings = report
            .findings
            .iter()
            .filter(|it| criterion.rules.contains(&it.rule.code));
        let found = findings.map(|finding| Cost {
            rule: finding.rule.code,
            severity: Some(finding.severity),
            place: finding.place.clone(),
            message: finding.message.clone(),
        });
        let unknown = report
            .cannot_tell
            .iter()
            .filter(|it| criterion.rules.contains(&it.rule.code));
        let unknown = unknown.map(|unknown| Cost {
            rule: unknown.rule.code,
            severity: None,
            place: unknown.place.clone(),
            message: unknown.message.clone(),
        });
        let costs: Vec<Cost> = found.chain(unknown).collect();
        let taken: u32 = costs
            .iter()
            .filter_map(|cost| cost.severity)
            .map(quarters)
            .fold(0, u32::saturating_add);
        let is_unknown = costs.iter().any(|cost| cost.severity.is_none());
        let taken = taken.saturating_add(if is_unknown { UNKNOWN } else { 0 });
        Self {
            criterion,
            quarters: if shown.is_some() {
                POINT.saturating_sub(taken)
            } else {
                0
            },
            shown,
            costs,
        }
    }

    /// Out of one.
    pub fn points(&self) -> f64 {
        f64::from(self.quarters) / f64::from(POINT)
    }

    /// What it lacks of one.
    pub fn lacks(&self) -> f64 {
        f64::from(POINT.saturating_sub(self.quarters)) / f64::from(POINT)
    }

    /// What shows it, or what an interviewer notes where nothing does.
    pub fn said(&self) -> &str {
        self.shown.as_deref().unwrap_or(self.criterion.missing)
    }
}

/// What a finding takes off a point, in quarters.
fn quarters(severity: Severity) -> u32 {
    match severity {
        Severity::Error => 4,
        Severity::Warning => 2,
        Severity::Info => 1,
    }
}
