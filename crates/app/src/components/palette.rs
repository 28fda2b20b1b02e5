//! The command palette: every command by name, found by a few letters of it; every box likewise where one is to be picked.

mod choice;
mod matching;
mod page_commands;
mod selections;

use editor::{Direction, Pick};
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

/// What the palette offers.
#[derive(Properties, PartialEq)]
pub(crate) struct PaletteProps {
    /// The boxes to pick one of; none for the commands.
    pub(crate) pick: Option<Pick>,
}

/// Every command by name, or every box.
#[component]
pub(crate) fn Palette(props: &PaletteProps) -> Html {
    let store = use_store();
    let query = use_kept(String::new);
    let chosen = use_kept(|| 0_usize);
    let found = choices(&query.get(), &store.editor(), &store.judged().marking, props.pick);
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
        let (store, choice, chosen) = (store.clone(), found.get(here).cloned(), chosen.clone());
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
                "Enter" => run(&store, choice.as_ref()),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let rows = found
        .iter()
        .enumerate()
        .map(|(at, choice)| row(&store, choice, at, at == here, &chosen));
    let (title, name, hint, none) = words(props.pick);
    let content = html! {
        <>
            <input class="palette-input" type="text" data-first="true" role="combobox" aria-label={name}
                aria-expanded="true" aria-autocomplete="list" aria-controls={LIST} placeholder={hint}
                aria-activedescendant={(!found.is_empty()).then(|| row_id(here))} autocomplete="off" spellcheck="false"
                value={query.get()} {oninput} onkeydown={press} />
            <ul class="palette-list" id={LIST} role="listbox" aria-label={title} tabindex="-1">
                { for rows }
            </ul>
            if found.is_empty() {
                <p class="palette-none" role="status">{ none }</p>
            }
        </>
    };
    bare_modal(title, content)
}

/// What the dialog, its field and its list are called, and what it says when nothing answers.
fn words(pick: Option<Pick>) -> (&'static str, &'static str, &'static str, &'static str) {
    let (title, name, hint) = match pick {
        None => {
            let none = "No command is called that. Try a word of what it does.";
            return (
                "Command palette",
                "Find a command",
                "What do you want to do?",
                none,
            );
        }
        Some(Pick::JoinTo) => ("Join", "Find the box to join to", "Join to which box?"),
        Some(Pick::Beside(Direction::Right)) => ("Place right of", "Find a box", "Right of which box?"),
        Some(Pick::Beside(Direction::Left)) => ("Place left of", "Find a box", "Left of which box?"),
        Some(Pick::Beside(Direction::Up)) => ("Place above", "Find a box", "Above which box?"),
        Some(Pick::Beside(Direction::Down)) => ("Place below", "Find a box", "Below which box?"),
    };
    (title, name, hint, "No other box is called that.")
}

fn row_id(at: usize) -> String {
    format!("palette-{at}")
}

fn row(store: &Store, choice: &Choice, at: usize, is_chosen: bool, chosen: &Kept<usize>) -> Html {
    let is_enabled = choice.is_enabled(&store.editor());
    let press = {
        let (store, choice) = (store.clone(), choice.clone());
        move |_: MouseEvent| run(&store, Some(&choice))
    };
    // A list that scrolls under a resting mouse moves no choice: only a mouse that moves does.
    let point = {
        let chosen = chosen.clone();
        (!is_chosen).then(|| Callback::from(move |_: MouseEvent| chosen.set(at)))
    };
    html! {
        <li key={at} id={row_id(at)} class="menu-item palette-row" role="option"
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
fn run(store: &Store, choice: Option<&Choice>) {
    let Some(choice) = choice
        .filter(|choice| choice.is_enabled(&store.editor()))
        .cloned()
    else {
        return;
    };
    store.change_panels(|panels| panels.dialog = None);
    let store = store.clone();
    // The board has the keyboard back by then, and a command that opens a text may take it from there.
    Timeout::new(0, move || choice.perform(&store)).forget();
}
