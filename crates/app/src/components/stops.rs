//! The places within an element that can take the keyboard.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What `selector` finds in `root` and is seen, in the order of the document.
pub(super) fn stops(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    let elements = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok());
    elements.filter(|element| element.offset_width() > 0).collect()
}

/// Which of `stops` has the keyboard.
pub(super) fn current(stops: &[HtmlElement]) -> Option<usize> {
    let here = gloo::utils::document().active_element()?;
    stops
        .iter()
        .position(|stop| here == *stop.unchecked_ref::<Element>())
}
