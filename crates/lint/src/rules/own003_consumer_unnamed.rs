//! OWN003: data for nobody.

use board::graph::BoxNode;
use board::{EdgeKind, Role};

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::name;
use crate::rule::rule;

rule! {
    /// # Consumer unnamed
    ///
    /// ## What it looks at
    /// Store and serve boxes at which data ends: data comes in, and no data edge leads on, or only to consumers without
    /// a name. A consumer that is drawn as asking (an edge from the consumer to the serve box) counts as one. Dead
    /// letters and quarantines, which are reached by failure edges alone, are not judged.
    ///
    /// ## Why an interviewer minds
    /// Who reads it, how often and how fast decides the store, the layout and the price. A table that nobody reads is
    /// a cost, and a table whose reader is unnamed cannot be sized.
    ///
    /// ## Bad board
    /// ```bad
    /// [process] Scoring: p99 140 ms
    /// [serve] Decision API: p99 40 ms
    /// Scoring -> Decision API
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [process] Scoring: p99 140 ms
    /// [serve] Decision API: p99 40 ms
    /// [consumer] Checkout
    /// Scoring -> Decision API
    /// Decision API -> Checkout
    /// ```
    ///
    /// ## Fix
    /// Place the consumer that waits for this, named, and join it; or take the store out.
    ///
    /// ## Source
    /// Interview guide, preparation list: ownership from ingestion through transformation to consumption.
    "OWN003" "consumer-unnamed" Ownership Warning
    "data ends at a store or serve with no named consumer"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for node in context.graph.boxes().filter(|node| ends_unnamed(context, node)) {
        let message = format!(
            "Data ends at {}, and nobody with a name reads it. Place the consumer that waits for it: who reads, and \
             how often, decides what this box has to be.",
            name(node),
        );
        findings.say(at_box(node), message);
    }
}

fn ends_unnamed(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let graph = context.graph;
    let is_end = matches!(node.record.role, Role::Store | Role::Serve);
    if !is_end || graph.incoming(node.slot, EdgeKind::Data).next().is_none() {
        return false;
    }
    let is_consumer = |node: &BoxNode<'_>| node.record.role == Role::Consumer;
    let unnamed = |node: &BoxNode<'_>| is_consumer(node) && node.record.label.trim().is_empty();
    let goes_on = graph
        .outgoing(node.slot, EdgeKind::Data)
        .any(|link| !unnamed(graph.get_box(link.to)));
    let asked = |from: &BoxNode<'_>| is_consumer(from) && !unnamed(from);
    let is_asked = graph
        .incoming(node.slot, EdgeKind::Data)
        .any(|link| asked(graph.get_box(link.from)));
    !goes_on && !is_asked
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["api"], "[process] Job\n[serve] API\nJob -> API"),
            (&[], "[process] Job\n[serve] API\n[consumer] Shop\nJob -> API\nAPI -> Shop"),
            (&[], "[process] Job\n[serve] API\n[consumer] Shop\nJob -> API\nShop -> API"),
            (&[], "[process] Job\n[store] DLQ\nJob -failure-> DLQ"),
        ]);
    }
}
