//! What shows that it serves somebody, and pays.

use board::{EdgeKind, Question, Role};
use quantity::Dimension;

use super::{Facts, counted, has_digit, most, quoted};

pub(crate) fn serves_somebody(facts: &Facts<'_>) -> Option<String> {
    let mut consumers = facts.of_role(Role::Consumer);
    let reads = facts.is_answered(Question::Reads);
    let reached = consumers.find(|node| facts.graph.incoming(node.slot, EdgeKind::Data).next().is_some());
    reached
        .filter(|_| reads)
        .map(|node| format!("{} reads it, and how often is answered", node.record.label.trim()))
}

pub(crate) fn moves_a_metric(facts: &Facts<'_>) -> Option<String> {
    let metric = facts.board.answered(Question::Metric)?;
    has_digit(&metric.text).then(|| quoted(&metric.text))
}

pub(crate) fn asked_for(facts: &Facts<'_>) -> Option<String> {
    let all = facts.stages().count();
    let because = facts
        .stages()
        .filter(|node| !node.record.because.answers.is_empty())
        .count();
    most(because, all).then(|| format!("{because} of {all} boxes cite the answer that asks for them"))
}

pub(crate) fn pays(facts: &Facts<'_>) -> Option<String> {
    facts
        .board
        .answered(Question::Outcome)
        .map(|answer| quoted(&answer.text))
}

pub(crate) fn keeps_to_the_bill(facts: &Facts<'_>) -> Option<String> {
    let priced = facts.stages().filter(|node| {
        let mut stated = facts.reading(node).quantities.iter();
        stated.any(|quantity| quantity.dimension == Dimension::Cost)
    });
    let priced = priced.count();
    (facts.has_number(Question::Cost) && priced > 0).then(|| {
        let boxes = counted(priced, "box says", "boxes say");
        format!("there is a ceiling, and {boxes} what is spent of it")
    })
}
