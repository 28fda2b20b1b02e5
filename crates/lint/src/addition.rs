//! A box that a fix adds beside another, joined to it by an edge.

use board::graph::BoxNode;
use board::{BoxId, BoxRecord, EdgeId, EdgeKind, EdgeRecord, Edit, Record, RecordId, Role};

use crate::context::Context;
use crate::vacancy::Side;

/// What is added. A label or an owner that the board does not tell stays empty, and the rules ask for it.
pub(crate) struct Addition<'t> {
    pub(crate) role: Role,
    pub(crate) label: &'t str,
    pub(crate) kind: EdgeKind,
    /// Who owns the box and the edge.
    pub(crate) owner: &'t str,
}

impl Addition<'_> {
    /// The edit that adds it on that `side` of `node`: before it as where data comes from, else as where it goes.
    pub(crate) fn to(&self, context: &Context<'_>, node: &BoxNode<'_>, side: Side) -> Edit {
        let (board, vacancy) = (context.board, context.vacancy());
        let mut record = BoxRecord::new(self.role, vacancy.beside(node.record, side));
        record.label = self.label.to_owned();
        record.owner = self.owner.to_owned();
        record.order = vacancy.box_order;
        let stem = match self.label {
            "" => format!("{}-{}", node.id, self.role),
            label => label.to_owned(),
        };
        let id = BoxId::fresh(&stem, |id| board.get_box(id).is_some());
        let (from, to) = match side {
            Side::Before => (id.clone(), node.id.clone()),
            Side::Behind | Side::Below => (node.id.clone(), id.clone()),
        };
        let edge_id = EdgeId::fresh(&format!("{from}-{to}"), |id| board.get_edge(id).is_some());
        let mut edge = EdgeRecord::new(from, to, self.kind);
        edge.owner = self.owner.to_owned();
        edge.order = vacancy.edge_order;
        let mut edit = Edit::new();
        edit.put(board, RecordId::Box(id), Record::from(record));
        edit.put(board, RecordId::Edge(edge_id), Record::from(edge));
        edit
    }
}
