//! Scrolling: the least that brings an element into the view of what scrolls it, and of nothing around that.

use web_sys::Element;
use yew::prelude::*;

/// Scrolls `view` until `element` is inside, if it is not; `margin` pixels of what is around it stay in sight.
pub(crate) fn scroll_to(view: &Element, element: &Element, margin: f64) {
    let (frame, area) = (
        view.get_bounding_client_rect(),
        element.get_bounding_client_rect(),
    );
    let above = area.top() - margin - frame.top();
    let below = area.bottom() + margin - frame.bottom();
    let by = if above < 0.0 || area.height() > frame.height() {
        above
    } else if below > 0.0 {
        below
    } else {
        return;
    };
    view.set_scroll_top(view.scroll_top() + by.round() as i32);
}

/// Keeps the element with the id `row` in the view of the one with the id `view`.
#[hook]
pub(crate) fn use_in_view(view: &'static str, row: String) {
    use_effect_with(row, move |row| {
        let found = |id: &str| gloo::utils::document().get_element_by_id(id);
        if let (Some(view), Some(row)) = (found(view), found(row)) {
            scroll_to(&view, &row, 4.0);
        }
    });
}
