//! JUS008: a lane that moves no number of the business.

use board::graph::{BoxNode, BoxSlot};
use board::{EdgeKind, Question, Role};

use super::{jus001_unjustified_component, reaching, spread};
use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::{names, verb};
use crate::rule::rule;


rule! {
    /// # No business outcome
    ///
    /// ## What it looks at
    /// Ingest, process, store and serve boxes, once metric or outcome is answered and data flows from an ingest box to
    /// whoever reads it: whether the box cites metric or outcome, or edges of any kind lead from it to one that does, a
    /// consumer included. A dead letter or a quarantine on a failure path is not judged. Where `JUS001` names all of
    /// the boxes concerned, or nobody reads what they end in and `OWN003` says so, this is folded under it.
    ///
    /// ## Why an interviewer minds
    /// A platform is bought for what it changes in the business. A path that ends without a line to that number is work
    /// that nobody would miss, and on the product track that is asked of each component.
    ///
    /// ## Bad board
    /// ```bad
    /// scope metric: fraud loss from 0.12 % to 0.05 %
    /// [ingest] Kafka: 50k ev/s because volume
    /// [serve] Scorer: p99 80 ms because latency
    /// Kafka -> Scorer
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope metric: fraud loss from 0.12 % to 0.05 %
    /// [ingest] Kafka: 50k ev/s because volume
    /// [serve] Scorer: p99 80 ms because latency, metric
    /// Kafka -> Scorer
    /// ```
    ///
    /// ## Fix
    /// Cite metric or outcome on the box where the number moves; every box that leads to it then has its line.
    ///
    /// ## Source
    /// Interview guide, product rounds: the business outcome of each component.
    "JUS008" "no-business-outcome" Justification Info, ProductManager raises
    "a component has no line to the metric or the outcome"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let is_known = context.is_answered(Question::Metric) || context.is_answered(Question::Outcome);
    if !is_known || !context.is_whole() {
        return;
    }
    let graph = context.graph;
    let leads = spread(graph, &cites_business, &|slot, waiting| {
        for kind in EdgeKind::ALL {
            waiting.extend(graph.incoming(slot, *kind).map(|link| link.from));
        }
    });
    let leads = |slot: BoxSlot| leads.get(slot.index()).copied().unwrap_or_default();
    let astray: Vec<&BoxNode<'_>> = context
        .stages()
        .filter(|node| !leads(node.slot) && !context.is_failure_side(node))
        .collect();
    if astray.is_empty() {
        return;
    }
    let slots: Vec<BoxSlot> = astray.iter().map(|node| node.slot).collect();
    let message = || format!(
        "{} {} to no box that cites the metric or the outcome, so nothing says what the business gets for {}. Cite it \
         where the number moves, or leave that lane out.",
        names(graph, &slots),
        verb(slots.len(), "leads", "lead"),
        verb(slots.len(), "it", "them"),
    );
    let mut said = findings.say(Place::Board, message).path(|| context.at_boxes(&slots));
    for (code, place) in causes(context, &astray) {
        said = said.follows(code, place);
    }
}

/// What explains that none of these boxes leads anywhere: no answer asks for them, or nobody reads what they end in.
fn causes(context: &Context<'_>, astray: &[&BoxNode<'_>]) -> Vec<(&'static str, Place)> {
    if astray.iter().all(|node| jus001_unjustified_component::speaks_of(context, node)) {
        return astray.iter().map(|node| ("JUS001", at_box(node))).collect();
    }
    let graph = context.graph;
    let is_read = reaching(graph, EdgeKind::Data, |node| node.record.role == Role::Consumer);
    if astray.iter().any(|node| is_read.get(node.slot.index()) == Some(&true)) {
        return Vec::new();
    }
    let ends = astray.iter().filter(|node| graph.outgoing(node.slot, EdgeKind::Data).next().is_none());
    ends.map(|node| ("OWN003", at_box(node))).collect()
}

/// The box says that it moves a number of the business.
pub(crate) fn cites_business(node: &BoxNode<'_>) -> bool {
    let mut answers = node.record.because.answers.iter();
    answers.any(|question| matches!(question, Question::Metric | Question::Outcome))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["board"], "scope outcome: $7M a year\n[ingest] K\n[serve] API because latency\nK -> API"),
            (&["board"], "scope metric: 5 %\n[ingest] K\n[serve] API because metric\n[serve] BI because reads\nK -> API\nK -> BI"),
            (&[], "scope metric: 5 %\n[ingest] K\n[serve] API\n[consumer] Till because metric\nK -> API\nAPI -> Till"),
            (&[], "scope metric: 5 %\n[ingest] K\n[serve] API because metric\n[store] DLQ\nK -> API\nK -failure-> DLQ"),
            (&[], "scope metric: 5 %\n[ingest] K\n[store] S\nK -> S"),
            (&[], "[ingest] K\n[serve] API because latency\nK -> API"),
        ]);
    }
}
