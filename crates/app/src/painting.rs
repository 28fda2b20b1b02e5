//! Colours: the scene's theme as custom properties of the document, so that panels and board agree.

use std::rc::Rc;

use gloo::utils::{document, window};
use scene::{Ink, Theme};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::panels::Appearance;
use crate::store::Store;

/// The theme that `appearance` means on this machine now.
pub(crate) fn theme_of(appearance: Appearance) -> &'static Theme {
    let dark = match appearance {
        Appearance::Light => false,
        Appearance::Dark => true,
        Appearance::System => system_is_dark().is_some_and(|query| query.matches()),
    };
    if dark { &Theme::DARK } else { &Theme::LIGHT }
}

/// Paints the document in the chosen theme, now and whenever the choice or the system changes.
pub(crate) fn follow_theme(store: &Store) {
    let painted = std::cell::Cell::new(None);
    let repaint: Rc<dyn Fn()> = {
        let store = store.clone();
        Rc::new(move || {
            let theme = theme_of(store.panels().settings.appearance);
            if painted.replace(Some(theme.name)) != Some(theme.name) {
                paint(theme);
            }
        })
    };
    repaint();
    if let Some(query) = system_is_dark() {
        let repaint = Rc::clone(&repaint);
        let listener = Closure::<dyn Fn()>::new(move || repaint());
        query.set_onchange(Some(listener.as_ref().unchecked_ref()));
        // The page follows the system for as long as it lives.
        listener.forget();
    }
    std::mem::forget(store.subscribe(repaint));
}

fn system_is_dark() -> Option<web_sys::MediaQueryList> {
    window()
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten()
}

fn paint(theme: &Theme) {
    let Some(root) = document()
        .document_element()
        .and_then(|root| root.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    // A browser that refuses a property keeps the colours of the style sheet.
    root.set_attribute("data-theme", theme.name).ok();
    for ink in Ink::all() {
        root.style()
            .set_property(&format!("--{}", ink.name()), theme.color(ink))
            .ok();
    }
}
