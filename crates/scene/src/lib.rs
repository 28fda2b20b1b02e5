//! What a board looks like: positioned primitives that every output only translates.
//!
//! 1. [`box_picture`] and [`edge_picture`] turn one record into a [`Picture`]: paths and lines of text, each with an
//!    [`Ink`], lowest first. A box is drawn in its own coordinates, so that moving it changes only its transform.
//! 2. [`Ways`] finds the ways of the arrows, around boxes and apart where several join the same two; [`edge_routes`]
//!    finds the places for their words as well, and [`edge_route_among`] does so for one. [`note_picture`],
//!    [`frame_picture`] and [`stroke_picture`] draw what stands beside them.
//! 3. [`text_width`] and [`wrap`] measure with the metrics of the shipped fonts: no output is ever asked.
//! 4. A [`Theme`] says which colour an ink is.

mod arrow;
mod badge;
mod box_picture;
mod edge_picture;
mod fitting;
mod frame_picture;
mod ink;
mod lock_sign;
mod marks;
mod measure;
mod metrics;
mod note_picture;
mod path_data;
mod pen;
mod placement;
mod shape;
mod sheet;
mod silhouette;
mod stroke_picture;
mod theme;
mod ways;
mod words;

pub use arrow::{
    board_bounds, board_extent, edge_curve, edge_route_among, edge_routes, edge_routes_on, end_of,
};
pub use box_picture::{badge_at, box_picture, constraints_area, label_area};
pub use edge_picture::{
    edge_badge_at, edge_line, edge_picture, edge_slip, slip_area, slip_picture, slip_room,
};
pub use fitting::{fitting_size, least_height, least_width};
pub use frame_picture::{frame_picture, frame_title_area};
pub use geometry::Segment;
pub use ink::Ink;
pub use lock_sign::lock_sign;
pub use marks::{Level, Marks};
pub use measure::{Line, shorten, text_reach, text_width, wrap};
pub use note_picture::{note_area, note_picture};
pub use path_data::path_data;
pub use placement::words_along;
pub use shape::{Anchor, Dash, Font, Look, PathShape, Picture, Shape, Stroke, TextShape, Weight};
pub use stroke_picture::{pressed_outline, stroke_area, stroke_picture};
pub use theme::Theme;
pub use ways::{Ways, box_reach, edge_corridor};
