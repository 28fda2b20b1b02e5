//! FLO006: a consumer that waits in vain.

use board::graph::{BoxNode, EdgeLink, Graph};
use board::{EdgeKind, Edit, RecordId, Role};

use super::flo001_orphan_box;
use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::{name, opening};
use crate::rule::rule;

rule! {
    /// # Unreachable consumer
    ///
    /// ## What it looks at
    /// Every consumer: whether data reaches it from a source or an ingest box along the data edges. Where the board has
    /// neither, any other box that stands at a beginning will do. A consumer that an observe box calls (whoever is on
    /// call) needs no data, and one without any edge is left to `FLO001`.
    ///
    /// ## Why an interviewer minds
    /// The design exists for the consumer. If no arrow leads from the data to them, either an edge is missing or it
    /// points the wrong way, and nothing else on the board matters to them.
    ///
    /// ## Bad board
    /// ```bad
    /// [source] Card terminals
    /// [ingest] Kafka: 500k ev/s
    /// [store] Decisions: keep 90 days
    /// [consumer] Checkout
    /// Card terminals -> Kafka
    /// Kafka -> Decisions
    /// Checkout -> Decisions
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [source] Card terminals
    /// [ingest] Kafka: 500k ev/s
    /// [store] Decisions: keep 90 days
    /// [consumer] Checkout
    /// Card terminals -> Kafka
    /// Kafka -> Decisions
    /// Decisions -> Checkout
    /// ```
    ///
    /// ## Fix
    /// Draw the missing edge, or turn the one round that points away from the consumer: arrows follow the data. The fix
    /// turns it round where that is enough.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: from the source to whoever consumes it.
    "FLO006" "unreachable-consumer" Flow Error
    "no data path leads from a source or an ingest box to the consumer"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let graph = context.graph;
    let begins = |node: &BoxNode<'_>| matches!(node.record.role, Role::Source | Role::Ingest);
    let has_beginning = graph.boxes().any(begins);
    let is_root = |node: &BoxNode<'_>| match has_beginning {
        true => begins(node),
        false => node.record.role.is_stage(),
    };
    let reached = super::reached(graph, EdgeKind::Data, is_root);
    for node in graph.boxes().filter(|node| node.record.role == Role::Consumer) {
        let is_reached = reached.get(node.slot.index()).copied().unwrap_or_default();
        if is_reached || is_called(graph, node) || flo001_orphan_box::speaks_of(context, node) {
            continue;
        }
        let asks = graph.outgoing(node.slot, EdgeKind::Data).next();
        let fed = graph.incoming(node.slot, EdgeKind::Data).next().is_some();
        let message = || match asks {
            Some(link) if !fed => format!(
                "{} receives nothing: its arrow leads away from it, to {}. Arrows follow the data; turn it round.",
                opening(node),
                name(graph.get_box(link.to)),
            ),
            _ => format!(
                "No data reaches {}: no path leads there from a source or an ingest box. Draw the edge that is missing.",
                name(node),
            ),
        };
        let said = findings.say(at_box(node), message);
        let is_reached = |link: &&EdgeLink<'_>| reached.get(link.to.index()) == Some(&true);
        if let Some(link) = graph.outgoing(node.slot, EdgeKind::Data).find(is_reached) {
            let title = format!("Turn the arrow to {} round", name(graph.get_box(link.to)));
            said.fix(|| (title, turned(context, link)), false);
        }
    }
}

/// The arrow the other way round.
fn turned(context: &Context<'_>, link: &EdgeLink<'_>) -> Edit {
    let mut record = link.record.clone();
    std::mem::swap(&mut record.from, &mut record.to);
    context.put(RecordId::Edge(link.id.clone()), record)
}

/// Whoever is on call hears of it from an observe box, and needs no data.
fn is_called(graph: &Graph<'_>, node: &BoxNode<'_>) -> bool {
    let mut calls = graph.incoming(node.slot, EdgeKind::Control);
    calls.any(|link| graph.get_box(link.from).record.role == Role::Observe)
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["shop"], "[ingest] K\n[serve] API\n[consumer] Shop\nAPI -> Shop"),
            (&["shop"], "[ingest] K\n[serve] API\n[consumer] Shop\nK -> API\nShop -> API"),
            (&[], "[store] S\n[consumer] Shop\nS -> Shop"),
            (&[], "[ingest] K\n[consumer] Shop\nK -> Shop"),
            (&[], "[ingest] K\n[observe] Alerts\n[consumer] On call\nK -control-> Alerts\nAlerts -control-> On call"),
            (&["on-call"], "[ingest] K\n[govern] Rules\n[consumer] On call\nRules -control-> On call"),
        ]);
    }
}
