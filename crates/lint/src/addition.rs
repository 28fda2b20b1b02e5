//! A box that a fix adds beside another or within an edge, and joins.

use board::graph::{BoxNode, EdgeLink};
use board::{BoxId, BoxRecord, EdgeId, EdgeKind, EdgeRecord, Edit, Record, RecordId, Role};

use crate::context::Context;
use crate::vacancy::Side;

/// What is added. A label or an owner that the board does not tell stays empty, and the rules ask for it.
pub(crate) struct Addition<'t> {
    pub(crate) role: Role,
    pub(crate) label: &'t str,
    /// With blanks for what only a person knows.
    pub(crate) constraints: &'t str,
    pub(crate) kind: EdgeKind,
    /// Who owns the box and the edge.
    pub(crate) owner: &'t str,
}

impl Addition<'_> {
    /// The edit that adds it on that `side` of `node`: before it as where data comes from, else as where it goes.
    pub(crate) fn to(&self, context: &Context<'_>, node: &BoxNode<'_>, side: Side) -> Edit {
        let (id, mut edit) = self.beside(context, node, side);
        let (from, to) = match side {
            Side::Before => (id, node.id.clone()),
            Side::Behind | Side::Below => (node.id.clone(), id),
        };
        self.join(context, &mut edit, from, to);
        edit
    }

    /// The edit that adds it within `link`, before the box that this leads to.
    pub(crate) fn within(&self, context: &Context<'_>, link: &EdgeLink<'_>) -> Edit {
        let (id, mut edit) = self.beside(context, context.graph.get_box(link.to), Side::Before);
        let first = EdgeRecord {
            to: id.clone(),
            ..link.record.clone()
        };
        edit.put(
            context.board,
            RecordId::Edge(link.id.clone()),
            Record::from(first),
        );
        self.join(context, &mut edit, id, link.record.to.clone());
        edit
    }

    /// The box alone, with its id.
    fn beside(&self, context: &Context<'_>, node: &BoxNode<'_>, side: Side) -> (BoxId, Edit) {
        let (board, vacancy) = (context.board, context.vacancy());
        let mut record = BoxRecord::new(self.role, vacancy.beside(node.record, side));
        record.label = self.label.to_owned();
        record.constraints = self.constraints.to_owned();
        record.owner = self.owner.to_owned();
        record.order = vacancy.box_order;
        // Of its neighbour's id, so that the fixes of many boxes can be made at once.
        let called = match self.label {
            "" => self.role.as_str(),
            label => label,
        };
        let id = BoxId::fresh(&format!("{}-{called}", node.id), |id| board.get_box(id).is_some());
        let mut edit = Edit::new();
        edit.put(board, RecordId::Box(id.clone()), Record::from(record));
        (id, edit)
    }

    fn join(&self, context: &Context<'_>, edit: &mut Edit, from: BoxId, to: BoxId) {
        let board = context.board;
        let id = EdgeId::fresh(&format!("{from}-{to}"), |id| board.get_edge(id).is_some());
        let mut edge = EdgeRecord::new(from, to, self.kind);
        edge.owner = self.owner.to_owned();
        edge.order = context.vacancy().edge_order;
        edit.put(board, RecordId::Edge(id), Record::from(edge));
    }
}
