//! GOV005: data that leaves governance and comes back.

use board::graph::BoxNode;
use board::{EdgeKind, Role};

use super::{reached, reaching};
use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::{names, verb};
use crate::rule::rule;

rule! {
    /// # Lineage breaks
    ///
    /// ## What it looks at
    /// Boards on which a govern box is joined by control edges to what it governs, two boxes at least: whether a
    /// process, store or serve box that it does not govern lies on a data path between two that it does. A govern box
    /// without edges is taken to govern everything. One finding for the board.
    ///
    /// ## Why an interviewer minds
    /// Lineage is a chain. One copy outside the catalogue, and nobody can say any more who has seen a row.
    ///
    /// ## Bad board
    /// ```bad
    /// [govern] Unity Catalog
    /// [store] Bronze: keep 90 days
    /// [process] Pandas on a laptop: daily
    /// [store] Gold: keep 90 days
    /// Unity Catalog -control-> Bronze
    /// Unity Catalog -control-> Gold
    /// Bronze -> Pandas on a laptop
    /// Pandas on a laptop -> Gold
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [govern] Unity Catalog
    /// [store] Bronze: keep 90 days
    /// [process] Databricks job: daily
    /// [store] Gold: keep 90 days
    /// Unity Catalog -control-> Bronze
    /// Unity Catalog -control-> Databricks job
    /// Unity Catalog -control-> Gold
    /// Bronze -> Databricks job
    /// Databricks job -> Gold
    /// ```
    ///
    /// ## Fix
    /// Govern the box as well, by an edge from what governs, or take it out of the path.
    ///
    /// ## Source
    /// Databricks Well-Architected Lakehouse, data governance: one place for lineage and access.
    "GOV005" "lineage-breaks" Governance Warning
    "a path between governed boxes passes one that nothing governs"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let graph = context.graph;
    let is_governed = |node: &BoxNode<'_>| {
        let governs = |slot| graph.get_box(slot).record.role == Role::Govern;
        let mut from = graph.incoming(node.slot, EdgeKind::Control);
        let mut to = graph.outgoing(node.slot, EdgeKind::Control);
        from.any(|link| governs(link.from)) || to.any(|link| governs(link.to))
    };
    let governed: Vec<bool> = graph.boxes().map(is_governed).collect();
    let at = |marks: &[bool], node: &BoxNode<'_>| marks.get(node.slot.index()).copied().unwrap_or_default();
    if governed.iter().filter(|is_governed| **is_governed).count() < 2 {
        return;
    }
    let fed = reached(graph, EdgeKind::Data, |node| at(&governed, node));
    let read = reaching(graph, EdgeKind::Data, |node| at(&governed, node));
    let breaks = |node: &&BoxNode<'_>| {
        let judged = matches!(node.record.role, Role::Process | Role::Store | Role::Serve);
        judged && !at(&governed, node) && at(&fed, node) && at(&read, node)
    };
    let outside: Vec<_> = graph.boxes().filter(breaks).map(|node| node.slot).collect();
    let Some(first) = outside.first() else { return };
    let message = || format!(
        "The lineage breaks at {}, which {} on the way between governed boxes and {} not governed. Govern {} as well, or \
         lead the data around.",
        names(graph, &outside),
        verb(outside.len(), "lies", "lie"),
        verb(outside.len(), "is", "are"),
        verb(outside.len(), "it", "them"),
    );
    let path = || context.at_boxes(&outside);
    findings.say(at_box(graph.get_box(*first)), message).path(path);
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (
                &["p"],
                "[govern] G\n[store] A\n[process] P\n[store] B\nG -control-> A\nB -control-> G\nA -> P\nP -> B",
            ),
            (&[], "[govern] G\n[store] A\n[process] P\n[store] B\nG -control-> A\nA -> P\nP -> B"),
            (&[], "[govern] G\n[store] A\n[store] B\n[process] P\nG -control-> A\nG -control-> B\nA -> B\nB -> P"),
            (&[], "[govern] G\n[store] A\n[process] P\nA -> P"),
        ]);
    }
}
