//! The words of a note, written where they stand on the board.

use board::{NoteId, RecordId};
use editor::{Command, Field, Item};
use geometry::{Point, Screen, Size};
use web_sys::{FocusEvent, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use crate::components::part::keyed_part;
use crate::components::text_card::{hand_on, select_all};
use crate::components::typing::typed;
use crate::hooks::{use_keyed_slice, use_slice, use_store};
use crate::store::Store;

/// The words of a note, while they are written.
#[component]
pub(crate) fn NoteEntry() -> Html {
    let id = use_slice(|store| match &store.editor().editing()?.on {
        RecordId::Note(id) => Some(id.clone()),
        _ => None,
    });
    match id {
        Some(id) => keyed_part::<Entry>(id.as_str(), EntryProps { id: id.clone() }),
        None => html! {},
    }
}

#[derive(Properties, PartialEq)]
struct EntryProps {
    id: NoteId,
}

#[component]
fn Entry(props: &EntryProps) -> Html {
    let store = use_store();
    let area = use_node_ref();
    let Shown { text, look, place } = use_keyed_slice(props.id.clone(), shown);
    {
        let area = area.clone();
        use_effect_with(place, move |place| put(&area, place.as_ref()));
    }
    {
        let area = area.clone();
        use_effect_with((), move |()| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                crate::effects::focus(&area);
                select_all(&area);
            }
        });
    }
    let oninput = {
        let (store, on) = (store.clone(), RecordId::Note(props.id.clone()));
        move |event: InputEvent| {
            store.command(Command::SetText {
                on: on.clone(),
                field: Field::Label,
                text: typed(&event),
            });
        }
    };
    let onkeydown = {
        let store = store.clone();
        move |event: KeyboardEvent| hand_on(&store, &event)
    };
    let onblur = move |_: FocusEvent| store.command(Command::EndEditing);
    html! {
        <textarea ref={area} class="note-entry" data-look={look} value={text} {oninput} {onkeydown} {onblur}
            aria-label="Note" spellcheck="false" />
    }
}

/// What is shown of a note.
#[derive(Clone, PartialEq, Default)]
struct Shown {
    text: AttrValue,
    look: &'static str,
    place: Option<Place>,
}

/// Where on the screen the words stand.
#[derive(Clone, PartialEq)]
struct Place {
    corner: Point<Screen>,
    /// In page units.
    size: Size,
    zoom: f64,
}

fn shown(store: &Store, id: &NoteId) -> Shown {
    let editor = store.editor();
    let Some(note) = editor.board().get_note(id) else {
        return Shown::default();
    };
    let camera = editor.camera();
    let place = editor.area(&Item::Note(id.clone())).map(|area| {
        // As wide as a line may become, so that none is broken earlier than it will be.
        let width = area.size.width.max(note.size.width);
        Place {
            corner: camera.to_screen(area.origin),
            size: Size::new(width, area.size.height),
            zoom: camera.zoom,
        }
    });
    Shown {
        text: note.text.clone().into(),
        look: note.look.as_str(),
        place,
    }
}

/// Lays the element over the words that it stands for.
fn put(element: &NodeRef, place: Option<&Place>) {
    let (Some(element), Some(place)) = (element.cast::<HtmlTextAreaElement>(), place) else {
        return;
    };
    let Place { corner, size, zoom } = place;
    let style = element.style();
    // Set through the object model: style attributes are not allowed on this page.
    for (name, value) in [
        ("width", format!("{}px", size.width)),
        ("height", format!("{}px", size.height)),
        (
            "transform",
            format!("translate({}px, {}px) scale({zoom})", corner.x, corner.y),
        ),
    ] {
        style.set_property(name, &value).ok();
    }
}
