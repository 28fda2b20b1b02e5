//! The tabs of a narrow screen.

use yew::prelude::*;

/// The tabs of a narrow screen.
#[component]
pub(crate) fn Tabs() -> Html {
    html! {}
}
