//! Fields: the texts of a record that a person edits, one at a time.

/// A text that is edited in place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Field {
    /// What it is called, what travels, what a note says, or the title of a frame.
    Label,
    /// The text that quantities are read from.
    Constraints,
    /// Who answers for it.
    Owner,
    /// Ids of questions, and after a dash a few words: `volume, failure - absorbs the spike`.
    Because,
    /// The alternatives: `Auto Loader (minutes), Kinesis (lock-in)`.
    Rejected,
    /// The whole box in one line.
    Line,
    /// The id of the component that a box stands for where a person chose it; empty for what its label names.
    Component,
}

impl Field {
    /// The fields of a box that Tab walks through, in this order. An edge has all but the last.
    pub const WALK: [Self; 5] = [
        Self::Label,
        Self::Constraints,
        Self::Owner,
        Self::Because,
        Self::Rejected,
    ];
}
