//! Every key on one sheet.

use yew::prelude::*;

/// Every key on one sheet.
#[component]
pub(crate) fn Shortcuts() -> Html {
    html! {}
}
