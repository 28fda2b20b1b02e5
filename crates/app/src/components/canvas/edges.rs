//! One edge on the board: its arrow below the boxes, its words above them.

use scene::Look;
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
    let picture = scene::edge_slip(id, record, route, marks, props.look);
    html! { <g>{ shapes::draw(&picture) }</g> }
}
