//! Glyphs: a shape of its own for each severity, so that colour is never the only sign. The board's badges match.

use lint::Severity;
use yew::prelude::*;

use super::element::element;

/// What a glyph says; the words beside it say it too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Glyph {
    /// A filled disc with an exclamation mark.
    Error,
    /// A filled triangle with an exclamation mark.
    Warning,
    /// An empty square with an i.
    Info,
    /// A tick.
    Ok,
    /// A dashed ring with a question mark: nobody can tell yet.
    Open,
}

impl From<Severity> for Glyph {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Info => Self::Info,
        }
    }
}

/// Draws a glyph on a 20 by 20 grid.
pub(crate) fn glyph(glyph: Glyph) -> Html {
    let (name, ground, sign) = match glyph {
        Glyph::Error => (
            "error",
            "M10 1.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z",
            "M10 5.6v5.2M10 14.3v.01",
        ),
        Glyph::Warning => ("warning", "M10 2.4 18.6 17.2H1.4Z", "M10 7.6v4.6M10 14.9v.01"),
        Glyph::Info => (
            "info",
            "M5 2.2h10a2.8 2.8 0 0 1 2.8 2.8v10a2.8 2.8 0 0 1-2.8 2.8H5A2.8 2.8 0 0 1 2.2 15V5A2.8 2.8 0 0 1 5 2.2Z",
            "M10 9.4v5M10 5.8v.01",
        ),
        Glyph::Ok => ("ok", "", "M3 11.2c1.9 1.4 3.3 3 4.6 5.1C9.9 11.6 13 7.4 17.4 3.6"),
        Glyph::Open => (
            "open",
            "M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z",
            "M7.7 7.9a2.3 2.3 0 1 1 3.5 2c-.9.5-1.2 1-1.2 1.9M10 14.5v.01",
        ),
    };
    let strokes = html! {
        <>
            <path class="glyph-ground" d={ground} />
            <path class="glyph-sign" d={sign} />
        </>
    };
    let class = format!("glyph glyph-{name}").into();
    element(
        "svg",
        &["class", "viewBox", "aria-hidden"],
        [Some(class), Some("0 0 20 20".into()), Some("true".into())],
        strokes,
    )
}
