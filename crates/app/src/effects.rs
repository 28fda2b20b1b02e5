//! What the editor asks of the browser.

use editor::Effect;

use crate::panels::Dialog;
use crate::store::Store;
use crate::{asking, clipboard, drawer, files, lint_job, mending, menu, outline, scoring, tidying, what_if};

/// Does what `effect` asks for.
pub(crate) fn run(store: &Store, effect: Effect) {
    match effect {
        Effect::Commit(entry) => {
            let editor = store.editor();
            store.with_journal(|journal| journal.append(entry, editor.board()));
        }
        Effect::Amend(entry) => {
            let editor = store.editor();
            store.with_journal(|journal| journal.amend(entry, editor.board()));
        }
        Effect::BeginTextEdit(_) => {
            store.change_panels(|panels| panels.caret_calls = panels.caret_calls.wrapping_add(1));
        }
        // A dialog that just opened keeps the keyboard.
        Effect::EndTextEdit if store.panels().dialog.is_some() => {}
        Effect::EndTextEdit => outline::give_back(store),
        Effect::Announce(text) => store.change_panels(|panels| panels.spoken = text),
        Effect::Warn(text) => store.change_panels(|panels| panels.tell_error(text)),
        Effect::CopyText(text) => clipboard::copy(store, text),
        // The browser answers the key with a paste event, which the page listens to.
        Effect::RequestPaste => {}
        Effect::PickFile => files::pick(),
        Effect::Save => files::download_board(store),
        Effect::AskNext => asking::ask_next(store),
        Effect::Mend => lint_job::in_words(store, mending::mend_selected),
        Effect::MendAll => lint_job::in_words(store, mending::mend_all),
        Effect::ShowNumbers => drawer::toggle(store),
        Effect::ShowWhatIf => what_if::toggle(store),
        Effect::WhatIfDown => what_if::take_down(store),
        Effect::ShowScore => scoring::reach(store),
        Effect::Search => store.change_panels(|panels| {
            panels.search = Some(panels.search.map_or(0, |calls| calls.wrapping_add(1)));
        }),
        Effect::ShowMenu => menu::open_by_key(store),
        Effect::Tidy => tidying::ask(store),
        Effect::Glide => store.glide(),
        Effect::ShowOutline => outline::reach(store),
        Effect::PickBox(pick) => store.change_panels(|panels| panels.dialog = Some(Dialog::Pick(pick))),
        Effect::ShowPalette => store.change_panels(|panels| panels.dialog = Some(Dialog::Palette)),
        Effect::ShowShortcuts => store.change_panels(|panels| panels.dialog = Some(Dialog::Shortcuts)),
    }
}

/// The id of the canvas element.
pub(crate) const CANVAS: &str = "canvas";

/// Gives the keyboard to the board.
pub(crate) fn focus_canvas() {
    if let Some(canvas) = gloo::utils::document().get_element_by_id(CANVAS) {
        focus(&canvas);
    }
}

/// Gives the keyboard to `element`.
pub(crate) fn focus(element: &web_sys::Element) {
    use wasm_bindgen::JsCast;
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        // An element that cannot take the keyboard leaves it where it is.
        element.focus().ok();
    }
}
