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
use super::drawer_tabs::{DrawerTab, leaving, verdict, walking};
use super::glyph::glyph;
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
                <div class="sum-tabs" role="tablist" aria-label="Numbers" onkeydown={walking(&store, &Sum::ALL, |store| store.panels().settings.sum, choose)}>
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
    let store = store.clone();
    let figure = told.map(|told| {
        html! {
            <>{ glyph(verdict(told)) } { told.text("figure") }
                <span class="unseen">{ told.text("said") }</span></>
        }
    });
    let tab = DrawerTab {
        id: tab_id(sum),
        panel: PANEL,
        name: sum.name(),
        figure: figure.unwrap_or_default(),
        is_chosen,
        choose: Callback::from(move |_: MouseEvent| choose(&store, sum)),
    };
    tab.draw()
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
