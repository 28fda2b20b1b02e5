//! The journal: every committed edit with its time, one line each.

use thiserror::Error;

use crate::Edit;

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

/// Why a line is not an entry.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{what}")]
pub struct JournalError {
    /// What is wrong.
    pub what: String,
}

impl Entry {
    /// The entry as one compact line of JSON, without a line end.
    pub fn to_json(&self) -> String {
        String::new()
    }

    /// The entry that [`to_json`](Self::to_json) wrote.
    ///
    /// # Errors
    /// [`JournalError`] where `text` is no such line.
    pub fn from_json(text: &str) -> Result<Self, JournalError> {
        Err(JournalError {
            what: text.to_owned(),
        })
    }
}
