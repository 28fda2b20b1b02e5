//! A whole box in one line, read as it is typed.

use board::line::Line;
use board::{BoxId, RecordId};
use editor::{Command, Field, Input};
use web_sys::{FocusEvent, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use crate::components::part::{keyed_part, part};
use crate::dom_input;
use crate::hooks::{use_kept, use_keyed_slice, use_slice, use_store};

use super::reading::{Reading, ReadingProps};
use super::typing::typed;

/// The line, while one is edited.
#[component]
pub(crate) fn LineEntry() -> Html {
    let id = use_slice(|store| {
        let editor = store.editor();
        match editor.editing() {
            Some(editing) if editing.field == Field::Line => match &editing.on {
                RecordId::Box(id) => Some(id.clone()),
                _ => None,
            },
            _ => None,
        }
    });
    match id {
        Some(id) => keyed_part::<Entry>(&id.to_string(), EntryProps { id: id.clone() }),
        None => html! {},
    }
}

#[derive(Properties, PartialEq)]
struct EntryProps {
    id: BoxId,
}

#[component]
fn Entry(props: &EntryProps) -> Html {
    let store = use_store();
    let input = use_node_ref();
    let key = RecordId::Box(props.id.clone());
    let stored = use_keyed_slice(key, |store, on| {
        store.editor().text(on, Field::Line).unwrap_or_default()
    });
    let line = use_kept(|| stored);
    {
        let input = input.clone();
        use_effect_with((), move |()| {
            if let Some(input) = input.cast::<HtmlTextAreaElement>() {
                crate::effects::focus(&input);
                let end = input.value().encode_utf16().count() as u32;
                // A browser that refuses leaves the caret in front.
                input.set_selection_range(end, end).ok();
            }
        });
    }
    let oninput = {
        let (store, id, line) = (store.clone(), props.id.clone(), line.clone());
        move |event: InputEvent| {
            let text = typed(&event);
            line.set(text.clone());
            store.command(Command::SetText {
                on: RecordId::Box(id.clone()),
                field: Field::Line,
                text,
            });
        }
    };
    let onkeydown = {
        let store = store.clone();
        move |event: KeyboardEvent| {
            let leaves = matches!(event.key().as_str(), "Enter" | "Escape" | "Tab") && !event.is_composing();
            if leaves && store.handle(Input::Key(dom_input::key(&event, store.time_ms()))) {
                event.prevent_default();
            }
        }
    };
    let onblur = move |_: FocusEvent| store.command(Command::EndEditing);
    html! {
        <div class="line-entry" role="group" aria-label="The box in one line">
            <textarea ref={input} class="input" rows="1" value={line.get()} {oninput} {onkeydown} {onblur}
                aria-label="Label: constraints @Owner because answers not alternative (why)" spellcheck="false" />
            { part::<Parts>(PartsProps { line: line.get() }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PartsProps {
    line: String,
}

/// What the line says so far.
#[component]
fn Parts(props: &PartsProps) -> Html {
    let line = Line::read(&props.line);
    let said = |title: &'static str, text: String| {
        (!text.is_empty()).then(|| html! { <span>{ title }{" "}<b>{ text }</b></span> })
    };
    let because: Vec<_> = line
        .because
        .answers
        .iter()
        .map(|question| question.as_str())
        .collect();
    let rejected: Vec<_> = line
        .rejected
        .iter()
        .map(|rejected| rejected.option.as_str())
        .collect();
    html! {
        <>
            <div class="line-parts">
                { for said("label", line.label.clone()) }
                { for said("owner", line.owner.clone()) }
                { for said("because", because.join(", ")) }
                { for said("not", rejected.join(", ")) }
                if props.line.is_empty() {
                    <span>{"Kafka: 500k ev/s, 7-day replay, $6k/mo @Payments because volume, failure not Auto Loader (minutes)"}</span>
                }
            </div>
            { part::<Reading>(ReadingProps { text: line.constraints.clone().into() }) }
        </>
    }
}
