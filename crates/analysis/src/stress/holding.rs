//! Who holds what a box cannot take: a log or store before it, or nobody that the board names.

use board::graph::{BoxNode, BoxSlot, EdgeLink, Graph};
use board::{EdgeKind, Role};
use quantity::{Guarantee, Reading};

use crate::Readings;
use crate::retention::keeps;
use crate::ways::Ways;

/// What becomes of what a box cannot take.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Held {
    /// It waits. In which box, where one is known to keep it, and how long that keeps it, where it says so.
    Waits(Option<Keeper>),
    /// The board does not say.
    #[default]
    Unsaid,
    /// It is answered with less: a fallback, an open breaker.
    Lesser,
    /// It is refused or dropped.
    Lost,
}

/// A box that keeps what has passed it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keeper {
    /// Which.
    pub slot: BoxSlot,
    /// For how many seconds, where it says so.
    pub keeps: Option<f64>,
}

/// What is sent until it is taken.
const RELIABLE: &[Guarantee] = &[
    Guarantee::AtLeastOnce,
    Guarantee::ExactlyOnce,
    Guarantee::Retry,
    Guarantee::Replay,
    Guarantee::Backpressure,
    Guarantee::Checkpoint,
];
/// What answers with less.
const LESSER: &[Guarantee] = &[
    Guarantee::Fallback,
    Guarantee::Degraded,
    Guarantee::CircuitBreaker,
];

/// What each box of a board has before it.
#[derive(Clone, Debug)]
pub struct Holding {
    held: Vec<Held>,
    keepers: Vec<Option<Keeper>>,
}

impl Holding {
    /// Looks through the board behind `graph`, in time linear in boxes and edges.
    pub(crate) fn of(graph: &Graph<'_>, readings: &Readings, ways: &Ways) -> Self {
        let mut holding = Self {
            held: vec![Held::default(); graph.box_count()],
            keepers: vec![None; graph.box_count()],
        };
        for group in ways.groups.iter() {
            let mut before: Option<Keeper> = None;
            for link in ways
                .leading_to(graph, group)
                .filter(|link| ways.counts(graph, link))
            {
                before = shorter(before, holding.keeper(link.from));
            }
            for slot in group {
                let own = own_keeper(graph.get_box(*slot), readings).or(before);
                if let Some(place) = holding.keepers.get_mut(slot.index()) {
                    *place = own;
                }
            }
        }
        for node in graph.boxes() {
            let held = holding.before(graph, readings, ways, node);
            if let Some(place) = holding.held.get_mut(node.slot.index()) {
                *place = held;
            }
        }
        holding
    }

    /// What becomes of what the box cannot take.
    pub fn held(&self, slot: BoxSlot) -> Held {
        self.held.get(slot.index()).copied().unwrap_or_default()
    }

    /// The box itself where it keeps what passes, else the next before it that does.
    pub fn keeper(&self, slot: BoxSlot) -> Option<Keeper> {
        self.keepers.get(slot.index()).copied().flatten()
    }

    fn before(&self, graph: &Graph<'_>, readings: &Readings, ways: &Ways, node: &BoxNode<'_>) -> Held {
        let own = readings.of_box(node.slot);
        if says(own, &[Guarantee::LoadShedding]) {
            return Held::Lost;
        }
        if node.record.role == Role::Serve && says(own, LESSER) {
            return Held::Lesser;
        }
        let into = graph.incoming(node.slot, EdgeKind::Data);
        let held = into.filter(|link| ways.counts(graph, link) && link.from != link.to);
        let held = held.map(|link| self.over(graph, readings, link));
        held.reduce(worse).unwrap_or(match says(own, RELIABLE) {
            true => Held::Waits(None),
            false => Held::Unsaid,
        })
    }

    /// What becomes of what comes by one edge and is not taken.
    fn over(&self, graph: &Graph<'_>, readings: &Readings, link: &EdgeLink<'_>) -> Held {
        let from = graph.get_box(link.from);
        let texts = [
            readings.of_box(link.to),
            readings.of_edge(link.slot),
            readings.of_box(link.from),
        ];
        if let Some(keeper) = own_keeper(from, readings) {
            return Held::Waits(Some(keeper));
        }
        let [to, edge, _] = texts;
        if [to, edge]
            .into_iter()
            .any(|text| says(text, &[Guarantee::AtMostOnce]))
        {
            return Held::Lost;
        }
        if says(edge, LESSER) {
            return Held::Lesser;
        }
        match texts.into_iter().any(|text| says(text, RELIABLE)) {
            true => Held::Waits(self.keeper(link.from)),
            false => Held::Unsaid,
        }
    }
}

/// A store keeps what is written; a log and a source do where they say so.
fn own_keeper(node: &BoxNode<'_>, readings: &Readings) -> Option<Keeper> {
    let reading = readings.of_box(node.slot);
    let kept = keeps(reading);
    let is_keeper = match node.record.role {
        Role::Store => true,
        Role::Ingest | Role::Source => kept.is_some() || says(reading, &[Guarantee::Replay]),
        _ => false,
    };
    is_keeper.then_some(Keeper {
        slot: node.slot,
        keeps: kept,
    })
}

/// The text promises one of these.
pub(crate) fn says(reading: &Reading, guarantees: &[Guarantee]) -> bool {
    let mut promised = reading
        .quantities
        .iter()
        .filter_map(quantity::Quantity::guarantee);
    promised.any(|promise| guarantees.contains(&promise))
}

/// The one that keeps less long; of the two the one that says so.
fn shorter(one: Option<Keeper>, other: Option<Keeper>) -> Option<Keeper> {
    match (one, other) {
        (Some(one), Some(other)) => {
            let keeps = |keeper: &Keeper| keeper.keeps.unwrap_or(f64::INFINITY);
            Some(if keeps(&other) < keeps(&one) { other } else { one })
        }
        (one, other) => one.or(other),
    }
}

fn worse(one: Held, other: Held) -> Held {
    match (one, other) {
        (Held::Lost, _) | (_, Held::Lost) => Held::Lost,
        (Held::Lesser, _) | (_, Held::Lesser) => Held::Lesser,
        (Held::Unsaid, _) | (_, Held::Unsaid) => Held::Unsaid,
        (Held::Waits(one), Held::Waits(other)) => Held::Waits(shorter(one, other)),
    }
}
