//! One edge on the board: its arrow below the boxes, its words above them.

use scene::{Look, Picture};
use yew::prelude::*;

use super::scenery::EdgeItem;
use super::shapes;

/// Which edge, and how it is drawn.
#[derive(Properties, PartialEq)]
pub(super) struct EdgeViewProps {
    pub(super) item: EdgeItem,
    pub(super) look: Look,
}

/// The arrow.
#[component]
pub(super) fn EdgeLine(props: &EdgeViewProps) -> Html {
    let EdgeItem {
        id, record, route, ..
    } = &props.item;
    let picture = scene::edge_line(id, record, route, props.look);
    html! { <g data-edge={id.to_string()}>{ shapes::draw(&picture) }</g> }
}

/// What is written beside the arrow.
#[component]
pub(super) fn EdgeSlip(props: &EdgeViewProps) -> Html {
    let EdgeItem {
        id,
        record,
        route,
        marks,
    } = &props.item;
    // A drag moves the words far more often than it changes them.
    let subject = (
        id.clone(),
        record.clone(),
        scene::slip_room(route),
        marks.clone(),
        props.look,
    );
    let slip = use_memo(subject, |(id, record, room, marks, look)| {
        scene::slip_picture(id, record, *room, marks, *look)
    });
    let picture = Picture::clone(&slip).moved(route.label_at);
    html! { <g>{ shapes::draw(&picture) }</g> }
}
