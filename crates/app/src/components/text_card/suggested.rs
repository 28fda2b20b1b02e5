//! A text that is completed as it is typed: labels by components, owners by the teams on the board.

use editor::Command;
use yew::prelude::*;

use crate::components::completion::{Entry, offers, use_completion};
use crate::hooks::{use_keyed_slice, use_store};
use crate::lint_job::ask_name;

use super::fields::{TextProps, begin};

/// The text with its list.
#[component]
pub(super) fn Suggested(props: &TextProps) -> Html {
    let store = use_store();
    let completion = use_completion(false);
    let key = (props.on.clone(), props.field);
    let (text, named) = use_keyed_slice(key, |store, (on, field)| {
        let text = store.editor().text(on, *field).unwrap_or_default();
        (AttrValue::from(text), store.panels().named.clone())
    });
    let offers = offers(&named, &text);
    let write = {
        let (store, on, field) = (store.clone(), props.on.clone(), props.field);
        Callback::from(move |text: String| {
            store.command(Command::SetText {
                on: on.clone(),
                field,
                text: text.clone(),
            });
            ask_name(&store, Some(&text));
        })
    };
    let (on, field) = (props.on.clone(), props.field);
    let entry = Entry {
        name: props.title,
        field: format!("{field:?}"),
        hint: props.hint,
        text,
        take: write.reform(|text: AttrValue| text.to_string()),
        write,
        focus: Callback::from(move |_| begin(&store, &on, field)),
    };
    completion.entry(entry, &offers)
}
