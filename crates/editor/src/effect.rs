//! What the editor asks of the outside, and what a step changed.

use board::RecordId;
use board::journal::Entry;

use crate::{Field, Pick};

/// The text that is being edited in place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Editing {
    /// Whose.
    pub on: RecordId,
    /// Which.
    pub field: Field,
}

/// A request to the outside.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Keep this entry of the journal, at once.
    Commit(Entry),
    /// Keep this entry in place of the last one: typing went on, and both are one change now.
    Amend(Entry),
    /// Put the caret into this text.
    BeginTextEdit(Editing),
    /// Give the keyboard back to the board.
    EndTextEdit,
    /// Say this in the live region.
    Announce(String),
    /// Tell a person this, until they have read it: not all was done that they asked for.
    Warn(String),
    /// Put this on the clipboard.
    CopyText(String),
    /// Read the clipboard and send its text as `Command::Paste`.
    RequestPaste,
    /// Let a person pick a file to open.
    PickFile,
    /// Write the document to a file.
    Save,
    /// Show the command palette.
    ShowPalette,
    /// Show the numbers below the board, or fold them away.
    ShowNumbers,
    /// Show what stress would do to the board, or fold that away.
    ShowWhatIf,
    /// Show what happens when the selected box goes down.
    WhatIfDown,
    /// Show the score and give it the keyboard, or fold it away.
    ShowScore,
    /// Let a person pick a box by name.
    PickBox(Pick),
    /// Show the sheet of keys.
    ShowShortcuts,
    /// Ask for the words to look for on the board.
    Search,
    /// Show what can be done with what is selected.
    ShowMenu,
    /// Show the board as an outline, or fold it away.
    ShowOutline,
    /// Find tidy places for boxes, and show them by `Command::ShowTidied`.
    Tidy,
    /// Let the boxes glide to where they stand now.
    Glide,
    /// Put the caret into the first scoping question without an answer.
    AskNext,
    /// Make the first fix of what is selected.
    Mend,
    /// Make all fixes that are safe.
    MendAll,
}

/// What one input did.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Outcome {
    /// The board is not what it was, for now or for good.
    pub document: bool,
    /// The camera is not what it was.
    pub camera: bool,
    /// The screen, the tool, its preview or what is hovered is not what it was.
    pub view: bool,
    /// The selection or the text being edited is not what it was.
    pub selection: bool,
    /// What the outside shall do, in this order.
    pub effects: Vec<Effect>,
    /// The input meant something: the browser shall not act on it as well.
    pub handled: bool,
}
