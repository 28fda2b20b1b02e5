//! The grid of dots under the board, where a person has it shown: one tile that the browser repeats, and moves with the
//! camera by less than a tile.

use editor::DOTS;
use geometry::{Camera, Point};
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::hooks::{use_seen_slice, use_slice};

use super::carrying::{carry, use_lightness};

/// Screen pixels that dots are apart at least: farther out, some are left away.
const APART: f64 = 15.0;
/// As far as boxes can stand.
const FAR: f64 = 1_000_000.0;
/// Screen pixels that the dots reach beyond the view: more than any tile.
const REACH: f64 = 100.0;

/// The dots.
#[component]
pub(super) fn Dots() -> Html {
    match use_slice(|store| store.panels().settings.dots) {
        true => crate::components::part::part::<Tiles>(()),
        false => html! {},
    }
}

#[component]
fn Tiles() -> Html {
    let tiles = use_node_ref();
    use_lightness(tiles.clone());
    let camera = use_seen_slice(true, (), |store, ()| store.editor().camera());
    {
        let tiles = tiles.clone();
        use_effect_with(camera, move |camera| put(&tiles, *camera));
    }
    html! { <div ref={tiles} class="dots" aria-hidden="true"></div> }
}

fn put(tiles: &NodeRef, camera: Camera) {
    let Some(element) = tiles.cast::<HtmlElement>() else {
        return;
    };
    let side = step(camera.zoom) * camera.zoom;
    let at = camera.to_screen(Point::new(0.0, 0.0));
    // A dot is in the middle of its tile. The browser takes any length in pixels.
    let [x, y] = [at.x, at.y].map(|at| (at + REACH - side / 2.0).rem_euclid(side));
    let size = format!("{side:.3}px {side:.3}px");
    element.style().set_property("background-size", &size).ok();
    carry(tiles, Point::new(x, y), 1.0);
}

/// From dot to dot, in page units.
fn step(zoom: f64) -> f64 {
    let mut step = DOTS;
    while step * zoom < APART && step < FAR {
        step *= 2.0;
    }
    step
}
