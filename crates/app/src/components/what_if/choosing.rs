//! What of a stress is chosen: to which box, how many times, for how long. What is not chosen is as the board says.

use board::BoxId;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::components::findings::place_name::box_name;
use crate::components::told::Told;
use crate::store::Store;
use crate::what_if::{Choice, Kind, choose, clock};

/// How long something may last, in seconds.
const TIMES: [f64; 12] = [
    10.0, 30.0, 60.0, 300.0, 600.0, 900.0, 1_800.0, 3_600.0, 7_200.0, 21_600.0, 86_400.0, 604_800.0,
];

/// The fields, and what was assumed where neither person nor board says.
pub(super) fn choosing(store: &Store, choice: &Choice, told: Option<&Told>) -> Html {
    let kind = choice.kind;
    let number = |name: &str| told.and_then(|told| told.number(name));
    let coming = told.and_then(|told| told.text("coming"));
    let assumed = told.and_then(|told| told.text("assumed"));
    html! {
        <div class="what-if-choice">
            if kind == Kind::Walk { { ends(store, told) } }
            if kind.has_box() { { boxes(store, choice, told) } }
            if kind.has_factor() { { factor(store, choice.factor.or(number("factor"))) } }
            if kind.lasts() { { lasts(store, choice.lasts, number("lasts")) } }
            if coming.is_some() || assumed.is_some() {
                <p class="what-if-says">
                    { coming }
                    if let Some(assumed) = assumed { <span class="what-if-assumed">{ assumed }</span> }
                </p>
            }
        </div>
    }
}

/// Which box, of those that may be hit.
fn boxes(store: &Store, choice: &Choice, told: Option<&Told>) -> Html {
    let editor = store.editor();
    let board = editor.board();
    let chosen = choice.at.as_ref().map(|at| at.to_string());
    let chosen = chosen.or(told.and_then(|told| told.text("at")).map(|at| at.to_string()));
    let all = board.boxes_in_order().into_iter();
    let stages = all.filter(|(_, record)| record.role.is_stage());
    let options = stages.map(|(id, _)| {
        let is_chosen = chosen.as_deref() == Some(id.as_str());
        html! { <option key={id.as_str()} value={id.to_string()} selected={is_chosen}>{ box_name(board, id) }</option> }
    });
    let onchange = changing(store, |choice, value| choice.at = BoxId::new(value).ok());
    html! {
        <label class="what-if-field"><span>{ "Box" }</span>
            <select class="input" {onchange}>{ for options }</select>
        </label>
    }
}

/// Where the event begins and who waits for it, where there are several.
fn ends(store: &Store, told: Option<&Told>) -> Html {
    let Some(told) = told else { return html! {} };
    let field = |name: &'static str, list: &str, chosen: &str, change: fn(&mut Choice, &str)| {
        let chosen = told.text(chosen);
        let options = told.list(list).into_iter().map(|row| {
            let id = row.text("id");
            html! { <option value={id.clone()} selected={id == chosen}>{ row.text("name") }</option> }
        });
        html! {
            <label class="what-if-field"><span>{ name }</span>
                <select class="input" onchange={changing(store, change)}>{ for options }</select>
            </label>
        }
    };
    html! {
        <>
            { field("From", "sources", "from", |choice, id| choice.from = BoxId::new(id).ok()) }
            { field("To", "readers", "at", |choice, id| {
                choice.at = BoxId::new(id).ok();
                choice.from = None;
            }) }
        </>
    }
}

/// How many times.
fn factor(store: &Store, factor: Option<f64>) -> Html {
    let onchange = changing(store, |choice, value| {
        choice.factor = value.parse().ok().filter(|factor: &f64| *factor > 0.0);
    });
    html! {
        <label class="what-if-field"><span>{ "Times" }</span>
            <input class="input what-if-factor" type="number" min="1" max="1000" step="any"
                value={factor.map(|factor| factor.to_string())} {onchange} />
        </label>
    }
}

/// For how long: as the board says, or one of some times.
fn lasts(store: &Store, chosen: Option<f64>, told: Option<f64>) -> Html {
    let as_told = match told.filter(|_| chosen.is_none()) {
        Some(told) => clock(told),
        None => "as the board says".to_owned(),
    };
    let options = TIMES.iter().map(|time| {
        let is_chosen = chosen == Some(*time);
        html! { <option key={time.to_string()} value={time.to_string()} selected={is_chosen}>{ clock(*time) }</option> }
    });
    let onchange = changing(store, |choice, value| choice.lasts = value.parse().ok());
    html! {
        <label class="what-if-field"><span>{ "For" }</span>
            <select class="input" {onchange}>
                <option key="told" value="" selected={chosen.is_none()}>{ as_told }</option>
                { for options }
            </select>
        </label>
    }
}

fn changing(store: &Store, change: fn(&mut Choice, &str)) -> Callback<Event> {
    let store = store.clone();
    Callback::from(move |event: Event| {
        let Some(target) = event.target() else { return };
        let value = match target.dyn_into::<HtmlSelectElement>() {
            Ok(select) => select.value(),
            Err(target) => target
                .dyn_into::<HtmlInputElement>()
                .map(|input| input.value())
                .unwrap_or_default(),
        };
        choose(&store, |choice| change(choice, &value));
    })
}
