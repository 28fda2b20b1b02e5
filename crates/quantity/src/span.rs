//! Where in the text something was read.

/// A stretch of text, in bytes; both ends lie on character boundaries of the text it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The same stretch in characters (Unicode scalar values), as an interface counts them.
    #[must_use]
    pub fn chars(&self, text: &str) -> (usize, usize) {
        let upto = |end: usize| text.char_indices().take_while(|(at, _)| *at < end).count();
        (upto(self.start), upto(self.end))
    }

    /// The words themselves; empty if the span is not of this text.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    pub(crate) fn join(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}
