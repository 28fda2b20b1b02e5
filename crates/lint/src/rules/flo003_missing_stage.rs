//! FLO003: a way from source to consumer that skips a stage.

use board::graph::BoxNode;
use board::{EdgeKind, Role};

use super::{reached, reaching};
use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::{list, name};
use crate::rule::rule;

rule! {
    /// # Missing stage
    ///
    /// ## What it looks at
    /// All boxes on data paths from a source to a consumer, together: whether an ingest box takes the data in, a store
    /// keeps it, and a serve box answers the reads. A store that a consumer reads directly answers its own reads, so no
    /// serve box is missed there. One finding for the board, at the first such consumer in the file. Boards where no
    /// source reaches a consumer yet are left to `FLO006`.
    ///
    /// ## Why an interviewer minds
    /// Take in, keep, answer: each stage is where one question lives (how fast does it come, how long does it stay, who
    /// reads it). A picture without the stage has not met the question.
    ///
    /// ## Bad board
    /// ```bad
    /// [source] Card terminals
    /// [process] Scoring: p99 140 ms
    /// [serve] Decision API: p99 40 ms
    /// [store] Decisions: keep 90 days
    /// [consumer] Checkout
    /// Card terminals -> Scoring
    /// Scoring -> Decisions
    /// Decisions -> Decision API
    /// Decision API -> Checkout
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [source] Card terminals
    /// [ingest] Kafka: 500k ev/s
    /// [process] Scoring: p99 140 ms
    /// [serve] Decision API: p99 40 ms
    /// [store] Decisions: keep 90 days
    /// [consumer] Checkout
    /// Card terminals -> Kafka
    /// Kafka -> Scoring
    /// Scoring -> Decisions
    /// Decisions -> Decision API
    /// Decision API -> Checkout
    /// ```
    ///
    /// ## Fix
    /// Place the stage where it belongs and write its constraint, or, where this design needs none, say why in an
    /// allow.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: ingest, process, store and serve, from the source to whoever consumes it.
    "FLO003" "missing-stage" Flow Warning
    "no ingest, no store or no serve box stands between source and consumer"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let graph = context.graph;
    let is = |role: Role| move |node: &BoxNode<'_>| node.record.role == role;
    let fed = reached(graph, EdgeKind::Data, is(Role::Source));
    let read = reaching(graph, EdgeKind::Data, is(Role::Consumer));
    let on_way = |node: &&BoxNode<'_>| {
        let at = |marks: &[bool]| marks.get(node.slot.index()).copied().unwrap_or_default();
        at(&fed) && at(&read)
    };
    let has = |role: Role| graph.boxes().filter(on_way).any(is(role));
    let Some(consumer) = graph.boxes().filter(on_way).find(|node| node.record.role == Role::Consumer) else {
        return;
    };
    let read_directly = || {
        let edges = graph.edges().filter(|link| link.record.kind == EdgeKind::Data);
        edges.into_iter().any(|link| {
            let role = |slot| graph.get_box(slot).record.role;
            role(link.from) == Role::Store && role(link.to) == Role::Consumer
        })
    };
    let mut missing = Vec::new();
    if !has(Role::Ingest) {
        missing.push("no ingest box takes the data in");
    }
    if !has(Role::Store) {
        missing.push("no store keeps it");
    }
    if !has(Role::Serve) && !read_directly() {
        missing.push("no serve box answers the reads");
    }
    if missing.is_empty() {
        return;
    }
    let message = || format!(
        "Between the sources and {}, {}. Each stage is where one question lives, so place it, or say why this design \
         needs none.",
        name(consumer),
        list(&missing, missing.len()),
    );
    findings.say(at_box(consumer), message);
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["c"], "[source] A\n[process] P\n[store] S\n[consumer] C\nA -> P\nP -> S\nS -> C"),
            (&["c"], "[source] A\n[ingest] I\n[serve] V\n[consumer] C\nA -> I\nI -> V\nV -> C"),
            (&["c"], "[source] A\n[ingest] I\n[store] S\n[process] P\n[consumer] C\nA -> I\nI -> S\nS -> P\nP -> C"),
            (&[], "[source] A\n[ingest] I\n[store] S\n[consumer] C\nA -> I\nI -> S\nS -> C"),
            (&[], "[source] A\n[process] P\n[consumer] C\nA -> P"),
            (&[], "[ingest] I\n[consumer] C\nI -> C"),
        ]);
    }
}
