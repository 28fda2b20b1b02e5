//! What is wrong with a board, why it matters and how to mend it.
//!
//! 1. [`check`] builds one `Context`: the graph view, what was read from each text, the sums.
//! 2. Every [`Rule`] of [`RULES`] looks at it and reports [`Finding`]s, or that it [cannot tell](CannotTell).
//! 3. What the board allows on purpose is set aside, what follows from another finding is folded under it, the rest is
//!    ranked as an interviewer would raise it: [`Report`].
//! 4. [`mend`] makes the fixes that findings offer, until nothing changes any more.
//! 5. [`json`] is the one stable form in which findings leave for other programs.
//! 6. A program that shows findings and leaves the judging to another tells it by a [`Mirror`] what has changed on the
//!    board, and reads the report from the [`wire`]. It is linked without any check.
//!
//! A rule is one file under `rules/` and one line in its list; the file holds the rule's page, check and fix.

pub mod baseline;
pub mod example;
pub mod json;
pub mod wire;

mod addition;
mod allow;
mod aside;
mod blank;
mod context;
mod finding;
mod findings;
#[cfg(test)]
mod fixtures;
mod folding;
mod gate;
mod keeping;
mod known;
mod layer;
mod memory;
mod mending;
mod mention;
mod mirror;
mod options;
mod phrase;
mod profile;
mod promise;
mod repeats;
mod report;
mod rule;
mod rules;
mod session;
mod settings;
mod telling;
mod trail;
mod vacancy;
mod watching;
mod wrapping;

pub use finding::{CannotTell, Consequence, Evidence, Field, Finding, Fix, Place, TextSpan};
pub use gate::Gate;
pub use memory::Memory;
pub use mending::{ByName, Mend, Mended, mend};
pub use mirror::Mirror;
pub use options::Options;
pub use profile::{PROFILES, Profile, profile};
pub use report::{Allowed, Report, Summary};
pub use rule::{Family, Rule, Severity};
pub use rules::{RULES, rule};
pub use session::{Deed, Moment, Session};
pub use settings::{Level, Setting, Settings, names_a_rule};
pub use telling::Telling;

use board::Board;
use board::graph::Graph;

use crate::findings::Gravity;
use crate::rule::Check;

/// Judges `board` by every rule that `options` select; the rules on the session have nothing to judge.
pub fn check(board: &Board, options: &Options) -> Report {
    check_in(&Session::default(), board, options)
}

/// Judges `board` and the session in which it was drawn by every rule that `options` select.
///
/// Total and deterministic: every board gives a report, and the same board the same one. Time is n log n in boxes
/// and edges.
pub fn check_in(session: &Session, board: &Board, options: &Options) -> Report {
    check_with(&mut Memory::default(), session, board, options)
}

/// Judges like [`check_in`], and reads of the board only what `memory` does not know from the boards before it.
pub fn check_with(memory: &mut Memory, session: &Session, board: &Board, options: &Options) -> Report {
    judge(Telling::All, memory, session, board, options)
}

/// Judges like [`check_with`], and puts in words what `telling` asks for: the same findings in the same order.
pub fn judge(
    telling: Telling,
    memory: &mut Memory,
    session: &Session,
    board: &Board,
    options: &Options,
) -> Report {
    let graph = Graph::new(board);
    let mut context = context::Context::new(memory, &graph, session);
    context.track = options.track.unwrap_or(context.track);
    let mut report = Report::default();
    let all = rules::CHECKS
        .iter()
        .map(|(rule, check)| (*rule, *check, options.level(rule)));
    let asked: Vec<Asked> = all.filter(|(.., level)| *level != Level::Off).collect();
    let on_allows = |(rule, ..): &&Asked| rule.family == Family::Allow;
    for asked in asked.iter().filter(|asked| !on_allows(asked)) {
        ask(*asked, telling, &context, &mut report);
    }
    context.allows = allow::set_aside(board, options, &mut report);
    for asked in asked.iter().filter(on_allows) {
        ask(*asked, telling, &context, &mut report);
    }
    folding::fold(&mut report);
    report.rank();
    report
}

/// Judges like [`check_with`], and leaves in words what could not be judged, what is set aside and the first `most` of the
/// findings: of a large board nobody reads on, and the rest need not be sent to who shows them.
pub fn check_first(
    most: usize,
    memory: &mut Memory,
    session: &Session,
    board: &Board,
    options: &Options,
) -> Report {
    let mut report = check_with(memory, session, board, options);
    // Which come first is known when all have spoken, and asking the rules twice takes longer than words do.
    for finding in report.findings.iter_mut().skip(most) {
        finding.leave_words();
    }
    report
}

/// A rule that is asked, what finds it, and what it is set to.
type Asked = (&'static Rule, Check, Level);

/// Adds what `rule` says to the report, as grave as it is set or the track has it.
fn ask((rule, check, level): Asked, telling: Telling, context: &context::Context<'_>, report: &mut Report) {
    let gravity = Gravity {
        track: context.track,
        set: match level {
            Level::At(severity) => Some(severity),
            Level::On | Level::Off => None,
        },
    };
    check(
        context,
        &mut findings::Findings::new(rule, gravity, telling, report),
    );
}
