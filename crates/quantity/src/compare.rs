//! How a quantity compares with what it bounds.

use crate::worded::worded;

worded! {
    /// The comparison that a quantity was written with.
    Compare {
        /// `<`, `≤`, under, at most, up to, within, `sub-`.
        AtMost = "at_most",
        /// `>`, `≥`, over, at least, `1M+`.
        AtLeast = "at_least",
        /// `~`, `≈`, about, around, roughly.
        About = "about",
        /// No comparison was written.
        Exactly = "exactly",
    }
}
