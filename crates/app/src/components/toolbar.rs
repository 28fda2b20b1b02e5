//! The tools and the zoom.

use yew::prelude::*;

/// The tools and the zoom.
#[component]
pub(crate) fn Toolbar() -> Html {
    html! {}
}
