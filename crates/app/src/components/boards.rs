//! The dialog of boards: prompts, examples, stored boards.

use yew::prelude::*;

/// The dialog of boards: prompts, examples, stored boards.
#[component]
pub(crate) fn Boards() -> Html {
    html! {}
}
