//! The file `NAME.board.json`: reading with every problem named, writing with small diffs.

use thiserror::Error;

use crate::{Board, journal};

/// The format version that this code writes.
pub const VERSION: u32 = 1;

/// What was read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The board.
    pub board: Board,
    /// The journal of the session, oldest entry first.
    pub log: Vec<journal::Entry>,
    /// What was not understood and left out.
    pub dropped: Vec<Problem>,
}

/// Something in a file that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, such as `boxes[3].at`.
    pub place: String,
    /// The line it stands on, counted from 1, where that is known.
    pub line: Option<usize>,
    /// What is wrong there.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// Why a text is not a board.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FileError {
    /// More bytes than a reader takes.
    #[error("too large")]
    TooLarge {
        /// How many bytes it has.
        bytes: usize,
    },
    /// The text is not JSON.
    #[error("line {line}, column {column}: {what}")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong there.
        what: String,
    },
    /// A later version wrote it.
    #[error("version {found}")]
    NewerVersion {
        /// The version it has.
        found: u64,
    },
    /// JSON, and not a board.
    #[error("not a board")]
    NotABoard,
    /// A board with faults: all of them.
    #[error("{} problems", .0.len())]
    Invalid(Vec<Problem>),
}

/// Reads the text of a file.
///
/// # Errors
/// [`FileError`], with place and remedy of every fault.
pub fn read(text: &str) -> Result<Opened, FileError> {
    let _ = text;
    Err(FileError::NotABoard)
}

/// The text of a file.
pub fn write(board: &Board, log: &[journal::Entry]) -> String {
    let _ = (board, log);
    String::new()
}
