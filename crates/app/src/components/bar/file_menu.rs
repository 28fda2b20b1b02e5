//! The menu of files, exports and looks.

use editor::Command;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use yew::prelude::*;

use crate::effects::{focus, focus_canvas};
use crate::hooks::{Kept, use_kept, use_slice, use_store};
use crate::panels::{Dialog, Settings};
use crate::store::Store;
use crate::{files, looks, picturing, printing};

use super::super::icon::{Icon, icon};
use super::super::menu::walked;
use super::super::part::part;
use super::super::stops::stops;
use super::appearance::{go_round, next, word};

/// One line of the menu.
struct Entry {
    label: String,
    /// The command whose key is shown beside it.
    key_of: &'static str,
    act: fn(&Store),
}

/// A button that opens the menu: arrows walk through it, Escape and leaving it close it.
#[component]
pub(super) fn FileMenu() -> Html {
    let open = use_kept(|| false);
    let anchor = use_node_ref();
    {
        let anchor = anchor.clone();
        use_effect_with(open.get(), move |open| {
            if *open {
                let first = anchor
                    .cast::<Element>()
                    .map(|anchor| stops(&anchor, "[role=menuitem]"));
                first.iter().flatten().take(1).for_each(|line| focus(line));
            }
        });
    }
    let toggle = {
        let open = open.clone();
        move |_: MouseEvent| open.set(!open.get())
    };
    let onkeydown = {
        let (open, anchor) = (open.clone(), anchor.clone());
        move |event: KeyboardEvent| key_down(&event, &open, &anchor)
    };
    let onfocusout = {
        let (open, anchor) = (open.clone(), anchor.clone());
        move |event: FocusEvent| {
            let next = event
                .related_target()
                .and_then(|target| target.dyn_into::<Node>().ok());
            let stays = next.is_some_and(|next| {
                anchor
                    .cast::<Node>()
                    .is_some_and(|anchor| anchor.contains(Some(&next)))
            });
            if !stays {
                open.set(false);
            }
        }
    };
    let close = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    html! {
        <div class="menu-anchor" ref={anchor} {onkeydown} {onfocusout}>
            <button class="button menu-button" type="button" aria-haspopup="menu" aria-expanded={open.get().to_string()}
                aria-label="File" title="Files, exports, looks" onclick={toggle}>
                { icon(Icon::Menu) }<span class="desk">{"File"}</span>
            </button>
            if open.get() { { part::<Entries>(EntriesProps { close }) } }
        </div>
    }
}

/// What the open menu needs.
#[derive(Properties, PartialEq)]
struct EntriesProps {
    close: Callback<()>,
}

#[component]
fn Entries(props: &EntriesProps) -> Html {
    let store = use_store();
    let settings = use_slice(|store| store.panels().settings);
    let groups = groups(settings);
    html! {
        <div class="menu" role="menu" aria-label="File" tabindex="-1">
            { for groups.into_iter().enumerate().map(|(at, entries)| html! {
                <>
                    if at > 0 { <div class="menu-rule" role="separator"></div> }
                    { for entries.into_iter().map(|entry| line(entry, &store, &props.close)) }
                </>
            }) }
        </div>
    }
}

fn line(entry: Entry, store: &Store, close: &Callback<()>) -> Html {
    let key = editor::rows()
        .find(|row| row.name == entry.key_of)
        .and_then(|row| row.keys.first());
    let (act, store, close) = (entry.act, store.clone(), close.clone());
    let choose = move |_: MouseEvent| {
        close.emit(());
        focus_canvas();
        act(&store);
    };
    html! {
        <button class="menu-item" type="button" role="menuitem" tabindex="-1" onclick={choose}>
            <span>{ entry.label }</span>
            if let Some(key) = key { <kbd>{ *key }</kbd> }
        </button>
    }
}

fn groups(settings: Settings) -> [Vec<Entry>; 4] {
    let entry = |label: &str, key_of, act| Entry {
        label: label.to_owned(),
        key_of,
        act,
    };
    let look = if settings.plain {
        "Hand-drawn look"
    } else {
        "Plain look"
    };
    let contrast = if settings.contrast {
        "Usual contrast"
    } else {
        "More contrast"
    };
    let appearance = format!("Appearance: {}", word(next(settings.appearance)));
    [
        vec![
            entry("New or stored board…", "", |store| show(store, Dialog::Boards)),
            entry("Open a file…", "open", |store| store.command(Command::PickFile)),
            entry("Save to a file", "save", |store| store.command(Command::Save)),
        ],
        vec![
            entry("Export annotated SVG", "", files::download_svg),
            entry("Export annotated PNG", "", files::download_png),
            entry("Download findings as JSON", "", files::download_findings),
            entry("Copy as PNG", "", picturing::copy_png),
            entry("Print…", "", |_| printing::print()),
        ],
        vec![
            entry(look, "", |store| {
                store.change_panels(|panels| panels.set(|settings| settings.plain = !settings.plain));
            }),
            entry(
                if settings.dots { "No grid" } else { "Grid of dots" },
                "",
                looks::turn_dots,
            ),
            entry("Minimap", "", looks::turn_minimap),
            entry(&appearance, "", go_round),
            entry(contrast, "", |store| {
                store.change_panels(|panels| panels.set(|settings| settings.contrast = !settings.contrast));
            }),
        ],
        vec![
            entry("Keys", "shortcuts", |store| show(store, Dialog::Shortcuts)),
            entry("Command palette", "palette", |store| show(store, Dialog::Palette)),
        ],
    ]
}

fn show(store: &Store, dialog: Dialog) {
    store.change_panels(|panels| panels.dialog = Some(dialog));
}

fn key_down(event: &KeyboardEvent, open: &Kept<bool>, anchor: &NodeRef) {
    let key = event.key();
    if !open.get() {
        if key == "ArrowDown" {
            event.prevent_default();
            open.set(true);
        }
        return;
    }
    match key.as_str() {
        "Escape" => {
            open.set(false);
            let button = anchor
                .cast::<Element>()
                .and_then(|anchor| anchor.first_element_child());
            if let Some(button) = button {
                focus(&button);
            }
        }
        "Tab" => return open.set(false),
        _ if walked(event, anchor.cast()) => {}
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}
