//! How a board changes: a pure state machine without a browser, a clock or a linter.
//!
//! 1. The outside sends one [`Input`] at a time to [`Editor::handle`]; time comes in with it.
//! 2. A pointer gesture moves the [`Tool`] from state to state; a key is looked up in [`COMMANDS`] and becomes a
//!    [`Command`].
//! 3. Either makes a `board::Edit`, which is applied, remembered for undo and handed out as [`Effect::Commit`].
//! 4. The [`Outcome`] says what changed and what the outside shall do.

mod command;
mod commands;
mod context;
mod direction;
mod document;
mod editor;
mod effect;
mod field;
mod grips;
mod history;
mod hit_test;
mod holding;
mod index;
mod input;
mod item;
mod keymap;
mod lifted_ways;
mod order;
mod placement;
mod pointing;
mod preview;
mod screen;
mod selection;
mod session;
mod snapping;
mod taking;
mod tool;
mod tools;

pub use command::{Command, EdgeEnd, LanesBy, Pick};
pub use direction::{Alignment, Direction};
pub use editor::Editor;
pub use effect::{Editing, Effect, Outcome};
pub use field::Field;
pub use grips::Grip;
pub use hit_test::{Handle, Side};
pub use index::Visible;
pub use input::{Button, Input, KeyPress, Modifiers, Phase, Pointer, PointerKind};
pub use item::{Item, standing};
pub use keymap::{COMMANDS, CommandRow, Group, lookup, rows};
pub use order::data_order;
pub use preview::{Cursor, JoiningLine, Preview};
pub use selection::Selection;
pub use snapping::{Axis, DOTS, Guide, GuideKind};
pub use tool::Tool;
pub use tools::presenting::Slide;
