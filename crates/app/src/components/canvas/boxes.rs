//! One box on the board.

use scene::Look;
use yew::prelude::*;

use super::scenery::BoxItem;
use super::shapes;

/// Which box, and how it is drawn.
#[derive(Properties, PartialEq)]
pub(super) struct BoxViewProps {
    pub(super) item: BoxItem,
    pub(super) look: Look,
}

/// A box's picture at its place.
#[component]
pub(super) fn BoxView(props: &BoxViewProps) -> Html {
    let BoxItem { id, record, marks } = &props.item;
    let picture = scene::box_picture(id, record, marks, props.look);
    html! {
        <g transform={format!("translate({} {})", record.at.x, record.at.y)} data-box={id.to_string()}>
            { shapes::draw(&picture) }
            if record.hold.locked { { shapes::draw(&scene::lock_sign()) } }
        </g>
    }
}
