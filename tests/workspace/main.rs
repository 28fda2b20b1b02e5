//! Tests that span crates, in one binary.

mod architecture;
mod conventions;
mod diagrams;
mod documents;
mod lint_diagrams;
mod lint_fixtures;
mod lint_mending;
mod lint_robust;
mod lint_wire;
mod rule_docs;
mod rule_words;
mod scores;
mod sources;
