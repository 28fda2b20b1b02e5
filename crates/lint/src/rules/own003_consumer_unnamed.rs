//! OWN003: data for nobody.

use board::graph::{BoxNode, EdgeLink};
use board::{EdgeKind, Role};

use crate::addition::Addition;
use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::name;
use crate::rule::rule;
use crate::vacancy::Side;

rule! {
    /// # Consumer unnamed
    ///
    /// ## What it looks at
    /// Store and serve boxes at which data ends: data comes in, and no data edge leads on. A consumer that is drawn as
    /// asking (an edge from the consumer to the serve box) counts as one, and one without a name is left to `FLO009`. Dead
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
    /// Place the consumer that waits for this, named, and join it; or take the box out. The fix places and joins a
    /// consumer without a name or an owner, since only you know them: `FLO009` and `OWN001` go on asking.
    ///
    /// ## Source
    /// Interview guide, preparation list: ownership from ingestion through transformation to consumption.
    "OWN003" "consumer-unnamed" Ownership Warning
    "data ends at a store or serve with no consumer"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let consumer = Addition {
        role: Role::Consumer,
        label: "",
        constraints: "",
        kind: EdgeKind::Data,
        owner: "",
    };
    for node in context.graph.boxes().filter(|node| ends_unread(context, node)) {
        let message = || format!(
            "Data ends at {}, and nobody with a name reads it. Place the consumer that waits for it: who reads, and \
             how often, decides what this box has to be.",
            name(node),
        );
        let edit = || consumer.to(context, node, Side::Behind);
        findings
            .say(at_box(node), message)
            .fix(|| ("Place a consumer behind it, to be named", edit()), false);
    }
}

fn ends_unread(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let graph = context.graph;
    let is_end = matches!(node.record.role, Role::Store | Role::Serve);
    if !is_end || graph.incoming(node.slot, EdgeKind::Data).next().is_none() {
        return false;
    }
    let is_consumer = |link: &EdgeLink<'_>| graph.get_box(link.from).record.role == Role::Consumer;
    let goes_on = graph.outgoing(node.slot, EdgeKind::Data).next().is_some();
    !goes_on && !graph.incoming(node.slot, EdgeKind::Data).any(is_consumer)
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["api"], "[process] Job\n[serve] API\nJob -> API"),
            (&[], "[process] Job\n[serve] API\n[consumer] Shop\nJob -> API\nAPI -> Shop"),
            (&[], "[process] Job\n[serve] API\nb1 = [consumer]\nJob -> API\nAPI -> b1"),
            (&[], "[process] Job\n[serve] API\n[consumer] Shop\nJob -> API\nShop -> API"),
            (&[], "[process] Job\n[store] DLQ\nJob -failure-> DLQ"),
        ]);
    }
}
