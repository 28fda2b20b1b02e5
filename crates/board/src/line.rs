//! The one-line notation of a box: `[role] Label: constraints @Owner because volume - words not Option (why)`.

use std::fmt;
use std::ops::Range;

use crate::{Because, BoxRecord, Rejected, Role};

/// A box as one line.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Line {
    /// The role, where the line says it.
    pub role: Option<Role>,
    /// The label.
    pub label: String,
    /// The constraints.
    pub constraints: String,
    /// The owner.
    pub owner: String,
    /// What asks for it.
    pub because: Because,
    /// The alternatives considered.
    pub rejected: Vec<Rejected>,
}

/// A part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The role in its brackets.
    Role,
    /// The label.
    Label,
    /// The constraints.
    Constraints,
    /// The owner.
    Owner,
    /// What asks for it.
    Because,
    /// The alternatives.
    Rejected,
}

impl Line {
    /// Reads any text.
    pub fn read(text: &str) -> Self {
        Self {
            label: text.trim().to_owned(),
            ..Self::default()
        }
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

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label)
    }
}

/// The parts of a line as typed, in order, with the byte range of each.
pub fn parts(text: &str) -> Vec<(Part, Range<usize>)> {
    vec![(Part::Label, 0..text.len())]
}
