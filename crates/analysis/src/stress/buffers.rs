//! Where something waits or is turned away, and how that drains.

use board::graph::BoxNode;
use sorted::{rank_of, ranked};

use super::answer::{Buffer, Corner, Waiting};
use super::asking::Scene;
use super::flow::Passed;
use super::holding::Held;
use crate::numbers::{Figure, Listed};
use crate::rate::Rates;

/// What is left of a sum of amounts when nothing is, as a share of the largest.
const NOTHING: f64 = 1e-9;

/// Every box before which something waits or is turned away, most of it first.
pub(super) fn of(scene: &Scene<'_, '_>) -> Vec<Buffer> {
    let rates = Rates::of(scene.graph, scene.readings);
    let buffers = scene.graph.boxes().filter_map(|node| {
        let passed = scene.run.passed(node.slot)?;
        let sure = rates.flow(node.slot).is_some_and(|flow| flow.sure);
        buffer(scene, node, passed, sure)
    });
    ranked(buffers, |buffer| {
        let waits = buffer.most.unwrap_or(f64::MAX);
        rank_of(-waits.max(buffer.gone.unwrap_or(f64::MAX)))
    })
}

fn buffer(scene: &Scene<'_, '_>, node: &BoxNode<'_>, passed: &Passed, sure: bool) -> Option<Buffer> {
    let queued = &passed.queued;
    let comes = passed.arrived.steepest();
    let floor = NOTHING * comes.max(1.0);
    let highest = queued.backlog.highest();
    let most = highest.map(|(most, _)| if most > floor { most } else { 0.0 });
    let gone = queued
        .gone
        .highest()
        .map(|(gone, _)| if gone > floor { gone } else { 0.0 });
    if (most, gone) == (Some(0.0), Some(0.0)) {
        return None;
    }
    let held = scene.run.holding.held(node.slot);
    let keeper = match held {
        Held::Waits(keeper) => keeper,
        _ => None,
    };
    let corners = queued
        .backlog
        .corners()
        .into_iter()
        .map(|(at, value)| Corner { at, value });
    let waited = super::course::Course::of(queued.since.legs().iter().map(|leg| super::course::Leg {
        at: leg.at,
        value: leg.at - leg.value,
        slope: 1.0 - leg.slope,
    }));
    Some(Buffer {
        at: node.id.clone(),
        waiting: match held {
            Held::Waits(Some(_)) => Waiting::Kept,
            Held::Waits(None) => Waiting::Sent,
            Held::Unsaid => Waiting::Unsaid,
            Held::Lesser => Waiting::Lesser,
            Held::Lost => Waiting::Lost,
        },
        by: keeper.map(|keeper| scene.id(keeper.slot)),
        keeps: Figure::stated(keeper.and_then(|keeper| keeper.keeps)),
        takes: Figure::stated(passed.takes),
        comes,
        backlog: Listed::first(corners),
        grows: queued.backlog.grows(),
        most,
        drained: queued.backlog.rests(floor + most.unwrap_or(0.0) * NOTHING),
        oldest: waited.highest().map(|(seconds, _)| seconds),
        gone_from: gone
            .is_none_or(|gone| gone > 0.0)
            .then(|| queued.gone.rises())
            .flatten(),
        gone,
        sure,
    })
}
