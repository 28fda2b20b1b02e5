//! The layers: what lies still, and what a drag has lifted, each in an SVG of its own.

use editor::Item;
use web_sys::Element;
use yew::prelude::*;

use crate::components::part::keyed_part;
use crate::hooks::{use_slice, use_store};
use crate::store::Store;

use super::boxes::{BoxView, BoxViewProps};
use super::edges::{EdgeLine, EdgeSlip, EdgeViewProps};
use super::others::{OtherView, OtherViewProps};
use super::scenery::{self, BoxItem, EdgeItem, OtherItem, Scenery};

/// What lies still.
#[component]
pub(super) fn Base() -> Html {
    let scenery = use_slice(scenery::still);
    let world = use_world();
    html! { <svg class="layer" aria-hidden="true"><g ref={world}>{ draw(&scenery) }</g></svg> }
}

/// What a drag has lifted.
#[component]
pub(super) fn Lifted() -> Html {
    let scenery = use_slice(scenery::lifted);
    let world = use_world();
    html! {
        <svg class="layer layer-lifted" aria-hidden="true"><g ref={world}>{ draw(&scenery) }</g></svg>
    }
}

/// Frames, arrows, boxes, the words of arrows, and notes on top.
fn draw(scenery: &Scenery) -> Html {
    let look = scenery.look;
    let box_props = |item: BoxItem| BoxViewProps { item, look };
    let edge_props = |item: EdgeItem| EdgeViewProps { item, look };
    let line = |item: &EdgeItem| keyed_part::<EdgeLine>(item.id.as_str(), edge_props(item.clone()));
    let slip = |item: &EdgeItem| keyed_part::<EdgeSlip>(item.id.as_str(), edge_props(item.clone()));
    let whole = |item: &BoxItem| keyed_part::<BoxView>(item.id.as_str(), box_props(item.clone()));
    let other = |item: &OtherItem| {
        let props = OtherViewProps {
            other: item.clone(),
            look,
        };
        keyed_part::<OtherView>(&format!("{:?}", item.item), props)
    };
    let frames = scenery.others.iter().filter(|item| is_frame(item)).map(other);
    let notes = scenery.others.iter().filter(|item| !is_frame(item)).map(other);
    html! {
        <>
            <g>{ for frames }</g>
            <g>{ for scenery.edges.iter().map(line) }</g>
            <g>{ for scenery.boxes.iter().map(whole) }</g>
            <g>{ for scenery.edges.iter().map(slip) }</g>
            <g>{ for notes }</g>
        </>
    }
}

fn is_frame(item: &OtherItem) -> bool {
    matches!(item.item, Item::Frame(_))
}

/// A group in page coordinates: its transform follows the camera without a redraw.
#[hook]
pub(super) fn use_world() -> NodeRef {
    let store = use_store();
    let world = use_node_ref();
    {
        let world = world.clone();
        use_effect_with(store, move |store| {
            let follow: std::rc::Rc<dyn Fn()> = {
                let (store, world) = (store.clone(), world.clone());
                let shown = std::cell::Cell::new(None);
                std::rc::Rc::new(move || {
                    let camera = store.editor().camera();
                    if shown.replace(Some(camera)) != Some(camera) {
                        turn(&store, &world);
                    }
                })
            };
            follow();
            let subscription = store.subscribe(follow);
            move || drop(subscription)
        });
    }
    world
}

fn turn(store: &Store, world: &NodeRef) {
    if let Some(world) = world.cast::<Element>() {
        let camera = store.editor().camera();
        let shift = geometry::Vector::<geometry::Screen>::new(
            -camera.origin.x * camera.zoom,
            -camera.origin.y * camera.zoom,
        );
        let transform = format!(
            "translate({:.3} {:.3}) scale({:.5})",
            shift.x, shift.y, camera.zoom
        );
        // Any element takes this attribute.
        world.set_attribute("transform", &transform).ok();
    }
}
