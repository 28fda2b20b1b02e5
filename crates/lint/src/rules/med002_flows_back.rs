//! MED002: the refined made raw again.

use board::Role;
use board::graph::{BoxNode, EdgeLink};

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::layer::Layer;
use crate::phrase::{name, opening};
use crate::rule::rule;
use crate::trail::Trail;

rule! {
    /// # Flows back
    ///
    /// ## What it looks at
    /// Boards laid out in layers: whether data leads from a gold box into a silver or bronze one, or from silver into
    /// bronze, directly or through processes and stores of no layer. What a consumer sends back in is new data and
    /// not judged; failure edges are repairs and not judged either. One finding for each box that is fed from above.
    ///
    /// ## Why an interviewer minds
    /// Layers are an order of building. Once gold feeds silver, neither can be built again without the other, lineage
    /// goes in a circle, and a wrong figure feeds itself.
    ///
    /// ## Bad board
    /// ```bad
    /// [store] Gold: keep 7 years
    /// [process] Enrich: hourly
    /// [store] Silver: keep 2 years
    /// Gold -> Enrich
    /// Enrich -> Silver
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [store] Silver: keep 2 years
    /// [process] Enrich: hourly
    /// [store] Gold: keep 7 years
    /// Silver -> Enrich
    /// Enrich -> Gold
    /// ```
    ///
    /// ## Fix
    /// Compute what silver needs from bronze or silver. What has to be computed from gold belongs in gold.
    ///
    /// ## Source
    /// Databricks documentation, "What is the medallion lakehouse architecture?": data is refined from layer to layer.
    "MED002" "flows-back" Medallion Warning
    "gold or silver feeds a lower layer"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.has_medallion() {
        return;
    }
    let graph = context.graph;
    let passes = |link: &EdgeLink<'_>| {
        let from = graph.get_box(link.from);
        matches!(from.record.role, Role::Process | Role::Store)
    };
    let from_layer = |upper: Layer| {
        let begins = move |node: &BoxNode<'_>| context.layer(node) == Some(upper);
        let onward = move |link: &EdgeLink<'_>| {
            let layer = context.layer(graph.get_box(link.from));
            passes(link) && layer.is_none_or(|layer| layer == upper)
        };
        Trail::of(graph, &begins, &onward)
    };
    let (gold, silver) = (from_layer(Layer::Gold), from_layer(Layer::Silver));
    for node in graph.boxes() {
        let above = match context.layer(node) {
            Some(Layer::Bronze) if silver.arrives(node.slot) => &silver,
            Some(Layer::Bronze | Layer::Silver) if gold.arrives(node.slot) => &gold,
            _ => continue,
        };
        let (start, path) = above.way(node.slot);
        let message = || format!(
            "{} is fed from {}, which stands above it: neither can be built again without the other. Let data flow from \
             the raw to the refined only.",
            opening(node),
            name(graph.get_box(start)),
        );
        findings.say(at_box(node), message).path(|| path);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["bronze"], "[store] Bronze\n[store] Silver\nBronze -> Silver\nSilver -> Bronze"),
            (&["silver"], "[store] Silver\n[store] Gold\n[process] P\nSilver -> Gold\nGold -> P\nP -> Silver"),
            (&[], "[store] Bronze\n[store] Silver\n[store] Gold\nBronze -> Silver\nSilver -> Gold\nGold -failure-> Silver"),
            (&[], "[store] Bronze\n[store] Gold\n[consumer] Shop\n[ingest] K\nGold -> Shop\nShop -> K\nK -> Bronze"),
            (&[], "[store] Data mart\n[process] Mart\nData mart -> Mart"),
        ]);
    }
}
