//! The layers: what lies still, and what a drag has lifted, each in an SVG of its own.

use std::cell::Cell;
use std::rc::Rc;

use editor::Item;
use geometry::{Camera, Point};
use web_sys::Element;
use yew::prelude::*;

use crate::components::element::{element, number};
use crate::components::part::{keyed_part, later_part, part};
use crate::hooks::{use_keyed_slice, use_slice, use_store};
use crate::stage::Set;

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
            <g ref={page}>
                { frames(&scenery) }
                { arrows(&scenery) }
                { boxes(&scenery, false) }
                { slips(&scenery) }
                { notes(&scenery) }
            </g>
        </svg>
    }
}

/// What a drag has lifted. Arrows are bent anew with every move, and drawn; all else is carried as a finished picture.
#[component]
fn Lifted() -> Html {
    let (scenery, stage) = use_slice(|store| (scenery::lifted(store), store.stage()));
    let (lines, standing, words) = (use_page(), use_page(), use_page());
    let carried = use_node_ref();
    use_lightness(carried.clone());
    {
        let (by, carried) = (scenery.carried * stage.camera.zoom, carried.clone());
        use_effect_with(by, move |by| carry(&carried, Point::new(by.x, by.y), 1.0));
    }
    let extent = || extent_of(stage, !scenery.is_empty());
    html! {
        <>
            <svg class="layer layer-lifted" aria-hidden="true"><g ref={lines}>
                { extent() }
                { arrows(&scenery) }
            </g></svg>
            <div ref={carried} class="layer layer-lifted"><svg class="layer" aria-hidden="true"><g ref={standing}>
                { frames(&scenery) }
                { boxes(&scenery, true) }
                { notes(&scenery) }
            </g></svg></div>
            <svg class="layer layer-lifted" aria-hidden="true"><g ref={words}>
                { extent() }
                { slips(&scenery) }
            </g></svg>
        </>
    }
}

fn arrows(scenery: &Scenery) -> Html {
    let line = |item: &EdgeItem| keyed_part::<EdgeLine>(item.id.as_str(), edge_props(scenery, item));
    html! { <g>{ for scenery.edges.iter().map(line) }</g> }
}

fn slips(scenery: &Scenery) -> Html {
    let slip = |item: &EdgeItem| keyed_part::<EdgeSlip>(item.id.as_str(), edge_props(scenery, item));
    html! { <g>{ for scenery.said().map(slip) }</g> }
}

fn edge_props(scenery: &Scenery, item: &EdgeItem) -> EdgeViewProps {
    EdgeViewProps {
        item: item.clone(),
        look: scenery.look,
    }
}

fn boxes(scenery: &Scenery, is_lifted: bool) -> Html {
    let whole = |item: &BoxItem| {
        let props = BoxViewProps {
            item: item.clone(),
            look: scenery.look,
            carried: scenery.carried,
            is_lifted,
        };
        keyed_part::<BoxView>(item.id.as_str(), props)
    };
    html! { <g>{ for scenery.boxes.iter().map(whole) }</g> }
}

fn frames(scenery: &Scenery) -> Html {
    others(scenery, is_frame)
}

fn notes(scenery: &Scenery) -> Html {
    others(scenery, |item| !is_frame(item))
}

fn others(scenery: &Scenery, are_meant: fn(&OtherItem) -> bool) -> Html {
    let meant = scenery.others.iter().filter(|item| are_meant(item));
    let whole = |item: &OtherItem| {
        let props = OtherViewProps {
            other: item.clone(),
            look: scenery.look,
            carried: scenery.carried,
        };
        keyed_part::<OtherView>(&format!("{:?}", item.item), props)
    };
    html! { <g>{ for meant.map(whole) }</g> }
}

fn is_frame(item: &OtherItem) -> bool {
    matches!(item.item, Item::Frame(_))
}

/// A sheet of nothing, larger than all that may be drawn on its layer, if that is `held`.
///
/// Where the ground that a layer covers changes, Chromium lays out all layers of the page anew, for up to 7 ms. On such a
/// sheet it stays the same while what is drawn on it comes, goes and moves.
pub(super) fn extent_of(stage: Set, held: bool) -> Html {
    if !held {
        return html! {};
    }
    let area = stage.area();
    let area = area.inflate(area.size.width.max(area.size.height));
    element(
        "rect",
        &["class", "x", "y", "width", "height"],
        [
            Some("extent".into()),
            number(area.left()),
            number(area.top()),
            number(area.size.width),
            number(area.size.height),
        ],
        html! {},
    )
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
