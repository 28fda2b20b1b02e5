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
#[error("{}", list(&self.problems()))]
pub enum FileError {
    /// More bytes than a reader takes.
    TooLarge {
        /// How many bytes it has.
        bytes: usize,
    },
    /// The text is not JSON.
    NotJson {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
        /// What is wrong there.
        what: String,
    },
    /// A later version wrote it.
    NewerVersion {
        /// The version it has.
        found: u64,
    },
    /// JSON, and not a board.
    NotABoard,
    /// A board with faults: all of them, in the order of their lines.
    Invalid(Vec<Problem>),
}

impl FileError {
    /// All that is wrong, each with its place and remedy, in the order of the lines.
    pub fn problems(&self) -> Vec<Problem> {
        let whole = |what: String, remedy: String| Problem {
            place: String::new(),
            line: None,
            what,
            remedy,
        };
        vec![match self {
            Self::Invalid(problems) => return problems.clone(),
            Self::TooLarge { bytes } => whole(
                format!(
                    "The file has {bytes} bytes, and at most {} are read",
                    limits::BYTES
                ),
                "export the board without its session log".to_owned(),
            ),
            Self::NotJson { line, column, what } => Problem {
                place: format!("column {column}"),
                line: Some(*line),
                what: format!("this is not JSON: {what}"),
                remedy: "mend it there, or open an older copy".to_owned(),
            },
            Self::NewerVersion { found } => whole(
                format!("The file has format version {found}, and this is a reader up to version {VERSION}"),
                "update Sketchlint".to_owned(),
            ),
            Self::NotABoard => whole(
                "This is JSON and not a board".to_owned(),
                format!("open a .board.json file, or begin the object with \"sketchlint\": {VERSION}"),
            ),
        }]
    }
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
