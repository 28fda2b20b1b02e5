//! The board.

use yew::prelude::*;

/// The board.
#[component]
pub(crate) fn Canvas() -> Html {
    html! {}
}
