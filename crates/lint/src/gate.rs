//! Which reports fail.

use crate::report::Report;
use crate::rule::Severity;

/// What makes a report fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gate {
    /// The least grave finding that does; nothing found does where there is none.
    pub least: Option<Severity>,
    /// What cannot be told does, too.
    pub is_strict: bool,
}

impl Gate {
    /// Errors fail, and nothing else.
    pub const USUAL: Self = Self {
        least: Some(Severity::Error),
        is_strict: false,
    };

    /// Whether a finding of this severity fails.
    pub fn is_failing(&self, severity: Severity) -> bool {
        self.least.is_some_and(|least| severity <= least)
    }

    /// Whether `report` fails.
    pub fn fails(&self, report: &Report) -> bool {
        let is_grave = report.worst().is_some_and(|worst| self.is_failing(worst));
        is_grave || self.is_strict && !report.cannot_tell.is_empty()
    }
}
