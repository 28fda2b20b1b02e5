//! Why nothing was judged: all that is wrong, each with its place and what to do.

use board::file::{FileError, Problem};
use board::sketch::SketchError;
use serde_json::{Value, json};

/// All that is wrong with a text or with options; at least one problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub Vec<Problem>);

impl Refusal {
    /// One problem of the options, at `place`.
    pub(crate) fn of_options(place: &str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        let place = if place.is_empty() {
            "options".to_owned()
        } else {
            format!("options.{place}")
        };
        Self(vec![Problem {
            place,
            line: None,
            what: what.into(),
            remedy: remedy.into(),
        }])
    }

    /// `{"message","problems":[{"line","place","what","remedy"}]}`; the message holds all of them as sentences.
    pub(crate) fn json(&self) -> String {
        let sentences: Vec<_> = self.0.iter().map(Problem::to_string).collect();
        let problems: Vec<Value> = self
            .0
            .iter()
            .map(
                |Problem {
                     place,
                     line,
                     what,
                     remedy,
                 }| {
                    json!({ "line": line, "place": place, "what": what, "remedy": remedy })
                },
            )
            .collect();
        json!({ "message": sentences.join("\n"), "problems": problems }).to_string()
    }
}

impl From<FileError> for Refusal {
    fn from(error: FileError) -> Self {
        Self(error.problems())
    }
}

impl From<SketchError> for Refusal {
    fn from(SketchError { line, what, remedy }: SketchError) -> Self {
        Self(vec![Problem {
            place: String::new(),
            line: Some(line),
            what,
            remedy,
        }])
    }
}
