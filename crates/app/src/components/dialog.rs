//! A dialog over the page: keeps the keyboard while it is open and gives it back when it closes.

use yew::prelude::*;

use crate::hooks::use_slice;
use crate::panels::Dialog;

use super::boards::Boards;
use super::palette::Palette;
use super::rule_page::RulePage;
use super::shortcuts::Shortcuts;

/// The dialog that is open, if one is.
#[component]
pub(crate) fn OpenDialog() -> Html {
    match use_slice(|store| store.panels().dialog.clone()) {
        None => html! {},
        Some(Dialog::Palette) => html! { <Palette /> },
        Some(Dialog::Shortcuts) => html! { <Shortcuts /> },
        Some(Dialog::Boards) => html! { <Boards /> },
        Some(Dialog::Rule(code)) => html! { <RulePage code={code} /> },
    }
}
