//! CON001: a box with nothing to be held to.

use board::Role;
use board::graph::BoxNode;

use crate::blank;
use crate::context::{Context, at_box};
use crate::finding::Field;
use crate::findings::Findings;
use crate::phrase::{opening, quote, whole};
use crate::rule::rule;

rule! {
    /// # Missing constraint
    ///
    /// ## What it looks at
    /// Every ingest, process, store and serve box: whether its constraints hold at least one quantity (`p99 20 ms`,
    /// `50k ev/s`, `90 days`) or one guarantee that has a name (`exactly-once`, `eventual`). Text without either counts
    /// as none. A dead letter or a quarantine that stands on a failure path alone is not judged.
    ///
    /// ## Why an interviewer minds
    /// A box with a name and no figure only names a product. The figure is what makes it a decision: it says why this
    /// box and not the next, and it is where the follow-up questions start.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 500k ev/s, p99 20 ms, 7-day replay
    /// ```
    ///
    /// ## Fix
    /// Write beside the box the one figure that it must hold, even as an assumption. The fix leaves a blank for it
    /// (`? ev/s`, `? ms`, `keep ? days`), which counts as no figure, so this rule goes on asking.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: one constraint beside every box.
    "CON001" "missing-constraint" Constraint Error
    "an ingest, process, store or serve box has no constraint that reads as a quantity or a named guarantee"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context.stages().filter(|node| speaks_of(context, node)) {
        let text = &node.record.constraints;
        let seen = if text.trim().is_empty() {
            "has no constraint".to_owned()
        } else {
            format!("says {}, which holds no figure", quote(text))
        };
        let message = || format!(
            "{} {seen}, so nothing tells whether it fits. Say what it must hold: {}.",
            opening(node),
            expected(node.record.role),
        );
        let mut said = findings.say(at_box(node), message);
        if !blank::is_in(text) {
            let blank = blank_for(node.record.role);
            said = said.fix(|| (format!("Leave a blank for it: {blank}"), blank::left(context, node, blank)), false);
        }
        if !text.trim().is_empty() {
            said.words(|| "No figure and no named guarantee in here", Field::Constraints, text, whole(text));
        }
    }
}

/// The rule names this box; what follows from a missing constraint is folded under it.
pub(crate) fn speaks_of(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    node.record.role.is_stage()
        && context.reading(node.slot).quantities.is_empty()
        && !context.is_failure_side(node)
}

/// What a role is judged by, in words.
pub(crate) fn expected(role: Role) -> &'static str {
    match role {
        Role::Ingest => "a rate, a data rate, a latency or a freshness",
        Role::Process => "a latency, a freshness or a rate",
        Role::Store => "a retention, a size, a cost or a consistency",
        _ => "a latency, a rate or an availability",
    }
}

/// The blank for the figure that a role is judged by first.
pub(crate) const fn blank_for(role: Role) -> &'static str {
    match role {
        Role::Ingest => "? ev/s",
        Role::Store => "keep ? days",
        _ => "? ms",
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["kafka"], "[ingest] Kafka"),
            (&["kafka"], "[ingest] Kafka: the usual set-up"),
            (&["kafka", "lake"], "[ingest] Kafka: ? ev/s\n[store] Lake: keep ? days"),
            (&[], "[ingest] Kafka: at-least-once"),
            (&[], "[source] Cards\n[consumer] Shop\n[govern] Catalog\n[observe] Alerts"),
            (&[], "[process] Job: hourly\n[store] DLQ\nJob -failure-> DLQ"),
        ]);
    }
}
