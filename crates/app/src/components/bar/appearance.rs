//! Light, dark, or as the system says: one button that goes round.

use yew::prelude::*;

use crate::hooks::{use_slice, use_store};
use crate::panels::Appearance;
use crate::store::Store;

use super::super::button::Button;
use super::super::icon::Icon;

/// Goes from system to light to dark.
#[component]
pub(super) fn AppearanceButton() -> Html {
    let store = use_store();
    let appearance = use_slice(|store| store.panels().settings.appearance);
    let sign = match appearance {
        Appearance::System => Icon::System,
        Appearance::Light => Icon::Light,
        Appearance::Dark => Icon::Dark,
    };
    let tip = format!(
        "Appearance: {}. Next: {}",
        word(appearance),
        word(next(appearance))
    );
    let button = Button::sign(sign, tip.clone()).class("button button-icon desk");
    button.tip(tip).acts(&store, go_round)
}

/// Takes the next appearance.
pub(super) fn go_round(store: &Store) {
    store.change_panels(|panels| panels.set(|settings| settings.appearance = next(settings.appearance)));
}

/// What an appearance is called.
pub(super) fn word(appearance: Appearance) -> &'static str {
    match appearance {
        Appearance::System => "as the system",
        Appearance::Light => "light",
        Appearance::Dark => "dark",
    }
}

/// The appearance that follows.
pub(super) fn next(appearance: Appearance) -> Appearance {
    match appearance {
        Appearance::System => Appearance::Light,
        Appearance::Light => Appearance::Dark,
        Appearance::Dark => Appearance::System,
    }
}
