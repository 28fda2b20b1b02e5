//! What is told of a file that is not as it should be: each fault with place, line and remedy.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use thiserror::Error;

use super::tree::Key;
use super::{VERSION, limits};
use crate::fault::{Fault, Step, Steps};
use crate::ranked;

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

/// The line of the place that `steps` lead to, as far as they can be followed.
fn line_of(text: &str, steps: &[Step]) -> Option<usize> {
    if steps.is_empty() {
        return None;
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let stopped = Walk(steps).deserialize(&mut deserializer).err()?;
    Some(stopped.line())
}

/// Walks down a document and stops by an error where the steps end: the error knows the line.
struct Walk<'s>(&'s [Step]);

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0.first() {
            None => Err(D::Error::custom("here")),
            Some(Step::Key(_)) => deserializer.deserialize_map(self),
            Some(Step::Item(_)) => deserializer.deserialize_seq(self),
        }
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the next step")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((Step::Key(wanted), rest)) = self.0.split_first() else {
            return Err(A::Error::custom("here"));
        };
        while let Some(Key(key)) = map.next_key()? {
            if key == wanted.as_str() {
                return match rest {
                    [] => Err(A::Error::custom("here")),
                    rest => map.next_value_seed(Walk(rest)),
                };
            }
            map.next_value::<IgnoredAny>()?;
        }
        Err(A::Error::custom("here"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Some((Step::Item(index), rest)) = self.0.split_first() else {
            return Err(A::Error::custom("here"));
        };
        for _ in 0..*index {
            seq.next_element::<IgnoredAny>()?;
        }
        seq.next_element_seed(Walk(rest))?;
        Err(A::Error::custom("here"))
    }
}
