//! How far back each process can replay: what the ingest and store boxes upstream of it keep.
//!
//! One pass over the data edges in topological order carries, for every box, the longest that anything upstream keeps
//! and the first that does not say. Boxes on a cycle share theirs. A failure edge into a process brings what stands at
//! its start, since that is how a replay from an archive is drawn; so does a raw copy (bronze, landing, raw, archive)
//! that the process writes itself.

use board::graph::{BoxNode, BoxSlot, Graph};
use board::{EdgeKind, Question, Role};
use quantity::{Dimension, Qualifier, Quantity, Reading};

use crate::Readings;

/// What can be replayed into a process.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Kept {
    /// The box that keeps longest, and for how many seconds.
    pub longest: Option<(BoxSlot, f64)>,
    /// The first box that does not say how long it keeps.
    pub unsaid: Option<BoxSlot>,
}

/// The replay that the scope asks for, and what each process has to replay from.
#[derive(Clone, Debug)]
pub struct Retention {
    /// The window asked for, in seconds.
    pub window: Option<f64>,
    kept: Vec<Kept>,
}

impl Retention {
    /// Looks through the board behind `graph`, in time linear in boxes and edges.
    pub fn of(graph: &Graph<'_>, readings: &Readings) -> Self {
        let mut upstream = vec![Kept::default(); graph.box_count()];
        for group in graph.data_order().iter() {
            let incoming = group
                .iter()
                .flat_map(|slot| graph.incoming(*slot, EdgeKind::Data));
            let before = incoming.fold(Kept::default(), |kept, link| kept.and(at(&upstream, link.from)));
            let kept = group
                .iter()
                .fold(before, |kept, slot| kept.and(own(graph.get_box(*slot), readings)));
            for slot in group {
                if let Some(place) = upstream.get_mut(slot.index()) {
                    *place = kept;
                }
            }
        }
        let kept = graph
            .boxes()
            .map(|node| beside(graph, readings, &upstream, node))
            .collect();
        Self {
            window: window(readings),
            kept,
        }
    }

    /// What the box can be replayed from.
    pub fn kept(&self, slot: BoxSlot) -> Kept {
        at(&self.kept, slot)
    }
}

/// How long a text says that things are kept, in seconds: the longest.
pub fn keeps(reading: &Reading) -> Option<f64> {
    let kept = reading
        .quantities
        .iter()
        .filter(|quantity| quantity.dimension == Dimension::Retention);
    kept.filter_map(Quantity::number).reduce(f64::max)
}

/// The replay window: the one that the failure answer gives, else what the retention answer calls a replay.
fn window(readings: &Readings) -> Option<f64> {
    let replay = |question| readings.answer(question).and_then(replayed);
    replay(Question::Failure)
        .or_else(|| readings.answer(Question::Failure).and_then(keeps))
        .or_else(|| replay(Question::Retention))
}

fn replayed(reading: &Reading) -> Option<f64> {
    let replay = |quantity: &&Quantity| {
        quantity.dimension == Dimension::Retention && quantity.qualifier == Some(Qualifier::Replay)
    };
    reading
        .quantities
        .iter()
        .filter(replay)
        .filter_map(Quantity::number)
        .reduce(f64::max)
}

fn own(node: &BoxNode<'_>, readings: &Readings) -> Kept {
    if !matches!(node.record.role, Role::Ingest | Role::Store) {
        return Kept::default();
    }
    match keeps(readings.of_box(node.slot)) {
        Some(seconds) => Kept {
            longest: Some((node.slot, seconds)),
            unsaid: None,
        },
        None => Kept {
            longest: None,
            unsaid: Some(node.slot),
        },
    }
}

/// What comes from upstream, and what a failure edge or a raw copy adds.
fn beside(graph: &Graph<'_>, readings: &Readings, upstream: &[Kept], node: &BoxNode<'_>) -> Kept {
    let from_failure = graph
        .incoming(node.slot, EdgeKind::Failure)
        .map(|link| at(upstream, link.from));
    let copies = graph
        .outgoing(node.slot, EdgeKind::Data)
        .map(|link| graph.get_box(link.to));
    let raw = copies.filter(|copy| copy.record.role == Role::Store && is_raw(&copy.record.label));
    let raw = raw.map(|copy| own(copy, readings));
    from_failure.chain(raw).fold(at(upstream, node.slot), Kept::and)
}

fn is_raw(label: &str) -> bool {
    let label = label.to_ascii_lowercase();
    ["bronze", "raw", "landing", "archive"]
        .iter()
        .any(|word| label.contains(word))
}

fn at(kept: &[Kept], slot: BoxSlot) -> Kept {
    kept.get(slot.index()).copied().unwrap_or_default()
}

impl Kept {
    fn and(self, other: Self) -> Self {
        let longest = match (self.longest, other.longest) {
            (Some(one), Some(two)) => Some(if two.1 > one.1 { two } else { one }),
            (one, two) => one.or(two),
        };
        Self {
            longest,
            unsaid: self.unsaid.or(other.unsaid),
        }
    }
}
