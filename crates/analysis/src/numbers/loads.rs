//! What reaches each box and each store, and what it can take or hold.

use board::graph::BoxNode;
use board::{Question, Role};
use sorted::{rank_of, ranked};

use super::{BoxLoad, Figure, Filling, Kept, Listed, Load, Replay, Sums, finite};
use crate::rate::{Flow, Rates, capacity};
use crate::retention::Retention;
use crate::storage::Storage;

impl Sums<'_, '_> {
    pub(super) fn load(&self) -> Load {
        let usual = Rates::on_an_ordinary_day(self.graph, &self.readings);
        let boxes = self.graph.boxes().filter(|node| node.record.role.is_stage());
        let loads = boxes.filter_map(|node| self.box_load(node, usual.flow(node.slot)));
        let fullest = ranked(loads, |load| {
            let open = if load.holds.is_open() {
                f64::MAX
            } else {
                f64::MAX / 2.0
            };
            rank_of(load.share().map_or(open, |share| -share))
        });
        let demand = &self.rates.demand;
        Load {
            usual_events: self.asked(demand.usual_events),
            usual_bytes: self.asked(demand.usual_bytes),
            worst_events: self.asked(demand.events),
            worst_bytes: self.asked(demand.bytes),
            spike: finite(Some(demand.spike)).unwrap_or(1.0),
            boxes: Listed::first(fullest),
        }
    }

    /// A load of the scope: stated where it stands in the answer as it is.
    fn asked(&self, load: Option<f64>) -> Figure {
        let answer = self.readings.answer(Question::Volume);
        let mut stated = answer.into_iter().flat_map(|answer| &answer.quantities);
        match stated.any(|quantity| quantity.number() == load) {
            true => Figure::stated(load),
            false => Figure::worked_out(load),
        }
    }

    fn box_load(&self, node: &BoxNode<'_>, usual: Option<Flow>) -> Option<BoxLoad> {
        let worst = self.rates.flow(node.slot);
        let holds = capacity(self.readings.of_box(node.slot), node.record.role);
        let comes = |flow: Option<Flow>, in_bytes| {
            let flow = flow?;
            if in_bytes { flow.bytes } else { flow.events }
        };
        let is_known = |in_bytes: bool| {
            let holds = if in_bytes { holds.bytes } else { holds.events };
            (holds.is_some(), comes(worst, in_bytes).is_some())
        };
        let in_bytes = is_known(true) > is_known(false);
        let holds = if in_bytes { holds.bytes } else { holds.events };
        let load = BoxLoad {
            at: node.id.clone(),
            usual: Figure::worked_out(comes(usual, in_bytes)),
            worst: Figure::worked_out(comes(worst, in_bytes)),
            holds: Figure::stated(holds),
            in_bytes,
            sure: worst.is_none_or(|flow| flow.sure),
        };
        (!load.worst.is_open() || !load.holds.is_open()).then_some(load)
    }

    pub(super) fn replay(&self) -> Replay {
        let retention = Retention::of(self.graph, &self.readings);
        let processes = self
            .graph
            .boxes()
            .filter(|node| node.record.role == Role::Process);
        let kept = processes.map(|node| {
            let kept = retention.kept(node.slot);
            Kept {
                at: node.id.clone(),
                seconds: Figure::stated(kept.longest.map(|(_, seconds)| seconds)),
                by: kept.longest.map(|(slot, _)| self.id(slot)),
                unsaid: kept.unsaid.map(|slot| self.id(slot)),
            }
        });
        let kept = ranked(kept, |kept| rank_of(kept.seconds.number().unwrap_or(f64::MAX)));
        Replay {
            window: Figure::stated(retention.window),
            boxes: Listed::first(kept),
        }
    }

    pub(super) fn stores(&self) -> Listed<Filling> {
        let storage = Storage::of(self.graph, &self.readings);
        let filling = |filling: &crate::storage::Filling| Filling {
            at: self.id(filling.slot),
            a_day: Figure::worked_out(filling.a_day()),
            kept: Figure::stated(filling.kept),
            needs: Figure::worked_out(filling.needs()),
            size: Figure::stated(filling.size),
            days_until_full: Figure::worked_out(filling.days_until_full()),
            sure: filling.sure,
        };
        let fillings = ranked(storage.fillings.iter().map(filling), |filling| {
            rank_of(-filling.a_day.number().unwrap_or_default())
        });
        Listed::first(fillings)
    }
}
