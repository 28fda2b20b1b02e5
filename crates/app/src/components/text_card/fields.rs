//! The fields of the card.

use board::{BoxId, EdgeId, EdgeKind, RecordId, Role};
use editor::{Command, Editing, Field};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::part::part;
use crate::components::reading::{Reading, ReadingProps};
use crate::components::typing::typed;
use crate::hooks::{use_keyed_slice, use_slice, use_store};
use crate::store::Store;

use super::reasons::{Reasons, ReasonsProps};

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
            <div class="card-row">
                { part::<Text>(TextProps { on: on.clone(), field: Field::Label, title: "Label", hint: "Kafka" }) }
                { select("Role", &mut Role::ALL.iter().map(|role| role.as_str()), role.as_str(), set_role.into()) }
            </div>
            { part::<Text>(TextProps { on: on.clone(), field: Field::Constraints, title: "Constraints", hint: "500k ev/s, p99 20 ms, 7-day replay, $6k/mo" }) }
            { part::<Text>(TextProps { on: on.clone(), field: Field::Owner, title: "Owner", hint: "the team that answers for it" }) }
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
                { part::<Text>(TextProps { on: on.clone(), field: Field::Label, title: "Carries", hint: "card events" }) }
                { select("Kind", &mut EdgeKind::ALL.iter().map(|kind| kind.as_str()), kind.as_str(), set_kind.into()) }
            </div>
            { part::<Text>(TextProps { on: on.clone(), field: Field::Constraints, title: "Constraints", hint: "p99 5 ms, at-least-once" }) }
            { part::<Text>(TextProps { on: on.clone(), field: Field::Owner, title: "Owner", hint: "Payments -> Risk" }) }
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
struct TextProps {
    on: RecordId,
    field: Field,
    title: &'static str,
    hint: &'static str,
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
    let (marker, hint) = (format!("{:?}", props.field), props.hint);
    let entry = match props.field {
        Field::Label => html! {
            <input class="input card-label" data-field={marker} value={text.clone()} placeholder={hint} list="known-components"
                autocomplete="off" {oninput} {onfocus} />
        },
        Field::Owner => html! {
            <input class="input" data-field={marker} value={text.clone()} placeholder={hint} list="known-owners"
                autocomplete="off" {oninput} {onfocus} />
        },
        Field::Constraints => html! {
            <textarea class="input card-constraints" rows="1" data-field={marker} value={text.clone()} placeholder={hint}
                {oninput} {onfocus} spellcheck="false" />
        },
        _ => html! {
            <textarea class="input" rows="1" data-field={marker} value={text.clone()} placeholder={hint}
                {oninput} {onfocus} spellcheck="false" />
        },
    };
    let beneath = match props.field {
        Field::Label | Field::Owner => part::<Suggestions>(SuggestionsProps { field: props.field }),
        Field::Constraints => part::<Reading>(ReadingProps { text }),
        _ => html! {},
    };
    html! {
        <label class="field">
            <span>{ props.title }</span>
            { entry }
            { beneath }
        </label>
    }
}

fn begin(store: &Store, on: &RecordId, field: Field) {
    let wanted = Editing {
        on: on.clone(),
        field,
    };
    let is_that = store.editor().editing() == Some(&wanted);
    if !is_that {
        store.command(Command::EditText { on: wanted.on, field });
    }
}

#[derive(Properties, PartialEq)]
struct SuggestionsProps {
    field: Field,
}

/// Components of the catalogue for labels, teams on the board for owners.
#[component]
fn Suggestions(props: &SuggestionsProps) -> Html {
    let owners = use_slice(|store| {
        let editor = store.editor();
        let board = editor.board();
        let boxes = board.boxes().map(|(_, record)| record.owner.clone());
        let edges = board.edges().map(|(_, record)| record.owner.clone());
        boxes
            .chain(edges)
            .filter(|owner| !owner.is_empty())
            .collect::<sorted::Set<_>>()
    });
    match props.field {
        Field::Label => html! {
            <datalist id="known-components">
                { for catalog::names().iter().map(|&name| html! { <option value={name} /> }) }
            </datalist>
        },
        Field::Owner => html! {
            <datalist id="known-owners">{ for owners.iter().map(|owner| html! { <option value={owner.clone()} /> }) }</datalist>
        },
        _ => html! {},
    }
}
