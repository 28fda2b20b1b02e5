//! Who looks: how a fix joins boxes to what watches them.

use board::graph::BoxNode;
use board::{BoxId, BoxRecord, EdgeId, EdgeKind, EdgeRecord, Edit, Record, RecordId, Role};
use sorted::Set;

use crate::addition::Addition;
use crate::context::Context;
use crate::phrase::quote;
use crate::vacancy::Side;

/// What an observe box that a fix places says: nobody is told at a blank, so the rules go on asking.
pub(crate) const BLANK: &str = "alert at ?";

/// The first observe box of a board, where there is one.
pub(crate) struct Watcher<'b>(Option<(&'b BoxId, &'b BoxRecord)>);

impl<'b> Watcher<'b> {
    pub(crate) fn of(context: &Context<'b>) -> Self {
        let mut boxes = context.board.boxes();
        let found = boxes.find(|(_, record)| record.role == Role::Observe);
        Self(found.map(|(id, record)| (id, record.as_ref())))
    }

    /// Adds to `edit` that it watches `nodes`, or one that is placed for them, without a name. Tells what was done as the
    /// end of a command.
    pub(crate) fn watch(&self, edit: &mut Edit, context: &Context<'_>, nodes: &[&BoxNode<'_>]) -> String {
        let order = context.vacancy().edge_order;
        if let Some((watcher, record)) = self.0 {
            join(edit, context, nodes, watcher, order);
            return format!("let {} watch it", quote(&record.label));
        }
        let Some((first, rest)) = nodes.split_first() else {
            return String::new();
        };
        let observer = Addition {
            role: Role::Observe,
            label: "",
            constraints: BLANK,
            kind: EdgeKind::Control,
            owner: "",
        };
        let placed = observer.to(context, first, Side::Behind);
        let watcher = placed.changes().find_map(|(id, _)| match id {
            RecordId::Box(id) => Some(id.clone()),
            _ => None,
        });
        *edit = std::mem::take(edit).then(placed);
        if let Some(watcher) = watcher {
            join(edit, context, rest, &watcher, order + 1);
        }
        "place an observe box for it, to be named".to_owned()
    }
}

/// A control edge from each of `nodes` to `watcher`.
fn join(edit: &mut Edit, context: &Context<'_>, nodes: &[&BoxNode<'_>], watcher: &BoxId, first_order: u32) {
    let mut taken = Set::new();
    for (order, node) in (first_order..).zip(nodes) {
        let mut edge = EdgeRecord::new(node.id.clone(), watcher.clone(), EdgeKind::Control);
        edge.order = order;
        let is_taken = |id: &EdgeId| context.board.get_edge(id).is_some() || taken.contains(id);
        let id = EdgeId::fresh(&format!("{}-{watcher}", node.id), is_taken);
        taken.insert(id.clone());
        edit.put(context.board, RecordId::Edge(id), Record::from(edge));
    }
}
