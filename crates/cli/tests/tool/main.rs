//! Drives the real binary as other tools do: what it says, writes and leaves alone, and the exit status.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod change;
mod cohort;
mod driver;
mod export;
mod fix;
mod formats;
mod lint;
mod mistakes;
mod pages;
mod report;
mod score;
mod settings;
mod stress;
mod teaching;
