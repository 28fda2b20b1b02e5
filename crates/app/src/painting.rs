//! Colours: the scene's theme as custom properties of the document, so that panels and board agree.

use std::cell::Cell;
use std::rc::Rc;

use gloo::utils::{document, window};
use scene::{Ink, Theme};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::panels::{Appearance, Settings};
use crate::store::Store;

/// What a system says that likes it dark, and what it says that wants more contrast, or paints with few colours.
const DARK: &str = "(prefers-color-scheme: dark)";
const STARK: &str = "(prefers-contrast: more), (forced-colors: active)";

thread_local! {
    /// Whether the system likes it dark, and wants more contrast: it was asked, and has said nothing else since.
    static SYSTEM: Cell<Option<(bool, bool)>> = const { Cell::new(None) };
}

/// The theme that `settings` mean on this machine now.
pub(crate) fn theme_of(settings: Settings) -> &'static Theme {
    let (likes_dark, wants_stark) = SYSTEM.with(|system| {
        let says = |query: &str| asked(query).is_some_and(|query| query.matches());
        let now = system.get().unwrap_or_else(|| (says(DARK), says(STARK)));
        system.set(Some(now));
        now
    });
    let is_dark = match settings.appearance {
        Appearance::Light => false,
        Appearance::Dark => true,
        Appearance::System => likes_dark,
    };
    match (is_dark, settings.contrast || wants_stark) {
        (false, false) => &Theme::LIGHT,
        (true, false) => &Theme::DARK,
        (false, true) => &Theme::STARK_LIGHT,
        (true, true) => &Theme::STARK_DARK,
    }
}

/// Paints the document in the chosen theme, now and whenever the choice or the system changes.
pub(crate) fn follow_theme(store: &Store) {
    let painted = Cell::new(None);
    let repaint: Rc<dyn Fn()> = {
        let store = store.clone();
        Rc::new(move || {
            let theme = theme_of(store.panels().settings);
            if painted.replace(Some(theme.name)) != Some(theme.name) {
                paint(theme);
            }
        })
    };
    repaint();
    for query in [DARK, STARK].into_iter().filter_map(asked) {
        let repaint = Rc::clone(&repaint);
        let listener = Closure::<dyn Fn()>::new(move || {
            SYSTEM.with(|system| system.set(None));
            repaint();
        });
        query.set_onchange(Some(listener.as_ref().unchecked_ref()));
        // The page follows the system for as long as it lives.
        listener.forget();
    }
    std::mem::forget(store.subscribe(repaint, false));
}

fn asked(query: &str) -> Option<web_sys::MediaQueryList> {
    window().match_media(query).ok().flatten()
}

fn paint(theme: &Theme) {
    let Some(root) = document()
        .document_element()
        .and_then(|root| root.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    // A browser that refuses a property keeps the colours of the style sheet.
    let (light, contrast) = (
        if theme.is_dark { "dark" } else { "light" },
        if theme.is_stark { "more" } else { "usual" },
    );
    root.set_attribute("data-theme", light).ok();
    root.set_attribute("data-contrast", contrast).ok();
    for ink in Ink::all() {
        root.style()
            .set_property(&format!("--{}", ink.name()), theme.color(ink))
            .ok();
    }
}
