//! Blanks that a fix leaves where only a person knows the figure: `? ms` reads as no quantity, so the rules go on asking.

use board::graph::BoxNode;
use board::{BoxRecord, Edit, Record, RecordId};

use crate::context::Context;

/// A question mark that stands alone: something is still to be filled in.
pub(crate) fn is_in(text: &str) -> bool {
    text.split_whitespace().any(|word| word == "?")
}

/// The constraints of `node` with a blank behind them.
pub(crate) fn left(context: &Context<'_>, node: &BoxNode<'_>, blank: &str) -> Edit {
    let mut edit = Edit::new();
    leave(&mut edit, context, node, blank);
    edit
}

/// Adds to `edit` that a blank stands behind the constraints of `node`.
pub(crate) fn leave(edit: &mut Edit, context: &Context<'_>, node: &BoxNode<'_>, blank: &str) {
    let mut record: BoxRecord = node.record.clone();
    let text = record.constraints.trim_end_matches([',', ' ']);
    record.constraints = match text.trim() {
        "" => blank.to_owned(),
        _ => format!("{text}, {blank}"),
    };
    edit.put(
        context.board,
        RecordId::Box(node.id.clone()),
        Record::from(record),
    );
}
