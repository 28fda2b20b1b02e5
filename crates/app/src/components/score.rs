//! What an interviewer would give: the points in the bar, and in the place of the brief what each of them rests on.

mod course;
mod sheet;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::effects::focus_canvas;
use crate::hooks::{use_slice, use_store};
use crate::scoring::{ask, leave, marks, set_open, show_criterion, show_finding};
use crate::store::{Store, now};

use super::button::Button;
use super::glyph::{Glyph, glyph};
use super::icon::Icon;
use super::part::part;
use super::told::Told;
use course::Course;
use sheet::sheet;

/// The quiet after which a change of the verdict is said, in milliseconds: the findings speak first.
const SETTLED_MS: u32 = 1_600;

/// The points in the bar, once there is something to mark.
#[component]
pub(crate) fn ScoreInBar() -> Html {
    let is_blank = use_slice(is_blank);
    if is_blank {
        html! {}
    } else {
        part::<Points>(())
    }
}

#[component]
fn Points() -> Html {
    let store = use_store();
    let (told, is_open) = use_slice(|store| (marks(store), store.panels().shows_score()));
    use_effect_with((), {
        let store = store.clone();
        move |()| {
            ask(&store);
            move || leave(&store)
        }
    });
    use_noting(&told);
    let content = match &told {
        Some(told) => html! {
            <>
                { tick(told) }<span class="unseen">{ "Score: " }</span>
                <span class="score-points">{ told.text("points") }<span class="score-of">{ " / 25" }</span></span>
                <span class="score-verdict">{ told.text("verdict") }</span>
            </>
        },
        None => {
            html! { <><span class="score-points">{ "Score" }</span><span class="score-verdict">{ "…" }</span></> }
        }
    };
    Button::new("button score-in-bar", content)
        .tip("What an interviewer would give for it, and why (Shift+S)")
        .pressed(is_open)
        .acts(&store, move |store| set_open(store, !is_open))
}

/// Keeps how the score moves, and says when the verdict has changed.
#[hook]
fn use_noting(told: &Option<Told>) {
    let store = use_store();
    let before = use_mut_ref(|| None::<(Option<String>, bool)>);
    let due = use_mut_ref(|| None::<Timeout>);
    use_effect_with(told.clone(), move |told| {
        let Some(told) = told else { return };
        let (Some(quarters), passes) = (quarters(told), is_passed(told)) else {
            return;
        };
        let board = course::board(&store);
        course::note(&store, now(), quarters, passes);
        let before = before.replace(Some((board.clone(), passes)));
        if before.is_some_and(|(at, passed)| at == board && passed != passes) {
            let points = told.text("points").unwrap_or_default();
            let sentence = if passes {
                format!("The score passes now: {points} of 25.")
            } else {
                format!("The score does not pass any more: {points} of 25.")
            };
            let speak = move || store.change_panels(|panels| panels.spoken = sentence);
            due.replace(Some(Timeout::new(SETTLED_MS, speak)));
        }
    });
}

/// The score in place of the brief, where it is shown.
#[component]
pub(crate) fn ScorePanel() -> Html {
    let is_shown = use_slice(|store| store.panels().shows_score());
    if is_shown {
        part::<Panel>(())
    } else {
        html! {}
    }
}

#[component]
fn Panel() -> Html {
    let store = use_store();
    let (told, is_blank) = use_slice(|store| (marks(store), is_blank(store)));
    let close = Button::sign(Icon::Close, "Fold the score away").tip("Fold away (Shift+S)");
    let press = {
        let store = store.clone();
        move |event: MouseEvent| go(&store, &event)
    };
    html! {
        <aside class="panel panel-score" aria-label="Score" onclick={press} onkeydown={leaving()}>
            <header class="score-head">
                <h2 class="panel-title">{ "Score" }</h2>
                <span class="bar-gap"></span>
                { close.acts(&store, |store| { set_open(store, false); focus_canvas(); }) }
            </header>
            if is_blank {
                <p class="panel-note score-none">{ "Nothing to mark yet. A point is given for what stands on the board or among the answers, never for what is merely not wrong." }</p>
            } else if let Some(told) = told {
                { sheet(&told, &course_of(&store, &told)) }
            } else {
                <p class="panel-note score-none" role="status">{ "Marking the board…" }</p>
            }
        </aside>
    }
}

/// How the score moved, with what it is now at its end.
fn course_of(store: &Store, told: &Told) -> Course {
    let (Some(mut course), Some(quarters)) = (course::of(store), quarters(told)) else {
        return Course::default();
    };
    course.step(now(), quarters, is_passed(told));
    course
}

/// Escape gives the keyboard to the board; the score stays.
fn leaving() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            focus_canvas();
        }
    })
}

/// Leads from a cost to its finding, and from what would bring most to its criterion.
fn go(store: &Store, event: &MouseEvent) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(row) = target.and_then(|target| target.closest("button").ok().flatten()) else {
        return;
    };
    if let Some(criterion) = row.get_attribute("data-criterion") {
        return show_criterion(&criterion);
    }
    let (code, kind) = (row.get_attribute("data-rule"), row.get_attribute("data-kind"));
    if let (Some(code), Some(kind)) = (code, kind) {
        show_finding(store, &code, &kind, row.get_attribute("data-id").as_deref());
    }
}

fn is_blank(store: &Store) -> bool {
    store.editor().board().is_blank()
}

fn is_passed(told: &Told) -> bool {
    told.text("passes").as_deref() == Some("true")
}

fn quarters(told: &Told) -> Option<u32> {
    told.text("quarters")?.parse().ok()
}

/// A tick where it passes.
fn tick(told: &Told) -> Html {
    is_passed(told).then(|| glyph(Glyph::Ok)).into_iter().collect()
}
