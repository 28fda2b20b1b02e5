//! What the linter says.

use yew::prelude::*;

/// What the linter says.
#[component]
pub(crate) fn Findings() -> Html {
    html! {}
}
