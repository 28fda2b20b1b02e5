//! Keys, the clipboard and dropped files: what the whole page listens to on behalf of the board.

use editor::Input;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Element, Event, HtmlElement, KeyboardEvent};

use crate::effects::CANVAS;
use crate::outline::note_keyboard;
use crate::store::Store;
use crate::{clipboard, dom_input, files};

/// Hands keys, pasted text and dropped files to the store, until the listeners are dropped.
pub(super) fn listen(store: &Store, canvas: &HtmlElement) -> Vec<EventListener> {
    let on_document = |name: &'static str, act: fn(&Store, &Event)| {
        let store = store.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), name, options, move |event| act(&store, event))
    };
    let blur = {
        let store = store.clone();
        EventListener::new(&window(), "blur", move |_| {
            store.handle(Input::Blur);
        })
    };
    let reach = {
        let store = store.clone();
        EventListener::new(canvas, "focus", move |_| note_keyboard(&store, false))
    };
    // The board is what a person came for.
    canvas.focus().ok();
    vec![
        on_document("keydown", key_down),
        on_document("keyup", key_up),
        on_document("paste", paste),
        on_document("dragover", drag_over),
        on_document("dragleave", drag_leave),
        on_document("drop", dropped),
        blur,
        reach,
    ]
}

/// What has the keyboard, as far as the board's keys are concerned.
#[derive(PartialEq)]
enum Holder {
    /// The board, or nothing.
    Board,
    /// A field that takes text: letters are its own.
    Text,
    /// A button or the like: keys that press or leave it are its own.
    Control,
    /// The outline, which walks by some keys; all others are the board's.
    Outline,
    /// A dialog, which has keys of its own.
    Dialog,
}

fn holder(event: &Event) -> Holder {
    let Some(target) = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
    else {
        return Holder::Board;
    };
    let within = |selector| target.closest(selector).ok().flatten().is_some();
    if target.id() == CANVAS || target.tag_name() == "BODY" {
        Holder::Board
    } else if within("[role=dialog], [role=menu]") {
        Holder::Dialog
    } else if within("[role=tree]") {
        Holder::Outline
    } else if within("input, textarea, select, [contenteditable]") {
        Holder::Text
    } else {
        Holder::Control
    }
}

fn key_down(store: &Store, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    if event.is_composing() || event.default_prevented() {
        return;
    }
    let press = dom_input::key(event, store.time_ms());
    if press.key == "Escape" && store.panels().dialog.is_some() {
        store.change_panels(|panels| panels.dialog = None);
        return event.prevent_default();
    }
    let letter = press.key.chars().count() == 1 && press.key != " ";
    let is_the_boards = match holder(event) {
        Holder::Board => true,
        Holder::Control => letter,
        Holder::Outline => press.key != " " && press.key != "Tab",
        Holder::Text => press.modifiers.command() && editor::lookup(&press).is_some_and(|row| row.in_text),
        Holder::Dialog => false,
    };
    if is_the_boards && store.handle(Input::Key(press)) {
        event.prevent_default();
    }
}

fn key_up(store: &Store, event: &Event) {
    if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
        store.handle(Input::KeyUp { key: event.key() });
    }
}

fn paste(store: &Store, event: &Event) {
    if matches!(holder(event), Holder::Text | Holder::Dialog) {
        return;
    }
    let data = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data);
    if let Some(text) = data.and_then(|data| data.get_data("text/plain").ok()) {
        clipboard::paste(store, text);
        event.prevent_default();
    }
}

fn carries_file(event: &Event) -> Option<web_sys::DataTransfer> {
    let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    data.types().includes(&"Files".into(), 0).then_some(data)
}

fn drag_over(store: &Store, event: &Event) {
    if carries_file(event).is_some() {
        event.prevent_default();
        if !store.panels().file_over {
            store.change_panels(|panels| panels.file_over = true);
        }
    }
}

fn drag_leave(store: &Store, event: &Event) {
    let leaves_window = event
        .dyn_ref::<DragEvent>()
        .is_some_and(|event| event.related_target().is_none());
    if leaves_window && store.panels().file_over {
        store.change_panels(|panels| panels.file_over = false);
    }
}

fn dropped(store: &Store, event: &Event) {
    let Some(data) = carries_file(event) else { return };
    event.prevent_default();
    store.change_panels(|panels| panels.file_over = false);
    if let Some(file) = data.files().and_then(|files| files.get(0)) {
        files::open(store, file);
    }
}
