//! JUS007: a list of products.

use board::graph::{BoxNode, BoxSlot};
use catalog::Component;

use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::names;
use crate::rule::rule;


rule! {
    /// # Tool tour
    ///
    /// ## What it looks at
    /// Boxes whose label is the bare name of a component that the catalogue knows (`Kafka`, and not
    /// `Card events (Kafka)`), sources and consumers apart. It speaks once for the board where three boxes or more, and
    /// at least a third of them all, are called by such a name, and no box holds any figure or promise. Otherwise it
    /// speaks where several such boxes are the same component and their constraints do not tell them apart either.
    ///
    /// ## Why an interviewer minds
    /// Anybody can name six products. What is asked for is what each of them does here and what it must hold, and a
    /// board that says neither would be the same for every prompt.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka
    /// [process] Flink
    /// [store] Redis
    /// Kafka -> Flink
    /// Flink -> Redis
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Card events (Kafka): 500k ev/s, 7-day replay
    /// [process] Spending windows (Flink): p99 60 ms
    /// [store] Redis: p99 5 ms, keep 24 h
    /// ```
    ///
    /// ## Fix
    /// Call each box by what it does, keep the product in brackets, and write beside it what it must hold.
    ///
    /// ## Source
    /// Interview guide, round 1: describe a system with its constraints and not a feature list; take-home round:
    /// listing features is no product thinking.
    "JUS007" "tool-tour" Justification Warning
    "the boxes are product names without a constraint, or several stand for the same product"
    check
}

/// How many bare names make a tour.
const TOUR: usize = 3;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut boxes = 0;
    let mut holds_something = false;
    let mut bare: Vec<BoxSlot> = Vec::new();
    // The catalogue is short, so that a list of tools stays short as well.
    let mut tools: Vec<(&Component, Vec<&BoxNode<'_>>)> = Vec::new();
    for node in context.graph.boxes().filter(|node| !node.record.role.is_outside()) {
        boxes += 1;
        holds_something |= !context.reading(node.slot).quantities.is_empty();
        let Some(tool) = context.component(node.slot).filter(|tool| is_bare(context, node, tool)) else {
            continue;
        };
        bare.push(node.slot);
        match tools.iter_mut().find(|(known, _)| known.id == tool.id) {
            Some((_, nodes)) => nodes.push(node),
            None => tools.push((tool, vec![node])),
        }
    }
    if bare.len() >= TOUR && bare.len() * 3 >= boxes && !holds_something {
        let message = || format!(
            "The boxes are called {}, and none holds a figure: that tells the products, and not what the system \
             does. Say what each one does here, and what it must hold.",
            names(context.graph, &bare),
        );
        findings.say(Place::Board, message).path(|| context.at_boxes(&bare));
        return;
    }
    for (tool, nodes) in tools.iter().filter(|(_, nodes)| !are_told_apart(nodes)) {
        say_twice(tool, nodes, findings);
    }
}

fn say_twice(tool: &Component, nodes: &[&BoxNode<'_>], findings: &mut Findings<'_>) {
    let Some(first) = nodes.first() else {
        return;
    };
    let message = || format!(
        "{} stands on {} boxes that nothing tells apart, so the board shows the product and not what each of them does. \
         Say on each what it does and what it must hold, or make them one.",
        tool.name,
        nodes.len(),
    );
    let path = || nodes.iter().map(|node| at_box(node)).collect();
    findings.say(at_box(first), message).path(path);
}

/// The label is the name of the tool and nothing else.
fn is_bare(context: &Context<'_>, node: &BoxNode<'_>, tool: &Component) -> bool {
    let label = &node.record.label;
    let Some(found) = context.named(node.slot).filter(|found| found.component.id == tool.id) else {
        return false;
    };
    let before = label.get(..found.span.start).unwrap_or_default();
    let after = label.get(found.span.end..).unwrap_or_default();
    !before.contains(char::is_alphanumeric) && !after.contains(char::is_alphanumeric)
}

/// Each has constraints of its own.
fn are_told_apart(nodes: &[&BoxNode<'_>]) -> bool {
    let mut texts: Vec<&str> = nodes.iter().map(|node| node.record.constraints.trim()).collect();
    texts.sort_unstable();
    texts.dedup();
    texts.len() == nodes.len() && (nodes.len() == 1 || texts.first().is_some_and(|text| !text.is_empty()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["board"], "[ingest] Kafka\n[process] Apache Flink\n[store] Redis: fast\n[serve] Dashboard"),
            (&["kafka"], "[ingest] Kafka: 50k ev/s\nlater = [ingest] Apache Kafka: 50k ev/s"),
            (&["kafka"], "[ingest] Kafka: 50k ev/s\nlater = [store] Kafka"),
            (&[], "[ingest] Kafka: 50k ev/s\nlater = [ingest] Kafka: 2k ev/s"),
            (&[], "[ingest] Cards (Kafka)\n[ingest] Logins (Kafka)\n[store] Redis"),
            (&[], "[ingest] Kafka: 50k ev/s\n[process] Flink\n[store] Redis"),
            (&[], "[source] Kafka\n[ingest] Kafka Connect\nours = [ingest] Kafka"),
        ]);
    }
}
