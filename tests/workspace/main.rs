//! Tests that span crates, in one binary.

mod diagrams;
mod lint_diagrams;
mod lint_fixtures;
mod lint_robust;
mod rule_docs;
