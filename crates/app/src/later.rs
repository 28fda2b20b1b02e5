//! The second part of the page's program, which the build of a release cuts off (`crates/splitter`).

use wasm_bindgen::prelude::*;

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
    begin_later(&wasm_bindgen::exports(), Closure::once_into_js(when_there));
}

/// Fetches the second part at once: called where the first part needs it and it is not there.
#[wasm_bindgen(js_name = needLater)]
pub fn need() {
    wait_for_later();
}
