//! What shows that it holds at its worst.

use board::{EdgeKind, Question, Role};
use quantity::Dimension;

use super::{Facts, counted, most};

const RATES: &[Dimension] = &[Dimension::Rate, Dimension::DataRate];

pub(crate) fn holds_the_peak(facts: &Facts<'_>) -> Option<String> {
    let sized = facts.stating(Role::Ingest, RATES) + facts.stating(Role::Process, RATES);
    (facts.has_number(Question::Volume) && sized > 0).then(|| {
        let boxes = counted(sized, "box says", "boxes say");
        format!("the volume is stated, and {boxes} what is taken of it")
    })
}

pub(crate) fn adds_up_in_time(facts: &Facts<'_>) -> Option<String> {
    let is_time = |dimension| matches!(dimension, Dimension::Latency | Dimension::Freshness);
    let stating = facts.stages().filter(|node| {
        let mut stated = facts.reading(node).quantities.iter();
        stated.any(|quantity| is_time(quantity.dimension))
    });
    let stating = stating.count();
    let is_promised = facts.has_number(Question::Latency) || facts.has_number(Question::Freshness);
    (is_promised && stating > 0).then(|| {
        let boxes = counted(stating, "box says", "boxes say");
        format!("a time is promised, and {boxes} what part of it is taken")
    })
}

pub(crate) fn failure_path(facts: &Facts<'_>) -> Option<String> {
    let edges = facts
        .graph
        .edges()
        .filter(|link| link.record.kind == EdgeKind::Failure)
        .count();
    let words = facts.states(|quantity| quantity.dimension == Dimension::Failure);
    match (edges, words) {
        (0, false) => None,
        (0, true) => Some("what happens on failure is written beside the boxes".to_owned()),
        (edges, _) => Some(counted(edges, "failure path is drawn", "failure paths are drawn")),
    }
}

pub(crate) fn recovers(facts: &Facts<'_>) -> Option<String> {
    let keeping = facts.stating(Role::Ingest, &[Dimension::Retention])
        + facts.stating(Role::Store, &[Dimension::Retention]);
    (keeping > 0 && facts.has_number(Question::Failure)).then(|| {
        let boxes = counted(keeping, "box says", "boxes say");
        format!("the failure answer has its figures, and {boxes} how long is kept")
    })
}

pub(crate) fn somebody_answers(facts: &Facts<'_>) -> Option<String> {
    let (owned, all) = facts.owned_edges();
    most(owned, all).then(|| format!("{owned} of {all} edges have an owner"))
}
