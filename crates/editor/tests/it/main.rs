//! The editor driven as a person drives it: by gestures, keys and commands.

#![allow(clippy::expect_used, reason = "a test that cannot go on says why")]

mod aligning;
mod attaching;
mod clipboard;
mod drawing;
mod frames;
mod hand;
mod holding;
mod keyboard;
mod lanes;
mod looking;
mod looks;
mod moving;
mod notes;
mod presenting;
mod properties;
mod resizing;
mod scale;
mod strokes;
mod tidying;
mod touching;
mod typing;
mod undoing;
mod ways;
