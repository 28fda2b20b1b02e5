//! What is told of a file that is not as it should be: each fault with place, line and remedy.

use std::fmt;

use thiserror::Error;

use super::tree::line_of;
use super::{VERSION, limits};
use crate::fault::{Fault, Steps};
use sorted::ranked;

/// Something in a file that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, such as `boxes[3].at`; empty for the file as a whole.
    pub place: String,
    /// The line it stands on, counted from 1, where that is known.
    pub line: Option<usize>,
    /// What is wrong there.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.place.as_str()) {
            (Some(line), "") => write!(f, "line {line}: ")?,
            (Some(line), place) => write!(f, "line {line}, {place}: ")?,
            (None, "") => {}
            (None, place) => write!(f, "{place}: ")?,
        }
        let end = if self.remedy.ends_with('?') { "" } else { "." };
        write!(f, "{}; {}{end}", self.what, self.remedy)
    }
}

/// Why a text is not a board. Nothing of it was read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FileError {
    /// More bytes than a reader takes.
    #[error(
        "The file has {bytes} bytes, and at most {} are read; export the board without its session log.",
        limits::BYTES
    )]
    TooLarge {
        /// How many bytes it has.
        bytes: usize,
    },
    /// The text is not JSON.
    #[error("line {line}, column {column}: this is not JSON: {what}; mend it there, or open an older copy.")]
    NotJson {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
        /// What is wrong there.
        what: String,
    },
    /// A later version wrote it.
    #[error(
        "The file has format version {found}, and this is a reader up to version {VERSION}; update Sketchlint."
    )]
    NewerVersion {
        /// The version it has.
        found: u64,
    },
    /// JSON, and not a board.
    #[error(
        "This is JSON and not a board; open a .board.json file, or begin the object with \"sketchlint\": {VERSION}."
    )]
    NotABoard,
    /// A board with faults: all of them, in the order of their lines.
    #[error("{}", list(.0))]
    Invalid(Vec<Problem>),
}

fn list(problems: &[Problem]) -> String {
    let sentences: Vec<_> = problems.iter().map(Problem::to_string).collect();
    sentences.join("\n")
}

/// For how many problems the line is looked up: each takes a walk over the text.
const LOCATED: usize = 100;

/// The faults as they are told of `text`.
pub(super) fn tell(faults: Vec<Fault>, text: &str) -> Vec<Problem> {
    let problem = |(number, fault): (usize, Fault)| Problem {
        line: (number < LOCATED).then(|| line_of(text, &fault.place)).flatten(),
        place: Steps(&fault.place).to_string(),
        what: fault.what,
        remedy: fault.remedy,
    };
    let problems = faults.into_iter().enumerate().map(problem);
    ranked(problems, |problem| {
        problem.line.map_or(u64::MAX, |line| line as u64)
    })
}
