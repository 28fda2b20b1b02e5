//! Tests that span crates, in one binary.
