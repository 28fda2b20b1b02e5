//! What is under way in a box that stops, and how far back the boxes concerned can replay.

use board::graph::BoxSlot;
use board::{EdgeKind, Role};
use quantity::{Bound, Guarantee};

use super::answer::{Buffer, Fate, InFlight, Kind};
use super::asking::Scene;
use super::holding::says;
use crate::numbers::{Figure, Kept};
use crate::retention::Retention;

/// What makes an event that was not finished come again.
const AGAIN: &[Guarantee] = &[
    Guarantee::AtLeastOnce,
    Guarantee::ExactlyOnce,
    Guarantee::Checkpoint,
    Guarantee::Replay,
    Guarantee::Retry,
];
/// What makes it take effect once.
const ONCE: &[Guarantee] = &[
    Guarantee::ExactlyOnce,
    Guarantee::Idempotent,
    Guarantee::Deduplicated,
    Guarantee::Transactional,
];

/// What is under way in the box that stops; nothing where none does, or no flow is known to reach it.
pub(super) fn of(scene: &Scene<'_, '_>) -> Option<InFlight> {
    let slot = scene.stands()?;
    let role = scene.graph.get_box(slot).record.role;
    if !matches!(role, Role::Ingest | Role::Process | Role::Serve) {
        return None;
    }
    let passed = scene.run.passed(slot)?;
    let rate = passed.arrived.legs().first().map(|leg| leg.slope);
    let amount = rate
        .zip(scene.latency.own(slot))
        .map(|(rate, seconds)| rate * seconds);
    let own = scene.readings.of_box(slot);
    let into: Vec<_> = scene.graph.incoming(slot, EdgeKind::Data).collect();
    let promised = |guarantees| {
        let mut edges = into.iter();
        says(own, guarantees) || edges.any(|link| says(scene.readings.of_edge(link.slot), guarantees))
    };
    let comes_again = promised(AGAIN);
    let is_dropped = promised(&[Guarantee::AtMostOnce]);
    let keeper = into.iter().find_map(|link| scene.run.holding.keeper(link.from));
    let fate = match () {
        () if scene.kind == Kind::Deploy && says(own, &[Guarantee::Drain]) => Fate::Finished,
        () if is_dropped => Fate::Lost,
        () if comes_again && (keeper.is_some() || role != Role::Process) => Fate::Again,
        () => Fate::Unsaid,
    };
    let again = checkpoint(scene, slot)
        .zip(rate)
        .map(|(seconds, rate)| seconds * rate);
    Some(InFlight {
        amount: Figure::worked_out(amount),
        from: keeper
            .filter(|_| fate == Fate::Again)
            .map(|keeper| scene.id(keeper.slot)),
        again: Figure::worked_out(again.filter(|_| fate == Fate::Again)),
        once: takes_effect_once(scene, slot),
        fate,
    })
}

/// How often the box notes how far it is, in seconds.
fn checkpoint(scene: &Scene<'_, '_>, slot: BoxSlot) -> Option<f64> {
    let promises = scene.readings.of_box(slot).quantities.iter();
    let mut bounds = promises
        .filter(|it| it.guarantee() == Some(Guarantee::Checkpoint))
        .map(|it| it.bound);
    bounds.find_map(|bound| match bound {
        Some(Bound::Seconds(seconds)) => Some(seconds),
        _ => None,
    })
}

/// The box, what leaves it or what it writes to says that repeats have no effect.
fn takes_effect_once(scene: &Scene<'_, '_>, slot: BoxSlot) -> bool {
    let mut out = scene.graph.outgoing(slot, EdgeKind::Data);
    says(scene.readings.of_box(slot), ONCE)
        || out.any(|link| {
            says(scene.readings.of_edge(link.slot), ONCE) || says(scene.readings.of_box(link.to), ONCE)
        })
}

/// How far back the process boxes that stop or fall behind can replay, and those that read from a log or store that does.
pub(super) fn replay(scene: &Scene<'_, '_>, buffers: &[Buffer]) -> Vec<Kept> {
    let retention = Retention::of(scene.graph, scene.readings);
    let hit = scene.blow.map(|blow| blow.slot);
    let concerned = scene.graph.boxes().filter(|node| {
        let behind = || buffers.iter().any(|buffer| &buffer.at == node.id);
        let mut feeding = scene.graph.incoming(node.slot, EdgeKind::Data);
        node.record.role == Role::Process
            && (hit == Some(node.slot) || behind() || feeding.any(|link| hit == Some(link.from)))
    });
    let kept = concerned.map(|node| {
        let kept = retention.kept(node.slot);
        Kept {
            at: node.id.clone(),
            seconds: Figure::stated(kept.longest.map(|(_, seconds)| seconds)),
            by: kept.longest.map(|(slot, _)| scene.id(slot)),
            unsaid: kept.unsaid.map(|slot| scene.id(slot)),
        }
    });
    kept.collect()
}
