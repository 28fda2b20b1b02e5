//! The second part of the page's program, which the build of a release cuts off (`crates/splitter`).

use std::sync::atomic::{AtomicBool, Ordering};

use wasm_bindgen::prelude::*;

static IS_THERE: AtomicBool = AtomicBool::new(false);

#[wasm_bindgen]
extern "C" {
    /// Of `www/later.js`.
    #[wasm_bindgen(js_name = beginLater)]
    fn begin_later(page: &JsValue, when_there: JsValue);
    /// Of `www/later.js`.
    #[wasm_bindgen(js_name = waitForLater)]
    fn wait_for_later();
}

/// Has the second part fetched when the page has drawn itself, and then calls `when_there`; at once in a page that is whole.
pub(crate) fn begin(when_there: impl FnOnce() + 'static) {
    let enter = move || {
        IS_THERE.store(true, Ordering::Relaxed);
        when_there();
    };
    begin_later(&wasm_bindgen::exports(), Closure::once_into_js(enter));
}

/// Whether the second part is there. What is drawn with its help on the first sight of the page, and has not been asked
/// for, is left out until then.
pub(crate) fn is_there() -> bool {
    IS_THERE.load(Ordering::Relaxed)
}

/// Fetches the second part at once: called where the first part needs it and it is not there.
#[wasm_bindgen(js_name = needLater)]
pub fn need() {
    wait_for_later();
    // What the present input asks for is drawn at once: the next one may be the first letter of its text.
    IS_THERE.store(true, Ordering::Relaxed);
}
