//! Which promises break, when and for how long, and who is served less meanwhile.

use board::graph::BoxSlot;
use board::{EdgeKind, Question};
use quantity::Guarantee;

use super::answer::{Buffer, Promise, Promised, Reader, Served, Stretch, Waiting};
use super::asking::Scene;
use super::course::{Course, Span};
use super::holding::says;
use crate::availability::Availability;
use crate::freshness::Freshness;
use crate::latency::budget;
use crate::numbers::Listed;
use crate::retention::Retention;
use crate::structure::Structure;
use crate::ways;

/// Seconds in the month that an availability is of: a twelfth of a year of 365 days.
const MONTH: f64 = 730.0 * 3_600.0;

/// What answers with less when something before it is gone.
const FALLBACK: &[Guarantee] = &[
    Guarantee::Fallback,
    Guarantee::Degraded,
    Guarantee::CircuitBreaker,
    Guarantee::Failover,
];

/// The promises of the scope, and who is served less.
pub(super) struct Breaking {
    pub(super) readers: Vec<Reader>,
    /// The edges by which somebody asks what is gone, and does not say what they do then.
    pub(super) helpless: Vec<board::graph::EdgeSlot>,
    promises: Vec<Promise>,
    lasts: Option<f64>,
    recovery: Option<f64>,
    loss: Option<f64>,
    usual: Option<f64>,
}

impl Breaking {
    pub(super) fn of(scene: &Scene<'_, '_>) -> Self {
        let availability = Availability::of(scene.graph, scene.readings);
        let mut breaking = Self {
            readers: Vec::new(),
            helpless: Vec::new(),
            promises: Vec::new(),
            lasts: scene.lasts,
            recovery: scene.stated.recovery,
            loss: scene.stated.loss,
            usual: scene.run.load.usual,
        };
        if let Some(slot) = scene.stands() {
            breaking.find_readers(scene, &availability, slot);
            breaking.judge_availability(scene, &availability, slot);
            breaking.judge_replay(scene, slot);
        }
        breaking.judge_latency(scene);
        breaking.judge_freshness(scene);
        breaking
    }

    /// All promises, the broken ones first.
    pub(super) fn promises(&self, buffers: &[Buffer]) -> Vec<Promise> {
        let mut all = self.promises.clone();
        all.extend(self.judge_recovery(buffers));
        all.extend(self.judge_loss(buffers));
        let (broken, held): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|promise| !promise.broken.is_empty());
        broken.into_iter().chain(held).collect()
    }

    fn find_readers(&mut self, scene: &Scene<'_, '_>, availability: &Availability, slot: BoxSlot) {
        let structure = Structure::of(scene.graph);
        let losers = structure.losers(slot);
        for end in ways::ends(scene.graph) {
            if end == slot {
                continue;
            }
            let (served, by) = if availability.needs(end, slot) {
                match fallback(scene, availability, end, slot) {
                    Some(by) => (Served::Less, Some(scene.id(by))),
                    None => (Served::Nothing, None),
                }
            } else if losers.binary_search(&end).is_ok() {
                (Served::Old, None)
            } else {
                continue;
            };
            let at = scene.id(end);
            self.readers.push(Reader { at, served, by });
        }
        for link in scene.graph.outgoing(slot, EdgeKind::Data) {
            if scene.run.ways.counts(scene.graph, link) {
                continue;
            }
            let texts = [scene.readings.of_edge(link.slot), scene.readings.of_box(link.to)];
            if texts
                .into_iter()
                .any(|text| says(text, FALLBACK) || says(text, &[Guarantee::Timeout]))
            {
                let at = scene.id(link.to);
                let by = Some(at.clone());
                let served = Served::Less;
                self.readers.push(Reader { at, served, by });
            } else {
                self.helpless.push(link.slot);
            }
        }
    }

    fn judge_availability(&mut self, scene: &Scene<'_, '_>, availability: &Availability, slot: BoxSlot) {
        let Some(target) = availability.target() else {
            return;
        };
        let may_be_down = (1.0 - target) * MONTH;
        for end in availability.ends() {
            let is_down = (*end == slot || availability.needs(*end, slot))
                && fallback(scene, availability, *end, slot).is_none();
            if !is_down {
                continue;
            }
            let down = self.lasts.unwrap_or(f64::INFINITY);
            let broken = (down > may_be_down * (1.0 + 1e-9)).then_some(Span {
                from: may_be_down,
                until: self.lasts,
            });
            self.promises.push(Promise {
                kind: Promised::Availability,
                at: Some(scene.id(*end)),
                asked: target,
                worst: self.lasts.map(|lasts| 1.0 - (lasts / MONTH).min(1.0)),
                broken: stretches(broken),
                at_least: false,
            });
        }
    }

    /// What only the box that stands still keeps cannot be replayed meanwhile.
    fn judge_replay(&mut self, scene: &Scene<'_, '_>, slot: BoxSlot) {
        let retention = Retention::of(scene.graph, scene.readings);
        let Some(asked) = retention.window else { return };
        let needs = |node: &&board::graph::BoxNode<'_>| {
            let kept = retention.kept(node.slot).longest;
            node.slot != slot
                && node.record.role == board::Role::Process
                && kept.is_some_and(|(keeper, _)| keeper == slot)
        };
        let until = self.lasts;
        for node in scene.graph.boxes().filter(needs) {
            self.promises.push(Promise {
                kind: Promised::Replay,
                at: Some(node.id.clone()),
                asked,
                worst: Some(0.0),
                broken: stretches([Span { from: 0.0, until }]),
                at_least: false,
            });
        }
    }

    fn judge_latency(&mut self, scene: &Scene<'_, '_>) {
        let Some(budget) = budget(scene.readings) else {
            return;
        };
        let at_least = !scene.latency.open().is_empty();
        for end in scene.latency.ends() {
            let is_less = self.falls_back(scene, *end);
            let later = if is_less {
                Course::line(0.0, 0.0)
            } else {
                scene.run.later(*end)
            };
            let total = scene.latency.total(*end);
            let promise = promise(Promised::Latency, budget.seconds, total, &later, at_least);
            self.promises.push(Promise {
                at: Some(scene.id(*end)),
                ..promise
            });
        }
    }

    /// Something lesser answers `end` meanwhile.
    fn falls_back(&self, scene: &Scene<'_, '_>, end: BoxSlot) -> bool {
        let mut served = self
            .readers
            .iter()
            .filter(|reader| reader.at == *scene.graph.get_box(end).id);
        served.any(|reader| reader.served == Served::Less)
    }

    fn judge_freshness(&mut self, scene: &Scene<'_, '_>) {
        let freshness = Freshness::of(scene.graph, scene.readings);
        let Some(asked) = freshness.budget() else { return };
        let at_least = !freshness.open().is_empty();
        for end in freshness.ends() {
            // What a fallback answers live events with has no age.
            if self.falls_back(scene, *end) && scene.run.ways.is_live(*end) {
                continue;
            }
            let older = scene.run.older(*end);
            let promise = promise(
                Promised::Freshness,
                asked,
                freshness.total(*end),
                &older,
                at_least,
            );
            self.promises.push(Promise {
                at: Some(scene.id(*end)),
                ..promise
            });
        }
    }

    /// The time to recover counts from the end of what happens.
    fn judge_recovery(&self, buffers: &[Buffer]) -> Vec<Promise> {
        let (Some(asked), Some(lasts)) = (self.recovery, self.lasts) else {
            return Vec::new();
        };
        let judged = |buffer: &&Buffer| buffer.most != Some(0.0) && !buffer.takes.is_open();
        let waits = buffers.iter().filter(judged);
        let judged = waits.map(|buffer| {
            let worst = buffer.drained.map(|drained| (drained - lasts).max(0.0));
            let broken = worst.is_none_or(|worst| worst > asked * (1.0 + 1e-9));
            Promise {
                kind: Promised::Recovery,
                at: Some(buffer.at.clone()),
                asked,
                worst,
                broken: stretches(broken.then_some(Span {
                    from: lasts + asked,
                    until: buffer.drained,
                })),
                at_least: false,
            }
        });
        judged.collect()
    }

    /// What is lost, in seconds of what comes on an ordinary day.
    fn judge_loss(&self, buffers: &[Buffer]) -> Vec<Promise> {
        let (Some(asked), Some(usual)) = (self.loss, self.usual.filter(|usual| *usual > 0.0)) else {
            return Vec::new();
        };
        let loses = buffers
            .iter()
            .filter(|it| it.waiting != Waiting::Lesser && it.gone != Some(0.0));
        let judged = loses.map(|buffer| {
            let worst = buffer.gone.map(|gone| gone / usual);
            let broken = worst.is_none_or(|worst| worst > asked);
            Promise {
                kind: Promised::Loss,
                at: Some(buffer.at.clone()),
                asked,
                worst,
                broken: stretches(broken.then_some(Span {
                    from: buffer.gone_from.unwrap_or(0.0),
                    until: None,
                })),
                at_least: false,
            }
        });
        judged.collect()
    }

    /// The scope makes no promise of this kind.
    pub(super) fn has_none(&self, scene: &Scene<'_, '_>) -> Vec<Question> {
        let is_missing = |question: &Question| scene.readings.answer(*question).is_none();
        let asked = [
            Question::Latency,
            Question::Freshness,
            Question::Failure,
            Question::Availability,
        ];
        let needs = |question: &Question| match question {
            Question::Latency => scene.readings.answer(Question::Freshness).is_none(),
            Question::Freshness => scene.readings.answer(Question::Latency).is_none(),
            Question::Availability => scene.stands().is_some(),
            _ => true,
        };
        asked.into_iter().filter(is_missing).filter(needs).collect()
    }
}

fn promise(kind: Promised, asked: f64, total: f64, late: &Course, at_least: bool) -> Promise {
    let worst = late.highest().map(|(late, _)| total + late.max(0.0));
    Promise {
        kind,
        at: None,
        asked,
        worst,
        broken: stretches(late.above(asked - total)),
        at_least,
    }
}

/// What answers `end` with less while `slot` stands still: a box or an edge behind it on the way that every path takes.
fn fallback(
    scene: &Scene<'_, '_>,
    availability: &Availability,
    end: BoxSlot,
    slot: BoxSlot,
) -> Option<BoxSlot> {
    let shares = availability.shares(end);
    let way = shares.iter().map(|share| share.slot);
    let mut behind = way.skip_while(|passed| *passed != slot).skip(1);
    behind.find(|passed| {
        let mut edges = scene.graph.incoming(*passed, EdgeKind::Data);
        says(scene.readings.of_box(*passed), FALLBACK)
            || edges.any(|link| says(scene.readings.of_edge(link.slot), FALLBACK))
    })
}

fn stretches(spans: impl IntoIterator<Item = Span>) -> Listed<Stretch> {
    Listed::first(spans.into_iter().map(|span| Stretch {
        from: span.from,
        until: span.until,
    }))
}
