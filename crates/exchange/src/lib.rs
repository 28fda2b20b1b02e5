//! Formats that leave or enter: SVG, reports.
