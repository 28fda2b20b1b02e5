//! What goes to the clipboard and what comes from it. The browser writes to it in its own time; what is pasted before that
//! is what was copied last. A flowchart is read by the linter, which knows the products; all else by the editor at once.

use std::rc::Rc;

use editor::Command;
use exchange::mermaid;
use gloo::utils::window;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::lint_job;
use crate::store::Store;

/// Puts `text` on the clipboard.
pub(crate) fn copy(store: &Store, text: String) {
    let text: Rc<str> = text.into();
    store.copying().replace(Some(Rc::clone(&text)));
    let store = store.clone();
    spawn_local(async move {
        let written = JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
        // What was copied since is still on its way.
        let is_last = |copied: &mut Rc<str>| Rc::ptr_eq(copied, &text);
        store.copying().borrow_mut().take_if(is_last);
        if written.is_err() {
            store.change_panels(|panels| {
                panels.tell_error("The browser did not let the page write to the clipboard. Allow it for this page and copy again.");
            });
        }
    });
}

/// Pastes what the clipboard holds, without the key for it.
pub(crate) fn paste_without_key(store: &Store) {
    let store = store.clone();
    spawn_local(async move {
        let read = JsFuture::from(window().navigator().clipboard().read_text()).await;
        match read.ok().and_then(|text| text.as_string()) {
            Some(text) => paste(&store, text),
            None => store.change_panels(|panels| {
                panels
                    .tell_error("The browser did not let the page read the clipboard. Paste by key: Ctrl+V.");
            }),
        }
    });
}

/// Puts `held`, which the clipboard holds, on the board, or what is on its way there.
pub(crate) fn paste(store: &Store, held: String) {
    let copied = store.copying().borrow().as_deref().map(str::to_owned);
    let text = copied.unwrap_or(held);
    if text.is_empty() {
        return;
    }
    if !mermaid::is_flowchart(&text) {
        return store.command(Command::Paste { text });
    }
    if !lint_job::ask_chart(store, &text) {
        store.change_panels(|panels| {
            panels.tell_error("The linter reads flowcharts, and is not there yet. Paste again in a moment.");
        });
    }
}
