//! CON001: a box with nothing to be held to.

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::name;
use crate::rule::rule;

rule! {
    /// The page follows.
    "CON001" "missing-constraint" Constraint Error
    "an ingest, process, store or serve box has no constraint that reads as a quantity or a named guarantee"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for node in context.graph.boxes().filter(|node| node.record.role.is_stage()) {
        if context.reading(node.slot).quantities.is_empty() {
            findings.say(at_box(node), format!("{} has no constraint.", name(node)));
        }
    }
}
