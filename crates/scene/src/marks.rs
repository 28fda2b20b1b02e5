//! Marks: what is said about a box or an arrow, to be shown on it.

use std::ops::Range;

/// How bad the worst of the findings is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing.
    Info,
    /// Should be mended.
    Warning,
    /// Must be mended.
    Error,
}

/// What is shown on a box or an arrow beside what its record says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Marks {
    /// The worst finding on it.
    pub level: Option<Level>,
    /// How many findings are on it.
    pub count: usize,
    /// Bytes of the constraints that a finding calls unreadable, beside those that reading them tells.
    pub unread: Vec<Range<usize>>,
    /// The words stand as typed: nothing in them is read, nor underlined.
    pub is_plain: bool,
}

impl Marks {
    /// Nothing to say.
    pub const NONE: Self = Self {
        level: None,
        count: 0,
        unread: Vec::new(),
        is_plain: false,
    };
    /// Nothing to say, and nothing underlined, which takes no room of its own.
    pub const PLAIN: Self = Self {
        level: None,
        count: 0,
        unread: Vec::new(),
        is_plain: true,
    };
}
