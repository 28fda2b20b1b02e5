//! The words of a note, or the title of a frame, written where they stand on the board.

use board::{Record, RecordId};
use editor::{Command, Editor, Field};
use geometry::{Page, Point, Rect, Screen, Size};
use web_sys::{FocusEvent, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use crate::components::part::keyed_part;
use crate::components::text_card::{hand_on, select_all};
use crate::components::typing::typed;
use crate::hooks::{use_seen_slice, use_slice, use_store};
use crate::store::Store;

/// The words of a note or a frame, while they are written.
#[component]
pub(crate) fn NoteEntry() -> Html {
    let on = use_slice(|store| match &store.editor().editing()?.on {
        on @ (RecordId::Note(_) | RecordId::Frame(_)) => Some(on.clone()),
        _ => None,
    });
    match on {
        Some(on) => keyed_part::<Entry>(&format!("{on:?}"), EntryProps { on: on.clone() }),
        None => html! {},
    }
}

#[derive(Properties, PartialEq)]
struct EntryProps {
    on: RecordId,
}

#[component]
fn Entry(props: &EntryProps) -> Html {
    let store = use_store();
    let area = use_node_ref();
    let Shown { text, look, place } = use_seen_slice(true, props.on.clone(), shown);
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
        let (store, on) = (store.clone(), props.on.clone());
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
            aria-label={if look == TITLE { "Title of the frame" } else { "Note" }} spellcheck="false" />
    }
}

/// How a title looks.
const TITLE: &str = "title";

/// What is shown of a note or a frame.
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
    /// Nearer than the board around it, which is too far away to be read.
    is_raised: bool,
}

impl Place {
    /// In their own place; from far away as large as nearby, within the screen.
    fn of(area: Rect<Page>, editor: &Editor) -> Self {
        /// From here on words can be read while they are written.
        const LEGIBLE: f64 = 0.7;
        /// Pixels that stay between them and the rim of the screen.
        const RIM: f64 = 10.0;
        let (camera, screen) = (editor.camera(), editor.screen());
        let is_raised = camera.zoom < LEGIBLE;
        let zoom = if is_raised { 1.0 } else { camera.zoom };
        let mut corner = camera.to_screen(area.origin);
        let mut size = area.size;
        if is_raised {
            size.width = size.width.min(screen.width - 2.0 * RIM);
            corner.x = corner.x.min(screen.width - size.width - RIM).max(RIM);
            corner.y = corner.y.min(screen.height - size.height - RIM).max(RIM);
        }
        Self {
            corner,
            size,
            zoom,
            is_raised,
        }
    }
}

fn shown(store: &Store, on: &RecordId) -> Shown {
    let editor = store.editor();
    let (text, look, area) = match editor.board().record(on) {
        Some(Record::Note(note)) => {
            let mut area = scene::note_area(&note);
            // As wide as a line may become, so that none is broken earlier than it will be.
            area.size.width = area.size.width.max(note.size.width);
            (note.text.clone(), note.look.as_str(), area)
        }
        Some(Record::Frame(frame)) => (frame.title.clone(), TITLE, scene::frame_title_area(&frame)),
        _ => return Shown::default(),
    };
    let place = Place::of(area, &editor);
    Shown {
        text: text.into(),
        look,
        place: Some(place),
    }
}

/// Lays the element over the words that it stands for.
fn put(element: &NodeRef, place: Option<&Place>) {
    let (Some(element), Some(place)) = (element.cast::<HtmlTextAreaElement>(), place) else {
        return;
    };
    let Place {
        corner,
        size,
        zoom,
        is_raised,
    } = place;
    let raised = if *is_raised { "yes" } else { "no" };
    element.set_attribute("data-raised", raised).ok();
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
