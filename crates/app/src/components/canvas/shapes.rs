//! The scene's shapes as SVG elements. Nothing is decided here.

use scene::{Anchor, Font, Ink, PathShape, Picture, Shape, TextShape, path_data};
use yew::prelude::*;

/// A picture's shapes, lowest first.
pub(super) fn draw(picture: &Picture) -> Html {
    picture.shapes.iter().map(shape).collect()
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
    html! {
        <text class={font} x={text.at.x.to_string()} y={text.at.y.to_string()} font-size={text.size.to_string()}
            font-weight={text.weight.number().to_string()} text-anchor={anchor} fill={color(text.ink)}>
            { &text.text }
        </text>
    }
}

/// The custom property that the painted theme gives this ink.
pub(super) fn color(ink: Ink) -> String {
    format!("var(--{})", ink.name())
}
