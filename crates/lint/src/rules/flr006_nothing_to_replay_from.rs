//! FLR006: a replay of nothing.

use board::graph::{BoxNode, BoxSlot};
use board::{EdgeKind, Question, Role};
use quantity::{Dimension, Guarantee, Qualifier, Quantity};

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::name;
use crate::rule::rule;

rule! {
    /// # Nothing to replay from
    ///
    /// ## What it looks at
    /// Boards whose failure answer asks for a replay: whether anything upstream of each process can be read again. That
    /// is a store, an ingest box, or a source that says how long it keeps. An ingest box that the catalogue knows as
    /// one that cannot be read again (a queue that forgets what was taken, a gateway) counts only where it says how
    /// long it keeps; one that the catalogue does not know is believed. A raw copy that the process writes itself
    /// counts, and so does whatever a failure edge brings back. Only the first process on the way is named: those
    /// behind it depend on it. How long is kept is judged by `NUM006`.
    ///
    /// ## Why an interviewer minds
    /// Replay is promised in one word, and rests on one box that still has the data. Without a log or a raw copy before
    /// the first transformation, a bug in that transformation is final.
    ///
    /// ## Bad board
    /// ```bad
    /// scope failure: 7-day replay, RTO 15 min
    /// [source] Shops
    /// [process] Totals: hourly
    /// [store] Ledger: keep 7 years
    /// Shops -> Totals
    /// Totals -> Ledger
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope failure: 7-day replay, RTO 15 min
    /// [source] Shops
    /// [ingest] Kafka: 500k ev/s, 7-day replay
    /// [process] Totals: hourly
    /// [store] Ledger: keep 7 years
    /// Shops -> Kafka
    /// Kafka -> Totals
    /// Totals -> Ledger
    /// ```
    ///
    /// ## Fix
    /// Put a log or a raw copy before the process, and say how long it keeps.
    ///
    /// ## Source
    /// Interview guide on error handling: is the data replayable when a job fails? Interview guide, round 3: replay is one
    /// of the questions on failure.
    "FLR006" "nothing-to-replay-from" Failure Error
    "the scope asks for a replay, and nothing upstream of the process can be read again"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !asks_replay(context) {
        return;
    }
    let graph = context.graph;
    let keeps = super::reached(graph, EdgeKind::Data, |node| can_read_again(context, node));
    let kept = |slot: BoxSlot| keeps.get(slot.index()).copied().unwrap_or_default();
    let is_bare = |node: &&BoxNode<'_>| {
        node.record.role == Role::Process
            && graph.incoming(node.slot, EdgeKind::Data).next().is_some()
            && !kept(node.slot)
            && graph.incoming(node.slot, EdgeKind::Failure).next().is_none()
            && !graph
                .outgoing(node.slot, EdgeKind::Data)
                .any(|link| context.is_raw(graph.get_box(link.to)))
    };
    let behind = super::reached(graph, EdgeKind::Data, |node| is_bare(&node));
    for node in graph.boxes().filter(is_bare) {
        let mut feeders = graph.incoming(node.slot, EdgeKind::Data);
        if feeders.any(|link| link.from != node.slot && behind.get(link.from.index()) == Some(&true)) {
            continue;
        }
        let message = || format!(
            "The scope asks for a replay, but nothing before {} can be read again: what it gets wrong stays wrong. Put \
             a log or a raw copy before it, and say how long it keeps.",
            name(node),
        );
        findings.say(at_box(node), message);
    }
}

fn asks_replay(context: &Context<'_>) -> bool {
    context.readings.answer(Question::Failure).is_some_and(|answer| {
        answer.quantities.iter().any(|quantity| {
            quantity.guarantee() == Some(Guarantee::Replay) || quantity.qualifier == Some(Qualifier::Replay)
        })
    })
}

fn can_read_again(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let says = |quantity: &Quantity| {
        quantity.dimension == Dimension::Retention || quantity.guarantee() == Some(Guarantee::Replay)
    };
    let states = || context.reading(node.slot).quantities.iter().any(says);
    match node.record.role {
        Role::Store => true,
        Role::Ingest => context.component(node.slot).is_none_or(|known| known.replayable) || states(),
        Role::Source => states(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["a"], "scope failure: 7-day replay\n[source] S\n[process] A\n[process] B\nS -> A\nA -> B"),
            (&["a"], "scope failure: replay\n[source] S\n[process] A\n[process] B\n[process] C\nS -> A\nA -> B\nB -> C\nC -> B"),
            (&["a"], "scope failure: replay\n[ingest] API Gateway\n[process] A\nAPI Gateway -> A"),
            (&[], "scope failure: 7-day replay\n[source] S: keep 30 days\n[process] A\nS -> A"),
            (&[], "scope failure: 7-day replay\n[source] S\n[process] A\n[store] Raw copy\nS -> A\nA -> Raw copy"),
            (&[], "scope failure: RTO 15 min\n[source] S\n[process] A\nS -> A"),
            (&[], "[source] S\n[process] A\nS -> A"),
        ]);
    }
}
