//! FLR011: all or nothing.

use board::graph::BoxNode;
use board::{EdgeKind, Role};
use quantity::{Guarantee, Qualifier};

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::name;
use crate::rule::rule;

/// What answers when the best answer does not come.
const LESSER: &[Guarantee] = &[
    Guarantee::Fallback,
    Guarantee::CircuitBreaker,
    Guarantee::Degraded,
    Guarantee::Failover,
    Guarantee::LoadShedding,
];

/// How the words begin by which a lesser answer is known.
const WORDS: &[&str] = &["cache", "stale", "last known", "last result", "default", "then ", "else "];

rule! {
    /// # No degraded mode
    ///
    /// ## What it looks at
    /// Every serve box that an edge touches: whether its constraints, its name or an edge at it says what it answers when
    /// it cannot answer well: a fallback, a cache, a circuit breaker, a stale read, a degraded mode, a standby, refusal
    /// of excess load, or `timeout …, then …`. A failure edge out of it counts. A box without any constraint is asked
    /// for one first, and this is folded under that.
    ///
    /// ## Why an interviewer minds
    /// Whoever asks gets an answer or an error, and the choice between a worse answer and none belongs to the product.
    /// A candidate who has made it says what the user sees on a bad day.
    ///
    /// ## Bad board
    /// ```bad
    /// [serve] Decision API: p99 40 ms
    /// [consumer] Checkout
    /// Decision API -> Checkout
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [serve] Decision API: p99 40 ms, circuit breaker, fallback to rules
    /// [consumer] Checkout
    /// Decision API -> Checkout
    /// ```
    ///
    /// ## Fix
    /// Say what is answered instead: the last known value, a default, a rule (`fallback to rules`), a plain refusal
    /// (`else an error`). Which of them it is, is yours to choose, so there is no fix.
    ///
    /// ## Source
    /// Interview guide on resilience: circuit breakers keep failures from cascading; Site Reliability Engineering,
    /// "Addressing Cascading Failures", on graceful degradation.
    "FLR011" "no-degraded-mode" Failure Info
    "a serve box with no fallback, cache, breaker or stale read"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let serves = context.graph.boxes().filter(|node| node.record.role == Role::Serve);
    for node in serves.filter(|node| context.is_joined(node) && !degrades(context, node)) {
        let message = || format!(
            "Nothing says what {} answers when it cannot answer well. Choose what its users see then: a fallback, the \
             last known value, or a refusal.",
            name(node),
        );
        let said = findings.say(at_box(node), message);
        if node.record.constraints.trim().is_empty() {
            said.follows("CON001", at_box(node));
        }
    }
}

fn degrades(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let graph = context.graph;
    let hits = |quantity: &quantity::Quantity| quantity.qualifier == Some(Qualifier::CacheHit);
    let mut edges = graph
        .incoming(node.slot, EdgeKind::Data)
        .chain(graph.outgoing(node.slot, EdgeKind::Data));
    context.box_promises(node, LESSER)
        || context.reading(node.slot).quantities.iter().any(hits)
        || context.box_mentions(node, WORDS)
        || graph.outgoing(node.slot, EdgeKind::Failure).next().is_some()
        || edges.any(|link| context.edge_promises(link, LESSER) || context.edge_mentions(link, WORDS))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["api"], "[store] S\n[serve] API: retry 3x\nS -> API"),
            (&[], "[store] S\n[serve] API: serve stale\nS -> API"),
            (&[], "[store] S\n[serve] Cache: p99 5 ms\nS -> Cache"),
            (&[], "[store] S\n[serve] API\n[consumer] Shop\nAPI -> Shop: timeout 150 ms then step up"),
            (&[], "[serve] API\n[serve] Standby\nAPI -failure-> Standby\nStandby -failure-> API"),
            (&[], "[serve] API\n[store] S"),
        ]);
    }
}
