//! A dialog over the page: keeps the keyboard while it is open and gives it back when it closes.

use yew::prelude::*;

use crate::hooks::use_slice;
use crate::panels::Dialog;

use super::boards::Boards;
use super::palette::{Palette, PaletteProps};
use super::part::part;
use super::rule_page::{RulePage, RulePageProps};
use super::shortcuts::shortcuts;

/// The dialog that is open, if one is.
#[component]
pub(crate) fn OpenDialog() -> Html {
    match use_slice(|store| store.panels().dialog.clone()) {
        None => html! {},
        Some(Dialog::Palette) => part::<Palette>(PaletteProps { pick: None }),
        Some(Dialog::Pick(pick)) => part::<Palette>(PaletteProps { pick: Some(pick) }),
        Some(Dialog::Shortcuts) => shortcuts(),
        Some(Dialog::Boards) => part::<Boards>(()),
        Some(Dialog::Rule(code)) => part::<RulePage>(RulePageProps { code }),
    }
}
