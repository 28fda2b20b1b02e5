//! How findings name things and print figures.

use board::graph::{BoxNode, EdgeLink, Graph};

/// What a box is called in a sentence: its label, or `The unnamed process` where it has none.
pub(crate) fn name(node: &BoxNode<'_>) -> String {
    match node.record.label.trim() {
        "" => format!("the unnamed {}", node.record.role),
        label => label.to_owned(),
    }
}
