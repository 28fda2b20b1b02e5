//! The dialog of boards: prompts, examples, stored boards.

use board::Board;
use gloo::file::{Blob, ObjectUrl};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::hooks::{use_kept, use_store};
use crate::opening;
use crate::storage::Rescued;

use super::icon::{Icon, icon};
use super::modal::modal;
use super::part::part;
use super::prompt_cards::prompt_cards;
use super::recent::{Recent, RecentProps, when};

/// Far more than anybody keeps; the list scrolls.
const ALL: usize = 500;

/// The dialog of boards: prompts, examples, stored boards.
#[component]
pub(crate) fn Boards() -> Html {
    let store = use_store();
    let cards = prompt_cards(&store);
    let blank = move |_: MouseEvent| opening::open(&store, Board::default(), Vec::new());
    let content = html! {
            <div class="dialog-body">
                <button class="button button-outlined blank-board" type="button" data-first="true" onclick={blank}>
                    { icon(Icon::Plus) }{"A blank board"}
                </button>
                { cards }
                { part::<Recent>(RecentProps { limit: ALL, removable: true }) }
                { part::<RescuedTexts>(()) }
            </div>
    };
    modal("Boards", content)
}

/// What could not be read when a board was opened; nothing of it is deleted.
#[component]
fn RescuedTexts() -> Html {
    let store = use_store();
    let texts = use_kept(Vec::<Rescued>::new);
    {
        let texts = texts.clone();
        use_effect_with((), move |()| {
            spawn_local(async move {
                let Some(storage) = store.storage() else { return };
                // A list that cannot be read is no list; it is there the next time.
                let rescued = storage.rescued().await.unwrap_or_default();
                texts.set(rescued);
            });
        });
    }
    let texts = texts.get();
    if texts.is_empty() {
        return html! {};
    }
    html! {
        <section class="recent" aria-label="Rescued texts">
            <h2 class="recent-title">{"Rescued texts"}</h2>
            <p class="panel-note">{"Parts of boards that could not be read, as they were found."}</p>
            <ul>{ for texts.into_iter().enumerate().map(|(at, rescued)| html! {
                <li key={at}>{ part::<RescuedText>(RescuedTextProps { rescued }) }</li>
            }) }</ul>
        </section>
    }
}

/// One of them.
#[derive(Properties, PartialEq)]
struct RescuedTextProps {
    rescued: Rescued,
}

#[component]
fn RescuedText(props: &RescuedTextProps) -> Html {
    let rescued = &props.rescued;
    let url = use_memo(rescued.clone(), |rescued| {
        ObjectUrl::from(Blob::new(rescued.text.as_str()))
    });
    html! {
        <a class="menu-item" href={(**url).to_owned()} download="rescued.txt">
            { icon(Icon::Download) }<span>{ &rescued.what }</span><time>{ when(rescued.at_ms) }</time>
        </a>
    }
}
