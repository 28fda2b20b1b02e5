//! FLO010: an arrow that does not say what travels.

use board::EdgeKind;
use board::graph::EdgeLink;

use crate::context::{Context, at_edge};
use crate::findings::Findings;
use crate::phrase::{edge_name, list, verb};
use crate::rule::rule;

rule! {
    /// # Unlabelled edge
    ///
    /// ## What it looks at
    /// Every data edge between two boxes: whether its label says what travels. Failure and control edges say it by
    /// their kind. One finding for the board, at the first such edge, with all of them.
    ///
    /// ## Why an interviewer minds
    /// What travels decides the schema, the size and who may see it. An arrow without a name is asked about.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 500k ev/s
    /// [process] Scoring: p99 140 ms
    /// Kafka -> Scoring
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 500k ev/s
    /// [process] Scoring: p99 140 ms
    /// Kafka -> Scoring "card events"
    /// ```
    ///
    /// ## Fix
    /// Write one or two words on the arrow: card events, scores, hourly snapshot.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: name what flows along each arrow.
    "FLO010" "unlabelled-edge" Flow Info
    "a data edge does not say what travels"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let graph = context.graph;
    let is_bare = |link: &&EdgeLink<'_>| {
        link.record.kind == EdgeKind::Data && link.record.label.trim().is_empty()
    };
    let bare: Vec<&EdgeLink<'_>> = graph.edges().filter(is_bare).collect();
    let Some(first) = bare.first() else { return };
    let named: Vec<String> = bare.iter().take(6).map(|link| edge_name(graph, link)).collect();
    let message = || format!(
        "{} {} not say what travels: {}. A word on each tells the schema, the size and who may see it.",
        bare.len(),
        verb(bare.len(), "arrow does", "arrows do"),
        list(&named, bare.len()),
    );
    let path = || bare.iter().map(|link| at_edge(link)).collect();
    findings.say(at_edge(first), message).path(path);
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["e1"], "[ingest] K\n[process] P\n[store] S\nK -> P\nP -> S"),
            (&[], "[ingest] K\n[process] P\n[store] S\nK -> P \"events\"\nP -failure-> S"),
        ]);
    }
}
