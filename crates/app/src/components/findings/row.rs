//! One finding: its sign, where it is, what it says; opened, what it rests on and what would mend it.

use std::rc::Rc;

use editor::Command;
use lint::{Consequence, Evidence, Finding, Fix, Place, Report};
use yew::prelude::*;

use crate::components::button::Button;
use crate::components::glyph::glyph;
use crate::components::prose::prose;
use crate::hooks::use_store;
use crate::panels::Dialog;
use crate::store::Store;

use super::lighting;

/// A finding of a report and what its place is called. Two are equal when they read the same.
#[derive(Clone)]
pub(crate) struct Entry {
    /// The report that says it.
    pub report: Rc<Report>,
    /// Which of its findings.
    pub index: usize,
    /// What its place is called.
    pub place: AttrValue,
}

impl Entry {
    /// The finding itself.
    pub(crate) fn finding(&self) -> Option<&Finding> {
        self.report.findings.get(self.index)
    }

    /// Where it is.
    pub(crate) fn spot(&self) -> Option<&Place> {
        self.finding().map(|finding| &finding.place)
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        let unchanged = self.index == other.index && self.place == other.place;
        unchanged && (Rc::ptr_eq(&self.report, &other.report) || self.finding() == other.finding())
    }
}

/// What a row needs.
#[derive(Properties, PartialEq)]
pub(crate) struct RowProps {
    /// What it says.
    pub entry: Entry,
    /// Where it stands in the list.
    pub position: usize,
    /// The row before says the same of its place: this one only names its own.
    pub again: bool,
    /// It is selected, and so open.
    pub lit: bool,
    /// Tab stops at it.
    pub stop: bool,
    /// Told its position when it takes the keyboard.
    pub reach: Callback<usize>,
    /// Told its position when one of its fixes was made.
    pub mended: Callback<usize>,
}

/// The id of the element that carries the row at `position`.
pub(crate) fn row_id(position: usize) -> String {
    format!("finding-{position}")
}

/// One finding.
#[component]
pub(crate) fn Row(props: &RowProps) -> Html {
    let store = use_store();
    let Some(finding) = props.entry.finding() else {
        return html! {};
    };
    let (glance, look_away) = use_glances(&props.entry);
    let take = {
        let (reach, glance, position) = (props.reach.clone(), glance.clone(), props.position);
        Callback::from(move |_: FocusEvent| {
            reach.emit(position);
            glance.emit(());
        })
    };
    let choose = {
        let (store, entry) = (store.clone(), props.entry.clone());
        Callback::from(move |_: MouseEvent| lighting::choose(&store, &entry.report, entry.index))
    };
    html! {
        <li class="finding" data-lit={props.lit.to_string()} data-again={props.again.to_string()} data-severity={finding.severity.as_str()}
            onmouseenter={glance.reform(|_| ())} onmouseleave={look_away.reform(|_| ())}>
            <button id={row_id(props.position)} class="finding-head" type="button"
                tabindex={if props.stop { "0" } else { "-1" }} aria-expanded={props.lit.to_string()}
                onclick={choose} onfocus={take} onblur={look_away.reform(|_| ())}>
                { glyph(finding.severity.into()) }
                <span class="finding-words">
                    <span class="unseen">{ format!("{}: ", finding.severity.as_str()) }</span>
                    <span class="finding-where">{ props.entry.place.clone() }</span>
                    <span class="finding-code">{ finding.rule.code }</span>
                    <span class="finding-message">{ prose(&finding.message) }</span>
                </span>
            </button>
            if props.lit {
                { body(&store, props, finding) }
            }
        </li>
    }
}

/// Lights the finding's path while it is only looked at, and puts back what was lit before.
#[hook]
fn use_glances(entry: &Entry) -> (Callback<()>, Callback<()>) {
    let store = use_store();
    let look_away = {
        let store = store.clone();
        Callback::from(move |()| lighting::restore(&store))
    };
    let entry = entry.clone();
    let glance = Callback::from(move |()| {
        if let Some(finding) = entry.finding() {
            lighting::glance(&store, finding);
        }
    });
    (glance, look_away)
}

/// What an open row shows: evidence, fixes, the way to the rule's page.
fn body(store: &Store, props: &RowProps, finding: &Finding) -> Html {
    let code = finding.rule.code;
    let explain = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| explain(&store, code))
    };
    let show = Button::plain("button button-outlined finding-show", "Show on the board");
    let show_board = |store: &Store| store.change_panels(|panels| panels.sheet = None);
    let fixes = (0..finding.fixes.len()).zip(&finding.fixes).map(|(number, fix)| {
        let (store, entry) = (store.clone(), props.entry.clone());
        let (position, mended) = (props.position, props.mended.clone());
        let press = Callback::from(move |_: MouseEvent| {
            if mend(&store, &entry, number) {
                mended.emit(position);
            }
        });
        fix_button(number, fix, press)
    });
    html! {
        <div class="finding-body">
            { for finding.evidence.iter().map(evidence) }
            if let Some(clears) = &finding.clears {
                <p class="finding-clears"><b>{ "What would pass" }</b> { prose(clears) }</p>
            }
            { folded(store, &finding.folded) }
            <div class="finding-actions">
                { for fixes }
                <button class="button button-outlined" type="button" onclick={explain} aria-keyshortcuts="R"
                    title={format!("{}: {}", code, finding.rule.summary)}>{ "Why?" } <kbd>{ "R" }</kbd></button>
                { show.acts(store, show_board) }
            </div>
        </div>
    }
}

/// One thing that was seen, and the way to the page that its figure was read from.
fn evidence(seen: &Evidence) -> Html {
    let source = seen.source.as_ref().map(|source| {
        let reliance = format!("{}, checked {}", source.confidence.as_str(), source.as_of);
        html! {
            <a class="evidence-source" href={source.url.clone()} title={reliance} target="_blank" rel="noopener">
                { &*source.title }
            </a>
        }
    });
    html! { <p class="evidence">{ prose(&seen.text) } { source }</p> }
}

/// What follows from the same cause, unfolded when asked for.
fn folded(store: &Store, folded: &[Consequence]) -> Html {
    if folded.is_empty() {
        return html! {};
    }
    let row = |consequence: &Consequence| {
        let code = consequence.rule.code;
        let button = Button::plain("finding-code finding-rule", code).tip(consequence.rule.summary);
        let button = button.acts(store, move |store| explain(store, code));
        html! { <li>{ button } <span>{ prose(&consequence.message) }</span></li> }
    };
    html! {
        <details class="finding-folded">
            <summary>{ format!("From the same cause: {}", folded.len()) }</summary>
            <ul>{ for folded.iter().map(row) }</ul>
        </details>
    }
}

fn fix_button(number: usize, fix: &Fix, press: Callback<MouseEvent>) -> Html {
    let is_first = number == 0;
    html! {
        <button class="button button-outlined finding-fix" type="button" onclick={press}
            aria-keyshortcuts={is_first.then_some("F")} title="Makes this change; undo takes it back">
            <span>{ fix.title.clone() }</span>
            if is_first { <kbd>{ "F" }</kbd> }
        </button>
    }
}

/// Makes the fix with this number; whether there is one.
pub(crate) fn mend(store: &Store, entry: &Entry, number: usize) -> bool {
    let Some(fix) = entry.finding().and_then(|finding| finding.fixes.get(number)) else {
        return false;
    };
    store.command(Command::ApplyEdit {
        label: fix.title.clone(),
        edit: fix.edit.clone(),
    });
    true
}

/// Opens the page of the rule with this code.
pub(crate) fn explain(store: &Store, code: &'static str) {
    store.change_panels(|panels| panels.dialog = Some(Dialog::Rule(code)));
}
