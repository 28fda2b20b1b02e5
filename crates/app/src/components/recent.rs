//! The boards that this browser keeps.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::hooks::{use_kept, use_slice, use_store};
use crate::opening;
use crate::storage::{BoardSummary, DocumentId};
use crate::store::Store;

use super::icon::{Icon, icon};
use super::part::part;

/// How the list is shown.
#[derive(Properties, PartialEq)]
pub(crate) struct RecentProps {
    /// At most so many.
    pub limit: usize,
    /// Each can be removed.
    pub removable: bool,
}

/// The stored boards, the last changed first.
#[component]
pub(crate) fn Recent(props: &RecentProps) -> Html {
    let store = use_store();
    let boards = use_slice(|store| store.panels().recent.clone());
    use_effect_with((), move |()| refresh(&store));
    if boards.is_empty() {
        return html! {};
    }
    html! {
        <section class="recent" aria-label="Your boards">
            <h2 class="recent-title">{"Your boards"}</h2>
            <ul>
                { for boards.into_iter().take(props.limit).map(|board| html! {
                    <li class="recent-row" key={board.id.to_string()}>{ part::<Row>(RowProps { board, removable: props.removable }) }</li>
                }) }
            </ul>
        </section>
    }
}

/// One board.
#[derive(Properties, PartialEq)]
struct RowProps {
    board: BoardSummary,
    removable: bool,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let store = use_store();
    let asked = use_kept(|| false);
    let board = &props.board;
    let title = if board.title.trim().is_empty() {
        "Untitled board"
    } else {
        &board.title
    };
    let boxes = if board.boxes == 1 {
        "1 box".to_owned()
    } else {
        format!("{} boxes", board.boxes)
    };
    let open = {
        let (store, id) = (store.clone(), board.id.clone());
        move |_: MouseEvent| opening::open_stored(&store, id.clone())
    };
    // The board that is open would only be stored anew.
    let is_open = store.with_journal(|journal| *journal.id() == board.id) == Some(true);
    let remove = {
        let (id, asked) = (board.id.clone(), asked.clone());
        move |_: MouseEvent| {
            if asked.get() {
                remove(&store, id.clone())
            } else {
                asked.set(true)
            }
        }
    };
    let unask = {
        let asked = asked.clone();
        move |_: FocusEvent| asked.set(false)
    };
    html! {
        <>
            <button class="menu-item" type="button" onclick={open}>
                <span class="recent-name">{ title }</span><small>{ boxes }</small><time>{ when(board.changed_ms) }</time>
            </button>
            if props.removable && !is_open {
                <button class="button recent-remove" type="button" data-asked={asked.get().to_string()} onclick={remove} onblur={unask}
                    aria-label={format!("Remove {title}")} title="Remove from this browser">
                    if asked.get() { {"Remove for good?"} } else { { icon(Icon::Close) } }
                </button>
            }
        </>
    }
}

fn remove(store: &Store, id: DocumentId) {
    let Some(storage) = store.storage() else { return };
    let store = store.clone();
    spawn_local(async move {
        if let Err(error) = storage.remove(&id).await {
            store.change_panels(|panels| panels.tell_error(error.to_string()));
        }
        refresh(&store);
    });
}

/// Reads the list anew: boards are stored and removed while the page is open, in other tabs too.
fn refresh(store: &Store) {
    let Some(storage) = store.storage() else { return };
    let store = store.clone();
    spawn_local(async move {
        // A list that cannot be read stays as it is.
        if let Ok(recent) = storage.recent().await
            && store.panels().recent != recent
        {
            store.change_panels(|panels| panels.recent = recent);
        }
    });
}

/// Day and time, short, as the browser's language writes them.
pub(super) fn when(at_ms: f64) -> String {
    let options = js_sys::Object::new();
    for (name, value) in [
        ("day", "numeric"),
        ("month", "short"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
    ] {
        // A plain object takes any property.
        js_sys::Reflect::set(&options, &name.into(), &value.into()).ok();
    }
    let language = gloo::utils::window()
        .navigator()
        .language()
        .unwrap_or_else(|| "en".to_owned());
    js_sys::Date::new(&JsValue::from_f64(at_ms))
        .to_locale_string(&language, &options)
        .into()
}
