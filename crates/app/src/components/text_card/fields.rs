//! The fields of the card.

use board::{BoxId, EdgeId, EdgeKind, RecordId, Role};
use editor::{Command, Editing, Field};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::completion::{Entry, offers, use_completion};
use crate::components::part::part;
use crate::components::reading::{Reading, ReadingProps};
use crate::components::typing::typed;
use crate::hooks::{use_keyed_slice, use_store};
use crate::lint_job::ask_name;
use crate::store::Store;

use super::reasons::{Reasons, ReasonsProps};
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
                    { text(&on, Field::Label, "Label", "Kafka") }
                    { select("Role", &mut Role::ALL.iter().map(|role| role.as_str()), role.as_str(), set_role.into()) }
                </div>
                { part::<Taken>(TakenProps { id: props.id.clone() }) }
            </div>
            { text(&on, Field::Constraints, "Constraints", "500k ev/s, p99 20 ms, 7-day replay, $6k/mo") }
            { text(&on, Field::Owner, "Owner", "the team that answers for it") }
            { text(&on, Field::Because, "Because", "volume, failure - absorbs the spike") }
            { part::<Reasons>(ReasonsProps { on: on.clone() }) }
            { text(&on, Field::Rejected, "Rejected", "Auto Loader (minutes), Kinesis (lock-in)") }
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
                { text(&on, Field::Label, "Carries", "card events") }
                { select("Kind", &mut EdgeKind::ALL.iter().map(|kind| kind.as_str()), kind.as_str(), set_kind.into()) }
            </div>
            { text(&on, Field::Constraints, "Constraints", "p99 5 ms, at-least-once") }
            { text(&on, Field::Owner, "Owner", "Payments -> Risk") }
            { text(&on, Field::Because, "Because", "volume") }
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

fn text(on: &RecordId, field: Field, title: &'static str, hint: &'static str) -> Html {
    part::<Text>(TextProps {
        on: on.clone(),
        field,
        title,
        hint,
    })
}

/// One text. Each keystroke is on the board at once; labels and owners are completed.
#[component]
fn Text(props: &TextProps) -> Html {
    let store = use_store();
    let completion = use_completion(false);
    let key = (props.on.clone(), props.field);
    let (text, named) = use_keyed_slice(key, |store, (on, field)| {
        let text = store.editor().text(on, *field).unwrap_or_default();
        (AttrValue::from(text), store.panels().named.clone())
    });
    let (on, field) = (props.on.clone(), props.field);
    let write = {
        let (store, on) = (store.clone(), on.clone());
        Callback::from(move |text: String| {
            store.command(Command::SetText {
                on: on.clone(),
                field,
                text: text.clone(),
            });
            ask_name(&store, Some(&text));
        })
    };
    let focus = Callback::from(move |_: FocusEvent| begin(&store, &on, field));
    let marker = format!("{field:?}");
    if matches!(field, Field::Label | Field::Owner) {
        let offers = offers(&named, &text);
        let entry = Entry {
            name: props.title,
            field: marker,
            hint: props.hint,
            text,
            take: write.reform(|text: AttrValue| text.to_string()),
            write,
            focus,
        };
        return completion.entry(entry, &offers);
    }
    let beneath = match field {
        Field::Constraints => part::<Reading>(ReadingProps { text: text.clone() }),
        _ => html! {},
    };
    let oninput = write.reform(|event: InputEvent| typed(&event));
    html! {
        <label class="field">
            <span>{ props.title }</span>
            <textarea class="input" rows="1" data-field={marker} value={text} placeholder={props.hint} {oninput}
                onfocus={focus} spellcheck="false" />
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
