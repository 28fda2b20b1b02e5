//! A whole box in one line.

use yew::prelude::*;

/// A whole box in one line.
#[component]
pub(crate) fn LineEntry() -> Html {
    html! {}
}
