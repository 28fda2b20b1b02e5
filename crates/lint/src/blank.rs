//! Blanks that a fix leaves where only a person knows the figure: `? ms` reads as no quantity, so the rules go on asking.

use board::graph::{BoxNode, BoxSlot};
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

/// A blank on each of these boxes that has none such yet.
pub(crate) fn each(context: &Context<'_>, slots: &[BoxSlot], blank: &str) -> Edit {
    let mut edit = Edit::new();
    let nodes = slots.iter().map(|slot| context.graph.get_box(*slot));
    for node in nodes.filter(|node| !node.record.constraints.contains(blank)) {
        leave(&mut edit, context, node, blank);
    }
    edit
}

/// Adds to `edit` that a blank stands behind the constraints of `node`.
pub(crate) fn leave(edit: &mut Edit, context: &Context<'_>, node: &BoxNode<'_>, blank: &str) {
    let record = BoxRecord {
        constraints: behind(&node.record.constraints, blank),
        ..node.record.clone()
    };
    edit.put(
        context.board,
        RecordId::Box(node.id.clone()),
        Record::from(record),
    );
}

/// `words` behind the constraints `text`.
pub(crate) fn behind(text: &str, words: &str) -> String {
    let text = text.trim_end_matches([',', ' ']);
    match text.trim() {
        "" => words.to_owned(),
        _ => format!("{text}, {words}"),
    }
}
