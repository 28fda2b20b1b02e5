//! The fields of the card.

use board::{BoxId, EdgeId, EdgeKind, RecordId, Role};
use editor::{Command, Editing, Field};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::part::part;
use crate::components::reading::{Reading, ReadingProps};
use crate::components::typing::typed;
use crate::hooks::{use_keyed_slice, use_store};
use crate::store::Store;

use super::reasons::{Reasons, ReasonsProps};
use super::suggested::Suggested;
use super::taken::{Taken, TakenProps};

#[derive(Properties, PartialEq)]
pub(super) struct BoxFieldsProps {
    pub(super) id: BoxId,
}

/// The texts of a box.
#[component]
pub(super) fn BoxFields(props: &BoxFieldsProps) -> Html {
    let store = use_store();
    let on = RecordId::Box(props.id.clone());
    let role = use_keyed_slice(props.id.clone(), |store, id| {
        store.editor().board().get_box(id).map(|record| record.role)
    });
    let Some(role) = role else { return html! {} };
    let set_role = {
        let id = props.id.clone();
        move |event: Event| {
            if let Some(role) = chosen(&event).and_then(|word| word.parse::<Role>().ok()) {
                store.command(Command::SetRole {
                    on: Some(id.clone()),
                    role,
                });
            }
        }
    };
    html! {
        <>
            <div class="naming">
                <div class="card-row">
                    { part::<Suggested>(TextProps { on: on.clone(), field: Field::Label, title: "Label", hint: "Kafka" }) }
                    { select("Role", &mut Role::ALL.iter().map(|role| role.as_str()), role.as_str(), set_role.into()) }
                </div>
                { part::<Taken>(TakenProps { id: props.id.clone() }) }
            </div>
            { part::<Text>(TextProps { on: on.clone(), field: Field::Constraints, title: "Constraints", hint: "500k ev/s, p99 20 ms, 7-day replay, $6k/mo" }) }
            { part::<Suggested>(TextProps { on: on.clone(), field: Field::Owner, title: "Owner", hint: "the team that answers for it" }) }
            { part::<Text>(TextProps { on: on.clone(), field: Field::Because, title: "Because", hint: "volume, failure - absorbs the spike" }) }
            { part::<Reasons>(ReasonsProps { on: on.clone() }) }
            { part::<Text>(TextProps { on, field: Field::Rejected, title: "Rejected", hint: "Auto Loader (minutes), Kinesis (lock-in)" }) }
        </>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct EdgeFieldsProps {
    pub(super) id: EdgeId,
}

/// The texts of an edge.
#[component]
pub(super) fn EdgeFields(props: &EdgeFieldsProps) -> Html {
    let store = use_store();
    let on = RecordId::Edge(props.id.clone());
    let kind = use_keyed_slice(props.id.clone(), |store, id| {
        store.editor().board().get_edge(id).map(|record| record.kind)
    });
    let Some(kind) = kind else { return html! {} };
    let set_kind = {
        let id = props.id.clone();
        move |event: Event| {
            if let Some(kind) = chosen(&event).and_then(|word| word.parse::<EdgeKind>().ok()) {
                store.command(Command::SetEdgeKind {
                    on: Some(id.clone()),
                    kind,
                });
            }
        }
    };
    html! {
        <>
            <div class="card-row">
                { part::<Suggested>(TextProps { on: on.clone(), field: Field::Label, title: "Carries", hint: "card events" }) }
                { select("Kind", &mut EdgeKind::ALL.iter().map(|kind| kind.as_str()), kind.as_str(), set_kind.into()) }
            </div>
            { part::<Text>(TextProps { on: on.clone(), field: Field::Constraints, title: "Constraints", hint: "p99 5 ms, at-least-once" }) }
            { part::<Suggested>(TextProps { on: on.clone(), field: Field::Owner, title: "Owner", hint: "Payments -> Risk" }) }
            { part::<Text>(TextProps { on, field: Field::Because, title: "Because", hint: "volume" }) }
        </>
    }
}

fn select(
    name: &'static str,
    words: &mut dyn Iterator<Item = &'static str>,
    shown: &str,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <select class="input" aria-label={name} {onchange}>
            { for words.map(|word| html! { <option value={word} selected={word == shown}>{ word }</option> }) }
        </select>
    }
}

fn chosen(event: &Event) -> Option<String> {
    event
        .target()?
        .dyn_into::<HtmlSelectElement>()
        .ok()
        .map(|select| select.value())
}

#[derive(Properties, PartialEq)]
pub(super) struct TextProps {
    pub(super) on: RecordId,
    pub(super) field: Field,
    pub(super) title: &'static str,
    pub(super) hint: &'static str,
}

/// One text. Each keystroke is on the board at once.
#[component]
fn Text(props: &TextProps) -> Html {
    let store = use_store();
    let key = (props.on.clone(), props.field);
    let text = use_keyed_slice(key, |store, (on, field)| {
        AttrValue::from(store.editor().text(on, *field).unwrap_or_default())
    });
    let oninput = {
        let (store, on, field) = (store.clone(), props.on.clone(), props.field);
        Callback::from(move |event: InputEvent| {
            store.command(Command::SetText {
                on: on.clone(),
                field,
                text: typed(&event),
            });
        })
    };
    let onfocus = {
        let (on, field) = (props.on.clone(), props.field);
        Callback::from(move |_: FocusEvent| begin(&store, &on, field))
    };
    let marker = format!("{:?}", props.field);
    let beneath = match props.field {
        Field::Constraints => part::<Reading>(ReadingProps { text: text.clone() }),
        _ => html! {},
    };
    html! {
        <label class="field">
            <span>{ props.title }</span>
            <textarea class="input" rows="1" data-field={marker} value={text} placeholder={props.hint} {oninput} {onfocus}
                spellcheck="false" />
            { beneath }
        </label>
    }
}

pub(super) fn begin(store: &Store, on: &RecordId, field: Field) {
    let wanted = Editing {
        on: on.clone(),
        field,
    };
    let is_that = store.editor().editing() == Some(&wanted);
    if !is_that {
        store.command(Command::EditText { on: wanted.on, field });
    }
}
