//! Formats that leave or enter: SVG, reports.

pub mod svg;
