//! What is seen: one component a file.

pub(crate) mod bar;
pub(crate) mod boards;
pub(crate) mod brief;
pub(crate) mod canvas;
pub(crate) mod dialog;
pub(crate) mod findings;
pub(crate) mod glyph;
pub(crate) mod icon;
pub(crate) mod keys;
pub(crate) mod line_entry;
pub(crate) mod modal;
pub(crate) mod notice;
pub(crate) mod page;
pub(crate) mod palette;
pub(crate) mod prose;
pub(crate) mod reading;
pub(crate) mod rule_page;
pub(crate) mod scrolling;
pub(crate) mod shortcuts;
pub(crate) mod start;
pub(crate) mod tabs;
pub(crate) mod text_card;
pub(crate) mod toolbar;
