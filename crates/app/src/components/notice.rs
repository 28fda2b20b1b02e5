//! Something told once.

use yew::prelude::*;

/// Something told once.
#[component]
pub(crate) fn NoticeBar() -> Html {
    html! {}
}
