//! The layers: what lies still, and what a drag has lifted, each in an SVG of its own.

use std::rc::Rc;

use editor::Item;
use geometry::{Camera, Point};
use web_sys::Element;
use yew::prelude::*;

use crate::components::part::keyed_part;
use crate::hooks::{use_slice, use_store};

use super::boxes::{BoxView, BoxViewProps};
use super::edges::{EdgeLine, EdgeSlip, EdgeViewProps};
use super::following::Follower;
use super::others::{OtherView, OtherViewProps};
use super::scenery::{self, BoxItem, EdgeItem, OtherItem, Scenery};

/// What lies still.
#[component]
pub(super) fn Base() -> Html {
    let scenery = use_slice(scenery::still);
    let (layer, world) = use_world();
    html! {
        <svg ref={layer} class="layer" aria-hidden="true">
            <g ref={world}>{ draw(&scenery) }</g>
        </svg>
    }
}

/// What a drag has lifted.
#[component]
pub(super) fn Lifted() -> Html {
    let scenery = use_slice(scenery::lifted);
    let (layer, world) = use_world();
    html! {
        <svg ref={layer} class="layer layer-lifted" aria-hidden="true">
            <g ref={world}>{ draw(&scenery) }</g>
        </svg>
    }
}

/// Frames, arrows, boxes, the words of arrows, notes and strokes on top.
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
            <g>{ for scenery.said().map(slip) }</g>
            <g>{ for notes }</g>
        </>
    }
}

fn is_frame(item: &OtherItem) -> bool {
    matches!(item.item, Item::Frame(_))
}

/// A layer, and in it a group in page coordinates that follows the camera without a redraw.
#[hook]
pub(super) fn use_world() -> (NodeRef, NodeRef) {
    let store = use_store();
    let (layer, world) = (use_node_ref(), use_node_ref());
    {
        let (layer, world) = (layer.clone(), world.clone());
        use_effect_with(store, move |store| {
            // What comes into view is drawn as it comes: there is no end to the picture.
            let follower = Follower::new(layer, None, move |camera| turn(&world, camera));
            let follow: Rc<dyn Fn()> = {
                let store = store.clone();
                Rc::new(move || {
                    let editor = store.editor();
                    follower.follow(editor.camera(), editor.screen());
                })
            };
            follow();
            let subscription = store.subscribe(follow);
            move || drop(subscription)
        });
    }
    (layer, world)
}

fn turn(world: &NodeRef, camera: Camera) {
    if let Some(world) = world.cast::<Element>() {
        let at = camera.to_screen(Point::new(0.0, 0.0));
        let transform = format!("translate({:.3} {:.3}) scale({:.5})", at.x, at.y, camera.zoom);
        // Any element takes this attribute.
        world.set_attribute("transform", &transform).ok();
    }
}
