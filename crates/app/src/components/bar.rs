//! The bar at the top: title, undo, files, export, appearance.

use yew::prelude::*;

/// The bar at the top: title, undo, files, export, appearance.
#[component]
pub(crate) fn Bar() -> Html {
    html! {}
}
