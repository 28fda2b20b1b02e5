//! The texts of one box or edge, edited beside it while the board shows them as they will stand.

mod fields;
mod place;
mod reasons;
mod taken;

use board::RecordId;
use editor::{Command, Editing, Field, Input};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, KeyboardEvent, Node};
use yew::prelude::*;

use crate::components::button::Button;
use crate::components::part::{keyed_part, part};
use crate::dom_input;
use crate::hooks::{use_slice, use_store};
use crate::lint_job::ask_name;
use crate::store::Store;

use fields::{BoxFields, BoxFieldsProps, EdgeFields, EdgeFieldsProps};
use place::use_place;

/// The card, while a text other than the one line is edited.
#[component]
pub(crate) fn TextCard() -> Html {
    let on = use_slice(|store| {
        let editor = store.editor();
        let editing = editor.editing().filter(|editing| editing.field != Field::Line)?;
        match &editing.on {
            RecordId::Box(_) | RecordId::Edge(_) => Some(editing.on.clone()),
            _ => None,
        }
    });
    match on {
        Some(on) => keyed_part::<Card>(&format!("{on:?}"), CardProps { on: on.clone() }),
        None => html! {},
    }
}

#[derive(Properties, PartialEq)]
struct CardProps {
    on: RecordId,
}

#[component]
fn Card(props: &CardProps) -> Html {
    let store = use_store();
    let card = use_node_ref();
    use_place(props.on.clone(), card.clone());
    use_caret(card.clone());
    let onkeydown = {
        let store = store.clone();
        move |event: KeyboardEvent| hand_on(&store, &event)
    };
    let onfocusout = {
        let (store, card) = (store.clone(), card.clone());
        move |event: FocusEvent| leave(&store, &card, &event)
    };
    let fields = match &props.on {
        RecordId::Box(id) => part::<BoxFields>(BoxFieldsProps { id: id.clone() }),
        RecordId::Edge(id) => part::<EdgeFields>(EdgeFieldsProps { id: id.clone() }),
        _ => html! {},
    };
    let done = Button::plain("button button-outlined by-touch", "Done");
    let done = done.acts(&store, |store| store.command(Command::EndEditing));
    let delete = Button::plain("button", "Delete").acts(&store, |store| store.command(Command::Delete));
    html! {
        <div ref={card} class="card" role="group" aria-label="Texts" {onkeydown} {onfocusout}>
            { fields }
            <div class="card-foot">
                <span class="by-key"><kbd>{"Tab"}</kbd>{" next · "}<kbd>{"Enter"}</kbd>{" done"}</span>
                { done }
                { delete }
            </div>
        </div>
    }
}

/// Keys that leave a field are the editor's; all others are the text's.
pub(super) fn hand_on(store: &Store, event: &KeyboardEvent) {
    let in_button = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.tag_name() != "INPUT" && target.tag_name() != "TEXTAREA");
    if event.is_composing() || (in_button && event.key() != "Escape") {
        return;
    }
    event.stop_propagation();
    if store.handle(Input::Key(dom_input::key(event, store.time_ms()))) {
        event.prevent_default();
    }
}

/// Clicking elsewhere keeps every word and ends editing.
fn leave(store: &Store, card: &NodeRef, event: &FocusEvent) {
    let next = event
        .related_target()
        .and_then(|target| target.dyn_into::<Node>().ok());
    let stays = card
        .cast::<Node>()
        .is_some_and(|card| card.contains(next.as_ref()));
    if !stays && !is_followed(store, event) {
        store.command(Command::EndEditing);
    }
}

/// The field that loses the keyboard is no longer the one that is edited, which will have it in a moment.
fn is_followed(store: &Store, event: &FocusEvent) -> bool {
    let field = store.editor().editing().map(|editing| editing.field);
    let left = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    field.zip(left).is_some_and(|(field, left)| {
        // A browser that cannot tell says that it is the same.
        left.matches(&format!("[data-field]:not([data-field={field:?}])"))
            .unwrap_or_default()
    })
}

/// Puts the caret into the field that is edited, whenever the editor asks for it.
#[hook]
fn use_caret(card: NodeRef) {
    let wanted = use_slice(|store| {
        let field = store.editor().editing().map(|Editing { field, .. }| *field);
        (field, store.panels().caret_calls)
    });
    let store = use_store();
    use_effect_with(wanted, move |(field, _)| {
        ask_name(&store, None);
        let selector = field.map(|field| format!("[data-field={field:?}]"));
        let input =
            selector.and_then(|selector| card.cast::<Element>()?.query_selector(&selector).ok().flatten());
        if let Some(input) = input {
            let has_it = gloo::utils::document()
                .active_element()
                .is_some_and(|active| active == input);
            if !has_it {
                crate::effects::focus(&input);
                select_all(&input);
            }
        }
    });
}

pub(super) fn select_all(input: &Element) {
    if let Some(input) = input.dyn_ref::<web_sys::HtmlInputElement>() {
        input.select();
    } else if let Some(area) = input.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        let end = area.value().encode_utf16().count() as u32;
        // The caret goes behind what is there; a browser that refuses leaves it in front.
        area.set_selection_range(end, end).ok();
    }
}
