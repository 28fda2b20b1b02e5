//! FLO004: data that runs up the stream.

use board::{EdgeKind, Record, RecordId, Role};

use crate::context::{Context, at_edge};
use crate::findings::Findings;
use crate::phrase::edge_name;
use crate::rule::rule;

rule! {
    /// # Against the grain
    ///
    /// ## What it looks at
    /// Every data edge: whether it leads from a serve box into an ingest box, or from any stage into a source. A store
    /// that is read by an ingest box is a change feed and is fine; so is a consumer that asks a serve box. What comes
    /// back from a consumer who was answered (a click, a label) is new data, from a source of its own.
    ///
    /// ## Why an interviewer minds
    /// An arrow against the stream is either a loop that nobody has thought through, or a call that was drawn as data.
    /// Both are asked about.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 500k ev/s
    /// [serve] Decision API: p99 40 ms
    /// [consumer] Checkout
    /// Kafka -> Decision API
    /// Decision API -> Checkout
    /// Decision API -> Kafka "settings"
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 500k ev/s
    /// [serve] Decision API: p99 40 ms
    /// [consumer] Checkout
    /// Kafka -> Decision API
    /// Decision API -> Checkout
    /// Decision API -control-> Kafka "settings"
    /// ```
    ///
    /// ## Fix
    /// The fix makes it a control edge, which is what settings and triggers are. Where it truly is data, draw whoever
    /// produces it as a source.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: arrows show where the data goes.
    "FLO004" "against-the-grain" Flow Warning
    "data leads from a serve box to an ingest box, or into a source"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let graph = context.graph;
    for link in graph.edges().filter(|link| link.record.kind == EdgeKind::Data) {
        let role = |slot| graph.get_box(slot).record.role;
        let what = match (role(link.from), role(link.to)) {
            (Role::Serve, Role::Ingest) => "what is served flows back to where data comes in",
            (from, Role::Source) if from.is_stage() => "the design writes into what stands outside of it",
            _ => continue,
        };
        let message = || format!(
            "The data from {} runs against the stream: {what}. Make it a control edge if it is a call, or draw who \
             produces it as a source.",
            edge_name(graph, link),
        );
        let fix = || {
            let mut turned = link.record.clone();
            turned.kind = EdgeKind::Control;
            ("Make it a control edge", context.put(RecordId::Edge(link.id.clone()), Record::from(turned)))
        };
        findings.say(at_edge(link), message).fix(fix, false);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["e1"], "[serve] V\n[ingest] I\nV -> I"),
            (&["e1"], "[store] S\n[source] A\nS -> A"),
            (&[], "[store] S\n[ingest] Debezium\nS -> Debezium"),
            (&[], "[consumer] Shop\n[serve] V\nShop -> V"),
            (&[], "[serve] V\n[ingest] I\nV -control-> I"),
        ]);
    }
}
