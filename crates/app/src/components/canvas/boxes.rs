//! One box on the board.

use board::BoxRecord;
use geometry::{Page, Vector};
use scene::Look;
use yew::prelude::*;

use crate::components::part::part;

use super::scenery::BoxItem;
use super::shapes;

/// Which box, and how it is drawn.
#[derive(Properties, PartialEq)]
pub(super) struct BoxViewProps {
    pub(super) item: BoxItem,
    pub(super) look: Look,
    /// How far its layer was carried.
    pub(super) carried: Vector<Page>,
    /// It goes along with a drag, for which it is moved as a whole.
    pub(super) is_lifted: bool,
}

/// A box's picture at its place.
#[component]
pub(super) fn BoxView(props: &BoxViewProps) -> Html {
    let BoxViewProps {
        item,
        look,
        carried,
        is_lifted,
    } = props;
    let id = item.id.to_string();
    // By this they glide to other places, too.
    let way = shapes::moved_to(item.record.at, *carried);
    if *is_lifted {
        let picture = PictureProps {
            item: item.clone(),
            look: *look,
        };
        html! { <g transform={way} data-box={id}>{ part::<Picture>(picture) }</g> }
    } else {
        html! { <g transform={way} data-box={id}>{ draw(item, *look) }</g> }
    }
}

#[derive(Properties)]
struct PictureProps {
    item: BoxItem,
    look: Look,
}

impl PartialEq for PictureProps {
    /// Wherever the box stands.
    fn eq(&self, other: &Self) -> bool {
        let (one, two) = (&self.item, &other.item);
        let same_record = || {
            let record = BoxRecord {
                at: two.record.at,
                ..(*one.record).clone()
            };
            record == *two.record
        };
        self.look == other.look && one.id == two.id && one.marks == two.marks && same_record()
    }
}

#[component]
fn Picture(props: &PictureProps) -> Html {
    draw(&props.item, props.look)
}

fn draw(item: &BoxItem, look: Look) -> Html {
    let BoxItem { id, record, marks } = item;
    let picture = scene::box_picture(id, record, marks, look);
    html! {
        <>
            { shapes::draw(&picture) }
            if record.hold.locked { { shapes::draw(&scene::lock_sign()) } }
        </>
    }
}
