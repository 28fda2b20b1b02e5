//! FLO001: a box that nothing touches.

use board::Role;
use board::graph::BoxNode;

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::opening;
use crate::rule::rule;

rule! {
    /// # Orphan box
    ///
    /// ## What it looks at
    /// Every box of the flow: whether an edge of any kind touches it. Govern and observe boxes stand beside the flow
    /// and need none. A single box on the board is a beginning and not judged.
    ///
    /// ## Why an interviewer minds
    /// A box without an arrow takes part in nothing. It looks as if it was drawn only because the candidate knows it,
    /// and it will be asked about.
    ///
    /// ## Bad board
    /// ```bad
    /// [source] Card terminals
    /// [ingest] Kafka: 500k ev/s
    /// [store] Delta Lake: keep 2 years
    /// Card terminals -> Kafka
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [source] Card terminals
    /// [ingest] Kafka: 500k ev/s
    /// [store] Delta Lake: keep 2 years
    /// Card terminals -> Kafka
    /// Kafka -> Delta Lake
    /// ```
    ///
    /// ## Fix
    /// Join it to what feeds it or reads it, or take it out.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: a design is its data flow, not its list of boxes.
    "FLO001" "orphan-box" Flow Error
    "a box that no edge touches"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context.graph.boxes().filter(|node| speaks_of(context, node)) {
        let message = || format!(
            "{} is joined to nothing, so no data passes through it. Join it to what feeds it or reads it, or take it \
             out.",
            opening(node),
        );
        findings.say(at_box(node), message);
    }
}

/// The rule names this box; that nothing reaches or reads it follows.
pub(crate) fn speaks_of(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let beside = matches!(node.record.role, Role::Govern | Role::Observe);
    context.graph.box_count() > 1 && !beside && !context.is_joined(node)
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["k"], "[ingest] K\n[process] A\n[process] B\nA -> B"),
            (&[], "[ingest] K"),
            (&[], "[govern] Catalog\n[process] A\n[process] B\nA -> B"),
        ]);
    }
}
