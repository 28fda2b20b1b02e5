//! The tabs of a narrow screen: brief, board, findings.

use yew::prelude::*;

use crate::hooks::{use_slice, use_store};
use crate::panels::Sheet;

/// Shows a panel over the board, or the board alone.
#[component]
pub(crate) fn Tabs() -> Html {
    let store = use_store();
    let (shown, findings) = use_slice(|store| (store.panels().sheet, store.judged().report.findings.len()));
    let tab = |sheet: Option<Sheet>, label: Html| {
        let store = store.clone();
        let onclick = move |_: MouseEvent| store.change_panels(|panels| panels.sheet = sheet);
        html! {
            <button class="button" type="button" aria-pressed={(sheet == shown).to_string()} {onclick}>{ label }</button>
        }
    };
    html! {
        <nav class="tabs" aria-label="Panels">
            { tab(Some(Sheet::Brief), html! { "Brief" }) }
            { tab(None, html! { "Board" }) }
            { tab(Some(Sheet::Findings), html! { <>{"Findings"}<span class="badge">{ findings }</span></> }) }
        </nav>
    }
}
