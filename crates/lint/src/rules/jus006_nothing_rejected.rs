//! JUS006: the only choice there was.

use board::Role;
use board::graph::BoxNode;
use catalog::Component;

use super::jus001_unjustified_component;
use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::{Findings, Said};
use crate::phrase::{list, name, opening};
use crate::rule::{Severity, rule};

rule! {
    /// # Nothing rejected
    ///
    /// ## What it looks at
    /// Process, store and serve boxes of a component that the catalogue knows: whether a rejected alternative stands
    /// beside them (`not Auto Loader (file discovery adds minutes)`). Where no box on the whole board rejects anything,
    /// that is said once for the board, as an error, and not for each box. Once some box rejects something, boxes that
    /// `JUS001` names are left to it; a dead letter or a quarantine on a failure path is not judged. The finding offers
    /// what the box could be weighed against: components of the catalogue that could stand in the same role, with a
    /// latency where one is known.
    ///
    /// ## Why an interviewer minds
    /// A choice shows only beside what was not chosen. The trade-off that a candidate volunteers is the strongest
    /// sentence of the round; the one that has to be asked for is the follow-up.
    ///
    /// ## Bad board
    /// ```bad
    /// scope latency: p99 ≤ 300 ms
    /// [process] Apache Flink: p99 140 ms because latency
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope latency: p99 ≤ 300 ms
    /// [process] Apache Flink: p99 140 ms because latency not Spark (micro-batches add seconds)
    /// ```
    ///
    /// ## Fix
    /// Name one thing that could have stood there and the figure that ruled it out.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: volunteer the trade-off that you rejected.
    "JUS006" "nothing-rejected" Justification Warning
    "a process, store or serve box of a known component with no alternative rejected; an error where the board has none"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let candidates: Vec<(&BoxNode<'_>, &Component)> = context
        .graph
        .boxes()
        .filter_map(|node| Some((node, judged(context, node)?)))
        .collect();
    let Some((first, known)) = candidates.first() else {
        return;
    };
    if !context.graph.boxes().any(rejects) {
        let message = || format!(
            "No box says what it was chosen over, so nothing here shows that there was a choice. Begin with {}: \
             name what else could have stood there, and the figure that ruled it out.",
            name(first),
        );
        let path = || candidates.iter().map(|(node, _)| at_box(node)).collect();
        let said = findings
            .say(Place::Board, message)
            .severity(Severity::Error)
            .path(path);
        weighing(said, first, known);
        return;
    }
    for (node, known) in candidates {
        if rejects(node) || jus001_unjustified_component::speaks_of(context, node) {
            continue;
        }
        let message = || format!(
            "{} does not say what it was chosen over, so nobody sees that it was a choice. Name what else could \
             have stood there and the figure that ruled it out.",
            opening(node),
        );
        weighing(findings.say(at_box(node), message), node, known);
    }
}

fn judged(context: &Context<'_>, node: &BoxNode<'_>) -> Option<&'static Component> {
    let chosen = matches!(node.record.role, Role::Process | Role::Store | Role::Serve);
    context
        .component(node.slot)
        .filter(|_| chosen && !context.is_failure_side(node))
}

fn rejects(node: &BoxNode<'_>) -> bool {
    node.record
        .rejected
        .iter()
        .any(|rejected| !rejected.option.trim().is_empty())
}

/// With what could have stood in the place of the box, the nearest with a figure to weigh it by.
fn weighing(said: Said<'_>, node: &BoxNode<'_>, known: &Component) {
    let fits = |other: &&Component| other.can_be(node.record.role);
    let others: Vec<&Component> = catalog::similar(known).filter(fits).take(3).collect();
    let Some(first) = others.first() else {
        said.evidence(|| format!("{} is {}", name(node), known.name));
        return;
    };
    let named: Vec<&str> = others.iter().map(|other| other.name).collect();
    let mut said = said.evidence(|| format!(
        "In the place of {} could stand {}",
        name(node),
        list(&named, named.len())
    ));
    if let Some((other, figure)) = others.iter().find_map(|other| Some((other, other.latency?))) {
        said = said.figure(other, figure, "of latency");
    }
    said.clears(|| format!(
        "An alternative that was rejected, such as {}, with the figure that ruled it out would pass",
        first.name
    ));
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["board"], "[process] Flink because volume\n[store] Redis because volume"),
            (&["redis"], "[process] Flink because volume not Spark (slower)\n[store] Redis because volume"),
            (&[], "[process] Flink because volume not Spark (slower)\n[store] Redis"),
            (&[], "[process] Our own job\n[ingest] Kafka"),
        ]);
    }
}
