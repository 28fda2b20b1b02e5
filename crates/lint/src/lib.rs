//! What is wrong with a board, why it matters and how to mend it.
//!
//! 1. [`check`] builds one `Context`: the graph view, what was read from each text, the sums.
//! 2. Every [`Rule`] of [`RULES`] looks at it and reports [`Finding`]s, or that it [cannot tell](CannotTell).
//! 3. What the board allows on purpose is set aside, the rest is ranked as an interviewer would raise it: [`Report`].
//! 4. [`json`] is the one stable form in which findings leave for other programs.
//!
//! A rule is one file under `rules/` and one line in its list; the file holds the rule's page, check and fix.

pub mod json;

mod allow;
mod context;
mod finding;
mod findings;
mod options;
mod phrase;
mod report;
mod rule;
mod rules;
mod vacancy;

pub use finding::{CannotTell, Evidence, Field, Finding, Fix, Place, TextSpan};
pub use options::Options;
pub use report::{Allowed, Report, Summary};
pub use rule::{Family, Rule, Severity};
pub use rules::{RULES, rule};

use board::Board;
use board::graph::Graph;

/// Judges `board` by every rule that `options` select.
///
/// Total and deterministic: every board gives a report, and the same board the same one. Time is n log n in boxes
/// and edges.
pub fn check(board: &Board, options: &Options) -> Report {
    let graph = Graph::new(board);
    let context = context::Context::new(&graph);
    let mut report = Report::default();
    for &rule in RULES.iter().filter(|rule| options.selects(rule)) {
        let mut findings = findings::Findings::new(rule);
        (rule.check)(&context, &mut findings);
        findings.into_report(&mut report);
    }
    allow::set_aside(board, &mut report);
    report.rank();
    report
}
