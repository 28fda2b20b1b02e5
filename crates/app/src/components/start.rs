//! The empty page: a prompt to pick, an example to open, three keys.

use yew::prelude::*;

/// The empty page: a prompt to pick, an example to open, three keys.
#[component]
pub(crate) fn Start() -> Html {
    html! {}
}
