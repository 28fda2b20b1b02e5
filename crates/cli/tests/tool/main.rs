//! Drives the real binary as other tools do: settings, formats, baselines, streams.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod change;
mod cohort;
mod driver;
mod export;
mod formats;
mod pages;
mod settings;
