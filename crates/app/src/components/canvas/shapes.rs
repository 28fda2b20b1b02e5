//! The scene's shapes as SVG elements. Nothing is decided here.

use geometry::{Page, Point};
use scene::{Anchor, Font, Ink, PathShape, Picture, Shape, TextShape, path_data_at};
use yew::prelude::*;

use crate::components::element::{element, number};

/// A picture's shapes, lowest first, with its origin at `at`. They are moved here and not by an attribute of the element
/// around them: with each transform the browser has one piece more to put together whenever anything changes.
pub(super) fn draw(picture: &Picture, at: Point<Page>) -> Html {
    let shape = |shape: &Shape| match shape {
        Shape::Path(path) => draw_path(path, at),
        Shape::Text(text) => draw_text(text, at),
    };
    picture.shapes.iter().map(shape).collect()
}

fn draw_path(path: &PathShape, at: Point<Page>) -> Html {
    let stroke = path.stroke;
    html! {
        <path d={path_data_at(at, &path.outline)}
            fill={path.fill.map_or_else(|| "none".to_owned(), color)}
            stroke={stroke.map(|stroke| color(stroke.ink))}
            stroke-width={stroke.map(|stroke| stroke.width.to_string())}
            stroke-dasharray={stroke.and_then(|stroke| stroke.dash).map(|dash| format!("{} {}", dash.on, dash.off))} />
    }
}

fn draw_text(text: &TextShape, at: Point<Page>) -> Html {
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
            hundredths(text.at.x + at.x),
            hundredths(text.at.y + at.y),
            number(text.size),
            Some(text.weight.number().to_string().into()),
            anchor.map(AttrValue::Static),
            Some(color(text.ink).into()),
        ],
        (&text.text).into(),
    )
}

/// A place in the hundredths in which paths have theirs.
fn hundredths(length: f64) -> Option<AttrValue> {
    number((length * 100.0).round() / 100.0)
}

/// The custom property that the painted theme gives this ink.
pub(super) fn color(ink: Ink) -> String {
    format!("var(--{})", ink.name())
}
