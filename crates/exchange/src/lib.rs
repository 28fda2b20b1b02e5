//! Formats that leave or enter: SVG, flowcharts.

pub mod mermaid;
pub mod svg;
