//! The bar at the top: title, undo, how far the board is saved, files, panels, appearance.

mod appearance;
mod file_menu;
mod save_state;

use editor::Command;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use crate::effects::focus_canvas;
use crate::files;
use crate::hooks::{use_slice, use_store};
use crate::panels::Settings;
use crate::store::Store;
use crate::{drawer, outline, what_if};

use super::button::Button;
use super::icon::Icon;
use super::part::{later_part, part};
use super::score::ScoreInBar;
use super::typing::{end_run, typed};

use appearance::AppearanceButton;
use file_menu::FileMenu;
use save_state::{SaveStrip, SaveWords};

/// The bar, and under it what a person must know of the saving.
pub(crate) fn bar() -> Html {
    html! {
        <header class="top">
            <div class="bar">
                <h1 class="brand">
                    <span class="brand-mark" aria-hidden="true"></span><span class="brand-word">{"Sketchlint"}</span>
                </h1>
                { part::<Title>(()) }
                { part::<BackAndForth>(()) }
                <span class="bar-gap"></span>
                { later_part::<ScoreInBar>(()) }
                { part::<SaveWords>(()) }
                { part::<Folds>(()) }
                { part::<AppearanceButton>(()) }
                { part::<FileMenu>(()) }
                { part::<Picker>(()) }
            </div>
            { part::<SaveStrip>(()) }
        </header>
    }
}

/// The board's title, edited where it stands.
#[component]
fn Title() -> Html {
    let store = use_store();
    let title = use_slice(|store| AttrValue::from(store.editor().board().brief().title.clone()));
    use_effect_with(title.clone(), |title| {
        let tab = if title.trim().is_empty() {
            "Sketchlint".to_owned()
        } else {
            format!("{title} – Sketchlint")
        };
        gloo::utils::document().set_title(&tab);
    });
    let oninput = {
        let store = store.clone();
        move |event: InputEvent| store.command(Command::SetTitle(typed(&event)))
    };
    let onblur = move |_: FocusEvent| end_run(&store);
    let onkeydown = |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | "Escape") && !event.is_composing() {
            event.prevent_default();
            focus_canvas();
        }
    };
    html! {
        <input class="bar-title" aria-label="Title of the board" placeholder="Untitled board" value={title}
            autocomplete="off" spellcheck="false" {oninput} {onblur} {onkeydown} />
    }
}

/// Undo and redo.
#[component]
fn BackAndForth() -> Html {
    let store = use_store();
    let (undo, redo) = use_slice(|store| {
        let editor = store.editor();
        (
            editor.undo_label().map(str::to_owned),
            editor.redo_label().map(str::to_owned),
        )
    });
    let way = |sign: Icon, word: &'static str, label: Option<String>, key: &str, act: fn(&Store)| {
        let tip = match &label {
            Some(label) => format!("{word}: {label} ({key})"),
            None => format!("Nothing to {} ({key})", word.to_ascii_lowercase()),
        };
        let button = Button::sign(sign, word).tip(tip).disabled(label.is_none());
        button.acts(&store, act)
    };
    html! {
        <>
            { way(Icon::Undo, "Undo", undo, "Ctrl+Z", |store| store.command(Command::Undo)) }
            { way(Icon::Redo, "Redo", redo, "Ctrl+Shift+Z", |store| store.command(Command::Redo)) }
        </>
    }
}

/// Folds brief, numbers and findings away, and back.
#[component]
fn Folds() -> Html {
    let store = use_store();
    let settings = use_slice(|store| store.panels().settings);
    let fold = |sign: Icon, name: &'static str, folded: bool, turn: fn(&mut Settings)| {
        let tip = format!(
            "{} the {}",
            if folded { "Show" } else { "Fold away" },
            name.to_ascii_lowercase()
        );
        let button = Button::sign(sign, name).class("button button-icon desk");
        let button = button.tip(tip).pressed(!folded);
        button.acts(&store, move |store| {
            store.change_panels(|panels| panels.set(turn))
        })
    };
    let numbers = Button::sign(Icon::Below, "Numbers").class("button button-icon desk");
    let tip = if settings.numbers_open {
        "Fold away the numbers (N)"
    } else {
        "Show the numbers (N)"
    };
    let numbers = numbers.tip(tip).pressed(settings.numbers_open);
    let what_if = Button::sign(Icon::Bolt, "What if").class("button button-icon desk");
    let what_if = what_if
        .tip("What if: a spike, an outage, a deploy, half the bill (Shift+W)")
        .pressed(settings.what_if_open);
    let outline = Button::sign(Icon::Tree, "Outline").class("button button-icon desk");
    let tip = if settings.outline_open {
        "Fold away the outline (Shift+O)"
    } else {
        "Show the board as an outline (Shift+O)"
    };
    let outline = outline.tip(tip).pressed(settings.outline_open);
    html! {
        <>
            { outline.acts(&store, move |store| outline::set_open(store, !settings.outline_open)) }
            { fold(Icon::Left, "Brief", is_hidden(&settings), |settings| {
                settings.brief_folded = !is_hidden(settings);
                settings.outline_open = false;
                settings.score_open = false;
            }) }
            { numbers.acts(&store, move |store| drawer::set_open(store, !settings.numbers_open)) }
            { what_if.acts(&store, move |store| what_if::set_open(store, !settings.what_if_open)) }
            { fold(Icon::Right, "Findings", settings.findings_folded, |settings| {
                settings.findings_folded = !settings.findings_folded;
            }) }
        </>
    }
}

/// The brief is folded away, or something else stands in its place.
fn is_hidden(settings: &Settings) -> bool {
    settings.brief_folded || settings.outline_open || settings.score_open
}

/// The hidden input that lets a person pick a file.
#[component]
fn Picker() -> Html {
    let store = use_store();
    let onchange = move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            files::open(&store, file);
        }
        // Picking the same file again is a change, too.
        input.set_value("");
    };
    html! {
        <input type="file" id={files::PICKER} hidden=true accept=".json,application/json" aria-label="Board file"
            {onchange} />
    }
}
