//! The brief: prompt, scoping questions, wrap-up.

use yew::prelude::*;

/// The brief: prompt, scoping questions, wrap-up.
#[component]
pub(crate) fn Brief() -> Html {
    html! {}
}
