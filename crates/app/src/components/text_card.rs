//! The text of a box or an edge, edited in place.

use yew::prelude::*;

/// The text of a box or an edge, edited in place.
#[component]
pub(crate) fn TextCard() -> Html {
    html! {}
}
