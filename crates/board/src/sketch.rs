//! A whole small board in text, for rule docs, tests and pasting.

use thiserror::Error;

use crate::Board;

/// Why a text is not a sketch.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {what}; {remedy}")]
pub struct SketchError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// Reads a sketch.
///
/// # Errors
/// [`SketchError`] with the first line that cannot be read.
pub fn read(text: &str) -> Result<Board, SketchError> {
    let _ = text;
    Ok(Board::default())
}

/// The sketch of `board`.
pub fn write(board: &Board) -> String {
    let _ = board;
    String::new()
}
