//! The drawer that asks what if: a tab for each stress, what of it is chosen, the time over which it plays, and what it does.

mod choosing;
mod figures;
mod timeline;

use yew::prelude::*;

use crate::effects::focus_canvas;
use crate::hooks::{use_slice, use_store};
use crate::questions;
use crate::store::Store;
use crate::what_if::{ASKED, Kind, choose_kind, set_open, tab_id};

use super::button::Button;
use super::drawer_tabs::{DrawerTab, leaving, verdict, walking};
use super::glyph::{Glyph, glyph};
use super::icon::Icon;
use super::numbers::sheet::leading;
use super::part::part;
use super::told::Told;

const PANEL: &str = "what-if-panel";

/// The drawer, where it is shown.
#[component]
pub(crate) fn WhatIfDrawer() -> Html {
    if use_slice(|store| store.panels().shows_what_if()) {
        part::<Drawer>(())
    } else {
        html! {}
    }
}

#[component]
fn Drawer() -> Html {
    let store = use_store();
    let choice = use_slice(|store| store.panels().what_if.choice.clone());
    let heard = use_slice(|store| questions::answered(store, ASKED));
    use_effect_with(choice.question(), {
        let store = store.clone();
        move |question| questions::ask(&store, ASKED, question)
    });
    use_effect_with((), {
        let store = store.clone();
        move |()| {
            // What played when the drawer was left, by whichever way, has stopped since.
            store.change_play(|what_if| what_if.playing = None);
            move || questions::stop(&store, ASKED)
        }
    });
    // What was asked before stays while the answer is worked out, but for another kind.
    let said = heard.filter(|heard| is_of(heard, choice.kind));
    let told = said.map(|heard| heard.answer);
    let fold = Button::sign(Icon::Close, "Fold what if away").tip("Fold away (Shift+W)");
    html! {
        <section class="panel panel-numbers panel-what-if" aria-label="What if" onkeydown={leaving(&store)}>
            <header class="sums">
                <div class="sum-tabs" role="tablist" aria-label="What if" onkeydown={walking(&store, &Kind::ALL, |store| store.panels().what_if.choice.kind, choose_kind)}>
                    { for Kind::ALL.into_iter().map(|kind| tab(&store, kind, choice.kind, told.as_ref())) }
                </div>
                { fold.acts(&store, |store| { set_open(store, false); focus_canvas(); }) }
            </header>
            { leading(&store, html! {
                <div id={PANEL} class="sum-panel what-if" role="tabpanel" tabindex="0"
                    aria-labelledby={tab_id(choice.kind)}>
                    { choosing::choosing(&store, &choice, told.as_ref()) }
                    { told.map_or_else(awaited, |told| shown(&told)) }
                </div>
            }) }
        </section>
    }
}

fn is_of(heard: &questions::Answered, kind: Kind) -> bool {
    let [.., kind] = kind.words();
    heard.question.contains(&format!("\"kind\":\"{kind}\""))
}

fn awaited() -> Html {
    html! { <p class="sum-empty" role="status">{ "Playing it through…" }</p> }
}

fn shown(told: &Told) -> Html {
    if let Some(error) = told.text("error") {
        return html! {
            <>
                <p class="what-if-error" role="status">{ glyph(Glyph::Open) } <span>{ error }</span></p>
                { figures::missing(told) }
            </>
        };
    }
    html! {
        <>
            if told.number("ends").is_some() { { part::<timeline::Timeline>(()) } }
            { figures::figures(told) }
        </>
    }
}

/// The name of a stress; of the chosen one, how the board stands to it.
fn tab(store: &Store, kind: Kind, chosen: Kind, told: Option<&Told>) -> Html {
    let store = store.clone();
    let [name, hint, _] = kind.words();
    let is_chosen = kind == chosen;
    let told = told.filter(|told| is_chosen && told.text("figure").is_some());
    let figure = match told {
        Some(told) => html! { <>{ glyph(verdict(told)) } { told.text("figure") }</> },
        None => html! { hint },
    };
    let tab = DrawerTab {
        id: tab_id(kind),
        panel: PANEL,
        name,
        figure,
        is_chosen,
        choose: Callback::from(move |_: MouseEvent| choose_kind(&store, kind)),
    };
    tab.draw()
}
