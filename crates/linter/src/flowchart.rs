//! A flowchart that was pasted, read beside the page, which carries neither its grammar nor the catalogue.

use board::{Role, file};
use catalog::stands_for;
use exchange::mermaid;

/// The text of the board that a flowchart becomes, and what is said of that; empty texts where it is none.
pub fn taken_up(text: &str) -> [String; 2] {
    let chart = mermaid::read(text, &usual_role);
    chart.map_or_else(Default::default, |chart| {
        [file::write(&chart.board, &[]), chart.said()]
    })
}

/// What the product that a label names is usually for.
fn usual_role(label: &str) -> Option<Role> {
    stands_for(None, label)?.roles.first().copied()
}
