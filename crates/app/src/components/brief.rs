//! The brief: prompt, scoping questions, wrap-up.

mod question;
mod questions;
mod tradeoffs;
mod wrap_up;

use board::Track;
use editor::Command;
use yew::prelude::*;

use crate::hooks::{use_slice, use_store};
use crate::panels::Dialog;
use crate::store::Store;

use super::button::Button;
use super::part::{later_part, part};
use questions::Questions;
use wrap_up::WrapUp;

/// Everything that is said rather than drawn.
pub(crate) fn brief() -> Html {
    html! {
        <aside class="panel panel-brief" aria-label="Brief">
            { later_part::<PromptText>(()) }
            { later_part::<Questions>(()) }
            { later_part::<WrapUp>(()) }
        </aside>
    }
}

/// What the interviewer asked for, and the track.
#[component]
fn PromptText() -> Html {
    let store = use_store();
    let (prompt, is_blank) = use_slice(|store| {
        let editor = store.editor();
        let board = editor.board();
        let prompt = board.brief().prompt.as_deref().and_then(catalog::prompt);
        (prompt, board.is_blank())
    });
    let choose = Button::plain("button button-outlined prompt-choose", "Choose a prompt");
    let open_boards = |store: &Store| store.change_panels(|panels| panels.dialog = Some(Dialog::Boards));
    html! {
        <section class="panel-section" aria-label="Prompt">
            if let Some(prompt) = prompt {
                <h2>{ prompt.title }</h2>
                <p class="prompt-text">{ prompt.text }</p>
            } else {
                <h2>{"What are we designing?"}</h2>
                <p class="panel-note">{"Name the system in the title, or practise on one."}</p>
                // A blank board shows the prompts itself.
                if !is_blank { { choose.acts(&store, open_boards) } }
            }
            { part::<TrackSwitch>(()) }
        </section>
    }
}

/// Under which track the board is judged.
#[component]
fn TrackSwitch() -> Html {
    let store = use_store();
    let chosen = use_slice(|store| store.editor().board().brief().track);
    let way = |track: Track, label: &'static str, tip: &'static str| {
        let button = Button::plain("switch-way", label)
            .tip(tip)
            .pressed(track == chosen);
        button.acts(&store, move |store| store.command(Command::SetTrack(track)))
    };
    html! {
        <div class="switch" role="group" aria-label="Track">
            { way(Track::DataEngineer, "Data engineer", "Judged on structure, numbers and failure") }
            { way(Track::ProductManager, "Product manager", "Judged on user, impact and trade-off") }
        </div>
    }
}
