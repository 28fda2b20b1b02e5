//! The numbers below the board: a tab for each sum with its verdict, and the sum as bars that lead to their boxes.

pub(super) mod sheet;

use yew::prelude::*;

use crate::drawer::{choose, set_open, tab_id};
use crate::effects::focus_canvas;
use crate::hooks::{use_slice, use_store};
use crate::lint_job;
use crate::panels::Sum;
use crate::store::Store;

use super::button::Button;
use super::findings::lighting;
use super::glyph::{Glyph, glyph};
use super::icon::Icon;
use super::part::part;
use super::stops::{current, stops};
use super::told::{Told, all};
use sheet::{leading, sheet};

const PANEL: &str = "sum-panel";

/// The numbers, where they are shown.
#[component]
pub(crate) fn Numbers() -> Html {
    let is_shown = use_slice(|store| store.panels().shows_numbers());
    if is_shown {
        part::<Drawer>(())
    } else {
        html! {}
    }
}

#[component]
fn Drawer() -> Html {
    let store = use_store();
    let (numbers, chosen) = use_slice(|store| (store.numbers(), store.panels().settings.sum));
    use_effect_with((), {
        let store = store.clone();
        move |()| lint_job::count(&store)
    });
    let sheets = all(&numbers);
    let told = Sum::ALL.into_iter().enumerate();
    let told = told.map(|(at, sum)| (sum, sheets.get(at)));
    let shown = told
        .clone()
        .find(|(sum, _)| *sum == chosen)
        .and_then(|(_, told)| told);
    let fold = Button::sign(Icon::Close, "Fold the numbers away").tip("Fold away (N)");
    html! {
        <section class="panel panel-numbers" aria-label="Numbers" onkeydown={leaving(&store)}>
            <header class="sums">
                <div class="sum-tabs" role="tablist" aria-label="Numbers" onkeydown={walking(&store)}>
                    { for told.map(|(sum, told)| tab(&store, sum, told, sum == chosen)) }
                </div>
                { fold.acts(&store, |store| { set_open(store, false); focus_canvas(); }) }
            </header>
            { leading(&store, html! {
                <div id={PANEL} class="sum-panel" role="tabpanel" tabindex="0" aria-labelledby={tab_id(chosen)}
                    onkeydown={Callback::from(walk_rows)}>
                    if let Some(told) = shown {
                        { sheet(told) }
                    } else {
                        <p class="sum-empty" role="status">{ "Adding up the board…" }</p>
                    }
                </div>
            }) }
        </section>
    }
}

/// The name of a sum, and how it stands.
fn tab(store: &Store, sum: Sum, told: Option<&Told>, is_chosen: bool) -> Html {
    let press = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| choose(&store, sum))
    };
    html! {
        <button key={sum.name()} id={tab_id(sum)} class="sum-tab" type="button" role="tab" aria-selected={is_chosen.to_string()}
            aria-controls={PANEL} tabindex={if is_chosen { "0" } else { "-1" }} onclick={press}>
            <span class="sum-name">{ sum.name() }</span>
            if let Some(told) = told {
                <span class="sum-figure">{ glyph(verdict(told)) } { told.text("figure") }
                    <span class="unseen">{ told.text("said") }</span></span>
            }
        </button>
    }
}

fn verdict(told: &Told) -> Glyph {
    match told.text("verdict").as_deref() {
        Some("ok") => Glyph::Ok,
        Some("error") => Glyph::Error,
        _ => Glyph::Open,
    }
}

/// Escape gives the keyboard to the board; the numbers stay.
fn leaving(store: &Store) -> Callback<KeyboardEvent> {
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

/// Arrow keys walk from tab to tab.
fn walking(store: &Store) -> Callback<KeyboardEvent> {
    let store = store.clone();
    Callback::from(move |event: KeyboardEvent| {
        let here = store.panels().settings.sum;
        let count = Sum::ALL.len();
        let at = Sum::ALL.iter().position(|sum| *sum == here).unwrap_or_default();
        let to = match event.key().as_str() {
            "ArrowRight" => (at + 1) % count,
            "ArrowLeft" => (at + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        if let Some(sum) = Sum::ALL.get(to) {
            choose(&store, *sum);
        }
    })
}

/// Arrow keys walk from bar to bar.
fn walk_rows(event: KeyboardEvent) {
    let down = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    let Some(panel) = gloo::utils::document().get_element_by_id(PANEL) else {
        return;
    };
    let rows = stops(&panel, "button");
    let to = match current(&rows) {
        Some(at) if down => at + 1,
        Some(at) => at.saturating_sub(1),
        None => 0,
    };
    if let Some(row) = rows.get(to) {
        event.prevent_default();
        row.focus().ok();
    }
}
