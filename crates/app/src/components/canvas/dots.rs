//! The grid of dots under the board, where a person has it shown.

use editor::DOTS;
use yew::prelude::*;

use crate::components::element::{element, number};
use crate::hooks::use_slice;
use crate::store::Store;

use super::layers::use_world;

/// Screen pixels that dots are apart at least: farther out, some are left away.
const APART: f64 = 15.0;
/// As far as boxes can stand.
const FAR: f64 = 1_000_000.0;

/// The dots.
#[component]
pub(super) fn Dots() -> Html {
    let step = use_slice(step);
    let (layer, world) = use_world();
    let dots = step.map(|step| {
        let tile = element(
            "pattern",
            &["id", "patternUnits", "x", "y", "width", "height"],
            [
                Some("dots".into()),
                Some("userSpaceOnUse".into()),
                number(-step / 2.0),
                number(-step / 2.0),
                number(step),
                number(step),
            ],
            html! { <circle class="dot" cx={(step / 2.0).to_string()} cy={(step / 2.0).to_string()} r={(step / 17.0).to_string()} /> },
        );
        let ground = element(
            "rect",
            &["x", "y", "width", "height", "fill"],
            [
                number(-FAR),
                number(-FAR),
                number(2.0 * FAR),
                number(2.0 * FAR),
                Some("url(#dots)".into()),
            ],
            html! {},
        );
        html! { <>{ tile }{ ground }</> }
    });
    html! {
        <svg ref={layer} class="layer" aria-hidden="true"><g ref={world}>{ for dots }</g></svg>
    }
}

/// From dot to dot, in page units; nothing while there are none.
fn step(store: &Store) -> Option<f64> {
    let zoom = store.editor().camera().zoom;
    let mut step = DOTS;
    while step * zoom < APART && step < FAR {
        step *= 2.0;
    }
    store.panels().settings.dots.then_some(step)
}
