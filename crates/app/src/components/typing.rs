//! Texts beside the board: what was typed, and the end of a run of typing, which is one step of undo.

use editor::Command;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement, InputEvent};

use crate::store::Store;

/// All of the text in the field that `event` comes from.
pub(super) fn typed(event: &InputEvent) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    match target.dyn_into::<HtmlTextAreaElement>() {
        Ok(area) => area.value(),
        Err(target) => target
            .dyn_into::<HtmlInputElement>()
            .map(|input| input.value())
            .unwrap_or_default(),
    }
}

/// What is typed from here on is a step of undo of its own.
pub(super) fn end_run(store: &Store) {
    // A text of the board that is being edited began by ending this run, and shall go on.
    let on_board = store.editor().editing().is_some();
    if !on_board {
        store.command(Command::EndEditing);
    }
}
