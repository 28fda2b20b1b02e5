//! Every command by name.

use yew::prelude::*;

/// Every command by name.
#[component]
pub(crate) fn Palette() -> Html {
    html! {}
}
