//! The editor driven as a person drives it: by gestures, keys and commands.

mod clipboard;
mod drawing;
mod hand;
mod keyboard;
mod moving;
mod properties;
mod scale;
mod touching;
mod typing;
mod undoing;
