//! Figures of components, and where they come from.

use std::borrow::Cow;

use crate::Confidence;

/// A range of a figure: from what it reaches at best to what is usual at worst.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The lower end, in the unit of the field that holds it.
    pub low: f32,
    /// The upper end, in the same unit; equal to `low` where one figure is all that is said.
    pub high: f32,
    pub(crate) source: u8,
}

impl Figure {
    /// Where it was read.
    pub fn source(&self) -> &'static Source {
        source(self.source)
    }
}

/// What one unit of a component takes in, as its vendor states it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Capacity {
    /// What is counted: `shard`, `partition`, `throughput unit`.
    pub unit: &'static str,
    /// Events, rows or requests a second.
    pub events: Option<f32>,
    /// Bytes a second.
    pub bytes: Option<f32>,
    pub(crate) source: u8,
}

impl Capacity {
    /// Where it was read.
    pub fn source(&self) -> &'static Source {
        source(self.source)
    }
}

/// A page that states figures.
///
/// Its texts are borrowed from the catalogue, or owned by who got the source from elsewhere: a program that never looks
/// a figure up is linked without all pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is called.
    pub title: Cow<'static, str>,
    /// Where it is.
    pub url: Cow<'static, str>,
    /// The month in which the figures were checked against a copy of it, as `2026-11`; figures age.
    pub as_of: Cow<'static, str>,
    /// How much its figures can be relied on.
    pub confidence: Confidence,
}

/// The page of this number: the build gives figures the places of pages that there are, and no others.
fn source(number: u8) -> &'static Source {
    let [first, ..] = &SOURCES;
    SOURCES.get(usize::from(number)).unwrap_or(first)
}

/// Every page that a figure was read from.
pub fn sources() -> &'static [Source] {
    &SOURCES
}

include!(concat!(env!("OUT_DIR"), "/sources.rs"));
