//! What a board promises, tried on boards, edits and texts of every kind.

mod any;
mod edits;
mod file;
mod notation;
