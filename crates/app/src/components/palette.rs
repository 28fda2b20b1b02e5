//! The command palette: every command by name, found by a few letters of it.

mod choice;
mod matching;
mod page_commands;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::hooks::{Kept, use_kept, use_store};
use crate::store::Store;

use super::keys::caps;
use super::modal::bare_modal;
use super::scrolling::use_in_view;
use super::typing::typed;
use choice::{Choice, choices};

/// The id of the list of commands.
const LIST: &str = "palette-list";

/// Every command by name.
#[component]
pub(crate) fn Palette() -> Html {
    let store = use_store();
    let query = use_kept(String::new);
    let chosen = use_kept(|| 0_usize);
    let found = choices(&query.get(), &store.editor());
    let last = found.len().saturating_sub(1);
    let here = chosen.get().min(last);
    use_in_view(LIST, row_id(here));
    let oninput = {
        let (query, chosen) = (query.clone(), chosen.clone());
        Callback::from(move |event: InputEvent| {
            query.set(typed(&event));
            chosen.set(0);
        })
    };
    let press = {
        let (store, choice, chosen) = (store.clone(), found.get(here).copied(), chosen.clone());
        Callback::from(move |event: KeyboardEvent| {
            // An input method that is writing a word needs these keys itself.
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "ArrowDown" => chosen.set(if here == last { 0 } else { here + 1 }),
                "ArrowUp" => chosen.set(here.checked_sub(1).unwrap_or(last)),
                "PageDown" => chosen.set((here + 8).min(last)),
                "PageUp" => chosen.set(here.saturating_sub(8)),
                "Enter" => run(&store, choice),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let rows = found
        .iter()
        .enumerate()
        .map(|(at, choice)| row(&store, *choice, at, at == here, &chosen));
    let content = html! {
        <>
            <input class="palette-input" type="text" data-first="true" role="combobox" aria-label="Find a command"
                aria-expanded="true" aria-autocomplete="list" aria-controls={LIST} placeholder="What do you want to do?"
                aria-activedescendant={(!found.is_empty()).then(|| row_id(here))} autocomplete="off" spellcheck="false"
                value={query.get()} {oninput} onkeydown={press} />
            <ul class="palette-list" id={LIST} role="listbox" aria-label="Commands" tabindex="-1">
                { for rows }
            </ul>
            if found.is_empty() {
                <p class="palette-none" role="status">{ "No command is called that. Try a word of what it does." }</p>
            }
        </>
    };
    bare_modal("Command palette", content)
}

fn row_id(at: usize) -> String {
    format!("palette-{at}")
}

fn row(store: &Store, choice: Choice, at: usize, is_chosen: bool, chosen: &Kept<usize>) -> Html {
    let is_enabled = choice.is_enabled(&store.editor());
    let press = {
        let store = store.clone();
        move |_: MouseEvent| run(&store, Some(choice))
    };
    // A list that scrolls under a resting mouse moves no choice: only a mouse that moves does.
    let point = {
        let chosen = chosen.clone();
        (!is_chosen).then(|| Callback::from(move |_: MouseEvent| chosen.set(at)))
    };
    html! {
        <li key={choice.label()} id={row_id(at)} class="menu-item palette-row" role="option"
            aria-selected={is_chosen.to_string()} aria-disabled={(!is_enabled).to_string()} onclick={press}
            onmousemove={point}>
            <span class="palette-words">
                <span>{ choice.label() }</span>
                <span class="palette-tip">{ choice.tip() }</span>
            </span>
            if let Some(keys) = choice.keys() { { caps(keys) } }
        </li>
    }
}

/// Closes the palette and does what was chosen, if that can be done now.
fn run(store: &Store, choice: Option<Choice>) {
    let Some(choice) = choice.filter(|choice| choice.is_enabled(&store.editor())) else {
        return;
    };
    store.change_panels(|panels| panels.dialog = None);
    let store = store.clone();
    // The board has the keyboard back by then, and a command that opens a text may take it from there.
    Timeout::new(0, move || choice.perform(&store)).forget();
}
