//! OWN002: data from nowhere.

use board::graph::BoxSlot;
use board::{EdgeKind, Role};

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::opening;
use crate::rule::rule;

rule! {
    /// # Source unnamed
    ///
    /// ## What it looks at
    /// Every ingest box: whether a source box with a name stands somewhere upstream of it along the data edges. Several
    /// ingest boxes in a row need one source between them.
    ///
    /// ## Why an interviewer minds
    /// Whoever produces the data decides its schema, its lateness and its outages. A board that starts at Kafka has
    /// left out the only party that it cannot command.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 500k ev/s
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [source] Card terminals
    /// [ingest] Kafka: 500k ev/s
    /// Card terminals -> Kafka
    /// ```
    ///
    /// ## Fix
    /// Place a source box, name the system or the people behind it, and join it.
    ///
    /// ## Source
    /// Interview guide, preparation list: the diagram begins at the ingestion source, with its owner.
    "OWN002" "source-unnamed" Ownership Warning
    "an ingest box with no named source upstream"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let named = behind_a_named_source(context);
    for node in context
        .graph
        .boxes()
        .filter(|node| node.record.role == Role::Ingest)
    {
        if named.get(node.slot.index()).copied().unwrap_or_default() {
            continue;
        }
        let message = format!(
            "{} takes in data from nobody: no source with a name stands before it. Place the system or the people \
             that produce the data, since they decide its schema, its lateness and its outages.",
            opening(node),
        );
        findings.say(at_box(node), message);
    }
}

/// For each box, whether data reaches it from a source that has a name.
fn behind_a_named_source(context: &Context<'_>) -> Vec<bool> {
    let graph = context.graph;
    let is_named = |slot: &BoxSlot| {
        let record = graph.get_box(*slot).record;
        record.role == Role::Source && !record.label.trim().is_empty()
    };
    super::reached(graph, EdgeKind::Data, |node| is_named(&node.slot))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["k"], "[ingest] K"),
            (&["k"], "[process] Job\n[ingest] K\nJob -> K"),
            (&[], "[source] Tills\n[ingest] Gateway\n[ingest] K\nTills -> Gateway\nGateway -> K"),
        ]);
    }
}
