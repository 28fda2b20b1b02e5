//! How far the board is saved: two words in the bar, and a strip beneath it where a person has to do something.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::components::button::Button;
use crate::files;
use crate::hooks::{use_kept, use_slice, use_store};
use crate::opening;
use crate::storage::{Journal, SaveState};
use crate::store::Store;

/// Saving is said only when it lasts: words that flicker at every key say nothing.
const LONG_MS: u32 = 500;

/// How far the board is saved, in two words.
#[component]
pub(super) fn SaveWords() -> Html {
    let name = use_slice(|store| name_of(&store.save_state()));
    let slow = use_kept(|| false);
    {
        let slow = slow.clone();
        use_effect_with(name, move |name| {
            let saving = *name == "saving";
            if !saving {
                slow.set(false);
            }
            let timer = saving.then(|| Timeout::new(LONG_MS, move || slow.set(true)));
            move || drop(timer)
        });
    }
    let is_kept = matches!(name, "saved" | "saving") && !slow.get();
    let (words, tip) = match name {
        "saving" if slow.get() => ("Saving…", "The browser is storing the last change."),
        "saved" | "saving" => ("Saved", "Every change is stored in this browser when it is made."),
        "failed" => (
            "Not saved",
            "The browser refused to store the last change. It is tried again.",
        ),
        "memory" => ("Not kept", "This browser keeps nothing for this page."),
        _ => ("Only looking", "Another tab writes this board."),
    };
    html! {
        <span class="save" role="status" data-save-state={name} title={tip}>
            <span>
                { words }
                if is_kept { <span class="save-where">{ " in this browser" }</span> }
            </span>
        </span>
    }
}

/// What a person can do where saving does not go by itself.
#[component]
pub(super) fn SaveStrip() -> Html {
    let store = use_store();
    let (why, name) = use_slice(|store| {
        let state = store.save_state();
        (why(&state, store), name_of(&state))
    });
    let Some(why) = why else { return html! {} };
    let button = |words: &'static str, act: fn(&Store)| Button::outlined(words).acts(&store, act);
    let ways = match name {
        "reader" => {
            html! { <>{ button("Take over", opening::take_over) }{ button("Duplicate", opening::duplicate) }</> }
        }
        "failed" => {
            html! { <>{ button("Try again", try_again) }{ button("Download", files::download_board) }</> }
        }
        _ => button("Download", files::download_board),
    };
    html! {
        <div class="strip" role="alert" data-save-state={name}>
            <p>{ why }</p>
            <span class="strip-ways">{ ways }</span>
        </div>
    }
}

fn name_of(state: &SaveState) -> &'static str {
    match state {
        SaveState::Saved { .. } => "saved",
        SaveState::Saving { .. } => "saving",
        SaveState::Failed { .. } => "failed",
        SaveState::MemoryOnly { .. } => "memory",
        SaveState::Reader { .. } => "reader",
    }
}

fn why(state: &SaveState, store: &Store) -> Option<String> {
    match state {
        SaveState::Saved { .. } | SaveState::Saving { .. } => None,
        // Nothing is lost as long as there is nothing.
        SaveState::MemoryOnly { .. } if store.editor().board().is_blank() => None,
        SaveState::Failed { why } | SaveState::MemoryOnly { why } | SaveState::Reader { why } => {
            Some(why.clone())
        }
    }
}

fn try_again(store: &Store) {
    store.with_journal(Journal::retry);
}
