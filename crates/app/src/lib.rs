//! The browser rim: Yew components, DOM events, storage, effects.
//!
//! 1. [`dom_input`] translates what the browser says into `editor::Input`.
//! 2. [`Store`] hands it to the one `Editor`, runs the [`effects`] it asks for, and tells who listens.
//! 3. Components read slices of the store ([`hooks`]) and draw; what a slice does not hold does not redraw.
//! 4. [`lint_job`] has the board judged by the [`linter`] beside the page, never on the way of a keystroke.
//! 5. [`storage`] keeps every committed edit; [`opening`] brings boards back.

pub mod later;
pub mod storage;

mod asking;
mod clipboard;
mod components;
mod dom_input;
mod drawer;
mod effects;
mod examples;
mod files;
mod hooks;
mod library;
mod lint_job;
mod linter;
mod looks;
mod marking;
mod mending;
mod menu;
mod opening;
mod outline;
mod painting;
mod panels;
mod picturing;
mod printing;
mod questions;
mod routes;
mod scoring;
mod size_watch;
mod stage;
mod store;
mod tidying;
mod what_if;

use components::page::{Page, PageProps};
use components::part::mount;
use store::Store;

/// Mounts the page in place of its static first paint.
pub fn start() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let Some(root) = document.get_element_by_id("page") else {
        return;
    };
    yew::set_custom_panic_hook(Box::new(report_panic));
    let store = Store::new();
    // Commands are run, and the linter's answers read, by the second part.
    later::begin({
        let store = store.clone();
        move || {
            looks::begin(&store);
            lint_job::start(&store);
            library::fetch_later(&store);
        }
    });
    painting::follow_theme(&store);
    printing::prepare(&store);
    mount::<Page>(root, PageProps { store: store.clone() });
    opening::open_last(&store);
}

/// Where the program is built with its messages, the console has them. What a person is told is in `www/stopped.js`.
fn report_panic(info: &std::panic::PanicHookInfo<'_>) {
    web_sys::console::error_1(&info.to_string().into());
}
