//! What the linter says: the summary, the findings as an interviewer would raise them, what cannot be told yet.

mod announcing;
mod aside;
pub(crate) mod lighting;
mod list;
pub(crate) mod place_name;
mod row;

use std::rc::Rc;

use lint::Report;
use yew::prelude::*;

use crate::hooks::{Kept, Same, use_kept, use_slice, use_store};
use crate::lint_job;
use crate::mending;
use crate::outline::give_back;
use crate::store::{Standing, Store};

use super::button::Button;
use super::glyph::{Glyph, glyph};
use super::part::part;
use announcing::use_announcements;
use aside::{allowed_on_purpose, cannot_tell_yet};
use list::{FindingList, ListProps};

/// The panel of findings.
#[component]
pub(crate) fn Findings() -> Html {
    let store = use_store();
    let (report, standing, lit, has_boxes, opening) = use_slice(|store| {
        let has_boxes = store.editor().board().boxes().len() > 0;
        let panels = store.panels();
        let judged = store.judged();
        (
            Same(judged.report),
            judged.standing,
            panels.lit_finding,
            has_boxes,
            panels.opening,
        )
    });
    let by_place = use_kept(|| false);
    use_announcements(&report);
    use_following(&report);
    let leave = use_leaving();
    let some = !report.findings.is_empty();
    html! {
        <aside class="panel panel-findings" aria-label="Findings" onkeydown={leave}>
            if standing == Standing::Refused { { refused(&store) } }
            if some {
                { summary(&store, &report, &by_place) }
                { part::<FindingList>(ListProps { report: report.clone(), lit, by_place: by_place.get() }) }
            } else if has_boxes && standing == Standing::Awaited {
                <p class="linter-note" role="status">{ "The linter is reading the board." }</p>
            } else if has_boxes && standing == Standing::Told {
                { clean(report.cannot_tell.len()) }
            } else if !has_boxes && !opening {
                { ask_first() }
            }
            { cannot_tell_yet(&store, &report) }
            { allowed_on_purpose(&store, &report) }
        </aside>
    }
}

/// Keeps the selected finding selected when the board is judged again.
#[hook]
fn use_following(report: &Same<Report>) {
    let store = use_store();
    let before = use_mut_ref(|| Rc::clone(&report.0));
    use_effect_with(report.clone(), move |report| {
        let before = before.replace(Rc::clone(&report.0));
        lighting::follow(&store, &before);
    });
}

/// Escape lets the selected finding go and gives the keyboard back.
#[hook]
fn use_leaving() -> Callback<KeyboardEvent> {
    let store = use_store();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            lighting::let_go(&store);
            give_back(&store);
        }
    })
}

/// How many of each there are, and in which order they stand.
fn summary(store: &Store, report: &Report, by_place: &Kept<bool>) -> Html {
    let summary = report.summary();
    let counts = [
        (Glyph::Error, summary.errors, "error"),
        (Glyph::Warning, summary.warnings, "warning"),
        (Glyph::Info, summary.infos, "info"),
    ];
    let order = |way: bool, label: &'static str, tip: &'static str| {
        let switch = by_place.clone();
        let button = Button::plain("button", label).tip(tip);
        button
            .pressed(switch.get() == way)
            .calls(Callback::from(move |_| switch.set(way)))
    };
    html! {
        <header class="findings-head">
            <h2 class="summary">
                { for counts.into_iter().filter(|(_, count, _)| *count > 0).map(|(sign, count, word)| html! {
                    <span class="count">{ glyph(sign) } { count } { " " } { word }{ if count == 1 { "" } else { "s" } }</span>
                }) }
            </h2>
            <div class="findings-tools">
                <div class="order" role="group" aria-label="Order of the findings">
                    { order(false, "By rank", "As an interviewer would raise them") }
                    { order(true, "By place", "What is said of one box stands together") }
                </div>
                if mending::safe_fixes(report).next().is_some() {
                    { Button::outlined("Fix what is safe")
                        .tip("All fixes that say nothing but what the board says already (Ctrl+.)")
                        .acts(store, |store| lint_job::in_words(store, mending::mend_all)) }
                }
            </div>
        </header>
    }
}

/// What stands in for the linter while it is not there.
fn refused(store: &Store) -> Html {
    html! {
        <div class="linter-note">
            <p role="status">{ "The linter could not be started, so what is said here may be old. Check the network, then try again." }</p>
            { Button::outlined("Try again").acts(store, lint_job::start) }
        </div>
    }
}

/// Nothing to raise; `open` judgements wait for a figure.
fn clean(open: usize) -> Html {
    html! {
        <div class="clean">
            { glyph(Glyph::Ok) }
            <h2>{ "Nothing an interviewer would raise" }</h2>
            if open == 0 {
                <p>{ "Scoped, constrained, owned, and it fails on purpose. Now say it out loud." }</p>
            } else {
                <p>{ "So far: a figure is missing for the rest. See below." }</p>
            }
        </div>
    }
}

/// Before the first box.
fn ask_first() -> Html {
    html! {
        <div class="clean ask-first">
            <h2>{ "Nothing drawn, nothing to raise" }</h2>
            <p>{ "The first points are won before the first box: who waits, how fast, how much, at what cost. What an interviewer would raise shows up here as you sketch." }</p>
        </div>
    }
}
