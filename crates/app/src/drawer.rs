//! The numbers below the board: how they are shown, folded away, and which of them.

use gloo::timers::callback::Timeout;
use gloo::utils::document;

use crate::effects::{focus, focus_canvas};
use crate::panels::{Sheet, Sum};
use crate::store::Store;

/// The id of the tab of a sum.
pub(crate) fn tab_id(sum: Sum) -> String {
    format!("sum-{}", sum.name())
}

/// Shows the numbers and gives them the keyboard, or folds them away and gives it back to the board.
pub(crate) fn toggle(store: &Store) {
    let is_shown = store.panels().shows_numbers();
    set_open(store, !is_shown);
    if is_shown {
        return focus_canvas();
    }
    let sum = store.panels().settings.sum;
    // The tab may only now be drawn.
    Timeout::new(0, move || focus_tab(sum)).forget();
}

/// Shows the numbers or folds them away; the keyboard stays where it is.
pub(crate) fn set_open(store: &Store, is_open: bool) {
    store.change_panels(|panels| {
        panels.set(|settings| {
            settings.numbers_open = is_open;
            settings.what_if_open = false;
        });
        panels.sheet = is_open.then_some(Sheet::Numbers);
    });
}

/// Shows this one of the numbers, and gives its tab the keyboard.
pub(crate) fn choose(store: &Store, sum: Sum) {
    store.change_panels(|panels| panels.set(|settings| settings.sum = sum));
    focus_tab(sum);
}

fn focus_tab(sum: Sum) {
    if let Some(tab) = document().get_element_by_id(&tab_id(sum)) {
        focus(&tab);
    }
}
