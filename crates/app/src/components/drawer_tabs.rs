//! What the drawers below the board have in common: their tabs, the keys that walk them, and the key that leaves.

use yew::prelude::*;

use crate::effects::focus_canvas;
use crate::store::Store;

use super::findings::lighting;
use super::glyph::Glyph;
use super::told::Told;

/// One tab of a drawer: its id, the id of the panel that it opens, its name and what stands below that.
pub(super) struct DrawerTab {
    pub(super) id: String,
    pub(super) panel: &'static str,
    pub(super) name: &'static str,
    pub(super) figure: Html,
    pub(super) is_chosen: bool,
    pub(super) choose: Callback<MouseEvent>,
}

impl DrawerTab {
    /// The tab as a button.
    pub(super) fn draw(self) -> Html {
        html! {
            <button key={self.name} id={self.id} class="sum-tab" type="button" role="tab"
                aria-selected={self.is_chosen.to_string()} aria-controls={self.panel}
                tabindex={if self.is_chosen { "0" } else { "-1" }} onclick={self.choose}>
                <span class="sum-name">{ self.name }</span>
                <span class="sum-figure">{ self.figure }</span>
            </button>
        }
    }
}

/// The sign of the verdict that was told.
pub(super) fn verdict(told: &Told) -> Glyph {
    match told.text("verdict").as_deref() {
        Some("ok") => Glyph::Ok,
        Some("error") => Glyph::Error,
        _ => Glyph::Open,
    }
}

/// Escape gives the keyboard to the board; the drawer stays.
pub(super) fn leaving(store: &Store) -> Callback<KeyboardEvent> {
    let store = store.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            lighting::restore(&store);
            focus_canvas();
        }
    })
}

/// Arrow keys walk through `all` tabs, from the one that is `chosen`.
pub(super) fn walking<T: Copy + PartialEq>(
    store: &Store,
    all: &'static [T],
    chosen: fn(&Store) -> T,
    choose: fn(&Store, T),
) -> Callback<KeyboardEvent> {
    let store = store.clone();
    Callback::from(move |event: KeyboardEvent| {
        let here = chosen(&store);
        let at = all.iter().position(|tab| *tab == here).unwrap_or_default();
        if let Some(to) = turned(&event, at, all.len()).and_then(|to| all.get(to)) {
            event.prevent_default();
            choose(&store, *to);
        }
    })
}

fn turned(event: &KeyboardEvent, at: usize, count: usize) -> Option<usize> {
    match event.key().as_str() {
        "ArrowRight" => Some((at + 1) % count),
        "ArrowLeft" => Some((at + count - 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        _ => None,
    }
}
