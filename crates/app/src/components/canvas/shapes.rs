//! The scene's shapes as SVG elements. Nothing is decided here.

use geometry::{Page, Point, Vector};
use scene::{Anchor, Font, Ink, PathShape, Picture, Shape, TextShape, path_data};
use yew::prelude::*;

use crate::components::element::{element, number};

/// A picture's shapes, lowest first.
pub(super) fn draw(picture: &Picture) -> Html {
    picture.shapes.iter().map(shape).collect()
}

/// The transform of what stands `at` this place of the board, on a layer that was `carried` so far: to a hundredth, as what
/// is carried about comes back with crumbs of the reckoning.
pub(super) fn moved_to(at: Point<Page>, carried: Vector<Page>) -> String {
    let at = at - carried;
    let round = |along: f64| (along * 100.0).round() / 100.0;
    format!("translate({} {})", round(at.x), round(at.y))
}

fn shape(shape: &Shape) -> Html {
    match shape {
        Shape::Path(path) => draw_path(path),
        Shape::Text(text) => draw_text(text),
    }
}

fn draw_path(path: &PathShape) -> Html {
    let stroke = path.stroke;
    html! {
        <path d={path_data(&path.outline)}
            fill={path.fill.map_or_else(|| "none".to_owned(), color)}
            stroke={stroke.map(|stroke| color(stroke.ink))}
            stroke-width={stroke.map(|stroke| stroke.width.to_string())}
            stroke-dasharray={stroke.and_then(|stroke| stroke.dash).map(|dash| format!("{} {}", dash.on, dash.off))} />
    }
}

fn draw_text(text: &TextShape) -> Html {
    let font = match text.font {
        Font::Hand => "font-hand",
        Font::Plain => "font-plain",
    };
    let anchor = match text.anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    };
    element(
        "text",
        &[
            "class",
            "x",
            "y",
            "font-size",
            "font-weight",
            "text-anchor",
            "fill",
        ],
        [
            Some(font.into()),
            number(text.at.x),
            number(text.at.y),
            number(text.size),
            Some(text.weight.number().to_string().into()),
            anchor.map(AttrValue::Static),
            Some(color(text.ink).into()),
        ],
        (&text.text).into(),
    )
}

/// The custom property that the painted theme gives this ink.
pub(super) fn color(ink: Ink) -> String {
    format!("var(--{})", ink.name())
}
