//! What stands beside boxes and edges: notes, frames and strokes.

use board::Record;
use editor::Item;
use geometry::{Page, Vector};
use scene::{Look, Picture};
use yew::prelude::*;

use super::scenery::OtherItem;
use super::shapes;

/// Which, and how it is drawn.
#[derive(Properties, PartialEq)]
pub(super) struct OtherViewProps {
    pub(super) other: OtherItem,
    pub(super) look: Look,
    /// How far its layer was carried.
    pub(super) carried: Vector<Page>,
}

/// Its picture at its place.
#[component]
pub(super) fn OtherView(props: &OtherViewProps) -> Html {
    let OtherItem {
        item,
        record,
        is_edited,
    } = &props.other;
    let (at, picture): (_, Picture) = match (item, record) {
        (Item::Note(id), Record::Note(note)) => {
            (note.at, scene::note_picture(id, note, !is_edited, props.look))
        }
        (Item::Frame(id), Record::Frame(frame)) => {
            (frame.at, scene::frame_picture(id, frame, !is_edited, props.look))
        }
        (_, Record::Stroke(stroke)) => (scene::stroke_area(stroke).origin, scene::stroke_picture(stroke)),
        _ => return html! {},
    };
    html! {
        <g transform={shapes::moved_to(at, props.carried)} data-other={kind(item)}>
            { shapes::draw(&picture) }
            if record.is_locked() { { shapes::draw(&scene::lock_sign()) } }
        </g>
    }
}

fn kind(item: &Item) -> &'static str {
    match item {
        Item::Note(_) => "note",
        Item::Frame(_) => "frame",
        Item::Stroke(_) => "stroke",
        Item::Box(_) | Item::Edge(_) => "",
    }
}
