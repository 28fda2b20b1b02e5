//! FLR001: a box that never fails.

use board::graph::BoxNode;
use board::{EdgeKind, Role};
use quantity::{Dimension, Qualifier, Quantity};

use crate::aside::set_aside;
use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::name;
use crate::rule::rule;

rule! {
    /// # Absent failure path
    ///
    /// ## What it looks at
    /// Every ingest and process box: whether a failure edge leaves it, or its constraints say what happens when it
    /// fails (`retry 5x with backoff`, `dead letter`, `quarantine`, `checkpoint`, `7-day replay`, `failover`, …).
    /// A log that says how long it keeps events can be read again, which is enough.
    /// Promises of delivery (`exactly-once`) and recovery times say what must hold and not what happens to the event
    /// that cannot be processed, so they are not enough.
    ///
    /// ## Why an interviewer minds
    /// The event that cannot be parsed will come. Either it blocks the partition, or it is lost, or it is set aside;
    /// a design that does not say which has chosen one of the first two.
    ///
    /// ## Bad board
    /// ```bad
    /// [process] Scoring: p99 140 ms
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [process] Scoring: p99 140 ms
    /// [store] Quarantine: keep 14 days
    /// Scoring -failure-> Quarantine
    /// ```
    ///
    /// ## Fix
    /// Draw where the events go that fail, or write beside the box how it recovers. The fix sets a dead letter (behind
    /// an ingest box) or a quarantine (behind a process box) below the box and joins it by a failure edge. The new box
    /// and the edge belong to whoever owns the box that fails; where the board does not say, that is left blank, since
    /// only you know, and `OWN001` goes on asking, as `FLR002` does for who is called.
    ///
    /// ## Source
    /// Interview guide on scale: dead-letter queues and backoff policies are part of the design.
    "FLR001" "absent-failure-path" Failure Error
    "an ingest or process box with neither an outgoing failure edge nor a failure word in its constraints"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context.graph.boxes().filter(|node| speaks_of(context, node)) {
        let message = || format!(
            "Nothing says what happens when {} fails: an event that it cannot {} blocks the rest or is lost. Set such \
             events aside, or say how it recovers.",
            name(node),
            if node.record.role == Role::Ingest {
                "take in"
            } else {
                "process"
            },
        );
        let fix = || {
            let (label, edit) = set_aside(context, node);
            (format!("Set failures aside in a {label}"), edit)
        };
        findings.say(at_box(node), message).fix(fix, false);
    }
}

fn speaks_of(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    matches!(node.record.role, Role::Ingest | Role::Process)
        && context
            .graph
            .outgoing(node.slot, EdgeKind::Failure)
            .next()
            .is_none()
        && !context
            .reading(node.slot)
            .quantities
            .iter()
            .any(says_what_happens)
        && !can_be_read_again(context, node)
}

/// A log that says how long it keeps events can be read again after a failure.
fn can_be_read_again(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let mut stated = context.reading(node.slot).quantities.iter();
    context.component(node.slot).is_some_and(|component| component.replayable)
        && stated.any(|quantity| quantity.dimension == Dimension::Retention)
}

fn says_what_happens(quantity: &Quantity) -> bool {
    quantity.dimension == Dimension::Failure || quantity.qualifier == Some(Qualifier::Replay)
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["k", "job"], "[ingest] K: 20 ms\n[process] Job: exactly-once\nK -> Job"),
            (&[], "[ingest] K: 7-day replay\n[process] Job: retry 5x with backoff\nK -> Job"),
            (&[], "[process] Job\n[store] DLQ\nJob -failure-> DLQ"),
            (&[], "[ingest] Kafka: 8 h retention"),
            (&["gateway"], "[ingest] Gateway: 8 h retention"),
            (&[], "[store] S\n[serve] API"),
        ]);
    }
}
