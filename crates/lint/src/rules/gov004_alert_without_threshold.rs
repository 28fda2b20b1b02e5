//! GOV004: an alarm that rings at no particular moment.

use board::Role;
use board::graph::{BoxNode, EdgeLink};

use crate::blank;
use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::opening;
use crate::rule::rule;
use crate::watching::BLANK;

rule! {
    /// # Alert without threshold
    ///
    /// ## What it looks at
    /// Every observe box: whether its own constraints, or those of an edge that touches it, hold a figure.
    ///
    /// ## Why an interviewer minds
    /// "We monitor it" is the answer of whoever has never been on call. At which number does the phone ring, and is
    /// that before or after the promise is broken?
    ///
    /// ## Bad board
    /// ```bad
    /// [process] Scoring: p99 140 ms
    /// [observe] Alerts
    /// Scoring -control-> Alerts
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [process] Scoring: p99 140 ms
    /// [observe] Alerts: page on-call at p99 > 250 ms
    /// Scoring -control-> Alerts
    /// ```
    ///
    /// ## Fix
    /// Write the figure at which somebody is woken, a little before the promise is broken. The fix leaves a blank for
    /// it, and this goes on asking.
    ///
    /// ## Source
    /// Google SRE workbook, alerting on service levels. Interview guide on job monitoring: thresholds from what is usual.
    "GOV004" "alert-without-threshold" Governance Warning
    "an observe box that names no figure at which somebody is told"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let observes = |node: &&BoxNode<'_>| node.record.role == Role::Observe;
    for node in context.graph.boxes().filter(observes) {
        let holds_figure = |link: &EdgeLink<'_>| !context.readings.of_edge(link.slot).quantities.is_empty();
        if context.reading(node.slot).quantities.is_empty() && !context.graph.touching(node.slot).any(holds_figure) {
            let message = || format!(
                "{} names no figure, so nobody knows when it rings. Write at which number somebody is woken, a little \
                 inside of what was promised.",
                opening(node),
            );
            let said = findings.say(at_box(node), message);
            if !blank::is_in(&node.record.constraints) {
                said.fix(|| (format!("Leave a blank for it: {BLANK}"), blank::left(context, node, BLANK)), false);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["alerts"], "[observe] Alerts: on everything"),
            (&[], "[observe] Alerts: at 1 % errors"),
            (&[], "[process] P\n[observe] Alerts\nP -control-> Alerts: lag above 5 min"),
        ]);
    }
}
