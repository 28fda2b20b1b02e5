//! The outline of the board: how it is shown, folded away, and how the keyboard comes back to it.

use gloo::timers::callback::Timeout;
use gloo::utils::document;

use crate::effects::{focus, focus_canvas};
use crate::panels::Sheet;
use crate::store::Store;

/// The id of the list.
pub(crate) const TREE: &str = "outline-tree";

/// What of the outline takes the keyboard: the row that it left, else what stands above.
const STOPS: [&str; 2] = [
    ".panel-outline [role=treeitem][tabindex='0']",
    ".panel-outline button",
];

/// Gives the keyboard to the outline, which is shown if it is not; from within, folds it away.
pub(crate) fn reach(store: &Store) {
    let is_within = document()
        .active_element()
        .is_some_and(|active| active.closest(".panel-outline").ok().flatten().is_some());
    set_open(store, !is_within);
    if is_within {
        return focus_canvas();
    }
    // It may only now be drawn.
    Timeout::new(0, || {
        enter();
    })
    .forget();
}

/// Shows the outline or folds it away; the keyboard stays where it is.
pub(crate) fn set_open(store: &Store, is_open: bool) {
    store.change_panels(|panels| {
        panels.set(|settings| {
            settings.outline_open = is_open;
            settings.score_open &= !is_open;
        });
        panels.sheet = is_open.then_some(Sheet::Outline);
    });
}

/// Gives the keyboard back to the outline or the board, whichever had it last.
pub(crate) fn give_back(store: &Store) {
    let was_within = store.panels().in_outline;
    if !(was_within && enter()) {
        focus_canvas();
    }
}

/// Remembers whether the keyboard is in the outline or on the board.
pub(crate) fn note_keyboard(store: &Store, is_within: bool) {
    let is_news = store.panels().in_outline != is_within;
    if is_news {
        store.change_panels(|panels| panels.in_outline = is_within);
    }
}

fn enter() -> bool {
    let stop = STOPS
        .iter()
        .find_map(|stop| document().query_selector(stop).ok().flatten());
    if let Some(stop) = &stop {
        focus(stop);
    }
    stop.is_some()
}
