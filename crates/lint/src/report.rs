//! Everything that the rules say of one board.

use std::mem;

use sorted::ranked;

use crate::finding::{CannotTell, Finding};
use crate::rule::Severity;

/// Everything that the rules say of one board, ranked as an interviewer would raise it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The faults: the gravest first, then by family and rule, then in the order of the board.
    pub findings: Vec<Finding>,
    /// What could not be judged for want of a figure.
    pub cannot_tell: Vec<CannotTell>,
    /// The findings that the board sets aside on purpose.
    pub allowed: Vec<Allowed>,
}

/// A finding set aside on purpose.
#[derive(Clone, Debug, PartialEq)]
pub struct Allowed {
    /// The finding.
    pub finding: Finding,
    /// Why it may stand.
    pub why: String,
}

/// How many of each there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Findings that would cost the round.
    pub errors: usize,
    /// Findings that an interviewer would ask about.
    pub warnings: usize,
    /// Findings worth a thought.
    pub infos: usize,
    /// What could not be judged.
    pub cannot_tell: usize,
    /// Findings set aside on purpose.
    pub allowed: usize,
}

impl Report {
    /// How many of each there are.
    pub fn summary(&self) -> Summary {
        let count = |severity| {
            self.findings
                .iter()
                .filter(|finding| finding.severity == severity)
                .count()
        };
        Summary {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            cannot_tell: self.cannot_tell.len(),
            allowed: self.allowed.len(),
        }
    }

    /// The gravest severity among the findings.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).min()
    }

    /// Sorts as an interviewer would raise it. Rules are asked by family and code, each speaks in the order of the board,
    /// and the sort is stable.
    pub(crate) fn rank(&mut self) {
        self.findings = ranked(mem::take(&mut self.findings), |finding| finding.severity as u64);
    }
}
