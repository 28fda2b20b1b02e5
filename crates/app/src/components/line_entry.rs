//! A whole box in one line, read as it is typed.

use board::line::Line;
use board::{BoxId, RecordId};
use editor::{Command, Field, Input};
use web_sys::{FocusEvent, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use crate::components::part::{keyed_part, part};
use crate::dom_input;
use crate::hooks::{use_kept, use_keyed_slice, use_slice, use_store};
use crate::lint_job::ask_name;

use super::completion::{Pressed, offers, text_of, use_completion};
use super::reading::{Reading, ReadingProps};
use super::told::Told;
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
    // What is before the caret, as it was typed last.
    let head = use_kept(String::new);
    let completion = use_completion(false);
    let named = use_slice(|store| store.panels().named.clone());
    let offers = offers(&named, &head.get());
    {
        let (store, input) = (store.clone(), input.clone());
        use_effect_with((), move |()| {
            if let Some(element) = input.cast::<HtmlTextAreaElement>() {
                crate::effects::focus(&element);
                put(&element, &element.value(), "");
            }
            ask_name(&store, None);
        });
    }
    let write = {
        let (store, id, line, head) = (store.clone(), props.id.clone(), line.clone(), head.clone());
        Callback::from(move |(before, behind): (String, String)| {
            let text = before.clone() + &behind;
            store.command(Command::SetText {
                on: RecordId::Box(id.clone()),
                field: Field::Line,
                text: text.clone(),
            });
            ask_name(&store, Some(&before));
            line.set(text);
            head.set(before);
        })
    };
    let oninput = {
        let (write, input, completion) = (write.clone(), input.clone(), completion.clone());
        move |event: InputEvent| {
            completion.open(false);
            write.emit(parted(typed(&event), &input));
        }
    };
    let take = {
        let (input, completion, line) = (input.clone(), completion.clone(), line.clone());
        Callback::from(move |text: AttrValue| {
            let (whole, head) = (line.get(), head.get());
            let behind = whole.strip_prefix(&head).unwrap_or_default();
            if let Some(element) = input.cast::<HtmlTextAreaElement>() {
                put(&element, &text, behind);
            }
            completion.close();
            write.emit((text.to_string(), behind.to_owned()));
        })
    };
    let list = completion.list(&offers, &take);
    let (controls, row) = completion.said(offers.len());
    let onkeydown = {
        let store = store.clone();
        move |event: KeyboardEvent| match completion.press(&event, offers.len()) {
            Pressed::Takes(at) => {
                event.prevent_default();
                take.emit(text_of(&offers, at));
            }
            Pressed::Kept => {}
            Pressed::Passed => {
                let leaves =
                    matches!(event.key().as_str(), "Enter" | "Escape" | "Tab") && !event.is_composing();
                if leaves && store.handle(Input::Key(dom_input::key(&event, store.time_ms()))) {
                    event.prevent_default();
                }
            }
        }
    };
    let onblur = move |_: FocusEvent| store.command(Command::EndEditing);
    let known = named.part("known");
    html! {
        <div class="line-entry" role="group" aria-label="The box in one line">
            { list }
            <textarea ref={input} class="input" rows="1" value={line.get()} {oninput} {onkeydown} {onblur}
                aria-label="Label: constraints @Owner because answers not alternative (why)" spellcheck="false"
                aria-autocomplete="list" aria-controls={controls} aria-activedescendant={row} />
            { part::<Parts>(PartsProps { line: line.get(), known }) }
        </div>
    }
}

/// `text` before and behind the caret of `input`.
fn parted(mut text: String, input: &NodeRef) -> (String, String) {
    let input = input.cast::<HtmlTextAreaElement>();
    let caret = input.and_then(|input| input.selection_start().ok().flatten());
    let mut units = 0;
    let behind = text.char_indices().find(|(_, c)| {
        let is_behind = caret.is_some_and(|caret| units >= caret);
        units += c.len_utf16() as u32;
        is_behind
    });
    let at = behind.map_or(text.len(), |(at, _)| at);
    let behind = text.split_off(at);
    (text, behind)
}

/// Puts both parts into `input`, with the caret between them.
fn put(input: &HtmlTextAreaElement, head: &str, tail: &str) {
    input.set_value(&format!("{head}{tail}"));
    let caret = head.encode_utf16().count() as u32;
    // A browser that refuses leaves the caret where it likes.
    input.set_selection_range(caret, caret).ok();
}

#[derive(Properties, PartialEq)]
struct PartsProps {
    line: String,
    /// What the label is taken for.
    known: Told,
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
    let is_none = props.known.text("how").as_deref() == Some("none");
    let known = props.known.text("name").filter(|_| !is_none).unwrap_or_default();
    html! {
        <>
            <div class="line-parts">
                { for said("label", line.label.clone()) }
                { for said("taken for", known.to_string()) }
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
