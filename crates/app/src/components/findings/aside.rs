//! What stands beside the findings: what nobody can tell yet, and what the board allows on purpose.

use lint::{CannotTell, Report};
use yew::prelude::*;

use crate::components::glyph::{Glyph, glyph};
use crate::components::prose::prose;
use crate::hooks::Same;
use crate::store::Store;

use super::lighting;
use super::place_name::place_name;

/// What could be judged if one more figure stood on the board.
pub(crate) fn cannot_tell_yet(store: &Store, report: &Same<Report>) -> Html {
    let unknown = &report.cannot_tell;
    if unknown.is_empty() {
        return html! {};
    }
    let row = |index: usize, unknown: &CannotTell| {
        let place = place_name(store.editor().board(), &unknown.place);
        let press = {
            let (store, report) = (store.clone(), report.clone());
            Callback::from(move |_: MouseEvent| {
                if let Some(unknown) = report.cannot_tell.get(index) {
                    lighting::choose_unknown(&store, &unknown.place, &unknown.path);
                }
            })
        };
        html! {
            <li class="finding" key={index}>
                <button class="finding-head" type="button" onclick={press}>
                    { glyph(Glyph::Open) }
                    <span class="finding-words">
                        <span class="finding-where">{ place }</span>
                        <span class="finding-code">{ unknown.rule.code }</span>
                        <span class="finding-message">{ prose(&unknown.message) }</span>
                    </span>
                </button>
            </li>
        }
    };
    html! {
        <details class="aside-section">
            <summary>{ glyph(Glyph::Open) } { "Cannot tell yet" } <span class="aside-count">{ unknown.len() }</span></summary>
            <p class="panel-note">{ "One more figure on the board, and these can be judged too." }</p>
            <ul>{ for unknown.iter().enumerate().map(|(index, unknown)| row(index, unknown)) }</ul>
        </details>
    }
}

/// What the board sets aside on purpose, and why.
pub(crate) fn allowed_on_purpose(store: &Store, report: &Report) -> Html {
    let allowed = &report.allowed;
    if allowed.is_empty() {
        return html! {};
    }
    let editor = store.editor();
    html! {
        <details class="aside-section">
            <summary>{ "Allowed on purpose" } <span class="aside-count">{ allowed.len() }</span></summary>
            <ul>
                { for allowed.iter().enumerate().map(|(index, allowed)| html! {
                    <li class="allowed" key={index}>
                        <span class="finding-where">{ place_name(editor.board(), &allowed.finding.place) }</span>
                        <span class="finding-code">{ allowed.finding.rule.code }</span>
                        <span class="finding-message">{ prose(&allowed.finding.message) }</span>
                        <span class="evidence">{ allowed.why.clone() }</span>
                    </li>
                }) }
            </ul>
        </details>
    }
}
