//! What a label is taken for, and another choice.

use board::{BoxId, RecordId};
use editor::{Command, Field};
use yew::prelude::*;

use crate::components::button::Button;
use crate::components::completion::{Entry, offers, use_completion};
use crate::components::told::Told;
use crate::hooks::{use_kept, use_keyed_slice, use_store};
use crate::lint_job::ask_name;
use crate::store::Store;

#[derive(Properties, PartialEq)]
pub(super) struct TakenProps {
    pub(super) id: BoxId,
}

/// What the box is taken for, and the choice of another component.
#[component]
pub(super) fn Taken(props: &TakenProps) -> Html {
    let store = use_store();
    let on = RecordId::Box(props.id.clone());
    let search = use_kept(String::new);
    let completion = use_completion(true);
    let (named, is_picking) = use_keyed_slice((), |store, ()| {
        let editor = store.editor();
        let field = editor.editing().map(|editing| editing.field);
        (store.panels().named.clone(), field == Some(Field::Component))
    });
    // What was said of the box before is not said of this one.
    let is_of_it = named.text("on").is_some_and(|told| told == format!("{on:?}"));
    let known = named.part(if is_of_it { "known" } else { "" });
    let text = if is_picking { search.get() } else { String::new() };
    let picker = is_picking.then(|| {
        let offers = offers(&named, &text);
        let (writing, taking) = (store.clone(), (store.clone(), on.clone()));
        let entry = Entry {
            name: "Component",
            field: format!("{:?}", Field::Component),
            hint: "Find a component",
            text: text.into(),
            write: Callback::from(move |text: String| {
                ask_name(&writing, Some(&text));
                search.set(text);
            }),
            take: Callback::from(move |id: AttrValue| take(&taking.0, &taking.1, &id)),
            focus: Callback::noop(),
        };
        completion.entry(entry, &offers)
    });
    let is_known = known.text("name").is_some();
    let change = Button::plain("button", "Change")
        .tip("Take it for another component, or for none (M)")
        .pressed(is_picking)
        .acts(&store, move |store| {
            edit(
                store,
                &on,
                if is_picking {
                    Field::Label
                } else {
                    Field::Component
                },
            );
        });
    html! {
        <>
            <div class="taken">
                <p role="status">{ said(&known) }</p>
                if is_known || is_picking {
                    { change }
                }
            </div>
            <div class="picker">{ for picker }</div>
        </>
    }
}

/// What it is called, and beneath it what that is for.
fn said(known: &Told) -> Html {
    let how = known.text("how");
    html! {
        <>
            <span class="read-chip" data-how={how} title={known.text("tip")}>{ known.text("name") }</span>
            <span class="note">{ known.text("note") }</span>
        </>
    }
}

/// Takes the box for the component with this id, in one step of undo, and goes back to its label.
fn take(store: &Store, on: &RecordId, id: &str) {
    store.command(Command::SetText {
        on: on.clone(),
        field: Field::Component,
        text: id.to_owned(),
    });
    edit(store, on, Field::Label);
}

fn edit(store: &Store, on: &RecordId, field: Field) {
    store.command(Command::EditText {
        on: on.clone(),
        field,
    });
}
