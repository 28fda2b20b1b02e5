//! The tabs of a narrow screen: brief, board, outline, findings, numbers.

use yew::prelude::*;

use crate::hooks::{use_slice, use_store};
use crate::panels::Sheet;

use super::button::Button;

/// Shows a panel over the board, or the board alone.
#[component]
pub(crate) fn Tabs() -> Html {
    let store = use_store();
    let (shown, findings) = use_slice(|store| (store.panels().sheet, store.judged().report.findings.len()));
    let tab = |sheet: Option<Sheet>, label: Html| {
        let button = Button::new("button", label).pressed(sheet == shown);
        button.acts(&store, move |store| {
            store.change_panels(|panels| panels.sheet = sheet)
        })
    };
    html! {
        <nav class="tabs" aria-label="Panels">
            { tab(Some(Sheet::Brief), html! { "Brief" }) }
            { tab(None, html! { "Board" }) }
            { tab(Some(Sheet::Outline), html! { "Outline" }) }
            { tab(Some(Sheet::Findings), html! { <>{"Findings"}<span class="badge">{ findings }</span></> }) }
            { tab(Some(Sheet::Numbers), html! { "Numbers" }) }
            { tab(Some(Sheet::WhatIf), html! { "What if" }) }
        </nav>
    }
}
