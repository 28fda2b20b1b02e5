//! The layers: what lies still, and what a drag has lifted, each in an SVG of its own.

use std::cell::Cell;
use std::rc::Rc;

use editor::Item;
use geometry::{Camera, Point};
use web_sys::Element;
use yew::prelude::*;

use crate::components::part::{keyed_part, later_part, part};
use crate::hooks::{use_keyed_slice, use_slice, use_store};

use super::boxes::{BoxView, BoxViewProps};
use super::carrying::{carry, use_lightness};
use super::edges::{EdgeLine, EdgeSlip, EdgeViewProps};
use super::far_view::FarView;
use super::others::{OtherView, OtherViewProps};
use super::overlay::Overlay;
use super::scenery::{self, BoxItem, EdgeItem, OtherItem, Scenery};
use super::stressed::Stressed;

/// Everything drawn in page coordinates. While the camera looks about on the stage, it is moved as one.
#[component]
pub(super) fn World() -> Html {
    let store = use_store();
    let world = use_node_ref();
    use_lightness(world.clone());
    {
        let world = world.clone();
        use_effect_with(store, move |store| {
            let seen = Cell::new((Point::new(0.0, 0.0), 1.0));
            let carry: Rc<dyn Fn()> = {
                let store = store.clone();
                Rc::new(move || {
                    let now = store.stage().seen_by(store.editor().camera());
                    if seen.replace(now) != now {
                        carry(&world, now.0, now.1);
                    }
                })
            };
            carry();
            let subscription = store.subscribe(carry, true);
            move || drop(subscription)
        });
    }
    html! {
        <div ref={world} class="world">
            { later_part::<FarView>(()) }
            { part::<Base>(()) }
            { part::<Lifted>(()) }
            { part::<Overlay>(()) }
            { later_part::<Stressed>(()) }
        </div>
    }
}

/// What lies still.
#[component]
fn Base() -> Html {
    let still = use_mut_ref(scenery::Still::default);
    let scenery = use_keyed_slice(still, |store, still| still.borrow_mut().look(store));
    let page = use_page();
    html! {
        <svg class="layer" aria-hidden="true">
            <g ref={page}>{ draw(&scenery, false) }</g>
        </svg>
    }
}

/// What a drag has lifted.
#[component]
fn Lifted() -> Html {
    let scenery = use_slice(scenery::lifted);
    let page = use_page();
    html! {
        <svg class="layer layer-lifted" aria-hidden="true">
            <g ref={page}>{ draw(&scenery, true) }</g>
        </svg>
    }
}

/// Frames, arrows, boxes, the words of arrows, notes and strokes on top.
fn draw(scenery: &Scenery, is_lifted: bool) -> Html {
    let look = scenery.look;
    let box_props = |item: BoxItem| BoxViewProps {
        item,
        look,
        is_lifted,
    };
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

/// A group in page coordinates, as the camera sees it that the board is drawn for.
#[hook]
pub(super) fn use_page() -> NodeRef {
    let store = use_store();
    let page = use_node_ref();
    {
        let page = page.clone();
        use_effect_with(store, move |store| {
            let shown = Cell::new(None);
            let turn: Rc<dyn Fn()> = {
                let store = store.clone();
                Rc::new(move || {
                    let camera = store.stage().camera;
                    if shown.replace(Some(camera)) != Some(camera) {
                        turn(&page, camera);
                    }
                })
            };
            turn();
            let subscription = store.subscribe(turn, false);
            move || drop(subscription)
        });
    }
    page
}

fn turn(page: &NodeRef, camera: Camera) {
    if let Some(page) = page.cast::<Element>() {
        let at = camera.to_screen(Point::new(0.0, 0.0));
        let transform = format!("translate({:.3} {:.3}) scale({:.5})", at.x, at.y, camera.zoom);
        // Any element takes this attribute.
        page.set_attribute("transform", &transform).ok();
    }
}
