//! FLO008: the same arrow twice.

use board::graph::EdgeLink;
use board::{Edit, RecordId};
use sorted::ranked;

use crate::context::{Context, at_edge};
use crate::findings::Findings;
use crate::phrase::edge_name;
use crate::rule::rule;

rule! {
    /// # Duplicate edge
    ///
    /// ## What it looks at
    /// Edges of one kind between the same two boxes in the same direction: whether two carry the same label (capitals
    /// make no difference), or none. Edges with different labels are two streams. The finding is at the later edge.
    ///
    /// ## Why an interviewer minds
    /// The second arrow looks like a second stream, doubles the load in the listener's head, and needs an owner of its
    /// own.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 500k ev/s
    /// [process] Scoring: p99 140 ms
    /// Kafka -> Scoring "card events"
    /// Kafka -> Scoring "card events"
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 500k ev/s
    /// [process] Scoring: p99 140 ms
    /// Kafka -> Scoring "card events"
    /// Kafka -> Scoring "device events"
    /// ```
    ///
    /// ## Fix
    /// The fix takes the later edge out. It is made without asking only where that edge says nothing that the first
    /// does not say. Where they are two streams, give each its label instead.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: one arrow for each thing that travels.
    "FLO008" "duplicate-edge" Flow Warning
    "two edges of one kind and label join the same boxes"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let graph = context.graph;
    let ends = |link: &&EdgeLink<'_>| (link.from.index() as u64) << 32 | link.to.index() as u64;
    let by_ends = ranked(graph.edges(), ends);
    let mut later: Vec<(&EdgeLink<'_>, &EdgeLink<'_>)> = Vec::new();
    for alike in by_ends.chunk_by(|one, other| ends(one) == ends(other)) {
        // Between two boxes there are few edges; a thousand of them are not compared each with each.
        for (number, link) in alike.iter().enumerate().take(MOST_COMPARED) {
            let first = alike.iter().take(number).find(|first| is_same(first, link));
            later.extend(first.map(|first| (*first, *link)));
        }
    }
    for (first, link) in ranked(later, |(_, link)| link.slot.index() as u64) {
        let message = || format!(
            "Two arrows lead from {} and say the same, so everything behind them counts twice. Keep one, or say what \
             else the second carries.",
            edge_name(graph, link),
        );
        let edit = || {
            let mut edit = Edit::new();
            edit.remove(context.board, RecordId::Edge(link.id.clone()));
            edit
        };
        let mut alike = link.record.clone();
        alike.order = first.record.order;
        let says_nothing_new = alike == *first.record;
        findings
            .say(at_edge(link), message)
            .path(|| vec![at_edge(first), at_edge(link)])
            .fix(|| ("Take the later arrow out", edit()), says_nothing_new);
    }
}

/// How many edges between the same two boxes are compared with each other.
const MOST_COMPARED: usize = 50;

fn is_same(one: &EdgeLink<'_>, other: &EdgeLink<'_>) -> bool {
    let label = |link: &EdgeLink<'_>| link.record.label.trim().to_ascii_lowercase();
    one.record.kind == other.record.kind && label(one) == label(other)
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["e2"], "[ingest] K\n[process] P\nK -> P\nK -> P"),
            (&["e3"], "[ingest] K\n[process] P\nK -> P \"a\"\nK -> P \"b\"\nK -> P \"A\""),
            (&[], "[ingest] K\n[process] P\nK -> P \"a\"\nK -> P"),
            (&[], "[ingest] K\n[process] P\nK -> P\nP -> K\nK -failure-> P"),
        ]);
    }
}
