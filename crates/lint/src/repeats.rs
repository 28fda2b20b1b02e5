//! Where an event may arrive twice: at-least-once, a retry or a replay, until something makes repeats harmless.
//!
//! One pass over the data edges in topological order, boxes on a cycle together.

use analysis::Stop;
use board::graph::{BoxNode, BoxSlot, EdgeLink};
use board::{EdgeKind, Role};
use catalog::{Delivery, Family};

use crate::context::Context;
use crate::promise::{CURES, REPEATS};

/// For each box, what first may send twice what arrives there.
pub(crate) struct Repeats {
    arriving: Vec<Option<Stop>>,
    leaving: Vec<Option<Stop>>,
}

impl Repeats {
    pub(crate) fn of(context: &Context<'_>) -> Self {
        let graph = context.graph;
        let nothing = vec![None; graph.box_count()];
        let mut repeats = Self {
            arriving: nothing.clone(),
            leaving: nothing,
        };
        for group in graph.data_order().iter() {
            let members = || group.iter().map(|slot| graph.get_box(*slot));
            let from_edges = members().flat_map(|node| incoming(context, node));
            let from_edges = from_edges.filter_map(|link| repeats.over(context, link));
            let mut arriving = earliest(context, from_edges);
            if group.len() > 1 {
                let own = members().filter_map(|node| own(context, node));
                arriving = earliest(context, arriving.into_iter().chain(own));
            }
            for node in members() {
                let leaving = if stops(context, node) {
                    None
                } else {
                    arriving.or_else(|| own(context, node))
                };
                put(&mut repeats.arriving, node.slot, arriving);
                put(&mut repeats.leaving, node.slot, leaving);
            }
        }
        repeats
    }

    /// Where the repeats that may arrive at the box begin.
    pub(crate) fn at(&self, slot: BoxSlot) -> Option<Stop> {
        self.arriving.get(slot.index()).copied().flatten()
    }

    fn over(&self, context: &Context<'_>, link: &EdgeLink<'_>) -> Option<Stop> {
        if context.edge_promises(link, CURES) {
            return None;
        }
        let carried = match link.record.kind {
            EdgeKind::Data => self.leaving.get(link.from.index()).copied().flatten(),
            _ => None,
        };
        let own = context.edge_promises(link, REPEATS);
        carried.or(own.then_some(Stop::Edge(link.slot)))
    }
}

/// The data edges into a box, and into a store also what is mended and comes back.
fn incoming<'g, 'b>(
    context: &'g Context<'b>,
    node: &BoxNode<'_>,
) -> impl Iterator<Item = &'g EdgeLink<'b>> + use<'g, 'b> {
    let mended = node.record.role == Role::Store;
    let failure = context.graph.incoming(node.slot, EdgeKind::Failure);
    let data = context.graph.incoming(node.slot, EdgeKind::Data);
    data.chain(failure.filter(move |_| mended))
}

fn own(context: &Context<'_>, node: &BoxNode<'_>) -> Option<Stop> {
    context
        .box_promises(node, REPEATS)
        .then_some(Stop::Box(node.slot))
}

/// Of several the one with the least id, whatever the order of the file.
fn earliest(context: &Context<'_>, stops: impl Iterator<Item = Stop>) -> Option<Stop> {
    stops.reduce(|least, stop| {
        if context.at(stop) < context.at(least) {
            stop
        } else {
            least
        }
    })
}

/// Repeats end here: they are made harmless, or lie in a store that is judged for itself.
fn stops(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    cures(context, node) || (node.record.role == Role::Store && !context.is_raw(node))
}

/// The box makes a repeat harmless: by its words, by what it is known as, or since a write by key replaces the last.
pub(crate) fn cures(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let by_key = [Family::KeyValue, Family::FeatureStore, Family::Search];
    context.box_promises(node, CURES)
        || context.component(node.slot).is_some_and(|known| {
            let is_sink = node.record.role == Role::Store && by_key.contains(&known.family);
            let is_engine = matches!(node.record.role, Role::Ingest | Role::Process);
            is_sink || (is_engine && known.delivery == Some(Delivery::ExactlyOnce))
        })
}

/// Repeats would stay in this store: nothing there or right behind it makes them harmless.
pub(crate) fn keeps_repeats(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    if node.record.role != Role::Store
        || cures(context, node)
        || context.is_raw(node)
        || context.is_aside(node)
    {
        return false;
    }
    let graph = context.graph;
    let harmless =
        |link: &EdgeLink<'_>| context.edge_promises(link, CURES) || cures(context, graph.get_box(link.to));
    let mut readers = graph.outgoing(node.slot, EdgeKind::Data).peekable();
    readers.peek().is_none() || !readers.all(harmless)
}

fn put(places: &mut [Option<Stop>], slot: BoxSlot, value: Option<Stop>) {
    if let Some(place) = places.get_mut(slot.index()) {
        *place = value;
    }
}
