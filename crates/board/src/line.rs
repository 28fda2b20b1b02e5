//! The one-line notation of a box: `[role] Label: constraints @Owner because volume, failure - words not Option (why)`.
//!
//! Every part but the label may be missing; owner, because and alternatives may come in any order.
//! - The label ends at the first colon that a space or the end follows, so that `http://` stays whole.
//! - The owner begins at an `@` that begins a word.
//! - `because` is followed by scoping questions between commas; what is none of them, and all after a `-` that stands
//!   alone, are free words.
//! - `not` begins an alternative where `(why)` ends it. Without a why it does so only behind an owner, behind questions
//!   or behind another alternative, so that `must not lose events` stays a constraint; `()` is an empty why.
//! - Nothing inside a pair of parentheses is a mark.
//! - A backslash takes a mark its meaning: `\:`, `\@`, `\because`, `\not`, `\(`, `\)`, `\[`; `\\` is a backslash and
//!   `\/` a line break. Before anything else it stands for itself.

mod ending;
mod escape;
mod mark;

use std::fmt;

pub use ending::{ending, written};
pub use mark::{Part, parts};

use crate::words::find;
use crate::{Because, BoxRecord, Question, Rejected, Role};
pub(crate) use escape::{Field, escaped, unescaped};

/// A box as one line.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Line {
    /// The role, where the line says it.
    pub role: Option<Role>,
    /// The label.
    pub label: String,
    /// The constraints.
    pub constraints: String,
    /// The owner; empty for nobody.
    pub owner: String,
    /// What asks for it.
    pub because: Because,
    /// The alternatives considered.
    pub rejected: Vec<Rejected>,
}

impl Line {
    /// Reads any text: what is no mark belongs to the part that it stands in.
    pub fn read(text: &str) -> Self {
        let mut line = Self::default();
        for (part, range) in parts(text) {
            let raw = text.get(range).unwrap_or_default();
            match part {
                Part::Role => line.role = find(&raw.to_ascii_lowercase()),
                Part::Label => line.label = unescaped(raw),
                Part::Constraints => line.constraints = unescaped(raw),
                Part::Owner => line.owner = unescaped(raw),
                Part::Because => line.because = because(raw),
                Part::Rejected => line.rejected.push(rejected(raw)),
            }
        }
        line
    }

    /// The line of a box.
    pub fn of(record: &BoxRecord) -> Self {
        Self {
            role: Some(record.role),
            label: record.label.clone(),
            constraints: record.constraints.clone(),
            owner: record.owner.clone(),
            because: record.because.clone(),
            rejected: record.rejected.clone(),
        }
    }

    /// Makes `record` what the line says; the role only where it says one.
    pub fn apply_to(&self, record: &mut BoxRecord) {
        record.role = self.role.unwrap_or(record.role);
        record.label.clone_from(&self.label);
        record.constraints.clone_from(&self.constraints);
        record.owner.clone_from(&self.owner);
        record.because.clone_from(&self.because);
        record.rejected.clone_from(&self.rejected);
    }
}

/// The canonical line, which reads back to the same parts where they have no blanks around them.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut words = Vec::new();
        if let Some(role) = self.role {
            words.push(format!("[{role}]"));
        }
        let label = escaped(&self.label, Field::Label);
        if !self.constraints.is_empty() {
            words.push(format!("{label}:"));
            words.push(escaped(&self.constraints, Field::Free));
        } else if !label.is_empty() {
            words.push(label);
        }
        let mut bare = false;
        if !self.owner.is_empty() {
            words.push(format!("@{}", escaped(&self.owner, Field::Closed)));
            bare = true;
        }
        let Because { answers, text } = &self.because;
        if !answers.is_empty() || !text.is_empty() {
            words.push("because".to_owned());
            bare = text.is_empty();
        }
        if !answers.is_empty() {
            let answers: Vec<_> = answers.iter().map(|question| question.as_str()).collect();
            words.push(answers.join(", "));
        }
        if !text.is_empty() {
            words.push(format!("- {}", escaped(text, Field::Free)));
        }
        for Rejected { option, why } in &self.rejected {
            words.push("not".to_owned());
            words.push(escaped(option, Field::Option));
            if !why.is_empty() || option.is_empty() || !bare {
                words.push(format!("({})", escaped(why, Field::Closed)));
            }
            bare = true;
        }
        f.write_str(&words.join(" "))
    }
}

/// The questions at the beginning of `raw`, and the rest as free words.
fn because(raw: &str) -> Because {
    let (answers, rest) = questions(raw);
    let rest = rest.trim_start();
    let text = match rest.strip_prefix('-') {
        Some(words) if words.is_empty() || words.starts_with(char::is_whitespace) => words,
        _ => rest,
    };
    Because {
        answers,
        text: unescaped(text.trim()),
    }
}

/// The questions that `raw` begins with, between commas, and what follows.
fn questions(raw: &str) -> (Vec<Question>, &str) {
    let mut answers = Vec::new();
    let mut rest = raw.trim_start();
    loop {
        let word = rest.trim_start();
        let end = word
            .find(|c: char| c == ',' || c.is_whitespace())
            .unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        let after = after.trim_start();
        let ends = after.is_empty() || after.starts_with(',') || after == "-" || after.starts_with("- ");
        match find(word) {
            Some(question) if ends => answers.push(question),
            _ => return (answers, rest),
        }
        match after.strip_prefix(',') {
            Some(next) => rest = next,
            None => return (answers, after),
        }
    }
}

/// `Option (why)`.
fn rejected(raw: &str) -> Rejected {
    let (option, why) = match mark::last_parentheses(raw) {
        Some(open) => (
            raw.get(..open).unwrap_or_default(),
            raw.get(open + 1..raw.len() - 1).unwrap_or_default(),
        ),
        None => (raw, ""),
    };
    Rejected {
        option: unescaped(option.trim()),
        why: unescaped(why.trim()),
    }
}
