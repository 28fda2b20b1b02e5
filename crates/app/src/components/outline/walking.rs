//! How the outline is walked: arrows, the mouse, and what follows an edge. Every other key is the board's.

use editor::{Command, Field, Pick};
use gloo::timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use crate::components::findings::lighting;
use crate::effects::{focus, focus_canvas};
use crate::menu;
use crate::store::Store;

use super::Place;
use super::twigs::Twig;

/// Rows that a page key passes.
const PAGE: usize = 10;

/// What keys do in the tree.
pub(super) fn on_key(place: &Place) -> Callback<KeyboardEvent> {
    let place = place.clone();
    Callback::from(move |event: KeyboardEvent| {
        let is_free = !event.alt_key() && !event.is_composing();
        let is_taken = is_free
            && if event.ctrl_key() || event.meta_key() {
                nudge(&place.store, &event)
            } else {
                walk(&place, &event)
            };
        if is_taken {
            event.prevent_default();
            event.stop_propagation();
        }
    })
}

/// Arrows with control move the boxes, as they do without on the board.
fn nudge(store: &Store, event: &KeyboardEvent) -> bool {
    let key = event.key();
    let moves = key.starts_with("Arrow");
    if moves {
        let name = format!(
            "nudge-{}{}",
            if event.shift_key() { "far-" } else { "" },
            key.trim_start_matches("Arrow").to_ascii_lowercase()
        );
        let row = editor::rows().find(|row| row.name == name);
        row.into_iter().for_each(|row| store.command((row.perform)()));
    }
    moves
}

fn walk(place: &Place, event: &KeyboardEvent) -> bool {
    let (here, last) = (place.here(), place.twigs.len().saturating_sub(1));
    let Some(twig) = place.twigs.get(here) else {
        return false;
    };
    let go = |to: usize| place.go(to, event.shift_key());
    match event.key().as_str() {
        "ArrowDown" => go(here + 1),
        "ArrowUp" => go(here.saturating_sub(1)),
        "PageDown" => go(here + PAGE),
        "PageUp" => go(here.saturating_sub(PAGE)),
        "Home" => go(0),
        "End" => go(last),
        "ArrowRight" => step_in(place, twig, here),
        "ArrowLeft" => step_out(place, twig, here),
        "j" | "J" => place.store.command(Command::PickBox(Pick::JoinTo)),
        "Escape" => focus_canvas(),
        "Enter" => return show(&place.store, twig),
        _ => return false,
    }
    true
}

/// Unfolds a box, goes to the first of what hangs on it, or follows an edge to its other end.
fn step_in(place: &Place, twig: &Twig, here: usize) {
    match twig {
        Twig::Box(id) if !place.unfolded.get().contains(id) => place.unfold(id, true),
        Twig::Box(_) => {
            if place.twigs.get(here + 1).is_some_and(|next| !next.is_root()) {
                place.go(here + 1, false);
            }
        }
        Twig::Edge(id, edge) => {
            let end = place.store.editor().board().get_edge(edge).map(|edge| {
                let end = if edge.from == *id { &edge.to } else { &edge.from };
                Twig::Box(end.clone())
            });
            let end = place.twigs.iter().position(|twig| Some(twig) == end.as_ref());
            end.into_iter().for_each(|end| place.go(end, false));
        }
        Twig::Finding(..) => {
            show(&place.store, twig);
        }
        Twig::Other(_) => {}
    }
}

/// Folds a box, or goes back to the box that a row hangs on.
fn step_out(place: &Place, twig: &Twig, here: usize) {
    if let Twig::Box(id) = twig {
        return place.unfold(id, false);
    }
    let above = place.twigs.get(..here).unwrap_or_default();
    let owner = above.iter().rposition(Twig::is_root);
    place.go(owner.unwrap_or_default(), false);
}

/// Opens a finding in its panel, which gets the keyboard; of all else the board knows what to do.
fn show(store: &Store, twig: &Twig) -> bool {
    let Twig::Finding(_, index) = twig else {
        return false;
    };
    lighting::let_go(store);
    let report = store.judged().report;
    lighting::choose(store, &report, *index);
    store.change_panels(|panels| panels.set(|settings| settings.findings_folded = false));
    Timeout::new(0, || {
        let row = gloo::utils::document().query_selector(".finding[data-lit=true] .finding-head");
        row.ok().flatten().iter().for_each(focus);
    })
    .forget();
    true
}

/// A press makes a row the current one, and on its sign folds it.
pub(super) fn on_click(place: &Place) -> Callback<MouseEvent> {
    let place = place.clone();
    Callback::from(move |event: MouseEvent| {
        let Some((target, index)) = row_of(&event) else {
            return;
        };
        let is_sign = target.closest(".twig-fold").ok().flatten().is_some();
        match place.twigs.get(index) {
            Some(Twig::Box(id)) if is_sign => place.unfold(id, !place.unfolded.get().contains(id)),
            Some(twig @ Twig::Finding(..)) => {
                show(&place.store, twig);
            }
            _ => place.go(index, event.shift_key() || event.ctrl_key() || event.meta_key()),
        }
    })
}

/// The right button makes a row the current one and opens the menu of what can be done with it.
pub(super) fn on_reach(place: &Place) -> Callback<MouseEvent> {
    let place = place.clone();
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        if let Some((_, index)) = row_of(&event) {
            place.go(index, false);
            menu::open_at(&place.store, &event);
        }
    })
}

/// Two presses edit the label.
pub(super) fn on_double_click(place: &Place) -> Callback<MouseEvent> {
    let store = place.store.clone();
    Callback::from(move |event: MouseEvent| {
        if row_of(&event).is_some_and(|(target, _)| target.closest(".twig-fold").ok().flatten().is_none()) {
            store.command(Command::EditSelected(Field::Label));
        }
    })
}

/// What was pressed, and the index of its row.
fn row_of(event: &MouseEvent) -> Option<(Element, usize)> {
    let target: Element = event.target_dyn_into()?;
    let row = target.closest("[role=treeitem]").ok()??;
    let index = row.id().strip_prefix("twig-")?.parse().ok()?;
    Some((target, index))
}
