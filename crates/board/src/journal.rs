//! The journal: every committed edit with its time, one line each. Crash recovery, the replay and the rules on the
//! session are readings of it.

use thiserror::Error;

use crate::Edit;
use crate::file::{self, Problem};

/// A committed edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Milliseconds since the session began.
    pub at_ms: u64,
    /// What was done, as the undo menu says it.
    pub label: String,
    /// The edit.
    pub edit: Edit,
}

/// Why a line is not an entry: each problem a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", .0.iter().map(Problem::to_string).collect::<Vec<_>>().join(" "))]
pub struct JournalError(pub Vec<Problem>);

impl Entry {
    /// The entry as one compact line of JSON, without a line end. Nothing is rounded.
    pub fn to_json(&self) -> String {
        file::write_entry(self)
    }

    /// The entry that [`to_json`](Self::to_json) wrote.
    ///
    /// # Errors
    /// [`JournalError`] where `text` is no such line, be it torn or changed.
    pub fn from_json(text: &str) -> Result<Self, JournalError> {
        file::read_entry(text).map_err(JournalError)
    }
}
