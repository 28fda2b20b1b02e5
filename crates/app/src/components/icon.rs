//! Icons: strokes on a 24 by 24 grid, in the colour of the text around them.

use yew::prelude::*;

/// An icon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Icon {
    Undo,
    Redo,
    Menu,
    Download,
    Close,
    Light,
    Dark,
    System,
    Left,
    Right,
    Below,
    Fit,
    Tree,
    Up,
    Down,
    More,
    Plus,
    Minus,
    Back,
    On,
    Flag,
    Bolt,
    Play,
    Pause,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Undo => "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
            Self::Redo => "m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
            Self::Menu => "M4 7h16M4 12h16M4 17h16",
            Self::Download => "M12 4v11m-5-4.5 5 5 5-5M5 20h14",
            Self::Close => "m6 6 12 12M18 6 6 18",
            Self::Light => {
                "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2m0 16v2M4.9 4.9l1.4 1.4m11.4 11.4 1.4 1.4M2 12h2m16 0h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4"
            }
            Self::Dark => "M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5Z",
            Self::System => "M4 5h16v11H4zM9 20h6m-3-4v4",
            Self::Left => "M4 5h16v14H4zM10 5v14",
            Self::Right => "M4 5h16v14H4zM14 5v14",
            Self::Below => "M4 5h16v14H4zM4 14h16",
            Self::Fit => "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
            Self::Tree => "M4 5h7M4 5v14h5M4 12h5M13 12h7M13 19h7",
            Self::More => {
                "M4 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0m7 0a1 1 0 1 0 2 0 1 1 0 1 0-2 0m7 0a1 1 0 1 0 2 0 1 1 0 1 0-2 0"
            }
            Self::Up => "m6 15 6-6 6 6",
            Self::Down => "m6 9 6 6 6-6",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::Back => "m14.5 5-7 7 7 7",
            Self::Flag => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5V13m0 3.2v.1",
            Self::Bolt => "M13 3 5.5 13.5H11L10 21l8-11h-6z",
            Self::Play => "M8 5v14l11-7z",
            Self::Pause => "M8.5 5v14M15.5 5v14",
            Self::On => "m9.5 5 7 7-7 7",
        }
    }
}

/// Draws an icon; the words beside it or the label of its button say what it means.
pub(crate) fn icon(icon: Icon) -> Html {
    html! { <svg viewBox="0 0 24 24" aria-hidden="true"><path d={icon.path()} /></svg> }
}
