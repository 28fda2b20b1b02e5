//! What a board promises, tried on boards, edits and texts of every kind.

#![allow(clippy::unwrap_used, reason = "what fails here is the test")]

mod any;
mod edits;
mod file;
mod notation;
